/* test_reliability_scales.c - the items of a survey's scales: who counts, in which units, what is said,
 * and what of it may be seen.
 *
 * Golden mini data set, R 4.2.2 with psych 2.2.9: x <- na.omit(g); i <- rowMeans(25 * (x - 1));
 * colMeans(x), sd(x), mean(i), sd(i); weighted cov.wt(cbind(x, i), w / sum(w)).  Alpha, item-rest and
 * omega have their own test (test_reliability.c). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/close.h"
#include "support/golden.h"
#include "support/said.h"
#include "waardering/joint.h"
#include "waardering/reliability.h"

static struct wrd_tables *looked_at(struct hand *hand)
{
    const struct wrd_frame *frame = &hand->frame;
    struct wrd_tables *tables = hand_tables(hand);
    assert_non_null(tables);
    wrd_reliability(hand->arena, &frame, 1, hand->diag, tables);
    return tables;
}

static const struct wrd_outcome *scale_of(const struct wrd_tables *tables)
{
    for (size_t o = 0; o < tables->n_outcomes; o++)
        if (tables->outcomes[o].kind == WRD_OUTCOME_SCALE)
            return &tables->outcomes[o];
    return NULL;
}

static const struct {
    const char *name;
    enum golden_design design;
    double alpha, mean, sd, item_mean[4], item_sd[4];
} golden[] = {
    { "unweighted",
      GOLDEN_UNWEIGHTED,
      0.648967551622419,
      65.1785714285714,
      15.8818179959708,
      { 3.52380952380952, 3.52380952380952, 3.52380952380952, 3.85714285714286 },
      { 0.980767435177556, 0.601585207518238, 1.16700675315302, 0.792824967172092 } },
    { "weighted",
      GOLDEN_S,
      0.651561098049905,
      67.7678571428571,
      15.7289110615083,
      { 3.7, 3.57142857142857, 3.7, 3.87142857142857 },
      { 0.941651182041675, 0.591261352577879, 1.15753149161418, 0.813805141790397 } },
};

static void test_golden(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof golden / sizeof *golden; i++) {
        struct hand *hand = golden_new(golden[i].design);
        const struct wrd_reliability *got = scale_of(looked_at(hand))->reliability;
        print_message("  %s: the 21 of 24 who answered all four\n", golden[i].name);
        assert_int_equal(got->n, 21);
        assert_close(got->alpha, golden[i].alpha, 1e-12);
        assert_close(got->mean, golden[i].mean, 1e-12);
        assert_close(got->sd, golden[i].sd, 1e-12);
        for (size_t j = 0; j < 4; j++) {
            assert_close(got->items[j].mean, golden[i].item_mean[j], 1e-12);
            assert_close(got->items[j].sd, golden[i].item_sd[j], 1e-12);
        }
        hand_free(hand);
    }
}

/* a1 turned round, 6 - a1, in the answers and in the codebook. */
static void test_reversed(void **state)
{
    struct hand *plain = golden_new(GOLDEN_S), *turned = golden_new(GOLDEN_S);
    struct wrd_column *column = &turned->frame.columns[0];
    (void)state;
    print_message("  an item that was asked the other way round gives the same bits\n");
    turned->book.variables[0].reverse = true;
    for (size_t i = 0; i < turned->frame.n; i++)
        if (column->c8[i] < 5)
            column->c8[i] = (uint8_t)(4 - column->c8[i]);
    const struct wrd_reliability *want = scale_of(looked_at(plain))->reliability;
    const struct wrd_reliability *got = scale_of(looked_at(turned))->reliability;
    assert_true(got->alpha == want->alpha && got->omega == want->omega);
    assert_true(got->items[0].mean == want->items[0].mean);
    assert_true(got->items[0].item_rest == want->items[0].item_rest);
    hand_free(plain);
    hand_free(turned);
}

/* Scores 1 2 3 4 5 and 0 10 20 30 40: a score is the mean of places between lowest and highest, so
 * both items count alike.  The list of the second is made of the same answers. */
static void test_other_scores(void **state)
{
    struct hand *plain = golden_new(GOLDEN_UNWEIGHTED), *tens = golden_new(GOLDEN_UNWEIGHTED);
    struct wrd_list *list = hand_agree(tens);
    (void)state;
    print_message("  items with other scores count alike, and their mean is in their own scores\n");
    for (size_t a = 0; a < list->n_answers; a++)
        list->values[a].score = (struct wrd_decimal){ (int64_t)a * 10, 0 };
    tens->book.variables[2].list = list;
    const struct wrd_reliability *want = scale_of(looked_at(plain))->reliability;
    const struct wrd_reliability *got = scale_of(looked_at(tens))->reliability;
    assert_true(got->alpha == want->alpha && got->mean == want->mean);
    assert_close(got->items[2].mean, 10 * (3.52380952380952 - 1), 1e-12);
    assert_close(got->items[2].sd, 10 * 1.16700675315302, 1e-12);
    hand_free(plain);
    hand_free(tens);
}

/* 60 respondents, five times the same twelve; nobody is alone in an answer. */
#define TWELVE "112233445555 "
static const char sixty[] = TWELVE TWELVE TWELVE TWELVE TWELVE;
#define SHIFTED "212153435455 "
static const char other[] = SHIFTED SHIFTED SHIFTED SHIFTED SHIFTED;
#define TURNED "151234325454 "
static const char third[] = TURNED TURNED TURNED TURNED TURNED;
static const char apart[] = "555544332211 "
                            "555544332211 "
                            "555544332211 "
                            "555544332211 "
                            "555544332211 ";
/* nobody in the middle but one */
static const char lonely[] = "111122224444 "
                             "111122224444 "
                             "111122224444 "
                             "111122224444 "
                             "111122225553 ";

/* yes or no: half of each, and 5 or 4 of 60 who said yes to the one and no to the other */
#define YES "444444444444 "
#define NO "111111111111 "
static const char half[] = YES YES "444444"
                                   "111111 " NO NO;
static const char five_less[] = YES YES "411111"
                                        "111111 " NO NO;
static const char four_less[] = YES YES "441111"
                                        "111111 " NO NO;

static const struct {
    const char *name;
    const char *items[4];
    bool shown; /* the items are outcomes themselves */
    size_t n_joints;
    const char *said;
    enum wrd_state state[2]; /* of alpha and omega */
} surveys[] = {
    { "one item: nothing to go together with", { sixty }, true, 0, "", { WRD_HIDDEN } },
    { "two items have an alpha and no omega", { sixty, other }, true, 1, "", { WRD_SHOWN } },
    { "of two answers five and none said yes and no",
      { half, five_less },
      true,
      1,
      "",
      { WRD_SHOWN } },
    { "four did: alpha would tell it", { half, four_less }, true, 1, "", { WRD_HIDDEN } },
    { "three have both", { sixty, other, third }, true, 2, "", { WRD_SHOWN, WRD_SHOWN } },
    { "two that are the same: no omega (Heywood)",
      { sixty, other, sixty },
      true,
      2,
      "N0561 : \n",
      { WRD_SHOWN, WRD_NOT_DEFINED } },
    { "items of which no answer is shown hide both",
      { sixty, other, third },
      false,
      2,
      "",
      { WRD_HIDDEN, WRD_HIDDEN } },
    { "an item that runs the other way is named",
      { sixty, third, apart },
      true,
      2,
      "N0561 : \nW0560 7: \n",
      { WRD_SHOWN, WRD_NOT_DEFINED } },
    { "an item with an answer that one person gave hides both",
      { sixty, other, lonely },
      true,
      2,
      "",
      { WRD_HIDDEN, WRD_HIDDEN } },
    { "of 21 nothing is seen, and nothing said",
      { "33233242 43.53354 35445435", "33233242 43.53354 35445435", "33433424 23.13312 31221231" },
      true,
      2,
      "",
      { WRD_HIDDEN, WRD_HIDDEN } },
};

static struct hand *survey(const char *const *items, bool is_shown)
{
    struct hand *hand = hand_new();
    const struct wrd_list *agree = hand_agree(hand);
    hand_scale(hand, "value", 0);
    for (size_t j = 0; j < 4 && items[j]; j++) {
        struct wrd_variable *item = hand_item(hand, "item", 0, false, agree, items[j]);
        item->place.line = 7;
        item->roles = is_shown ? WRD_ROLE_OUTCOME : 0;
    }
    hand->study.disclosure.min_base[0] = 10;
    hand->study.disclosure.min_cell[0] = 5;
    return hand;
}

static void test_surveys(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof surveys / sizeof *surveys; i++) {
        const struct wrd_quality quality = { 0 };
        struct wrd_release *release = NULL;
        struct hand *hand = survey(surveys[i].items, surveys[i].shown);
        print_message("  %s\n", surveys[i].name);
        const struct wrd_tables *tables = looked_at(hand);
        assert_int_equal(tables->joints.n, surveys[i].n_joints);
        char *text = said(hand->diag);
        assert_string_equal(text, surveys[i].said);
        free(text);
        assert_int_equal(wrd_disclose(hand->arena, &tables, 1, &quality, hand->diag, &release),
                         WRD_OK);
        for (size_t t = 0; t < wrd_release_tables(release); t++)
            assert_null(wrd_release_table(release, t)->outcome->reliability);
        for (size_t j = 0; j < wrd_release_joints(release); j++) {
            const struct wrd_seen_joint *joint = wrd_release_joint(release, j);
            assert_int_equal(joint->seen.state, surveys[i].state[j]);
            assert_int_equal(joint->seen.has_n, surveys[i].state[j] == WRD_SHOWN);
        }
        hand_free(hand);
    }
}

/* The last of three items is asked with a condition on the first; or all are, in the same words. */
static void test_asked(void **state)
{
    static const char *const items[4] = { sixty, other, third };
    static const char *codes[] = { "1", "2", "3", "4", "5" };
    static const struct wrd_condition condition = { "item", '=', codes, 5, { 0, 0 } };
    static const struct {
        const char *name;
        size_t first;
        enum wrd_state state;
    } cases[] = { { "items that are not asked of the same people hide both", 2, WRD_HIDDEN },
                  { "items that are asked alike do not", 0, WRD_SHOWN } };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct wrd_quality quality = { 0 };
        struct wrd_release *release = NULL;
        struct hand *hand = survey(items, true);
        print_message("  %s\n", cases[i].name);
        for (size_t j = cases[i].first; j < 3; j++) {
            hand->book.variables[j].ask_if = &condition;
            hand->book.variables[j].n_ask_if = 1;
            hand->book.variables[j].ask_if_text = "item=1,2,3,4,5";
        }
        const struct wrd_tables *tables = looked_at(hand);
        assert_int_equal(wrd_disclose(hand->arena, &tables, 1, &quality, hand->diag, &release),
                         WRD_OK);
        for (size_t j = 0; j < 2; j++)
            assert_int_equal(wrd_release_joint(release, j)->seen.state, cases[i].state);
        hand_free(hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden),       cmocka_unit_test(test_reversed),
        cmocka_unit_test(test_other_scores), cmocka_unit_test(test_surveys),
        cmocka_unit_test(test_asked),
    };
    return cmocka_run_group_tests_name("reliability of scales", tests, NULL, NULL);
}
