/* read/sav_known_prune.c - a codebook and a study without what leans on variables that are gone. */
#include <string.h>

#include "core/text.h"
#include "read/sav_notes.h"

static bool has(const struct wrd_codebook *book, const char *name)
{
    return wrd_codebook_variable(book, name) >= 0;
}

/* Whether all variables of a cross, "age*gender", are there. */
static bool has_cross(struct wrd_arena *arena, const struct wrd_codebook *book, const char *cross)
{
    const char *name;
    for (size_t i = 0; (name = wrd_text_part(arena, cross, i)); i++)
        if (!has(book, name))
            return false;
    return true;
}

static bool has_items(const struct wrd_codebook *book, const char *scale)
{
    for (size_t i = 0; i < book->n_variables; i++)
        if (strcmp(book->variables[i].scale_text, scale) == 0)
            return true;
    return false;
}

static void prune_conditions(struct wrd_codebook *book)
{
    for (size_t i = 0; i < book->n_variables; i++) {
        struct wrd_variable *variable = &book->variables[i];
        for (size_t k = 0; k < variable->n_ask_if; k++)
            if (!has(book, variable->ask_if[k].variable)) {
                variable->ask_if_text = "";
                variable->n_ask_if = 0;
            }
    }
}

static void prune_scales(struct wrd_codebook *book)
{
    size_t n = 0;
    for (size_t i = 0; i < book->n_scales; i++)
        if (has_items(book, book->scales[i].name))
            book->scales[n++] = book->scales[i];
    book->n_scales = n;
    for (size_t i = 0; i < book->n_variables; i++)
        book->variables[i].scale = wrd_codebook_scale(book, book->variables[i].scale_text);
}

static void prune_indicators(struct wrd_arena *arena, struct wrd_codebook *book)
{
    size_t n = 0;
    for (size_t i = 0; i < book->n_indicators; i++) {
        const char *of = book->indicators[i].of;
        if (!*of || wrd_codebook_scale(book, of) >= 0 ||
            has(book, wrd_arena_text(arena, of, strcspn(of, "="))))
            book->indicators[n++] = book->indicators[i];
    }
    book->n_indicators = n;
}

static void prune_counts(struct wrd_arena *arena, struct wrd_codebook *book)
{
    size_t n = 0;
    for (size_t i = 0; i < book->n_populations; i++)
        if (strcmp(book->populations[i].variable, "total") == 0 ||
            has_cross(arena, book, book->populations[i].variable))
            book->populations[n++] = book->populations[i];
    book->n_populations = n;
    n = 0;
    for (size_t i = 0; i < book->n_wave_rows; i++)
        if (has(book, book->wave_rows[i].name))
            book->wave_rows[n++] = book->wave_rows[i];
    book->n_wave_rows = n;
}

/* Lists of the book itself move, so their variables look them up again by name. */
static void prune_lists(struct wrd_arena *arena, struct wrd_codebook *book)
{
    const char **names = wrd_arena_take_array(arena, book->n_variables, sizeof *names);
    size_t n = 0;
    for (size_t k = 0; k < book->n_variables; k++)
        names[k] = book->variables[k].list ? book->variables[k].list->name : "";
    for (size_t i = 0; i < book->n_lists; i++) {
        bool used = false;
        for (size_t k = 0; k < book->n_variables; k++)
            used = used || strcmp(names[k], book->lists[i].name) == 0;
        if (used)
            book->lists[n++] = book->lists[i];
    }
    book->n_lists = n;
    for (size_t k = 0; k < book->n_variables; k++)
        if (*names[k])
            book->variables[k].list = &book->lists[wrd_codebook_list(book, names[k])];
}

static size_t prune_names(struct wrd_arena *arena, const struct wrd_codebook *book,
                          const char **names, size_t n)
{
    size_t left = 0;
    for (size_t i = 0; i < n; i++)
        if (has_cross(arena, book, names[i]))
            names[left++] = names[i];
    return left;
}

/* A fitting without one of its margins is another fitting: the weights stay as they are. */
static void prune_weights(struct wrd_arena *arena, const struct wrd_codebook *book,
                          struct wrd_source *source)
{
    const size_t n = source->weights.n_margins;
    source->weights.n_margins = prune_names(arena, book, source->weights.margins, n);
    const bool base = source->weights.variable && !has(book, source->weights.variable);
    if (source->weights.n_margins == n && !base)
        return;
    source->weights.method = WRD_WEIGHTS_GIVEN;
    source->weights.variable = NULL;
    source->weights.n_margins = 0;
    source->weights.trims = false;
}

static void prune_design(struct wrd_arena *arena, const struct wrd_codebook *book,
                         struct wrd_source *source)
{
    const size_t n = source->design.n_strata;
    source->design.n_strata = prune_names(arena, book, source->design.strata, n);
    if (source->design.n_strata < n)
        source->design.fpc = false; /* the sizes were those of other strata */
    if (source->design.cluster && !has(book, source->design.cluster)) {
        source->design.cluster = NULL;
        source->design.fpc = false;
    }
}

void wrd_sav_prune(struct wrd_arena *arena, struct wrd_study *study, struct wrd_codebook *book)
{
    struct wrd_source *source = &study->sources[0];
    prune_conditions(book);
    prune_scales(book);
    prune_indicators(arena, book);
    prune_counts(arena, book);
    prune_lists(arena, book);
    prune_weights(arena, book, source);
    prune_design(arena, book, source);
    if (study->analysis.by_given)
        study->analysis.n_by[0] =
            prune_names(arena, book, study->analysis.by[0], study->analysis.n_by[0]);
}
