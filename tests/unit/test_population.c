/* test_population.c - known totals and who is in which category: what is used, and what is refused.
 *
 * Values by hand.  Ages 1 and 2, genders m, v and x; a row of the weighting table is shown as
 * "margin code n target". */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/margins.h"
#include "support/said.h"

#define TEN "1111122222"
#define HALVES "age,1,30 age,2,70"

static const struct {
    const char *name;
    enum wrd_weighting method;
    const char *margins, *population;
    const char *age, *gender; /* NULL: not asked */
    const char *rows, *said;
} cases[] = {
    { "a margin, in the order of its list", WRD_WEIGHTS_RAKE, "age", "age,2,70 age,1,30", TEN, TEN,
      "age 1 5 0.3; age 2 5 0.7; ", "" },
    { "rows of other variables are no part of it", WRD_WEIGHTS_RAKE, "age",
      HALVES " gender,1,50 gender,2,50 total,,100 age*gender,1*1,100", TEN, TEN,
      "age 1 5 0.3; age 2 5 0.7; ", "" },
    { "a cross has the cells that population.csv has", WRD_WEIGHTS_RAKE, "age*gender",
      "age*gender,1*1,20 age*gender,2*2,80", TEN, TEN,
      "age*gender 1*1 5 0.2; age*gender 2*2 5 0.8; ", "" },
    { "a cross whose rows name it the other way round", WRD_WEIGHTS_RAKE, "age*gender",
      "gender*age,2*1,20 gender*age,1*2,80", TEN, "2222211111",
      "age*gender 1*2 5 0.2; age*gender 2*1 5 0.8; ", "" },
    { "two margins", WRD_WEIGHTS_RAKE, "age gender", HALVES " gender,1,50 gender,2,50",
      "1111122222 12", "1111122222 21",
      "age 1 6 0.3; age 2 6 0.7; gender 1 6 0.5; gender 2 6 0.5; ", "" },
    { "post-stratification crosses them", WRD_WEIGHTS_POSTSTRATIFY, "age gender",
      "gender*age,1*1,10 gender*age,2*1,20 gender*age,1*2,30 gender*age,2*2,40",
      "1111111111 2222222222", "1111122222 1111122222",
      "age*gender 1*1 5 0.1; age*gender 1*2 5 0.2; age*gender 2*1 5 0.3; age*gender 2*2 5 0.4; ",
      "" },
    { "who gave no answer is in no category", WRD_WEIGHTS_RAKE, "age", HALVES, "11111 2222222222 .",
      "1111122222111111", "age 1 5 0.3; age 2 10 0.7; ", "" },
    { "a margin without totals", WRD_WEIGHTS_RAKE, "age", "gender,1,1", TEN, TEN, "",
      "E0420 10:7 weights.margins\n" },
    { "post-stratification to margins that are not crossed", WRD_WEIGHTS_POSTSTRATIFY, "age gender",
      HALVES " gender,1,50 gender,2,50", TEN, TEN, "", "E0420 10:7 weights.margins\n" },
    { "a margin that was not asked", WRD_WEIGHTS_RAKE, "gender", "gender,1,1", TEN, NULL, "",
      "E0421 10:7 weights.margins\n" },
    { "a total that nobody stands for", WRD_WEIGHTS_RAKE, "age", HALVES, "1111111111", TEN, "",
      "E0422 10:7 weights.margins\n" },
    { "an answer without a total, said once", WRD_WEIGHTS_RAKE, "age", "age,1,30", TEN, TEN, "",
      "E0423 10:7 weights.margins\n" },
    { "a cell that is counted twice", WRD_WEIGHTS_RAKE, "age*gender",
      "age*gender,1*1,20 age*gender,2*2,80 gender*age,2*2,80", TEN, TEN, "", "E0424 4: code\n" },
    { "four in a category are few", WRD_WEIGHTS_RAKE, "age", HALVES, "1111 2222222222", TEN "1111",
      "age 1 4 0.3; age 2 10 0.7; ", "W0425 10:7 weights.margins\n" },
    { "one in ten may be unknown", WRD_WEIGHTS_RAKE, "age", HALVES, "11111 22222222222222 .",
      TEN TEN, "age 1 5 0.3; age 2 14 0.7; ", "" },
    { "more than one in ten is a warning", WRD_WEIGHTS_RAKE, "age", HALVES, "11111 222222222222 ..",
      TEN TEN, "age 1 5 0.3; age 2 12 0.7; ", "W0426 10:7 weights.margins\n" },
    { "three in ten is the most", WRD_WEIGHTS_RAKE, "age", HALVES, "11111 22222 22222 22222 ......",
      TEN TEN "111111", "age 1 5 0.3; age 2 15 0.7; ", "W0426 10:7 weights.margins\n" },
    { "more than three in ten is an error", WRD_WEIGHTS_RAKE, "age", HALVES, "11111 22222 ..?/.",
      TEN "11111", "", "E0427 10:7 weights.margins\n" },
    { "nobody has an answer: that alone is said", WRD_WEIGHTS_RAKE, "age", HALVES, "..........",
      TEN, "", "E0427 10:7 weights.margins\n" },
    { "all that is wrong is said in one go", WRD_WEIGHTS_RAKE, "age gender",
      "gender,1,1 gender,x,2", TEN, TEN, "",
      "E0420 10:7 weights.margins\nE0423 10:7 weights.margins\n"
      "E0422 10:7 weights.margins\n" },
};

static void describe(const struct wrd_fitting *fitting, char *text, size_t room)
{
    size_t len = 0;
    for (size_t r = 0; fitting && r < fitting->n_rows; r++) {
        const struct wrd_margin_row *row = &fitting->rows[r];
        len += (size_t)snprintf(text + len, room - len, "%s %s %d %g; ", row->margin, row->code,
                                (int)row->n, row->target);
    }
}

static void test_margins(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  %s\n", cases[i].name);
        struct hand *hand = hand_new();
        char text[400] = "";
        hand_single(hand, "age", 0, hand_names(hand, "12"), cases[i].age);
        hand_single(hand, "gender", 0, hand_names(hand, "12x"), cases[i].gender);
        hand->frame.n = hand_count(cases[i].age);
        margins_weigh(hand, cases[i].method, cases[i].margins);
        margins_population(hand, cases[i].population);
        const enum wrd_status status = hand_weigh(hand);
        assert_int_equal(status, *cases[i].rows ? WRD_OK : WRD_EINPUT);
        char *told = said(hand->diag);
        assert_string_equal(told, cases[i].said);
        free(told);
        describe(hand->frame.fitting, text, sizeof text);
        assert_string_equal(text, cases[i].rows);
        hand_free(hand);
    }
}

/* A cell of another margin, source or unit would be counted as people. */
static void test_rows_of_others(void **state)
{
    (void)state;
    struct hand *hand = hand_new();
    hand_single(hand, "age", 0, hand_names(hand, "12"), TEN);
    margins_weigh(hand, WRD_WEIGHTS_RAKE, "age");
    margins_population(hand, "age,1,30 age,1,999 age,1,999 age,2,70");
    hand->book.populations[1].source = "org";
    hand->book.populations[2].unit = WRD_POP_INVITED;
    assert_int_equal(hand_weigh(hand), WRD_OK);
    assert_true(hand->frame.fitting->rows[0].target == 0.3);
    hand_free(hand);
}

static void test_neighbours(void **state)
{
    static const struct {
        const char *population, *answers, *says;
    } told[] = {
        { "size,1,1 size,2,1 size,3,1", "11111 2 33333", "merge it with a neighbour (1, 3)" },
        { "size,1,1 size,2,1 size,3,1", "1 22222 33333", "merge it with a neighbour (2)" },
        { "size,1,1 size,2,1 size,3,1", "11111 22222", "merge it with a neighbour (2)" },
        { "size,1,1", "1", "merge it with a neighbour (none)" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        struct hand *hand = hand_new();
        char *text = NULL;
        size_t size = 0;
        hand_single(hand, "size", 0, hand_names(hand, "123"), told[i].answers);
        margins_weigh(hand, WRD_WEIGHTS_RAKE, "size");
        margins_population(hand, told[i].population);
        (void)hand_weigh(hand);
        FILE *to = open_memstream(&text, &size);
        wrd_diag_write(hand->diag, to, &(const struct wrd_diag_style){ .lang = WRD_EN });
        fclose(to);
        if (!strstr(text, told[i].says))
            fail_msg("not said: %s, but: %s", told[i].says, text);
        free(text);
        hand_free(hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_margins),
        cmocka_unit_test(test_rows_of_others),
        cmocka_unit_test(test_neighbours),
    };
    return cmocka_run_group_tests_name("population", tests, NULL, NULL);
}
