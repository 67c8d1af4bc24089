/* check/labels.c - labels and lists that look like a slip of the hand.  None is an error: a codebook
 * may mean it so.  (A label that a spreadsheet made a date of is told when it is read: W0318.) */
#include <string.h>

#include "check/rules.h"
#include "core/number.h"
#include "core/text.h"
#include "model/words.h"
#include "waardering/steps.h"

enum { LONGEST_LIST = 500 }; /* of places or postcodes, where nobody looks at a label */

/* A label as compared, and where it stands. */
struct label {
    const char *folded, *text;
    const struct wrd_list *list;
    const struct wrd_value *value;
};

static bool is_read(const struct wrd_list *list)
{
    return list->n_values <= LONGEST_LIST;
}

static size_t count_values(const struct wrd_codebook *book)
{
    size_t n = 0;
    for (size_t l = 0; l < book->n_lists; l++)
        n += book->lists[l].n_values;
    return n;
}

static void compare(const struct wrd_judge *judge, enum wrd_lang lang, const struct label *label,
                    const struct label *other)
{
    if (label->list == other->list || strcmp(label->text, other->text) == 0 ||
        strcmp(label->folded, other->folded) != 0)
        return;
    const char *header = wrd_arena_format(judge->arena, "label::%s", wrd_lang_code(lang));
    const char *where = wrd_arena_format(judge->arena, "%s:%s", other->value->place.file,
                                         wrd_count_text(judge->arena, other->value->place.line));
    wrd_say(judge->diag, WRD_W0710, wrd_codebook_place(judge->book, label->value->place, header),
            label->text, other->text, other->value->code, other->list->name, where);
}

/* Each label against the first that is folded alike: three ways of writing are two messages. */
static void judge_spelling(const struct wrd_judge *judge, enum wrd_lang lang)
{
    const struct wrd_codebook *book = judge->book;
    struct label *labels =
        wrd_arena_take_array(judge->arena, count_values(book) + 1, sizeof *labels);
    size_t n = 0;
    for (size_t l = 0; l < book->n_lists; l++)
        for (size_t v = 0; v < book->lists[l].n_values && is_read(&book->lists[l]); v++) {
            const struct wrd_value *value = &book->lists[l].values[v];
            const char *text = value->label[lang];
            const struct label label = { wrd_text_fold(judge->arena, text, strlen(text)), text,
                                         &book->lists[l], value };
            size_t first = 0;
            while (first < n && strcmp(labels[first].folded, label.folded) != 0)
                first++;
            if (first < n)
                compare(judge, lang, &label, &labels[first]);
            else if (*label.folded)
                labels[n++] = label;
        }
}

/* Up or down is an order; only codes that are all whole numbers have one. */
static void judge_order(const struct wrd_judge *judge, const struct wrd_list *list)
{
    int64_t before = 0, number;
    int direction = 0;
    for (size_t a = 0; a < list->n_answers; a++)
        if (!wrd_integer_read(list->answers[a]->code, strlen(list->answers[a]->code), &number))
            return;
    for (size_t a = 0; a < list->n_answers; a++, before = number) {
        const char *code = list->answers[a]->code;
        wrd_integer_read(code, strlen(code), &number);
        const int step = a == 0 ? 0 : number > before ? 1 : -1;
        if (direction == 0)
            direction = step;
        if (step == direction)
            continue;
        wrd_say(judge->diag, WRD_W0711,
                wrd_codebook_place(judge->book, list->answers[a]->place, "code"), list->name,
                list->answers[a - 1]->code, code);
        return;
    }
}

static void judge_scores(const struct wrd_judge *judge, const struct wrd_list *list)
{
    bool has_sides = false;
    for (size_t a = 0; a < list->n_answers; a++)
        has_sides |= list->answers[a]->side != WRD_SIDE_NONE;
    for (size_t a = 0; has_sides && a < list->n_answers; a++)
        if (!list->answers[a]->has_score) {
            wrd_say(judge->diag, WRD_W0712,
                    wrd_codebook_place(judge->book, list->answers[a]->place, "score"), list->name,
                    list->answers[a]->code);
            return;
        }
}

/* Of one source: the two surveys may well ask in another way. */
static void judge_scale(const struct wrd_judge *judge, size_t scale, size_t source)
{
    const struct wrd_codebook *book = judge->book;
    size_t *items = wrd_arena_take_array(judge->arena, book->n_variables, sizeof *items);
    const size_t n = wrd_scale_items(book, scale, source, items, book->n_variables);
    for (size_t i = 1; i < n; i++) {
        const struct wrd_variable *first = &book->variables[items[0]],
                                  *item = &book->variables[items[i]];
        if (!first->list || !item->list || first->list == item->list)
            continue;
        wrd_say(judge->diag, WRD_W0713, wrd_codebook_place(book, item->place, "values"),
                first->name, item->name, book->scales[scale].name, first->list->name,
                item->list->name);
    }
}

void wrd_check_labels(const struct wrd_study *study, const struct wrd_codebook *book,
                      struct wrd_diag *diag)
{
    const struct wrd_judge judge = { wrd_arena_new(), study, book, diag };
    for (enum wrd_lang lang = 0; lang < WRD_LANGS; lang++)
        judge_spelling(&judge, lang);
    for (size_t l = 0; l < book->n_lists; l++) {
        judge_order(&judge, &book->lists[l]);
        judge_scores(&judge, &book->lists[l]);
    }
    for (size_t s = 0; s < book->n_scales; s++)
        for (size_t source = 0; source < study->n_sources; source++)
            judge_scale(&judge, s, source);
    wrd_arena_free(judge.arena);
}
