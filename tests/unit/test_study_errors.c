/* tests/unit/test_study_errors.c - what is said of a wrong study.yml, and where.
 *
 * A case is the example of tests/support/study.h with one change; its place was counted in the text
 * of the case, not taken from what the program said. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/study.h"

static const struct {
    const char *name, *find, *put;
    const char *said;
} cases[] = {
    { "the example itself", "mode: web", "mode: web", "" },
    { "format 2", "format: 1", "format: 2", "E0143 1:9 format\n" },
    { "format with a letter l", "format: 1", "format: l", "E0143 1:9 format\n" },
    { "no format", "format: 1\n", "", "E0115 1:1 format\n" },
    { "an unknown key", "codebook: codebook", "codebook: codebook\ncolour: blue",
      "E0113 7:1 colour\n" },
    { "a misspelt key", "disclosure:\n", "disclosures:\n", "E0114 37:1 disclosures\n" },
    { "a missing codebook", "codebook: codebook\n", "", "E0115 1:1 codebook\n" },
    { "a codebook outside the study", "codebook: codebook", "codebook: ../codebook",
      "E0132 6:11 codebook\n" },
    { "an absolute path", "codebook: codebook", "codebook: /codebook", "E0132 6:11 codebook\n" },
    { "a key without a value", "codebook: codebook", "codebook:", "E0116 6:10 codebook\n" },
    { "a list where one value belongs", "codebook: codebook", "codebook: [codebook]",
      "E0119 6:11 codebook\n" },
    { "capitals in the id of the study", "id: voorbeeldstad", "id: Voorbeeldstad",
      "E0125 3:7 study.id\n" },
    { "an id of the study of 65 characters", "id: voorbeeldstad",
      "id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "E0125 3:7 study.id\n" },
    { "a title that is no map",
      "title: { nl: Vrijwilligersonderzoek Voorbeeldstad, en: Volunteer survey Voorbeeldstad }",
      "title: Onderzoek", "E0118 4:10 study.title\n" },
    { "a title in a language that there is not", ", en: Volunteer", ", de: Volunteer",
      "E0113 4:54 study.title.de\n"
      "E0144 4:10 study.title\n" },
    { "no title in a language of the output", "{ nl: Vrijwilligersonderzoek Voorbeeldstad, en",
      "{ en", "E0144 4:10 study.title\n" },
    { "a title of two lines", "en: Volunteer survey Voorbeeldstad", "en: \"Volunteer\\nsurvey\"",
      "E0124 4:58 study.title.en\n" },
    { "no name of the municipality", "GM9999, name: Voorbeeldstad }", "GM9999 }",
      "E0115 5:17 study.municipality.name\n" },
    { "a municipality that is no map", "{ code: GM9999, name: Voorbeeldstad }", "GM9999",
      "E0118 5:17 study.municipality\n" },
    { "an id of a source of 17 characters", "- { id: org,", "- { id: abcdefghijklmnopq,",
      "E0126 27:11 sources[1].id\n"
      "E0113 31:40 waves[0].files.org\n"
      "E0113 32:27 waves[0].invited.org\n"
      "E0113 36:40 waves[1].files.org\n"
      "E0113 44:46 analysis.by.org\n" },
    { "two sources of one name", "- { id: org,", "- { id: vol,",
      "E0131 27:11 sources[1].id\n"
      "E0113 31:40 waves[0].files.org\n"
      "E0113 32:27 waves[0].invited.org\n"
      "E0113 36:40 waves[1].files.org\n"
      "E0113 44:46 analysis.by.org\n" },
    { "a source that is a word",
      "  - { id: org, respondents: organisations, weights: { method: none } }",
      "  - { id: org, respondents: organisations }\n  - more", "E0118 28:5 sources[2]\n" },
    { "no respondents", "    respondents: volunteers\n", "", "E0115 8:5 sources[0].respondents\n" },
    { "misspelt respondents", "respondents: organisations", "respondents: organizations",
      "E0122 27:29 sources[1].respondents\n" },
    { "an export that is not built", "export: auto", "export: spss",
      "E0120 10:13 sources[0].export\n" },
    { "an export that nobody knows", "export: auto", "export: paper",
      "E0121 10:13 sources[0].export\n" },
    { "answers in capitals", "answers: codes", "answers: CODES",
      "E0121 11:14 sources[0].answers\n" },
    { "a delimiter that is not known", "delimiter: auto", "delimiter: \"|\"",
      "E0121 12:16 sources[0].delimiter\n" },
    { "utf8 without a hyphen", "encoding: auto", "encoding: utf8",
      "E0122 13:15 sources[0].encoding\n" },
    { "a decimal mark that is none", "decimal: \",\"", "decimal: comma",
      "E0121 14:14 sources[0].decimal\n" },
    { "no is a word, not a yes or no", "duplicates: first", "duplicates: no",
      "E0121 15:17 sources[0].duplicates\n" },
    { "a link that is no name", "link: org_id", "link: Org-ID", "E0127 16:11 sources[0].link\n" },
    { "weights that are a word", "weights: { method: none }", "weights: none",
      "E0118 27:53 sources[1].weights\n" },
    { "weights without a method", "weights: { method: none }", "weights: { grid: auto }",
      "E0115 27:53 sources[1].weights.method\n" },
    { "margins that do nothing, and trimming", "method: given\n",
      "method: given\n      margins: [age, gender]\n      trim: { low: 0.2, high: 5 }\n",
      "E0149 19:7 sources[0].weights.margins\n"
      "E0149 20:7 sources[0].weights.trim\n" },
    { "post-stratification without margins", "method: given", "method: poststratify",
      "E0146 18:7 sources[0].weights\n" },
    { "raking without margins", "method: given", "method: rake",
      "E0146 18:7 sources[0].weights\n" },
    { "margins that are no variables", "method: given\n",
      "method: rake\n      margins: [age, Gender, age*, age*gender, age]\n",
      "E0145 19:22 sources[0].weights.margins[1]\n"
      "E0145 19:30 sources[0].weights.margins[2]\n"
      "E0131 19:48 sources[0].weights.margins[4]\n" },
    { "limits on the wrong side of the mean", "method: given\n",
      "method: rake\n      margins: [age]\n      trim: { low: 1, high: 1 }\n",
      "E0147 20:20 sources[0].weights.trim.low\n"
      "E0148 20:29 sources[0].weights.trim.high\n" },
    { "a limit alone", "method: given\n",
      "method: rake\n      margins: [age]\n      trim: { high: 5 }\n",
      "E0115 20:13 sources[0].weights.trim.low\n" },
    { "a method that is misspelt", "method: given", "method: givn",
      "E0122 18:15 sources[0].weights.method\n" },
    { "given weights without a variable", "      variable: w\n", "",
      "E0135 18:7 sources[0].weights\n" },
    { "a weight that is no name", "variable: w", "variable: w.1",
      "E0127 19:17 sources[0].weights.variable\n" },
    { "a grid written another way", "grid: auto", "grid: 1e-08",
      "E0122 20:13 sources[0].weights.grid\n" },
    { "a grid as a decimal", "grid: auto", "grid: 0.00000001",
      "E0121 20:13 sources[0].weights.grid\n" },
    { "a grid that is too fine", "grid: auto", "grid: 1e-16",
      "E0122 20:13 sources[0].weights.grid\n" },
    { "strata that are no list", "strata: [sector]", "strata: sector",
      "E0117 22:15 sources[0].design.strata\n" },
    { "a stratum twice", "strata: [sector]", "strata: [sector, sector]",
      "E0131 22:24 sources[0].design.strata[1]\n" },
    { "a cluster that is no name", "strata: [sector]", "strata: [sector]\n      cluster: Org",
      "E0127 23:16 sources[0].design.cluster\n" },
    { "a finite population that is misspelt", "fpc: none", "fpc: populaton",
      "E0122 23:12 sources[0].design.fpc\n" },
    { "a lone cluster left to itself", "lone_cluster: error", "lone_cluster: remove",
      "E0121 24:21 sources[0].design.lone_cluster\n" },
    { "a variance that is misspelt", "variance: taylor", "variance: tailor",
      "E0122 25:17 sources[0].design.variance\n" },
    { "a dot in the name of a wave", "wave: 2025", "wave: 2025.1", "E0129 29:11 waves[0].wave\n" },
    { "a slash in the name of a wave", "wave: 2025", "wave: ../2025",
      "E0129 29:11 waves[0].wave\n" },
    { "a name of a wave that begins with a hyphen", "wave: 2025", "wave: -o",
      "E0129 29:11 waves[0].wave\n" },
    { "a name of a wave of 33 characters", "wave: 2025", "wave: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "E0129 29:11 waves[0].wave\n" },
    { "a wave twice", "wave: 2026", "wave: 2025", "E0131 34:11 waves[1].wave\n" },
    { "waves that go back in time", "wave: 2026", "wave: 999", "E0130 34:11 waves[1].wave\n" },
    { "the same number in another spelling", "wave: 2026", "wave: 02025",
      "E0130 34:11 waves[1].wave\n" },
    { "names that are no numbers have no order", "wave: 2026", "wave: 1999-voorjaar", "" },
    { "a month 13", "from: 2025-03-03", "from: 2025-13-03",
      "E0136 30:24 waves[0].fieldwork.from\n" },
    { "a day that is not there", "to: 2025-03-30", "to: 2025-02-29",
      "E0136 30:40 waves[0].fieldwork.to\n" },
    { "29 February of a leap year", "from: 2025-03-03", "from: 2024-02-29", "" },
    { "1900 was no leap year", "from: 2025-03-03", "from: 1900-02-29",
      "E0136 30:24 waves[0].fieldwork.from\n" },
    { "a date as it is said", "from: 2025-03-03", "from: 3-3-2025",
      "E0136 30:24 waves[0].fieldwork.from\n" },
    { "a date with a time", "from: 2025-03-03", "from: 2025-03-03T00:00",
      "E0136 30:24 waves[0].fieldwork.from\n" },
    { "an end before the beginning", "to: 2025-03-30", "to: 2025-03-02",
      "E0137 30:40 waves[0].fieldwork.to\n" },
    { "one day of fieldwork", "to: 2025-03-30", "to: 2025-03-03", "" },
    { "fieldwork without an end", ", to: 2025-03-30", "", "E0115 30:16 waves[0].fieldwork.to\n" },
    { "a file of a source that there is not", "files: { vol: 2025", "files: { vlo: 2025",
      "E0113 31:14 waves[0].files.vlo\n" },
    { "a file above the study", "vol: 2025/volunteers.csv", "vol: ../volunteers.csv",
      "E0132 31:19 waves[0].files.vol\n" },
    { "a wave without files",
      "    files: { vol: 2026/volunteers.csv, org: 2026/organisations.csv }\n", "",
      "E0115 34:5 waves[1].files\n" },
    { "files of nobody", "files: { vol: 2026/volunteers.csv, org: 2026/organisations.csv }",
      "files: {}", "E0123 36:12 waves[1].files\n" },
    { "a state is not built", "files: { vol: 2026/volunteers.csv, org: 2026/organisations.csv }",
      "state: 2026/state.json", "E0120 36:5 waves[1].state\n" },
    { "invited with an exponent", "vol: 1200", "vol: 1e3", "E0134 32:21 waves[0].invited.vol\n" },
    { "invited with a thousands mark", "vol: 1200", "vol: 1.200",
      "E0134 32:21 waves[0].invited.vol\n" },
    { "nobody invited", "vol: 1200", "vol: 0", "E0134 32:21 waves[0].invited.vol\n" },
    { "a negative number invited", "vol: 1200", "vol: -5", "E0134 32:21 waves[0].invited.vol\n" },
    { "a mode of two words", "mode: web", "mode: web and paper", "E0138 33:11 waves[0].mode\n" },
    { "a profile that nobody knows", "profile: public", "profile: open",
      "E0121 38:12 disclosure.profile\n" },
    { "a letter O in a threshold", "min_base: { volunteers: 10", "min_base: { volunteers: 1O",
      "E0134 39:27 disclosure.min_base.volunteers\n" },
    { "a lower base", "organisations: 10 }", "organisations: 9 }",
      "E0139 39:46 disclosure.min_base.organisations\n" },
    { "a lower cell", "min_cell: { volunteers: 5", "min_cell: { volunteers: 4",
      "E0139 40:27 disclosure.min_cell.volunteers\n" },
    { "a lower cell of organisations", "organisations: 3 }", "organisations: 2 }",
      "E0139 40:45 disclosure.min_cell.organisations\n" },
    { "strict asks for 10", "profile: public", "profile: strict",
      "E0139 40:27 disclosure.min_cell.volunteers\n"
      "E0139 40:45 disclosure.min_cell.organisations\n" },
    { "base-only without a reason", "profile: public", "profile: base-only",
      "E0140 38:12 disclosure.profile\n" },
    { "base-only with an empty reason", "profile: public", "profile: base-only\n  reason: ''",
      "E0116 39:11 disclosure.reason\n" },
    { "thresholds of others", "min_cell: { volunteers: 5", "min_cell: { volunteer: 5",
      "E0114 40:15 disclosure.min_cell.volunteer\n" },
    { "a confidence of one half", "confidence: 0.95", "confidence: 0.5",
      "E0141 42:15 analysis.confidence\n" },
    { "a confidence of one", "confidence: 0.95", "confidence: 1.0",
      "E0141 42:15 analysis.confidence\n" },
    { "a confidence in percent", "confidence: 0.95", "confidence: 95",
      "E0141 42:15 analysis.confidence\n" },
    { "a decimal comma", "confidence: 0.95", "confidence: 0,95",
      "E0141 42:15 analysis.confidence\n" },
    { "a confidence that is a word", "confidence: 0.95", "confidence: no",
      "E0141 42:15 analysis.confidence\n" },
    { "an interval that is misspelt", "interval: korn-graubard", "interval: korn-grobard",
      "E0122 43:13 analysis.interval\n" },
    { "one breakdown that is no list", "by: { vol: [age, district, sector, hours], org: [size] }",
      "by: age", "E0142 44:7 analysis.by\n" },
    { "a breakdown of a source that is no list", "org: [size] }", "org: size }",
      "E0117 44:51 analysis.by.org\n" },
    { "a breakdown of a source that there is not", "org: [size] }", "orgs: [size] }",
      "E0114 44:46 analysis.by.orgs\n" },
    { "crossed breakdowns do not stand here", "org: [size] }", "org: [[sector, size]] }",
      "E0119 44:52 analysis.by.org[0]\n" },
    { "a breakdown twice", "[age, district, sector, hours]", "[age, age]",
      "E0131 44:20 analysis.by.vol[1]\n" },
    { "the circle is not built", "confidence: 0.95", "circle: ../circle",
      "E0120 42:3 analysis.circle\n" },
    { "own tables are not built", "confidence: 0.95", "tables: [{ id: x }]",
      "E0120 42:3 analysis.tables\n" },
    { "a folder two steps up", "folder: ../output", "folder: ../../output",
      "E0133 46:11 output.folder\n" },
    { "an absolute folder", "folder: ../output", "folder: /srv/output",
      "E0133 46:11 output.folder\n" },
    { "a language that there is not", "languages: [nl, en]", "languages: [nl, fy]",
      "E0121 47:19 output.languages[1]\n" },
    { "a language twice", "languages: [nl, en]", "languages: [nl, nl]",
      "E0131 47:19 output.languages[1]\n" },
    { "no language", "languages: [nl, en]", "languages: []", "E0123 47:14 output.languages\n" },
    { "a format that is not built", "[csv, md, html]", "[csv, xlsx, pdf]",
      "E0120 48:24 output.formats[2]\n" },
    { "a format that is misspelt", "[csv, md, html]", "[csv, htm]",
      "E0122 48:18 output.formats[1]\n" },
    { "an alias is said once", "link: org_id", "link: *x", "E0106 16:11 \n" },
    { "a key twice: the first counts", "mode: web", "mode: web\n    mode: a b",
      "E0110 34:5 waves[0].mode\n" },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        print_message("  %s\n", cases[i].name);
        struct reading got = read_text(arena, changed(arena, cases[i].find, cases[i].put));
        assert_string_equal(got.said, cases[i].said);
        assert_int_equal(got.status, *cases[i].said ? WRD_EINPUT : WRD_OK);
        assert_non_null(got.study); /* the codebook can be read all the same */
        wrd_arena_free(arena);
    }
}

/* ---- other files ---- */

static const struct {
    const char *name, *text;
    bool study;
    const char *said;
} texts[] = {
    { "an empty file", "", false, "E0112 1:1 \n" },
    { "broken YAML", "format: 1\nstudy: [\n", false, "E0102 3:1 \n" },
    { "a text that ends in a NUL", "format: \"\\0\"\n", true,
      "E0104 1:9 \nE0115 1:1 study\nE0115 1:1 codebook\nE0115 1:1 sources\n" },
    { "a list", "- format: 1\n", true, "E0118 1:1 \n" },
    { "a word", "study\n", true, "E0118 1:1 \n" },
    { "no sources and no waves",
      "format: 1\nstudy:\n  id: a\n  title: { nl: A, en: A }\n"
      "  municipality: { code: a, name: A }\ncodebook: c\nsources: []\nwaves: []\n",
      true, "E0123 7:10 sources\nE0123 8:8 waves\n" },
    { "sources that are no list: their names are not doubted as well",
      "format: 1\nstudy:\n  id: a\n  title: { nl: A, en: A }\n"
      "  municipality: { code: a, name: A }\ncodebook: c\nsources: vol\n"
      "waves: [{ wave: 1, files: { vol: a.csv } }]\nanalysis: { by: { vol: [age] } }\n",
      true, "E0117 7:10 sources\n" },
    { "nine sources",
      "format: 1\nstudy:\n  id: a\n  title: { nl: A, en: A }\n"
      "  municipality: { code: a, name: A }\ncodebook: c\nsources:\n"
      "  - { id: a, respondents: volunteers }\n  - { id: b, respondents: volunteers }\n"
      "  - { id: c, respondents: volunteers }\n  - { id: d, respondents: volunteers }\n"
      "  - { id: e, respondents: volunteers }\n  - { id: f, respondents: volunteers }\n"
      "  - { id: g, respondents: volunteers }\n  - { id: h, respondents: volunteers }\n"
      "  - { id: i, respondents: volunteers }\nwaves: [{ wave: 1, files: { a: a.csv } }]\n",
      true, "E0128 16:5 sources[8]\n" },
    { "mistakes everywhere are told in one go",
      "format: 2\nstudy:\n  id: A B\n  titel: { nl: A }\ncodebook: ../c\n"
      "sources:\n  - { id: vol, respondents: volunteers, export: spss }\n"
      "waves:\n  - { wave: 1, files: { vol: a.csv, org: b.csv }, invited: { vol: 1O } }\n"
      "output: { formats: [pdf] }\n",
      true,
      "E0143 1:9 format\nE0114 4:3 study.titel\nE0125 3:7 study.id\nE0115 3:3 study.title\n"
      "E0115 3:3 study.municipality\nE0132 5:11 codebook\nE0120 7:49 sources[0].export\n"
      "E0113 9:37 waves[0].files.org\nE0134 9:67 waves[0].invited.vol\n"
      "E0120 10:21 output.formats[0]\n" },
};

static void test_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        print_message("  %s\n", texts[i].name);
        struct reading got = read_text(arena, texts[i].text);
        assert_string_equal(got.said, texts[i].said);
        assert_int_equal(got.status, WRD_EINPUT);
        assert_int_equal(got.study != NULL, texts[i].study);
        wrd_arena_free(arena);
    }
}

/* ---- the words ---- */

/* What, why and how to mend it, as the analyst sees them. */
static const struct {
    const char *name, *find, *put;
    enum wrd_lang lang;
    const char *shown;
} wordings[] = {
    { "a key that is near another", "disclosure:\n", "disclosures:\n", WRD_EN,
      "error[E0114]: unknown key 'disclosures'\n"
      "  --> study.yml:37, column 1 'disclosures'\n"
      "   = keys here: format, study, codebook, sources, waves, disclosure, analysis, output, terms\n"
      "   = help: did you mean 'disclosure'?\n" },
    { "a key that is not built is hinted at, not listed", "grid: auto", "margin: [age]", WRD_EN,
      "error[E0114]: unknown key 'margin'\n"
      "  --> study.yml:20, column 7 'sources[0].weights.margin'\n"
      "   = keys here: method, variable, grid, margins, trim\n"
      "   = help: did you mean 'margins'?\n" },
    { "a word that is not built", "export: auto", "export: spss", WRD_EN,
      "error[E0120]: 'export: spss' is not built yet\n"
      "  --> study.yml:10, column 13 'sources[0].export'\n"
      "   = a later version will have it\n"
      "   = help: leave it out; built so far: auto | plain | limesurvey | qualtrics | "
      "surveymonkey | forms\n" },
    { "a list under a key that is not built", "confidence: 0.95", "tables: [{ id: x }]", WRD_NL,
      "fout[E0120]: 'tables: [...]' is nog niet gemaakt\n"
      "  --> study.yml:42, kolom 3 'analysis.tables'\n"
      "   = een latere versie krijgt dit\n"
      "   = hulp: laat het weg; er is al: confidence | interval | by\n" },
    { "a word of a list", "[csv, md, html]", "[csv, pdf]", WRD_NL,
      "fout[E0120]: 'formats: pdf' is nog niet gemaakt\n"
      "  --> study.yml:48, kolom 18 'output.formats[1]'\n"
      "   = een latere versie krijgt dit\n"
      "   = hulp: laat het weg; er is al: csv | md | html | xlsx\n" },
    { "a threshold names its least", "organisations: 3 }", "organisations: 1 }", WRD_NL,
      "fout[E0139]: drempel 1 is lager dan 3\n"
      "  --> study.yml:40, kolom 45 'disclosure.min_cell.organisations'\n"
      "   = 3 is het minste waarbij mensen in dit profiel niet herkenbaar zijn\n"
      "   = hulp: schrijf 3 of meer, of laat het weg\n" },
    { "a word far from all others", "duplicates: first", "duplicates: no", WRD_EN,
      "error[E0121]: unknown word 'no'\n"
      "  --> study.yml:15, column 17 'sources[0].duplicates'\n"
      "   = words here: error | first | last\n"
      "   = help: write one of these\n" },
    { "the words of libyaml", "mode: web", "mode: web: paper", WRD_EN,
      "error[E0102]: this is not valid YAML: mapping values are not allowed in this context\n"
      "  --> study.yml:33:14\n"
      "   = nothing below this place was read\n"
      "   = help: look here and one line up: spaces at the start of the line (no tabs), a space "
      "after ':', quotes and brackets that close\n" },
};

static void test_wordings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
        struct wrd_arena *arena = wrd_arena_new();
        struct wrd_diag *diag = wrd_diag_new();
        struct wrd_diag_style style = { .lang = wordings[i].lang };
        struct wrd_study *study;
        char *shown = NULL;
        size_t size = 0;
        print_message("  %s\n", wordings[i].name);
        write_file(arena, "study.yml", changed(arena, wordings[i].find, wordings[i].put));
        assert_int_equal(wrd_study_read(arena, study_folder, diag, &study), WRD_EINPUT);
        FILE *to = open_memstream(&shown, &size);
        wrd_diag_write(diag, to, &style);
        fclose(to);
        assert_string_equal(shown, wordings[i].shown);
        free(shown);
        wrd_diag_free(diag);
        wrd_arena_free(arena);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_wordings),
    };
    return cmocka_run_group_tests_name("study errors", tests, make_folder, remove_folder);
}
