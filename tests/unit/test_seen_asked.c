/* test_seen_asked.c - figures of items that are not asked of the same people (ask_if): PROTECTION R8.
 * Expected by hand: the index of a scale and the tables of its items give the sum of those who were asked
 * the one and not the other. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/hand.h"
#include "waardering/joint.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TWENTY "11111222223333355555"
#define MIXED "12345123451234512345"

/* The second item is not asked of, or left open by, the last. */
static const char all[] = TWENTY TWENTY TWENTY, mixed[] = MIXED MIXED MIXED,
                  less_one[] = MIXED MIXED "1234512345123451234.",
                  less_nine[] = MIXED MIXED "12345123451.........",
                  less_ten[] = MIXED MIXED "1234512345..........";

static const struct {
    const char *name, *second;
    bool filtered;
    enum wrd_profile profile;
    bool shown;
} cases[] = {
    { "asked of the same people", mixed, false, WRD_PROFILE_PUBLIC, true },
    { "one left it open, and nobody knows who", less_one, false, WRD_PROFILE_PUBLIC, true },
    { "one was not asked", less_one, true, WRD_PROFILE_PUBLIC, false },
    { "nine were not", less_nine, true, WRD_PROFILE_PUBLIC, false },
    { "ten were not", less_ten, true, WRD_PROFILE_PUBLIC, true },
    { "a filter that lets everybody in", mixed, true, WRD_PROFILE_PUBLIC, true },
    { "base-only: the base alone decides", less_one, true, WRD_PROFILE_BASE_ONLY, true },
};

static void add_item(struct hand *hand, int scale, const char *answers, bool filtered)
{
    static const char *codes[] = { "1" };
    static const struct wrd_condition condition = { "sector", '=', codes, 1, { 0, 0 } };
    struct wrd_variable *item = hand_item(hand, scale == 0 && !filtered ? "a" : "b", scale, false,
                                          hand_agree(hand), answers);
    item->roles = WRD_ROLE_OUTCOME;
    if (!filtered)
        return;
    item->ask_if = &condition;
    item->n_ask_if = 1;
    item->ask_if_text = "sector=1";
}

/* Two items of one scale, or each a route of its own. */
static struct hand *survey_new(size_t c, bool routes)
{
    struct hand *hand = hand_new();
    hand->study.disclosure.profile = cases[c].profile;
    hand->study.disclosure.min_base[WRD_VOLUNTEERS] = 10;
    hand->study.disclosure.min_cell[WRD_VOLUNTEERS] = 5;
    for (int scale = 0; scale <= routes; scale++)
        hand_scale(hand, scale == 0 ? "x1" : "x2", 0)->family =
            routes ? WRD_FAMILY_ROUTE : WRD_FAMILY_NONE;
    add_item(hand, 0, all, false);
    add_item(hand, routes, cases[c].second, cases[c].filtered);
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
    assert_int_equal(wrd_disclose(hand->arena, &waves, 1, &quality, hand->diag, &release), WRD_OK);
    return release;
}

static enum wrd_state index_of(const struct wrd_release *release)
{
    for (size_t t = 0; t < wrd_release_tables(release); t++) {
        const struct wrd_seen_table *table = wrd_release_table(release, t);
        for (size_t r = 0; r < table->n_rows; r++)
            if (table->outcome->kind == WRD_OUTCOME_SCALE && table->rows[r]->statistic == WRD_INDEX)
                return wrd_seen_cell(table, 0, r)->state;
    }
    return WRD_NOT_DEFINED;
}

static void test_index(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(cases); c++) {
        print_message("  %s\n", cases[c].name);
        struct hand *hand = survey_new(c, false);
        assert_int_equal(index_of(release_of(hand)), cases[c].shown ? WRD_SHOWN : WRD_HIDDEN);
        hand_free(hand);
    }
}

static void test_routes(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(cases); c++) {
        print_message("  %s\n", cases[c].name);
        struct hand *hand = survey_new(c, true);
        const struct wrd_release *release = release_of(hand);
        const struct wrd_seen_routes *routes = wrd_release_route(release, 0);
        for (size_t j = 0; j < wrd_release_joints(release); j++)
            assert_int_equal(wrd_release_joint(release, j)->seen.state,
                             cases[c].shown ? WRD_SHOWN : WRD_HIDDEN);
        assert_true((routes->verdict != WRD_ROUTE_UNTESTED) == cases[c].shown);
        hand_free(hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_index),
                                        cmocka_unit_test(test_routes) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
