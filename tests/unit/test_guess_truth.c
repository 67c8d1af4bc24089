/* What init makes of real exports, beside what an analyst says of every column (tests/init/README).
 * The truth of the first seven was written before the guesser, that of the others before the guesser saw
 * them.  Then it had right: rse2016_uk 61, rse2017_nl 128, rse2017_zaf 268, bfi 4, apisrs 19,
 * unseen_forms 23, unseen_qualtrics 37. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/money_lexicon.h"
#include "core/file.h"
#include "read/guess.h"

enum { MOST = 300 };

struct truth {
    char type[16], list[32], role[16];
};

static const struct {
    const char *name, *export;
    size_t least; /* columns that are right: no fewer than there were */
} cases[] = {
    { "example2024", "input/2024/volunteers.csv", 55 },
    { "example2025", "input/2025/volunteers.csv", 55 },
    { "example2026", "input/2026/volunteers.csv", 55 },
    { "rse2017_uk", "../shared/data/rse/rse2017_uk.csv", 237 },
    { "starwars", "../shared/data/starwars/StarWars.csv", 38 },
    { "carpentries", "../shared/data/carpentries/20180908_post_clean.csv", 41 },
    { "apistrat", "../shared/data/apistrat/apistrat.csv", 19 },
    { "rse2016_uk", "../shared/data/rse/rse2016_uk.csv", 64 },
    { "rse2017_nl", "../shared/data/rse/rse2017_nl.csv", 131 },
    { "rse2017_zaf", "../shared/data/rse/rse2017_zaf.csv", 270 },
    { "bfi", "../shared/data/bfi/bfi.csv", 29 },
    { "apisrs", "../shared/data/apistrat/apisrs.csv", 19 },
    { "unseen_forms", ".build/unseen/unseen_forms.csv", 28 },
    { "unseen_qualtrics", ".build/unseen/unseen_qualtrics.csv", 44 },
};

/* From the right: a header may have commas in it. */
static void take_field(char *line, char *into, size_t room)
{
    char *comma = strrchr(line, ',');
    assert_non_null(comma);
    snprintf(into, room, "%s", comma + 1);
    *comma = '\0';
}

static size_t read_truth(const char *name, struct truth *truth)
{
    char path[128], line[1024];
    size_t n = 0;
    snprintf(path, sizeof path, "tests/init/%s.truth.csv", name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file)); /* the header */
    while (fgets(line, sizeof line, file)) {
        assert_true(n < MOST);
        line[strcspn(line, "\r\n")] = '\0';
        take_field(line, truth[n].role, sizeof truth[n].role);
        take_field(line, truth[n].list, sizeof truth[n].list);
        take_field(line, truth[n].type, sizeof truth[n].type);
        n++;
    }
    fclose(file);
    return n;
}

static bool is_money(void *self, const char *text)
{
    struct wrd_money_hit hits[8];
    size_t n = wrd_money_find(self, text, false, hits, 8);
    for (size_t i = 0; i < n; i++)
        if (hits[i].kind != WRD_MONEY_HINT)
            return true;
    return false;
}

static const char *type_of(const struct wrd_draft *draft, size_t i)
{
    int variable = draft->columns[i].variable;
    return variable < 0 ? "skip" : wrd_type_name(draft->variables[variable].type);
}

static const char *role_of(const struct wrd_draft *draft, size_t i)
{
    int variable = draft->columns[i].variable;
    unsigned roles = variable < 0 ? 0 : draft->variables[variable].roles;
    for (unsigned bit = 0; bit < WRD_ROLE_COUNT; bit++)
        if (roles >> bit & 1)
            return wrd_role_name(bit);
    return "-";
}

static int list_of(const struct wrd_draft *draft, size_t i)
{
    int variable = draft->columns[i].variable;
    return variable < 0 ? -1 : draft->variables[variable].list;
}

/* The same columns share a list, and it has as many answers as the word of the truth says. */
static bool list_is_right(const struct wrd_draft *draft, const struct truth *truth, size_t i)
{
    const int list = list_of(draft, i);
    const char *word = truth[i].list;
    if (strcmp(word, "-") == 0)
        return list < 0;
    if (list < 0 || draft->lists[list].n != strtoul(word + strcspn(word, "0123456789"), NULL, 10))
        return false;
    size_t agreeing = 0, others = 0;
    for (size_t k = 0; k < draft->n_columns; k++) {
        bool same = strcmp(truth[k].list, word) == 0, guessed = list_of(draft, k) == list;
        agreeing += same && guessed;
        others += same != guessed;
    }
    return agreeing > others;
}

static void compare(const char *name, const struct wrd_draft *draft, const struct truth *truth,
                    size_t least)
{
    size_t right = 0;
    for (size_t i = 0; i < draft->n_columns; i++) {
        bool list = list_is_right(draft, truth, i);
        if (strcmp(type_of(draft, i), truth[i].type) == 0 && list &&
            strcmp(role_of(draft, i), truth[i].role) == 0) {
            right++;
            continue;
        }
        print_message("    %s column %zu: %s%s %s, not %s %s %s\n", name, i + 1, type_of(draft, i),
                      list ? "" : " (other list)", role_of(draft, i), truth[i].type, truth[i].list,
                      truth[i].role);
    }
    print_message("  %s: %zu of %zu columns\n", name, right, draft->n_columns);
    assert_true(right * 10 >= draft->n_columns * 9);
    assert_true(right >= least);
}

static void test_exports(void **state)
{
    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct wrd_diag *diag = wrd_diag_new();
        struct wrd_export_profile profile;
        struct wrd_draft draft;
        static struct truth truth[MOST];
        if (wrd_file_exists(cases[c].export)) {
            assert_int_equal(wrd_profile_read(arena, cases[c].export, "export.csv", diag, &profile),
                             WRD_OK);
            wrd_guess(arena, &profile, &(struct wrd_guess_rules){ is_money, arena }, &draft);
            assert_int_equal(read_truth(cases[c].name, truth), draft.n_columns);
            compare(cases[c].name, &draft, truth, cases[c].least);
        } else {
            print_message("  SKIP %s: the data are not here\n", cases[c].name);
        }
        wrd_diag_free(diag);
        wrd_arena_free(arena);
    }
}

static int make_unseen(void **state)
{
    (void)state;
    return system("tests/init/make_unseen.sh .build/unseen");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_exports) };
    return cmocka_run_group_tests(tests, make_unseen, NULL);
}
