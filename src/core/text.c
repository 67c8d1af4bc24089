/* core/text.c - words, trimming, comparing and joining; see core/text.h. */
#include "core/text.h"

#include <string.h>

#include "core/number.h"
#include "core/utf8.h"
#include "waardering/diag.h"

void wrd_text_trim(const char **text, size_t *len)
{
    size_t size;
    while ((size = wrd_space_at_start(*text, *len)) > 0) {
        *text += size;
        *len -= size;
    }
    while ((size = wrd_space_at_end(*text, *len)) > 0)
        *len -= size;
}

bool wrd_text_is(const char *text, size_t len, const char *word)
{
    return strlen(word) == len && memcmp(text, word, len) == 0;
}

#define SMALL_LETTERS "abcdefghijklmnopqrstuvwxyz"
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

static bool is_made_of(const char *text, size_t max, const char *characters)
{
    size_t len = strlen(text);
    return len > 0 && len <= max && strspn(text, characters) == len;
}

bool wrd_is_name(const char *text, size_t max)
{
    return is_made_of(text, max, SMALL_LETTERS DIGITS "_") && strchr(SMALL_LETTERS, text[0]);
}

bool wrd_is_study_id(const char *text)
{
    return is_made_of(text, 64, SMALL_LETTERS DIGITS "-");
}

bool wrd_is_code(const char *text)
{
    return is_made_of(text, 32, SMALL_LETTERS CAPITALS DIGITS "_.-");
}

static bool is_short_number(const char *text, size_t len)
{
    if (len == 0 || len > 3)
        return false;
    for (size_t i = 0; i < len; i++)
        if (text[i] < '0' || text[i] > '9')
            return false;
    return true;
}

const char *wrd_answer_shown(struct wrd_arena *arena, const char *text, size_t len, uint64_t times)
{
    enum { OFTEN = 5 }; /* what so many gave says nothing about one of them */
    if (is_short_number(text, len) || times >= OFTEN)
        return wrd_arena_text(arena, text, len);
    const char *count = wrd_count_text(arena, wrd_utf8_count(text, len));
    if (strcmp(count, "1") == 0)
        return WRD_BOTH("a text of 1 character", "een tekst van 1 teken");
    return wrd_arena_format(arena, WRD_BOTH("a text of %s characters", "een tekst van %s tekens"),
                            count, count);
}

enum { LONGEST_WORD = 64 };

static size_t least(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Levenshtein; both words at most LONGEST_WORD bytes. */
static size_t edit_distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t row[LONGEST_WORD + 1];
    for (size_t j = 0; j <= b_len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_len; i++) {
        size_t above_left = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_len; j++) {
            size_t above = row[j];
            row[j] = least(above + 1, row[j - 1] + 1, above_left + (a[i - 1] != b[j - 1]));
            above_left = above;
        }
    }
    return row[b_len];
}

const char *wrd_text_nearest(const char *word, const char *const *words, size_t n)
{
    size_t len = strlen(word), best = 3;
    const char *nearest = NULL;
    if (len > LONGEST_WORD)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        size_t other_len = strlen(words[i]);
        if (other_len > LONGEST_WORD)
            continue;
        size_t distance = edit_distance(word, len, words[i], other_len);
        if (distance < best && 2 * distance < len) {
            best = distance;
            nearest = words[i];
        }
    }
    return nearest;
}

const char *wrd_text_join(struct wrd_arena *arena, const char *const *texts, size_t n,
                          const char *between)
{
    size_t room = 1;
    for (size_t i = 0; i < n; i++)
        room += strlen(texts[i]) + strlen(between);
    char *joined = wrd_arena_take(arena, room), *to = joined;
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            to = stpcpy(to, between);
        to = stpcpy(to, texts[i]);
    }
    return joined;
}

const char *wrd_text_part(struct wrd_arena *arena, const char *cross, size_t i)
{
    for (; i; i--) {
        cross += strcspn(cross, "*");
        if (*cross == '\0')
            return NULL;
        cross++;
    }
    size_t len = strcspn(cross, "*");
    wrd_text_trim(&cross, &len);
    return wrd_arena_text(arena, cross, len);
}
