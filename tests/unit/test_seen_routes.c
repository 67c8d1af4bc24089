/* test_seen_routes.c - which routes and tasks may be seen: PROTECTION R1, R2, R3, R7, R8, R11.
 * Expected by hand; volunteers, so a count of 1 to 4 is unsafe. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/close.h"
#include "support/hand.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { ROUTES = 3, BLOCK = 20, RESPONDENTS = ROUTES * BLOCK };

/* Who sees x1 most, then x2, then x3, twenty of each. */
static const char *const seen_by[ROUTES] = { "523", "352", "235" };
static const char *const even_roles = "11111111112222233333"
                                      "22222222221111133333"
                                      "33333333331111122222";

static const struct {
    const char *name;
    char odd; /* instead of the first `n_odd` answers to x2; 0: none */
    size_t n_odd;
    const char *roles; /* NULL: the question was not asked */
    enum wrd_profile profile;
    bool routes, n, agreement, kappa, few;
} cases[] = {
    { "every answer is shown", 0, 0, "", WRD_PROFILE_PUBLIC, true, true, true, true, false },
    { "R11: two say 1, which is hidden", '1', 2, "", WRD_PROFILE_PUBLIC, false, false, false, false,
      false },
    { "R8: three have x1 and not x2, so how many have all is not told", '.', 3, "",
      WRD_PROFILE_PUBLIC, true, false, true, true, false },
    { "R8: ten are enough", '.', 10, "", WRD_PROFILE_PUBLIC, true, true, true, true, false },
    { "no question names the role", 0, 0, NULL, WRD_PROFILE_PUBLIC, true, true, false, false,
      false },
    { "R2: two name no role, and are hidden", 0, 0,
      "111111111144222333332222222222111113333333333333331111122222", WRD_PROFILE_PUBLIC, true,
      true, false, false, false },
    { "R3: all agree", 0, 0, "111111111111111111112222222222222222222233333333333333333333",
      WRD_PROFILE_PUBLIC, true, true, false, false, false },
    { "R2: three do not agree", 0, 0,
      "111111111111111111122222222222222222222133333333333333333331", WRD_PROFILE_PUBLIC, true,
      true, false, false, false },
    { "R11: kappa needs every cell of the table", 0, 0,
      "111111111122222222332222222222222223333333333333333333333333", WRD_PROFILE_PUBLIC, true,
      true, true, false, false },
    { "R8: 20 name a role, one of whom has not all routes: of 11 to 19 only 7 of 19 is 37 percent",
      '.', 1, "11111111222222333333........................................", WRD_PROFILE_PUBLIC,
      true, false, false, false, false },
    { "of 25 who name a role: few, and told", 0, 0,
      "1111111111........................33333"
      "333333333333.........",
      WRD_PROFILE_PUBLIC, true, true, true, true, true },
    { "base-only: the base alone decides", '1', 2, "", WRD_PROFILE_BASE_ONLY, true, true, true,
      true, false },
};

static const char *answers_to(struct hand *hand, size_t c, size_t r)
{
    char *text = wrd_arena_text(hand->arena, even_roles, RESPONDENTS);
    for (size_t i = 0; i < RESPONDENTS; i++)
        text[i] = seen_by[r][i / BLOCK];
    for (size_t i = 0; i < cases[c].n_odd && r == 1; i++)
        text[i] = cases[c].odd;
    return text;
}

static void add_role(struct hand *hand, const char *answers)
{
    static const char *const codes[] = { "1", "2", "3", "4" }, *const labels[] = {
        "regisseur", "netwerker", "begeleider", "geen"
    };
    struct wrd_value values[COUNT(codes)];
    for (size_t a = 0; a < COUNT(codes); a++)
        values[a] = (struct wrd_value){ .code = codes[a],
                                        .label = { [WRD_NL] = labels[a] },
                                        .reason = WRD_NO_REASON };
    hand_single(hand, "role", WRD_ROLE_OUTCOME, hand_list(hand, values, COUNT(codes)), answers);
}

static struct hand *survey_new(size_t c, enum wrd_family family)
{
    static const char *const names[ROUTES] = { "x1", "x2", "x3" },
                             *const items[ROUTES] = { "a", "b", "c" },
                             *const roles[ROUTES] = { "regisseur", "netwerker", "begeleider" };
    struct hand *hand = hand_new();
    const struct wrd_list *agree = hand_agree(hand);
    hand->study.disclosure.profile = cases[c].profile;
    hand->study.disclosure.min_base[WRD_VOLUNTEERS] = 10;
    hand->study.disclosure.min_cell[WRD_VOLUNTEERS] = 5;
    for (size_t r = 0; r < ROUTES; r++) {
        struct wrd_scale *scale = hand_scale(hand, names[r], 0);
        scale->family = family;
        scale->officer_role[WRD_NL] = roles[r];
        hand_item(hand, items[r], (int)r, false, agree, answers_to(hand, c, r))->roles =
            WRD_ROLE_OUTCOME;
    }
    if (cases[c].roles)
        add_role(hand, *cases[c].roles ? cases[c].roles : even_roles);
    return hand;
}

static const struct wrd_release *release_of(struct hand *hand)
{
    static const struct wrd_quality quality;
    const struct wrd_frame *frame = &hand->frame;
    struct wrd_release *release = NULL;
    struct wrd_tables *tables = hand_tables(hand);
    const struct wrd_tables *waves = tables;
    wrd_routes(hand->arena, &frame, 1, hand->diag, tables);
    wrd_tasks(hand->arena, &frame, 1, hand->diag, tables);
    assert_int_equal(wrd_disclose(hand->arena, &waves, 1, &quality, hand->diag, &release), WRD_OK);
    return release;
}

static void check(const struct wrd_seen *seen, bool shown, bool n)
{
    assert_int_equal(seen->state, shown ? WRD_SHOWN : WRD_HIDDEN);
    assert_int_equal(seen->has_n, shown && n);
    if (!shown) {
        assert_close(seen->value, 0, 0);
        assert_int_equal(seen->n, 0);
    }
}

static void test_routes(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(cases); c++) {
        print_message("  %s\n", cases[c].name);
        struct hand *hand = survey_new(c, WRD_FAMILY_ROUTE);
        const struct wrd_release *release = release_of(hand);
        assert_int_equal(wrd_release_routes(release), 1);
        const struct wrd_seen_routes *routes = wrd_release_route(release, 0);
        for (size_t r = 0; r < ROUTES; r++) {
            check(routes->route[r], cases[c].routes, cases[c].n);
            check(routes->shape[r], cases[c].routes, cases[c].n);
        }
        check(routes->level, cases[c].routes, cases[c].n);
        check(routes->spread, cases[c].routes, cases[c].n);
        assert_true((routes->verdict != WRD_ROUTE_UNTESTED) == cases[c].routes);
        assert_true((routes->role != NULL) == (cases[c].roles != NULL));
        assert_int_equal(routes->agreement.state, cases[c].agreement ? WRD_SHOWN : WRD_HIDDEN);
        if (cases[c].agreement)
            assert_true(routes->agreement.has_interval == cases[c].n); /* bounds give n */
        assert_int_equal(routes->has_kappa, cases[c].kappa);
        assert_int_equal(routes->few, cases[c].few);
        hand_free(hand);
    }
}

/* Thirty of the sixty agree, ten in each block: 50 percent; (1/2 - 1/3) / (1 - 1/3) = 1/4. */
static void test_agreement(void **state)
{
    (void)state;
    struct hand *hand = survey_new(0, WRD_FAMILY_ROUTE);
    const struct wrd_seen_routes *routes = wrd_release_route(release_of(hand), 0);
    assert_close(routes->agreement.value, 50, 0);
    assert_int_equal(routes->agreement.n, RESPONDENTS);
    assert_close(routes->kappa, 0.25, 0);
    hand_free(hand);
}

static void test_tasks(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(cases); c++) {
        print_message("  %s\n", cases[c].name);
        struct hand *hand = survey_new(c, WRD_FAMILY_TASK);
        const struct wrd_release *release = release_of(hand);
        assert_int_equal(wrd_release_routes(release), 0);
        assert_int_equal(wrd_release_task_sets(release), 1);
        assert_int_equal(wrd_release_task_set(release, 0)->tested, cases[c].routes);
        assert_int_equal(wrd_release_task_set(release, 0)->weakest, WRD_NO_TASK);
        hand_free(hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_routes),
        cmocka_unit_test(test_agreement),
        cmocka_unit_test(test_tasks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
