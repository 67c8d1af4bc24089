/* write/export_column.h - a variable of a frame as columns of an SPSS file. */
#ifndef WRITE_EXPORT_COLUMN_H
#define WRITE_EXPORT_COLUMN_H

#include "waardering/diag.h"
#include "write/sav.h"

struct wrd_exporting {
    struct wrd_arena *arena;
    const struct wrd_frame *frame;
    enum wrd_lang lang;
    struct wrd_diag *diag;
    struct wrd_sav_column *columns;
    size_t n_columns;
};

/* How many columns it takes at most; 0: nothing of it may or can be in the file. */
size_t wrd_export_needs(const struct wrd_variable *variable, const struct wrd_column *column);
void wrd_export_variable(struct wrd_exporting *e, const struct wrd_variable *variable,
                         const struct wrd_column *column);
/* A new column; its name is unique among those there are and no reserved word of SPSS. */
struct wrd_sav_column *wrd_export_add(struct wrd_exporting *e, const char *name, const char *label);
/* In the language of the file, else in the other. */
const char *wrd_export_label(const struct wrd_exporting *e, const char *const label[WRD_LANGS]);
/* At most `room` bytes, never half a character. */
const char *wrd_export_cut(struct wrd_arena *arena, const char *text, size_t room);

#endif
