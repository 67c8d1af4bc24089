/* read/cell.c - one cell becomes one answer; see read/cell.h. */
#include "read/cell.h"

#include <string.h>

#include "core/hash.h"
#include "core/number.h"
#include "core/text.h"
#include "read/coding.h"
#include "read/date.h"
#include "read/money.h"

enum {
    EMPTY = WRD_CODE_REASON + WRD_EMPTY,
    INVALID = WRD_CODE_REASON + WRD_INVALID,
    NOT_ASKED = WRD_CODE_REASON + WRD_NOT_ASKED
};
enum { LONG_NUMBER = 7 }; /* 52.3740: no shorter one says who somebody is */

/* One answer while it is read. */
struct reading {
    const struct wrd_cells *cells;
    struct wrd_answers_of *of;
    const struct wrd_record *record;
    size_t row;
};

static bool is_plain_letter(char c)
{
    return c > ' ' && c <= '~';
}

/* Most cells have nothing to trim, and this is done for every one of them. */
const char *wrd_cell_text(const struct wrd_field *field, size_t *len)
{
    const char *text = field->text;
    *len = field->len;
    if (*len && (!is_plain_letter(text[0]) || !is_plain_letter(text[*len - 1])))
        wrd_text_trim(&text, len);
    return text;
}

static const char *text_of(const struct reading *r, size_t *len)
{
    return wrd_cell_text(&r->record->fields[r->of->found->column], len);
}

static void add_wrong(const struct reading *r, size_t which, size_t column, enum wrd_wrong wrong,
                      const char *text, size_t len)
{
    uint32_t line = r->record->line;
    if (wrong != WRD_WRONG_WEIGHT && wrong != WRD_WRONG_DATE)
        wrd_personal_look(&r->of->personal[which], text, len, wrong == WRD_WRONG_RANGE, line);
    if (wrd_wrongs_add(&r->of->wrongs[which], wrong, line, text, len))
        wrd_asides_add(r->cells->asides, line, (uint32_t)column + 1, wrd_wrong_reason(wrong));
}

static unsigned invalid(const struct reading *r, enum wrd_wrong wrong, const char *text, size_t len)
{
    add_wrong(r, 0, r->of->found->column, wrong, text, len);
    return INVALID;
}

static unsigned read_single(const struct reading *r, const char *text, size_t len)
{
    unsigned code = wrd_coder_find(r->of->coder, text, len);
    return code == WRD_CODE_UNKNOWN ? invalid(r, WRD_WRONG_CODE, text, len) : code;
}

static bool is_in_range(const struct wrd_variable *variable, struct wrd_decimal number)
{
    return (!variable->has_min || wrd_decimal_compare(number, variable->min) >= 0) &&
           (!variable->has_max || wrd_decimal_compare(number, variable->max) <= 0);
}

/* "12,50", as amounts are written. */
static bool has_cents(const char *text, size_t len, char mark)
{
    enum { BEHIND = 3 };
    return len > BEHIND && text[len - BEHIND] == mark && text[len - 2] != mark;
}

static unsigned read_number(const struct reading *r, const char *text, size_t len)
{
    struct wrd_decimal number;
    if (!wrd_decimal_read(text, len, r->cells->decimal, &number))
        return invalid(r, WRD_WRONG_NUMBER, text, len);
    if (!is_in_range(r->of->variable, number))
        return invalid(r, WRD_WRONG_RANGE, text, len);
    if (len >= LONG_NUMBER)
        wrd_personal_look(r->of->personal, text, len, true, r->record->line);
    r->of->cents += has_cents(text, len, r->cells->decimal);
    unsigned code = wrd_numbers_put(&r->of->numbers, number);
    if (code != WRD_NUMBERS_FULL)
        return code;
    r->of->numbers_full = true; /* an error at the end of the file */
    return INVALID;
}

static unsigned read_weight(const struct reading *r, const char *text, size_t len)
{
    struct wrd_decimal weight;
    if (!wrd_decimal_read(text, len, r->cells->decimal, &weight) || weight.units < 0)
        return invalid(r, WRD_WRONG_WEIGHT, text, len);
    r->of->units.at.i64[r->row] = weight.units;
    r->of->decimals.at.u8[r->row] = weight.decimals;
    return 0;
}

static unsigned read_date(const struct reading *r, const char *text, size_t len)
{
    if (!wrd_is_date(text, len))
        return invalid(r, WRD_WRONG_DATE, text, len);
    r->of->units.at.i64[r->row] = wrd_date_seconds(text, len);
    return 0;
}

static unsigned read_cell(const struct reading *r)
{
    size_t len;
    const char *text = text_of(r, &len);
    if (r->of->variable->type == WRD_TYPE_DATE)
        r->of->units.at.i64[r->row] = -1;
    if (r->of->ids.size)
        r->of->ids.at.u64[r->row] = len == 0 ? 0 : wrd_id_hash(text, len);
    if (len == 0)
        return EMPTY;
    r->of->personal->filled++;
    switch (r->of->variable->type) {
    case WRD_TYPE_SINGLE:
        return read_single(r, text, len);
    case WRD_TYPE_NUMBER:
        return read_number(r, text, len);
    case WRD_TYPE_WEIGHT:
        return read_weight(r, text, len);
    case WRD_TYPE_DATE:
        return read_date(r, text, len);
    case WRD_TYPE_TEXT:
        r->of->names_money += wrd_money_open(text, len);
        break;
    case WRD_TYPE_MULTIPLE:
    case WRD_TYPE_ID:
    case WRD_TYPES:
        break;
    }
    return 0;
}

static void set_option(const struct reading *r, size_t option, unsigned code)
{
    wrd_growing_code(&r->of->options[option], r->row, code);
}

static void set_options(const struct reading *r, unsigned code)
{
    for (size_t k = 0; k < r->of->n_options; k++)
        set_option(r, k, code);
}

/* A labels export leaves the cells of a question empty that was not on the screen. */
static unsigned nothing(const struct reading *r)
{
    return r->cells->labels ? NOT_ASKED : EMPTY;
}

/* Several answers in one cell. */
struct pieces {
    size_t ticked, wrong;
    unsigned reason; /* of a piece that says why there is no answer; 0: none */
};

/* false: the list does not have it. */
static bool take_piece(const struct reading *r, const char *text, size_t len, struct pieces *pieces)
{
    unsigned code = len ? wrd_coder_find(r->of->coder, text, len) : WRD_CODE_UNKNOWN;
    if (code == WRD_CODE_UNKNOWN)
        return false;
    if (code >= WRD_CODE_REASON) {
        pieces->reason = code;
    } else {
        set_option(r, code, 1);
        pieces->ticked++;
    }
    return true;
}

static const char *next_separator(const char *text, const char *end, const char *separators)
{
    while (text < end && !strchr(separators, *text))
        text++;
    return text;
}

/* An answer may hold the separator itself, so the longest one that the list has is taken: first the
 * text with as many separators as an answer may have, then with fewer.  Returns where it ends. */
static const char *read_piece(const struct reading *r, const char *text, const char *end,
                              const char *separators, struct pieces *pieces)
{
    const char *first = next_separator(text, end, separators), *piece = text;
    for (size_t inside = r->of->inside + 1; inside-- > 0;) {
        const char *stop = first;
        for (size_t i = 0; i < inside && stop < end; i++)
            stop = next_separator(stop + 1, end, separators);
        size_t len = (size_t)(stop - text);
        piece = text;
        wrd_text_trim(&piece, &len);
        if (take_piece(r, piece, len, pieces))
            return stop;
    }
    size_t len = (size_t)(first - text);
    piece = text;
    wrd_text_trim(&piece, &len);
    if (len > 0) {
        invalid(r, WRD_WRONG_CODE, piece, len);
        pieces->wrong++;
    }
    return first;
}

static void read_pieces(const struct reading *r)
{
    struct pieces pieces = { 0, 0, 0 };
    size_t len;
    const char *text = text_of(r, &len), *end = text + len;
    const char own[] = { r->of->variable->separator, '\0' };
    const char *separators = *own ? own : r->cells->separators;
    set_options(r, len == 0 ? nothing(r) : 0);
    r->of->personal->filled += len > 0;
    while (text < end)
        text = read_piece(r, text, end, separators, &pieces) + 1;
    if (pieces.ticked == 0 && pieces.reason)
        set_options(r, pieces.reason);
    else if (pieces.ticked == 0 && pieces.wrong)
        set_options(r, INVALID);
}

enum tick { TICK_EMPTY, TICK_NO, TICK_YES, TICK_WRONG };

/* ASCII only, so that no locale has a say. */
static bool is_word(const char *text, size_t len, const char *word)
{
    for (size_t i = 0; i < len; i++, word++) {
        char c = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] - 'A' + 'a') : text[i];
        if (c != *word)
            return false;
    }
    return *word == '\0';
}

static bool is_one_of(const char *text, size_t len, const char *const *words)
{
    for (; *words; words++)
        if (is_word(text, len, *words))
            return true;
    return false;
}

/* The label itself is a tick too. */
static bool is_own_label(const struct reading *r, const struct wrd_value *value, const char *text,
                         size_t len)
{
    unsigned code = wrd_coder_find(r->of->coder, text, len);
    bool same = value->answer >= 0 ? code == (unsigned)value->answer
                                   : code == WRD_CODE_REASON + (unsigned)value->reason;
    if (same || r->cells->labels)
        return same;
    struct wrd_arena *scratch = wrd_arena_new();
    const char *folded = wrd_text_fold(scratch, text, len);
    for (int lang = 0; lang < WRD_LANGS && !same; lang++) {
        const char *label = value->label[lang];
        same = *label && strcmp(folded, wrd_text_fold(scratch, label, strlen(label))) == 0;
    }
    wrd_arena_free(scratch);
    return same;
}

static bool is_other(const struct wrd_value *value)
{
    return !value || strcmp(value->code, "other") == 0;
}

static enum tick tick_of(const struct reading *r, const struct wrd_value *value, const char *text,
                         size_t len)
{
    static const char *const yes[] = { "1", "y", "yes", "ja", "x", "true", NULL };
    static const char *const no[] = { "0", "n", "no", "nee", "not selected", "false", NULL };
    if (len == 0)
        return TICK_EMPTY;
    if (is_one_of(text, len, no))
        return TICK_NO;
    if (is_one_of(text, len, yes) || is_other(value) || is_own_label(r, value, text, len))
        return TICK_YES;
    return TICK_WRONG;
}

/* What the columns of one question say together. */
struct ticks {
    bool filled, ticked;
    unsigned reason;
};

static void read_tick(const struct reading *r, size_t which, struct ticks *ticks)
{
    const struct wrd_found_option *option = &r->of->found->options[which];
    size_t len;
    const char *text = wrd_cell_text(&r->record->fields[option->column], &len);
    enum tick tick = tick_of(r, option->value, text, len);
    r->of->personal[which].filled += tick != TICK_EMPTY;
    ticks->filled |= tick != TICK_EMPTY;
    if (tick == TICK_WRONG)
        add_wrong(r, which, option->column, WRD_WRONG_TICK, text, len);
    if (!option->value)
        return;
    if (option->value->answer >= 0) {
        ticks->ticked |= tick == TICK_YES;
        set_option(r, (size_t)option->value->answer,
                   tick == TICK_WRONG ? INVALID : tick == TICK_YES);
    } else if (tick == TICK_YES) {
        ticks->reason = WRD_CODE_REASON + (unsigned)option->value->reason;
    }
}

/* An answer that this wave does not offer has no column and stays "not asked". */
static void set_offered(const struct reading *r, unsigned code)
{
    for (size_t i = 0; i < r->of->found->n_options; i++) {
        const struct wrd_value *value = r->of->found->options[i].value;
        if (value && value->answer >= 0)
            set_option(r, (size_t)value->answer, code);
    }
}

static void read_ticks(const struct reading *r)
{
    struct ticks ticks = { false, false, 0 };
    set_options(r, NOT_ASKED);
    for (size_t i = 0; i < r->of->found->n_options; i++)
        read_tick(r, i, &ticks);
    if (!ticks.filled)
        set_offered(r, nothing(r));
    else if (ticks.reason && !ticks.ticked)
        set_offered(r, ticks.reason);
}

/* Of an open answer it is seen whether it is there, and of its line which codes it was given. */
static void read_coded(const struct reading *r)
{
    const unsigned not_coded = WRD_CODE_REASON + WRD_TECHNICAL;
    struct wrd_codes *coding = r->of->found->coding;
    bool ticked = false, any = false;
    unsigned code, reason = not_coded;
    size_t len;
    (void)text_of(r, &len);
    set_options(r, EMPTY);
    for (size_t from = 0; wrd_coding_next(coding, r->record->line, len > 0, &from, &code);) {
        any = true;
        if (code >= WRD_CODE_REASON) {
            reason = code;
        } else if (len > 0) {
            if (!ticked)
                set_options(r, 0);
            set_option(r, code, 1);
            ticked = true;
        }
    }
    if (len > 0 && !ticked)
        set_options(r, reason);
    if (len > 0 && !any)
        wrd_coding_lacks(coding);
}

void wrd_cell_read(const struct wrd_cells *cells, struct wrd_answers_of *of,
                   const struct wrd_record *record, size_t row)
{
    const struct reading r = { cells, of, record, row };
    if (of->variable->type != WRD_TYPE_MULTIPLE)
        wrd_growing_code(&of->codes, row, read_cell(&r));
    else if (of->found->coding)
        read_coded(&r);
    else if (of->found->column == WRD_NO_COLUMN)
        read_ticks(&r);
    else
        read_pieces(&r);
}
