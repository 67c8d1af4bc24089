/* tests/support/frame.h - what holds for every frame (waardering/frame.h), whatever was read. */
#ifndef SUPPORT_FRAME_H
#define SUPPORT_FRAME_H

#include "support/fuzz.h"
#include "waardering/frame.h"

static inline void demand_balance(const struct wrd_frame *frame)
{
    uint64_t away = frame->balance.empty + frame->balance.set_aside + frame->balance.duplicate;
    uint64_t told = 0;
    demand(frame->balance.rows == frame->balance.used + away && frame->balance.used == frame->n);
    for (size_t i = 0; i < frame->n_asides; i++) {
        told += frame->asides[i].column == 0;
        demand(i == 0 || frame->asides[i - 1].line <= frame->asides[i].line);
    }
    demand(told == away);
    for (size_t i = 1; i < frame->n; i++)
        demand(frame->line[i - 1] < frame->line[i]);
}

/* Only codes and reasons there are, and as many as the counts say. */
static inline void demand_codes(const struct wrd_column *column, size_t n)
{
    uint64_t valid = 0, missing[WRD_REASON_SLOTS] = { 0 };
    demand(!column->c8 != !column->c16);
    for (size_t i = 0; i < n; i++) {
        size_t slot = wrd_column_slot(column, i);
        unsigned code = wrd_column_code(column, i);
        unsigned first = column->c8 ? WRD_FIRST_REASON : WRD_FIRST_REASON16;
        demand(code < column->n_codes || (code >= first && code < first + WRD_REASONS));
        if (slot < column->n_codes)
            valid++;
        else
            missing[slot - column->n_codes]++;
    }
    demand(valid == column->valid);
    demand(memcmp(missing, column->missing, sizeof missing) == 0);
}

static inline void demand_counts(const struct wrd_column *column, size_t n)
{
    uint64_t all = column->valid;
    for (size_t i = 0; i < WRD_REASON_SLOTS; i++)
        all += column->missing[i];
    demand(all == n && column->missing[WRD_REASONS] == 0);
}

/* Rising, and within what the codebook allows. */
static inline void demand_numbers(const struct wrd_variable *variable,
                                  const struct wrd_column *column)
{
    for (size_t i = 0; i < column->n_codes; i++) {
        __int128 score = column->score[i], unit = column->score_unit;
        demand(i == 0 || column->score[i - 1] < column->score[i]);
        demand(!variable->has_min || score >= variable->min.units * unit);
        demand(!variable->has_max || score <= variable->max.units * unit);
    }
}

/* The bounds of the study of the fuzz targets are whole numbers. */
static inline void demand_column(const struct wrd_variable *variable,
                                 const struct wrd_column *column, size_t n)
{
    uint64_t there = 0;
    demand(column->score_unit > 0);
    demand_counts(column, n);
    switch (variable->type) {
    case WRD_TYPE_NUMBER:
        demand_numbers(variable, column);
        demand_codes(column, n);
        break;
    case WRD_TYPE_SINGLE:
        demand(column->n_codes == variable->list->n_answers);
        demand_codes(column, n);
        break;
    case WRD_TYPE_MULTIPLE:
        demand(column->n_options == variable->list->n_answers);
        for (size_t k = 0; k < column->n_options; k++)
            demand_codes(&column->options[k], n);
        break;
    case WRD_TYPE_WEIGHT:
        for (size_t i = 0; i < n; i++)
            there += column->units[i] >= 0;
        demand(there == column->valid);
        break;
    case WRD_TYPE_ID:
        for (size_t i = 0; i < n; i++)
            there += column->id[i] != 0;
        demand(there == column->valid);
        break;
    default:
        break;
    }
}

static inline void demand_frame(const struct wrd_codebook *book, const struct wrd_frame *frame)
{
    demand_balance(frame);
    for (size_t i = 0; i < book->n_variables; i++)
        demand_column(&book->variables[i], &frame->columns[i], frame->n);
}

static inline void demand_same(const void *a, const void *b, size_t size)
{
    demand(!a == !b && (!a || memcmp(a, b, size) == 0));
}

static inline void demand_same_column(const struct wrd_column *a, const struct wrd_column *b,
                                      size_t n)
{
    demand(a->n_codes == b->n_codes && a->n_options == b->n_options && a->valid == b->valid);
    demand(a->score_unit == b->score_unit && a->decimals == b->decimals);
    demand_same(a->missing, b->missing, sizeof a->missing);
    demand_same(a->c8, b->c8, n * sizeof *a->c8);
    demand_same(a->c16, b->c16, n * sizeof *a->c16);
    demand_same(a->score, b->score, a->n_codes * sizeof *a->score);
    demand_same(a->units, b->units, n * sizeof *a->units);
    demand_same(a->id, b->id, n * sizeof *a->id);
    for (size_t k = 0; k < a->n_options; k++)
        demand_same_column(&a->options[k], &b->options[k], n);
}

static inline void demand_same_frame(const struct wrd_codebook *book, const struct wrd_frame *a,
                                     const struct wrd_frame *b)
{
    demand(a->n == b->n && a->delimiter == b->delimiter && a->n_asides == b->n_asides);
    demand(strcmp(a->encoding, b->encoding) == 0 && strcmp(a->preset, b->preset) == 0);
    demand_same(&a->balance, &b->balance, sizeof a->balance);
    demand_same(a->line, b->line, a->n * sizeof *a->line);
    for (size_t i = 0; i < book->n_variables; i++)
        demand_same_column(&a->columns[i], &b->columns[i], a->n);
}

#endif
