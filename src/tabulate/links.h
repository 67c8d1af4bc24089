/* tabulate/links.h - who took part in two waves.
 *
 * A unit of a design is a respondent, known by the keyed hash of an id, or where the design has
 * clusters a PSU, known by that of the cluster variable.  The hashes are the same for the same id
 * in every file of a run.
 *
 * Shapes   before[units of this wave]: the unit of the earlier wave, or WRD_NO_UNIT.
 * Errors   None: who has no id is nobody else.
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_LINKS_H
#define TABULATE_LINKS_H

#include "waardering/arena.h"
#include "waardering/frame.h"
#include "waardering/table.h"

#define WRD_NO_UNIT UINT32_MAX

struct wrd_links {
    const uint32_t *before; /* NULL: no unit is in both */
    size_t n_units;         /* of this wave */
    size_t n_linked;
};

struct wrd_links wrd_links_new(struct wrd_arena *arena, const struct wrd_frame *before,
                               const struct wrd_frame *now);
/* Of respondents, whatever the units are. */
struct wrd_panel wrd_panel_of(const struct wrd_frame *before, const struct wrd_frame *now);

/* Sum over the linked units of before[u'] * now[u]; no order of the files can change it. */
double wrd_linked_products(const struct wrd_links *links, const double *before, const double *now);

#endif
