/* write/workbook_joint.c - figures of several questions together: gaps, routes, tasks, reliability; see
 * workbook.h.
 *
 * Rows stand in the order of the codebook, never in that of their figures (R7). */
#include "write/workbook.h"

#include <string.h>

#include "core/text.h"
#include "write/family.h"
#include "write/results.h"
#include "write/wording.h"

enum { DECIMALS_OF_KAPPA = 2 };

enum { JOINT_KEYS = 5 };
static const size_t joint_columns[JOINT_KEYS] = { WRD_KEY_SOURCE, WRD_KEY_TABLE, WRD_KEY_VARIABLE,
                                                  WRD_KEY_CODE, WRD_KEY_STATISTIC };
static const struct wrd_book_keys joint_keys = { joint_columns, JOINT_KEYS };

/* A figure of another table has its key there. */
static void put_key(const struct wrd_plan *plan, const struct wrd_seen *seen,
                    struct wrd_sheet *sheet)
{
    for (size_t i = 0; i < wrd_release_joints(plan->release); i++) {
        const struct wrd_seen_joint *joint = wrd_release_joint(plan->release, i);
        const struct wrd_result_key key = wrd_joint_key(plan, joint);
        if (&joint->seen == seen)
            wrd_book_key(sheet, &joint_keys, &key);
    }
}

/* --- volunteers beside organisations */

enum { G_LABEL, G_MEASURE, G_FIGURE, G_FOUND = G_FIGURE + WRD_FIGURE_COLUMNS, G_KEYS };

static void put_gap_figure(const struct wrd_workbook *book, const struct wrd_seen_gap *gap,
                           enum wrd_word measure, const struct wrd_seen *seen,
                           struct wrd_sheet *sheet)
{
    if (!seen)
        return;
    wrd_sheet_row(sheet);
    wrd_sheet_text(sheet, G_LABEL, wrd_gap_label(gap, book->lang));
    wrd_sheet_text(sheet, G_MEASURE, wrd_book_word(book, measure));
    if (seen == gap->index)
        wrd_sheet_text(sheet, G_FOUND, wrd_gap_found(gap, book->lang));
    wrd_sheet_figure(sheet, G_FIGURE, seen, 0);
    put_key(book->plan, seen, sheet);
}

/* The joint figure of this statistic that is made of these, or NULL. */
static const struct wrd_seen *joint_of(const struct wrd_plan *plan, enum wrd_statistic statistic,
                                       size_t source, const char *table)
{
    for (size_t i = 0; i < wrd_release_joints(plan->release); i++) {
        const struct wrd_seen_joint *joint = wrd_release_joint(plan->release, i);
        if (joint->statistic == statistic && joint->source == source &&
            strcmp(joint->table, table) == 0)
            return &joint->seen;
    }
    return NULL;
}

/* Of a pair of questions the index of each side is a figure of its own; that of a scale has its own sheet. */
static const struct wrd_seen *side_of(const struct wrd_plan *plan, const struct wrd_seen_gap *gap,
                                      enum wrd_gap_side side)
{
    const struct wrd_seen *own = joint_of(plan, WRD_INDEX, gap->source[side], gap->name);
    return own ? own : &gap->side[side];
}

void wrd_book_gaps(struct wrd_workbook *book)
{
    static const enum wrd_word heads[G_KEYS] = { WRD_WORD_GAP_QUESTION, WRD_WORD_SHEET_MEASURE,
                                                 WRD_FIGURE_HEADS, WRD_WORD_CHANGE_VERDICT };
    const struct wrd_plan *plan = book->plan;
    struct wrd_sheet *sheet =
        wrd_book_sheet(book, wrd_book_word(book, WRD_WORD_SHEET_GAPS),
                       wrd_book_word(book, WRD_WORD_GAP), heads, G_KEYS, &joint_keys);
    sheet->base = wrd_book_word(book, WRD_WORD_GAP_MEANS);
    for (size_t g = 0; g < wrd_release_gaps(plan->release); g++) {
        const struct wrd_seen_gap *gap = wrd_release_gap(plan->release, g);
        put_gap_figure(book, gap, WRD_WORD_ORGANISATIONS_HEAD,
                       side_of(plan, gap, WRD_GAP_ORGANISATIONS), sheet);
        put_gap_figure(book, gap, WRD_WORD_VOLUNTEERS_HEAD, side_of(plan, gap, WRD_GAP_VOLUNTEERS),
                       sheet);
        put_gap_figure(book, gap, WRD_WORD_GAP_DIFFERENCE, gap->index, sheet);
        put_gap_figure(book, gap, WRD_WORD_SHEET_GAP_TOP2, gap->top2, sheet);
        put_gap_figure(book, gap, WRD_WORD_GAP_PAIRED, gap->paired, sheet);
    }
    wrd_book_close(book, sheet);
}

/* --- a figure a row: routes, tasks, reliability */

enum { LABEL, MEASURE, SOURCE, FIGURE_AT, KEYS = FIGURE_AT + WRD_FIGURE_COLUMNS };

static void put_figure(const struct wrd_workbook *book, size_t source, const char *label,
                       enum wrd_word measure, const struct wrd_seen *seen, int decimals,
                       struct wrd_sheet *sheet)
{
    wrd_sheet_row(sheet);
    wrd_sheet_text(sheet, LABEL, label);
    wrd_sheet_text(sheet, MEASURE, wrd_book_word(book, measure));
    wrd_sheet_text(sheet, SOURCE, wrd_people_heading(book->plan, source, book->lang));
    wrd_sheet_figure(sheet, FIGURE_AT, seen, decimals);
    put_key(book->plan, seen, sheet);
}

static struct wrd_sheet *figures_sheet(struct wrd_workbook *book, enum wrd_word name,
                                       const char *title)
{
    static const enum wrd_word heads[KEYS] = { WRD_WORD_SHEET_ABOUT, WRD_WORD_SHEET_MEASURE,
                                               WRD_WORD_WHO_SOURCE, WRD_FIGURE_HEADS };
    return wrd_book_sheet(book, wrd_book_word(book, name), title, heads, KEYS, &joint_keys);
}

static const char *scale_label(const struct wrd_workbook *book, const struct wrd_scale *scale)
{
    return wrd_label(scale->label, scale->name, book->lang);
}

static void put_agreement(const struct wrd_workbook *book, const struct wrd_seen_routes *routes,
                          struct wrd_sheet *sheet)
{
    const char *label = wrd_book_word(book, WRD_WORD_SHEET_ROUTES_ROLE);
    const struct wrd_seen *share = joint_of(book->plan, WRD_SHARE, routes->source, "route");
    put_figure(book, routes->source, label, WRD_WORD_SHEET_PERCENT,
               share ? share : &routes->agreement, 0, sheet);
    if (routes->has_kappa) {
        const struct wrd_seen kappa = { .state = WRD_SHOWN, .value = routes->kappa };
        put_figure(book, routes->source, label, WRD_WORD_SHEET_KAPPA, &kappa, DECIMALS_OF_KAPPA,
                   sheet);
    }
}

static void put_routes(const struct wrd_workbook *book, const struct wrd_seen_routes *routes,
                       struct wrd_sheet *sheet)
{
    const size_t source = routes->source;
    for (size_t r = 0; r < routes->n; r++)
        put_figure(book, source, scale_label(book, routes->scales[r]), WRD_WORD_INDEX,
                   routes->route[r], 0, sheet);
    put_figure(book, source, wrd_book_word(book, WRD_WORD_SHEET_ROUTES_ALL), WRD_WORD_INDEX,
               routes->level, 0, sheet);
    for (size_t r = 0; r < routes->n; r++)
        put_figure(book, source, scale_label(book, routes->scales[r]), WRD_WORD_ROUTES_SHAPE,
                   routes->shape[r], 0, sheet);
    put_figure(book, source, wrd_book_word(book, WRD_WORD_SHEET_ROUTES_ALL),
               WRD_WORD_SHEET_ROUTES_SPREAD, routes->spread, 0, sheet);
    if (routes->role)
        put_agreement(book, routes, sheet);
}

void wrd_book_routes(struct wrd_workbook *book)
{
    const struct wrd_plan *plan = book->plan;
    const size_t n = wrd_release_routes(plan->release);
    const char *title = wrd_routes_title(plan, book->lang);
    if (!title)
        return;
    struct wrd_sheet *sheet = figures_sheet(book, WRD_WORD_SHEET_ROUTES, title);
    const char **found = wrd_arena_take_array(plan->arena, n, sizeof *found);
    for (size_t i = 0; i < n; i++) {
        const struct wrd_seen_routes *routes = wrd_release_route(plan->release, i);
        found[i] = wrd_routes_named(plan, routes, book->lang);
        put_routes(book, routes, sheet);
    }
    sheet->base = wrd_text_join(plan->arena, found, n, " ");
    wrd_book_close(book, sheet);
}

void wrd_book_tasks(struct wrd_workbook *book)
{
    const struct wrd_plan *plan = book->plan;
    const size_t n = wrd_release_task_sets(plan->release);
    const char *title = wrd_tasks_title(plan, book->lang);
    if (!title)
        return;
    struct wrd_sheet *sheet = figures_sheet(book, WRD_WORD_SHEET_TASKS, title);
    const char **found = wrd_arena_take_array(plan->arena, n, sizeof *found);
    for (size_t i = 0; i < n; i++) {
        const struct wrd_seen_task_set *tasks = wrd_release_task_set(plan->release, i);
        found[i] = wrd_tasks_weakest(plan, tasks, book->lang);
        for (size_t t = 0; t < tasks->n; t++)
            put_figure(book, tasks->source, scale_label(book, tasks->scales[t]), WRD_WORD_INDEX,
                       wrd_task_cell(plan, tasks, t), 0, sheet);
    }
    sheet->base = wrd_text_join(plan->arena, found, n, " ");
    wrd_book_close(book, sheet);
}

void wrd_book_reliability(struct wrd_workbook *book)
{
    const struct wrd_plan *plan = book->plan;
    struct wrd_sheet *sheet =
        figures_sheet(book, WRD_WORD_SHEET_RELIABILITY, wrd_book_word(book, WRD_WORD_RELIABILITY));
    const char *const lines[] = { wrd_book_word(book, WRD_WORD_RELIABILITY_WHAT),
                                  wrd_book_word(book, WRD_WORD_RELIABILITY_TWO) };
    sheet->base = wrd_text_join(plan->arena, lines, 2, " ");
    for (size_t i = 0; i < wrd_release_joints(plan->release); i++) {
        const struct wrd_seen_joint *joint = wrd_release_joint(plan->release, i);
        const struct wrd_topic *topic = NULL;
        if (joint->statistic != WRD_ALPHA && joint->statistic != WRD_OMEGA)
            continue;
        topic = wrd_plan_topic(plan, joint->source, joint->variable);
        put_figure(book, joint->source,
                   topic ? wrd_outcome_label(topic->outcome, book->lang) : joint->variable,
                   joint->statistic == WRD_ALPHA ? WRD_WORD_RELIABILITY_ALPHA
                                                 : WRD_WORD_RELIABILITY_OMEGA,
                   &joint->seen, wrd_statistic_decimals(joint->statistic), sheet);
    }
    wrd_book_close(book, sheet);
}
