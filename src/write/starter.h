/* write/starter.h - the files of a new study, into an empty folder (core/tree.h).
 *
 * Errors   Said in the diagnostics of the tree; wrd_tree_publish then fails. */
#ifndef WRITE_STARTER_H
#define WRITE_STARTER_H

#include "core/tree.h"
#include "waardering/codebook.h"
#include "waardering/draft.h"

/* study.yml and the codebook of the standard questionnaire; `lang` is that of the comments. */
void wrd_starter_standard(struct wrd_tree *tree, enum wrd_lang lang);
/* The questionnaires of that study, for LimeSurvey and on paper, and the text of the invitation. */
void wrd_starter_forms(struct wrd_tree *tree, const struct wrd_study *study,
                       const struct wrd_codebook *book);
/* study.yml and the codebook of a draft, with the guesses marked; `lang` is that of the comments. */
void wrd_starter_draft(struct wrd_tree *tree, const struct wrd_draft *draft, enum wrd_lang lang);

#endif
