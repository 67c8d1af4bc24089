/* register.c - see register.h. */
#include "weight/register.h"

#include <string.h>

#include "core/text.h"

struct part {
    const char *text;
    size_t len;
};

/* Part i of "age*gender"; false: there are fewer. */
static bool part_of(const char *cross, size_t i, struct part *part)
{
    for (; i > 0; i--) {
        cross += strcspn(cross, "*");
        if (*cross == '\0')
            return false;
        cross++;
    }
    part->text = cross;
    part->len = strcspn(cross, "*");
    wrd_text_trim(&part->text, &part->len);
    return true;
}

static bool is_same(struct part a, struct part b)
{
    return a.len == b.len && memcmp(a.text, b.text, a.len) == 0;
}

static size_t count_parts(const char *cross)
{
    size_t n = 1;
    for (; *cross; cross++)
        n += *cross == '*';
    return n;
}

/* The code that the row has for the part of that name; false: it has no such part. */
static bool code_of(const struct wrd_population *row, struct part name, struct part *code)
{
    struct part own;
    for (size_t i = 0; part_of(row->variable, i, &own); i++)
        if (is_same(own, name))
            return part_of(row->code, i, code);
    return false;
}

static bool is_about(const struct wrd_population *row, const char *name, const char *code)
{
    struct part own_name, own_code, its_code;
    if (count_parts(row->variable) != count_parts(name))
        return false;
    for (size_t i = 0; part_of(name, i, &own_name); i++)
        if (!part_of(code, i, &own_code) || !code_of(row, own_name, &its_code) ||
            !is_same(own_code, its_code))
            return false;
    return true;
}

const struct wrd_population *wrd_register_row(const struct wrd_codebook *book, const char *source,
                                              enum wrd_population_unit unit, const char *name,
                                              const char *code)
{
    for (size_t i = 0; i < book->n_populations; i++) {
        const struct wrd_population *row = &book->populations[i];
        if (row->unit == unit && strcmp(row->source, source) == 0 && is_about(row, name, code))
            return row;
    }
    return NULL;
}
