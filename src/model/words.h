/* model/words.h - every word of the reports, in Dutch and English, from one catalogue (words.def);
 * a missing translation does not compile. */
#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

#include "waardering/arena.h"
#include "waardering/status.h"

enum wrd_word {
#define WORD(id, nl, en) WRD_WORD_##id,
#include "model/words.def"
#undef WORD
    WRD_WORDS
};

const char *wrd_word(enum wrd_word word, enum wrd_lang lang);
const char *wrd_lang_code(enum wrd_lang lang); /* "nl", "en" */
char wrd_lang_mark(enum wrd_lang lang);        /* decimal mark of the language */
char wrd_lang_thousands(enum wrd_lang lang);   /* mark between thousands */

/* The word with {1}..{9} replaced by `texts` (NULL at the end; a missing one becomes nothing). What
 * is filled in is never looked at again: a label with {1} in it stays as it is. */
const char *wrd_sentence_of(struct wrd_arena *arena, enum wrd_word word, enum wrd_lang lang,
                            const char *const *texts);
#define wrd_sentence(arena, word, lang, ...) \
    wrd_sentence_of((arena), (word), (lang), (const char *const[]){ __VA_ARGS__, NULL })

#endif
