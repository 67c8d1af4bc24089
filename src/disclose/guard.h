/* disclose/guard.h - one outcome in the eyes of disclosure control.
 *
 * A *guard* watches one outcome of one wave.  It has a *view* a table that may be published
 * (everybody, and one a breakdown, each in the coding that R0 allows) and a *facet* a set of counts
 * that add up: the answers of an item; ticked and not ticked of each option of a multiple question;
 * the don't-knows.  Numbers and scales publish no counts and have no facet: their groups are
 * guarded by base (R1) and their means by R12.
 *
 * Counts are unweighted respondents throughout: every shown weighted figure is taken to reveal its
 * exact counts, so the attacker is given more than he has.  For the same reason he is told how many
 * respondents have no answer on a breakdown. */
#ifndef DISCLOSE_GUARD_H
#define DISCLOSE_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/arena.h"
#include "waardering/diag.h"
#include "waardering/release.h"
#include "waardering/table.h"

enum mark { MARK_SHOWN, MARK_PRIMARY, MARK_COMPLEMENT };

/* How much detail a breakdown keeps: the steps of R0. */
enum level { LEVEL_FULL, LEVEL_ANSWERS, LEVEL_GROUPS, LEVEL_OUT };

struct rules {
    enum wrd_profile profile;
    uint64_t base;  /* R1: least number of valid answers of a group */
    uint64_t cell;  /* R2: a count of 1 to cell - 1 is unsafe */
    bool sensitive; /* R3: more than 90 % alike is alike */
};

struct view {
    const struct wrd_table *full, *merged; /* merged NULL: the groups cannot be merged */
    const struct wrd_table *table;         /* the one of the two that the level chooses */
    enum level level;
    bool *row_hidden; /* [table->n_groups]: nothing of this group is shown, its base neither */
    bool *mean_hidden, *mean_interval; /* [n_groups]: R12, R11 */
};

/* One facet in one view: counts [n_groups][n_sets] of the answers as coded. */
struct grid {
    size_t n_groups, n_sets;
    uint64_t *count;
    uint8_t *mark; /* enum mark */
};

struct facet {
    size_t n_categories;
    const uint16_t *fallback; /* [n_categories] set of each in the fallback coding; NULL: none */
    size_t n_fallback;
    uint64_t least;     /* respondents that hidden cells of one equation hold together, at least */
    struct grid *grids; /* one a view of the guard */
};

struct guard {
    const struct wrd_outcome *outcome;
    struct rules rules;
    struct view *views; /* [0] everybody */
    size_t n_views;
    struct facet *facets;
    size_t n_facets;
    struct facet *dont_know; /* set 0: don't know, set 1: missing otherwise; NULL: none */
    bool done;
};

/* --- guard.c: made from an outcome, laid out at the levels of its views */
struct guard wrd_guard_new(struct wrd_arena *arena, const struct wrd_tables *tables,
                           const struct wrd_outcome *outcome);
/* Chooses tables and fills grids for the current levels, nothing marked. */
void wrd_guard_lay_out(struct wrd_arena *arena, struct guard *guard);
/* Whether the view's answers are in the fallback coding. */
bool wrd_view_falls_back(const struct guard *guard, const struct view *view);
/* Set of a category as the view codes it. */
size_t wrd_facet_set(const struct facet *facet, const struct grid *grid, size_t category);
static inline size_t wrd_grid_at(const struct grid *grid, size_t group, size_t set)
{
    return group * grid->n_sets + set;
}

/* Guard of the outcome, or of the variable of that name; NULL: none. */
const struct guard *wrd_guard_of(const struct guard *guards, size_t n_guards,
                                 const struct wrd_outcome *outcome);
const struct guard *wrd_guard_named(const struct guard *guards, size_t n_guards, size_t source,
                                    const char *variable);
/* The view of a guard whose groups are those of `table` and that is published; NULL: none. */
const struct view *wrd_view_like(const struct guard *guard, const struct wrd_table *table);

/* --- primary.c: R1, R2, R3, and whole rows that must go with a hidden row, or with a hidden answer
 * that decides who is asked (the guards that ask_if names are done before) */
void wrd_primary(struct guard *guard, const struct guard *guards, size_t n_guards);
bool wrd_unsafe(const struct rules *rules, uint64_t count); /* 1 .. cell - 1 */

/* --- dont_know.c: R10 */
uint64_t wrd_missing_otherwise(const struct guard *guard, const uint64_t *counts);
bool wrd_dont_know_unsafe(const struct guard *guard, const struct wrd_table *table, size_t group);
void wrd_hide_total_dont_know(const struct guard *guard);
/* Of the views from first_view on all, of those before none. */
void wrd_hide_dont_knows(const struct guard *guard, size_t first_view);

/* --- secondary.c: complementary suppression of one facet.  false: could not be made safe, and
 * *failed is the view that must be left out. */
bool wrd_secondary(struct wrd_arena *scratch, const struct guard *guard, struct facet *facet,
                   size_t *failed);

/* --- design.c: R0 */
void wrd_design(struct wrd_arena *arena, struct guard *guard, const struct guard *guards,
                size_t n_guards);
enum wrd_table_design wrd_view_design(const struct guard *guard, const struct view *view);

/* --- visible.c: what the marks let a reader see.  The cells that a figure counts are all shown; for
 * its interval no merged one has an unsafe part either. */
bool wrd_answers_visible(const struct guard *guard, size_t view, size_t group,
                         const uint16_t *parts, size_t n_parts);
bool wrd_answers_clean(const struct guard *guard, size_t view, size_t group, const uint16_t *parts,
                       size_t n_parts);
/* Whether the category stands in a merged set. */
bool wrd_answer_merged(const struct facet *facet, const struct grid *grid, size_t category);

/* --- means.c: R11 and R12 for the guard's means, indices and breadths.  guards: the wave's. */
void wrd_guard_means(struct guard *guard, const struct guard *guards, size_t n_guards);

/* --- seal.c: the release */
struct wrd_release *wrd_seal(struct wrd_arena *arena, const struct wrd_tables *const *tables,
                             size_t n_waves, struct guard *const *guards, /* by wave */
                             const struct wrd_quality *quality);

/* --- sizes.c: how many respondents groups have, wherever that is told */
struct hidden_groups {
    uint64_t groups, respondents;
    uint64_t most; /* respondents they can have together */
};
/* Whether the sum of the hidden groups, none of them empty, leaves enough counts possible for one of
 * them: `cell` of them, and none near to the truth as the least.  most: it can have. */
bool wrd_group_covered(uint64_t cell, uint64_t respondents, uint64_t most,
                       const struct hidden_groups *sum);
/* "age*gender" and "age", or "age*district": groups of the one add up to groups of the other. */
bool wrd_groups_linked(struct wrd_arena *arena, const char *a, const char *b);
/* Whether a breakdown may merge groups of one of the variables of "age*gender": what it shows of merged
 * groups adds up to what is shown of their parts. */
bool wrd_groups_merge(struct wrd_arena *arena, const struct wrd_tables *tables, size_t source,
                      const char *name);
/* Hides in the weighting table of a source what its response hides, and the other way round. */
void wrd_agree_on_sizes(struct wrd_arena *arena, struct wrd_seen_fitting *fitting,
                        struct wrd_seen_response *response);

/* --- fitting.c: the weighting tables, and without n-effective the quality rows of a source in which
 * something of its table is hidden */
struct wrd_seen_fitting *wrd_seal_fittings(struct wrd_arena *arena, const struct wrd_tables *tables,
                                           size_t *n);
void wrd_mask_effective(const struct wrd_study *study, const struct wrd_seen_fitting *fittings,
                        size_t n_fittings, struct wrd_seen_quality *rows, size_t *n_rows);
/* --- response.c: groups: with the response by group */
struct wrd_seen_response wrd_seen_response_of(struct wrd_arena *arena,
                                              const struct wrd_tables *tables,
                                              const struct wrd_response *response, bool groups);
/* How many respondents are complete, and how many partial, would give a small count away. */
bool wrd_partial_hidden(const struct wrd_study *study, const struct wrd_response *response);
/* --- joint.c: the joint figures of this wave, in their order */
struct wrd_seen_joint *wrd_seal_joints(struct wrd_arena *arena, const struct wrd_tables *tables,
                                       const struct guard *guards, size_t *n);
/* The gaps of this wave; joints: as they were sealed. */
struct wrd_seen_gap *wrd_seal_gaps(struct wrd_arena *arena, const struct wrd_tables *tables,
                                   const struct guard *guards, const struct wrd_seen_joint *joints,
                                   size_t *n);
/* What is seen of a figure that stands in no list. */
struct wrd_seen wrd_seen_alone(const struct wrd_joint *joint, const struct guard *guards,
                               size_t n_guards);
/* Somebody, and fewer than ten: two populations that differ by so few (R8). */
bool wrd_few_between(uint64_t larger, uint64_t smaller);
bool wrd_differ_by_few(uint64_t a, uint64_t b);
/* Of the same people: ask_if in the same words, or in neither. */
bool wrd_asked_alike(const struct wrd_variable *a, const struct wrd_variable *b);
/* --- families.c: the routes of this wave, which take the n of their joint figures away where it tells of
 * few; and the tasks */
struct wrd_seen_routes *wrd_seal_routes(struct wrd_arena *arena, const struct wrd_tables *tables,
                                        const struct guard *guards, struct wrd_seen_joint *joints,
                                        size_t *n);
struct wrd_seen_task_set *wrd_seal_tasks(struct wrd_arena *arena, const struct wrd_tables *tables,
                                         const struct guard *guards, size_t *n);
/* --- change.c: sets the changes of a sealed total of this wave; tables[n_tables]: all that are
 * sealed, totals of earlier waves among them */
void wrd_seal_changes(struct wrd_arena *arena, const struct guard *guard,
                      const struct wrd_seen_table *tables, size_t n_tables,
                      struct wrd_seen_table *now);

/* --- headline.c: what may be said of the changes of headline figures, once all changes are sealed */
void wrd_seal_headlines(struct wrd_arena *arena, const struct wrd_tables *now,
                        struct wrd_seen_table *tables, size_t n_tables);

/* --- differs.c: marks cells[n_groups][n_rows], those of a sealed breakdown of this wave */
void wrd_mark_differences(const struct wrd_tests *tests, const struct wrd_seen_table *table,
                          struct wrd_seen *cells);

/* --- mask.c: quality counts */
struct wrd_seen_quality *wrd_mask_quality(struct wrd_arena *arena, const struct wrd_tables *tables,
                                          const struct wrd_quality *quality,
                                          const struct guard *guards, size_t n_guards, size_t *n);

#endif
