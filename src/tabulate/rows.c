/* rows.c - see rows.h. */
#include "tabulate/rows.h"

#include "core/number.h"
#include "tabulate/fallback.h"

enum { OTHER_ROWS = 5 };

static struct wrd_rows room_for(struct wrd_arena *arena, size_t n)
{
    return (struct wrd_rows){ wrd_arena_take_array(arena, n, sizeof(struct wrd_row)), 0 };
}

static void add(struct wrd_rows *rows, enum wrd_statistic statistic)
{
    rows->of[rows->n++] = (struct wrd_row){
        .statistic = statistic,
        .code = "",
        .label = { "", "" },
    };
}

static void add_class(struct wrd_rows *rows, enum wrd_statistic statistic,
                      const struct wrd_class *class, enum wrd_coding coding)
{
    struct wrd_row *row = &rows->of[rows->n++];
    *row = (struct wrd_row){
        .statistic = statistic,
        .code = class->code,
        .parts = class->parts,
        .n_parts = class->n_parts,
        .coding = coding,
        .side = class->side,
    };
    for (int lang = 0; lang < WRD_LANGS; lang++)
        row->label[lang] = class->label[lang];
}

static const struct wrd_class *class_of(const struct wrd_classes *merged, size_t answer)
{
    for (size_t c = 0; c < merged->n; c++)
        for (size_t p = 0; p < merged->of[c].n_parts; p++)
            if (merged->of[c].parts[p] == answer)
                return &merged->of[c];
    return NULL;
}

static void add_shares(struct wrd_arena *arena, struct wrd_rows *rows, const struct wrd_list *list)
{
    struct wrd_classes single = wrd_single_classes(arena, list);
    struct wrd_classes merged = single;
    if (list->has_fallback)
        merged = wrd_fallback_classes(arena, list, true);
    for (size_t a = 0; a < list->n_answers; a++) {
        const struct wrd_class *class = class_of(&merged, a);
        bool alone = class->n_parts == 1;
        if (!alone && class->parts[0] == a)
            add_class(rows, WRD_SHARE, class, WRD_CODING_FALLBACK);
        add_class(rows, WRD_SHARE, &single.of[a], alone ? WRD_CODING_BOTH : WRD_CODING_FULL);
    }
}

/* Without scores the display order says what is higher; a list shown with its positive side first
 * falls. */
static bool falls(const struct wrd_list *list)
{
    for (size_t a = 0; a < list->n_answers; a++)
        if (list->answers[a]->side != WRD_SIDE_NONE)
            return list->answers[a]->side == WRD_SIDE_POSITIVE;
    return false;
}

static int compare(const struct wrd_list *list, size_t a, size_t b)
{
    if (list->all_scored)
        return wrd_decimal_compare(list->answers[a]->score, list->answers[b]->score);
    int order = (a > b) - (a < b);
    return falls(list) ? -order : order;
}

/* How many distinct levels lie on the given side (1 above, -1 below) of an answer. */
static size_t levels_beyond(const struct wrd_list *list, size_t answer, int side)
{
    size_t n = 0;
    for (size_t a = 0; a < list->n_answers; a++) {
        bool beyond = compare(list, a, answer) * side > 0, known = false;
        for (size_t b = 0; b < a && beyond; b++)
            known |= compare(list, a, b) == 0;
        n += beyond && !known;
    }
    return n;
}

/* Of two levels or fewer, the top two are everybody. */
static bool has_boxes(const struct wrd_list *list)
{
    for (size_t a = 0; a < list->n_answers; a++)
        if (levels_beyond(list, a, 1) >= 2)
            return true;
    return false;
}

static void add_box(struct wrd_arena *arena, struct wrd_rows *rows, const struct wrd_list *list,
                    enum wrd_statistic statistic)
{
    uint16_t *parts = wrd_arena_take_array(arena, list->n_answers, sizeof *parts);
    size_t n = 0;
    for (size_t a = 0; a < list->n_answers; a++)
        if (levels_beyond(list, a, statistic == WRD_TOP2 ? 1 : -1) < 2)
            parts[n++] = (uint16_t)a;
    add(rows, statistic);
    rows->of[rows->n - 1].parts = parts;
    rows->of[rows->n - 1].n_parts = n;
}

static bool has_dont_know(const struct wrd_list *list)
{
    for (size_t v = 0; v < list->n_values; v++)
        if (list->values[v].reason == WRD_DONT_KNOW)
            return true;
    return false;
}

struct wrd_rows wrd_item_rows(struct wrd_arena *arena, const struct wrd_list *list)
{
    struct wrd_rows rows = room_for(arena, 2 * list->n_answers + OTHER_ROWS);
    add_shares(arena, &rows, list);
    if (list->ordered && has_boxes(list)) {
        add_box(arena, &rows, list, WRD_TOP2);
        add_box(arena, &rows, list, WRD_BOTTOM2);
    }
    if (list->ordered && list->all_scored) {
        add(&rows, WRD_MEAN);
        add(&rows, WRD_SD);
    }
    if (has_dont_know(list))
        add(&rows, WRD_STAT_DONT_KNOW);
    return rows;
}

struct wrd_rows wrd_number_rows(struct wrd_arena *arena)
{
    struct wrd_rows rows = room_for(arena, OTHER_ROWS);
    add(&rows, WRD_MEAN);
    add(&rows, WRD_MEDIAN);
    add(&rows, WRD_SD);
    return rows;
}

struct wrd_rows wrd_scale_rows(struct wrd_arena *arena)
{
    struct wrd_rows rows = room_for(arena, OTHER_ROWS);
    add(&rows, WRD_INDEX);
    add(&rows, WRD_SD);
    return rows;
}

static bool offers_something(const struct wrd_list *list)
{
    for (size_t a = 0; a < list->n_answers; a++)
        if (!list->answers[a]->exclusive)
            return true;
    return false;
}

struct wrd_rows wrd_multiple_rows(struct wrd_arena *arena, const struct wrd_list *list)
{
    struct wrd_rows rows = room_for(arena, list->n_answers + OTHER_ROWS);
    struct wrd_classes options = wrd_single_classes(arena, list);
    for (size_t o = 0; o < options.n; o++)
        add_class(&rows, WRD_MENTIONS, &options.of[o], WRD_CODING_BOTH);
    if (offers_something(list))
        add(&rows, WRD_BREADTH);
    return rows;
}
