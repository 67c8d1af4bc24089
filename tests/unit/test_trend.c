/* test_trend.c - two and three waves of a small survey, with and without ids.
 *
 * R 4.2.2; z() is METHOD 7.2 by hand for a sample without strata, the covariance the sum over who
 * is in both waves:
 *   x <- c(3,4,2,5,4,3,5,4,4,2);     names(x) <- c("a","b","c","d","e","f","g","h","i","j")
 *   y <- c(4,5,3,5,5,4,4,5,3,4,5,4); names(y) <- c("c","k","a","l","d","m","f","n","g","o","h","b")
 *   z <- function(y) sqrt(length(y) / (length(y) - 1)) * (y - mean(y)) / length(y)
 *   s <- intersect(names(x), names(y)); C <- sum(z(x)[s] * z(y)[s])        # 0.0073397584341757397
 * and f of test_change.c on the means, var(x)/10, var(y)/12 and C.  Of pairs and of strangers R's
 * own t.test has the same numbers. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/close.h"
#include "support/hand.h"
#include "tabulate/trend.h"

enum { WAVES = 3 };
#define THEN "3425435442"
#define THEN_IDS "abcdefghij"
#define NOW "453554453454"
#define NOW_IDS "ckaldmfngohb"

/* One question, score 1-5, in up to three waves. */
struct waves {
    struct hand *hand;
    struct wrd_variable *question;
    struct wrd_frame frame[WAVES];
    const struct wrd_frame *frames[WAVES];
    const struct wrd_frame *const *by_wave[WAVES];
    size_t n_frames[WAVES];
    const struct wrd_tables *tables[WAVES];
    size_t n;
    struct wrd_tables *now;
};

static void begin(struct waves *w)
{
    static const char *const names[] = { "2022", "2023", "2026" };
    *w = (struct waves){ .hand = hand_new() };
    struct wrd_study *study = &w->hand->study;
    study->waves = wrd_arena_take_array(w->hand->arena, WAVES, sizeof *study->waves);
    study->n_waves = WAVES;
    for (size_t i = 0; i < WAVES; i++)
        study->waves[i].name = names[i];
    w->question = hand_single(w->hand, "q", WRD_ROLE_OUTCOME, hand_agree(w->hand), NULL);
}

/* ids: a letter a respondent, '.' none; NULL: nobody has one. */
static struct wrd_frame *add(struct waves *w, const char *answers, const char *ids)
{
    struct hand *hand = w->hand;
    hand->frame = (struct wrd_frame){ .wave = w->n, .file = "vol.csv" };
    hand->frame.columns = wrd_arena_take_array(hand->arena, HAND_ROOM, sizeof *hand->frame.columns);
    hand_fill(hand, hand_column(hand, w->question), w->question->list, answers);
    if (ids) {
        uint64_t *id = wrd_arena_take_array(hand->arena, hand->frame.n, sizeof *id);
        for (size_t i = 0; i < hand->frame.n; i++)
            id[i] = ids[i] == '.' ? 0 : (uint64_t)ids[i] * 0x9E3779B97F4A7C15u; /* any order */
        hand->frame.id = id;
    }
    w->frame[w->n] = hand->frame;
    return &w->frame[w->n++];
}

static const struct wrd_trend *compare(struct waves *w)
{
    struct hand *hand = w->hand;
    for (size_t i = 0; i < w->n; i++) {
        w->frames[i] = &w->frame[i];
        w->by_wave[i] = &w->frames[i];
        w->n_frames[i] = 1;
        if (!w->frame[i].weight_one)
            assert_int_equal(
                wrd_weight(hand->arena, &hand->study, &hand->book, &w->frame[i], hand->diag),
                WRD_OK);
        assert_int_equal(wrd_tabulate(hand->arena, &hand->study, &hand->book, w->by_wave[i], 1,
                                      hand->diag, &w->now),
                         WRD_OK);
        w->tables[i] = w->now;
    }
    wrd_trend(hand->arena, w->by_wave, w->n_frames, w->tables, w->n, hand->diag, w->now);
    return w->now->outcomes[0].trend;
}

static size_t row_of(const struct waves *w, enum wrd_statistic statistic, const char *code)
{
    return hand_row(&w->now->outcomes[0], statistic, code);
}

static const struct {
    const char *name;
    const char *then, *then_ids, *now, *now_ids;
    enum wrd_statistic statistic;
    const char *code;
    bool linked;
    double value, se, df, p;
    enum wrd_verdict verdict;
} cases[] = {
    { "R: t.test(y, x): no ids, so two samples", THEN, NULL, NOW, NULL, WRD_MEAN, "", false, 0.65,
      0.40361372672896095, 15.726214289289549, 0.12718562301760894, WRD_VERDICT_UNCLEAR },
    { "R: t.test(b, a, paired = TRUE): the same ten in another order", THEN, THEN_IDS, "3545353544",
      "jihgfecdba", WRD_MEAN, "", true, 0.5, 0.16666666666666669, 9, 0.014956363910414219,
      WRD_VERDICT_RISEN },
    { "f: seven of ten stayed", THEN, THEN_IDS, NOW, NOW_IDS, WRD_MEAN, "", true, 0.65,
      0.38499938121468319, 13.019688784433832, 0.11514359648044560, WRD_VERDICT_UNCLEAR },
    { "f: a share, seven of ten stayed", THEN, THEN_IDS, NOW, NOW_IDS, WRD_SHARE, "4", true,
      0.016666666666666663, 0.21521161706074560, 17.384338388074195, 0.93915537661686122,
      WRD_VERDICT_UNCLEAR },
    { "f: one who stayed did not answer now, and keeps a place in the sample (survey: V2 is "
      "0.050816201079161252)",
      THEN, THEN_IDS, "4535.4453454", NOW_IDS, WRD_MEAN, "", true, 0.58181818181818157,
      0.41496389728935090, 17.254783664772962, 0.17862125563700004, WRD_VERDICT_UNCLEAR },
    { "nobody of then is there now", THEN, "pqrstuvwxy", NOW, NOW_IDS, WRD_MEAN, "", false, 0.65,
      0.40361372672896095, 15.726214289289549, 0.12718562301760894, WRD_VERDICT_UNCLEAR },
    { "who has no id is nobody else: none of then has one", THEN, "..........", NOW, NOW_IDS,
      WRD_MEAN, "", false, 0.65, 0.40361372672896095, 15.726214289289549, 0.12718562301760894,
      WRD_VERDICT_UNCLEAR },
    { "the same people, the same answers", THEN, THEN_IDS, THEN, THEN_IDS, WRD_MEAN, "", true, 0, 0,
      NAN, NAN, WRD_VERDICT_SAME },
};

static void test_change(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct waves w;
        print_message("  %s\n", cases[i].name);
        begin(&w);
        add(&w, cases[i].then, cases[i].then_ids);
        add(&w, cases[i].now, cases[i].now_ids);
        const struct wrd_trend *trend = compare(&w);
        const struct wrd_change *got =
            &trend->changes[row_of(&w, cases[i].statistic, cases[i].code)];
        assert_int_equal(trend->before, 0);
        assert_int_equal(trend->linked, cases[i].linked);
        assert_close(got->value, cases[i].value, 1e-12);
        assert_close(got->se, cases[i].se, 1e-12);
        assert_close(got->df, cases[i].df, 1e-12);
        assert_close(got->p, cases[i].p, 1e-11);
        assert_int_equal(got->verdict, cases[i].verdict);
        assert_null(trend->slopes);
        hand_free(w.hand);
    }
}

static void test_panel(void **state)
{
    struct waves w;
    (void)state;
    begin(&w);
    add(&w, THEN, "abcdefgh..");
    add(&w, NOW, NOW_IDS);
    const struct wrd_panel *panel = &compare(&w)->panel;
    assert_int_equal(panel->stayers, 7);
    assert_int_equal(panel->leavers, 1);
    assert_int_equal(panel->joiners, 5);
    assert_int_equal(panel->unknown_before, 2);
    assert_int_equal(panel->unknown_now, 0);
    hand_free(w.hand);
}

/* The order of the respondents in both files is turned round: the same bits. */
static void test_order_of_the_files(void **state)
{
    struct waves w, turned;
    (void)state;
    begin(&w);
    add(&w, THEN, THEN_IDS);
    add(&w, NOW, NOW_IDS);
    begin(&turned);
    add(&turned, "2445345243", "jihgfedcba");
    add(&turned, "454354455354", "bhognfmdlakc");
    const struct wrd_trend *a = compare(&w), *b = compare(&turned);
    for (size_t r = 0; r < w.now->outcomes[0].n_rows; r++) {
        assert_memory_equal(&a->changes[r].se, &b->changes[r].se, sizeof(double));
        assert_memory_equal(&a->changes[r].p, &b->changes[r].p, sizeof(double));
    }
    hand_free(w.hand);
    hand_free(turned.hand);
}

/* What a change takes from a wave is what the wave's own standard error was made of. */
static void test_totals_are_the_variance(void **state)
{
    static const int64_t weights[] = { 10, 20, 15, 5, 30, 10, 10, 25, 5, 40 };
    struct wrd_design *design;
    struct waves w;
    (void)state;
    begin(&w);
    struct wrd_frame *frame = add(&w, THEN, THEN_IDS);
    add(&w, NOW, NOW_IDS);
    compare(&w);
    frame->weight = wrd_arena_take_array(w.hand->arena, 10, sizeof *frame->weight);
    memcpy(frame->weight, weights, sizeof weights);
    frame->weight_one = 10;
    design = &frame->design;
    design->weight = frame->weight;
    design->one = 10;
    design->n_strata = 2;
    design->stratum = wrd_arena_take_array(w.hand->arena, 10, sizeof *design->stratum);
    for (size_t i = 4; i < 10; i++)
        design->stratum[i] = 1;
    compare(&w);
    const struct wrd_outcome *then = &w.tables[0]->outcomes[0];
    const struct wrd_end end =
        wrd_end_of(w.hand->arena, &w.hand->book, frame, then, true, w.hand->diag);
    for (size_t r = 0; r < then->n_rows; r++) {
        if (!wrd_change_name(then->rows[r].statistic))
            continue;
        const double *z = wrd_end_totals(w.hand->arena, &end, r);
        const double se = wrd_table_figure(&then->tables[0], 0, r)->se;
        double sum = 0;
        for (size_t i = 0; i < 10; i++)
            sum += z[i] * z[i];
        assert_close(1e3 * sum, 1e3 * se * se, 1e-12);
    }
    hand_free(w.hand);
}

/* By hand: PSUs 7 and 9 are in both waves, the one that nobody knows (0) in neither. */
static void test_linked_clusters(void **state)
{
    static const uint32_t psu_then[] = { 0, 1, 2, 0 }, psu_now[] = { 0, 1, 2, 1 };
    static const uint64_t id_then[] = { 9, 0, 7 }, id_now[] = { 7, 8, 9 }, none[] = { 0, 0, 0 };
    static const double then[] = { 2, 100, -3 }, now[] = { 5, 1000, 0.5 };
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_frame a = { .n = 4, .design = { .n = 4, .psu = psu_then, .n_psu = 3 } },
                     b = { .n = 4, .design = { .n = 4, .psu = psu_now, .n_psu = 3 } };
    (void)state;
    a.design.psu_id = id_then;
    b.design.psu_id = id_now;
    struct wrd_links links = wrd_links_new(arena, &a, &b);
    assert_int_equal(links.n_linked, 2);
    assert_close(wrd_linked_products(&links, then, now), -3 * 5 + 2 * 0.5, 1e-15);
    print_message("  whose PSUs nobody knows\n");
    a.design.psu_id = none;
    links = wrd_links_new(arena, &a, &b);
    assert_null(links.before);
    assert_close(wrd_linked_products(&links, then, now), 0, 0);
    a.design.psu_id = NULL;
    assert_int_equal(wrd_links_new(arena, &a, &b).n_linked, 0);
    print_message("  clusters in one wave alone\n");
    a.design.psu = NULL;
    a.id = id_now;
    assert_int_equal(wrd_links_new(arena, &a, &b).n_linked, 0);
    wrd_arena_free(arena);
}

/* R: up <- qbeta(.975, 1, 12); f(0, (up / qt(.975, 11))^2, 11, .1, .1 * .9 / 199, 199).  With an SE
 * of 0 for nobody of twelve, t would be 4.7 and the share risen. */
static void test_nobody_of_twelve(void **state)
{
    char now[201];
    struct waves w;
    (void)state;
    memset(now, '3', 200);
    memset(now, '4', 20);
    now[200] = '\0';
    begin(&w);
    add(&w, "333333222222", NULL);
    add(&w, now, NULL);
    const struct wrd_trend *trend = compare(&w);
    const struct wrd_change *change = &trend->changes[row_of(&w, WRD_SHARE, "4")];
    assert_close(change->se, 0.12210707976922036, 1e-12);
    assert_close(change->p, 0.42918136291452424, 1e-10);
    assert_int_equal(change->verdict, WRD_VERDICT_UNCLEAR);
    assert_int_equal(change->n, 12);
    print_message("  nobody in both waves: not clear, for twelve are too few to say\n");
    assert_int_equal(trend->changes[row_of(&w, WRD_SHARE, "5")].verdict, WRD_VERDICT_UNCLEAR);
    hand_free(w.hand);
}

/* Of many: risen and fallen come first, then about the same (5 points), then not clear. */
static void test_verdicts(void **state)
{
    static const struct {
        const char *name;
        size_t n, then, now; /* of n in each wave, so many say 4, the others 3 */
        enum wrd_verdict verdict;
    } shares[] = {
        { "40 to 60 of 100", 100, 40, 60, WRD_VERDICT_RISEN },
        { "60 to 40 of 100", 100, 60, 40, WRD_VERDICT_FALLEN },
        { "50 to 53 of 100", 100, 50, 53, WRD_VERDICT_UNCLEAR },
        { "50 to 50 of 100: an interval of 14 points is not about the same", 100, 50, 50,
          WRD_VERDICT_UNCLEAR },
        { "150 to 150 of 300: t = 0.05 / 0.0409, p .11", 300, 150, 150, WRD_VERDICT_UNCLEAR },
        { "400 to 400 of 800: t = 0.05 / 0.0250, p .023", 800, 400, 400, WRD_VERDICT_SAME },
        { "1,000 to 1,010 of 2,000", 2000, 1000, 1010, WRD_VERDICT_SAME },
        { "1,000 to 1,080 of 2,000: 4 points, and a change all the same", 2000, 1000, 1080,
          WRD_VERDICT_RISEN },
    };
    char then[2001], now[2001];
    (void)state;
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        struct waves w;
        print_message("  %s\n", shares[i].name);
        memset(then, '3', shares[i].n);
        memset(now, '3', shares[i].n);
        memset(then, '4', shares[i].then);
        memset(now, '4', shares[i].now);
        then[shares[i].n] = now[shares[i].n] = '\0';
        begin(&w);
        add(&w, then, NULL);
        add(&w, now, NULL);
        assert_int_equal(compare(&w)->changes[row_of(&w, WRD_SHARE, "4")].verdict,
                         shares[i].verdict);
        hand_free(w.hand);
    }
}

/* 5 % of the range of the scores: 0.2 of 1 to 5, 0.45 of a grade; hours have no range.  Half of a
 * hundred say 7, the others 8, in both waves: SE 0.071, so 0.2 is far enough and nothing is not. */
static void test_margin_of_a_mean(void **state)
{
    static const struct {
        const char *name;
        enum wrd_unit unit;
        enum wrd_verdict verdict;
    } numbers[] = {
        { "a grade", WRD_UNIT_GRADE, WRD_VERDICT_SAME },
        { "hours", WRD_UNIT_HOURS, WRD_VERDICT_UNCLEAR },
    };
    char answers[101];
    struct waves w;
    (void)state;
    memset(answers, '7', 100);
    memset(answers, '8', 50);
    answers[100] = '\0';
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        print_message("  %s\n", numbers[i].name);
        begin(&w);
        w.hand->book.n_variables = 0;
        hand_number(w.hand, "h", 1, answers)->unit = numbers[i].unit;
        w.frame[0] = w.frame[1] = w.hand->frame;
        w.frame[1].wave = 1;
        w.n = 2;
        assert_int_equal(compare(&w)->changes[row_of(&w, WRD_MEAN, "")].verdict,
                         numbers[i].verdict);
        hand_free(w.hand);
    }
    print_message("  scores of 1 to 5\n");
    for (size_t i = 0; i < 100; i++)
        answers[i] = answers[i] == '7' ? '3' : '4';
    begin(&w);
    add(&w, answers, NULL);
    add(&w, answers, NULL);
    assert_int_equal(compare(&w)->changes[row_of(&w, WRD_MEAN, "")].verdict, WRD_VERDICT_SAME);
    hand_free(w.hand);
}

static void assert_break(struct waves *w)
{
    const struct wrd_trend *trend = compare(w);
    const struct wrd_change *change = &trend->changes[row_of(w, WRD_MEAN, "")];
    assert_true(trend->breaks);
    assert_int_equal(change->verdict, WRD_VERDICT_BREAK);
    assert_true(isnan(change->value) && isnan(change->p));
    print_message("  a row that has no change has no break\n");
    assert_int_equal(trend->changes[row_of(w, WRD_BOTTOM2, "")].verdict, WRD_VERDICT_NONE);
    hand_free(w->hand);
}

static void test_breaks(void **state)
{
    struct wrd_wave_row row = { .wave = "2022",
                                .source = "",
                                .name = "q",
                                .column = "",
                                .code = "",
                                .was_code = "",
                                .comparable = "new-words" };
    struct waves w;
    (void)state;
    print_message("  another mode\n");
    begin(&w);
    w.hand->study.waves[0].mode = "paper";
    w.hand->study.waves[1].mode = "web";
    add(&w, THEN, NULL);
    add(&w, NOW, NULL);
    assert_break(&w);
    print_message("  another word in waves.csv\n");
    begin(&w);
    w.hand->book.wave_rows = &row;
    w.hand->book.n_wave_rows = 1;
    add(&w, THEN, NULL);
    add(&w, NOW, NULL);
    assert_break(&w);
}

static void test_nothing_before(void **state)
{
    struct waves w;
    (void)state;
    begin(&w);
    add(&w, NOW, NOW_IDS);
    assert_null(compare(&w));
    hand_free(w.hand);
    print_message("  the wave before did not ask; the one before that did\n");
    begin(&w);
    add(&w, THEN, NULL);
    add(&w, NOW, NULL)->columns[0] = (struct wrd_column){ 0 };
    add(&w, NOW, NULL);
    const struct wrd_trend *trend = compare(&w);
    assert_int_equal(trend->before, 0);
    assert_int_equal(trend->n_waves, 2);
    assert_null(trend->slopes);
    hand_free(w.hand);
}

/* metafor: rma(yi = means, vi = var/n, mods = ~t, method = "FE") of three waves, years from 2022 on:
 * it loses digits on years of four. */
static void test_slope(void **state)
{
    static const struct {
        const char *name, *last; /* wave */
        const char *mode;        /* of the second wave; the others have "web" */
        struct wrd_slope want;
        size_t n_waves;
    } lines[] = {
        { "by year: 2022, 2023, 2026",
          "2026",
          "web",
          { WRD_VERDICT_UNCLEAR, 0.156757421682795162, 0.085848543854353088, 1.825976477233475226,
            0.067853805150534754 },
          3 },
        { "waves with other names come one after the other",
          "spring",
          "web",
          { WRD_VERDICT_RISEN, 0.41306203756403059, 0.19586226813289887, 2.1089413571160867,
            0.034949643807861683 },
          3 },
        { "a wave in another mode is no point of it, and two are no line",
          "2026",
          "paper",
          { WRD_VERDICT_NONE, NAN, NAN, NAN, NAN },
          2 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct waves w;
        print_message("  %s\n", lines[i].name);
        begin(&w);
        w.hand->study.waves[0].mode = w.hand->study.waves[2].mode = "web";
        w.hand->study.waves[1].mode = lines[i].mode;
        w.hand->study.waves[2].name = lines[i].last;
        add(&w, THEN, NULL);
        add(&w, NOW, NULL);
        add(&w, "5544554355", NULL);
        const struct wrd_trend *trend = compare(&w);
        assert_int_equal(trend->n_waves, lines[i].n_waves);
        if (trend->slopes) {
            const struct wrd_slope *got = &trend->slopes[row_of(&w, WRD_MEAN, "")];
            assert_int_equal(got->verdict, lines[i].want.verdict);
            assert_close(got->value, lines[i].want.value, 1e-12);
            assert_close(got->se, lines[i].want.se, 1e-12);
            assert_close(got->z, lines[i].want.z, 1e-12);
            assert_close(got->p, lines[i].want.p, 1e-12);
        } else {
            assert_int_equal(lines[i].want.verdict, WRD_VERDICT_NONE);
        }
        hand_free(w.hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_change),
        cmocka_unit_test(test_panel),
        cmocka_unit_test(test_order_of_the_files),
        cmocka_unit_test(test_totals_are_the_variance),
        cmocka_unit_test(test_linked_clusters),
        cmocka_unit_test(test_nobody_of_twelve),
        cmocka_unit_test(test_verdicts),
        cmocka_unit_test(test_margin_of_a_mean),
        cmocka_unit_test(test_breaks),
        cmocka_unit_test(test_nothing_before),
        cmocka_unit_test(test_slope),
    };
    return cmocka_run_group_tests_name("trend", tests, NULL, NULL);
}
