/* gap.c - volunteers beside organisations: every gap, its figures, and what may be said of it.
 *
 * A gap is of a pair of questions, or of the questions of a scale that have a pair within it. */
#include "tabulate/gap.h"

#include <math.h>
#include <string.h>

#include "stats/multiplicity.h"
#include "tabulate/gap_side.h"
#include "tabulate/influence.h"
#include "waardering/joint.h"
#include "waardering/steps.h"

static const double margin = 5; /* points that two sides may differ and still be about equal */

struct bench {
    struct wrd_arena *arena;
    struct wrd_arena *scratch; /* of one gap */
    struct wrd_tables *tables;
    struct wrd_diag *diag;
    double confidence;
};

/* What became of a gap until it is known what may be said of it. */
struct result {
    struct wrd_difference difference;
    size_t test; /* of its index; SIZE_MAX: none */
};

/* A gap being made: of which pairs. */
struct asked {
    struct wrd_gap gap;
    const struct wrd_couple *couple;
    const struct wrd_pair *const *pairs;
    size_t k;
    const struct wrd_outcome **of; /* [2 * k]: the organisations' questions, then the volunteers' */
    struct wrd_index side[WRD_GAP_SIDES];
    struct wrd_linked linked; /* of the paired mean */
};

static const struct wrd_variable *variable_at(const struct bench *bench, size_t item)
{
    return &bench->tables->codebook->variables[item];
}

/* --- joint figures */

/* A pair may have the name of a scale: then the names of its questions keep their keys apart. */
static const char *variable_name(const struct bench *bench, const struct wrd_gap *gap)
{
    if (gap->scale || wrd_codebook_scale(bench->tables->codebook, gap->name) < 0)
        return gap->name;
    return wrd_arena_format(bench->arena, "%s*%s", gap->question[WRD_GAP_ORGANISATIONS]->name,
                            gap->question[WRD_GAP_VOLUNTEERS]->name);
}

static int add_figure(const struct bench *bench, const struct asked *asked,
                      enum wrd_statistic statistic, const struct wrd_figure *figure)
{
    const struct wrd_joint joint = { .statistic = statistic,
                                     .source = WRD_BOTH_SOURCES,
                                     .table = asked->gap.name,
                                     .variable = variable_name(bench, &asked->gap),
                                     .code = "",
                                     .figure = *figure,
                                     .of = asked->of,
                                     .n_of = 2 * asked->k,
                                     .linked = asked->linked,
                                     .least_together = asked->linked.least_together };
    return (int)wrd_joint_add(bench->arena, &bench->tables->joints, &joint);
}

/* "a1+a2": the index of a scale over all its questions is another figure. */
static const char *words_of(const struct bench *bench, const struct asked *asked)
{
    const char *words = "";
    for (size_t j = 0; j < asked->k; j++)
        words =
            wrd_arena_format(bench->arena, "%s%s%s", words, j > 0 ? "+" : "",
                             variable_at(bench, asked->pairs[j]->item[WRD_GAP_VOLUNTEERS])->pair);
    return words;
}

/* What a report shows stands in results.csv: of a scale that says what its pair says, the pair. */
static const struct wrd_joint *side_of(const struct bench *bench, const struct asked *asked,
                                       size_t side)
{
    const struct wrd_gap *gap = &asked->gap;
    struct wrd_joint *joint = wrd_arena_take(bench->arena, sizeof *joint);
    *joint = (struct wrd_joint){
        .statistic = WRD_INDEX,
        .source = gap->source[side],
        .table = gap->name,
        .variable = gap->scale ? words_of(bench, asked) : variable_name(bench, gap),
        .code = "",
        .figure = asked->side[side].figure,
        .of = asked->of + side * asked->k,
        .n_of = asked->k,
    };
    if (!gap->repeats)
        wrd_joint_add(bench->arena, &bench->tables->joints, joint);
    return joint;
}

/* --- figures */

static enum wrd_status take_sides(const struct bench *bench, struct asked *asked)
{
    const struct wrd_gap *gap = &asked->gap;
    enum wrd_status status = WRD_OK;
    for (size_t side = 0; side < WRD_GAP_SIDES && status == WRD_OK; side++) {
        size_t *items = wrd_arena_take_array(bench->scratch, asked->k, sizeof *items);
        for (size_t j = 0; j < asked->k; j++)
            items[j] = asked->pairs[j]->item[side];
        const struct wrd_scale of = {
            .name = gap->name,
            .place = gap->scale ? gap->scale->place : variable_at(bench, items[0])->place,
        };
        status = wrd_index_take(bench->scratch, bench->tables->codebook, asked->couple->frame[side],
                                &asked->couple->sample[side], &of, items, asked->k, bench->diag,
                                &asked->side[side]);
    }
    return status;
}

static struct wrd_gap_figure index_gap(const struct bench *bench, const struct asked *asked)
{
    struct wrd_gap_end ends[WRD_GAP_SIDES] = { { NULL, { NULL, NULL, 0 }, 0 } };
    for (size_t side = 0; side < WRD_GAP_SIDES; side++) {
        ends[side].figure = &asked->side[side].figure;
        ends[side].answers = asked->side[side].column.n_codes;
        if (asked->couple->stack && ends[side].figure->exists)
            ends[side].scores = wrd_index_scores(bench->scratch, &asked->side[side]);
    }
    return wrd_gap_of(asked->couple, ends, margin, bench->confidence);
}

static struct wrd_scores top2_scores(const struct bench *bench, const struct wrd_frame *frame,
                                     const struct wrd_column *column, const struct wrd_row *row,
                                     const struct wrd_figure *figure)
{
    static const struct wrd_measure unused;
    const size_t n_slots = column->n_codes + WRD_REASON_SLOTS;
    const struct wrd_grouping everybody = wrd_grouping_new(bench->scratch, frame, NULL);
    double *deviation = wrd_arena_take_array(bench->scratch, n_slots, sizeof *deviation);
    wrd_row_deviations(row, &unused, n_slots, figure, deviation);
    return (struct wrd_scores){ wrd_slots_of(bench->scratch, frame, column, &everybody, NULL, 0),
                                deviation, n_slots };
}

/* false: the answers of this side have no top-2. */
static bool top2_end(const struct bench *bench, const struct asked *asked, size_t side,
                     struct wrd_gap_end *end)
{
    const struct wrd_outcome *outcome = asked->of[side];
    const struct wrd_frame *frame = asked->couple->frame[side];
    const struct wrd_column *column = &frame->columns[asked->pairs[0]->item[side]];
    size_t row = 0;
    while (row < outcome->n_rows && outcome->rows[row].statistic != WRD_TOP2)
        row++;
    if (row == outcome->n_rows)
        return false;
    end->figure = wrd_table_figure(&outcome->tables[0], 0, row);
    end->answers = column->n_codes;
    if (asked->couple->stack && end->figure->exists)
        end->scores = top2_scores(bench, frame, column, &outcome->rows[row], end->figure);
    return true;
}

static int add_top2(const struct bench *bench, const struct asked *asked)
{
    struct wrd_gap_end ends[WRD_GAP_SIDES] = { { NULL, { NULL, NULL, 0 }, 0 } };
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        if (!top2_end(bench, asked, side, &ends[side]))
            return WRD_NO_JOINT;
    const struct wrd_gap_figure gap = wrd_gap_of(asked->couple, ends, NAN, bench->confidence);
    return add_figure(bench, asked, WRD_GAP_TOP2, &gap.figure);
}

/* --- tests */

/* group_variable: "total", or the link for the paired mean.  SIZE_MAX: there is nothing to test. */
static size_t add_test(const struct bench *bench, const struct wrd_gap *gap,
                       const char *group_variable, const struct wrd_difference *d)
{
    const struct wrd_source *sources = bench->tables->study->sources;
    const struct wrd_test test = { .kind = WRD_TEST_GAP,
                                   .source = WRD_BOTH_SOURCES,
                                   .variable = variable_name(bench, gap),
                                   .code = "",
                                   .group_variable = group_variable,
                                   .group_a = sources[gap->source[WRD_GAP_ORGANISATIONS]].id,
                                   .group_b = sources[gap->source[WRD_GAP_VOLUNTEERS]].id,
                                   .statistic = d->t,
                                   .df1 = d->df,
                                   .df2 = NAN,
                                   .p = d->p,
                                   .p_adjusted = NAN,
                                   .effect = d->value };
    return isnan(d->p) ? SIZE_MAX : wrd_test_add(bench->arena, &bench->tables->tests, &test);
}

static int add_paired(const struct bench *bench, const struct asked *asked,
                      const struct wrd_figure *paired)
{
    if (paired->exists) {
        const struct wrd_difference d = wrd_difference_of(paired->value, paired->se * paired->se,
                                                          paired->df, NAN, bench->confidence);
        add_test(bench, &asked->gap, asked->couple->link_name, &d);
    }
    return add_figure(bench, asked, WRD_GAP_LINKED, paired);
}

/* --- the gaps */

static struct asked asked_of(const struct bench *bench, const char *name,
                             const struct wrd_pair *const *pairs, size_t k)
{
    struct asked asked = {
        .gap = { .name = name, .top2 = WRD_NO_JOINT, .paired = WRD_NO_JOINT },
        .couple = pairs[0]->couple,
        .pairs = pairs,
        .k = k,
        .of = wrd_arena_take_array(bench->arena, 2 * k, sizeof *asked.of),
    };
    asked.gap.linked = asked.couple->stack != NULL;
    for (size_t side = 0; side < WRD_GAP_SIDES; side++) {
        asked.gap.source[side] = asked.couple->frame[side]->source;
        for (size_t j = 0; j < k; j++)
            asked.of[side * k + j] = pairs[j]->outcome[side];
    }
    return asked;
}

static void add_gap(const struct bench *bench, struct asked *asked, struct result *results)
{
    struct wrd_gaps *gaps = &bench->tables->gaps;
    struct wrd_gap *gap = &asked->gap;
    if (take_sides(bench, asked) != WRD_OK)
        return;
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        gap->side[side] = side_of(bench, asked, side);
    struct wrd_figure paired = { .exists = false };
    if (gap->linked) /* first: what the pairs are holds for every gap of theirs */
        paired = wrd_paired_mean(bench->scratch, asked->side, asked->couple->link, &asked->linked);
    const struct wrd_gap_figure index = index_gap(bench, asked);
    gap->index = add_figure(bench, asked, WRD_GAP_INDEX, &index.figure);
    if (!gap->scale)
        gap->top2 = add_top2(bench, asked);
    results[gaps->n] =
        (struct result){ index.difference, add_test(bench, gap, "total", &index.difference) };
    if (gap->linked)
        gap->paired = add_paired(bench, asked, &paired);
    gaps->of[gaps->n++] = *gap;
}

static void add_scale(struct bench *bench, const struct wrd_pairs *pairs, size_t scale,
                      struct result *results)
{
    const struct wrd_codebook *book = bench->tables->codebook;
    const struct wrd_pair **within = wrd_arena_take_array(bench->scratch, pairs->n, sizeof *within);
    size_t k = 0;
    for (size_t p = 0; p < pairs->n; p++) {
        const struct wrd_pair *pair = &pairs->of[p];
        if (book->variables[pair->item[0]].scale == (int)scale &&
            book->variables[pair->item[1]].scale == (int)scale &&
            (k == 0 || pair->couple == within[0]->couple))
            within[k++] = pair;
    }
    if (k == 0)
        return;
    struct asked asked = asked_of(bench, book->scales[scale].name, within, k);
    asked.gap.scale = &book->scales[scale];
    asked.gap.repeats = k == 1;
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        asked.gap.question[side] = k == 1 ? variable_at(bench, within[0]->item[side]) : NULL;
    add_gap(bench, &asked, results);
}

static void add_pair(const struct bench *bench, const struct wrd_pair *pair, struct result *results)
{
    struct asked asked =
        asked_of(bench, variable_at(bench, pair->item[WRD_GAP_VOLUNTEERS])->pair, &pair, 1);
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        asked.gap.question[side] = variable_at(bench, pair->item[side]);
    add_gap(bench, &asked, results);
}

/* --- what may be said */

/* p first: what is clearly a difference is not about equal, small as it may be. */
static enum wrd_gap_verdict verdict_of(const struct wrd_difference *d, double p, double alpha)
{
    if (isnan(d->value) || (d->se != 0 && isnan(p)))
        return WRD_GAP_UNTESTED;
    if (d->se == 0 && d->value == 0)
        return WRD_GAP_EQUAL;
    if (d->se == 0 || p < alpha)
        return d->value > 0 ? WRD_GAP_ORGANISATIONS_HIGHER : WRD_GAP_VOLUNTEERS_HIGHER;
    return d->p_equivalent < alpha ? WRD_GAP_EQUAL : WRD_GAP_UNCLEAR;
}

/* One family: every gap, but not the scale that says what its only pair says.  That has its p. */
static size_t twin_of(const struct wrd_gaps *gaps, size_t g)
{
    for (size_t twin = 0; gaps->of[g].repeats && twin < gaps->n; twin++)
        if (!gaps->of[twin].scale && gaps->of[twin].question[0] == gaps->of[g].question[0] &&
            gaps->of[twin].question[1] == gaps->of[g].question[1])
            return twin;
    return g;
}

static void judge(const struct bench *bench, struct result *results)
{
    struct wrd_gaps *gaps = &bench->tables->gaps;
    double *p = wrd_arena_take_array(bench->scratch, gaps->n, sizeof *p);
    double *adjusted = wrd_arena_take_array(bench->scratch, gaps->n, sizeof *adjusted);
    for (size_t g = 0; g < gaps->n; g++)
        p[g] = twin_of(gaps, g) == g ? results[g].difference.p : NAN;
    wrd_holm(p, gaps->n, adjusted);
    for (size_t g = 0; g < gaps->n; g++) {
        const double own = adjusted[twin_of(gaps, g)];
        gaps->of[g].verdict = verdict_of(&results[g].difference, own, 1 - bench->confidence);
        if (results[g].test != SIZE_MAX)
            bench->tables->tests.of[results[g].test].p_adjusted = own;
    }
}

void wrd_gaps(struct wrd_arena *arena, const struct wrd_frame *const *frames, size_t n_frames,
              struct wrd_diag *diag, struct wrd_tables *tables)
{
    struct wrd_arena *lasting = wrd_arena_new();
    const struct wrd_pairs pairs = wrd_pairs_find(lasting, frames, n_frames, tables, diag);
    const size_t n_scales = tables->codebook->n_scales, room = n_scales + pairs.n;
    struct result *results = wrd_arena_take_array(lasting, room, sizeof *results);
    struct bench bench = { arena, NULL, tables, diag, wrd_study_confidence(tables->study) };
    tables->gaps.of = wrd_arena_take_array(arena, room, sizeof *tables->gaps.of);
    for (size_t i = 0; i < room; i++) {
        bench.scratch = wrd_arena_new();
        if (i < n_scales)
            add_scale(&bench, &pairs, i, results);
        else
            add_pair(&bench, &pairs.of[i - n_scales], results);
        wrd_arena_free(bench.scratch);
    }
    bench.scratch = lasting;
    judge(&bench, results);
    wrd_arena_free(lasting);
}
