/* test_html_reliability.c - the table of scales in the report: its words and figures, and what is
 * hidden. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/sample_release.h"
#include "support/written.h"
#include "write/html.h"

static const struct wrd_seen hidden = { .state = WRD_HIDDEN, .flag = 'c' };
static const struct wrd_seen undefined = { .state = WRD_NOT_DEFINED, .flag = 'z' };

static struct wrd_seen shown(double value, bool has_interval)
{
    return (struct wrd_seen){ .state = WRD_SHOWN,
                              .value = value,
                              .has_interval = has_interval,
                              .lo = 0.54,
                              .hi = 0.67,
                              .has_n = true,
                              .n = 1416 };
}

static char *report_of(struct sample *s, enum wrd_lang lang, struct wrd_seen alpha,
                       struct wrd_seen omega, size_t n_joints)
{
    struct wrd_seen_joint joints[] = { { WRD_ALPHA, 0, "A", "A", "", alpha, 4 },
                                       { WRD_OMEGA, 0, "A", "A", "", omega, 4 },
                                       { WRD_GAP_INDEX, WRD_BOTH_SOURCES, "A", "A", "", alpha,
                                         2 } };
    struct written written;
    sample_release(s);
    s->release.joints = joints;
    s->release.n_joints = n_joints;
    wrd_html_write(wrd_plan_new(s->arena, &s->release), lang, written_begin(&written));
    return written_end(&written);
}

static void test_rows(void **state)
{
    const struct {
        const char *name;
        enum wrd_lang lang;
        struct wrd_seen alpha, omega;
        size_t n_joints;
        const char *row;
    } cases[] = {
        { "both, with bounds of alpha", WRD_NL, shown(0.61, true), shown(0.64, false), 3,
          "(3 vragen)</th><td>1.416</td><td>0,61</td><td>0,54 tot 0,67</td><td>0,64</td>" },
        { "in English", WRD_EN, shown(0.61, true), shown(0.64, false), 3,
          "(3 questions)</th><td>1,416</td><td>0.61</td><td>0.54 to 0.67</td><td>0.64</td>" },
        { "no omega (two items)", WRD_NL, shown(0.4, false), undefined, 1,
          "<td>1.416</td><td>0,40</td><td></td><td>z</td>" },
        { "an omega that could not be computed", WRD_NL, shown(0.4, true), undefined, 2,
          "<td>0,54 tot 0,67</td><td>niet te berekenen</td>" },
        { "hidden: one reason for all", WRD_NL, hidden, hidden, 2,
          "(3 vragen)</th><td></td><td>te weinig antwoorden</td><td></td><td></td>" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample s;
        char *text =
            report_of(&s, cases[i].lang, cases[i].alpha, cases[i].omega, cases[i].n_joints);
        print_message("  %s\n", cases[i].name);
        if (!strstr(text, cases[i].row))
            fail_msg("not there: %s", cases[i].row);
        free(text);
        wrd_arena_free(s.arena);
    }
}

static void test_no_scale(void **state)
{
    struct sample s;
    char *text = report_of(&s, WRD_NL, hidden, hidden, 0);
    (void)state;
    print_message("  without scales there is no such part\n");
    assert_null(strstr(text, "Alfa"));
    free(text);
    wrd_arena_free(s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
                                        cmocka_unit_test(test_no_scale) };
    return cmocka_run_group_tests_name("reliability in the report", tests, NULL, NULL);
}
