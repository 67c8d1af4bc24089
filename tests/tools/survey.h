/* tests/tools/survey.h - a survey in memory, for the generators: its questions, its answers, and
 * the true counts of everything, made without a line of the program under test.
 *
 * Shapes   answer[question][respondent]: index of the value in the question's list; of a multiple
 *          question a mask of values; of a number the number; or one of the negative reasons.
 * Truth    CSV `wave,source,variable,code,group_variable,group_code,count`.  Codes are those of the
 *          list, and: @n respondents of a group (variable empty) or with a score (a scale), @base
 * who saw a multiple question, @dont_know @not_applicable @refused @technical @empty @invalid
 *          @not_asked, and @sum of a scale: the sum of its 0-100 scores, times 27720 (a mean of up
 * to 12 items stays whole).  The group
 *          @none are those who gave no answer to the group's question. */
#ifndef TOOLS_SURVEY_H
#define TOOLS_SURVEY_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_VALUES = 24, MAX_LISTS = 32, MAX_QUESTIONS = 72, MAX_PEOPLE = 2000, MAX_SCALES = 16 };
enum { NO_ANSWER = -1, WRONG = -2, NOT_ASKED = -3 };
enum kind { KIND_ID, KIND_SINGLE, KIND_MULTIPLE, KIND_NUMBER, KIND_TEXT };

struct value {
    char code[33], label_nl[120], label_en[120], missing[24], side[12], score[8], fallback[24];
    bool exclusive;
};
struct list {
    char name[65];
    struct value values[MAX_VALUES];
    int n;
};
struct question {
    char name[65], sources[40], column[80], label_nl[200], label_en[200], scale[17], roles[60];
    char ask_if[40];
    enum kind kind;
    struct list *list; /* NULL without */
    bool outcome, reverse;
};
struct book {
    struct list lists[MAX_LISTS];
    struct question questions[MAX_QUESTIONS];
    char scales[MAX_SCALES][17];
    int n_lists, n_questions, n_scales;
};
struct survey {
    const struct book *book;
    const char *wave, *source;
    int asked[MAX_QUESTIONS]; /* indices of the questions of this source */
    int n_asked, n;
    int answer[MAX_QUESTIONS][MAX_PEOPLE];
    const char *by[8]; /* the breakdowns, by name */
    int n_by;
};

static inline int book_find(const struct book *book, const char *name)
{
    for (int q = 0; q < book->n_questions; q++)
        if (strcmp(book->questions[q].name, name) == 0)
            return q;
    return -1;
}

static inline struct list *book_list(struct book *book, const char *name)
{
    for (int l = 0; l < book->n_lists; l++)
        if (strcmp(book->lists[l].name, name) == 0)
            return &book->lists[l];
    return NULL;
}

/* The word stands in the text, with spaces or an end on both sides. */
static inline bool has_word(const char *text, const char *word)
{
    size_t len = strlen(word);
    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word))
        if ((at == text || at[-1] == ' ') && (at[len] == 0 || at[len] == ' '))
            return true;
    return false;
}

static inline void survey_open(struct survey *s, const struct book *book, const char *wave,
                               const char *source)
{
    s->book = book;
    s->wave = wave;
    s->source = source;
    s->n_asked = s->n = s->n_by = 0;
    for (int q = 0; q < book->n_questions; q++)
        if (has_word(book->questions[q].sources, source))
            s->asked[s->n_asked++] = q;
}

static inline int list_find(const struct list *list, const char *code)
{
    for (int v = 0; v < list->n; v++)
        if (strcmp(list->values[v].code, code) == 0)
            return v;
    return -1;
}

static inline bool value_valid(const struct list *list, int v)
{
    return v >= 0 && list->values[v].missing[0] == 0;
}

/* Score of a value, times 12 so that a written decimal (0.5, 2.25) stays whole. */
static inline int value_score12(const struct value *v)
{
    const char *text = v->score[0] ? v->score : v->code;
    char *end;
    long whole = strtol(text, &end, 10), part = 0, unit = 1;
    if (*end == '.')
        for (end++; *end >= '0' && *end <= '9'; end++) {
            part = part * 10 + (*end - '0');
            unit *= 10;
        }
    return (int)(12 * whole + 12 * part / unit);
}

/* 0-100 score of an item's answer, times 27720; -1: none. */
static inline int item_score(const struct question *q, int answer)
{
    int low = 1 << 30, high = -low, x;
    if (answer < 0 || !value_valid(q->list, answer))
        return -1;
    for (int v = 0; v < q->list->n; v++)
        if (value_valid(q->list, v)) {
            x = value_score12(&q->list->values[v]);
            low = x < low ? x : low;
            high = x > high ? x : high;
        }
    x = value_score12(&q->list->values[answer]);
    x = q->reverse ? high - x : x - low;
    return 2772000 * x / (high - low);
}

/* The scale score of a respondent times 27720, half of the items answered; -1: none. */
static inline int scale_score(const struct survey *s, const char *scale, int who)
{
    int k = 0, valid = 0, sum = 0;
    for (int i = 0; i < s->n_asked; i++) {
        const struct question *q = &s->book->questions[s->asked[i]];
        if (strcmp(q->scale, scale) != 0)
            continue;
        int score = item_score(q, s->answer[s->asked[i]][who]);
        k++;
        valid += score >= 0;
        sum += score >= 0 ? score : 0;
    }
    return k > 0 && valid >= (k + 1) / 2 ? sum / valid : -1;
}

/* Group of a respondent: index of a valid value; -1: no answer. */
static inline int group_of(const struct survey *s, int by, int who)
{
    int v = s->answer[by][who];
    return v >= 0 && value_valid(s->book->questions[by].list, v) ? v : -1;
}

struct truth_at {  /* which respondents are counted */
    int by, group; /* by -1: everybody */
    const char *by_name, *group_code;
};

static inline bool truth_in(const struct survey *s, const struct truth_at *at, int who)
{
    return at->by < 0 || group_of(s, at->by, who) == at->group;
}

static inline void truth_row(FILE *to, const struct survey *s, const struct truth_at *at,
                             const char *variable, const char *code, long long count)
{
    fprintf(to, "%s,%s,%s,%s,%s,%s,%lld\n", s->wave, s->source, variable, code, at->by_name,
            at->group_code, count);
}

static inline long long truth_count(const struct survey *s, const struct truth_at *at, int q,
                                    int answer)
{
    long long n = 0;
    for (int i = 0; i < s->n; i++)
        n += truth_in(s, at, i) && s->answer[q][i] == answer;
    return n;
}

static inline void truth_reasons(FILE *to, const struct survey *s, const struct truth_at *at, int q)
{
    const char *name = s->book->questions[q].name;
    truth_row(to, s, at, name, "@empty", truth_count(s, at, q, NO_ANSWER));
    truth_row(to, s, at, name, "@invalid", truth_count(s, at, q, WRONG));
    truth_row(to, s, at, name, "@not_asked", truth_count(s, at, q, NOT_ASKED));
}

static inline void truth_question(FILE *to, const struct survey *s, const struct truth_at *at,
                                  int q)
{
    const struct question *ask = &s->book->questions[q];
    char code[40];
    if (ask->kind == KIND_NUMBER)
        for (int v = 0; v <= 100; v++) {
            snprintf(code, sizeof code, "%d", v);
            long long n = truth_count(s, at, q, v);
            if (n > 0)
                truth_row(to, s, at, ask->name, code, n);
        }
    for (int v = 0; ask->kind == KIND_SINGLE && v < ask->list->n; v++) {
        const struct value *value = &ask->list->values[v];
        snprintf(code, sizeof code, "%s%s", value->missing[0] ? "@" : "",
                 value->missing[0] ? value->missing : value->code);
        truth_row(to, s, at, ask->name, code, truth_count(s, at, q, v));
    }
    if (ask->kind == KIND_MULTIPLE) {
        long long base = 0;
        for (int v = 0; v < ask->list->n; v++) {
            long long n = 0;
            for (int i = 0; i < s->n; i++)
                n += truth_in(s, at, i) && s->answer[q][i] >= 0 && (s->answer[q][i] >> v & 1);
            truth_row(to, s, at, ask->name, ask->list->values[v].code, n);
        }
        for (int i = 0; i < s->n; i++)
            base += truth_in(s, at, i) && s->answer[q][i] >= 0;
        truth_row(to, s, at, ask->name, "@base", base);
    }
    truth_reasons(to, s, at, q);
}

static inline void truth_scale(FILE *to, const struct survey *s, const struct truth_at *at,
                               const char *scale)
{
    long long n = 0, sum = 0;
    for (int i = 0; i < s->n; i++) {
        int score = truth_in(s, at, i) ? scale_score(s, scale, i) : -1;
        n += score >= 0;
        sum += score >= 0 ? score : 0;
    }
    truth_row(to, s, at, scale, "@n", n);
    truth_row(to, s, at, scale, "@sum", sum);
}

static inline void truth_group(FILE *to, const struct survey *s, const struct truth_at *at)
{
    long long n = 0;
    for (int i = 0; i < s->n; i++)
        n += truth_in(s, at, i);
    truth_row(to, s, at, "", "@n", n);
    for (int i = 0; i < s->n_asked; i++) {
        const struct question *q = &s->book->questions[s->asked[i]];
        if (q->outcome || q->scale[0])
            truth_question(to, s, at, s->asked[i]);
    }
    for (int k = 0; k < s->book->n_scales; k++)
        truth_scale(to, s, at, s->book->scales[k]);
}

static inline void truth_head(FILE *to)
{
    fputs("wave,source,variable,code,group_variable,group_code,count\n", to);
}

/* All groups of a survey; of an earlier wave everybody alone. */
static inline void truth_write(FILE *to, const struct survey *s, bool with_groups)
{
    truth_group(to, s, &(struct truth_at){ -1, 0, "total", "total" });
    for (int b = 0; with_groups && b < s->n_by; b++) {
        int by = book_find(s->book, s->by[b]);
        const struct list *list = s->book->questions[by].list;
        truth_group(to, s, &(struct truth_at){ by, -1, s->by[b], "@none" });
        for (int v = 0; v < list->n; v++)
            if (value_valid(list, v))
                truth_group(to, s, &(struct truth_at){ by, v, s->by[b], list->values[v].code });
    }
}

static inline FILE *tool_open(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s%s%s", folder, *folder ? "/" : "", name);
    FILE *file = fopen(path, "wb");
    if (!file) {
        fprintf(stderr, "cannot write %s\n", path);
        exit(2);
    }
    return file;
}

static inline void tool_close(FILE *file)
{
    if (ferror(file) | fclose(file)) {
        fputs("cannot write: is the disk full?\n", stderr);
        exit(2);
    }
}

#endif
