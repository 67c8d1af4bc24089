/* write/export.c - the answers of a frame as an SPSS file, for the analyst alone.
 *
 * With write/internal.c the only writer that sees answers: no release, no protection.  What can name
 * somebody was never in the frame (ids are hashes, texts and dates only counts). */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/file.h"
#include "core/number.h"
#include "core/text.h"
#include "waardering/steps.h"
#include "write/export_notes.h"

enum { FILE_LABEL_ROOM = 64, WEIGHT_DECIMALS = 6 };

static const struct wrd_source *source_of(const struct wrd_exporting *e,
                                          const struct wrd_study *study)
{
    return &study->sources[e->frame->source];
}

/* The id of what was drawn, where the design leans on it. */
static bool is_cluster(const struct wrd_exporting *e, const struct wrd_study *study,
                       const struct wrd_variable *variable)
{
    const char *cluster = source_of(e, study)->design.cluster;
    return variable->type == WRD_TYPE_ID && e->frame->design.psu && cluster &&
           strcmp(cluster, variable->name) == 0;
}

static void add_variables(struct wrd_exporting *e, const struct wrd_study *study,
                          const struct wrd_codebook *book)
{
    const char **left_out = wrd_arena_take_array(e->arena, book->n_variables, sizeof *left_out);
    size_t n = 0;
    for (size_t i = 0; i < book->n_variables; i++) {
        const struct wrd_variable *variable = &book->variables[i];
        const struct wrd_column *column = &e->frame->columns[i];
        if (!wrd_variable_of(variable, e->frame->source))
            continue;
        if (wrd_export_needs(variable, column))
            wrd_export_variable(e, variable, column);
        else if (variable->type != WRD_TYPE_WEIGHT && !is_cluster(e, study, variable))
            left_out[n++] = variable->name;
    }
    if (n)
        wrd_say(e->diag, WRD_N0843, (struct wrd_place){ 0 },
                wrd_text_join(e->arena, left_out, n, ", "));
}

/* What respondents have in common, without saying what: in the order of the file, 1, 2, ... */
static void add_cluster(struct wrd_exporting *e, const struct wrd_variable *variable)
{
    static const char *const labels[WRD_LANGS] = { "Volgnummer van de groep, alleen in dit bestand",
                                                   "Number of the cluster, of this file alone" };
    const struct wrd_design *design = &e->frame->design;
    double *seen = wrd_arena_take_array(e->arena, design->n_psu + 1, sizeof *seen);
    double *number = wrd_arena_take_array(e->arena, e->frame->n + 1, sizeof *number), n = 0;
    for (size_t i = 0; i < e->frame->n; i++) {
        double *own = &seen[design->psu[i]];
        if (*own == 0)
            *own = ++n;
        number[i] = *own;
    }
    struct wrd_sav_column *column = wrd_export_add(e, variable->name, labels[e->lang]);
    column->of = variable->name;
    column->numbers = number;
}

/* From which weights were fitted; the weight that counts is another. */
static void add_base_weight(struct wrd_exporting *e, const struct wrd_variable *variable,
                            const struct wrd_column *from)
{
    double *number = wrd_arena_take_array(e->arena, e->frame->n + 1, sizeof *number);
    for (size_t i = 0; i < e->frame->n; i++)
        number[i] =
            from->units[i] < 0
                ? NAN
                : wrd_decimal_double((struct wrd_decimal){ from->units[i], from->decimals });
    struct wrd_sav_column *column =
        wrd_export_add(e, variable->name, wrd_export_label(e, variable->label));
    column->of = variable->name;
    column->measure = WRD_SAV_SCALE;
    column->decimals = from->decimals;
    column->numbers = number;
}

static void add_design(struct wrd_exporting *e, const struct wrd_study *study,
                       const struct wrd_codebook *book)
{
    const struct wrd_source *source = source_of(e, study);
    const bool fitted = source->weights.method > WRD_WEIGHTS_GIVEN && source->weights.variable;
    for (size_t i = 0; i < book->n_variables; i++) {
        const struct wrd_variable *variable = &book->variables[i];
        if (!wrd_variable_of(variable, e->frame->source))
            continue;
        if (is_cluster(e, study, variable))
            add_cluster(e, variable);
        else if (fitted && e->frame->columns[i].units &&
                 strcmp(source->weights.variable, variable->name) == 0)
            add_base_weight(e, variable, &e->frame->columns[i]);
    }
}

static void add_weight(struct wrd_exporting *e, const struct wrd_study *study)
{
    static const char *const labels[WRD_LANGS] = { "Gewicht", "Weight" };
    const struct wrd_frame *frame = e->frame;
    const struct wrd_source *source = source_of(e, study);
    if (!frame->weight)
        return;
    double *weight = wrd_arena_take_array(e->arena, frame->n + 1, sizeof *weight);
    for (size_t i = 0; i < frame->n; i++)
        weight[i] = (double)frame->weight[i] / (double)frame->weight_one;
    struct wrd_sav_column *column = wrd_export_add(e, "weight", labels[e->lang]);
    column->measure = WRD_SAV_SCALE;
    column->decimals = WEIGHT_DECIMALS;
    column->numbers = weight;
    column->weighs = true;
    if (source->weights.method == WRD_WEIGHTS_GIVEN)
        column->of = source->weights.variable;
}

static int part_of(const char *date, size_t at, size_t len)
{
    int64_t number = 0;
    return wrd_integer_read(date + at, len, &number) ? (int)number : 1;
}

static struct wrd_sav_sheet sheet_of(const struct wrd_exporting *e, const struct wrd_study *study)
{
    const struct wrd_wave *wave = &study->waves[e->frame->wave];
    const char *own = study->title[e->lang];
    const char *title =
        wrd_arena_format(e->arena, "%s, %s", own && *own ? own : study->id, wave->name);
    struct wrd_sav_sheet sheet = { .label = wrd_export_cut(e->arena, title, FILE_LABEL_ROOM),
                                   .year = 1970,
                                   .month = 1,
                                   .day = 1,
                                   .columns = e->columns,
                                   .n_columns = e->n_columns,
                                   .n_rows = e->frame->n };
    if (wave->to) {
        sheet.year = part_of(wave->to, 0, 4);
        sheet.month = part_of(wave->to, 5, 2);
        sheet.day = part_of(wave->to, 8, 2);
    }
    return sheet;
}

/* Under another name first, so that what was there stays until the new one is whole. */
static int write_whole(const char *path, const char *making, const char *bytes, size_t len)
{
    FILE *to = wrd_file_beside(path, making);
    if (!to)
        return errno;
    fwrite(bytes, 1, len, to); /* an error shows up when it is put in place */
    return wrd_file_replace(to, path, making);
}

static enum wrd_status put_sheet(const struct wrd_exporting *e, const struct wrd_sav_sheet *sheet,
                                 const char *path)
{
    char *bytes = NULL;
    size_t len = 0;
    FILE *to = open_memstream(&bytes, &len);
    if (!to)
        wrd_memory_full();
    const char *why = wrd_sav_put(sheet, to);
    if (fclose(to) != 0)
        wrd_memory_full();
    int error = 0;
    if (why)
        wrd_say(e->diag, WRD_E0844, (struct wrd_place){ 0 }, why);
    else
        error = write_whole(path, wrd_arena_format(e->arena, "%s.making", path), bytes, len);
    if (error)
        wrd_say(e->diag, WRD_E0845, (struct wrd_place){ 0 }, path, strerror(error));
    free(bytes);
    return wrd_diag_status(e->diag);
}

enum wrd_status wrd_sav_write(const struct wrd_study *study, const struct wrd_codebook *book,
                              const struct wrd_frame *frame, enum wrd_lang lang, const char *path,
                              struct wrd_diag *diag)
{
    struct wrd_exporting e = {
        .arena = wrd_arena_new(), .frame = frame, .lang = lang, .diag = diag
    };
    size_t room = 3; /* the weight, the base weight, the cluster */
    for (size_t i = 0; i < book->n_variables; i++)
        if (wrd_variable_of(&book->variables[i], frame->source))
            room += wrd_export_needs(&book->variables[i], &frame->columns[i]);
    e.columns = wrd_arena_take_array(e.arena, room, sizeof *e.columns);
    add_variables(&e, study, book);
    add_design(&e, study, book);
    add_weight(&e, study);
    struct wrd_sav_sheet sheet = sheet_of(&e, study);
    sheet.notes = wrd_export_notes(&e, study, book, &sheet.n_notes);
    const enum wrd_status status = put_sheet(&e, &sheet, path);
    wrd_arena_free(e.arena);
    return status;
}
