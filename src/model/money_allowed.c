/* model/money_allowed.c - see money_allowed.h. */
#include "model/money_allowed.h"

#include <string.h>

#include "core/utf8_letters.h"

/* Any byte of a character beyond ASCII counts as one of a word. */
static bool in_word(char c)
{
    return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') ||
           ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool stands_apart(const char *label, const char *at, size_t len)
{
    return (at == label || !in_word(at[-1]) || !in_word(at[0])) &&
           (!in_word(at[len - 1]) || !in_word(at[len]));
}

static bool take_out(const char *text, char *label)
{
    const size_t len = strlen(text);
    bool any = false;
    for (char *at = label; len > 0 && (at = strstr(at, text)) != NULL; at += len) {
        if (!stands_apart(label, at, len))
            continue;
        memset(at, ' ', len);
        *at = '|';
        any = true;
    }
    return any;
}

const char *wrd_allowed_out(struct wrd_arena *arena, const struct wrd_study *study,
                            const char *scope, const char *label, bool *used)
{
    char *left = NULL;
    bool any = false;
    for (size_t i = 0; label && i < study->n_allowed; i++) {
        if (strcmp(study->allowed[i].scope, scope) != 0)
            continue;
        left = left ? left : wrd_arena_text(arena, label, strlen(label));
        const bool found = take_out(study->allowed[i].text, left);
        if (found && used)
            used[i] = true;
        any = any || found;
    }
    return any ? left : NULL;
}
