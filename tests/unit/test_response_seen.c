/* What of the response may be seen: rules R1, R2, R7 and R11 on groups made by hand; and what an
 * attacker with brute force makes of what is shown. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/counts.h"

enum { MOST_GROUPS = 6 };

struct given {
    uint64_t invited, respondents;
};

static struct wrd_response_by by_of(struct wrd_arena *arena, const char *name,
                                    const struct given *groups, size_t n)
{
    struct wrd_response_by by = { .name = name, .label = { "Vraag", "Question" }, .n_groups = n };
    by.groups = wrd_arena_take_array(arena, n, sizeof *by.groups);
    for (size_t g = 0; g < n; g++)
        by.groups[g] = (struct wrd_response_group){
            counts_code(arena, g), { "Groep", "Group" }, groups[g].invited, groups[g].respondents
        };
    return by;
}

/* A study of volunteers with that response and nothing else. */
static const struct wrd_seen_response *
disclosed(struct wrd_arena *arena, struct counts_study *study, struct wrd_response *response)
{
    const struct wrd_release *release;
    study->tables.responses = response;
    study->tables.n_responses = 1;
    release = counts_disclose(arena, study);
    return wrd_release_responses(release) > 0 ? wrd_release_response(release, 0) : NULL;
}

static const struct {
    const char *name;
    struct given groups[MOST_GROUPS];
    const char *shown; /* "64 x 50": percentages, x hidden */
    bool uneven;
} cases[] = {
    { "groups that are large enough are shown",
      { { 100, 64 }, { 100, 50 }, { 60, 20 } },
      "64 50 33",
      true },
    { "as uneven as chance makes it: nothing to say",
      { { 100, 52 }, { 100, 50 }, { 60, 28 } },
      "52 50 47",
      false },
    { "four respondents, and the smallest other group",
      { { 100, 4 }, { 100, 50 }, { 60, 20 } },
      "x 50 x",
      false },
    { "nine are below R1's base", { { 100, 9 }, { 100, 50 }, { 60, 20 } }, "x 50 x", false },
    { "ten are not", { { 100, 10 }, { 100, 50 }, { 60, 20 } }, "10 50 33", true },
    { "two small ones that hold R1's base together need no third",
      { { 100, 6 }, { 100, 50 }, { 60, 7 } },
      "x 50 x",
      false },
    { "two that do not, do", { { 100, 4 }, { 100, 50 }, { 60, 4 } }, "x x x", false },
    { "nobody took part: that tells of nobody, and is no companion",
      { { 100, 0 }, { 100, 50 }, { 60, 4 }, { 60, 30 } },
      "0 50 x x",
      false },
    { "all who took part are in one small group: the empty ones would say which",
      { { 100, 0 }, { 60, 8 } },
      "x x",
      false },
    { "few were invited, all of them took part",
      { { 9, 9 }, { 100, 50 }, { 60, 20 } },
      "x 50 x",
      false },
    { "a companion of which all took part leaves the least of the other: one more",
      { { 100, 4 }, { 100, 50 }, { 20, 20 } },
      "x x x",
      false },
    { "everybody took part", { { 40, 40 }, { 60, 60 } }, "100 100", false },
    { "one group, and it is small", { { 100, 4 } }, "x", false },
};

static size_t count_given(const struct given *groups)
{
    size_t n = 0;
    while (n < MOST_GROUPS && groups[n].invited > 0)
        n++;
    return n;
}

static const char *shown_of(struct wrd_arena *arena, const struct wrd_seen_response_by *by)
{
    const char *text = "";
    for (size_t g = 0; g < by->n_groups; g++) {
        const struct wrd_seen *seen = &by->groups[g].seen;
        text = wrd_arena_format(
            arena, "%s%s%s", text, g ? " " : "",
            seen->state == WRD_HIDDEN ? "x" : wrd_count_text(arena, (uint64_t)seen->value));
    }
    return text;
}

static void test_groups(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct wrd_response_by by =
            by_of(arena, "age", cases[i].groups, count_given(cases[i].groups));
        struct wrd_response response = { .invited = 1000, .complete = 100, .by = &by, .n_by = 1 };
        const struct wrd_seen_response *seen =
            disclosed(arena, counts_study(arena, WRD_VOLUNTEERS), &response);
        print_message("  %s\n", cases[i].name);
        assert_string_equal(shown_of(arena, &seen->by[0]), cases[i].shown);
        assert_int_equal(seen->by[0].uneven, cases[i].uneven);
        wrd_arena_free(arena);
    }
}

static void test_what_stays_of_a_hidden_group(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    const struct given groups[] = { { 100, 4 }, { 100, 50 }, { 60, 20 } };
    struct wrd_response_by by = by_of(arena, "age", groups, 3);
    struct wrd_response response = { .invited = 260, .complete = 74, .by = &by, .n_by = 1 };
    const struct wrd_seen *seen =
        &disclosed(arena, counts_study(arena, WRD_VOLUNTEERS), &response)->by[0].groups[0].seen;
    (void)state;
    assert_int_equal(seen->flag, 'c');
    assert_true(seen->value == 0);
    assert_false(seen->has_n);
    assert_int_equal(seen->n, 0);
    wrd_arena_free(arena);
}

static void test_ends(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    const struct given groups[] = { { 100, 40 }, { 100, 64 }, { 60, 12 }, { 200, 100 } };
    struct wrd_response_by by = by_of(arena, "age", groups, 4);
    struct wrd_response response = { .invited = 460, .complete = 216, .by = &by, .n_by = 1 };
    const struct wrd_seen_response *seen =
        disclosed(arena, counts_study(arena, WRD_VOLUNTEERS), &response);
    (void)state;
    print_message("  most and least by rate, not by count\n");
    assert_true(seen->by[0].uneven);
    assert_int_equal(seen->by[0].most, 1);
    assert_int_equal(seen->by[0].least, 2);
    print_message("  nothing is said where more than 1 in 10 have no group\n");
    by.unknown = 100;
    assert_false(disclosed(arena, counts_study(arena, WRD_VOLUNTEERS), &response)->by[0].uneven);
    wrd_arena_free(arena);
}

/* Hidden groups of a question would follow from its crosses, and the other way round. */
static void test_crosses(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    const struct given crossed[] = { { 60, 20 }, { 40, 4 }, { 60, 30 }, { 60, 30 } };
    const struct given whole[] = { { 60, 20 }, { 40, 14 }, { 60, 30 }, { 60, 30 } };
    const struct given age[] = { { 100, 24 }, { 120, 60 } }, other[] = { { 110, 42 }, { 110, 42 } };
    struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
    struct wrd_response_by by[2] = { by_of(arena, "age*gender", crossed, 4),
                                     by_of(arena, "gender", age, 2) };
    struct wrd_response response = { .invited = 220, .complete = 84, .by = by, .n_by = 2 };
    (void)state;
    print_message("  a hidden cell beside a margin hides the cross; the margin stays\n");
    const struct wrd_seen_response *seen = disclosed(arena, study, &response);
    assert_string_equal(shown_of(arena, &seen->by[0]), "x x x x");
    assert_string_equal(shown_of(arena, &seen->by[1]), "24 50");
    print_message("  without a margin only what must\n");
    by[1] = by_of(arena, "district", other, 2);
    seen = disclosed(arena, study, &response);
    assert_string_equal(shown_of(arena, &seen->by[0]), "x x 50 50");
    assert_string_equal(shown_of(arena, &seen->by[1]), "38 38");
    print_message("  a cross that is safe is shown beside its margin\n");
    by[0] = by_of(arena, "age*gender", whole, 4);
    by[1] = by_of(arena, "gender", age, 2);
    assert_string_equal(shown_of(arena, &disclosed(arena, study, &response)->by[0]), "33 35 50 50");
    print_message("  age is no part of age_group\n");
    by[0] = by_of(arena, "age*gender", crossed, 4);
    by[1] = by_of(arena, "age_group*genders", other, 2);
    assert_string_equal(shown_of(arena, &disclosed(arena, study, &response)->by[0]), "x x 50 50");
    wrd_arena_free(arena);
}

static const struct {
    const char *name;
    uint64_t complete, partial;
    enum wrd_profile profile;
    enum wrd_state state;
    size_t rows; /* of quality.csv behind `used` */
} totals[] = {
    { "both large", 80, 20, WRD_PROFILE_PUBLIC, WRD_SHOWN, 2 },
    { "nobody partial", 100, 0, WRD_PROFILE_PUBLIC, WRD_SHOWN, 2 },
    { "four partial follow from complete", 96, 4, WRD_PROFILE_PUBLIC, WRD_HIDDEN, 0 },
    { "four complete", 4, 96, WRD_PROFILE_PUBLIC, WRD_HIDDEN, 0 },
    { "five are enough", 95, 5, WRD_PROFILE_PUBLIC, WRD_SHOWN, 2 },
    { "small cells are shown", 96, 4, WRD_PROFILE_BASE_ONLY, WRD_SHOWN, 2 },
};

static void test_totals(void **state)
{
    struct wrd_quality_row used = { "2026", "src", "f.csv", "used", "", "", 100, true };
    const struct wrd_quality quality = { &used, 1 };
    (void)state;
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
        const struct wrd_tables *tables = &study->tables;
        struct wrd_response response = { .invited = 300,
                                         .complete = totals[i].complete,
                                         .partial = totals[i].partial };
        struct wrd_diag *diag = wrd_diag_new();
        struct wrd_release *release = NULL;
        print_message("  %s\n", totals[i].name);
        study->study.disclosure.profile = totals[i].profile;
        study->tables.responses = &response;
        study->tables.n_responses = 1;
        wrd_disclose(arena, &tables, 1, &quality, diag, &release);
        const struct wrd_seen_response *seen = wrd_release_response(release, 0);
        assert_int_equal(seen->rr1.state, totals[i].state);
        assert_true(seen->rr2.value == 33);
        assert_int_equal(seen->rr2.n, 300);
        assert_int_equal(wrd_release_quality_rows(release), 1 + totals[i].rows);
        wrd_diag_free(diag);
        wrd_arena_free(arena);
    }
}

/* The counts of group `wanted` that others can leave: every hidden group holds 1 to all of its invited,
 * together `left`.  Marks them in `possible`. */
static void fill(const struct wrd_response_by *by, size_t g, size_t wanted, uint64_t left,
                 uint64_t of_wanted, bool *possible)
{
    if (g == by->n_groups) {
        if (left == 0)
            possible[of_wanted] = true;
        return;
    }
    if (by->groups[g].respondents == 0) { /* shown, or its count would be in `left` */
        fill(by, g + 1, wanted, left, of_wanted, possible);
        return;
    }
    for (uint64_t n = 1; n <= by->groups[g].invited && n <= left; n++)
        fill(by, g + 1, wanted, left - n, g == wanted ? n : of_wanted, possible);
}

static size_t possible_counts(struct wrd_response_by hidden, size_t wanted, uint64_t sum)
{
    bool possible[64] = { false };
    size_t n = 0;
    fill(&hidden, 0, wanted, sum, 0, possible);
    for (size_t c = 0; c < 64; c++)
        n += possible[c];
    return n;
}

/* 400 tables of up to four groups of at most 40 invited: of every hidden count of 1 to 4 at least five
 * are possible (or as many as were invited), unless everything is hidden already. */
static void test_attacked(void **state)
{
    uint32_t random = 27;
    size_t attacked = 0;
    (void)state;
    for (size_t t = 0; t < 400; t++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct given groups[4];
        for (size_t g = 0; g < 4; g++) {
            random = random * 1664525 + 1013904223;
            groups[g].invited = 10 + (random >> 16) % 31;
            groups[g].respondents = (random >> 8) % (g % 2 ? 7 : groups[g].invited + 1);
        }
        struct wrd_response_by by = by_of(arena, "age", groups, 4),
                               hidden = by_of(arena, "age", groups, 4);
        struct wrd_response response = { .invited = 200, .complete = 100, .by = &by, .n_by = 1 };
        const struct wrd_seen_response *seen =
            disclosed(arena, counts_study(arena, WRD_VOLUNTEERS), &response);
        uint64_t sum = 0;
        bool rest = false;
        for (size_t g = 0; g < 4; g++) {
            if (seen->by[0].groups[g].seen.state == WRD_HIDDEN)
                sum += groups[g].respondents;
            else {
                rest |= groups[g].respondents > 0;
                hidden.groups[g].respondents = 0;
            }
        }
        for (size_t g = 0; g < 4 && rest; g++)
            if (hidden.groups[g].respondents > 0 && groups[g].respondents < 5) {
                assert_true(possible_counts(hidden, g, sum) >= 5);
                attacked++;
            }
        wrd_arena_free(arena);
    }
    print_message("  %zu hidden counts\n", attacked);
    assert_true(attacked > 100);
}

static void test_not_known(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_response response = { .invited = 0, .complete = 100 };
    (void)state;
    assert_null(disclosed(arena, counts_study(arena, WRD_VOLUNTEERS), &response));
    wrd_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),    cmocka_unit_test(test_what_stays_of_a_hidden_group),
        cmocka_unit_test(test_ends),      cmocka_unit_test(test_crosses),
        cmocka_unit_test(test_totals),    cmocka_unit_test(test_attacked),
        cmocka_unit_test(test_not_known),
    };
    return cmocka_run_group_tests_name("response_seen", tests, NULL, NULL);
}
