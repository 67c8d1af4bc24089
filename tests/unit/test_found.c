/* What the fuzz targets found (tests/fuzz): in small, where it was wrong before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/folder.h"

#include "model/money_lexicon.h"
#include "read/guess.h"
#include "read/sav.h"
#include "waardering/steps.h"
#include "write/starter.h"

static bool is_money(void *self, const char *text)
{
    struct wrd_money_hit hits[8];
    size_t n = wrd_money_find(self, text, false, hits, 8);
    for (size_t i = 0; i < n; i++)
        if (hits[i].kind != WRD_MONEY_HINT)
            return true;
    return false;
}

/* Reads what was made, and the export by it. */
static enum wrd_status judge(const char *path, const char *answers)
{
    struct wrd_study *of;
    struct wrd_codebook *book;
    enum wrd_status status = wrd_study_read(arena, path, diag, &of);
    if (status == WRD_OK)
        status = wrd_codebook_read(arena, of, diag, &book);
    if (status == WRD_OK)
        status = wrd_check_codebook(of, book, diag);
    if (status == WRD_OK)
        status = wrd_check_money(of, book, diag);
    if (status != WRD_OK)
        return status;
    struct wrd_frame *frame;
    of->folder = "/"; /* the export stands beside the study */
    of->waves[0].files[0] = answers;
    return wrd_answers_read(arena, of, book, 0, 0, NULL, diag, &frame);
}

static const char *absolute(const char *path)
{
    char *real = realpath(path, NULL);
    assert_non_null(real);
    wrd_arena_adopt(arena, real);
    return real;
}

/* A row of answers, so often that they are seen to be answers. */
#define FOUR(row) row row row row

/* `init --from` makes no study that check refuses, or that cannot read the export. */
static const struct {
    const char *name, *export;
} exports[] = {
    { "a number of the tool that is no number",
      "Respondent ID;Vraag\n" FOUR("een tekst die veel langer is dan een nummer kan zijn;1\n")
          FOUR("en nog een;2\n") },
    { "LimeSurvey: a short code behind a long one", /* read too far, which only ASan sees */
      "G10Q1234[a]. Vraag [x];G. Nog een\n" FOUR("1;1\n2;2\n") },
    { "LimeSurvey: one question, headers of two kinds",
      "V. Vraag;G2[a].te lang [Koffie];G2[b]. Hoe? [Thee]\n" FOUR("1;Ja;Nee\n2;Nee;Ja\n") },
    { "LimeSurvey: a bracket behind a bracket",
      "V. Vraag;G2[a] en meer];G2[b]. Hoe? [Thee]\n" FOUR("1;Ja;Nee\n2;Nee;Ja\n") },
    { "answers that a spreadsheet takes for formulas",
      "V. Vraag;G2[+a]. Hoe? [=Koffie];G2[b]. Hoe? [+ Thee];Leeftijd\n" FOUR(
          "1;Ja;Nee;+65 jaar\n2;Nee;Ja;jonger\n") },
    { "LimeSurvey: a label where the code stands",
      "V. Vraag;G2[een bedankje];G2[b]. Hoe? [Thee]\n" FOUR("1;Ja;Nee\n2;Nee;Ja\n") },
};

static void test_init(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof exports / sizeof *exports; i++) {
        struct wrd_export_profile profile;
        struct wrd_draft draft;
        struct wrd_tree *tree;
        const char *path = in_folder("export.csv");
        print_message("  %s\n", exports[i].name);
        put_file(path, exports[i].export);
        assert_int_equal(wrd_profile_read(arena, path, "export.csv", diag, &profile), WRD_OK);
        wrd_guess(arena, &profile, &(struct wrd_guess_rules){ is_money, arena }, &draft);
        draft.wave = "2026";
        assert_int_equal(wrd_tree_open(in_folder("study"), diag, &tree), WRD_OK);
        wrd_starter_draft(tree, &draft, WRD_NL);
        if (judge(wrd_tree_staging(tree), absolute(path)) != WRD_OK)
            fail_msg("%s", codes());
        wrd_tree_drop(tree);
    }
}

static void test_sav(void **state)
{
    (void)state;
    assert_null(wrd_sav_open(arena, "tests/fuzz/corpus/fuzz_sav/found-name-twice", diag));
    assert_string_equal(codes(), "E0260");
    struct wrd_imported *made; /* a label of a value that no code can stand for */
    wrd_sav_read(arena, "tests/fuzz/corpus/fuzz_sav/found-no-code", "2026", diag, &made);
    assert_non_null(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(test_init),
        FOLDER_TEST(test_sav),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
