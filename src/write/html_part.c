/* write/html_part.c - the chapter on who took part; see html.h.
 *
 * METHOD 7.26: the response is counted answers over invitations, known only where the study says
 * how many were invited. */
#include "write/html.h"

#include <string.h>

#include "core/number.h"
#include "write/html_text.h"
#include "write/wording.h"

static const struct {
    enum wrd_word word;
    const char *check;
} counted[] = {
    { WRD_WORD_WHO_USED, "used" },
    { WRD_WORD_WHO_EMPTY, "empty" },
    { WRD_WORD_WHO_ASIDE, "set-aside" },
    { WRD_WORD_WHO_DUPLICATE, "duplicate" },
    { WRD_WORD_WHO_EFFECTIVE, "n-effective" },
};
enum { N_COUNTED = sizeof counted / sizeof *counted };

static bool asked_in_wave(const struct wrd_page *page, size_t source)
{
    uint64_t used;
    return wrd_plan_count(page->plan, source, "used", &used);
}

/* R11: it depends on a count of the weighting table that is hidden. */
static bool is_hidden(const struct wrd_page *page, size_t source, const char *check)
{
    const struct wrd_release *release = page->plan->release;
    for (size_t i = 0; i < wrd_release_fittings(release); i++)
        if (wrd_release_fitting(release, i)->source == source &&
            wrd_release_fitting(release, i)->hides && strcmp(check, "n-effective") == 0)
            return true;
    return false;
}

static const char *count_text(const struct wrd_page *page, size_t source, const char *check)
{
    uint64_t count;
    if (wrd_plan_count(page->plan, source, check, &count))
        return wrd_shown_count(page->plan->arena, count, page->lang);
    return is_hidden(page, source, check) ? "x" : "";
}

static size_t count_asked(const struct wrd_page *page)
{
    size_t n = 0;
    for (size_t source = 0; source < page->plan->study->n_sources; source++)
        n += asked_in_wave(page, source);
    return n;
}

static void fill_source(const struct wrd_page *page, size_t source, struct wrd_grid *grid,
                        size_t column)
{
    struct wrd_arena *arena = page->plan->arena;
    const struct wrd_seen_response *response = wrd_plan_response(page->plan, source);
    *wrd_grid_cell(grid, 0, column) = wrd_people_heading(page->plan, source, page->lang);
    *wrd_grid_cell(grid, 1, column) =
        response ? wrd_shown_count(arena, response->invited, page->lang) : "z";
    *wrd_grid_cell(grid, 2, column) =
        response ? wrd_shown_cell(arena, WRD_SHARE, &response->rr2, page->lang) : "z";
    grid->undefined |= !response;
    for (size_t i = 0; i < N_COUNTED; i++)
        *wrd_grid_cell(grid, i + 3, column) = count_text(page, source, counted[i].check);
}

static struct wrd_grid *grid_of(const struct wrd_page *page)
{
    struct wrd_grid *grid = wrd_grid_new(page->plan->arena, N_COUNTED + 3, count_asked(page) + 1);
    size_t column = 1;
    *wrd_grid_cell(grid, 0, 0) = wrd_html_word(page, WRD_WORD_WHO_SOURCE);
    *wrd_grid_cell(grid, 1, 0) = wrd_html_word(page, WRD_WORD_WHO_INVITED);
    *wrd_grid_cell(grid, 2, 0) = wrd_html_word(page, WRD_WORD_WHO_RESPONSE);
    for (size_t i = 0; i < N_COUNTED; i++)
        *wrd_grid_cell(grid, i + 3, 0) = wrd_html_word(page, counted[i].word);
    for (size_t source = 0; source < page->plan->study->n_sources; source++)
        if (asked_in_wave(page, source))
            fill_source(page, source, grid, column++);
    return grid;
}

static void say_weights(const struct wrd_page *page, size_t source)
{
    const bool weighted = page->plan->study->sources[source].weights.method != WRD_WEIGHTS_NONE;
    wrd_html_element(page->to, "p", NULL,
                     wrd_sentence(page->plan->arena,
                                  weighted ? WRD_WORD_WHO_WEIGHTED : WRD_WORD_WHO_UNWEIGHTED,
                                  page->lang, wrd_people_heading(page->plan, source, page->lang),
                                  wrd_people(page->plan, source, page->lang)));
}

void wrd_html_part(const struct wrd_page *page)
{
    const struct wrd_grid *grid = grid_of(page);
    const struct wrd_figure_text text = {
        wrd_html_word(page, WRD_WORD_WHO_HEADLINE),
        wrd_fieldwork(page->plan->arena, page->plan->wave, page->lang),
        wrd_html_word(page, WRD_WORD_WHO_CAPTION),
    };
    wrd_html_chapter(page, "who", wrd_html_word(page, WRD_WORD_WHO));
    for (size_t source = 0; source < page->plan->study->n_sources; source++)
        if (wrd_plan_response(page->plan, source))
            wrd_html_response(page, wrd_plan_response(page->plan, source));
    wrd_html_figure(page, &text, grid, WRD_LOOK_COUNTS);
    wrd_html_element(page->to, "p", "note",
                     wrd_sign_note(page->plan, NULL, 0, grid->undefined, page->lang));
    for (size_t source = 0; source < page->plan->study->n_sources; source++)
        if (wrd_plan_response(page->plan, source))
            wrd_html_response_by(page, wrd_plan_response(page->plan, source));
    for (size_t source = 0; source < page->plan->study->n_sources; source++)
        if (asked_in_wave(page, source))
            say_weights(page, source);
    wrd_html_element(page->to, "p", NULL, wrd_html_word(page, WRD_WORD_WHO_EFFECTIVE_MEANS));
    wrd_html_weights(page);
    wrd_html_chapter_end(page);
}
