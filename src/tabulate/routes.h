/* tabulate/routes.h - which question names the role of a route, and who agrees with it.
 *
 * Memory   Lives as long as the arena that is given. */
#ifndef TABULATE_ROUTES_H
#define TABULATE_ROUTES_H

#include "tabulate/contrast.h"
#include "waardering/diag.h"
#include "waardering/route.h"

enum { WRD_NO_ROUTE = -1 };

/* The outcome of a question with one answer to each: in some language the label of one answer begins with
 * the officer's role of each route (scales.csv).  route_of[answers]: the route whose role an answer
 * names, or WRD_NO_ROUTE.  NULL: no question does, or several do, which is said. */
const struct wrd_outcome *wrd_role_question(struct wrd_arena *arena,
                                            const struct wrd_tables *tables,
                                            const struct wrd_relatives *routes,
                                            struct wrd_diag *diag, int **route_of);

/* seen[i]: the route that respondent i sees more than every other, or WRD_NO_ROUTE. */
struct wrd_agreement wrd_agreement_of(struct wrd_arena *arena, const struct wrd_tables *tables,
                                      const struct wrd_everybody *everybody,
                                      const struct wrd_relatives *routes, const int *seen,
                                      struct wrd_diag *diag);

#endif
