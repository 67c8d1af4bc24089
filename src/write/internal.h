/* write/internal.h - the files for the analyst alone: unprotected and unrounded (FORMATS.md,
 * section 5).
 *
 * Units    Shares 0-1, indices 0-100, means in the units of the score; NaN is an empty field. */
#ifndef WRITE_INTERNAL_H
#define WRITE_INTERNAL_H

#include <stdio.h>

#include "waardering/frame.h"
#include "waardering/table.h"

void wrd_estimates_write(const struct wrd_tables *tables, FILE *to);
void wrd_response_write(const struct wrd_tables *tables, FILE *to);
void wrd_scales_write(const struct wrd_tables *tables, FILE *to);
void wrd_tests_write(const struct wrd_tables *tables, FILE *to);
void wrd_weights_write(const struct wrd_study *study, const struct wrd_frame *const *frames,
                       size_t n_frames, FILE *to);
void wrd_rows_write(const struct wrd_study *study, const struct wrd_frame *const *frames,
                    size_t n_frames, FILE *to);

#endif
