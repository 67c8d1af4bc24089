/* tests/tools/study_files.h - the files of a random study: answers, codebook, study.yml; of make_study.c. */
#ifndef TOOLS_STUDY_FILES_H
#define TOOLS_STUDY_FILES_H

#include "tools/study_plan.h"

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
    if (plan.cluster)
        fprintf(to, "%cunit", mark);
    for (int i = 0; i < survey.n; i++) {
        fprintf(to, "\n%d", i + 1 + plan.moved * (survey.wave[3] - '0'));
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
        if (plan.cluster)
            fprintf(to, "%cu%d", mark, i % 23);
    }
    fputc('\n', to);
}

/* What both surveys ask with answers from low to high is a pair, under a word that is no name. */
static const char *pair_of(const struct question *q)
{
    static char word[80];
    if (q->kind != KIND_SINGLE || strcmp(q->sources, "vol org") != 0 ||
        (strcmp(q->list->name, "five") != 0 && strcmp(q->list->name, "four") != 0))
        return "";
    snprintf(word, sizeof word, "p_%s", q->name);
    return word;
}

static void put_variables(const char *folder)
{
    static const char *const kinds[] = { "id", "single", "multiple", "number", "text" };
    FILE *to = tool_open(folder, "codebook/variables.csv");
    const char *both = plan.organisations ? "vol org" : "vol";
    fputs("name,source,column,type,values,label::nl,label::en,role,scale,reverse,ask_if,unit,min,"
          "max,pair\n",
          to);
    fprintf(to, "rid,%s,,id,,Nummer,Number,,,,,,,,\n", both);
    if (plan.weighted)
        fprintf(to, "w,%s,,weight,,Gewicht,Weight,,,,,,,,\n", both);
    if (plan.cluster)
        fprintf(to, "unit,%s,,id,,Eenheid,Unit,psu,,,,,,,\n", both);
    for (int i = 0; i < book.n_questions; i++) {
        const struct question *q = &book.questions[i];
        fprintf(to, "%s,%s,%s,%s,%s,Vraag %s,Question %s,%s,%s,%s,\"%s\",%s,%s\n", q->name,
                q->sources, q->column, kinds[q->kind], q->list ? q->list->name : "", q->name,
                q->name, q->roles, q->scale, q->reverse ? "yes" : "", q->ask_if,
                q->kind == KIND_NUMBER ? "grade,1,10" : ",,", pair_of(q));
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
    for (int k = 0; k < book.n_scales;
         k++) /* without a draw: a study of a seed keeps its answers */
        fprintf(to, "%s,Schaal %s,Scale %s,%s,\n", book.scales[k], book.scales[k], book.scales[k],
                book.n_questions % 3 ? "route" : "task");
    tool_close(to);
}

static void put_indicator(FILE *to, const char *name, const char *kind, const char *source,
                          const char *of)
{
    static int part; /* two of every three have a direction */
    static const char *const better[] = { "higher", "lower", "" };
    fprintf(to, "i_%s,p%d,Cijfer %d,Figure %d,%s,%s,%s,%s\n", name, part, part, part, kind, source,
            of, better[part % 3]);
    part++;
}

static bool asks_scale(const char *scale, const char *source)
{
    for (int i = 0; i < book.n_questions; i++)
        if (strcmp(book.questions[i].scale, scale) == 0 &&
            strstr(book.questions[i].sources, source))
            return true;
    return false;
}

/* Every kind, of whatever has it; made without a draw. */
static void put_indicators(const char *folder)
{
    static const char *const sources[] = { "vol", "org" };
    FILE *to = tool_open(folder, "codebook/indicators.csv");
    fputs("indicator,part,label::nl,label::en,kind,source,of,better\n", to);
    for (int s = 0; s <= (plan.organisations > 0); s++) {
        for (int k = 0; k < book.n_scales; k++) {
            if (!asks_scale(book.scales[k], sources[s]))
                continue;
            put_indicator(to, book.scales[k], "index", sources[s], book.scales[k]);
            if (book.n_questions % 3)
                put_indicator(to, book.scales[k], "route", sources[s], book.scales[k]);
        }
        for (int i = 0; i < book.n_questions; i++) {
            const struct question *q = &book.questions[i];
            const bool sided = q->list && (strcmp(q->list->name, "five") == 0 ||
                                           strcmp(q->list->name, "four") == 0);
            char of[128];
            if (!strstr(q->roles, "outcome") || !strstr(q->sources, sources[s]))
                continue;
            snprintf(of, sizeof of, "%s=%s", q->name, q->list ? q->list->values[0].code : "");
            if (sided) {
                put_indicator(to, q->name, "top2", sources[s], q->name);
                put_indicator(to, q->name, "bottom2", sources[s], q->name);
            }
            if (q->kind == KIND_SINGLE)
                put_indicator(to, q->name, "share", sources[s], of);
            if (q->kind == KIND_NUMBER || sided)
                put_indicator(to, q->name, "mean", sources[s], q->name);
            if (q->kind == KIND_MULTIPLE) {
                put_indicator(to, q->name, "mentions", sources[s], of);
                put_indicator(to, q->name, "breadth", sources[s], q->name);
            }
            if (s == 0 && *pair_of(q))
                put_indicator(to, q->name, "gap", "both", q->name);
        }
    }
    tool_close(to);
}

/* How a source is weighted and sampled.  Organisations are few, and are fitted to one margin alone. */
static const char *design_of(bool organisations)
{
    static char how[256];
    static const char *const fits[] = { "none", "rake, margins: [g1, g2]",
                                        "poststratify, margins: [g1]" };
    const bool design = plan.strata || plan.cluster;
    if (plan.weighted)
        return "decimal: \".\", weights: { method: given, variable: w }";
    snprintf(how, sizeof how, "weights: { method: %s }%s%s%s%s%s",
             fits[organisations && plan.fit ? FIT_POSTSTRATIFY : plan.fit],
             design ? ", design: { lone_cluster: merge" : "", plan.strata ? ", strata: [g2]" : "",
             plan.cluster ? ", cluster: unit" : "", plan.fpc ? ", fpc: population" : "",
             design ? " }" : "");
    return how;
}

static void put_study(const char *folder)
{
    const char *link = plan.cluster && plan.organisations ? "link: unit, " : "";
    FILE *to = tool_open(folder, "study.yml");
    fprintf(to,
            "format: 1\nstudy:\n  id: seed-%llu\n  title: { nl: Proef, en: Trial }\n"
            "  municipality: { code: GM9997, name: Proefstad }\ncodebook: codebook\nsources:\n"
            "  - { id: vol, respondents: volunteers, %s%s }\n",
            (unsigned long long)seed, link, design_of(false));
    if (plan.organisations)
        fprintf(to, "  - { id: org, respondents: organisations, %s }\n", design_of(true));
    fputs("waves:\n", to);
    for (int w = 2 - n_waves; w < 2; w++) { /* the last is 1, of 2026 */
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

#endif
