/* write/starter_draft.c - a draft as a study in which every guess is marked; see starter.h. */
#include "write/starter.h"

#include "core/number.h"
#include "model/embedded.h"
#include "model/words.h"
#include "write/codebook_files.h"
#include "write/template.h"

struct book {
    struct wrd_arena *arena;
    const struct wrd_draft *draft;
    enum wrd_lang lang; /* of the marks */
    FILE *to;
};

static const char *label_header(const struct book *book)
{
    return book->draft->lang == WRD_NL ? "label::nl" : "label::en";
}

static const char *sure(const struct book *book, enum wrd_sure how)
{
    static const enum wrd_word words[] = { [WRD_SURE_NOT] = WRD_WORD_GUESS_NOT_SURE,
                                           [WRD_SURE_RATHER] = WRD_WORD_GUESS_RATHER_SURE,
                                           [WRD_SURE_QUITE] = WRD_WORD_GUESS_QUITE_SURE };

    return wrd_word(words[how], book->lang);
}

/* A dash where nothing was guessed. */
static const char *told(const char *text)
{
    return *text ? text : "-";
}

static void put_variables(const struct book *book)
{
    wrd_codebook_file_begin(book->to);
    WRD_CODEBOOK_FILE_ROW(book->to, "name", "source", "column", "type", "values", "separator",
                          label_header(book), "role", "scale", "x_guess");
    for (size_t i = 0; i < book->draft->n_variables; i++) {
        const struct wrd_draft_variable *variable = &book->draft->variables[i];
        const char *list = variable->list < 0 ? "" : book->draft->lists[variable->list].name;
        const char *scale = variable->scale < 0 ? "" : book->draft->scales[variable->scale].name;
        const char *role = wrd_roles_text(book->arena, variable->roles);
        WRD_CODEBOOK_FILE_ROW(
            book->to, variable->name, "vol", variable->column, wrd_type_name(variable->type), list,
            (const char[]){ variable->separator, '\0' }, variable->label, role, scale,
            wrd_sentence(book->arena, WRD_WORD_GUESS_MARK, book->lang,
                         wrd_type_name(variable->type), told(list), told(role),
                         sure(book, variable->sure)));
    }
}

static void put_values(const struct book *book)
{
    wrd_codebook_file_begin(book->to);
    WRD_CODEBOOK_FILE_ROW(book->to, "list", "code", label_header(book), "missing", "side", "score");
    for (size_t i = 0; i < book->draft->n_lists; i++) {
        const struct wrd_draft_list *list = &book->draft->lists[i];
        for (size_t k = 0; k < list->n; k++) {
            const struct wrd_draft_value *value = &list->values[k];
            WRD_CODEBOOK_FILE_ROW(book->to, list->name, value->code, value->label,
                                  wrd_reason_name(value->reason), wrd_side_name(value->side),
                                  value->scored ? value->code : "");
        }
    }
}

static void put_scales(const struct book *book)
{
    wrd_codebook_file_begin(book->to);
    WRD_CODEBOOK_FILE_ROW(book->to, "scale", label_header(book));
    for (size_t i = 0; i < book->draft->n_scales; i++)
        WRD_CODEBOOK_FILE_ROW(book->to, book->draft->scales[i].name, book->draft->scales[i].label);
}

static void put_study(const struct book *book)
{
    const struct wrd_draft *draft = book->draft;
    const char *given = NULL;

    for (size_t i = 0; i < draft->n_variables && !given; i++)
        if (draft->variables[i].type == WRD_TYPE_WEIGHT)
            given = draft->variables[i].name;
    wrd_template_put(
        book->to, wrd_embedded_text("from.yml", NULL), book->lang,
        (const struct wrd_mark[]){
            { "export", draft->export_preset },
            { "answers", draft->labels ? "labels" : "codes" },
            { "decimal", (const char[]){ draft->decimal, '\0' } },
            { "weights",
              given ? wrd_arena_format(book->arena, "{ method: given, variable: %s }", given)
                    : "{ method: none }" },
            { "wave", draft->wave },
            { "languages", wrd_lang_code(draft->lang) },
            { NULL, NULL },
        });
}

void wrd_starter_draft(struct wrd_tree *tree, const struct wrd_draft *draft, enum wrd_lang lang)
{
    static const struct {
        const char *name;
        void (*put)(const struct book *book);
    } files[] = {
        { "study.yml", put_study },
        { "codebook/variables.csv", put_variables },
        { "codebook/values.csv", put_values },
        { "codebook/scales.csv", put_scales },
    };
    struct book book = { wrd_arena_new(), draft, lang, NULL };

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        book.to = wrd_tree_file(tree, files[i].name);
        if (!book.to)
            continue;
        files[i].put(&book);
        wrd_tree_close_file(tree, book.to);
    }
    wrd_arena_free(book.arena);
}
