/* model/headline.c - see waardering/headline.h. */
#include "waardering/headline.h"

#include <math.h>
#include <string.h>

/* --- what an indicator is about */

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static bool statistic_of(const char *kind, enum wrd_statistic *statistic)
{
    static const struct {
        const char *kind;
        enum wrd_statistic statistic;
    } kinds[] = {
        { "index", WRD_INDEX },     { "top2", WRD_TOP2 },     { "bottom2", WRD_BOTTOM2 },
        { "share", WRD_SHARE },     { "mean", WRD_MEAN },     { "mentions", WRD_MENTIONS },
        { "breadth", WRD_BREADTH }, { "gap", WRD_GAP_INDEX }, { "route", WRD_ROUTE },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (is(kind, kinds[i].kind)) {
            *statistic = kinds[i].statistic;
            return true;
        }
    return false;
}

bool wrd_aim_of(struct wrd_arena *arena, const struct wrd_study *study,
                const struct wrd_codebook *book, const struct wrd_indicator *indicator,
                struct wrd_aim *aim)
{
    const char *equals = strchr(indicator->of, '=');
    const size_t length = equals ? (size_t)(equals - indicator->of) : strlen(indicator->of);
    const int source = wrd_study_source(study, indicator->source);
    *aim = (struct wrd_aim){ .source = source < 0 ? WRD_BOTH_SOURCES : (size_t)source,
                             .name = wrd_arena_text(arena, indicator->of, length),
                             .code = equals ? equals + 1 : "" };
    const int variable = wrd_codebook_variable(book, aim->name);
    if (!statistic_of(indicator->kind, &aim->statistic))
        return false;
    /* of a question with several answers a share is one of mentions */
    if (aim->statistic == WRD_SHARE && variable >= 0 &&
        book->variables[variable].type == WRD_TYPE_MULTIPLE)
        aim->statistic = WRD_MENTIONS;
    return source >= 0 || aim->statistic == WRD_GAP_INDEX;
}

static bool is_of_all(const struct wrd_aim *aim)
{
    return (aim->statistic == WRD_MENTIONS && !*aim->code) ||
           (aim->statistic == WRD_ROUTE && !*aim->name);
}

bool wrd_aim_hits(const struct wrd_aim *aim, const struct wrd_outcome *outcome,
                  const struct wrd_row *row)
{
    return outcome->source == aim->source && is(outcome->name, aim->name) &&
           row->statistic == aim->statistic && (is_of_all(aim) || is(row->code, aim->code));
}

/* --- what is seen of it */

struct bench {
    const struct wrd_release *release;
    struct wrd_headlines list;
    size_t room;
    struct wrd_arena *arena;
};

static void add(struct bench *bench, struct wrd_headline headline)
{
    if (bench->list.n == bench->room) {
        struct wrd_headline *old = bench->list.of;
        bench->room = 2 * bench->room + 8;
        bench->list.of = wrd_arena_take_array(bench->arena, bench->room, sizeof *old);
        if (old)
            memcpy(bench->list.of, old, bench->list.n * sizeof *old);
    }
    bench->list.of[bench->list.n++] = headline;
}

static struct wrd_headline begin(const struct wrd_indicator *indicator, const struct wrd_aim *aim)
{
    return (struct wrd_headline){ .indicator = indicator,
                                  .statistic = aim->statistic,
                                  .source = aim->source,
                                  .seen = { .state = WRD_NOT_DEFINED, .flag = 'z' } };
}

static const struct wrd_seen_table *total_of(const struct wrd_release *release,
                                             const struct wrd_aim *aim)
{
    for (size_t t = 0; t < wrd_release_tables(release); t++) {
        const struct wrd_seen_table *table = wrd_release_table(release, t);
        if (table->wave == wrd_release_wave(release) && !table->by &&
            table->source == aim->source && is(table->outcome->name, aim->name))
            return table;
    }
    return NULL;
}

static void add_row(struct bench *bench, struct wrd_headline headline, size_t row, bool of_all)
{
    const struct wrd_seen_table *total = headline.total;
    headline.row = total->rows[row];
    headline.seen = *wrd_seen_cell(total, 0, row);
    if (total->changes && wrd_change_name(headline.statistic))
        headline.change = &total->changes[row];
    if (of_all)
        headline.of_all = headline.row->label;
    add(bench, headline);
}

/* An answer that was merged with others, so that it is not seen, is hidden (R7). */
static void add_rows(struct bench *bench, const struct wrd_aim *aim, struct wrd_headline headline)
{
    bool any = false;
    headline.total = total_of(bench->release, aim);
    for (size_t r = 0; headline.total && r < headline.total->n_rows; r++)
        if (wrd_aim_hits(aim, headline.total->outcome, headline.total->rows[r])) {
            add_row(bench, headline, r, is_of_all(aim));
            any = true;
        }
    if (any)
        return;
    if (headline.total && aim->statistic == WRD_SHARE)
        headline.seen = (struct wrd_seen){ .state = WRD_HIDDEN, .flag = 'c' };
    add(bench, headline);
}

/* By its scale, by the word of its pair, or by either question. */
static bool is_gap_named(const struct wrd_seen_gap *gap, const char *name)
{
    bool named = is(gap->name, name);
    for (size_t side = 0; side < WRD_GAP_SIDES; side++)
        named |= gap->question[side] && is(gap->question[side]->name, name);
    return named;
}

static void add_gap(struct bench *bench, const struct wrd_aim *aim, struct wrd_headline headline)
{
    for (size_t g = 0; g < wrd_release_gaps(bench->release) && !headline.gap; g++)
        if (is_gap_named(wrd_release_gap(bench->release, g), aim->name))
            headline.gap = wrd_release_gap(bench->release, g);
    headline.source = WRD_BOTH_SOURCES;
    if (headline.gap)
        headline.seen = *headline.gap->index;
    add(bench, headline);
}

static void add_routes(struct bench *bench, const struct wrd_aim *aim, struct wrd_headline headline)
{
    const size_t before = bench->list.n;
    for (size_t i = 0; i < wrd_release_routes(bench->release); i++) {
        const struct wrd_seen_routes *routes = wrd_release_route(bench->release, i);
        for (size_t r = 0; r < routes->n && routes->source == aim->source; r++) {
            if (!is_of_all(aim) && !is(routes->scales[r]->name, aim->name))
                continue;
            headline.routes = routes;
            headline.route = r;
            headline.seen = *routes->route[r];
            headline.of_all = is_of_all(aim) ? routes->scales[r]->label : NULL;
            add(bench, headline);
        }
    }
    if (bench->list.n == before)
        add(bench, headline);
}

static void add_indicator(struct bench *bench, const struct wrd_indicator *indicator)
{
    struct wrd_aim aim;
    if (!wrd_aim_of(bench->arena, wrd_release_study(bench->release),
                    wrd_release_codebook(bench->release), indicator, &aim))
        return;
    const struct wrd_headline headline = begin(indicator, &aim);
    if (aim.statistic == WRD_GAP_INDEX)
        add_gap(bench, &aim, headline);
    else if (aim.statistic == WRD_ROUTE)
        add_routes(bench, &aim, headline);
    else
        add_rows(bench, &aim, headline);
}

struct wrd_headlines wrd_headlines_of(struct wrd_arena *arena, const struct wrd_release *release)
{
    const struct wrd_codebook *book = wrd_release_codebook(release);
    struct bench bench = { .release = release, .arena = arena };
    for (size_t i = 0; i < book->n_indicators; i++) {
        bool seen = false;
        for (size_t k = 0; k < i; k++)
            seen |= is(book->indicators[k].name, book->indicators[i].name);
        for (size_t k = i; k < book->n_indicators && !seen; k++)
            if (is(book->indicators[k].name, book->indicators[i].name))
                add_indicator(&bench, &book->indicators[k]);
    }
    return bench.list;
}

/* --- what may be said of its change */

enum wrd_judgement wrd_headline_judgement(const struct wrd_headline *headline)
{
    const enum wrd_verdict verdict =
        headline->change ? headline->change->verdict : WRD_VERDICT_NONE;
    if (verdict != WRD_VERDICT_RISEN && verdict != WRD_VERDICT_FALLEN)
        return WRD_NO_JUDGEMENT;
    const bool higher = is(headline->indicator->better, "higher");
    if (!higher && !is(headline->indicator->better, "lower"))
        return WRD_NO_JUDGEMENT;
    return (verdict == WRD_VERDICT_RISEN) == higher ? WRD_BETTER : WRD_WORSE;
}

/* Without a test (a full count) what differs has changed, however many others are beside it. */
enum wrd_verdict wrd_verdict_among(const struct wrd_change *change, double p_adjusted, double alpha)
{
    const bool named =
        change->verdict == WRD_VERDICT_RISEN || change->verdict == WRD_VERDICT_FALLEN;
    if (!named || isnan(p_adjusted) || p_adjusted < alpha)
        return change->verdict;
    return change->equivalent ? WRD_VERDICT_SAME : WRD_VERDICT_UNCLEAR;
}
