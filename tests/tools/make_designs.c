/* tests/tools/make_designs.c - small random studies of every design, for tests/reference/random.
 *
 *   make_designs N FOLDER
 *
 * writes FOLDER/001 ... and FOLDER/designs.csv, a line for each: 1-6 strata, clusters of 1-8 or none,
 * a finite population or none, one unit alone in a stratum at times, weights of up to four decimals,
 * equal ones or 0 at times, or fitted to totals, missing answers and groups.  Design 7 is the same
 * for every N and on every machine. */
#include "tools/rng.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST = 200, SEED = 20260301, GROUPS = 3, CODES = 5, STRATA = 6 };

struct plan {
    int number;
    int n_strata, lone; /* a stratum with one unit, or -1 */
    bool clustered, finite, equal, with_zeros;
    bool
        fitted; /* raked to strata and groups, post-stratified to groups where there are no strata */
    const char *policy;
    int decimals, missing, alike; /* percent */
    int leaning[CODES];
    int n, units[STRATA];
    int of_stratum[STRATA], of_group[GROUPS]; /* persons in the population */
};
struct person {
    int stratum, cluster, group, answer; /* cluster, group and answer 0: left empty */
    int weight;                          /* in units of the last decimal */
};

static struct person people[MOST];
static uint64_t number, draws;

static int below(int n)
{
    return rng_below(rng_draw(SEED, number, draws++, 0), n);
}

static bool chance(int percent)
{
    return below(100) < percent;
}

static struct plan make_plan(void)
{
    struct plan plan = { .number = (int)number, .n_strata = 1 + below(STRATA), .lone = -1 };
    plan.clustered = chance(50);
    plan.finite = chance(40);
    plan.equal = chance(25);
    plan.with_zeros = chance(15);
    plan.policy = chance(50) ? "adjust" : "certainty";
    plan.decimals = below(5);
    plan.missing = below(21);
    plan.alike = below(60);
    if (plan.n_strata > 1 && chance(40))
        plan.lone = below(plan.n_strata);
    for (int c = 0; c < CODES; c++)
        plan.leaning[c] = 1 + below(chance(30) ? 30 : 6);
    return plan;
}

static int power_of_ten(int exponent)
{
    return exponent > 0 ? 10 * power_of_ten(exponent - 1) : 1;
}

/* 0.2 to 12 or so, the same for a stratum at times. */
static int weight(const struct plan *plan, int stratum)
{
    const int one = power_of_ten(plan->decimals);
    if (plan->with_zeros && chance(8))
        return 0;
    if (plan->equal)
        return one * (1 + stratum % 3);
    return one / 5 + 1 + below(12 * one);
}

/* One unit with its people; those of a cluster are more alike. */
static void add_unit(struct plan *plan, int stratum, int size)
{
    const int common = 1 + rng_pick(rng_draw(SEED, number, draws++, 1), plan->leaning, CODES);
    /* Without an id a respondent is a cluster of one. */
    const int id = plan->clustered && size == 1 && chance(20) ? 0 : ++plan->units[stratum];
    plan->units[stratum] += id == 0;
    for (int i = 0; i < size && plan->n < MOST; i++) {
        struct person *person = &people[plan->n++];
        person->stratum = stratum;
        person->cluster = id;
        person->group = chance(3) ? 0 : 1 + below(GROUPS);
        person->answer = 1 + rng_pick(rng_draw(SEED, number, draws++, 1), plan->leaning, CODES);
        if (chance(plan->alike))
            person->answer = common;
        if (chance(plan->missing))
            person->answer = 0;
        person->weight = weight(plan, stratum);
    }
}

/* 10 to 120 respondents; a stratum has at least two units, or one where it is to be alone. */
static void add_people(struct plan *plan)
{
    const int target = 10 + below(111);
    for (int h = 0; h < plan->n_strata; h++) {
        const int from = plan->n, share = target / plan->n_strata;
        do {
            add_unit(plan, h, plan->clustered ? 1 + below(8) : 1);
        } while (plan->lone != h && (plan->n - from < share || plan->units[h] < 2));
    }
}

/* Splits `total` over n parts, near to what they weigh; the last takes what is left. */
static void share_out(int total, const int *weighs, int n, int *parts)
{
    int all = 0, left = total;
    for (int k = 0; k < n; k++)
        all += weighs[k];
    for (int k = 0; k < n; k++) {
        parts[k] = (int)((int64_t)total * weighs[k] / all);
        parts[k] = parts[k] * (85 + below(31)) / 100 + 1;
        parts[k] = k + 1 < n ? parts[k] : left;
        left -= parts[k];
    }
}

/* Totals that a sample can be fitted to: every group is there, and every part of the population. */
static bool find_totals(struct plan *plan)
{
    int strata[STRATA] = { 0 }, groups[GROUPS] = { 0 }, total = 0;
    for (int i = 0; i < plan->n; i++) {
        people[i].group += people[i].group == 0;
        strata[people[i].stratum] += people[i].weight;
        groups[people[i].group - 1] += people[i].weight;
    }
    for (int h = 0; h < plan->n_strata; h++)
        total += 20 * plan->units[h];
    share_out(total, strata, plan->n_strata, plan->of_stratum);
    share_out(total, groups, GROUPS, plan->of_group);
    for (int g = 0; g < GROUPS; g++)
        if (groups[g] == 0 || plan->of_group[g] <= 0)
            return false;
    for (int h = 0; h < plan->n_strata; h++)
        if (plan->of_stratum[h] <= plan->units[h])
            return false;
    return true;
}

/* ---- what is written ---- */

static FILE *create(const char *folder, const char *name)
{
    char path[500];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(1);
    }
    return file;
}

static void write_study(const struct plan *plan, const char *folder)
{
    FILE *file = create(folder, "study.yml");
    fprintf(file, "format: 1\nstudy:\n  id: random-%d\n", plan->number);
    fprintf(file, "  title: { nl: Steekproef %d, en: Sample %d }\n", plan->number, plan->number);
    fprintf(file, "  municipality: { code: GM9999, name: Voorbeeldstad }\ncodebook: codebook\n");
    fprintf(file, "sources:\n  - id: vol\n    respondents: volunteers\n    export: plain\n"
                  "    answers: codes\n    decimal: \".\"\n"
                  "    weights: { variable: w, ");
    if (!plan->fitted)
        fprintf(file, "method: given }\n");
    else if (plan->n_strata > 1)
        fprintf(file, "method: rake, margins: [str, g], grid: 1e-12 }\n");
    else
        fprintf(file, "method: poststratify, margins: [g], grid: 1e-12 }\n");
    fprintf(file, "    design: { %s%sfpc: %s, lone_cluster: %s }\n",
            plan->n_strata > 1 ? "strata: [str], " : "", plan->clustered ? "cluster: org, " : "",
            plan->finite ? "population" : "none", plan->policy);
    fprintf(file, "waves:\n  - wave: 2026\n    fieldwork: { from: 2026-03-02, to: 2026-03-29 }\n"
                  "    files: { vol: 2026/volunteers.csv }\n"
                  "analysis: { confidence: 0.95, interval: korn-graubard, by: { vol: [g] } }\n"
                  "output: { folder: output, languages: [nl, en], formats: [csv] }\n");
    fclose(file);
}

static void write_codebook(const struct plan *plan, const char *folder)
{
    static const char *const sides[CODES] = { "negative", "negative", "neutral", "positive",
                                              "positive" };
    FILE *file = create(folder, "variables.csv");
    fprintf(file, "name,source,type,values,label::nl,label::en,role\n"
                  "id,vol,id,,Nummer,Number,\n"
                  "org,vol,id,,Organisatie,Organisation,psu\n"
                  "str,vol,single,str,Laag,Stratum,stratum\n"
                  "g,vol,single,g,Groep,Group,group\n"
                  "y,vol,single,five,Antwoord,Answer,outcome\n"
                  "z,vol,single,five,Altijd,Always,outcome\n"
                  "w,vol,weight,,Gewicht,Weight,\n");
    fclose(file);
    file = create(folder, "values.csv");
    fprintf(file, "list,code,label::nl,label::en,side\n");
    for (int h = 1; h <= plan->n_strata; h++)
        fprintf(file, "str,%d,laag %d,stratum %d,\n", h, h, h);
    for (int g = 1; g <= GROUPS; g++)
        fprintf(file, "g,%d,groep %d,group %d,\n", g, g, g);
    for (int c = 1; c <= CODES; c++)
        fprintf(file, "five,%d,antwoord %d,answer %d,%s\n", c, c, c, sides[c - 1]);
    fclose(file);
}

/* More than the units that were drawn: 10 % to half of them, or nearly all. */
static void write_units(const struct plan *plan, FILE *file)
{
    const char *unit = plan->clustered ? "psu" : "persons";
    for (int h = 0; h < plan->n_strata; h++) {
        const int units = plan->units[h], all = units + 1 + below(chance(30) ? 3 : 9 * units);
        if (plan->n_strata > 1)
            fprintf(file, "vol,str,%d,%d,%s\n", h + 1, all, unit);
        else
            fprintf(file, "vol,total,,%d,%s\n", all, unit);
    }
}

/* The persons of a stratum serve the fitting, and the finite population where they are the units. */
static void write_totals(const struct plan *plan, FILE *file)
{
    int total = 0;
    for (int h = 0; h < plan->n_strata; h++) {
        total += plan->of_stratum[h];
        if (plan->n_strata > 1)
            fprintf(file, "vol,str,%d,%d,persons\n", h + 1, plan->of_stratum[h]);
    }
    for (int g = 0; g < GROUPS; g++)
        fprintf(file, "vol,g,%d,%d,persons\n", g + 1, plan->of_group[g]);
    if (plan->n_strata == 1)
        fprintf(file, "vol,total,,%d,persons\n", total);
}

static void write_population(const struct plan *plan, const char *folder)
{
    if (!plan->finite && !plan->fitted)
        return;
    FILE *file = create(folder, "population.csv");
    fprintf(file, "source,variable,code,count,unit\n");
    if (plan->fitted)
        write_totals(plan, file);
    if (plan->finite && (plan->clustered || !plan->fitted))
        write_units(plan, file);
    fclose(file);
}

static void write_number(FILE *file, int x)
{
    fputc(',', file);
    if (x > 0)
        fprintf(file, "%d", x);
}

static void write_answers(const struct plan *plan, const char *folder)
{
    const int one = power_of_ten(plan->decimals);
    FILE *file = create(folder, "volunteers.csv");
    /* Everybody answers z: a row without any answer would be empty, and not in the sample. */
    fprintf(file, "id,str,org,g,y,z,w\n");
    for (int i = 0; i < plan->n; i++) {
        const struct person *person = &people[i];
        fprintf(file, "r%03d,%d", i + 1, person->stratum + 1);
        write_number(file, person->cluster);
        write_number(file, person->group);
        write_number(file, person->answer);
        fprintf(file, ",%d,%d", 1 + i % CODES, person->weight / one);
        if (plan->decimals > 0)
            fprintf(file, ".%0*d", plan->decimals, person->weight % one);
        fputc('\n', file);
    }
    fclose(file);
}

static void write_all(const struct plan *plan, const char *folder)
{
    char path[400];
    mkdir(folder, 0755);
    write_study(plan, folder);
    snprintf(path, sizeof path, "%s/codebook", folder);
    mkdir(path, 0755);
    write_codebook(plan, path);
    write_population(plan, path);
    snprintf(path, sizeof path, "%s/2026", folder);
    mkdir(path, 0755);
    write_answers(plan, path);
}

int main(int argc, char **argv)
{
    char folder[300];
    if (argc != 3) {
        fprintf(stderr, "use: make_designs N FOLDER\n");
        return 2;
    }
    mkdir(argv[2], 0755);
    FILE *index = create(argv[2], "designs.csv");
    fprintf(index, "design,strata,clustered,finite,fitted,policy\n");
    for (int i = 1; i <= atoi(argv[1]); i++) {
        number = (uint64_t)i;
        draws = 0;
        struct plan plan = make_plan();
        add_people(&plan);
        plan.fitted = !plan.with_zeros && i % 4 == 0 && find_totals(&plan);
        snprintf(folder, sizeof folder, "%s/%03d", argv[2], i);
        write_all(&plan, folder);
        fprintf(index, "%03d,%d,%d,%d,%d,%s\n", i, plan.n_strata, plan.clustered, plan.finite,
                plan.fitted, plan.policy);
    }
    fclose(index);
    return 0;
}
