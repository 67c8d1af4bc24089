/* tests/tools/make_study.c - a random study, for the attacker.
 *
 *   make_study SEED FOLDER TRUTH
 *
 * writes study.yml, codebook and answers below FOLDER, and the true counts to TRUTH (survey.h),
 * which the program never sees.  The same seed gives the same study on every machine. */
#include "tools/study_files.h"

#include <sys/stat.h>

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
    /* what is fitted to a total must have somebody */
    if (q->name[0] == 'g' && seed >= FIRST_DESIGN && who < q->list->n)
        return who;
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

/* ---- all of it ---- */

static int count_of(int q, int v)
{
    int n = 0;
    for (int i = 0; i < survey.n; i++)
        n += survey.answer[q][i] == v;
    return n;
}

/* How many of each group of a question were invited: the respondents of the last wave and some more.
 * The last group takes what makes the totals of both questions the same. */
static int invited_of(int q, int *invited)
{
    int total = 0;
    for (int v = 0; v < book.questions[q].list->n; v++) {
        int n = count_of(q, v);
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

/* How many there are: of every group several times those who answered, in equal totals. */
static void put_persons(FILE *to)
{
    int persons[2][MAX_VALUES], total[2] = { 0, 0 };
    for (int g = 0; g < 2; g++)
        for (int v = 0; v < book.questions[g].list->n; v++) {
            const uint64_t times = rng_draw(seed, 94, (uint64_t)g, (uint64_t)v);
            persons[g][v] = count_of(g, v) * (10 + rng_below(times, 11)) / 5;
            total[g] += persons[g][v];
        }
    persons[total[0] < total[1] ? 0 : 1][0] += abs(total[0] - total[1]);
    for (int g = 0; g < 2; g++)
        for (int v = 0; v < book.questions[g].list->n; v++)
            fprintf(to, "%s,g%d,%s,%d,persons\n", survey.source, g + 1,
                    book.questions[g].list->values[v].code, persons[g][v]);
}

static const char *wave_name(int wave)
{
    static const char *const names[] = { "2024", "2025", "2026" };
    return names[wave + 1];
}

static void make_wave(const char *folder, int wave, bool organisations, FILE *truth,
                      FILE *population)
{
    static const char *const names[] = { "g1", "g2", "g3", "g4", "g5", "g6" };
    char path[64];
    survey_open(&survey, &book, wave_name(wave), organisations ? "org" : "vol");
    survey.n = organisations ? plan.organisations : plan.volunteers;
    for (; survey.n_by < n_groups; survey.n_by++)
        survey.by[survey.n_by] = names[survey.n_by];
    answer_all(wave < 0 ? 2 : wave);
    snprintf(path, sizeof path, "%s/%s.csv", survey.wave,
             organisations ? "organisations" : "volunteers");
    FILE *to = tool_open(folder, path);
    put_answers(to);
    tool_close(to);
    truth_write(truth, &survey, wave == 1);
    if (wave == 1)
        put_invited(population);
    if (wave == 1 && (plan.fit || plan.fpc))
        put_persons(population);
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
    put_indicators(argv[2]);
    FILE *truth = tool_open("", argv[3]),
         *population = tool_open(argv[2], "codebook/population.csv");
    fputs("source,variable,code,count,unit\n", population);
    truth_head(truth);
    for (int wave = 2 - n_waves; wave < 2; wave++) {
        make_folder(argv[2], wave_name(wave));
        make_wave(argv[2], wave, false, truth, population);
        if (plan.organisations)
            make_wave(argv[2], wave, true, truth, population);
    }
    tool_close(truth);
    tool_close(population);
    return 0;
}
