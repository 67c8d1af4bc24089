/* waardering/gap.h - volunteers beside organisations: two questions, or the questions of a scale, that
 * both were asked.
 *
 * A gap is what the organisations say less what the volunteers say: above 0, organisations are more
 * positive.  Its figures are joint figures (joint.h): here are their indices, so that a release finds
 * what may be seen of each.
 *
 * Units    Points of 0-100.
 * Memory   Lives as long as the arena of the report. */
#ifndef WAARDERING_GAP_H
#define WAARDERING_GAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/arena.h"
#include "waardering/codebook.h"

struct wrd_joint;

enum wrd_gap_side { WRD_GAP_ORGANISATIONS, WRD_GAP_VOLUNTEERS, WRD_GAP_SIDES };

/* What may be said of a gap: the sides differ (after Holm), are shown to be about equal (within 5
 * points), or neither. */
enum wrd_gap_verdict {
    WRD_GAP_UNTESTED,
    WRD_GAP_ORGANISATIONS_HIGHER,
    WRD_GAP_VOLUNTEERS_HIGHER,
    WRD_GAP_EQUAL,
    WRD_GAP_UNCLEAR
};

enum { WRD_NO_JOINT = -1 };

struct wrd_gap {
    const char *name;                                   /* the scale, or the word of the pair */
    const struct wrd_scale *scale;                      /* NULL: of two questions */
    const struct wrd_variable *question[WRD_GAP_SIDES]; /* NULL of a scale */
    size_t source[WRD_GAP_SIDES];
    /* The index of each side; that of a scale which repeats its pair is in no list of joint figures. */
    const struct wrd_joint *side[WRD_GAP_SIDES];
    int index, top2, paired; /* joint figures; WRD_NO_JOINT: it has none */
    enum wrd_gap_verdict verdict;
    bool linked;  /* the organisation is the unit of both sides */
    bool repeats; /* a scale of one pair: the pair says the same */
};
struct wrd_gaps { /* scales first */
    struct wrd_gap *of;
    size_t n;
};

/* Of a paired mean: how many are linked, and how many of each side that
 * gave an answer are not. */
struct wrd_linked {
    uint64_t organisations;
    uint64_t left_out[WRD_GAP_SIDES];
    /* The fewest volunteers whose organisations are of another size than the rest; 0: all are alike. */
    uint64_t of_other_size;
    /* Where every organisation has one volunteer: as in joint.h, of its answer and theirs; else 0. */
    uint64_t least_together;
};

#endif
