/* tests/unit/test_workbook.c - the tables as a workbook: what stands on the sheets, and that Excel may
 * open it.  The parts of a workbook are those of ECMA-376; what Excel allows of the name of a sheet is
 * Microsoft's list (31 characters, none of []:*?/\, no two alike). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "audit/zip.h"
#include "support/sample_release.h"
#include "support/written.h"
#include "waardering/steps.h"
#include "write/workbook.h"

struct opened {
    struct written written;
    struct wrd_parts parts;
};

static void open_book(struct sample *s, enum wrd_lang lang, struct opened *opened)
{
    struct wrd_diag *diag = wrd_diag_new();
    assert_int_equal(wrd_workbook_write(wrd_plan_new(s->arena, &s->release), lang, NULL,
                                        written_begin(&opened->written), diag),
                     WRD_OK);
    written_end(&opened->written);
    const struct wrd_staged file = { "tables.nl.xlsx", opened->written.text, opened->written.len };
    assert_true(wrd_zip_parts(s->arena, &file, &opened->parts));
    wrd_diag_free(diag);
}

static const char *part_of(const struct opened *opened, const char *name)
{
    for (size_t i = 0; i < opened->parts.n; i++)
        if (strcmp(opened->parts.of[i].name, name) == 0)
            return opened->parts.of[i].bytes;
    fail_msg("no part %s", name);
    return NULL;
}

static bool anywhere(const struct opened *opened, const char *text)
{
    for (size_t i = 0; i < opened->parts.n; i++)
        if (strstr(opened->parts.of[i].bytes, text))
            return true;
    return false;
}

static void test_parts(void **state)
{
    static const struct {
        const char *name, *part, *text;
    } there[] = {
        { "the cover first", "xl/workbook.xml", "<sheet name=\"Voorblad\" sheetId=\"1\"" },
        { "the contents second", "xl/workbook.xml", "<sheet name=\"Inhoud\" sheetId=\"2\"" },
        { "a sheet has the name of its table", "xl/workbook.xml", "<sheet name=\"v_a1\"" },
        { "a link to it", "xl/worksheets/sheet2.xml", "location=\"'v_a1'!A1\"" },
        { "rows above and the first column stay", "xl/worksheets/sheet5.xml",
          "<pane xSplit=\"1\" ySplit=\"4\" topLeftCell=\"B5\"" },
        { "a real table with a name", "xl/tables/table5.xml", "ref=\"A4:" },
        { "the date of the fieldwork", "docProps/core.xml", ">2026-03-29T00:00:00Z<" },
        { "nobody made it", "docProps/core.xml", "<dc:creator></dc:creator>" },
        { "a sign in brackets", "xl/sharedStrings.xml", "<t>[c]</t>" },
        { "a masked count", "xl/sharedStrings.xml", "<t>&lt;5</t>" },
        { "a label is text", "xl/sharedStrings.xml", "&lt;script&gt;" },
    };
    struct sample s;
    struct opened opened;
    (void)state;
    sample_release(&s);
    open_book(&s, WRD_NL, &opened);
    for (size_t i = 0; i < sizeof there / sizeof *there; i++) {
        print_message("  %s\n", there[i].name);
        assert_non_null(strstr(part_of(&opened, there[i].part), there[i].text));
    }
    print_message("  no merged cells, no formulas, no names of ranges\n");
    assert_false(anywhere(&opened, "<mergeCell"));
    assert_false(anywhere(&opened, "<f>"));
    assert_false(anywhere(&opened, "<definedName"));
    free(opened.written.text);
    wrd_arena_free(s.arena);
}

/* The mean of the sample is 3.7 between 3.5 and 3.8, which binary numbers cannot hold. */
static void test_stored_as_shown(void **state)
{
    struct sample s;
    struct opened opened;
    (void)state;
    sample_release(&s);
    open_book(&s, WRD_EN, &opened);
    assert_true(anywhere(&opened, "<v>3.7</v>"));
    assert_true(anywhere(&opened, "<v>3.8</v>"));
    assert_true(anywhere(&opened, "<v>412</v>"));
    free(opened.written.text);
    wrd_arena_free(s.arena);
}

static void test_labels_make_no_formula(void **state)
{
    static const char *const labels[] = {
        "=1+1", "+31 6", "-2", "@SUM(A1)", "{=A1}", "https://x.nl"
    };
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        struct sample s;
        struct opened opened;
        sample_release(&s);
        ((struct wrd_row *)(uintptr_t)s.tables[0].rows[0])->label[WRD_NL] = labels[i];
        s.variables[SAMPLE_V_FORM].label[WRD_NL] = labels[i];
        print_message("  %s\n", labels[i]);
        open_book(&s, WRD_NL, &opened);
        assert_non_null(strstr(part_of(&opened, "xl/sharedStrings.xml"), labels[i]));
        assert_false(anywhere(&opened, "<f>"));
        assert_false(anywhere(&opened, "TargetMode"));
        free(opened.written.text);
        wrd_arena_free(s.arena);
    }
}

static void test_names_of_sheets(void **state)
{
    static const struct {
        const char *variable, *sheet;
    } cases[] = {
        { "v_a_name_of_31_characters_in_all", NULL }, /* it has 32 */
        { "v_a_name_of_31_characters_in_al", "v_a_name_of_31_characters_in_al" },
        { "sroi", NULL },
        { "uurloon", NULL },
        { "inhoud", NULL }, /* the sheet Inhoud */
        { "waarde", "waarde" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample s;
        struct opened opened;
        char wanted[64];
        sample_release(&s);
        for (size_t o = 0; o < s.n_outcomes; o++)
            if (s.outcomes[o].variable == &s.variables[SAMPLE_V_FORM])
                s.outcomes[o].name = cases[i].variable;
        print_message("  %s\n", cases[i].variable);
        open_book(&s, WRD_NL, &opened);
        snprintf(wanted, sizeof wanted, "<sheet name=\"%s\"",
                 cases[i].sheet ? cases[i].sheet : "Blad ");
        if (!cases[i].sheet)
            wanted[strlen(wanted) - 1] = '\0'; /* a number follows */
        assert_non_null(strstr(part_of(&opened, "xl/workbook.xml"), wanted));
        free(opened.written.text);
        wrd_arena_free(s.arena);
    }
}

static void test_same_bytes(void **state)
{
    struct sample s;
    struct opened first, second;
    (void)state;
    sample_release(&s);
    open_book(&s, WRD_NL, &first);
    open_book(&s, WRD_NL, &second);
    assert_int_equal(first.written.len, second.written.len);
    assert_memory_equal(first.written.text, second.written.text, first.written.len);
    free(first.written.text);
    free(second.written.text);
    wrd_arena_free(s.arena);
}

/* Excel holds 32,767 characters in a cell. */
static void test_a_text_too_long(void **state)
{
    enum { TOO_LONG = 32768 };
    struct wrd_diag *diag = wrd_diag_new();
    struct written written;
    struct sample s;
    (void)state;
    sample_release(&s);
    char *label = wrd_arena_take(s.arena, TOO_LONG + 1);
    memset(label, 'a', TOO_LONG);
    s.variables[SAMPLE_V_FORM].label[WRD_NL] = label;
    assert_int_equal(wrd_workbook_write(wrd_plan_new(s.arena, &s.release), WRD_NL, NULL,
                                        written_begin(&written), diag),
                     WRD_EFAULT);
    free(written_end(&written));
    assert_int_equal(wrd_diag_errors(diag), 1);
    wrd_diag_free(diag);
    wrd_arena_free(s.arena);
}

/* Of libxlsxwriter's own doing there would be a file in TMPDIR for every part. */
static void test_nothing_in_tmpdir(void **state)
{
    struct sample s;
    struct opened opened;
    (void)state;
    sample_release(&s);
    assert_int_equal(setenv("TMPDIR", "/nonexistent/folder", 1), 0);
    FILE *part = lxw_tmpfile(NULL);
    char path[64], where[256] = "";
    assert_non_null(part);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fileno(part));
    assert_true(readlink(path, where, sizeof where - 1) > 0);
    assert_non_null(strstr(where, "memfd:"));
    fclose(part);
    open_book(&s, WRD_NL, &opened);
    free(opened.written.text);
    wrd_arena_free(s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_stored_as_shown),
        cmocka_unit_test(test_labels_make_no_formula),
        cmocka_unit_test(test_names_of_sheets),
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_a_text_too_long),
        cmocka_unit_test(test_nothing_in_tmpdir),
    };
    return cmocka_run_group_tests_name("workbook", tests, NULL, NULL);
}
