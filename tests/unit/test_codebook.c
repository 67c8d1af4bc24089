/* tests/unit/test_codebook.c - reading a codebook: FORMATS.md, "The codebook".
 *
 * Expected values by hand, from the small codebook of tests/support/book.h. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "core/number.h"
#include "read/codebook_cells.h"
#include "read/codebook_parts.h"
#include "support/book.h"

#define FOLDER ".build/unit/codebook"

static void read_case(struct book_run *run, const struct book_files *files)
{
    book_write(FOLDER, files);
    book_read(run, FOLDER);
}

static const struct wrd_variable *variable(const struct book_run *run, const char *name)
{
    int found = wrd_codebook_variable(run->book, name);
    assert_true(found >= 0);
    return &run->book->variables[found];
}

static const struct wrd_list *list(const struct book_run *run, const char *name)
{
    int found = wrd_codebook_list(run->book, name);
    assert_true(found >= 0);
    return &run->book->lists[found];
}

static void test_variables_are_understood(void **state)
{
    (void)state;
    struct book_run run;
    read_case(&run, &(struct book_files){ 0 });
    assert_string_equal(book_said(&run), "");
    assert_int_equal(run.status, WRD_OK);
    assert_int_equal(run.book->n_variables, 8);
    const struct wrd_variable *w2 = variable(&run, "v_w2");
    assert_string_equal(w2->column, "v_w2");
    assert_int_equal(w2->type, WRD_TYPE_SINGLE);
    assert_int_equal(w2->sources, 1);
    assert_int_equal(w2->roles, WRD_ROLE_OUTCOME);
    assert_int_equal(w2->scale, 0);
    assert_true(w2->reverse);
    assert_null(w2->pair);
    assert_ptr_equal(w2->list, list(&run, "agree"));
    assert_string_equal(w2->label[WRD_NL], "Vraag");
    assert_string_equal(w2->label[WRD_EN], "Question");
    assert_int_equal(w2->place.line, 4);
    assert_string_equal(w2->place.file, "codebook/variables.csv");
    assert_string_equal(variable(&run, "v_w1")->pair, "w1");
    assert_int_equal(variable(&run, "sector")->sources, 3);
    assert_int_equal(variable(&run, "sector")->scale, -1);
    const struct wrd_variable *grade = variable(&run, "grade");
    assert_int_equal(grade->unit, WRD_UNIT_GRADE);
    assert_true(grade->has_min && grade->has_max);
    assert_int_equal(grade->max.units, 10);
    book_free(&run);
}

static void test_lists_are_understood(void **state)
{
    (void)state;
    struct book_run run;
    read_case(&run, &(struct book_files){ 0 });
    const struct wrd_list *agree = list(&run, "agree"), *sector = list(&run, "sector"),
                          *forms = list(&run, "forms");
    assert_int_equal(run.book->n_lists, 3);
    assert_int_equal(agree->n_values, 4);
    assert_int_equal(agree->n_answers, 3);
    assert_true(agree->ordered && agree->all_scored && agree->has_fallback);
    assert_int_equal(agree->values[3].reason, WRD_DONT_KNOW);
    assert_int_equal(agree->values[3].answer, -1);
    assert_false(agree->values[3].has_score);
    assert_int_equal(agree->answers[2]->answer, 2);
    assert_int_equal(agree->answers[2]->side, WRD_SIDE_POSITIVE);
    assert_false(agree->answers[2]->score_given);
    assert_int_equal(agree->answers[2]->score.units, 3);
    assert_false(sector->ordered);
    assert_true(sector->all_scored && sector->has_fallback);
    assert_null(sector->answers[1]->fallback);
    assert_string_equal(sector->answers[2]->fallback, "rest");
    assert_false(forms->all_scored || forms->ordered || forms->has_fallback);
    assert_true(forms->answers[1]->exclusive);
    assert_ptr_equal(wrd_list_value(agree, "8xxx", 1), &agree->values[3]);
    assert_null(wrd_list_value(agree, "88", 2));
    book_free(&run);
}

static void test_a_list_in_pieces_keeps_its_order(void **state)
{
    (void)state;
    struct book_run run;
    read_case(&run, &(struct book_files){
                        .values = "code,list,label::nl,label::en,score,fallback,x_mine\n"
                                  "b,one,B,B,\"2,5\",,note\n"
                                  ",,,,,,\n"
                                  "z,two,Z,Z,,a,\n"
                                  "a,one,A,A,1.5,,\n"
                                  "y,two,Y,Y,,b,\n" });
    const struct wrd_list *one = list(&run, "one"), *two = list(&run, "two");
    assert_int_equal(run.status, WRD_OK);
    assert_int_equal(one->n_answers, 2);
    assert_string_equal(one->answers[0]->code, "b");
    assert_string_equal(one->answers[1]->code, "a");
    assert_int_equal(one->answers[0]->score.units, 25);
    assert_int_equal(one->answers[0]->score.decimals, 1);
    assert_true(one->ordered && one->all_scored);
    assert_int_equal(one->answers[1]->place.line, 5);
    assert_false(two->has_fallback); /* two words, but no two answers share one */
    book_free(&run);
}

/* FORMATS.md, values.csv: answers that share a word may be merged; a list with sides falls back by
 * itself. */
static void test_what_may_be_merged(void **state)
{
    (void)state;
    static const struct {
        const char *name, *rows;
        bool merges;
    } lists[] = {
        { "a shared word", "l;1;;a\nl;2;;b\nl;3;;a\n", true },
        { "words that nobody shares", "l;1;;a\nl;2;;b\nl;3;;\n", false },
        { "a shared side", "l;1;negative;\nl;2;negative;\nl;3;positive;\n", true },
        { "sides that nobody shares", "l;1;negative;\nl;2;neutral;\nl;3;positive;\n", false },
        { "words go before sides", "l;1;negative;a\nl;2;negative;\nl;3;negative;\n", false },
        { "nothing", "l;1;;\nl;2;;\n", false },
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct book_run run;
        char values[256];
        print_message("  %s\n", lists[i].name);
        snprintf(values, sizeof values, "list;code;side;fallback\n%s", lists[i].rows);
        read_case(&run, &(struct book_files){ .values = values });
        assert_int_equal(list(&run, "l")->has_fallback, lists[i].merges);
        book_free(&run);
    }
}

static const struct {
    const char *name;
    const char *bytes;
    const char *label;
} spellings[] = {
    { "UTF-8, semicolon", "list;code;label::nl\nl;1;caf\xC3\xA9\n", "caf\xC3\xA9" },
    { "UTF-8 with a byte order mark, comma",
      "\xEF\xBB\xBFlist,code,label::nl\r\nl,1,caf\xC3\xA9\r\n", "caf\xC3\xA9" },
    { "Windows-1252, tab, no last line end", "list\tcode\tlabel::nl\nl\t1\tcaf\xE9",
      "caf\xC3\xA9" },
    { "quoted delimiter and line break", "list;code;label::nl\nl;1;\"a; b\nc\"\n", "a; b\nc" },
    { "doubled quotes, spaces around", "list;code;label::nl\nl;1;\"  zij \"\"zegt\"\"  \"\n",
      "zij \"zegt\"" },
    { "another column order", "label::nl;x_note;code;list\nJa;mijn;1;l\n", "Ja" },
    { "a language that is not asked for", "list;code;label::nl;label::fy\nl;1;Ja;Ja\n", "Ja" },
    { "empty columns at the end", "list;code;label::nl;;\nl;1;Ja;;\n", "Ja" },
};

static void test_spellings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        struct book_run run;
        print_message("  %s\n", spellings[i].name);
        read_case(&run, &(struct book_files){ .values = spellings[i].bytes });
        assert_string_equal(book_said(&run), "");
        const struct wrd_list *l = list(&run, "l");
        assert_int_equal(l->n_answers, 1);
        assert_string_equal(l->answers[0]->label[WRD_NL], spellings[i].label);
        book_free(&run);
    }
}

static const struct {
    const char *name, *text;
    size_t n;
    const char *variable;
    char op;
    size_t n_codes;
    int64_t units; /* of the last condition, or -1: codes */
} conditions[] = {
    { "none", "", 0, "", 0, 0, -1 },
    { "one code", "sector=1", 1, "sector", '=', 1, -1 },
    { "codes with spaces", " sector = 1, 2 ,x-3", 1, "sector", '=', 3, -1 },
    { "not these", "sector!=1,2", 1, "sector", '!', 2, -1 },
    { "a number", "hours>0", 1, "hours", '>', 0, 0 },
    { "at least", "hours>=2", 1, "hours", 'g', 0, 2 },
    { "at most, with a comma", "hours<=2,5", 1, "hours", 'l', 0, 25 },
    { "two, the last is", "sector=1,2 and hours<9", 2, "hours", '<', 0, 9 },
    { "or is not known", "a=1 or b=2", (size_t)-1, "", 0, 0, -1 },
    { "no value", "sector=", (size_t)-1, "", 0, 0, -1 },
    { "no operator", "sector", (size_t)-1, "", 0, 0, -1 },
    { "no variable", "=1", (size_t)-1, "", 0, 0, -1 },
    { "words for a number", "hours>many", (size_t)-1, "", 0, 0, -1 },
    { "nothing behind and", "sector=1 and ", (size_t)-1, "", 0, 0, -1 },
};

static void test_conditions(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        const struct wrd_condition *list_of = NULL;
        print_message("  %s\n", conditions[i].name);
        size_t n = wrd_ask_if_read(arena, conditions[i].text, &list_of);
        assert_true(n == conditions[i].n);
        if (n == 0 || n == (size_t)-1)
            continue;
        assert_string_equal(list_of[n - 1].variable, conditions[i].variable);
        assert_int_equal(list_of[n - 1].op, conditions[i].op);
        assert_int_equal(list_of[n - 1].n_codes, conditions[i].n_codes);
        if (conditions[i].units >= 0)
            assert_int_equal(list_of[n - 1].number.units, conditions[i].units);
    }
    wrd_arena_free(arena);
}

static const struct {
    const char *text;
    bool date;
} dates[] = {
    { "3-5-2024", true },
    { "3/5", true },
    { "3-mei", true },
    { "May-3", true },
    { "mei-24", true },
    { "2024-05-03", true },
    { "1-1", true },
    { "3-5", true },
    { "10-49", true },
    { "31-12-99", true },
    { "3-jan.-24", true },
    { "25-34", false },
    { "2024", false },
    { "3", false },
    { "ja/nee", false },
    { "mei/juni", false },
    { "50-99", false },
    { "", false },
    { "3 tot en met 5", false },
    { "m/v/x", false },
    { "24/7", true },
    { "0-2", false },
    { "1-2-3-4", false },
    { "jan-mei", false },
    { "www.a-b.nl", false },
    { "3-5 uur", false },
};

static void test_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        print_message("  '%s' %s\n", dates[i].text, dates[i].date ? "is one" : "is none");
        assert_true(wrd_looks_like_date(dates[i].text) == dates[i].date);
    }
}

#define ROW(text) .variables = VARIABLES text "\n"
#define VALUE(text) .values = VALUES text "\n"

static const struct {
    const char *name;
    struct book_files files;
    const char *says, *where;
} errors[] = {
    { "no variables.csv", { .variables = "" }, "E0801", "codebook/variables.csv" },
    { "no values.csv", { .values = "" }, "E0801", "codebook/values.csv" },
    { "an empty file", { .scales = "\n" }, "E0207", "codebook/scales.csv" },
    { "an empty first row", { .scales = ";\nworth;\n" }, "E0309", "codebook/scales.csv:1" },
    { "an unknown column, with a suggestion",
      { .scales = "scale;lable::nl\nworth;Waarde\n" },
      "E0304",
      "codebook/scales.csv:1, column 2 'lable::nl'" },
    { "the suggestion itself", { .scales = "scale;lable::nl\nworth;W\n" }, "label::nl", "mean" },
    { "a missing column", { .scales = "label::nl\nWaarde\n" }, "E0305", "codebook/scales.csv:1" },
    { "a column twice",
      { .scales = "scale;family;family\nworth;;\n" },
      "E0306",
      "scales.csv:1, column 3 'family'" },
    { "a cell without a header",
      { .scales = "scale;\nworth;x\n" },
      "E0307",
      "scales.csv:2, column 2" },
    { "a row too short", { .scales = "scale;family\nworth\n" }, "E0308", "codebook/scales.csv:2" },
    { "a row too long",
      { .scales = "scale;family\nworth;;;\n" },
      "E0308",
      "codebook/scales.csv:2" },
    { "a broken quote",
      { .scales = "scale;family\nworth;\"a\"b\n" },
      "E0301",
      "codebook/scales.csv:2" },
    { "a formula",
      { VALUE("sector;4;=1+1;Four;;;;;") },
      "E0310",
      "values.csv:11, column 3 'label::nl'" },
    { "a formula in a note of one's own",
      { .scales = "scale;x_n\nworth;@SUM(1)\n" },
      "E0310",
      "column 2 'x_n'" },
    { "a tab at the start", { VALUE("sector;4;\"\tVier\";Four;;;;;") }, "E0311", "column 3" },
    { "a plus", { VALUE("sector;4;+Vier;Four;;;;;") }, "E0310", "values.csv:11" },
    { "no list", { VALUE(";4;Vier;Four;;;;;") }, "E0312", "values.csv:11, column 1 'list'" },
    { "no code", { VALUE("sector;;Vier;Four;;;;;") }, "E0312", "values.csv:11, column 2 'code'" },
    { "a code with a space", { VALUE("sector;a b;Vier;Four;;;;;") }, "E0314", "column 2 'code'" },
    { "a code twice in a list", { VALUE("sector;3;Drie;Three;;;;;") }, "E0319", "values.csv:11" },
    { "an unknown missing word",
      { VALUE("sector;9;Nvt;N/a;dontknow;;;;") },
      "E0315",
      "column 5 'missing'" },
    { "a score for a missing answer", { VALUE("sector;9;N;N;refused;;3;;") }, "E0324", "column 5" },
    { "a side for a missing answer",
      { VALUE("sector;9;N;N;refused;neutral;;;") },
      "E0324",
      "column 5" },
    { "an unknown side", { VALUE("sector;9;N;N;;good;;;") }, "E0315", "column 6 'side'" },
    { "a score in words", { VALUE("sector;9;N;N;;;two;;") }, "E0316", "column 7 'score'" },
    { "exclusive: ja", { VALUE("sector;9;N;N;;;;ja;") }, "E0315", "column 8 'exclusive'" },
    { "a name with a capital",
      { ROW("V_x;vol;single;agree;V;Q;;;;;;;;;;") },
      "E0313",
      "variables.csv:10, column 1 'name'" },
    { "no name",
      { ROW(";vol;single;agree;V;Q;;;;;;;;;;") },
      "E0312",
      "variables.csv:10, column 1" },
    { "an unknown source",
      { ROW("x;vol orgs;single;agree;V;Q;;;;;;;;;;") },
      "E0315",
      "column 2 'source'" },
    { "no source", { ROW("x;;single;agree;V;Q;;;;;;;;;;") }, "E0312", "column 2 'source'" },
    { "an unknown type", { ROW("x;vol;money;;V;Q;;;;;;;;;;") }, "E0315", "column 3 'type'" },
    { "an unknown role",
      { ROW("x;vol;single;agree;V;Q;outcome grup;;;;;;;;;") },
      "E0315",
      "column 7 'role'" },
    { "a variable twice in a source",
      { ROW("sector;vol;single;agree;V;Q;;;;;;;;;;") },
      "E0320",
      "variables.csv:10, column 1 'name'" },
    { "a condition nobody understands",
      { ROW("x;vol;single;agree;V;Q;;;;;sector is 1;;;;;") },
      "E0323",
      "column 11 'ask_if'" },
    { "a money topic without a reason",
      { ROW("x;vol;single;agree;V;Q;;;;;;arrangement:;;;;") },
      "E0325",
      "column 12 'money_topic'" },
    { "a min in words", { ROW("x;vol;number;;V;Q;;;;;;;;one;;") }, "E0316", "column 14 'min'" },
    { "a letter as separator",
      { ROW("x;vol;multiple;forms;V;Q;;;;;;;;;;a") },
      "E0322",
      "column 16 'separator'" },
    { "a scale twice", { .scales = SCALES "worth;W;V;;\n" }, "E0321", "scales.csv:3, column 1" },
    { "an unknown family",
      { .scales = "scale;family\nworth;tasks\n" },
      "E0315",
      "column 2 'family'" },
    { "half an answer needed",
      { .scales = "scale;min_answered\nworth;1.5\n" },
      "E0317",
      "column 2 'min_answered'" },
    { "none needed", { .scales = "scale;min_answered\nworth;0\n" }, "E0317", "column 2" },
    { "an unknown kind",
      { .indicators = INDICATORS_HEADER "a;;A;A;top3;vol;v_w1;\n" },
      "E0315",
      "indicators.csv:2, column 5 'kind'" },
    { "an indicator twice",
      { .indicators = INDICATORS "agreed;;A;A;top2;vol;v_w2;\n" },
      "E0321",
      "indicators.csv:6" },
    { "better: more",
      { .indicators = INDICATORS_HEADER "a;;A;A;top2;vol;v_w1;more\n" },
      "E0315",
      "'better'" },
    { "a count of half a person",
      { .population = POPULATION_HEADER "vol;total;;1.5;\n" },
      "E0317",
      "population.csv:2, column 4 'count'" },
    { "a count of nobody",
      { .population = POPULATION_HEADER "vol;total;;0;\n" },
      "E0326",
      "column 4" },
    { "an unknown population unit",
      { .population = POPULATION_HEADER "vol;total;;10;people\n" },
      "E0315",
      "column 5 'unit'" },
    { "a population cell twice",
      { .population = POPULATION "vol;sector;3;1;\n" },
      "E0321",
      "population.csv:6" },
    { "a row of waves twice", { .waves = WAVES "2025;vol;v_w2;Q;;;;;\n" }, "E0321", "waves.csv:3" },
    { "comparable in two words",
      { .waves = WAVES_HEADER "2025;vol;v_w2;;;;not at all;;\n" },
      "E0314",
      "column 7 'comparable'" },
};

static void test_errors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        struct book_run run;
        print_message("  %s\n", errors[i].name);
        read_case(&run, &errors[i].files);
        assert_int_equal(run.status, WRD_EINPUT);
        const char *said = book_said(&run);
        assert_said(said, errors[i].says);
        assert_said(said, errors[i].where);
        if (wrd_diag_errors(run.diag) != 1) /* nothing else follows from it */
            fail_msg("more was said:\n%s", said);
        book_free(&run);
    }
}

static void test_all_errors_in_one_go(void **state)
{
    (void)state;
    struct book_run run;
    read_case(&run, &(struct book_files){ .values = VALUES "agree;1;X;X;;;;;\n",
                                          .scales = "scale;famili\nworth;\n",
                                          ROW("Q;vol;many;;;;;;;;;;;;;") });
    const char *said = book_said(&run);
    assert_int_equal(run.status, WRD_EINPUT);
    assert_said(said, "E0319");
    assert_said(said, "E0304");
    assert_said(said, "E0313");
    assert_said(said, "E0315");
    assert_int_equal(wrd_diag_errors(run.diag), 4);
    book_free(&run);
}

static void test_a_date_is_a_warning(void **state)
{
    (void)state;
    struct book_run run;
    read_case(&run, &(struct book_files){ VALUE("sector;4;3-mei;May-3;;;;;") });
    assert_int_equal(run.status, WRD_OK);
    assert_int_equal(wrd_diag_warnings(run.diag), 2);
    assert_said(book_said(&run), "W0318");
    book_free(&run);
}

static void test_one_name_in_two_sources(void **state)
{
    (void)state;
    struct book_run run;
    read_case(&run, &(struct book_files){ ROW("years;vol;single;agree;V;Q;;;;;;;;;;\n"
                                              "years;org;single;sector;V;Q;;;;;;;;;;") });
    assert_int_equal(run.status, WRD_OK);
    int vol = wrd_codebook_variable_of(run.book, "years", 0),
        org = wrd_codebook_variable_of(run.book, "years", 1);
    assert_string_equal(run.book->variables[vol].list->name, "agree");
    assert_string_equal(run.book->variables[org].list->name, "sector");
    assert_int_equal(wrd_codebook_variable_of(run.book, "v_w1", 1), -1);
    book_free(&run);
}

static void hash_of(const struct book_files *files, char hash[65])
{
    struct book_run run;
    read_case(&run, files);
    memcpy(hash, run.book->hash, 65);
    book_free(&run);
}

static void test_the_hash_sees_every_file(void **state)
{
    (void)state;
    const struct book_files others[] = {
        { .variables = VARIABLES "\n" },   { .values = VALUES "\n" },
        { .scales = SCALES "\n" },         { .indicators = INDICATORS "\n" },
        { .population = POPULATION "\n" }, { .waves = "" },
    };
    char first[65], again[65], other[65];
    hash_of(&(struct book_files){ 0 }, first);
    hash_of(&(struct book_files){ 0 }, again);
    assert_int_equal(strlen(first), 64);
    assert_string_equal(first, again);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        hash_of(&others[i], other);
        assert_string_not_equal(first, other);
    }
}

static void test_lookups(void **state)
{
    (void)state;
    struct book_run run;
    size_t items[1] = { 99 };
    read_case(&run, &(struct book_files){ 0 });
    assert_int_equal(wrd_codebook_variable(run.book, "nothing"), -1);
    assert_int_equal(wrd_codebook_list(run.book, "agre"), -1);
    assert_int_equal(wrd_codebook_scale(run.book, "worth"), 0);
    assert_int_equal(wrd_scale_items(run.book, 0, 0, items, 1), 2);
    assert_int_equal(items[0], 0);
    assert_int_equal(wrd_scale_items(run.book, 0, 1, items, 1), 1);
    assert_int_equal(items[0], 1);
    assert_int_equal(wrd_scale_needed(&run.book->scales[0], 3), 2); /* written */
    const struct wrd_scale half = { 0 };
    assert_int_equal(wrd_scale_needed(&half, 2), 1); /* QUESTIONNAIRE.md, scoring rules */
    assert_int_equal(wrd_scale_needed(&half, 3), 2);
    assert_int_equal(wrd_scale_needed(&half, 4), 2);
    const struct wrd_place place =
        wrd_codebook_place(run.book, run.book->lists[0].values[0].place, "score");
    assert_int_equal(place.column, 7);
    assert_string_equal(place.key, "score");
    book_free(&run);
}

static void test_comparable(void **state)
{
    (void)state;
    struct book_run run;
    read_case(&run, &(struct book_files){ .waves = WAVES "2025;;o_w1;;1;Nee;;;\n" });
    const struct wrd_variable *w1 = variable(&run, "v_w1"), *w2 = variable(&run, "v_w2");
    assert_string_equal(wrd_comparable(run.book, &run.study, 0, 0, w1), "yes");
    assert_string_equal(wrd_comparable(run.book, &run.study, 0, 0, w2), "break");
    assert_string_equal(wrd_comparable(run.book, &run.study, 1, 0, w2), "yes");
    assert_false(wrd_scale_comparable(run.book, &run.study, 0, 0, 1, 0));
    assert_true(wrd_scale_comparable(run.book, &run.study, 0, 1, 1, 0));
    book_free(&run);
    read_case(&run, &(struct book_files){ .waves = WAVES_HEADER "2025;org;o_w1;-;;;;;\n" });
    assert_true(wrd_scale_comparable(run.book, &run.study, 0, 0, 1, 0));
    assert_false(wrd_scale_comparable(run.book, &run.study, 0, 1, 1, 0)); /* not asked then */
    book_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_variables_are_understood),
        cmocka_unit_test(test_lists_are_understood),
        cmocka_unit_test(test_a_list_in_pieces_keeps_its_order),
        cmocka_unit_test(test_what_may_be_merged),
        cmocka_unit_test(test_spellings),
        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_all_errors_in_one_go),
        cmocka_unit_test(test_a_date_is_a_warning),
        cmocka_unit_test(test_one_name_in_two_sources),
        cmocka_unit_test(test_the_hash_sees_every_file),
        cmocka_unit_test(test_lookups),
        cmocka_unit_test(test_comparable),
    };
    return cmocka_run_group_tests_name("codebook", tests, NULL, NULL);
}
