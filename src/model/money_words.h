/* model/money_words.h - the lexicon itself: tables of patterns, and which of them a word fits.
 *
 * A pattern is one or more words in small letters without accents; `*` at its start or end stands
 * for any letters.  So "*uurloon*" stops a compound too, and "omzet" does not stop "omzetten".
 * Letters of other scripts that look Latin are Latin in a pattern (money_alike.h). */
#ifndef MODEL_MONEY_WORDS_H
#define MODEL_MONEY_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct wrd_money_patterns {
    const char *const *pattern;
    size_t n;
};

enum wrd_money_table {
    WRD_TOPICS,    /* M2 */
    WRD_HINTS,     /* may be about money */
    WRD_NAMES,     /* M1: words */
    WRD_ELSEWHERE, /* M1: words of other languages and scripts */
    WRD_CODES,     /* M1: ISO 4217, whole words in capitals; the only table in capitals */
    WRD_SHORT,     /* M1 only beside a number: 50 ct */
    WRD_SLANG,     /* only behind a number of 2 or more */
    WRD_COINS,     /* also behind "een" */
    WRD_HEAVY,     /* pounds, marks, millions: behind a number, and nothing counted behind them */
    WRD_EARNED,    /* only near a number */
    WRD_HARMLESS,  /* said of other things */
    WRD_NUMERALS,  /* number words, from 2 */
    WRD_MONEY_TABLES
};
const struct wrd_money_patterns *wrd_money_patterns(enum wrd_money_table table);

/* In which tables a word is, and in which it begins a phrase of several words: bits 1 << table. */
struct wrd_money_word {
    uint32_t whole, begins;
};
/* `written`: as it stands in the text, for the codes. */
struct wrd_money_word wrd_money_word(const char *folded, const char *written);
/* Whether the first `len` bytes of a pattern, one word of it, fit the word. */
bool wrd_money_fits(const char *pattern, size_t len, const char *folded);

#endif
