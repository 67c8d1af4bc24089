/* tabulate/complete.c - METHOD 7.26: which respondents are complete; see response.h.
 *
 * AAPOR counts a respondent as complete or partial by the share of the questions that apply to the
 * respondent.  A question with several answers is one question. */
#include "tabulate/response.h"

enum { COMPLETE_PERCENT = 80 };

/* What a respondent did with a question, from least to most. */
enum deed { NOT_ASKED, NOT_ANSWERED, ANSWERED };

static bool has_codes(const struct wrd_column *column)
{
    return column->c8 || column->c16;
}

static enum deed deed_in(const struct wrd_column *column, size_t i)
{
    const size_t slot = wrd_column_slot(column, i);
    if (slot < column->n_codes)
        return ANSWERED;
    switch (slot - column->n_codes) {
    case WRD_DONT_KNOW:
    case WRD_NOT_APPLICABLE:
        return ANSWERED;
    case WRD_NOT_ASKED:
        return NOT_ASKED;
    default:
        return NOT_ANSWERED;
    }
}

static enum deed deed_of(const struct wrd_column *column, size_t i)
{
    enum deed most = has_codes(column) ? deed_in(column, i) : NOT_ASKED;
    for (size_t o = 0; o < column->n_options; o++)
        if (has_codes(&column->options[o])) {
            const enum deed deed = deed_in(&column->options[o], i);
            most = deed > most ? deed : most;
        }
    return most;
}

static bool counts(const struct wrd_variable *variable, size_t source)
{
    return wrd_variable_of(variable, source) &&
           ((variable->roles & WRD_ROLE_OUTCOME) != 0 || variable->scale >= 0);
}

/* A column at a time: that is how they lie in memory. */
uint64_t wrd_complete_count(const struct wrd_codebook *book, const struct wrd_frame *frame)
{
    struct wrd_arena *scratch = wrd_arena_new();
    uint32_t *asked = wrd_arena_take_array(scratch, frame->n, sizeof *asked);
    uint32_t *answered = wrd_arena_take_array(scratch, frame->n, sizeof *answered);
    uint64_t complete = 0;
    for (size_t v = 0; v < book->n_variables; v++) {
        if (!counts(&book->variables[v], frame->source))
            continue;
        for (size_t i = 0; i < frame->n; i++) {
            const enum deed deed = deed_of(&frame->columns[v], i);
            asked[i] += deed != NOT_ASKED;
            answered[i] += deed == ANSWERED;
        }
    }
    for (size_t i = 0; i < frame->n; i++)
        complete += 100 * (uint64_t)answered[i] >= COMPLETE_PERCENT * (uint64_t)asked[i];
    wrd_arena_free(scratch);
    return complete;
}
