/* write/workbook_part.c - what was read, who took part and what weighting did; see workbook.h. */
#include "write/workbook.h"

#include "core/text.h"
#include "write/results.h"
#include "write/wording.h"

/* --- quality: the rows of quality.csv */

enum { CHECK, Q_SOURCE, FILE_NAME, VARIABLE, CODE, Q_WAVE, COUNT, QUALITY_COLUMNS };

static void put_count(const struct wrd_quality_row *row, bool masked, struct wrd_sheet *sheet)
{
    wrd_sheet_row(sheet);
    wrd_sheet_text(sheet, CHECK, row->check);
    wrd_sheet_text(sheet, Q_SOURCE, row->source);
    wrd_sheet_text(sheet, FILE_NAME, row->file);
    wrd_sheet_text(sheet, VARIABLE, row->variable);
    wrd_sheet_text(sheet, CODE, row->code);
    wrd_sheet_text(sheet, Q_WAVE, row->wave);
    if (masked)
        wrd_sheet_text(sheet, COUNT, "<5");
    else
        wrd_sheet_number(sheet, COUNT, (double)row->count, 0);
}

void wrd_book_quality(struct wrd_workbook *book)
{
    static const enum wrd_word heads[QUALITY_COLUMNS] = {
        [CHECK] = WRD_WORD_SHEET_CHECK,    [Q_SOURCE] = WRD_WORD_WHO_SOURCE,
        [FILE_NAME] = WRD_WORD_SHEET_FILE, [VARIABLE] = WRD_WORD_ACCOUNT_VARIABLE,
        [CODE] = WRD_WORD_SHEET_CODE,      [Q_WAVE] = WRD_WORD_ORIGIN_WAVE,
        [COUNT] = WRD_WORD_WEIGHTS_N,
    };
    const struct wrd_release *release = book->plan->release;
    struct wrd_sheet *sheet = wrd_book_sheet(book, wrd_book_word(book, WRD_WORD_SHEET_QUALITY),
                                             wrd_book_word(book, WRD_WORD_SHEET_QUALITY_TITLE),
                                             heads, QUALITY_COLUMNS, NULL);
    sheet->base = wrd_book_word(book, WRD_WORD_ACCOUNT_SMALL);
    for (size_t i = 0; i < wrd_release_quality_rows(release); i++) {
        const struct wrd_seen_quality *seen = wrd_release_quality(release, i);
        put_count(&seen->row, seen->masked, sheet);
    }
    wrd_book_close(book, sheet);
}

/* --- response */

enum {
    GROUP,
    R_SOURCE,
    R_WAVE,
    BREAKDOWN,
    R_FIGURE,
    R_KEYS = R_FIGURE + WRD_FIGURE_COLUMNS,
    RESPONSE_KEYS = 5
};

static const size_t response_columns[RESPONSE_KEYS] = { WRD_KEY_SOURCE, WRD_KEY_CODE,
                                                        WRD_KEY_GROUP_VARIABLE, WRD_KEY_GROUP_CODE,
                                                        WRD_KEY_STATISTIC };
static const struct wrd_book_keys response_keys = { response_columns, RESPONSE_KEYS };

struct response_row {
    const char *label, *code, *by, *by_label, *group;
    const struct wrd_seen *seen;
};

static void put_response(const struct wrd_workbook *book, const struct wrd_seen_response *response,
                         const struct response_row *row, struct wrd_sheet *sheet)
{
    const struct wrd_plan *plan = book->plan;
    wrd_sheet_row(sheet);
    wrd_sheet_text(sheet, GROUP, row->label);
    wrd_sheet_text(sheet, R_SOURCE, wrd_people_heading(plan, response->source, book->lang));
    wrd_sheet_text(sheet, R_WAVE, plan->study->waves[response->wave].name);
    wrd_sheet_text(sheet, BREAKDOWN, row->by_label);
    wrd_sheet_figure(sheet, R_FIGURE, row->seen, 0);
    const struct wrd_result_key key =
        wrd_response_key(plan, response, row->code, row->by, row->group);
    wrd_book_key(sheet, &response_keys, &key);
}

static void put_responses(const struct wrd_workbook *book, const struct wrd_seen_response *response,
                          struct wrd_sheet *sheet)
{
    const char *everybody = wrd_book_word(book, WRD_WORD_EVERYBODY);
    const struct response_row totals[] = {
        { wrd_book_word(book, WRD_WORD_SHEET_RR2), "rr2", "total", everybody, "total",
          &response->rr2 },
        { wrd_book_word(book, WRD_WORD_SHEET_RR1), "rr1", "total", everybody, "total",
          &response->rr1 },
    };
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
        put_response(book, response, &totals[i], sheet);
    for (size_t b = 0; b < response->n_by; b++) {
        const struct wrd_seen_response_by *by = &response->by[b];
        for (size_t g = 0; g < by->n_groups; g++) {
            const struct wrd_seen_response_group *group = &by->groups[g];
            put_response(book, response,
                         &(const struct response_row){
                             wrd_label(group->label, group->code, book->lang), "rr2", by->name,
                             wrd_label(by->label, by->name, book->lang), group->code,
                             &group->seen },
                         sheet);
        }
    }
}

void wrd_book_response(struct wrd_workbook *book)
{
    static const enum wrd_word heads[R_KEYS] = { WRD_WORD_RESPONSE_GROUP, WRD_WORD_WHO_SOURCE,
                                                 WRD_WORD_ORIGIN_WAVE, WRD_WORD_HOW_BREAKDOWN,
                                                 WRD_FIGURE_HEADS };
    const struct wrd_release *release = book->plan->release;
    struct wrd_sheet *sheet =
        wrd_book_sheet(book, wrd_book_word(book, WRD_WORD_WHO_RESPONSE),
                       wrd_book_word(book, WRD_WORD_WHO), heads, R_KEYS, &response_keys);
    sheet->base = wrd_book_word(book, WRD_WORD_SHEET_RESPONSE_BASE);
    for (size_t i = 0; i < wrd_release_responses(release); i++)
        put_responses(book, wrd_release_response(release, i), sheet);
    wrd_book_close(book, sheet);
}

/* --- weighting */

enum { MARGIN, W_SOURCE, N, BEFORE, TARGET, AFTER, WEIGHT_COLUMNS };

static void put_margin(const struct wrd_workbook *book, size_t source,
                       const struct wrd_seen_margin *row, struct wrd_sheet *sheet)
{
    wrd_sheet_row(sheet);
    wrd_sheet_text(sheet, MARGIN, wrd_margin_label(book->plan, source, row, book->lang));
    wrd_sheet_text(sheet, W_SOURCE, wrd_people_heading(book->plan, source, book->lang));
    if (row->hidden) {
        wrd_sheet_text(sheet, N, "[c]");
        wrd_sheet_text(sheet, BEFORE, "[c]");
    } else {
        wrd_sheet_number(sheet, N, (double)row->n, 0);
        wrd_sheet_number(sheet, BEFORE, row->before, 0);
    }
    wrd_sheet_number(sheet, TARGET, row->target, 0);
    wrd_sheet_number(sheet, AFTER, row->after, 0);
}

void wrd_book_weights(struct wrd_workbook *book)
{
    static const enum wrd_word heads[WEIGHT_COLUMNS] = {
        WRD_WORD_WEIGHTS_GROUP,  WRD_WORD_WHO_SOURCE,     WRD_WORD_WEIGHTS_N,
        WRD_WORD_WEIGHTS_BEFORE, WRD_WORD_WEIGHTS_TARGET, WRD_WORD_WEIGHTS_AFTER
    };
    const struct wrd_release *release = book->plan->release;
    struct wrd_sheet *sheet =
        wrd_book_sheet(book, wrd_book_word(book, WRD_WORD_SHEET_WEIGHTS),
                       wrd_book_word(book, WRD_WORD_WEIGHTS), heads, WEIGHT_COLUMNS, NULL);
    sheet->base = wrd_book_word(book, WRD_WORD_SHEET_WEIGHTS_BASE);
    for (size_t i = 0; i < wrd_release_fittings(release); i++) {
        const struct wrd_seen_fitting *fitting = wrd_release_fitting(release, i);
        for (size_t r = 0; r < fitting->n_rows; r++)
            put_margin(book, fitting->source, &fitting->rows[r], sheet);
    }
    wrd_book_close(book, sheet);
}
