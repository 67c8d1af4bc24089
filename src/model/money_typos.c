/* model/money_typos.c - see money_typos.h. */
#include "model/money_typos.h"

#include <string.h>

#include "core/text.h"
#include "core/utf8_letters.h"
#include "model/money_alike.h"
#include "model/money_bare.h"
#include "model/money_tokens.h"
#include "model/money_words.h"

enum { LONG = 10 };

/* Whether one letter more, less or other, or two letters swapped, make `word` of `right`.
 * `any_after`: whatever stands behind that in `word`. */
static bool is_one_off(const char *word, const char *right, size_t len, bool any_after)
{
    size_t same = 0;
    while (same < len && word[same] == right[same])
        same++;
    word += same;
    right += same;
    len -= same;
    const struct {
        size_t word, right; /* letters that the mistake takes */
        bool may;
    } mistakes[] = { { 1, 1, len > 0 && *word },
                     { 1, 0, *word != '\0' },
                     { 0, 1, len > 0 },
                     { 2, 2, len > 1 && *word && word[0] == right[1] && word[1] == right[0] } };
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        if (!mistakes[i].may)
            continue;
        const char *rest = word + mistakes[i].word;
        const size_t left = len - mistakes[i].right;
        if (strncmp(rest, right + mistakes[i].right, left) == 0 && (any_after || !rest[left]))
            return true;
    }
    return false;
}

static bool is_typo_of(const char *folded, const char *pattern)
{
    const bool any_before = pattern[0] == '*';
    pattern += any_before;
    const size_t len = strcspn(pattern, "*");
    if (len < LONG || strchr(pattern, ' '))
        return false;
    for (const char *at = folded; strlen(at) + 1 >= len; at++) {
        if (is_one_off(at, pattern, len, pattern[len] == '*'))
            return true;
        if (!any_before)
            break;
    }
    return false;
}

static const char *meant_by(struct wrd_arena *arena, const char *folded)
{
    const struct wrd_money_patterns *topics = wrd_money_patterns(WRD_TOPICS);
    if ((wrd_money_word(folded, folded).whole & (1u << WRD_TOPICS | 1u << WRD_HARMLESS)) != 0)
        return NULL;
    for (size_t i = 0; i < topics->n; i++)
        if (is_typo_of(folded, topics->pattern[i])) {
            const char *meant = topics->pattern[i] + (topics->pattern[i][0] == '*');
            return wrd_arena_text(arena, meant, strcspn(meant, "*"));
        }
    return NULL;
}

size_t wrd_money_typos(struct wrd_arena *arena, const char *text, struct wrd_money_typo *typos,
                       size_t room)
{
    const char *bare = wrd_money_unfolded(arena, text);
    const char *plain = wrd_money_alike(arena, wrd_text_plain(arena, bare));
    const struct wrd_tokens tokens = wrd_tokens(arena, plain, false);
    size_t n = 0;
    for (size_t i = 0; i < tokens.n && n < room; i++) {
        const struct wrd_token *token = &tokens.token[i];
        if (token->number || token->len + 1 < LONG)
            continue;
        const char *meant = meant_by(arena, wrd_text_fold(arena, token->text, token->len));
        if (meant)
            typos[n++] =
                (struct wrd_money_typo){ wrd_arena_text(arena, token->text, token->len), meant };
    }
    return n;
}
