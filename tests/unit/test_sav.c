/* A frame out to an SPSS file and back in (write/export.c, read/sav.c): what SPSS can declare as
 * missing, and how boxes come together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/folder.h"

#include "read/sav.h"
#include "waardering/steps.h"

enum { ROWS = 4 };

static struct wrd_source source = { .id = "vol" };
static struct wrd_wave wave = { .name = "2026", .to = "2026-03-29" };
static struct wrd_study study = { .id = "s",
                                  .title = { "Titel", "Title" },
                                  .sources = &source,
                                  .n_sources = 1,
                                  .waves = &wave,
                                  .n_waves = 1 };

/* A list of codes, a space between; behind `|` those that are missing: don't know, refused,
 * not applicable, not asked, technical, in that order. */
static struct wrd_list *list_of(const char *codes_text)
{
    static const enum wrd_reason reasons[] = { WRD_DONT_KNOW, WRD_REFUSED, WRD_NOT_APPLICABLE,
                                               WRD_NOT_ASKED, WRD_TECHNICAL };
    struct wrd_list *list = wrd_arena_take(arena, sizeof *list);
    list->name = "answers";
    size_t missing = 0;
    bool behind = false;
    list->values = wrd_arena_take_array(arena, 20, sizeof *list->values);
    list->answers = wrd_arena_take_array(arena, 20, sizeof *list->answers);
    char *text = wrd_arena_text(arena, codes_text, strlen(codes_text));
    for (char *word; (word = strsep(&text, " "));) {
        struct wrd_value *value = &list->values[list->n_values];
        if (strcmp(word, "|") == 0) {
            behind = true;
            continue;
        }
        *value = (struct wrd_value){ .code = word, .label = { word, word }, .answer = -1 };
        value->reason = behind ? reasons[missing++] : WRD_NO_REASON;
        if (!behind) {
            value->answer = (int)list->n_answers;
            list->answers[list->n_answers++] = value;
        }
        list->n_values++;
    }
    return list;
}

static struct wrd_variable variable_of(const char *name, const struct wrd_list *list)
{
    return (struct wrd_variable){ .name = name,
                                  .column = name,
                                  .sources = 1,
                                  .type = WRD_TYPE_SINGLE,
                                  .list = list,
                                  .label = { "Vraag", "Question" },
                                  .scale = -1,
                                  .scale_text = "",
                                  .unit_text = "",
                                  .values_text = "",
                                  .money_text = "",
                                  .ask_if_text = "" };
}

/* Rows: the first answer, don't know, technical, empty. */
static const struct wrd_sav *there_and_back(const char *codes_text)
{
    static uint8_t c8[ROWS] = { 0, WRD_FIRST_REASON + WRD_DONT_KNOW,
                                WRD_FIRST_REASON + WRD_TECHNICAL, WRD_FIRST_REASON + WRD_EMPTY };
    struct wrd_list *list = list_of(codes_text);
    struct wrd_variable variable = variable_of("not", list);
    struct wrd_codebook book = { .variables = &variable, .n_variables = 1 };
    struct wrd_column column = { .c8 = c8, .n_codes = list->n_answers };
    struct wrd_frame frame = { .n = ROWS, .columns = &column };
    const char *path = in_folder("x.sav");
    assert_int_equal(wrd_sav_write(&study, &book, &frame, WRD_NL, path, diag), WRD_OK);
    const struct wrd_sav *sav = wrd_sav_open(arena, path, diag);
    assert_non_null(sav);
    assert_int_equal(sav->n_rows, ROWS);
    return sav;
}

/* The answer of a row as text: "." is none. */
static const char *answer(const struct wrd_sav *sav, size_t row)
{
    const struct wrd_sav_variable *of = &sav->variables[0];
    const struct wrd_sav_value *value = &of->answers[of->index[row]];
    return of->index[row] == 0 ? "." : value->label;
}

static void test_missing(void **state)
{
    static const struct {
        const char *name, *codes, *rows[ROWS], *said;
    } cases[] = {
        { "up to three codes, one by one", "1 2 | 8 9", { "1", "8", ".", "." }, "" },
        { "five behind the answers: a range", "1 2 | 5 6 7 8 9", { "1", "5", "9", "." }, "" },
        { "five around the answers: three", "3 4 | 1 2 5 6 7", { "3", "1", ".", "." }, "W0842" },
        { "texts", "m v | wn", { "m", "wn", ".", "." }, "" },
        { "a text too long for SPSS to miss", "m v | weet_niet", { "m", ".", ".", "." }, "W0842" },
        { "an answer longer than eight is no trouble",
          "centrum_noord zuid | wn",
          { "centrum_noord", "wn", ".", "." },
          "" },
        { "leading zeros are texts", "01 02 | 09", { "01", "09", ".", "." }, "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  %s\n", cases[i].name);
        const struct wrd_sav *sav = there_and_back(cases[i].codes);
        for (size_t row = 0; row < ROWS; row++)
            assert_string_equal(answer(sav, row), cases[i].rows[row]);
        assert_string_equal(codes(), cases[i].said);
        const struct wrd_sav_variable *of = &sav->variables[0];
        for (size_t row = 0; row < ROWS; row++) /* row 0 is an answer, whatever else is */
            if (of->index[row])
                assert_int_equal(wrd_sav_is_missing(of, &of->answers[of->index[row]]), row > 0);
    }
}

static void test_head(void **state)
{
    (void)state;
    const struct wrd_sav *sav = there_and_back("1 2");
    assert_string_equal(sav->label, "Titel, 2026");
    assert_int_equal(sav->year, 2026);
    assert_int_equal(sav->weight, -1);
    assert_string_equal(sav->variables[0].name, "not_2"); /* NOT is a word of SPSS */
    assert_string_equal(sav->variables[0].label, "Vraag");
    struct stat info;
    assert_int_equal(stat(in_folder("x.sav"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
}

/* A cut of 2 bytes a character falls between characters, not in one. */
static void test_long_label(void **state)
{
    char label[402] = "";
    (void)state;
    for (int i = 0; i < 200; i++)
        strcat(label, "\xC3\xA9");
    struct wrd_list *list = list_of("1 2");
    list->values[0].label[WRD_NL] = label;
    struct wrd_variable variable = variable_of("v", list);
    variable.label[WRD_NL] = wrd_arena_format(arena, "x%s", label);
    struct wrd_codebook book = { .variables = &variable, .n_variables = 1 };
    uint8_t c8[] = { 0 };
    struct wrd_column column = { .c8 = c8, .n_codes = 2 };
    struct wrd_frame frame = { .n = 1, .columns = &column };
    const char *path = in_folder("x.sav");
    assert_int_equal(wrd_sav_write(&study, &book, &frame, WRD_NL, path, diag), WRD_OK);
    const struct wrd_sav *sav = wrd_sav_open(arena, path, diag);
    assert_non_null(sav);
    assert_int_equal(strlen(sav->variables[0].label), 255); /* of 256: an x and 127 whole letters */
    assert_int_equal(strlen(sav->variables[0].labels[0].label), 120);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(test_missing),
        FOLDER_TEST(test_head),
        FOLDER_TEST(test_long_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
