/* write/study_folder.c - an imported study as a folder: study.yml, the codebook, the answers. */
#include "core/csv.h"
#include "waardering/steps.h"
#include "write/codebook_files.h"
#include "write/plant.h"
#include "write/study_file.h"

static void put_header(const struct wrd_imported *of, FILE *to)
{
    for (size_t c = 0; c < of->n_columns; c++)
        wrd_csv_put(to, ',', c == 0, of->columns[c].header);
    wrd_csv_end_record(to);
}

static void put_answers(const struct wrd_imported *of, FILE *to)
{
    put_header(of, to);
    for (size_t row = 0; row < of->n_rows; row++) {
        for (size_t c = 0; c < of->n_columns; c++)
            wrd_csv_put(to, ',', c == 0, of->columns[c].texts[of->columns[c].index[row]]);
        wrd_csv_end_record(to);
    }
}

enum wrd_status wrd_write_study(const struct wrd_imported *imported, const char *folder,
                                struct wrd_diag *diag)
{
    struct wrd_set set = { .n = 0 };
    wrd_study_file_write(imported->study, imported->from, wrd_set_begin(&set, "study.yml"));
    wrd_set_end(&set);
    wrd_variables_csv_write(imported->study, imported->book,
                            wrd_set_begin(&set, "codebook/variables.csv"));
    wrd_set_end(&set);
    wrd_values_csv_write(imported->book, wrd_set_begin(&set, "codebook/values.csv"));
    wrd_set_end(&set);
    put_answers(imported, wrd_set_begin(&set, imported->study->waves[0].files[0]));
    wrd_set_end(&set);
    enum wrd_status status = wrd_set_plant(&set, folder, diag);
    wrd_set_clear(&set);
    return status;
}
