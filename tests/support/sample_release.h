/* tests/support/sample_release.h - a release made by hand: what disclose would hand to the writers.
 *
 * Two sources, two waves, a question with a breakdown of every design, a scale, a grade, a question
 * with several answers, and labels that would like to be markup.  All of it is invented. */
#ifndef SUPPORT_SAMPLE_RELEASE_H
#define SUPPORT_SAMPLE_RELEASE_H

#include <stdint.h>
#include <string.h>

#include "model/release_body.h"
#include "waardering/arena.h"

#define SAMPLE_EVIL "<script>alert(\"x\")</script> | `a` *b* & {1} 'c'"

struct sample {
    struct wrd_arena *arena;
    struct wrd_study study;
    struct wrd_source sources[2];
    struct wrd_wave waves[2];
    struct wrd_codebook book;
    struct wrd_variable variables[7];
    struct wrd_list lists[4];
    struct wrd_scale scales[1];
    struct wrd_indicator indicators[3];
    struct wrd_outcome outcomes[10];
    size_t n_outcomes;
    struct wrd_seen_table tables[24];
    struct wrd_seen_quality quality[12];
    struct wrd_seen_response responses[2];
    struct wrd_release release;
};

enum {
    SAMPLE_V_A1,
    SAMPLE_V_GRADE,
    SAMPLE_V_FORM,
    SAMPLE_V_EVIL,
    SAMPLE_AGE,
    SAMPLE_DISTRICT,
    SAMPLE_SIZE
};

static inline void sample_value(struct wrd_list *list, const char *code, const char *nl,
                                const char *en, enum wrd_reason reason)
{
    struct wrd_value *value = &list->values[list->n_values++];
    *value =
        (struct wrd_value){ .code = code, .label = { nl, en }, .reason = reason, .answer = -1 };
    if (reason == WRD_NO_REASON) {
        value->answer = (int)list->n_answers;
        list->answers[list->n_answers++] = value;
    }
}

static inline void sample_list(struct sample *s, struct wrd_list *list, const char *name)
{
    list->name = name;
    list->values = wrd_arena_take_array(s->arena, 8, sizeof *list->values);
    list->answers = wrd_arena_take_array(s->arena, 8, sizeof *list->answers);
}

static inline void sample_lists(struct sample *s)
{
    sample_list(s, &s->lists[0], "agree5");
    sample_value(&s->lists[0], "1", "zeer mee oneens", "strongly disagree", WRD_NO_REASON);
    sample_value(&s->lists[0], "2", "mee oneens", "disagree", WRD_NO_REASON);
    sample_value(&s->lists[0], "3", "niet eens, niet oneens", "neither agree nor disagree",
                 WRD_NO_REASON);
    sample_value(&s->lists[0], "4", "mee eens", "agree", WRD_NO_REASON);
    sample_value(&s->lists[0], "5", "zeer mee eens", "strongly agree", WRD_NO_REASON);
    sample_value(&s->lists[0], "8", "weet ik niet", "don't know", WRD_DONT_KNOW);
    sample_list(s, &s->lists[1], "forms");
    sample_value(&s->lists[1], "bedank", "een persoonlijk bedankje", "a personal thank-you",
                 WRD_NO_REASON);
    sample_value(&s->lists[1], "compl", "een compliment", "a compliment", WRD_NO_REASON);
    sample_list(s, &s->lists[2], "age");
    sample_value(&s->lists[2], "1", "15 tot en met 34", "15 to 34", WRD_NO_REASON);
    sample_value(&s->lists[2], "2", "35 tot en met 64", "35 to 64", WRD_NO_REASON);
    sample_value(&s->lists[2], "3", "65 jaar of ouder", "65 or older", WRD_NO_REASON);
    sample_list(s, &s->lists[3], "district");
    sample_value(&s->lists[3], "c", "centrum", "centre", WRD_NO_REASON);
    sample_value(&s->lists[3], "n", "noord", "north", WRD_NO_REASON);
}

static inline void sample_variable(struct sample *s, size_t i, const char *name, uint32_t sources,
                                   enum wrd_type type, const struct wrd_list *list, const char *nl,
                                   const char *en)
{
    s->variables[i] = (struct wrd_variable){ .name = name,
                                             .sources = sources,
                                             .column = name,
                                             .type = type,
                                             .list = list,
                                             .label = { nl, en },
                                             .scale = -1,
                                             .unit_text = "" };
}

static inline void sample_codebook(struct sample *s)
{
    sample_lists(s);
    sample_variable(s, SAMPLE_V_A1, "v_a1", 1, WRD_TYPE_SINGLE, &s->lists[0],
                    "Mijn organisatie laat merken dat zij mijn inzet waardeert.",
                    "My organisation shows that it appreciates my effort.");
    s->variables[SAMPLE_V_A1].scale = 0;
    sample_variable(s, SAMPLE_V_GRADE, "v_cijfer", 1, WRD_TYPE_NUMBER, NULL,
                    "Welk cijfer geeft u uw vrijwilligerswerk als geheel?",
                    "Which grade do you give your volunteering as a whole?");
    s->variables[SAMPLE_V_GRADE].unit = WRD_UNIT_GRADE;
    sample_variable(s, SAMPLE_V_FORM, "v_vorm", 1, WRD_TYPE_MULTIPLE, &s->lists[1],
                    "Hoe merkt u dat u gewaardeerd wordt?",
                    "How do you notice that you are appreciated?");
    sample_variable(s, SAMPLE_V_EVIL, "o_evil", 2, WRD_TYPE_SINGLE, &s->lists[0], SAMPLE_EVIL,
                    SAMPLE_EVIL);
    sample_variable(s, SAMPLE_AGE, "age", 1, WRD_TYPE_SINGLE, &s->lists[2], "Wat is uw leeftijd?",
                    "What is your age?");
    sample_variable(s, SAMPLE_DISTRICT, "district", 3, WRD_TYPE_SINGLE, &s->lists[3],
                    "In welk deel van de gemeente bent u vooral actief?",
                    "In which part of the municipality are you mainly active?");
    sample_variable(s, SAMPLE_SIZE, "open", 3, WRD_TYPE_TEXT, NULL,
                    "Wat wilt u de adviesraad meegeven?",
                    "What would you like to tell the council?");
    s->scales[0] =
        (struct wrd_scale){ .name = "A", .label = { "Ervaren waardering", "Appreciation" } };
    s->indicators[0] = (struct wrd_indicator){ .name = "ind1",
                                               .part = "",
                                               .kind = "index",
                                               .source = "vol",
                                               .of = "A",
                                               .better = "higher",
                                               .label = { "Ervaren waardering", "Appreciation" } };
    s->indicators[1] = (struct wrd_indicator){ .name = "ind2",
                                               .part = "",
                                               .kind = "top2",
                                               .source = "vol",
                                               .of = "v_a1",
                                               .better = "",
                                               .label = { "Gewaardeerd door de organisatie",
                                                          "Appreciated by the organisation" } };
    s->indicators[2] = (struct wrd_indicator){ .name = "ind3",
                                               .part = "",
                                               .kind = "top2",
                                               .source = "org",
                                               .of = "o_evil",
                                               .better = "",
                                               .label = { "Verborgen", "Hidden" } };
    s->book = (struct wrd_codebook){ .variables = s->variables,
                                     .n_variables = 7,
                                     .lists = s->lists,
                                     .n_lists = 4,
                                     .scales = s->scales,
                                     .n_scales = 1,
                                     .indicators = s->indicators,
                                     .n_indicators = 3 };
    memset(s->book.hash, 'a', 64);
}

static inline void sample_study(struct sample *s)
{
    s->sources[0] = (struct wrd_source){ .id = "vol", .respondents = WRD_VOLUNTEERS };
    s->sources[0].weights.method = WRD_WEIGHTS_GIVEN;
    s->sources[1] = (struct wrd_source){ .id = "org", .respondents = WRD_ORGANISATIONS };
    s->waves[0] = (struct wrd_wave){
        .name = "2025", .from = "2025-03-03", .to = "2025-03-30", .invited = { 1200, 300 }
    };
    s->waves[1] = (struct wrd_wave){
        .name = "2026", .from = "2026-03-02", .to = "2026-03-29", .invited = { 1200, -1 }
    };
    s->study = (struct wrd_study){
        .id = "voorbeeldstad",
        .folder = "study",
        .file = "study.yml",
        .codebook = "codebook",
        .title = { "Vrijwilligersonderzoek Voorbeeldstad", "Volunteer survey Voorbeeldstad" },
        .municipality_code = "GM9999",
        .municipality_name = "Voorbeeldstad",
        .sources = s->sources,
        .n_sources = 2,
        .waves = s->waves,
        .n_waves = 2,
        .disclosure = { .min_base = { 10, 10 }, .min_cell = { 5, 3 } },
        .analysis = { .confidence = { 95, 2 } },
        .output = { .folder = "output",
                    .languages = { true, true },
                    .formats = WRD_FORMAT_CSV | WRD_FORMAT_MD | WRD_FORMAT_HTML },
    };
}

static inline const struct wrd_row *sample_row(struct sample *s, enum wrd_statistic statistic,
                                               const char *code, const char *nl, const char *en,
                                               uint16_t first, size_t n_parts)
{
    struct wrd_row *row = wrd_arena_take(s->arena, sizeof *row);
    uint16_t *parts = wrd_arena_take_array(s->arena, n_parts + 1, sizeof *parts);
    for (size_t i = 0; i < n_parts; i++)
        parts[i] = (uint16_t)(first + i);
    *row = (struct wrd_row){ .statistic = statistic,
                             .code = code,
                             .label = { nl, en },
                             .parts = parts,
                             .n_parts = n_parts };
    return row;
}

static inline struct wrd_seen sample_shown(double value, double lo, double hi, uint64_t n)
{
    return (struct wrd_seen){ .state = WRD_SHOWN,
                              .has_interval = true,
                              .has_n = true,
                              .value = value,
                              .lo = lo,
                              .hi = hi,
                              .n = n };
}

static inline struct wrd_seen sample_hidden(void)
{
    return (struct wrd_seen){ .state = WRD_HIDDEN, .flag = 'c' };
}

static inline struct wrd_outcome *sample_outcome(struct sample *s, enum wrd_outcome_kind kind,
                                                 size_t source, size_t wave,
                                                 const struct wrd_variable *variable)
{
    struct wrd_outcome *outcome = &s->outcomes[s->n_outcomes++];
    *outcome = (struct wrd_outcome){ .kind = kind,
                                     .source = source,
                                     .wave = wave,
                                     .variable = variable,
                                     .scale = variable ? NULL : &s->scales[0],
                                     .name = variable ? variable->name : s->scales[0].name,
                                     .published = true };
    return outcome;
}

/* Rows and cells are filled by the caller; cells start as shown 0 without n. */
static inline struct wrd_seen_table *
sample_table(struct sample *s, const struct wrd_outcome *outcome, const struct wrd_variable *by,
             enum wrd_table_design design, const struct wrd_row *const *rows, size_t n_rows,
             const struct wrd_group *groups, size_t n_groups)
{
    static const struct wrd_group everybody = { .code = "total", .label = { "", "" } };
    struct wrd_seen_table *table = &s->tables[s->release.n_tables++];
    *table = (struct wrd_seen_table){ .outcome = outcome,
                                      .source = outcome->source,
                                      .wave = outcome->wave,
                                      .by = by,
                                      .design = design,
                                      .rows = rows,
                                      .n_rows = n_rows,
                                      .groups = by ? groups : &everybody,
                                      .n_groups = by ? n_groups : 1 };
    table->cells =
        wrd_arena_take_array(s->arena, table->n_groups * n_rows + 1, sizeof *table->cells);
    return table;
}

static inline void sample_put(struct wrd_seen_table *table, size_t group, size_t row,
                              struct wrd_seen cell)
{
    memcpy((char *)(uintptr_t)table->cells + (group * table->n_rows + row) * sizeof cell, &cell,
           sizeof cell);
}

static inline const struct wrd_row *const *sample_item_rows(struct sample *s, size_t *n)
{
    const struct wrd_row **rows = wrd_arena_take_array(s->arena, 9, sizeof *rows);
    for (uint16_t i = 0; i < 5; i++)
        rows[i] =
            sample_row(s, WRD_SHARE, s->lists[0].answers[i]->code, s->lists[0].answers[i]->label[0],
                       s->lists[0].answers[i]->label[1], i, 1);
    rows[5] = sample_row(s, WRD_TOP2, "", "", "", 3, 2);
    rows[6] = sample_row(s, WRD_BOTTOM2, "", "", "", 0, 2);
    rows[7] = sample_row(s, WRD_MEAN, "", "", "", 0, 5);
    rows[8] = sample_row(s, WRD_STAT_DONT_KNOW, "", "", "", 0, 0);
    *n = 9;
    return rows;
}

static inline void sample_a1_total(struct sample *s, const struct wrd_outcome *outcome,
                                   const struct wrd_row *const *rows, size_t n, char flag)
{
    static const double values[] = { 4, 9, 25, 41, 21, 62, 13, 3.7, 2 };
    struct wrd_seen_table *table =
        sample_table(s, outcome, NULL, WRD_DESIGN_FULL, rows, n, NULL, 0);
    for (size_t i = 0; i < n; i++) {
        struct wrd_seen cell = sample_shown(values[i], values[i] - (i == 7 ? 0.2 : 2),
                                            values[i] + (i == 7 ? 0.1 : 7), i == 8 ? 420 : 412);
        cell.flag = flag;
        sample_put(table, 0, i, cell);
    }
}

/* Merged answers, three groups, one hidden column and one figure that does not exist. */
static inline void sample_a1_by_age(struct sample *s, const struct wrd_outcome *outcome)
{
    const struct wrd_row **rows = wrd_arena_take_array(s->arena, 3, sizeof *rows);
    struct wrd_group *groups = wrd_arena_take_array(s->arena, 3, sizeof *groups);
    struct wrd_seen_table *table;
    rows[0] = sample_row(s, WRD_SHARE, "1+2", "zeer mee oneens / mee oneens",
                         "strongly disagree / disagree", 0, 2);
    rows[1] =
        sample_row(s, WRD_SHARE, "4+5", "mee eens / zeer mee eens", "agree / strongly agree", 3, 2);
    rows[2] = sample_row(s, WRD_STAT_DONT_KNOW, "", "", "", 0, 0);
    for (size_t g = 0; g < 3; g++)
        groups[g] = (struct wrd_group){ .code = s->lists[2].answers[g]->code,
                                        .label = { s->lists[2].answers[g]->label[0],
                                                   s->lists[2].answers[g]->label[1] } };
    table = sample_table(s, outcome, &s->variables[SAMPLE_AGE], WRD_DESIGN_ANSWERS_MERGED, rows, 3,
                         groups, 3);
    for (size_t g = 0; g < 3; g++) {
        sample_put(table, g, 0, g == 1 ? sample_hidden() : sample_shown(20, 12, 31, 1301));
        sample_put(table, g, 1, g == 1 ? sample_hidden() : sample_shown(58, 49, 66, 1301));
        sample_put(table, g, 2, (struct wrd_seen){ .state = WRD_NOT_DEFINED, .flag = 'z' });
    }
}

static inline void sample_a1(struct sample *s)
{
    size_t n;
    const struct wrd_row *const *rows = sample_item_rows(s, &n);
    const struct wrd_variable *a1 = &s->variables[SAMPLE_V_A1];
    const struct wrd_outcome *now = sample_outcome(s, WRD_OUTCOME_ITEM, 0, 1, a1);
    const struct wrd_outcome *then = sample_outcome(s, WRD_OUTCOME_ITEM, 0, 0, a1);
    sample_a1_total(s, now, rows, n, 0);
    sample_a1_by_age(s, now);
    sample_table(s, now, &s->variables[SAMPLE_DISTRICT], WRD_DESIGN_LEFT_OUT, NULL, 0, NULL, 0);
    sample_a1_total(s, then, rows, n, 'b');
}

static inline void sample_one(struct sample *s, enum wrd_outcome_kind kind, size_t wave,
                              const struct wrd_variable *variable, enum wrd_statistic statistic,
                              struct wrd_seen cell)
{
    const struct wrd_row **rows = wrd_arena_take_array(s->arena, 1, sizeof *rows);
    const struct wrd_outcome *outcome = sample_outcome(s, kind, 0, wave, variable);
    rows[0] = sample_row(s, statistic, "", "", "", 0, 0);
    sample_put(sample_table(s, outcome, NULL, WRD_DESIGN_FULL, rows, 1, NULL, 0), 0, 0, cell);
}

static inline void sample_forms(struct sample *s)
{
    const struct wrd_row **rows = wrd_arena_take_array(s->arena, 2, sizeof *rows);
    const struct wrd_outcome *outcome =
        sample_outcome(s, WRD_OUTCOME_MULTIPLE, 0, 1, &s->variables[SAMPLE_V_FORM]);
    struct wrd_seen_table *table;
    for (uint16_t i = 0; i < 2; i++)
        rows[i] =
            sample_row(s, WRD_MENTIONS, s->lists[1].answers[i]->code,
                       s->lists[1].answers[i]->label[0], s->lists[1].answers[i]->label[1], i, 1);
    table = sample_table(s, outcome, NULL, WRD_DESIGN_FULL, rows, 2, NULL, 0);
    sample_put(table, 0, 0, sample_shown(44, 39, 49, 415));
    sample_put(table, 0, 1, sample_shown(71, 66, 75, 415));
}

static inline void sample_evil(struct sample *s)
{
    size_t n;
    const struct wrd_row *const *rows = sample_item_rows(s, &n);
    const struct wrd_outcome *outcome =
        sample_outcome(s, WRD_OUTCOME_ITEM, 1, 1, &s->variables[SAMPLE_V_EVIL]);
    struct wrd_seen_table *table =
        sample_table(s, outcome, NULL, WRD_DESIGN_FULL, rows, n, NULL, 0);
    for (size_t i = 0; i < n; i++)
        sample_put(table, 0, i, sample_hidden());
}

static inline void sample_quality_row(struct sample *s, const char *source, const char *check,
                                      const char *variable, uint64_t count, bool masked)
{
    struct wrd_seen_quality *row = &s->quality[s->release.n_quality++];
    *row = (struct wrd_seen_quality){ .row = { .wave = "2026",
                                               .source = source,
                                               .file = strcmp(source, "vol") == 0
                                                           ? "2026/volunteers.csv"
                                                           : "2026/organisations.csv",
                                               .check = check,
                                               .variable = variable,
                                               .code = "",
                                               .count = masked ? 0 : count,
                                               .exact = !masked },
                                      .masked = masked };
}

static inline void sample_fill_quality(struct sample *s)
{
    sample_quality_row(s, "vol", "rows", "", 427, false);
    sample_quality_row(s, "vol", "used", "", 420, false);
    sample_quality_row(s, "vol", "empty", "", 3, false);
    sample_quality_row(s, "vol", "set-aside", "", 2, false);
    sample_quality_row(s, "vol", "duplicate", "", 2, false);
    sample_quality_row(s, "vol", "n-effective", "", 391, false);
    sample_quality_row(s, "vol", "refused", "v_a1", 3, true);
    sample_quality_row(s, "org", "used", "", 150, false);
}

/* *s is filled; free s->arena afterwards. */
static inline void sample_release(struct sample *s)
{
    memset(s, 0, sizeof *s);
    s->arena = wrd_arena_new();
    sample_codebook(s);
    sample_study(s);
    s->release.study = &s->study;
    s->release.codebook = &s->book;
    s->release.wave = 1;
    s->release.tables = s->tables;
    s->release.quality = s->quality;
    sample_a1(s);
    sample_one(s, WRD_OUTCOME_NUMBER, 1, &s->variables[SAMPLE_V_GRADE], WRD_MEAN,
               sample_shown(7.8, 7.6, 8.0, 401));
    sample_forms(s);
    sample_one(s, WRD_OUTCOME_SCALE, 1, NULL, WRD_INDEX, sample_shown(71, 68, 74, 409));
    sample_one(s, WRD_OUTCOME_SCALE, 0, NULL, WRD_INDEX, sample_shown(69, 66, 72, 402));
    sample_evil(s);
    sample_fill_quality(s);
    s->responses[0] = (struct wrd_seen_response){ .source = 0,
                                                  .wave = 1,
                                                  .invited = 1200,
                                                  .respondents = 420,
                                                  .rr1 = sample_hidden(),
                                                  .rr2 = { .state = WRD_SHOWN,
                                                           .value = 35,
                                                           .has_n = true,
                                                           .n = 1200 } };
    s->release.responses = s->responses;
    s->release.n_responses = 1;
    s->release.count = (struct wrd_release_count){ 7, 1, 31, 11, 1, 0 };
}

/* The same study with too few answers: every figure hidden, every breakdown left out. */
static inline void sample_nearly_empty(struct sample *s)
{
    sample_release(s);
    for (size_t i = 0; i < s->release.n_tables; i++) {
        struct wrd_seen_table *table = &s->tables[i];
        if (table->by) {
            table->design = WRD_DESIGN_LEFT_OUT;
            table->n_rows = 0;
        }
        for (size_t g = 0; g < table->n_groups; g++)
            for (size_t r = 0; r < table->n_rows; r++)
                sample_put(table, g, r, sample_hidden());
    }
    s->release.count = (struct wrd_release_count){ 7, 2, 22, 22, 1, 1 };
}

#endif
