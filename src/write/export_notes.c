/* write/export_notes.c - see write/export_notes.h.
 *
 * First the study is cut down to what the file holds, then it is written by the writers of a study.
 * A question that was not asked in this wave stays, so that its scale counts its items as before; a
 * row of waves.csv says that it has no answers.  A pair goes: its other half is in another file. */
#include "write/export_notes.h"

#include <stdlib.h>
#include <string.h>

#include "core/csv.h"
#include "core/folded.h"
#include "waardering/codebook.h"
#include "write/codebook_files.h"
#include "write/study_file.h"

struct excerpt {
    const struct wrd_exporting *e;
    const struct wrd_study *from;
    const struct wrd_codebook *all;
    struct wrd_study study;
    struct wrd_codebook book;
};

static bool is_in_file(const struct wrd_exporting *e, const char *name)
{
    for (size_t i = 0; i < e->n_columns; i++)
        if (strcmp(e->columns[i].of, name) == 0)
            return true;
    return false;
}

static bool is_question(const struct wrd_variable *variable)
{
    return variable->type == WRD_TYPE_SINGLE || variable->type == WRD_TYPE_MULTIPLE ||
           variable->type == WRD_TYPE_NUMBER;
}

/* In the new study the answers stand under the headers that the codebook gives, a box a column. */
static struct wrd_variable excerpt_of(const struct wrd_variable *variable)
{
    struct wrd_variable made = *variable;
    made.sources = 1;
    made.pair = NULL;
    made.guess = NULL;
    if (made.type == WRD_TYPE_ID) /* the cluster: two of one cluster are no duplicates */
        made.roles |= WRD_ROLE_PSU;
    if (made.type == WRD_TYPE_MULTIPLE && (wrd_is_coded(variable) || !strchr(made.column, '*'))) {
        made.column = NULL;
        made.separator = '\0';
        made.roles &= ~(unsigned)WRD_ROLE_OPEN; /* the codes are in the file, not the texts */
    }
    return made;
}

static void cut_variables(struct excerpt *x)
{
    struct wrd_arena *arena = x->e->arena;
    x->book.variables = wrd_arena_take_array(arena, x->all->n_variables, sizeof *x->book.variables);
    for (size_t i = 0; i < x->all->n_variables; i++) {
        const struct wrd_variable *variable = &x->all->variables[i];
        if (!wrd_variable_of(variable, x->e->frame->source) ||
            !(is_question(variable) || is_in_file(x->e, variable->name)))
            continue;
        struct wrd_variable *made = &x->book.variables[x->book.n_variables++];
        *made = excerpt_of(variable);
        if (!made->column)
            made->column = wrd_arena_format(arena, "%s[*]", made->name);
    }
}

static bool uses_list(const struct wrd_codebook *book, const struct wrd_list *list)
{
    for (size_t i = 0; i < book->n_variables; i++)
        if (book->variables[i].list == list)
            return true;
    return false;
}

static void cut_lists(struct excerpt *x)
{
    x->book.lists = wrd_arena_take_array(x->e->arena, x->all->n_lists, sizeof *x->book.lists);
    for (size_t i = 0; i < x->all->n_lists; i++)
        if (uses_list(&x->book, &x->all->lists[i]))
            x->book.lists[x->book.n_lists++] = x->all->lists[i];
}

/* Scales with an item in the file; the variables point to them anew. */
static void cut_scales(struct excerpt *x)
{
    x->book.scales = wrd_arena_take_array(x->e->arena, x->all->n_scales, sizeof *x->book.scales);
    for (size_t s = 0; s < x->all->n_scales; s++) {
        bool used = false;
        for (size_t i = 0; i < x->book.n_variables; i++)
            used = used || strcmp(x->book.variables[i].scale_text, x->all->scales[s].name) == 0;
        if (used)
            x->book.scales[x->book.n_scales++] = x->all->scales[s];
    }
    for (size_t i = 0; i < x->book.n_variables; i++)
        x->book.variables[i].scale = wrd_codebook_scale(&x->book, x->book.variables[i].scale_text);
}

static void cut_figures(struct excerpt *x)
{
    struct wrd_arena *arena = x->e->arena;
    const char *source = x->study.sources[0].id;
    x->book.indicators =
        wrd_arena_take_array(arena, x->all->n_indicators, sizeof *x->book.indicators);
    x->book.populations =
        wrd_arena_take_array(arena, x->all->n_populations, sizeof *x->book.populations);
    for (size_t i = 0; i < x->all->n_indicators; i++)
        if (strcmp(x->all->indicators[i].source, source) == 0)
            x->book.indicators[x->book.n_indicators++] = x->all->indicators[i];
    for (size_t i = 0; i < x->all->n_populations; i++)
        if (strcmp(x->all->populations[i].source, source) == 0)
            x->book.populations[x->book.n_populations++] = x->all->populations[i];
}

/* What of a row of waves.csv still holds: codes and headers are those of the codebook by now. */
static void cut_row(struct excerpt *x, const struct wrd_wave_row *row)
{
    struct wrd_wave_row made = *row;
    const bool not_offered = strcmp(row->was_code, "-") == 0;
    made.source = "";
    made.column = "";
    if (not_offered || (!*row->code && (strcmp(row->comparable, "yes") != 0 || *row->note[WRD_NL] ||
                                        *row->note[WRD_EN])))
        x->book.wave_rows[x->book.n_wave_rows++] = made;
}

static void not_asked(struct excerpt *x, const char *name)
{
    const struct wrd_wave_row row = { .wave = x->study.waves[0].name,
                                      .source = "",
                                      .name = name,
                                      .column = "-",
                                      .code = "",
                                      .was_code = "",
                                      .comparable = "yes",
                                      .note = { "", "" } };
    x->book.wave_rows[x->book.n_wave_rows++] = row;
}

static void cut_wave_rows(struct excerpt *x)
{
    const struct wrd_frame *frame = x->e->frame;
    x->book.wave_rows = wrd_arena_take_array(x->e->arena, x->all->n_wave_rows + x->book.n_variables,
                                             sizeof *x->book.wave_rows);
    for (size_t i = 0; i < x->book.n_variables; i++) {
        const struct wrd_variable *variable = &x->book.variables[i];
        const struct wrd_wave_row *row;
        size_t from = 0;
        if (!is_in_file(x->e, variable->name)) {
            not_asked(x, variable->name);
            continue;
        }
        const int was = wrd_codebook_variable_of(x->all, variable->name, frame->source);
        while ((row = wrd_codebook_wave_row(x->all, x->from, frame->wave, frame->source,
                                            &x->all->variables[was], &from)))
            cut_row(x, row);
    }
}

static void cut_by(struct excerpt *x)
{
    const size_t source = x->e->frame->source, n = x->from->analysis.n_by[source];
    const char **by = wrd_arena_take_array(x->e->arena, n, sizeof *by);
    x->study.analysis.by[0] = by;
    x->study.analysis.n_by[0] = 0;
    for (size_t i = 0; i < n; i++)
        if (wrd_codebook_variable(&x->book, x->from->analysis.by[source][i]) >= 0)
            by[x->study.analysis.n_by[0]++] = x->from->analysis.by[source][i];
}

static void cut_study(struct excerpt *x)
{
    struct wrd_arena *arena = x->e->arena;
    const struct wrd_frame *frame = x->e->frame;
    const struct wrd_wave *was = &x->from->waves[frame->wave];
    struct wrd_source *source = wrd_arena_take(arena, sizeof *source);
    struct wrd_wave *wave = wrd_arena_take(arena, sizeof *wave);
    x->study = *x->from;
    x->study.sources = source;
    x->study.n_sources = 1;
    *source = x->from->sources[frame->source];
    source->link = NULL; /* to a survey that is not in the file */
    *wave = *was;
    wave->files[0] = wrd_arena_format(arena, "%s/answers.csv", was->name);
    wave->invited[0] = was->invited[frame->source];
    x->study.waves = wave;
    x->study.n_waves = 1;
    x->study.codebook = "codebook";
}

/* Which variable of the file holds what; without a name it is made of the rest, such as a fitted
 * weight. */
static void put_columns(const struct excerpt *x, FILE *to)
{
    WRD_CODEBOOK_FILE_ROW(to, "column", "name", "code");
    for (size_t i = 0; i < x->e->n_columns; i++) {
        const struct wrd_sav_column *column = &x->e->columns[i];
        WRD_CODEBOOK_FILE_ROW(to, column->name, column->of, column->code ? column->code : "");
    }
}

static void put_study(const struct excerpt *x, FILE *to)
{
    wrd_study_whole_write(&x->study, to);
}

static void put_variables(const struct excerpt *x, FILE *to)
{
    wrd_variables_csv_write(&x->study, &x->book, to);
}

static void put_values(const struct excerpt *x, FILE *to)
{
    wrd_values_csv_write(&x->book, to);
}

static void put_scales(const struct excerpt *x, FILE *to)
{
    wrd_scales_csv_write(&x->book, to);
}

static void put_indicators(const struct excerpt *x, FILE *to)
{
    wrd_indicators_csv_write(&x->book, to);
}

static void put_population(const struct excerpt *x, FILE *to)
{
    wrd_population_csv_write(&x->book, to);
}

static void put_waves(const struct excerpt *x, FILE *to)
{
    wrd_waves_csv_write(&x->book, to);
}

static const char *text_of(const struct excerpt *x, void (*put)(const struct excerpt *x, FILE *to))
{
    char *bytes = NULL;
    size_t len = 0;
    FILE *to = open_memstream(&bytes, &len);
    if (!to)
        wrd_memory_full();
    put(x, to);
    if (fclose(to) != 0)
        wrd_memory_full();
    const char *text = wrd_arena_text(x->e->arena, bytes, len);
    free(bytes);
    return strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? text + 3 : text;
}

const char *const *wrd_export_notes(const struct wrd_exporting *e, const struct wrd_study *study,
                                    const struct wrd_codebook *book, size_t *n_lines)
{
    struct excerpt x = { .e = e, .from = study, .all = book };
    cut_study(&x);
    cut_variables(&x);
    cut_lists(&x);
    cut_scales(&x);
    cut_figures(&x);
    cut_wave_rows(&x);
    cut_by(&x);
    const struct {
        const char *name;
        bool there;
        void (*put)(const struct excerpt *x, FILE *to);
    } parts[] = {
        { e->lang == WRD_NL ? "columns.nl.csv" : "columns.en.csv", true, put_columns },
        { "study.yml", true, put_study },
        { "variables.csv", true, put_variables },
        { "values.csv", x.book.n_lists > 0, put_values },
        { "scales.csv", x.book.n_scales > 0, put_scales },
        { "indicators.csv", x.book.n_indicators > 0, put_indicators },
        { "population.csv", x.book.n_populations > 0, put_population },
        { "waves.csv", x.book.n_wave_rows > 0, put_waves },
    };
    struct wrd_folded_file files[sizeof parts / sizeof *parts];
    size_t n = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].there)
            files[n++] = (struct wrd_folded_file){ parts[i].name, text_of(&x, parts[i].put) };
    return wrd_fold(e->arena, files, n, n_lines);
}
