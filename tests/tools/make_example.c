/* tests/tools/make_example.c - makes the answers of the example study and of the small one.
 *
 *   make_example [--small] [--truth FILE] [--rows FILE] STUDY [OUTPUT]
 *
 * reads STUDY/codebook and writes the answer files of the waves below OUTPUT (STUDY if left out).
 * --truth: the true counts (survey.h); --rows: the balance of rows of each file.  The same bytes on
 * every machine.  Nobody answered any of this: a respondent is a leaning towards appreciation, one
 * towards the municipality, and chance. */
#include "tools/example_file.h"
#include "tools/example_plan.h"
#include "tools/example_town.h"
#include "tools/repair.h"
#include "tools/rng.h"
#include "tools/sheet.h"

static struct book book;
static struct survey survey;

static int square_root(int square)
{
    int root = 0;
    while ((root + 1) * (root + 1) <= square)
        root++;
    return root;
}

/* The answer of `who` to a question by name; < 0 where it was not asked here. */
static int answered(const char *name, int who)
{
    int q = book_find(&book, name);
    return q >= 0 && has_word(book.questions[q].sources, survey.source) ? survey.answer[q][who]
                                                                        : NO_ANSWER;
}

/* Real differences: the villages and small organisations see less of the municipality, sport thanks
 * more and culture less, more hours bind more. */
static int town_shift(int who)
{
    static const int district[] = { 200, -80, 60, -420 }, size[] = { -320, 60, 220 };
    int d = answered("district", who), z = answered("size", who);
    return (d < 0 ? 0 : district[d]) + (z < 0 ? 0 : size[z]);
}

static int own_shift(int who)
{
    static const int sector[] = { 220, 40, -280, 60, -80 }, hours[] = { -120, 0, 220 };
    int s = answered("sector", who), h = answered("hours", who);
    return (s < 0 ? 0 : sector[s]) + (h < 0 ? 0 : hours[h]);
}

/* What respondents bring to every question: in part what their organisation is like, in part who they
 * are, in part the day.  Squares of the parts: 221, 449 and 330 thousandths. */
static int trait_of(const char *what, int who)
{
    int organisation = town.organisation[who];
    int shared = rng_normal(organisation == NO_ORGANISATION ? lasting(who, what, 1)
                                                            : of_organisation(organisation, what));
    return (470 * shared + 670 * rng_normal(lasting(who, what, 0)) +
            575 * rng_normal(of_now(who, what, 0))) /
           1000;
}

/* What is left, of which a part (360 thousandths) comes back in the next wave. */
static int chance_of(const char *what, int who)
{
    return (600 * rng_normal(lasting(who, what, 0)) + 800 * rng_normal(of_now(who, what, 0))) /
           1000;
}

static int leaning_of(const struct item *item, int who)
{
    int rest = square_root(1000000 - item->own * item->own - item->town * item->town);
    int own = trait_of("appreciation", who) + own_shift(who);
    int municipality = trait_of("municipality", who) + town_shift(who);
    int lean =
        item->mean[town.wave] +
        (item->own * own + item->town * municipality + rest * chance_of(item->name, who)) / 1000;
    if (strcmp(item->name, "v_t1") == 0 && answered("age", who) == 0)
        lean -= 450; /* the youngest move on */
    if (strcmp(item->name, "v_t2") == 0 && answered("hours", who) == 2)
        lean += 500; /* many hours weigh more */
    return lean;
}

static int agree_of(int lean)
{
    static const int cuts[] = { -1900, -1100, -300, 1000 };
    int answer = 0;
    while (answer < 4 && lean >= cuts[answer])
        answer++;
    return answer;
}

static void answer_item(const struct item *item, int q)
{
    for (int i = 0; i < survey.n; i++) {
        int chance = rng_below(of_now(i, item->name, 1), 1000);
        leaning[q][i] = leaning_of(item, i);
        survey.answer[q][i] = agree_of(leaning[q][i]);
        if (chance < item->dont_know)
            survey.answer[q][i] = 5;
        else if (chance < item->dont_know + item->not_applicable)
            survey.answer[q][i] = 6;
        else if (chance >= 994)
            survey.answer[q][i] = NO_ANSWER;
    }
}

static int ticked_of(const struct spread *spread, int n, int who)
{
    int mask = 0;
    if (rng_below(of_now(who, spread->name, 99), 100) < spread->weight[n - 1])
        return 1 << (n - 1);
    for (int v = 0; v < n - 1; v++)
        if (rng_below(of_now(who, spread->name, v), 100) < spread->weight[v])
            mask |= 1 << v;
    return mask ? mask : 1 << rng_below(of_now(who, spread->name, 98), n - 1);
}

static int picked_of(const struct spread *spread, int n, int who)
{
    const int organisation = town.organisation[who];
    if (strcmp(spread->name, "size") == 0)
        return organisation_size(organisation);
    if (!spread->lasting)
        return rng_pick(of_now(who, spread->name, 0), spread->weight, n);
    if (town.organisations ||
        (organisation != NO_ORGANISATION &&
         rng_below(lasting(who, spread->name, 1), 100) < spread->of_organisation))
        return rng_pick(of_organisation(organisation, spread->name), spread->weight, n);
    return rng_pick(lasting(who, spread->name, 0), spread->weight, n);
}

static void answer_spread(const struct spread *spread, int q)
{
    const struct question *ask = &book.questions[q];
    const int n = ask->list->n;
    for (int i = 0; i < survey.n; i++) {
        leaning[q][i] = rng_normal(of_now(i, spread->name, 97));
        survey.answer[q][i] =
            ask->kind == KIND_MULTIPLE ? ticked_of(spread, n, i) : picked_of(spread, n, i);
        if (!spread->needed && rng_below(of_now(i, spread->name, 96), 1000) < 7)
            survey.answer[q][i] = NO_ANSWER;
    }
}

static void answer_grade(int q)
{
    static const int cuts[] = { -1500, -850, 0, 950, 1600 }; /* a 5, 6, 7, 8, 9; else a 10 */
    const struct item grade = { "v_cijfer", { 110, 100, 150 }, 700, 50, 0, 0, false };
    for (int i = 0; i < survey.n; i++) {
        int answer = 5;
        leaning[q][i] = leaning_of(&grade, i);
        while (answer < 10 && leaning[q][i] >= cuts[answer - 5])
            answer++;
        survey.answer[q][i] = answer;
    }
}

static const struct spread *spread_of(const char *name)
{
    for (size_t k = 0; k < sizeof spreads / sizeof *spreads; k++)
        if (strcmp(spreads[k].name, name) == 0)
            return &spreads[k];
    return NULL;
}

static void answer_question(int q)
{
    const struct question *ask = &book.questions[q];
    for (size_t k = 0; k < sizeof items / sizeof *items; k++)
        if (strcmp(items[k].name, ask->name) == 0)
            answer_item(&items[k], q);
    if (spread_of(ask->name))
        answer_spread(spread_of(ask->name), q);
    if (ask->kind == KIND_NUMBER)
        answer_grade(q);
    for (int i = 0; i < survey.n && ask->kind == KIND_ID; i++)
        survey.answer[q][i] = 0;
    for (int i = 0; i < survey.n && ask->kind == KIND_TEXT; i++)
        survey.answer[q][i] = rng_below(of_now(i, ask->name, 0), 6) == 0 ? 0 : NO_ANSWER;
}

static bool may_go_wrong(const struct question *q)
{
    return q->kind == KIND_SINGLE && !(spread_of(q->name) && spread_of(q->name)->needed);
}

/* Some stop half way; a few cells hold a number that is no answer. */
static void spoil(void)
{
    for (int i = 0; i < survey.n; i++)
        if (rng_below(of_now(i, "stop", 0), 100) < 5) {
            int half = survey.n_asked / 2;
            int from = half + rng_below(of_now(i, "stop", 1), survey.n_asked - half);
            for (int k = from; k < survey.n_asked; k++)
                survey.answer[survey.asked[k]][i] = NO_ANSWER;
        }
    for (int k = 0; k < 5; k++) {
        int n = survey.n_asked, q;
        do
            q = survey.asked[rng_below(of_now(k, "wrong", n--), survey.n_asked)];
        while (!may_go_wrong(&book.questions[q]));
        survey.answer[q][rng_below(of_now(k, "wrong", 1000), survey.n)] = WRONG;
    }
}

static void repair(int wanted)
{
    for (int k = 0; k < survey.n_asked; k++) {
        int q = survey.asked[k];
        bool left = false;
        for (size_t i = 0; i < sizeof items / sizeof *items; i++)
            left |= items[i].left && strcmp(items[i].name, book.questions[q].name) == 0;
        if (!book.questions[q].outcome)
            continue;
        if (book.questions[q].kind == KIND_MULTIPLE)
            repair_multiple(&survey, q, wanted);
        else
            repair_single(&survey, q, wanted, !left);
    }
}

static void put_balance(FILE *rows, const char *name, const struct extra *x)
{
    int aside = x->shorter + x->broken;
    fprintf(rows, "%s,%d,%d,%d,%d,%d\n", name, survey.n + x->empty + aside + x->twice, survey.n,
            x->empty, aside, x->twice);
}

/* Respondents who make up the extra rows come behind the used ones and are counted nowhere. */
static void make_answers(int wave, int used, int wanted, const struct extra *extra)
{
    survey.n = used + extra->empty + extra->shorter + extra->broken;
    town_answers(wave, survey.source[0] == 'o', survey.n);
    for (int k = 0; k < survey.n_asked; k++)
        answer_question(survey.asked[k]);
    survey.n = used;
    spoil();
    if (wanted)
        repair(wanted);
}

static const struct plan {
    const char *file, *wave, *source;
    const char *by[4];
    int used, wanted; /* wanted 0: no repair */
    struct extra extra;
    bool small;
} plans[] = {
    { "2024/volunteers.csv",
      "2024",
      "vol",
      { "age", "district", "sector", "hours" },
      402,
      6,
      { 5, 2, 1, 4 },
      false },
    { "2024/organisations.csv", "2024", "org", { "size" }, 140, 4, { 2, 1, 1, 3 }, false },
    { "2025/volunteers.csv",
      "2025",
      "vol",
      { "age", "district", "sector", "hours" },
      413,
      6,
      { 6, 3, 1, 5 },
      false },
    { "2025/organisations.csv", "2025", "org", { "size" }, 147, 4, { 3, 1, 1, 4 }, false },
    { "2026/volunteers.csv",
      "2026",
      "vol",
      { "age", "district", "sector", "hours" },
      427,
      6,
      { 7, 2, 1, 6 },
      false },
    { "2026/organisations.csv", "2026", "org", { "size" }, 152, 4, { 2, 2, 1, 4 }, false },
    { "2026/volunteers.csv",
      "2026",
      "vol",
      { "age", "district", "hours" },
      60,
      0,
      { 2, 1, 0, 1 },
      true },
    { "2026/organisations.csv", "2026", "org", { "size" }, 25, 0, { 1, 0, 0, 1 }, true },
};

/* A respondent without one valid outcome would be an empty row to the program. */
static void check_used(void)
{
    for (int i = 0; i < survey.n; i++) {
        bool valid = false;
        for (int k = 0; k < survey.n_asked; k++) {
            const struct question *q = &book.questions[survey.asked[k]];
            int answer = survey.answer[survey.asked[k]][i];
            valid |= q->outcome && answer >= 0 &&
                     (q->kind != KIND_SINGLE || value_valid(q->list, answer));
        }
        if (!valid) {
            fprintf(stderr, "respondent %d of %s has no valid outcome\n", i, survey.source);
            exit(1);
        }
    }
}

static void make_file(const struct plan *plan, const char *folder, FILE *truth, FILE *rows)
{
    int wave = plan->wave[3] - '4';
    survey_open(&survey, &book, plan->wave, plan->source);
    for (; survey.n_by < 4 && plan->by[survey.n_by]; survey.n_by++)
        survey.by[survey.n_by] = plan->by[survey.n_by];
    make_answers(wave, plan->used, plan->wanted, &plan->extra);
    check_used();
    put_file(&survey, &plan->extra, folder, plan->file);
    if (truth)
        truth_write(truth, &survey, wave == N_WAVES - 1);
    if (rows)
        put_balance(rows, plan->file, &plan->extra);
}

int main(int argc, char **argv)
{
    FILE *truth = NULL, *rows = NULL;
    bool small = false;
    int a = 1;
    for (; a < argc && argv[a][0] == '-'; a++)
        if (strcmp(argv[a], "--small") == 0)
            small = true;
        else if (strcmp(argv[a], "--truth") == 0 && a + 1 < argc)
            truth_head(truth = tool_open("", argv[++a]));
        else if (strcmp(argv[a], "--rows") == 0 && a + 1 < argc)
            fputs("file,rows,used,empty,set-aside,duplicate\n", rows = tool_open("", argv[++a]));
    if (a >= argc) {
        fputs("usage: make_example [--small] [--truth FILE] [--rows FILE] STUDY [OUTPUT]\n",
              stderr);
        return 2;
    }
    book_read(&book, argv[a]);
    for (size_t p = 0; p < sizeof plans / sizeof *plans; p++)
        if (plans[p].small == small)
            make_file(&plans[p], a + 1 < argc ? argv[a + 1] : argv[a], truth, rows);
    if (truth)
        tool_close(truth);
    if (rows)
        tool_close(rows);
    return 0;
}
