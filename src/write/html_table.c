/* write/html_table.c - a figure: what it says, its base, and a true table; see html.h.
 *
 * A wide table scrolls inside a section that the keyboard can reach.  A bar repeats a printed
 * number, so it is hidden from screen readers. */
#include "write/html.h"

#include <string.h>

#include "core/number.h"
#include "write/html_text.h"

static void put_head(const struct wrd_page *page, const struct wrd_grid *grid,
                     enum wrd_table_look look)
{
    wrd_html_open(page->to, "thead", NULL);
    wrd_html_open(page->to, "tr", NULL);
    for (size_t column = 0; column < grid->n_columns; column++) {
        if (look == WRD_LOOK_TEXT && column > 0)
            wrd_html_open(page->to, "th", "scope", "col", "class", "text", NULL);
        else
            wrd_html_open(page->to, "th", "scope", "col", NULL);
        wrd_html_text(page->to, *wrd_grid_cell(grid, 0, column));
        fputs("</th>", page->to);
    }
    fputs("</tr></thead>\n", page->to);
}

static void put_bar(const struct wrd_page *page, int percent)
{
    char room[WRD_NUMBER_ROOM];
    fprintf(page->to, "<span class=\"bar\" aria-hidden=\"true\"><span class=\"w%s\"></span></span>",
            wrd_number_integer(room, percent));
}

static void put_now(const struct wrd_page *page, const char *text, int bar)
{
    wrd_html_open(page->to, "td", "class", "now", NULL);
    if (bar >= 0)
        put_bar(page, bar);
    fputs("<b>", page->to);
    wrd_html_text(page->to, text);
    fputs("</b></td>", page->to);
}

/* "62% (55 tot 69)": the bounds on a line of their own. */
static void put_two_lines(const struct wrd_page *page, const char *text)
{
    const char *bounds = strstr(text, " (");
    wrd_html_open(page->to, "td", NULL);
    if (!bounds) {
        wrd_html_text(page->to, text);
    } else {
        wrd_html_text(page->to, wrd_arena_text(page->plan->arena, text, (size_t)(bounds - text)));
        fputs(" <span>", page->to);
        wrd_html_text(page->to, bounds + 1);
        fputs("</span>", page->to);
    }
    fputs("</td>", page->to);
}

static void put_plain(const struct wrd_page *page, const char *text, const char *class)
{
    if (class)
        wrd_html_open(page->to, "td", "class", class, NULL);
    else
        wrd_html_open(page->to, "td", NULL);
    wrd_html_text(page->to, text);
    fputs("</td>", page->to);
}

static void put_cell(const struct wrd_page *page, const struct wrd_grid *grid, size_t row,
                     size_t column, enum wrd_table_look look)
{
    const char *text = *wrd_grid_cell(grid, row, column);
    if (look == WRD_LOOK_TOTAL && column == 1)
        put_now(page, text, grid->bar[row]);
    else if (look == WRD_LOOK_BY)
        put_two_lines(page, text);
    else
        put_plain(page, text, look == WRD_LOOK_TEXT ? "text" : NULL);
}

static void put_row(const struct wrd_page *page, const struct wrd_grid *grid, size_t row,
                    enum wrd_table_look look)
{
    fputs(grid->sum[row] ? "<tr class=\"sum\">" : "<tr>", page->to);
    wrd_html_open(page->to, "th", "scope", "row", NULL);
    wrd_html_text(page->to, *wrd_grid_cell(grid, row, 0));
    fputs("</th>", page->to);
    for (size_t column = 1; column < grid->n_columns; column++)
        put_cell(page, grid, row, column, look);
    fputs("</tr>\n", page->to);
}

/* Four narrow columns fit a telephone; every scroller is one more stop for who uses the keyboard.
 */
static bool is_wide(const struct wrd_grid *grid, enum wrd_table_look look)
{
    const bool narrow =
        look == WRD_LOOK_TOTAL || look == WRD_LOOK_CHANGE || look == WRD_LOOK_COUNTS;
    return grid->n_columns > (narrow ? 4 : 2);
}

static const char *frame_class(enum wrd_table_look look)
{
    switch (look) {
    case WRD_LOOK_BY:
        return "scroll by";
    case WRD_LOOK_CHANGE:
        return "scroll change";
    case WRD_LOOK_COUNTS:
        return "scroll counts";
    default:
        return "scroll";
    }
}

static void open_frame(const struct wrd_page *page, const char *caption, bool wide,
                       enum wrd_table_look look)
{
    if (wide)
        wrd_html_open(page->to, "section", "class", frame_class(look), "tabindex", "0",
                      "aria-label",
                      wrd_sentence(page->plan->arena, WRD_WORD_SCROLL, page->lang, caption), NULL);
    else
        wrd_html_open(page->to, "div", "class", frame_class(look), NULL);
}

static void put_table(const struct wrd_page *page, const struct wrd_figure_text *text,
                      const struct wrd_grid *grid, enum wrd_table_look look)
{
    const bool wide = is_wide(grid, look);
    open_frame(page, text->caption, wide, look);
    fputs("<table>\n", page->to);
    wrd_html_element(page->to, "caption", NULL, text->caption);
    put_head(page, grid, look);
    fputs("<tbody>\n", page->to);
    for (size_t row = 1; row < grid->n_rows; row++)
        put_row(page, grid, row, look);
    fputs("</tbody></table>\n", page->to);
    wrd_html_close(page->to, wide ? "section" : "div");
}

void wrd_html_figure(const struct wrd_page *page, const struct wrd_figure_text *text,
                     const struct wrd_grid *grid, enum wrd_table_look look)
{
    fputs("<figure>\n<figcaption>", page->to);
    wrd_html_element(page->to, "strong", NULL, text->headline);
    wrd_html_element(page->to, "span", NULL, text->base);
    fputs("</figcaption>\n", page->to);
    put_table(page, text, grid, look);
    fputs("</figure>\n", page->to);
}
