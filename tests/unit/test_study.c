/* tests/unit/test_study.c - what a right study.yml gives: src/read/study*.c, src/model/study.c. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <unistd.h>

#include "support/study.h"

static void assert_names(const char **names, size_t n, const char *joined)
{
    struct wrd_arena *arena = wrd_arena_new();
    const char *got = "";
    for (size_t i = 0; i < n; i++)
        got = wrd_arena_format(arena, "%s%s%s", got, i ? " " : "", names[i]);
    assert_string_equal(got, joined);
    wrd_arena_free(arena);
}

static void assert_place(struct wrd_place place, uint32_t line, uint32_t column, const char *key)
{
    assert_string_equal(place.file, "study.yml");
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_string_equal(place.key, key);
}

static void check_identity(const struct wrd_study *study)
{
    assert_string_equal(study->folder, study_folder);
    assert_string_equal(study->file, "study.yml");
    assert_string_equal(study->id, "voorbeeldstad");
    assert_string_equal(study->title[WRD_NL], "Vrijwilligersonderzoek Voorbeeldstad");
    assert_string_equal(study->title[WRD_EN], "Volunteer survey Voorbeeldstad");
    assert_string_equal(study->municipality_code, "GM9999");
    assert_string_equal(study->municipality_name, "Voorbeeldstad");
    assert_string_equal(study->codebook, "codebook");
}

static void check_volunteers(const struct wrd_source *vol)
{
    assert_string_equal(vol->id, "vol");
    assert_int_equal(vol->respondents, WRD_VOLUNTEERS);
    assert_int_equal(vol->export_preset, WRD_EXPORT_AUTO);
    assert_int_equal(vol->answers, WRD_ANSWERS_CODES);
    assert_int_equal(vol->delimiter, 0);
    assert_int_equal(vol->encoding, WRD_ENCODING_AUTO);
    assert_int_equal(vol->decimal, ',');
    assert_int_equal(vol->duplicates, WRD_DUPLICATES_FIRST);
    assert_string_equal(vol->link, "org_id");
    assert_place(vol->link_place, 16, 11, "sources[0].link");
    assert_int_equal(vol->weights.method, WRD_WEIGHTS_GIVEN);
    assert_string_equal(vol->weights.variable, "w");
    assert_int_equal(vol->weights.grid_exponent, -1);
    assert_place(vol->weights.place, 19, 17, "sources[0].weights.variable");
    assert_names(vol->design.strata, vol->design.n_strata, "sector");
    assert_place(vol->design.place, 22, 15, "sources[0].design.strata");
    assert_place(vol->place, 8, 5, "sources[0]");
}

/* All but its id, respondents and weights is left out: these are the defaults. */
static void check_organisations(const struct wrd_source *org)
{
    assert_string_equal(org->id, "org");
    assert_int_equal(org->respondents, WRD_ORGANISATIONS);
    assert_int_equal(org->export_preset, WRD_EXPORT_AUTO);
    assert_int_equal(org->answers, WRD_ANSWERS_CODES);
    assert_int_equal(org->delimiter, 0);
    assert_int_equal(org->encoding, WRD_ENCODING_AUTO);
    assert_int_equal(org->decimal, ',');
    assert_int_equal(org->duplicates, WRD_DUPLICATES_FIRST);
    assert_null(org->link);
    assert_int_equal(org->weights.method, WRD_WEIGHTS_NONE);
    assert_null(org->weights.variable);
    assert_int_equal(org->weights.grid_exponent, -1);
    assert_int_equal(org->design.n_strata, 0);
    assert_place(org->place, 27, 5, "sources[1]");
}

static void check_waves(const struct wrd_study *study)
{
    const struct wrd_wave *first = &study->waves[0], *second = &study->waves[1];
    assert_int_equal(study->n_waves, 2);
    assert_string_equal(first->name, "2025");
    assert_string_equal(first->from, "2025-03-03");
    assert_string_equal(first->to, "2025-03-30");
    assert_string_equal(first->files[0], "2025/volunteers.csv");
    assert_string_equal(first->files[1], "2025/organisations.csv");
    assert_null(first->files[2]);
    assert_place(first->file_place[1], 31, 45, "waves[0].files.org");
    assert_int_equal(first->invited[0], 1200);
    assert_int_equal(first->invited[1], 300);
    assert_string_equal(first->mode, "web");
    assert_place(first->place, 29, 5, "waves[0]");
    assert_string_equal(second->name, "2026");
    assert_string_equal(second->from, "2026-03-02");
    assert_string_equal(second->to, "2026-03-29");
    assert_string_equal(second->files[0], "2026/volunteers.csv");
    assert_string_equal(second->files[1], "2026/organisations.csv");
    assert_int_equal(second->invited[0], -1);
    assert_int_equal(second->invited[1], -1);
    assert_null(second->mode);
}

static void check_thresholds(const struct wrd_study *study, unsigned base_vol, unsigned base_org,
                             unsigned cell_vol, unsigned cell_org)
{
    assert_int_equal(study->disclosure.min_base[WRD_VOLUNTEERS], base_vol);
    assert_int_equal(study->disclosure.min_base[WRD_ORGANISATIONS], base_org);
    assert_int_equal(study->disclosure.min_cell[WRD_VOLUNTEERS], cell_vol);
    assert_int_equal(study->disclosure.min_cell[WRD_ORGANISATIONS], cell_org);
}

static void check_confidence(const struct wrd_study *study, double confidence)
{
    assert_true(wrd_study_confidence(study) == confidence);
}

static void test_example(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    struct reading got = read_text(arena, example);
    const struct wrd_study *study = got.study;
    assert_string_equal(got.said, "");
    assert_int_equal(got.status, WRD_OK);
    check_identity(study);
    assert_int_equal(study->n_sources, 2);
    check_volunteers(&study->sources[0]);
    check_organisations(&study->sources[1]);
    check_waves(study);
    assert_int_equal(study->disclosure.profile, WRD_PROFILE_PUBLIC);
    assert_null(study->disclosure.reason);
    check_thresholds(study, 10, 10, 5, 3);
    check_confidence(study, 0.95);
    assert_int_equal(study->analysis.interval, WRD_INTERVAL_KORN_GRAUBARD);
    assert_true(study->analysis.by_given);
    assert_names(study->analysis.by[0], study->analysis.n_by[0], "age district sector hours");
    assert_names(study->analysis.by[1], study->analysis.n_by[1], "size");
    assert_place(study->analysis.by_place, 44, 7, "analysis.by");
    assert_string_equal(study->output.folder, "../output");
    assert_true(study->output.languages[WRD_NL] && study->output.languages[WRD_EN]);
    assert_int_equal(study->output.formats, WRD_FORMAT_CSV | WRD_FORMAT_MD | WRD_FORMAT_HTML);
    wrd_arena_free(arena);
}

/* What is left out of study.yml. */
static void test_defaults(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    struct reading got = read_text(arena, "format: 1\n"
                                          "study:\n"
                                          "  id: a-1\n"
                                          "  title: { nl: A, en: B }\n"
                                          "  municipality: { code: GM1, name: A }\n"
                                          "codebook: .\n"
                                          "sources: [{ id: vol, respondents: volunteers }]\n"
                                          "waves: [{ wave: w1, files: { vol: a.csv } }]\n");
    const struct wrd_study *study = got.study;
    assert_string_equal(got.said, "");
    assert_int_equal(got.status, WRD_OK);
    assert_string_equal(study->codebook, ".");
    assert_int_equal(study->sources[0].weights.method, WRD_WEIGHTS_NONE);
    assert_null(study->waves[0].from);
    assert_null(study->waves[0].to);
    assert_int_equal(study->disclosure.profile, WRD_PROFILE_PUBLIC);
    check_thresholds(study, 10, 10, 5, 3);
    check_confidence(study, 0.95);
    assert_false(study->analysis.by_given);
    assert_string_equal(study->output.folder, "../output");
    assert_true(study->output.languages[WRD_NL] && study->output.languages[WRD_EN]);
    assert_int_equal(study->output.formats, WRD_FORMAT_CSV | WRD_FORMAT_MD | WRD_FORMAT_HTML);
    wrd_arena_free(arena);
}

/* Every word that is not the default. */
static void test_other_words(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    struct reading got =
        read_text(arena, "output: { formats: [html], languages: [en], folder: results }\n"
                         "analysis: { confidence: 0.9, by: [age, sector] }\n"
                         "disclosure:\n"
                         "  profile: base-only\n"
                         "  reason: >\n"
                         "    for the researchers\n"
                         "    alone\n"
                         "  min_base: { organisations: 30 }\n"
                         "  min_cell: { volunteers: 6 }\n"
                         "waves: [{ wave: voor_2026-a, files: { org: b.csv }, mode: paper }]\n"
                         "sources:\n"
                         "  - { id: vol, respondents: volunteers, export: plain, answers: labels,\n"
                         "      delimiter: ';', encoding: utf-8, decimal: '.', duplicates: last,\n"
                         "      weights: { method: none, variable: w, grid: 1e-12 } }\n"
                         "  - { id: org, respondents: organisations, export: limesurvey,\n"
                         "      delimiter: tab, encoding: utf-16, duplicates: error,\n"
                         "      weights: { method: given, variable: w, grid: 1e-0 } }\n"
                         "  - { id: o2, respondents: organisations, delimiter: \",\" }\n"
                         "codebook: c/d\n"
                         "study: { id: a, title: { en: A }, municipality: { code: b, name: B } }\n"
                         "format: '1'\n");
    const struct wrd_study *study = got.study;
    assert_string_equal(got.said, "");
    const struct wrd_source *vol = &study->sources[0], *org = &study->sources[1];
    assert_int_equal(vol->export_preset, WRD_EXPORT_PLAIN);
    assert_int_equal(vol->answers, WRD_ANSWERS_LABELS);
    assert_int_equal(vol->delimiter, ';');
    assert_int_equal(vol->encoding, WRD_ENCODING_UTF8);
    assert_int_equal(vol->decimal, '.');
    assert_int_equal(vol->duplicates, WRD_DUPLICATES_LAST);
    assert_int_equal(vol->weights.method, WRD_WEIGHTS_NONE);
    assert_null(vol->weights.variable);
    assert_int_equal(vol->weights.grid_exponent, 12);
    assert_int_equal(org->export_preset, WRD_EXPORT_LIMESURVEY);
    assert_int_equal(org->delimiter, '\t');
    assert_int_equal(org->encoding, WRD_ENCODING_UTF16);
    assert_int_equal(org->duplicates, WRD_DUPLICATES_ERROR);
    assert_int_equal(org->weights.method, WRD_WEIGHTS_GIVEN);
    assert_int_equal(org->weights.grid_exponent, 0);
    assert_int_equal(study->sources[2].delimiter, ',');
    assert_string_equal(study->waves[0].name, "voor_2026-a");
    assert_null(study->waves[0].files[0]);
    assert_string_equal(study->waves[0].files[1], "b.csv");
    assert_string_equal(study->waves[0].mode, "paper");
    assert_int_equal(study->disclosure.profile, WRD_PROFILE_BASE_ONLY);
    assert_string_equal(study->disclosure.reason, "for the researchers alone");
    check_thresholds(study, 10, 30, 6, 3);
    check_confidence(study, 0.9);
    for (size_t i = 0; i < 3; i++)
        assert_names(study->analysis.by[i], study->analysis.n_by[i], "age sector");
    assert_string_equal(study->output.folder, "results");
    assert_false(study->output.languages[WRD_NL]);
    assert_true(study->output.languages[WRD_EN]);
    assert_int_equal(study->output.formats, WRD_FORMAT_HTML);
    wrd_arena_free(arena);
}

/* Strict raises both thresholds of a cell by itself; a higher one is the analyst's. */
static void test_strict(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    static const char find[] = "  profile: public\n"
                               "  min_base: { volunteers: 10, organisations: 10 }\n"
                               "  min_cell: { volunteers: 5, organisations: 3 }\n";
    struct reading got = read_text(arena, changed(arena, find, "  profile: strict\n"));
    assert_string_equal(got.said, "");
    check_thresholds(got.study, 10, 10, 10, 10);
    got = read_text(arena, changed(arena, find,
                                   "  min_cell: { organisations: 12 }\n"
                                   "  profile: strict\n"));
    assert_string_equal(got.said, "");
    check_thresholds(got.study, 10, 10, 10, 12);
    wrd_arena_free(arena);
}

/* An empty list of breakdowns is not the same as none given. */
static void test_no_breakdowns(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    struct reading got =
        read_text(arena, changed(arena, "by: { vol: [age, district, sector, hours], org: [size] }",
                                 "by: []"));
    assert_string_equal(got.said, "");
    assert_true(got.study->analysis.by_given);
    assert_int_equal(got.study->analysis.n_by[0], 0);
    wrd_arena_free(arena);
}

/* ---- where it is ---- */

static void test_paths(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    write_file(arena, "study.yml", example);
    write_file(arena, "other.yml", "format: 3\n");
    struct reading got = read_path(arena, file_below(arena, "study.yml"));
    assert_int_equal(got.status, WRD_OK);
    assert_string_equal(got.study->folder, study_folder);
    assert_string_equal(got.study->file, "study.yml");
    got = read_path(arena, file_below(arena, "other.yml"));
    assert_int_equal(got.status, WRD_EINPUT);
    assert_string_equal(got.study->file, "other.yml");
    got = read_path(arena, wrd_arena_format(arena, "%s/", study_folder));
    assert_int_equal(got.status, WRD_OK);
    wrd_arena_free(arena);
}

/* No study, or no study.yml in the folder: exit 3, and not a word of the system. */
static void test_missing(void **state)
{
    (void)state;
    static const char *const paths[] = { ".build/no-such-folder", ".build/no-such.yml", "src" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct reading got = read_path(arena, paths[i]);
        assert_string_equal(got.said, "E0101 : \n");
        assert_int_equal(got.status, WRD_EINPUT);
        assert_null(got.study);
        wrd_arena_free(arena);
    }
}

/* 256 KiB are read, one byte more is not. */
static void test_size(void **state)
{
    (void)state;
    enum { MOST = 256 * 1024 };
    struct wrd_arena *arena = wrd_arena_new();
    char *text = wrd_arena_take(arena, MOST + 2);
    memset(text, '#', MOST + 1);
    memcpy(text, example, sizeof example - 1);
    text[MOST] = '\0';
    assert_int_equal(read_text(arena, text).status, WRD_OK);
    text[MOST] = '#';
    struct reading got = read_text(arena, text);
    assert_int_equal(got.status, WRD_EINPUT);
    assert_null(got.study);
    wrd_arena_free(arena);
}

/* ---- what others made ---- */

static void test_rse(void **state)
{
    (void)state;
    const char *shared = getenv("WRD_SHARED");
    struct wrd_arena *arena = wrd_arena_new();
    const char *path =
        wrd_arena_format(arena, "%s/data/rse/study.yml", shared ? shared : "../shared");
    if (access(path, R_OK) != 0) {
        wrd_arena_free(arena);
        print_message("  skipped: the shared data is not there\n");
        skip();
    }
    struct reading got = read_path(arena, path);
    const struct wrd_study *study = got.study;
    assert_string_equal(got.said, "");
    assert_int_equal(got.status, WRD_OK);
    assert_string_equal(study->id, "rse-uk");
    assert_int_equal(study->n_sources, 1);
    assert_int_equal(study->sources[0].export_preset, WRD_EXPORT_LIMESURVEY);
    assert_int_equal(study->sources[0].answers, WRD_ANSWERS_LABELS);
    assert_int_equal(study->sources[0].delimiter, ',');
    assert_int_equal(study->sources[0].decimal, '.');
    assert_int_equal(wrd_study_wave(study, "2017"), 1);
    assert_int_equal(wrd_study_wave(study, "2018"), -1);
    assert_int_equal(wrd_study_source(study, "rse"), 0);
    assert_int_equal(wrd_study_source(study, "vol"), -1);
    assert_string_equal(study->waves[1].files[0], "rse2017_uk.csv");
    assert_names(study->analysis.by[0], study->analysis.n_by[0], "gender age hours");
    assert_string_equal(study->output.folder, "../rse-output");
    wrd_arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {

        cmocka_unit_test(test_example),       cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_other_words),   cmocka_unit_test(test_strict),
        cmocka_unit_test(test_no_breakdowns), cmocka_unit_test(test_paths),
        cmocka_unit_test(test_missing),       cmocka_unit_test(test_size),
        cmocka_unit_test(test_rse),
    };
    return cmocka_run_group_tests_name("study", tests, make_folder, remove_folder);
}
