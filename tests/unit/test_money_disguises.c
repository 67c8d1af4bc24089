/* tests/unit/test_money_disguises.c - whatever disguise a text about money is put in, by the classes
 * that the normaliser names itself, it is found: MONEY_STRINGS strings (20,000; 1,000,000 in the
 * slow tests), the same in every run.
 *
 * A string is a seed of PROTECTION.md with letters changed (look-alikes, full width, case, marks and
 * what nobody sees between them, other spaces), then with markup inside, then written with escapes,
 * and these escaped again. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/utf8_letters.h"
#include "model/money_lexicon.h"
#include "support/strings.h"

enum { ROOM = 16, MOST = 200, LONGEST = 8000 };

static const char *const seeds[] = { "€ 12,50",
                                     "12,50€",
                                     "EUR 12",
                                     "eur 12,50",
                                     "12 euro",
                                     "twaalf euro",
                                     "euro's per uur",
                                     "£ 5",
                                     "$ 5",
                                     "¥ 300",
                                     "ƒ 25,-",
                                     "fl. 25",
                                     "12 piek",
                                     "een tientje",
                                     "vijf mille",
                                     "12,-",
                                     "k€ 3",
                                     "3 mln",
                                     "tien gulden",
                                     "five dollars",
                                     "50 eurocent",
                                     "12 pond per uur",
                                     "tweehonderdvijftig euro",
                                     "uurloon",
                                     "uurtarief",
                                     "salaris",
                                     "vergoeding",
                                     "onkosten",
                                     "reiskosten",
                                     "marktwaarde",
                                     "vervangingswaarde",
                                     "economische waarde",
                                     "financiele waarde",
                                     "besparing",
                                     "het wijkbudget",
                                     "hourly wage",
                                     "market value",
                                     "replacement cost",
                                     "return on investment",
                                     "monetary worth" };

static uint64_t state = 20261125;

static uint32_t some(uint32_t n) /* 0 to n - 1; Knuth's MMIX generator */
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % n;
}

/* --- letters */

struct text {
    uint32_t c[MOST];
    size_t n;
};

static void insert(struct text *text, size_t at, uint32_t c)
{
    if (text->n == MOST)
        return;
    memmove(&text->c[at + 1], &text->c[at], (text->n - at) * sizeof *text->c);
    text->c[at] = c;
    text->n++;
}

static bool is_small(uint32_t c)
{
    return c >= 'a' && c <= 'z';
}

static void look_alike(struct text *text)
{
    static const struct {
        char latin;
        uint32_t alike[4];
    } letters[] = { { 'a', { 0x430, 0x3B1, 0x251, 0x1D00 } }, { 'c', { 0x441, 0x1D04, 0, 0 } },
                    { 'd', { 0x501, 0x257, 0x1D05, 0 } },     { 'e', { 0x435, 0x3B5, 0x1D07, 0 } },
                    { 'g', { 0x261, 0x581, 0, 0 } },          { 'h', { 0x4BB, 0x570, 0, 0 } },
                    { 'i', { 0x456, 0x131, 0x3B9, 0 } },      { 'k', { 0x43A, 0x3BA, 0, 0 } },
                    { 'l', { 0x4CF, 0x29F, 0, 0 } },          { 'm', { 0x43C, 0x1D0D, 0, 0 } },
                    { 'n', { 0x578, 0x274, 0, 0 } },          { 'o', { 0x43E, 0x3BF, 0x585, 0 } },
                    { 'p', { 0x440, 0x3C1, 0x1D18, 0 } },     { 'r', { 0x433, 0x280, 0, 0 } },
                    { 's', { 0x455, 0xA731, 0, 0 } },         { 't', { 0x442, 0x3C4, 0, 0 } },
                    { 'u', { 0x3C5, 0x57D, 0x1D1C, 0 } },     { 'v', { 0x475, 0x1D20, 0, 0 } },
                    { 'w', { 0x51D, 0x1D21, 0, 0 } },         { 'y', { 0x443, 0, 0, 0 } } };
    for (size_t i = 0; i < text->n; i++)
        for (size_t k = 0; some(2) && k < sizeof letters / sizeof *letters; k++) {
            const uint32_t alike = letters[k].alike[some(4)];
            if (text->c[i] == (uint32_t)letters[k].latin && alike)
                text->c[i] = alike;
        }
}

/* Full width, bold, in circles: what NFKC undoes. */
static void wide(struct text *text)
{
    static const uint32_t small[] = { 0xFF41, 0x1D41A, 0x24D0, 0x1D5EE, 0x1D68A };
    for (size_t i = 0; i < text->n; i++) {
        const uint32_t c = text->c[i];
        if (is_small(c) && some(2))
            text->c[i] = small[some(5)] + (c - 'a');
        else if (c > ' ' && c < 0x7F && some(3) == 0)
            text->c[i] = c + 0xFEE0;
    }
}

static void change_case(struct text *text)
{
    for (size_t i = 0; i < text->n; i++)
        if (is_small(text->c[i]) && some(3) == 0)
            text->c[i] -= 'a' - 'A';
}

static void unseen(struct text *text)
{
    static const uint32_t marks[] = { 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD,
                                      0x34F,  0x200E, 0x200F, 0x202A, 0x202C, 0x2066,
                                      0x2069, 0xFE0F, 0x301,  0x336,  0x20DD, 0x61C };
    for (uint32_t times = 1 + some(4); times > 0; times--)
        insert(text, 1 + some((uint32_t)text->n), marks[some(sizeof marks / sizeof *marks)]);
}

static void spaces(struct text *text)
{
    static const uint32_t others[] = { 0xA0, 0x2009, 0x202F, 0x3000, 0x2003, '\t', '\n', 0x2028 };
    for (size_t i = 0; i < text->n; i++)
        if (text->c[i] == ' ' && some(2)) {
            text->c[i] = others[some(8)];
            if (some(3) == 0)
                insert(text, i, ' ');
        }
}

/* --- bytes */

static char *put_markup(char *to)
{
    static const char *const marks[] = { "<b>",   "</b>", "<span class='x'>", "</i>", "<!-- a -->",
                                         "<wbr>", "<sup>" };
    return stpcpy(to, marks[some(7)]);
}

/* The same escape for most of a text, since a run of bytes must stay together. */
static char *put_escaped(char *to, uint32_t c, unsigned kind)
{
    char bytes[5] = "";
    *string_put(bytes, c) = '\0';
    switch (kind) {
    case 1:
        return to + sprintf(to, "&#%u;", c);
    case 2:
        return to + sprintf(to, "&#x%X;", c);
    case 3:
        return c > 0xFFFF ? to + sprintf(to, "\\ud%03x\\ud%03x", 0x800 + ((c - 0x10000) >> 10),
                                         0xC00 + ((c - 0x10000) & 0x3FF))
                          : to + sprintf(to, "\\u%04x", c);
    case 4:
        return to + sprintf(to, "\\%06X ", c);
    case 5:
        for (const char *at = bytes; *at; at++)
            to += sprintf(to, "%%%02X", (unsigned char)*at);
        return to;
    case 6:
        for (const char *at = bytes; bytes[1] && *at; at++) /* as mail does: not ASCII */
            to += sprintf(to, "=%02X", (unsigned char)*at);
        return bytes[1] ? to : stpcpy(to, bytes);
    case 7:
        return to + sprintf(to, "\\u{%x}", c);
    case 8:
        return to + sprintf(to, "&#%010u", c);
    default:
        return stpcpy(to, bytes);
    }
}

/* An escape that ends in digits must not run into a digit behind it. */
static bool may_follow(unsigned kind, uint32_t next)
{
    return kind != 8 || next < 0x80 ? kind != 8 || !(next >= '0' && next <= '9') : true;
}

static void write_text(const struct text *text, char *to)
{
    const unsigned kind = some(9);
    const bool all = some(2), marks = some(3) == 0;
    for (size_t i = 0; i < text->n; i++) {
        const uint32_t next = i + 1 < text->n ? text->c[i + 1] : 0;
        const bool escape = (all || some(3) == 0) && may_follow(kind, next);
        to = put_escaped(to, text->c[i], escape ? kind : 0);
        if (marks && some(3) == 0)
            to = put_markup(to);
    }
    *to = '\0';
}

/* &euro; as &amp;euro; */
static void escape_again(const char *from, char *to)
{
    for (; *from; from++)
        to = *from == '&'   ? stpcpy(to, "&amp;")
             : *from == '%' ? stpcpy(to, "%25")
                            : (*to = *from, to + 1);
    *to = '\0';
}

static void disguise(const char *seed, char *string)
{
    static void (*const changes[])(struct text *) = { look_alike, wide, change_case, unseen,
                                                      spaces };
    struct text text = { .n = 0 };
    char once[LONGEST];
    for (uint32_t c; (c = wrd_letter_next(&seed)) != 0;)
        text.c[text.n++] = c;
    for (uint32_t times = some(4); times > 0; times--)
        changes[some(5)](&text);
    write_text(&text, once);
    if (some(4) == 0)
        escape_again(once, string);
    else
        strcpy(string, once);
}

static void test_no_escape(void **unused)
{
    (void)unused;
    const char *asked = getenv("MONEY_STRINGS");
    const long n = asked ? strtol(asked, NULL, 10) : 20000;
    struct wrd_arena *words = NULL, *arena = wrd_arena_new();
    struct wrd_money_finder *finder = NULL;
    long escaped = 0;
    for (long i = 0; i < n; i++) {
        char string[LONGEST];
        struct wrd_money_hit hits[ROOM];
        const char *seed = seeds[some(sizeof seeds / sizeof *seeds)];
        if (i % 10000 == 0) { /* words in disguise are all new */
            wrd_arena_free(words);
            finder = wrd_money_finder_new(words = wrd_arena_new());
        }
        disguise(seed, string);
        const size_t found = wrd_money_find_with(finder, arena, string, false, hits, ROOM);
        bool stops = false;
        for (size_t k = 0; k < found; k++)
            stops = stops || hits[k].kind != WRD_MONEY_HINT;
        if (!stops && escaped++ < 20)
            print_error("'%s' escaped as '%s'\n", seed, string);
        wrd_arena_clear(arena);
    }
    wrd_arena_free(words);
    wrd_arena_free(arena);
    print_message("  %ld of %ld strings escaped\n", escaped, n);
    assert_int_equal(escaped, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_no_escape) };
    return cmocka_run_group_tests_name("money-disguises", tests, NULL, NULL);
}
