/* test_seen_sizes.c - how many respondents a group has is told twice, by the response and by the weighting
 * table: what one hides, the other does not tell. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/counts.h"
#include "waardering/frame.h"

enum { MOST = 6 };

/* A row of either table: of the weighting table n of `of` there are, of the response n of `of` invited. */
struct size {
    const char *name, *code;
    uint64_t n, of;
};

static const struct {
    const char *name;
    struct size margins[MOST], response[MOST];
    const char *margins_shown, *response_shown; /* a character a row: '.' shown, 'x' hidden */
} cases[] = {
    { "two tables in which nothing is small",
      { { "age", "1", 40, 400 }, { "age", "2", 50, 500 } },
      { { "age", "1", 40, 100 }, { "age", "2", 50, 100 } },
      "..",
      ".." },
    /* By itself the weighting table would show 50, and of the third 20 were invited: so the first has
     * 4 or more of the 24 that are left. */
    { "the response hides more, because so few were invited",
      { { "age", "1", 4, 900 }, { "age", "2", 50, 900 }, { "age", "3", 20, 900 } },
      { { "age", "1", 4, 100 }, { "age", "2", 50, 100 }, { "age", "3", 20, 20 } },
      "xxx",
      "xxx" },
    { "the weighting table hides more, because there are so few",
      { { "age", "1", 4, 100 }, { "age", "2", 50, 100 }, { "age", "3", 20, 20 } },
      { { "age", "1", 4, 90 }, { "age", "2", 50, 90 }, { "age", "3", 20, 90 } },
      "xxx",
      "xxx" },
    { "a register that knows of fewer than answered bounds nothing",
      { { "age", "1", 4, 2 }, { "age", "2", 50, 30 }, { "age", "3", 20, 10 } },
      { { "age", "1", 4, 90 }, { "age", "2", 50, 90 }, { "age", "3", 20, 90 } },
      "xxx",
      "xxx" },
    { "other questions keep what they show",
      { { "age", "1", 4, 900 }, { "age", "2", 70, 900 } },
      { { "size", "1", 40, 100 }, { "size", "2", 34, 100 } },
      "xx",
      ".." },
    { "a cross of weighting beside a response that hides",
      { { "age*size", "1*1", 40, 900 }, { "age*size", "2*1", 34, 900 } },
      { { "age", "1", 4, 100 }, { "age", "2", 70, 100 } },
      "xx",
      "xx" },
    { "a cross of the response beside a weighting table that hides",
      { { "age", "1", 4, 900 }, { "age", "2", 70, 900 } },
      { { "age*size", "1*1", 40, 100 }, { "age*size", "2*1", 34, 100 } },
      "xx",
      "xx" },
};

static size_t fill_margins(const struct size *sizes, struct wrd_margin_row *rows)
{
    size_t n = 0;
    for (; n < MOST && sizes[n].name; n++)
        rows[n] = (struct wrd_margin_row){ sizes[n].name, sizes[n].code, sizes[n].n, sizes[n].of,
                                           0.5,           0.5,           0.5 };
    return n;
}

static struct wrd_response_by response_by(struct wrd_arena *arena, const struct size *sizes)
{
    struct wrd_response_by by = { .name = sizes[0].name, .label = { "Vraag", "Question" } };
    by.groups = wrd_arena_take_array(arena, MOST, sizeof *by.groups);
    for (; by.n_groups < MOST && sizes[by.n_groups].name; by.n_groups++) {
        const struct size *size = &sizes[by.n_groups];
        by.groups[by.n_groups] =
            (struct wrd_response_group){ size->code, { "Groep", "Group" }, size->of, size->n };
    }
    return by;
}

static void assert_margins(const struct wrd_seen_fitting *seen, const char *shown)
{
    assert_int_equal(seen->n_rows, strlen(shown));
    for (size_t r = 0; r < seen->n_rows; r++) {
        assert_int_equal(seen->rows[r].hidden, shown[r] == 'x');
        assert_int_equal(seen->rows[r].n > 0, shown[r] != 'x');
    }
    assert_int_equal(seen->hides, strchr(shown, 'x') != NULL);
    assert_int_equal(seen->n_effective > 0, !seen->hides);
}

static void assert_response(const struct wrd_seen_response_by *seen, const char *shown)
{
    assert_int_equal(seen->n_groups, strlen(shown));
    for (size_t g = 0; g < seen->n_groups; g++)
        assert_int_equal(seen->groups[g].seen.state, shown[g] == 'x' ? WRD_HIDDEN : WRD_SHOWN);
    assert_true(!seen->uneven || !strchr(shown, 'x'));
}

static void test_sizes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
        struct wrd_margin_row rows[MOST];
        const struct wrd_fitting fitting = { .rows = rows,
                                             .n_rows = fill_margins(cases[i].margins, rows),
                                             .deff = 1.2,
                                             .n_effective = 60,
                                             .smallest = 0.5,
                                             .largest = 2 };
        struct wrd_response_by by = response_by(arena, cases[i].response);
        struct wrd_response response = { .invited = 1000, .complete = 74, .by = &by, .n_by = 1 };
        print_message("  %s\n", cases[i].name);
        study->tables.fitting[0] = &fitting;
        study->tables.responses = &response;
        study->tables.n_responses = 1;
        const struct wrd_release *release = counts_disclose(arena, study);
        assert_margins(wrd_release_fitting(release, 0), cases[i].margins_shown);
        assert_response(&wrd_release_response(release, 0)->by[0], cases[i].response_shown);
        wrd_arena_free(arena);
    }
}

/* Twelve groups of which the first is of four, and how they merge: 1 to 3, 4 to 12. */
static struct counts_study *mergeable(struct wrd_arena *arena)
{
    static const unsigned full[] = { 2,  2,  8,  8,  6,  5,  9,  9,  9,  9,  9,  9,
                                     10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 };
    static const unsigned merged[] = { 16, 15, 87, 87 };
    struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
    struct wrd_outcome *outcome =
        counts_item(arena, study, "q", 2, false, 2, (const size_t[]){ 12, 2 },
                    (const unsigned *const[]){ full, merged });
    outcome->tables[2].by = outcome->tables[1].by;
    outcome->tables[2].merged = true;
    return study;
}

/* 1+2+3 is 31 in the breakdown, so 16 and 11 of the second and third would leave 4. */
static void test_merged_groups(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct counts_study *study = mergeable(arena);
    const struct size sizes[MOST] = { { "by1", "1", 4, 900 },
                                      { "by1", "2", 16, 900 },
                                      { "by1", "3", 11, 900 },
                                      { "by1", "4", 18, 900 } };
    struct wrd_margin_row rows[MOST];
    const struct wrd_fitting fitting = { .rows = rows, .n_rows = fill_margins(sizes, rows) };
    struct wrd_response_by by = response_by(arena, sizes);
    struct wrd_response response = { .invited = 4000, .complete = 74, .by = &by, .n_by = 1 };
    (void)state;
    study->tables.fitting[0] = &fitting;
    study->tables.responses = &response;
    study->tables.n_responses = 1;
    const struct wrd_release *release = counts_disclose(arena, study);
    print_message("  a breakdown with a group that is too small merges its groups\n");
    assert_int_equal(wrd_release_table(release, 1)->design, WRD_DESIGN_GROUPS_MERGED);
    print_message("  and the parts of merged groups are told nowhere\n");
    assert_margins(wrd_release_fitting(release, 0), "xxxx");
    assert_response(&wrd_release_response(release, 0)->by[0], "xxxx");
    wrd_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_merged_groups),
    };
    return cmocka_run_group_tests_name("seen_sizes", tests, NULL, NULL);
}
