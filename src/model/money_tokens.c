/* model/money_tokens.c - see money_tokens.h.
 *
 * Digits, spaces, _ and - are borders of words, so a name such as v_uurloon2 is read as its parts.
 */
#include "model/money_tokens.h"

#include <string.h>

#include "core/utf8_letters.h"
#include "core/text.h"

/* A mark between words of one phrase; any other ends the phrase. */
static bool joins(uint32_t c)
{
    return c == ' ' || c == '_' || c == '-' || c == '/' || c == '\'' || c == '"' || c == '\t' ||
           c == 0x2018 || c == 0x2019 || (c >= 0x2010 && c <= 0x2015);
}

static enum wrd_letter kind_at(const char *at)
{
    uint32_t c = wrd_letter_next(&at);
    return c ? wrd_letter_kind(c) : WRD_LETTER_NONE;
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

/* "12,-" "12,--" and "12,=", also with a long dash. */
static bool has_price_mark(const char *at)
{
    if (*at++ != ',')
        return false;
    uint32_t c = wrd_letter_next(&at);
    return c == '-' || c == '=' || (c >= 0x2010 && c <= 0x2015);
}

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

static void put(struct wrd_arena *arena, struct wrd_token *token, const char *from, const char *to)
{
    token->text = wrd_arena_text(arena, from, (size_t)(to - from));
    token->folded = fold(arena, from, (size_t)(to - from));
}

size_t wrd_tokens(struct wrd_arena *arena, const char *text, bool at_capitals,
                  struct wrd_token **tokens)
{
    const char *at = wrd_text_plain(arena, text);
    struct wrd_token *list = wrd_arena_take_array(arena, strlen(at) + 1, sizeof *list);
    size_t n = 0;
    bool stop = false;
    while (*at) {
        const char *from = at;
        enum wrd_letter kind = kind_at(at);
        if (kind == WRD_LETTER_NONE) {
            stop = !joins(wrd_letter_next(&at)) || stop;
            continue;
        }
        struct wrd_token *token = &list[n++];
        token->number = kind == WRD_LETTER_DIGIT;
        at = token->number ? end_of_number(at) : end_of_word(at, at_capitals, &token->capitals);
        token->price = token->number && has_price_mark(at);
        token->after_stop = stop;
        stop = false;
        put(arena, token, from, at);
    }
    *tokens = list;
    return n;
}
