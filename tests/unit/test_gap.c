/* test_gap.c - ten organisations and twenty volunteers, with and without a link.
 *
 * R 4.2.2, survey 4.1-1.  `b` has the rows of both sources below each other: iq = 25 (q - 1), ir =
 * 25 (5 - r), a their mean, top = q >= 4, id the organisation (a name of its own where none is named),
 * s the stratum, w the weight, org 1 for organisations.
 *   linked     svyttest(iq ~ org, svydesign(id = ~id, weights = ~w, data = b)); strata = ~s, nest = TRUE
 *   separate   V of svymean(~iq) of each source on its own design, and Satterthwaite's df
 *   paired     d = iq - weighted mean of iq of the volunteers of that organisation;
 *              svymean(~d, subset(svydesign(id = ~1, strata = ~s, weights = ~w), !is.na(d))) */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/close.h"
#include "support/hand.h"
#include "support/said.h"
#include "waardering/joint.h"

enum { VOL, ORG, SOURCES };

/* One source as its file has it: a character a respondent. */
struct file {
    const char *q, *r, *stratum, *weight, *id; /* id '.': names no organisation */
};
static const struct file organisations = { "5443524.53", "2132142312", "1111122222", "2222233333",
                                           "ABCDEFGHIJ" };
static const struct file volunteers = { "453443524323454.3452", "2142.31523442123.215",
                                        "11111111122222222212", "11211211311121112211",
                                        "AAABBCCCDFFFGGHHKK.." };

struct town {
    struct hand *hand;
    struct wrd_frame frame[SOURCES];
    const struct wrd_frame *frames[SOURCES];
    struct wrd_tables *tables;
};

enum { Q = 0, R = 2, STRATUM = 4, WEIGHT, ID };

static void add_variable(struct hand *hand, const char *name, enum wrd_type type, uint32_t sources,
                         const struct wrd_list *list, const char *pair, bool reverse)
{
    struct wrd_variable *variable = hand_variable(hand, name, type, 0);
    variable->sources = sources;
    variable->list = list;
    variable->pair = pair;
    variable->reverse = reverse;
    variable->scale = pair ? 0 : -1;
    if (pair)
        variable->roles = WRD_ROLE_OUTCOME;
}

static void add_frame(struct town *town, size_t source, const struct file *file)
{
    struct hand *hand = town->hand;
    const size_t n = hand_count(file->q);
    hand->frame = (struct wrd_frame){ .source = source, .file = source == VOL ? "vol" : "org" };
    hand->frame.columns = wrd_arena_take_array(hand->arena, HAND_ROOM, sizeof *hand->frame.columns);
    hand_fill(hand, &hand->frame.columns[Q + source], hand->book.variables[Q].list, file->q);
    hand_fill(hand, &hand->frame.columns[R + source], hand->book.variables[Q].list, file->r);
    hand_fill(hand, &hand->frame.columns[STRATUM], hand->book.variables[STRATUM].list,
              file->stratum);
    struct wrd_column *weight = &hand->frame.columns[WEIGHT], *id = &hand->frame.columns[ID];
    weight->units = wrd_arena_take_array(hand->arena, n, sizeof *weight->units);
    id->id = wrd_arena_take_array(hand->arena, n, sizeof *id->id);
    for (size_t i = 0; i < n; i++) {
        weight->units[i] = file->weight[i] - '0';
        id->id[i] = file->id[i] == '.' ? 0 : (uint64_t)file->id[i] * 0x9E3779B97F4A7C15u;
    }
    town->frame[source] = hand->frame;
    town->frames[source] = &town->frame[source];
}

/* How the two are drawn. */
enum design { PLAIN, WEIGHTED, STRATIFIED, OTHER_STRATA };

static void set_design(struct wrd_source *source, enum design design, bool cluster)
{
    static const char *strata[] = { "s" };
    source->weights.grid_exponent = -1;
    if (design == PLAIN)
        return;
    source->weights.method = WRD_WEIGHTS_GIVEN;
    source->weights.variable = "w";
    if (design == WEIGHTED)
        return;
    source->design.strata = strata;
    source->design.n_strata = 1;
    source->design.cluster = cluster ? "org_id" : NULL;
}

static struct town town_new(enum design design, const char *link, const struct file *org,
                            const struct file *vol)
{
    struct town town = { .hand = hand_new() };
    struct hand *hand = town.hand;
    const struct wrd_list *agree = hand_agree(hand);
    struct wrd_source *sources = wrd_arena_take_array(hand->arena, SOURCES, sizeof *sources);
    sources[VOL] = (struct wrd_source){ .id = "vol", .link = link };
    sources[ORG] = (struct wrd_source){ .id = "org", .respondents = WRD_ORGANISATIONS };
    set_design(&sources[VOL], design, true);
    set_design(&sources[ORG], design == OTHER_STRATA ? WEIGHTED : design, false);
    hand->study.sources = sources;
    hand->study.n_sources = SOURCES;
    add_variable(hand, "v_q", WRD_TYPE_SINGLE, 1, agree, "q", false);
    add_variable(hand, "o_q", WRD_TYPE_SINGLE, 2, agree, "q", false);
    add_variable(hand, "v_r", WRD_TYPE_SINGLE, 1, agree, "r", true);
    add_variable(hand, "o_r", WRD_TYPE_SINGLE, 2, agree, "r", true);
    add_variable(hand, "s", WRD_TYPE_SINGLE, 3, hand_names(hand, "12"), NULL, false);
    add_variable(hand, "w", WRD_TYPE_WEIGHT, 3, NULL, NULL, false);
    add_variable(hand, "org_id", WRD_TYPE_ID, 3, NULL, NULL, false);
    hand_scale(hand, "a", 0);
    add_frame(&town, VOL, vol);
    add_frame(&town, ORG, org);
    for (size_t s = 0; s < SOURCES; s++)
        assert_int_equal(
            wrd_weight(hand->arena, &hand->study, &hand->book, &town.frame[s], hand->diag), WRD_OK);
    assert_int_equal(wrd_tabulate(hand->arena, &hand->study, &hand->book, town.frames, SOURCES,
                                  hand->diag, &town.tables),
                     WRD_OK);
    wrd_gaps(hand->arena, town.frames, SOURCES, hand->diag, town.tables);
    return town;
}

static const struct wrd_gap *gap_of(const struct town *town, const char *name)
{
    for (size_t g = 0; g < town->tables->gaps.n; g++)
        if (strcmp(town->tables->gaps.of[g].name, name) == 0)
            return &town->tables->gaps.of[g];
    fail_msg("no gap %s", name);
    return NULL;
}

static const struct wrd_joint *joint_of(const struct town *town, const struct wrd_gap *gap,
                                        enum wrd_statistic statistic)
{
    const int at = statistic == WRD_GAP_INDEX  ? gap->index
                   : statistic == WRD_GAP_TOP2 ? gap->top2
                                               : gap->paired;
    return at == WRD_NO_JOINT ? NULL : &town->tables->joints.of[at];
}

/* The p of the test of this gap, by everybody or by pairs; NaN: none. */
static const struct wrd_test *test_of(const struct town *town, const char *name, bool paired)
{
    for (size_t t = 0; t < town->tables->tests.n; t++) {
        const struct wrd_test *test = &town->tables->tests.of[t];
        if (strcmp(test->variable, name) == 0 &&
            (strcmp(test->group_variable, "total") != 0) == paired)
            return test;
    }
    return NULL;
}

static const struct {
    const char *name;
    enum design design;
    const char *link, *gap;
    enum wrd_statistic statistic;
    double value, se, df, p; /* p of an index and of pairs alone */
    uint64_t n;
} cases[] = {
    { "linked, all alike", PLAIN, "org_id", "q", WRD_GAP_INDEX, 6.4327485380116833,
      7.6033300124020551, 11, 0.41555388475448907, 9 },
    { "linked, a question that counts backwards", PLAIN, "org_id", "r", WRD_GAP_INDEX,
      12.777777777777759, 7.4934358393702336, 11, 0.11620044331195443, 10 },
    { "linked, a scale: one who left out an item has a score", PLAIN, "org_id", "a", WRD_GAP_INDEX,
      8.7500000000000142, 6.5441210894461097, 11, 0.20819020802746943, 10 },
    { "linked, weights", WEIGHTED, "org_id", "q", WRD_GAP_INDEX, 5.0699300699300771,
      8.5045610406385403, 11, 0.56314624756271114, 9 },
    { "linked, weights, a scale", WEIGHTED, "org_id", "a", WRD_GAP_INDEX, 7.0000000000000044,
      7.136749787603887, 11, 0.34775276044923309, 10 },
    { "linked, the same strata", STRATIFIED, "org_id", "q", WRD_GAP_INDEX, 5.0699300699300771,
      8.7875066049923873, 10, 0.57673146518251528, 9 },
    { "linked, the same strata, backwards", STRATIFIED, "org_id", "r", WRD_GAP_INDEX,
      10.583333333333345, 7.7281463641397163, 10, 0.20082422347854426, 10 },
    { "linked, strata of the volunteers alone: the stack has none", OTHER_STRATA, "org_id", "q",
      WRD_GAP_INDEX, 5.0699300699300771, 8.5045610406385403, 11, 0.56314624756271114, 9 },
    { "linked, top-2", PLAIN, "org_id", "q", WRD_GAP_TOP2, 0.087719298245613905,
      0.16835799473748925, 11, NAN, 9 },
    { "linked, top-2, strata", STRATIFIED, "org_id", "q", WRD_GAP_TOP2, 0.059440559440559509,
      0.19662771907098234, 10, NAN, 9 },
    { "separate, all alike", PLAIN, NULL, "q", WRD_GAP_INDEX, 6.432748538011694, 10.477540115161862,
      17.10364040350375, 0.54732443600288816, 9 },
    { "separate, each its own design", STRATIFIED, NULL, "q", WRD_GAP_INDEX, 5.0699300699300665,
      10.707998796942537, 11.735196524794699, 0.64456298715979077, 9 },
    { "separate, backwards", STRATIFIED, NULL, "r", WRD_GAP_INDEX, 10.583333333333329,
      10.858852488761656, 15.198097586147739, 0.34500371285350651, 10 },
    { "separate, a scale", STRATIFIED, NULL, "a", WRD_GAP_INDEX, 7, 9.565876926437122,
      13.541054638520466, 0.47678476307205808, 10 },
    { "separate, top-2", STRATIFIED, NULL, "q", WRD_GAP_TOP2, 0.059440559440559371,
      0.22098448817178115, 13.175926463167439, NAN, 9 },
    { "pairs, all alike", PLAIN, "org_id", "q", WRD_GAP_LINKED, -2.0833333333333335,
      7.7295406745666666, 5, 0.79829231963210701, 6 },
    { "pairs, weights and strata", STRATIFIED, "org_id", "q", WRD_GAP_LINKED, -1.7857142857142843,
      7.5535623823943512, 4, 0.82472941479955963, 6 },
    { "pairs, a scale", STRATIFIED, "org_id", "a", WRD_GAP_LINKED, -1.8382352941176463,
      4.3131046773005686, 5, 0.6876889267159696, 7 },
};

static void test_figures(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  %s\n", cases[i].name);
        struct town town = town_new(cases[i].design, cases[i].link, &organisations, &volunteers);
        const struct wrd_gap *gap = gap_of(&town, cases[i].gap);
        const struct wrd_figure *got = &joint_of(&town, gap, cases[i].statistic)->figure;
        assert_close(got->value, cases[i].value, 1e-12);
        assert_close(got->se, cases[i].se, 1e-12);
        assert_close(got->df, cases[i].df, 1e-12);
        assert_int_equal(got->n, cases[i].n);
        assert_int_equal(gap->linked, cases[i].link != NULL);
        if (!isnan(cases[i].p))
            assert_close(test_of(&town, cases[i].gap, cases[i].statistic == WRD_GAP_LINKED)->p,
                         cases[i].p, 1e-11);
        hand_free(town.hand);
    }
}

/* Seven organisations name volunteers who answered; H did not answer q, but r.  E, I and J have no
 * volunteers; two volunteers are of K, which did not answer, and two of none. */
static void test_who_is_linked(void **state)
{
    (void)state;
    struct town town = town_new(PLAIN, "org_id", &organisations, &volunteers);
    const struct wrd_gap *q = gap_of(&town, "q"), *r = gap_of(&town, "r");
    const struct wrd_linked *of_q = &joint_of(&town, q, WRD_GAP_LINKED)->linked;
    const struct wrd_linked *of_r = &joint_of(&town, r, WRD_GAP_LINKED)->linked;
    assert_int_equal(of_q->organisations, 6);
    assert_int_equal(of_q->left_out[WRD_GAP_ORGANISATIONS], 3);
    assert_int_equal(of_q->left_out[WRD_GAP_VOLUNTEERS], 5);
    assert_int_equal(of_q->of_other_size, 1); /* D has one, A, C and F have three */
    assert_int_equal(of_r->organisations, 7);
    assert_int_equal(of_r->left_out[WRD_GAP_ORGANISATIONS], 3);
    assert_int_equal(of_r->left_out[WRD_GAP_VOLUNTEERS], 3);
    assert_int_equal(of_r->of_other_size, 2); /* B and D have one */
    hand_free(town.hand);
    town = town_new(PLAIN, NULL, &organisations, &volunteers);
    assert_int_equal(gap_of(&town, "q")->paired, WRD_NO_JOINT);
    hand_free(town.hand);
}

/* Twelve organisations of one volunteer each say the highest or the lowest.  By hand: of the six that say
 * the lowest one volunteer says the highest, and the other way round. */
static void test_one_volunteer_each(void **state)
{
    static const struct file org = { "111111555555", "123412341234", "111111111111", "111111111111",
                                     "ABCDEFGHIJKL" };
    static const struct file vol = { "111115155555", "123412341234", "111111111111", "222222111111",
                                     "LKJIHGFEDCBA" };
    static const struct file two = { "1111151555551", "1234123412341", "1111111111111",
                                     "2222221111111", "LKJIHGFEDCBAA" };
    (void)state;
    struct town town = town_new(WEIGHTED, "org_id", &org, &vol);
    const struct wrd_gap *q = gap_of(&town, "q");
    assert_int_equal(joint_of(&town, q, WRD_GAP_LINKED)->least_together, 1);
    assert_int_equal(joint_of(&town, q, WRD_GAP_INDEX)->least_together, 1);
    assert_int_equal(joint_of(&town, gap_of(&town, "r"), WRD_GAP_LINKED)->least_together, 0);
    hand_free(town.hand);
    town = town_new(WEIGHTED, "org_id", &org, &two);
    assert_int_equal(joint_of(&town, gap_of(&town, "q"), WRD_GAP_LINKED)->least_together, 0);
    hand_free(town.hand);
}

/* Rows the other way round: not one bit differs. */
static void test_order(void **state)
{
    static const struct file org = { "35.4253445", "2132412312", "2222211111", "3333322222",
                                     "JIHGFEDCBA" };
    static const struct file vol = { "2543.454323425344354", "512.32124432513.2412",
                                     "21222222222111111111", "11221112111311211211",
                                     "..KKHHGGFFFDCCCBBAAA" };
    (void)state;
    struct town a = town_new(STRATIFIED, "org_id", &organisations, &volunteers);
    struct town b = town_new(STRATIFIED, "org_id", &org, &vol);
    assert_int_equal(a.tables->joints.n, b.tables->joints.n);
    for (size_t j = 0; j < a.tables->joints.n; j++) {
        const struct wrd_figure *x = &a.tables->joints.of[j].figure,
                                *y = &b.tables->joints.of[j].figure;
        assert_memory_equal(&x->value, &y->value, sizeof x->value);
        assert_memory_equal(&x->se, &y->se, sizeof x->se);
        assert_memory_equal(&x->df, &y->df, sizeof x->df);
    }
    hand_free(a.hand);
    hand_free(b.hand);
}

/* The name of a pair that is that of a scale gets another key. */
static void test_names(void **state)
{
    (void)state;
    struct town town = town_new(PLAIN, NULL, &organisations, &volunteers);
    assert_string_equal(town.tables->gaps.of[0].name, "a"); /* scales first */
    assert_string_equal(joint_of(&town, gap_of(&town, "q"), WRD_GAP_INDEX)->variable, "q");
    const struct wrd_gap *a = gap_of(&town, "a");
    assert_close(a->side[WRD_GAP_ORGANISATIONS]->figure.value -
                     a->side[WRD_GAP_VOLUNTEERS]->figure.value,
                 8.75, 1e-12);
    assert_int_equal(a->side[WRD_GAP_VOLUNTEERS]->n_of, 2);
    hand_free(town.hand);
}

/* Twelve who say the same, more or less, on both sides. */
static const struct {
    const char *name;
    const char *org, *vol;
    enum wrd_gap_verdict verdict;
} verdicts[] = {
    { "organisations are clearly higher", "555454555545", "212112212121",
      WRD_GAP_ORGANISATIONS_HIGHER },
    { "volunteers are clearly higher", "212112212121", "555454555545", WRD_GAP_VOLUNTEERS_HIGHER },
    { "twelve answers a side leave it open", "454453254354", "354354445245", WRD_GAP_UNCLEAR },
    { "all alike: nothing differs", "444444444444", "444444444444", WRD_GAP_EQUAL },
    { "all alike on both sides, and not the same", "555555555555", "444444444444",
      WRD_GAP_ORGANISATIONS_HIGHER },
    { "two hundred and ten a side, hardly anybody differs: about equal",
      "444444444444444444444444444444444444444444444444444444444444444444444544444444444444444444"
      "44444444444444444444444444444444444444444444444444444444444",
      "444444444444444444444444444444444444444444444444444444444444444444444444444444444444444444"
      "44444444444444444444444444444444444444444444444444444444443",
      WRD_GAP_EQUAL },
};

static struct file only_q(struct wrd_arena *arena, const char *q)
{
    const size_t n = strlen(q);
    char *same = wrd_arena_take(arena, n + 1), *none = wrd_arena_take(arena, n + 1);
    memset(same, '1', n);
    memset(none, '.', n);
    return (struct file){ q, q, same, same, none };
}

static void test_verdicts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
        print_message("  %s\n", verdicts[i].name);
        struct wrd_arena *arena = wrd_arena_new();
        const struct file org = only_q(arena, verdicts[i].org),
                          vol = only_q(arena, verdicts[i].vol);
        struct town town = town_new(PLAIN, NULL, &org, &vol);
        assert_int_equal(gap_of(&town, "q")->verdict, verdicts[i].verdict);
        hand_free(town.hand);
        wrd_arena_free(arena);
    }
}

/* One family of q, r and the scale: Holm by hand on the smallest, three times its p. */
static void test_holm(void **state)
{
    (void)state;
    struct town town = town_new(PLAIN, "org_id", &organisations, &volunteers);
    const struct wrd_test *r = test_of(&town, "r", false);
    assert_close(r->p_adjusted, 3 * 0.11620044331195443, 1e-11);
    assert_string_equal(r->group_a, "org");
    assert_string_equal(r->group_b, "vol");
    assert_int_equal(r->source, WRD_BOTH_SOURCES);
    assert_close(r->effect, 12.777777777777759, 1e-12);
    assert_true(isnan(test_of(&town, "r", true)->p_adjusted));
    hand_free(town.hand);
}

/* A link that nobody uses: said, and the surveys count as separate. */
static void test_link_of_nobody(void **state)
{
    (void)state;
    struct file strangers = volunteers;
    strangers.id = "KKKKKKKKKKKKKKKKKK..";
    struct town town = town_new(PLAIN, "org_id", &organisations, &strangers);
    char *heard = said(town.hand->diag);
    assert_non_null(strstr(heard, "N0470"));
    assert_false(gap_of(&town, "q")->linked);
    assert_close(joint_of(&town, gap_of(&town, "q"), WRD_GAP_INDEX)->figure.se, 10.477540115161862,
                 1e-12);
    free(heard);
    hand_free(town.hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_who_is_linked),
        cmocka_unit_test(test_one_volunteer_each),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_verdicts),
        cmocka_unit_test(test_holm),
        cmocka_unit_test(test_link_of_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
