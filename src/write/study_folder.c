/* write/study_folder.c - an imported study as a folder: study.yml, the codebook, the answers. */
#include "core/csv.h"
#include "core/tree.h"
#include "waardering/steps.h"
#include "write/codebook_files.h"
#include "write/study_file.h"

static void put_study(const struct wrd_imported *of, FILE *to)
{
    if (of->is_whole)
        wrd_study_whole_write(of->study, to);
    else
        wrd_study_file_write(of->study, of->from, to);
}

static void put_variables(const struct wrd_imported *of, FILE *to)
{
    wrd_variables_csv_write(of->study, of->book, to);
}

static void put_values(const struct wrd_imported *of, FILE *to)
{
    wrd_values_csv_write(of->book, to);
}

static void put_scales(const struct wrd_imported *of, FILE *to)
{
    wrd_scales_csv_write(of->book, to);
}

static void put_indicators(const struct wrd_imported *of, FILE *to)
{
    wrd_indicators_csv_write(of->book, to);
}

static void put_population(const struct wrd_imported *of, FILE *to)
{
    wrd_population_csv_write(of->book, to);
}

static void put_waves(const struct wrd_imported *of, FILE *to)
{
    wrd_waves_csv_write(of->book, to);
}

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
    const struct wrd_codebook *book = imported->book;
    const struct {
        const char *name;
        bool there;
        void (*put)(const struct wrd_imported *of, FILE *to);
    } files[] = {
        { "study.yml", true, put_study },
        { "codebook/variables.csv", true, put_variables },
        { "codebook/values.csv", true, put_values },
        { "codebook/scales.csv", book->n_scales > 0, put_scales },
        { "codebook/indicators.csv", book->n_indicators > 0, put_indicators },
        { "codebook/population.csv", book->n_populations > 0, put_population },
        { "codebook/waves.csv", book->n_wave_rows > 0, put_waves },
        { imported->study->waves[0].files[0], true, put_answers },
    };
    struct wrd_tree *tree;
    const enum wrd_status status = wrd_tree_open(folder, diag, &tree);

    if (status != WRD_OK)
        return status;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (!files[i].there)
            continue;
        FILE *to = wrd_tree_file(tree, files[i].name);
        if (!to)
            continue; /* said, and the tree will not be published */
        files[i].put(imported, to);
        wrd_tree_close_file(tree, to);
    }
    return wrd_tree_publish(tree);
}
