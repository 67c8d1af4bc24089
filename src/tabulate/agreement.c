/* agreement.c - see routes.h. */
#include <math.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "tabulate/routes.h"
#include "waardering/sums.h"

/* --- which question names the role */

/* "regisseur: zij bepaalt de koers" names the regisseur; "regisseurs" does not. */
static bool begins_with(const char *label, const char *role)
{
    const size_t len = strlen(role);
    const unsigned char next = strncmp(label, role, len) == 0 ? (unsigned char)label[len] : 'a';
    return len > 0 && (next == '\0' || strchr(" .,:;/()-", next) != NULL);
}

/* How many answers name the role of a route; *answer is the last of them. */
static size_t answers_naming(struct wrd_arena *scratch, const struct wrd_list *list,
                             const struct wrd_scale *route, int lang, size_t *answer)
{
    const char *role = route->officer_role[lang] ? route->officer_role[lang] : "";
    const char *word = wrd_text_fold(scratch, role, strlen(role));
    size_t n = 0;
    for (size_t a = 0; a < list->n_answers; a++) {
        const char *label = list->answers[a]->label[lang];
        if (begins_with(wrd_text_fold(scratch, label, strlen(label)), word)) {
            *answer = a;
            n++;
        }
    }
    return n;
}

/* One answer a route, another for each. */
static bool names_all(struct wrd_arena *scratch, const struct wrd_list *list,
                      const struct wrd_relatives *routes, int lang, int *route_of)
{
    for (size_t a = 0; a < list->n_answers; a++)
        route_of[a] = WRD_NO_ROUTE;
    for (size_t r = 0; r < routes->n; r++) {
        size_t answer;
        if (answers_naming(scratch, list, routes->of[r]->scale, lang, &answer) != 1 ||
            route_of[answer] != WRD_NO_ROUTE)
            return false;
        route_of[answer] = (int)r;
    }
    return true;
}

static bool names_roles(struct wrd_arena *arena, const struct wrd_outcome *outcome,
                        const struct wrd_relatives *routes, int **route_of)
{
    bool all = false;
    if (outcome->kind != WRD_OUTCOME_ITEM || !outcome->published)
        return false;
    struct wrd_arena *scratch = wrd_arena_new();
    *route_of = wrd_arena_take_array(arena, outcome->variable->list->n_answers, sizeof **route_of);
    for (int lang = 0; lang < WRD_LANGS && !all; lang++)
        all = names_all(scratch, outcome->variable->list, routes, lang, *route_of);
    wrd_arena_free(scratch);
    return all;
}

const struct wrd_outcome *wrd_role_question(struct wrd_arena *arena,
                                            const struct wrd_tables *tables,
                                            const struct wrd_relatives *routes,
                                            struct wrd_diag *diag, int **route_of)
{
    const struct wrd_outcome *found = NULL;
    for (size_t o = 0; o < tables->n_outcomes; o++) {
        const struct wrd_outcome *outcome = &tables->outcomes[o];
        int *own = NULL;
        if (outcome->source != routes->of[0]->source || !names_roles(arena, outcome, routes, &own))
            continue;
        if (found) {
            wrd_say(diag, WRD_N0480, outcome->variable->place, found->name, outcome->name);
            return NULL;
        }
        found = outcome;
        *route_of = own;
    }
    return found;
}

/* --- who agrees */

/* Weights of who names the role of a route and sees a route most, [n][n]. */
struct crossing {
    size_t n;
    struct wrd_sums *cells;
    uint64_t *counts;
};

static struct wrd_sums row_sum(const struct crossing *crossing, size_t role)
{
    struct wrd_sums sum = { 0 };
    for (size_t route = 0; route < crossing->n; route++)
        wrd_sums_merge(&sum, &crossing->cells[role * crossing->n + route]);
    return sum;
}

static struct wrd_sums column_sum(const struct crossing *crossing, size_t route)
{
    struct wrd_sums sum = { 0 };
    for (size_t role = 0; role < crossing->n; role++)
        wrd_sums_merge(&sum, &crossing->cells[role * crossing->n + route]);
    return sum;
}

/* (agreed - by chance) / (1 - by chance), of shares of the weight. */
static double kappa_of(const struct crossing *crossing)
{
    double all = 0, agreed = 0, chance = 0;
    for (size_t r = 0; r < crossing->n; r++) {
        all += (double)row_sum(crossing, r).w;
        agreed += (double)crossing->cells[r * crossing->n + r].w;
    }
    for (size_t r = 0; r < crossing->n; r++)
        chance += (double)row_sum(crossing, r).w / all * ((double)column_sum(crossing, r).w / all);
    return chance < 1 ? (agreed / all - chance) / (1 - chance) : NAN;
}

static void cross(const struct wrd_frame *frame, size_t i, size_t role, size_t route,
                  struct crossing *crossing)
{
    const size_t at = role * crossing->n + route;
    wrd_sums_add(&crossing->cells[at],
                 frame->weight ? (uint64_t)frame->weight[i] : (uint64_t)frame->design.one);
    crossing->counts[at]++;
}

struct wrd_agreement wrd_agreement_of(struct wrd_arena *arena, const struct wrd_tables *tables,
                                      const struct wrd_everybody *everybody,
                                      const struct wrd_relatives *routes, const int *seen,
                                      struct wrd_diag *diag)
{
    enum { NO, YES, ANSWERS, FEW = 30 };
    const struct wrd_frame *frame = everybody->frame;
    const size_t n = routes->n;
    struct wrd_agreement agreement = { .kappa = NAN };
    int *route_of = NULL;
    agreement.role = wrd_role_question(arena, tables, routes, diag, &route_of);
    if (!agreement.role)
        return agreement;
    const struct wrd_column *role =
        &frame->columns[agreement.role->variable - tables->codebook->variables];
    struct crossing crossing = { n, wrd_arena_take_array(arena, n * n, sizeof(struct wrd_sums)),
                                 wrd_arena_take_array(arena, n * n, sizeof(uint64_t)) };
    struct wrd_column agrees = { .n_codes = ANSWERS };
    agrees.c8 = wrd_arena_take_array(arena, frame->n, 1);
    for (size_t i = 0; i < frame->n; i++) {
        const unsigned code = wrd_column_code(role, i);
        const int named = code < role->n_codes ? route_of[code] : WRD_NO_ROUTE;
        agrees.c8[i] = WRD_FIRST_REASON + WRD_EMPTY;
        if (named == WRD_NO_ROUTE || seen[i] == WRD_NO_ROUTE)
            continue;
        agrees.c8[i] = named == seen[i] ? YES : NO;
        cross(frame, i, (size_t)named, (size_t)seen[i], &crossing);
    }
    agreement.share = wrd_share_of_everybody(everybody, &agrees);
    agreement.counts = crossing.counts;
    if (agreement.share.exists)
        agreement.kappa = kappa_of(&crossing);
    if (agreement.share.n < FEW)
        wrd_say(diag, WRD_N0481, agreement.role->variable->place, agreement.role->name,
                wrd_count_text(arena, agreement.share.n));
    return agreement;
}
