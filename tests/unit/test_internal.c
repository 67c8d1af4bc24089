/* The files for the analyst alone.  A made-up item with known figures; expected rows by hand from
 * FORMATS.md, section 3. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/file.h"
#include "support/sample_release.h"
#include "support/written.h"
#include "waardering/steps.h"
#include "write/internal.h"
#include "waardering/reliability.h"

#define FOLDER ".build/test-internal"

static const double scores[] = { 1, 2, 3, 4, 5 };
static const struct wrd_row item_rows[] = {
    { .statistic = WRD_SHARE, .code = "4" },
    { .statistic = WRD_MEAN, .code = "" },
    { .statistic = WRD_SD, .code = "" },
};
static const struct wrd_row scale_rows[] = {
    { .statistic = WRD_INDEX, .code = "" },
    { .statistic = WRD_SD, .code = "" },
};
static const struct wrd_group everybody[] = { { .code = "total" } };
/* merging leaves the group 1 alone */
static const struct wrd_group merged[] = { { .code = "1", .n_parts = 1 },
                                           { .code = "2+3", .n_parts = 2 } };

struct made {
    struct wrd_figure total[3], by_age[6], index[2];
    struct wrd_table item_tables[2], scale_tables[1];
    struct wrd_outcome outcomes[2];
    const struct wrd_outcome *items[1];
    struct wrd_tables tables;
};

static struct wrd_figure figure(double value, uint64_t n)
{
    return (struct wrd_figure){ true, value, 0.125, 23, value - 0.25, value + 0.25,
                                30.5, 20.25, 1.5,   n,  false };
}

static void make_tables(struct made *m, const struct sample *s)
{
    static const bool reversed[] = { true };
    *m = (struct made){ .total = { figure(0.5, 24), figure(3.75, 24), figure(1, 24) },
                        .index = { figure(31.25, 23), figure(20, 23) } };
    for (size_t i = 0; i < 6; i++)
        m->by_age[i] = figure((double)i, 12);
    m->by_age[3].exists = false;
    m->total[2].se = m->total[2].df = m->total[2].lo = m->total[2].hi = NAN;
    m->outcomes[0] = (struct wrd_outcome){ .kind = WRD_OUTCOME_ITEM,
                                           .name = "v_a1",
                                           .n_categories = 5,
                                           .score = scores,
                                           .rows = item_rows,
                                           .n_rows = 3,
                                           .tables = m->item_tables,
                                           .n_tables = 2 };
    m->outcomes[1] = (struct wrd_outcome){ .kind = WRD_OUTCOME_SCALE,
                                           .name = "A",
                                           .rows = scale_rows,
                                           .n_rows = 2,
                                           .tables = m->scale_tables,
                                           .n_tables = 1,
                                           .items = m->items,
                                           .reversed = reversed,
                                           .n_items = 1 };
    m->items[0] = &m->outcomes[0];
    m->item_tables[0] = (struct wrd_table){
        .outcome = &m->outcomes[0], .groups = everybody, .n_groups = 1, .figures = m->total
    };
    m->item_tables[1] = (struct wrd_table){ .outcome = &m->outcomes[0],
                                            .by = &s->variables[SAMPLE_AGE],
                                            .merged = true,
                                            .groups = merged,
                                            .n_groups = 2,
                                            .figures = m->by_age };
    m->scale_tables[0] = (struct wrd_table){
        .outcome = &m->outcomes[1], .groups = everybody, .n_groups = 1, .figures = m->index
    };
    m->tables = (struct wrd_tables){ .study = &s->study,
                                     .codebook = &s->book,
                                     .wave = 1,
                                     .outcomes = m->outcomes,
                                     .n_outcomes = 2 };
}

static void check_text(char *text, const char *want)
{
    assert_string_equal(text, want);
    free(text);
}

static void test_estimates(void **state)
{
    struct written written;
    struct sample s;
    struct made m;
    (void)state;
    sample_release(&s);
    make_tables(&m, &s);
    wrd_estimates_write(&m.tables, written_begin(&written));
    print_message("  unrounded; NaN is empty; a group that merging left alone stands once\n");
    check_text(
        written_end(&written),
        "wave,source,variable,code,group_variable,group_code,statistic,estimate,se,df,ci_low,"
        "ci_high,n,weight_sum,n_effective,deff\r\n"
        "2026,vol,v_a1,4,total,total,share,0.5,0.125,23,0.25,0.75,24,30.5,20.25,1.5\r\n"
        "2026,vol,v_a1,,total,total,mean,3.75,0.125,23,3.5,4,24,30.5,20.25,1.5\r\n"
        "2026,vol,v_a1,,total,total,sd,1,,,,,24,30.5,20.25,1.5\r\n"
        "2026,vol,v_a1,4,age,2+3,share,,,,,,12,30.5,,\r\n"
        "2026,vol,v_a1,,age,2+3,mean,4,0.125,23,3.75,4.25,12,30.5,20.25,1.5\r\n"
        "2026,vol,v_a1,,age,2+3,sd,5,0.125,23,4.75,5.25,12,30.5,20.25,1.5\r\n"
        "2026,vol,A,,total,total,index,31.25,0.125,23,31,31.5,23,30.5,20.25,1.5\r\n"
        "2026,vol,A,,total,total,sd,20,0.125,23,19.75,20.25,23,30.5,20.25,1.5\r\n");
    wrd_arena_free(s.arena);
}

/* A row of the scale, then one an item; what does not exist is empty. */
static const struct wrd_item_fit fit = { 2.25, 1, 0.5, 0.25 };
static const struct wrd_reliability reliability = {
    .n = 23, .alpha = 0.75, .omega = NAN, .mean = 31.25, .sd = 20, .items = &fit
};

static void test_scales(void **state)
{
    struct written written;
    struct sample s;
    struct made m;
    (void)state;
    sample_release(&s);
    make_tables(&m, &s);
    print_message("  a scale that was not looked at has no rows\n");
    wrd_scales_write(&m.tables, written_begin(&written));
    check_text(written_end(&written),
               "wave,source,scale,item,n,alpha,omega,mean,sd,item_rest,alpha_if_dropped\r\n");
    m.outcomes[1].reliability = &reliability;
    wrd_scales_write(&m.tables, written_begin(&written));
    check_text(written_end(&written),
               "wave,source,scale,item,n,alpha,omega,mean,sd,item_rest,alpha_if_dropped\r\n"
               "2026,vol,A,,23,0.75,,31.25,20,,\r\n"
               "2026,vol,A,v_a1,23,,,2.25,1,0.5,0.25\r\n");
    wrd_arena_free(s.arena);
}

static struct wrd_frame frame_of(uint32_t *lines, struct wrd_set_aside *asides)
{
    return (struct wrd_frame){ .wave = 1,
                               .file = "2026/volunteers.csv",
                               .n = 2,
                               .line = lines,
                               .asides = asides,
                               .n_asides = 2 };
}

static void test_weights_and_rows(void **state)
{
    uint32_t lines[] = { 2, 5 };
    int64_t weights[] = { 1500, 333 };
    struct wrd_set_aside asides[] = { { 3, 0, "duplicate" }, { 4, 7, "too few fields" } };
    struct wrd_frame frame = frame_of(lines, asides);
    const struct wrd_frame *frames[] = { &frame };
    struct written written;
    struct sample s;
    (void)state;
    sample_release(&s);
    print_message("  without weights everybody is 1\n");
    wrd_weights_write(&s.study, frames, 1, written_begin(&written));
    check_text(written_end(&written),
               "wave,source,line,weight\r\n2026,vol,2,1\r\n2026,vol,5,1\r\n");
    frame.weight = weights;
    frame.weight_one = 1000;
    wrd_weights_write(&s.study, frames, 1, written_begin(&written));
    check_text(written_end(&written), "wave,source,line,weight\r\n2026,vol,2,1.5\r\n"
                                      "2026,vol,5,0.33300000000000002\r\n");
    wrd_rows_write(&s.study, frames, 1, written_begin(&written));
    check_text(written_end(&written), "wave,source,file,line,column,reason\r\n"
                                      "2026,vol,2026/volunteers.csv,3,,duplicate\r\n"
                                      "2026,vol,2026/volunteers.csv,4,7,too few fields\r\n");
    wrd_arena_free(s.arena);
}

/* Two groups took part and two did not: S = 1/2, so raw R is 0, and adjusted (R) it is
 * 1 - 2 sqrt(.25 + .25/64).  Where the range begins: test_nonresponse.c. */
static void test_response(void **state)
{
    static const char *const parts[] = {
        "wave,source,variable,code,statistic,estimate\r\n2026,vol,total,,rr1,0.25\r\n"
        "2026,vol,total,,rr2,0.5\r\n2026,vol,age,,r_raw,0\r\n",
        "2026,vol,age,,r,-0.0077822185373186414\r\n2026,vol,age,,r_low,0.",
        "\r\n2026,vol,age,,bias_max,0.50389110926865932\r\n2026,vol,age,1,rr2,1\r\n"
        "2026,vol,age,1,r_partial,0.25\r\n",
        "2026,vol,age,4,rr2,0\r\n2026,vol,age,4,r_partial,-0.25\r\n",
    };
    struct wrd_response_group groups[] = { { "1", { "", "" }, 16, 16 },
                                           { "2", { "", "" }, 16, 16 },
                                           { "3", { "", "" }, 16, 0 },
                                           { "4", { "", "" }, 16, 0 } };
    struct wrd_response_by by = { .name = "age", .groups = groups, .n_groups = 4 };
    struct wrd_response responses[] = {
        { .source = 0, .invited = 64, .complete = 16, .partial = 16, .by = &by, .n_by = 1 },
        { .source = 1, .complete = 7 } /* nobody knows how many were invited */
    };
    struct written written;
    struct sample s;
    struct made m;
    (void)state;
    sample_release(&s);
    make_tables(&m, &s);
    m.tables.responses = responses;
    m.tables.n_responses = 2;
    wrd_response_write(&m.tables, written_begin(&written));
    char *text = written_end(&written);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(text, parts[i]))
            fail_msg("not there: %s", parts[i]);
    assert_int_equal(times_in(text, "\r\n"), 1 + 2 + 4 + 2 * 4);
    free(text);
    wrd_arena_free(s.arena);
}

static void remove_set(void)
{
    unlink(FOLDER "/set/estimates.csv");
    unlink(FOLDER "/set/response.csv");
    unlink(FOLDER "/set/tests.csv");
    unlink(FOLDER "/set/scales.csv");
    unlink(FOLDER "/set/weights.csv");
    unlink(FOLDER "/set/rows.csv");
    unlink(FOLDER "/.set.lock");
    rmdir(FOLDER "/set");
}

static unsigned mode_of(const char *path)
{
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    return about.st_mode & 0777;
}

static void test_on_disk(void **state)
{
    struct wrd_diag *diag = wrd_diag_new();
    struct sample s;
    struct made m;
    (void)state;
    mkdir(".build", 0755);
    mkdir(FOLDER, 0755);
    remove_set();
    sample_release(&s);
    make_tables(&m, &s);
    assert_int_equal(wrd_write_internal(&m.tables, NULL, 0, FOLDER "/set/", diag), WRD_OK);
    assert_int_equal(mode_of(FOLDER "/set"), 0700);
    assert_int_equal(mode_of(FOLDER "/set/estimates.csv"), 0600);
    assert_int_equal(mode_of(FOLDER "/set/rows.csv"), 0600);
    print_message("  once more over the same folder\n");
    assert_int_equal(wrd_write_internal(&m.tables, NULL, 0, FOLDER "/set", diag), WRD_OK);
    print_message("  never over a folder that holds something else\n");
    assert_int_equal(wrd_write_internal(&m.tables, NULL, 0, FOLDER, diag), WRD_EIO);
    assert_true(wrd_file_exists(FOLDER "/set/rows.csv"));
    print_message("  never over the folder we are in\n");
    assert_int_equal(wrd_write_internal(&m.tables, NULL, 0, ".", diag), WRD_EUSAGE);
    assert_int_equal(wrd_write_internal(&m.tables, NULL, 0, "..", diag), WRD_EUSAGE);
    assert_int_equal(wrd_write_internal(&m.tables, NULL, 0, "/", diag), WRD_EUSAGE);
    remove_set();
    wrd_arena_free(s.arena);
    wrd_diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_estimates),        cmocka_unit_test(test_scales),
        cmocka_unit_test(test_weights_and_rows), cmocka_unit_test(test_response),
        cmocka_unit_test(test_on_disk),
    };
    return cmocka_run_group_tests_name("internal", tests, NULL, NULL);
}
