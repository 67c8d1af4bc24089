/* read/codebook_outside.c - population.csv and waves.csv: what is known from elsewhere, and what
 * was different in another wave. */
#include "read/codebook_cells.h"
#include "read/codebook_parts.h"

static enum wrd_population_unit read_unit(const struct wrd_book_table *table, size_t row)
{
    static const char *const words[] = { "persons", "psu", "invited" };
    static const enum wrd_population_unit units[] = { WRD_POP_PERSONS, WRD_POP_PSU,
                                                      WRD_POP_INVITED };
    int found = wrd_cell_word(table, row, "unit", words, 3);
    return found < 0 ? WRD_POP_PERSONS : units[found];
}

static void read_population(const struct wrd_book_table *table, size_t row,
                            struct wrd_population *population)
{
    population->place = table->rows[row].place;
    population->source = wrd_cell_needed(table, row, "source");
    population->variable = wrd_cell_needed(table, row, "variable");
    population->code = wrd_book_cell(table, row, "code");
    population->unit = read_unit(table, row);
    wrd_cell_needed(table, row, "count");
    if (wrd_cell_whole(table, row, "count", &population->count) && population->count <= 0)
        wrd_say(table->reading->diag, WRD_E0326, wrd_book_place(table, row, "count"),
                wrd_book_cell(table, row, "count"));
}

void wrd_book_read_population(struct wrd_book_table *table)
{
    struct wrd_arena *arena = table->reading->arena;
    struct wrd_codebook *book = table->reading->book;
    struct wrd_names seen = { .arena = arena };
    book->populations = wrd_arena_take_array(arena, table->n_rows, sizeof *book->populations);
    book->n_populations = table->n_rows;
    for (size_t row = 0; row < table->n_rows; row++) {
        struct wrd_population *population = &book->populations[row];
        read_population(table, row, population);
        const char *key =
            wrd_arena_format(arena, "%s\x1f%s\x1f%s\x1f%c", population->source,
                             population->variable, population->code, '0' + (int)population->unit);
        wrd_book_refuse_twice(
            table, row, "code", key,
            wrd_arena_format(arena, "%s, %s", population->variable, population->code), &seen);
    }
}

static void read_wave_row(const struct wrd_book_table *table, size_t row, struct wrd_wave_row *wave)
{
    wave->place = table->rows[row].place;
    wave->wave = wrd_cell_needed(table, row, "wave");
    wave->source = wrd_book_cell(table, row, "source");
    wave->name = wrd_cell_needed(table, row, "name");
    wave->column = wrd_book_cell(table, row, "column");
    wave->code = wrd_cell_code(table, row, "code");
    wave->was_code = wrd_book_cell(table, row, "was_code");
    wave->comparable = wrd_cell_code(table, row, "comparable");
    wrd_cell_texts(table, row, "note::", wave->note);
}

void wrd_book_read_waves(struct wrd_book_table *table)
{
    struct wrd_arena *arena = table->reading->arena;
    struct wrd_codebook *book = table->reading->book;
    struct wrd_names seen = { .arena = arena };
    book->wave_rows = wrd_arena_take_array(arena, table->n_rows, sizeof *book->wave_rows);
    book->n_wave_rows = table->n_rows;
    for (size_t row = 0; row < table->n_rows; row++) {
        struct wrd_wave_row *wave = &book->wave_rows[row];
        read_wave_row(table, row, wave);
        const char *key = wrd_arena_format(arena, "%s\x1f%s\x1f%s\x1f%s", wave->wave, wave->source,
                                           wave->name, wave->code);
        wrd_book_refuse_twice(table, row, "name", key,
                              wrd_arena_format(arena, "%s, %s", wave->wave, wave->name), &seen);
    }
}
