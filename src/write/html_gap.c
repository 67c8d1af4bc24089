/* write/html_gap.c - the chapter on volunteers beside organisations: what was found, a dumbbell a
 * question, and all figures in a table; see html.h.
 *
 * A dumbbell is a line from 0 to 100 with a square for organisations and a ring for volunteers: shapes,
 * not colours, tell them apart, and the numbers stand under it.  It is drawn only where both sides and
 * the gap are shown (R7). */
#include "write/html.h"

#include "core/number.h"
#include "write/html_text.h"
#include "write/wording.h"

static bool can_be_drawn(const struct wrd_seen_gap *gap)
{
    return !gap->repeats && gap->index->state == WRD_SHOWN &&
           gap->side[WRD_GAP_ORGANISATIONS].state == WRD_SHOWN &&
           gap->side[WRD_GAP_VOLUNTEERS].state == WRD_SHOWN;
}

static const char *index_text(const struct wrd_page *page, const struct wrd_seen_gap *gap,
                              enum wrd_gap_side side)
{
    return wrd_shown_number(page->plan->arena, gap->side[side].value, 0, page->lang);
}

/* "64%": an index is whole. */
static const char *place_of(const struct wrd_page *page, const struct wrd_seen_gap *gap,
                            enum wrd_gap_side side)
{
    char room[WRD_NUMBER_ROOM];
    return wrd_arena_format(page->plan->arena, "%s%%",
                            wrd_number_fixed(room, gap->side[side].value, 0, '.'));
}

void wrd_html_line(const struct wrd_page *page, const char *class, const char *from, const char *to)
{
    wrd_html_open(page->to, "line", "class", class, "x1", from, "x2", to, "y1", "50%", "y2", "50%",
                  NULL);
    fputs("</line>", page->to);
}

static void put_dumbbell(const struct wrd_page *page, const struct wrd_seen_gap *gap)
{
    const char *organisations = place_of(page, gap, WRD_GAP_ORGANISATIONS);
    const char *volunteers = place_of(page, gap, WRD_GAP_VOLUNTEERS);
    wrd_html_open(page->to, "svg", "role", "img", "aria-label",
                  wrd_sentence(page->plan->arena, WRD_WORD_GAP_ALT, page->lang,
                               index_text(page, gap, WRD_GAP_ORGANISATIONS),
                               index_text(page, gap, WRD_GAP_VOLUNTEERS)),
                  NULL);
    wrd_html_line(page, "axis", "0%", "100%");
    wrd_html_line(page, "span", organisations, volunteers);
    wrd_html_open(page->to, "rect", "x", organisations, "y", "50%", "width", "14", "height", "14",
                  "transform", "translate(-7 -7)", NULL);
    fputs("</rect>", page->to);
    wrd_html_open(page->to, "circle", "cx", volunteers, "cy", "50%", "r", "6", NULL);
    fputs("</circle>", page->to);
    wrd_html_close(page->to, "svg");
}

static const char *printed(const struct wrd_page *page, const struct wrd_seen_gap *gap)
{
    const char *found = wrd_gap_found(gap, page->lang);
    return wrd_sentence(page->plan->arena,
                        *found ? WRD_WORD_GAP_PRINTED : WRD_WORD_GAP_PRINTED_ALONE, page->lang,
                        index_text(page, gap, WRD_GAP_ORGANISATIONS),
                        index_text(page, gap, WRD_GAP_VOLUNTEERS), found);
}

static const char *base_line(const struct wrd_page *page)
{
    return wrd_sentence(page->plan->arena, WRD_WORD_GAP_BASE, page->lang,
                        wrd_fieldwork(page->plan->arena, page->plan->wave, page->lang));
}

static void put_chart(const struct wrd_page *page)
{
    const struct wrd_release *release = page->plan->release;
    size_t n = 0;
    for (size_t g = 0; g < wrd_release_gaps(release); g++)
        n += can_be_drawn(wrd_release_gap(release, g));
    if (n == 0)
        return;
    fputs("<figure>\n<figcaption>", page->to);
    wrd_html_element(page->to, "strong", NULL, wrd_html_word(page, WRD_WORD_GAP_HEADLINE));
    wrd_html_element(page->to, "span", NULL, base_line(page));
    fputs("</figcaption>\n<ul class=\"gaps\">\n", page->to);
    for (size_t g = 0; g < wrd_release_gaps(release); g++) {
        const struct wrd_seen_gap *gap = wrd_release_gap(release, g);
        if (!can_be_drawn(gap))
            continue;
        fputs("<li>", page->to);
        wrd_html_element(page->to, "p", gap->scale ? "theme" : NULL,
                         wrd_gap_label(gap, page->lang));
        put_dumbbell(page, gap);
        wrd_html_element(page->to, "p", "note", printed(page, gap));
        fputs("</li>\n", page->to);
    }
    fputs("</ul></figure>\n", page->to);
}

static void put_table(const struct wrd_page *page, const struct wrd_grid *grid)
{
    const struct wrd_figure_text text = { wrd_html_word(page, WRD_WORD_GAP_HEADLINE),
                                          base_line(page),
                                          wrd_html_word(page, WRD_WORD_GAP_CAPTION) };
    fputs("<details>", page->to);
    wrd_html_element(page->to, "summary", NULL, wrd_html_word(page, WRD_WORD_GAP_TABLE));
    wrd_html_figure(page, &text, grid, WRD_LOOK_CHANGE);
    wrd_html_element(page->to, "p", "note",
                     wrd_gap_line(page->plan, WRD_GAP_LINES - 1, page->lang));
    wrd_html_element(page->to, "p", "note", wrd_gap_signs(page->plan, page->lang));
    fputs("</details>\n", page->to);
}

static void put_found(const struct wrd_page *page)
{
    bool any = false, shown = false;
    for (size_t g = 0; g < wrd_release_gaps(page->plan->release); g++) {
        const struct wrd_seen_gap *gap = wrd_release_gap(page->plan->release, g);
        const char *sentence = gap->repeats ? NULL : wrd_gap_sentence(page->plan, gap, page->lang);
        shown |= gap->verdict != WRD_GAP_UNTESTED;
        any |= sentence != NULL;
        wrd_html_element(page->to, "p", NULL, sentence);
    }
    if (shown && !any)
        wrd_html_say(page, WRD_WORD_GAP_NONE);
}

void wrd_html_gaps(const struct wrd_page *page)
{
    if (!wrd_has_gaps(page->plan))
        return;
    const struct wrd_grid *grid = wrd_grid_gaps(page->plan, page->lang);
    wrd_html_chapter(page, "gap", wrd_html_word(page, WRD_WORD_GAP));
    for (size_t line = 0; line + 1 < WRD_GAP_LINES; line++)
        wrd_html_element(page->to, "p", NULL, wrd_gap_line(page->plan, line, page->lang));
    put_found(page);
    put_chart(page);
    put_table(page, grid);
    wrd_html_chapter_end(page);
}
