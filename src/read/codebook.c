/* read/codebook.c - the codebook of a study: which files, in which order, and their hash. */
#include <stdlib.h>
#include <string.h>

#include "core/file.h"
#include "core/hash.h"
#include "read/codebook_parts.h"
#include "read/inside.h"
#include "waardering/steps.h"

#define COLUMNS(name, ...) static const char *const name[] = { __VA_ARGS__ __VA_OPT__(, ) NULL }

COLUMNS(values_needed, "list", "code");
COLUMNS(values_other, "label::", "missing", "side", "score", "exclusive", "fallback");
COLUMNS(scales_needed, "scale");
COLUMNS(scales_other, "label::", "family", "role::", "min_answered");
COLUMNS(variables_needed, "name", "source", "type");
COLUMNS(variables_other, "column", "values", "separator", "label::", "role", "scale", "reverse",
        "pair", "ask_if", "money_topic", "unit", "min", "max");
COLUMNS(indicators_needed, "indicator", "kind", "source", "of");
COLUMNS(indicators_other, "part", "label::", "better");
COLUMNS(population_needed, "source", "variable", "code", "count");
COLUMNS(population_other, "unit");
COLUMNS(waves_needed, "wave", "name");
COLUMNS(waves_other, "source", "column", "code", "was_code", "comparable", "note::");

/* In the order in which they can be understood. */
static const struct part {
    struct wrd_book_columns columns;
    bool needed;
    void (*read)(struct wrd_book_table *table);
} parts[] = {
    { { "values.csv", values_needed, values_other }, true, wrd_book_read_values },
    { { "scales.csv", scales_needed, scales_other }, false, wrd_book_read_scales },
    { { "variables.csv", variables_needed, variables_other }, true, wrd_book_read_variables },
    { { "indicators.csv", indicators_needed, indicators_other }, false, wrd_book_read_indicators },
    { { "population.csv", population_needed, population_other }, false, wrd_book_read_population },
    { { "waves.csv", waves_needed, waves_other }, false, wrd_book_read_waves },
};
enum { N_PARTS = sizeof parts / sizeof *parts };

static void read_part(struct wrd_book_reading *reading, const struct part *part)
{
    struct wrd_book_table table;
    if (!wrd_book_table_read(reading, &part->columns, &table)) {
        reading->book->incomplete = true;
        return;
    }
    reading->book->incomplete |= table.is_lost;
    reading->book->headers[reading->book->n_headers++] = table.header;
    part->read(&table);
}

static int by_name(const void *a, const void *b)
{
    const struct wrd_hash_piece *left = a, *right = b; /* pairs: the name first */
    return strcmp(left->bytes, right->bytes);
}

/* Of name and bytes of every file, by name: which file came first must not matter. */
static void hash_files(struct wrd_book_reading *reading, const struct wrd_hash_piece *pieces,
                       size_t n)
{
    struct wrd_hash_piece sorted[2 * N_PARTS];
    memcpy(sorted, pieces, n * sizeof *pieces);
    qsort(sorted, n / 2, 2 * sizeof *sorted, by_name);
    wrd_hash_pieces(sorted, n, reading->book->hash);
}

static void read_parts(struct wrd_book_reading *reading)
{
    struct wrd_hash_piece pieces[2 * N_PARTS];
    size_t n = 0;
    for (size_t i = 0; i < N_PARTS; i++) {
        const char *name = parts[i].columns.file, *path = wrd_book_open_path(reading, name);
        if (!parts[i].needed && !wrd_file_exists(path))
            continue;
        struct wrd_place place = { .file = wrd_book_path(reading, name) };
        size_t len;
        char *bytes = NULL;
        if (wrd_is_inside(reading->study, path, place.file, place, reading->diag))
            bytes = wrd_file_read(reading->arena, path, WRD_BOOK_SIZE, &len, place, reading->diag);
        if (!bytes) {
            reading->book->incomplete = true;
            continue;
        }
        pieces[n++] = (struct wrd_hash_piece){ name, strlen(name) };
        pieces[n++] = (struct wrd_hash_piece){ bytes, len };
        read_part(reading, &parts[i]);
    }
    hash_files(reading, pieces, n);
}

static struct wrd_codebook *new_book(struct wrd_arena *arena)
{
    struct wrd_codebook *book = wrd_arena_take(arena, sizeof *book);
    book->headers = wrd_arena_take_array(arena, N_PARTS, sizeof *book->headers);
    return book;
}

void wrd_codebook_read_texts(struct wrd_book_reading *reading)
{
    reading->book = new_book(reading->arena);
    for (size_t i = 0; i < N_PARTS; i++)
        if (wrd_book_text(reading, parts[i].columns.file))
            read_part(reading, &parts[i]);
}

enum wrd_status wrd_codebook_read(struct wrd_arena *arena, const struct wrd_study *study,
                                  struct wrd_diag *diag, struct wrd_codebook **book)
{
    size_t before = wrd_diag_errors(diag);
    *book = new_book(arena);
    struct wrd_book_reading reading = { arena, study, diag, *book, NULL, 0 };
    if (!study->codebook)
        return WRD_EINPUT; /* said when study.yml was read */
    read_parts(&reading);
    if (wrd_diag_errors(diag) == before)
        return WRD_OK;
    enum wrd_status status = wrd_diag_status(diag);
    return status == WRD_EIO ? WRD_EIO : WRD_EINPUT;
}
