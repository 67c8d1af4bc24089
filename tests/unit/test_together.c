/* test_together.c - two answers of the same people, as a figure of both gives them away (PROTECTION R2, R11).
 * Expected by hand: the cells of the table of both. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "support/hand.h"
#include "tabulate/derived.h"
#include "tabulate/together.h"
#include "waardering/joint.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
    const char *name, *a, *b; /* a digit a respondent; '.': none */
    uint64_t least;
} cases[] = {
    { "nobody", "", "", 0 },
    { "five, three, two and four", "11111111222222", "11111222112222", 2 },
    { "all alike: three and four", "1112222", "1112222", 3 },
    { "two values beside three: the least is one", "11111222222", "11223112233", 1 },
    { "and the other way round", "11223112233", "11111222222", 1 },
    { "three beside three follow from nothing", "123123123", "123123132", 0 },
    { "who has only one of both is in no cell", "111.2222.", "111322211", 1 },
};

static void test_least(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(cases); c++) {
        int64_t values[2][20];
        const size_t n = strlen(cases[c].a);
        print_message("  %s\n", cases[c].name);
        for (size_t i = 0; i < n; i++) {
            values[0][i] = cases[c].a[i] == '.' ? WRD_NO_SCORE : cases[c].a[i] - '0';
            values[1][i] = cases[c].b[i] == '.' ? WRD_NO_SCORE : cases[c].b[i] - '0';
        }
        assert_int_equal(wrd_least_together(values[0], values[1], n), cases[c].least);
    }
}

/* Two routes of one question with two answers, ten of each: the bounds of the spread give how many see the
 * one and not the other. */
static void test_routes(void **state)
{
    static const char *const second[] = { "11111111115555555555", "11111555555555511111",
                                          "11111111555555555511" };
    static const char *const names[] = { "as many as can", "five of each", "two see one alone" };
    static const bool shown[] = { true, true, false };
    (void)state;
    for (size_t c = 0; c < COUNT(second); c++) {
        static const struct wrd_quality quality;
        struct hand *hand = hand_new();
        const struct wrd_frame *frame = &hand->frame;
        struct wrd_release *release = NULL;
        print_message("  %s\n", names[c]);
        hand->study.disclosure.min_base[WRD_VOLUNTEERS] = 10;
        hand->study.disclosure.min_cell[WRD_VOLUNTEERS] = 3;
        for (int r = 0; r < 2; r++) {
            hand_scale(hand, r == 0 ? "x1" : "x2", 0)->family = WRD_FAMILY_ROUTE;
            hand_item(hand, r == 0 ? "a" : "b", r, false, hand_agree(hand), second[r == 0 ? 0 : c])
                ->roles = WRD_ROLE_OUTCOME;
        }
        struct wrd_tables *tables = hand_tables(hand);
        const struct wrd_tables *waves = tables;
        wrd_routes(hand->arena, &frame, 1, hand->diag, tables);
        assert_int_equal(wrd_disclose(hand->arena, &waves, 1, &quality, hand->diag, &release),
                         WRD_OK);
        for (size_t j = 0; j < wrd_release_joints(release); j++)
            assert_int_equal(wrd_release_joint(release, j)->seen.state,
                             shown[c] ? WRD_SHOWN : WRD_HIDDEN);
        assert_true(wrd_release_joints(release) > 0);
        hand_free(hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_least),
                                        cmocka_unit_test(test_routes) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
