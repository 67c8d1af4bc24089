/* model/money_tokens.h - a text as words and numbers, as the money check reads it. */
#ifndef MODEL_MONEY_TOKENS_H
#define MODEL_MONEY_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "waardering/arena.h"

struct wrd_token {
    const char *text;   /* as it stands, plain letters */
    const char *folded; /* small letters */
    bool number;        /* digits, with points and commas between them */
    bool price;         /* a number with ,- behind it */
    bool capitals;      /* a word of capitals only */
    bool after_stop;    /* a sign between it and the token before that ends a phrase */
};

/* `at_capitals`: a capital behind a small letter starts a new word, as in hourlyWage. */
size_t wrd_tokens(struct wrd_arena *arena, const char *text, bool at_capitals,
                  struct wrd_token **tokens);

#endif
