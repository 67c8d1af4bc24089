/* write/gap.c - volunteers beside organisations in words; see wording.h and grid.h.
 *
 * A difference is called one only where it was found after Holm; nothing is said of a gap that is not
 * shown, and rows stand in the order of the codebook, never in that of their figures (R7). */
#include "write/grid.h"
#include "write/wording.h"

#include <math.h>

#include "core/text.h"

enum { LABEL, ORGANISATIONS, VOLUNTEERS, GAP, BOUNDS, FOUND, PAIRED };

/* A scale of one pair says what the pair says. */
static bool has_row(const struct wrd_seen_gap *gap)
{
    return !gap->repeats;
}

static size_t count_rows(const struct wrd_plan *plan)
{
    size_t n = 0;
    for (size_t g = 0; g < wrd_release_gaps(plan->release); g++)
        n += has_row(wrd_release_gap(plan->release, g));
    return n;
}

bool wrd_has_gaps(const struct wrd_plan *plan)
{
    return count_rows(plan) > 0;
}

const char *wrd_gap_label(const struct wrd_seen_gap *gap, enum wrd_lang lang)
{
    return gap->scale ? wrd_label(gap->scale->label, gap->name, lang)
                      : wrd_variable_label(gap->question[WRD_GAP_VOLUNTEERS], lang);
}

const char *wrd_gap_points(const struct wrd_plan *plan, const struct wrd_seen_gap *gap,
                           enum wrd_lang lang)
{
    return wrd_shown_number(plan->arena, fabs(gap->index->value), 0, lang);
}

const char *wrd_gap_bounds(const struct wrd_plan *plan, const struct wrd_seen_gap *gap,
                           enum wrd_lang lang)
{
    const bool turned = gap->verdict == WRD_GAP_VOLUNTEERS_HIGHER;
    const double lo = turned ? -gap->index->hi : gap->index->lo;
    const double hi = turned ? -gap->index->lo : gap->index->hi;
    if (!gap->index->has_interval)
        return "";
    return wrd_sentence(plan->arena, WRD_WORD_BRIEF_BETWEEN, lang,
                        wrd_shown_number(plan->arena, lo + 0.0, 0, lang),
                        wrd_shown_number(plan->arena, hi + 0.0, 0, lang));
}

const char *wrd_gap_sentence(const struct wrd_plan *plan, const struct wrd_seen_gap *gap,
                             enum wrd_lang lang)
{
    enum wrd_word word;
    switch (gap->verdict) {
    case WRD_GAP_ORGANISATIONS_HIGHER:
        word = WRD_WORD_GAP_ORGANISATIONS_HIGHER;
        break;
    case WRD_GAP_VOLUNTEERS_HIGHER:
        word = WRD_WORD_GAP_VOLUNTEERS_HIGHER;
        break;
    default:
        return NULL;
    }
    return wrd_sentence(plan->arena, word, lang, wrd_gap_label(gap, lang),
                        wrd_gap_points(plan, gap, lang), wrd_gap_bounds(plan, gap, lang));
}

const char *wrd_gap_found(const struct wrd_seen_gap *gap, enum wrd_lang lang)
{
    switch (gap->verdict) {
    case WRD_GAP_ORGANISATIONS_HIGHER:
        return wrd_word(WRD_WORD_GAP_FOUND_ORGANISATIONS, lang);
    case WRD_GAP_VOLUNTEERS_HIGHER:
        return wrd_word(WRD_WORD_GAP_FOUND_VOLUNTEERS, lang);
    case WRD_GAP_EQUAL:
        return wrd_word(WRD_WORD_VERDICT_SAME, lang);
    case WRD_GAP_UNCLEAR:
        return wrd_word(WRD_WORD_VERDICT_UNCLEAR, lang);
    default:
        return "";
    }
}

static const char *range_of(const struct wrd_plan *plan, const struct wrd_seen *cell,
                            enum wrd_lang lang)
{
    return wrd_shown_range(plan->arena, WRD_GAP_INDEX, cell, lang);
}

/* "+8 (1 tot 15)" */
static const char *paired_text(const struct wrd_plan *plan, const struct wrd_seen_gap *gap,
                               enum wrd_lang lang)
{
    if (!gap->paired)
        return "z";
    const char *figure = wrd_shown_difference(plan, WRD_GAP_LINKED, gap->paired, lang);
    if (gap->paired->state != WRD_SHOWN || !gap->paired->has_interval)
        return figure;
    return wrd_arena_format(plan->arena, "%s (%s)", figure, range_of(plan, gap->paired, lang));
}

static bool any_paired(const struct wrd_plan *plan)
{
    for (size_t g = 0; g < wrd_release_gaps(plan->release); g++) {
        const struct wrd_seen_gap *gap = wrd_release_gap(plan->release, g);
        if (has_row(gap) && gap->paired && gap->paired->state == WRD_SHOWN)
            return true;
    }
    return false;
}

static void fill_head(struct wrd_grid *grid, enum wrd_lang lang)
{
    static const enum wrd_word words[] = {
        [LABEL] = WRD_WORD_GAP_QUESTION,
        [ORGANISATIONS] = WRD_WORD_ORGANISATIONS_HEAD,
        [VOLUNTEERS] = WRD_WORD_VOLUNTEERS_HEAD,
        [GAP] = WRD_WORD_GAP_DIFFERENCE,
        [BOUNDS] = WRD_WORD_BETWEEN,
        [FOUND] = WRD_WORD_CHANGE_VERDICT,
        [PAIRED] = WRD_WORD_GAP_PAIRED,
    };
    for (size_t column = 0; column < grid->n_columns; column++)
        *wrd_grid_cell(grid, 0, column) = wrd_word(words[column], lang);
}

static void fill_row(const struct wrd_plan *plan, const struct wrd_seen_gap *gap,
                     struct wrd_grid *grid, size_t at, enum wrd_lang lang)
{
    static const size_t columns[] = {
        [WRD_GAP_ORGANISATIONS] = ORGANISATIONS, [WRD_GAP_VOLUNTEERS] = VOLUNTEERS
    };
    *wrd_grid_cell(grid, at, LABEL) = wrd_gap_label(gap, lang);
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        *wrd_grid_cell(grid, at, columns[side]) =
            wrd_shown_cell(plan->arena, WRD_INDEX, &gap->side[side], lang);
    *wrd_grid_cell(grid, at, GAP) = wrd_shown_difference(plan, WRD_GAP_INDEX, gap->index, lang);
    *wrd_grid_cell(grid, at, BOUNDS) = range_of(plan, gap->index, lang);
    *wrd_grid_cell(grid, at, FOUND) = wrd_gap_found(gap, lang);
    if (grid->n_columns > PAIRED)
        *wrd_grid_cell(grid, at, PAIRED) = paired_text(plan, gap, lang);
}

struct wrd_grid *wrd_grid_gaps(const struct wrd_plan *plan, enum wrd_lang lang)
{
    struct wrd_grid *grid =
        wrd_grid_new(plan->arena, count_rows(plan) + 1, any_paired(plan) ? PAIRED + 1 : PAIRED);
    size_t at = 1;
    fill_head(grid, lang);
    for (size_t g = 0; g < wrd_release_gaps(plan->release); g++)
        if (has_row(wrd_release_gap(plan->release, g)))
            fill_row(plan, wrd_release_gap(plan->release, g), grid, at++, lang);
    return grid;
}

/* --- signs */

static bool has_flag(const struct wrd_seen *cell, char flag)
{
    return cell && cell->flag == flag;
}

static bool any_flag(const struct wrd_plan *plan, char flag)
{
    const bool paired = any_paired(plan);
    for (size_t g = 0; g < wrd_release_gaps(plan->release); g++) {
        const struct wrd_seen_gap *gap = wrd_release_gap(plan->release, g);
        if (has_row(gap) && (has_flag(&gap->side[0], flag) || has_flag(&gap->side[1], flag) ||
                             has_flag(gap->index, flag) || (paired && has_flag(gap->paired, flag))))
            return true;
    }
    return false;
}

static bool any_unpaired(const struct wrd_plan *plan)
{
    for (size_t g = 0; g < wrd_release_gaps(plan->release); g++)
        if (!wrd_release_gap(plan->release, g)->paired && any_paired(plan))
            return true;
    return false;
}

const char *wrd_gap_signs(const struct wrd_plan *plan, enum wrd_lang lang)
{
    enum { MOST = 3 };
    const char *notes[MOST];
    size_t n = 0;
    if (any_flag(plan, 'c'))
        notes[n++] = wrd_word(WRD_WORD_NOTE_HIDDEN, lang);
    if (any_flag(plan, 'u'))
        notes[n++] = wrd_word(WRD_WORD_NOTE_UNCERTAIN, lang);
    if (any_flag(plan, 'z') || any_unpaired(plan))
        notes[n++] = wrd_word(WRD_WORD_NOTE_UNDEFINED, lang);
    return wrd_text_join(plan->arena, notes, n, " ");
}

/* --- what stands above them */

static bool is_linked(const struct wrd_plan *plan)
{
    for (size_t g = 0; g < wrd_release_gaps(plan->release); g++)
        if (wrd_release_gap(plan->release, g)->linked)
            return true;
    return false;
}

const char *wrd_gap_line(const struct wrd_plan *plan, size_t line, enum wrd_lang lang)
{
    switch (line) {
    case 0:
        return wrd_word(WRD_WORD_GAP_MEANS, lang);
    case 1:
        return wrd_word(WRD_WORD_GAP_AS_ASKED, lang);
    case 2:
        return wrd_word(is_linked(plan) ? WRD_WORD_GAP_LINKED : WRD_WORD_GAP_SEPARATE, lang);
    case 3:
        return count_rows(plan) > 1 ? wrd_word(WRD_WORD_GAP_MANY, lang) : NULL;
    default:
        return any_paired(plan) ? wrd_word(WRD_WORD_GAP_PAIRED_MEANS, lang) : NULL;
    }
}
