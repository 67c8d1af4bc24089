/* write/account.h - the account of `check`, as texts: the terminal and the HTML page say the same.
 *
 * Counts are those of quality.csv: 1 to 4 is <5, in the terminal too, because an account is soon
 * copied into a mail.
 *
 * Memory   Texts live in the plan's arena. */
#ifndef WRITE_ACCOUNT_H
#define WRITE_ACCOUNT_H

#include "model/words.h"
#include "waardering/account.h"
#include "waardering/diag.h"
#include "write/grid.h"

/* "2026/volunteers.csv: 427 rows = ... (utf-8, limesurvey, ,)" */
const char *wrd_account_file(struct wrd_arena *arena, const struct wrd_read_file *file,
                             enum wrd_lang lang);
/* How a source is weighted; NULL: it has no answers in this wave. */
const char *wrd_account_weights(const struct wrd_plan *plan, size_t source, enum wrd_lang lang);
/* A variable a row: valid, and missing by kind, as far as any has it; NULL: there is none. */
struct wrd_grid *wrd_account_variables(const struct wrd_plan *plan, size_t source,
                                       enum wrd_lang lang);
/* A pattern a row: its word, how many, what it is; NULL: none was judged. */
struct wrd_grid *wrd_account_patterns(const struct wrd_plan *plan, size_t source,
                                      enum wrd_lang lang);
/* What was said of labels and lists, not of answers; returns how many. */
size_t wrd_account_labels(const struct wrd_plan *plan, const struct wrd_diag *diag,
                          enum wrd_lang lang, const char ***texts);

/* What was read, and behind it what was found. */
void wrd_account_files(struct wrd_arena *arena, const struct wrd_account *account,
                       enum wrd_lang lang, FILE *to);
void wrd_account_text(const struct wrd_plan *plan, const struct wrd_diag *diag, enum wrd_lang lang,
                      FILE *to);
void wrd_account_html(const struct wrd_plan *plan, const struct wrd_account *account,
                      const struct wrd_diag *diag, enum wrd_lang lang, FILE *to);

#endif
