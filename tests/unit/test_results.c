/* results.csv, its metadata and quality.csv.  Expected rows are written by hand from FORMATS.md,
 * section 3. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/sample_release.h"
#include "support/written.h"
#include "write/results.h"

static char *results_of(struct sample *s, struct wrd_diag *diag, enum wrd_status *status)
{
    struct written written;
    *status = wrd_results_write(wrd_plan_new(s->arena, &s->release), written_begin(&written), diag);
    return written_end(&written);
}

static void test_rows(void **state)
{
    static const char *const rows[] = {
        /* the header */
        ("study,wave,municipality,source,table,variable,code,group_variable,group_code,statistic,"
         "value,ci_low,ci_high,n,flag\r\n"),
        /* a whole percentage */
        "voorbeeldstad,2026,GM9999,vol,v_a1,v_a1,4,total,total,share,41,39,48,412,\r\n",
        /* a mean has one decimal, also when it is whole */
        "voorbeeldstad,2026,GM9999,vol,v_cijfer,v_cijfer,,total,total,mean,7.8,7.6,8.0,401,\r\n",
        /* merged answers, a group */
        "voorbeeldstad,2026,GM9999,vol,v_a1,v_a1,1+2,age,1,share,20,12,31,1301,\r\n",
        /* hidden: value, bounds and n empty */
        "voorbeeldstad,2026,GM9999,vol,v_a1,v_a1,1+2,age,2,share,,,,,c\r\n",
        /* not defined */
        "voorbeeldstad,2026,GM9999,vol,v_a1,v_a1,,age,1,dont_know,,,,,z\r\n",
        /* an earlier wave, with a series break */
        "voorbeeldstad,2025,GM9999,vol,v_a1,v_a1,4,total,total,share,41,39,48,412,b\r\n",
        /* a scale */
        "voorbeeldstad,2026,GM9999,vol,A,A,,total,total,index,71,68,74,409,\r\n",
        /* the response: n is how many were invited */
        "voorbeeldstad,2026,GM9999,vol,response,response,rr1,total,total,response,,,,,c\r\n",
        "voorbeeldstad,2026,GM9999,vol,response,response,rr2,total,total,response,35,,,1200,\r\n",
    };
    struct wrd_diag *diag = wrd_diag_new();
    struct sample s;
    enum wrd_status status;
    char *text;
    (void)state;
    sample_release(&s);
    text = results_of(&s, diag, &status);
    assert_int_equal(status, WRD_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (times_in(text, rows[i]) != 1)
            fail_msg("not there once: %s", rows[i]);
    assert_int_equal(strncmp(text, rows[0], strlen(rows[0])), 0);
    print_message("  one row a cell of every table, two of the response, and the header\n");
    assert_int_equal(times_in(text, "\r\n"), 1 + 9 + 9 + 9 + 1 + 2 + 1 + 1 + 9 + 2);
    free(text);
    wrd_arena_free(s.arena);
    wrd_diag_free(diag);
}

/* A hidden cell whose numbers were not erased must not show them either. */
static void test_hidden_stays_hidden(void **state)
{
    struct wrd_diag *diag = wrd_diag_new();
    struct sample s;
    enum wrd_status status;
    struct wrd_seen leaky = sample_shown(93, 92, 94, 9391);
    char *text;
    (void)state;
    sample_release(&s);
    leaky.state = WRD_HIDDEN;
    sample_put(&s.tables[0], 0, 0, leaky);
    text = results_of(&s, diag, &status);
    assert_null(strstr(text, "9391"));
    assert_null(strstr(text, ",93,"));
    free(text);
    wrd_arena_free(s.arena);
    wrd_diag_free(diag);
}

static int by_fields(const char *a, const char *b)
{
    for (int field = 0; field < WRD_RESULT_KEYS; field++) {
        const size_t n = strcspn(a, ","), m = strcspn(b, ",");
        const int order = memcmp(a, b, n < m ? n : m);
        if (order != 0 || n != m)
            return order != 0 ? order : n < m ? -1 : 1;
        a += n + 1;
        b += m + 1;
    }
    return 0;
}

static void test_sorted(void **state)
{
    struct wrd_diag *diag = wrd_diag_new();
    struct sample s;
    enum wrd_status status;
    char *text, *row, *next;
    (void)state;
    sample_release(&s);
    text = results_of(&s, diag, &status);
    row = strstr(text, "\r\n") + 2;
    while ((next = strstr(row, "\r\n") + 2) && *next) {
        assert_true(by_fields(row, next) < 0);
        row = next;
    }
    free(text);
    wrd_arena_free(s.arena);
    wrd_diag_free(diag);
}

static void test_same_key_is_a_fault(void **state)
{
    struct wrd_diag *diag = wrd_diag_new();
    struct sample s;
    enum wrd_status status;
    (void)state;
    sample_release(&s);
    s.tables[s.release.n_tables++] = s.tables[0];
    free(results_of(&s, diag, &status));
    assert_int_equal(status, WRD_EFAULT);
    assert_int_equal(wrd_diag_errors(diag), 1);
    wrd_arena_free(s.arena);
    wrd_diag_free(diag);
}

static void test_quality(void **state)
{
    struct written written;
    struct sample s;
    char *text;
    (void)state;
    sample_release(&s);
    wrd_quality_write(wrd_plan_new(s.arena, &s.release), written_begin(&written));
    text = written_end(&written);
    assert_int_equal(times_in(text, "wave,source,file,check,variable,code,count\r\n"), 1);
    assert_int_equal(times_in(text, "2026,vol,2026/volunteers.csv,rows,,,427\r\n"), 1);
    print_message("  a masked count is <5\n");
    assert_int_equal(times_in(text, "2026,vol,2026/volunteers.csv,refused,v_a1,,<5\r\n"), 1);
    free(text);
    wrd_arena_free(s.arena);
}

static void test_metadata(void **state)
{
    static const char *const parts[] = {
        "\"http://www.w3.org/ns/csvw\"",
        "\"url\": \"results.csv\"",
        "\"primaryKey\"",
        "\"format\": \"|c|u|b|z\"",
        "\"nonNegativeInteger\"",
        "\"Ondergrens\"",
        "\"Lower bound\"",
    };
    struct written written;
    struct sample s;
    char *text;
    (void)state;
    sample_release(&s);
    wrd_results_metadata_write(wrd_plan_new(s.arena, &s.release), written_begin(&written));
    text = written_end(&written);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        assert_int_equal(times_in(text, parts[i]), 1);
    print_message("  every column of results.csv, and the key once more\n");
    for (size_t i = 0; i < WRD_RESULT_COLUMNS; i++) {
        char name[40] = "\"name\": \"";
        strncat(name, wrd_result_columns[i], 20);
        assert_int_equal(times_in(text, strncat(name, "\"", 2)), 1);
    }
    free(text);
    wrd_arena_free(s.arena);
}

static void test_decimals(void **state)
{
    (void)state;
    assert_int_equal(wrd_statistic_decimals(WRD_SHARE), 0);
    assert_int_equal(wrd_statistic_decimals(WRD_INDEX), 0);
    assert_int_equal(wrd_statistic_decimals(WRD_BREADTH), 0);
    assert_int_equal(wrd_statistic_decimals(WRD_MEAN), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),     cmocka_unit_test(test_hidden_stays_hidden),
        cmocka_unit_test(test_sorted),   cmocka_unit_test(test_same_key_is_a_fault),
        cmocka_unit_test(test_quality),  cmocka_unit_test(test_metadata),
        cmocka_unit_test(test_decimals),
    };
    return cmocka_run_group_tests_name("results", tests, NULL, NULL);
}
