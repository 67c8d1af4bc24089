/* write/html_topic.c - one question or scale: everybody first, then its breakdowns; see html.h. */
#include "write/html.h"

#include "write/html_text.h"
#include "write/wording.h"

static void put_heading(const struct wrd_page *page, const struct wrd_topic *topic,
                        const char *heading)
{
    wrd_html_open(page->to, heading, NULL);
    wrd_html_text(page->to, wrd_outcome_label(topic->outcome, page->lang));
    fputs(" <span class=\"code\">", page->to);
    wrd_html_text(page->to, topic->outcome->name);
    fputs("</span>", page->to);
    wrd_html_close(page->to, heading);
}

static void put_notes(const struct wrd_page *page, const struct wrd_seen_table *const *tables,
                      size_t n, bool undefined)
{
    wrd_html_element(page->to, "p", "note",
                     wrd_sign_note(page->plan, tables, n, undefined, page->lang));
    wrd_html_element(page->to, "p", "note", wrd_design_note(tables[0], page->lang));
}

static void put_total(const struct wrd_page *page, const struct wrd_topic *topic)
{
    struct wrd_arena *arena = page->plan->arena;
    const struct wrd_grid *grid = wrd_grid_total(page->plan, topic, page->lang);
    const struct wrd_seen_table **tables =
        wrd_arena_take_array(arena, topic->n_earlier + 1, sizeof *tables);
    const struct wrd_figure_text text = {
        wrd_headline(page->plan, topic, page->lang),
        wrd_base_line(page->plan, topic->total, page->lang),
        wrd_sentence(arena, WRD_WORD_CAPTION_TOTAL, page->lang,
                     wrd_outcome_label(topic->outcome, page->lang)),
    };
    tables[0] = topic->total;
    for (size_t i = 0; i < topic->n_earlier; i++)
        tables[i + 1] = topic->earlier[i];
    wrd_html_figure(page, &text, grid, WRD_LOOK_TOTAL);
    wrd_html_element(page->to, "p", NULL, wrd_topic_change(page->plan, topic, page->lang));
    wrd_html_element(page->to, "p", NULL, wrd_topic_line(page->plan, topic, page->lang));
    put_notes(page, tables, topic->n_earlier + 1, grid->undefined);
}

static void put_changes(const struct wrd_page *page, const struct wrd_topic *topic)
{
    struct wrd_arena *arena = page->plan->arena;
    const struct wrd_grid *grid = wrd_grid_changes(page->plan, topic, page->lang);
    if (!grid)
        return;
    const char *title = wrd_change_title(page->plan, topic, page->lang);
    const struct wrd_figure_text text = {
        wrd_html_word(page, WRD_WORD_CHANGE_HEADLINE),
        wrd_html_word(page, WRD_WORD_CHANGE_UNIT),
        wrd_sentence(arena, WRD_WORD_HOW_OF, page->lang, title,
                     wrd_outcome_label(topic->outcome, page->lang)),
    };
    fputs("<details>", page->to);
    wrd_html_element(page->to, "summary", NULL, title);
    wrd_html_figure(page, &text, grid, WRD_LOOK_CHANGE);
    fputs("</details>\n", page->to);
}

static void put_breakdown(const struct wrd_page *page, const struct wrd_topic *topic,
                          const struct wrd_seen_table *table)
{
    struct wrd_arena *arena = page->plan->arena;
    const char *by = wrd_breakdown_label(table, page->lang);
    const struct wrd_grid *grid = wrd_grid_by(page->plan, table, page->lang);
    const struct wrd_figure_text text = {
        wrd_html_word(page, WRD_WORD_BREAKDOWN_HEADLINE),
        wrd_base_line(page->plan, table, page->lang),
        wrd_sentence(arena, WRD_WORD_CAPTION_BY, page->lang,
                     wrd_outcome_label(topic->outcome, page->lang), by),
    };
    fputs("<details>", page->to);
    wrd_html_element(page->to, "summary", NULL,
                     wrd_sentence(arena, WRD_WORD_BREAKDOWN, page->lang, by));
    wrd_html_figure(page, &text, grid, WRD_LOOK_BY);
    put_notes(page, &table, 1, grid->undefined);
    fputs("</details>\n", page->to);
}

void wrd_html_topic(const struct wrd_page *page, const struct wrd_topic *topic, const char *heading)
{
    fputs("<article>\n", page->to);
    put_heading(page, topic, heading);
    if (topic->total)
        put_total(page, topic);
    put_changes(page, topic);
    for (size_t i = 0; i < topic->n_by; i++)
        if (topic->by[i]->design != WRD_DESIGN_LEFT_OUT)
            put_breakdown(page, topic, topic->by[i]);
    wrd_html_element(page->to, "p", "note", wrd_left_out_note(page->plan, topic, page->lang));
    fputs("</article>\n", page->to);
}
