/* manifest.json and the set on disk: complete or absent, the same bytes twice, nothing of this
 * machine. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "core/file.h"
#include "support/sample_release.h"
#include "support/written.h"
#include "waardering/steps.h"
#include "write/manifest.h"

#define FOLDER ".build/test-manifest"

static char *manifest_of(struct sample *s, const char *epoch)
{
    const struct wrd_made made[] = { { "results.csv", "abc" } };
    struct written written;
    wrd_manifest_write(wrd_plan_new(s->arena, &s->release), WRD_FORMAT_CSV, epoch, made, 1,
                       written_begin(&written));
    return written_end(&written);
}

static void test_what_it_holds(void **state)
{
    static const char *const parts[] = {
        "\"wave\": \"2026\"",
        "\"date\": \"2026-03-29\"",
        "\"study\": \"voorbeeldstad\"",
        "\"codebook_sha256\": \"aaaa",
        "\"profile\": \"public\"",
        "\"confidence\": \"0.95\"",
        "\"state\": \"concept\"",
        "\"hidden\": 11",
        "\"results.csv\": \"abc\"",
        "\"libcsv\": \"3.",
        "\"7.7\"",
        "\"7.6\"",
    };
    struct sample s;
    char *text;
    (void)state;
    sample_release(&s);
    text = manifest_of(&s, NULL);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(text, parts[i]))
            fail_msg("not there: %s", parts[i]);
    print_message("  a method that was not used is not named\n");
    assert_null(strstr(text, "\"7.13\""));
    free(text);
    wrd_arena_free(s.arena);
}

static void test_weights(void **state)
{
    static const char *margins[] = { "age", "age*district" };
    struct sample s;
    char *text;
    (void)state;
    sample_release(&s);
    s.sources[0].weights.method = WRD_WEIGHTS_RAKE;
    s.sources[0].weights.margins = margins;
    s.sources[0].weights.n_margins = 2;
    s.sources[0].weights.trims = true;
    s.sources[0].weights.low = (struct wrd_decimal){ 2, 1 };
    s.sources[0].weights.high = (struct wrd_decimal){ 5, 0 };
    text = manifest_of(&s, NULL);
    assert_non_null(strstr(text, "\"vol\": \"rake\""));
    assert_non_null(strstr(text, "\"org\": \"none\""));
    assert_non_null(strstr(text, "\"age*district\""));
    assert_non_null(strstr(text, "\"low\": \"0.2\""));
    assert_non_null(strstr(text, "\"high\": \"5\""));
    assert_non_null(strstr(text, "\"7.16\""));
    assert_non_null(strstr(text, "\"7.18\""));
    assert_null(strstr(text, "\"7.17\""));
    free(text);
    s.sources[0].weights.method = WRD_WEIGHTS_POSTSTRATIFY;
    text = manifest_of(&s, NULL);
    assert_non_null(strstr(text, "\"vol\": \"poststratify\""));
    assert_non_null(strstr(text, "\"7.17\""));
    free(text);
    wrd_arena_free(s.arena);
}

static void test_date(void **state)
{
    static const struct {
        const char *name, *epoch, *date;
    } cases[] = {
        { "the end of the fieldwork", NULL, "2026-03-29" },
        { "SOURCE_DATE_EPOCH, in UTC", "1577923199", "2020-01-01" }, /* date -u -d @1577923199 */
        { "not a number: as if it were not there", "now", "2026-03-29" },
        { "not a date of four digits", "999999999999999999", "2026-03-29" },
        { "before 1970", "-1", "2026-03-29" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample s;
        char want[40] = "\"date\": \"", *text;
        print_message("  %s\n", cases[i].name);
        sample_release(&s);
        text = manifest_of(&s, cases[i].epoch);
        assert_non_null(strstr(text, strcat(want, cases[i].date)));
        free(text);
        wrd_arena_free(s.arena);
    }
}

static void remove_set(void)
{
    static const char *const names[] = {
        "results.csv",    "results.csv-metadata.json",
        "quality.csv",    "tables.nl.md",
        "tables.en.md",   "manifest.json",
        "report.nl.html", "report.en.html",
        "notes.txt",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[80] = FOLDER "/2026/";
        unlink(strcat(path, names[i]));
    }
    rmdir(FOLDER "/2026");
}

static char *read_set(struct wrd_arena *arena, const char *path, struct wrd_diag *diag)
{
    size_t len;
    return wrd_file_read(arena, path, 1 << 20, &len, (struct wrd_place){ 0 }, diag);
}

static int setup(void **state)
{
    (void)state;
    mkdir(".build", 0755);
    mkdir(FOLDER, 0755);
    remove_set();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    remove_set();
    unlink(FOLDER "/.2026.lock");
    return 0;
}

static unsigned mode_of(const char *path)
{
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    return about.st_mode & 0777;
}

static void test_the_set(void **state)
{
    const struct wrd_write_options all = { .formats =
                                               WRD_FORMAT_CSV | WRD_FORMAT_MD | WRD_FORMAT_HTML };
    struct wrd_diag *diag = wrd_diag_new();
    struct sample s;
    char *first, *results, hash[WRD_HASH_HEX];
    (void)state;
    sample_release(&s);
    assert_int_equal(wrd_write(&s.release, FOLDER, &all, diag), WRD_OK);
    assert_int_equal(mode_of(FOLDER "/2026/results.csv"), 0600);
    assert_int_equal(mode_of(FOLDER "/2026"), 0700);
    print_message("  the manifest has the hash of the bytes on disk\n");
    first = read_set(s.arena, FOLDER "/2026/manifest.json", diag);
    results = read_set(s.arena, FOLDER "/2026/results.csv", diag);
    wrd_hash_bytes(results, strlen(results), hash);
    assert_non_null(strstr(first, hash));
    assert_non_null(strstr(first, "\"report.en.html\""));
    print_message("  twice the same bytes\n");
    assert_int_equal(wrd_write(&s.release, FOLDER, &all, diag), WRD_OK);
    assert_string_equal(first, read_set(s.arena, FOLDER "/2026/manifest.json", diag));
    wrd_arena_free(s.arena);
    wrd_diag_free(diag);
}

static void test_only_what_was_chosen(void **state)
{
    const struct wrd_write_options csv = { .formats = WRD_FORMAT_CSV, .publish_mode = 0644 };
    const struct wrd_write_options dry = { .formats = WRD_FORMAT_MD, .dry_run = true };
    struct wrd_diag *diag = wrd_diag_new();
    struct sample s;
    (void)state;
    sample_release(&s);
    assert_int_equal(wrd_write(&s.release, FOLDER, &dry, diag), WRD_OK);
    assert_false(wrd_file_exists(FOLDER "/2026/manifest.json"));
    assert_int_equal(wrd_write(&s.release, FOLDER, &csv, diag), WRD_OK);
    assert_true(wrd_file_exists(FOLDER "/2026/quality.csv"));
    assert_true(wrd_file_exists(FOLDER "/2026/manifest.json"));
    assert_false(wrd_file_exists(FOLDER "/2026/tables.nl.md"));
    assert_int_equal(mode_of(FOLDER "/2026/results.csv"), 0644);
    assert_int_equal(mode_of(FOLDER "/2026"), 0755);
    wrd_arena_free(s.arena);
    wrd_diag_free(diag);
}

static void test_a_file_of_another_hand(void **state)
{
    const struct wrd_write_options csv = { .formats = WRD_FORMAT_CSV };
    struct wrd_diag *diag = wrd_diag_new();
    struct sample s;
    FILE *notes;
    (void)state;
    sample_release(&s);
    mkdir(FOLDER "/2026", 0755);
    notes = fopen(FOLDER "/2026/notes.txt", "w");
    fclose(notes);
    assert_int_equal(wrd_write(&s.release, FOLDER, &csv, diag), WRD_EIO);
    assert_true(wrd_file_exists(FOLDER "/2026/notes.txt"));
    assert_false(wrd_file_exists(FOLDER "/2026/results.csv"));
    assert_int_equal(wrd_diag_status(diag), WRD_EIO);
    wrd_arena_free(s.arena);
    wrd_diag_free(diag);
}

static void test_a_fault_writes_nothing(void **state)
{
    const struct wrd_write_options csv = { .formats = WRD_FORMAT_CSV };
    struct wrd_diag *diag = wrd_diag_new();
    struct sample s;
    (void)state;
    sample_release(&s);
    s.tables[s.release.n_tables++] = s.tables[0];
    assert_int_equal(wrd_write(&s.release, FOLDER, &csv, diag), WRD_EFAULT);
    assert_false(wrd_file_exists(FOLDER "/2026"));
    wrd_arena_free(s.arena);
    wrd_diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_it_holds),
        cmocka_unit_test(test_weights),
        cmocka_unit_test(test_date),
        cmocka_unit_test_setup_teardown(test_the_set, setup, teardown),
        cmocka_unit_test_setup_teardown(test_only_what_was_chosen, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_file_of_another_hand, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_fault_writes_nothing, setup, teardown),
    };
    return cmocka_run_group_tests_name("manifest", tests, NULL, NULL);
}
