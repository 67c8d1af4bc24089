/* tests/reference/naming_draw.h - surveys of the size of the example, drawn from a seed; of naming.c.
 *
 * A latent answer is made of who answers, of the organisation, and of the question at that time: so people
 * of one organisation are alike, and who answers twice, or the same organisation, answers alike.  Items of
 * a scale share their shift, which the second wave has of a change, and organisations of a gap. */
#ifndef REFERENCE_NAMING_DRAW_H
#define REFERENCE_NAMING_DRAW_H

#include <stdlib.h>

#include "support/hand.h"
#include "tools/rng.h"

enum { MOST_SCALES = 4, MOST_ITEMS = 9, STRATA = 3, MISSING_PERCENT = 3, SIDES = 2 };

struct survey {
    enum wrd_family family;
    size_t n, scales, items; /* respondents; items of each scale */
    size_t per_cluster;      /* 0: everybody is a unit */
    size_t organisations;    /* of two sources: the other one */
    bool headlines;          /* every scale, and every item by top-2, is a headline figure */
    bool linked;             /* organisations and volunteers by id */
};
static const struct survey routes = { WRD_FAMILY_ROUTE, 167, 3, 3, 0, 0, false, false };
static const struct survey tasks = { WRD_FAMILY_TASK, 430, 4, 2, 3, 0, false, false };
static const struct survey volunteers = { WRD_FAMILY_NONE, 430, 3, 3, 3, 0, true, false };
static const struct survey organisations = { WRD_FAMILY_NONE, 167, 3, 3, 0, 0, true, false };
static const struct survey linked = { WRD_FAMILY_NONE, 430, 2, 3, 3, 167, false, true };
static const struct survey separate = { WRD_FAMILY_NONE, 430, 2, 3, 3, 167, false, false };

/* One file: who is in it, and when. */
struct occasion {
    uint64_t seed, time;
    size_t n, per_cluster;
    size_t stayers;     /* the first of who answered at time 0 */
    uint64_t newcomers; /* what is added to the number of the others */
};

/* Where a draw is used. */
enum { DRAW_PERSON = 900, DRAW_CLUSTER, DRAW_MISSING = 1000 };

static uint64_t who_of(const struct occasion *occasion, size_t i)
{
    return i < occasion->stayers ? i : i + occasion->newcomers;
}

static size_t cluster_of(const struct occasion *occasion, size_t i)
{
    return occasion->per_cluster > 0 ? i / occasion->per_cluster : who_of(occasion, i);
}

static char answer_of(const struct occasion *occasion, size_t i, size_t item, int shift)
{
    static const int thresholds[] = { -1300, -600, 100, 1000 };
    const uint64_t seed = occasion->seed, who = who_of(occasion, i), time = occasion->time;
    const int latent = (6 * rng_normal(rng_draw(seed, who, DRAW_PERSON, 0)) +
                        3 * rng_normal(rng_draw(seed, cluster_of(occasion, i), DRAW_CLUSTER, 0)) +
                        7 * rng_normal(rng_draw(seed, who, item, time))) /
                           10 +
                       shift;
    if (rng_below(rng_draw(seed, who, DRAW_MISSING + item, time), 100) < MISSING_PERCENT)
        return '.';
    char answer = '1';
    for (size_t t = 0; t < sizeof thresholds / sizeof *thresholds; t++)
        answer = (char)(answer + (latent > thresholds[t]));
    return answer;
}

/* --- what is asked: the items of every side, then the design */

static void declare_items(struct hand *hand, const struct survey *survey, size_t side)
{
    static const char *const names[SIDES][MOST_ITEMS] = {
        { "a", "b", "c", "d", "e", "f", "g", "h", "i" },
        { "oa", "ob", "oc", "od", "oe", "of", "og", "oh", "oi" }
    };
    const bool paired = survey->organisations > 0;
    for (size_t item = 0; item < survey->scales * survey->items; item++) {
        struct wrd_variable *variable =
            hand_item(hand, names[side][item], (int)(item / survey->items), false, NULL, NULL);
        variable->list = hand_agree(hand);
        variable->sources = 1u << side;
        variable->pair = paired ? wrd_arena_format(hand->arena, "p%s", names[0][item]) : "";
        variable->roles = paired || survey->headlines ? WRD_ROLE_OUTCOME : 0;
    }
}

static void add_indicator(struct hand *hand, const char *kind, const char *of)
{
    hand->book.indicators[hand->book.n_indicators++] =
        (struct wrd_indicator){ .name = of, .kind = kind, .source = "vol", .of = of };
}

static void declare_headlines(struct hand *hand, const struct survey *survey)
{
    hand->book.indicators =
        wrd_arena_take_array(hand->arena, 2 * HAND_ROOM, sizeof *hand->book.indicators);
    for (size_t s = 0; s < survey->scales; s++)
        add_indicator(hand, "index", hand->book.scales[s].name);
    for (size_t item = 0; item < survey->scales * survey->items; item++) {
        add_indicator(hand, "top2", hand->book.variables[item].name);
        if (item % survey->items != 0)
            add_indicator(hand, "mean", hand->book.variables[item].name);
    }
}

static void declare(struct hand *hand, const struct survey *survey)
{
    static const char *const scales[MOST_SCALES] = { "x1", "x2", "x3", "x4" };
    static const char *const strata[] = { "s" };
    for (size_t s = 0; s < survey->scales; s++)
        hand_scale(hand, scales[s], 0)->family = survey->family;
    for (size_t side = 0; side <= (survey->organisations > 0); side++)
        declare_items(hand, survey, side);
    hand_variable(hand, "s", WRD_TYPE_SINGLE, 0)->list = hand_names(hand, "123");
    hand_variable(hand, "w", WRD_TYPE_WEIGHT, 0);
    hand_variable(hand, "org", WRD_TYPE_ID, 0);
    for (size_t v = hand->book.n_variables - 3; v < hand->book.n_variables; v++)
        hand->book.variables[v].sources = 3;
    hand_strata(hand, strata, 1);
    hand->study.sources[0].weights.method = WRD_WEIGHTS_GIVEN;
    hand->study.sources[0].weights.variable = "w";
    if (survey->per_cluster > 0)
        hand->study.sources[0].design.cluster = "org";
    if (survey->headlines)
        declare_headlines(hand, survey);
}

/* --- what is answered: the frame of the hand */

static struct wrd_column *column_named(struct hand *hand, const char *name)
{
    return &hand->frame.columns[wrd_codebook_variable(&hand->book, name)];
}

static void fill_design(struct hand *hand, const struct occasion *occasion)
{
    static const int64_t weight[STRATA] = { 1, 2, 3 };
    const size_t n = occasion->n;
    char *strata = wrd_arena_take_array(hand->arena, n + 1, 1);
    struct wrd_column *weights = column_named(hand, "w"), *org = column_named(hand, "org");
    weights->units = wrd_arena_take_array(hand->arena, n, sizeof *weights->units);
    org->id = wrd_arena_take_array(hand->arena, n, sizeof *org->id);
    uint64_t *id = wrd_arena_take_array(hand->arena, n, sizeof *id);
    for (size_t i = 0; i < n; i++) {
        const size_t stratum = STRATA * i / n;
        strata[i] = (char)('1' + stratum);
        weights->units[i] = weight[stratum];
        org->id[i] = rng_mix(cluster_of(occasion, i)) | 1;
        id[i] = rng_mix(who_of(occasion, i)) | 1;
    }
    hand->frame.id = id;
    hand_fill(hand, column_named(hand, "s"),
              hand->book.variables[wrd_codebook_variable(&hand->book, "s")].list, strata);
}

static const struct wrd_frame *fill(struct hand *hand, const struct survey *survey, size_t side,
                                    const struct occasion *occasion, const int *shift)
{
    const size_t items = survey->scales * survey->items;
    hand->frame = (struct wrd_frame){ .source = side, .wave = side > 0 ? 0 : occasion->time };
    hand->frame.file = "answers.csv";
    hand->frame.columns = wrd_arena_take_array(hand->arena, HAND_ROOM, sizeof *hand->frame.columns);
    for (size_t item = 0; item < items; item++) {
        const size_t variable = side * items + item;
        char *text = wrd_arena_take_array(hand->arena, occasion->n + 1, 1);
        for (size_t i = 0; i < occasion->n; i++)
            text[i] = answer_of(occasion, i, item, shift[item / survey->items]);
        hand_fill(hand, &hand->frame.columns[variable], hand->book.variables[variable].list, text);
    }
    fill_design(hand, occasion);
    struct wrd_frame *frame = wrd_arena_take(hand->arena, sizeof *frame);
    *frame = hand->frame;
    if (wrd_weight(hand->arena, &hand->study, &hand->book, frame, hand->diag) != WRD_OK)
        abort(); /* a fault of the test */
    return frame;
}

static struct wrd_tables *tabulate(struct hand *hand, const struct wrd_frame *const *frames,
                                   size_t n)
{
    struct wrd_tables *tables = NULL;
    if (wrd_tabulate(hand->arena, &hand->study, &hand->book, frames, n, hand->diag, &tables) !=
        WRD_OK)
        abort(); /* a fault of the test */
    return tables;
}

/* --- surveys */

static struct wrd_tables *draw_wave(struct hand *hand, const struct survey *survey, uint64_t seed,
                                    const int *shift)
{
    const struct occasion now = { seed, 0, survey->n, survey->per_cluster, survey->n, 0 };
    declare(hand, survey);
    const struct wrd_frame *frame = fill(hand, survey, 0, &now, shift);
    struct wrd_tables *tables = tabulate(hand, &frame, 1);
    wrd_routes(hand->arena, &frame, 1, hand->diag, tables);
    wrd_tasks(hand->arena, &frame, 1, hand->diag, tables);
    return tables;
}

/* Half of who answered then answers now too; of clusters all are there again. */
static struct wrd_tables *draw_waves(struct hand *hand, const struct survey *survey, uint64_t seed,
                                     const int *shift)
{
    enum { THEN, NOW, WAVES, NEWCOMERS = 1000 };
    static const int none[MOST_SCALES] = { 0 };
    static const size_t n_frames[WAVES] = { 1, 1 };
    const struct wrd_frame *frames[WAVES];
    const struct wrd_frame *const *by_wave[WAVES] = { &frames[THEN], &frames[NOW] };
    const struct wrd_tables *tables[WAVES];
    struct wrd_tables *now = NULL;
    hand->study.waves = wrd_arena_take_array(hand->arena, WAVES, sizeof *hand->study.waves);
    hand->study.n_waves = WAVES;
    hand->study.waves[THEN].name = "2025";
    hand->study.waves[NOW].name = "2026";
    declare(hand, survey);
    for (size_t w = 0; w < WAVES; w++) {
        const struct occasion occasion = { seed,          w,
                                           survey->n,     survey->per_cluster,
                                           survey->n / 2, w * NEWCOMERS };
        frames[w] = fill(hand, survey, 0, &occasion, w == NOW ? shift : none);
        tables[w] = now = tabulate(hand, &frames[w], 1);
    }
    wrd_trend(hand->arena, by_wave, n_frames, tables, WAVES, hand->diag, now);
    return now;
}

/* Volunteers, and organisations of which most have some; who speaks for one is somebody else. */
static struct wrd_tables *draw_sides(struct hand *hand, const struct survey *survey, uint64_t seed,
                                     const int *shift)
{
    enum { VOL, ORG, SPOKESMEN = 10000 };
    static const int none[MOST_SCALES] = { 0 };
    const struct occasion vol = { seed, 0, survey->n, survey->per_cluster, survey->n, 0 };
    const struct occasion org = { seed, 1, survey->organisations, 1, 0, SPOKESMEN };
    struct wrd_source *sources = wrd_arena_take_array(hand->arena, SIDES, sizeof *sources);
    const struct wrd_frame *frames[SIDES];
    sources[VOL] = hand->study.sources[0];
    hand->study.sources = sources;
    hand->study.n_sources = SIDES;
    declare(hand, survey);
    sources[ORG] = sources[VOL];
    sources[ORG].id = "org";
    sources[ORG].respondents = WRD_ORGANISATIONS;
    sources[ORG].design.cluster = NULL;
    sources[VOL].link = survey->linked ? "org" : NULL;
    frames[VOL] = fill(hand, survey, VOL, &vol, none);
    frames[ORG] = fill(hand, survey, ORG, &org, shift);
    struct wrd_tables *tables = tabulate(hand, frames, SIDES);
    wrd_gaps(hand->arena, frames, SIDES, hand->diag, tables);
    return tables;
}

#endif
