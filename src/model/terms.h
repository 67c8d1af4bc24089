/* model/terms.h - what the words of this program stand for: a page a term, in Dutch and English, from
 * one table (terms.def); a missing translation does not compile.
 *
 * Memory   What is made lives in the arena that is given; pages are constant. */
#ifndef MODEL_TERMS_H
#define MODEL_TERMS_H

#include "waardering/arena.h"
#include "waardering/status.h"

enum wrd_topic {
#define TOPIC(id, nl, en) WRD_TOPIC_##id,
#define TERM(id, topic, nl, en, others_nl, others_en, key, read, text_nl, text_en)
#include "model/terms.def"
#undef TOPIC
#undef TERM
    WRD_TOPICS
};

enum wrd_term {
#define TOPIC(id, nl, en)
#define TERM(id, topic, nl, en, others_nl, others_en, key, read, text_nl, text_en) WRD_TERM_##id,
#include "model/terms.def"
#undef TOPIC
#undef TERM
    WRD_TERMS
};

struct wrd_term_page {
    enum wrd_topic topic;
    const char *name[WRD_LANGS];
    const char *others[WRD_LANGS]; /* other names, parted by "; " */
    const char *key;               /* keys of study.yml, parted by "; "; may be "" */
    const char *read;              /* where to read more, parted by "; " */
    const char *text[WRD_LANGS];
};

const char *wrd_topic_name(enum wrd_topic topic, enum wrd_lang lang);
const struct wrd_term_page *wrd_term_page(enum wrd_term term);

/* The term of which `word` is a name in any language, or WRD_TERMS.  Capitals, accents, spaces and
 * hyphens do not matter: "Design-Effect" is "design effect". */
enum wrd_term wrd_term_find(const char *word);
/* The name that `word` is a misspelling of; else the terms with a name that has `word` in it, or that
 * is in `word`; NULL if there is none of these either. */
const char *wrd_term_near(struct wrd_arena *arena, const char *word, enum wrd_lang lang);
/* The names of the terms but `except` (WRD_TERMS: none) that stand in `text` as words of their own,
 * with a comma between; "" if there is none. */
const char *wrd_terms_in(struct wrd_arena *arena, const char *text, enum wrd_lang lang,
                         enum wrd_term except);

#endif
