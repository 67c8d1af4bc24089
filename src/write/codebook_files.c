/* write/codebook_files.c - see write/codebook_files.h. */
#include "write/codebook_files.h"

#include <string.h>

#include "core/csv.h"
#include "core/number.h"

void wrd_codebook_file_begin(FILE *to)
{
    fputs("\xEF\xBB\xBF", to);
}

void wrd_codebook_file_row(FILE *to, const char *const *cells, size_t n)
{
    wrd_csv_put_all(to, ';', cells, n);
    wrd_csv_end_record(to);
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static const char *number_text(struct wrd_arena *arena, bool has, struct wrd_decimal number)
{
    char room[WRD_NUMBER_ROOM];
    const char *text = has ? wrd_number_decimal(room, number, '.') : "";
    return wrd_arena_text(arena, text, strlen(text));
}

static const char *sources_of(struct wrd_arena *arena, const struct wrd_study *study,
                              const struct wrd_variable *variable)
{
    const char *all = "";
    for (size_t i = 0; i < study->n_sources; i++)
        if (wrd_variable_of(variable, i))
            all = wrd_arena_format(arena, "%s%s%s", all, *all ? " " : "", study->sources[i].id);
    return all;
}

const char *wrd_roles_text(struct wrd_arena *arena, unsigned roles)
{
    const char *all = "";
    for (unsigned bit = 0; bit < WRD_ROLE_COUNT; bit++)
        if (roles >> bit & 1)
            all = wrd_arena_format(arena, "%s%s%s", all, *all ? " " : "", wrd_role_name(bit));
    return all;
}

static void put_variable(struct wrd_arena *arena, const struct wrd_study *study,
                         const struct wrd_codebook *book, const struct wrd_variable *of, FILE *to)
{
    const bool own_column = strcmp(of->column, of->name) != 0;
    WRD_CODEBOOK_FILE_ROW(to, of->name, sources_of(arena, study, of), own_column ? of->column : "",
                          wrd_type_name(of->type), of->list ? of->list->name : "",
                          of->separator ? (const char[]){ of->separator, '\0' } : "",
                          of->label[WRD_NL], of->label[WRD_EN], wrd_roles_text(arena, of->roles),
                          of->scale >= 0 ? book->scales[of->scale].name : "",
                          of->reverse ? "yes" : "", or_empty(of->pair), of->ask_if_text,
                          of->money_text, of->unit_text, number_text(arena, of->has_min, of->min),
                          number_text(arena, of->has_max, of->max));
}

void wrd_variables_csv_write(const struct wrd_study *study, const struct wrd_codebook *book,
                             FILE *to)
{
    struct wrd_arena *scratch = wrd_arena_new();
    wrd_codebook_file_begin(to);
    WRD_CODEBOOK_FILE_ROW(to, "name", "source", "column", "type", "values", "separator",
                          "label::nl", "label::en", "role", "scale", "reverse", "pair", "ask_if",
                          "money_topic", "unit", "min", "max");
    for (size_t i = 0; i < book->n_variables; i++)
        put_variable(scratch, study, book, &book->variables[i], to);
    wrd_arena_free(scratch);
}

static void put_value(struct wrd_arena *arena, const struct wrd_list *list,
                      const struct wrd_value *value, FILE *to)
{
    WRD_CODEBOOK_FILE_ROW(to, list->name, value->code, value->label[WRD_NL], value->label[WRD_EN],
                          wrd_reason_name(value->reason), wrd_side_name(value->side),
                          number_text(arena, value->score_given, value->score),
                          value->exclusive ? "yes" : "", or_empty(value->fallback));
}

void wrd_values_csv_write(const struct wrd_codebook *book, FILE *to)
{
    struct wrd_arena *scratch = wrd_arena_new();
    wrd_codebook_file_begin(to);
    WRD_CODEBOOK_FILE_ROW(to, "list", "code", "label::nl", "label::en", "missing", "side", "score",
                          "exclusive", "fallback");
    for (size_t i = 0; i < book->n_lists; i++)
        for (size_t k = 0; k < book->lists[i].n_values; k++)
            put_value(scratch, &book->lists[i], &book->lists[i].values[k], to);
    wrd_arena_free(scratch);
}

static const char *family_name(enum wrd_family family)
{
    static const char *const names[] = { "", "task", "route" };
    return names[family];
}

void wrd_scales_csv_write(const struct wrd_codebook *book, FILE *to)
{
    struct wrd_arena *scratch = wrd_arena_new();
    wrd_codebook_file_begin(to);
    WRD_CODEBOOK_FILE_ROW(to, "scale", "label::nl", "label::en", "family", "role::nl", "role::en",
                          "min_answered");
    for (size_t i = 0; i < book->n_scales; i++) {
        const struct wrd_scale *of = &book->scales[i];
        WRD_CODEBOOK_FILE_ROW(to, of->name, of->label[WRD_NL], of->label[WRD_EN],
                              family_name(of->family), of->officer_role[WRD_NL],
                              of->officer_role[WRD_EN],
                              of->min_answered ? wrd_count_text(scratch, of->min_answered) : "");
    }
    wrd_arena_free(scratch);
}

void wrd_indicators_csv_write(const struct wrd_codebook *book, FILE *to)
{
    wrd_codebook_file_begin(to);
    WRD_CODEBOOK_FILE_ROW(to, "indicator", "part", "label::nl", "label::en", "kind", "source", "of",
                          "better");
    for (size_t i = 0; i < book->n_indicators; i++) {
        const struct wrd_indicator *of = &book->indicators[i];
        WRD_CODEBOOK_FILE_ROW(to, of->name, of->part, of->label[WRD_NL], of->label[WRD_EN],
                              of->kind, of->source, of->of, of->better);
    }
}

void wrd_population_csv_write(const struct wrd_codebook *book, FILE *to)
{
    static const char *const units[] = { "persons", "psu", "invited" };
    struct wrd_arena *scratch = wrd_arena_new();
    wrd_codebook_file_begin(to);
    WRD_CODEBOOK_FILE_ROW(to, "source", "variable", "code", "count", "unit");
    for (size_t i = 0; i < book->n_populations; i++) {
        const struct wrd_population *of = &book->populations[i];
        WRD_CODEBOOK_FILE_ROW(to, of->source, of->variable, of->code,
                              wrd_count_text(scratch, (uint64_t)of->count), units[of->unit]);
    }
    wrd_arena_free(scratch);
}

void wrd_waves_csv_write(const struct wrd_codebook *book, FILE *to)
{
    wrd_codebook_file_begin(to);
    WRD_CODEBOOK_FILE_ROW(to, "wave", "source", "name", "column", "code", "was_code", "comparable",
                          "note::nl", "note::en");
    for (size_t i = 0; i < book->n_wave_rows; i++) {
        const struct wrd_wave_row *of = &book->wave_rows[i];
        WRD_CODEBOOK_FILE_ROW(to, of->wave, of->source, of->name, of->column, of->code,
                              of->was_code, of->comparable, of->note[WRD_NL], of->note[WRD_EN]);
    }
}
