/* check/rules.h - what the parts of wrd_check_codebook share.
 *
 * Each part judges one file, tells everything that is wrong with it in diag, and returns nothing:
 * the count of errors says whether the codebook holds. */
#ifndef CHECK_RULES_H
#define CHECK_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "waardering/arena.h"
#include "waardering/codebook.h"
#include "waardering/diag.h"
#include "waardering/study.h"

struct wrd_judge {
    struct wrd_arena *arena; /* for texts of messages */
    const struct wrd_study *study;
    const struct wrd_codebook *book;
    struct wrd_diag *diag;
};

void wrd_rules_variables(const struct wrd_judge *judge);
void wrd_rules_ask_if(const struct wrd_judge *judge);
void wrd_rules_private(const struct wrd_judge *judge);
void wrd_rules_scales(const struct wrd_judge *judge);
void wrd_rules_indicators(const struct wrd_judge *judge);
void wrd_rules_population(const struct wrd_judge *judge);
void wrd_rules_waves(const struct wrd_judge *judge);
void wrd_rules_study(const struct wrd_judge *judge);

/* The variable of that name in that source; NULL after saying that there is none. */
const struct wrd_variable *wrd_rules_variable(const struct wrd_judge *judge, struct wrd_place place,
                                              const char *name, size_t source);
/* Whether it has one of the types (bits 1 << type); if not, that is said. */
bool wrd_rules_type(const struct wrd_judge *judge, struct wrd_place place,
                    const struct wrd_variable *variable, unsigned types);
/* The source of that id; -1 after saying that there is none. */
int wrd_rules_source(const struct wrd_judge *judge, struct wrd_place place, const char *id);
/* The answer with that code in the list of `variable`; NULL after saying that there is none. */
const struct wrd_value *wrd_rules_answer(const struct wrd_judge *judge, struct wrd_place place,
                                         const struct wrd_variable *variable, const char *code);
/* A text in every language of the report; `prefix` is that of its columns. */
void wrd_rules_labels(const struct wrd_judge *judge, struct wrd_place row, const char *prefix,
                      const char *const label[WRD_LANGS]);
/* "single, number" of the types (bits 1 << type). */
const char *wrd_rules_type_names(const struct wrd_judge *judge, unsigned types);

#endif
