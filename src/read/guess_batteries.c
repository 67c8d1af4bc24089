/* read/guess_batteries.c - columns side by side that were asked as one question. */
#include <string.h>

#include "read/guess_parts.h"

enum {
    LEAST_ITEMS = 3,  /* of a battery */
    LEAST_ANSWERS = 4 /* of numbers that are a scale: 1 2 3 are classes as well */
};

size_t wrd_guess_stem(const char *name)
{
    size_t len = strlen(name);
    const char *open = strchr(name, '[');

    if (open && open > name)
        return (size_t)(open - name);
    while (len > 0 && name[len - 1] >= '0' && name[len - 1] <= '9')
        len--;
    if (name[len] == '\0')
        return len;
    while (len > 0 && strchr("_.- ", name[len - 1]))
        len--;
    return len;
}

/* A1 A2 are items, Q1 Q2 (and LimeSurvey's G01Q01) are questions.  0: it has no number. */
static size_t item_stem(const char *name)
{
    const size_t len = wrd_guess_stem(name);

    return len < strlen(name) && len > 0 && !strchr("Qq", name[len - 1]) ? len : 0;
}

static bool has_text(const struct wrd_guessed *column, const char *text)
{
    for (size_t i = 0; i < column->n_answers; i++)
        if (strcmp(column->answers[i].text, text) == 0)
            return true;
    return false;
}

/* Not every number is chosen in every item. */
static bool same_numbers(const struct wrd_guessed *a, const struct wrd_guessed *b)
{
    if (a->n_answers > b->n_answers)
        return same_numbers(b, a);
    for (size_t i = 0; i < a->n_answers; i++)
        if (!has_text(b, a->answers[i].text))
            return false;
    return a->n_answers >= LEAST_ANSWERS;
}

static bool stands_alone(const struct wrd_guessed *column)
{
    return column->n_beside == 1 && column->type == WRD_TYPE_SINGLE &&
           column->skipped == WRD_SKIPPED_NOT;
}

/* Names tell where one battery ends and the next begins, where they have numbers; numbers for answers
 * say too little without. */
static bool belong_together(const struct wrd_guessed *a, const struct wrd_guessed *b)
{
    const char *name = a->column->head->column, *next = b->column->head->column;
    const size_t stem = item_stem(name), other = item_stem(next);

    if (!stands_alone(a) || !stands_alone(b) || a->kind != b->kind)
        return false;
    if (stem != other || strncmp(name, next, stem) != 0)
        return false;
    if (a->kind == WRD_SET_KNOWN)
        return a->known == b->known && wrd_known_is_ordered(a->known);
    return a->kind == WRD_SET_NUMBERS && stem > 0 && same_numbers(a, b);
}

void wrd_guess_batteries(struct wrd_guessing *g)
{
    for (size_t first = 0, n; first < g->n; first += n) {
        for (n = 1; first + n < g->n; n++)
            if (!belong_together(&g->columns[first + n - 1], &g->columns[first + n]))
                break;
        for (size_t i = first; n >= LEAST_ITEMS && i < first + n; i++) {
            g->columns[i].first = first;
            g->columns[i].battery = true;
        }
        for (size_t i = first; n >= LEAST_ITEMS && i < first + n; i++)
            g->columns[i].n_beside = n;
    }
}
