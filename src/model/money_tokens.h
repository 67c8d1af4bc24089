/* model/money_tokens.h - a text as words and numbers, as the money check reads it. */
#ifndef MODEL_MONEY_TOKENS_H
#define MODEL_MONEY_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "waardering/arena.h"

struct wrd_token {
    const char *text; /* in the text that was read; no NUL behind it */
    size_t len;
    bool number;     /* digits, with points and commas between them */
    bool price;      /* a number with ,- behind it */
    bool capitals;   /* a word of capitals only */
    bool after_stop; /* a sign between it and the token before that ends a phrase */
};
struct wrd_tokens {
    struct wrd_token *token;
    size_t n;
};

/* Of a text of plain letters (wrd_text_plain), which must live as long as the tokens.
 * `at_capitals`: a capital behind a small letter starts a new word, as in hourlyWage. */
struct wrd_tokens wrd_tokens(struct wrd_arena *arena, const char *plain, bool at_capitals);

#endif
