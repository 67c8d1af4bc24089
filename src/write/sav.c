/* write/sav.c - the door to ReadStat for writing; see write/sav.h. */
#include "write/sav.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <readstat.h>

#include "core/number.h"

static ssize_t put_bytes(const void *bytes, size_t len, void *to)
{
    return fwrite(bytes, 1, len, to) == len ? (ssize_t)len : -1;
}

static void add_labels(readstat_writer_t *writer, const struct wrd_sav_column *column,
                       readstat_variable_t *variable)
{
    if (column->n_labels == 0)
        return;
    const readstat_type_t type = column->width ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE;
    readstat_label_set_t *set = readstat_add_label_set(writer, type, column->name);
    for (size_t i = 0; i < column->n_labels; i++) {
        const struct wrd_sav_label *label = &column->labels[i];
        if (column->width)
            readstat_label_string_value(set, label->value.text, label->label);
        else
            readstat_label_double_value(set, label->value.number, label->label);
    }
    readstat_variable_set_label_set(variable, set);
}

static void add_range(const struct wrd_sav_column *column, readstat_variable_t *variable)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < column->n_labels; i++)
        if (column->labels[i].missing) {
            low = fmin(low, column->labels[i].value.number);
            high = fmax(high, column->labels[i].value.number);
        }
    readstat_variable_add_missing_double_range(variable, low, high);
}

static void add_missing(const struct wrd_sav_column *column, readstat_variable_t *variable)
{
    if (column->range)
        add_range(column, variable);
    if (column->width)
        readstat_variable_add_missing_string_value(variable, ""); /* a text has no system-missing */
    for (size_t i = 0; i < column->n_labels && !column->range; i++) {
        const struct wrd_sav_label *label = &column->labels[i];
        if (label->missing && column->width)
            readstat_variable_add_missing_string_value(variable, label->value.text);
        else if (label->missing)
            readstat_variable_add_missing_double_value(variable, label->value.number);
    }
}

static const char *format_of(char format[16], const struct wrd_sav_column *column)
{
    char digits[WRD_NUMBER_ROOM];
    if (column->width)
        snprintf(format, 16, "A%s", wrd_number_unsigned(digits, column->width));
    else
        snprintf(format, 16, "F%s.%s", column->decimals ? "16" : "8",
                 wrd_number_integer(digits, column->decimals));
    return format;
}

static void add_column(readstat_writer_t *writer, const struct wrd_sav_column *column)
{
    static const readstat_measure_t measures[] = { READSTAT_MEASURE_NOMINAL,
                                                   READSTAT_MEASURE_ORDINAL,
                                                   READSTAT_MEASURE_SCALE };
    char format[16];
    readstat_variable_t *variable = readstat_add_variable(
        writer, column->name, column->width ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE,
        column->width);
    readstat_variable_set_label(variable, column->label);
    readstat_variable_set_measure(variable, measures[column->measure]);
    readstat_variable_set_format(variable, format_of(format, column));
    add_labels(writer, column, variable);
    add_missing(column, variable);
    if (column->weighs)
        readstat_writer_set_fweight_variable(writer, variable);
}

/* Noon of that day here, which ReadStat writes as the same day wherever it is. */
static time_t moment_of(const struct wrd_sav_sheet *sheet)
{
    struct tm parts = { .tm_year = sheet->year - 1900,
                        .tm_mon = sheet->month - 1,
                        .tm_mday = sheet->day,
                        .tm_hour = 12,
                        .tm_isdst = -1 };
    return mktime(&parts);
}

static readstat_error_t put_cell(readstat_writer_t *writer, const struct wrd_sav_column *column,
                                 size_t c, size_t row)
{
    const readstat_variable_t *variable = readstat_get_variable(writer, (int)c);
    if (column->numbers)
        return isfinite(column->numbers[row])
                   ? readstat_insert_double_value(writer, variable, column->numbers[row])
                   : readstat_insert_missing_value(writer, variable);
    const struct wrd_sav_cell *cell = &column->cells[wrd_column_slot(column->from, row)];
    if (!cell->filled)
        return readstat_insert_missing_value(writer, variable);
    return column->width ? readstat_insert_string_value(writer, variable, cell->text)
                         : readstat_insert_double_value(writer, variable, cell->number);
}

static readstat_error_t put_rows(readstat_writer_t *writer, const struct wrd_sav_sheet *sheet)
{
    readstat_error_t error = READSTAT_OK;
    for (size_t row = 0; row < sheet->n_rows && error == READSTAT_OK; row++) {
        error = readstat_begin_row(writer);
        for (size_t c = 0; c < sheet->n_columns && error == READSTAT_OK; c++)
            error = put_cell(writer, &sheet->columns[c], c, row);
        if (error == READSTAT_OK)
            error = readstat_end_row(writer);
    }
    return error;
}

const char *wrd_sav_put(const struct wrd_sav_sheet *sheet, FILE *to)
{
    readstat_writer_t *writer = readstat_writer_init();
    if (!writer)
        wrd_memory_full();
    readstat_set_data_writer(writer, put_bytes);
    readstat_writer_set_file_label(writer, sheet->label);
    readstat_writer_set_file_timestamp(writer, moment_of(sheet));
    readstat_writer_set_compression(writer, READSTAT_COMPRESS_ROWS);
    for (size_t c = 0; c < sheet->n_columns; c++)
        add_column(writer, &sheet->columns[c]);
    for (size_t i = 0; i < sheet->n_notes; i++)
        readstat_add_note(writer, sheet->notes[i]);
    readstat_error_t error = readstat_begin_writing_sav(writer, to, (long)sheet->n_rows);
    if (error == READSTAT_OK)
        error = put_rows(writer, sheet);
    if (error == READSTAT_OK)
        error = readstat_end_writing(writer);
    readstat_writer_free(writer);
    return error == READSTAT_OK ? NULL : readstat_error_message(error);
}
