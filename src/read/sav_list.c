/* read/sav_list.c - value labels become a list of answers.
 *
 * What occurs without a label gets its own code as label, if the variable is no number; what the
 * file declares as missing gets the reason that its label names. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "read/label_meaning.h"
#include "read/sav_parts.h"

enum { MOST_UNLABELLED = 50 };

static bool is_whole(double number)
{
    return floor(number) == number;
}

/* Whether the answers that are no missing values form a list. */
static bool is_list(const struct wrd_sav_variable *of)
{
    size_t labelled = 0, bare = 0;
    bool whole = true;
    for (size_t i = 0; i < of->n_labels; i++)
        labelled += !wrd_sav_is_missing(of, &of->labels[i]);
    if (of->is_text || labelled == 0)
        return labelled > 0;
    for (size_t i = 1; i < of->n_answers; i++)
        if (!of->answers[i].label && !wrd_sav_is_missing(of, &of->answers[i])) {
            bare++;
            whole = whole && is_whole(of->answers[i].number);
        }
    return bare == 0 ||
           (of->measure != WRD_MEASURE_SCALE && whole && labelled + bare <= MOST_UNLABELLED);
}

/* All labelled values and, of numbers, all that occur. */
static size_t gather(const struct wrd_sav_variable *of, const struct wrd_sav_value **values)
{
    size_t n = 0;
    for (size_t i = 0; i < of->n_labels; i++)
        if (of->is_text || fabs(of->labels[i].number) < 1e15)
            values[n++] = &of->labels[i];
    for (size_t i = 1; i < of->n_answers && !of->is_text; i++)
        if (!of->answers[i].label && fabs(of->answers[i].number) < 1e15)
            values[n++] = &of->answers[i];
    return n;
}

static int by_number(const void *a, const void *b)
{
    const double x = (*(const struct wrd_sav_value *const *)a)->number;
    const double y = (*(const struct wrd_sav_value *const *)b)->number;
    return (x > y) - (x < y);
}

/* A label that nobody can read as a reason is of somebody who did not answer; without a label it is
 * a mark of the machine. */
static enum wrd_reason reason_of(struct wrd_sav_making *m, const struct wrd_sav_variable *of,
                                 const struct wrd_sav_value *value, const char *code)
{
    const char *label = value->label ? value->label : "";
    if (!wrd_sav_is_missing(of, value)) {
        if (!wrd_label_is_dont_know(label))
            return WRD_NO_REASON;
        wrd_say(m->diag, WRD_W0271, m->place, of->name, code, label);
        return WRD_DONT_KNOW;
    }
    enum wrd_reason reason = wrd_label_reason(label, true);
    if (reason != WRD_NO_REASON)
        return reason;
    reason = *label ? WRD_REFUSED : WRD_TECHNICAL;
    wrd_say(m->diag, WRD_N0270, m->place, of->name, code, label, wrd_reason_name(reason));
    return reason;
}

static bool has_code(const struct wrd_list *list, const char *code)
{
    return wrd_list_value(list, code, strlen(code)) != NULL;
}

static void add_value(struct wrd_sav_making *m, const struct wrd_sav_variable *of,
                      const struct wrd_sav_value *value, struct wrd_list *list, bool missing)
{
    const char *code = wrd_sav_code(m->arena, value);
    if (!code || has_code(list, code) || wrd_sav_is_missing(of, value) != missing)
        return;
    struct wrd_value *made = &list->values[list->n_values++];
    const char *label = wrd_sav_label(m->arena, value->label ? value->label : "", code);
    *made = (struct wrd_value){ .code = code, .answer = -1, .place = m->place };
    made->reason = reason_of(m, of, value, code);
    for (int lang = 0; lang < WRD_LANGS; lang++)
        made->label[lang] = label;
    made->has_score =
        made->reason == WRD_NO_REASON && wrd_decimal_read(code, strlen(code), '.', &made->score);
}

void wrd_sav_close_list(struct wrd_arena *arena, struct wrd_list *list)
{
    list->answers = wrd_arena_take_array(arena, list->n_values, sizeof *list->answers);
    list->n_answers = 0;
    for (size_t i = 0; i < list->n_values; i++)
        if (list->values[i].reason == WRD_NO_REASON) {
            list->values[i].answer = (int)list->n_answers;
            list->answers[list->n_answers++] = &list->values[i];
        }
}

/* The first answer of `side`, or NULL. */
static const struct wrd_value *first_of(const struct wrd_list *list, enum wrd_side side)
{
    for (size_t i = 0; i < list->n_answers; i++)
        if (wrd_label_side(list->answers[i]->label[WRD_NL]) == side)
            return list->answers[i];
    return NULL;
}

static struct wrd_decimal mirrored(struct wrd_decimal score, int64_t sum)
{
    return (struct wrd_decimal){ sum - score.units, 0 };
}

/* 1 = "zeer mee eens" ... 5 = "zeer mee oneens": as it stands the two highest would be those who
 * disagree, so the scores are written the other way round. */
static void turn_scores(struct wrd_list *list)
{
    int64_t low = INT64_MAX, high = INT64_MIN;
    for (size_t i = 0; i < list->n_values; i++) {
        const struct wrd_value *value = &list->values[i];
        if (value->answer < 0)
            continue;
        if (!value->has_score || value->score.decimals > 0)
            return;
        low = value->score.units < low ? value->score.units : low;
        high = value->score.units > high ? value->score.units : high;
    }
    for (size_t i = 0; i < list->n_values; i++)
        if (list->values[i].answer >= 0) {
            list->values[i].score = mirrored(list->values[i].score, low + high);
            list->values[i].score_given = true;
        }
}

/* Sides only where every answer has one: half a scale is none. */
static void find_sides(struct wrd_list *list)
{
    const struct wrd_value *minus = first_of(list, WRD_SIDE_NEGATIVE);
    const struct wrd_value *plus = first_of(list, WRD_SIDE_POSITIVE);
    if (!minus || !plus || first_of(list, WRD_SIDE_NONE))
        return;
    for (size_t i = 0; i < list->n_values; i++)
        if (list->values[i].answer >= 0)
            list->values[i].side = wrd_label_side(list->values[i].label[WRD_NL]);
    list->ordered = true;
    if (plus->answer < minus->answer)
        turn_scores(list);
}

static bool equal(const struct wrd_list *a, const struct wrd_list *b)
{
    if (a->n_values != b->n_values)
        return false;
    for (size_t i = 0; i < a->n_values; i++)
        if (strcmp(a->values[i].code, b->values[i].code) != 0 ||
            strcmp(a->values[i].label[WRD_NL], b->values[i].label[WRD_NL]) != 0 ||
            a->values[i].reason != b->values[i].reason)
            return false;
    return true;
}

static bool is_taken(const struct wrd_codebook *book, const struct wrd_list *list, const char *name)
{
    for (size_t i = 0; i < book->n_lists; i++)
        if (&book->lists[i] != list && strcmp(book->lists[i].name, name) == 0)
            return true;
    return false;
}

void wrd_sav_name_list(const struct wrd_sav_making *m, struct wrd_list *list, const char *name)
{
    list->name = name;
    for (uint64_t n = 2; is_taken(m->made->book, list, list->name); n++)
        list->name = wrd_arena_format(m->arena, "%.26s_%s", name, wrd_count_text(m->arena, n));
}

const struct wrd_list *wrd_sav_list(struct wrd_sav_making *m, const struct wrd_sav_variable *of)
{
    struct wrd_codebook *book = m->made->book;
    if (!is_list(of))
        return NULL;
    const size_t room = of->n_labels + of->n_answers + 1;
    const struct wrd_sav_value **values = wrd_arena_take_array(m->arena, room, sizeof *values);
    const size_t n = gather(of, values);
    if (!of->is_text)
        qsort(values, n, sizeof *values, by_number);
    struct wrd_list *list = &book->lists[book->n_lists];
    *list = (struct wrd_list){ .place = m->place };
    list->values = wrd_arena_take_array(m->arena, n + 1, sizeof *list->values);
    for (int missing = 0; missing <= 1; missing++)
        for (size_t i = 0; i < n; i++)
            add_value(m, of, values[i], list, missing != 0);
    wrd_sav_close_list(m->arena, list);
    if (list->n_answers == 0)
        return NULL;
    find_sides(list);
    for (size_t i = 0; i < book->n_lists; i++)
        if (equal(&book->lists[i], list))
            return &book->lists[i];
    book->n_lists++;
    wrd_sav_name_list(m, list,
                      wrd_sav_name(m, of->name)); /* its first variable's, which is not there yet */
    return list;
}

const char *wrd_sav_code_in(struct wrd_arena *arena, const struct wrd_list *list,
                            const struct wrd_sav_value *value)
{
    const char *code = wrd_sav_code(arena, value);
    if (value->text && !value->label)
        return ""; /* a text of somebody's own */
    return code && has_code(list, code) ? code : "";
}
