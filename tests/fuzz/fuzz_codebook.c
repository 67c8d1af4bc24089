/* Any bytes as one file of a codebook, beside the others of a small one that is right: read, and
 * judged as the program does.  The first byte says which file.  What is right holds together, and
 * what is written of it is read as the same. */
#include <fcntl.h>
#include <sys/stat.h>

#include "support/fuzz_folder.h"
#include "write/codebook_files.h"

enum { N_FILES = 6, ONE_IN = 16, ROOM = 1 << 16, WRITTEN = 1 << 20 };

static const char *const names[N_FILES] = { "variables.csv",  "values.csv",     "scales.csv",
                                            "indicators.csv", "population.csv", "waves.csv" };
static struct {
    char bytes[ROOM]; /* of the file that is right */
    size_t len;
    int file;     /* where it is read from */
    bool changed; /* it holds something else now */
} files[N_FILES];

static struct wrd_source sources[] = { { .id = "vol", .decimal = ',' },
                                       { .id = "org", .decimal = ',' } };
static struct wrd_wave waves[] = {
    { .name = "2025", .files = { "2025/vol.csv", "2025/org.csv" } },
    { .name = "2026", .files = { "2026/vol.csv", "2026/org.csv" } },
};
static struct wrd_study study = { .file = "study.yml",
                                  .id = "voorbeeldstad",
                                  .title = { "Vrijwilligersonderzoek", "Volunteer survey" },
                                  .municipality_name = "Voorbeeldstad",
                                  .codebook = ".",
                                  .sources = sources,
                                  .n_sources = 2,
                                  .waves = waves,
                                  .n_waves = 2,
                                  .output = { .languages = { true, true } } };

/* ---- the files ---- */

static void put_file(size_t i, const char *bytes, size_t len)
{
    demand(ftruncate(files[i].file, 0) == 0);
    demand(pwrite(files[i].file, bytes, len, 0) == (ssize_t)len);
}

static const char *path_of(const char *in, const char *name)
{
    static char path[100];
    snprintf(path, sizeof path, "%s/%s", in, name);
    return path;
}

static void make_folder(void)
{
    study.folder = new_in_memory_folder();
    demand(mkdir(study.folder, 0700) == 0);
    for (size_t i = 0; i < N_FILES; i++) {
        FILE *from = fopen(path_of("tests/fuzz/codebook", names[i]), "rb");
        demand(from != NULL);
        files[i].len = fread(files[i].bytes, 1, ROOM, from);
        fclose(from);
        files[i].file = open(path_of(study.folder, names[i]), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        demand(files[i].file >= 0);
        put_file(i, files[i].bytes, files[i].len);
    }
}

static void put_right_files(void)
{
    for (size_t i = 0; i < N_FILES; i++) {
        if (files[i].changed)
            put_file(i, files[i].bytes, files[i].len);
        files[i].changed = false;
    }
}

/* ---- what is right ---- */

static void demand_list(const struct wrd_codebook *book, const struct wrd_list *list)
{
    size_t answers = 0;
    demand(&book->lists[wrd_codebook_list(book, list->name)] == list);
    for (size_t k = 0; k < list->n_values; k++) {
        const struct wrd_value *value = &list->values[k];
        demand(wrd_list_value(list, value->code, strlen(value->code)) == value);
        demand((value->reason == WRD_NO_REASON) == (value->answer >= 0));
        if (value->answer >= 0)
            demand(list->answers[value->answer] == value && value->answer == (int)answers++);
    }
    demand(answers == list->n_answers);
}

static void demand_variable(const struct wrd_codebook *book, size_t i)
{
    const struct wrd_variable *variable = &book->variables[i];
    bool has_list = variable->type == WRD_TYPE_SINGLE || variable->type == WRD_TYPE_MULTIPLE;
    demand(variable->sources != 0 && variable->sources < 1u << study.n_sources);
    demand(variable->type < WRD_TYPES && variable->unit < WRD_UNITS);
    demand(!has_list == !variable->list && variable->scale < (int)book->n_scales);
    for (size_t s = 0; s < study.n_sources; s++)
        if (wrd_variable_of(variable, s))
            demand(wrd_codebook_variable_of(book, variable->name, s) == (int)i);
}

static void demand_book(const struct wrd_codebook *book)
{
    for (size_t i = 0; i < book->n_lists; i++)
        demand_list(book, &book->lists[i]);
    for (size_t i = 0; i < book->n_variables; i++)
        demand_variable(book, i);
    demand(!book->incomplete && strlen(book->hash) == 64);
}

static struct wrd_codebook *read_book(struct wrd_arena *arena, struct wrd_diag *diag)
{
    struct wrd_codebook *book;
    size_t errors = wrd_diag_errors(diag);
    enum wrd_status status = wrd_codebook_read(arena, &study, diag, &book);
    demand((status == WRD_OK) == (wrd_diag_errors(diag) == errors) && book);
    return book;
}

static size_t write_book(const struct wrd_codebook *book, size_t file, char *to)
{
    FILE *stream = fmemopen(to, WRITTEN, "wb");
    demand(stream != NULL);
    if (file == 0)
        wrd_variables_csv_write(&study, book, stream);
    else
        wrd_values_csv_write(book, stream);
    long len = ftell(stream);
    demand(fclose(stream) == 0 && len < WRITTEN);
    return (size_t)len;
}

/* Both files together: one that is read again beside the other as it was could differ for good. */
static void demand_same_again(const struct wrd_codebook *book)
{
    static char texts[2][WRITTEN], again[WRITTEN];
    size_t len[2];
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_diag *diag = wrd_diag_new();
    for (size_t i = 0; i < 2; i++) {
        len[i] = write_book(book, i, texts[i]);
        put_file(i, texts[i], len[i]);
        files[i].changed = true;
    }
    const struct wrd_codebook *read = read_book(arena, diag);
    demand(wrd_diag_errors(diag) == 0);
    for (size_t i = 0; i < 2; i++)
        demand(write_book(read, i, again) == len[i] && memcmp(texts[i], again, len[i]) == 0);
    wrd_diag_free(diag);
    wrd_arena_free(arena);
}

/* ---- */

/* Looking for money takes longer than all the rest: only now and then. */
static bool judge(const struct wrd_codebook *book, struct wrd_diag *diag, bool whole)
{
    size_t errors = wrd_diag_errors(diag);
    enum wrd_status status = wrd_check_codebook(&study, book, diag);
    demand(book->incomplete ? errors > 0 : (status == WRD_OK) == (wrd_diag_errors(diag) == errors));
    errors = wrd_diag_errors(diag);
    if (whole) {
        status = wrd_check_money(&study, book, diag);
        demand((status == WRD_OK) == (wrd_diag_errors(diag) == errors));
    }
    if (wrd_diag_errors(diag) > 0)
        return false;
    wrd_check_labels(&study, book, diag);
    demand(wrd_diag_errors(diag) == 0);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    if (len == 0)
        return -1;
    if (files[0].len == 0)
        make_folder();
    put_right_files();
    size_t changed = bytes[0] % N_FILES;
    put_file(changed, (const char *)bytes + 1, len - 1);
    files[changed].changed = true;

    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_diag *diag = wrd_diag_new();
    const struct wrd_codebook *book = read_book(arena, diag);
    if (judge(book, diag, is_one_in(ONE_IN, bytes, len))) {
        demand_book(book);
        if (changed < 2)
            demand_same_again(book);
    }
    demand_fit_messages(diag, len);
    wrd_diag_free(diag);
    wrd_arena_free(arena);
    return 0;
}
