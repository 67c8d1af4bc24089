/* read/codebook_variables.c - variables.csv: the questions. */
#include <string.h>

#include "core/number.h"
#include "read/codebook_cells.h"
#include "read/codebook_parts.h"
#include "read/names.h"

/* An unknown source is no second error when study.yml had none that could be understood. */
static uint32_t read_sources(const struct wrd_book_table *table, size_t row)
{
    const struct wrd_study *study = table->reading->study;
    const char *ids[WRD_MAX_SOURCES];
    if (study->n_sources == 0)
        return 0;
    for (size_t i = 0; i < study->n_sources; i++)
        ids[i] = study->sources[i].id;
    wrd_cell_needed(table, row, "source");
    return wrd_cell_words(table, row, "source", ids, study->n_sources);
}

static enum wrd_type read_type(const struct wrd_book_table *table, size_t row)
{
    const char *words[WRD_TYPES];
    for (enum wrd_type type = 0; type < WRD_TYPES; type++)
        words[type] = wrd_type_name(type);
    wrd_cell_needed(table, row, "type");
    int found = wrd_cell_word(table, row, "type", words, WRD_TYPES);
    return found < 0 ? WRD_TYPES : (enum wrd_type)found;
}

static unsigned read_roles(const struct wrd_book_table *table, size_t row)
{
    const char *words[WRD_ROLE_COUNT];
    for (unsigned bit = 0; bit < WRD_ROLE_COUNT; bit++)
        words[bit] = wrd_role_name(bit);
    return wrd_cell_words(table, row, "role", words, WRD_ROLE_COUNT);
}

/* One character that cannot be part of an answer's code. */
static char read_separator(const struct wrd_book_table *table, size_t row)
{
    const char *text = wrd_book_cell(table, row, "separator");
    if (text[0] == '\0' || (text[1] == '\0' && strchr(";,|/:#&+*~^", text[0])))
        return text[0];
    wrd_say(table->reading->diag, WRD_E0322, wrd_book_place(table, row, "separator"), text);
    return '\0';
}

static void read_ask_if(const struct wrd_book_table *table, size_t row,
                        struct wrd_variable *variable)
{
    variable->ask_if_text = wrd_book_cell(table, row, "ask_if");
    variable->n_ask_if =
        wrd_ask_if_read(table->reading->arena, variable->ask_if_text, &variable->ask_if);
    if (variable->n_ask_if != (size_t)-1)
        return;
    variable->n_ask_if = 0;
    wrd_say(table->reading->diag, WRD_E0323, wrd_book_place(table, row, "ask_if"),
            variable->ask_if_text);
}

/* "arrangement: why it is asked": the only money topic there is. */
static void read_money_topic(const struct wrd_book_table *table, size_t row,
                             struct wrd_variable *variable)
{
    static const char word[] = "arrangement:";
    const char *text = wrd_book_cell(table, row, "money_topic");
    variable->money_text = text;
    if (text[0] == '\0')
        return;
    if (strncmp(text, word, sizeof word - 1) == 0) {
        text += sizeof word - 1;
        variable->money_topic = text + strspn(text, " ");
    }
    if (!variable->money_topic || variable->money_topic[0] == '\0') {
        variable->money_topic = NULL;
        wrd_say(table->reading->diag, WRD_E0325, wrd_book_place(table, row, "money_topic"),
                variable->money_text);
    }
}

/* An unknown unit is check's to judge: it may be one of money. */
static void read_unit(const struct wrd_book_table *table, size_t row, struct wrd_variable *variable)
{
    variable->unit_text = wrd_book_cell(table, row, "unit");
    for (enum wrd_unit unit = 0; unit < WRD_UNITS; unit++)
        if (strcmp(variable->unit_text, wrd_unit_name(unit)) == 0)
            variable->unit = unit;
    variable->has_min = wrd_cell_number(table, row, "min", &variable->min);
    variable->has_max = wrd_cell_number(table, row, "max", &variable->max);
}

static void resolve(const struct wrd_codebook *book, struct wrd_variable *variable)
{
    int list = wrd_codebook_list(book, variable->values_text);
    if (list >= 0)
        variable->list = &book->lists[list];
    variable->scale = wrd_codebook_scale(book, variable->scale_text);
}

static const char *or_null(const char *text)
{
    return text[0] ? text : NULL;
}

static void read_variable(const struct wrd_book_table *table, size_t row,
                          struct wrd_variable *variable)
{
    variable->place = table->rows[row].place;
    wrd_cell_needed(table, row, "name");
    variable->name = wrd_cell_name(table, row, "name");
    variable->sources = read_sources(table, row);
    variable->column = wrd_book_cell(table, row, "column");
    if (variable->column[0] == '\0')
        variable->column = variable->name;
    variable->type = read_type(table, row);
    variable->values_text = wrd_book_cell(table, row, "values");
    variable->scale_text = wrd_cell_name(table, row, "scale");
    resolve(table->reading->book, variable);
    variable->separator = read_separator(table, row);
    wrd_cell_texts(table, row, "label::", variable->label);
    variable->roles = read_roles(table, row);
    variable->reverse = wrd_cell_yes(table, row, "reverse");
    variable->pair = or_null(wrd_cell_code(table, row, "pair"));
    read_ask_if(table, row, variable);
    read_money_topic(table, row, variable);
    read_unit(table, row, variable);
    variable->guess = or_null(wrd_book_cell(table, row, "x_guess"));
}

/* A name may stand twice, for different sources. */
static void refuse_twice(const struct wrd_book_table *table, size_t row,
                         const struct wrd_variable *variable, struct wrd_names *seen)
{
    const struct wrd_book_reading *reading = table->reading;
    uint32_t line = table->rows[row].place.line;
    for (size_t i = 0; i < reading->study->n_sources; i++) {
        const char *source = reading->study->sources[i].id;
        if (!wrd_variable_of(variable, i) || variable->name[0] == '\0')
            continue;
        uint32_t first = wrd_names_put(
            seen, wrd_arena_format(reading->arena, "%s\x1f%s", source, variable->name), line);
        if (first != line)
            wrd_say(reading->diag, WRD_E0320, wrd_book_place(table, row, "name"), variable->name,
                    source, wrd_count_text(reading->arena, first));
    }
}

void wrd_book_read_variables(struct wrd_book_table *table)
{
    struct wrd_codebook *book = table->reading->book;
    struct wrd_names seen = { .arena = table->reading->arena };
    book->variables =
        wrd_arena_take_array(table->reading->arena, table->n_rows, sizeof *book->variables);
    book->n_variables = table->n_rows;
    for (size_t row = 0; row < table->n_rows; row++) {
        read_variable(table, row, &book->variables[row]);
        refuse_twice(table, row, &book->variables[row], &seen);
    }
}
