/* write/workbook_back.c - the questions as they were asked, and what made the workbook; see workbook.h. */
#include "write/workbook.h"

#include "core/text.h"
#include "core/version.h"
#include "write/manifest.h"
#include "write/wording.h"

enum { NAME, QUESTION, SOURCES, TYPE, SCALE, CODE, ANSWER, COLUMNS };

static const char *sources_of(const struct wrd_workbook *book, const struct wrd_variable *variable)
{
    const struct wrd_plan *plan = book->plan;
    const char *people[WRD_MAX_SOURCES];
    size_t n = 0;
    for (size_t source = 0; source < plan->study->n_sources; source++)
        if (wrd_variable_of(variable, source))
            people[n++] = wrd_people_heading(plan, source, book->lang);
    return wrd_text_join(plan->arena, people, n, ", ");
}

static void begin_row(const struct wrd_workbook *book, const struct wrd_variable *variable,
                      struct wrd_sheet *sheet)
{
    const struct wrd_codebook *codebook = book->plan->codebook;
    wrd_sheet_row(sheet);
    wrd_sheet_text(sheet, NAME, variable->name);
    wrd_sheet_text(sheet, QUESTION, wrd_variable_label(variable, book->lang));
    wrd_sheet_text(sheet, SOURCES, sources_of(book, variable));
    wrd_sheet_text(sheet, TYPE, wrd_type_name(variable->type));
    if (variable->scale >= 0)
        wrd_sheet_text(sheet, SCALE,
                       wrd_label(codebook->scales[variable->scale].label,
                                 codebook->scales[variable->scale].name, book->lang));
}

static enum wrd_word answer_word(enum wrd_type type)
{
    return type == WRD_TYPE_TEXT   ? WRD_WORD_ASKED_TEXT
           : type == WRD_TYPE_DATE ? WRD_WORD_ASKED_DATE
                                   : WRD_WORD_ASKED_NUMBER;
}

static void put_variable(const struct wrd_workbook *book, const struct wrd_variable *variable,
                         struct wrd_sheet *sheet)
{
    if (!variable->list) {
        begin_row(book, variable, sheet);
        wrd_sheet_text(sheet, ANSWER, wrd_book_word(book, answer_word(variable->type)));
        return;
    }
    for (size_t i = 0; i < variable->list->n_values; i++) {
        const struct wrd_value *value = &variable->list->values[i];
        begin_row(book, variable, sheet);
        wrd_sheet_text(sheet, CODE, value->code);
        wrd_sheet_text(sheet, ANSWER, wrd_label(value->label, value->code, book->lang));
    }
}

void wrd_book_codebook(struct wrd_workbook *book)
{
    static const enum wrd_word heads[COLUMNS] = { WRD_WORD_ACCOUNT_VARIABLE,
                                                  WRD_WORD_SHEET_QUESTION,
                                                  WRD_WORD_WHO_SOURCE,
                                                  WRD_WORD_SHEET_TYPE,
                                                  WRD_WORD_SCALE,
                                                  WRD_WORD_SHEET_CODE,
                                                  WRD_WORD_ANSWER };
    const struct wrd_codebook *codebook = book->plan->codebook;
    struct wrd_sheet *sheet =
        wrd_book_sheet(book, wrd_book_word(book, WRD_WORD_SHEET_CODEBOOK),
                       wrd_book_word(book, WRD_WORD_HOW_ASKED), heads, COLUMNS, NULL);
    for (size_t i = 0; i < codebook->n_variables; i++) {
        const struct wrd_variable *variable = &codebook->variables[i];
        if (variable->type != WRD_TYPE_ID && variable->type != WRD_TYPE_WEIGHT)
            put_variable(book, variable, sheet);
    }
    wrd_book_close(book, sheet);
}

static void put_option(void *self, const char *path, const char *text)
{
    wrd_sheet_pair(self, path, text);
}

static void put_options(const struct wrd_workbook *book, struct wrd_sheet *sheet)
{
    struct wrd_json *options = wrd_manifest_options(book->plan);
    wrd_json_each(options, put_option, sheet);
    wrd_json_free(options);
}

void wrd_book_origin(struct wrd_workbook *book)
{
    static const enum wrd_word heads[] = { WRD_WORD_SHEET_ABOUT, WRD_WORD_SHEET_HOLDS };
    const struct wrd_plan *plan = book->plan;
    const char *name = wrd_book_word(book, WRD_WORD_HOW_ORIGIN);
    struct wrd_sheet *sheet = wrd_book_sheet(book, name, name, heads, 2, NULL);
    size_t n;
    const struct wrd_library *libraries = wrd_libraries(&n);
    wrd_sheet_pair(sheet, wrd_book_word(book, WRD_WORD_ORIGIN_MUNICIPALITY),
                   plan->study->municipality_code);
    wrd_sheet_pair(sheet, wrd_book_word(book, WRD_WORD_ORIGIN_STUDY), plan->study->id);
    wrd_sheet_pair(sheet, wrd_book_word(book, WRD_WORD_ORIGIN_WAVE), plan->wave->name);
    wrd_sheet_pair(sheet, wrd_book_word(book, WRD_WORD_ORIGIN_CODEBOOK), plan->codebook->hash);
    wrd_sheet_pair(sheet, wrd_book_word(book, WRD_WORD_ORIGIN_PROGRAM),
                   wrd_arena_format(plan->arena, "waardering %s", wrd_version()));
    for (size_t i = 0; i < n; i++)
        wrd_sheet_pair(sheet, libraries[i].name, libraries[i].version);
    put_options(book, sheet);
    wrd_book_close(book, sheet);
}
