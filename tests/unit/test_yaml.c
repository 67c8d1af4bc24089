/* tests/unit/test_yaml.c - src/read/yaml.c.
 *
 * Places were counted in the text of each case; where libyaml itself says what is broken, the place
 * is the one it names, and was checked against the text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "read/yaml.h"
#include "support/said.h"

/* Reads `len` bytes; what was said is in *list, which the caller frees. */
static struct wrd_yaml *read_bytes(struct wrd_arena *arena, const char *text, size_t len,
                                   char **list)
{
    struct wrd_diag *diag = wrd_diag_new();
    struct wrd_yaml *root = wrd_yaml_read(arena, text, len, "study.yml", diag);
    *list = said(diag);
    wrd_diag_free(diag);
    return root;
}

#define B(text) (text), sizeof(text) - 1

static const struct {
    const char *name;
    const char *text;
    size_t len;
    bool tree; /* whether the binder can go on */
    const char *said;
} cases[] = {
    { "a map of words", B("a: 1\nb: [x, y]\n"), true, "" },
    { "a byte order mark is no part of it",
      B("\xef\xbb\xbf"
        "a: 1\n"),
      true, "" },
    { "lines end in CR LF as well", B("a: 1\r\nb: 2\r\na: 3\r\n"), true, "E0110 3:1 a\n" },
    { "a start and an end of a document", B("--- \na: 1\n...\n"), true, "" },
    { "nothing at all", B(""), false, "E0112 1:1 \n" },
    { "comments alone", B("# format: 1\n\n"), false, "E0112 1:1 \n" },
    { "a tab for indentation", B("a:\n\tb: 1\n"), false, "E0102 2:1 \n" },
    { "a colon in a plain text", B("a: b: c\n"), false, "E0102 1:5 \n" },
    { "a bracket that does not close", B("a: [b, c\nd: 1\n"), false, "E0102 2:2 \n" },
    { "a quote that does not close", B("a: 'b\nc: 1\n"), false, "E0102 1:4 \n" },
    { "a key without a space behind its colon", B("a: 1\nb:c\nd: 1\n"), false, "E0102 2:1 \n" },
    { "a map that slips to the left", B("a:\n  b: 1\n c: 2\n"), false, "E0102 3:2 \n" },
    { "columns count characters, not bytes", B("\xc3\xa9\xc3\xa9: b: c\n"), false, "E0102 1:6 \n" },
    { "Windows-1252", B("a: 1\nb: caf\xe9\n"), false, "E0103 2:7 \n" },
    { "an overlong form", B("a: \xc0\xaf\n"), false, "E0103 1:4 \n" },
    { "UTF-16 of a spreadsheet",
      B("\xff\xfe"
        "a\0:\0"),
      false, "E0103 1:1 \n" },
    { "a NUL", B("a: 1\nb: \0\n"), false, "E0104 2:4 \n" },
    { "a NUL by an escape", B("a: \"x\\0y\"\n"), true, "E0104 1:4 \n" },
    { "a control character", B("a: 1\nb: x\x01y\n"), false, "E0102 2:5 \n" },
    { "half a surrogate pair", B("a: \"\\ud800\"\n"), false, "E0102 1:7 \n" },
    { "an anchor and its alias", B("a: &x 1\nlong: *x\n"), true, "E0106 1:4 \nE0106 2:7 \n" },
    { "an anchor of a map", B("a: &x { b: 1 }\n"), true, "E0106 1:4 \n" },
    { "an anchor of a list", B("a: &x [ b ]\n"), true, "E0106 1:4 \n" },
    { "an anchor of a key", B("&x a: 1\n"), true, "E0106 1:1 \n" },
    { "an alias as a key", B("a: &x b\n*x : 1\n"), true, "E0106 1:4 \nE0106 2:1 \n" },
    { "a tag", B("a: !!int 1\nb: !own x\n"), true, "E0107 1:4 \nE0107 2:4 \n" },
    { "a merge key", B("a: { b: 1 }\nc:\n  <<: { d: 2 }\n"), true, "E0109 3:3 \n" },
    { "a quoted << is a key like any other", B("'<<': 1\n"), true, "" },
    { "a key twice", B("a: 1\nb: 2\na: 3\n"), true, "E0110 3:1 a\n" },
    { "a key twice, deeper", B("a:\n  - { b: 1, b: 2 }\n"), true, "E0110 2:13 a[0].b\n" },
    { "a key three times", B("a: 1\na: 2\na: 3\n"), true, "E0110 2:1 a\n" },
    { "a list as a key", B("a: 1\n? [b, c]\n: 2\n"), true, "E0111 2:3 \n" },
    { "a second document", B("a: 1\n---\na: 1\n"), true, "E0108 2:1 \n" },
    { "a second document behind an end", B("a: 1\n...\n---\n!x &y b\n"), true, "E0108 3:1 \n" },
    { "all of it in one go", B("a: !t 1\nb: &x 2\na: 3\n"), true,
      "E0107 1:4 \nE0106 2:4 \nE0110 3:1 a\n" },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        char *list;
        print_message("  %s\n", cases[i].name);
        struct wrd_yaml *root = read_bytes(arena, cases[i].text, cases[i].len, &list);
        assert_string_equal(list, cases[i].said);
        assert_int_equal(root != NULL, cases[i].tree);
        free(list);
        wrd_arena_free(arena);
    }
}

static void assert_place(struct wrd_place place, uint32_t line, uint32_t column, const char *key)
{
    assert_string_equal(place.file, "study.yml");
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_string_equal(place.key, key);
}

/* Every value knows its text, its place and its path. */
static void test_tree(void **state)
{
    (void)state;
    static const char text[] = "sources:\n"
                               "  - id: vol\n"
                               "    by: [no, 1O, 0x1F, ~, '']\n"
                               "  - { id: org }\n"
                               "note: >\n"
                               "  two\n"
                               "  lines\n";
    static const char *const words[] = { "no", "1O", "0x1F", "~", "" };
    struct wrd_arena *arena = wrd_arena_new();
    char *list;
    struct wrd_yaml *root = read_bytes(arena, text, sizeof text - 1, &list);
    assert_string_equal(list, "");
    const struct wrd_yaml *sources = wrd_yaml_find(root, "sources");
    assert_int_equal(sources->kind, WRD_YAML_LIST);
    assert_int_equal(sources->n, 2);
    const struct wrd_yaml *by = wrd_yaml_find(sources->first, "by"), *word = by->first;
    for (size_t i = 0; i < 5; i++, word = word->next)
        assert_string_equal(word->text, words[i]);
    assert_null(word);
    assert_place(wrd_yaml_place(arena, by->first->next), 3, 14, "sources[0].by[1]");
    assert_place(wrd_yaml_key_place(arena, by), 3, 5, "sources[0].by");
    const struct wrd_yaml *org = wrd_yaml_find(sources->first->next, "id");
    assert_place(wrd_yaml_place(arena, org), 4, 11, "sources[1].id");
    assert_string_equal(wrd_yaml_find(root, "note")->text, "two lines\n");
    assert_null(wrd_yaml_find(root, "nothing"));
    assert_null(wrd_yaml_find(sources, "id")); /* a list has no keys */
    assert_null(wrd_yaml_find(NULL, "id"));
    assert_null(wrd_yaml_place(arena, root).key);
    free(list);
    wrd_arena_free(arena);
}

/* Of a key that stands twice the first counts. */
static void test_first_counts(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    char *list;
    const struct wrd_yaml *root = read_bytes(arena, B("a: one\na: two\n"), &list);
    assert_string_equal(wrd_yaml_find(root, "a")->text, "one");
    assert_true(root->first->next->repeated);
    free(list);
    wrd_arena_free(arena);
}

static void test_depth(void **state)
{
    (void)state;
    static const struct {
        size_t depth;
        bool tree;
        const char *said;
    } depths[] = {
        { 32, true, "" },
        { 33, false, "E0105 1:33 \n" },
        { 100000, false, "E0105 1:33 \n" }, /* at once: libyaml alone would take minutes */
    };
    for (size_t i = 0; i < sizeof depths / sizeof *depths; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        char *text = malloc(2 * depths[i].depth), *list;
        memset(text, '[', depths[i].depth);
        memset(text + depths[i].depth, ']', depths[i].depth);
        const struct wrd_yaml *root = read_bytes(arena, text, 2 * depths[i].depth, &list);
        assert_string_equal(list, depths[i].said);
        assert_int_equal(root != NULL, depths[i].tree);
        free(list);
        free(text);
        wrd_arena_free(arena);
    }
}

/* A file that is cut off anywhere is read or refused, never worse (run under the sanitizers). */
static void test_cut_off(void **state)
{
    (void)state;
    static const char text[] = "\xef\xbb\xbf"
                               "a: { b: [1, \"\xc3\xa9\\u20ac\"], ? [c] : *d }\n"
                               "<<: &e !f\n  - g: |\n      h\n...\n--- i\n";
    for (size_t len = 0; len < sizeof text; len++) {
        struct wrd_arena *arena = wrd_arena_new();
        char *part = malloc(len + 1), *list;
        memcpy(part, text, len);
        const struct wrd_yaml *root = read_bytes(arena, part, len, &list);
        assert_true(root || *list);
        free(list);
        free(part);
        wrd_arena_free(arena);
    }
}

static void test_shown(void **state)
{
    (void)state;
    static const char ten[] = "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
                              "\xc3\xa9\xc3\xa9";
    struct wrd_arena *arena = wrd_arena_new();
    char sixty[6 * sizeof ten] = "", more[6 * sizeof ten] = "";
    for (int i = 0; i < 6; i++)
        memcpy(sixty + (size_t)i * 20, ten, 20);
    memcpy(more, sixty, sizeof sixty);
    more[120] = 'x';
    assert_string_equal(wrd_yaml_shown(arena, sixty), sixty);
    const char *cut = wrd_yaml_shown(arena, more);
    assert_int_equal(strlen(cut), 123);
    assert_memory_equal(cut, sixty, 120);
    assert_string_equal(cut + 120, "...");
    wrd_arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),        cmocka_unit_test(test_tree),
        cmocka_unit_test(test_first_counts), cmocka_unit_test(test_depth),
        cmocka_unit_test(test_cut_off),      cmocka_unit_test(test_shown),
    };
    return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
