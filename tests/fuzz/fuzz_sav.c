/* Any bytes as an SPSS file for `import`: it is refused with a message, or becomes a study that can be
 * written, read and checked, with as many rows as the file has. */
#include "support/fuzz_folder.h"

enum { ONE_IN = 4 };

/* Every cell has a text. */
static void demand_cells(const struct wrd_imported *made)
{
    for (size_t c = 0; c < made->n_columns; c++)
        for (size_t row = 0; row < made->n_rows; row++) {
            const char *text = made->columns[c].texts[made->columns[c].index[row]];
            demand(wrd_utf8_valid(text, strlen(text)) == strlen(text));
        }
}

static void demand_study(struct wrd_arena *arena, const struct wrd_imported *made)
{
    struct wrd_diag *diag = wrd_diag_new();
    const char *folder = new_in_memory_folder();
    if (wrd_check_money(made->study, made->book, diag) == WRD_OK) {
        demand_ok(wrd_write_study(made, folder, diag), diag);
        const struct wrd_frame *frame = demand_readable(arena, folder, NULL, diag);
        demand(!frame || frame->balance.rows == made->n_rows);
    }
    wrd_diag_free(diag);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_diag *diag = wrd_diag_new();
    struct wrd_imported *made;
    enum wrd_status status = wrd_sav_read(arena, memory_file(bytes, len), "2026", diag, &made);

    demand((status == WRD_OK) == (wrd_diag_errors(diag) == 0));
    demand(made || status != WRD_OK);
    if (made)
        demand_cells(made);
    if (status == WRD_OK && is_one_in(ONE_IN, bytes, len))
        demand_study(arena, made);
    demand_fit_messages(diag, len);
    wrd_diag_free(diag);
    wrd_arena_free(arena);
    return 0;
}
