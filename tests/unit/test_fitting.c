/* test_fitting.c - what may be seen of the weighting table: R1 with a second one, margins that share a
 * variable, R11. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "support/counts.h"
#include "waardering/frame.h"

enum { MOST_ROWS = 12 };

/* Rows as "margin code n", in their order; x marks the hidden ones of `shown`. */
static const struct {
    const char *name;
    enum wrd_profile profile;
    struct {
        const char *margin, *code;
        uint64_t n;
    } rows[MOST_ROWS];
    const char *shown; /* a character a row: '.' shown, 'x' hidden */
} cases[] = {
    { "ten in a group are shown",
      WRD_PROFILE_PUBLIC,
      { { "age", "1", 10 }, { "age", "2", 20 }, { "age", "3", 30 } },
      "..." },
    { "nine take the smallest of the others with them",
      WRD_PROFILE_PUBLIC,
      { { "age", "1", 30 }, { "age", "2", 9 }, { "age", "3", 20 } },
      ".xx" },
    { "two that together are ten are enough",
      WRD_PROFILE_PUBLIC,
      { { "age", "1", 30 }, { "age", "2", 4 }, { "age", "3", 6 } },
      ".xx" },
    { "two that together are fewer take a third",
      WRD_PROFILE_PUBLIC,
      { { "age", "1", 30 }, { "age", "2", 4 }, { "age", "3", 5 }, { "age", "4", 40 } },
      "xxx." },
    { "of two as small the first",
      WRD_PROFILE_PUBLIC,
      { { "age", "1", 30 }, { "age", "2", 30 }, { "age", "3", 3 } },
      "x.x" },
    { "another margin keeps what it shows",
      WRD_PROFILE_PUBLIC,
      { { "age", "1", 3 }, { "age", "2", 60 }, { "gender", "m", 30 }, { "gender", "v", 33 } },
      "xx.." },
    { "a cross of a margin that hides something shows nothing",
      WRD_PROFILE_PUBLIC,
      { { "age", "1", 9 },
        { "age", "2", 20 },
        { "age", "3", 40 },
        { "age*gender", "1*m", 9 },
        { "age*gender", "2*m", 20 },
        { "age*gender", "3*m", 20 },
        { "age*gender", "3*v", 20 } },
      "xx.xxxx" },
    { "and so does the next cross that shares a variable with it",
      WRD_PROFILE_PUBLIC,
      { { "age", "1", 9 },
        { "age", "2", 60 },
        { "age*gender", "1*m", 30 },
        { "age*gender", "2*v", 39 },
        { "gender*size", "m*1", 30 },
        { "gender*size", "v*1", 39 } },
      "xxxxxx" },
    { "a cross without one does not",
      WRD_PROFILE_PUBLIC,
      { { "age", "1", 9 },
        { "age", "2", 60 },
        { "gender*size", "m*1", 30 },
        { "gender*size", "v*1", 39 } },
      "xx.." },
    { "base-only: R1 and no more",
      WRD_PROFILE_BASE_ONLY,
      { { "age", "1", 30 }, { "age", "2", 9 }, { "age", "3", 20 } },
      ".x." },
};

static size_t fill(struct wrd_margin_row *rows, size_t i)
{
    size_t n = 0;
    for (; n < MOST_ROWS && cases[i].rows[n].margin; n++)
        rows[n] = (struct wrd_margin_row){ .margin = cases[i].rows[n].margin,
                                           .code = cases[i].rows[n].code,
                                           .n = cases[i].rows[n].n,
                                           .population = 1000 * cases[i].rows[n].n,
                                           .before = 0.1249,
                                           .after = 0.2551,
                                           .target = 0.2549 };
    return n;
}

static const struct wrd_release *disclose(struct wrd_arena *arena, size_t i,
                                          const struct wrd_fitting *fitting)
{
    static struct wrd_quality_row rows[] = {
        { "2026", "src", "f.csv", "used", "", "", 69, true },
        { "2026", "src", "f.csv", "n-effective", "", "", 55, true },
    };
    const struct wrd_quality quality = { rows, 2 };
    struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
    const struct wrd_tables *tables = &study->tables;
    struct wrd_release *release = NULL;
    struct wrd_diag *diag = wrd_diag_new();
    study->study.disclosure.profile = cases[i].profile;
    study->tables.fitting[0] = fitting;
    assert_int_equal(wrd_disclose(arena, &tables, 1, &quality, diag, &release), WRD_OK);
    wrd_diag_free(diag);
    return release;
}

static bool shows_n_effective(const struct wrd_release *release)
{
    for (size_t i = 0; i < wrd_release_quality_rows(release); i++)
        if (strcmp(wrd_release_quality(release, i)->row.check, "n-effective") == 0)
            return true;
    return false;
}

static void assert_row(const struct wrd_seen_margin *row, bool hidden, uint64_t n)
{
    assert_int_equal(row->hidden, hidden);
    assert_int_equal(row->n, hidden ? 0 : n);
    assert_true(row->before == (hidden ? 0 : 12));
    assert_true(row->after == 26);
    assert_true(row->target == 25);
}

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct wrd_margin_row rows[MOST_ROWS];
        const struct wrd_fitting fitting = { .rows = rows,
                                             .n_rows = fill(rows, i),
                                             .deff = 1.254,
                                             .n_effective = 55.4,
                                             .smallest = 0.349,
                                             .largest = 2.96 };
        print_message("  %s\n", cases[i].name);
        const struct wrd_release *release = disclose(arena, i, &fitting);
        assert_int_equal(wrd_release_fittings(release), 1);
        const struct wrd_seen_fitting *seen = wrd_release_fitting(release, 0);
        const bool hides = strchr(cases[i].shown, 'x') != NULL;
        assert_int_equal(seen->n_rows, strlen(cases[i].shown));
        for (size_t r = 0; r < seen->n_rows; r++)
            assert_row(&seen->rows[r], cases[i].shown[r] == 'x', cases[i].rows[r].n);
        /* R11: not linear in the counts, so with them or not at all; here and in quality.csv */
        assert_int_equal(seen->hides, hides);
        assert_int_equal(seen->n_effective, hides ? 0 : 55);
        assert_true(seen->deff == (hides ? 0 : 1.3));
        assert_true(seen->smallest == (hides ? 0 : 0.3));
        assert_true(seen->largest == (hides ? 0 : 3));
        assert_int_equal(shows_n_effective(release), !hides);
        wrd_arena_free(arena);
    }
}

static void test_without_fitting(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    (void)state;
    const struct wrd_release *release = disclose(arena, 0, NULL);
    assert_int_equal(wrd_release_fittings(release), 0);
    assert_true(shows_n_effective(release));
    wrd_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_without_fitting),
    };
    return cmocka_run_group_tests_name("fitting", tests, NULL, NULL);
}
