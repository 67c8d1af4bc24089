/* model/money_lexicon.h - the words and signs of money, and how they are found in a text.
 *
 * Source   PROTECTION.md, "No financial figure" guard: M1 signs, codes and words of currencies, M2
 *          terms of valuation, M3 amounts; in Dutch and English.
 * Memory   The words of the hits live in the arena of the call; a finder lives in its own. */
#ifndef MODEL_MONEY_LEXICON_H
#define MODEL_MONEY_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

#include "waardering/arena.h"

enum wrd_money_kind {
    WRD_MONEY_HINT,   /* a word that may mean money ("winst"): worth a look, no more */
    WRD_MONEY_TOPIC,  /* M2: about money, without a figure */
    WRD_MONEY_SIGN,   /* M1: a sign, code or name of a currency */
    WRD_MONEY_AMOUNT, /* M1 with a number, slang with a number, M3 */
};

struct wrd_money_hit {
    enum wrd_money_kind kind;
    const char *word; /* as it stands in the text */
};

/* What in `text` is about money, in the order of the text, each word once; at most `room` hits.
 * A name (of a variable, column or file) may write ROI in small letters. */
size_t wrd_money_find(struct wrd_arena *arena, const char *text, bool is_name,
                      struct wrd_money_hit *hits, size_t room);
/* The same for whoever reads many texts: a finder remembers what every word was. */
struct wrd_money_finder;
struct wrd_money_finder *wrd_money_finder_new(struct wrd_arena *arena);
size_t wrd_money_find_with(struct wrd_money_finder *finder, struct wrd_arena *arena,
                           const char *text, bool is_name, struct wrd_money_hit *hits, size_t room);
/* Whether a unit is one of money. */
bool wrd_money_unit(const char *unit);

#endif
