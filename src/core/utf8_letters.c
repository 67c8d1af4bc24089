/* core/utf8_letters.c - see utf8_letters.h. */
#include "core/utf8_letters.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "core/utf8.h"

uint32_t wrd_letter_next(const char **text)
{
    int32_t character;
    size_t left = strnlen(*text, 4);
    if (left == 0)
        return 0;
    size_t used = wrd_utf8_next(*text, left, &character);
    *text += used ? used : 1;
    return used ? (uint32_t)character : 0xFFFD;
}

enum wrd_letter wrd_letter_kind(uint32_t character)
{
    switch (utf8proc_category((utf8proc_int32_t)character)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        return WRD_LETTER_CAPITAL;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return WRD_LETTER_SMALL;
    case UTF8PROC_CATEGORY_ND:
        return WRD_LETTER_DIGIT;
    default:
        return WRD_LETTER_NONE;
    }
}

bool wrd_is_number_sign(uint32_t character)
{
    return utf8proc_category((utf8proc_int32_t)character) == UTF8PROC_CATEGORY_NO;
}

bool wrd_is_currency_sign(uint32_t character)
{
    return utf8proc_category((utf8proc_int32_t)character) == UTF8PROC_CATEGORY_SC;
}

static bool is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

char *wrd_text_plain(struct wrd_arena *arena, const char *text)
{
    if (is_ascii(text)) /* is plain */
        return wrd_arena_text(arena, text, strlen(text));
    char *plain = wrd_utf8_map(arena, text, strlen(text),
                               UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                   UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
    return plain ? plain : wrd_arena_text(arena, text, strlen(text));
}
