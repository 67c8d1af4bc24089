/* write/account.c - see account.h. */
#include "write/account.h"

#include <string.h>

#include "core/diag_body.h"
#include "core/number.h"
#include "core/text.h"
#include "write/wording.h"

const char *wrd_account_file(struct wrd_arena *arena, const struct wrd_read_file *file,
                             enum wrd_lang lang)
{
    const char *read_as =
        wrd_arena_format(arena, "%s, %s, %s", file->encoding, file->preset,
                         file->delimiter == '\t' ? "tab" : (char[]){ file->delimiter, '\0' });
    return wrd_sentence(arena, WRD_WORD_CLI_BALANCE, lang, file->file,
                        wrd_count_text(arena, file->rows), wrd_count_text(arena, file->used),
                        wrd_count_text(arena, file->empty), wrd_count_text(arena, file->set_aside),
                        wrd_count_text(arena, file->duplicate), read_as);
}

static enum wrd_word weighting_word(enum wrd_weighting method)
{
    switch (method) {
    case WRD_WEIGHTS_GIVEN:
        return WRD_WORD_ACCOUNT_GIVEN;
    case WRD_WEIGHTS_POSTSTRATIFY:
        return WRD_WORD_ACCOUNT_POSTSTRATIFY;
    case WRD_WEIGHTS_RAKE:
        return WRD_WORD_ACCOUNT_RAKE;
    default:
        return WRD_WORD_ACCOUNT_UNWEIGHTED;
    }
}

const char *wrd_account_weights(const struct wrd_plan *plan, size_t source, enum wrd_lang lang)
{
    const struct wrd_source *of = &plan->study->sources[source];
    uint64_t used, n_effective;
    if (!wrd_plan_count(plan, source, "used", &used))
        return NULL;
    const char *margins =
        wrd_text_join(plan->arena, of->weights.margins, of->weights.n_margins, ", ");
    const char *weighted = wrd_sentence(plan->arena, weighting_word(of->weights.method), lang,
                                        of->weights.variable ? of->weights.variable : "", margins);
    if (!wrd_plan_count(plan, source, "n-effective", &n_effective)) /* a small group is behind it */
        return wrd_sentence(plan->arena, WRD_WORD_ACCOUNT_WEIGHTS_ALONE, lang, weighted,
                            wrd_shown_count(plan->arena, used, lang));
    return wrd_sentence(plan->arena, WRD_WORD_ACCOUNT_WEIGHTS, lang, weighted,
                        wrd_shown_count(plan->arena, used, lang),
                        wrd_shown_count(plan->arena, n_effective, lang));
}

/* The columns of the table of variables, in the order of quality.csv; "missing" is the sum of kinds
 * that are too small to stand by themselves. */
static const struct {
    const char *check;
    enum wrd_word word;
} kinds[] = {
    { "valid", WRD_WORD_ACCOUNT_VALID },
    { "dont_know", WRD_WORD_ACCOUNT_DONT_KNOW },
    { "refused", WRD_WORD_ACCOUNT_REFUSED },
    { "not_applicable", WRD_WORD_ACCOUNT_NOT_APPLICABLE },
    { "not_asked", WRD_WORD_ACCOUNT_NOT_ASKED },
    { "empty", WRD_WORD_ACCOUNT_EMPTY },
    { "invalid", WRD_WORD_ACCOUNT_INVALID },
    { "technical", WRD_WORD_ACCOUNT_TECHNICAL },
    { "missing", WRD_WORD_ACCOUNT_MISSING },
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static size_t kind_of(const struct wrd_quality_row *row)
{
    size_t k = 0;
    while (k < KINDS && strcmp(kinds[k].check, row->check) != 0)
        k++;
    return *row->variable ? k : KINDS;
}

static bool is_of(const struct wrd_plan *plan, size_t source, const struct wrd_quality_row *row)
{
    return strcmp(row->wave, plan->wave->name) == 0 &&
           strcmp(row->source, plan->study->sources[source].id) == 0;
}

static const char *shown(const struct wrd_plan *plan, const struct wrd_seen_quality *seen,
                         enum wrd_lang lang)
{
    return seen->masked ? "<5" : wrd_shown_count(plan->arena, seen->row.count, lang);
}

/* The row of the grid with this name; rows are filled one behind the other. */
static size_t row_named(const struct wrd_grid *grid, size_t n, const char *name)
{
    size_t row = 1;
    while (row < n && strcmp(*wrd_grid_cell(grid, row, 0), name) != 0)
        row++;
    return row;
}

struct wrd_grid *wrd_account_variables(const struct wrd_plan *plan, size_t source,
                                       enum wrd_lang lang)
{
    const size_t n_seen = wrd_release_quality_rows(plan->release);
    size_t column[KINDS] = { 0 }, n_columns = 1, n = 1;
    for (size_t k = 0; k < KINDS; k++)
        for (size_t i = 0; i < n_seen && column[k] == 0; i++) {
            const struct wrd_quality_row *row = &wrd_release_quality(plan->release, i)->row;
            if (is_of(plan, source, row) && kind_of(row) == k)
                column[k] = n_columns++;
        }
    if (n_columns == 1)
        return NULL;
    struct wrd_grid *grid = wrd_grid_new(plan->arena, n_seen + 1, n_columns);
    *wrd_grid_cell(grid, 0, 0) = wrd_word(WRD_WORD_ACCOUNT_VARIABLE, lang);
    for (size_t k = 0; k < KINDS; k++)
        if (column[k] > 0)
            *wrd_grid_cell(grid, 0, column[k]) = wrd_word(kinds[k].word, lang);
    for (size_t i = 0; i < n_seen; i++) {
        const struct wrd_seen_quality *seen = wrd_release_quality(plan->release, i);
        const size_t k = kind_of(&seen->row);
        if (!is_of(plan, source, &seen->row) || k == KINDS)
            continue;
        const size_t row = row_named(grid, n, seen->row.variable);
        *wrd_grid_cell(grid, row, 0) = seen->row.variable;
        *wrd_grid_cell(grid, row, column[k]) = shown(plan, seen, lang);
        n = row == n ? n + 1 : n;
    }
    grid->n_rows = n;
    return grid;
}

static const struct {
    const char *check;
    enum wrd_word word;
} patterns[] = {
    { "straight-lining", WRD_WORD_ACCOUNT_STRAIGHT },    { "low-variation", WRD_WORD_ACCOUNT_LOW },
    { "contradiction", WRD_WORD_ACCOUNT_CONTRADICTION }, { "speeder", WRD_WORD_ACCOUNT_SPEEDER },
    { "same-answers", WRD_WORD_ACCOUNT_SAME },           { "partial", WRD_WORD_ACCOUNT_PARTIAL },
};
enum { PATTERNS = sizeof patterns / sizeof *patterns };

struct wrd_grid *wrd_account_patterns(const struct wrd_plan *plan, size_t source,
                                      enum wrd_lang lang)
{
    struct wrd_grid *grid = wrd_grid_new(plan->arena, PATTERNS + 1, 3);
    size_t n = 1;
    *wrd_grid_cell(grid, 0, 0) = wrd_word(WRD_WORD_ACCOUNT_PATTERN, lang);
    *wrd_grid_cell(grid, 0, 1) = wrd_word(WRD_WORD_WEIGHTS_N, lang);
    *wrd_grid_cell(grid, 0, 2) = wrd_word(WRD_WORD_ACCOUNT_WHAT, lang);
    for (size_t p = 0; p < PATTERNS; p++)
        for (size_t i = 0; i < wrd_release_quality_rows(plan->release); i++) {
            const struct wrd_seen_quality *seen = wrd_release_quality(plan->release, i);
            if (!is_of(plan, source, &seen->row) || strcmp(seen->row.check, patterns[p].check) != 0)
                continue;
            *wrd_grid_cell(grid, n, 0) = seen->row.check;
            *wrd_grid_cell(grid, n, 1) = shown(plan, seen, lang);
            *wrd_grid_cell(grid, n++, 2) = wrd_word(patterns[p].word, lang);
        }
    grid->n_rows = n;
    return n > 1 ? grid : NULL;
}

struct remarks {
    struct wrd_arena *arena;
    enum wrd_lang lang;
    const char **texts; /* NULL: they are only counted */
    size_t n;
};

/* W0318 and W0710-W0719: about the codebook, where no respondent stands. */
static bool is_about_labels(enum wrd_message message)
{
    const char *code = wrd_message_code(message);
    return message == WRD_W0318 || strncmp(code, "W071", 4) == 0;
}

static void take_remark(const struct wrd_said *said, void *self)
{
    struct remarks *remarks = self;
    if (!is_about_labels(said->message))
        return;
    if (remarks->texts) {
        struct wrd_arena *arena = remarks->arena;
        const char *text =
            wrd_said_fill(arena, wrd_message_texts(said->message, remarks->lang).text, said,
                          remarks->lang, wrd_text_visible);
        remarks->texts[remarks->n] = wrd_arena_format(
            arena, "%s:%s: %s [%s]", said->place.file ? said->place.file : "",
            wrd_count_text(arena, said->place.line), text, wrd_message_code(said->message));
    }
    remarks->n++;
}

size_t wrd_account_labels(const struct wrd_plan *plan, const struct wrd_diag *diag,
                          enum wrd_lang lang, const char ***texts)
{
    struct remarks remarks = { .arena = plan->arena, .lang = lang };
    wrd_diag_each(diag, take_remark, &remarks);
    remarks.texts = wrd_arena_take_array(plan->arena, remarks.n + 1, sizeof *remarks.texts);
    remarks.n = 0;
    wrd_diag_each(diag, take_remark, &remarks);
    *texts = remarks.texts;
    return remarks.n;
}
