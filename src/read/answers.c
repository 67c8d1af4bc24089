/* read/answers.c - the answers of one source in one wave: from a file to a frame.
 *
 * The order of things, a row at a time: cells become answers, ask_if takes out what was not asked,
 * a row without any valid outcome is empty, then ids are compared.  So a respondent who opens the
 * survey again and answers nothing does not replace their answers.
 *
 * Limits   Rows below 2^32, 65,535 columns, a cell of 1 MiB, 65,000 answers a list. */
#include <stdlib.h>
#include <string.h>

#include "core/csv.h"
#include "core/file.h"
#include "core/limits.h"
#include "core/number.h"
#include "core/text.h"
#include "read/ask_if.h"
#include "read/cell.h"
#include "read/coding.h"
#include "read/columns.h"
#include "read/duplicates.h"
#include "read/encoding.h"
#include "read/header.h"
#include "read/inside.h"
#include "read/money.h"
#include "waardering/steps.h"

enum { CELL_MAX = WRD_LIMIT(1 << 20, 256), PROGRESS_STEP = 1 << 20 };

struct reading {
    struct wrd_arena *arena, *scratch; /* of the run; of this file */
    struct wrd_survey survey;
    const struct wrd_source *source;
    struct wrd_diag *diag;
    struct wrd_frame *frame;
    struct wrd_text_file *text;
    struct wrd_csv *csv;
    struct wrd_ahead ahead; /* reads `csv` */
    struct wrd_header header;
    struct wrd_columns columns;
    struct wrd_cells cells;
    struct wrd_asides asides;
    struct wrd_ids *ids; /* NULL: the source has none */
    size_t id_column, id_variable;
    uint32_t first_blank, n_blank; /* blank lines that may be the end of the file */
    const struct wrd_progress *progress;
    uint64_t told;
};

static struct wrd_place in_file(const struct reading *r, uint32_t line)
{
    return (struct wrd_place){ .file = r->frame->file, .line = line };
}

static void set_aside(struct reading *r, uint32_t line, const char *reason)
{
    r->frame->balance.set_aside++;
    wrd_asides_add(&r->asides, line, 0, reason);
}

static bool answer_is_valid(const struct wrd_answers_of *of, size_t row)
{
    for (size_t k = 0; k < of->n_options; k++)
        if (of->options[k].at.u8[row] < WRD_FIRST_REASON)
            return true;
    return of->variable->type != WRD_TYPE_MULTIPLE &&
           wrd_growing_code_at(&of->codes, row) < WRD_CODE_REASON;
}

static bool is_outcome(const struct wrd_variable *variable)
{
    return (variable->roles & WRD_ROLE_OUTCOME) || variable->scale >= 0;
}

/* Without an outcome in the file no row can lack one. */
static bool is_empty(const struct reading *r, size_t row)
{
    size_t outcomes = 0;
    for (size_t i = 0; i < r->columns.n_of; i++) {
        if (!is_outcome(r->columns.of[i].variable))
            continue;
        outcomes++;
        if (answer_is_valid(&r->columns.of[i], row))
            return false;
    }
    return outcomes > 0;
}

static struct wrd_place place_of(const struct reading *r, const struct wrd_answers_of *of,
                                 size_t column)
{
    struct wrd_place place = in_file(r, 0);
    place.variable = of->variable->name;
    if (column != WRD_NO_COLUMN) {
        place.column = (uint32_t)column + 1;
        place.key = r->header.key[column];
    }
    return place;
}

static void judge_routing(struct reading *r, uint32_t line, size_t row)
{
    for (size_t i = 0; i < r->columns.n_of; i++) {
        struct wrd_answers_of *of = &r->columns.of[i];
        if (of->n_rules == 0 || wrd_ask_if_asked(of, row) || !wrd_ask_if_take_out(of, row))
            continue;
        struct wrd_place place = place_of(r, of, of->found->column);
        place.line = line;
        wrd_say(r->diag, WRD_W0226, place, of->variable->name, of->variable->ask_if_text);
        wrd_asides_add(&r->asides, line, place.column, "not asked");
    }
}

static void count_duplicate(struct reading *r, uint32_t line, enum wrd_message message)
{
    r->frame->balance.duplicate++;
    wrd_asides_add(&r->asides, line, 0, "duplicate");
    wrd_say(r->diag, message, in_file(r, line));
}

/* Whether the row being read stays; with `last` it is an earlier one that goes. */
static bool id_lets_stay(struct reading *r, const struct wrd_record *record)
{
    size_t len, row = r->columns.n;
    if (!r->ids)
        return true;
    const char *id = wrd_cell_text(&record->fields[r->id_column], &len);
    if (len == 0)
        return true; /* nobody's duplicate */
    enum wrd_duplicates rule = r->source->duplicates;
    size_t before = wrd_ids_put(r->ids, id, len, row, rule == WRD_DUPLICATES_LAST);
    if (before == WRD_NO_ROW)
        return true;
    uint32_t line = r->columns.line.at.u32[before];
    if (rule == WRD_DUPLICATES_LAST) {
        r->columns.dropped.at.u8[before] = 1;
        count_duplicate(r, line, WRD_W0236);
        return true;
    }
    if (rule == WRD_DUPLICATES_ERROR)
        wrd_say(r->diag, WRD_E0234, in_file(r, record->line), wrd_count_text(r->scratch, line));
    else
        count_duplicate(r, record->line, WRD_W0235);
    return false;
}

static void use_row(struct reading *r, const struct wrd_record *record)
{
    size_t row = r->columns.n;
    wrd_columns_reserve(&r->columns);
    for (size_t i = 0; i < r->columns.n_of; i++)
        wrd_cell_read(&r->cells, &r->columns.of[i], record, row);
    judge_routing(r, record->line, row);
    r->columns.line.at.u32[row] = record->line;
    if (r->columns.dropped.size)
        r->columns.dropped.at.u8[row] = 0;
    if (is_empty(r, row)) {
        r->frame->balance.empty++;
        wrd_asides_add(&r->asides, record->line, 0, "empty");
        wrd_say(r->diag, WRD_N0237, in_file(r, record->line));
    } else if (id_lets_stay(r, record)) {
        r->columns.n++;
    }
}

static bool has_long_cell(const struct wrd_record *record)
{
    for (size_t i = 0; i < record->n; i++)
        if (record->fields[i].len > CELL_MAX)
            return true;
    return false;
}

static void say_fields(struct reading *r, enum wrd_message message, uint32_t line, size_t n)
{
    struct wrd_arena *scratch = wrd_arena_new();
    wrd_say(r->diag, message, in_file(r, line), wrd_count_text(scratch, n),
            wrd_count_text(scratch, r->header.n_columns));
    wrd_arena_free(scratch);
}

static void take_record(struct reading *r, const struct wrd_record *record)
{
    r->frame->balance.rows++;
    if (record->n < r->header.n_columns) {
        say_fields(r, WRD_W0230, record->line, record->n);
        set_aside(r, record->line, "too few fields");
    } else if (record->n > r->header.n_columns) {
        say_fields(r, WRD_W0231, record->line, record->n);
        set_aside(r, record->line, "too many fields");
    } else if (has_long_cell(record)) {
        wrd_say(r->diag, WRD_W0233, in_file(r, record->line));
        set_aside(r, record->line, "too long");
    } else {
        use_row(r, record);
    }
}

/* Blank lines before another row are rows; at the end of the file they are nothing. */
static void take_blanks(struct reading *r)
{
    const struct wrd_field nothing = { "", 0 };
    for (uint32_t i = 0; i < r->n_blank; i++) {
        struct wrd_record record = { .line = r->first_blank + i, .fields = &nothing, .n = 1 };
        take_record(r, &record);
    }
    r->n_blank = 0;
}

static void take_broken(struct reading *r, const struct wrd_record *record, bool is_long)
{
    r->frame->balance.rows++;
    struct wrd_place place = in_file(r, record->line);
    wrd_say(r->diag, is_long ? WRD_W0233 : WRD_W0232, place);
    set_aside(r, record->line, is_long ? "too long" : "broken quote");
}

static void tell_progress(struct reading *r)
{
    uint64_t done = wrd_text_done(r->text);
    if (!r->progress || done < r->told + PROGRESS_STEP)
        return;
    r->told = done;
    r->progress->tell(r->progress->self, r->frame->file, done, wrd_text_size(r->text));
}

static void read_rows(struct reading *r)
{
    struct wrd_record record;
    enum wrd_record_state state;
    while ((state = wrd_ahead_next(&r->ahead, &record)) != WRD_RECORD_END) {
        tell_progress(r);
        if (state == WRD_RECORD && wrd_record_is_blank(&record)) {
            if (r->n_blank++ == 0)
                r->first_blank = record.line;
            continue;
        }
        take_blanks(r);
        if (state == WRD_RECORD)
            take_record(r, &record);
        else /* a NUL can only have come after the first pass: it is no better than a quote */
            take_broken(r, &record, state == WRD_RECORD_LONG);
    }
}

static bool is_organisation(const struct wrd_source *source, const struct wrd_variable *variable)
{
    return (variable->roles & WRD_ROLE_PSU) ||
           (source->link && strcmp(source->link, variable->name) == 0);
}

/* In the survey of organisations that of the organisation is theirs, unless several may answer. */
static bool is_respondent_id(const struct reading *r, const struct wrd_variable *variable)
{
    const struct wrd_source *source = r->source;
    if (variable->type != WRD_TYPE_ID)
        return false;
    if (!is_organisation(source, variable))
        return true;
    return source->respondents == WRD_ORGANISATIONS &&
           !(source->design.cluster && strcmp(source->design.cluster, variable->name) == 0);
}

static void find_id_among(struct reading *r, bool of_organisation)
{
    for (size_t i = 0; i < r->survey.book->n_variables && !r->ids; i++) {
        const struct wrd_variable *variable = &r->survey.book->variables[i];
        if (r->header.found[i].asked && is_respondent_id(r, variable) &&
            is_organisation(r->source, variable) == of_organisation) {
            r->ids = wrd_ids_new();
            r->id_column = r->header.found[i].column;
            r->id_variable = i;
        }
    }
}

static void find_id(struct reading *r)
{
    find_id_among(r, false);
    find_id_among(r, true);
    r->frame->has_ids = r->ids != NULL;
}

/* What the study leaves open follows from the kind of export. */
static void take_head(struct reading *r, const struct wrd_export_head *head)
{
    r->frame->preset = head->preset_name;
    r->survey.labels =
        r->source->answers_said ? r->source->answers == WRD_ANSWERS_LABELS : head->labels;
    r->cells.labels = r->survey.labels;
    r->cells.separators = head->separators;
}

/* Without its codes an open question was not asked, as far as tables go. */
static enum wrd_status read_codings(struct reading *r)
{
    enum wrd_status status = WRD_OK;
    for (size_t i = 0; i < r->survey.book->n_variables; i++) {
        const struct wrd_variable *variable = &r->survey.book->variables[i];
        struct wrd_found *found = &r->header.found[i];
        if (!found->asked || !wrd_is_coded(variable))
            continue;
        if (wrd_coding_read(r->scratch, &r->survey, variable, r->diag, &found->coding) != WRD_OK)
            status = WRD_EINPUT;
        found->asked = found->coding != NULL;
    }
    return status;
}

static enum wrd_status read_header(struct reading *r)
{
    struct wrd_record record;
    enum wrd_record_state state = wrd_ahead_look(&r->ahead, 0, &record);
    if (!wrd_export_has_header(state, &record, r->frame->delimiter, r->frame->file, r->diag))
        return WRD_EINPUT;
    struct wrd_place place = in_file(r, record.line);
    struct wrd_export_head head;
    enum wrd_status status =
        wrd_export_read_head(r->scratch, &r->ahead, r->source->export_preset, place, r->diag, &head);
    if (status != WRD_OK)
        return status;
    take_head(r, &head);
    status = wrd_header_match(r->scratch, &r->survey, &head, r->frame->delimiter, place, r->diag,
                              &r->header);
    if (status != WRD_OK)
        return status;
    wrd_money_headers(&r->survey, &head, &r->header, place, r->diag);
    r->frame->balance.unnamed_columns = r->header.n_unnamed;
    find_id(r);
    status = read_codings(r);
    if (status != WRD_OK)
        return status;
    bool may_drop = r->ids && r->source->duplicates == WRD_DUPLICATES_LAST;
    status =
        wrd_columns_open(&r->survey, &r->header, head.separators, may_drop, r->diag, &r->columns);
    wrd_ask_if_make(&r->columns, r->scratch);
    return status;
}

static void say_wrong_answers(struct reading *r)
{
    for (size_t i = 0; i < r->columns.n_of; i++) {
        const struct wrd_answers_of *of = &r->columns.of[i];
        if (of->found->coding)
            wrd_coding_say(of->found->coding, r->diag);
        wrd_money_answers(&r->columns, of, place_of(r, of, of->found->column), r->diag);
        for (size_t k = 0; k < of->n_wrongs; k++) {
            size_t column = of->found->n_options ? of->found->options[k].column : of->found->column;
            const struct wrd_place place = place_of(r, of, column);
            if (!wrd_personal_refuse(&of->personal[k], &of->wrongs[k], place, r->diag))
                wrd_wrongs_say(&of->wrongs[k], &r->survey, of->variable, place, r->diag);
        }
    }
}

static int by_line(const void *a, const void *b)
{
    const struct wrd_set_aside *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

/* With `last` an earlier row is set aside after later ones were. */
static void finish_asides(struct reading *r)
{
    if (r->asides.n)
        qsort(r->asides.items, r->asides.n, sizeof *r->asides.items, by_line);
    r->frame->asides = r->asides.items;
    r->frame->n_asides = r->asides.n;
    if (r->asides.items)
        wrd_arena_adopt(r->arena, r->asides.items);
    r->asides = (struct wrd_asides){ 0 };
}

/* What this wave did not ask nobody answered. */
static void count_not_asked(struct reading *r)
{
    const struct wrd_codebook *book = r->survey.book;
    for (size_t i = 0; i < book->n_variables; i++)
        if (wrd_variable_of(&book->variables[i], r->survey.source) && !r->header.found[i].asked) {
            r->frame->columns[i].score_unit = 1;
            r->frame->columns[i].missing[WRD_NOT_ASKED] = r->frame->n;
        }
}

static enum wrd_status finish(struct reading *r)
{
    size_t errors = wrd_diag_errors(r->diag);
    say_wrong_answers(r);
    if (r->frame->balance.rows == 0)
        wrd_say(r->diag, WRD_E0208, in_file(r, 1), r->frame->file);
    wrd_columns_finish(&r->columns, r->arena, &r->header, in_file(r, 0), r->diag, r->frame);
    r->frame->balance.used = r->frame->n;
    r->frame->id = r->ids ? r->frame->columns[r->id_variable].id : NULL;
    count_not_asked(r);
    finish_asides(r);
    return wrd_diag_errors(r->diag) > errors ? WRD_EINPUT : WRD_OK;
}

static void judge_invited(struct reading *r)
{
    const int64_t invited = r->survey.study->waves[r->survey.wave].invited[r->survey.source];
    const uint64_t used = r->frame->balance.used;
    if (invited >= 0 && used > (uint64_t)invited)
        wrd_say(r->diag, WRD_W0240, in_file(r, 0), wrd_count_text(r->scratch, used),
                wrd_count_text(r->scratch, (uint64_t)invited));
}

static enum wrd_status read_file(struct reading *r)
{
    size_t head_len, errors = wrd_diag_errors(r->diag);
    const char *head = wrd_text_head(r->text, &head_len);
    r->frame->delimiter =
        r->source->delimiter ? r->source->delimiter : wrd_csv_detect(head, head_len);
    r->frame->encoding = wrd_text_encoding(r->text);
    r->csv = wrd_csv_open(wrd_text_lines(r->text), r->frame->delimiter);
    r->ahead = wrd_ahead_open(r->csv, r->scratch);
    enum wrd_status status = read_header(r);
    if (status != WRD_OK)
        return status;
    read_rows(r);
    if (!wrd_text_finish(r->text, r->diag))
        return WRD_EIO;
    status = finish(r);
    judge_invited(r);
    return wrd_diag_errors(r->diag) > errors ? WRD_EINPUT : status;
}

static void close_reading(struct reading *r)
{
    if (r->csv)
        wrd_csv_close(r->csv);
    wrd_columns_free(&r->columns);
    wrd_ids_free(r->ids);
    free(r->asides.items);
    wrd_text_close(r->text);
    wrd_arena_free(r->scratch);
}

enum wrd_status wrd_answers_read(struct wrd_arena *arena, const struct wrd_study *study,
                                 const struct wrd_codebook *book, size_t wave, size_t source,
                                 const struct wrd_progress *progress, struct wrd_diag *diag,
                                 struct wrd_frame **frame)
{
    const struct wrd_wave *of = &study->waves[wave];
    *frame = NULL;
    if (!of->files[source])
        return WRD_OK; /* this source was not asked in this wave */
    struct wrd_frame *made = wrd_arena_take(arena, sizeof *made);
    *made = (struct wrd_frame){ .source = source, .wave = wave, .file = of->files[source] };
    made->columns = wrd_arena_take_array(arena, book->n_variables + 1, sizeof *made->columns);
    struct reading r = { .arena = arena,
                         .scratch = wrd_arena_new(),
                         .diag = diag,
                         .frame = made,
                         .survey = { study, book, wave, source, false },
                         .progress = progress,
                         .source = &study->sources[source] };
    r.cells = (struct wrd_cells){ .decimal = r.source->decimal, .asides = &r.asides };
    const char *path = wrd_path_join(r.scratch, study->folder, made->file);
    if (wrd_is_inside(study, path, made->file, of->file_place[source], diag))
        r.text = wrd_text_open(path, made->file, of->file_place[source], r.source->encoding, diag);
    enum wrd_status status = r.text ? read_file(&r) : wrd_diag_status(diag);
    close_reading(&r);
    if (status == WRD_OK)
        *frame = made;
    return status;
}
