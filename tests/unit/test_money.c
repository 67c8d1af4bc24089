/* tests/unit/test_money.c - no financial figure, gate G1 of PROTECTION.md: what must be found and
 * what must be left alone.
 *
 * The strings are those of PROTECTION.md (adversarial set, benign set) and of QUESTIONNAIRE.md, and
 * more of the same kind, made up for this test. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/money_lexicon.h"
#include "core/utf8_letters.h"
#include "support/book.h"

#define FOLDER ".build/unit/money"
enum { ROOM = 16 };

/* Found in a label, in this kind (the heaviest of the text). */
static const struct {
    const char *text;
    enum wrd_money_kind kind;
} found[] = {
    /* signs */
    { "€ 12,50", WRD_MONEY_AMOUNT },
    { "12,50€", WRD_MONEY_AMOUNT },
    { "tot € 170 per maand", WRD_MONEY_AMOUNT },
    { "boven € 5,60 per uur", WRD_MONEY_AMOUNT },
    { "Hoeveel €?", WRD_MONEY_SIGN },
    { "$ of £", WRD_MONEY_SIGN },
    { "\xEF\xBC\x84"
      "5",
      WRD_MONEY_AMOUNT }, /* full-width dollar */
    { "\xEF\xBF\xA1"
      "5",
      WRD_MONEY_AMOUNT }, /* full-width pound */
    { "\xE2\x82\xA0"
      "5",
      WRD_MONEY_AMOUNT },                       /* the old euro-currency sign */
    { "\xEF\xB7\xBC", WRD_MONEY_SIGN },         /* rial, which NFKC makes letters of */
    { "\xC6\x92 25,-", WRD_MONEY_AMOUNT },      /* florin */
    { "\xF0\x9F\x92\xB6 5", WRD_MONEY_AMOUNT }, /* euro bank notes */
    { "k€ 3", WRD_MONEY_AMOUNT },
    { "\xC3\xA2\xE2\x80\x9A\xC2\xAC"
      "5",
      WRD_MONEY_AMOUNT }, /* € read in the wrong encoding */
    { "&euro;5", WRD_MONEY_AMOUNT },
    { "&#8364;5", WRD_MONEY_AMOUNT },
    { "\\u20ac5", WRD_MONEY_AMOUNT },
    { "%E2%82%AC5", WRD_MONEY_AMOUNT },
    /* codes and names of currencies */
    { "EUR12", WRD_MONEY_AMOUNT },
    { "eur 12,50", WRD_MONEY_AMOUNT },
    { "Waarde (EUR)", WRD_MONEY_SIGN },
    { "in NLG", WRD_MONEY_SIGN },
    { "USD", WRD_MONEY_SIGN },
    { "SRD en AWG", WRD_MONEY_SIGN },
    { "e u r o 12", WRD_MONEY_SIGN },
    { "e\xE2\x80\x8Buro", WRD_MONEY_SIGN }, /* zero-width space inside */
    { "eu\xC2\xADro", WRD_MONEY_SIGN },     /* soft hyphen inside */
    { "\xEF\xBD\x85\xEF\xBD\x95\xEF\xBD\x92\xEF\xBD\x8F", WRD_MONEY_SIGN }, /* full-width */
    { "Hoeveel euro's?", WRD_MONEY_SIGN },
    { "EURO", WRD_MONEY_SIGN },
    { "twaalf euro vijftig", WRD_MONEY_AMOUNT },
    { "tweehonderdvijftig euro", WRD_MONEY_AMOUNT },
    { "XII euro", WRD_MONEY_AMOUNT },
    { "\xE2\x91\xAB euro", WRD_MONEY_AMOUNT }, /* 12 in a circle */
    { "50 eurocent", WRD_MONEY_AMOUNT },
    { "geen cent", WRD_MONEY_SIGN },
    { "tien gulden", WRD_MONEY_AMOUNT },
    { "five dollars", WRD_MONEY_AMOUNT },
    { "fl. 25", WRD_MONEY_AMOUNT },
    { "50 ct", WRD_MONEY_AMOUNT },
    { "12 pond per uur", WRD_MONEY_AMOUNT },
    { "5 pounds", WRD_MONEY_AMOUNT },
    /* amounts in other words */
    { "12 piek", WRD_MONEY_AMOUNT },
    { "een tientje per uur", WRD_MONEY_AMOUNT },
    { "vijf mille", WRD_MONEY_AMOUNT },
    { "12,-", WRD_MONEY_AMOUNT },
    { "12,\xE2\x80\x93", WRD_MONEY_AMOUNT },
    { "12,-- per keer", WRD_MONEY_AMOUNT },
    { "3 mln", WRD_MONEY_AMOUNT },
    { "12,50 per uur waard", WRD_MONEY_AMOUNT },
    { "Ik zou 20 per uur verdienen", WRD_MONEY_AMOUNT },
    /* terms of valuation */
    { "Wat is uw uurloon?", WRD_MONEY_TOPIC },
    { "UURTARIEF", WRD_MONEY_TOPIC },
    { "vrijwilligersuurloonwaarde", WRD_MONEY_TOPIC },
    { "vervangingswaarde van de inzet", WRD_MONEY_TOPIC },
    { "de vervangingskosten", WRD_MONEY_TOPIC },
    { "marktwaarde", WRD_MONEY_TOPIC },
    { "investeringswaarde", WRD_MONEY_TOPIC },
    { "de economische waarde van vrijwilligers", WRD_MONEY_TOPIC },
    { "economische\xC2\xA0waarde", WRD_MONEY_TOPIC }, /* no-break space */
    { "financiële waarde", WRD_MONEY_TOPIC },
    { "financie\xCC\x88le winst", WRD_MONEY_TOPIC }, /* diaeresis as a mark of its own */
    { "Krijgt u een vergoeding?", WRD_MONEY_TOPIC },
    { "vergoedingen", WRD_MONEY_TOPIC },
    { "een onkostenvergoeding", WRD_MONEY_TOPIC },
    { "reiskosten", WRD_MONEY_TOPIC },
    { "kosten en baten", WRD_MONEY_TOPIC },
    { "twee ton aan besparing", WRD_MONEY_TOPIC },
    { "bespaarde uren", WRD_MONEY_TOPIC },
    { "bezuinigingen", WRD_MONEY_TOPIC },
    { "MKBA of SROI", WRD_MONEY_TOPIC },
    { "de ROI van vrijwilligers", WRD_MONEY_TOPIC },
    { "salarissen", WRD_MONEY_TOPIC },
    { "subsidiebedrag", WRD_MONEY_TOPIC },
    { "het wijkbudget", WRD_MONEY_TOPIC },
    { "de begroting", WRD_MONEY_TOPIC },
    { "tarieven", WRD_MONEY_TOPIC },
    { "prijs (award) gewonnen", WRD_MONEY_TOPIC },
    { "declaraties", WRD_MONEY_TOPIC },
    { "omzet", WRD_MONEY_TOPIC },
    { "hourly rates", WRD_MONEY_TOPIC },
    { "the hourly wage", WRD_MONEY_TOPIC },
    { "replacement cost", WRD_MONEY_TOPIC },
    { "market value", WRD_MONEY_TOPIC },
    { "return on investment", WRD_MONEY_TOPIC },
    { "monetary worth", WRD_MONEY_TOPIC },
    { "cost savings", WRD_MONEY_TOPIC },
    { "payback", WRD_MONEY_TOPIC },
    /* no more than a hint */
    { "winst voor de buurt", WRD_MONEY_HINT },
    { "winst-verliesgevoel", WRD_MONEY_HINT },
};

static const char *const left_alone[] = {
    /* PROTECTION.md, benign */
    "van onschatbare waarde",
    "waardering 8,2",
    "centrum",
    "percent",
    "procent",
    "recent 12",
    "docent 5",
    "euroregio",
    "Europa 2024",
    "Eurlings",
    "pondje",
    "tonnage",
    "dollarbaai",
    "Roi et Reine",
    "TRY",
    "Euroweg 12",
    "Stichting Geldzorg",
    "All 420 volunteers",
    "ALL 420",
    "Top 2",
    "TOP 2",
    "CUP",
    "MOP",
    "LAK",
    "RON",
    "per cent 12",
    "12 per cent",
    "verdienen waardering",
    "ten koste van",
    "omzetten",
    "waardevol",
    "een rijk leven",
    "3 pond koffie",
    "twee ton zand",
    "gulden regel",
    "Dit rapport noemt geen geldbedragen.",
    "This report names no amounts of money.",
    /* QUESTIONNAIRE.md */
    "Mijn vrijwilligerswerk is waardevol, ook als niemand het resultaat meet.",
    "My volunteering is worthwhile, even if nobody measures the result.",
    "Ik doe dit omdat ik iets wil betekenen voor mijn wijk, dorp of stad.",
    "Het is duidelijk wat ik doe en wat een betaalde kracht doet.",
    "It is clear what I do and what paid staff do.",
    "Mijn organisatie laat merken dat zij mijn inzet waardeert.",
    "My organisation shows that it appreciates my effort.",
    "Ik krijg waardering op een manier die bij mij past.",
    "Ik heb de ruimte en de spullen die ik nodig heb.",
    "Regels en formulieren maken mijn vrijwilligerswerk moeilijk.",
    "Ik kan zelf kiezen hoeveel tijd ik geef.",
    "Ambtenaren behandelen mij als gelijke.",
    "Er wordt te veel van mij gevraagd.",
    "Too much is asked of me.",
    "Ik zie dat mijn inzet verschil maakt voor anderen.",
    "Ik weet aan welk doel voor de samenleving mijn inzet bijdraagt.",
    "Voor de gemeente telt vrijwilligerswerk ook om zichzelf, niet alleen om wat het oplevert.",
    "For the municipality volunteering counts for itself, not only for what it brings.",
    "De gemeente maakt duidelijk wat organisaties van haar kunnen verwachten.",
    "Wij maken samen afspraken over de rol van vrijwilligers.",
    "regisseur: zij bepaalt de koers",
    "procesbegeleider: zij helpt om het samen te doen",
    "welzijn",
    "zorg",
    "werk en inkomen",
    "work and income",
    "veiligheid",
    "te weinig bestuursleden",
    "verzekering en VOG",
    "insurance and certificate of conduct",
    "een persoonlijk bedankje",
    "een attentie",
    "een getuigschrift",
    "Welk cijfer geeft u uw vrijwilligerswerk als geheel?",
    "Wat wilt u de adviesraad meegeven?",
    "15 tot en met 24",
    "65 jaar of ouder",
    "anders of zeg ik liever niet",
    "de dorpen",
    "wijk, natuur en overig",
    "minder dan 3 uur",
    "meer dan 5 uur",
    "langer dan 5 jaar",
    "Heeft uw organisatie betaalde krachten?",
    "50 of meer",
    "Waarde op zich",
    "Ervaren waardering",
    "Waarderingskloof",
    "Te veel gevraagd",
    "Zichtbare betekenis",
    "de routes zijn nog weinig zichtbaar",
    /* of the same kind */
    "Mijn inzet wordt op prijs gesteld.",
    "Het mag niet te veel tijd kosten.",
    "At the expense of",
    "Het is zeer de moeite waard: 8",
    "3 mln uren",
    "3 miljoen vrijwilligers",
    "een piek in de zomer",
    "12 kwartieren",
    "Vrijwilligers begroeten bezoekers.",
    "bijdragen aan de buurt",
    "gedragen door de wijk",
    "Loon op Zand",
    "Frank de Boer",
    "Center Parcs",
    "accent",
    "Voorwaarden",
    "rug 1",
    "ton",
    "pond",
    "TIME",
    "1, 2 of 3",
    "cijfer 8,5",
    "5 - 10",
    "A4",
    "opbouwwerk",
    "Prijsdorp",
    "Ik ben een 8 waard",
    "adolescent",
    "innocent 3",
    "scent",
    "wager",
    "salamander",
    "Fl",
    "rugzak 2",
    "verdienste",
};

static enum wrd_money_kind heaviest(const char *text, bool is_name, size_t *n)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_money_hit hits[ROOM];
    enum wrd_money_kind kind = WRD_MONEY_HINT;
    *n = wrd_money_find(arena, text, is_name, hits, ROOM);
    for (size_t i = 0; i < *n; i++)
        if (hits[i].kind > kind)
            kind = hits[i].kind;
    wrd_arena_free(arena);
    return kind;
}

static void test_found(void **state)
{
    (void)state;
    size_t n;
    for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
        enum wrd_money_kind kind = heaviest(found[i].text, false, &n);
        if (n == 0 || kind != found[i].kind)
            fail_msg("'%s': %zu found, kind %d, not %d", found[i].text, n, (int)kind,
                     (int)found[i].kind);
    }
}

static void test_left_alone(void **state)
{
    (void)state;
    size_t n;
    for (size_t i = 0; i < sizeof left_alone / sizeof *left_alone; i++) {
        heaviest(left_alone[i], false, &n);
        if (n)
            fail_msg("'%s' is not about money", left_alone[i]);
    }
}

static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool hit;
    } names[] = {
        { "uurloon", true },
        { "v_uurloon", true },
        { "hourly_wage", true },
        { "hourlyWage", true },
        { "uurloon2", true },
        { "o_kosten", true },
        { "G01Q02[bedrag]", true },
        { "in_eur", true },
        { "waarde_eur", true },
        { "2026/budget.csv", true },
        { "sroi", true },
        { "roi", true },
        { "prijs", true },
        { "tariefPerUur", true },
        { "v_w1", false },
        { "waarde", false },
        { "hours", false },
        { "o_centrum", false },
        { "currentEmp12", false },
        { "likertagree3[affRec1]", false },
        { "2026/volunteers.csv", false },
        { "try1", false },
        { "europa", false },
        { "recent", false },
        { "top2", false },
        { "woi", false },
    };
    size_t n;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        print_message("  %s\n", names[i].name);
        heaviest(names[i].name, true, &n);
        assert_int_equal(n > 0, names[i].hit);
    }
}

static void test_units(void **state)
{
    (void)state;
    static const char *const money[] = { "euro",     "euros",  "eur",    "EUR",       "€",
                                         "euro/uur", "dollar", "ct €",   "€ per uur", "bedrag",
                                         "uurloon",  "cent",   "gulden", "%€" };
    static const char *const others[] = {
        "", "hours", "uren", "grade", "percent", "minuten", "km"
    };
    for (size_t i = 0; i < sizeof money / sizeof *money; i++) {
        print_message("  %s\n", money[i]);
        assert_true(wrd_money_unit(money[i]));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(wrd_money_unit(others[i]));
}

/* Unicode 14 has 63 characters of category Sc: counted with Python's unicodedata. */
static void test_every_currency_sign(void **state)
{
    (void)state;
    size_t signs = 0;
    for (uint32_t c = 1; c < 0x110000; c++)
        signs += wrd_is_currency_sign(c);
    assert_int_equal(signs, 63);
}

static void test_every_hit_is_named(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_money_hit hits[ROOM];
    size_t n = wrd_money_find(arena, "Uurloon, economische waarde en € 3", false, hits, ROOM);
    assert_int_equal(n, 3);
    assert_string_equal(hits[0].word, "€");
    assert_string_equal(hits[1].word, "Uurloon");
    assert_string_equal(hits[2].word, "economische waarde");
    assert_int_equal(wrd_money_find(arena, "Uurloon en kosten", false, hits, 1), 1);
    wrd_arena_free(arena);
}

#define ROW(text) .variables = VARIABLES text "\n"
#define VALUE(text) .values = VALUES text "\n"

static const struct {
    const char *name;
    struct book_files files;
    const char *says, *where; /* NULL: nothing is said */
} books[] = {
    { "the small codebook", { 0 }, NULL, NULL },
    { "an amount in a label",
      { VALUE("sector;4;€ 12,50;Four;;;;;") },
      "E0702",
      "values.csv:11, column 3 'label::nl'" },
    { "a declared column",
      { .variables = "name;source;type;column\nx;vol;number;uurloon\n" },
      "E0704",
      "codebook/variables.csv:2, column 4 'column' (x)" },
    { "a name",
      { ROW("v_uurloon;vol;number;;V;Q;;;;;;;;;;") },
      "E0704",
      "variables.csv:10, column 1 'name'" },
    { "a unit",
      { ROW("x;vol;number;;V;Q;;;;;;;euro;;;") },
      "E0706",
      "variables.csv:10, column 13 'unit'" },
    { "a question in English",
      { ROW("x;vol;text;;V;Your hourly wage?;;;;;;;;;;") },
      "E0704",
      "column 6 'label::en'" },
    { "a topic without a reason gets the line to add",
      { ROW("x;vol;single;sector;Is er een onkostenvergoeding geregeld?;Q;;;;;;;;;;") },
      "write on line 10 of variables.csv, column money_topic:  arrangement: why you ask this",
      "E0703]: 'onkostenvergoeding' is about money, in question 'x'\n  --> "
      "codebook/variables.csv:10, column 5" },
    { "a topic with a reason",
      { ROW("x;vol;single;sector;Is er een onkostenvergoeding geregeld?;Q;;;;;;arrangement: it is "
            "an arrangement;;;;") },
      NULL,
      NULL },
    { "a reason for a number does not help",
      { ROW("x;vol;number;;Hoe hoog is de vergoeding?;Q;;;;;;arrangement: why;;;;") },
      "E0704",
      "column 5" },
    { "a sign is never an arrangement",
      { ROW("x;vol;single;sector;Een vergoeding in €?;Q;;;;;;arrangement: why;;;;") },
      "E0701",
      "column 5" },
    { "an amount in the reason",
      { ROW("x;vol;single;sector;V;Q;;;;;;arrangement: 12 euro;;;;") },
      "E0702",
      "column 12 'money_topic'" },
    { "a number in an answer to an arrangement",
      { ROW("x;vol;single;limit;Een vergoeding?;Q;;;;;;arrangement: why;;;;"),
        VALUE("limit;1;boven 170 per maand;above the limit;;;;;\nlimit;2;nee;no;;;;;") },
      "E0707",
      "values.csv:11, column 3 'label::nl'" },
    { "a topic in an answer",
      { ROW("x;vol;single;form;V;Q;;;;;;;;;;"),
        VALUE("form;1;een vergoeding;one;;;;;\nform;2;nee;no;;;;;") },
      "column money_topic of x",
      "E0705]: 'vergoeding' is about money, in list 'form'" },
    { "a topic in an answer to an arrangement",
      { ROW("x;vol;single;form;V;Q;;;;;;arrangement: why;;;;"),
        VALUE("form;1;een vergoeding;one;;;;;\nform;2;nee;no;;;;;") },
      NULL,
      NULL },
    { "a code", { VALUE("sector;EUR;Vier;Four;;;;;") }, "E0701", "values.csv:11, column 2 'code'" },
    { "a scale",
      { .scales = "scale;label::nl\nworth;Economische waarde\n" },
      "E0704",
      "scales.csv:2, column 2" },
    { "an indicator",
      { .indicators = INDICATORS_HEADER "a;;A;SROI;top2;vol;v_w1;\n" },
      "E0704",
      "indicators.csv:2, column 4" },
    { "the column of an earlier wave",
      { .waves = WAVES_HEADER "2025;vol;v_w1;uurtarief;;;;;\n" },
      "E0704",
      "waves.csv:2, column 4" },
    { "a note",
      { .waves = WAVES_HEADER "2025;vol;v_w1;;;;;in euro gevraagd;\n" },
      "E0701",
      "waves.csv:2, column 8" },
    { "a hint stops nothing",
      { VALUE("sector;4;winst voor de buurt;Four;;;;;") },
      "N0708",
      "values.csv:11" },
};

static void test_codebooks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof books / sizeof *books; i++) {
        struct book_run run;
        print_message("  %s\n", books[i].name);
        book_write(FOLDER, &books[i].files);
        book_read(&run, FOLDER);
        assert_int_equal(run.status, WRD_OK);
        enum wrd_status status = wrd_check_money(&run.study, run.book, run.diag);
        const char *said = book_said(&run);
        bool stops = books[i].says && !strstr(said, "N0708");
        assert_int_equal(status, stops ? WRD_EMONEY : WRD_OK);
        assert_int_equal(wrd_diag_status(run.diag), stops ? WRD_EMONEY : WRD_OK);
        if (!books[i].says)
            assert_string_equal(said, "");
        if (books[i].says)
            assert_said(said, books[i].says);
        if (books[i].where)
            assert_said(said, books[i].where);
        assert_int_equal(wrd_diag_errors(run.diag), stops);
        book_free(&run);
    }
}

static void study_case(void (*change)(struct book_run *), const char *says)
{
    struct book_run run;
    book_write(FOLDER, &(struct book_files){ 0 });
    book_read(&run, FOLDER);
    change(&run);
    assert_int_equal(wrd_check_money(&run.study, run.book, run.diag), WRD_EMONEY);
    assert_said(book_said(&run), says);
    book_free(&run);
}

static void money_title(struct book_run *run)
{
    run->study.title[WRD_NL] = "De economische waarde van vrijwilligers";
}

static void money_municipality(struct book_run *run)
{
    run->study.municipality_name = "Eurodorp €";
}

static void money_file(struct book_run *run)
{
    run->waves[1].files[0] = "2026/uurlonen.csv";
    run->waves[1].file_place[0] = (struct wrd_place){ .file = "study.yml", .line = 31 };
}

static void test_the_study(void **state)
{
    (void)state;
    study_case(money_title, "study.title.nl");
    study_case(money_municipality, "study.municipality.name");
    study_case(money_file, "study.yml:31");
}

static void test_all_in_one_go(void **state)
{
    (void)state;
    struct book_run run;
    book_write(FOLDER, &(struct book_files){
                           ROW("uurloon;vol;number;;Wat kost het?;Which fee?;;;;;;;euro;;;"),
                           VALUE("sector;4;12 euro;Four;;;;;") });
    book_read(&run, FOLDER);
    assert_int_equal(wrd_check_money(&run.study, run.book, run.diag), WRD_EMONEY);
    assert_int_equal(wrd_diag_errors(run.diag), 3);
    book_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found),
        cmocka_unit_test(test_left_alone),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_every_currency_sign),
        cmocka_unit_test(test_every_hit_is_named),
        cmocka_unit_test(test_codebooks),
        cmocka_unit_test(test_the_study),
        cmocka_unit_test(test_all_in_one_go),
    };
    return cmocka_run_group_tests_name("money", tests, NULL, NULL);
}
