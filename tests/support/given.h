/* tests/support/given.h - a small study written to a folder below .build/, read, and what was said.
 *
 *     struct given given = { .variables = "q;vol;single;yn;outcome\n", .answers = "q\n1\n" };
 *     struct wrd_frame *frame = given_read(&given);
 *     assert_true(given_said(&given, "W0213"));
 *     given_free(&given);
 *
 * The study has one source, vol, and one wave, 2026.  A row of `variables` is
 * name;source;column;type;values;separator;role;ask_if;min;max, one of `values`
 * list;code;label::nl;label::en;missing;score. */
#ifndef SUPPORT_GIVEN_H
#define SUPPORT_GIVEN_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "waardering/steps.h"

#define GIVEN_COLUMNS "name;source;column;type;values;separator;role;ask_if;min;max"
#define GIVEN_FOLDER ".build/given"

struct given {
    const char *respondents;                /* NULL: volunteers */
    const char *source;                     /* more keys of the source: ", answers: labels" */
    bool units;                             /* variables have a column more, `unit` */
    const char *variables, *values, *waves; /* rows, without their header; waves may be NULL */
    const char *answers;
    size_t answers_len; /* 0: strlen */
    /* what came of it */
    struct wrd_arena *arena;
    struct wrd_diag *diag;
    struct wrd_study *study;
    struct wrd_codebook *book;
    enum wrd_status status;
    char *said; /* every message, JSON Lines in English */
};

static inline void given_write(const char *name, const char *head, const char *text, size_t len)
{
    char path[200];
    snprintf(path, sizeof path, GIVEN_FOLDER "/%s", name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(head, file);
    assert_int_equal(fwrite(text, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static inline void given_write_text(const char *name, const char *head, const char *text)
{
    given_write(name, head, text, strlen(text));
}

static inline void given_files(const struct given *given)
{
    char yml[2000];
    mkdir(".build", 0755);
    mkdir(GIVEN_FOLDER, 0755);
    mkdir(GIVEN_FOLDER "/codebook", 0755);
    snprintf(yml, sizeof yml,
             "format: 1\n"
             "study:\n  id: given\n  title: { nl: Proef, en: Test }\n"
             "  municipality: { code: GM9999, name: Voorbeeldstad }\n"
             "codebook: codebook\n"
             "sources:\n  - { id: vol, respondents: %s%s }\n"
             "waves:\n  - { wave: 2026, files: { vol: answers.csv } }\n"
             "output: { folder: out, languages: [nl, en], formats: [csv] }\n",
             given->respondents ? given->respondents : "volunteers",
             given->source ? given->source : "");
    given_write_text("study.yml", "", yml);
    given_write_text("codebook/variables.csv",
                     given->units ? GIVEN_COLUMNS ";unit\n" : GIVEN_COLUMNS "\n", given->variables);
    given_write_text("codebook/values.csv", "list;code;label::nl;label::en;missing;score\n",
                     given->values ? given->values : "");
    given_write_text("codebook/waves.csv", "wave;source;name;column;code;was_code;comparable\n",
                     given->waves ? given->waves : "");
    if (given->answers)
        given_write("answers.csv", "", given->answers,
                    given->answers_len ? given->answers_len : strlen(given->answers));
    else
        remove(GIVEN_FOLDER "/answers.csv");
}

static inline void given_collect(struct given *given)
{
    size_t len;
    FILE *to = open_memstream(&given->said, &len);
    wrd_diag_write(given->diag, to,
                   &(struct wrd_diag_style){ .lang = WRD_EN, .json = true, .verbose = true });
    fclose(to);
}

/* Study and codebook must be right: the answers are what is tested. */
static inline struct wrd_frame *given_read(struct given *given)
{
    struct wrd_frame *frame = NULL;
    given_files(given);
    given->arena = wrd_arena_new();
    given->diag = wrd_diag_new();
    given->status = wrd_study_read(given->arena, GIVEN_FOLDER, given->diag, &given->study);
    if (given->status == WRD_OK)
        given->status = wrd_codebook_read(given->arena, given->study, given->diag, &given->book);
    if (given->status != WRD_OK) {
        given_collect(given);
        print_error("%s", given->said);
        fail_msg("the study of the test itself is wrong");
    }
    given->status =
        wrd_answers_read(given->arena, given->study, given->book, 0, 0, NULL, given->diag, &frame);
    given_collect(given);
    return frame;
}

/* The line of the message with this code, up to its end; NULL: not said. */
static inline const char *given_said(const struct given *given, const char *code)
{
    char sought[40];
    snprintf(sought, sizeof sought, "\"%s\"", code);
    const char *found = strstr(given->said, sought);
    while (found && found > given->said && found[-1] != '\n')
        found--;
    return found;
}

/* Whether that message holds this text. */
static inline bool given_said_with(const struct given *given, const char *code, const char *text)
{
    const char *line = given_said(given, code);
    if (!line)
        return false;
    const char *end = strchr(line, '\n'), *found = strstr(line, text);
    return found && (!end || found < end);
}

static inline const struct wrd_column *given_column(const struct given *given,
                                                    const struct wrd_frame *frame, const char *name)
{
    int i = wrd_codebook_variable(given->book, name);
    assert_true(i >= 0);
    return &frame->columns[i];
}

/* The codes of a column as letters: 0-9 an answer, then the reasons. */
static inline void given_codes(const struct wrd_column *column, size_t n, char *text)
{
    static const char reasons[] = "aRINDET";
    for (size_t i = 0; i < n; i++) {
        unsigned code = wrd_column_code(column, i), first = column->c8 ? 248 : 65528;
        text[i] = code < first ? (char)('0' + code) : reasons[code - first];
    }
    text[n] = '\0';
}

static inline void given_free(struct given *given)
{
    free(given->said);
    wrd_diag_free(given->diag);
    wrd_arena_free(given->arena);
}

#endif
