/* write/brief.h - "In het kort": a few sentences from the headline figures that are shown.
 *
 * R7: no sentence comes from a hidden figure, and none compares, ranks or explains. */
#ifndef WRITE_BRIEF_H
#define WRITE_BRIEF_H

#include "model/words.h"
#include "write/plan.h"

enum { WRD_BRIEF_FIGURES = 4 }; /* and one sentence on certainty makes five */

struct wrd_brief_line {
    const char *label; /* of the indicator */
    const char *sentence;
};

/* Fills `lines` in the order of indicators.csv (without indicators: scales, then top-2 of
 * questions); returns how many. */
size_t wrd_brief(const struct wrd_plan *plan, enum wrd_lang lang,
                 struct wrd_brief_line lines[WRD_BRIEF_FIGURES]);

/* The figure of an indicator of kind top2, bottom2 or share of this source, and its label; NULL: it
 * is none, it is not shown, or its question was not for everybody. */
const struct wrd_seen *wrd_headline_share(const struct wrd_plan *plan,
                                          const struct wrd_headline *indicator, size_t source,
                                          enum wrd_lang lang, const char **label);

#endif
