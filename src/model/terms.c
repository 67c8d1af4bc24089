/* model/terms.c - see terms.h. */
#include "model/terms.h"

#include <stdbool.h>
#include <string.h>

#include "core/text.h"
#include "core/utf8_letters.h"

static const char *const topics[WRD_TOPICS][WRD_LANGS] = {
#define TOPIC(id, nl, en) [WRD_TOPIC_##id] = { nl, en },
#define TERM(id, topic, nl, en, others_nl, others_en, key, read, text_nl, text_en)
#include "model/terms.def"
#undef TOPIC
#undef TERM
};

static const struct wrd_term_page pages[WRD_TERMS] = {
#define TOPIC(id, nl, en)
#define TERM(id, topic, nl, en, others_nl, others_en, key, read, text_nl, text_en)            \
    [WRD_TERM_##id] = { WRD_TOPIC_##topic,   { nl, en }, { others_nl, others_en }, key, read, \
                        { text_nl, text_en } },
#include "model/terms.def"
#undef TOPIC
#undef TERM
};

const char *wrd_topic_name(enum wrd_topic topic, enum wrd_lang lang)
{
    return topics[topic][lang];
}

const struct wrd_term_page *wrd_term_page(enum wrd_term term)
{
    return &pages[term];
}

/* A name of a term, and the form in which names are compared: its letters and digits, small and
 * without accents. */
struct name {
    enum wrd_term term;
    const char *text, *key;
};

static char *small(struct wrd_arena *arena, const char *text)
{
    const char *plain = wrd_text_plain(arena, text);
    return wrd_text_fold(arena, plain, strlen(plain));
}

static const char *key_of(struct wrd_arena *arena, const char *text)
{
    const char *from = small(arena, text), *before = from;
    char *key = wrd_arena_take(arena, strlen(from) + 1), *to = key;
    for (uint32_t c; (c = wrd_letter_next(&from)) != 0; before = from)
        if (wrd_letter_kind(c) != WRD_LETTER_NONE)
            to = mempcpy(to, before, (size_t)(from - before));
    *to = '\0';
    return key;
}

/* Writes the names with `names`, counts alone without: one walk, so that both agree. */
static size_t walk_names(struct wrd_arena *arena, enum wrd_term term, const char *list,
                         struct name *names)
{
    size_t n = 0;
    while (*list) {
        const char *end = strstr(list, "; ");
        size_t len = end ? (size_t)(end - list) : strlen(list);
        if (names) {
            const char *text = wrd_arena_text(arena, list, len);
            names[n] = (struct name){ term, text, key_of(arena, text) };
        }
        n++;
        list += end ? len + strlen("; ") : len;
    }
    return n;
}

static size_t fill_names(struct wrd_arena *arena, struct name *names)
{
    size_t n = 0;
    for (int t = 0; t < WRD_TERMS; t++)
        for (int lang = 0; lang < WRD_LANGS; lang++) {
            const enum wrd_term term = (enum wrd_term)t;
            n += walk_names(arena, term, pages[t].name[lang], names ? names + n : NULL);
            n += walk_names(arena, term, pages[t].others[lang], names ? names + n : NULL);
        }
    return n;
}

static const struct name *all_names(struct wrd_arena *arena, size_t *n)
{
    *n = fill_names(arena, NULL);
    struct name *names = wrd_arena_take_array(arena, *n, sizeof *names);
    fill_names(arena, names);
    return names;
}

enum wrd_term wrd_term_find(const char *word)
{
    struct wrd_arena *scratch = wrd_arena_new();
    enum wrd_term found = WRD_TERMS;
    size_t n;
    const struct name *names = all_names(scratch, &n);
    const char *key = key_of(scratch, word);
    for (size_t i = 0; i < n && found == WRD_TERMS; i++)
        if (*key && strcmp(names[i].key, key) == 0)
            found = names[i].term;
    wrd_arena_free(scratch);
    return found;
}

/* One in the other, of at least four letters: "waarden" has no part in "n". */
static bool is_part(const char *a, const char *b)
{
    enum { LEAST = 4 };
    return (strlen(a) >= LEAST && strstr(b, a)) || (strlen(b) >= LEAST && strstr(a, b));
}

/* The names of the chosen terms, with a comma between; NULL if none is. */
static const char *names_of(struct wrd_arena *arena, const bool chosen[WRD_TERMS],
                            enum wrd_lang lang)
{
    const char *names[WRD_TERMS];
    size_t n = 0;
    for (int t = 0; t < WRD_TERMS; t++)
        if (chosen[t])
            names[n++] = pages[t].name[lang];
    return n ? wrd_text_join(arena, names, n, ", ") : NULL;
}

const char *wrd_term_near(struct wrd_arena *arena, const char *word, enum wrd_lang lang)
{
    bool chosen[WRD_TERMS] = { false };
    size_t n;
    const struct name *names = all_names(arena, &n);
    const char *key = key_of(arena, word);
    const char **keys = wrd_arena_take_array(arena, n, sizeof *keys);
    for (size_t i = 0; i < n; i++)
        keys[i] = names[i].key;
    const char *nearest = wrd_text_nearest(key, keys, n);
    for (size_t i = 0; i < n; i++) {
        if (names[i].key == nearest)
            return names[i].text;
        chosen[names[i].term] |= is_part(key, names[i].key);
    }
    return names_of(arena, chosen, lang);
}

/* A letter, a digit or a hyphen: "base-only" has no base in it. */
static bool is_in_word(const char *text)
{
    return *text == '-' || wrd_letter_kind(wrd_letter_next(&text)) != WRD_LETTER_NONE;
}

/* Whether a word ends at `at`, as it is or as a plural. */
static bool ends_word(const char *at)
{
    static const char *const endings[] = { "", "s", "en" };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t len = strlen(endings[i]);
        if (strncmp(at, endings[i], len) == 0 && !is_in_word(at + len))
            return true;
    }
    return false;
}

static bool stands_in(const char *text, const char *word)
{
    const size_t len = strlen(word);
    for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
        if ((at == text || !is_in_word(at - 1)) && ends_word(at + len))
            return true;
    return false;
}

/* The name without the signs behind it: "uncertain (u)" stands in a text as "uncertain". */
static char *name_in_text(struct wrd_arena *arena, enum wrd_term term, enum wrd_lang lang)
{
    const char *name = pages[term].name[lang], *signs = strstr(name, " (");
    return small(arena, wrd_arena_text(arena, name, signs ? (size_t)(signs - name) : strlen(name)));
}

const char *wrd_terms_in(struct wrd_arena *arena, const char *text, enum wrd_lang lang,
                         enum wrd_term except)
{
    bool chosen[WRD_TERMS] = { false };
    const char *where = small(arena, text);
    for (int t = 0; t < WRD_TERMS; t++)
        chosen[t] =
            t != (int)except && stands_in(where, name_in_text(arena, (enum wrd_term)t, lang));
    const char *names = names_of(arena, chosen, lang);
    return names ? names : "";
}
