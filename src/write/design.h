/* write/design.h - how a source was sampled, in words.
 *
 * METHODS 7.2-7.7.  The same texts in every format.
 *
 * Errors   NULL: the source has no answers in this wave.
 * Memory   Texts live in the plan's arena. */
#ifndef WRITE_DESIGN_H
#define WRITE_DESIGN_H

#include "model/words.h"
#include "write/plan.h"

/* "Vrijwilligers: we berekenen de grenzen binnen ...", for a council. */
const char *wrd_design_plain(const struct wrd_plan *plan, size_t source, enum wrd_lang lang);
/* Strata, clusters, variance, interval, degrees of freedom, for an analyst. */
const char *wrd_design_technical(const struct wrd_plan *plan, size_t source, enum wrd_lang lang);

#endif
