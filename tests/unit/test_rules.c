/* tests/unit/test_rules.c - whether a codebook fits itself and the study: one error a case.
 *
 * Expected places by hand, from the small codebook of tests/support/book.h. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/book.h"

#define FOLDER ".build/unit/rules"
#define ROW(text) .variables = VARIABLES text "\n"
#define VALUE(text) .values = VALUES text "\n"
#define INDICATOR(text) .indicators = INDICATORS_HEADER text "\n"
#define WAVE(text) .waves = WAVES_HEADER text "\n"

static void read_case(struct book_run *run, const struct book_files *files)
{
    book_write(FOLDER, files);
    book_read(run, FOLDER);
    assert_int_equal(run->status, WRD_OK);
}

static const struct {
    const char *name;
    struct book_files files;
    const char *says, *where;
} errors[] = {
    /* lists and types */
    { "an unknown list, with a suggestion",
      { ROW("x;vol;single;agre;V;Q;;;;;;;;;;") },
      "perhaps you mean: agree",
      "E0339]: there is no list 'agre'\n  --> codebook/variables.csv:10, column 4 'values' (x)" },
    { "single without a list",
      { ROW("x;vol;single;;V;Q;;;;;;;;;;") },
      "E0337",
      "column 4 'values'" },
    { "multiple without a list", { ROW("x;vol;multiple;;V;Q;;;;;;;;;;") }, "E0337", "(x)" },
    { "a number with a list", { ROW("x;vol;number;agree;V;Q;;;;;;;;;;") }, "E0338", "column 4" },
    { "a text with a list", { ROW("x;vol;text;agree;V;Q;;;;;;;;;;") }, "E0338", "column 4" },
    { "a list without answers",
      { VALUE("no;8;Weet niet;Don't know;dont_know;;;;") },
      "E0335",
      "codebook/values.csv:11" },
    { "a separator for one answer",
      { ROW("x;vol;single;agree;V;Q;;;;;;;;;;,") },
      "E0344",
      "column 16" },
    /* scales */
    { "an unknown scale",
      { ROW("x;vol;single;agree;V;Q;;wort;;;;;;;;") },
      "E0354",
      "column 8 'scale'" },
    { "a scale without items",
      { .scales = SCALES "roles;Rollen;Roles;;\n" },
      "E0357",
      "scales.csv:3" },
    { "an item without scores",
      { ROW("x;vol;single;yn;V;Q;;worth;;;;;;;;"), VALUE("yn;y;J;Y;;;;;\nyn;n;N;N;;;;;") },
      "E0355",
      "variables.csv:10, column 4 'values'" },
    { "an item with one score",
      { ROW("x;vol;single;yn;V;Q;;worth;;;;;;;;"), VALUE("yn;y;J;Y;;;1;;\nyn;n;N;N;;;1;;") },
      "E0356",
      "column 4 'values'" },
    { "an item that is a number",
      { ROW("x;vol;number;;V;Q;;worth;;;;;;;;") },
      "E0331",
      "column 8 'scale'" },
    /* pairs */
    { "a pair with one side",
      { ROW("x;vol;single;agree;V;Q;;;;w9;;;;;;") },
      "E0347",
      "column 10 'pair'" },
    { "a pair twice in a source",
      { ROW("x;vol;single;agree;V;Q;;;;w1;;;;;;") },
      "E0348",
      "column 10" },
    /* roles */
    { "a group of numbers",
      { ROW("x;vol;number;;V;Q;group;;;;;;;;;") },
      "E0340",
      "column 7 'role'" },
    { "a margin of several answers",
      { ROW("x;vol;multiple;forms;V;Q;margin;;;;;;;;;") },
      "E0340",
      "margin" },
    { "a stratum of text", { ROW("x;vol;text;;V;Q;stratum;;;;;;;;;") }, "E0340", "stratum" },
    { "a PSU that is a number", { ROW("x;vol;number;;V;Q;psu;;;;;;;;;") }, "E0340", "psu" },
    { "an outcome of text", { ROW("x;vol;text;;V;Q;outcome open;;;;;;;;;") }, "E0340", "outcome" },
    { "an open number", { ROW("x;vol;number;;V;Q;open;;;;;;;;;") }, "E0340", "open" },
    { "an outcome that is a date",
      { ROW("x;vol;date;;V;Q;outcome;;;;;;;;;") },
      "E0340",
      "outcome" },
    { "no outcome in a source",
      { .variables = VARIABLES_HEADER "v_w1;vol;single;agree;V;Q;outcome;worth;;;;;;;;\n"
                                      "forms;vol;multiple;forms;V;Q;outcome;;;;;;;;;\n",
        .indicators = "",
        .population = "",
        .waves = "" },
      "E0349",
      "codebook/variables.csv" },
    /* units */
    { "an unknown unit",
      { ROW("x;vol;number;;V;Q;;;;;;;hour;;;") },
      "perhaps you mean: hours",
      "column 13 'unit'" },
    { "a unit of no number",
      { ROW("x;vol;single;agree;V;Q;;;;;;;hours;;;") },
      "E0342",
      "column 13" },
    { "a max of no number", { ROW("x;vol;single;agree;V;Q;;;;;;;;;3;") }, "E0342", "(x)" },
    { "min above max",
      { ROW("x;vol;number;;V;Q;;;;;;;hours;2,5;2.4;") },
      "E0343",
      "column 14 'min'" },
    /* ask_if */
    { "a condition on nothing",
      { ROW("x;vol;single;agree;V;Q;;;;;sectr=1;;;;;") },
      "perhaps you mean: sector",
      "E0330]: there is no variable 'sectr' in source 'vol'\n  --> codebook/variables.csv:10, "
      "column 11" },
    { "a condition in the other source only",
      { ROW("x;org;single;agree;V;Q;;;;;grade>5;;;;;") },
      "E0330",
      "'org'" },
    { "a condition with an unknown code",
      { ROW("x;vol;single;agree;V;Q;;;;;sector=1,7;;;;;") },
      "E0333",
      "column 11" },
    { "a condition on a missing answer",
      { ROW("x;vol;single;agree;V;Q;;;;;v_w1=8;;;;;") },
      "E0333",
      "agree" },
    { "a condition on a weight",
      { ROW("x;vol;single;agree;V;Q;;;;;w>1;;;;;") },
      "E0331",
      "column 11" },
    { "a comparison with codes that are words",
      { ROW("x;vol;single;agree;V;Q;;;;;forms>1;;;;;") },
      "E0350",
      "forms" },
    { "a number that equals a word",
      { ROW("x;vol;single;agree;V;Q;;;;;grade=good;;;;;") },
      "E0351",
      "good" },
    { "a condition on itself",
      { ROW("x;vol;single;agree;V;Q;;;;;x=1;;;;;") },
      "E0352",
      "variables.csv:10" },
    /* labels */
    { "a question without its English",
      { ROW("x;vol;single;agree;V;;;;;;;;;;;") },
      "E0334",
      "column 6 'label::en'" },
    { "an answer without its Dutch",
      { VALUE("sector;4;;Four;;;;;") },
      "E0334",
      "values.csv:11, column 3" },
    { "a scale without its English",
      { .scales = "scale;label::nl\nworth;Waarde\n" },
      "E0334",
      "scales.csv:2" },
    /* indicators */
    { "an unknown source of an indicator",
      { INDICATOR("a;;A;A;top2;people;v_w1;") },
      "E0332",
      "column 6 'source'" },
    { "an unknown scale of an index",
      { INDICATOR("a;;A;A;index;vol;value;") },
      "E0354",
      "column 7 'of'" },
    { "an index of a variable", { INDICATOR("a;;A;A;index;vol;v_w1;") }, "E0354", "column 7 'of'" },
    { "a scale of the other source",
      { .scales = SCALES "only;O;O;;\n",
        ROW("x;org;single;agree;V;Q;;only;;;;;;;;"),
        INDICATOR("a;;A;A;index;vol;only;") },
      "E0361",
      "column 7 'of'" },
    { "an unknown variable",
      { INDICATOR("a;;A;A;top2;vol;v_w9;") },
      "E0330",
      "indicators.csv:2, column 7" },
    { "a variable of the other source",
      { INDICATOR("a;;A;A;top2;org;v_w1;") },
      "E0330",
      "column 7" },
    { "top-2 of a list without order",
      { ROW("x;vol;single;sector;V;Q;outcome;;;;;;;;;"), INDICATOR("a;;A;A;top2;vol;x;") },
      "E0360",
      "column 7" },
    { "a mean of a list without scores",
      { ROW("x;vol;single;yn;V;Q;outcome;;;;;;;;;"), VALUE("yn;y;J;Y;;;;;\nyn;n;N;N;;;;;"),
        INDICATOR("a;;A;A;mean;vol;x;") },
      "E0359",
      "column 7" },
    { "top-2 of several answers", { INDICATOR("a;;A;A;top2;vol;forms;") }, "E0331", "column 7" },
    { "mentions of one answer", { INDICATOR("a;;A;A;mentions;vol;v_w1;") }, "E0331", "column 7" },
    { "a share of what", { INDICATOR("a;;A;A;share;vol;v_w1;") }, "E0363", "column 7" },
    { "a share of an unknown answer",
      { INDICATOR("a;;A;A;share;vol;v_w1=7;") },
      "E0333",
      "column 7" },
    { "top-2 of one answer", { INDICATOR("a;;A;A;top2;vol;v_w1=1;") }, "E0362", "column 7" },
    { "an indicator of no outcome",
      { INDICATOR("a;;A;A;share;vol;sector=1;") },
      "E0358",
      "column 7" },
    { "a gap of nothing", { INDICATOR("a;;A;A;gap;both;wrth;") }, "E0330", "column 7" },
    /* population */
    { "an unknown source of a population",
      { .population = POPULATION_HEADER "people;total;;9;\n" },
      "E0332",
      "column 1" },
    { "an unknown variable of a population",
      { .population = POPULATION_HEADER "vol;age;1;9;\n" },
      "E0330",
      "column 2 'variable'" },
    { "an unknown code of a population",
      { .population = POPULATION_HEADER "vol;sector;7;9;\n" },
      "E0333",
      "column 3 'code'" },
    { "crossed with too few codes",
      { .population = POPULATION_HEADER "vol;sector*v_w1;1;9;\n" },
      "E0364",
      "column 3" },
    { "a population of a number",
      { .population = POPULATION_HEADER "vol;grade;1;9;\n" },
      "E0331",
      "column 2" },
    { "totals that do not agree",
      { .population = POPULATION "vol;v_w1;1;599;\n" },
      "the counts of 'v_w1' add up to 599, those of 'total' to 600",
      "population.csv:6, column 4 'count'" },
    /* waves */
    { "an unknown wave",
      { WAVE("2024;vol;v_w1;Q;;;;;") },
      "E0366",
      "waves.csv:2, column 1 'wave'" },
    { "an unknown source of a wave",
      { WAVE("2025;people;v_w1;Q;;;;;") },
      "E0332",
      "column 2 'source'" },
    { "an unknown name in a wave", { WAVE("2025;vol;v_w9;Q;;;;;") }, "E0330", "column 3 'name'" },
    { "an unknown name in every source",
      { WAVE("2025;;v_w9;Q;;;;;") },
      "E0330",
      "column 3 'name'" },
    { "an unknown code in a wave",
      { WAVE("2025;vol;v_w1;Q;7;Ja;;;") },
      "E0333",
      "column 5 'code'" },
    { "a code of a text in a wave",
      { ROW("x;vol;text;;V;Q;open;;;;;;;;;"), WAVE("2025;vol;x;;1;2;;;") },
      "E0331",
      "column 3 'name'" },
    { "was_code without code", { WAVE("2025;vol;v_w1;Q;;Ja;;;") }, "E0367", "column 5 'code'" },
    { "code without was_code", { WAVE("2025;vol;v_w1;Q;1;;;;") }, "E0368", "column 6 'was_code'" },
    /* money_topic */
    { "a money topic of a number",
      { ROW("x;vol;number;;V;Q;;;;;;arrangement: why;;;;") },
      "E0346",
      "column 12" },
};

static void test_errors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        struct book_run run;
        print_message("  %s\n", errors[i].name);
        read_case(&run, &errors[i].files);
        assert_int_equal(wrd_check_codebook(&run.study, run.book, run.diag), WRD_EINPUT);
        const char *said = book_said(&run);
        assert_said(said, errors[i].says);
        assert_said(said, errors[i].where);
        if (wrd_diag_errors(run.diag) != 1)
            fail_msg("more was said:\n%s", said);
        book_free(&run);
    }
}

static const struct {
    const char *name;
    struct book_files files;
} right[] = {
    { "the small codebook", { 0 } },
    { "only what is needed",
      { .scales = "",
        .indicators = "",
        .population = "",
        .waves = "",
        .variables = VARIABLES_HEADER "a;vol org;single;agree;V;Q;outcome;;;;;;;;;\n" } },
    { "an id and a weight without a label", { ROW("w2;vol;weight;;;;;;;;;;;;;") } },
    { "a token as an id", { ROW("token;vol;id;;;;;;;;;;;;;") } },
    { "a variable that is group and outcome",
      { ROW("x;vol;single;agree;V;Q;group outcome;;;;;;;;;") } },
    { "an importance of several answers", { ROW("x;vol;multiple;forms;V;Q;importance;;;;;;;;;") } },
    { "a condition on scores",
      { ROW("x;vol org;single;agree;V;Q;;;;;sector>=2 and sector!=3;;;;;") } },
    { "a condition on a condition", { ROW("x;vol;single;agree;V;Q;;;;;forms=thanks;;;;;") } },
    { "a condition on a number", { ROW("x;vol;single;agree;V;Q;;;;;grade=7 and grade>5;;;;;") } },
    { "the same name for two sources, with two lists",
      { ROW("x;vol;single;agree;V;Q;;;;;;;;;;\nx;org;single;sector;V;Q;;;;;;;;;;") } },
    { "a separator", { ROW("x;vol;multiple;forms;V;Q;;;;;;;;;;|") } },
    { "an arrangement", { ROW("x;vol;single;sector;V;Q;;;;;;arrangement: the law asks;;;;") } },
    { "a gap between both sources", { INDICATOR("a;;A;A;gap;both;worth;") } },
    { "a route profile of no scale in particular", { INDICATOR("a;;A;A;route;org;;") } },
    { "a share and a breadth",
      { INDICATOR("a;1;A;A;share;vol;v_w1=3;lower\na;2;A;A;breadth;vol;forms;") } },
    { "a mean of a number", { INDICATOR("a;;A;A;mean;vol;grade;higher") } },
    { "crossed populations that agree",
      { .population = POPULATION "vol;sector*v_w1;1*1;250;\nvol;sector*v_w1;2*3;350;persons\n"
                                 "vol;sector;1;7;psu\nvol;total;;900;invited\norg;total;;70;\n" } },
    { "answers that were others",
      { WAVE("2025;vol;v_w1;;1;Nee|Nooit;yes;;\n2025;vol;v_w1;;2;Soms;;;") } },
    { "not asked in a wave", { WAVE("2025;;sector;-;;;;;") } },
};

static void test_right(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        struct book_run run;
        print_message("  %s\n", right[i].name);
        read_case(&run, &right[i].files);
        enum wrd_status status = wrd_check_codebook(&run.study, run.book, run.diag);
        assert_string_equal(book_said(&run), "");
        assert_int_equal(status, WRD_OK);
        book_free(&run);
    }
}

static void test_private_columns(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        bool is_private;
    } columns[] = {
        { "E-mail", true },
        { "email", true },
        { "E-mailadres", true },
        { "IP address", true },
        { "ipaddr", true },
        { "Phone", true },
        { "Telefoonnummer", true },
        { "Voornaam", true },
        { "firstname", true },
        { "Name", true },
        { "token", true },
        { "Q1[email_use]", false },
        { "naamsbekendheid", false },
        { "G01Q02", false },
        { "telefonisch", false },
    };
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        struct book_run run;
        char variables[2048];
        print_message("  '%s'\n", columns[i].header);
        snprintf(variables, sizeof variables,
                 "name;source;type;values;label::nl;label::en;role;column\n"
                 "x;vol org;single;agree;V;Q;outcome;%s\n",
                 columns[i].header);
        read_case(&run, &(struct book_files){ .variables = variables,
                                              .scales = "",
                                              .indicators = "",
                                              .population = "",
                                              .waves = "" });
        assert_int_equal(wrd_check_codebook(&run.study, run.book, run.diag),
                         columns[i].is_private ? WRD_EINPUT : WRD_OK);
        assert_int_equal(wrd_diag_errors(run.diag), columns[i].is_private);
        book_free(&run);
    }
}

/* Two variables that ask for each other are both named, and what hangs from them is not. */
static void test_a_circle(void **state)
{
    (void)state;
    struct book_run run;
    read_case(&run, &(struct book_files){ ROW("a;vol;single;agree;V;Q;;;;;b=1;;;;;\n"
                                              "b;vol;single;agree;V;Q;;;;;c=1 and sector=1;;;;;\n"
                                              "c;vol;single;agree;V;Q;;;;;a=1;;;;;\n"
                                              "d;vol;single;agree;V;Q;;;;;a=1;;;;;") });
    assert_int_equal(wrd_check_codebook(&run.study, run.book, run.diag), WRD_EINPUT);
    assert_int_equal(wrd_diag_errors(run.diag), 3);
    const char *said = book_said(&run);
    assert_said(said, "'a' itself");
    assert_said(said, "'b' itself");
    assert_said(said, "'c' itself");
    book_free(&run);
}

static void study_case(void (*change)(struct book_run *), const char *says)
{
    struct book_run run;
    read_case(&run, &(struct book_files){ 0 });
    change(&run);
    enum wrd_status status = wrd_check_codebook(&run.study, run.book, run.diag);
    assert_int_equal(status, says ? WRD_EINPUT : WRD_OK);
    assert_int_equal(wrd_diag_errors(run.diag), says ? 1 : 0);
    if (says)
        assert_said(book_said(&run), says);
    book_free(&run);
}

static void weight_unknown(struct book_run *run)
{
    run->sources[0].weights.method = WRD_WEIGHTS_GIVEN;
    run->sources[0].weights.variable = "v";
}

static void weight_of_another_type(struct book_run *run)
{
    run->sources[0].weights.method = WRD_WEIGHTS_GIVEN;
    run->sources[0].weights.variable = "grade";
}

static void weight_of_another_source(struct book_run *run)
{
    run->sources[1].weights.method = WRD_WEIGHTS_GIVEN;
    run->sources[1].weights.variable = "w";
}

static void weight_right(struct book_run *run)
{
    run->sources[0].weights.method = WRD_WEIGHTS_GIVEN;
    run->sources[0].weights.variable = "w";
}

static const char *of_numbers[] = { "grade" }, *sectors[] = { "sector" }, *nothing[] = { "age" },
                  *both[] = { "sector", "v_w1" };

static void strata_of_numbers(struct book_run *run)
{
    run->sources[0].design.strata = of_numbers;
    run->sources[0].design.n_strata = 1;
}

static void by(struct book_run *run, const char **vol, size_t n_vol, const char **org, size_t n_org)
{
    run->study.analysis.by_given = true;
    run->study.analysis.by[0] = vol;
    run->study.analysis.n_by[0] = n_vol;
    run->study.analysis.by[1] = org;
    run->study.analysis.n_by[1] = n_org;
}

static void by_unknown(struct book_run *run)
{
    by(run, nothing, 1, sectors, 1);
}

static void by_of_another_type(struct book_run *run)
{
    by(run, of_numbers, 1, sectors, 1);
}

static void by_of_another_source(struct book_run *run)
{
    by(run, sectors, 1, both, 2);
}

static void by_one_list_for_all(struct book_run *run)
{
    by(run, both, 2, both, 2); /* v_w1 is asked of volunteers only */
}

static void by_one_list_with_a_stranger(struct book_run *run)
{
    by(run, nothing, 1, nothing, 1);
}

static void link_by_name(struct book_run *run)
{
    run->sources[0].link = "sector";
}

static void test_what_the_study_names(void **state)
{
    (void)state;
    study_case(weight_unknown, "E0330");
    study_case(weight_of_another_type, "E0331");
    study_case(weight_of_another_source, "E0330");
    study_case(weight_right, NULL);
    study_case(strata_of_numbers, "E0331");
    study_case(by_unknown, "E0330");
    study_case(by_of_another_type, "E0331");
    study_case(by_of_another_source, "E0330");
    study_case(by_one_list_for_all, NULL);
    study_case(by_one_list_with_a_stranger, "E0330");
    study_case(link_by_name, "E0331");
}

/* A language that is not asked for needs no labels. */
static void test_one_language(void **state)
{
    (void)state;
    struct book_run run;
    read_case(&run, &(struct book_files){ ROW("x;vol;single;agree;V;;;;;;;;;;;") });
    run.study.output.languages[WRD_EN] = false;
    assert_int_equal(wrd_check_codebook(&run.study, run.book, run.diag), WRD_OK);
    book_free(&run);
}

/* Many rows without a translation are one message with a count. */
static void test_missing_labels_are_one_message(void **state)
{
    (void)state;
    struct book_run run;
    read_case(&run, &(struct book_files){ VALUE("sector;4;;Four;;;;;\nsector;5;;Five;;;;;") });
    assert_int_equal(wrd_check_codebook(&run.study, run.book, run.diag), WRD_EINPUT);
    const char *said = book_said(&run);
    assert_said(said, "values.csv:11");
    assert_null(strstr(strstr(said, "E0334") + 1, "E0334"));
    book_free(&run);
}

/* Rows of unit invited are those of the last wave: 2026. */
static const struct {
    const char *name, *population;
    int64_t then, now; /* invited of vol in 2025 and 2026; -1: not said */
    const char *says;  /* NULL: nothing */
} invited[] = {
    { "the rows add up to the last wave", "vol;sector;1;100;invited\nvol;sector;2;140;invited\n",
      300, 240, NULL },
    { "and to no other", "vol;sector;1;100;invited\nvol;sector;2;140;invited\n", 240, 300,
      "the invited rows of 'sector' add up to 240, and study.yml says 300" },
    { "a total is such a row", "vol;total;;240;invited\n", 300, 241,
      "the invited rows of 'total' add up to 240, and study.yml says 241" },
    { "the last wave does not say", "vol;sector;1;100;invited\n", 300, -1, NULL },
    { "another unit, another source", "vol;sector;1;7;psu\norg;sector;1;7;invited\n", 300, 240,
      NULL },
};

static void test_invited(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof invited / sizeof *invited; i++) {
        struct book_run run;
        struct book_files files = { NULL };
        char population[256];
        print_message("  %s\n", invited[i].name);
        snprintf(population, sizeof population, POPULATION_HEADER "%s", invited[i].population);
        files.population = population;
        read_case(&run, &files);
        run.study.waves[0].invited[0] = invited[i].then;
        run.study.waves[1].invited[0] = invited[i].now;
        assert_int_equal(wrd_check_codebook(&run.study, run.book, run.diag),
                         invited[i].says ? WRD_EINPUT : WRD_OK);
        if (invited[i].says)
            assert_said(book_said(&run), invited[i].says);
        book_free(&run);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errors),       cmocka_unit_test(test_right),
        cmocka_unit_test(test_invited),      cmocka_unit_test(test_private_columns),
        cmocka_unit_test(test_a_circle),     cmocka_unit_test(test_what_the_study_names),
        cmocka_unit_test(test_one_language), cmocka_unit_test(test_missing_labels_are_one_message),
    };
    return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
