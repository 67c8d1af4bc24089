/* The pages of the terms: both languages, plain sentences, no money, names that lead to one page. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/money_lexicon.h"
#include "model/terms.h"
#include "support/plain.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { FEWEST_SENTENCES = 2, MOST_SENTENCES = 6, PAGE_ROOM = 1 << 17 };

static struct wrd_arena *arena;

static int open_arena(void **state)
{
    (void)state;
    arena = wrd_arena_new();
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    wrd_arena_free(arena);
    return 0;
}

/* The next part of a list that "; " parts, moving *list past it; NULL at its end. */
static const char *next_of(const char **list)
{
    const char *end = strstr(*list, "; "), *start = *list;
    if (*start == '\0')
        return NULL;
    size_t len = end ? (size_t)(end - start) : strlen(start);
    *list += end ? len + strlen("; ") : len;
    return wrd_arena_text(arena, start, len);
}

static size_t sentences(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += ends_sentence(*text) && (text[1] == ' ' || text[1] == '\0');
    return n;
}

static void check_text(const char *name, const char *text)
{
    const size_t n = sentences(text);
    if (n < FEWEST_SENTENCES || n > MOST_SENTENCES)
        fail_msg("%s: %zu sentences", name, n);
    if (longest_sentence(text) > LONGEST_SENTENCE)
        fail_msg("%s: more than %d words in '%s'", name, LONGEST_SENTENCE, text);
    if (cause_in(text))
        fail_msg("%s: '%s'", name, cause_in(text));
    if (!ends_sentence(text[strlen(text) - 1]))
        fail_msg("%s: the last sentence has no end", name);
}

static void test_pages_are_complete_and_plain(void **state)
{
    (void)state;
    for (int t = 0; t < WRD_TERMS; t++)
        for (int lang = 0; lang < WRD_LANGS; lang++) {
            const struct wrd_term_page *page = wrd_term_page((enum wrd_term)t);
            assert_true(*page->name[lang] && *page->text[lang] && *page->read);
            check_text(page->name[lang], page->text[lang]);
        }
}

static void assert_no_money(const char *text)
{
    struct wrd_money_hit hit;
    if (wrd_money_find(arena, text, false, &hit, 1) > 0)
        fail_msg("'%s' in '%s'", hit.word, text);
}

static void test_no_money(void **state)
{
    (void)state;
    for (int t = 0; t < WRD_TERMS; t++)
        for (int lang = 0; lang < WRD_LANGS; lang++) {
            const struct wrd_term_page *page = wrd_term_page((enum wrd_term)t);
            assert_no_money(page->name[lang]);
            assert_no_money(page->others[lang]);
            assert_no_money(page->text[lang]);
        }
}

/* Of two pages with one name, the second would not be found. */
static void test_every_name_leads_to_its_page(void **state)
{
    (void)state;
    for (int t = 0; t < WRD_TERMS; t++)
        for (int lang = 0; lang < WRD_LANGS; lang++) {
            const struct wrd_term_page *page = wrd_term_page((enum wrd_term)t);
            const char *list =
                wrd_arena_format(arena, "%s; %s", page->name[lang], page->others[lang]);
            for (const char *name; (name = next_of(&list));)
                if ((int)wrd_term_find(name) != t)
                    fail_msg("'%s' is not only a name of '%s'", name, page->name[lang]);
        }
}

/* What an analyst meets in a report, a file or a message of this program. */
static void test_what_must_be_there(void **state)
{
    static const char *const words[] = {
        "respondent",
        "wave",
        "meting",
        "source",
        "bron",
        "base",
        "basis",
        "n",
        "weight",
        "gewicht",
        "base weight",
        "calibrated weight",
        "weighting",
        "weging",
        "post-stratification",
        "raking",
        "margin",
        "randtotaal",
        "weighting cell",
        "trimming",
        "effective number",
        "n_eff",
        "n-effective",
        "design effect",
        "deff",
        "stratum",
        "strata",
        "cluster",
        "PSU",
        "lone cluster",
        "lone_cluster",
        "merge",
        "adjust",
        "certainty",
        "fpc",
        "finite population correction",
        "sample",
        "steekproef",
        "census",
        "domain",
        "group",
        "groep",
        "standard error",
        "standaardfout",
        "degrees of freedom",
        "df",
        "confidence interval",
        "betrouwbaarheidsinterval",
        "Korn-Graubard",
        "logit",
        "Wilson",
        "Taylor linearisation",
        "taylor",
        "jackknife",
        "bootstrap",
        "replicate",
        "median",
        "mediaan",
        "quantile",
        "Woodruff",
        "share",
        "aandeel",
        "top2",
        "top-2",
        "bottom2",
        "mean",
        "gemiddelde",
        "index",
        "scale",
        "schaal",
        "item",
        "reverse-coded",
        "don't know",
        "dont_know",
        "weet niet",
        "mentions",
        "breadth",
        "uncertain",
        "onzeker",
        "u",
        "NCHS",
        "series break",
        "b",
        "mode",
        "change",
        "no clear difference",
        "geen duidelijk verschil",
        "about the same",
        "ongeveer gelijk",
        "equivalence",
        "TOST",
        "trend",
        "slope",
        "linked respondents",
        "panel",
        "response rate",
        "RR1",
        "RR2",
        "R-indicator",
        "partial R-indicator",
        "worst-case bounds",
        "non-response",
        "nonresponse",
        "conservative",
        "suppression",
        "primary",
        "complementary",
        "release",
        "rounding",
        "hidden",
        "x",
        "c",
        "z",
        "grid",
        "codebook",
        "codeboek",
        "coding",
        "fallback",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(words); i++)
        if (wrd_term_find(words[i]) == WRD_TERMS)
            fail_msg("there is no page '%s'", words[i]);
}

static const struct {
    const char *name, *word;
    enum wrd_term term;
} folds[] = {
    { "as it is", "design effect", WRD_TERM_DEFF },
    { "capitals", "DESIGN Effect", WRD_TERM_DEFF },
    { "a hyphen for a space", "design-effect", WRD_TERM_DEFF },
    { "nothing for a space", "designeffect", WRD_TERM_DEFF },
    { "a space in a Dutch compound", "standaard fout", WRD_TERM_STANDARD_ERROR },
    { "an underscore", "n eff", WRD_TERM_EFFECTIVE_NUMBER },
    { "a dash for a hyphen", "Korn\xE2\x80\x93Graubard", WRD_TERM_KORN_GRAUBARD },
    { "an accent left out", "partiele r-indicator", WRD_TERM_PARTIAL_R },
    { "an accent too many", "g\xC3\xA9wicht", WRD_TERM_WEIGHT },
    { "another apostrophe", "don\xE2\x80\x99t know", WRD_TERM_DONT_KNOW },
    { "spaces around", "  trend ", WRD_TERM_TREND },
    { "nothing", "", WRD_TERMS },
    { "signs alone", "-_ ?", WRD_TERMS },
    { "no term", "kerntaak", WRD_TERMS },
    { "half a term", "stand", WRD_TERMS },
    { "no UTF-8", "\xFF\xFE", WRD_TERMS },
};

static void test_folding(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(folds); i++) {
        print_message("  %s\n", folds[i].name);
        assert_int_equal(wrd_term_find(folds[i].word), folds[i].term);
    }
}

static const struct {
    const char *name, *word;
    enum wrd_lang lang;
    const char *near; /* NULL: none */
} nears[] = {
    { "a letter too few", "wegng", WRD_NL, "weging" },
    { "a letter too many", "Raaking", WRD_EN, "raking" },
    { "misspelled in the other language", "stratm", WRD_EN, "stratum" },
    { "half a name", "betrouwbaarheid", WRD_NL, "betrouwbaarheidsinterval" },
    { "half a name, in the language of the reader", "betrouwbaarheid", WRD_EN,
      "confidence interval" },
    { "a name in a longer word", "bootstrapinterval", WRD_NL,
      "betrouwbaarheidsinterval, bootstrap" },
    { "no term is near", "kernreactor", WRD_NL, NULL },
    { "a name of one letter is near to nothing", "zx", WRD_NL, NULL },
    { "nothing", "", WRD_NL, NULL },
};

static void test_near_misses(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(nears); i++) {
        const char *near = wrd_term_near(arena, nears[i].word, nears[i].lang);
        print_message("  %s: %s\n", nears[i].name, near ? near : "-");
        assert_int_equal(near == NULL, nears[i].near == NULL);
        if (near)
            assert_string_equal(near, nears[i].near);
    }
}

static const struct {
    const char *name, *text;
    enum wrd_lang lang;
    const char *terms;
} texts[] = {
    { "a word", "in one Stratum only", WRD_EN, "stratum" },
    { "at both ends", "raking en weging", WRD_NL, "weging, raking" },
    { "a plural", "de gewichten van clusters", WRD_NL, "gewicht, cluster" },
    { "not inside a word", "weights are reweighted", WRD_EN, "weight" },
    { "not in a word with a hyphen", "profile base-only", WRD_EN, "" },
    { "a name with a sign", "it is uncertain.", WRD_EN, "uncertain (u)" },
    { "two words", "the standard error", WRD_EN, "standard error" },
    { "the other language", "standaardfout", WRD_EN, "" },
    { "nothing", "", WRD_EN, "" },
};

static void test_terms_in_a_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        print_message("  %s\n", texts[i].name);
        assert_string_equal(wrd_terms_in(arena, texts[i].text, texts[i].lang, WRD_TERMS),
                            texts[i].terms);
    }
    print_message("  a page does not refer to itself\n");
    assert_string_equal(wrd_terms_in(arena, "stratum, cluster", WRD_NL, WRD_TERM_CLUSTER),
                        "stratum");
}

static const char *page_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = wrd_arena_take(arena, PAGE_ROOM);
    assert_non_null(file);
    assert_true(fread(text, 1, PAGE_ROOM - 1, file) > 0);
    fclose(file);
    return text;
}

static const char *last_part(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot ? dot + 1 : path;
}

static void test_keys_are_keys_of_study_yml(void **state)
{
    const char *formats = page_of("docs/FORMATS.md");
    (void)state;
    for (int t = 0; t < WRD_TERMS; t++) {
        const char *list = wrd_term_page((enum wrd_term)t)->key;
        for (const char *key; (key = next_of(&list));)
            if (!strstr(formats, last_part(key)))
                fail_msg("docs/FORMATS.md does not know the key '%s'", key);
    }
}

/* "docs/METHODS.md 7.7" is a method, "docs/FORMATS.md 3" a section, "docs/PROTECTION.md R2" a rule. */
static bool is_there(const char *place)
{
    const char *space = strchr(place, ' ');
    const char *path =
        wrd_arena_text(arena, place, space ? (size_t)(space - place) : strlen(place));
    const char *page = page_of(path), *part = space ? space + 1 : "";
    if (strstr(path, "FORMATS"))
        return strstr(page, wrd_arena_format(arena, "\n## %s. ", part)) != NULL;
    if (strstr(path, "PROTECTION"))
        return !*part || strstr(page, wrd_arena_format(arena, "\n| %s | ", part));
    if (strcmp(part, "(Scale scores)") == 0)
        return strstr(page, "\n## Scale scores\n") != NULL;
    return strstr(page, wrd_arena_format(arena, "\n## %s ", part)) != NULL;
}

static void test_what_to_read_is_there(void **state)
{
    (void)state;
    for (int t = 0; t < WRD_TERMS; t++) {
        const char *list = wrd_term_page((enum wrd_term)t)->read;
        for (const char *place; (place = next_of(&list));)
            if (!is_there(place))
                fail_msg("there is no '%s'", place);
    }
    assert_false(is_there("docs/FORMATS.md 30"));
    assert_false(is_there("docs/PROTECTION.md R99"));
    assert_false(is_there("docs/METHODS.md 7.33"));
}

static void test_every_topic_has_terms(void **state)
{
    bool used[WRD_TOPICS] = { false };
    (void)state;
    for (int t = 0; t < WRD_TERMS; t++)
        used[wrd_term_page((enum wrd_term)t)->topic] = true;
    for (int topic = 0; topic < WRD_TOPICS; topic++) {
        assert_true(used[topic]);
        assert_true(*wrd_topic_name((enum wrd_topic)topic, WRD_NL));
        assert_true(*wrd_topic_name((enum wrd_topic)topic, WRD_EN));
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)
    const struct CMUnitTest tests[] = {
        TEST(test_pages_are_complete_and_plain),
        TEST(test_no_money),
        TEST(test_every_name_leads_to_its_page),
        TEST(test_what_must_be_there),
        TEST(test_folding),
        TEST(test_near_misses),
        TEST(test_terms_in_a_text),
        TEST(test_keys_are_keys_of_study_yml),
        TEST(test_what_to_read_is_there),
        TEST(test_every_topic_has_terms),
    };
    return cmocka_run_group_tests_name("terms", tests, NULL, NULL);
}
