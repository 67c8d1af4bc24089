/* tests/tools/repair.h - moves a few answers of the example, so that an answer is given by nobody
 * or by enough people to be shown: in the totals every answer, in the breakdowns negative, neutral
 * and positive.  Without it an example of this size would show how protection hides, and little
 * else.
 *
 * The one who moves is the one whose leaning was nearest to the answer that is short. */
#ifndef TOOLS_REPAIR_H
#define TOOLS_REPAIR_H

#include "survey.h"

static int leaning[MAX_QUESTIONS][MAX_PEOPLE]; /* before it became an answer; set by make_example */

struct repair {
    struct survey *s;
    int q, by;  /* by -1: everybody */
    bool sides; /* count by side, not by answer */
    int wanted; /* 0, or at least so many */
};

/* Groups that share a fallback word count as one: that is how they are published. */
static inline int repair_group(const struct repair *r, int who)
{
    if (r->by < 0)
        return 0;
    const struct list *list = r->s->book->questions[r->by].list;
    int group = group_of(r->s, r->by, who);
    for (int v = 0; group >= 0 && v < group; v++)
        if (list->values[v].fallback[0] &&
            strcmp(list->values[v].fallback, list->values[group].fallback) == 0)
            return v;
    return group;
}

static inline int repair_category(const struct repair *r, int answer)
{
    static const char *const sides[] = { "negative", "neutral", "positive" };
    const struct question *q = &r->s->book->questions[r->q];
    if (answer < 0 || !r->sides || q->list->values[answer].missing[0])
        return answer;
    for (int k = 0; k < 3; k++)
        if (strcmp(q->list->values[answer].side, sides[k]) == 0)
            return k == 0 ? 1 : k == 1 ? 2 : 3; /* the mildest answer of the side */
    return answer;
}

static inline int repair_count(const struct repair *r, int group, int category)
{
    int n = 0;
    for (int i = 0; i < r->s->n; i++)
        n += repair_group(r, i) == group && repair_category(r, r->s->answer[r->q][i]) == category;
    return n;
}

/* The respondent of the group who stands nearest to the category and whose own can spare one; -1.
 */
static inline int repair_donor(const struct repair *r, int group, int category, int n_categories)
{
    int spare[128] = { 0 }, best = -1, best_far = 1 << 30;
    for (int c = 0; c < n_categories; c++)
        spare[c] = repair_count(r, group, c) > r->wanted + 2;
    bool above = category >= n_categories / 2;
    for (int i = 0; i < r->s->n; i++) {
        int own = repair_category(r, r->s->answer[r->q][i]);
        if (own < 0 || own == category || repair_group(r, i) != group || !spare[own])
            continue;
        int step = own > category ? own - category : category - own;
        int far = 100000 * step + (above ? -1 : 1) * leaning[r->q][i];
        if (far < best_far) {
            best_far = far;
            best = i;
        }
    }
    return best;
}

static inline int repair_size(const struct repair *r)
{
    const struct question *q = &r->s->book->questions[r->q];
    return q->kind == KIND_NUMBER ? 11 : q->list->n;
}

/* Raises every short cell of one table; true when something moved. */
static inline bool repair_table(const struct repair *r)
{
    bool moved = false;
    int n_groups = r->by < 0 ? 1 : r->s->book->questions[r->by].list->n;
    for (int g = 0; g < n_groups; g++)
        for (int c = 0; c < repair_size(r); c++) {
            const struct list *list = r->s->book->questions[r->q].list;
            if (r->by >= 0 && list && strcmp(list->values[c].missing, "not_applicable") == 0)
                continue; /* not a row of a breakdown */
            int n = repair_count(r, g, c);
            for (int who; n > 0 && n < r->wanted; n++, moved = true) {
                if ((who = repair_donor(r, g, c, repair_size(r))) < 0)
                    break;
                r->s->answer[r->q][who] = c;
            }
        }
    return moved;
}

static inline void repair_single(struct survey *s, int q, int wanted, bool breakdowns)
{
    const struct question *ask = &s->book->questions[q];
    bool sides = ask->kind == KIND_SINGLE && ask->list->values[0].side[0];
    bool moved = true;
    for (int pass = 0; moved && pass < 20; pass++) {
        moved = repair_table(&(struct repair){ s, q, -1, false, wanted });
        for (int b = 0; breakdowns && b < s->n_by; b++)
            moved |=
                repair_table(&(struct repair){ s, q, book_find(s->book, s->by[b]), sides, wanted });
    }
}

/* Ticks of one option in one group; who does not tick it is asked in the order of their leaning. */
static inline void repair_option(const struct repair *r, int group, int option, bool exclusive)
{
    int ticked = 0, best;
    for (int i = 0; i < r->s->n; i++)
        ticked += repair_group(r, i) == group && r->s->answer[r->q][i] >= 0 &&
                  (r->s->answer[r->q][i] >> option & 1);
    for (; ticked > 0 && ticked < r->wanted; ticked++) {
        best = -1;
        for (int i = 0; i < r->s->n; i++) {
            int mask = r->s->answer[r->q][i];
            const struct list *list = r->s->book->questions[r->q].list;
            bool none = mask >= 0 && (mask >> (list->n - 1) & 1);
            if (mask < 0 || none || (mask >> option & 1) || repair_group(r, i) != group)
                continue;
            if (best < 0 || leaning[r->q][i] < leaning[r->q][best])
                best = i;
        }
        if (best < 0)
            return;
        r->s->answer[r->q][best] = exclusive ? 1 << option : r->s->answer[r->q][best] | 1 << option;
        leaning[r->q][best] += 4000; /* somebody else next time */
    }
}

static inline void repair_multiple(struct survey *s, int q, int wanted)
{
    const struct list *list = s->book->questions[q].list;
    for (int pass = 0; pass < 5; pass++)
        for (int b = -1; b < s->n_by; b++) {
            int by = b < 0 ? -1 : book_find(s->book, s->by[b]);
            int n_groups = b < 0 ? 1 : s->book->questions[by].list->n;
            for (int g = 0; g < n_groups; g++)
                for (int v = 0; v < list->n; v++)
                    repair_option(&(struct repair){ s, q, by, false, wanted }, g, v,
                                  list->values[v].exclusive);
        }
}

#endif
