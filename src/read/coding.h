/* read/coding.h - the codes that somebody gave to the answers of an open question.
 *
 * METHOD 7.31.  Beside 2026/volunteers.csv stands 2026/volunteers.NAME.csv with the columns `line`, a
 * line of the answers, and `code`, a code of the question's list; a line may stand several times.  So
 * the codes of a text are tabulated, and the text itself is never kept: of a cell only whether it is
 * filled.
 *
 * Errors   A row of it that is wrong costs that row, and is said with its place.
 * Memory   Lives in the arena it is given. */
#ifndef READ_CODING_H
#define READ_CODING_H

#include "read/coder.h"
#include "waardering/arena.h"
#include "waardering/status.h"

struct wrd_codes;

/* *coding NULL with WRD_OK: there is no such file, which is said. */
enum wrd_status wrd_coding_read(struct wrd_arena *arena, const struct wrd_survey *survey,
                                const struct wrd_variable *variable, struct wrd_diag *diag,
                                struct wrd_codes **coding);
/* The codes of a line of the answers, as wrd_coder_find gives them, one a call; *from starts at 0.
 * `filled`: there is an open answer in that line.  false: no more. */
bool wrd_coding_next(struct wrd_codes *coding, uint32_t line, bool filled, size_t *from,
                     unsigned *code);
void wrd_coding_lacks(struct wrd_codes *coding); /* an open answer without a code */
/* At the end of the answers: lines that had no respondent or no answer, and answers without code. */
void wrd_coding_say(const struct wrd_codes *coding, struct wrd_diag *diag);

#endif
