/* test_seen_sampling.c - what of a design may be seen: degrees of freedom that count strata of one
 * respondent. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "support/counts.h"

static const struct {
    const char *name, *cluster;
    size_t merged;
    bool shown;
} cases[] = {
    { "no stratum went to a neighbour: n and the strata are known", NULL, 0, true },
    /* 60 respondents, 4 strata: 57 degrees and not 56 say that one stratum has one respondent */
    { "a stratum of one respondent went to a neighbour", NULL, 1, false },
    { "a stratum of one cluster: how many clusters there are is not known", "org", 1, true },
};

static void test_degrees(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct counts_study *study = counts_study(arena, WRD_VOLUNTEERS);
        print_message("  %s\n", cases[i].name);
        study->source.design.cluster = cases[i].cluster;
        study->tables.sampling[0] =
            (struct wrd_sampling){ .used = true, .degrees = 57, .merged = cases[i].merged };
        const struct wrd_sampling *seen = wrd_release_sampling(counts_disclose(arena, study), 0);
        assert_non_null(seen);
        assert_int_equal(!isnan(seen->degrees), cases[i].shown);
        assert_true(!cases[i].shown || seen->degrees == 57);
        assert_int_equal(seen->merged, 0);
        wrd_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_degrees),
    };
    return cmocka_run_group_tests_name("seen_sampling", tests, NULL, NULL);
}
