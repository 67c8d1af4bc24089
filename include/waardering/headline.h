/* waardering/headline.h - the headline figures: what indicators.csv names, found among what is seen of
 * this wave, with what may be said of their change.
 *
 * METHOD 7.12.  The changes of a wave's headline figures are one family: they are read together, so they
 * are named by their adjusted p alone.
 *
 * Memory   Lives as long as the arena that is given; points into the release. */
#ifndef WAARDERING_HEADLINE_H
#define WAARDERING_HEADLINE_H

#include "waardering/release.h"

/* What a row of indicators.csv is about. */
struct wrd_aim {
    enum wrd_statistic statistic;
    size_t source;    /* or WRD_BOTH_SOURCES */
    const char *name; /* of the scale or question; "": every route */
    const char *code; /* "": none; of mentions: every answer */
};
/* false: a codebook that check would refuse. */
bool wrd_aim_of(struct wrd_arena *arena, const struct wrd_study *study,
                const struct wrd_codebook *book, const struct wrd_indicator *indicator,
                struct wrd_aim *aim);
/* Whether the aim is this row of this outcome, or one of several that it is. */
bool wrd_aim_hits(const struct wrd_aim *aim, const struct wrd_outcome *outcome,
                  const struct wrd_row *row);

struct wrd_headline {
    const struct wrd_indicator *indicator;
    const char *const
        *of_all; /* [WRD_LANGS] which of the answers, or routes, of an indicator that is
                                  about all of them; NULL: it is about one figure */
    enum wrd_statistic statistic;
    size_t source; /* or WRD_BOTH_SOURCES */
    struct wrd_seen seen;
    const struct wrd_seen_table *total; /* where it stands; NULL: of several outcomes, or nowhere */
    const struct wrd_row *row;          /* NULL: total has no such row */
    const struct wrd_seen_change *change; /* NULL: it has none */
    const struct wrd_seen_gap *gap;
    const struct wrd_seen_routes *routes;
    size_t route;
};
struct wrd_headlines {
    struct wrd_headline *of;
    size_t n;
};
/* In the order of indicators.csv, the parts of one indicator together. */
struct wrd_headlines wrd_headlines_of(struct wrd_arena *arena, const struct wrd_release *release);

/* What a named change means to who reads the codebook's `better`. */
enum wrd_judgement { WRD_NO_JUDGEMENT, WRD_BETTER, WRD_WORSE };
enum wrd_judgement wrd_headline_judgement(const struct wrd_headline *headline);

/* What is left of a verdict when its test is read with others. */
enum wrd_verdict wrd_verdict_among(const struct wrd_change *change, double p_adjusted,
                                   double alpha);

#endif
