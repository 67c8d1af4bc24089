/* test_domain_properties.c - what must hold for every sample: sums merge, order and units do not
 * matter.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "stats/domain.h"
#include "support/close.h"
#include "support/people.h"

static const double one_to_eight[MAX_VALUES] = { 1, 2, 3, 4, 5, 6, 7, 8 };
static const uint8_t four_or_five[MAX_VALUES] = { 0, 0, 0, 1, 1, 0, 0, 0 };

/* A xorshift generator, so that every machine tries the same samples. */
static uint64_t draw_state = 0x9E3779B97F4A7C15u;
static unsigned draw(unsigned below)
{
    draw_state ^= draw_state << 13;
    draw_state ^= draw_state >> 7;
    draw_state ^= draw_state << 17;
    return (unsigned)(draw_state >> 33) % below;
}

enum { DRAWN = 200 };
static void draw_people(struct person persons[DRAWN])
{
    for (int i = 0; i < DRAWN; i++)
        persons[i] =
            (struct person){ (int)draw(3), 0.25 * (1 + draw(40)), (int)draw(6) - 1, draw(3) == 0 };
}

static void assert_same_bits(const struct wrd_domain *a, const struct wrd_domain *b)
{
    struct wrd_estimate x, y;
    assert_int_equal(wrd_domain_mean(a, one_to_eight, 1, 5, &x), WRD_OK);
    assert_int_equal(wrd_domain_mean(b, one_to_eight, 1, 5, &y), WRD_OK);
    assert_memory_equal(&x, &y, sizeof x);
    assert_int_equal(wrd_domain_share(a, four_or_five, &x), WRD_OK);
    assert_int_equal(wrd_domain_share(b, four_or_five, &y), WRD_OK);
    assert_memory_equal(&x, &y, sizeof x);
}

static void test_order_and_parts_do_not_matter(void **state)
{
    (void)state;
    for (int trial = 0; trial < 50; trial++) {
        struct person persons[DRAWN];
        struct people whole, left, right, backwards = { 0 };
        draw_people(persons);
        struct wrd_domain all = people_count(&whole, persons, DRAWN);
        size_t cut = draw(DRAWN);
        people_count(&left, persons, cut);
        people_count(&right, persons + cut, DRAWN - cut);
        people_merge(&right, &left);
        struct wrd_domain merged = people_domain(&right);
        assert_same_bits(&all, &merged);
        for (size_t i = DRAWN; i-- > 0;)
            people_add(&backwards, &persons[i]);
        struct wrd_domain reversed = people_domain(&backwards);
        assert_same_bits(&all, &reversed);
    }
}

static void test_recoding_backwards_mirrors_the_mean(void **state)
{
    (void)state;
    const double backwards[MAX_VALUES] = { 5, 4, 3, 2, 1 };
    for (int trial = 0; trial < 50; trial++) {
        struct person persons[DRAWN];
        struct people people;
        struct wrd_estimate up, down;
        draw_people(persons);
        struct wrd_domain domain = people_count(&people, persons, DRAWN);
        assert_int_equal(wrd_domain_mean(&domain, one_to_eight, 1, 5, &up), WRD_OK);
        assert_int_equal(wrd_domain_mean(&domain, backwards, 1, 5, &down), WRD_OK);
        assert_close(down.value, 6 - up.value, 1e-14);
        assert_close(down.se, up.se, 1e-14);
        assert_close(down.lo, 6 - up.hi, 1e-13);
        assert_close(wrd_domain_sd(&domain, backwards), wrd_domain_sd(&domain, one_to_eight),
                     1e-14);
    }
}

static void test_the_unit_of_weights_does_not_matter(void **state)
{
    (void)state;
    for (int trial = 0; trial < 50; trial++) {
        struct person persons[DRAWN];
        struct people people, thousands;
        struct wrd_estimate x, y;
        draw_people(persons);
        struct wrd_domain one = people_count(&people, persons, DRAWN);
        for (int i = 0; i < DRAWN; i++)
            persons[i].w *= 1000;
        struct wrd_domain many = people_count(&thousands, persons, DRAWN);
        assert_int_equal(wrd_domain_mean(&one, one_to_eight, 1, 5, &x), WRD_OK);
        assert_int_equal(wrd_domain_mean(&many, one_to_eight, 1, 5, &y), WRD_OK);
        assert_close(y.value, x.value, 1e-12);
        assert_close(y.se, x.se, 1e-12);
        assert_close(y.deff, x.deff, 1e-12);
        assert_close(y.weight_sum, 1000 * x.weight_sum, 1e-12);
        assert_int_equal(wrd_domain_share(&one, four_or_five, &x), WRD_OK);
        assert_int_equal(wrd_domain_share(&many, four_or_five, &y), WRD_OK);
        assert_close(y.lo, x.lo, 1e-12);
        assert_close(y.hi, x.hi, 1e-12);
    }
}

static void test_one_of_weight_two_is_two_of_weight_one(void **state)
{
    (void)state;
    struct person persons[DRAWN + 1];
    struct people people, split;
    struct wrd_estimate x, y;
    draw_people(persons);
    persons[0] = (struct person){ 0, 2, 3, false };
    struct wrd_domain before = people_count(&people, persons, DRAWN);
    persons[0].w = 1;
    persons[DRAWN] = persons[0];
    struct wrd_domain after = people_count(&split, persons, DRAWN + 1);
    assert_int_equal(wrd_domain_mean(&before, one_to_eight, 1, 5, &x), WRD_OK);
    assert_int_equal(wrd_domain_mean(&after, one_to_eight, 1, 5, &y), WRD_OK);
    assert_true(x.value == y.value); /* the same sums: the same bits */
    assert_int_equal(y.n, x.n + 1);
    assert_true(y.n_effective > x.n_effective);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_and_parts_do_not_matter),
        cmocka_unit_test(test_recoding_backwards_mirrors_the_mean),
        cmocka_unit_test(test_the_unit_of_weights_does_not_matter),
        cmocka_unit_test(test_one_of_weight_two_is_two_of_weight_one),
    };
    return cmocka_run_group_tests_name("domain properties", tests, NULL, NULL);
}
