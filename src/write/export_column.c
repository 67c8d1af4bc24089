/* write/export_column.c - see write/export_column.h.
 *
 * A list of numeric codes becomes a number, any other a text, so that the codes stay the codes.  A
 * multiple question becomes a variable a box, QUESTION.code, 1 and 0.  Why an answer is missing is
 * its code of the list, declared as missing; where the list has none for that, system-missing. */
#include "write/export_column.h"

#include <string.h>

#include "core/number.h"
#include "core/text.h"

/* Bytes that SPSS takes of the label of a variable and of a value, of a name, of a missing text. */
enum {
    LABEL_ROOM = 256,
    VALUE_LABEL_ROOM = 120,
    NAME_ROOM = 64,
    MISSING_TEXT = 8,
    MOST_MISSING = 3,
    MOST_MISSING_TEXT = 2 /* blank is one too */
};

const char *wrd_export_cut(struct wrd_arena *arena, const char *text, size_t room)
{
    size_t len = strlen(text);
    if (len > room)
        for (len = room; len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80;)
            len--;
    return wrd_arena_text(arena, text, len);
}

const char *wrd_export_label(const struct wrd_exporting *e, const char *const label[WRD_LANGS])
{
    const char *own = label[e->lang];
    return *own ? own : label[e->lang == WRD_NL ? WRD_EN : WRD_NL];
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_name(const char *a, const char *b) /* SPSS does not see capitals */
{
    for (; *a && small(*a) == small(*b); a++)
        b++;
    return small(*a) == small(*b);
}

static bool is_taken(const struct wrd_exporting *e, const char *name)
{
    static const char *const reserved[] = { "all", "and", "by",  "eq", "ge", "gt",  "le",
                                            "lt",  "ne",  "not", "or", "to", "with" };
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (same_name(name, reserved[i]))
            return true;
    for (size_t i = 0; i < e->n_columns; i++)
        if (same_name(name, e->columns[i].name))
            return true;
    return false;
}

static const char *name_for(const struct wrd_exporting *e, const char *wanted)
{
    char *made = wrd_arena_text(e->arena, wanted, strnlen(wanted, NAME_ROOM));
    for (char *at = made; *at; at++)
        if (*at == '-')
            *at = '_';
    for (size_t len = strlen(made); len > 0 && made[len - 1] == '.';)
        made[--len] = '\0';
    const char *name = made;
    for (uint64_t n = 2; is_taken(e, name); n++)
        name = wrd_arena_format(e->arena, "%.56s_%s", made, wrd_count_text(e->arena, n));
    return name;
}

struct wrd_sav_column *wrd_export_add(struct wrd_exporting *e, const char *name, const char *label)
{
    const char *own = name_for(e, name);
    struct wrd_sav_column *column = &e->columns[e->n_columns++];
    *column = (struct wrd_sav_column){ .name = own,
                                       .label = wrd_export_cut(e->arena, label, LABEL_ROOM),
                                       .of = "" };
    return column;
}

static bool is_asked(const struct wrd_column *column)
{
    return column->c8 || column->c16;
}

size_t wrd_export_needs(const struct wrd_variable *variable, const struct wrd_column *column)
{
    switch (variable->type) {
    case WRD_TYPE_SINGLE:
    case WRD_TYPE_NUMBER:
        return is_asked(column) ? 1 : 0;
    case WRD_TYPE_MULTIPLE:
        return column->n_options ? variable->list->n_values : 0;
    case WRD_TYPE_ID:
    case WRD_TYPE_DATE:
    case WRD_TYPE_TEXT:
    case WRD_TYPE_WEIGHT: /* the weight that counts is written by itself */
    case WRD_TYPES:
        break;
    }
    return 0;
}

/* "4" and "-9", not "04": the number must be the code. */
static bool is_number_code(const char *code, struct wrd_decimal *number)
{
    char room[WRD_NUMBER_ROOM];
    return wrd_decimal_read(code, strlen(code), '.', number) &&
           strcmp(wrd_number_decimal(room, *number, '.'), code) == 0;
}

static struct wrd_sav_cell cell_of(const struct wrd_value *value, bool text)
{
    struct wrd_decimal number = { 0, 0 };
    if (!text)
        is_number_code(value->code, &number);
    return (struct wrd_sav_cell){ true, wrd_decimal_double(number), text ? value->code : NULL };
}

static size_t width_of(const struct wrd_list *list)
{
    size_t width = 0;
    bool numbers = true;
    struct wrd_decimal number;
    for (size_t i = 0; i < list->n_values; i++) {
        const size_t len = strlen(list->values[i].code);
        width = len > width ? len : width;
        numbers = numbers && is_number_code(list->values[i].code, &number);
    }
    return numbers ? 0 : width;
}

/* Whether the missing codes are a range without an answer in it. */
static bool is_range(const struct wrd_list *list)
{
    double low = 0, high = 0;
    bool any = false;
    for (size_t i = 0; i < list->n_values; i++)
        if (list->values[i].reason != WRD_NO_REASON) {
            const double number = cell_of(&list->values[i], false).number;
            low = !any || number < low ? number : low;
            high = !any || number > high ? number : high;
            any = true;
        }
    for (size_t i = 0; i < list->n_answers; i++) {
        const double number = cell_of(list->answers[i], false).number;
        if (number >= low && number <= high)
            return false;
    }
    return any;
}

static size_t count_missing(const struct wrd_list *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->n_values; i++)
        n += list->values[i].reason != WRD_NO_REASON;
    return n;
}

/* The labels of a list, and which of them SPSS knows as missing: all, or as many as it takes. */
static void label_list(struct wrd_exporting *e, const struct wrd_list *list,
                       struct wrd_sav_column *column)
{
    struct wrd_sav_label *labels = wrd_arena_take_array(e->arena, list->n_values, sizeof *labels);
    const size_t most = column->width ? MOST_MISSING_TEXT : MOST_MISSING;
    size_t declared = 0, n = 0;
    column->range = count_missing(list) > MOST_MISSING && !column->width && is_range(list);
    for (size_t i = 0; i < list->n_values; i++) {
        const struct wrd_value *value = &list->values[i];
        const bool missing = value->reason != WRD_NO_REASON;
        const bool fits =
            !missing || column->range ||
            (declared < most && (!column->width || strlen(value->code) <= MISSING_TEXT));
        if (!fits) {
            wrd_say(e->diag, WRD_W0842, (struct wrd_place){ .variable = column->name },
                    column->name);
            continue;
        }
        declared += missing;
        labels[n++] = (struct wrd_sav_label){
            cell_of(value, column->width > 0),
            wrd_export_cut(e->arena, wrd_export_label(e, value->label), VALUE_LABEL_ROOM), missing
        };
    }
    column->labels = labels;
    column->n_labels = n;
}

/* The cell of a missing kind: its first code that SPSS knows as missing. */
static struct wrd_sav_cell reason_cell(const struct wrd_list *list,
                                       const struct wrd_sav_column *column, enum wrd_reason reason)
{
    for (size_t i = 0; i < list->n_values; i++) {
        const struct wrd_sav_cell cell = cell_of(&list->values[i], column->width > 0);
        for (size_t k = 0; list->values[i].reason == reason && k < column->n_labels; k++) {
            const struct wrd_sav_cell *own = &column->labels[k].value;
            if (own->text ? strcmp(own->text, cell.text) == 0 : own->number == cell.number)
                return cell;
        }
    }
    return (struct wrd_sav_cell){ 0 };
}

static struct wrd_sav_cell *new_cells(const struct wrd_exporting *e,
                                      const struct wrd_column *column)
{
    return wrd_arena_take_array(e->arena, column->n_codes + WRD_REASON_SLOTS,
                                sizeof(struct wrd_sav_cell));
}

static void add_single(struct wrd_exporting *e, const struct wrd_variable *variable,
                       const struct wrd_column *from)
{
    const struct wrd_list *list = variable->list;
    struct wrd_sav_column *column =
        wrd_export_add(e, variable->name, wrd_export_label(e, variable->label));
    struct wrd_sav_cell *cells = new_cells(e, from);
    column->width = width_of(list);
    column->measure = list->ordered ? WRD_SAV_ORDINAL : WRD_SAV_NOMINAL;
    label_list(e, list, column);
    for (size_t i = 0; i < list->n_answers && i < from->n_codes; i++)
        cells[i] = cell_of(list->answers[i], column->width > 0);
    for (int reason = 0; reason < WRD_REASONS; reason++)
        cells[from->n_codes + (size_t)reason] = reason_cell(list, column, (enum wrd_reason)reason);
    column->from = from;
    column->cells = cells;
}

static void add_number(struct wrd_exporting *e, const struct wrd_variable *variable,
                       const struct wrd_column *from)
{
    struct wrd_sav_column *column =
        wrd_export_add(e, variable->name, wrd_export_label(e, variable->label));
    struct wrd_sav_cell *cells = new_cells(e, from);
    for (int64_t unit = from->score_unit; unit > 1; unit /= 10)
        column->decimals++;
    for (size_t i = 0; i < from->n_codes; i++)
        cells[i] =
            (struct wrd_sav_cell){ true, (double)from->score[i] / (double)from->score_unit, NULL };
    column->measure = WRD_SAV_SCALE;
    column->from = from;
    column->cells = cells;
}

static const struct wrd_sav_label *box_labels(const struct wrd_exporting *e)
{
    static const char *const words[2][WRD_LANGS] = { { "niet gekozen", "not chosen" },
                                                     { "gekozen", "chosen" } };
    struct wrd_sav_label *labels = wrd_arena_take_array(e->arena, 2, sizeof *labels);
    for (int i = 0; i < 2; i++)
        labels[i] = (struct wrd_sav_label){ { true, i, NULL }, words[i][e->lang], false };
    return labels;
}

/* Of an answer 1 where it is ticked; of a reason, such as "don't know", 1 where that is why no box
 * is. */
static void add_box(struct wrd_exporting *e, const struct wrd_variable *variable,
                    const struct wrd_value *value, const struct wrd_column *from)
{
    struct wrd_sav_column *column =
        wrd_export_add(e, wrd_arena_format(e->arena, "%s.%s", variable->name, value->code),
                       wrd_arena_format(e->arena, "%s: %s", wrd_export_label(e, variable->label),
                                        wrd_export_label(e, value->label)));
    struct wrd_sav_cell *cells = new_cells(e, from);
    const bool answer = value->answer >= 0;
    for (size_t i = 0; i < 2; i++)
        cells[i] = (struct wrd_sav_cell){ true, answer ? (double)i : 0, NULL };
    if (!answer)
        cells[from->n_codes + (size_t)value->reason] = (struct wrd_sav_cell){ true, 1, NULL };
    column->code = value->code;
    column->labels = box_labels(e);
    column->n_labels = 2;
    column->from = from;
    column->cells = cells;
}

static void add_boxes(struct wrd_exporting *e, const struct wrd_variable *variable,
                      const struct wrd_column *of)
{
    const struct wrd_list *list = variable->list;
    for (size_t i = 0; i < list->n_values; i++) {
        const struct wrd_value *value = &list->values[i];
        const struct wrd_column *from = &of->options[value->answer >= 0 ? value->answer : 0];
        if (is_asked(from))
            add_box(e, variable, value, from);
    }
}

void wrd_export_variable(struct wrd_exporting *e, const struct wrd_variable *variable,
                         const struct wrd_column *column)
{
    const size_t before = e->n_columns;
    if (variable->type == WRD_TYPE_SINGLE)
        add_single(e, variable, column);
    else if (variable->type == WRD_TYPE_NUMBER)
        add_number(e, variable, column);
    else
        add_boxes(e, variable, column);
    for (size_t i = before; i < e->n_columns; i++)
        e->columns[i].of = variable->name;
}
