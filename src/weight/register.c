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

static bool is_about(struct wrd_arena *scratch, const struct wrd_population *row, const char *name,
                     const char *code)
{
    size_t n = 0;
    const char *part;
    for (; (part = wrd_text_part(scratch, name, n)); n++) {
        const char *wanted = wrd_text_part(scratch, code, n), *own = code_of(scratch, row, part);
        if (!wanted || !own || strcmp(wanted, own) != 0)
            return false;
    }
    return wrd_text_part(scratch, row->variable, n) == NULL;
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
