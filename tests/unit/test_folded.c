/* Small files as lines of 80 bytes and back (core/folded.c): what goes in comes out, and what was
 * changed on the way is known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/folded.h"

static struct wrd_arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = wrd_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    wrd_arena_free(arena);
    return 0;
}

#define TEN "0123456789"
#define SIXTY TEN TEN TEN TEN TEN TEN

static void test_there_and_back(void **state)
{
    static const struct {
        const char *name, *text, *back; /* NULL: the same */
        size_t lines;                   /* with the first and the last, and one for the name */
    } cases[] = {
        { "a line", "format: 1\n", NULL, 4 },
        { "nothing", "", NULL, 3 },
        { "an empty line", "a\n\nb\n", NULL, 6 },
        { "spaces at both ends", "  a  \n", NULL, 4 },
        { "78 bytes fit", SIXTY TEN "12345678\n", NULL, 4 },
        { "79 do not", SIXTY TEN "123456789\n", NULL, 5 },
        { "no character is cut", SIXTY TEN "1234567\xC3\xA9\n", NULL, 5 },
        { "eighty spaces",
          "                                        "
          "                                        x\n",
          NULL, 5 },
        { "what looks like our marks", "=study.yml|\n+a|\nEnd of the codebook: 1\n", NULL, 6 },
        { "a carriage return is lost", "a;b\r\nc;d\r\n", "a;b\nc;d\n", 5 },
        { "the last line gets its end", "a", "a\n", 4 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct wrd_folded_file file = { "x.csv", cases[i].text };
        struct wrd_folded_file *files;
        size_t n_lines, n_files, at;
        print_message("  %s\n", cases[i].name);
        const char **lines = wrd_fold(arena, &file, 1, &n_lines);
        assert_int_equal(n_lines, cases[i].lines);
        for (size_t k = 0; k < n_lines; k++) {
            assert_true(strlen(lines[k]) <= WRD_FOLDED_WIDTH);
            assert_true(lines[k][strlen(lines[k]) - 1] != ' ');
        }
        assert_int_equal(wrd_unfold(arena, lines, n_lines, &files, &n_files, &at),
                         WRD_FOLDED_WHOLE);
        assert_int_equal(n_files, 1);
        assert_string_equal(files[0].name, "x.csv");
        assert_string_equal(files[0].text, cases[i].back ? cases[i].back : cases[i].text);
    }
}

/* Two files: 1 the first line, 2 =a|, 3 and 4 the text of a, 5 =b|, 6 the text of b, 7 the last. */
enum { N = 7, ROOM = 2 * N + 2 };

static const char **folded(const char **into)
{
    static const struct wrd_folded_file files[] = { { "a", "een\ntwee\n" }, { "b", "drie\n" } };
    size_t n;
    const char **lines = wrd_fold(arena, files, 2, &n);
    assert_int_equal(n, N);
    memcpy(into, lines, N * sizeof *into);
    return into;
}

enum change { NOTHING, REPLACE, DROP, TWICE, SWAP, BEFORE, ALL_TWICE };

static void test_damage(void **state)
{
    static const struct {
        const char *name;
        enum change change;
        size_t line; /* from 1 */
        const char *text;
        enum wrd_folded found;
        size_t at;
    } cases[] = {
        { "untouched", NOTHING, 0, NULL, WRD_FOLDED_WHOLE, 0 },
        { "lines of somebody else before it", BEFORE, 1, "Notitie van de afdeling",
          WRD_FOLDED_WHOLE, 0 },
        { "a text that was changed", REPLACE, 3, " een!|", WRD_FOLDED_DAMAGED, 7 },
        { "one bit of a text", REPLACE, 3, " eeo|", WRD_FOLDED_DAMAGED, 7 },
        { "a line that is gone", DROP, 4, NULL, WRD_FOLDED_DAMAGED, 6 },
        { "a line that stands twice", TWICE, 4, NULL, WRD_FOLDED_DAMAGED, 8 },
        { "two lines the other way round", SWAP, 3, NULL, WRD_FOLDED_DAMAGED, 7 },
        { "no mark at the end", REPLACE, 4, " twee", WRD_FOLDED_DAMAGED, 4 },
        { "no mark at the start", REPLACE, 4, "twee|", WRD_FOLDED_DAMAGED, 4 },
        { "an empty line", REPLACE, 4, "", WRD_FOLDED_DAMAGED, 4 },
        { "a mark alone", REPLACE, 4, "|", WRD_FOLDED_DAMAGED, 4 },
        { "a line between them", BEFORE, 4, "Notitie", WRD_FOLDED_DAMAGED, 4 },
        { "text before the first name", DROP, 2, NULL, WRD_FOLDED_DAMAGED, 2 },
        { "no last line", DROP, 7, NULL, WRD_FOLDED_DAMAGED, 6 },
        { "a last line cut short", REPLACE, 7, "End of the codebook: 5 lines, 00",
          WRD_FOLDED_DAMAGED, 7 },
        { "a number that overflows", REPLACE, 7,
          "End of the codebook: 99999999999999999999999 lines, 0", WRD_FOLDED_DAMAGED, 7 },
        { "a last line alone", DROP, 1, NULL, WRD_FOLDED_NONE, 0 },
        { "version 2", REPLACE, 1, "Codebook of waardering, version 2: x", WRD_FOLDED_OTHER, 1 },
        { "version 10", REPLACE, 1, "Codebook of waardering, version 10: x", WRD_FOLDED_OTHER, 1 },
        { "no version", REPLACE, 1, "Codebook of waardering, version ", WRD_FOLDED_OTHER, 1 },
        { "two files that were joined", ALL_TWICE, 0, NULL, WRD_FOLDED_DAMAGED, 8 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *lines[ROOM];
        const size_t k = cases[i].line - 1;
        struct wrd_folded_file *files;
        size_t n = N, n_files, at = 0;
        folded(lines);
        print_message("  %s\n", cases[i].name);
        switch (cases[i].change) {
        case NOTHING:
            break;
        case REPLACE:
            lines[k] = cases[i].text;
            break;
        case DROP:
            memmove(lines + k, lines + k + 1, (--n - k) * sizeof *lines);
            break;
        case TWICE:
        case BEFORE:
            memmove(lines + k + 1, lines + k, (n++ - k) * sizeof *lines);
            if (cases[i].change == BEFORE)
                lines[k] = cases[i].text;
            break;
        case SWAP:
            lines[ROOM - 1] = lines[k];
            lines[k] = lines[k + 1];
            lines[k + 1] = lines[ROOM - 1];
            break;
        case ALL_TWICE:
            folded(lines + N);
            n = 2 * N;
            break;
        }
        assert_int_equal(wrd_unfold(arena, lines, n, &files, &n_files, &at), cases[i].found);
        if (cases[i].found == WRD_FOLDED_DAMAGED || cases[i].found == WRD_FOLDED_OTHER)
            assert_int_equal(at, cases[i].at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_there_and_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_damage, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
