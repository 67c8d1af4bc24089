/* write/html_asked.c - the questions as they were asked, with all their answers; see html.h. */
#include "write/html.h"

#include "write/html_text.h"
#include "write/wording.h"

static bool is_question(const struct wrd_variable *variable)
{
    return variable->type != WRD_TYPE_ID && variable->type != WRD_TYPE_WEIGHT;
}

static void put_answers(const struct wrd_page *page, const struct wrd_list *list)
{
    fputs("<ul>", page->to);
    for (size_t i = 0; i < list->n_values; i++) {
        const struct wrd_value *value = &list->values[i];
        fputs("<li>", page->to);
        wrd_html_text(page->to, wrd_label(value->label, value->code, page->lang));
        fputs(" <span class=\"code\">", page->to);
        wrd_html_text(page->to, value->code);
        fputs("</span></li>", page->to);
    }
    fputs("</ul>\n", page->to);
}

static void put_kind(const struct wrd_page *page, const struct wrd_variable *variable)
{
    if (variable->list)
        put_answers(page, variable->list);
    else if (variable->type == WRD_TYPE_TEXT)
        wrd_html_say(page, WRD_WORD_ASKED_TEXT);
    else
        wrd_html_say(page,
                     variable->type == WRD_TYPE_DATE ? WRD_WORD_ASKED_DATE : WRD_WORD_ASKED_NUMBER);
}

static void put_scale(const struct wrd_page *page, const struct wrd_variable *variable)
{
    const struct wrd_scale *scale;
    if (variable->scale < 0)
        return;
    scale = &page->plan->codebook->scales[variable->scale];
    wrd_html_element(page->to, "p", "note",
                     wrd_sentence(page->plan->arena, WRD_WORD_ASKED_SCALE, page->lang,
                                  wrd_label(scale->label, scale->name, page->lang)));
    if (variable->reverse)
        wrd_html_element(page->to, "p", "note", wrd_html_word(page, WRD_WORD_ASKED_REVERSED));
}

static void put_question(const struct wrd_page *page, const struct wrd_variable *variable)
{
    fputs("<dt>", page->to);
    wrd_html_text(page->to, wrd_variable_label(variable, page->lang));
    fputs(" <span class=\"code\">", page->to);
    wrd_html_text(page->to, variable->name);
    fputs("</span></dt>\n<dd>", page->to);
    put_kind(page, variable);
    put_scale(page, variable);
    fputs("</dd>\n", page->to);
}

static void put_source(const struct wrd_page *page, size_t source)
{
    const struct wrd_codebook *book = page->plan->codebook;
    fputs("<details>", page->to);
    wrd_html_element(page->to, "summary", NULL,
                     wrd_sentence(page->plan->arena, WRD_WORD_HOW_ASKED_OPEN, page->lang,
                                  wrd_people_heading(page->plan, source, page->lang)));
    fputs("<dl class=\"asked\">\n", page->to);
    for (size_t i = 0; i < book->n_variables; i++)
        if (wrd_variable_of(&book->variables[i], source) && is_question(&book->variables[i]))
            put_question(page, &book->variables[i]);
    fputs("</dl></details>\n", page->to);
}

void wrd_html_asked(const struct wrd_page *page)
{
    wrd_html_element(page->to, "h3", NULL, wrd_html_word(page, WRD_WORD_HOW_ASKED));
    for (size_t source = 0; source < page->plan->study->n_sources; source++)
        put_source(page, source);
}
