/* Rules R0 to R12 on tables made by hand; the names G1 .. G18 are the adversarial cases of the
 * protection design (docs/PROTECTION.md). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/counts.h"

#define CELLS(...) ((const unsigned[]){ __VA_ARGS__ })

static struct wrd_arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = wrd_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    wrd_arena_free(arena);
    return 0;
}

static const struct wrd_release *one_item(enum wrd_respondents who, size_t answers, bool sides,
                                          size_t groups, const unsigned *cells)
{
    struct counts_study *study = counts_study(arena, who);

    counts_item(arena, study, "item", answers, sides, 1, &groups, &cells);
    return counts_disclose(arena, study);
}

static void assert_shown(const struct wrd_release *release, size_t table, size_t group,
                         const char *code, double percent)
{
    const struct wrd_seen *seen = counts_cell(release, table, group, WRD_SHARE, code);

    assert_non_null(seen);
    assert_int_equal(seen->state, WRD_SHOWN);
    assert_true(seen->value == percent);
}

static void assert_hidden(const struct wrd_release *release, size_t table, size_t group,
                          const char *code)
{
    const struct wrd_seen *seen = counts_cell(release, table, group, WRD_SHARE, code);

    assert_non_null(seen);
    assert_int_equal(seen->state, WRD_HIDDEN);
    assert_int_equal(seen->flag, 'c');
    assert_true(seen->value == 0);
    assert_true(seen->n == 0);
    assert_false(seen->has_n);
    assert_false(seen->has_interval);
}

static void test_safe_table_is_shown_whole(void **state)
{
    const struct wrd_release *release =
        one_item(WRD_VOLUNTEERS, 3, false, 2, CELLS(20, 30, 50, 40, 40, 20));

    (void)state;
    assert_shown(release, 0, 0, "1", 30);
    assert_shown(release, 1, 0, "3", 50);
    assert_shown(release, 1, 1, "3", 20);
    assert_int_equal(wrd_release_counted(release).hidden, 0);
}

static void test_zero_is_shown_and_one_is_not(void **state)
{
    /* R2 for volunteers: 1 to 4 are unsafe, 0 and 5 are not */
    const struct wrd_release *release =
        one_item(WRD_VOLUNTEERS, 4, false, 2, CELLS(0, 5, 40, 55, 0, 5, 45, 50));

    (void)state;
    assert_shown(release, 0, 0, "1", 0);
    assert_shown(release, 1, 0, "1", 0);
    assert_shown(release, 1, 0, "2", 5);
}

static void test_unsafe_total_takes_a_companion(void **state)
{
    const struct wrd_release *release =
        one_item(WRD_ORGANISATIONS, 4, false, 1, CELLS(2, 40, 30, 28));
    size_t hidden = 0;

    (void)state;
    assert_hidden(release, 0, 0, "1");
    for (const char *const *code = (const char *const[]){ "1", "2", "3", "4", NULL }; *code; code++)
        hidden += counts_cell(release, 0, 0, WRD_SHARE, *code)->state == WRD_HIDDEN;
    assert_int_equal(hidden, 2); /* itself and one more, or it is 100 less the others */
}

static void test_threshold_of_organisations_is_three(void **state)
{
    const struct wrd_release *release = one_item(WRD_ORGANISATIONS, 3, false, 1, CELLS(3, 40, 57));

    (void)state;
    assert_shown(release, 0, 0, "1", 3);
}

/* G8: one of eight districts has nine answers; a second goes with it. */
static void test_small_group_takes_a_second(void **state)
{
    const struct wrd_release *release =
        one_item(WRD_VOLUNTEERS, 2, false, 8,
                 CELLS(5, 4, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 12, 13, 30, 30));
    const struct wrd_seen_table *seen = wrd_release_table(release, 1);

    (void)state;
    assert_int_equal(seen->n_groups, 8);
    assert_hidden(release, 1, 0, "1");
    assert_hidden(release, 1, 0, "2");
    assert_hidden(release, 1, 6, "1"); /* the smallest of the others */
    assert_hidden(release, 1, 6, "2");
    assert_shown(release, 1, 1, "1", 50);
}

/* G18: three organisations: everything hidden, nothing written wrong. */
static void test_three_respondents(void **state)
{
    const struct wrd_release *release =
        one_item(WRD_ORGANISATIONS, 3, false, 2, CELLS(1, 0, 1, 0, 1, 0));

    (void)state;
    assert_hidden(release, 0, 0, "1");
    assert_hidden(release, 0, 0, "2");
    assert_int_equal(wrd_release_table(release, 1)->design, WRD_DESIGN_LEFT_OUT);
    assert_int_equal(wrd_release_table(release, 1)->n_rows, 0);
}

/* R3: a group in which all say the same is hidden, and so is what would tell it. */
static void test_all_alike(void **state)
{
    const struct wrd_release *release =
        one_item(WRD_VOLUNTEERS, 2, false, 9,
                 CELLS(0, 20, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30));

    (void)state;
    assert_hidden(release, 1, 0, "2");
    assert_hidden(release, 1, 0, "1");
    assert_hidden(release, 1, 1, "1"); /* the first of the smallest others */
}

/* R0: full detail would hide too much, three answers do not. */
static void test_answers_merge_before_they_hide(void **state)
{
    const struct wrd_release *release = one_item(
        WRD_VOLUNTEERS, 5, true, 3, CELLS(3, 12, 20, 40, 25, 4, 11, 20, 40, 25, 6, 10, 20, 40, 24));

    (void)state;
    assert_int_equal(wrd_release_table(release, 1)->design, WRD_DESIGN_ANSWERS_MERGED);
    assert_null(counts_cell(release, 1, 0, WRD_SHARE, "1"));
    assert_shown(release, 1, 0, "1+2", 15);
    assert_shown(release, 1, 0, "4+5", 65);
    assert_int_equal(counts_cell(release, 1, 0, WRD_TOP2, "")->state, WRD_SHOWN);
    /* R11: a merged answer with an unsafe part has no interval, one without has */
    assert_false(counts_cell(release, 1, 0, WRD_SHARE, "1+2")->has_interval);
    assert_true(counts_cell(release, 1, 2, WRD_SHARE, "1+2")->has_interval);
    /* R12: the mean of a hundred leaves enough fillings; its interval would not */
    assert_int_equal(counts_cell(release, 1, 0, WRD_MEAN, "")->state, WRD_SHOWN);
    assert_false(counts_cell(release, 1, 0, WRD_MEAN, "")->has_interval);
}

/* Everybody's answers merge because one is rare.  The breakdown alone would hide only 2 of 25 cells, so R0
 * would let it be, but its groups add up to what everybody's table merges. */
static void test_breakdown_is_no_finer_than_the_total(void **state)
{
    const struct wrd_release *release =
        one_item(WRD_VOLUNTEERS, 5, true, 5,
                 CELLS(3, 12, 20, 40, 25, 0, 20, 20, 20, 20, 0, 20, 20, 20, 20, 0, 20, 20, 20, 20,
                       0, 20, 20, 20, 20));

    (void)state;
    assert_int_equal(wrd_release_table(release, 0)->design, WRD_DESIGN_ANSWERS_MERGED);
    assert_int_equal(wrd_release_table(release, 1)->design, WRD_DESIGN_ANSWERS_MERGED);
    assert_null(counts_cell(release, 1, 0, WRD_SHARE, "1"));
    assert_shown(release, 1, 0, "1+2", 15);
}

/* R12: at n = 12 the mean with one decimal pins the sum of the scores. */
static void test_small_mean_is_hidden(void **state)
{
    struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
    const struct wrd_release *release;

    (void)state;
    counts_item(arena, study, "item", 5, false, 1, &(size_t){ 1 },
                (const unsigned *const[]){ CELLS(2, 0, 5, 0, 5) });
    release = counts_disclose(arena, study);
    assert_int_equal(counts_cell(release, 0, 0, WRD_MEAN, "")->state, WRD_HIDDEN);
}

/* Everything that is hidden, against an attacker with all equations, for many tables: each cell
 * keeps a companion in its row and in its column. */
static void assert_companions(const struct wrd_release *release, size_t n_answers)
{
    const struct wrd_seen_table *seen = wrd_release_table(release, 1);

    for (size_t g = 0; seen->n_rows && g < seen->n_groups; g++) {
        size_t hidden = 0;
        for (size_t r = 0; r < n_answers; r++)
            hidden += wrd_seen_cell(seen, g, r)->state == WRD_HIDDEN;
        assert_true(hidden != 1);
    }
    for (size_t r = 0; seen->n_rows && r < n_answers; r++) {
        size_t hidden = wrd_seen_cell(wrd_release_table(release, 0), 0, r)->state == WRD_HIDDEN;
        for (size_t g = 0; g < seen->n_groups; g++)
            hidden += wrd_seen_cell(seen, g, r)->state == WRD_HIDDEN;
        assert_true(hidden != 1);
    }
}

static void test_companions(void **state)
{
    unsigned long seed = 7;
    size_t left_out = 0;

    (void)state;
    for (int round = 0; round < 200; round++) {
        unsigned cells[20];
        for (size_t i = 0; i < 20; i++) {
            seed = seed * 6364136223846793005UL + 1442695040888963407UL;
            cells[i] = (unsigned)(seed >> 40) % 100 < 8 ? (unsigned)(seed >> 50) % 5
                                                        : 5 + (unsigned)(seed >> 50) % 60;
        }
        const struct wrd_release *release = one_item(WRD_VOLUNTEERS, 4, false, 5, cells);
        left_out += wrd_release_table(release, 1)->n_rows == 0;
        assert_companions(release, 4);
    }
    print_message("  %zu of 200 breakdowns left out\n", left_out);
    assert_true(left_out < 150);
}

/* R10: three groups of 60; pairs of (don't know, empty) for everybody and each group; what the
 * groups and everybody show: '.' the share, 'x' hidden. */
static const struct {
    const char *name;
    unsigned pairs[8];
    const char *shown;
} dont_knows[] = {
    { "nobody said don't know, and that is shown", { 0, 2, 0, 1, 0, 1, 0, 0 }, "...." },
    { "safe counts are shown", { 30, 20, 10, 6, 8, 8, 12, 6 }, "...." },
    { "a small count takes a second", { 22, 20, 3, 6, 8, 8, 11, 6 }, ".xx." },
    { "few missing otherwise: the total goes too, or it would tell",
      { 22, 0, 3, 0, 8, 0, 11, 0 },
      "xxxx" },
    { "one missing answer, a don't-know: hidden; groups that all answered show 0",
      { 1, 0, 1, 0, 0, 0, 0, 0 },
      "xx.." },
    { "one missing answer, left open: looks the same", { 0, 1, 0, 1, 0, 0, 0, 0 }, "xx.." },
};

static void test_dont_knows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof dont_knows / sizeof *dont_knows; i++) {
        struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
        struct wrd_outcome *outcome =
            counts_item(arena, study, "item", 2, false, 1, &(size_t){ 3 },
                        (const unsigned *const[]){ CELLS(30, 30, 30, 30, 30, 30) });
        counts_missing(arena, outcome, dont_knows[i].pairs);
        const struct wrd_release *release = counts_disclose(arena, study);
        char shown[5] = "";
        for (size_t cell = 0; cell < 4; cell++)
            shown[cell] =
                counts_cell(release, cell > 0, cell ? cell - 1 : 0, WRD_STAT_DONT_KNOW, "")
                            ->state == WRD_SHOWN
                    ? '.'
                    : 'x';
        print_message("  %s: %s\n", dont_knows[i].name, shown);
        assert_string_equal(shown, dont_knows[i].shown);
        assert_shown(release, 1, 0, "1", 50); /* the answers themselves are not touched */
    }
}

/* The profile base-only: R1 alone. */
static void test_base_only(void **state)
{
    struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
    const struct wrd_release *release;

    (void)state;
    study->study.disclosure.profile = WRD_PROFILE_BASE_ONLY;
    counts_item(arena, study, "item", 3, false, 1, &(size_t){ 2 },
                (const unsigned *const[]){ CELLS(1, 20, 30, 2, 3, 4) });
    release = counts_disclose(arena, study);
    assert_shown(release, 1, 0, "1", 2);
    assert_hidden(release, 1, 1, "1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
        TEST(test_safe_table_is_shown_whole),
        TEST(test_zero_is_shown_and_one_is_not),
        TEST(test_unsafe_total_takes_a_companion),
        TEST(test_threshold_of_organisations_is_three),
        TEST(test_small_group_takes_a_second),
        TEST(test_three_respondents),
        TEST(test_all_alike),
        TEST(test_answers_merge_before_they_hide),
        TEST(test_breakdown_is_no_finer_than_the_total),
        TEST(test_small_mean_is_hidden),
        TEST(test_companions),
        TEST(test_dont_knows),
        TEST(test_base_only),
    };

    return cmocka_run_group_tests_name("disclose", tests, NULL, NULL);
}
