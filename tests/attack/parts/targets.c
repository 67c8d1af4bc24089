#include "attack/parts/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* ---- which codes a figure counts ---- */

static void outer_two(const struct item *item, bool top, bool codes[KNOWN_CODES])
{
    for (int k = 0; k < 2; k++) {
        int best = -1;
        for (int c = 0; c < item->n_valid; c++) {
            int64_t score = top ? item->score12[c] : -item->score12[c];
            if (!codes[c] &&
                (best < 0 || score > (top ? item->score12[best] : -item->score12[best])))
                best = c;
        }
        if (best >= 0)
            codes[best] = true;
    }
}

bool figure_codes(const struct item *item, const struct figure *figure, bool codes[KNOWN_CODES])
{
    memset(codes, 0, KNOWN_CODES);
    if (is(figure->statistic, "top2") || is(figure->statistic, "bottom2"))
        outer_two(item, is(figure->statistic, "top2"), codes);
    else if (is(figure->statistic, "dont_know"))
        codes[item->n_valid] = true;
    else if (is(figure->statistic, "share") || is(figure->statistic, "mentions"))
        for (int c = 0; c < item->n_valid; c++)
            codes[c] = has_part(figure->code, item->code[c]);
    else
        return false;
    return true;
}

int64_t target_count(const struct world *world, const struct item *item,
                     const struct figure *figure, const bool codes[KNOWN_CODES])
{
    int64_t sum = 0;
    for (int s = 0; s < world->n_slots; s++)
        for (int c = 0; c < item->n_codes && figure_slot(figure, &world->slot[s]); c++)
            sum += codes[c] ? world_x(item, s, c) : 0;
    return sum;
}

/* ---- targets ---- */

static struct target *add_target(struct targets *targets)
{
    if (targets->n == targets->room) {
        targets->room = targets->room ? 2 * targets->room : 64;
        targets->of = must(realloc(targets->of, (size_t)targets->room * sizeof *targets->of));
    }
    struct target *t = &targets->of[targets->n++];
    *t = (struct target){ .var = -1 };
    return t;
}

/* Which answers of which groups are shown by themselves, or hidden as a row of their own. */
static void mark_rows(struct targets *targets, const struct world *world, bool *by_itself)
{
    struct figure figure;
    bool codes[KNOWN_CODES];
    for (int r = 1; r < world->results->n_rows; r++) {
        int i = world_figure(world, r, &figure) ? world_item(world, figure.variable) : -1;
        if (i < 0 || !figure_codes(&world->item[i], &figure, codes))
            continue;
        const struct item *item = &world->item[i];
        if (figure.hidden) {
            struct target *t = add_target(targets);
            t->item = i;
            t->figure = figure;
            t->truth = target_count(world, item, &figure, codes);
            t->secret = t->truth > 0;
        }
        if (!strchr(figure.code, '+') && !strchr(figure.group, '+') &&
            (is(figure.statistic, "share") || is(figure.statistic, "mentions") ||
             is(figure.statistic, "dont_know")))
            for (int s = 0; s < world->n_slots; s++)
                for (int c = 0; c < item->n_codes && figure_slot(&figure, &world->slot[s]); c++)
                    if (codes[c])
                        by_itself[(i * KNOWN_GROUPS + s) * KNOWN_CODES + c] = true;
    }
}

void targets_find(struct targets *targets, const struct world *world)
{
    bool *by_itself = must(calloc(KNOWN_ITEMS * KNOWN_GROUPS, KNOWN_CODES));
    mark_rows(targets, world, by_itself);
    for (int i = 0; i < world->n_items; i++) {
        const struct item *item = &world->item[i];
        for (int s = 0; s < world->n_slots && item->kind != ITEM_SCALE; s++)
            for (int c = 0; c < item->n_valid; c++) {
                int64_t x = world_x(item, s, c);
                if (x < 1 || x >= world->threshold || is(world->slot[s].group, "@none") ||
                    by_itself[(i * KNOWN_GROUPS + s) * KNOWN_CODES + c])
                    continue;
                struct target *t = add_target(targets);
                t->item = i;
                t->slot = s;
                t->code = c;
                t->truth = x;
                t->secret = true;
            }
    }
    free(by_itself);
}

void targets_free(struct targets *targets)
{
    free(targets->of);
    *targets = (struct targets){ 0 };
}

const char *target_name(const struct target *t, const struct world *world)
{
    static char text[512];
    const struct item *item = &world->item[t->item];
    if (t->figure.row)
        snprintf(text, sizeof text, "%s %s %s %s=%s %s %s", world->wave, world->source, item->name,
                 t->figure.by, t->figure.group, t->figure.statistic, t->figure.code);
    else
        snprintf(text, sizeof text, "%s %s %s %s=%s merged answer %s", world->wave, world->source,
                 item->name, world->slot[t->slot].by, world->slot[t->slot].group,
                 item->code[t->code]);
    return text;
}
