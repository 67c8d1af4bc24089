/* quality.c - what was read, what was set aside, and why answers are missing: the rows of
 * quality.csv as counts, before disclose masks them. */
#include "core/number.h"
#include "stats/domain.h"
#include "waardering/steps.h"
#include "waardering/sums.h"

enum { ROWS_OF_A_FILE = 8 + WRD_FLAGS, ROWS_OF_A_VARIABLE = 2 + WRD_REASONS };

/* Where rows about one file go. */
struct sheet {
    struct wrd_quality *quality;
    const char *wave, *source, *file;
};

static void add(struct sheet *sheet, const char *check, const char *variable, uint64_t count,
                bool exact)
{
    sheet->quality->rows[sheet->quality->n_rows++] = (struct wrd_quality_row){
        .wave = sheet->wave,
        .source = sheet->source,
        .file = sheet->file,
        .check = check,
        .variable = variable,
        .code = "",
        .count = count,
        .exact = exact,
    };
}

static void add_balance(struct sheet *sheet, const struct wrd_frame *frame)
{
    add(sheet, "rows", "", frame->balance.rows, true);
    add(sheet, "used", "", frame->balance.used, true);
    add(sheet, "empty", "", frame->balance.empty, true);
    add(sheet, "set-aside", "", frame->balance.set_aside, true);
    add(sheet, "duplicate", "", frame->balance.duplicate, true);
}

/* METHOD 7.14, whole. */
static uint64_t n_effective(const struct wrd_frame *frame)
{
    struct wrd_sums all = { 0 };
    if (!frame->weight)
        return frame->n;
    for (size_t i = 0; i < frame->n; i++)
        wrd_sums_add(&all, (uint64_t)frame->weight[i]);
    return all.w2 == 0 ? 0 : (uint64_t)wrd_round(wrd_kish_n_effective(&all), 0);
}

static void add_when_some(struct sheet *sheet, const char *check, const char *variable,
                          uint64_t count)
{
    if (count > 0)
        add(sheet, check, variable, count, false);
}

static void add_variable(struct sheet *sheet, const struct wrd_variable *variable,
                         const struct wrd_column *column)
{
    static const enum wrd_reason order[] = { WRD_DONT_KNOW, WRD_REFUSED, WRD_NOT_APPLICABLE,
                                             WRD_NOT_ASKED, WRD_EMPTY,   WRD_INVALID,
                                             WRD_TECHNICAL };
    add_when_some(sheet, "valid", variable->name, column->valid);
    add_when_some(sheet, "names-money", variable->name, column->names_money);
    for (size_t r = 0; r < sizeof order / sizeof *order; r++)
        add_when_some(sheet, wrd_reason_name(order[r]), variable->name, column->missing[order[r]]);
}

/* METHOD 7.29.  A count of 0 is told too: it was looked for. */
static void add_patterns(struct sheet *sheet, const struct wrd_patterns *patterns)
{
    for (int f = 0; patterns && f < WRD_FLAGS; f++)
        if (patterns->judged[f])
            add(sheet, wrd_flag_name((enum wrd_flag)f), "", patterns->count[f], false);
}

static void add_frame(struct wrd_quality *quality, const struct wrd_study *study,
                      const struct wrd_codebook *book, const struct wrd_frame *frame)
{
    const struct wrd_wave *wave = &study->waves[frame->wave];
    struct sheet sheet = { quality, wave->name, study->sources[frame->source].id, frame->file };
    add_balance(&sheet, frame);
    if (wave->invited[frame->source] >= 0)
        add(&sheet, "invited", "", (uint64_t)wave->invited[frame->source], true);
    if (frame->weight_one > 0) /* weighted already */
        add(&sheet, "n-effective", "", n_effective(frame), true);
    add(&sheet, "unnamed-columns", "", frame->balance.unnamed_columns, false);
    add_patterns(&sheet, frame->patterns);
    for (size_t v = 0; v < book->n_variables; v++)
        if (wrd_variable_of(&book->variables[v], frame->source))
            add_variable(&sheet, &book->variables[v], &frame->columns[v]);
}

enum wrd_status wrd_check_quality(struct wrd_arena *arena, const struct wrd_study *study,
                                  const struct wrd_codebook *book,
                                  const struct wrd_frame *const *frames, size_t n_frames,
                                  struct wrd_quality *quality)
{
    size_t room = n_frames * (ROWS_OF_A_FILE + book->n_variables * ROWS_OF_A_VARIABLE);
    quality->rows = wrd_arena_take_array(arena, room, sizeof *quality->rows);
    quality->n_rows = 0;
    for (size_t f = 0; f < n_frames; f++)
        add_frame(quality, study, book, frames[f]);
    return WRD_OK;
}
