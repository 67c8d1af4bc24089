/* model/money_words.h - the lexicon itself: tables of patterns, and nothing else.
 *
 * A pattern is one or more words in small letters without accents; `*` at its start or end stands
 * for any letters.  So "*uurloon*" stops a compound too, and "omzet" does not stop "omzetten". */
#ifndef MODEL_MONEY_WORDS_H
#define MODEL_MONEY_WORDS_H

#include <stddef.h>

struct wrd_money_patterns {
    const char *const *pattern;
    size_t n;
};

extern const struct wrd_money_patterns wrd_money_topics; /* M2 */
extern const struct wrd_money_patterns wrd_money_hints;
extern const struct wrd_money_patterns wrd_money_names; /* M1: words */
extern const struct wrd_money_patterns wrd_money_codes; /* M1: ISO 4217, whole words in capitals */
extern const struct wrd_money_patterns wrd_money_short; /* M1 only beside a number: eur 12, 50 ct */
extern const struct wrd_money_patterns wrd_money_slang; /* only behind a number of 2 or more */
extern const struct wrd_money_patterns wrd_money_coins; /* also behind "een" */
extern const struct wrd_money_patterns
    wrd_money_heavy; /* pounds, millions: not with a noun behind */
extern const struct wrd_money_patterns wrd_money_earned;   /* only near a number */
extern const struct wrd_money_patterns wrd_money_harmless; /* said of other things */
extern const struct wrd_money_patterns wrd_money_numerals; /* number words, from 2 */

#endif
