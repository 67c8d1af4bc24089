/* read/numbers.c - the distinct numbers of one column; see read/numbers.h. */
#include "read/numbers.h"

#include <stdlib.h>

#include "core/number.h"

#define uthash_malloc(size) wrd_alloc(1, (size))
#include <uthash.h>

struct wrd_number_entry {
    struct { /* 16 bytes without holes: they are hashed */
        int64_t units, decimals;
    } key;
    unsigned index;
    UT_hash_handle hh;
};

/* 12.50 and 12.5 are one number. */
static struct wrd_decimal without_zeros(struct wrd_decimal number)
{
    while (number.decimals > 0 && number.units % 10 == 0) {
        number.units /= 10;
        number.decimals--;
    }
    return number;
}

static void keep_value(struct wrd_numbers *numbers, struct wrd_decimal number)
{
    if (numbers->n == numbers->room) {
        numbers->room = numbers->room ? numbers->room * 2 : 16;
        numbers->values = wrd_realloc(numbers->values, numbers->room, sizeof *numbers->values);
    }
    numbers->values[numbers->n++] = number;
}

unsigned wrd_numbers_put(struct wrd_numbers *numbers, struct wrd_decimal number)
{
    number = without_zeros(number);
    struct wrd_number_entry *entry, sought = { .key = { number.units, number.decimals } };
    HASH_FIND(hh, numbers->entries, &sought.key, sizeof sought.key, entry);
    if (entry)
        return entry->index;
    if (numbers->n == WRD_MAX_NUMBERS)
        return WRD_NUMBERS_FULL;
    entry = wrd_alloc(1, sizeof *entry);
    entry->key = sought.key;
    entry->index = (unsigned)numbers->n;
    HASH_ADD(hh, numbers->entries, key, sizeof entry->key, entry);
    keep_value(numbers, number);
    return entry->index;
}

struct ranked {
    struct wrd_decimal value;
    size_t index;
};

static int by_value(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    return wrd_decimal_compare(x->value, y->value);
}

bool wrd_decimals_scale(const struct wrd_decimal *numbers, size_t n, int64_t *units, int64_t *unit)
{
    uint8_t decimals = 0;
    bool fits = true;
    for (size_t i = 0; i < n; i++) {
        struct wrd_decimal number = without_zeros(numbers[i]);
        if (number.decimals > decimals)
            decimals = number.decimals;
    }
    for (size_t i = 0; i < n; i++)
        fits &= wrd_decimal_scale(without_zeros(numbers[i]), decimals, &units[i]);
    *unit = wrd_power_of_ten(decimals);
    return fits;
}

bool wrd_numbers_rank(const struct wrd_numbers *numbers, const uint64_t *counts,
                      struct wrd_arena *arena, uint16_t *code, size_t *n_codes,
                      const int64_t **score, int64_t *unit)
{
    struct ranked *ranked = wrd_alloc(numbers->n + 1, sizeof *ranked);
    struct wrd_decimal *values = wrd_alloc(numbers->n + 1, sizeof *values);
    size_t n = 0;
    for (size_t i = 0; i < numbers->n; i++)
        if (counts[i] > 0)
            ranked[n++] = (struct ranked){ numbers->values[i], i };
    qsort(ranked, n, sizeof *ranked, by_value);
    for (size_t rank = 0; rank < n; rank++) {
        code[ranked[rank].index] = (uint16_t)rank;
        values[rank] = ranked[rank].value;
    }
    int64_t *units = wrd_arena_take_array(arena, n + 1, sizeof *units);
    bool fits = wrd_decimals_scale(values, n, units, unit);
    *n_codes = n;
    *score = units;
    free(ranked);
    free(values);
    return fits;
}

void wrd_numbers_clear(struct wrd_numbers *numbers)
{
    struct wrd_number_entry *entry, *next;
    HASH_ITER(hh, numbers->entries, entry, next)
    {
        HASH_DEL(numbers->entries, entry);
        free(entry);
    }
    free(numbers->values);
}
