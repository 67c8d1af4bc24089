/* write/headlines.h - the headline figures in words and in one table: figure, change, base, and where the
 * whole of it stands.
 *
 * Rows stand in the order of indicators.csv, never in that of their figures; what is hidden is x, and
 * nothing is said of it (R7).
 *
 * Memory   Texts live in the plan's arena; nothing is escaped here. */
#ifndef WRITE_HEADLINES_H
#define WRITE_HEADLINES_H

#include "model/words.h"
#include "write/grid.h"
#include "write/plan.h"

/* Its label, with the answer where it is about all answers. */
const char *wrd_headline_label(const struct wrd_plan *plan, const struct wrd_headline *headline,
                               enum wrd_lang lang);

/* NULL: the codebook has no indicators. */
struct wrd_grid *wrd_grid_headlines(const struct wrd_plan *plan, enum wrd_lang lang);
/* What explains the table, line by line; NULL: nothing. */
enum { WRD_HEADLINE_LINES = 3 };
const char *wrd_headlines_line(const struct wrd_plan *plan, size_t line, enum wrd_lang lang);
/* The signs that it uses; "": none. */
const char *wrd_headlines_signs(const struct wrd_plan *plan, enum wrd_lang lang);

#endif
