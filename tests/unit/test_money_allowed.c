/* tests/unit/test_money_allowed.c - terms.allow of study.yml: one exact text in one place, said every
 * time, and nothing beside it.  The study is made up for this test. */
#include "support/book.h"

#define FOLDER ".build/unit/money-allowed"
#define QUESTION(label) \
    .variables = VARIABLES "uni;vol;single;sector;" label ";Q;outcome;;;;;;;;;\n"
#define PLACE                           \
    {                                   \
        .file = "study.yml", .line = 40 \
    }

static const struct wrd_allowed eur = { "EUR", "uni", "EUR is de Erasmus Universiteit", PLACE };

/* says NULL: nothing; published NULL: let through at the output too. */
static const struct {
    const char *name;
    struct book_files files;
    struct wrd_allowed allowed;
    const char *says;
    bool stops;
    const char *published;
    bool refused;
} cases[] = {
    { "allowed and said",
      { QUESTION("Studeert u aan de EUR?") },
      { "EUR", "uni", "EUR is een naam", PLACE },
      "N0786]: 'EUR' is allowed here by study.yml, in uni",
      false,
      "<h3>Studeert u aan de EUR?</h3>",
      false },
    { "in that question only",
      { QUESTION("Studeert u aan de EUR?") },
      { "EUR", "sector", "EUR is een naam", PLACE },
      "E0701",
      true,
      "<h3>Studeert u aan de EUR?</h3>",
      true },
    { "nowhere else in the report",
      { QUESTION("Studeert u aan de EUR?") },
      { "EUR", "uni", "EUR is een naam", PLACE },
      "N0786",
      false,
      "<p>EUR</p>",
      true },
    { "and no amount beside it",
      { QUESTION("Studeert u aan de EUR?") },
      { "EUR", "uni", "EUR is een naam", PLACE },
      "N0786",
      false,
      "<p>Studeert u aan de EUR? 12 euro</p>",
      true },
    { "not as part of a word",
      { QUESTION("Wat is uw uurprijs?") },
      { "uurprij", "uni", "een naam", PLACE },
      "E0703",
      true,
      "<p>uurprijs</p>",
      true },
    { "no pattern",
      { QUESTION("Studeert u aan de EUR?") },
      { "E*", "uni", "een naam", PLACE },
      "E0701",
      true,
      NULL,
      false },
    { "not in another case",
      { QUESTION("Studeert u aan de Eur?") },
      { "EUR", "uni", "EUR is een naam", PLACE },
      "E0701",
      true,
      NULL,
      false },
    { "what else the label has is judged",
      { QUESTION("De EUR betaalt 12 euro") },
      { "EUR", "uni", "EUR is een naam", PLACE },
      "E0702",
      true,
      "<p>De EUR betaalt 12 euro</p>",
      true },
    { "never used",
      { QUESTION("Studeert u?") },
      { "EUR", "uni", "EUR is een naam", PLACE },
      "W0787]: 'EUR' is allowed in uni, and stands nowhere there",
      false,
      NULL,
      false },
    { "a scope that is none",
      { QUESTION("Studeert u?") },
      { "EUR", "nergens", "een naam", PLACE },
      "W0787",
      false,
      NULL,
      false },
    { "an amount",
      { QUESTION("Krijgt u € 12,50 per uur?") },
      { "€ 12,50", "uni", "een naam", PLACE },
      "E0788",
      true,
      "<p>Krijgt u € 12,50 per uur?</p>",
      false },
    { "money in the reason",
      { QUESTION("Studeert u aan de EUR?") },
      { "EUR", "uni", "het gaat om 12 euro", PLACE },
      "E0788",
      true,
      NULL,
      false },
    { "in the name of the municipality",
      { QUESTION("V") },
      { "Vraag", "study", "een naam", PLACE },
      "W0787",
      false,
      NULL,
      false },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct book_run run;
        struct wrd_allowed allowed = cases[i].allowed;
        print_message("  %s\n", cases[i].name);
        book_write(FOLDER, &cases[i].files);
        book_read(&run, FOLDER);
        assert_int_equal(run.status, WRD_OK);
        run.study.allowed = &allowed;
        run.study.n_allowed = 1;
        const enum wrd_status status = wrd_check_money(&run.study, run.book, run.diag);
        assert_said(book_said(&run), cases[i].says);
        assert_int_equal(status == WRD_EMONEY, cases[i].stops);
        if (cases[i].published) {
            const struct wrd_staged file = { "report.nl.html", cases[i].published,
                                             strlen(cases[i].published) };
            assert_int_equal(wrd_audit_money(&run.study, run.book, &file, 1, run.diag) ==
                                 WRD_EMONEY,
                             cases[i].refused);
        }
        book_free(&run);
    }
}

/* manifest.json says what was allowed and why, and is let through. */
static void test_manifest(void **state)
{
    (void)state;
    static const char manifest[] = "{\n  \"text\": \"EUR\",\n"
                                   "  \"reason\": \"EUR is de Erasmus Universiteit\"\n}\n";
    struct book_run run;
    struct wrd_allowed allowed = eur;
    const struct wrd_staged file = { "manifest.json", manifest, strlen(manifest) };
    book_write(FOLDER, &(struct book_files){ QUESTION("Studeert u aan de EUR?") });
    book_read(&run, FOLDER);
    assert_int_equal(wrd_audit_money(&run.study, run.book, &file, 1, run.diag), WRD_EMONEY);
    run.study.allowed = &allowed;
    run.study.n_allowed = 1;
    assert_int_equal(wrd_audit_money(&run.study, run.book, &file, 1, run.diag), WRD_OK);
    book_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_manifest),
    };
    return cmocka_run_group_tests_name("money-allowed", tests, NULL, NULL);
}
