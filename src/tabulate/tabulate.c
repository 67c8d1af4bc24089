/* tabulate.c - all tables of a wave: an outcome at a time, a breakdown at a time. */
#include "stats/design.h"
#include "tabulate/breakdown.h"
#include "tabulate/derived.h"
#include "tabulate/influence.h"
#include "tabulate/outcomes.h"
#include "tabulate/precision.h"
#include "tabulate/response.h"
#include "tabulate/subject.h"
#include "waardering/steps.h"

/* What all outcomes of a frame have in common. */
struct bench {
    struct wrd_arena *arena; /* of the tables */
    const struct wrd_codebook *book;
    const struct wrd_frame *frame;
    struct wrd_breakdowns breakdowns;
    struct wrd_sample sample;
};

/* The sums of an outcome in one breakdown. */
struct tallies {
    const struct wrd_grouping *grouping;
    struct wrd_tally answers;
    struct wrd_tally *options; /* [n_categories] of a multiple question; no sums: not offered */
};

static struct tallies tally(struct wrd_arena *scratch, const struct bench *bench,
                            const struct wrd_outcome *outcome, const struct wrd_subject *subject,
                            const struct wrd_grouping *grouping)
{
    const struct wrd_frame *frame = bench->frame;
    struct tallies tallies = { .grouping = grouping };
    tallies.answers = wrd_tally_new(scratch, frame, grouping, &subject->column);
    if (!subject->options)
        return tallies;
    tallies.options = wrd_arena_take_array(scratch, outcome->n_categories, sizeof *tallies.options);
    for (size_t o = 0; o < outcome->n_categories; o++)
        if (wrd_option_is_offered(&subject->options[o], frame->n))
            tallies.options[o] = wrd_tally_new(scratch, frame, grouping, &subject->options[o]);
    return tallies;
}

/* The cuts of one group: of the outcome, and of every option of a multiple question. */
struct cuts {
    struct wrd_cut answers;
    struct wrd_cut *options; /* n_slots 0: not offered */
};

static struct cuts cut(struct wrd_arena *scratch, const struct wrd_outcome *outcome,
                       const struct tallies *tallies, const uint16_t *parts, size_t n_parts)
{
    struct cuts cuts = { .options = NULL };
    cuts.answers = wrd_cut_of(scratch, &tallies->answers, tallies->grouping, parts, n_parts);
    if (!tallies->options)
        return cuts;
    cuts.options = wrd_arena_take_array(scratch, outcome->n_categories, sizeof *cuts.options);
    for (size_t o = 0; o < outcome->n_categories; o++)
        if (tallies->options[o].sums)
            cuts.options[o] =
                wrd_cut_of(scratch, &tallies->options[o], tallies->grouping, parts, n_parts);
    return cuts;
}

/* What a design with clusters or fitted weights needs beside the sums. */
static void find_members(struct wrd_arena *scratch, const struct bench *bench,
                         const struct wrd_subject *subject, const struct tallies *tallies,
                         const uint16_t *parts, size_t n_parts, struct cuts *cuts, size_t n_options)
{
    const struct wrd_frame *frame = bench->frame;
    if (wrd_precision_from_sums(&frame->design))
        return;
    cuts->answers.slots =
        wrd_slots_of(scratch, frame, &subject->column, tallies->grouping, parts, n_parts);
    for (size_t o = 0; cuts->options && o < n_options; o++)
        if (cuts->options[o].n_slots > 0)
            cuts->options[o].slots = wrd_slots_of(scratch, frame, &subject->options[o],
                                                  tallies->grouping, parts, n_parts);
}

static uint64_t category_count(const struct cuts *cuts, size_t category)
{
    const size_t ticked = 1;
    if (!cuts->options)
        return wrd_cut_count(&cuts->answers, category, category + 1);
    if (cuts->options[category].n_slots == 0)
        return 0;
    return wrd_cut_count(&cuts->options[category], ticked, ticked + 1);
}

/* counts[n_categories + WRD_REASON_SLOTS]; returns the base. */
static uint64_t count(const struct wrd_outcome *outcome, const struct cuts *cuts, uint64_t *counts)
{
    size_t answers = wrd_cut_answers(&cuts->answers);
    for (size_t c = 0; c < outcome->n_categories; c++)
        counts[c] = category_count(cuts, c);
    for (size_t r = 0; r < WRD_REASON_SLOTS; r++)
        counts[outcome->n_categories + r] =
            wrd_cut_count(&cuts->answers, answers + r, answers + r + 1);
    return wrd_cut_count(&cuts->answers, 0, answers);
}

static void estimate(struct wrd_arena *scratch, const struct bench *bench,
                     const struct wrd_subject *subject, const struct cuts *cuts,
                     const struct wrd_table *table, size_t group)
{
    const struct wrd_outcome *outcome = table->outcome;
    for (size_t r = 0; r < outcome->n_rows; r++) {
        const struct wrd_row *row = &outcome->rows[r];
        const struct wrd_cut *option = NULL;
        if (row->statistic == WRD_MENTIONS && cuts->options[row->parts[0]].n_slots > 0)
            option = &cuts->options[row->parts[0]];
        *wrd_table_figure(table, group, r) =
            wrd_figure_of(scratch, &bench->sample, &subject->measure, row, &cuts->answers, option);
    }
}

static void fill_rest(struct wrd_arena *scratch, struct wrd_table *table,
                      const struct tallies *tallies)
{
    const uint16_t none = (uint16_t)tallies->grouping->n_groups;
    struct cuts cuts = cut(scratch, table->outcome, tallies, &none, 1);
    table->rest_base = count(table->outcome, &cuts, table->rest);
}

static void fill_table(struct wrd_arena *scratch, const struct bench *bench,
                       const struct wrd_subject *subject, const struct tallies *tallies,
                       struct wrd_table *table)
{
    static const uint16_t everybody[1];
    for (size_t g = 0; g < table->n_groups; g++) {
        const struct wrd_group *group = &table->groups[g];
        const uint16_t *parts = table->by ? group->parts : everybody;
        const size_t n_parts = table->by ? group->n_parts : 1;
        struct cuts cuts = cut(scratch, table->outcome, tallies, parts, n_parts);
        find_members(scratch, bench, subject, tallies, parts, n_parts, &cuts,
                     table->outcome->n_categories);
        table->base[g] = count(table->outcome, &cuts, wrd_table_counts(table, g));
        estimate(scratch, bench, subject, &cuts, table, g);
    }
    fill_rest(scratch, table, tallies);
}

static struct wrd_table new_table(struct wrd_arena *arena, const struct wrd_outcome *outcome,
                                  const struct wrd_breakdown *breakdown, bool merged)
{
    const struct wrd_groups *groups = merged ? &breakdown->merged : &breakdown->full;
    size_t n = groups->n, slots = outcome->n_categories + WRD_REASON_SLOTS;
    return (struct wrd_table){
        .outcome = outcome,
        .by = breakdown->by,
        .merged = merged,
        .groups = groups->of,
        .n_groups = n,
        .figures = wrd_arena_take_array(arena, n * outcome->n_rows, sizeof(struct wrd_figure)),
        .counts = wrd_arena_take_array(arena, n * slots, sizeof(uint64_t)),
        .base = wrd_arena_take_array(arena, n, sizeof(uint64_t)),
        .rest = wrd_arena_take_array(arena, slots, sizeof(uint64_t)),
    };
}

static void add_breakdown(struct wrd_arena *scratch, const struct bench *bench,
                          const struct wrd_subject *subject, const struct wrd_breakdown *breakdown,
                          struct wrd_outcome *outcome)
{
    struct tallies tallies = tally(scratch, bench, outcome, subject, &breakdown->grouping);
    for (int merged = 0; merged <= (breakdown->merged.n > 0); merged++) {
        struct wrd_table *table = &outcome->tables[outcome->n_tables++];
        *table = new_table(bench->arena, outcome, breakdown, merged);
        fill_table(scratch, bench, subject, &tallies, table);
    }
}

static enum wrd_status tabulate_outcome(const struct bench *bench, struct wrd_outcome *outcome,
                                        struct wrd_diag *diag)
{
    struct wrd_arena *derived = wrd_arena_new();
    struct wrd_subject subject;
    enum wrd_status status =
        wrd_subject_take(bench->arena, derived, bench->book, bench->frame, outcome, diag, &subject);
    outcome->tables =
        wrd_arena_take_array(bench->arena, 2 * bench->breakdowns.n, sizeof *outcome->tables);
    for (size_t b = 0; b < bench->breakdowns.n && status == WRD_OK; b++) {
        const struct wrd_breakdown *breakdown = &bench->breakdowns.of[b];
        if (breakdown->by && breakdown->by == outcome->variable)
            continue;
        struct wrd_arena *scratch = wrd_arena_new();
        add_breakdown(scratch, bench, &subject, breakdown, outcome);
        wrd_arena_free(scratch);
    }
    wrd_arena_free(derived);
    return status;
}

static enum wrd_status tabulate_frame(struct wrd_arena *arena, const struct wrd_frame *frame,
                                      struct wrd_tables *tables, struct wrd_diag *diag)
{
    struct wrd_arena *scratch = wrd_arena_new();
    struct bench bench = {
        .arena = arena,
        .book = tables->codebook,
        .frame = frame,
        .breakdowns = wrd_breakdowns_new(arena, scratch, tables->study, tables->codebook, frame),
    };
    bench.sample = (struct wrd_sample){
        .design = &frame->design,
        .stratum_n = bench.breakdowns.of[0].grouping.respondents,
        .interval = tables->study->analysis.interval,
        .confidence = wrd_study_confidence(tables->study),
    };
    enum wrd_status status = WRD_OK;
    for (size_t o = 0; o < tables->n_outcomes; o++)
        if (tables->outcomes[o].source == frame->source &&
            tabulate_outcome(&bench, &tables->outcomes[o], diag) != WRD_OK)
            status = WRD_EINPUT;
    wrd_arena_free(scratch);
    return status;
}

/* What the frame knows of its design and the tables hand on. */
static void tell_design(const struct wrd_frame *frame, struct wrd_tables *tables)
{
    const struct wrd_design *design = &frame->design;
    struct wrd_sampling *sampling = &tables->sampling[frame->source];
    tables->fitting[frame->source] = frame->fitting;
    sampling->used = true;
    sampling->finite = design->fraction != NULL;
    for (size_t u = 0; u < wrd_design_units(design); u++)
        sampling->degrees += wrd_unit_counts(design, u);
    sampling->degrees -= (double)design->n_strata;
    sampling->merged = design->n_merged;
}

enum wrd_status wrd_tabulate(struct wrd_arena *arena, const struct wrd_study *study,
                             const struct wrd_codebook *book, const struct wrd_frame *const *frames,
                             size_t n_frames, struct wrd_diag *diag, struct wrd_tables **tables)
{
    *tables = wrd_arena_take(arena, sizeof **tables);
    (*tables)->study = study;
    (*tables)->codebook = book;
    (*tables)->wave = n_frames > 0 ? frames[0]->wave : 0;
    wrd_outcomes_find(arena, frames, n_frames, *tables);
    wrd_responses_count(arena, frames, n_frames, diag, *tables);
    enum wrd_status status = WRD_OK;
    for (size_t f = 0; f < n_frames; f++)
        tell_design(frames[f], *tables);
    for (size_t f = 0; f < n_frames; f++)
        if (tabulate_frame(arena, frames[f], *tables, diag) != WRD_OK)
            status = WRD_EINPUT;
    return status;
}
