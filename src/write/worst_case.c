/* write/worst_case.c - see worst_case.h.
 *
 * The bounds come from the figure as shown, so that they tell no more than it does. */
#include "write/worst_case.h"

#include <math.h>

#include "stats/nonresponse.h"
#include "write/brief.h"

enum { LOW_PERCENT = 60 };

bool wrd_response_is_low(const struct wrd_seen_response *response)
{
    return 100 * response->respondents < LOW_PERCENT * response->invited;
}

static bool is_said(const struct wrd_seen_response *response)
{
    return response && response->respondents < response->invited &&
           (response->census || wrd_response_is_low(response));
}

struct wrd_worst_lines wrd_worst_cases(const struct wrd_plan *plan, size_t source,
                                       enum wrd_lang lang)
{
    const struct wrd_seen_response *response = wrd_plan_response(plan, source);
    const size_t n_headlines = plan->headlines.n;
    struct wrd_worst_line *lines = wrd_arena_take_array(plan->arena, n_headlines, sizeof *lines);
    struct wrd_worst_lines worst = { lines, 0 };
    for (size_t i = 0; i < n_headlines && is_said(response); i++) {
        const char *label;
        const struct wrd_seen *cell =
            wrd_headline_share(plan, &plan->headlines.of[i], source, lang, &label);
        if (!cell)
            continue;
        const struct wrd_invited all = { response->invited, response->respondents };
        const struct wrd_worst_case bounds = wrd_worst_case_of(cell->value, 0, 100, &all);
        lines[worst.n++] =
            (struct wrd_worst_line){ label, cell->value, floor(bounds.low), ceil(bounds.high) };
    }
    return worst;
}
