/* write/family.c - see family.h. */
#include "write/family.h"

#include "core/text.h"
#include "write/wording.h"

static const char *number(const struct wrd_plan *plan, const struct wrd_seen *seen,
                          enum wrd_lang lang)
{
    return wrd_shown_number(plan->arena, seen->value, 0, lang);
}

static const char *label_of(const struct wrd_scale *scale, enum wrd_lang lang)
{
    return wrd_label(scale->label, scale->name, lang);
}

const char *wrd_seen_between(const struct wrd_plan *plan, const struct wrd_seen *seen,
                             enum wrd_lang lang)
{
    if (seen->state != WRD_SHOWN || !seen->has_interval)
        return "";
    return wrd_sentence(plan->arena, WRD_WORD_BRIEF_BETWEEN, lang,
                        wrd_shown_number(plan->arena, seen->lo, 0, lang),
                        wrd_shown_number(plan->arena, seen->hi, 0, lang));
}

/* --- titles: of every source alike, else in general */

const char *wrd_routes_title(const struct wrd_plan *plan, enum wrd_lang lang)
{
    enum { THREE = 3 };
    const size_t n = wrd_release_routes(plan->release);
    bool three = true;
    for (size_t i = 0; i < n; i++)
        three &= wrd_release_route(plan->release, i)->n == THREE;
    return n == 0 ? NULL : wrd_word(three ? WRD_WORD_ROUTES_THREE : WRD_WORD_ROUTES, lang);
}

const char *wrd_tasks_title(const struct wrd_plan *plan, enum wrd_lang lang)
{
    enum { FOUR = 4 };
    const size_t n = wrd_release_task_sets(plan->release);
    bool four = true;
    for (size_t i = 0; i < n; i++)
        four &= wrd_release_task_set(plan->release, i)->n == FOUR;
    return n == 0 ? NULL : wrd_word(four ? WRD_WORD_TASKS_FOUR : WRD_WORD_TASKS, lang);
}

const char *wrd_routes_base(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                            enum wrd_lang lang)
{
    const struct wrd_seen *level = routes->level;
    return wrd_sentence(plan->arena, WRD_WORD_ROUTES_BASE, lang,
                        level->has_n ? wrd_shown_count(plan->arena, level->n, lang) : "x",
                        wrd_fieldwork(plan->arena, plan->wave, lang));
}

/* --- sentences */

static const char *word_or_null(const char *const words[WRD_LANGS], enum wrd_lang lang)
{
    const char *word = wrd_label(words, "", lang);
    return *word ? word : NULL;
}

struct wrd_lines wrd_routes_meaning(const struct wrd_plan *plan,
                                    const struct wrd_seen_routes *routes, enum wrd_lang lang)
{
    enum { OTHERS = 3 };
    const char *people = wrd_people(plan, routes->source, lang);
    struct wrd_lines lines = {
        wrd_arena_take_array(plan->arena, routes->n + OTHERS, sizeof *lines.of), 0
    };
    lines.of[lines.n++] = wrd_word(WRD_WORD_ROUTES_MEANS, lang);
    for (size_t r = 0; r < routes->n; r++) {
        const char *role = word_or_null(routes->scales[r]->officer_role, lang);
        if (role)
            lines.of[lines.n++] = wrd_sentence(plan->arena, WRD_WORD_ROUTES_ROLE, lang,
                                               label_of(routes->scales[r], lang), role);
    }
    lines.of[lines.n++] = wrd_sentence(plan->arena, WRD_WORD_ROUTES_INDEX, lang, people);
    lines.of[lines.n++] = wrd_word(WRD_WORD_ROUTES_RULE, lang);
    return lines;
}

static const char *named(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                         enum wrd_lang lang)
{
    const char *people = wrd_people_heading(plan, routes->source, lang);
    const char *first = label_of(routes->scales[routes->named[0]], lang),
               *second = label_of(routes->scales[routes->named[1]], lang);
    switch (routes->verdict) {
    case WRD_ROUTE_LEAD:
        return wrd_sentence(plan->arena, WRD_WORD_ROUTES_LEAD, lang, people, first);
    case WRD_ROUTE_MIXED:
        return wrd_sentence(plan->arena, WRD_WORD_ROUTES_MIXED, lang, people, first, second);
    case WRD_ROUTE_NO_CLEAR:
        return wrd_sentence(plan->arena, WRD_WORD_ROUTES_NO_CLEAR, lang,
                            wrd_people(plan, routes->source, lang));
    default:
        return wrd_sentence(plan->arena, WRD_WORD_ROUTES_UNTESTED, lang,
                            wrd_people(plan, routes->source, lang));
    }
}

const char *wrd_routes_named(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                             enum wrd_lang lang)
{
    const char *sentence = named(plan, routes, lang);
    if (!routes->faint)
        return sentence;
    return wrd_arena_format(plan->arena, "%s %s", sentence, wrd_word(WRD_WORD_ROUTES_FAINT, lang));
}

static void add_agreement(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                          enum wrd_lang lang, struct wrd_lines *lines)
{
    enum { DECIMALS = 2 };
    const struct wrd_seen *agreement = &routes->agreement;
    if (agreement->state != WRD_SHOWN) {
        lines->of[lines->n++] = wrd_word(WRD_WORD_ROUTES_AGREE_HIDDEN, lang);
        return;
    }
    lines->of[lines->n++] = wrd_sentence(
        plan->arena, WRD_WORD_ROUTES_AGREE, lang, wrd_people_heading(plan, routes->source, lang),
        number(plan, agreement, lang), wrd_seen_between(plan, agreement, lang));
    if (routes->has_kappa)
        lines->of[lines->n++] =
            wrd_sentence(plan->arena, WRD_WORD_ROUTES_KAPPA, lang,
                         wrd_shown_number(plan->arena, routes->kappa, DECIMALS, lang));
    if (routes->few)
        lines->of[lines->n++] = wrd_sentence(plan->arena, WRD_WORD_ROUTES_AGREE_FEW, lang,
                                             wrd_people(plan, routes->source, lang));
}

struct wrd_lines wrd_routes_found(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                                  enum wrd_lang lang)
{
    enum { MOST = 6 };
    struct wrd_lines lines = { wrd_arena_take_array(plan->arena, MOST, sizeof *lines.of), 0 };
    lines.of[lines.n++] = wrd_routes_named(plan, routes, lang);
    if (routes->spread->state == WRD_SHOWN)
        lines.of[lines.n++] = wrd_sentence(plan->arena, WRD_WORD_ROUTES_SPREAD, lang,
                                           number(plan, routes->spread, lang),
                                           wrd_seen_between(plan, routes->spread, lang));
    if (routes->level->state == WRD_SHOWN)
        lines.of[lines.n++] = wrd_sentence(plan->arena, WRD_WORD_ROUTES_LEVEL, lang,
                                           number(plan, routes->level, lang),
                                           wrd_seen_between(plan, routes->level, lang));
    if (routes->role)
        add_agreement(plan, routes, lang, &lines);
    return lines;
}

const char *wrd_tasks_weakest(const struct wrd_plan *plan, const struct wrd_seen_task_set *tasks,
                              enum wrd_lang lang)
{
    const char *people = wrd_people(plan, tasks->source, lang);
    if (!tasks->tested)
        return wrd_sentence(plan->arena, WRD_WORD_TASKS_UNTESTED, lang, people);
    if (tasks->weakest == WRD_NO_TASK)
        return wrd_sentence(plan->arena, WRD_WORD_TASKS_NONE, lang, people);
    return wrd_sentence(plan->arena, WRD_WORD_TASKS_WEAKEST, lang, people,
                        label_of(tasks->scales[tasks->weakest], lang));
}

/* --- tables */

const struct wrd_seen *wrd_task_cell(const struct wrd_plan *plan,
                                     const struct wrd_seen_task_set *tasks, size_t i)
{
    const struct wrd_topic *topic = wrd_plan_topic(plan, tasks->source, tasks->scales[i]->name);
    const struct wrd_row *row =
        topic && topic->total ? wrd_seen_row(topic->total, WRD_INDEX) : NULL;
    return row ? wrd_seen_of(topic->total, 0, row) : NULL;
}

enum { LABEL, FIGURE, BOUNDS, LAST };

static struct wrd_grid *grid_new(const struct wrd_plan *plan, size_t n, enum wrd_word label,
                                 const char *last, enum wrd_lang lang)
{
    struct wrd_grid *grid = wrd_grid_new(plan->arena, n + 1, LAST + 1);
    *wrd_grid_cell(grid, 0, LABEL) = wrd_word(label, lang);
    *wrd_grid_cell(grid, 0, FIGURE) = plan->wave->name;
    *wrd_grid_cell(grid, 0, BOUNDS) = wrd_word(WRD_WORD_BETWEEN, lang);
    *wrd_grid_cell(grid, 0, LAST) = last;
    return grid;
}

static void fill_row(const struct wrd_plan *plan, struct wrd_grid *grid, size_t at,
                     const struct wrd_scale *scale, const struct wrd_seen *seen, enum wrd_lang lang)
{
    *wrd_grid_cell(grid, at, LABEL) = label_of(scale, lang);
    *wrd_grid_cell(grid, at, FIGURE) = wrd_shown_cell(plan->arena, WRD_INDEX, seen, lang);
    *wrd_grid_cell(grid, at, BOUNDS) = wrd_shown_range(plan->arena, WRD_INDEX, seen, lang);
}

/* "-3 (-5 tot -1)" */
static const char *shape_text(const struct wrd_plan *plan, const struct wrd_seen *shape,
                              enum wrd_lang lang)
{
    const char *figure = wrd_shown_difference(plan, WRD_ROUTE_SHAPE, shape, lang);
    if (shape->state != WRD_SHOWN || !shape->has_interval)
        return figure;
    return wrd_arena_format(plan->arena, "%s (%s)", figure,
                            wrd_shown_range(plan->arena, WRD_ROUTE_SHAPE, shape, lang));
}

struct wrd_grid *wrd_grid_routes(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                                 enum wrd_lang lang)
{
    struct wrd_grid *grid =
        grid_new(plan, routes->n, WRD_WORD_ROUTE, wrd_word(WRD_WORD_ROUTES_SHAPE, lang), lang);
    for (size_t r = 0; r < routes->n; r++) {
        fill_row(plan, grid, r + 1, routes->scales[r], routes->route[r], lang);
        *wrd_grid_cell(grid, r + 1, LAST) = shape_text(plan, routes->shape[r], lang);
    }
    return grid;
}

struct wrd_grid *wrd_grid_tasks(const struct wrd_plan *plan, const struct wrd_seen_task_set *tasks,
                                enum wrd_lang lang)
{
    struct wrd_grid *grid = grid_new(plan, tasks->n, WRD_WORD_TASK, "n", lang);
    for (size_t t = 0; t < tasks->n; t++) {
        const struct wrd_seen *seen = wrd_task_cell(plan, tasks, t);
        fill_row(plan, grid, t + 1, tasks->scales[t], seen, lang);
        *wrd_grid_cell(grid, t + 1, LAST) =
            seen && seen->has_n ? wrd_shown_count(plan->arena, seen->n, lang) : "x";
    }
    return grid;
}

/* --- signs */

struct signs {
    bool hidden, uncertain, undefined;
};

static void note_signs(const struct wrd_seen *seen, struct signs *signs)
{
    signs->hidden |= seen && seen->state == WRD_HIDDEN;
    signs->uncertain |= seen && seen->state == WRD_SHOWN && seen->flag == 'u';
    signs->undefined |= !seen || seen->state == WRD_NOT_DEFINED;
}

static const char *sign_note(const struct wrd_plan *plan, const struct signs *signs,
                             enum wrd_lang lang)
{
    enum { MOST = 3 };
    const char *notes[MOST];
    size_t n = 0;
    if (signs->hidden)
        notes[n++] = wrd_word(WRD_WORD_NOTE_HIDDEN, lang);
    if (signs->uncertain)
        notes[n++] = wrd_word(WRD_WORD_NOTE_UNCERTAIN, lang);
    if (signs->undefined)
        notes[n++] = wrd_word(WRD_WORD_NOTE_UNDEFINED, lang);
    return wrd_text_join(plan->arena, notes, n, " ");
}

const char *wrd_routes_signs(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                             enum wrd_lang lang)
{
    struct signs signs = { !routes->level->has_n, false, false };
    for (size_t r = 0; r < routes->n; r++) {
        note_signs(routes->route[r], &signs);
        note_signs(routes->shape[r], &signs);
    }
    return sign_note(plan, &signs, lang);
}

const char *wrd_tasks_signs(const struct wrd_plan *plan, const struct wrd_seen_task_set *tasks,
                            enum wrd_lang lang)
{
    struct signs signs = { false, false, false };
    for (size_t t = 0; t < tasks->n; t++)
        note_signs(wrd_task_cell(plan, tasks, t), &signs);
    return sign_note(plan, &signs, lang);
}
