/* model/money_lexicon.c - see money_lexicon.h. */
#include "model/money_lexicon.h"

#include <string.h>

#define uthash_malloc(size) wrd_arena_take(finder->arena, (size))
#define uthash_free(block, size) ((void)(block))
#include <uthash.h>

#include "model/money_alike.h"
#include "model/money_bare.h"
#include "model/money_tokens.h"
#include "model/money_words.h"
#include "core/utf8_letters.h"
#include "core/text.h"

enum { NEAR = 4 /* tokens */, NEAR_WORTH = 8, LONGEST_SPELLED = 8 };

struct word {
    const char *text, *folded;
    struct wrd_money_word in;
    UT_hash_handle hh;
};

struct wrd_money_finder {
    struct wrd_arena *arena;
    struct word *words; /* by their text */
};

/* One reading of one text. */
struct reading {
    struct wrd_money_finder *finder;
    struct wrd_arena *arena;
    bool is_name;
    struct wrd_tokens tokens;
    const struct word **words; /* of the tokens */
    size_t n;
    struct wrd_money_hit *hits;
    size_t n_hits, room;
};

struct wrd_money_finder *wrd_money_finder_new(struct wrd_arena *arena)
{
    struct wrd_money_finder *finder = wrd_arena_take(arena, sizeof *finder);
    finder->arena = arena;
    return finder;
}

/* --- words */

/* Small letters; a word of ASCII needs no tables. */
static const char *fold(struct wrd_arena *arena, const char *text, size_t len)
{
    char *folded = wrd_arena_text(arena, text, len);
    for (char *at = folded; *at; at++) {
        if ((unsigned char)*at >= 0x80)
            return wrd_text_fold(arena, text, len);
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at - 'A' + 'a');
    }
    return folded;
}

static const struct word *word_of(struct wrd_money_finder *finder, const char *text, size_t len)
{
    struct word *word;
    HASH_FIND(hh, finder->words, text, len, word);
    if (word)
        return word;
    word = wrd_arena_take(finder->arena, sizeof *word);
    word->text = wrd_arena_text(finder->arena, text, len);
    word->folded = fold(finder->arena, text, len);
    word->in = wrd_money_word(word->folded, word->text);
    HASH_ADD_KEYPTR(hh, finder->words, word->text, len, word);
    return word;
}

/* Numbers are not worth remembering: there is no end of them, and no pattern is a number. */
static const struct word *word_of_token(const struct reading *reading,
                                        const struct wrd_token *token)
{
    if (!token->number)
        return word_of(reading->finder, token->text, token->len);
    struct word *word = wrd_arena_take(reading->arena, sizeof *word);
    word->text = word->folded = wrd_arena_text(reading->arena, token->text, token->len);
    return word;
}

/* --- matching */

/* Tokens from `i` on that the pattern covers; 0: it does not. */
static size_t phrase_matches(const struct reading *reading, size_t i, const char *pattern)
{
    for (size_t n = 0;; n++) {
        const size_t len = strcspn(pattern, " ");
        if (i + n >= reading->n || (n && reading->tokens.token[i + n].after_stop) ||
            !wrd_money_fits(pattern, len, reading->words[i + n]->folded))
            return 0;
        if (pattern[len] == '\0')
            return n + 1;
        pattern += len + 1;
    }
}

/* Tokens that a pattern of the table covers: a phrase rather than a word; 0: none does. */
static size_t one_matches(const struct reading *reading, size_t i, enum wrd_money_table table)
{
    const struct wrd_money_word in = reading->words[i]->in;
    const struct wrd_money_patterns *patterns = wrd_money_patterns(table);
    for (size_t k = 0; (in.begins >> table & 1) != 0 && k < patterns->n; k++) {
        const char *pattern = patterns->pattern[k];
        const bool may = pattern[0] == reading->words[i]->folded[0] && strchr(pattern, ' ');
        const size_t n = may ? phrase_matches(reading, i, pattern) : 0;
        if (n)
            return n;
    }
    return in.whole >> table & 1;
}

static bool is_word(const struct reading *reading, size_t i, const char *word)
{
    return i < reading->n && strcmp(reading->words[i]->folded, word) == 0;
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
        words[k] = reading->words[i + k]->text;
    add_hit(reading, kind, wrd_text_join(reading->arena, words, n, " "));
}

/* --- numbers */

/* XII, of at least two letters: the only way to write it. */
static bool is_roman(const char *folded)
{
    static const struct {
        char one, five, ten;
    } places[] = { { 'm', 0, 0 }, { 'c', 'd', 'm' }, { 'x', 'l', 'c' }, { 'i', 'v', 'x' } };
    const char *at = folded;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char one = places[i].one, five = places[i].five, ten = places[i].ten;
        if (at[0] == one && at[1] && (at[1] == five || at[1] == ten)) {
            at += 2;
            continue;
        }
        at += *at && *at == five;
        for (int k = 0; k < 3 && *at == one; k++)
            at++;
    }
    return *at == '\0' && at - folded >= 2;
}

static bool is_numeral(const struct reading *reading, size_t i)
{
    return i < reading->n && (reading->tokens.token[i].number ||
                              (reading->words[i]->in.whole >> WRD_NUMERALS & 1) != 0);
}

static bool number_is_near(const struct reading *reading, size_t i, size_t near)
{
    for (size_t k = i > near ? i - near : 0; k <= i + near && k < reading->n; k++)
        if (k != i && is_numeral(reading, k))
            return true;
    return false;
}

/* A currency has a number; one of Rome may be a word elsewhere. */
static bool has_number(const struct reading *reading, size_t i)
{
    return number_is_near(reading, i, NEAR) || (i > 0 && is_roman(reading->words[i - 1]->folded));
}

static bool number_is_before(const struct reading *reading, size_t i)
{
    return i > 0 && is_numeral(reading, i - 1);
}

static bool number_is_beside(const struct reading *reading, size_t i)
{
    const bool before = i > 0 && reading->tokens.token[i - 1].number;
    return before || (i + 1 < reading->n && reading->tokens.token[i + 1].number);
}

/* "per", "an hour" */
static bool rate_is_near(const struct reading *reading, size_t i)
{
    for (size_t k = i > NEAR_WORTH ? i - NEAR_WORTH : 0; k <= i + NEAR_WORTH && k < reading->n; k++)
        if (is_word(reading, k, "per") ||
            (is_word(reading, k, "an") && is_word(reading, k + 1, "hour")))
            return true;
    return false;
}

/* "3 pond koffie", "2 mln uren": what is counted stands behind it. */
static bool counts_something(const struct reading *reading, size_t i)
{
    static const char *const others[] = { "per", "of",  "en", "and", "or",  "a",
                                          "an",  "aan", "in", "tot", "each" };
    if (i + 1 >= reading->n || reading->tokens.token[i + 1].after_stop ||
        reading->tokens.token[i + 1].number)
        return false;
    if (is_word(reading, i + 1, "of") && strncmp(reading->words[i]->folded, "pound", 5) == 0)
        return true; /* which is "or" in Dutch */
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
        if (is_word(reading, i + 1, others[k]))
            return false;
    return true;
}

/* Mark and Frank are men. */
static bool is_a_name(const struct reading *reading, size_t i)
{
    const char *text = reading->words[i]->text;
    return strcmp(text, "Mark") == 0 || strcmp(text, "Frank") == 0;
}

/* --- verdicts */

/* Words that are an amount only together with a number. */
static bool is_amount(const struct reading *reading, size_t i)
{
    if (reading->tokens.token[i].price)
        return true;
    if (one_matches(reading, i, WRD_SHORT))
        return number_is_beside(reading, i);
    if (one_matches(reading, i, WRD_SLANG))
        return number_is_before(reading, i);
    if (one_matches(reading, i, WRD_COINS))
        return number_is_before(reading, i) ||
               (i > 0 && (is_word(reading, i - 1, "een") || is_word(reading, i - 1, "a")));
    if (one_matches(reading, i, WRD_HEAVY))
        return number_is_before(reading, i) && !counts_something(reading, i) &&
               !is_a_name(reading, i);
    if (one_matches(reading, i, WRD_EARNED))
        return number_is_near(reading, i, NEAR);
    const bool worth = is_word(reading, i, "waard") || is_word(reading, i, "worth");
    return worth && number_is_near(reading, i, NEAR_WORTH) && rate_is_near(reading, i);
}

/* Return on investment is ROI in a text; Roi is a name. */
static bool is_topic(const struct reading *reading, size_t i)
{
    return !is_word(reading, i, "roi") || reading->tokens.token[i].capitals || reading->is_name;
}

static size_t currency_at(const struct reading *reading, size_t i)
{
    static const enum wrd_money_table tables[] = { WRD_NAMES, WRD_ELSEWHERE, WRD_CODES };
    size_t n = 0;
    for (size_t k = 0; n == 0 && k < sizeof tables / sizeof *tables; k++)
        n = one_matches(reading, i, tables[k]);
    return n;
}

/* Looks at token `i`; returns how many tokens that took. */
static size_t judge_token(struct reading *reading, size_t i)
{
    size_t n = one_matches(reading, i, WRD_HARMLESS);
    if (n)
        return n;
    n = currency_at(reading, i);
    if (n) {
        add_tokens(reading, has_number(reading, i) ? WRD_MONEY_AMOUNT : WRD_MONEY_SIGN, i, n);
        return n;
    }
    if (is_amount(reading, i)) {
        add_tokens(reading, WRD_MONEY_AMOUNT, i, 1);
        return 1;
    }
    n = one_matches(reading, i, WRD_TOPICS);
    if (n && is_topic(reading, i)) {
        add_tokens(reading, WRD_MONEY_TOPIC, i, n);
        return n;
    }
    n = one_matches(reading, i, WRD_HINTS);
    if (n)
        add_tokens(reading, WRD_MONEY_HINT, i, n);
    return 1;
}

/* "e u r o": single letters that together are a currency. */
static void judge_spelled(struct reading *reading)
{
    for (size_t i = 0; i < reading->n; i++) {
        char word[LONGEST_SPELLED + 1] = "";
        for (size_t k = 0; k < LONGEST_SPELLED && i + k < reading->n; k++) {
            const struct wrd_token *token = &reading->tokens.token[i + k];
            if (token->number || token->len != 1)
                break;
            word[k] = reading->words[i + k]->folded[0];
            if (k >= 2 && (word_of(reading->finder, word, k + 1)->in.whole >> WRD_NAMES & 1) != 0)
                add_tokens(reading, WRD_MONEY_SIGN, i, k + 1);
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

static void judge_signs(struct reading *reading, const char *text)
{
    bool numbers = false;
    for (size_t i = 0; i < reading->n; i++)
        numbers = numbers || is_numeral(reading, i);
    const enum wrd_money_kind kind = numbers ? WRD_MONEY_AMOUNT : WRD_MONEY_SIGN;
    for (const char *at = text, *from = at; *at; from = at) {
        const uint32_t c = (unsigned char)*at < 0x80 ? (uint32_t)*at++ : wrd_letter_next(&at);
        if (c == '$' || (c >= 0x80 && (wrd_is_currency_sign(c) || is_like_currency(c))))
            add_hit(reading, kind, wrd_arena_text(reading->arena, from, (size_t)(at - from)));
    }
}

static bool has_capital_inside(const char *plain)
{
    for (; *plain; plain++)
        if (((unsigned char)plain[0] >= 0x80 || (plain[0] >= 'a' && plain[0] <= 'z')) &&
            ((unsigned char)plain[1] >= 0x80 || (plain[1] >= 'A' && plain[1] <= 'Z')))
            return true;
    return false;
}

static void take_tokens(struct reading *reading, const char *plain, bool at_capitals)
{
    reading->tokens = wrd_tokens(reading->arena, plain, at_capitals);
    reading->n = reading->tokens.n;
    reading->words = wrd_arena_take_array(reading->arena, reading->n, sizeof(struct word *));
    for (size_t i = 0; i < reading->n; i++)
        reading->words[i] = word_of_token(reading, &reading->tokens.token[i]);
}

static void judge_words(struct reading *reading)
{
    for (size_t i = 0; i < reading->n;)
        i += judge_token(reading, i);
    judge_spelled(reading);
}

/* Signs first: making letters plain turns some of them into letters, and others into signs. */
static void judge_text(struct reading *reading, const char *text)
{
    const size_t before = reading->n_hits;
    const char *plain = wrd_money_alike(reading->arena, wrd_text_plain(reading->arena, text));
    take_tokens(reading, plain, false);
    judge_signs(reading, text);
    judge_signs(reading, plain);
    judge_words(reading);
    if (reading->n_hits > before || !has_capital_inside(plain))
        return;
    take_tokens(reading, plain, true);
    judge_words(reading);
}

/* A text without markup, also as a reader of Markdown has it, and of a text that turns. */
static void judge_bare(struct reading *reading, const char *bare)
{
    const char *joined = wrd_money_no_emphasis(reading->arena, bare);
    const char *turned = wrd_money_turned(reading->arena, bare);
    judge_text(reading, bare);
    if (joined)
        judge_text(reading, joined);
    if (turned)
        judge_text(reading, turned);
}

size_t wrd_money_find_with(struct wrd_money_finder *finder, struct wrd_arena *arena,
                           const char *text, bool is_name, struct wrd_money_hit *hits, size_t room)
{
    struct reading reading = {
        .finder = finder, .arena = arena, .is_name = is_name, .hits = hits, .room = room
    };
    const char *bare = wrd_money_unfolded(arena, text);
    const char *joined = wrd_money_no_markup(arena, bare, "");
    judge_bare(&reading, joined ? joined : bare);
    if (!joined)
        return reading.n_hits;
    judge_bare(&reading, wrd_money_no_markup(arena, bare, " "));
    judge_text(&reading, bare); /* attributes and comments */
    return reading.n_hits;
}

size_t wrd_money_find(struct wrd_arena *arena, const char *text, bool is_name,
                      struct wrd_money_hit *hits, size_t room)
{
    return wrd_money_find_with(wrd_money_finder_new(arena), arena, text, is_name, hits, room);
}

bool wrd_money_unit(const char *unit)
{
    struct wrd_arena *arena = wrd_arena_new();
    struct wrd_money_hit hit;
    const bool money = wrd_money_find(arena, unit, true, &hit, 1) > 0 && hit.kind != WRD_MONEY_HINT;
    wrd_arena_free(arena);
    return money;
}
