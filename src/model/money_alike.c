/* model/money_alike.c - see money_alike.h. */
#include "model/money_alike.h"

#include <string.h>

#include "core/utf8_letters.h"
#include "model/money_escapes.h"

enum { EURO = 0x20AC, GROWTH = 4 };

/* Letter by letter: what stands in `alike` looks like what stands in `latin` at the same place. */
static const struct {
    const char *alike, *latin;
} scripts[] = {
    { "аАВсСԁеЕёгНһіІјкКмМоОрРѕЅтТцѵԝхХуУӏӀ",
      "aABcCdeEerHhiIjkKmMoOpPsStTuvwxXyYll" },                   /* Cyrillic */
    { "αΑΒεϵΕΗιΙκΚΜΝνοΟρΡτΤυΥχΧΖ", "aABeeEHiIkKMNvoOpPtTuYxXZ" }, /* Greek */
    { "ոօսհցք", "nouhgf" },                                       /* Armenian */
    { "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdeghijklmnoprstuvwyz" },     /* small capitals */
    { "ɑɗɡıɩɛł", "adgiiel" },                                     /* other Latin */
};

static uint32_t latin_of(uint32_t c)
{
    if (c < 0x80)
        return 0;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        const char *at = scripts[i].alike;
        uint32_t alike;
        for (size_t k = 0; (alike = wrd_letter_next(&at)) != 0; k++)
            if (alike == c)
                return (uint32_t)(unsigned char)scripts[i].latin[k];
    }
    return 0;
}

/* Letters as white on black, in a circle and in a square, and the letters that flags are made of:
 * Unicode does not say that they are letters. */
static uint32_t pictured(uint32_t c)
{
    static const uint32_t first[] = { 0x1F150, 0x1F170, 0x1F1E6 };
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (c >= first[i] && c < first[i] + 26)
            return 'A' + c - first[i];
    return 0;
}

static bool is_digit(uint32_t c)
{
    return c && wrd_letter_kind(c) == WRD_LETTER_DIGIT;
}

static bool is_letter(uint32_t c)
{
    return c && wrd_letter_kind(c) <= WRD_LETTER_CAPITAL;
}

static bool digit_follows(const char *at)
{
    uint32_t c = wrd_letter_next(&at);
    while (c == ' ' || c == 0xA0)
        c = wrd_letter_next(&at);
    return is_digit(c);
}

/* A letter or sign that is drawn like a euro sign, before or behind a number. */
static size_t drawn_euro(const char *at, bool behind_digit)
{
    static const uint32_t alike[] = { 0x404,  0x454,  0x3F5,  0x3B5, 0x2208,
                                      0x220A, 0xA792, 0xA793, 0x190, 0x25B };
    const char *next = at;
    const uint32_t c = wrd_letter_next(&next);
    bool drawn = (c == 'C' || c == 'c') && *next == '=';
    next += drawn;
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        drawn = drawn || c == alike[i];
    if (!drawn)
        return 0;
    const char *then = next;
    const bool in_word = is_letter(wrd_letter_next(&then));
    return digit_follows(next) || (behind_digit && !in_word) ? (size_t)(next - at) : 0;
}

static bool is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

char *wrd_money_alike(struct wrd_arena *arena, const char *text)
{
    char *bare = wrd_arena_take_array(arena, strlen(text) + 1, GROWTH), *to = bare;
    if (is_ascii(text) && !strchr(text, '='))
        return memcpy(bare, text, strlen(text));
    bool in_word = false, behind_digit = false;
    while (*text) {
        const size_t euro = in_word ? 0 : drawn_euro(text, behind_digit);
        const char *from = text;
        const uint32_t c = wrd_letter_next(&text), latin = latin_of(c), letter = pictured(c);
        in_word = is_letter(c);
        behind_digit = is_digit(c) || (behind_digit && c == ' ');
        if (euro) {
            to = wrd_money_put(to, EURO);
            text = from + euro;
        } else if (latin || letter) {
            *to++ = (char)(latin ? latin : letter);
        } else {
            to = mempcpy(to, from, (size_t)(text - from));
        }
    }
    return bare;
}
