/* register.c - see register.h. */
#include "weight/register.h"

#include <string.h>

#include "core/text.h"

/* The code that the row has for that part of its cross; NULL: it has no such part. */
static const char *code_of(struct wrd_arena *scratch, const struct wrd_population *row,
                           const char *name)
{
    const char *own;
    for (size_t i = 0; (own = wrd_text_part(scratch, row->variable, i)); i++)
        if (strcmp(own, name) == 0)
            return wrd_text_part(scratch, row->code, i);
    return NULL;
}

bool wrd_register_codes(struct wrd_arena *scratch, const struct wrd_population *row,
                        const char *const *names, size_t n, const char **codes)
{
    for (size_t i = 0; i < n; i++) {
        codes[i] = code_of(scratch, row, names[i]);
        if (!codes[i])
            return false;
    }
    return wrd_text_part(scratch, row->variable, n) == NULL;
}

static bool is_about(struct wrd_arena *scratch, const struct wrd_population *row, const char *name,
                     const char *code)
{
    const size_t most = strlen(name) + 1;
    const char **names = wrd_arena_take_array(scratch, most, sizeof *names);
    const char **codes = wrd_arena_take_array(scratch, most, sizeof *codes);
    size_t n = 0;
    while ((names[n] = wrd_text_part(scratch, name, n)))
        n++;
    if (!wrd_register_codes(scratch, row, names, n, codes))
        return false;
    for (size_t i = 0; i < n; i++) {
        const char *wanted = wrd_text_part(scratch, code, i);
        if (!wanted || strcmp(wanted, codes[i]) != 0)
            return false;
    }
    return true;
}

const struct wrd_population *wrd_register_row(struct wrd_arena *scratch,
                                              const struct wrd_codebook *book, const char *source,
                                              enum wrd_population_unit unit, const char *name,
                                              const char *code)
{
    for (size_t i = 0; i < book->n_populations; i++) {
        const struct wrd_population *row = &book->populations[i];
        if (row->unit == unit && strcmp(row->source, source) == 0 &&
            is_about(scratch, row, name, code))
            return row;
    }
    return NULL;
}
