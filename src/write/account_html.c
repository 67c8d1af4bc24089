/* write/account_html.c - the account of `check` as a page; see account.h. */
#include "write/account.h"
#include "write/design.h"
#include "write/html.h"
#include "write/html_text.h"
#include "write/wording.h"

static void put_list(const struct wrd_page *page, const char *const *texts, size_t n)
{
    fputs("<ul>\n", page->to);
    for (size_t i = 0; i < n; i++)
        wrd_html_element(page->to, "li", NULL, texts[i]);
    fputs("</ul>\n", page->to);
}

static void put_read(const struct wrd_page *page, const struct wrd_account *account)
{
    struct wrd_arena *arena = page->plan->arena;
    const char **texts = wrd_arena_take_array(arena, account->n_files + 1, sizeof *texts);
    for (size_t f = 0; f < account->n_files; f++)
        texts[f] = wrd_account_file(arena, &account->files[f], page->lang);
    wrd_html_chapter(page, "read", wrd_html_word(page, WRD_WORD_ACCOUNT_READ));
    put_list(page, texts, account->n_files);
    wrd_html_say(page, WRD_WORD_ACCOUNT_SMALL);
    wrd_html_chapter_end(page);
}

static void put_table(const struct wrd_page *page, const struct wrd_grid *grid, enum wrd_word what,
                      const char *caption, enum wrd_table_look look)
{
    const struct wrd_figure_text text = { wrd_html_word(page, what), NULL, caption };
    wrd_html_figure(page, &text, grid, look);
}

static void put_source(const struct wrd_page *page, size_t source)
{
    const struct wrd_plan *plan = page->plan;
    const char *people = wrd_people_heading(plan, source, page->lang);
    const struct wrd_grid *variables = wrd_account_variables(plan, source, page->lang);
    const struct wrd_grid *found = wrd_account_patterns(plan, source, page->lang);
    const char *weights = wrd_account_weights(plan, source, page->lang);
    if (!weights || !variables)
        return;
    wrd_html_chapter(
        page, wrd_arena_format(plan->arena, "answers-%s", plan->study->sources[source].id), people);
    wrd_html_element(page->to, "p", NULL, weights);
    wrd_html_element(page->to, "p", "note", wrd_design_technical(plan, source, page->lang));
    put_table(page, variables, WRD_WORD_ACCOUNT_ANSWERS,
              wrd_sentence(plan->arena, WRD_WORD_ACCOUNT_ANSWERS_OF, page->lang, people),
              WRD_LOOK_COUNTS);
    wrd_html_element(page->to, "p", "note", wrd_html_word(page, WRD_WORD_ACCOUNT_MISSING_MEANS));
    if (found) {
        put_table(page, found, WRD_WORD_ACCOUNT_PATTERNS,
                  wrd_sentence(plan->arena, WRD_WORD_ACCOUNT_PATTERNS_OF, page->lang, people),
                  WRD_LOOK_TEXT);
        wrd_html_element(page->to, "p", "note", wrd_html_word(page, WRD_WORD_ACCOUNT_KEPT));
    }
    wrd_html_chapter_end(page);
}

static void put_labels(const struct wrd_page *page, const struct wrd_diag *diag)
{
    const char **texts;
    const size_t n = wrd_account_labels(page->plan, diag, page->lang, &texts);
    wrd_html_chapter(page, "labels", wrd_html_word(page, WRD_WORD_ACCOUNT_LABELS));
    if (n > 0)
        put_list(page, texts, n);
    else
        wrd_html_say(page, WRD_WORD_ACCOUNT_LABELS_NONE);
    wrd_html_chapter_end(page);
}

void wrd_account_html(const struct wrd_plan *plan, const struct wrd_account *account,
                      const struct wrd_diag *diag, enum wrd_lang lang, FILE *to)
{
    const struct wrd_page page = { plan, lang, to };
    const char *title = wrd_sentence(plan->arena, WRD_WORD_ACCOUNT_TITLE, lang,
                                     wrd_study_title(plan, lang), plan->wave->name);
    wrd_html_begin(&page, title);
    fputs("<header class=\"top\"><div>\n", to);
    wrd_html_element(to, "p", "over", plan->study->municipality_name);
    wrd_html_element(to, "h1", NULL, title);
    fputs("</div></header>\n<main id=\"main\" tabindex=\"-1\">\n", to);
    put_read(&page, account);
    for (size_t source = 0; source < plan->study->n_sources; source++)
        put_source(&page, source);
    put_labels(&page, diag);
    wrd_html_end(&page);
}
