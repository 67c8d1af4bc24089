/* model/words.c - see words.h. */
#include "model/words.h"

#include <string.h>

static const char *const catalogue[WRD_WORDS][WRD_LANGS] = {
#define WORD(id, nl, en) [WRD_WORD_##id] = { nl, en },
#include "model/words.def"
#undef WORD
};

const char *wrd_word(enum wrd_word word, enum wrd_lang lang)
{
    return catalogue[word][lang];
}

const char *wrd_lang_code(enum wrd_lang lang)
{
    return lang == WRD_NL ? "nl" : "en";
}

char wrd_lang_mark(enum wrd_lang lang)
{
    return lang == WRD_NL ? ',' : '.';
}

char wrd_lang_thousands(enum wrd_lang lang)
{
    return lang == WRD_NL ? '.' : ',';
}

/* The number of the placeholder that starts here, 1..9, or 0. */
static size_t placeholder(const char *at)
{
    return at[0] == '{' && at[1] >= '1' && at[1] <= '9' && at[2] == '}' ? (size_t)(at[1] - '0') : 0;
}

static const char *text_of(const char *const *texts, size_t number)
{
    size_t n = 0;
    while (n < number && texts[n])
        n++;
    return n == number ? texts[number - 1] : "";
}

/* Measures with to = NULL, writes otherwise: one walk, so that both agree. */
static size_t fill(char *to, const char *word, const char *const *texts)
{
    size_t len = 0;
    for (const char *at = word; *at;) {
        const size_t number = placeholder(at);
        const char *piece = number ? text_of(texts, number) : at;
        const size_t n = number ? strlen(piece) : 1;
        if (to)
            memcpy(to + len, piece, n);
        len += n;
        at += number ? 3 : 1;
    }
    return len;
}

const char *wrd_sentence_of(struct wrd_arena *arena, enum wrd_word word, enum wrd_lang lang,
                            const char *const *texts)
{
    const char *pattern = wrd_word(word, lang);
    char *sentence = wrd_arena_take(arena, fill(NULL, pattern, texts) + 1);
    fill(sentence, pattern, texts);
    return sentence;
}
