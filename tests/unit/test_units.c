/* test_units.c - clusters, and what part of a population was drawn.  All by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/close.h"
#include "support/hand.h"
#include "support/said.h"

/* The organisation that each respondent names, a letter; '.': none. */
static void hand_organisations(struct hand *hand, const char *ids)
{
    struct wrd_variable *variable = &hand->book.variables[hand->book.n_variables];
    struct wrd_column *column = &hand->frame.columns[hand->book.n_variables++];
    *variable = (struct wrd_variable){ .name = "org", .sources = 1, .type = WRD_TYPE_ID };
    column->id = wrd_arena_take_array(hand->arena, strlen(ids), sizeof *column->id);
    for (size_t i = 0; ids[i]; i++)
        column->id[i] = ids[i] == '.' ? 0 : (uint64_t)ids[i] * 7919;
    hand->study.sources[0].design.cluster = "org";
}

static struct hand *sample(const char *sectors, const char *ids, const char *answers)
{
    struct hand *hand = hand_new();
    hand_single(hand, "sector", 0, hand_names(hand, "AB"), sectors);
    hand_single(hand, "v_a1", 0, hand_agree(hand), answers);
    hand_strata(hand, (const char *const[]){ "sector" }, 1);
    if (ids)
        hand_organisations(hand, ids);
    return hand;
}

/* "A:12 B:4": the units in their order, each its stratum and the answers in it from low to high. */
static void describe(const struct hand *hand, char *text, size_t room)
{
    const struct wrd_design *design = &hand->frame.design;
    size_t len = 0;
    for (size_t u = 0; u < design->n_psu; u++) {
        len += (size_t)snprintf(text + len, room - len, "%s%s:", u ? " " : "",
                                design->stratum_name[design->psu_stratum[u]]);
        for (unsigned code = 0; code < 5; code++)
            for (size_t i = 0; i < design->n; i++)
                if (design->psu[i] == u && hand->frame.columns[1].c8[i] == code)
                    len += (size_t)snprintf(text + len, room - len, "%u", code + 1);
    }
}

static bool is_one_of(const char *unit, const char *text)
{
    const char *at = strstr(text, unit);
    const size_t len = strlen(unit);
    return at && (at == text || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0');
}

static void test_clusters(void **state)
{
    (void)state;
    struct hand *hand = sample("AAAABBBB", "pqpqpp..", "12345124");
    char text[200];
    assert_int_equal(hand_weigh(hand), WRD_OK);
    describe(hand, text, sizeof text);
    print_message("  %s\n", text);
    assert_int_equal(hand->frame.design.n_psu, 5);
    print_message("  an organisation is within its stratum\n");
    assert_true(is_one_of("A:13", text) && is_one_of("A:24", text) && is_one_of("B:15", text));
    print_message("  a respondent without one is alone\n");
    assert_true(is_one_of("B:2", text) && is_one_of("B:4", text));
    print_message("  strata in their order\n");
    assert_true(strstr(text, "A:") < strstr(text, "B:"));
    hand_free(hand);
}

/* The file turned round, and other ids: the same units in the same order. */
static void test_order_of_the_file_is_not_seen(void **state)
{
    (void)state;
    struct hand *one = sample("AAAABBBB", "pqpqpp..", "12345124");
    struct hand *two = sample("BBBBAAAA", "..zzyxyx", "42154321");
    char first[200], second[200];
    assert_int_equal(hand_weigh(one), WRD_OK);
    assert_int_equal(hand_weigh(two), WRD_OK);
    describe(one, first, sizeof first);
    describe(two, second, sizeof second);
    assert_string_equal(first, second);
    hand_free(one);
    hand_free(two);
}

/* A wave is linked to another by id and stratum: organisation p of A is not that of B, in whatever
 * order the units stand. */
static void test_names(void **state)
{
    (void)state;
    struct hand *one = sample("AABB", "pqp.", "1234"), *two = sample("BBAA", "q.qp", "3421");
    assert_int_equal(hand_weigh(one), WRD_OK);
    assert_int_equal(hand_weigh(two), WRD_OK);
    size_t same = 0;
    for (size_t u = 0; u < one->frame.design.n_psu; u++)
        for (size_t v = 0; v < two->frame.design.n_psu; v++) {
            const uint64_t id = one->frame.design.psu_id[u];
            if (id == 0 || id != two->frame.design.psu_id[v])
                continue;
            same++;
            assert_string_equal(one->frame.design.stratum_name[one->frame.design.psu_stratum[u]],
                                two->frame.design.stratum_name[two->frame.design.psu_stratum[v]]);
        }
    print_message("  p and q of A in both waves; p of B, and q of B, in one\n");
    assert_int_equal(same, 2);
    hand_free(one);
    hand_free(two);
}

static void test_no_units_without_need(void **state)
{
    (void)state;
    struct hand *hand = sample("AABB", NULL, "1234");
    assert_int_equal(hand_weigh(hand), WRD_OK);
    assert_null(hand->frame.design.psu);
    hand_free(hand);
    print_message("  replicates need an order: every respondent a unit\n");
    hand = sample("AABB", NULL, "1234");
    hand->study.sources[0].design.variance = WRD_JACKKNIFE;
    assert_int_equal(hand_weigh(hand), WRD_OK);
    assert_int_equal(hand->frame.design.n_psu, 4);
    hand_free(hand);
}

/* Lone units are counted in clusters: B has four respondents and one organisation. */
static void test_lone_cluster(void **state)
{
    (void)state;
    struct hand *hand = sample("AAAABBBB", "ppqqrrrr", "12345124");
    assert_int_equal(hand_weigh(hand), WRD_OK);
    assert_int_equal(hand->frame.design.n_strata, 1);
    assert_string_equal(hand->frame.design.stratum_name[0], "A+B");
    hand_free(hand);
    hand = sample("AAAABBBB", "ppqqrrrr", "12345124");
    hand->study.sources[0].design.lone = WRD_LONE_ERROR;
    assert_int_equal(hand_weigh(hand), WRD_EINPUT);
    char *told = said(hand->diag);
    assert_string_equal(told, "E0408 12:5 design\n");
    free(told);
    hand_free(hand);
}

/* ---- how much of the population was drawn ---- */

static const struct {
    const char *name;
    const char *organisations; /* NULL: no clusters */
    int64_t a, b;              /* in population.csv; 0: not there */
    enum wrd_nonresponse nonresponse;
    int64_t invited; /* -1: not said */
    enum wrd_status status;
    double drawn[2]; /* 0, 0: endless */
    const char *said;
} populations[] = {
    { "4 of 40, 4 of 10", NULL, 40, 10, WRD_NONRESPONSE_UNSAID, -1, WRD_OK, { .1, .4 }, "" },
    { "some were invited: a sample",
      NULL,
      40,
      10,
      WRD_NONRESPONSE_UNSAID,
      20,
      WRD_OK,
      { .1, .4 },
      "" },
    { "all were invited: no chance is taken off unless the study says so",
      NULL,
      40,
      10,
      WRD_NONRESPONSE_UNSAID,
      50,
      WRD_OK,
      { 0, 0 },
      "" },
    { "said to be a sample within strata",
      NULL,
      40,
      10,
      WRD_NONRESPONSE_STRATUM,
      50,
      WRD_OK,
      { .1, .4 },
      "" },
    { "conservative whatever fpc says",
      NULL,
      40,
      10,
      WRD_NONRESPONSE_CONSERVATIVE,
      -1,
      WRD_OK,
      { 0, 0 },
      "" },
    { "a complete stratum", NULL, 4, 10, WRD_NONRESPONSE_UNSAID, -1, WRD_OK, { 1, .4 }, "" },
    { "organisations are counted in psu",
      "ppqqrrss",
      20,
      8,
      WRD_NONRESPONSE_UNSAID,
      -1,
      WRD_OK,
      { .1, .25 },
      "" },
    { "no count of a stratum",
      NULL,
      40,
      0,
      WRD_NONRESPONSE_UNSAID,
      -1,
      WRD_EINPUT,
      { 0, 0 },
      "E0441 12:5 design\n" },
    { "fewer than answered",
      NULL,
      40,
      3,
      WRD_NONRESPONSE_UNSAID,
      -1,
      WRD_EINPUT,
      { 0, 0 },
      "E0442 3: count\n" },
};

static void hand_population(struct hand *hand, size_t at, const char *code, int64_t count)
{
    struct wrd_population *row = &hand->book.populations[at];
    *row =
        (struct wrd_population){ .source = "vol",
                                 .variable = "sector",
                                 .code = code,
                                 .count = count,
                                 .unit = hand->study.sources[0].design.cluster ? WRD_POP_PSU
                                                                               : WRD_POP_PERSONS,
                                 .place = { .file = "population.csv", .line = (uint32_t)at + 2 } };
    hand->book.n_populations = at + (count > 0);
}

static void test_populations(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof populations / sizeof *populations; i++) {
        print_message("  %s\n", populations[i].name);
        struct hand *hand = sample("AAAABBBB", populations[i].organisations, "12345124");
        hand->book.populations =
            wrd_arena_take_array(hand->arena, 2, sizeof *hand->book.populations);
        hand_population(hand, 0, "A", populations[i].a);
        hand_population(hand, 1, "B", populations[i].b);
        hand->study.sources[0].design.fpc = true;
        hand->study.sources[0].design.nonresponse = populations[i].nonresponse;
        hand->study.waves[0].invited[0] = populations[i].invited;
        assert_int_equal(hand_weigh(hand), populations[i].status);
        char *told = said(hand->diag);
        assert_string_equal(told, populations[i].said);
        free(told);
        const double *drawn = hand->frame.design.fraction;
        if (populations[i].drawn[0] == 0) {
            assert_null(drawn);
        } else {
            assert_close(drawn[0], populations[i].drawn[0], 1e-15);
            assert_close(drawn[1], populations[i].drawn[1], 1e-15);
        }
        hand_free(hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clusters),     cmocka_unit_test(test_order_of_the_file_is_not_seen),
        cmocka_unit_test(test_names),        cmocka_unit_test(test_no_units_without_need),
        cmocka_unit_test(test_lone_cluster), cmocka_unit_test(test_populations),
    };
    return cmocka_run_group_tests_name("units", tests, NULL, NULL);
}
