/* read/guess_lists.c - which answers there are, in which order, and which columns share them. */
#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "read/guess_parts.h"
#include "read/label_meaning.h"

enum {
    LARGEST_CODE = 10, /* of a list of plain numbers; above that it is a number */
    SLIP_RATE = 1000,  /* an answer of fewer than one in so many is one that nobody offered */
    FEW = 2,
    LIST_ROOM = 256
};

static const char *fold(struct wrd_guessing *g, const char *text)
{
    return wrd_text_fold(g->arena, text, strlen(text));
}

bool wrd_leading_number(const char *text, int64_t *number)
{
    const size_t digits = strspn(text, "0123456789");
    const char *rest = text + digits;

    if (digits == 0 || digits > 3 || !wrd_integer_read(text, digits, number))
        return false;
    rest += strspn(rest, " ");
    return *rest == '\0' || strcmp(rest, "+") == 0 || strchr("(=:.-", *rest) != NULL;
}

static bool is_pure(const char *text)
{
    return text[strspn(text, "0123456789")] == '\0';
}

/* 77 among 1 2 3, or among words: somebody's slip of the pen, unless it stands there often. */
static bool is_slip(const struct wrd_guessed *column, size_t i)
{
    const struct wrd_profile_column *of = column->column;
    const struct wrd_profile_value *value = &of->values[i];
    int64_t number, other;
    size_t pure = 0;

    if (value->count > FEW && value->count * 100 > of->filled)
        return false;
    if (!is_pure(value->text) || !wrd_leading_number(value->text, &number))
        return false;
    for (size_t k = 0; k < of->n; k++) {
        pure += k != i && is_pure(of->values[k].text);
        if (k != i && wrd_leading_number(of->values[k].text, &other) && 3 * other >= number)
            return false;
    }
    return of->n > FEW && (pure == 0 || (pure == of->n - 1 && number > LARGEST_CODE));
}

static bool are_numbers(const struct wrd_guessed *column, bool *pure_only)
{
    int64_t number;
    size_t pure = 0;

    for (size_t i = 0; i < column->n_answers; i++) {
        if (!wrd_leading_number(column->answers[i].text, &number))
            return false;
        pure += is_pure(column->answers[i].text);
    }
    *pure_only = pure == column->n_answers;
    return 2 * pure >= column->n_answers || column->n_answers <= LARGEST_CODE + 1;
}

/* "35 - 44 jaar" begins with a number too, but is no 35. */
static bool count_up(const struct wrd_guessed *column)
{
    int64_t number;

    for (size_t i = 0; i < column->n_answers; i++)
        if (!wrd_leading_number(column->answers[i].text, &number) || number > LARGEST_CODE)
            return false;
    return true;
}

static enum wrd_known known_scale(struct wrd_guessing *g, const struct wrd_guessed *column)
{
    for (enum wrd_known known = 0; known < WRD_KNOWNS; known++) {
        size_t on = 0, off = 0;
        for (size_t i = 0; i < column->n_answers && off == 0; i++) {
            const char *folded = fold(g, column->answers[i].text);
            if (wrd_known_rank(known, folded, NULL))
                on++;
            else
                off += wrd_label_reason(folded, false) == WRD_NO_REASON;
        }
        if (off == 0 && on >= (known == WRD_KNOWN_YESNO ? 1 : 2)) /* nobody said no */
            return known;
    }
    return WRD_KNOWN_NONE;
}

void wrd_guess_set(struct wrd_guessing *g, struct wrd_guessed *column)
{
    const struct wrd_profile_column *of = column->column;
    bool pure_only = false;

    column->kind = WRD_SET_NONE;
    column->known = WRD_KNOWN_NONE;
    column->n_answers = 0;
    if (of->many || of->n == 0)
        return;
    column->answers = wrd_arena_take_array(g->arena, of->n, sizeof *column->answers);
    for (size_t i = 0; i < of->n; i++)
        if (!is_slip(column, i))
            column->answers[column->n_answers++] = of->values[i];
    column->known = known_scale(g, column);
    if (column->known != WRD_KNOWN_NONE)
        column->kind = WRD_SET_KNOWN;
    else if (are_numbers(column, &pure_only) && count_up(column))
        column->kind = pure_only ? WRD_SET_NUMBERS : WRD_SET_LED;
    else
        column->kind = WRD_SET_LABELS;
}

/* ---- which columns share a list ---- */

static bool has_answer(struct wrd_guessing *g, const struct wrd_guessed *column, const char *folded)
{
    for (size_t i = 0; i < column->n_answers; i++)
        if (strcmp(fold(g, column->answers[i].text), folded) == 0)
            return true;
    return false;
}

static size_t n_shared(struct wrd_guessing *g, const struct wrd_guessed *a,
                       const struct wrd_guessed *b)
{
    size_t n = 0;

    for (size_t i = 0; i < a->n_answers; i++)
        n += has_answer(g, b, fold(g, a->answers[i].text));
    return n;
}

/* Not everybody's answer is chosen in every item: a few shared ones are enough in one grid, and most
 * of them elsewhere. */
static bool share(struct wrd_guessing *g, const struct wrd_guessed *a, const struct wrd_guessed *b)
{
    const bool beside = a->first == b->first;
    const size_t least = a->n_answers < b->n_answers ? a->n_answers : b->n_answers;

    if (a->kind == WRD_SET_KNOWN || b->kind == WRD_SET_KNOWN)
        return a->kind == b->kind && a->known == b->known;
    if (a->separator || b->separator)
        return false;
    if ((a->kind == WRD_SET_LABELS) != (b->kind == WRD_SET_LABELS))
        return false;
    if (beside)
        return true;
    size_t shared = n_shared(g, a, b);
    if (a->kind == WRD_SET_NUMBERS && b->kind == WRD_SET_NUMBERS)
        return a->n_beside > 1 && b->n_beside > 1 && shared == least && least >= 5;
    return shared == least && (a->n_answers == b->n_answers || least >= 3);
}

/* ---- the answers of a list ---- */

struct answer {
    const char *text, *folded;
    uint64_t count;
    int64_t order;
};

struct answers {
    struct answer items[LIST_ROOM];
    size_t n;
    uint64_t filled;
};

static void add_answer(struct wrd_guessing *g, struct answers *all, enum wrd_known known,
                       enum wrd_set_kind kind, const struct wrd_profile_value *value)
{
    const char *folded = fold(g, value->text);
    int64_t order = 0;

    if (known != WRD_KNOWN_NONE)
        order = wrd_known_rank(known, folded, NULL);
    else if (kind != WRD_SET_LABELS)
        wrd_leading_number(value->text, &order);
    all->filled += value->count;
    for (size_t i = 0; i < all->n; i++) {
        struct answer *item = &all->items[i];
        const bool same = kind == WRD_SET_NUMBERS || kind == WRD_SET_LED
                              ? item->order == order
                              : strcmp(item->folded, folded) == 0;
        if (!same)
            continue;
        item->count += value->count;
        if (strlen(value->text) > strlen(item->text)) /* "5 - very" says more than "5" */
            item->text = value->text;
        return;
    }
    if (all->n < LIST_ROOM)
        all->items[all->n++] = (struct answer){ value->text, folded, value->count, order };
}

static int by_order(const void *a, const void *b)
{
    const struct answer *x = a, *y = b;
    const bool x_none = wrd_label_reason(x->folded, false) != WRD_NO_REASON;
    const bool y_none = wrd_label_reason(y->folded, false) != WRD_NO_REASON;

    if (x_none != y_none)
        return x_none - y_none;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return strcmp(x->folded, y->folded);
}

/* 8 and 9 behind a gap: don't know and does not apply, as most questionnaires number them. */
static enum wrd_reason reason_of(const struct answers *all, enum wrd_set_kind kind, size_t i)
{
    if (kind != WRD_SET_NUMBERS && kind != WRD_SET_LED)
        return wrd_label_reason(all->items[i].folded, false);
    for (size_t k = 0; k + 1 < all->n && k < i; k++)
        if (all->items[k + 1].order > all->items[k].order + 1 && all->items[k + 1].order >= 8)
            return all->items[i].order == 8   ? WRD_DONT_KNOW
                   : all->items[i].order == 9 ? WRD_NOT_APPLICABLE
                                              : WRD_NO_REASON;
    return WRD_NO_REASON;
}

static const char *code_of(struct wrd_guessing *g, const struct answers *all,
                           enum wrd_set_kind kind, size_t i)
{
    const char *text = all->items[i].text;

    if (kind == WRD_SET_LED)
        return wrd_count_text(g->arena, (uint64_t)all->items[i].order);
    if (kind == WRD_SET_NUMBERS || (!g->draft->labels && wrd_is_code(text)))
        return text;
    return wrd_count_text(g->arena, i + 1);
}

static void drop_slips(struct answers *all)
{
    size_t n = 0;

    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].count * SLIP_RATE > all->filled)
            all->items[n++] = all->items[i];
    all->n = n;
}

/* "0 - not at all" and "10 - completely" were offered with all between them, chosen or not. */
static void fill_between(struct wrd_guessing *g, struct answers *all)
{
    const size_t n = all->n;

    if (n < FEW || is_pure(all->items[0].text) || is_pure(all->items[n - 1].text))
        return;
    for (size_t i = 0; i + 1 < n; i++)
        for (int64_t order = all->items[i].order + 1;
             order < all->items[i + 1].order && all->n < LIST_ROOM; order++) {
            const char *text = wrd_count_text(g->arena, (uint64_t)order);
            all->items[all->n++] = (struct answer){ text, text, 0, order };
        }
    qsort(all->items, all->n, sizeof *all->items, by_order);
}

static int add_list(struct wrd_guessing *g, const char *name, const struct answers *all,
                    const struct wrd_guessed *of, bool scored)
{
    struct wrd_draft_list *list = &g->draft->lists[g->draft->n_lists];

    *list = (struct wrd_draft_list){ .name = wrd_guess_list_name(g, name), .ordered = scored };
    list->values = wrd_arena_take_array(g->arena, all->n, sizeof *list->values);
    for (size_t i = 0; i < all->n; i++) {
        struct wrd_draft_value *value = &list->values[list->n++];
        *value = (struct wrd_draft_value){ .code = code_of(g, all, of->kind, i),
                                           .label = all->items[i].text,
                                           .reason = reason_of(all, of->kind, i) };
        value->scored = scored && value->reason == WRD_NO_REASON;
        if (of->known != WRD_KNOWN_NONE)
            wrd_known_rank(of->known, all->items[i].folded, &value->side);
    }
    return (int)g->draft->n_lists++;
}

static const char *name_of(struct wrd_guessing *g, const struct wrd_guessed *of, size_t n)
{
    const char *stem = of->column->head->column;
    const size_t len = of->n_beside > 1 ? wrd_guess_stem(stem) : strcspn(stem, "[");

    if (of->known == WRD_KNOWN_YESNO && n == 2)
        return "yesno";
    if (of->known != WRD_KNOWN_NONE)
        return wrd_arena_format(g->arena, "%s%s", wrd_known_name(of->known),
                                wrd_count_text(g->arena, n));
    return wrd_guess_slug(g->arena, wrd_arena_text(g->arena, stem, len));
}

static bool is_list_of(const struct wrd_guessed *column)
{
    return column->skipped == WRD_SKIPPED_NOT && column->list < 0 && !column->ticked &&
           column->type == WRD_TYPE_SINGLE;
}

/* Columns that share with one that shares belong to it too. */
static void make_list(struct wrd_guessing *g, size_t first)
{
    struct answers *all = wrd_arena_take(g->arena, sizeof *all);
    const int list = (int)g->draft->n_lists;
    const struct wrd_guessed *of = &g->columns[first];
    bool grew = true;

    g->columns[first].list = list;
    while (grew) {
        grew = false;
        for (size_t i = 0; i < g->n; i++)
            for (size_t k = first; is_list_of(&g->columns[i]) && k < g->n; k++)
                if (g->columns[k].list == list && share(g, &g->columns[i], &g->columns[k])) {
                    g->columns[i].list = list;
                    grew = true;
                }
    }
    for (size_t i = 0; i < g->n; i++) {
        if (g->columns[i].list != list)
            continue;
        if (g->columns[i].kind == WRD_SET_LED)
            of = &g->columns[i]; /* the ends of one column are those of all */
        for (size_t k = 0; k < g->columns[i].n_answers; k++)
            add_answer(g, all, of->known, g->columns[i].kind, &g->columns[i].answers[k]);
    }
    if (of->kind == WRD_SET_NUMBERS)
        drop_slips(all);
    qsort(all->items, all->n, sizeof *all->items, by_order);
    if (of->kind == WRD_SET_LED)
        fill_between(g, all);
    add_list(g, name_of(g, of, all->n), all, of,
             wrd_known_is_ordered(of->known) || of->kind == WRD_SET_LED ||
                 (of->kind == WRD_SET_NUMBERS && of->n_beside > 1));
}

void wrd_guess_lists(struct wrd_guessing *g)
{
    for (size_t i = 0; i < g->n; i++)
        if (is_list_of(&g->columns[i]))
            make_list(g, i);
}

const char *wrd_guess_option_name(struct wrd_arena *arena, const char *header)
{
    const char *open = strrchr(header, '[');

    return open ? wrd_arena_text(arena, open + 1, strcspn(open + 1, "]")) : "";
}

int wrd_guess_options(struct wrd_guessing *g, size_t first)
{
    struct wrd_draft_list *list = &g->draft->lists[g->draft->n_lists];
    const size_t n = g->columns[first].n_beside;

    *list = (struct wrd_draft_list){ .name = wrd_guess_list_name(
                                         g, wrd_guess_name(g, &g->columns[first])) };
    list->values = wrd_arena_take_array(g->arena, n, sizeof *list->values);
    for (size_t i = first; i < first + n; i++) {
        const struct wrd_export_column *head = g->columns[i].column->head;
        const char *name = strchr(head->column, '[')
                               ? wrd_guess_option_name(g->arena, head->column)
                               : head->column + wrd_guess_stem(head->column) + 1;
        const char *code = name;
        const char *label = *head->option ? head->option : name;
        if (g->columns[i].skipped != WRD_SKIPPED_NOT || !g->columns[i].ticked)
            continue;
        if (!wrd_is_code(code))
            code = wrd_count_text(g->arena, list->n + 1);
        /* PHP is a currency too: the code stands in for a label that may not be written */
        if (!*label || wrd_guess_is_unfit(g, label) || g->rules->refuses(g->rules->self, label))
            label = code;
        list->values[list->n++] = (struct wrd_draft_value){ code, label, WRD_NO_REASON, 0, 0, 0 };
    }
    return (int)g->draft->n_lists++;
}
