/* tests/tools/study_plan.h - what a random study is: its codebook, its size, its design; of make_study.c.
 * Made by draws from the seed, in an order that must stay what it is: a seed that once found something
 * is a test. */
#ifndef TOOLS_STUDY_PLAN_H
#define TOOLS_STUDY_PLAN_H

#include "tools/rng.h"
#include "tools/survey.h"

enum { FIRST_DESIGN = 1001 };

static uint64_t seed;
static uint64_t draws; /* of the plan; answers are hashed by place */

static struct book book;
static struct survey survey;
static int leaning_of_item[MAX_QUESTIONS], n_groups, n_waves;
static struct {
    int volunteers, organisations;
    int group_missing, item_missing, dont_know; /* thousandths */
    bool strict, semicolon;
    bool weighted;                                     /* a weight of 0.40 to 2.50 in the file */
    enum { FIT_NONE, FIT_RAKE, FIT_POSTSTRATIFY } fit; /* to g1 and g2; to g1 */
    bool strata, fpc, cluster;                         /* strata: g2 */
    bool group_outcome;                                /* g1 and g2 are outcomes too */
    int moved;                                         /* who left, and who joined, each wave */
} plan;

static int below(int n)
{
    return rng_below(rng_draw(seed, 1, draws++, 0), n);
}

static bool chance(int percent)
{
    return below(100) < percent;
}

static uint64_t at(int wave, int who, int q, int k)
{
    uint64_t side = survey.source[0] == 'o';
    return rng_draw(seed, (uint64_t)(2 + 2 * wave) + side, (uint64_t)who, (uint64_t)(q * 64 + k));
}

/* ---- the codebook ---- */

static struct list *new_list(const char *name)
{
    struct list *list = &book.lists[book.n_lists++];
    snprintf(list->name, sizeof list->name, "%s", name);
    return list;
}

static void add_value(struct list *list, const char *code, const char *missing, const char *side)
{
    struct value *v = &list->values[list->n++];
    snprintf(v->code, sizeof v->code, "%s", code);
    snprintf(v->missing, sizeof v->missing, "%s", missing);
    snprintf(v->side, sizeof v->side, "%s", side);
}

static void numbered(struct list *list, int n)
{
    char code[16];
    for (int v = 1; v <= n; v++) {
        snprintf(code, sizeof code, "%d", v);
        add_value(list, code, "", "");
    }
}

static void make_item_lists(void)
{
    static const char *const five[] = { "negative", "negative", "neutral", "positive", "positive" };
    static const char *const four[] = { "negative", "negative", "positive", "positive" };
    struct list *list = new_list("five");
    numbered(list, 5);
    for (int v = 0; v < 5; v++)
        snprintf(list->values[v].side, sizeof list->values[v].side, "%s", five[v]);
    add_value(list, "8", "dont_know", "");
    add_value(list, "9", "not_applicable", "");
    list = new_list("four");
    numbered(list, 4);
    for (int v = 0; v < 4; v++)
        snprintf(list->values[v].side, sizeof list->values[v].side, "%s", four[v]);
    add_value(list, "8", "dont_know", "");
    list = new_list("yesno");
    numbered(list, 2);
    if (chance(50))
        add_value(list, "8", "dont_know", "");
    list = new_list("kinds");
    numbered(list, 3 + below(3));
    if (chance(50))
        add_value(list, "8", "dont_know", "");
    if (chance(40))
        for (int v = 0; v < 4 && v < list->n; v++)
            snprintf(list->values[v].fallback, 24, "%s", v < 2 ? "low" : "");
}

static struct question *new_question(const char *stem, int number, enum kind kind,
                                     struct list *list)
{
    struct question *q = &book.questions[book.n_questions++];
    snprintf(q->name, sizeof q->name, "%s%d", stem, number);
    snprintf(q->column, sizeof q->column, "%s%d%s", stem, number,
             kind == KIND_MULTIPLE ? "_*" : "");
    snprintf(q->sources, sizeof q->sources, "%s", plan.organisations ? "vol org" : "vol");
    q->kind = kind;
    q->list = list;
    return q;
}

static void make_groups(void)
{
    char name[32];
    n_groups = 2 + below(5);
    for (int g = 1; g <= n_groups; g++) {
        snprintf(name, sizeof name, "group%d", g);
        struct list *list = new_list(name);
        numbered(list, 2 + below(5));
        if (list->n > 2 && chance(60))
            for (int v = 0; v < list->n; v++)
                snprintf(list->values[v].fallback, 24, "%s",
                         v < (list->n + 1) / 2 ? "first" : "last");
        struct question *q = new_question("g", g, KIND_SINGLE, list);
        snprintf(q->roles, sizeof q->roles, "group");
    }
}

static void make_items(void)
{
    static const char *const kinds[] = { "five", "five", "five", "four", "yesno", "kinds" };
    int n = 3 + below(10), n_scales = 1 + below(3);
    for (int i = 1; i <= n; i++) {
        struct list *list = book_list(&book, kinds[i == 1 ? 0 : below(6)]);
        struct question *q = new_question("q", i, KIND_SINGLE, list);
        q->outcome = true;
        if (list->values[0].side[0] && (i <= 2 || chance(75))) {
            snprintf(q->scale, sizeof q->scale, "s%d", 1 + below(n_scales));
            q->reverse = chance(20);
            q->outcome = i == 1 || chance(80);
        }
        if (i > 1 && plan.organisations && chance(30))
            snprintf(q->sources, sizeof q->sources, "vol");
        if (i > 2 && q->outcome && chance(10))
            snprintf(q->roles, sizeof q->roles, "outcome sensitive");
        else if (q->outcome)
            snprintf(q->roles, sizeof q->roles, "outcome");
        leaning_of_item[book.n_questions - 1] = below(1700) - 800;
    }
    for (int k = 1; k <= n_scales; k++) {
        char name[32];
        snprintf(name, sizeof name, "s%d", k);
        for (int q = 0; q < book.n_questions; q++)
            if (strcmp(book.questions[q].scale, name) == 0) {
                memcpy(book.scales[book.n_scales++], book.questions[q].scale, 17);
                break;
            }
    }
}

/* One question is asked only of those who gave the first answer to a group's or an earlier
 * question. */
static void make_filter(void)
{
    int first = book_find(&book, chance(50) ? "g1" : "q1"), last = book.n_questions - 1;
    struct question *q = &book.questions[last];
    if (!chance(30) || q->name[0] != 'q' || strcmp(q->name, "q1") == 0 || q->scale[0])
        return;
    snprintf(q->ask_if, sizeof q->ask_if, "%s",
             first == book_find(&book, "g1") ? "g1=1" : "q1=1,2,3");
}

static void make_others(void)
{
    int n = below(3);
    char name[32];
    for (int m = 1; m <= n; m++) {
        snprintf(name, sizeof name, "options%d", m);
        struct list *list = new_list(name);
        numbered(list, 3 + below(5));
        list->values[list->n - 1].exclusive = true;
        struct question *q = new_question("m", m, KIND_MULTIPLE, list);
        q->outcome = true;
        snprintf(q->roles, sizeof q->roles, "outcome");
    }
    if (chance(50)) {
        struct question *q = new_question("n", 1, KIND_NUMBER, NULL);
        q->outcome = true;
        snprintf(q->roles, sizeof q->roles, "outcome");
    }
}

/* The share of studies, in percent, with a trait of the design; beside the row of draws. */
static bool design_has(int trait, int percent)
{
    return rng_below(rng_draw(seed, 95, (uint64_t)trait, 0), 100) < percent;
}

/* From seed FIRST_DESIGN on: fitted weights, strata, clusters, three waves in which some left, and groups
 * that are outcomes.  Those before it stay what they were. */
static void make_design(void)
{
    static const int moves[] = { 0, 4, 9, 10, 30 };
    if (seed < FIRST_DESIGN)
        return;
    plan.weighted = false;
    plan.fit = design_has(0, 35) ? FIT_RAKE : design_has(1, 60) ? FIT_POSTSTRATIFY : FIT_NONE;
    plan.strata = design_has(2, 50);
    plan.cluster = design_has(3, 25);
    plan.fpc = plan.strata && !plan.cluster && design_has(4, 50);
    plan.group_outcome = design_has(5, 30);
    plan.moved = moves[rng_below(rng_draw(seed, 95, 6, 0), 5)];
    plan.group_missing = 0;
    n_waves = design_has(7, 50) ? 3 : n_waves;
    if (plan.organisations > 0 && plan.organisations < 12)
        plan.organisations = 12;
}

static void make_group_roles(void)
{
    for (int q = 0; seed >= FIRST_DESIGN && q < book.n_questions; q++) {
        struct question *of = &book.questions[q];
        if (strcmp(of->name, "g1") != 0 && strcmp(of->name, "g2") != 0)
            continue;
        of->outcome = plan.group_outcome;
        snprintf(of->roles, sizeof of->roles, "group margin stratum%s",
                 plan.group_outcome ? " outcome" : "");
    }
}

static void make_plan(void)
{
    static const int sizes[][2] = { { 30, 60 }, { 60, 150 }, { 150, 400 }, { 400, 1500 } };
    int size = below(4);
    plan.volunteers = sizes[size][0] + below(sizes[size][1] - sizes[size][0]);
    plan.organisations = chance(30) ? 0 : 5 + below(296);
    plan.group_missing = chance(40) ? 0 : 1 + below(50);
    plan.item_missing = chance(20) ? 0 : below(60);
    plan.dont_know = chance(20) ? 0 : below(120);
    plan.strict = chance(25);
    plan.semicolon = chance(50);
    n_waves = chance(25) ? 2 : 1;
    plan.weighted = rng_below(rng_draw(seed, 98, 0, 0), 100) < 40; /* beside the row of draws */
    make_design();
    make_item_lists();
    make_groups();
    make_group_roles();
    make_items();
    make_filter();
    make_others();
}

#endif
