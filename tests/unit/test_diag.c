/* What is said, how it is grouped, and how it is shown.  The form is the example of FORMATS.md; the
 * messages are those of the files, which every build has. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "core/diag_body.h"
#include "waardering/diag.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static struct wrd_diag *diag;
static char *bytes; /* written last */

static int open_test(void **state)
{
    (void)state;
    diag = wrd_diag_new();
    return 0;
}

static int close_test(void **state)
{
    (void)state;
    wrd_diag_free(diag);
    free(bytes);
    bytes = NULL;
    return 0;
}

static const char *written(struct wrd_diag_style style)
{
    size_t len;
    free(bytes);
    FILE *to = open_memstream(&bytes, &len);
    wrd_diag_write(diag, to, &style);
    fclose(to);
    return bytes;
}

#define IN_ENGLISH ((struct wrd_diag_style){ .lang = WRD_EN })
#define IN_DUTCH ((struct wrd_diag_style){ .lang = WRD_NL })
#define IN_JSON ((struct wrd_diag_style){ .lang = WRD_EN, .json = true })

static struct wrd_place line_of(const char *file, uint32_t line)
{
    return (struct wrd_place){ .file = file, .line = line };
}

static void say_at(uint32_t line)
{
    struct wrd_place place = { "2026/vol.csv", line, 8, "G02Q01[SQ001]", "v_w1" };
    wrd_say(diag, WRD_E0802, place, "a.csv", "no");
}

static void test_as_formats_has_it(void **state)
{
    (void)state;
    static const uint32_t lines[] = { 219, 240, 301, 388 };
    for (size_t i = 0; i < COUNT(lines); i++)
        say_at(lines[i]);
    assert_string_equal(
        written(IN_ENGLISH),
        "error[E0802]: file 'a.csv' cannot be opened\n"
        "  --> 2026/vol.csv:219, column 8 'G02Q01[SQ001]' (v_w1), and 3 more (lines 240, 301, "
        "388)\n"
        "   = the system says: no\n"
        "   = help: see whether you may read the file, and whether another program holds it\n");
}

static void test_in_dutch(void **state)
{
    (void)state;
    say_at(219);
    say_at(240);
    assert_string_equal(
        written(IN_DUTCH),
        "fout[E0802]: bestand 'a.csv' kan niet worden geopend\n"
        "  --> 2026/vol.csv:219, kolom 8 'G02Q01[SQ001]' (v_w1), en nog 1 (regel 240)\n"
        "   = het systeem zegt: no\n"
        "   = hulp: kijk of u het bestand mag lezen en of een ander programma het vasthoudt\n");
}

static const struct {
    const char *name;
    struct wrd_place place;
    const char *shown; /* the second line, without its end */
} places[] = {
    { "a place in YAML", { "study.yml", 12, 7, NULL, NULL }, "  --> study.yml:12:7" },
    { "a key in YAML",
      { "study.yml", 12, 7, "study.id", NULL },
      "  --> study.yml:12, column 7 'study.id'" },
    { "a line", { "a.csv", 3, 0, NULL, NULL }, "  --> a.csv:3" },
    { "a file", { "a.csv", 0, 0, NULL, NULL }, "  --> a.csv" },
    { "a column of the whole file", { "a.csv", 0, 2, "age", NULL }, "  --> a.csv, column 2 'age'" },
    { "a variable that is not there", { "a.csv", 1, 0, NULL, "age" }, "  --> a.csv:1 (age)" },
    { "a header without number", { "a.csv", 1, 0, "x", "age" }, "  --> a.csv:1, 'x' (age)" },
    { "nothing may move the cursor",
      { "a\033[2J.csv", 1, 1, "b\r\n", "\xE2\x80\xAE" },
      "  --> a\\x1b[2J.csv:1, column 1 'b\\r\\n' (\\u202e)" },
};

static void test_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(places); i++) {
        wrd_say(diag, WRD_E0801, places[i].place, "x");
        const char *text = written(IN_ENGLISH), *second = strchr(text, '\n') + 1;
        print_message("  %s\n", places[i].name);
        assert_int_equal(strcspn(second, "\n"), strlen(places[i].shown));
        assert_memory_equal(second, places[i].shown, strlen(places[i].shown));
    }
}

static void test_nowhere(void **state)
{
    (void)state;
    wrd_say(diag, WRD_E0811, (struct wrd_place){ 0 }, "x");
    assert_null(strstr(written(IN_ENGLISH), "-->"));
    wrd_say(diag, WRD_E0811, (struct wrd_place){ 0 }, "x");
    wrd_say(diag, WRD_E0811, (struct wrd_place){ 0 }, "x");
    assert_non_null(strstr(written(IN_ENGLISH), "\n  --> 2 times\n"));
}

static void test_arguments_are_made_visible_and_bilingual(void **state)
{
    (void)state;
    wrd_say(diag, WRD_E0802, (struct wrd_place){ 0 }, "a\nb\033", WRD_BOTH("yes", "ja"));
    const char *text = written(IN_ENGLISH);
    assert_non_null(strstr(text, "file 'a\\nb\\x1b' cannot"));
    assert_non_null(strstr(text, "says: yes\n"));
    wrd_say(diag, WRD_E0802, (struct wrd_place){ 0 }, "{2}", WRD_BOTH("yes", "ja"));
    text = written(IN_DUTCH);
    assert_non_null(strstr(text, "zegt: ja\n"));
    assert_non_null(strstr(text, "'{2}'")); /* an argument is not filled in again */
}

static size_t groups(void)
{
    const char *text = written(IN_JSON);
    size_t n = 0;
    for (; *text; text++)
        n += *text == '\n';
    return n;
}

static void test_what_makes_a_group(void **state)
{
    (void)state;
    struct wrd_place place = { "a.csv", 1, 2, "k", "v" }, other = place;
    wrd_say(diag, WRD_E0802, place, "x", "y");
    other.line = 9;
    wrd_say(diag, WRD_E0802, other, "x", "y");
    assert_int_equal(groups(), 1);
    wrd_say(diag, WRD_E0802, place, "x", "y");
    wrd_say(diag, WRD_E0805, place, "x", "y"); /* another message */
    wrd_say(diag, WRD_E0802, place, "x", "z"); /* other texts */
    wrd_say(diag, WRD_E0802, place, "xy", ""); /* the same letters, cut elsewhere */
    other = place, other.file = "b.csv";
    wrd_say(diag, WRD_E0802, other, "x", "y");
    other = place, other.column = 3;
    wrd_say(diag, WRD_E0802, other, "x", "y");
    other = place, other.key = NULL;
    wrd_say(diag, WRD_E0802, other, "x", "y");
    assert_int_equal(groups(), 7);
    assert_int_equal(groups(), 0); /* what was written is done with */
    assert_int_equal(wrd_diag_errors(diag), 9);
}

static void test_a_million_times(void **state)
{
    (void)state;
    for (uint32_t i = 1; i <= 1000000; i++)
        say_at(i);
    assert_int_equal(wrd_diag_errors(diag), 1000000);
    assert_non_null(strstr(written(IN_ENGLISH), ":1, column 8"));
    assert_non_null(strstr(bytes, ", and 999999 more (lines 2, 3, 4, ...)\n"));
}

static void test_texts_are_copied(void **state)
{
    (void)state;
    char file[] = "a.csv", text[] = "old";
    wrd_say(diag, WRD_E0801, line_of(file, 1), text);
    memset(file, 'x', 5);
    memset(text, 'x', 3);
    assert_non_null(strstr(written(IN_ENGLISH), "'old'"));
    assert_non_null(strstr(bytes, "a.csv:1"));
}

static void test_one_file_together(void **state)
{
    (void)state;
    wrd_say(diag, WRD_E0801, line_of("a", 1), "1");
    wrd_say(diag, WRD_E0801, line_of("b", 1), "2");
    wrd_say(diag, WRD_E0811, (struct wrd_place){ 0 }, "3");
    wrd_say(diag, WRD_E0801, line_of("a", 2), "4");
    wrd_say(diag, WRD_E0811, (struct wrd_place){ 0 }, "5");
    wrd_say(diag, WRD_E0801, line_of("b", 1), "6");
    written(IN_JSON);
    static const char *const order[] = { "'1'", "'4'", "'2'", "'6'", "'3'", "'5'" };
    const char *at = bytes;
    for (size_t i = 0; i < COUNT(order); i++) {
        at = strstr(at, order[i]);
        assert_non_null(at);
    }
}

static void test_json(void **state)
{
    (void)state;
    say_at(219);
    say_at(240);
    wrd_say(diag, WRD_W0813, (struct wrd_place){ 0 }, "x\xFF", "y");
    const char *text = written(IN_JSON);
    json_t *first = json_loads(text, JSON_DISABLE_EOF_CHECK, NULL);
    assert_non_null(first);
    char *again = json_dumps(first, JSON_COMPACT);
    assert_string_equal(
        again,
        "{\"severity\":\"io\",\"code\":\"E0802\",\"message\":\"file 'a.csv' cannot be opened\","
        "\"file\":\"2026/vol.csv\",\"line\":219,\"column\":8,\"key\":\"G02Q01[SQ001]\","
        "\"variable\":\"v_w1\",\"count\":2,\"lines\":[240],\"note\":\"the system says: no\","
        "\"help\":\"see whether you may read the file, and whether another program holds it\"}");
    free(again);
    json_decref(first);
    json_t *second = json_loads(strchr(text, '\n') + 1, 0, NULL);
    assert_non_null(second);
    assert_string_equal(json_string_value(json_object_get(second, "severity")), "warning");
    assert_true(json_is_null(json_object_get(second, "file")));
    assert_true(json_is_null(json_object_get(second, "line")));
    json_decref(second);
}

static void test_who_is_shown(void **state)
{
    (void)state;
    struct wrd_diag_style loud = IN_ENGLISH, quiet = IN_ENGLISH;
    loud.verbose = true;
    quiet.quiet = true;
    for (int i = 0; i < 3; i++) {
        struct wrd_diag_style style = i == 0 ? loud : i == 1 ? IN_ENGLISH : quiet;
        wrd_say(diag, WRD_N0814, (struct wrd_place){ 0 }, "x");
        wrd_say(diag, WRD_W0813, (struct wrd_place){ 0 }, "x", "y");
        wrd_say(diag, WRD_E0801, (struct wrd_place){ 0 }, "x");
        written(style);
        assert_int_equal(strstr(bytes, "note[N0814]") != NULL, i == 0);
        assert_int_equal(strstr(bytes, "warning[W0813]") != NULL, i <= 1);
        assert_non_null(strstr(bytes, "error[E0801]"));
    }
}

static void test_every_code_is_found(void **state)
{
    (void)state;
    for (int i = 0; i < WRD_MESSAGES; i++) {
        const char *code = wrd_message_code((enum wrd_message)i);
        const char small[] = { (char)(code[0] | 0x20), code[1], code[2], code[3], code[4], '\0' };
        assert_int_equal(wrd_message_find(code), i);
        assert_int_equal(wrd_message_find(code + 1), i); /* four digits are of one message alone */
        assert_int_equal(wrd_message_find(small), i);
    }
    assert_int_equal(wrd_message_find("W0802"), WRD_E0802);
    static const char *const none[] = { "",      "E",      "E080",   "E08021",
                                        "X0802", "EE0802", "E0802 ", "E9999" };
    for (size_t i = 0; i < COUNT(none); i++)
        assert_int_equal(wrd_message_find(none[i]), WRD_MESSAGES);
}

static bool tells_more(struct wrd_diag_style style)
{
    style.explain = true;
    return strstr(written(style), "waardering explain") != NULL;
}

static void test_where_to_read_more(void **state)
{
    (void)state;
    struct wrd_diag_style style = IN_ENGLISH;
    style.explain = true;
    wrd_say(diag, WRD_W0813, (struct wrd_place){ 0 }, "x", "y");
    say_at(1);
    const char *text = written(style), *end = "more: waardering explain W0813\n";
    assert_string_equal(text + strlen(text) - strlen(end), end); /* of the first, behind the last */
    say_at(1);
    assert_false(tells_more(IN_JSON));
    wrd_say(diag, WRD_N0814, (struct wrd_place){ 0 }, "x");
    assert_false(tells_more((struct wrd_diag_style){ .lang = WRD_EN, .verbose = true }));
    wrd_say(diag, WRD_E0909, (struct wrd_place){ 0 });
    assert_false(tells_more(IN_ENGLISH)); /* wrong use says it all itself */
    say_at(1);
    assert_null(strstr(written(IN_ENGLISH), "waardering explain")); /* only when asked */
}

static void test_color_only_when_asked(void **state)
{
    (void)state;
    struct wrd_diag_style color = IN_ENGLISH;
    color.color = true;
    say_at(1);
    assert_null(strchr(written(IN_ENGLISH), '\033'));
    say_at(1);
    assert_memory_equal(written(color), "\033[1;31merror[E0802]\033[0m: ", 24);
}

static void test_status(void **state)
{
    (void)state;
    assert_int_equal(wrd_diag_status(diag), WRD_OK);
    wrd_say(diag, WRD_W0813, (struct wrd_place){ 0 }, "x", "y");
    assert_int_equal(wrd_diag_status(diag), WRD_OK);
    assert_int_equal(wrd_diag_warnings(diag), 1);
    assert_int_equal(wrd_diag_errors(diag), 0);
    wrd_say(diag, WRD_E0801, (struct wrd_place){ 0 }, "x");
    assert_int_equal(wrd_diag_status(diag), WRD_EINPUT);
    wrd_say(diag, WRD_E0802, (struct wrd_place){ 0 }, "x", "y");
    assert_int_equal(wrd_diag_status(diag), WRD_EIO);
    wrd_say(diag, WRD_E0808, (struct wrd_place){ 0 }, "x", "y");
    assert_int_equal(wrd_diag_status(diag), WRD_EBUSY);
    wrd_say(diag, WRD_E0801, (struct wrd_place){ 0 }, "x");
    assert_int_equal(wrd_diag_status(diag), WRD_EBUSY);
    assert_int_equal(wrd_diag_errors(diag), 4);
}

static void test_strict(void **state)
{
    (void)state;
    wrd_diag_strict(diag);
    wrd_say(diag, WRD_N0814, (struct wrd_place){ 0 }, "x");
    assert_int_equal(wrd_diag_status(diag), WRD_OK);
    wrd_say(diag, WRD_W0813, (struct wrd_place){ 0 }, "x", "y");
    assert_int_equal(wrd_diag_status(diag), WRD_EINPUT);
    assert_int_equal(wrd_diag_warnings(diag), 0);
    assert_non_null(strstr(written(IN_ENGLISH), "error[W0813]"));
}

/* Which of {1}..{9} a wording uses, as bits; bit 0 if it says anything. */
static unsigned marks(const char *wording)
{
    unsigned bits = *wording != '\0';
    for (const char *at = wording; (at = strchr(at, '{')); at++)
        if (at[1] >= '1' && at[1] <= '9' && at[2] == '}')
            bits |= 1U << (at[1] - '0');
    return bits;
}

static void test_every_message_is_complete(void **state)
{
    (void)state;
    for (int i = 0; i < WRD_MESSAGES; i++) {
        enum wrd_message message = (enum wrd_message)i;
        const char *code = wrd_message_code(message);
        enum wrd_severity severity = wrd_message_severity(message);
        if (strlen(code) != 5 || strspn(code + 1, "0123456789") != 4)
            fail_msg("code %s", code);
        if (code[0] != (severity == WRD_NOTE ? 'N' : severity == WRD_WARNING ? 'W' : 'E'))
            fail_msg("%s: letter and severity do not agree", code);
        struct wrd_message_texts en = wrd_message_texts(message, WRD_EN);
        struct wrd_message_texts nl = wrd_message_texts(message, WRD_NL);
        if (*en.text == '\0' || *nl.text == '\0')
            fail_msg("%s has no text", code);
        if (marks(en.text) != marks(nl.text) || marks(en.note) != marks(nl.note) ||
            marks(en.help) != marks(nl.help))
            fail_msg("%s does not say the same in both languages", code);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_test, close_test)
    const struct CMUnitTest tests[] = {
        TEST(test_as_formats_has_it),
        TEST(test_in_dutch),
        TEST(test_places),
        TEST(test_nowhere),
        TEST(test_arguments_are_made_visible_and_bilingual),
        TEST(test_what_makes_a_group),
        TEST(test_a_million_times),
        TEST(test_texts_are_copied),
        TEST(test_one_file_together),
        TEST(test_json),
        TEST(test_who_is_shown),
        TEST(test_every_code_is_found),
        TEST(test_where_to_read_more),
        TEST(test_color_only_when_asked),
        TEST(test_status),
        TEST(test_strict),
        TEST(test_every_message_is_complete),
    };
    return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
