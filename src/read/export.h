/* read/export.h - the header of an export: which tool wrote it, and what its columns are.
 *
 * No codebook is needed: `init --from` guesses one from this, read/header.h finds its variables in
 * it.
 *
 * Presets  plain         one row, a name a column
 *          limesurvey    one row: `code`, `code. text`, `code[sub]. text [label]`
 *          qualtrics     three rows: names, texts of the questions, ImportId as JSON
 *          surveymonkey  two rows: a question over its first column and nothing over its others;
 *                        under it the options, or 'Response'
 *          forms         one row of texts of questions, by Google or Microsoft
 *          auto: the first of qualtrics, surveymonkey, forms, limesurvey that the rows themselves
 *          show; else plain.
 * Errors   WRD_EINPUT: the study names a preset of which the file does not have the rows.
 * Memory   Texts live in the arena, trimmed. */
#ifndef READ_EXPORT_H
#define READ_EXPORT_H

#include "model/personal.h"
#include "read/ahead.h"
#include "waardering/diag.h"
#include "waardering/status.h"
#include "waardering/study.h"

struct wrd_export_column {
    const char *name;   /* the whole header; SurveyMonkey: `Question [Option]` */
    const char *other;  /* the other name it goes by: LimeSurvey's code, the text in Qualtrics; else
                             = name */
    const char *column; /* of these two the one for variables.csv and messages */
    const char *question; /* "": the export does not say */
    const char *option;   /* of a column an answer or of an item of a grid; "": none */
    size_t first;         /* first of the columns of its question, which stand side by side */
    enum wrd_column_kind kind;
};

struct wrd_export_head {
    enum wrd_export preset;          /* never WRD_EXPORT_AUTO */
    const char *preset_name, *title; /* "qualtrics", "Qualtrics" */
    struct wrd_export_column *columns;
    size_t n_columns;
    size_t n_rows;          /* of the header: 1, 2 or 3 */
    bool labels;            /* answers are labels, where the study does not say */
    const char *separators; /* between answers in one cell, where the codebook does not say */
};

/* Whether the first record can be a header; if not, that is said. */
bool wrd_export_has_header(enum wrd_record_state state, const struct wrd_record *record,
                           char delimiter, const char *file, struct wrd_diag *diag);

/* The first record is whole.  Reads the rows of the header; wrd_ahead_next gives the first answers.
 * `place` is that of the first record. */
enum wrd_status wrd_export_read_head(struct wrd_arena *arena, struct wrd_ahead *ahead,
                                     enum wrd_export wanted, struct wrd_place place,
                                     struct wrd_diag *diag, struct wrd_export_head *head);

/* Length of the code before ". " of `code. text` and `code[sub]. text`; 0: it has none. */
size_t wrd_header_code(const char *header, size_t len);

#endif
