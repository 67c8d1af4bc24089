/* read/codebook_figures.c - scales.csv and indicators.csv. */
#include "read/codebook_cells.h"
#include "read/codebook_parts.h"

static enum wrd_family read_family(const struct wrd_book_table *table, size_t row)
{
    static const char *const words[] = { "task", "route" };
    int found = wrd_cell_word(table, row, "family", words, 2);
    return found < 0 ? WRD_FAMILY_NONE : found == 0 ? WRD_FAMILY_TASK : WRD_FAMILY_ROUTE;
}

static unsigned read_min_answered(const struct wrd_book_table *table, size_t row)
{
    int64_t number;
    if (!wrd_cell_whole(table, row, "min_answered", &number))
        return 0;
    if (number >= 1 && number <= 1000)
        return (unsigned)number;
    wrd_say(table->reading->diag, WRD_E0317, wrd_book_place(table, row, "min_answered"),
            wrd_book_cell(table, row, "min_answered"));
    return 0;
}

static void read_scale(const struct wrd_book_table *table, size_t row, struct wrd_scale *scale)
{
    wrd_cell_needed(table, row, "scale");
    scale->place = table->rows[row].place;
    scale->name = wrd_cell_name(table, row, "scale");
    wrd_cell_texts(table, row, "label::", scale->label);
    wrd_cell_texts(table, row, "role::", scale->officer_role);
    scale->family = read_family(table, row);
    scale->min_answered = read_min_answered(table, row);
}

void wrd_book_read_scales(struct wrd_book_table *table)
{
    struct wrd_codebook *book = table->reading->book;
    struct wrd_names seen = { .arena = table->reading->arena };
    book->scales = wrd_arena_take_array(table->reading->arena, table->n_rows, sizeof *book->scales);
    book->n_scales = table->n_rows;
    for (size_t row = 0; row < table->n_rows; row++) {
        read_scale(table, row, &book->scales[row]);
        wrd_book_refuse_twice(table, row, "scale", book->scales[row].name, book->scales[row].name,
                              &seen);
    }
}

static const char *read_word(const struct wrd_book_table *table, size_t row, const char *header,
                             const char *const *words, size_t n)
{
    wrd_cell_word(table, row, header, words, n);
    return wrd_book_cell(table, row, header);
}

static void read_indicator(const struct wrd_book_table *table, size_t row,
                           struct wrd_indicator *indicator)
{
    static const char *const kinds[] = { "index", "top2",  "bottom2",  "share",  "mean",
                                         "gap",   "route", "mentions", "breadth" };
    static const char *const better[] = { "higher", "lower" };
    wrd_cell_needed(table, row, "indicator");
    wrd_cell_needed(table, row, "kind");
    indicator->place = table->rows[row].place;
    indicator->name = wrd_cell_code(table, row, "indicator");
    indicator->part = wrd_cell_code(table, row, "part");
    wrd_cell_texts(table, row, "label::", indicator->label);
    indicator->kind = read_word(table, row, "kind", kinds, sizeof kinds / sizeof *kinds);
    indicator->source = wrd_book_cell(table, row, "source");
    indicator->of = wrd_book_cell(table, row, "of");
    indicator->better = read_word(table, row, "better", better, 2);
}

void wrd_book_read_indicators(struct wrd_book_table *table)
{
    struct wrd_arena *arena = table->reading->arena;
    struct wrd_codebook *book = table->reading->book;
    struct wrd_names seen = { .arena = arena };
    book->indicators = wrd_arena_take_array(arena, table->n_rows, sizeof *book->indicators);
    book->n_indicators = table->n_rows;
    for (size_t row = 0; row < table->n_rows; row++) {
        struct wrd_indicator *indicator = &book->indicators[row];
        read_indicator(table, row, indicator);
        const char *name = indicator->part[0]
                               ? wrd_arena_format(arena, "%s, %s", indicator->name, indicator->part)
                               : indicator->name;
        wrd_book_refuse_twice(table, row, "indicator", name, name, &seen);
    }
}
