/* tests/support/margins.h - known totals for a survey made by hand (hand.h). */
#ifndef SUPPORT_MARGINS_H
#define SUPPORT_MARGINS_H

#include "support/hand.h"

/* Texts between spaces, at most n; returns how many. */
static inline size_t margins_split(struct hand *hand, const char *text, const char **parts,
                                   size_t n)
{
    size_t found = 0;
    while (*(text += strspn(text, " ")) && found < n) {
        const size_t len = strcspn(text, " ");
        parts[found++] = wrd_arena_text(hand->arena, text, len);
        text += len;
    }
    return found;
}

/* "age gender" */
static inline void margins_weigh(struct hand *hand, enum wrd_weighting method, const char *names)
{
    struct wrd_source *source = &hand->study.sources[0];
    source->weights.method = method;
    source->weights.margins_place = (struct wrd_place){
        .file = "study.yml", .line = 10, .column = 7, .key = "weights.margins"
    };
    source->weights.margins = wrd_arena_take_array(hand->arena, HAND_ROOM, sizeof(char *));
    source->weights.n_margins = margins_split(hand, names, source->weights.margins, HAND_ROOM);
}

/* "age,1,1060 age*gender,1*m,530": rows of population.csv. */
static inline void margins_population(struct hand *hand, const char *text)
{
    const char *rows[4 * HAND_ROOM];
    struct wrd_codebook *book = &hand->book;
    book->n_populations = margins_split(hand, text, rows, 4 * HAND_ROOM);
    book->populations =
        wrd_arena_take_array(hand->arena, book->n_populations + 1, sizeof *book->populations);
    for (size_t r = 0; r < book->n_populations; r++) {
        char *row = wrd_arena_text(hand->arena, rows[r], strlen(rows[r]));
        const char *variable = strsep(&row, ","), *code = strsep(&row, ",");
        book->populations[r] = (struct wrd_population){
            .source = "vol",
            .variable = variable,
            .code = code,
            .place = { .file = "codebook/population.csv", .line = (uint32_t)r + 2 },
        };
        if (!row || !wrd_integer_read(row, strlen(row), &book->populations[r].count))
            abort(); /* a fault of the test */
    }
}

/* Base weights; the method stays what it is. */
static inline void margins_base(struct hand *hand, uint8_t decimals, const int64_t *units, size_t n)
{
    const enum wrd_weighting method = hand->study.sources[0].weights.method;
    hand_weights(hand, decimals, units, n);
    hand->study.sources[0].weights.method = method;
}

static inline void margins_trim(struct hand *hand, struct wrd_decimal low, struct wrd_decimal high)
{
    hand->study.sources[0].weights.trims = true;
    hand->study.sources[0].weights.low = low;
    hand->study.sources[0].weights.high = high;
}

#endif
