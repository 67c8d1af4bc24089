/* model/money_allowed.h - texts that look like money and are not: terms.allow of study.yml.
 *
 * An exact text in one place, with a reason: EUR in the label of a question about the university.
 * Never a pattern, and never a part of a word or of a number.
 *
 * Memory   Lives in the arena. */
#ifndef MODEL_MONEY_ALLOWED_H
#define MODEL_MONEY_ALLOWED_H

#include "waardering/arena.h"
#include "waardering/study.h"

/* The scope of what no question, list, scale or indicator holds: id, titles, municipality. */
#define WRD_SCOPE_STUDY "study"

/* The label of `scope` with a bar in the place of every text that is allowed there; NULL: none of
 * them stands in it.  used[i]: entry i does (NULL: not asked). */
const char *wrd_allowed_out(struct wrd_arena *arena, const struct wrd_study *study,
                            const char *scope, const char *label, bool *used);

#endif
