/* write/html_headlines.c - the chapter on the headline figures; see html.h. */
#include "write/headlines.h"
#include "write/html.h"
#include "write/html_text.h"
#include "write/wording.h"

void wrd_html_headlines(const struct wrd_page *page)
{
    const struct wrd_grid *grid = wrd_grid_headlines(page->plan, page->lang);
    if (!grid)
        return;
    const struct wrd_figure_text text = {
        wrd_html_word(page, WRD_WORD_HEADLINES_HEADLINE),
        wrd_fieldwork(page->plan->arena, page->plan->wave, page->lang),
        wrd_html_word(page, WRD_WORD_HEADLINES_CAPTION),
    };
    wrd_html_chapter(page, "headlines", wrd_html_word(page, WRD_WORD_HEADLINES));
    for (size_t line = 0; line < WRD_HEADLINE_LINES; line++)
        wrd_html_element(page->to, "p", NULL, wrd_headlines_line(page->plan, line, page->lang));
    wrd_html_figure(page, &text, grid, WRD_LOOK_BY);
    wrd_html_element(page->to, "p", "note", wrd_headlines_signs(page->plan, page->lang));
    wrd_html_chapter_end(page);
}
