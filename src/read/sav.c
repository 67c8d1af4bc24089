/* read/sav.c - the door to ReadStat for reading; see read/sav.h. */
#include "read/sav.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <readstat.h>

#include "core/file.h"
#include "core/text.h"
#include "read/names.h"
#include "read/textmap.h"

struct label_set {
    const char *name;
    struct wrd_sav_value *labels;
    size_t n, room;
};

/* A variable while the file is read. */
struct column {
    struct wrd_sav_variable *of;
    const char *set;          /* name of its label set; NULL: none */
    struct wrd_textmap known; /* an answer's bytes -> its index */
    size_t answer_room;
    size_t row_room;
};

struct opening {
    struct wrd_arena *arena;
    struct wrd_sav *sav;
    struct column *columns;
    struct label_set *sets;
    size_t n_sets, set_room;
    size_t note_room;
    int64_t rows; /* that the head of the file promises; -1: it does not */
};

static void *grown(void *block, size_t n, size_t *room, size_t size)
{
    if (n < *room)
        return block;
    *room = *room ? 2 * *room : 16;
    return wrd_realloc(block, *room, size);
}

static const char *kept(struct opening *o, const char *text)
{
    return text ? wrd_utf8_mend(o->arena, text, strlen(text)) : "";
}

static int take_head(readstat_metadata_t *head, void *self)
{
    struct opening *o = self;
    const time_t made = readstat_get_creation_time(head);
    struct tm parts = { .tm_year = 70 };
    const int n = readstat_get_var_count(head);
    localtime_r(&made, &parts); /* ReadStat made it of local time too, so no zone has a say */
    o->sav->year = parts.tm_year + 1900;
    o->sav->label = kept(o, readstat_get_file_label(head));
    o->rows = readstat_get_row_count(head);
    if (n <= 0)
        return READSTAT_HANDLER_OK; /* the caller says that it is empty */
    o->sav->variables = wrd_arena_take_array(o->arena, (size_t)n, sizeof *o->sav->variables);
    o->columns = wrd_alloc((size_t)n, sizeof *o->columns);
    o->sav->n_variables = (size_t)n;
    return READSTAT_HANDLER_OK;
}

static struct label_set *set_of(struct opening *o, const char *name)
{
    for (size_t i = o->n_sets; i-- > 0;)
        if (strcmp(o->sets[i].name, name) == 0)
            return &o->sets[i];
    return NULL;
}

/* Of a text the spaces behind it are no part: in a label some programs fill it up with them. */
static struct wrd_sav_value value_of(struct opening *o, readstat_value_t value)
{
    struct wrd_sav_value made = { 0 };
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
        const char *text = kept(o, readstat_string_value(value));
        size_t len = strlen(text);
        while (len > 0 && text[len - 1] == ' ')
            len--;
        made.text = wrd_arena_text(o->arena, text, len);
    } else {
        made.number = readstat_double_value(value) + 0.0; /* -0 is 0 */
    }
    return made;
}

static int take_label(const char *name, readstat_value_t value, const char *label, void *self)
{
    struct opening *o = self;
    struct label_set *set = set_of(o, name);
    if (!set) {
        o->sets = grown(o->sets, o->n_sets, &o->set_room, sizeof *o->sets);
        set = &o->sets[o->n_sets++];
        *set = (struct label_set){ .name = kept(o, name) };
    }
    set->labels = grown(set->labels, set->n, &set->room, sizeof *set->labels);
    set->labels[set->n] = value_of(o, value);
    set->labels[set->n++].label = kept(o, label);
    return READSTAT_HANDLER_OK;
}

static enum wrd_measure measure_of(const readstat_variable_t *variable)
{
    switch (readstat_variable_get_measure(variable)) {
    case READSTAT_MEASURE_NOMINAL:
        return WRD_MEASURE_NOMINAL;
    case READSTAT_MEASURE_ORDINAL:
        return WRD_MEASURE_ORDINAL;
    case READSTAT_MEASURE_SCALE:
        return WRD_MEASURE_SCALE;
    default:
        return WRD_MEASURE_UNKNOWN;
    }
}

static void take_ranges(struct opening *o, const readstat_variable_t *variable,
                        struct wrd_sav_variable *to)
{
    const int n = readstat_variable_get_missing_ranges_count(variable);
    for (int i = 0; i < n && to->n_ranges < WRD_SAV_RANGES; i++) {
        const struct wrd_sav_value low =
            value_of(o, readstat_variable_get_missing_range_lo(variable, i));
        const struct wrd_sav_value high =
            value_of(o, readstat_variable_get_missing_range_hi(variable, i));
        to->ranges[to->n_ranges++] = (struct wrd_sav_range){ low.number, high.number, low.text };
    }
}

static int take_variable(int index, readstat_variable_t *variable, const char *set, void *self)
{
    struct opening *o = self;
    if (index < 0 || (size_t)index >= o->sav->n_variables)
        return READSTAT_HANDLER_ABORT;
    struct wrd_sav_variable *to = &o->sav->variables[index];
    to->name = kept(o, readstat_variable_get_name(variable));
    to->label = kept(o, readstat_variable_get_label(variable));
    to->format = kept(o, readstat_variable_get_format(variable));
    to->is_text = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING;
    to->measure = measure_of(variable);
    take_ranges(o, variable, to);
    o->columns[index] = (struct column){ .of = to, .set = set ? kept(o, set) : NULL };
    return to->is_text && !set ? READSTAT_HANDLER_SKIP_VARIABLE : READSTAT_HANDLER_OK;
}

static int take_note(int index, const char *note, void *self)
{
    struct opening *o = self;
    (void)index;
    o->sav->notes = grown(o->sav->notes, o->sav->n_notes, &o->note_room, sizeof *o->sav->notes);
    o->sav->notes[o->sav->n_notes++] = kept(o, note);
    return READSTAT_HANDLER_OK;
}

static int take_weight(readstat_variable_t *variable, void *self)
{
    struct opening *o = self;
    o->sav->weight = readstat_variable_get_index(variable);
    return READSTAT_HANDLER_OK;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " ")] == '\0';
}

/* Index of the answer among those of its variable, which it joins if it is new. */
static uint32_t answer_of(struct opening *o, struct column *column, readstat_value_t value)
{
    struct wrd_sav_variable *of = column->of;
    if (readstat_value_is_system_missing(value))
        return 0;
    const bool is_text = readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING;
    const char *text = is_text ? readstat_string_value(value) : NULL;
    const double number = is_text ? 0 : readstat_double_value(value) + 0.0;
    if (is_text ? !text || is_blank(text) : isnan(number))
        return 0;
    const char *key = is_text ? text : (const char *)&number;
    const size_t len = is_text ? strlen(text) : sizeof number;
    const uint32_t *known = wrd_textmap_find(&column->known, key, len);
    if (known)
        return *known;
    wrd_textmap_put(&column->known, key, len, (uint32_t)of->n_answers);
    of->answers = grown(of->answers, of->n_answers, &column->answer_room, sizeof *of->answers);
    of->answers[of->n_answers] = value_of(o, value);
    return (uint32_t)of->n_answers++;
}

static int take_answer(int row, readstat_variable_t *variable, readstat_value_t value, void *self)
{
    struct opening *o = self;
    const int index = readstat_variable_get_index(variable);
    if (index < 0 || (size_t)index >= o->sav->n_variables || !o->columns[index].of || row < 0)
        return READSTAT_HANDLER_ABORT;
    struct column *column = &o->columns[index];
    struct wrd_sav_variable *of = column->of;
    if (!of->answers) {
        of->answers = grown(NULL, 0, &column->answer_room, sizeof *of->answers);
        of->answers[of->n_answers++] = (struct wrd_sav_value){ 0 };
    }
    of->index = grown(of->index, (size_t)row, &column->row_room, sizeof *of->index);
    const uint32_t answer = answer_of(o, column, value);
    of->index[row] = answer;
    of->answers[answer].n++;
    if ((size_t)row >= o->sav->n_rows)
        o->sav->n_rows = (size_t)row + 1;
    return READSTAT_HANDLER_OK;
}

bool wrd_sav_same(const struct wrd_sav_value *a, const struct wrd_sav_value *b)
{
    if (a->text && b->text)
        return strcmp(a->text, b->text) == 0;
    return !a->text && !b->text && a->number == b->number;
}

bool wrd_sav_is_missing(const struct wrd_sav_variable *variable, const struct wrd_sav_value *value)
{
    for (size_t i = 0; i < variable->n_ranges; i++) {
        const struct wrd_sav_range *range = &variable->ranges[i];
        if (value->text ? range->text && strcmp(value->text, range->text) == 0
                        : value->number >= range->low && value->number <= range->high)
            return true;
    }
    return false;
}

/* Every variable gets its own labels, and every answer the label that it has there. */
static void join_labels(struct opening *o, struct column *column)
{
    struct wrd_sav_variable *of = column->of;
    const struct label_set *set = column->set ? set_of(o, column->set) : NULL;
    if (!set)
        return;
    of->n_labels = set->n;
    of->labels = wrd_arena_take_array(o->arena, set->n, sizeof *of->labels);
    memcpy(of->labels, set->labels, set->n * sizeof *of->labels);
    for (size_t i = 1; i < of->n_answers; i++)
        for (size_t k = 0; k < of->n_labels && !of->answers[i].label; k++)
            if (wrd_sav_same(&of->labels[k], &of->answers[i])) {
                of->answers[i].label = of->labels[k].label;
                of->labels[k].n = of->answers[i].n;
            }
}

static void close_opening(struct opening *o)
{
    for (size_t i = 0; o->columns && i < o->sav->n_variables; i++) {
        struct wrd_sav_variable *of = &o->sav->variables[i];
        if (o->columns[i].of)
            join_labels(o, &o->columns[i]);
        wrd_textmap_clear(&o->columns[i].known);
        if (of->answers)
            wrd_arena_adopt(o->arena, of->answers);
        if (of->index)
            wrd_arena_adopt(o->arena, of->index);
    }
    for (size_t i = 0; i < o->n_sets; i++)
        free(o->sets[i].labels);
    free(o->sets);
    if (o->sav->notes)
        wrd_arena_adopt(o->arena, o->sav->notes);
    free(o->columns);
}

static readstat_error_t parse(struct opening *o, const char *path)
{
    readstat_parser_t *parser = readstat_parser_init();
    if (!parser)
        wrd_memory_full();
    readstat_set_metadata_handler(parser, take_head);
    readstat_set_value_label_handler(parser, take_label);
    readstat_set_variable_handler(parser, take_variable);
    readstat_set_note_handler(parser, take_note);
    readstat_set_fweight_handler(parser, take_weight);
    readstat_set_value_handler(parser, take_answer);
    const readstat_error_t error = readstat_parse_sav(parser, path, o);
    readstat_parser_free(parser);
    return error;
}

static void say_broken(const char *path, readstat_error_t error, struct wrd_diag *diag)
{
    const struct wrd_place place = { .file = path };
    switch (error) {
    case READSTAT_ERROR_MALLOC:
        /* A broken file may ask for more memory than there is: it is the file that is wrong. */
    case READSTAT_ERROR_READ:
    case READSTAT_ERROR_SEEK:
    case READSTAT_ERROR_ROW_COUNT_MISMATCH:
        wrd_say(diag, WRD_E0261, place, path);
        break;
    case READSTAT_ERROR_UNSUPPORTED_CHARSET:
    case READSTAT_ERROR_CONVERT:
    case READSTAT_ERROR_CONVERT_BAD_STRING:
    case READSTAT_ERROR_CONVERT_SHORT_STRING:
    case READSTAT_ERROR_CONVERT_LONG_STRING:
        wrd_say(diag, WRD_E0262, place, path);
        break;
    default:
        wrd_say(diag, WRD_E0260, place, path);
    }
}

/* Whether it can be opened, is an ordinary file and begins as one of SPSS: ReadStat tells no more than
 * that it failed, and takes a short text for a file that was broken off. */
static bool is_sav(const char *path, struct wrd_diag *diag)
{
    char head[3] = "";
    FILE *file = wrd_file_open(path, (struct wrd_place){ 0 }, diag);
    if (!file)
        return false;
    const size_t n = fread(head, 1, sizeof head, file); /* ReadStat tells of none */
    fclose(file);
    if (memcmp(head, "$FL", n) == 0)
        return true;
    wrd_say(diag, WRD_E0260, (struct wrd_place){ .file = path }, path);
    return false;
}

/* A letter, a digit or one of . _ $ # @, as SPSS has it; a byte above ASCII is part of a letter. */
static bool is_name_byte(char c)
{
    const unsigned char byte = (unsigned char)c;
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || (byte && strchr("._$#@", c));
}

/* SPSS gives every variable a name, and no two the same, capitals or not.  In a file that is damaged
 * it may be otherwise, and its answers would not be found back. */
static bool has_names(struct wrd_arena *arena, const struct wrd_sav *sav)
{
    struct wrd_names seen = { arena, NULL };
    for (size_t i = 0; i < sav->n_variables; i++) {
        const char *name = sav->variables[i].name;
        const size_t len = name ? strlen(name) : 0;
        for (size_t k = 0; k < len; k++)
            if (!is_name_byte(name[k]))
                return false;
        if (len == 0 || wrd_names_put(&seen, wrd_text_fold(arena, name, len), (uint32_t)i) != i)
            return false;
    }
    return true;
}

const struct wrd_sav *wrd_sav_open(struct wrd_arena *arena, const char *path, struct wrd_diag *diag)
{
    if (!is_sav(path, diag))
        return NULL;
    struct opening o = { .arena = arena, .sav = wrd_arena_take(arena, sizeof *o.sav), .rows = -1 };
    o.sav->weight = -1;
    o.sav->label = "";
    const readstat_error_t error = parse(&o, path);
    close_opening(&o);
    if (error == READSTAT_OK && o.rows > 0 && o.sav->n_rows > 0 && (size_t)o.rows > o.sav->n_rows)
        wrd_say(diag, WRD_E0261, (struct wrd_place){ .file = path }, path);
    else if (error != READSTAT_OK)
        say_broken(path, error, diag);
    else if (!has_names(arena, o.sav))
        say_broken(path, READSTAT_ERROR_PARSE, diag);
    else if (o.sav->n_variables == 0 || o.sav->n_rows == 0)
        wrd_say(diag, WRD_E0263, (struct wrd_place){ .file = path }, path);
    else
        return o.sav;
    return NULL;
}
