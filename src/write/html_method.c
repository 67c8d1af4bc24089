/* write/html_method.c - the chapter on how the report was made; see html.h. */
#include "write/html.h"

#include "core/number.h"
#include "core/text.h"
#include "core/version.h"
#include "write/design.h"
#include "write/html_text.h"
#include "write/wording.h"

/* Whether anything was compared, and with or without knowing who took part in both. */
static void put_compared(const struct wrd_page *page)
{
    bool linked = false, alone = false;
    for (size_t i = 0; i < page->plan->n_topics; i++) {
        const struct wrd_seen_table *total = page->plan->topics[i].total;
        linked |= total && total->changes && total->linked;
        alone |= total && total->changes && !total->linked;
    }
    if (!linked && !alone)
        return;
    wrd_html_say(page, WRD_WORD_HOW_COMPARE);
    wrd_html_say(page, WRD_WORD_HOW_CHANGE);
    if (linked)
        wrd_html_say(page, WRD_WORD_HOW_LINKED);
    if (alone)
        wrd_html_say(page, WRD_WORD_HOW_NOT_LINKED);
}

/* The questions about an arrangement, with the reason for asking. */
static void put_arrangements(const struct wrd_page *page)
{
    const struct wrd_codebook *book = page->plan->codebook;
    for (size_t i = 0; i < book->n_variables; i++)
        if (book->variables[i].money_topic)
            wrd_html_element(page->to, "p", NULL,
                             wrd_sentence(page->plan->arena, WRD_WORD_HOW_ARRANGEMENT, page->lang,
                                          book->variables[i].label[page->lang],
                                          book->variables[i].money_topic));
}

static void put_method(const struct wrd_page *page)
{
    struct wrd_arena *arena = page->plan->arena;
    const double percent = 100 * wrd_study_confidence(page->plan->study);
    wrd_html_element(page->to, "h3", NULL, wrd_html_word(page, WRD_WORD_HOW_METHOD));
    wrd_html_element(page->to, "p", NULL,
                     wrd_sentence(arena, WRD_WORD_HOW_MARGIN, page->lang,
                                  wrd_shown_number(arena, percent, 0, page->lang)));
    wrd_html_say(page, WRD_WORD_HOW_NO_BOUNDS);
    wrd_html_say(page, WRD_WORD_HOW_PERCENT);
    wrd_html_say(page, WRD_WORD_HOW_PAIRS);
    wrd_html_say(page, WRD_WORD_HOW_ROUND);
    put_compared(page);
    put_arrangements(page);
}

static void put_design(const struct wrd_page *page)
{
    wrd_html_element(page->to, "h3", NULL, wrd_html_word(page, WRD_WORD_DESIGN));
    for (size_t source = 0; source < page->plan->study->n_sources; source++) {
        if (!wrd_release_sampling(page->plan->release, source))
            continue;
        wrd_html_element(page->to, "p", NULL, wrd_design_plain(page->plan, source, page->lang));
        wrd_html_element(page->to, "p", "note",
                         wrd_design_technical(page->plan, source, page->lang));
    }
}

static void put_threshold(const struct wrd_page *page, size_t source)
{
    const struct wrd_study *study = page->plan->study;
    const enum wrd_respondents who = study->sources[source].respondents;
    struct wrd_arena *arena = page->plan->arena;
    wrd_html_element(page->to, "li", NULL,
                     wrd_sentence(arena, WRD_WORD_HOW_THRESHOLDS, page->lang,
                                  wrd_people_heading(page->plan, source, page->lang),
                                  wrd_count_text(arena, study->disclosure.min_base[who]),
                                  wrd_count_text(arena, study->disclosure.min_cell[who])));
}

static void put_protection(const struct wrd_page *page)
{
    const struct wrd_release_count count = wrd_release_counted(page->plan->release);
    struct wrd_arena *arena = page->plan->arena;
    wrd_html_element(page->to, "h3", NULL, wrd_html_word(page, WRD_WORD_HOW_PROTECT));
    fputs("<ul>", page->to);
    for (size_t source = 0; source < page->plan->study->n_sources; source++)
        put_threshold(page, source);
    fputs("</ul>\n", page->to);
    wrd_html_say(page, WRD_WORD_HOW_X);
    wrd_html_element(page->to, "p", NULL,
                     wrd_sentence(arena, WRD_WORD_HOW_MANY, page->lang,
                                  wrd_shown_count(arena, count.cells, page->lang),
                                  wrd_shown_count(arena, count.hidden, page->lang)));
    wrd_html_say(page, WRD_WORD_HOW_OPEN);
}

static void put_signs(const struct wrd_page *page)
{
    static const enum wrd_word words[] = { WRD_WORD_SIGN_X,      WRD_WORD_SIGN_U,
                                           WRD_WORD_SIGN_B,      WRD_WORD_SIGN_Z,
                                           WRD_WORD_SIGN_HIGHER, WRD_WORD_SIGN_LOWER };
    static const char *const signs[] = { "x", "u", "b", "z", WRD_SIGN_HIGHER, WRD_SIGN_LOWER };
    wrd_html_element(page->to, "h3", NULL, wrd_html_word(page, WRD_WORD_HOW_SIGNS));
    fputs("<dl class=\"signs\">\n", page->to);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        wrd_html_element(page->to, "dt", NULL, signs[i]);
        wrd_html_element(page->to, "dd", NULL, wrd_html_word(page, words[i]));
    }
    fputs("</dl>\n", page->to);
    wrd_html_say(page, WRD_WORD_HOW_NO_SIGN);
}

/* Tables of one source that had the same done to the same breakdown stand in one row. */
struct coding {
    size_t source;
    const struct wrd_variable *by;
    enum wrd_word done;
    const char **names;
    size_t n_names;
};

static bool same_coding(const struct coding *coding, const struct wrd_seen_table *table)
{
    return coding->source == table->source && coding->by == table->by &&
           coding->done == wrd_design_done(table);
}

static size_t add_coding(const struct wrd_page *page, struct coding *codings, size_t n,
                         const struct wrd_seen_table *table)
{
    size_t i = 0;
    while (i < n && !same_coding(&codings[i], table))
        i++;
    if (i == n) {
        codings[n++] = (struct coding){ .source = table->source,
                                        .by = table->by,
                                        .done = wrd_design_done(table) };
        codings[i].names =
            wrd_arena_take_array(page->plan->arena, page->plan->n_topics, sizeof(const char *));
    }
    codings[i].names[codings[i].n_names++] = table->outcome->name;
    return n;
}

static size_t collect_codings(const struct wrd_page *page, struct coding **codings)
{
    const struct wrd_release *release = page->plan->release;
    size_t n = 0;
    *codings =
        wrd_arena_take_array(page->plan->arena, wrd_release_tables(release), sizeof **codings);
    for (size_t i = 0; i < wrd_release_tables(release); i++) {
        const struct wrd_seen_table *table = wrd_release_table(release, i);
        if (table->wave == page->plan->wave_index && table->design != WRD_DESIGN_FULL)
            n = add_coding(page, *codings, n, table);
    }
    return n;
}

static struct wrd_grid *grid_of_codings(const struct wrd_page *page, const struct coding *codings,
                                        size_t n)
{
    struct wrd_arena *arena = page->plan->arena;
    struct wrd_grid *grid = wrd_grid_new(arena, n + 1, 3);
    *wrd_grid_cell(grid, 0, 0) = wrd_html_word(page, WRD_WORD_HOW_BREAKDOWN);
    *wrd_grid_cell(grid, 0, 1) = wrd_html_word(page, WRD_WORD_HOW_DONE);
    *wrd_grid_cell(grid, 0, 2) = wrd_html_word(page, WRD_WORD_HOW_WHERE);
    for (size_t i = 0; i < n; i++) {
        const char *by = codings[i].by ? wrd_variable_label(codings[i].by, page->lang)
                                       : wrd_html_word(page, WRD_WORD_EVERYBODY);
        *wrd_grid_cell(grid, i + 1, 0) =
            wrd_sentence(arena, WRD_WORD_HOW_OF, page->lang,
                         wrd_people_heading(page->plan, codings[i].source, page->lang), by);
        *wrd_grid_cell(grid, i + 1, 1) = wrd_html_word(page, codings[i].done);
        *wrd_grid_cell(grid, i + 1, 2) =
            wrd_text_join(arena, codings[i].names, codings[i].n_names, ", ");
    }
    return grid;
}

static void put_codings(const struct wrd_page *page)
{
    struct coding *codings;
    const size_t n = collect_codings(page, &codings);
    wrd_html_element(page->to, "h3", NULL, wrd_html_word(page, WRD_WORD_HOW_CODINGS));
    if (n == 0) {
        wrd_html_say(page, WRD_WORD_HOW_CODINGS_NONE);
        return;
    }
    wrd_html_say(page, WRD_WORD_HOW_CODINGS_WHY);
    wrd_html_figure(
        page,
        &(const struct wrd_figure_text){ wrd_html_word(page, WRD_WORD_HOW_CODINGS_HEADLINE), NULL,
                                         wrd_html_word(page, WRD_WORD_HOW_CODINGS_CAPTION) },
        grid_of_codings(page, codings, n), WRD_LOOK_TEXT);
}

static void put_term(const struct wrd_page *page, enum wrd_word term, const char *what)
{
    wrd_html_element(page->to, "dt", NULL, wrd_html_word(page, term));
    wrd_html_element(page->to, "dd", NULL, what);
}

static void put_origin(const struct wrd_page *page)
{
    const struct wrd_study *study = page->plan->study;
    wrd_html_element(page->to, "h3", NULL, wrd_html_word(page, WRD_WORD_HOW_ORIGIN));
    fputs("<dl>\n", page->to);
    put_term(page, WRD_WORD_ORIGIN_MUNICIPALITY,
             wrd_sentence(page->plan->arena, WRD_WORD_HEAD_WITH_ID, page->lang,
                          study->municipality_name, study->municipality_code));
    put_term(page, WRD_WORD_ORIGIN_STUDY, study->id);
    put_term(page, WRD_WORD_ORIGIN_WAVE, page->plan->wave->name);
    put_term(page, WRD_WORD_ORIGIN_PROGRAM,
             wrd_arena_format(page->plan->arena, "waardering %s", wrd_version()));
    put_term(page, WRD_WORD_ORIGIN_CODEBOOK, page->plan->codebook->hash);
    fputs("</dl>\n", page->to);
}

void wrd_html_method(const struct wrd_page *page)
{
    wrd_html_chapter(page, "how", wrd_html_word(page, WRD_WORD_HOW));
    put_method(page);
    put_design(page);
    wrd_html_reliability(page);
    put_signs(page);
    put_protection(page);
    put_codings(page);
    wrd_html_asked(page);
    put_origin(page);
    wrd_html_chapter_end(page);
}
