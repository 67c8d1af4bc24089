/* tests/unit/test_personal_cells.c - cells that say who somebody is, and columns of them that are refused
 * (model/personal_cells.h, read/personal.h).  Numbers are those that are published as examples: the IBANs
 * of the registry of ISO 13616, 111222333 and 123456782 of the eleven test, addresses and networks of RFC
 * 5737 and 3849, domains of RFC 2606; phones 06 and 020 with made up numbers. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/personal_cells.h"
#include "support/given.h"

#define NONE WRD_PERSONALS

static const struct {
    const char *cell;
    enum wrd_personal text, number; /* what it is as a text, and as a number */
} cells[] = {
    { "jan@example.nl", WRD_PERSONAL_EMAIL, WRD_PERSONAL_EMAIL },
    { "bel of mail mij: an.de-vries+x@mail.example.org", WRD_PERSONAL_EMAIL, WRD_PERSONAL_EMAIL },
    { "een @ thuis", NONE, NONE },
    { "ik@thuis", NONE, NONE },
    { "https://example.nl/s?token=a1b2c3d4e5", WRD_PERSONAL_LINK, WRD_PERSONAL_LINK },
    { "www.example.nl/r/9f8e7d6c5b4a", WRD_PERSONAL_LINK, WRD_PERSONAL_LINK },
    { "https://example.nl/vrijwilligers", NONE, NONE },
    { "192.0.2.17", WRD_PERSONAL_IP, WRD_PERSONAL_IP },
    { "2001:db8::8a2e:370:7334", WRD_PERSONAL_IP, WRD_PERSONAL_IP },
    { "192.0.2.256", NONE, NONE },
    { "10:30", NONE, NONE },
    { "::", NONE, NONE },
    { "NL91ABNA0417164300", WRD_PERSONAL_IBAN, WRD_PERSONAL_IBAN },
    { "mijn nummer is GB29 NWBK 6016 1331 9268 19.", WRD_PERSONAL_IBAN, WRD_PERSONAL_IBAN },
    { "BE68 5390 0754 7034", WRD_PERSONAL_IBAN, WRD_PERSONAL_IBAN },
    { "NL91ABNA0417164301", NONE, NONE },
    { "06-12345678", WRD_PERSONAL_PHONE, WRD_PERSONAL_PHONE },
    { "(020) 123 45 67", WRD_PERSONAL_PHONE, WRD_PERSONAL_PHONE },
    { "+31 (0)6 12345678", WRD_PERSONAL_PHONE, WRD_PERSONAL_PHONE },
    { "0031612345678", WRD_PERSONAL_PHONE, WRD_PERSONAL_PHONE },
    { "+49 30 1234567", WRD_PERSONAL_PHONE, WRD_PERSONAL_PHONE },
    { "612345678", NONE, WRD_PERSONAL_PHONE },
    { "1234567890", NONE, NONE },
    { "31-12-1956", WRD_PERSONAL_BIRTH, WRD_PERSONAL_BIRTH },
    { "1956-12-31", WRD_PERSONAL_BIRTH, WRD_PERSONAL_BIRTH },
    { "12/31/1956", WRD_PERSONAL_BIRTH, WRD_PERSONAL_BIRTH },
    { "3 maart 1956", WRD_PERSONAL_BIRTH, WRD_PERSONAL_BIRTH },
    { "19561231", WRD_PERSONAL_BIRTH, WRD_PERSONAL_BIRTH },
    { "31-12-2024", NONE, NONE },
    { "31-13-1956", NONE, NONE },
    { "1980-01-01", NONE, NONE },
    { "1980-01-01 00:00:00", NONE, NONE },
    { "3 keer 1956", NONE, NONE },
    { "1956", NONE, NONE },
    { "111222333", WRD_PERSONAL_BSN, WRD_PERSONAL_BSN },
    { "1234.56.782", WRD_PERSONAL_BSN, NONE },
    { "123456789", NONE, NONE },
    { "000000000", NONE, NONE },
    { "52.37403, 4.88969", WRD_PERSONAL_PLACE, NONE },
    { "52,37403", NONE, WRD_PERSONAL_PLACE },
    { "52.5", NONE, NONE },
    { "3.333333", NONE, NONE },
    { "1234 AB", WRD_PERSONAL_POSTCODE, WRD_PERSONAL_POSTCODE },
    { "1234ab 12", WRD_PERSONAL_POSTCODE, WRD_PERSONAL_POSTCODE },
    { "Dorpsstraat 12, 1234 AB Ons Dorp", WRD_PERSONAL_POSTCODE, WRD_PERSONAL_POSTCODE },
    { "1234", NONE, NONE },
    { "in 2019 of 2020", NONE, NONE },
    { "2019 en 12", NONE, NONE },
    { "dat vond ik echt heel leuk om te doen", WRD_PERSONAL_WORDS, NONE },
    { "Helemaal mee oneens", NONE, NONE },
    { "1", NONE, NONE },
    { "", NONE, NONE },
};

static void test_cells(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        const char *cell = cells[i].cell;
        print_message("  %s\n", cell);
        assert_int_equal(wrd_personal_cell(cell, strlen(cell), false), cells[i].text);
        assert_int_equal(wrd_personal_cell(cell, strlen(cell), true), cells[i].number);
    }
}

#define YES_NO "yn;1;Ja;Yes;;\nyn;2;Nee;No;;\n"
#define SINGLE "q;vol;;single;yn;;outcome;;;\nz;vol;;single;yn;;outcome;;;\n"
#define NUMBER "q;vol;;number;;;outcome;;;\n"
#define MAIL "a@example.nl;1\nb@example.nl;1\nc@example.nl;1\nd@example.nl;1\n"
#define ONES "1;1\n1;1\n1;1\n1;1\n1;1\n"
#define SAID(n) "dit is mijn eigen mening over " n ";1\n"
#define SAME "helemaal niet mee eens of oneens;1\n"

static const struct {
    const char *name, *variables, *answers;
    const char *says, *where; /* says NULL: not refused */
} columns[] = {
    { "five of five", SINGLE, "q;z\n1;1\n" MAIL "e@example.nl;1\n", "e-mail addresses",
      "\"line\":3,\"column\":1," },
    { "four cost themselves", SINGLE, "q;z\n1;1\n" MAIL, NULL, NULL },
    { "five of 25", SINGLE, "q;z\n" MAIL "e@example.nl;1\n" ONES ONES ONES ONES, "5 of 25",
      "\"line\":2,\"column\":1," },
    { "five of 26", SINGLE, "q;z\n" MAIL "e@example.nl;1\n" ONES ONES ONES ONES "2;1\n", NULL,
      NULL },
    { "an empty cell is none", SINGLE,
      "q;z\n" MAIL "e@example.nl;1\n" ONES ONES ONES ONES ";1\n;1\n", "5 of 25", NULL },
    { "several kinds, named by the most", SINGLE,
      "q;z\n192.0.2.1;1\n192.0.2.2;1\n06-12345678;1\n192.0.2.3;1\n111222333;1\n", "IP addresses",
      NULL },
    { "numbers that are right as numbers", NUMBER,
      "q\n111222333\n123456782\n111222333\n123456782\n"
      "111222333\n",
      "BSN", "\"line\":2,\"column\":1," },
    { "and those out of range", "q;vol;;number;;;outcome;;0;168\n",
      "q\n5\n52,3740\n52,3741\n52,3742\n"
      "52,3743\n52,3744\n",
      "coordinates", "\"line\":3," },
    { "hours", NUMBER, "q\n12\n8,5\n40\n3,25\n16\n20\n", NULL, NULL },
    { "sentences", SINGLE,
      "q;z\n" SAID("a") SAID("b") SAID("c") SAID("d") SAID("e") SAID("f") SAID("g") SAID("h")
          SAID("i") SAID("j"),
      "own words", "\"line\":2,\"column\":1," },
    { "one sentence, ten times", SINGLE, "q;z\n" SAME SAME SAME SAME SAME SAME SAME SAME SAME SAME,
      NULL, NULL },
    { "an id may be anything", "q;vol;;id;;;;;;\nz;vol;;single;yn;;outcome;;;\n",
      "q;z\n" MAIL "e@example.nl;1\n", NULL, NULL },
    { "an open question is only counted", "q;vol;;text;;;open;;;\nz;vol;;single;yn;;outcome;;;\n",
      "q;z\n" MAIL "e@example.nl;1\n", NULL, NULL },
    { "one of the columns of a question", "q;vol;q_*;multiple;yn;;outcome;;;\n",
      "q_1;q_2\n1;a@example.nl\n1;b@example.nl\n1;c@example.nl\n1;d@example.nl\n1;e@example.nl\n",
      "5 of 5", "\"line\":2,\"column\":2," },
};

static void test_columns(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        struct given given = { .source = ", delimiter: \";\"",
                               .variables = columns[i].variables,
                               .values = YES_NO,
                               .answers = columns[i].answers };
        print_message("  %s\n", columns[i].name);
        (void)given_read(&given);
        const bool refused = given_said(&given, "E0275") || given_said(&given, "E0276");
        if (refused != (columns[i].says != NULL) || (refused && given.status != WRD_EINPUT))
            fail_msg("%s", given.said);
        if (refused && !strstr(given.said, columns[i].says))
            fail_msg("%s", given.said);
        if (columns[i].where && !strstr(given.said, columns[i].where))
            fail_msg("%s", given.said);
        assert_null(strstr(given.said, "example.nl"));
        assert_null(strstr(given.said, "111222333"));
        given_free(&given);
    }
}

static void test_what_five_wrote(void **state)
{
    (void)state;
    struct given given = { .variables = SINGLE,
                           .values = YES_NO,
                           .answers =
                               "q;z\ninfo@example.nl;1\ninfo@example.nl;1\ninfo@example.nl;1\n"
                               "info@example.nl;1\ninfo@example.nl;1\n" ONES ONES ONES ONES ONES };
    assert_non_null(given_read(&given));
    assert_true(given_said(&given, "W0219"));
    assert_null(strstr(given.said, "info@"));
    given_free(&given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_what_five_wrote),
    };
    return cmocka_run_group_tests_name("personal cells", tests, NULL, NULL);
}
