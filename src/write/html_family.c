/* write/html_family.c - the chapters on tasks and on routes: what was found, a dot with its range for each,
 * and all figures in a table; see html.h.
 *
 * A dot stands on a line from 0 to 100, its range is the thick part, and both are printed under it.
 * All dots look the same: colour says nothing of good or bad.  Nothing is drawn of what is hidden (R7). */
#include "write/html.h"

#include "core/number.h"
#include "write/family.h"
#include "write/html_text.h"
#include "write/wording.h"

/* A scale and where it stands; NULL: nowhere. */
struct dot {
    const struct wrd_scale *scale;
    const struct wrd_seen *seen;
};

static bool can_be_drawn(const struct dot *dot)
{
    return dot->seen && dot->seen->state == WRD_SHOWN;
}

/* "64%": an index is whole. */
static const char *place_of(const struct wrd_page *page, double value)
{
    char room[WRD_NUMBER_ROOM];
    return wrd_arena_format(page->plan->arena, "%s%%", wrd_number_fixed(room, value, 0, '.'));
}

static void put_dot(const struct wrd_page *page, const struct dot *dot)
{
    struct wrd_arena *arena = page->plan->arena;
    const char *label = wrd_label(dot->scale->label, dot->scale->name, page->lang);
    const char *figure = wrd_shown_number(arena, dot->seen->value, 0, page->lang);
    const char *between = wrd_seen_between(page->plan, dot->seen, page->lang);
    fputs("<li>", page->to);
    wrd_html_element(page->to, "p", NULL, label);
    wrd_html_open(page->to, "svg", "role", "img", "aria-label",
                  wrd_sentence(arena, WRD_WORD_FAMILY_ALT, page->lang, label, figure, between),
                  NULL);
    wrd_html_line(page, "axis", "0%", "100%");
    if (dot->seen->has_interval)
        wrd_html_line(page, "span", place_of(page, dot->seen->lo), place_of(page, dot->seen->hi));
    wrd_html_open(page->to, "circle", "cx", place_of(page, dot->seen->value), "cy", "50%", "r", "4",
                  NULL);
    fputs("</circle>", page->to);
    wrd_html_close(page->to, "svg");
    wrd_html_element(page->to, "p", "note",
                     wrd_sentence(arena, WRD_WORD_FAMILY_PRINTED, page->lang, figure, between));
    fputs("</li>\n", page->to);
}

static void put_dots(const struct wrd_page *page, const char *headline, const char *base,
                     const struct dot *dots, size_t n)
{
    size_t drawn = 0;
    for (size_t i = 0; i < n; i++)
        drawn += can_be_drawn(&dots[i]);
    if (drawn == 0)
        return;
    fputs("<figure>\n<figcaption>", page->to);
    wrd_html_element(page->to, "strong", NULL, headline);
    wrd_html_element(page->to, "span", NULL, base);
    fputs("</figcaption>\n<ul class=\"gaps\">\n", page->to);
    for (size_t i = 0; i < n; i++)
        if (can_be_drawn(&dots[i]))
            put_dot(page, &dots[i]);
    fputs("</ul></figure>\n", page->to);
}

static void put_table(const struct wrd_page *page, const struct wrd_figure_text *text,
                      const struct wrd_grid *grid, const char *signs)
{
    fputs("<details>", page->to);
    wrd_html_element(page->to, "summary", NULL, wrd_html_word(page, WRD_WORD_GAP_TABLE));
    wrd_html_figure(page, text, grid, WRD_LOOK_CHANGE);
    wrd_html_element(page->to, "p", "note", signs);
    fputs("</details>\n", page->to);
}

static void put_lines(const struct wrd_page *page, struct wrd_lines lines)
{
    for (size_t i = 0; i < lines.n; i++)
        wrd_html_element(page->to, "p", NULL, lines.of[i]);
}

/* Two sources in one chapter each have a heading. */
static void put_heading(const struct wrd_page *page, size_t source, size_t n)
{
    if (n > 1)
        wrd_html_element(page->to, "h3", NULL, wrd_people_heading(page->plan, source, page->lang));
}

static void put_tasks(const struct wrd_page *page, const struct wrd_seen_task_set *tasks)
{
    struct wrd_arena *arena = page->plan->arena;
    const char *people = wrd_people(page->plan, tasks->source, page->lang);
    struct dot *dots = wrd_arena_take_array(arena, tasks->n, sizeof *dots);
    for (size_t t = 0; t < tasks->n; t++)
        dots[t] = (struct dot){ tasks->scales[t], wrd_task_cell(page->plan, tasks, t) };
    const struct wrd_figure_text text = {
        wrd_sentence(arena, WRD_WORD_TASKS_HEADLINE, page->lang, people),
        wrd_scales_base(page->plan, tasks->source, page->lang),
        wrd_sentence(arena, WRD_WORD_TASKS_CAPTION, page->lang, people),
    };
    put_heading(page, tasks->source, wrd_release_task_sets(page->plan->release));
    wrd_html_element(page->to, "p", NULL, wrd_tasks_weakest(page->plan, tasks, page->lang));
    put_dots(page, text.headline, text.base, dots, tasks->n);
    put_table(page, &text, wrd_grid_tasks(page->plan, tasks, page->lang),
              wrd_tasks_signs(page->plan, tasks, page->lang));
}

void wrd_html_tasks(const struct wrd_page *page)
{
    const struct wrd_release *release = page->plan->release;
    const char *title = wrd_tasks_title(page->plan, page->lang);
    if (!title)
        return;
    wrd_html_chapter(page, "tasks", title);
    wrd_html_say(page, WRD_WORD_TASKS_MEANS);
    wrd_html_say(page, WRD_WORD_TASKS_RULE);
    for (size_t i = 0; i < wrd_release_task_sets(release); i++)
        put_tasks(page, wrd_release_task_set(release, i));
    wrd_html_chapter_end(page);
}

static void put_routes(const struct wrd_page *page, const struct wrd_seen_routes *routes)
{
    struct wrd_arena *arena = page->plan->arena;
    const char *people = wrd_people(page->plan, routes->source, page->lang);
    struct dot *dots = wrd_arena_take_array(arena, routes->n, sizeof *dots);
    for (size_t r = 0; r < routes->n; r++)
        dots[r] = (struct dot){ routes->scales[r], routes->route[r] };
    const struct wrd_figure_text text = {
        wrd_sentence(arena, WRD_WORD_ROUTES_HEADLINE, page->lang, people),
        wrd_routes_base(page->plan, routes, page->lang),
        wrd_sentence(arena, WRD_WORD_ROUTES_CAPTION, page->lang, people),
    };
    put_heading(page, routes->source, wrd_release_routes(page->plan->release));
    put_lines(page, wrd_routes_meaning(page->plan, routes, page->lang));
    put_lines(page, wrd_routes_found(page->plan, routes, page->lang));
    put_dots(page, text.headline, text.base, dots, routes->n);
    put_table(page, &text, wrd_grid_routes(page->plan, routes, page->lang),
              wrd_routes_signs(page->plan, routes, page->lang));
}

void wrd_html_routes(const struct wrd_page *page)
{
    const char *title = wrd_routes_title(page->plan, page->lang);
    if (!title)
        return;
    wrd_html_chapter(page, "routes", title);
    for (size_t i = 0; i < wrd_release_routes(page->plan->release); i++)
        put_routes(page, wrd_release_route(page->plan->release, i));
    wrd_html_chapter_end(page);
}
