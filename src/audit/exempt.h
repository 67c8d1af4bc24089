/* audit/exempt.h - texts about money that may stand in a report, by their exact wording.
 *
 * The question and the answers about an arrangement ("Is er een onkostenvergoeding geregeld?"), which
 * the codebook says why it asks (column money_topic), with their names, scale and indicator; labels
 * with a text that study.yml allows in them (terms.allow).  Our own statement that the report names no amounts is no text about money for the lexicon.
 *
 * Memory   Lives as long as the arena. */
#ifndef AUDIT_EXEMPT_H
#define AUDIT_EXEMPT_H

#include "waardering/arena.h"
#include "waardering/codebook.h"

struct wrd_exempt {
    const char **texts; /* the longest first */
    size_t n;
};

struct wrd_exempt wrd_exempt_of(struct wrd_arena *arena, const struct wrd_study *study,
                                const struct wrd_codebook *book);
/* The text with every exempt one in it replaced by a bar; the text itself where there is none. */
const char *wrd_exempt_out(struct wrd_arena *arena, const struct wrd_exempt *exempt,
                           const char *text);

#endif
