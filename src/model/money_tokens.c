/* model/money_tokens.c - see money_tokens.h.
 *
 * Digits, spaces, _ and - are borders of words, so a name such as v_uurloon2 is read as its parts.
 */
#include "model/money_tokens.h"

#include <string.h>

#include "core/utf8_letters.h"

/* A mark between words of one phrase; any other ends the phrase. */
static bool joins(uint32_t c)
{
    return (c && c < 0x80 && strchr(" _-/'\"*`~\t\r\n", (int)c)) || c == 0x85 || c == 0x2018 ||
           c == 0x2019 || (c >= 0x2010 && c <= 0x2015) || c == 0x2028 || c == 0x2029;
}

static enum wrd_letter kind_at(const char *at)
{
    const unsigned char byte = (unsigned char)*at;
    if (byte < 0x80) /* most of them, without the tables */
        return byte >= 'a' && byte <= 'z'   ? WRD_LETTER_SMALL
               : byte >= 'A' && byte <= 'Z' ? WRD_LETTER_CAPITAL
               : byte >= '0' && byte <= '9' ? WRD_LETTER_DIGIT
                                            : WRD_LETTER_NONE;
    const uint32_t c = wrd_letter_next(&at);
    return wrd_is_number_sign(c) ? WRD_LETTER_DIGIT : wrd_letter_kind(c);
}

static const char *end_of_word(const char *at, bool at_capitals, bool *capitals)
{
    enum wrd_letter before = WRD_LETTER_NONE, kind;
    *capitals = true;
    while ((kind = kind_at(at)) == WRD_LETTER_SMALL || kind == WRD_LETTER_CAPITAL) {
        if (at_capitals && before == WRD_LETTER_SMALL && kind == WRD_LETTER_CAPITAL)
            break;
        *capitals = *capitals && kind == WRD_LETTER_CAPITAL;
        before = kind;
        wrd_letter_next(&at);
    }
    return at;
}

/* A point or comma belongs to the number when a digit stands behind it. */
static const char *end_of_number(const char *at)
{
    for (;;) {
        if (kind_at(at) == WRD_LETTER_DIGIT)
            wrd_letter_next(&at);
        else if ((*at == '.' || *at == ',') && kind_at(at + 1) == WRD_LETTER_DIGIT)
            at++;
        else
            return at;
    }
}

/* "12,-" "12,--" and "12,=", also with a long dash or behind a point. */
static bool has_price_mark(const char *at)
{
    const char mark = *at++;
    if (mark != ',' && mark != '.')
        return false;
    const uint32_t c = wrd_letter_next(&at);
    return c == '-' || (mark == ',' && c == '=') || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static struct wrd_token *next_place(struct wrd_arena *arena, struct wrd_tokens *tokens,
                                    size_t *room)
{
    tokens->token = wrd_arena_more(arena, tokens->token, tokens->n, room, sizeof *tokens->token);
    return &tokens->token[tokens->n++];
}

struct wrd_tokens wrd_tokens(struct wrd_arena *arena, const char *plain, bool at_capitals)
{
    struct wrd_tokens tokens = { NULL, 0 };
    size_t room = 0;
    bool stop = false;
    for (const char *at = plain; *at;) {
        const enum wrd_letter kind = kind_at(at);
        if (kind == WRD_LETTER_NONE) {
            stop = !joins(wrd_letter_next(&at)) || stop;
            continue;
        }
        struct wrd_token *token = next_place(arena, &tokens, &room);
        *token = (struct wrd_token){ .text = at, .number = kind == WRD_LETTER_DIGIT };
        at = token->number ? end_of_number(at) : end_of_word(at, at_capitals, &token->capitals);
        token->len = (size_t)(at - token->text);
        token->price = token->number && has_price_mark(at);
        token->after_stop = stop;
        stop = false;
    }
    return tokens;
}
