/* write/wording.h - figures and axes in the words and numerals of a language.  HTML, Markdown and
 * `show` use the same texts, so they cannot differ.
 *
 * Units    Figures as the release holds them: percentages 0-100, already rounded.
 * Memory   Texts live in the plan's arena; nothing is escaped here. */
#ifndef WRITE_WORDING_H
#define WRITE_WORDING_H

#include "model/words.h"
#include "write/plan.h"

/* "412", "1.200" (nl), "1,200" (en). */
const char *wrd_shown_count(struct wrd_arena *arena, uint64_t count, enum wrd_lang lang);
/* A figure without sign: "62", "3,8", U+2212 for minus. */
const char *wrd_shown_number(struct wrd_arena *arena, double value, int decimals,
                             enum wrd_lang lang);
/* A cell: "62%", "7,8", "58% b", "x", "z"; a NULL cell is "z". */
const char *wrd_shown_cell(struct wrd_arena *arena, enum wrd_statistic statistic,
                           const struct wrd_seen *cell, enum wrd_lang lang);
/* "55 tot 69"; "x" for a hidden cell, "" where there is no interval. */
const char *wrd_shown_range(struct wrd_arena *arena, enum wrd_statistic statistic,
                            const struct wrd_seen *cell, enum wrd_lang lang);
/* The base of a group, "x" where it is hidden. */
const char *wrd_shown_n(struct wrd_arena *arena, const struct wrd_seen_table *table, size_t group,
                        enum wrd_lang lang);
/* A difference: "+3", "0", and U+2212 for minus. */
const char *wrd_shown_difference(const struct wrd_plan *plan, enum wrd_statistic statistic,
                                 const struct wrd_seen *cell, enum wrd_lang lang);
bool wrd_is_percent(enum wrd_statistic statistic);

/* A label in the language, or in the other one where the codebook has none, or `name`. */
const char *wrd_label(const char *const label[WRD_LANGS], const char *name, enum wrd_lang lang);
const char *wrd_outcome_label(const struct wrd_outcome *outcome, enum wrd_lang lang);
const char *wrd_variable_label(const struct wrd_variable *variable, enum wrd_lang lang);
const char *wrd_row_label(struct wrd_arena *arena, const struct wrd_outcome *outcome,
                          const struct wrd_row *row, enum wrd_lang lang);
const char *wrd_group_label(const struct wrd_group *group, const struct wrd_variable *by,
                            enum wrd_lang lang);
/* "‘mee eens’ of ‘zeer mee eens’": the answers that a row counts; NULL if their labels are unknown.
 */
const char *wrd_row_answers(struct wrd_arena *arena, const struct wrd_outcome *outcome,
                            const struct wrd_row *row, enum wrd_lang lang);

/* "vrijwilligers", and "Vrijwilligers" for a heading (with the id where two sources ask alike). */
const char *wrd_people(const struct wrd_plan *plan, size_t source, enum wrd_lang lang);
const char *wrd_people_heading(const struct wrd_plan *plan, size_t source, enum wrd_lang lang);
const char *wrd_study_title(const struct wrd_plan *plan, enum wrd_lang lang);
/* "maart 2026", "maart tot en met april 2026"; the name of the wave where the study does not say.
 */
const char *wrd_fieldwork(struct wrd_arena *arena, const struct wrd_wave *wave, enum wrd_lang lang);
/* "Gewogen %; n = 412; maart 2026" */
const char *wrd_base_line(const struct wrd_plan *plan, const struct wrd_seen_table *table,
                          enum wrd_lang lang);
/* The same for all scales of a source: n is in the table. */
const char *wrd_scales_base(const struct wrd_plan *plan, size_t source, enum wrd_lang lang);
/* What the total says, or what it shows where nothing may be said. */
const char *wrd_headline(const struct wrd_plan *plan, const struct wrd_topic *topic,
                         enum wrd_lang lang);
/* What may be said of the change of a row of everybody: "Dit is gestegen sinds 2025.", or NULL; and
 * of the line over three waves and more. */
const char *wrd_change_sentence(const struct wrd_plan *plan, const struct wrd_seen_table *total,
                                const struct wrd_row *row, enum wrd_lang lang);
const char *wrd_line_sentence(const struct wrd_plan *plan, const struct wrd_seen_table *total,
                              const struct wrd_row *row, enum wrd_lang lang);
/* "gestegen"; "" where nothing may be said. */
const char *wrd_verdict_word(enum wrd_verdict verdict, enum wrd_lang lang);
/* The same of the figure that the headline is about, or why nothing can be said; NULL: nothing. */
const char *wrd_topic_change(const struct wrd_plan *plan, const struct wrd_topic *topic,
                             enum wrd_lang lang);
const char *wrd_topic_line(const struct wrd_plan *plan, const struct wrd_topic *topic,
                           enum wrd_lang lang);
/* "Verandering sinds 2025", of a topic that has changes. */
const char *wrd_change_title(const struct wrd_plan *plan, const struct wrd_topic *topic,
                             enum wrd_lang lang);
/* Of a margin: "Leeftijd: 15 tot en met 24 jaar", the parts of a cross joined. */
const char *wrd_margin_label(const struct wrd_plan *plan, size_t source,
                             const struct wrd_seen_margin *row, enum wrd_lang lang);
/* Of a gap: the theme, or the question as volunteers were asked it; what may be said of it, or NULL where
 * that is no clear difference; and what was found, in a few words. */
const char *wrd_gap_label(const struct wrd_seen_gap *gap, enum wrd_lang lang);
const char *wrd_gap_sentence(const struct wrd_plan *plan, const struct wrd_seen_gap *gap,
                             enum wrd_lang lang);
const char *wrd_gap_found(const struct wrd_seen_gap *gap, enum wrd_lang lang);
/* " (tussen 2 en 12)", without a minus where volunteers are higher; "" where there are no bounds. */
const char *wrd_gap_bounds(const struct wrd_plan *plan, const struct wrd_seen_gap *gap,
                           enum wrd_lang lang);
/* Its points, without a minus. */
const char *wrd_gap_points(const struct wrd_plan *plan, const struct wrd_seen_gap *gap,
                           enum wrd_lang lang);
/* The signs that the gaps use. */
const char *wrd_gap_signs(const struct wrd_plan *plan, enum wrd_lang lang);
/* What explains the gaps, line by line, the last about the mean within organisations; NULL: nothing. */
enum { WRD_GAP_LINES = 5 };
const char *wrd_gap_line(const struct wrd_plan *plan, size_t line, enum wrd_lang lang);
/* Whether the report has a chapter on gaps. */
bool wrd_has_gaps(const struct wrd_plan *plan);
/* Why a table has merged rows or groups; NULL: nothing to say. */
const char *wrd_design_note(const struct wrd_seen_table *table, enum wrd_lang lang);
/* The breakdowns of a topic that are left out, and why; NULL: none. */
const char *wrd_left_out_note(const struct wrd_plan *plan, const struct wrd_topic *topic,
                              enum wrd_lang lang);
/* What the breakdown is by, and what was done to it in a few words (of one that is not full). */
const char *wrd_breakdown_label(const struct wrd_seen_table *table, enum wrd_lang lang);
enum wrd_word wrd_design_done(const struct wrd_seen_table *table);
/* Of a group that is clearly higher or lower than all others together (METHOD 7.12). */
#define WRD_SIGN_HIGHER "\xE2\x96\xB2"
#define WRD_SIGN_LOWER "\xE2\x96\xBC"
/* The signs that a table uses, with their meaning; "" if none.  `undefined`: a z stands
 * beside them (an earlier wave without such a row). */
const char *wrd_sign_note(const struct wrd_plan *plan, const struct wrd_seen_table *const *tables,
                          size_t n, bool undefined, enum wrd_lang lang);

#endif
