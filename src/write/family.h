/* write/family.h - routes and tasks in words and tables.
 *
 * Rows stand in the order of the codebook, never in that of their figures; nothing is said of what is not
 * shown (R7), and no route is called better than another.
 *
 * Memory   Texts live in the plan's arena; nothing is escaped here. */
#ifndef WRITE_FAMILY_H
#define WRITE_FAMILY_H

#include "model/words.h"
#include "write/grid.h"
#include "write/plan.h"

/* Paragraphs. */
struct wrd_lines {
    const char **of;
    size_t n;
};

/* The titles of the chapters; NULL: the release has no routes, or no tasks. */
const char *wrd_routes_title(const struct wrd_plan *plan, enum wrd_lang lang);
const char *wrd_tasks_title(const struct wrd_plan *plan, enum wrd_lang lang);

/* What routes are, with the role of the municipality in each; and what was found. */
struct wrd_lines wrd_routes_meaning(const struct wrd_plan *plan,
                                    const struct wrd_seen_routes *routes, enum wrd_lang lang);
struct wrd_lines wrd_routes_found(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                                  enum wrd_lang lang);
/* "Index van 0 tot 100; n = 136; maart 2026" */
const char *wrd_routes_base(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                            enum wrd_lang lang);
/* "Organisaties zien geen duidelijke route.", and whether routes are little visible. */
const char *wrd_routes_named(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                             enum wrd_lang lang);
/* What of the tasks may be said. */
const char *wrd_tasks_weakest(const struct wrd_plan *plan, const struct wrd_seen_task_set *tasks,
                              enum wrd_lang lang);

/* What stands at a scale of the family: of a task the index of its own table; NULL: none. */
const struct wrd_seen *wrd_task_cell(const struct wrd_plan *plan,
                                     const struct wrd_seen_task_set *tasks, size_t i);
/* " (tussen 56 en 63)", or "". */
const char *wrd_seen_between(const struct wrd_plan *plan, const struct wrd_seen *seen,
                             enum wrd_lang lang);

struct wrd_grid *wrd_grid_routes(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                                 enum wrd_lang lang);
struct wrd_grid *wrd_grid_tasks(const struct wrd_plan *plan, const struct wrd_seen_task_set *tasks,
                                enum wrd_lang lang);
/* The signs that these tables use; "": none. */
const char *wrd_routes_signs(const struct wrd_plan *plan, const struct wrd_seen_routes *routes,
                             enum wrd_lang lang);
const char *wrd_tasks_signs(const struct wrd_plan *plan, const struct wrd_seen_task_set *tasks,
                            enum wrd_lang lang);

#endif
