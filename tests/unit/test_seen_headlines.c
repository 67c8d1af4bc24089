/* test_seen_headlines.c - what may be said of a headline change beside one that is hidden: R7, R11.
 * Holm by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "disclose/guard.h"

enum { SCALES = 3, WAVE = 1 };
static const struct wrd_row row = { .statistic = WRD_INDEX, .code = "" };
static const struct wrd_row *const stubs[] = { &row };
static const struct wrd_scale scales[SCALES] = { { .name = "a" },
                                                 { .name = "b" },
                                                 { .name = "c" } };

struct made {
    struct wrd_study study;
    struct wrd_outcome outcomes[SCALES];
    struct wrd_trend trends[SCALES];
    struct wrd_change changes[SCALES];
    struct wrd_seen_change seen[SCALES];
    struct wrd_seen_table sealed[SCALES];
    struct wrd_tables tables;
};

static const struct {
    const char *name;
    double p[SCALES];
    enum wrd_state state[SCALES];
    bool equivalent;
    enum wrd_verdict verdict[SCALES];
} cases[] = {
    { "all are shown: .02, .02, .03 are .06, .06, .06",
      { .02, .02, .03 },
      { WRD_SHOWN, WRD_SHOWN, WRD_SHOWN },
      false,
      { WRD_VERDICT_UNCLEAR, WRD_VERDICT_UNCLEAR, WRD_VERDICT_UNCLEAR } },
    { "all are shown: .01, .02, .03 are .03, .04, .04",
      { .01, .02, .03 },
      { WRD_SHOWN, WRD_SHOWN, WRD_SHOWN },
      false,
      { WRD_VERDICT_RISEN, WRD_VERDICT_RISEN, WRD_VERDICT_RISEN } },
    { "the clearest is hidden and counts as 1: .06, .06",
      { .01, .02, .03 },
      { WRD_HIDDEN, WRD_SHOWN, WRD_SHOWN },
      false,
      { WRD_VERDICT_NONE, WRD_VERDICT_UNCLEAR, WRD_VERDICT_UNCLEAR } },
    { "whatever its p is",
      { .9, .02, .03 },
      { WRD_HIDDEN, WRD_SHOWN, WRD_SHOWN },
      false,
      { WRD_VERDICT_NONE, WRD_VERDICT_UNCLEAR, WRD_VERDICT_UNCLEAR } },
    { "and whether it was tested at all",
      { NAN, .02, .03 },
      { WRD_HIDDEN, WRD_SHOWN, WRD_SHOWN },
      false,
      { WRD_VERDICT_NONE, WRD_VERDICT_UNCLEAR, WRD_VERDICT_UNCLEAR } },
    { "one that does not exist is no test: .04, .04",
      { NAN, .02, .03 },
      { WRD_NOT_DEFINED, WRD_SHOWN, WRD_SHOWN },
      false,
      { WRD_VERDICT_NONE, WRD_VERDICT_RISEN, WRD_VERDICT_RISEN } },
    { "not clear, and shown to be small",
      { .9, .02, .03 },
      { WRD_HIDDEN, WRD_SHOWN, WRD_SHOWN },
      true,
      { WRD_VERDICT_NONE, WRD_VERDICT_SAME, WRD_VERDICT_SAME } },
};

static void make(struct made *m, size_t i)
{
    *m = (struct made){ .study.analysis.confidence = { 95, 2 } };
    for (size_t s = 0; s < SCALES; s++) {
        const bool shown = cases[i].state[s] == WRD_SHOWN;
        m->changes[s] = (struct wrd_change){ .verdict = WRD_VERDICT_RISEN,
                                             .p = cases[i].p[s],
                                             .equivalent = cases[i].equivalent,
                                             .headline = true };
        m->trends[s].changes = &m->changes[s];
        m->outcomes[s] = (struct wrd_outcome){ .scale = &scales[s],
                                               .wave = WAVE,
                                               .name = scales[s].name,
                                               .rows = &row,
                                               .n_rows = 1,
                                               .trend = &m->trends[s] };
        m->seen[s].cell.state = cases[i].state[s];
        m->seen[s].verdict = shown ? WRD_VERDICT_RISEN : WRD_VERDICT_NONE;
        m->sealed[s] = (struct wrd_seen_table){ .outcome = &m->outcomes[s],
                                                .wave = WAVE,
                                                .rows = stubs,
                                                .n_rows = 1,
                                                .changes = &m->seen[s] };
    }
    m->tables = (struct wrd_tables){
        .study = &m->study, .wave = WAVE, .outcomes = m->outcomes, .n_outcomes = SCALES
    };
}

static void test_headlines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct made m;
        print_message("  %s\n", cases[i].name);
        make(&m, i);
        wrd_seal_headlines(arena, &m.tables, m.sealed, SCALES);
        for (size_t s = 0; s < SCALES; s++)
            assert_int_equal(m.sealed[s].changes[0].verdict, cases[i].verdict[s]);
        wrd_arena_free(arena);
    }
}

static void test_others_keep_their_word(void **state)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct made m;
    (void)state;
    make(&m, 0);
    m.changes[0].headline = false;
    wrd_seal_headlines(arena, &m.tables, m.sealed, SCALES);
    assert_int_equal(m.sealed[0].changes[0].verdict, WRD_VERDICT_RISEN);
    print_message("  and have no part in what is said: .02, .03 are .04, .04\n");
    assert_int_equal(m.sealed[1].changes[0].verdict, WRD_VERDICT_RISEN);
    wrd_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headlines),
        cmocka_unit_test(test_others_keep_their_word),
    };
    return cmocka_run_group_tests_name("headline changes", tests, NULL, NULL);
}
