/* tests/support/hand.h - a survey made by hand: one source, one wave, its codebook and answers.
 *
 * An answer is one character, a respondent each, spaces do not count: the code of the answer, or
 * '.' empty, '?' don't know, '/' not applicable, '-' not asked, '!' invalid.
 *
 * Memory   Everything goes with hand_free. */
#ifndef SUPPORT_HAND_H
#define SUPPORT_HAND_H

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "waardering/steps.h"

enum { HAND_ROOM = 16 };

struct hand {
    struct wrd_arena *arena;
    struct wrd_diag *diag;
    struct wrd_study study;
    struct wrd_codebook book;
    struct wrd_frame frame;
};

static inline struct hand *hand_new(void)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct hand *hand = wrd_arena_take(arena, sizeof *hand);
    hand->arena = arena;
    hand->diag = wrd_diag_new();
    hand->study.sources = wrd_arena_take_array(arena, 1, sizeof(struct wrd_source));
    hand->study.n_sources = 1;
    hand->study.sources[0].id = "vol";
    hand->study.sources[0].weights.grid_exponent = -1;
    hand->study.sources[0].weights.place =
        (struct wrd_place){ .file = "study.yml", .line = 9, .column = 5, .key = "weights" };
    hand->study.sources[0].design.place =
        (struct wrd_place){ .file = "study.yml", .line = 12, .column = 5, .key = "design" };
    hand->study.waves = wrd_arena_take_array(arena, 1, sizeof(struct wrd_wave));
    hand->study.n_waves = 1;
    hand->study.waves[0].name = "2026";
    hand->study.waves[0].invited[0] = -1;
    hand->study.analysis.confidence = (struct wrd_decimal){ 95, 2 };
    hand->book.variables = wrd_arena_take_array(arena, HAND_ROOM, sizeof(struct wrd_variable));
    hand->book.scales = wrd_arena_take_array(arena, HAND_ROOM, sizeof(struct wrd_scale));
    hand->frame.columns = wrd_arena_take_array(arena, HAND_ROOM, sizeof(struct wrd_column));
    hand->frame.file = "2026/vol.csv";
    return hand;
}

static inline void hand_free(struct hand *hand)
{
    wrd_diag_free(hand->diag);
    wrd_arena_free(hand->arena);
}

/* Answers in display order.  Valid answers without a score: all_scored is false. */
static inline struct wrd_list *hand_list(struct hand *hand, const struct wrd_value *values,
                                         size_t n)
{
    struct wrd_list *list = wrd_arena_take(hand->arena, sizeof *list);
    list->name = "list";
    list->values = wrd_arena_take_array(hand->arena, n, sizeof *list->values);
    list->answers = wrd_arena_take_array(hand->arena, n, sizeof *list->answers);
    list->n_values = n;
    list->all_scored = true;
    for (size_t v = 0; v < n; v++) {
        struct wrd_value *value = &list->values[v];
        *value = values[v];
        for (int lang = 0; lang < WRD_LANGS; lang++)
            value->label[lang] = value->label[lang] ? value->label[lang] : "";
        value->answer = -1;
        if (value->reason != WRD_NO_REASON)
            continue;
        value->answer = (int)list->n_answers;
        list->answers[list->n_answers++] = value;
        list->ordered |= value->side != WRD_SIDE_NONE || value->score_given;
        list->all_scored &= value->has_score;
        list->has_fallback |= value->side != WRD_SIDE_NONE || value->fallback;
    }
    return list;
}

/* Codes and scores 1..n (n at most 9) from negative to positive, and 8 don't know (n 5). */
static inline struct wrd_list *hand_agree(struct hand *hand)
{
    static const enum wrd_side side[5] = { WRD_SIDE_NEGATIVE, WRD_SIDE_NEGATIVE, WRD_SIDE_NEUTRAL,
                                           WRD_SIDE_POSITIVE, WRD_SIDE_POSITIVE };
    static const char *const code[5] = { "1", "2", "3", "4", "5" };
    static const char *const label[5] = { "never", "rarely", "sometimes", "often", "always" };
    struct wrd_value values[6];
    for (int i = 0; i < 5; i++)
        values[i] = (struct wrd_value){ .code = code[i],
                                        .label = { label[i], label[i] },
                                        .reason = WRD_NO_REASON,
                                        .side = side[i],
                                        .has_score = true,
                                        .score = { i + 1, 0 } };
    values[5] = (struct wrd_value){ .code = "8", .reason = WRD_DONT_KNOW };
    return hand_list(hand, values, 6);
}

/* Nominal answers, a character a code. */
static inline struct wrd_list *hand_names(struct hand *hand, const char *codes)
{
    struct wrd_value values[HAND_ROOM] = { { 0 } };
    size_t n = strlen(codes);
    for (size_t i = 0; i < n; i++)
        values[i] = (struct wrd_value){ .code = wrd_arena_text(hand->arena, &codes[i], 1),
                                        .reason = WRD_NO_REASON };
    return hand_list(hand, values, n);
}

static inline int hand_reason(char c)
{
    switch (c) {
    case '.':
        return WRD_EMPTY;
    case '?':
        return WRD_DONT_KNOW;
    case '/':
        return WRD_NOT_APPLICABLE;
    case '-':
        return WRD_NOT_ASKED;
    case '!':
        return WRD_INVALID;
    default:
        return WRD_NO_REASON;
    }
}

static inline size_t hand_count(const char *answers)
{
    size_t n = 0;
    for (; *answers; answers++)
        n += !isspace((unsigned char)*answers);
    return n;
}

/* code(list, c): index of the answer; list NULL: '0' and '1'. */
static inline int hand_code(const struct wrd_list *list, char c)
{
    if (!list)
        return c - '0';
    const struct wrd_value *value = wrd_list_value(list, &c, 1);
    if (!value)
        abort(); /* a fault of the test */
    return value->answer;
}

static inline void hand_fill(struct hand *hand, struct wrd_column *column,
                             const struct wrd_list *list, const char *answers)
{
    size_t n = hand_count(answers), i = 0;
    column->n_codes = list ? list->n_answers : 2;
    column->score_unit = 1;
    column->c8 = wrd_arena_take_array(hand->arena, n, 1);
    for (; *answers; answers++) {
        if (isspace((unsigned char)*answers))
            continue;
        int reason = hand_reason(*answers);
        int code = reason == WRD_NO_REASON ? hand_code(list, *answers) : WRD_FIRST_REASON + reason;
        column->c8[i++] = (uint8_t)code;
        if (reason == WRD_NO_REASON)
            column->valid++;
        else
            column->missing[reason]++;
    }
    if (!hand->frame.line) {
        hand->frame.line = wrd_arena_take_array(hand->arena, n, sizeof *hand->frame.line);
        for (size_t l = 0; l < n; l++)
            hand->frame.line[l] = (uint32_t)l + 2;
    }
    hand->frame.n = n;
}

static inline struct wrd_variable *hand_variable(struct hand *hand, const char *name,
                                                 enum wrd_type type, unsigned roles)
{
    struct wrd_variable *variable = &hand->book.variables[hand->book.n_variables++];
    *variable = (struct wrd_variable){
        .name = name, .sources = 1, .column = name, .type = type, .roles = roles, .scale = -1
    };
    return variable;
}

static inline struct wrd_column *hand_column(struct hand *hand, const struct wrd_variable *variable)
{
    return &hand->frame.columns[variable - hand->book.variables];
}

/* answers NULL: not asked in this wave. */
static inline struct wrd_variable *hand_single(struct hand *hand, const char *name, unsigned roles,
                                               const struct wrd_list *list, const char *answers)
{
    struct wrd_variable *variable = hand_variable(hand, name, WRD_TYPE_SINGLE, roles);
    variable->list = list;
    if (answers)
        hand_fill(hand, hand_column(hand, variable), list, answers);
    return variable;
}

/* An item of scale `scale`; `reverse`: as in the codebook. */
static inline struct wrd_variable *hand_item(struct hand *hand, const char *name, int scale,
                                             bool reverse, const struct wrd_list *list,
                                             const char *answers)
{
    struct wrd_variable *variable = hand_single(hand, name, 0, list, answers);
    variable->scale = scale;
    variable->reverse = reverse;
    return variable;
}

static inline struct wrd_scale *hand_scale(struct hand *hand, const char *name,
                                           unsigned min_answered)
{
    struct wrd_scale *scale = &hand->book.scales[hand->book.n_scales++];
    *scale = (struct wrd_scale){ .name = name, .min_answered = min_answered };
    return scale;
}

/* A string an option of the list: '1' ticked, '0' not; NULL: no column in this wave. */
static inline struct wrd_variable *hand_multiple(struct hand *hand, const char *name,
                                                 const struct wrd_list *list,
                                                 const char *const *options)
{
    struct wrd_variable *variable = hand_variable(hand, name, WRD_TYPE_MULTIPLE, WRD_ROLE_OUTCOME);
    struct wrd_column *column = hand_column(hand, variable);
    variable->list = list;
    column->n_options = list->n_answers;
    column->options = wrd_arena_take_array(hand->arena, list->n_answers, sizeof *column->options);
    for (size_t o = 0; o < list->n_answers; o++)
        if (options[o])
            hand_fill(hand, &column->options[o], NULL, options[o]);
    return variable;
}

/* Whole numbers 0-9 (a character each) divided by `unit`; only those that occur are codes. */
static inline struct wrd_variable *hand_number(struct hand *hand, const char *name, int64_t unit,
                                               const char *answers)
{
    char seen[11] = "";
    for (char digit = '0'; digit <= '9'; digit++)
        if (strchr(answers, digit))
            seen[strlen(seen)] = digit;
    struct wrd_variable *variable = hand_variable(hand, name, WRD_TYPE_NUMBER, WRD_ROLE_OUTCOME);
    struct wrd_column *column = hand_column(hand, variable);
    hand_fill(hand, column, hand_names(hand, seen), answers);
    int64_t *score = wrd_arena_take_array(hand->arena, column->n_codes, sizeof *score);
    for (size_t v = 0; v < column->n_codes; v++)
        score[v] = seen[v] - '0';
    column->score = score;
    column->score_unit = unit;
    return variable;
}

/* Weights units[n] / 10^decimals, given to source 0. */
static inline void hand_weights(struct hand *hand, uint8_t decimals, const int64_t *units, size_t n)
{
    struct wrd_variable *variable = hand_variable(hand, "w", WRD_TYPE_WEIGHT, 0);
    struct wrd_column *column = hand_column(hand, variable);
    column->decimals = decimals;
    column->units = wrd_arena_take_array(hand->arena, n, sizeof *units);
    memcpy(column->units, units, n * sizeof *units);
    hand->study.sources[0].weights.method = WRD_WEIGHTS_GIVEN;
    hand->study.sources[0].weights.variable = "w";
    if (!hand->frame.line) {
        hand->frame.line = wrd_arena_take_array(hand->arena, n, sizeof *hand->frame.line);
        for (size_t l = 0; l < n; l++)
            hand->frame.line[l] = (uint32_t)l + 2;
    }
    hand->frame.n = n;
}

static inline void hand_strata(struct hand *hand, const char *const *names, size_t n)
{
    hand->study.sources[0].design.strata =
        wrd_arena_take_array(hand->arena, n, sizeof(const char *));
    memcpy(hand->study.sources[0].design.strata, names, n * sizeof *names);
    hand->study.sources[0].design.n_strata = n;
}

static inline enum wrd_status hand_weigh(struct hand *hand)
{
    return wrd_weight(hand->arena, &hand->study, &hand->book, &hand->frame, hand->diag);
}

/* Weighs and tabulates; NULL: one of the two said an error. */
static inline struct wrd_tables *hand_tables(struct hand *hand)
{
    struct wrd_tables *tables = NULL;
    const struct wrd_frame *frame = &hand->frame;
    if (hand_weigh(hand) != WRD_OK)
        return NULL;
    if (wrd_tabulate(hand->arena, &hand->study, &hand->book, &frame, 1, hand->diag, &tables) !=
        WRD_OK)
        return NULL;
    return tables;
}

static inline const struct wrd_outcome *hand_outcome(const struct wrd_tables *tables,
                                                     const char *name)
{
    for (size_t o = 0; o < tables->n_outcomes; o++)
        if (strcmp(tables->outcomes[o].name, name) == 0)
            return &tables->outcomes[o];
    return NULL;
}

/* The row with that statistic and code; outcome->n_rows: none. */
static inline size_t hand_row(const struct wrd_outcome *outcome, enum wrd_statistic statistic,
                              const char *code)
{
    size_t r = 0;
    while (r < outcome->n_rows &&
           (outcome->rows[r].statistic != statistic || strcmp(outcome->rows[r].code, code) != 0))
        r++;
    return r;
}

/* A figure of a table (0: everybody); it must exist as a row. */
static inline const struct wrd_figure *hand_figure(const struct wrd_outcome *outcome, size_t table,
                                                   size_t group, enum wrd_statistic statistic,
                                                   const char *code)
{
    size_t row = hand_row(outcome, statistic, code);
    if (row == outcome->n_rows)
        abort(); /* a fault of the test */
    return wrd_table_figure(&outcome->tables[table], group, row);
}

#endif
