/* test_rules_margins.c - the margins that study.yml names, against the codebook; see test_rules.c. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/book.h"

#define FOLDER ".build/unit/rules-margins"

static const struct {
    const char *name;
    enum wrd_weighting method;
    const char *margins[2];
    const char *says; /* NULL: nothing is wrong */
} cases[] = {
    { "two variables", WRD_WEIGHTS_RAKE, { "sector", "v_w1" }, NULL },
    { "a cross", WRD_WEIGHTS_RAKE, { "sector*v_w1" }, NULL },
    { "an unknown variable, with a suggestion",
      WRD_WEIGHTS_RAKE,
      { "sectr" },
      "perhaps you mean: sector" },
    { "an unknown part of a cross", WRD_WEIGHTS_RAKE, { "sector*v_w9" }, "E0330" },
    { "a variable of the other source", WRD_WEIGHTS_RAKE, { "o_w1" }, "E0330" },
    { "a question with several answers", WRD_WEIGHTS_RAKE, { "forms" }, "E0331" },
    { "a number", WRD_WEIGHTS_POSTSTRATIFY, { "grade" }, "E0331" },
    { "a variable crossed with itself", WRD_WEIGHTS_RAKE, { "sector*sector" }, "E0431" },
    { "margins that share a variable", WRD_WEIGHTS_RAKE, { "sector", "v_w1*sector" }, NULL },
    { "post-stratification would cross it with itself",
      WRD_WEIGHTS_POSTSTRATIFY,
      { "sector", "v_w1*sector" },
      "E0431" },
};

static void read_case(struct book_run *run, const struct book_files *files)
{
    book_write(FOLDER, files);
    book_read(run, FOLDER);
    assert_int_equal(run->status, WRD_OK);
}

static void test_margins(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *margins[] = { cases[i].margins[0], cases[i].margins[1] };
        struct book_run run;
        print_message("  %s\n", cases[i].name);
        read_case(&run, &(struct book_files){ 0 });
        run.sources[0].weights.method = cases[i].method;
        run.sources[0].weights.margins = margins;
        run.sources[0].weights.n_margins = margins[1] ? 2 : 1;
        assert_int_equal(wrd_check_codebook(&run.study, run.book, run.diag),
                         cases[i].says ? WRD_EINPUT : WRD_OK);
        assert_int_equal(wrd_diag_errors(run.diag), cases[i].says ? 1 : 0);
        if (cases[i].says)
            assert_said(book_said(&run), cases[i].says);
        book_free(&run);
    }
}

/* 1,001 answers crossed with as many. */
static void test_a_cross_of_too_many_cells(void **state)
{
    static const char *names[] = { "x*y" };
    struct book_run run;
    char *values = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&values, &size);
    (void)state;
    fputs(VALUES, to);
    for (int i = 1; i <= 1001; i++)
        fprintf(to, "many;%d;A%d;A%d;;;;;\n", i, i, i);
    fclose(to);
    read_case(&run,
              &(struct book_files){ .variables = VARIABLES "x;vol;single;many;V;Q;;;;;;;;;;\n"
                                                           "y;vol;single;many;V;Q;;;;;;;;;;\n",
                                    .values = values });
    assert_int_equal(wrd_check_codebook(&run.study, run.book, run.diag), WRD_OK);
    run.sources[0].weights.method = WRD_WEIGHTS_RAKE;
    run.sources[0].weights.margins = names;
    run.sources[0].weights.n_margins = 1;
    assert_int_equal(wrd_check_codebook(&run.study, run.book, run.diag), WRD_EINPUT);
    assert_said(book_said(&run), "E0432]: margin 'x*y' has more than 1000000 cells");
    book_free(&run);
    free(values);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_margins),
        cmocka_unit_test(test_a_cross_of_too_many_cells),
    };
    return cmocka_run_group_tests_name("rules: margins", tests, NULL, NULL);
}
