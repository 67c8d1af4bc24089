/* write/form_limesurvey.c - a survey that LimeSurvey 3 to 6 imports ("survey structure", .txt).
 *
 * One row a thing: S a setting, SL one in a language, G a group, Q a question, SQ a row of a grid or
 * an option that may be ticked, A an answer.  A row belongs to the row above it; the whole is written
 * once a language, the base language first, and LimeSurvey joins what has the same codes.  A column
 * that is not one of these thirteen is an attribute of the question.
 *
 * Limits   LimeSurvey cuts codes of answers to 5 characters and those of questions to 20: the codebook
 *          of a new study has no longer ones (standard.c). */
#include "write/form.h"

#include <string.h>

#include "core/csv.h"
#include "core/number.h"
#include "model/words.h"

enum column {
    CLASS,
    TYPE,
    NAME,
    RELEVANCE,
    TEXT,
    HELP,
    LANGUAGE,
    MANDATORY = LANGUAGE + 2,
    OTHER,
    EXCLUSIVE = OTHER + 3,
    LEAST,
    MOST,
    COLUMNS
};
static const char *const header[COLUMNS] = { "class",
                                             "type/scale",
                                             "name",
                                             "relevance",
                                             "text",
                                             "help",
                                             "language",
                                             "validation",
                                             "mandatory",
                                             "other",
                                             "default",
                                             "same_default",
                                             "exclude_all_others",
                                             "min_num_value_n",
                                             "max_num_value_n" };

struct sheet {
    struct wrd_arena *arena;
    const struct wrd_form *form;
    FILE *to;
    enum wrd_lang lang;
};

static void put_row(const struct sheet *sheet, const char *const *cells)
{
    for (size_t i = 0; i < COLUMNS; i++)
        wrd_csv_put(sheet->to, '\t', i == 0, cells[i] ? cells[i] : "");
    wrd_csv_end_record(sheet->to);
}

#define ROW(...) put_row(sheet, (const char *const[COLUMNS]){ __VA_ARGS__ })

static void put_settings(const struct sheet *sheet)
{
    static const struct {
        const char *name, *text;
    } settings[] = {
        { "format", "G" },     /* a page a group */
        { "anonymized", "Y" }, /* the answers know nothing of the list of addresses */
        { "ipaddr", "N" },
        { "refurl", "N" },
        { "savetimings", "N" },
        { "datestamp", "N" },
        { "allowprev", "Y" },
        { "language", "nl" },
        { "additional_languages", "en" },
    };

    /* LimeSurvey takes another number when this one is in use. */
    ROW([CLASS] = "S", [NAME] = "sid",
        [TEXT] = wrd_count_text(sheet->arena, 314151 + sheet->form->source));
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        ROW([CLASS] = "S", [NAME] = settings[i].name, [TEXT] = settings[i].text);
}

static void put_titles(const struct sheet *sheet)
{
    const char *code = wrd_lang_code(sheet->lang);

    ROW([CLASS] = "SL", [NAME] = "surveyls_title",
        [TEXT] = wrd_form_title(sheet->form, sheet->lang), [LANGUAGE] = code);
    ROW([CLASS] = "SL", [NAME] = "surveyls_welcometext",
        [TEXT] =
            wrd_arena_format(sheet->arena, "%s %s", wrd_word(WRD_WORD_FORM_WELCOME, sheet->lang),
                             wrd_word(WRD_WORD_FORM_PRIVACY, sheet->lang)),
        [LANGUAGE] = code);
    ROW([CLASS] = "SL", [NAME] = "surveyls_endtext",
        [TEXT] = wrd_word(WRD_WORD_FORM_THANKS, sheet->lang), [LANGUAGE] = code);
}

static const char *exclusive_of(const struct wrd_list *list)
{
    for (size_t i = 0; i < list->n_values; i++)
        if (list->values[i].exclusive)
            return list->values[i].code;
    return NULL;
}

static const char *number(const struct sheet *sheet, bool has, struct wrd_decimal value)
{
    char *room = wrd_arena_take(sheet->arena, WRD_NUMBER_ROOM);

    return has ? wrd_number_decimal(room, value, '.') : NULL;
}

static const char *type_of(const struct wrd_form_block *block)
{
    switch (block->items[0]->type) {
    case WRD_TYPE_SINGLE:
        return block->grid ? "F" : "L";
    case WRD_TYPE_MULTIPLE:
        return "M";
    case WRD_TYPE_NUMBER:
        return "N";
    case WRD_TYPE_DATE:
        return "D";
    case WRD_TYPE_TEXT:
        return "T";
    case WRD_TYPE_ID:
    case WRD_TYPE_WEIGHT:
    case WRD_TYPES:
        break;
    }
    return "S";
}

static void put_values(const struct sheet *sheet, const struct wrd_variable *variable)
{
    const bool ticked = variable->type == WRD_TYPE_MULTIPLE;

    for (size_t i = 0; i < variable->list->n_values; i++)
        ROW([CLASS] = ticked ? "SQ" : "A", [TYPE] = "0", [NAME] = variable->list->values[i].code,
            [TEXT] = variable->list->values[i].label[sheet->lang],
            [LANGUAGE] = wrd_lang_code(sheet->lang));
}

static void put_block(const struct sheet *sheet, const struct wrd_form_block *block)
{
    const struct wrd_variable *first = block->items[0];
    const char *code = wrd_lang_code(sheet->lang);

    ROW([CLASS] = "Q", [TYPE] = type_of(block), [NAME] = block->code, [RELEVANCE] = "1",
        [TEXT] =
            block->grid ? wrd_word(WRD_WORD_FORM_AGREE, sheet->lang) : first->label[sheet->lang],
        [HELP] =
            first->type == WRD_TYPE_TEXT ? wrd_word(WRD_WORD_FORM_NO_PERSON, sheet->lang) : NULL,
        [LANGUAGE] = code, [MANDATORY] = "N", [OTHER] = "N",
        [EXCLUSIVE] = first->type == WRD_TYPE_MULTIPLE && sheet->lang == WRD_NL
                          ? exclusive_of(first->list)
                          : NULL,
        [LEAST] = number(sheet, first->has_min && sheet->lang == WRD_NL, first->min),
        [MOST] = number(sheet, first->has_max && sheet->lang == WRD_NL, first->max));
    for (size_t i = 0; block->grid && i < block->n; i++)
        ROW([CLASS] = "SQ", [TYPE] = "0",
            [NAME] = wrd_form_item_code(sheet->arena, block->items[i]), [RELEVANCE] = "1",
            [TEXT] = block->items[i]->label[sheet->lang], [LANGUAGE] = code);
    if (first->list)
        put_values(sheet, first);
}

static void put_parts(const struct sheet *sheet)
{
    for (size_t p = 0; p < sheet->form->n; p++) {
        const struct wrd_form_part *part = &sheet->form->parts[p];
        const char *position = wrd_count_text(sheet->arena, p + 1);
        ROW([CLASS] = "G", [TYPE] = position,
            [NAME] = wrd_sentence(sheet->arena, WRD_WORD_FORM_PART, sheet->lang, position),
            [RELEVANCE] = "1", [LANGUAGE] = wrd_lang_code(sheet->lang));
        for (size_t i = 0; i < part->n; i++)
            put_block(sheet, &part->blocks[i]);
    }
}

void wrd_form_limesurvey(struct wrd_arena *arena, const struct wrd_form *form, FILE *to)
{
    struct sheet of = { arena, form, to, WRD_NL }, *sheet = &of;

    fputs("\xEF\xBB\xBF", to); /* LimeSurvey's own files begin so, and spreadsheets need it */
    put_row(sheet, header);
    put_settings(sheet);
    for (sheet->lang = 0; sheet->lang < WRD_LANGS; sheet->lang++)
        put_titles(sheet);
    for (sheet->lang = 0; sheet->lang < WRD_LANGS; sheet->lang++)
        put_parts(sheet);
}
