/* write/account_text.c - the account of `check` in the terminal; see account.h. */
#include <string.h>

#include "core/text.h"
#include "core/wrap.h"
#include "waardering/steps.h"
#include "write/account.h"
#include "write/design.h"
#include "write/wording.h"

enum { INDENT = 2, GAP = 2, WIDEST = 24 };

/* An empty cell is shown as a dash. */
static size_t width_of(const char *text)
{
    return *text ? wrd_utf8_count(text, strlen(text)) : 1;
}

static void put_spaces(FILE *to, size_t n)
{
    while (n-- > 0)
        fputc(' ', to);
}

static void put_heading(FILE *to, const char *text)
{
    fprintf(to, "\n%s\n", text);
}

static size_t *widths_of(struct wrd_arena *arena, const struct wrd_grid *grid)
{
    size_t *widths = wrd_arena_take_array(arena, grid->n_columns, sizeof *widths);
    for (size_t row = 0; row < grid->n_rows; row++)
        for (size_t column = 0; column < grid->n_columns; column++) {
            const size_t width = width_of(*wrd_grid_cell(grid, row, column));
            widths[column] = width > widths[column] ? width : widths[column];
        }
    return widths;
}

/* Names to the left, numbers to the right. */
static void put_numbers(struct wrd_arena *arena, const struct wrd_grid *grid, FILE *to)
{
    const size_t *widths = widths_of(arena, grid);
    for (size_t row = 0; row < grid->n_rows; row++) {
        for (size_t column = 0; column < grid->n_columns; column++) {
            const char *text = wrd_text_visible(arena, *wrd_grid_cell(grid, row, column));
            const size_t width = width_of(text), room = widths[column];
            const size_t pad = room > width ? room - width : 0;
            put_spaces(to, column == 0 ? INDENT : GAP + pad);
            fputs(*text ? text : "-", to);
            put_spaces(to, column == 0 ? pad : 0);
        }
        fputc('\n', to);
    }
}

/* "  straight-lining  <5  every answer ..." */
static void put_patterns(struct wrd_arena *arena, const struct wrd_grid *grid, FILE *to)
{
    for (size_t row = 1; row < grid->n_rows; row++) {
        const char *label = wrd_arena_format(arena, "  %-15s %4s", *wrd_grid_cell(grid, row, 0),
                                             *wrd_grid_cell(grid, row, 1));
        wrd_wrap(to, label, WIDEST, *wrd_grid_cell(grid, row, 2));
    }
}

/* Kinds that stand together and hidden figures ask for a word of explanation. */
static bool is_puzzling(const struct wrd_grid *grid, enum wrd_lang lang)
{
    for (size_t column = 0; column < grid->n_columns; column++) {
        const char *head = *wrd_grid_cell(grid, 0, column);
        if (strcmp(head, wrd_word(WRD_WORD_ACCOUNT_MISSING, lang)) == 0 ||
            strcmp(head, wrd_word(WRD_WORD_ACCOUNT_INVALID, lang)) == 0)
            return true;
    }
    return false;
}

static void put_source(const struct wrd_plan *plan, size_t source, enum wrd_lang lang, FILE *to)
{
    const struct wrd_grid *variables = wrd_account_variables(plan, source, lang);
    const struct wrd_grid *found = wrd_account_patterns(plan, source, lang);
    const char *weights = wrd_account_weights(plan, source, lang);
    const char *design = wrd_design_technical(plan, source, lang);
    if (!weights || !variables)
        return;
    put_heading(to, wrd_sentence(plan->arena, WRD_WORD_TITLE, lang,
                                 wrd_people_heading(plan, source, lang), plan->wave->name));
    wrd_wrap(to, "", INDENT, weights);
    if (design)
        wrd_wrap(to, "", INDENT, design);
    put_heading(to, wrd_word(WRD_WORD_ACCOUNT_ANSWERS, lang));
    put_numbers(plan->arena, variables, to);
    if (is_puzzling(variables, lang))
        wrd_wrap(to, "", INDENT, wrd_word(WRD_WORD_ACCOUNT_MISSING_MEANS, lang));
    if (!found)
        return;
    put_heading(to, wrd_word(WRD_WORD_ACCOUNT_PATTERNS, lang));
    wrd_wrap(to, "", INDENT, wrd_word(WRD_WORD_ACCOUNT_KEPT, lang));
    put_patterns(plan->arena, found, to);
}

void wrd_account_files(struct wrd_arena *arena, const struct wrd_account *account,
                       enum wrd_lang lang, FILE *to)
{
    fprintf(to, "%s\n", wrd_word(WRD_WORD_ACCOUNT_READ, lang));
    for (size_t f = 0; f < account->n_files; f++)
        wrd_wrap(to, "", INDENT, wrd_account_file(arena, &account->files[f], lang));
}

void wrd_account_text(const struct wrd_plan *plan, const struct wrd_diag *diag, enum wrd_lang lang,
                      FILE *to)
{
    const char **remarks;
    const size_t n = wrd_account_labels(plan, diag, lang, &remarks);
    for (size_t source = 0; source < plan->study->n_sources; source++)
        put_source(plan, source, lang, to);
    put_heading(to, wrd_word(WRD_WORD_ACCOUNT_LABELS, lang));
    if (n == 0)
        wrd_wrap(to, "", INDENT, wrd_word(WRD_WORD_ACCOUNT_LABELS_NONE, lang));
    for (size_t i = 0; i < n; i++)
        wrd_wrap(to, "", INDENT, remarks[i]);
    put_heading(to, wrd_word(WRD_WORD_ACCOUNT_SMALL, lang));
}
