/* METHOD 7.26: who is complete, and which groups took part; by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/hand.h"
#include "support/said.h"
#include "tabulate/response.h"

enum { QUESTIONS = 5 };

/* One respondent, a character a question (see hand.h). */
static const struct {
    const char *name;
    const char *answers[QUESTIONS];
    bool complete;
} respondents[] = {
    { "all answered", { "1", "2", "3", "4", "5" }, true },
    { "four of five are 80 %", { "1", "2", "3", "4", "." }, true },
    { "three of five are not", { "1", "2", "3", ".", "." }, false },
    { "don't know and does not apply are answers", { "1", "?", "/", "?", "." }, true },
    { "a question that was not asked does not count: four of four",
      { "1", "2", "3", "4", "-" },
      true },
    { "three of four are not", { "1", "2", "3", ".", "-" }, false },
    { "an answer that is none does not count", { "1", "2", "3", "!", "." }, false },
    { "one asked, one answered", { "1", "-", "-", "-", "-" }, true },
};

static void test_complete(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof respondents / sizeof *respondents; i++) {
        struct hand *hand = hand_new();
        const struct wrd_list *agree = hand_agree(hand);
        print_message("  %s\n", respondents[i].name);
        for (size_t q = 0; q < QUESTIONS; q++)
            hand_single(hand, "q", WRD_ROLE_OUTCOME, agree, respondents[i].answers[q]);
        assert_int_equal(wrd_complete_count(&hand->book, &hand->frame), respondents[i].complete);
        hand_free(hand);
    }
}

/* Two items and a question with three answers: three questions, so 80 % is all of them. */
static void test_what_is_a_question(void **state)
{
    static const char *const ticks[] = { "1 0 .", "0 0 .", NULL };
    struct hand *hand = hand_new();
    const struct wrd_list *agree = hand_agree(hand);
    (void)state;
    hand_scale(hand, "scale", 0);
    hand_item(hand, "item", 0, false, agree, "1 2 3");
    hand_single(hand, "outcome", WRD_ROLE_OUTCOME, agree, "1 2 3");
    hand_multiple(hand, "several", hand_names(hand, "abc"), ticks);
    print_message("  a question with several answers is one: only the third left it open\n");
    assert_int_equal(wrd_complete_count(&hand->book, &hand->frame), 2);
    print_message("  a group is no question of the survey, nor is what this wave did not ask\n");
    hand_single(hand, "group", WRD_ROLE_GROUP, agree, ". . .");
    hand_single(hand, "later", WRD_ROLE_OUTCOME, agree, NULL);
    assert_int_equal(wrd_complete_count(&hand->book, &hand->frame), 2);
    hand_free(hand);
}

/* population.csv by hand. */
static void population(struct hand *hand, const struct wrd_population *rows, size_t n)
{
    hand->book.populations = wrd_arena_take_array(hand->arena, n, sizeof *rows);
    hand->book.n_populations = n;
    for (size_t i = 0; i < n; i++) {
        hand->book.populations[i] = rows[i];
        hand->book.populations[i].source = "vol";
        hand->book.populations[i].place =
            (struct wrd_place){ .file = "population.csv", .line = (uint32_t)i + 2 };
    }
}
#define INVITED(of, answer, n)                                                    \
    {                                                                             \
        .variable = (of), .code = (answer), .count = (n), .unit = WRD_POP_INVITED \
    }
#define PERSONS(of, answer, n)                                                    \
    {                                                                             \
        .variable = (of), .code = (answer), .count = (n), .unit = WRD_POP_PERSONS \
    }

static const struct wrd_response *counted(struct hand *hand, const struct wrd_population *rows,
                                          size_t n)
{
    struct wrd_tables *tables = wrd_arena_take(hand->arena, sizeof *tables);
    const struct wrd_frame *frame = &hand->frame;
    population(hand, rows, n);
    tables->study = &hand->study;
    tables->codebook = &hand->book;
    wrd_responses_count(hand->arena, &frame, 1, hand->diag, tables);
    assert_int_equal(tables->n_responses, 1);
    return &tables->responses[0];
}

/* "a 2/40, b 1/60": respondents of the invited. */
static void assert_groups(struct hand *hand, const struct wrd_response_by *by, const char *wanted)
{
    const char *got = "";
    for (size_t g = 0; g < by->n_groups; g++)
        got = wrd_arena_format(hand->arena, "%s%s%s %s/%s", got, g ? ", " : "", by->groups[g].code,
                               wrd_count_text(hand->arena, by->groups[g].respondents),
                               wrd_count_text(hand->arena, by->groups[g].invited));
    assert_string_equal(got, wanted);
}

static void assert_said(struct hand *hand, const char *wanted)
{
    char *got = said(hand->diag);
    assert_string_equal(got, wanted);
    free(got);
}

/* Respondents by sector and size, and a question that all of them answered. */
static struct hand *survey(const char *sector, const char *size)
{
    struct hand *hand = hand_new();
    const struct wrd_list *names = hand_names(hand, "abc");
    struct wrd_variable *variables[] = { hand_single(hand, "sector", 0, names, sector),
                                         hand_single(hand, "size", 0, names, size) };
    for (size_t v = 0; v < 2; v++)
        variables[v]->label[WRD_NL] = variables[v]->label[WRD_EN] = "Question";
    return hand;
}
#define ROWS(...)                                   \
    (const struct wrd_population[]){ __VA_ARGS__ }, \
        sizeof((const struct wrd_population[]){ __VA_ARGS__ }) / sizeof(struct wrd_population)

static void test_groups(void **state)
{
    struct hand *hand = survey("a a b . a c c a a a", "a b a a a a a a a a");
    const struct wrd_response *response =
        counted(hand, ROWS(INVITED("sector", "c", 20), INVITED("sector", "a", 30),
                           INVITED("sector", "b", 50), INVITED("size", "a", 100),
                           PERSONS("total", "", 100)));
    (void)state;
    print_message("  in the order of the answers, whatever that of the file\n");
    assert_int_equal(response->n_by, 2);
    assert_groups(hand, &response->by[0], "a 6/30, b 1/50, c 2/20");
    assert_int_equal(response->by[0].unknown, 1);
    assert_string_equal(response->by[0].label[WRD_EN], "Question");
    print_message("  an answer that nobody was invited for has no group\n");
    assert_groups(hand, &response->by[1], "a 9/100");
    assert_int_equal(response->by[1].unknown, 1);
    print_message("  1 in 10 unknown is not too many\n");
    assert_true(wrd_response_is_known(&response->by[0]));
    assert_said(hand, "");
    print_message(
        "  the rows say how many were invited where the wave does not, and that all were\n");
    assert_int_equal(response->invited, 100);
    assert_true(response->census);
    hand_free(hand);
}

static void test_crossed(void **state)
{
    struct hand *hand = survey("a a b . a", "b a b a .");
    const struct wrd_response *response = counted(
        hand, ROWS(INVITED("sector * size", "b*b", 20), INVITED("sector * size", "a * b", 30),
                   INVITED("sector * size", "a*a", 50), INVITED("sector*size", "a*b", 100)));
    (void)state;
    assert_int_equal(response->n_by, 1);
    assert_string_equal(response->by[0].name, "sector*size");
    assert_string_equal(response->by[0].label[WRD_NL], "Question / Question");
    assert_groups(hand, &response->by[0], "a*a 1/50, a*b 1/30, b*b 1/20");
    print_message("  unknown are who left one of the two open\n");
    assert_int_equal(response->by[0].unknown, 2);
    print_message("  more than 1 in 10: said, for the R-indicator stays out\n");
    assert_false(wrd_response_is_known(&response->by[0]));
    assert_said(hand, "N0554 2: variable\n");
    hand_free(hand);
}

static const struct {
    const char *name;
    int64_t invited; /* of the wave; -1: not said */
    int64_t a, b;    /* invited rows of sector */
    bool asked;
    uint64_t want_invited;
    size_t want_by;
    const char *says;
} frames[] = {
    { "the wave and the rows agree", 100, 40, 60, true, 100, 1, "" },
    { "another wave had another total", 90, 40, 60, true, 90, 0, "N0552 2: count\n" },
    { "more respondents in a group than invited", 61, 1, 60, true, 61, 0, "W0551 2: count\n" },
    { "the question is not in this wave", 100, 40, 60, false, 100, 0, "N0553 2: variable\n" },
    { "more respondents than invited in all (said when read)", 4, 2, 2, true, 0, 0, "" },
};

static void test_frames(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        struct hand *hand = survey(frames[i].asked ? "a a b b b" : NULL, "a a a a a");
        hand->study.waves[0].invited[0] = frames[i].invited;
        print_message("  %s\n", frames[i].name);
        const struct wrd_response *response = counted(
            hand, ROWS(INVITED("sector", "a", frames[i].a), INVITED("sector", "b", frames[i].b)));
        assert_int_equal(response->invited, frames[i].want_invited);
        assert_int_equal(response->n_by, frames[i].want_by);
        assert_false(response->census);
        assert_int_equal(wrd_respondents(response), 5);
        assert_said(hand, frames[i].says);
        hand_free(hand);
    }
}

static void test_no_frame(void **state)
{
    struct hand *hand = survey("a a", "a a");
    const struct wrd_response *response = counted(hand, NULL, 0);
    (void)state;
    print_message("  nobody said how many were invited: not known, and who is complete is\n");
    assert_int_equal(response->invited, 0);
    assert_int_equal(response->complete, 2);
    assert_int_equal(response->n_by, 0);
    hand_free(hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_complete), cmocka_unit_test(test_what_is_a_question),
        cmocka_unit_test(test_groups),   cmocka_unit_test(test_crossed),
        cmocka_unit_test(test_frames),   cmocka_unit_test(test_no_frame),
    };
    return cmocka_run_group_tests_name("response", tests, NULL, NULL);
}
