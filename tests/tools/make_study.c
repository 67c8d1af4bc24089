/* tests/tools/make_study.c - a random study, for the attacker.
 *
 *   make_study SEED FOLDER TRUTH
 *
 * writes study.yml, codebook and answers below FOLDER, and the true counts to TRUTH (survey.h),
 * which the program never sees.  The same seed gives the same study on every machine. */
#include "tools/rng.h"
#include "tools/survey.h"

#include <sys/stat.h>

static uint64_t seed;
static uint64_t draws; /* of the plan; answers are hashed by place */

static struct book book;
static struct survey survey;
static int leaning_of_item[MAX_QUESTIONS], n_groups, n_waves;
static struct {
    int volunteers, organisations;
    int group_missing, item_missing, dont_know; /* thousandths */
    bool strict, semicolon;
    bool weighted; /* a weight of 0.40 to 2.50 in the file */
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
    make_item_lists();
    make_groups();
    make_items();
    make_filter();
    make_others();
}

/* ---- the answers ---- */

static int uneven(const struct list *list, int wave, int q, int who)
{
    int weights[MAX_VALUES];
    for (int v = 0; v < list->n; v++) {
        int w = 1 + rng_below(rng_draw(seed, 99, (uint64_t)q, (uint64_t)v), 10);
        weights[v] = list->values[v].missing[0] ? 0 : w * w;
    }
    return rng_pick(at(wave, who, q, 0), weights, list->n);
}

static int leaning(int wave, int q, int who)
{
    int common = rng_normal(at(wave, who, 0, 63)), own = rng_normal(at(wave, who, q, 1));
    int group = group_of(&survey, book_find(&book, "g1"), who);
    return leaning_of_item[q] + (6 * common + 8 * own) / 10 + 200 * group - 200;
}

static int steps(int lean, int n) /* an answer of n, more of the high ones */
{
    static const int five[] = { -1900, -1100, -300, 1000 }, four[] = { -1500, -500, 900 };
    int answer = 0;
    while (answer < n - 1 && lean >= (n == 5 ? five : four)[answer])
        answer++;
    return answer;
}

static int reason(const struct question *q, int wave, int number, int who)
{
    int dont_know = list_find(q->list, "8"), not_applicable = list_find(q->list, "9");
    int of = rng_below(at(wave, who, number, 2), 1000);
    int mild = rng_below(rng_draw(seed, 98, (uint64_t)number, 0), 3); /* not every item has many */
    if (of < plan.item_missing)
        return NO_ANSWER;
    if (of < plan.item_missing + plan.dont_know * mild / 2 && dont_know >= 0)
        return dont_know;
    return of > 985 && not_applicable >= 0 ? not_applicable : 0;
}

static bool asked(const struct question *q, int who)
{
    if (!q->ask_if[0])
        return true;
    char name[8];
    snprintf(name, sizeof name, "%.2s", q->ask_if);
    int answer = survey.answer[book_find(&book, name)][who];
    return answer >= 0 && answer < (name[0] == 'q' ? 3 : 1);
}

static int single(int wave, int number, int who)
{
    const struct question *q = &book.questions[number];
    if (q->name[0] == 'g')
        return rng_below(at(wave, who, number, 2), 1000) < plan.group_missing
                   ? NO_ANSWER
                   : uneven(q->list, wave, number, who);
    if (!asked(q, who))
        return NOT_ASKED;
    int none = reason(q, wave, number, who);
    if (none != 0)
        return none;
    if (!q->list->values[0].side[0])
        return uneven(q->list, wave, number, who);
    return steps(leaning(wave, number, who), strcmp(q->list->name, "five") == 0 ? 5 : 4);
}

static int multiple(int wave, int number, int who)
{
    const struct list *list = book.questions[number].list;
    int mask = 0;
    if (rng_below(at(wave, who, number, 2), 1000) < plan.item_missing)
        return NO_ANSWER;
    for (int v = 0; v < list->n - 1; v++)
        if (rng_below(at(wave, who, number, 8 + v), 100) <
            4 + rng_below(rng_draw(seed, 97, (uint64_t)number, (uint64_t)v), 60))
            mask |= 1 << v;
    return mask ? mask : 1 << (list->n - 1);
}

static int grade(int wave, int number, int who)
{
    int value = 7 + leaning(wave, number, who) / 800;
    if (rng_below(at(wave, who, number, 2), 1000) < plan.item_missing)
        return NO_ANSWER;
    return value < 1 ? 1 : value > 10 ? 10 : value;
}

/* Nobody is an `empty` row: who gave no valid outcome answers the first question in the middle. */
static void answer_all(int wave)
{
    int first = book_find(&book, "q1");
    for (int i = 0; i < survey.n; i++) {
        for (int k = 0; k < survey.n_asked; k++) {
            int q = survey.asked[k];
            enum kind kind = book.questions[q].kind;
            survey.answer[q][i] = kind == KIND_SINGLE     ? single(wave, q, i)
                                  : kind == KIND_MULTIPLE ? multiple(wave, q, i)
                                                          : grade(wave, q, i);
        }
        bool valid = false;
        for (int k = 0; k < survey.n_asked; k++) {
            const struct question *q = &book.questions[survey.asked[k]];
            int answer = survey.answer[survey.asked[k]][i];
            valid |=
                q->outcome && answer >= 0 && q->kind == KIND_SINGLE && value_valid(q->list, answer);
        }
        if (!valid)
            survey.answer[first][i] = 2;
    }
}

/* ---- the files ---- */

static void put_weight(FILE *to, char mark, int who)
{
    int hundredths = 40 + rng_below(at(survey.wave[3] == '6', who, 0, 62), 211);
    fprintf(to, "%c%d.%02d", mark, hundredths / 100, hundredths % 100);
}

static void put_answers(FILE *to)
{
    char mark = plan.semicolon ? ';' : ',';
    fputs("rid", to);
    for (int k = 0; k < survey.n_asked; k++) {
        const struct question *q = &book.questions[survey.asked[k]];
        for (int v = 0; q->kind == KIND_MULTIPLE && v < q->list->n; v++)
            fprintf(to, "%c%s_%s", mark, q->name, q->list->values[v].code);
        if (q->kind != KIND_MULTIPLE)
            fprintf(to, "%c%s", mark, q->name);
    }
    if (plan.weighted)
        fprintf(to, "%cw", mark);
    for (int i = 0; i < survey.n; i++) {
        fprintf(to, "\n%d", i + 1);
        for (int k = 0; k < survey.n_asked; k++) {
            const struct question *q = &book.questions[survey.asked[k]];
            int answer = survey.answer[survey.asked[k]][i];
            for (int v = 0; q->kind == KIND_MULTIPLE && v < q->list->n; v++)
                fprintf(to, "%c%s", mark, answer < 0 ? "" : answer >> v & 1 ? "1" : "0");
            if (q->kind == KIND_MULTIPLE)
                continue;
            fputc(mark, to);
            if (answer >= 0 && q->kind == KIND_NUMBER)
                fprintf(to, "%d", answer);
            else if (answer >= 0)
                fputs(q->list->values[answer].code, to);
        }
        if (plan.weighted)
            put_weight(to, mark, i);
    }
    fputc('\n', to);
}

static void put_variables(const char *folder)
{
    static const char *const kinds[] = { "id", "single", "multiple", "number", "text" };
    FILE *to = tool_open(folder, "codebook/variables.csv");
    const char *both = plan.organisations ? "vol org" : "vol";
    fputs("name,source,column,type,values,label::nl,label::en,role,scale,reverse,ask_if,unit,min,"
          "max\n",
          to);
    fprintf(to, "rid,%s,,id,,Nummer,Number,,,,,,,\n", both);
    if (plan.weighted)
        fprintf(to, "w,%s,,weight,,Gewicht,Weight,,,,,,,\n", both);
    for (int i = 0; i < book.n_questions; i++) {
        const struct question *q = &book.questions[i];
        fprintf(to, "%s,%s,%s,%s,%s,Vraag %s,Question %s,%s,%s,%s,\"%s\",%s\n", q->name, q->sources,
                q->column, kinds[q->kind], q->list ? q->list->name : "", q->name, q->name, q->roles,
                q->scale, q->reverse ? "yes" : "", q->ask_if,
                q->kind == KIND_NUMBER ? "grade,1,10" : ",,");
    }
    tool_close(to);
}

static void put_values(const char *folder)
{
    FILE *to = tool_open(folder, "codebook/values.csv");
    fputs("list,code,label::nl,label::en,missing,side,score,exclusive,fallback\n", to);
    for (int l = 0; l < book.n_lists; l++)
        for (int v = 0; v < book.lists[l].n; v++) {
            const struct value *x = &book.lists[l].values[v];
            fprintf(to, "%s,%s,antwoord %s,answer %s,%s,%s,,%s,%s\n", book.lists[l].name, x->code,
                    x->code, x->code, x->missing, x->side, x->exclusive ? "yes" : "", x->fallback);
        }
    tool_close(to);
    to = tool_open(folder, "codebook/scales.csv");
    fputs("scale,label::nl,label::en,family,min_answered\n", to);
    for (int k = 0; k < book.n_scales; k++)
        fprintf(to, "%s,Schaal %s,Scale %s,,\n", book.scales[k], book.scales[k], book.scales[k]);
    tool_close(to);
}

static void put_study(const char *folder)
{
    FILE *to = tool_open(folder, "study.yml");
    const char *weights = plan.weighted ? "decimal: \".\", weights: { method: given, variable: w }"
                                        : "weights: { method: none }";
    fprintf(to,
            "format: 1\nstudy:\n  id: seed-%llu\n  title: { nl: Proef, en: Trial }\n"
            "  municipality: { code: GM9997, name: Proefstad }\ncodebook: codebook\nsources:\n"
            "  - { id: vol, respondents: volunteers, %s }\n",
            (unsigned long long)seed, weights);
    if (plan.organisations)
        fprintf(to, "  - { id: org, respondents: organisations, %s }\n", weights);
    fputs("waves:\n", to);
    for (int w = 2 - n_waves; w < 2; w++) {
        int year = 2025 + w;
        fprintf(to,
                "  - wave: %d\n    fieldwork: { from: %d-03-02, to: %d-03-29 }\n"
                "    files: { vol: %d/volunteers.csv",
                year, year, year, year);
        if (plan.organisations)
            fprintf(to, ", org: %d/organisations.csv", year);
        fputs(" }\n", to);
    }
    fprintf(to, "disclosure: { profile: %s }\nanalysis:\n  by: [",
            plan.strict ? "strict" : "public");
    for (int g = 1; g <= n_groups; g++)
        fprintf(to, "%sg%d", g > 1 ? ", " : "", g);
    fputs("]\noutput:\n  folder: output\n  languages: [nl, en]\n  formats: [csv, md, html]\n", to);
    tool_close(to);
}

/* How many of each group of a question were invited: the respondents of the last wave and some more.
 * The last group takes what makes the totals of both questions the same. */
static int invited_of(int q, int *invited)
{
    int total = 0;
    for (int v = 0; v < book.questions[q].list->n; v++) {
        int n = 0;
        for (int i = 0; i < survey.n; i++)
            n += survey.answer[q][i] == v;
        uint64_t more = rng_draw(seed, 96, (uint64_t)q, (uint64_t)v);
        invited[v] = n + (n == 0) + rng_below(more, more % 3 ? 2 * n + 20 : 3);
        total += invited[v];
    }
    return total;
}

static void put_invited(FILE *to)
{
    int invited[2][MAX_VALUES], total[2], most = survey.n;
    for (int g = 0; g < 2; g++) {
        total[g] = invited_of(g, invited[g]);
        most = total[g] > most ? total[g] : most;
    }
    for (int g = 0; g < 2; g++) {
        const struct question *q = &book.questions[g];
        invited[g][q->list->n - 1] += most - total[g];
        for (int v = 0; v < q->list->n; v++)
            fprintf(to, "%s,%s,%s,%d,invited\n", survey.source, q->name, q->list->values[v].code,
                    invited[g][v]);
    }
}

static void make_wave(const char *folder, int wave, bool organisations, FILE *truth,
                      FILE *population)
{
    static const char *const names[] = { "g1", "g2", "g3", "g4", "g5", "g6" };
    char path[64];
    survey_open(&survey, &book, wave ? "2026" : "2025", organisations ? "org" : "vol");
    survey.n = organisations ? plan.organisations : plan.volunteers;
    for (; survey.n_by < n_groups; survey.n_by++)
        survey.by[survey.n_by] = names[survey.n_by];
    answer_all(wave);
    snprintf(path, sizeof path, "%s/%s.csv", survey.wave,
             organisations ? "organisations" : "volunteers");
    FILE *to = tool_open(folder, path);
    put_answers(to);
    tool_close(to);
    truth_write(truth, &survey, wave == 1);
    if (wave == 1)
        put_invited(population);
}

static void make_folder(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    mkdir(path, 0777);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: make_study SEED FOLDER TRUTH\n", stderr);
        return 2;
    }
    seed = strtoull(argv[1], NULL, 10);
    make_plan();
    mkdir(argv[2], 0777);
    make_folder(argv[2], "codebook");
    put_study(argv[2]);
    put_variables(argv[2]);
    put_values(argv[2]);
    FILE *truth = tool_open("", argv[3]),
         *population = tool_open(argv[2], "codebook/population.csv");
    fputs("source,variable,code,count,unit\n", population);
    truth_head(truth);
    for (int wave = 2 - n_waves; wave < 2; wave++) {
        make_folder(argv[2], wave ? "2026" : "2025");
        make_wave(argv[2], wave, false, truth, population);
        if (plan.organisations)
            make_wave(argv[2], wave, true, truth, population);
    }
    tool_close(truth);
    tool_close(population);
    return 0;
}
