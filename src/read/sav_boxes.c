/* read/sav_boxes.c - a variable a box becomes one question with several answers.
 *
 * Boxes stand together, their names differ behind the last point (else the last `_`), and either 0
 * is "not selected" beside 1, or 1 is all there is.  What is asked is what their labels have in
 * common: "QUESTION: answer", "QUESTION - answer" or "[answer] QUESTION".  Where they have nothing in
 * common each stays a question of its own. */
#include <string.h>

#include "core/text.h"
#include "read/label_meaning.h"
#include "read/sav_parts.h"

static size_t stem_of(const char *name)
{
    const char *at = strrchr(name, '.');
    if (!at)
        at = strrchr(name, '_');
    return at && at > name && at[1] ? (size_t)(at - name) : 0;
}

static const struct wrd_sav_value *label_of(const struct wrd_sav_variable *of, double number)
{
    for (size_t i = 0; i < of->n_labels; i++)
        if (of->labels[i].number == number)
            return &of->labels[i];
    return NULL;
}

/* The answer alone stands at 1, and 0 does not occur. */
static bool is_tick_alone(const struct wrd_sav_variable *of)
{
    return of->n_labels == 1 && label_of(of, 1) && of->n_answers <= 2 &&
           (of->n_answers < 2 || of->answers[1].number == 1);
}

static bool is_box(const struct wrd_sav_variable *of)
{
    if (of->is_text || !stem_of(of->name))
        return false;
    if (is_tick_alone(of))
        return true;
    const struct wrd_sav_value *no = label_of(of, 0), *yes = label_of(of, 1);
    if (of->n_labels != 2 || !no || !yes || !wrd_label_is_unticked(no->label))
        return false;
    for (size_t i = 1; i < of->n_answers; i++)
        if (of->answers[i].number != 0 && of->answers[i].number != 1)
            return false;
    return true;
}

static bool same_stem(const char *a, const char *b)
{
    const size_t stem = stem_of(a);
    return stem > 0 && stem == stem_of(b) && strncmp(a, b, stem) == 0;
}

static bool ends_in(const char *label, size_t len, const char *mark)
{
    const size_t n = strlen(mark);
    return len > n && strncmp(label + len - n, mark, n) == 0;
}

/* Bytes of "QUESTION: " at the start of both labels; 0: none. */
static size_t common(const char *a, const char *b)
{
    size_t same = 0;
    while (a[same] && a[same] == b[same])
        same++;
    while (same > 0 && !ends_in(a, same, ": ") && !ends_in(a, same, " - "))
        same--;
    return same;
}

/* "] QUESTION", or NULL. */
static const char *behind_bracket(const char *label)
{
    return label[0] == '[' ? strchr(label, ']') : NULL;
}

struct boxes {
    const struct wrd_sav_variable *of;
    size_t n, before; /* bytes of the labels before the answer */
    bool bracketed;
};

static bool has_answer(const struct boxes *boxes, size_t i)
{
    return boxes->of[i].label[boxes->before] != '\0' || is_tick_alone(&boxes->of[i]);
}

static bool find_question(struct boxes *boxes)
{
    const char *first = boxes->of[0].label, *rest = behind_bracket(first);
    boxes->bracketed = rest != NULL;
    boxes->before = strlen(first);
    for (size_t i = 1; i < boxes->n; i++) {
        const char *label = boxes->of[i].label, *other = behind_bracket(label);
        boxes->bracketed = boxes->bracketed && other && strcmp(rest, other) == 0;
        const bool same = strcmp(first, label) == 0 && is_tick_alone(&boxes->of[i]);
        const size_t shared = same ? strlen(first) : common(first, label);
        boxes->before = shared < boxes->before ? shared : boxes->before;
    }
    for (size_t i = 0; i < boxes->n && !boxes->bracketed; i++)
        if (boxes->before == 0 || !has_answer(boxes, i))
            return false;
    return true;
}

static struct boxes boxes_from(const struct wrd_sav *sav, size_t first)
{
    struct boxes boxes = { .of = &sav->variables[first] };
    while (first + boxes.n < sav->n_variables && is_box(&boxes.of[boxes.n]) &&
           same_stem(boxes.of[0].name, boxes.of[boxes.n].name))
        boxes.n++;
    return boxes;
}

size_t wrd_sav_boxes(const struct wrd_sav *sav, size_t first)
{
    struct boxes boxes = boxes_from(sav, first);
    return boxes.n >= 2 && find_question(&boxes) ? boxes.n : 0;
}

static const char *question_of(struct wrd_sav_making *m, const struct boxes *boxes)
{
    const char *first = boxes->of[0].label;
    if (boxes->bracketed)
        return behind_bracket(first) + 1;
    size_t len = boxes->before;
    while (len > 0 && strchr(" -:", first[len - 1]))
        len--;
    return wrd_arena_text(m->arena, first, len);
}

static const char *answer_of(struct wrd_sav_making *m, const struct boxes *boxes, size_t i)
{
    const char *label = boxes->of[i].label;
    if (boxes->bracketed)
        return wrd_arena_text(m->arena, label + 1, strcspn(label, "]") - 1);
    return label[boxes->before] ? label + boxes->before : label_of(&boxes->of[i], 1)->label;
}

static void add_answer(struct wrd_sav_making *m, const struct boxes *boxes, size_t i,
                       struct wrd_list *list)
{
    const struct wrd_sav_variable *of = &boxes->of[i];
    struct wrd_value *value = &list->values[list->n_values++];
    const char *code = wrd_sav_code_of_text(m->arena, of->name + stem_of(of->name) + 1);
    const char *label = wrd_sav_label(m->arena, answer_of(m, boxes, i), code);
    *value = (struct wrd_value){ .code = code, .answer = -1, .place = m->place };
    value->reason = wrd_label_is_dont_know(label) ? WRD_DONT_KNOW : WRD_NO_REASON;
    for (int lang = 0; lang < WRD_LANGS; lang++)
        value->label[lang] = label;
}

/* "1", "0" or nothing. */
static void add_column(struct wrd_sav_making *m, const char *stem, const char *code,
                       const struct wrd_sav_variable *of)
{
    const char **texts = wrd_arena_take_array(m->arena, of->n_answers + 1, sizeof *texts);
    texts[0] = "";
    for (size_t i = 1; i < of->n_answers; i++)
        texts[i] = of->answers[i].number == 1 ? "1" : "0";
    wrd_sav_add_column(m, wrd_arena_format(m->arena, "%s[%s]", stem, code), of, texts);
}

void wrd_sav_add_boxes(struct wrd_sav_making *m, size_t first, size_t n)
{
    struct wrd_codebook *book = m->made->book;
    struct boxes boxes = { .of = &m->sav->variables[first], .n = n };
    find_question(&boxes);
    const char *name = boxes.of[0].name;
    const char *stem = wrd_sav_header(wrd_arena_text(m->arena, name, stem_of(name)));
    struct wrd_list *list = &book->lists[book->n_lists++];
    *list = (struct wrd_list){ .place = m->place };
    list->values = wrd_arena_take_array(m->arena, n, sizeof *list->values);
    for (size_t i = 0; i < n; i++) {
        add_answer(m, &boxes, i, list);
        add_column(m, stem, list->values[i].code, &boxes.of[i]);
    }
    wrd_sav_close_list(m->arena, list);
    struct wrd_variable *variable =
        wrd_sav_add_variable(m, stem, question_of(m, &boxes), WRD_TYPE_MULTIPLE);
    variable->column = wrd_arena_format(m->arena, "%s[*]", stem);
    variable->roles = WRD_ROLE_OUTCOME;
    variable->list = list;
    wrd_sav_name_list(m, list, variable->name);
}
