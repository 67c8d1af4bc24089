/* tests/attack/subtract.c - looks for hidden counts by adding and subtracting what is shown.
 *
 *   subtract [--as-printed] [-q] [--reveal K] OUTPUT_FOLDER TRUTH.csv STUDY_FOLDER
 *
 * --reveal K: the K-th hidden count is put back before the attack, which must then find something:
 * a check of the attacker. Exit 3: there are not so many.
 *
 * Shares no code with the program.  Exit 0: nothing found; 1: a hidden count, mean or index was
 * found, or a figure is not the truth; 2: wrong use, or files that cannot be read. The last line is
 * `N hidden, N found`. */
#include "attack/parts/build.h"
#include "attack/parts/changes.h"
#include "attack/parts/gaps.h"
#include "attack/parts/routes.h"
#include "attack/parts/naive.h"
#include "attack/parts/pages.h"
#include "attack/parts/response.h"
#include "attack/parts/sizes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 40000, BUDGET = 400 }; /* repairs, and choices, in a search for another solution */

static bool as_printed, quiet;
static long long reveal; /* 0: nothing */
static struct {
    int hidden, secret, found, dont_know, unproven, contradictions, false_claims;
} tally;

static void settle(struct target *t, const struct world *world, const char *how)
{
    t->settled = true;
    if (!t->secret)
        return;
    world->found[t->figure.row] = true;
    tally.found++;
    tally.dont_know += t->figure.row && strcmp(t->figure.statistic, "dont_know") == 0;
    printf("found: %s is %lld (%s)\n", target_name(t, world), (long long)t->truth, how);
}

static void start(struct build *b, const struct world *world, enum outside outside, bool sizes)
{
    *b = (struct build){
        .world = world, .as_printed = as_printed, .outside = outside, .sizes = sizes
    };
}

static void run_out(const struct world *world)
{
    fprintf(stderr, "%s %s: the attacker's equations have no solution\n", world->wave,
            world->source);
    exit(2);
}

/* ---- everything at once: bounds ---- */

/* A hidden mean or index whose bounds round to one figure. */
static void hidden_means(struct build *b, const int *sum_var, const int *n_var, int n_rows)
{
    struct figure f;
    for (int r = 1; r < n_rows; r++) {
        if (sum_var[r] < 0)
            continue;
        const int64_t *lo = b->solve.lo, *hi = b->solve.hi;
        world_figure(b->world, r, &f);
        int64_t n = lo[n_var[r]];
        /* A mean is shown in tenths of 12 units, an index in whole points of SCORE_UNIT. */
        bool mean = strcmp(f.statistic, "mean") == 0;
        int64_t times = mean ? 10 : 1, unit = mean ? 12 : SCORE_UNIT;
        if (n != hi[n_var[r]] || n < 1 ||
            shown_as(lo[sum_var[r]] * times, n, unit) != shown_as(hi[sum_var[r]] * times, n, unit))
            continue;
        tally.found++;
        b->world->found[r] = true;
        printf("found: %s %s %s %s=%s hidden %s (bounds)\n", b->world->wave, b->world->source,
               f.variable, f.by, f.group, f.statistic);
    }
}

static void mean_variables(struct build *b, int *sum_var, int *n_var)
{
    const struct world *w = b->world;
    struct figure f;
    for (int r = 1; r < w->results->n_rows; r++) {
        sum_var[r] = n_var[r] = -1;
        if (!world_figure(w, r, &f) || !f.hidden || !figure_secret(w, &f) ||
            (strcmp(f.statistic, "mean") && strcmp(f.statistic, "index")))
            continue;
        build_sum(b, &f, &sum_var[r], &n_var[r]);
    }
}

static void attack_together(const struct world *world, struct targets *targets)
{
    struct build b;
    int n_rows = world->results->n_rows;
    int *sum_var = must(calloc((size_t)n_rows, sizeof(int)));
    int *n_var = must(calloc((size_t)n_rows, sizeof(int)));
    start(&b, world, OUTSIDE_DROPPED, true);
    b.tell = true;
    for (int i = 0; i < world->n_items; i++)
        b.in[i] = true;
    build_rows(&b, targets);
    mean_variables(&b, sum_var, n_var);
    solve_ready(&b.solve);
    tally.contradictions += b.contradictions;
    if (!solve_propagate(&b.solve))
        run_out(world);
    for (int t = 0; t < targets->n; t++)
        if (b.solve.lo[targets->of[t].var] == b.solve.hi[targets->of[t].var])
            settle(&targets->of[t], world, "bounds");
    hidden_means(&b, sum_var, n_var, n_rows);
    tally.found += size_counts(&b);
    build_clear(&b);
    free(sum_var);
    free(n_var);
}

/* ---- an item at a time ---- */

static void eliminate(const struct world *world, struct targets *targets, int item)
{
    struct build b;
    start(&b, world, OUTSIDE_DROPPED, true);
    b.in[item] = true;
    build_rows(&b, targets);
    solve_ready(&b.solve);
    if (!solve_propagate(&b.solve))
        run_out(world);
    int64_t *value = must(calloc((size_t)b.solve.n_vars, sizeof *value));
    solve_eliminate(&b.solve, value);
    for (int t = 0; t < targets->n; t++) {
        struct target *of = &targets->of[t];
        if (of->settled || of->var < 0 || value[of->var] < 0)
            continue;
        if (value[of->var] == of->truth)
            settle(of, world, "elimination");
        else
            tally.false_claims++;
    }
    free(value);
    build_clear(&b);
}

/* What differs in another solution is not determined; one solution settles many. */
static void settle_differing(const struct build *b, struct targets *targets, const int64_t *witness)
{
    for (int t = 0; t < targets->n; t++) {
        struct target *of = &targets->of[t];
        if (of->var >= 0 && witness[of->var] != b->solve.truth[of->var])
            of->settled = true;
    }
}

static void search_item(struct build *b, struct targets *targets, int item, bool prove)
{
    build_rows(b, targets);
    solve_ready(&b->solve);
    if (!solve_propagate(&b->solve))
        run_out(b->world);
    int64_t *witness = must(calloc((size_t)b->solve.n_vars, sizeof *witness));
    for (int t = 0; t < targets->n; t++) {
        struct target *of = &targets->of[t];
        if (of->settled || of->item != item || !of->secret)
            continue;
        enum solve_found found = solve_wander(&b->solve, of->var, STEPS, witness)
                                     ? SOLVE_OTHER
                                     : solve_witness(&b->solve, of->var, BUDGET, witness);
        if (found == SOLVE_OTHER)
            settle_differing(b, targets, witness);
        else if (prove && found == SOLVE_NONE)
            settle(of, b->world, "no other solution");
        else if (prove) {
            tally.unproven++;
            of->settled = true;
        }
    }
    free(witness);
    build_clear(b);
}

static bool open_targets(const struct targets *targets, int item)
{
    for (int t = 0; t < targets->n; t++)
        if (targets->of[t].item == item && !targets->of[t].settled && targets->of[t].secret)
            return true;
    return false;
}

static bool same_scale(const struct world *w, int a, int b)
{
    const char *scale = w->item[a].kind == ITEM_SCALE ? w->item[a].name : w->item[a].scale;
    return *scale && (strcmp(w->item[b].scale, scale) == 0 || strcmp(w->item[b].name, scale) == 0);
}

static void attack_item(const struct world *world, struct targets *targets, int item)
{
    struct build b;
    if (!open_targets(targets, item))
        return;
    eliminate(world, targets, item);
    if (!open_targets(targets, item))
        return;
    start(&b, world, OUTSIDE_FIXED, false);
    for (int i = 0; i < world->n_items; i++)
        b.in[i] = i == item || (same_scale(world, item, i) && world->item[i].kind == ITEM_SCALE);
    search_item(&b, targets, item, false);
    if (!open_targets(targets, item))
        return;
    start(&b, world, OUTSIDE_DROPPED, true);
    for (int i = 0; i < world->n_items; i++)
        b.in[i] = i == item || same_scale(world, item, i);
    search_item(&b, targets, item, true);
}

static void attack_world(const struct world *world)
{
    struct targets targets = { 0 };
    targets_find(&targets, world);
    for (int t = 0; t < targets.n; t++)
        tally.hidden += targets.of[t].figure.row != 0;
    for (int t = 0; t < targets.n; t++)
        tally.secret += targets.of[t].secret;
    attack_together(world, &targets);
    for (int i = 0; i < world->n_items; i++)
        attack_item(world, &targets, i);
    tally.found += naive_shown(world) + naive_counts(world) + naive_means(world) +
                   naive_intervals(world) + naive_changes(world) + naive_sizes(world);
    targets_free(&targets);
}

/* ---- files ---- */

static void path_in(char *path, size_t room, const char *folder, const char *name)
{
    snprintf(path, room, "%s/%s", folder, name);
}

static void need(struct sheet *sheet, const char *folder, const char *name)
{
    char path[4096];
    path_in(path, sizeof path, folder, name);
    if (sheet_read(sheet, path))
        return;
    fprintf(stderr, "cannot read %s\n", path);
    exit(2);
}

static bool seen_before(const struct sheet *t, int row)
{
    for (int r = 1; r < row; r++)
        if (strcmp(t->cell[r][0], t->cell[row][0]) == 0 &&
            strcmp(t->cell[r][1], t->cell[row][1]) == 0)
            return true;
    return false;
}

/* Puts the truth back into a hidden row. */
static void reveal_row(const struct world *world, struct target *target)
{
    const struct item *item = &world->item[target->item];
    const struct figure *f = &target->figure;
    char *value = must(malloc(32)), *n = must(malloc(32)), **row = world->results->cell[f->row];
    int64_t base = 0;
    bool dont_know = strcmp(f->statistic, "dont_know") == 0;
    for (int s = 0; s < world->n_slots; s++)
        for (int c = 0; c < item->n_codes && figure_slot(f, &world->slot[s]); c++)
            if (item->kind == ITEM_MULTIPLE ? c == item->n_valid : c < item->n_valid)
                base += world_x(item, s, c);
    int64_t all = base + (dont_know ? target->truth : 0);
    snprintf(value, 32, "%lld", (long long)(all ? (200 * target->truth + all) / (2 * all) : 0));
    snprintf(n, 32, "%lld", (long long)base);
    for (int c = 0; c < world->results->n_columns; c++) {
        const char *head = world->results->cell[0][c];
        row[c] = strcmp(head, "value") == 0  ? value
                 : strcmp(head, "n") == 0    ? n
                 : strcmp(head, "flag") == 0 ? value + strlen(value)
                                             : row[c];
    }
    printf("revealed: %s is %lld\n", target_name(target, world), (long long)target->truth);
}

static void reveal_one(const struct world *world)
{
    struct targets targets = { 0 };
    targets_find(&targets, world);
    for (int t = 0; t < targets.n; t++)
        if (targets.of[t].figure.row && targets.of[t].secret && --reveal == 0)
            reveal_row(world, &targets.of[t]);
    targets_free(&targets);
}

static void attack_all(const char *output, const char *truth_path, const char *study)
{
    static struct sheet results, quality, population, indicators;
    static struct codebook book;
    static struct truth truth;
    static struct world world;
    char path[4096];
    bool revealing = reveal > 0;
    need(&results, output, "results.csv");
    need(&quality, output, "quality.csv");
    need(&book.variables, study, "codebook/variables.csv");
    need(&book.values, study, "codebook/values.csv");
    path_in(path, sizeof path, study, "codebook/population.csv");
    sheet_read(&population, path); /* none: nobody knows how many were invited */
    path_in(path, sizeof path, study, "codebook/indicators.csv");
    const struct headlines headlines = { &results, &book.variables,
                                         sheet_read(&indicators, path) ? &indicators : NULL };
    path_in(path, sizeof path, study, "study.yml");
    char *yml = file_text(path);
    if (!yml || !truth_read(&truth, truth_path)) {
        fprintf(stderr, "cannot read %s or %s\n", path, truth_path);
        exit(2);
    }
    for (int r = 1; r < truth.sheet.n_rows; r++) {
        if (seen_before(&truth.sheet, r))
            continue;
        memset(&world, 0, sizeof world);
        world.book = &book;
        world.truth = &truth;
        world.results = &results;
        world.quality = &quality;
        world.wave = truth.sheet.cell[r][0];
        world.source = truth.sheet.cell[r][1];
        world_fill(&world, yml);
        if (reveal > 0)
            reveal_one(&world);
        attack_world(&world);
        tally.found += response_counts(&world, &population);
        world_clear(&world);
    }
    free(yml);
    if (reveal > 0)
        exit(3);
    tally.found += naive_quality(&quality);
    tally.found += gaps_shown(&results, &book.variables);
    tally.found += routes_shown(&results, &book.variables);
    if (!revealing)
        tally.contradictions +=
            pages_compare(output, &results, &quality, &population, &headlines, quiet);
}

int main(int argc, char **argv)
{
    int a = 1;
    for (; a < argc && argv[a][0] == '-'; a++) {
        as_printed |= strcmp(argv[a], "--as-printed") == 0;
        quiet |= strcmp(argv[a], "-q") == 0;
        if (strcmp(argv[a], "--reveal") == 0 && a + 1 < argc)
            reveal = strtoll(argv[++a], NULL, 10);
    }
    if (argc - a != 3) {
        fputs("usage: subtract [--as-printed] [-q] OUTPUT_FOLDER TRUTH.csv STUDY_FOLDER\n", stderr);
        return 2;
    }
    attack_all(argv[a], argv[a + 1], argv[a + 2]);
    if (!quiet || tally.contradictions || tally.false_claims || tally.unproven)
        printf("%d secrets, %d not settled within the budget, %d contradictions, %d false claims\n",
               tally.secret, tally.unproven, tally.contradictions, tally.false_claims);
    if (tally.dont_know)
        printf("%d of what was found are counts of don't knows\n", tally.dont_know);
    printf("%d hidden, %d found\n", tally.hidden, tally.found);
    return tally.found > 0 || tally.contradictions > 0;
}
