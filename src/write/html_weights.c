/* write/html_weights.c - what weighting to known totals did, in the chapter on who took part; see
 * html.h. */
#include "write/html.h"

#include <string.h>

#include "core/text.h"
#include "write/html_text.h"
#include "write/wording.h"

enum { MARGIN, N, BEFORE, TARGET, AFTER, COLUMNS };

static const char *percent(const struct wrd_page *page, double value)
{
    return wrd_arena_format(page->plan->arena, "%s%%",
                            wrd_shown_number(page->plan->arena, value, 0, page->lang));
}

const char *wrd_margin_label(const struct wrd_plan *plan, size_t source,
                             const struct wrd_seen_margin *row, enum wrd_lang lang)
{
    const struct wrd_codebook *book = plan->codebook;
    struct wrd_arena *arena = plan->arena;
    const char *label = NULL, *name, *code;
    for (size_t i = 0; (name = wrd_text_part(arena, row->margin, i)); i++) {
        const int at = wrd_codebook_variable_of(book, name, source);
        const char *part = wrd_text_part(arena, row->code, i);
        const struct wrd_value *value =
            at < 0 ? NULL : wrd_list_value(book->variables[at].list, part, strlen(part));
        code = value ? wrd_label(value->label, part, lang) : part;
        const char *both =
            wrd_sentence(arena, WRD_WORD_WEIGHTS_CATEGORY, lang,
                         at < 0 ? name : wrd_variable_label(&book->variables[at], lang), code);
        label = label ? wrd_sentence(arena, WRD_WORD_WEIGHTS_CROSS, lang, label, both) : both;
    }
    return label;
}

static void fill_row(const struct wrd_page *page, size_t source, const struct wrd_seen_margin *row,
                     struct wrd_grid *grid, size_t at)
{
    *wrd_grid_cell(grid, at, MARGIN) = wrd_margin_label(page->plan, source, row, page->lang);
    *wrd_grid_cell(grid, at, N) =
        row->hidden ? "x" : wrd_shown_count(page->plan->arena, row->n, page->lang);
    *wrd_grid_cell(grid, at, BEFORE) = row->hidden ? "x" : percent(page, row->before);
    *wrd_grid_cell(grid, at, TARGET) = percent(page, row->target);
    *wrd_grid_cell(grid, at, AFTER) = percent(page, row->after);
}

static struct wrd_grid *grid_of(const struct wrd_page *page, const struct wrd_seen_fitting *fitting)
{
    static const enum wrd_word heads[COLUMNS] = { WRD_WORD_WEIGHTS_GROUP, WRD_WORD_WEIGHTS_N,
                                                  WRD_WORD_WEIGHTS_BEFORE, WRD_WORD_WEIGHTS_TARGET,
                                                  WRD_WORD_WEIGHTS_AFTER };
    struct wrd_grid *grid = wrd_grid_new(page->plan->arena, fitting->n_rows + 1, COLUMNS);
    for (size_t column = 0; column < COLUMNS; column++)
        *wrd_grid_cell(grid, 0, column) = wrd_html_word(page, heads[column]);
    for (size_t r = 0; r < fitting->n_rows; r++)
        fill_row(page, fitting->source, &fitting->rows[r], grid, r + 1);
    return grid;
}

static void say_cost(const struct wrd_page *page, const struct wrd_seen_fitting *fitting)
{
    struct wrd_arena *arena = page->plan->arena;
    if (fitting->hides) {
        wrd_html_element(page->to, "p", "note", wrd_html_word(page, WRD_WORD_NOTE_HIDDEN));
        wrd_html_say(page, WRD_WORD_WEIGHTS_COST_HIDDEN);
        return;
    }
    wrd_html_element(page->to, "p", NULL,
                     wrd_sentence(arena, WRD_WORD_WEIGHTS_RANGE, page->lang,
                                  wrd_shown_number(arena, fitting->smallest, 1, page->lang),
                                  wrd_shown_number(arena, fitting->largest, 1, page->lang)));
    wrd_html_element(page->to, "p", NULL,
                     wrd_sentence(arena, WRD_WORD_WEIGHTS_COST, page->lang,
                                  wrd_shown_count(arena, fitting->n_effective, page->lang),
                                  wrd_shown_number(arena, fitting->deff, 1, page->lang)));
}

static void put_fitting(const struct wrd_page *page, const struct wrd_seen_fitting *fitting)
{
    struct wrd_arena *arena = page->plan->arena;
    const char *people = wrd_people(page->plan, fitting->source, page->lang);
    const char *heading = wrd_people_heading(page->plan, fitting->source, page->lang);
    const struct wrd_figure_text text = {
        wrd_sentence(arena, WRD_WORD_WEIGHTS_HEADLINE, page->lang, heading),
        wrd_fieldwork(arena, page->plan->wave, page->lang),
        wrd_sentence(arena, WRD_WORD_WEIGHTS_CAPTION, page->lang, people),
    };
    wrd_html_element(page->to, "p", NULL,
                     wrd_sentence(arena, WRD_WORD_WEIGHTS_WHY, page->lang, heading, people));
    wrd_html_figure(page, &text, grid_of(page, fitting), WRD_LOOK_COUNTS);
    say_cost(page, fitting);
}

void wrd_html_weights(const struct wrd_page *page)
{
    const struct wrd_release *release = page->plan->release;
    if (wrd_release_fittings(release) == 0)
        return;
    wrd_html_element(page->to, "h3", NULL, wrd_html_word(page, WRD_WORD_WEIGHTS));
    for (size_t i = 0; i < wrd_release_fittings(release); i++)
        put_fitting(page, wrd_release_fitting(release, i));
}
