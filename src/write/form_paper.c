/* write/form_paper.c - the questionnaire as one HTML file that asks nothing of any other: to print, or
 * to read before it is put on the web. */
#include "write/form.h"

#include "core/number.h"
#include "model/embedded.h"
#include "model/words.h"
#include "write/html_text.h"

struct page {
    struct wrd_arena *arena;
    const struct wrd_form *form;
    enum wrd_lang lang;
    FILE *to;
};

static const char *word(const struct page *page, enum wrd_word of)
{
    return wrd_word(of, page->lang);
}

static void put_head(const struct page *page)
{
    const char *title = wrd_form_title(page->form, page->lang);

    fputs("<!DOCTYPE html>\n", page->to);
    wrd_html_open(page->to, "html", "lang", wrd_lang_code(page->lang), NULL);
    fputs("\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
          "content=\"width=device-width, initial-scale=1\">\n",
          page->to);
    wrd_html_element(page->to, "title", NULL, title);
    fprintf(page->to, "<style>\n%s</style>\n</head>\n<body>\n<main>\n",
            wrd_embedded_text("paper.css", NULL));
    wrd_html_element(page->to, "h1", NULL, title);
    wrd_html_element(page->to, "p", NULL, word(page, WRD_WORD_FORM_WELCOME));
    wrd_html_element(page->to, "p", NULL, word(page, WRD_WORD_FORM_PRIVACY));
}

static void put_box(const struct page *page, const char *type, const char *name, const char *label)
{
    wrd_html_open(page->to, "input", "type", type, "name", name, "aria-label", label, NULL);
}

static void put_choices(const struct page *page, const struct wrd_variable *variable)
{
    const bool several = variable->type == WRD_TYPE_MULTIPLE;

    if (several)
        wrd_html_element(page->to, "p", "hint", word(page, WRD_WORD_FORM_SEVERAL));
    for (size_t i = 0; i < variable->list->n_values; i++) {
        const char *label = variable->list->values[i].label[page->lang];
        wrd_html_open(page->to, "label", NULL);
        wrd_html_open(page->to, "input", "type", several ? "checkbox" : "radio", "name",
                      variable->name, NULL);
        fputc(' ', page->to);
        wrd_html_text(page->to, label);
        wrd_html_close(page->to, "label");
    }
}

static const char *range(const struct page *page, const struct wrd_variable *variable)
{
    char least[WRD_NUMBER_ROOM], most[WRD_NUMBER_ROOM];
    const char mark = wrd_lang_mark(page->lang);

    if (!variable->has_min || !variable->has_max)
        return NULL;
    return wrd_sentence(page->arena, WRD_WORD_FORM_NUMBER, page->lang,
                        wrd_number_decimal(least, variable->min, mark),
                        wrd_number_decimal(most, variable->max, mark));
}

static void put_question(const struct page *page, const struct wrd_variable *variable)
{
    const char *label = variable->label[page->lang];

    wrd_html_open(page->to, "fieldset", NULL);
    wrd_html_element(page->to, "legend", NULL, label);
    if (variable->list) {
        put_choices(page, variable);
    } else if (variable->type == WRD_TYPE_TEXT) {
        wrd_html_element(page->to, "p", "hint", word(page, WRD_WORD_FORM_NO_PERSON));
        wrd_html_open(page->to, "textarea", "name", variable->name, "aria-label", label, NULL);
        wrd_html_close(page->to, "textarea");
    } else {
        wrd_html_element(page->to, "p", "hint", range(page, variable));
        put_box(page, "text", variable->name, label);
    }
    wrd_html_close(page->to, "fieldset");
}

static void put_grid_head(const struct page *page, const struct wrd_list *list)
{
    fputs("<thead><tr>", page->to);
    wrd_html_with(page->to, "th", "scope", "col", word(page, WRD_WORD_FORM_SENTENCE));
    for (size_t i = 0; i < list->n_values; i++)
        wrd_html_with(page->to, "th", "scope", "col", list->values[i].label[page->lang]);
    fputs("</tr></thead>\n<tbody>\n", page->to);
}

static void put_grid(const struct page *page, const struct wrd_form_block *block)
{
    const struct wrd_list *list = block->items[0]->list;

    wrd_html_open(page->to, "fieldset", NULL);
    wrd_html_element(page->to, "legend", NULL, word(page, WRD_WORD_FORM_AGREE));
    wrd_html_open(page->to, "table", NULL);
    put_grid_head(page, list);
    for (size_t i = 0; i < block->n; i++) {
        const struct wrd_variable *item = block->items[i];
        fputs("<tr>", page->to);
        wrd_html_with(page->to, "th", "scope", "row", item->label[page->lang]);
        for (size_t k = 0; k < list->n_values; k++) {
            fputs("<td>", page->to);
            put_box(page, "radio", item->name, list->values[k].label[page->lang]);
            fputs("</td>", page->to);
        }
        fputs("</tr>\n", page->to);
    }
    fputs("</tbody>\n", page->to);
    wrd_html_close(page->to, "table");
    wrd_html_close(page->to, "fieldset");
}

static void put_part(const struct page *page, size_t p)
{
    const struct wrd_form_part *part = &page->form->parts[p];

    wrd_html_element(page->to, "h2", NULL,
                     wrd_sentence(page->arena, WRD_WORD_FORM_PART, page->lang,
                                  wrd_count_text(page->arena, p + 1)));
    for (size_t i = 0; i < part->n; i++)
        if (part->blocks[i].grid)
            put_grid(page, &part->blocks[i]);
        else
            put_question(page, part->blocks[i].items[0]);
}

void wrd_form_paper(struct wrd_arena *arena, const struct wrd_form *form, enum wrd_lang lang,
                    FILE *to)
{
    const struct page page = { arena, form, lang, to };

    put_head(&page);
    wrd_html_open(to, "form", NULL);
    fputc('\n', to);
    for (size_t p = 0; p < form->n; p++)
        put_part(&page, p);
    wrd_html_close(to, "form");
    wrd_html_element(to, "p", NULL, word(&page, WRD_WORD_FORM_THANKS));
    fputs("</main>\n</body>\n</html>\n", to);
}
