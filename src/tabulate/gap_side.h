/* tabulate/gap_side.h - one side of a gap: an index of some questions of one source, and the mean over
 * organisations of what their volunteers say less.
 *
 * METHOD 7.10.  The index is that of a scale of these questions alone: half of them, rounded up, must
 * be answered.  The paired mean is over organisations that gave an answer and have a volunteer who did:
 * of each what it says less the weighted mean of its volunteers, organisations weighing as they do.
 *
 * Units    Points of 0-100.
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_GAP_SIDE_H
#define TABULATE_GAP_SIDE_H

#include "stats/design.h"
#include "tabulate/estimate.h"
#include "tabulate/stack.h"
#include "waardering/diag.h"

struct wrd_index {
    const struct wrd_frame *frame;
    const struct wrd_sample *sample;
    struct wrd_column column; /* its codes are the distinct scores */
    struct wrd_measure measure;
    struct wrd_figure figure;
};

/* Whether the answers have scores from low to high, so that there is an index. */
bool wrd_can_be_indexed(const struct wrd_variable *variable);
/* items[k]: indices of variables, all of which can be.  name and place: what an error is about. */
enum wrd_status wrd_index_take(struct wrd_arena *arena, const struct wrd_codebook *book,
                               const struct wrd_frame *frame, const struct wrd_sample *sample,
                               const struct wrd_scale *of, const size_t *items, size_t k,
                               struct wrd_diag *diag, struct wrd_index *side);
/* What every respondent adds to the index, for stats/design.h. */
struct wrd_scores wrd_index_scores(struct wrd_arena *arena, const struct wrd_index *side);

/* links: the columns that say to which organisation a respondent belongs. */
struct wrd_figure wrd_paired_mean(struct wrd_arena *arena,
                                  const struct wrd_index sides[WRD_GAP_SIDES],
                                  const struct wrd_column *const links[WRD_GAP_SIDES],
                                  struct wrd_linked *linked);

#endif
