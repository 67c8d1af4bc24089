/* model/money_lexicon.c - see money_lexicon.h. */
#include "model/money_lexicon.h"

#include <string.h>

#include "model/money_bare.h"
#include "model/money_tokens.h"
#include "model/money_words.h"
#include "core/utf8_letters.h"
#include "core/text.h"

enum { NEAR = 4 /* tokens */, LONGEST_SPELLED = 8 };

/* One reading of one text. */
struct reading {
    struct wrd_arena *arena;
    bool is_name;
    struct wrd_token *tokens;
    size_t n;
    struct wrd_money_hit *hits;
    size_t n_hits, room;
};

static bool word_matches(const char *pattern, size_t len, const char *word)
{
    bool any_before = len && pattern[0] == '*', any_after = len > 1 && pattern[len - 1] == '*';
    pattern += any_before;
    len -= (size_t)any_before + (size_t)any_after;
    size_t word_len = strlen(word);
    if (word_len < len)
        return false;
    size_t last = any_before ? word_len - len : 0;
    for (size_t at = any_after ? 0 : word_len - len; at <= last; at++)
        if (memcmp(word + at, pattern, len) == 0)
            return true;
    return false;
}

/* Tokens from `i` on that the pattern covers; 0: it does not. */
static size_t phrase_matches(const struct reading *reading, size_t i, const char *pattern)
{
    if (pattern[0] != '*' && pattern[0] != reading->tokens[i].folded[0])
        return 0; /* most of them */
    for (size_t n = 0;; n++) {
        size_t len = strcspn(pattern, " ");
        if (i + n >= reading->n || (n && reading->tokens[i + n].after_stop) ||
            !word_matches(pattern, len, reading->tokens[i + n].folded))
            return 0;
        if (pattern[len] == '\0')
            return n + 1;
        pattern += len + 1;
    }
}

static size_t one_matches(const struct reading *reading, size_t i,
                          const struct wrd_money_patterns *patterns)
{
    if (reading->tokens[i].number)
        return 0; /* patterns are of letters */
    for (size_t k = 0; k < patterns->n; k++) {
        size_t n = phrase_matches(reading, i, patterns->pattern[k]);
        if (n)
            return n;
    }
    return 0;
}

static void add_hit(struct reading *reading, enum wrd_money_kind kind, const char *word)
{
    for (size_t i = 0; i < reading->n_hits; i++)
        if (strcmp(reading->hits[i].word, word) == 0)
            return;
    if (reading->n_hits < reading->room)
        reading->hits[reading->n_hits++] = (struct wrd_money_hit){ kind, word };
}

static void add_tokens(struct reading *reading, enum wrd_money_kind kind, size_t i, size_t n)
{
    const char **words = wrd_arena_take_array(reading->arena, n, sizeof *words);
    for (size_t k = 0; k < n; k++)
        words[k] = reading->tokens[i + k].text;
    add_hit(reading, kind, wrd_text_join(reading->arena, words, n, " "));
}

static bool is_numeral(const struct reading *reading, size_t i)
{
    return i < reading->n &&
           (reading->tokens[i].number || one_matches(reading, i, &wrd_money_numerals) != 0);
}

static bool number_is_near(const struct reading *reading, size_t i)
{
    for (size_t k = i > NEAR ? i - NEAR : 0; k <= i + NEAR && k < reading->n; k++)
        if (k != i && is_numeral(reading, k))
            return true;
    return false;
}

static bool number_is_before(const struct reading *reading, size_t i)
{
    return i > 0 && is_numeral(reading, i - 1);
}

static bool number_is_beside(const struct reading *reading, size_t i)
{
    bool before = i > 0 && reading->tokens[i - 1].number;
    return before || (i + 1 < reading->n && reading->tokens[i + 1].number);
}

static bool word_is_near(const struct reading *reading, size_t i, const char *word)
{
    for (size_t k = i > NEAR ? i - NEAR : 0; k <= i + NEAR && k < reading->n; k++)
        if (strcmp(reading->tokens[k].folded, word) == 0)
            return true;
    return false;
}

/* "3 pond koffie", "2 mln uren": what is counted stands behind it. */
static bool counts_something(const struct reading *reading, size_t i)
{
    static const char *const others[] = { "per", "of",  "en", "and", "or",  "a",
                                          "an",  "aan", "in", "tot", "each" };
    if (i + 1 >= reading->n || reading->tokens[i + 1].after_stop || reading->tokens[i + 1].number)
        return false;
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
        if (strcmp(reading->tokens[i + 1].folded, others[k]) == 0)
            return false;
    return true;
}

static bool is_code(const struct reading *reading, const struct wrd_token *token)
{
    for (size_t k = 0; token->capitals && k < wrd_money_codes.n; k++)
        if (strcmp(token->text, wrd_money_codes.pattern[k]) == 0)
            return true;
    return reading->is_name &&
           (strcmp(token->folded, "eur") == 0 || strcmp(token->folded, "usd") == 0 ||
            strcmp(token->folded, "gbp") == 0 || strcmp(token->folded, "nlg") == 0);
}

/* Words that are an amount only together with a number. */
static bool is_amount(const struct reading *reading, size_t i)
{
    const struct wrd_token *token = &reading->tokens[i];
    bool one_before = i > 0 && (strcmp(reading->tokens[i - 1].folded, "een") == 0 ||
                                strcmp(reading->tokens[i - 1].folded, "a") == 0);
    if (token->price)
        return true;
    if (one_matches(reading, i, &wrd_money_short))
        return number_is_beside(reading, i);
    if (one_matches(reading, i, &wrd_money_slang))
        return number_is_before(reading, i);
    if (one_matches(reading, i, &wrd_money_coins))
        return one_before || number_is_before(reading, i);
    if (one_matches(reading, i, &wrd_money_heavy))
        return number_is_before(reading, i) && !counts_something(reading, i);
    if (one_matches(reading, i, &wrd_money_earned))
        return number_is_near(reading, i);
    bool worth = strcmp(token->folded, "waard") == 0 || strcmp(token->folded, "worth") == 0;
    return worth && number_is_near(reading, i) && word_is_near(reading, i, "per");
}

/* Return on investment is ROI in a text; Roi is a name. */
static bool is_topic(const struct reading *reading, size_t i)
{
    const struct wrd_token *token = &reading->tokens[i];
    return strcmp(token->folded, "roi") != 0 || token->capitals || reading->is_name;
}

/* Looks at token `i`; returns how many tokens that took. */
static size_t judge_token(struct reading *reading, size_t i)
{
    size_t n = one_matches(reading, i, &wrd_money_harmless);
    if (n)
        return n;
    n = one_matches(reading, i, &wrd_money_names);
    if (!n && is_code(reading, &reading->tokens[i]))
        n = 1;
    if (n) {
        add_tokens(reading, number_is_near(reading, i) ? WRD_MONEY_AMOUNT : WRD_MONEY_SIGN, i, n);
        return n;
    }
    if (is_amount(reading, i)) {
        add_tokens(reading, WRD_MONEY_AMOUNT, i, 1);
        return 1;
    }
    n = one_matches(reading, i, &wrd_money_topics);
    if (n && is_topic(reading, i)) {
        add_tokens(reading, WRD_MONEY_TOPIC, i, n);
        return n;
    }
    n = one_matches(reading, i, &wrd_money_hints);
    if (n)
        add_tokens(reading, WRD_MONEY_HINT, i, n);
    return 1;
}

/* "e u r o": single letters that together are a currency. */
static void judge_spelled(struct reading *reading)
{
    for (size_t i = 0; i < reading->n; i++) {
        char word[LONGEST_SPELLED + 1] = "";
        size_t k = 0;
        while (k < LONGEST_SPELLED && i + k < reading->n && !reading->tokens[i + k].number &&
               strlen(reading->tokens[i + k].folded) == 1) {
            word[k] = reading->tokens[i + k].folded[0];
            k++;
            for (size_t p = 0; k >= 3 && p < wrd_money_names.n; p++)
                if (word_matches(wrd_money_names.pattern[p], strlen(wrd_money_names.pattern[p]),
                                 word))
                    add_tokens(reading, WRD_MONEY_SIGN, i, k);
        }
    }
}

/* Letters and pictures that stand for money and are not in category Sc: the florin sign, the bag,
 * the bank notes, the coin. */
static bool is_like_currency(uint32_t c)
{
    return c == 0x0192 || c == 0x1F4B0 || c == 0x1F4B2 || (c >= 0x1F4B4 && c <= 0x1F4B8) ||
           c == 0x1FA99;
}

/* Before letters are made plain, which would turn some of these signs into others. */
static void judge_signs(struct reading *reading, const char *text)
{
    bool has_number = false;
    for (size_t i = 0; i < reading->n; i++)
        has_number = has_number || is_numeral(reading, i);
    enum wrd_money_kind kind = has_number ? WRD_MONEY_AMOUNT : WRD_MONEY_SIGN;
    for (const char *at = text, *from = at; *at; from = at) {
        uint32_t c = wrd_letter_next(&at);
        if (wrd_is_currency_sign(c) || is_like_currency(c))
            add_hit(reading, kind, wrd_arena_text(reading->arena, from, (size_t)(at - from)));
    }
}

static void judge_text(struct reading *reading, const char *text)
{
    size_t n = 0;
    for (int at_capitals = 0; at_capitals <= 1 && reading->n_hits == 0; at_capitals++) {
        reading->n = wrd_tokens(reading->arena, text, at_capitals != 0, &reading->tokens);
        if (at_capitals != 0 && reading->n == n)
            break; /* no word has a capital inside */
        n = reading->n;
        if (at_capitals == 0)
            judge_signs(reading, text);
        for (size_t i = 0; i < reading->n;)
            i += judge_token(reading, i);
        judge_spelled(reading);
    }
}

size_t wrd_money_find(struct wrd_arena *arena, const char *text, bool is_name,
                      struct wrd_money_hit *hits, size_t room)
{
    struct reading reading = { .arena = arena, .is_name = is_name, .hits = hits, .room = room };
    judge_text(&reading, wrd_money_bare(arena, text, ""));
    if (wrd_money_has_markup(text))
        judge_text(&reading, wrd_money_bare(arena, text, " "));
    return reading.n_hits;
}

bool wrd_money_unit(const char *unit)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_money_hit hit;
    bool money = wrd_money_find(arena, unit, true, &hit, 1) > 0 && hit.kind != WRD_MONEY_HINT;
    wrd_arena_free(arena);
    return money;
}
