/* write/html_reliability.c - how well the questions of each scale go together, in the chapter on how
 * the report was made; see html.h. */
#include "write/html.h"

#include <string.h>

#include "write/html_text.h"
#include "write/wording.h"

enum { SCALE, N, ALPHA, BOUNDS, OMEGA, COLUMNS };

/* Of the scale of `alpha`; NULL: two items have no omega. */
static const struct wrd_seen *omega_of(const struct wrd_release *release,
                                       const struct wrd_seen_joint *alpha)
{
    for (size_t i = 0; i < wrd_release_joints(release); i++) {
        const struct wrd_seen_joint *joint = wrd_release_joint(release, i);
        if (joint->statistic == WRD_OMEGA && joint->source == alpha->source &&
            strcmp(joint->variable, alpha->variable) == 0)
            return &joint->seen;
    }
    return NULL;
}

/* "Vrijwilligers: Ervaren waardering (4 vragen)" */
static void name_row(const struct wrd_page *page, const struct wrd_seen_joint *alpha,
                     const char **cells)
{
    struct wrd_arena *arena = page->plan->arena;
    const struct wrd_topic *topic = wrd_plan_topic(page->plan, alpha->source, alpha->variable);
    const size_t n_items = alpha->n_of - 1; /* and the scale itself */
    cells[SCALE] =
        wrd_sentence(arena, WRD_WORD_RELIABILITY_ROW, page->lang,
                     wrd_people_heading(page->plan, alpha->source, page->lang),
                     topic ? wrd_outcome_label(topic->outcome, page->lang) : alpha->variable,
                     wrd_shown_count(arena, n_items, page->lang));
}

static const char *shown_omega(const struct wrd_page *page, const struct wrd_seen *omega)
{
    if (omega && omega->state == WRD_NOT_DEFINED)
        return wrd_html_word(page, WRD_WORD_RELIABILITY_NO_OMEGA);
    return wrd_shown_cell(page->plan->arena, WRD_OMEGA, omega, page->lang);
}

/* What is hidden says one thing, whatever the reason: R7. */
static void fill_row(const struct wrd_page *page, const struct wrd_seen_joint *alpha,
                     const char **cells)
{
    struct wrd_arena *arena = page->plan->arena;
    const struct wrd_seen *seen = &alpha->seen;
    name_row(page, alpha, cells);
    if (seen->state == WRD_HIDDEN) {
        cells[ALPHA] = wrd_html_word(page, WRD_WORD_RELIABILITY_FEW);
        return;
    }
    cells[N] = seen->has_n ? wrd_shown_count(arena, seen->n, page->lang) : "";
    cells[ALPHA] = wrd_shown_cell(arena, WRD_ALPHA, seen, page->lang);
    cells[BOUNDS] = wrd_shown_range(arena, WRD_ALPHA, seen, page->lang);
    cells[OMEGA] = shown_omega(page, omega_of(page->plan->release, alpha));
}

static size_t count_scales(const struct wrd_release *release)
{
    size_t n = 0;
    for (size_t i = 0; i < wrd_release_joints(release); i++)
        n += wrd_release_joint(release, i)->statistic == WRD_ALPHA;
    return n;
}

static struct wrd_grid *grid_of(const struct wrd_page *page, size_t n)
{
    static const enum wrd_word heads[COLUMNS] = {
        WRD_WORD_RELIABILITY_SCALE, WRD_WORD_RELIABILITY_N, WRD_WORD_RELIABILITY_ALPHA,
        WRD_WORD_RELIABILITY_BOUNDS, WRD_WORD_RELIABILITY_OMEGA
    };
    const struct wrd_release *release = page->plan->release;
    struct wrd_grid *grid = wrd_grid_new(page->plan->arena, n + 1, COLUMNS);
    for (size_t column = 0; column < COLUMNS; column++)
        *wrd_grid_cell(grid, 0, column) = wrd_html_word(page, heads[column]);
    for (size_t i = 0, row = 1; i < wrd_release_joints(release); i++)
        if (wrd_release_joint(release, i)->statistic == WRD_ALPHA)
            fill_row(page, wrd_release_joint(release, i), wrd_grid_cell(grid, row++, 0));
    return grid;
}

void wrd_html_reliability(const struct wrd_page *page)
{
    const size_t n = count_scales(page->plan->release);
    if (n == 0)
        return;
    wrd_html_element(page->to, "h3", NULL, wrd_html_word(page, WRD_WORD_RELIABILITY));
    wrd_html_say(page, WRD_WORD_RELIABILITY_WHAT);
    wrd_html_say(page, WRD_WORD_RELIABILITY_TWO);
    wrd_html_say(page, WRD_WORD_RELIABILITY_FEW_MEANS);
    wrd_html_figure(page,
                    &(const struct wrd_figure_text){
                        wrd_html_word(page, WRD_WORD_RELIABILITY_HEADLINE),
                        wrd_fieldwork(page->plan->arena, page->plan->wave, page->lang),
                        wrd_html_word(page, WRD_WORD_RELIABILITY_CAPTION) },
                    grid_of(page, n), WRD_LOOK_COUNTS);
}
