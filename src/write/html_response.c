/* write/html_response.c - who took part: how many, which groups, and what that leaves open; see
 * html.h.
 *
 * METHODS 7.26 to 7.28.  That the groups took part unevenly is said only where chance alone would
 * hardly make it so; nothing is said of why. */
#include "write/html.h"

#include <math.h>
#include <string.h>

#include "write/html_text.h"
#include "write/wording.h"
#include "write/worst_case.h"

static const char *percent(const struct wrd_page *page, double value)
{
    return wrd_shown_number(page->plan->arena, value, 0, page->lang);
}

static const char *count(const struct wrd_page *page, uint64_t n)
{
    return wrd_shown_count(page->plan->arena, n, page->lang);
}

/* "ongeveer 1 op de 3" where that is true within 4 points; NULL: no such fraction. */
static const char *one_in(const struct wrd_page *page, const struct wrd_seen_response *response)
{
    static const unsigned among[] = { 2, 3, 4, 5, 10 };
    const double share = 100 * (double)response->respondents / (double)response->invited;
    unsigned best = 0;
    for (size_t i = 0; i < sizeof among / sizeof *among; i++) {
        const double off = fabs(100.0 / among[i] - share);
        if (off <= 4 && (best == 0 || off < fabs(100.0 / best - share)))
            best = among[i];
    }
    return best == 0 ? NULL
                     : wrd_sentence(page->plan->arena, WRD_WORD_RESPONSE_ONE_IN, page->lang,
                                    count(page, best));
}

static bool has_margins(const struct wrd_page *page, size_t source)
{
    for (size_t i = 0; i < page->plan->n_topics; i++) {
        const struct wrd_seen_table *total = page->plan->topics[i].total;
        if (page->plan->topics[i].source != source || !total)
            continue;
        for (size_t r = 0; r < total->n_rows; r++)
            if (total->cells[r].has_interval && total->cells[r].lo < total->cells[r].hi)
                return true;
    }
    return false;
}

static void say_full(const struct wrd_page *page, const struct wrd_seen_response *response)
{
    const size_t source = response->source;
    const struct wrd_source *asked = &page->plan->study->sources[source];
    wrd_html_element(
        page->to, "p", NULL,
        wrd_sentence(page->plan->arena,
                     response->census ? WRD_WORD_RESPONSE_ALL : WRD_WORD_RESPONSE_ALL_INVITED,
                     page->lang, count(page, response->invited),
                     wrd_people(page->plan, source, page->lang)));
    if (response->census && asked->design.fpc && !has_margins(page, source))
        wrd_html_say(page, WRD_WORD_RESPONSE_NO_MARGIN);
}

static void say_part(const struct wrd_page *page, const struct wrd_seen_response *response)
{
    struct wrd_arena *arena = page->plan->arena;
    const char *people = wrd_people(page->plan, response->source, page->lang);
    const char *fraction = wrd_response_is_low(response) ? one_in(page, response) : NULL;
    fputs("<p>", page->to);
    if (response->census) {
        wrd_html_text(page->to, wrd_sentence(arena, WRD_WORD_RESPONSE_CENSUS, page->lang,
                                             count(page, response->invited), people));
        fputc(' ', page->to);
    }
    wrd_html_text(page->to,
                  wrd_sentence(arena, WRD_WORD_WHO_RESPONSE_SENTENCE, page->lang,
                               count(page, response->respondents), count(page, response->invited),
                               people, percent(page, response->rr2.value)));
    if (fraction) {
        fputc(' ', page->to);
        wrd_html_text(page->to, fraction);
    }
    fputc(' ', page->to);
    wrd_html_text(page->to, wrd_html_word(page, WRD_WORD_WHO_UNKNOWN_REST));
    wrd_html_close(page->to, "p");
}

static void say_worst(const struct wrd_page *page, size_t source)
{
    struct wrd_arena *arena = page->plan->arena;
    const struct wrd_worst_lines worst = wrd_worst_cases(page->plan, source, page->lang);
    if (worst.n == 0)
        return;
    wrd_html_element(page->to, "p", NULL,
                     wrd_sentence(arena, WRD_WORD_RESPONSE_WORST, page->lang,
                                  wrd_people(page->plan, source, page->lang)));
    fputs("<ul>\n", page->to);
    for (size_t i = 0; i < worst.n; i++)
        wrd_html_element(page->to, "li", NULL,
                         wrd_sentence(arena, WRD_WORD_RESPONSE_WORST_LINE, page->lang,
                                      worst.of[i].label, percent(page, worst.of[i].shown),
                                      percent(page, worst.of[i].low),
                                      percent(page, worst.of[i].high)));
    fputs("</ul>\n", page->to);
    wrd_html_say(page, WRD_WORD_RESPONSE_WORST_MEANS);
}

void wrd_html_response(const struct wrd_page *page, const struct wrd_seen_response *response)
{
    if (response->respondents == response->invited)
        say_full(page, response);
    else
        say_part(page, response);
    say_worst(page, response->source);
}

static const char *shown_percent(const struct wrd_page *page, const struct wrd_seen *seen)
{
    return wrd_shown_cell(page->plan->arena, WRD_SHARE, seen, page->lang);
}

static const char *group_label(const struct wrd_page *page,
                               const struct wrd_seen_response_group *group)
{
    return wrd_label(group->label, group->code, page->lang);
}

static struct wrd_grid *grid_of(const struct wrd_page *page, const struct wrd_seen_response_by *by)
{
    struct wrd_grid *grid = wrd_grid_new(page->plan->arena, by->n_groups + 1, 3);
    *wrd_grid_cell(grid, 0, 0) = wrd_html_word(page, WRD_WORD_RESPONSE_GROUP);
    *wrd_grid_cell(grid, 0, 1) = wrd_html_word(page, WRD_WORD_WHO_INVITED);
    *wrd_grid_cell(grid, 0, 2) = wrd_html_word(page, WRD_WORD_WHO_RESPONSE);
    for (size_t g = 0; g < by->n_groups; g++) {
        const struct wrd_seen_response_group *group = &by->groups[g];
        *wrd_grid_cell(grid, g + 1, 0) = group_label(page, group);
        *wrd_grid_cell(grid, g + 1, 1) =
            group->seen.state == WRD_HIDDEN ? "x" : count(page, group->seen.n);
        *wrd_grid_cell(grid, g + 1, 2) = shown_percent(page, &group->seen);
    }
    return grid;
}

static bool hides_any(const struct wrd_seen_response_by *by)
{
    for (size_t g = 0; g < by->n_groups; g++)
        if (by->groups[g].seen.state == WRD_HIDDEN)
            return true;
    return false;
}

static void say_uneven(const struct wrd_page *page, size_t source,
                       const struct wrd_seen_response_by *by)
{
    const struct wrd_seen_response_group *most = &by->groups[by->most];
    const struct wrd_seen_response_group *least = &by->groups[by->least];
    const bool weighted = page->plan->study->sources[source].weights.method != WRD_WEIGHTS_NONE;
    fputs("<p>", page->to);
    wrd_html_text(page->to,
                  wrd_sentence(page->plan->arena, WRD_WORD_RESPONSE_UNEVEN, page->lang,
                               group_label(page, most), percent(page, most->seen.value),
                               group_label(page, least), percent(page, least->seen.value)));
    if (!weighted) {
        fputc(' ', page->to);
        wrd_html_text(page->to, wrd_html_word(page, WRD_WORD_RESPONSE_UNEVEN_MEANS));
    }
    wrd_html_close(page->to, "p");
}

void wrd_html_response_by(const struct wrd_page *page, const struct wrd_seen_response *response)
{
    struct wrd_arena *arena = page->plan->arena;
    for (size_t b = 0; b < response->n_by; b++) {
        const struct wrd_seen_response_by *by = &response->by[b];
        const char *label = wrd_label(by->label, by->name, page->lang);
        const struct wrd_figure_text text = {
            wrd_sentence(arena, WRD_WORD_RESPONSE_BY, page->lang,
                         wrd_people_heading(page->plan, response->source, page->lang)),
            wrd_fieldwork(arena, page->plan->wave, page->lang),
            label,
        };
        wrd_html_figure(page, &text, grid_of(page, by), WRD_LOOK_COUNTS);
        if (hides_any(by))
            wrd_html_element(page->to, "p", "note", wrd_html_word(page, WRD_WORD_NOTE_HIDDEN));
        if (by->uneven)
            say_uneven(page, response->source, by);
    }
}
