/* strata.c - see strata.h. */
#include "weight/strata.h"

#include <stdlib.h>

#include "core/text.h"

/* One variable that divides the sample. */
struct divider {
    const struct wrd_variable *variable;
    const struct wrd_column *column;
};

static bool find_divider(const struct wrd_codebook *book, const struct wrd_frame *frame,
                         const char *name, struct divider *divider)
{
    int at = wrd_codebook_variable_of(book, name, frame->source);
    if (at < 0 || !book->variables[at].list)
        return false;
    divider->variable = &book->variables[at];
    divider->column = &frame->columns[at];
    return divider->column->c8 || divider->column->c16;
}

static bool everybody_answered(const struct wrd_frame *frame, const struct divider *divider,
                               struct wrd_diag *diag)
{
    const char *name = divider->variable->name;
    bool all = true;
    for (size_t i = 0; i < frame->n; i++) {
        if (wrd_column_code(divider->column, i) < divider->column->n_codes)
            continue;
        struct wrd_place place = { .file = frame->file, .line = frame->line[i], .variable = name };
        wrd_say(diag, WRD_E0407, place, name);
        all = false;
    }
    return all;
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static size_t keep_distinct(uint64_t *sorted, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || sorted[kept - 1] != sorted[i])
            sorted[kept++] = sorted[i];
    return kept;
}

/* Divides the strata so far by one more variable.  Made dense after each variable, so the key of a
 * cross (stratum so far, code) never outgrows 64 bits however many variables there are. */
static void divide(struct wrd_arena *arena, struct wrd_frame *frame, const struct divider *divider,
                   bool first)
{
    size_t n_codes = divider->column->n_codes;
    uint64_t *keys = wrd_alloc(frame->n, sizeof *keys), *known = wrd_alloc(frame->n, sizeof *known);
    for (size_t i = 0; i < frame->n; i++)
        known[i] = keys[i] =
            frame->design.stratum[i] * n_codes + wrd_column_code(divider->column, i);
    qsort(known, frame->n, sizeof *known, by_number);
    size_t n = keep_distinct(known, frame->n);

    const char **names = wrd_arena_take_array(arena, n, sizeof *names);
    for (size_t s = 0; s < n; s++) {
        const char *code = divider->variable->list->answers[known[s] % n_codes]->code;
        const char *before = frame->design.stratum_name[known[s] / n_codes];
        names[s] = first ? code : wrd_arena_format(arena, "%s*%s", before, code);
    }
    for (size_t i = 0; i < frame->n; i++) {
        const uint64_t *at = bsearch(&keys[i], known, n, sizeof *known, by_number);
        frame->design.stratum[i] = (uint32_t)(at - known);
    }
    frame->design.stratum_name = names;
    frame->design.n_strata = n;
    free(keys);
    free(known);
}

static bool all_divide(const struct wrd_source *source, const struct wrd_codebook *book,
                       const struct wrd_frame *frame, struct wrd_diag *diag)
{
    bool all = true;
    for (size_t s = 0; s < source->design.n_strata; s++) {
        const char *name = source->design.strata[s];
        struct divider divider;
        if (find_divider(book, frame, name, &divider)) {
            all &= everybody_answered(frame, &divider, diag);
            continue;
        }
        struct wrd_place place = source->design.place;
        place.variable = name;
        wrd_say(diag, WRD_E0406, place, name, source->id);
        all = false;
    }
    return all;
}

static void one_stratum(struct wrd_arena *arena, struct wrd_frame *frame)
{
    frame->design.stratum = NULL;
    frame->design.n_strata = 1;
    frame->design.stratum_name = wrd_arena_take_array(arena, 1, sizeof *frame->design.stratum_name);
    frame->design.stratum_name[0] = "";
}

enum wrd_status wrd_strata(struct wrd_arena *arena, const struct wrd_study *study,
                           const struct wrd_codebook *book, struct wrd_frame *frame,
                           struct wrd_diag *diag)
{
    const struct wrd_source *source = &study->sources[frame->source];
    one_stratum(arena, frame);
    if (!all_divide(source, book, frame, diag))
        return WRD_EINPUT;
    if (source->design.n_strata == 0 || frame->n == 0)
        return WRD_OK;
    frame->design.stratum = wrd_arena_take_array(arena, frame->n, sizeof *frame->design.stratum);
    for (size_t s = 0; s < source->design.n_strata; s++) {
        struct divider divider;
        if (find_divider(book, frame, source->design.strata[s], &divider))
            divide(arena, frame, &divider, s == 0);
    }
    return WRD_OK;
}
