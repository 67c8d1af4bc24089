/* read/wrong.c - the answers of one column that cost themselves; see read/wrong.h. */
#include "read/wrong.h"

#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "core/limits.h"
#include "core/number.h"
#include "core/text.h"
#include "model/personal_cells.h"

enum {
    MAX_TEXTS = WRD_LIMIT(1000, 8),
    MAX_LINES = WRD_LIMIT(100000, 40),
    MAX_LEN = WRD_LIMIT(200, 24),
    MAX_CODES = 12,
    MAX_ARGUMENTS = 5
};

struct wrd_wrong_text {
    enum wrd_wrong wrong;
    bool is_long; /* text is not the answer but how it may be shown */
    uint64_t times;
    size_t len;
    char *text;
};

struct wrd_wrong_line {
    uint32_t line, tally;
};

const char *wrd_wrong_reason(enum wrd_wrong wrong)
{
    static const char *const words[] = {
        [WRD_WRONG_CODE] = "not in list",   [WRD_WRONG_NUMBER] = "not a number",
        [WRD_WRONG_RANGE] = "out of range", [WRD_WRONG_WEIGHT] = "not a weight",
        [WRD_WRONG_DATE] = "not a date",    [WRD_WRONG_TICK] = "not a tick",
    };
    return words[wrong];
}

static uint32_t new_tally(struct wrd_wrongs *wrongs, enum wrd_wrong wrong, bool is_long,
                          const char *text, size_t len)
{
    if (wrongs->n == wrongs->room) {
        wrongs->room = wrongs->room ? wrongs->room * 2 : 8;
        wrongs->tallies = wrd_realloc(wrongs->tallies, wrongs->room, sizeof *wrongs->tallies);
    }
    char *copy = wrd_alloc(len + 1, 1);
    memcpy(copy, text, len);
    wrongs->tallies[wrongs->n] = (struct wrd_wrong_text){ wrong, is_long, 0, len, copy };
    return (uint32_t)wrongs->n++;
}

/* UINT32_MAX: there are too many. */
static uint32_t tally_of(struct wrd_wrongs *wrongs, enum wrd_wrong wrong, bool is_long,
                         const char *text, size_t len)
{
    const uint32_t *known = wrd_textmap_find(&wrongs->texts, text, len);
    if (known)
        return *known;
    if (wrongs->n == MAX_TEXTS)
        return UINT32_MAX;
    uint32_t tally = new_tally(wrongs, wrong, is_long, text, len);
    wrd_textmap_put(&wrongs->texts, text, len, tally);
    return tally;
}

/* A long text is not kept, only how it may be shown. */
static uint32_t tally_of_any(struct wrd_wrongs *wrongs, enum wrd_wrong wrong, const char *text,
                             size_t len)
{
    if (len <= MAX_LEN)
        return tally_of(wrongs, wrong, false, text, len);
    struct wrd_arena *scratch = wrd_arena_new();
    const char *shown = wrd_answer_shown(scratch, text, len, 0);
    uint32_t tally = tally_of(wrongs, wrong, true, shown, strlen(shown));
    wrd_arena_free(scratch);
    return tally;
}

static void add_line(struct wrd_wrongs *wrongs, uint32_t line, uint32_t tally)
{
    if (wrongs->n_lines == wrongs->line_room) {
        wrongs->line_room = wrongs->line_room ? wrongs->line_room * 2 : 8;
        wrongs->lines = wrd_realloc(wrongs->lines, wrongs->line_room, sizeof *wrongs->lines);
    }
    wrongs->lines[wrongs->n_lines++] = (struct wrd_wrong_line){ line, tally };
}

bool wrd_wrongs_add(struct wrd_wrongs *wrongs, enum wrd_wrong wrong, uint32_t line,
                    const char *text, size_t len)
{
    uint32_t tally =
        wrongs->n_lines < MAX_LINES ? tally_of_any(wrongs, wrong, text, len) : UINT32_MAX;
    if (tally == UINT32_MAX) {
        wrongs->untold++;
        return false;
    }
    wrongs->tallies[tally].times++;
    add_line(wrongs, line, tally);
    return true;
}

size_t wrd_wrongs_texts(const struct wrd_wrongs *wrongs)
{
    return wrongs->n;
}

const char *wrd_wrongs_text(const struct wrd_wrongs *wrongs, size_t i, uint64_t *times)
{
    *times = wrongs->tallies[i].times;
    return wrongs->tallies[i].is_long ? NULL : wrongs->tallies[i].text;
}

/* A message ready to be said for every line of a text. */
struct ready {
    enum wrd_message message;
    const char *arguments[MAX_ARGUMENTS + 1];
};

static const char *label_of(const struct wrd_value *value)
{
    return *value->label[WRD_NL] ? value->label[WRD_NL] : value->label[WRD_EN];
}

static const char *list_has(struct wrd_arena *scratch, const struct wrd_list *list, bool labels)
{
    const char *texts[MAX_CODES + 1];
    size_t n = 0;
    for (; n < list->n_values && n < MAX_CODES; n++)
        texts[n] = labels ? label_of(&list->values[n]) : list->values[n].code;
    if (n < list->n_values)
        texts[n++] = "...";
    return wrd_text_join(scratch, texts, n, labels ? " | " : " ");
}

static const char *place_text(struct wrd_arena *scratch, const struct wrd_place *place)
{
    return wrd_arena_format(scratch, "%s:%s", place->file ? place->file : "values.csv",
                            wrd_count_text(scratch, place->line));
}

static const char *cell_to_add(const char *header, const struct wrd_list *list, const char *code)
{
    const struct {
        const char *header, *cell;
    } cells[] = { { "list", list->name },
                  { "code", code },
                  { "label::nl", "Geen antwoord" },
                  { "label::en", "No answer" },
                  { "missing", "refused" } };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        if (strcmp(cells[i].header, header) == 0)
            return cells[i].cell;
    return "";
}

/* A row that fits the columns of this values.csv; NULL: they cannot say that it is no answer. */
static const char *row_to_add(struct wrd_arena *scratch, const struct wrd_codebook *book,
                              const struct wrd_list *list, const char *code)
{
    for (size_t h = 0; list->place.file && h < book->n_headers; h++) {
        const struct wrd_book_header *header = &book->headers[h];
        if (strcmp(header->file, list->place.file) != 0)
            continue;
        const char **cells = wrd_arena_take_array(scratch, header->n_names, sizeof *cells);
        bool has_missing = false;
        for (size_t i = 0; i < header->n_names; i++) {
            cells[i] = cell_to_add(header->names[i], list, code);
            has_missing |= strcmp(header->names[i], "missing") == 0;
        }
        const char between[] = { header->delimiter, '\0' };
        return has_missing ? wrd_text_join(scratch, cells, header->n_names, between) : NULL;
    }
    return NULL;
}

/* The remedy "add it to values.csv" is only given for a text that could be a code and is shown. */
static struct ready ready_code(struct wrd_arena *scratch, const struct wrd_survey *survey,
                               const struct wrd_list *list, const char *shown)
{
    bool labels = survey->labels;
    const char *row =
        !labels && wrd_is_code(shown) ? row_to_add(scratch, survey->book, list, shown) : NULL;
    return (struct ready){ row ? WRD_W0213 : WRD_W0219,
                           { shown, list->name, place_text(scratch, &list->place),
                             list_has(scratch, list, labels), row, NULL } };
}

static const char *bound(struct wrd_arena *scratch, bool has, struct wrd_decimal number, char mark)
{
    char room[WRD_NUMBER_ROOM];
    const char *text = has ? wrd_number_decimal(room, number, mark) : "...";
    return wrd_arena_text(scratch, text, strlen(text));
}

static struct ready ready_range(struct wrd_arena *scratch, const struct wrd_variable *variable,
                                const char *shown, char mark)
{
    return (struct ready){ WRD_W0221,
                           { shown, bound(scratch, variable->has_min, variable->min, mark),
                             bound(scratch, variable->has_max, variable->max, mark), NULL } };
}

/* What says who somebody is is not shown, however many wrote it. */
static const char *shown_of(struct wrd_arena *scratch, const struct wrd_wrong_text *tally)
{
    if (tally->is_long)
        return tally->text;
    const bool personal = wrd_personal_cell(tally->text, tally->len, false) < WRD_PERSONAL_WORDS;
    return wrd_answer_shown(scratch, tally->text, tally->len, personal ? 0 : tally->times);
}

static struct ready make_ready(struct wrd_arena *scratch, const struct wrd_survey *survey,
                               const struct wrd_variable *variable,
                               const struct wrd_wrong_text *tally)
{
    char mark = survey->study->sources[survey->source].decimal;
    const char *shown = shown_of(scratch, tally);
    switch (tally->wrong) {
    case WRD_WRONG_CODE:
        return ready_code(scratch, survey, variable->list, shown);
    case WRD_WRONG_RANGE:
        return ready_range(scratch, variable, shown, mark);
    case WRD_WRONG_WEIGHT:
        return (struct ready){ WRD_W0222, { shown, NULL } };
    case WRD_WRONG_DATE:
        return (struct ready){ WRD_W0223, { shown, NULL } };
    case WRD_WRONG_TICK:
        return (struct ready){ WRD_W0224, { shown, NULL } };
    case WRD_WRONG_NUMBER:
        break;
    }
    const char *mark_text = mark == ',' ? "," : ".";
    return (struct ready){ WRD_W0220, { shown, mark_text, NULL } };
}

void wrd_wrongs_say(const struct wrd_wrongs *wrongs, const struct wrd_survey *survey,
                    const struct wrd_variable *variable, struct wrd_place place,
                    struct wrd_diag *diag)
{
    if (wrongs->n_lines == 0)
        return;
    struct wrd_arena *scratch = wrd_arena_new();
    struct ready *ready = wrd_arena_take_array(scratch, wrongs->n, sizeof *ready);
    for (size_t i = 0; i < wrongs->n; i++)
        ready[i] = make_ready(scratch, survey, variable, &wrongs->tallies[i]);
    for (size_t i = 0; i < wrongs->n_lines; i++) {
        const struct ready *say = &ready[wrongs->lines[i].tally];
        place.line = wrongs->lines[i].line;
        wrd_diag_say(diag, say->message, place, say->arguments);
    }
    place.line = 0;
    if (wrongs->untold)
        wrd_say(diag, WRD_W0225, place, wrd_count_text(scratch, wrongs->untold));
    wrd_arena_free(scratch);
}

void wrd_wrongs_clear(struct wrd_wrongs *wrongs)
{
    for (size_t i = 0; i < wrongs->n; i++) {
        wrd_wipe(wrongs->tallies[i].text, wrongs->tallies[i].len);
        free(wrongs->tallies[i].text);
    }
    free(wrongs->tallies);
    free(wrongs->lines);
    wrd_textmap_clear(&wrongs->texts);
}

void wrd_asides_add(struct wrd_asides *asides, uint32_t line, uint32_t column, const char *reason)
{
    if (asides->n == asides->room) {
        asides->room = asides->room ? asides->room * 2 : 16;
        asides->items = wrd_realloc(asides->items, asides->room, sizeof *asides->items);
    }
    asides->items[asides->n++] = (struct wrd_set_aside){ line, column, reason };
}
