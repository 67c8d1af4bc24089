/* tests/unit/test_profile.c - src/read/profile.c: an export from which no study can be guessed is refused
 * at the place where it is wrong, as answers are.  What is counted in one that can: test_guess_truth.c. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "read/profile.h"
#include "support/said.h"

#define PATH ".build/test_profile.csv"

static const struct {
    const char *name, *text;
    const char *said; /* "": it is read */
} cases[] = {
    { "a row of answers", "a,b\n1,2\n", "" },
    { "a row that is set aside is one", "a,b\n1,2,3\n", "" },
    { "nothing", "", "E0207 : \n" },
    { "a header alone", "a,b\n", "E0208 1: \n" },
    { "a header alone, below blank lines", "\n\na,b\n", "E0208 3: \n" },
    { "a broken quote in the header", "\n\"a\"x,b\n1,2\n", "E0215 2: \n" },
    { "a first line that names no delimiter that is read", "sep=|\na|b\n1|2\n", "E0209 1: \n" },
    { "a first line sep= alone", "sep=;\n", "E0207 : \n" },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct wrd_diag *diag = wrd_diag_new();
        struct wrd_export_profile profile;
        FILE *file = fopen(PATH, "wb");
        assert_non_null(file);
        fputs(cases[i].text, file);
        fclose(file);
        const enum wrd_status status = wrd_profile_read(arena, PATH, "export.csv", diag, &profile);
        char *list = said(diag);
        print_message("  %s\n", cases[i].name);
        assert_string_equal(list, cases[i].said);
        assert_int_equal(status, *cases[i].said ? WRD_EINPUT : WRD_OK);
        free(list);
        wrd_diag_free(diag);
        wrd_arena_free(arena);
        remove(PATH);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_cases) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
