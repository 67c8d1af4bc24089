/* read/sav_notes.c - see read/sav_notes.h.
 *
 * The notes are read by the readers of a study, which say what is wrong to nobody: whoever imports the
 * file did not write them, and can do no more than do without. */
#include "read/sav_notes.h"

#include <string.h>

#include "core/number.h"
#include "read/codebook_cells.h"
#include "read/codebook_parts.h"
#include "read/study_parts.h"

struct parts {
    const struct wrd_sav_making *m;
    struct wrd_folded_file *files;
    size_t n;
    struct wrd_diag *diag; /* thrown away */
    struct wrd_sav_notes *notes;
};

static const char *const column_files[WRD_LANGS] = { "columns.nl.csv", "columns.en.csv" };

static const char *text_of(const struct parts *p, const char *name)
{
    for (size_t i = 0; i < p->n; i++)
        if (strcmp(p->files[i].name, name) == 0)
            return p->files[i].text;
    return NULL;
}

static bool is_right(const struct parts *p)
{
    return wrd_diag_errors(p->diag) == 0;
}

static bool read_study(struct parts *p)
{
    const char *text = text_of(p, "study.yml");
    struct wrd_study *study = text ? wrd_study_read_text(p->m->arena, text, p->diag) : NULL;
    p->notes->study = study;
    return study && is_right(p) && study->n_sources == 1 && study->n_waves == 1 &&
           study->waves[0].files[0];
}

/* The readers take no name twice; a variable whose list is not there is one of no use. */
static bool read_book(struct parts *p)
{
    struct wrd_book_reading reading = {
        p->m->arena, p->notes->study, p->diag, NULL, p->files, p->n
    };
    wrd_codebook_read_texts(&reading);
    p->notes->book = reading.book;
    bool right = is_right(p) && reading.book->n_variables > 0;
    for (size_t i = 0; i < reading.book->n_variables; i++) {
        const struct wrd_variable *variable = &reading.book->variables[i];
        const bool needs = variable->type == WRD_TYPE_SINGLE || variable->type == WRD_TYPE_MULTIPLE;
        right = right && needs == (variable->list != NULL) && !variable->guess &&
                variable->column[0] != '\0';
    }
    return right;
}

static bool read_columns(struct parts *p)
{
    static const char *const needed[] = { "column", "name", NULL };
    static const char *const other[] = { "code", NULL };
    struct wrd_book_reading reading = { p->m->arena,    p->notes->study, p->diag,
                                        p->notes->book, p->files,        p->n };
    p->notes->lang = text_of(p, column_files[WRD_NL]) ? WRD_NL : WRD_EN;
    const struct wrd_book_columns columns = { column_files[p->notes->lang], needed, other };
    struct wrd_book_table table;
    if (!text_of(p, columns.file) || !wrd_book_table_read(&reading, &columns, &table) ||
        !is_right(p))
        return false;
    struct wrd_sav_noted *made = wrd_arena_take_array(p->m->arena, table.n_rows, sizeof *made);
    for (size_t row = 0; row < table.n_rows; row++)
        made[row] = (struct wrd_sav_noted){ wrd_cell_needed(&table, row, "column"),
                                            wrd_book_cell(&table, row, "name"),
                                            wrd_book_cell(&table, row, "code") };
    p->notes->columns = made;
    p->notes->n_columns = table.n_rows;
    return is_right(p);
}

/* What is said later about a row is about the file: its notes have no lines that anybody counts. */
static void place_rows(struct wrd_codebook *book, struct wrd_place place)
{
    for (size_t i = 0; i < book->n_lists; i++)
        for (size_t k = 0; k < book->lists[i].n_values; k++)
            book->lists[i].values[k].place = place;
    for (size_t i = 0; i < book->n_scales; i++)
        book->scales[i].place = place;
    for (size_t i = 0; i < book->n_indicators; i++)
        book->indicators[i].place = place;
}

static void say_part(const struct wrd_sav_making *m, const char *what)
{
    wrd_say(m->diag, WRD_W0277, m->place, m->place.file, what);
}

static struct wrd_sav_notes *read_parts(struct parts *p)
{
    if (!read_study(p))
        say_part(p->m, "study.yml");
    else if (!read_book(p))
        say_part(p->m, WRD_BOTH("the codebook", "het codeboek"));
    else if (!read_columns(p))
        say_part(p->m, WRD_BOTH("the list of columns", "de lijst van kolommen"));
    else
        return p->notes;
    return NULL;
}

struct wrd_sav_notes *wrd_sav_notes_read(const struct wrd_sav_making *m)
{
    struct parts p = { .m = m, .notes = wrd_arena_take(m->arena, sizeof *p.notes) };
    size_t at = 0;
    const enum wrd_folded found = wrd_unfold(m->arena, (const char *const *)m->sav->notes,
                                             m->sav->n_notes, &p.files, &p.n, &at);
    if (found == WRD_FOLDED_OTHER)
        wrd_say(m->diag, WRD_W0281, m->place, m->place.file);
    if (found == WRD_FOLDED_DAMAGED) {
        const char *line = wrd_count_text(m->arena, at);
        say_part(m, wrd_arena_format(m->arena, "line %s\036regel %s", line, line));
    }
    if (found != WRD_FOLDED_WHOLE)
        return NULL;
    p.diag = wrd_diag_new();
    struct wrd_sav_notes *notes = read_parts(&p);
    wrd_diag_free(p.diag);
    if (!notes)
        return NULL;
    place_rows(notes->book, m->place);
    wrd_say(m->diag, WRD_N0280, m->place, m->place.file);
    return notes;
}
