/* gap_pairs.c - see gap_pairs.h. */
#include "tabulate/gap_pairs.h"

#include <string.h>

#include "tabulate/contrast.h"
#include "tabulate/gap_side.h"

struct search {
    struct wrd_arena *arena;
    const struct wrd_frame *const *frames;
    size_t n_frames;
    const struct wrd_tables *tables;
    struct wrd_diag *diag;
    struct wrd_couple *couples; /* [pairs at most] */
    size_t n_couples;
};

static const struct wrd_source *source_of(const struct search *search,
                                          const struct wrd_frame *frame)
{
    return &search->tables->study->sources[frame->source];
}

/* --- the link */

static bool same_strata(const struct wrd_source *a, const struct wrd_source *b)
{
    if (a->design.n_strata != b->design.n_strata)
        return false;
    for (size_t s = 0; s < a->design.n_strata; s++)
        if (strcmp(a->design.strata[s], b->design.strata[s]) != 0)
            return false;
    return a->design.n_strata > 0;
}

/* The variable that says which organisation, in each source; false: one has none. */
static bool find_links(const struct search *search, struct wrd_couple *couple)
{
    const struct wrd_source *volunteers = source_of(search, couple->frame[WRD_GAP_VOLUNTEERS]),
                            *organisations =
                                source_of(search, couple->frame[WRD_GAP_ORGANISATIONS]);
    couple->link_name = volunteers->link ? volunteers->link : organisations->link;
    for (size_t side = 0; couple->link_name && side < WRD_GAP_SIDES; side++) {
        const struct wrd_frame *frame = couple->frame[side];
        const char *own = source_of(search, frame)->link;
        const int at = wrd_codebook_variable_of(search->tables->codebook,
                                                own ? own : couple->link_name, frame->source);
        if (at < 0)
            return false;
        couple->link[side] = &frame->columns[at];
    }
    return couple->link_name != NULL;
}

static void link_couple(const struct search *search, struct wrd_couple *couple)
{
    struct wrd_stacked sources[WRD_GAP_SIDES];
    if (!find_links(search, couple))
        return;
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        sources[side] = (struct wrd_stacked){ couple->frame[side], couple->link[side] };
    if (!wrd_stack_is_linked(sources)) {
        const struct wrd_place place = { .file = couple->frame[WRD_GAP_VOLUNTEERS]->file };
        wrd_say(search->diag, WRD_N0470, place, couple->link_name,
                couple->frame[WRD_GAP_ORGANISATIONS]->file);
        return;
    }
    struct wrd_stack *stack = wrd_arena_take(search->arena, sizeof *stack);
    *stack = wrd_stack_new(
        search->arena, sources,
        same_strata(source_of(search, couple->frame[0]), source_of(search, couple->frame[1])));
    couple->stack = stack;
}

static const struct wrd_couple *couple_of(struct search *search,
                                          const struct wrd_frame *const frames[WRD_GAP_SIDES])
{
    for (size_t c = 0; c < search->n_couples; c++)
        if (search->couples[c].frame[0] == frames[0] && search->couples[c].frame[1] == frames[1])
            return &search->couples[c];
    struct wrd_couple *couple = &search->couples[search->n_couples++];
    for (size_t side = 0; side < WRD_GAP_SIDES; side++) {
        couple->frame[side] = frames[side];
        couple->sample[side] =
            wrd_everybody_new(search->arena, search->tables, frames[side]).sample;
    }
    link_couple(search, couple);
    return couple;
}

/* --- the questions */

static enum wrd_gap_side side_of(const struct search *search, const struct wrd_frame *frame)
{
    return source_of(search, frame)->respondents == WRD_ORGANISATIONS ? WRD_GAP_ORGANISATIONS
                                                                      : WRD_GAP_VOLUNTEERS;
}

static const struct wrd_outcome *outcome_of(const struct search *search, size_t source,
                                            const struct wrd_variable *variable)
{
    for (size_t o = 0; o < search->tables->n_outcomes; o++)
        if (search->tables->outcomes[o].source == source &&
            search->tables->outcomes[o].variable == variable)
            return &search->tables->outcomes[o];
    return NULL;
}

/* The first question of a side with this word. */
static bool find_side(const struct search *search, enum wrd_gap_side side, const char *word,
                      const struct wrd_frame **frame, struct wrd_pair *pair)
{
    const struct wrd_codebook *book = search->tables->codebook;
    for (size_t f = 0; f < search->n_frames; f++)
        for (size_t v = 0; side_of(search, search->frames[f]) == side && v < book->n_variables;
             v++) {
            const struct wrd_variable *variable = &book->variables[v];
            if (!variable->pair || strcmp(variable->pair, word) != 0 ||
                !wrd_can_be_indexed(variable))
                continue;
            pair->item[side] = v;
            pair->outcome[side] = outcome_of(search, search->frames[f]->source, variable);
            *frame = search->frames[f];
            if (pair->outcome[side])
                return true;
        }
    return false;
}

struct wrd_pairs wrd_pairs_find(struct wrd_arena *arena, const struct wrd_frame *const *frames,
                                size_t n_frames, const struct wrd_tables *tables,
                                struct wrd_diag *diag)
{
    const struct wrd_codebook *book = tables->codebook;
    struct search search = { arena, frames, n_frames, tables, diag, NULL, 0 };
    struct wrd_pairs pairs = { wrd_arena_take_array(arena, book->n_variables, sizeof *pairs.of),
                               0 };
    search.couples = wrd_arena_take_array(arena, book->n_variables, sizeof *search.couples);
    for (size_t v = 0; v < book->n_variables; v++) {
        const char *word = book->variables[v].pair;
        const struct wrd_frame *found[WRD_GAP_SIDES];
        struct wrd_pair pair;
        if (!word ||
            !find_side(&search, WRD_GAP_VOLUNTEERS, word, &found[WRD_GAP_VOLUNTEERS], &pair) ||
            pair.item[WRD_GAP_VOLUNTEERS] != v ||
            !find_side(&search, WRD_GAP_ORGANISATIONS, word, &found[WRD_GAP_ORGANISATIONS], &pair))
            continue;
        pair.couple = couple_of(&search, found);
        pairs.of[pairs.n++] = pair;
    }
    return pairs;
}
