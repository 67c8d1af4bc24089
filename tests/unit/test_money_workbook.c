/* tests/unit/test_money_workbook.c - no financial figure in a workbook, wherever in it: gate G3 of
 * PROTECTION.md (adversarial set: a number format of an amount, a sheet named SROI, properties).
 *
 * The parts are those of ECMA-376, as small as they may be, made up for this test. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/book.h"
#include "support/written.h"
#include "support/zipped.h"

#define FOLDER ".build/unit/money-workbook"
#define SHEET "xl/worksheets/sheet1.xml"

static const struct {
    const char *name, *part, *text;
    const char *at; /* how the message tells its place; NULL: let through */
} cases[] = {
    { "a sheet of answers", SHEET,
      "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>62</v></c></row>"
      "</sheetData></worksheet>",
      NULL },
    { "a text of a cell", "xl/sharedStrings.xml", "<sst><si><t>12 euro</t></si></sst>",
      "xl/sharedStrings.xml" },
    { "a text in two looks", "xl/sharedStrings.xml",
      "<sst><si><r><t>markt</t></r><r><t>waarde</t></r></si></sst>", "xl/sharedStrings.xml" },
    { "a text in the cell itself", SHEET,
      "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>uurloon</t></is></c></row>"
      "</sheetData></worksheet>",
      SHEET },
    { "a row of a currency and a number", SHEET,
      "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1'><v>12.5</v></c></row>"
      "</sheetData></worksheet>",
      SHEET },
    { "a formula", SHEET,
      "<worksheet><sheetData><row r='1'><c r='A1'><f>B1*uurtarief</f><v>3</v></c></row></sheetData>"
      "</worksheet>",
      SHEET },
    { "the name of a sheet", "xl/workbook.xml",
      "<workbook><sheets><sheet name='SROI' sheetId='1'/></sheets></workbook>", "xl/workbook.xml" },
    { "the name of a range", "xl/workbook.xml",
      "<workbook><definedNames><definedName "
      "name='loonkosten'>Blad!$A$1</definedName></definedNames>"
      "</workbook>",
      "xl/workbook.xml" },
    { "the name of a table", "xl/tables/table1.xml", "<table id='1' displayName='t_marktwaarde'/>",
      "xl/tables/table1.xml" },
    { "the header of a table", "xl/tables/table1.xml",
      "<table id='1'><tableColumns><tableColumn id='1' name='Waarde "
      "(EUR)'/></tableColumns></table>",
      "xl/tables/table1.xml" },
    { "a format of an amount", "xl/styles.xml",
      "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='\"\xE2\x82\xAC\" "
      "#,##0.00'/></numFmts>"
      "</styleSheet>",
      "xl/styles.xml" },
    { "a format of an amount that is a number", "xl/styles.xml",
      "<styleSheet><cellXfs><xf numFmtId='44' fontId='0'/></cellXfs></styleSheet>",
      "xl/styles.xml" },
    { "a format of a whole number", "xl/styles.xml",
      "<styleSheet><cellXfs><xf numFmtId='1' fontId='0'/></cellXfs></styleSheet>", NULL },
    { "a keyword of the document", "docProps/core.xml",
      "<p:coreProperties xmlns:p='p' xmlns:c='c'><c:keywords>MKBA</c:keywords></p:coreProperties>",
      "docProps/core.xml" },
    { "a property of the document", "docProps/custom.xml",
      "<Properties><property name='uurtarief'/></Properties>", "docProps/custom.xml" },
    { "a remark", "xl/comments1.xml",
      "<comments><commentList><comment ref='A1'><text><r><t>eu</t></r><r><t>ro</t></r></text>"
      "</comment></commentList></comments>",
      "xl/comments1.xml" },
    { "the text of a drawing", "xl/drawings/drawing1.xml",
      "<d xmlns:a='a'><a:p><a:r><a:t>twaalf </a:t></a:r><a:r><a:t>euro</a:t></a:r></a:p></d>",
      "xl/drawings/drawing1.xml" },
    { "a text instead of a picture", "xl/drawings/drawing1.xml", "<d><c descr='een tientje'/></d>",
      "xl/drawings/drawing1.xml" },
    { "the address of a link", "xl/worksheets/_rels/sheet1.xml.rels",
      "<Relationships><Relationship Id='r1' Target='https://x.nl/?q=12 euro'/></Relationships>",
      "xl/worksheets/_rels/sheet1.xml.rels" },
    { "a comment of XML", SHEET, "<worksheet><!-- 12 euro --><sheetData/></worksheet>", SHEET },
    { "the name of a part", "xl/uurloon.xml", "<a/>", "E0780" },
    { "a part that is no XML", "xl/media/image1.png", "\x89PNG", "E0781" },
    { "a document type", SHEET, "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "E0781" },
};

static void judge(struct book_run *run, const char *bytes, size_t len, const char *at)
{
    const struct wrd_staged file = { "tables.nl.xlsx", bytes, len };
    assert_int_equal(wrd_audit_money(&run->study, run->book, &file, 1, run->diag),
                     at ? WRD_EMONEY : WRD_OK);
    const char *said = book_said(run);
    if (at)
        assert_said(said, at);
    else
        assert_string_equal(said, "");
}

static void test_parts(void **state)
{
    struct book_run run;
    (void)state;
    book_write(FOLDER, &(struct book_files){ 0 });
    book_read(&run, FOLDER);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const bool strings = strcmp(cases[i].part, "xl/sharedStrings.xml") == 0;
        const struct zipped files[] = {
            { cases[i].part, cases[i].text },
            { strings ? NULL : "xl/sharedStrings.xml",
              "<sst><si><t>mee eens</t></si><si><t>ct</t></si></sst>" },
            { NULL, NULL },
        };
        struct written written;
        zipped_write(written_begin(&written), files);
        char *bytes = written_end(&written);
        print_message("  %s\n", cases[i].name);
        judge(&run, bytes, written.len, cases[i].at);
        free(bytes);
    }
    book_free(&run);
}

static void test_damaged(void **state)
{
    static const struct zipped files[] = { { SHEET, "<worksheet/>" }, { NULL, NULL } };
    struct book_run run;
    struct written written;
    (void)state;
    book_write(FOLDER, &(struct book_files){ 0 });
    book_read(&run, FOLDER);
    zipped_write(written_begin(&written), files);
    char *bytes = written_end(&written);
    judge(&run, bytes, written.len, NULL);
    print_message("  cut off\n");
    judge(&run, bytes, written.len - 1, "E0781");
    print_message("  another byte than its checksum says\n");
    enum { HEAD = 30 }; /* before the name of the part */
    bytes[HEAD + strlen(SHEET) + 1] = 'W';
    judge(&run, bytes, written.len, "E0781");
    print_message("  no ZIP file, and nothing at all\n");
    judge(&run, "<html>", 6, "E0781");
    judge(&run, "", 0, "E0781");
    free(bytes);
    book_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_damaged),
    };
    return cmocka_run_group_tests_name("money-workbook", tests, NULL, NULL);
}
