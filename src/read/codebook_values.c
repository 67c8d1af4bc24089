/* read/codebook_values.c - values.csv: the lists of answers. */
#include <string.h>

#include "core/number.h"
#include "read/codebook_cells.h"
#include "read/codebook_parts.h"
#include "read/names.h"

/* What a codebook may say; the other reasons follow from the answers. */
static const enum wrd_reason written_reasons[] = {
    WRD_DONT_KNOW, WRD_REFUSED, WRD_NOT_APPLICABLE, WRD_NOT_ASKED, WRD_TECHNICAL,
};
enum { N_WRITTEN = sizeof written_reasons / sizeof *written_reasons };

static enum wrd_reason read_reason(const struct wrd_book_table *table, size_t row)
{
    const char *words[N_WRITTEN];
    for (size_t i = 0; i < N_WRITTEN; i++)
        words[i] = wrd_reason_name(written_reasons[i]);
    int found = wrd_cell_word(table, row, "missing", words, N_WRITTEN);
    return found < 0 ? WRD_NO_REASON : written_reasons[found];
}

static enum wrd_side read_side(const struct wrd_book_table *table, size_t row)
{
    static const enum wrd_side sides[] = { WRD_SIDE_NEGATIVE, WRD_SIDE_NEUTRAL, WRD_SIDE_POSITIVE };
    const char *words[3];
    for (size_t i = 0; i < 3; i++)
        words[i] = wrd_side_name(sides[i]);
    int found = wrd_cell_word(table, row, "side", words, 3);
    return found < 0 ? WRD_SIDE_NONE : sides[found];
}

static void read_score(const struct wrd_book_table *table, size_t row, struct wrd_value *value)
{
    value->score_given = wrd_cell_number(table, row, "score", &value->score);
    /* One that is no number was said; the scales that lean on it need not say it again. */
    value->has_score = wrd_book_cell(table, row, "score")[0] != '\0' ||
                       wrd_decimal_read(value->code, strlen(value->code), '.', &value->score);
}

static void read_value(const struct wrd_book_table *table, size_t row, struct wrd_value *value)
{
    value->code = wrd_cell_code(table, row, "code");
    wrd_cell_needed(table, row, "code");
    if (wrd_looks_like_date(value->code))
        wrd_say(table->reading->diag, WRD_W0318, wrd_book_place(table, row, "code"), value->code);
    wrd_cell_texts(table, row, "label::", value->label);
    value->reason = read_reason(table, row);
    value->answer = -1;
    value->side = read_side(table, row);
    value->exclusive = wrd_cell_yes(table, row, "exclusive");
    const char *fallback = wrd_cell_code(table, row, "fallback");
    value->fallback = fallback[0] ? fallback : NULL;
    value->place = table->rows[row].place;
    if (value->reason == WRD_NO_REASON)
        read_score(table, row, value);
    else if (value->side != WRD_SIDE_NONE || wrd_book_cell(table, row, "score")[0] != '\0')
        wrd_say(table->reading->diag, WRD_E0324, wrd_book_place(table, row, "missing"), value->code,
                wrd_reason_name(value->reason));
}

/* The lists in the order in which they come; in `of`, the list of every row. */
static void find_lists(const struct wrd_book_table *table, uint32_t *of)
{
    struct wrd_codebook *book = table->reading->book;
    struct wrd_names names = { .arena = table->reading->arena };
    for (size_t row = 0; row < table->n_rows; row++) {
        const char *name = wrd_cell_needed(table, row, "list");
        wrd_cell_code(table, row, "list");
        of[row] = wrd_names_put(&names, name, (uint32_t)book->n_lists);
        struct wrd_list *list = &book->lists[of[row]];
        if (of[row] == book->n_lists) {
            book->n_lists++;
            list->name = name;
            list->place = table->rows[row].place;
        }
        list->n_values++;
    }
}

static void refuse_twice(const struct wrd_book_table *table, size_t row,
                         const struct wrd_list *list, const char *code, struct wrd_names *seen)
{
    struct wrd_arena *arena = table->reading->arena;
    uint32_t line = table->rows[row].place.line;
    uint32_t first =
        wrd_names_put(seen, wrd_arena_format(arena, "%s\x1f%s", list->name, code), line);
    if (first != line && code[0] != '\0')
        wrd_say(table->reading->diag, WRD_E0319, wrd_book_place(table, row, "code"), code,
                list->name, wrd_count_text(arena, first));
}

static bool has_words(const struct wrd_list *list)
{
    for (size_t i = 0; i < list->n_answers; i++)
        if (list->answers[i]->fallback)
            return true;
    return false;
}

/* What an answer becomes when answers are merged; NULL: it stays itself. */
static const char *merged_into(const struct wrd_value *value, bool words)
{
    if (words)
        return value->fallback;
    return value->side == WRD_SIDE_NONE ? NULL : wrd_side_name(value->side);
}

/* By the fallback words, or by the sides of a list that has no words. */
static bool can_fall_back(const struct wrd_list *list, struct wrd_arena *arena)
{
    struct wrd_names seen = { .arena = arena };
    bool words = has_words(list);
    for (size_t i = 0; i < list->n_answers; i++) {
        const char *word = merged_into(list->answers[i], words);
        if (word && wrd_names_put(&seen, word, (uint32_t)i) != i)
            return true;
    }
    return false;
}

static void sum_up(struct wrd_list *list, struct wrd_arena *arena)
{
    list->answers = wrd_arena_take_array(arena, list->n_values, sizeof *list->answers);
    list->all_scored = true;
    for (size_t i = 0; i < list->n_values; i++) {
        struct wrd_value *value = &list->values[i];
        if (value->reason != WRD_NO_REASON)
            continue;
        value->answer = (int)list->n_answers;
        list->answers[list->n_answers++] = value;
        list->ordered = list->ordered || value->side != WRD_SIDE_NONE || value->score_given;
        list->all_scored = list->all_scored && value->has_score;
    }
    list->all_scored = list->all_scored && list->n_answers > 0;
    list->has_fallback = can_fall_back(list, arena);
}

void wrd_book_read_values(struct wrd_book_table *table)
{
    struct wrd_arena *arena = table->reading->arena;
    struct wrd_codebook *book = table->reading->book;
    struct wrd_names seen = { .arena = arena };
    uint32_t *of = wrd_arena_take_array(arena, table->n_rows, sizeof *of);
    book->lists = wrd_arena_take_array(arena, table->n_rows, sizeof *book->lists);
    find_lists(table, of);
    for (size_t i = 0; i < book->n_lists; i++) {
        struct wrd_list *list = &book->lists[i];
        list->values = wrd_arena_take_array(arena, list->n_values, sizeof *list->values);
        list->n_values = 0;
    }
    for (size_t row = 0; row < table->n_rows; row++) {
        struct wrd_list *list = &book->lists[of[row]];
        struct wrd_value *value = &list->values[list->n_values++];
        read_value(table, row, value);
        refuse_twice(table, row, list, value->code, &seen);
    }
    for (size_t i = 0; i < book->n_lists; i++)
        sum_up(&book->lists[i], arena);
}
