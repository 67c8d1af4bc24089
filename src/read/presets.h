/* read/presets.h - the presets of read/export.h, a file each, and what they share. */
#ifndef READ_PRESETS_H
#define READ_PRESETS_H

#include "read/export.h"

enum { WRD_HEADER_ROWS = WRD_AHEAD_MAX };

/* The first rows of a file, as far as they can be read. */
struct wrd_header_rows {
    struct wrd_record row[WRD_HEADER_ROWS];
    size_t n;
};

struct wrd_preset {
    enum wrd_export id;
    const char *name, *title;
    size_t n_rows;
    const char *shape; /* what such a file has, in both languages */
    bool labels;
    bool (*shows)(const struct wrd_header_rows *rows);
    /* Whether they show a header of it that is not whole, such as one row too few; NULL: never. */
    bool (*shows_part)(const struct wrd_header_rows *rows);
    /* Every column already has its name, and no more than that. */
    void (*describe)(struct wrd_arena *arena, const struct wrd_header_rows *rows,
                     struct wrd_export_head *head);
};

extern const struct wrd_preset wrd_preset_qualtrics, wrd_preset_surveymonkey, wrd_preset_forms,
    wrd_preset_limesurvey, wrd_preset_plain;

/* The trimmed text of a cell; "" where the row ends before it. */
const char *wrd_header_cell(const struct wrd_header_rows *rows, size_t row, size_t column,
                            size_t *len);
/* The same, copied. */
const char *wrd_header_text(struct wrd_arena *arena, const struct wrd_header_rows *rows, size_t row,
                            size_t column);
/* Whether a cell is one of `words` (which end in NULL), folded. */
bool wrd_header_is_one_of(const char *text, size_t len, const char *const *words);
/* Columns side by side whose headers are `Question [Option]` with the same question. */
void wrd_describe_brackets(struct wrd_arena *arena, struct wrd_export_head *head);

#endif
