/* read/columns.c - columns that grow together; see read/columns.h. */
#include "read/columns.h"

#include <stdlib.h>
#include <string.h>

#include "core/limits.h"
#include "core/number.h"

enum { FIRST_ROOM = WRD_LIMIT(1024, 2) };

static void open_list(struct wrd_answers_of *of)
{
    const struct wrd_list *list = of->variable->list;
    if (of->variable->type == WRD_TYPE_SINGLE) {
        of->codes.size = list->n_answers > WRD_FIRST_REASON ? 2 : 1;
        return;
    }
    of->n_options = list->n_answers;
    of->options = wrd_alloc(of->n_options + 1, sizeof *of->options);
    for (size_t i = 0; i < of->n_options; i++)
        of->options[i].size = 1;
}

static bool open_coder(struct wrd_answers_of *of, const struct wrd_survey *survey,
                       const char *separators, struct wrd_diag *diag)
{
    const char own[] = { of->variable->separator, '\0' };
    of->coder = wrd_coder_new(survey, of->variable, diag);
    if (of->coder && of->variable->type == WRD_TYPE_MULTIPLE)
        of->inside = wrd_coder_inside(of->coder, *own ? own : separators);
    return of->coder != NULL;
}

static bool open_answers(struct wrd_answers_of *of, const struct wrd_survey *survey,
                         const char *separators, struct wrd_diag *diag)
{
    of->n_wrongs = of->found->n_options ? of->found->n_options : 1;
    of->wrongs = wrd_alloc(of->n_wrongs, sizeof *of->wrongs);
    of->personal = wrd_alloc(of->n_wrongs, sizeof *of->personal);
    switch (of->variable->type) {
    case WRD_TYPE_SINGLE:
    case WRD_TYPE_MULTIPLE:
        open_list(of);
        return open_coder(of, survey, separators, diag);
    case WRD_TYPE_NUMBER:
        of->codes.size = 2;
        return true;
    case WRD_TYPE_WEIGHT:
        of->units.size = sizeof(int64_t);
        of->decimals.size = 1;
        of->codes.size = 1;
        return true;
    case WRD_TYPE_ID:
        of->ids.size = sizeof(uint64_t);
        break;
    case WRD_TYPE_DATE:
        of->units.size = sizeof(int64_t);
        break;
    case WRD_TYPE_TEXT:
    case WRD_TYPES:
        break;
    }
    of->codes.size = 1;
    return true;
}

enum wrd_status wrd_columns_open(const struct wrd_survey *survey, const struct wrd_header *header,
                                 const char *separators, bool may_drop, struct wrd_diag *diag,
                                 struct wrd_columns *columns)
{
    const struct wrd_codebook *book = survey->book;
    enum wrd_status status = WRD_OK;
    *columns = (struct wrd_columns){ .line = { .size = sizeof(uint32_t) } };
    columns->dropped.size = may_drop;
    columns->of = wrd_alloc(book->n_variables + 1, sizeof *columns->of);
    for (size_t i = 0; i < book->n_variables; i++) {
        if (!header->found[i].asked)
            continue;
        struct wrd_answers_of *of = &columns->of[columns->n_of++];
        of->variable = &book->variables[i];
        of->index = i;
        of->found = &header->found[i];
        if (!open_answers(of, survey, separators, diag))
            status = WRD_EINPUT;
    }
    return status;
}

/* Calls `with` for every array that is in use. */
static void each_array(struct wrd_columns *columns,
                       void (*with)(struct wrd_growing *growing, void *self), void *self)
{
    with(&columns->line, self);
    with(&columns->dropped, self);
    for (size_t i = 0; i < columns->n_of; i++) {
        struct wrd_answers_of *of = &columns->of[i];
        with(&of->codes, self);
        with(&of->units, self);
        with(&of->decimals, self);
        with(&of->ids, self);
        for (size_t k = 0; k < of->n_options; k++)
            with(&of->options[k], self);
    }
}

static void grow(struct wrd_growing *growing, void *self)
{
    const size_t *room = self;
    if (growing->size)
        growing->at.any = wrd_realloc(growing->at.any, *room, growing->size);
}

void wrd_columns_reserve(struct wrd_columns *columns)
{
    if (columns->n < columns->room)
        return;
    columns->room = columns->room ? columns->room * 2 : FIRST_ROOM;
    each_array(columns, grow, &columns->room);
}

static void drop_rows(struct wrd_growing *growing, void *self)
{
    const struct wrd_columns *columns = self;
    if (!growing->size || growing == &columns->dropped)
        return;
    size_t kept = 0;
    for (size_t row = 0; row < columns->n; row++)
        if (!columns->dropped.at.u8[row]) {
            memmove(growing->at.u8 + kept * growing->size, growing->at.u8 + row * growing->size,
                    growing->size);
            kept++;
        }
}

static void take_out_dropped(struct wrd_columns *columns)
{
    size_t dropped = 0;
    if (columns->dropped.size)
        for (size_t row = 0; row < columns->n; row++)
            dropped += columns->dropped.at.u8[row];
    if (dropped == 0)
        return;
    each_array(columns, drop_rows, columns);
    columns->n -= dropped;
}

/* The array goes to the arena, no longer than it has to be. */
static void *hand_over(struct wrd_growing *growing, size_t n, struct wrd_arena *arena)
{
    void *block = wrd_realloc(growing->at.any, n ? n : 1, growing->size);
    growing->at.any = NULL;
    wrd_arena_adopt(arena, block);
    return block;
}

static void count_codes(struct wrd_column *column, const struct wrd_growing *codes, size_t n)
{
    for (size_t row = 0; row < n; row++) {
        unsigned code = wrd_growing_code_at(codes, row);
        if (code < WRD_CODE_REASON)
            column->valid++;
        else
            column->missing[code - WRD_CODE_REASON]++;
    }
}

static void finish_codes(struct wrd_growing *codes, size_t n, struct wrd_arena *arena,
                         struct wrd_column *column)
{
    bool wide = codes->size == 2;
    count_codes(column, codes, n);
    void *block = hand_over(codes, n, arena);
    column->c16 = wide ? block : NULL;
    column->c8 = wide ? NULL : block;
}

/* Scores at common decimals; a list without a score for every answer has none. */
static bool finish_scores(const struct wrd_list *list, struct wrd_arena *arena,
                          struct wrd_column *column)
{
    column->score_unit = 1;
    if (!list->all_scored || list->n_answers == 0)
        return true;
    struct wrd_decimal *scores = wrd_alloc(list->n_answers, sizeof *scores);
    int64_t *units = wrd_arena_take_array(arena, list->n_answers, sizeof *units);
    for (size_t i = 0; i < list->n_answers; i++)
        scores[i] = list->answers[i]->score;
    bool fits = wrd_decimals_scale(scores, list->n_answers, units, &column->score_unit);
    column->score = units;
    free(scores);
    return fits;
}

/* Of what the respondents used: a number that only a row set aside had gets no code. */
static void count_numbers(const struct wrd_growing *codes, size_t n, uint64_t *counts)
{
    for (size_t row = 0; row < n; row++)
        if (codes->at.u16[row] < WRD_CODE_REASON)
            counts[codes->at.u16[row]]++;
}

/* One byte is enough for at most 248 numbers; the array shrinks in place, from the front. */
static void narrow(struct wrd_growing *codes, size_t n)
{
    for (size_t row = 0; row < n; row++) {
        unsigned code = codes->at.u16[row];
        codes->at.u8[row] =
            (uint8_t)(code < WRD_CODE_REASON ? code : code - WRD_CODE_REASON + WRD_FIRST_REASON);
    }
    codes->size = 1;
}

static bool finish_number(struct wrd_answers_of *of, size_t n, struct wrd_arena *arena,
                          struct wrd_column *column)
{
    uint64_t *counts = wrd_alloc(of->numbers.n + 1, sizeof *counts);
    uint16_t *code = wrd_alloc(of->numbers.n + 1, sizeof *code);
    count_numbers(&of->codes, n, counts);
    bool fits = wrd_numbers_rank(&of->numbers, counts, arena, code, &column->n_codes,
                                 &column->score, &column->score_unit);
    for (size_t row = 0; row < n; row++)
        if (of->codes.at.u16[row] < WRD_CODE_REASON)
            of->codes.at.u16[row] = code[of->codes.at.u16[row]];
    if (column->n_codes <= WRD_FIRST_REASON)
        narrow(&of->codes, n);
    finish_codes(&of->codes, n, arena, column);
    free(counts);
    free(code);
    return fits;
}

static void finish_multiple(struct wrd_answers_of *of, size_t n, struct wrd_arena *arena,
                            struct wrd_column *column)
{
    column->n_options = of->n_options;
    column->options = wrd_arena_take_array(arena, of->n_options + 1, sizeof *column->options);
    column->score_unit = 1;
    for (size_t row = 0; row < n; row++) { /* the question as a whole: seen, or why not */
        unsigned reason = WRD_NOT_ASKED + WRD_FIRST_REASON;
        for (size_t k = 0; k < of->n_options; k++) {
            uint8_t code = of->options[k].at.u8[row];
            if (code < WRD_FIRST_REASON || reason == WRD_NOT_ASKED + WRD_FIRST_REASON)
                reason = code;
            if (code < WRD_FIRST_REASON)
                break;
        }
        if (reason < WRD_FIRST_REASON)
            column->valid++;
        else
            column->missing[reason - WRD_FIRST_REASON]++;
    }
    for (size_t k = 0; k < of->n_options; k++) {
        column->options[k].n_codes = 2;
        column->options[k].score_unit = 1;
        finish_codes(&of->options[k], n, arena, &column->options[k]);
    }
}

static uint8_t common_decimals(const struct wrd_answers_of *of, size_t n)
{
    uint8_t decimals = 0;
    for (size_t row = 0; row < n; row++)
        if (of->codes.at.u8[row] < WRD_FIRST_REASON && of->decimals.at.u8[row] > decimals)
            decimals = of->decimals.at.u8[row];
    return decimals;
}

/* Fewer decimals when 64 bits do not hold the largest weight at those of the finest. */
static bool scale_weights(struct wrd_answers_of *of, size_t n, uint8_t decimals, int64_t *units)
{
    for (size_t row = 0; row < n; row++) {
        struct wrd_decimal weight = { of->units.at.i64[row], of->decimals.at.u8[row] };
        units[row] = -1;
        if (of->codes.at.u8[row] < WRD_FIRST_REASON &&
            !wrd_decimal_round(weight, decimals, &units[row]))
            return false;
    }
    return true;
}

static void finish_weight(struct wrd_answers_of *of, size_t n, struct wrd_arena *arena,
                          struct wrd_column *column)
{
    int64_t *units = wrd_arena_take_array(arena, n + 1, sizeof *units);
    uint8_t decimals = common_decimals(of, n);
    while (!scale_weights(of, n, decimals, units))
        decimals--; /* at 0 every weight fits: it was read into 64 bits */
    column->units = units;
    column->decimals = decimals;
    column->score_unit = 1;
    count_codes(column, &of->codes, n);
}

static struct wrd_place at(const struct wrd_answers_of *of, const struct wrd_header *header,
                           struct wrd_place place)
{
    place.variable = of->variable->name;
    place.line = 0;
    if (of->found->column != WRD_NO_COLUMN) {
        place.column = (uint32_t)of->found->column + 1;
        place.key = header->key[of->found->column];
    }
    return place;
}

static void finish_answers(struct wrd_answers_of *of, size_t n, struct wrd_arena *arena,
                           struct wrd_place place, struct wrd_diag *diag, struct wrd_column *column)
{
    const char *name = of->variable->name;
    switch (of->variable->type) {
    case WRD_TYPE_SINGLE:
        if (!finish_scores(of->variable->list, arena, column))
            wrd_say(diag, WRD_E0228, of->variable->list->place, of->variable->list->name);
        column->n_codes = of->variable->list->n_answers;
        finish_codes(&of->codes, n, arena, column);
        break;
    case WRD_TYPE_MULTIPLE:
        finish_multiple(of, n, arena, column);
        break;
    case WRD_TYPE_NUMBER:
        if (of->numbers_full)
            wrd_say(diag, WRD_E0227, place, name);
        if (!finish_number(of, n, arena, column))
            wrd_say(diag, WRD_E0228, place, name);
        break;
    case WRD_TYPE_WEIGHT:
        finish_weight(of, n, arena, column);
        break;
    case WRD_TYPE_ID:
        column->id = hand_over(&of->ids, n, arena);
        column->score_unit = 1;
        count_codes(column, &of->codes, n);
        break;
    case WRD_TYPE_DATE:
        column->units = hand_over(&of->units, n, arena);
        column->score_unit = 1;
        count_codes(column, &of->codes, n);
        break;
    case WRD_TYPE_TEXT:
        column->names_money = of->names_money;
        column->score_unit = 1;
        count_codes(column, &of->codes, n);
        break;
    case WRD_TYPES:
        column->score_unit = 1;
        count_codes(column, &of->codes, n);
        break;
    }
}

enum wrd_status wrd_columns_finish(struct wrd_columns *columns, struct wrd_arena *arena,
                                   const struct wrd_header *header, struct wrd_place place,
                                   struct wrd_diag *diag, struct wrd_frame *frame)
{
    size_t errors = wrd_diag_errors(diag);
    take_out_dropped(columns);
    frame->n = columns->n;
    for (size_t i = 0; i < columns->n_of; i++) {
        struct wrd_answers_of *of = &columns->of[i];
        finish_answers(of, columns->n, arena, at(of, header, place), diag,
                       &frame->columns[of->index]);
    }
    frame->line = hand_over(&columns->line, columns->n, arena);
    return wrd_diag_errors(diag) > errors ? WRD_EINPUT : WRD_OK;
}

static void give_back(struct wrd_growing *growing, void *self)
{
    (void)self;
    free(growing->at.any);
    growing->at.any = NULL;
}

void wrd_columns_free(struct wrd_columns *columns)
{
    each_array(columns, give_back, NULL);
    for (size_t i = 0; i < columns->n_of; i++) {
        struct wrd_answers_of *of = &columns->of[i];
        for (size_t k = 0; k < of->n_wrongs; k++)
            wrd_wrongs_clear(&of->wrongs[k]);
        free(of->wrongs);
        free(of->personal);
        free(of->options);
        wrd_numbers_clear(&of->numbers);
        wrd_coder_free(of->coder);
    }
    free(columns->of);
}
