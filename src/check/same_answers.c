/* check/same_answers.c - see same_answers.h.
 *
 * Sorted by a hash of all answers, and where that is equal by the answers themselves: so equal rows
 * stand together, and no two others are ever taken for equal. */
#include "check/same_answers.h"

#include <stdlib.h>

#include "waardering/arena.h"

/* The columns that are compared: of a multiple question one an option. */
struct columns {
    const struct wrd_column **of;
    bool *outcome; /* [n]: counts as an answer */
    size_t n;
};

struct compared {
    const struct columns *columns;
    const uint64_t *hash; /* [respondents] */
};

static void add_column(struct columns *columns, const struct wrd_column *column, bool outcome)
{
    if (!column->c8 && !column->c16)
        return;
    columns->of[columns->n] = column;
    columns->outcome[columns->n++] = outcome;
}

static size_t room_for(const struct wrd_codebook *book, const struct wrd_frame *frame)
{
    size_t room = 1;
    for (size_t v = 0; v < book->n_variables; v++)
        room += 1 + frame->columns[v].n_options;
    return room;
}

static struct columns find_columns(struct wrd_arena *arena, const struct wrd_codebook *book,
                                   const struct wrd_frame *frame)
{
    const size_t room = room_for(book, frame);
    struct columns columns = { wrd_arena_take_array(arena, room, sizeof *columns.of),
                               wrd_arena_take_array(arena, room, sizeof *columns.outcome), 0 };
    for (size_t v = 0; v < book->n_variables; v++) {
        const struct wrd_variable *variable = &book->variables[v];
        const struct wrd_column *column = &frame->columns[v];
        const bool outcome = (variable->roles & WRD_ROLE_OUTCOME) || variable->scale >= 0;
        if (!wrd_variable_of(variable, frame->source))
            continue;
        add_column(&columns, column, outcome);
        for (size_t o = 0; o < column->n_options; o++)
            add_column(&columns, &column->options[o], false); /* not ticked is hardly an answer */
    }
    return columns;
}

/* FNV-1a, a slot at a time. */
static uint64_t mixed(uint64_t hash, uint64_t slot)
{
    return (hash ^ slot) * 1099511628211U;
}

static void hash_all(const struct columns *columns, size_t n, uint64_t *hash, uint16_t *answered)
{
    for (size_t i = 0; i < n; i++)
        hash[i] = 14695981039346656037U;
    for (size_t c = 0; c < columns->n; c++)
        for (size_t i = 0; i < n; i++) {
            const size_t slot = wrd_column_slot(columns->of[c], i);
            hash[i] = mixed(hash[i], slot);
            answered[i] += columns->outcome[c] && slot < columns->of[c]->n_codes;
        }
}

static int by_answers(const void *a, const void *b, void *self)
{
    const struct compared *compared = self;
    const uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
    if (compared->hash[i] != compared->hash[j])
        return compared->hash[i] < compared->hash[j] ? -1 : 1;
    for (size_t c = 0; c < compared->columns->n; c++) {
        const unsigned x = wrd_column_code(compared->columns->of[c], i),
                       y = wrd_column_code(compared->columns->of[c], j);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return 0;
}

static void mark_equal(struct compared *compared, uint32_t *order, size_t n, uint8_t *same)
{
    qsort_r(order, n, sizeof *order, by_answers, compared);
    for (size_t i = 1; i < n; i++)
        if (by_answers(&order[i - 1], &order[i], compared) == 0)
            same[order[i - 1]] = same[order[i]] = 1;
}

static size_t count_outcomes(const struct columns *columns)
{
    size_t n = 0;
    for (size_t c = 0; c < columns->n; c++)
        n += columns->outcome[c];
    return n;
}

bool wrd_same_answers(const struct wrd_codebook *book, const struct wrd_frame *frame, uint8_t *same)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const struct columns columns = find_columns(scratch, book, frame);
    const bool judged = count_outcomes(&columns) >= WRD_SAME_LEAST;
    if (judged && frame->n > 0) {
        uint64_t *hash = wrd_arena_take_array(scratch, frame->n, sizeof *hash);
        uint16_t *answered = wrd_arena_take_array(scratch, frame->n, sizeof *answered);
        uint32_t *order = wrd_arena_take_array(scratch, frame->n, sizeof *order);
        struct compared compared = { &columns, hash };
        size_t n = 0;
        hash_all(&columns, frame->n, hash, answered);
        for (size_t i = 0; i < frame->n; i++)
            if (answered[i] >= WRD_SAME_LEAST)
                order[n++] = (uint32_t)i;
        mark_equal(&compared, order, n, same);
    }
    wrd_arena_free(scratch);
    return judged;
}
