/* write/csvw.c - results.csv-metadata.json: what the columns of results.csv are, as "CSV on the
 * Web" (W3C, 2015) has it; see results.h.
 *
 * A title of a column holds its name first, because CSVW compares the header with the titles. */
#include "write/results.h"

#include "core/json.h"
#include "write/wording.h"

static const struct {
    const char *type, *nl, *en;
} columns[WRD_RESULT_COLUMNS] = {
    { "string", "Onderzoek", "Study" },
    { "string", "Meting", "Wave" },
    { "string", "Code van de gemeente", "Code of the municipality" },
    { "string", "Vragenlijst", "Questionnaire" },
    { "string", "Tabel", "Table" },
    { "string", "Vraag of onderwerp", "Question or theme" },
    { "string", "Code van het antwoord; samengevoegde codes met een plus ertussen",
      "Code of the answer; merged codes with a plus between" },
    { "string", "Uitsplitsing; total is iedereen", "Breakdown; total is everybody" },
    { "string", "Groep; samengevoegde codes met een plus ertussen",
      "Group; merged codes with a plus between" },
    { "string", "Soort cijfer", "Kind of figure" },
    { "decimal", "Waarde zoals getoond", "Value as shown" },
    { "decimal", "Ondergrens", "Lower bound" },
    { "decimal", "Bovengrens", "Upper bound" },
    { "nonNegativeInteger", "Aantal geldige antwoorden; van de respons het aantal uitgenodigden",
      "Number of valid answers; of the response how many were invited" },
    { "string",
      "Teken: c verborgen om mensen te beschermen, u onzeker, b trendbreuk, z niet van toepassing",
      "Sign: c hidden to protect people, u uncertain, b series break, z not applicable" },
};

static struct wrd_json *texts(const char *first, const char *second)
{
    struct wrd_json *array = wrd_json_array();
    wrd_json_add_text(array, first);
    wrd_json_add_text(array, second);
    return array;
}

static struct wrd_json *titles_of(size_t i)
{
    struct wrd_json *titles = wrd_json_object();
    wrd_json_set(titles, "nl", texts(wrd_result_columns[i], columns[i].nl));
    wrd_json_set(titles, "en", texts(wrd_result_columns[i], columns[i].en));
    return titles;
}

static void set_datatype(struct wrd_json *column, size_t i)
{
    struct wrd_json *datatype;
    if (i + 1 < WRD_RESULT_COLUMNS) {
        wrd_json_set_text(column, "datatype", columns[i].type);
        return;
    }
    datatype = wrd_json_object();
    wrd_json_set_text(datatype, "base", columns[i].type);
    wrd_json_set_text(datatype, "format", "|c|u|b|z");
    wrd_json_set(column, "datatype", datatype);
}

static bool may_be_empty(size_t i)
{
    return i >= WRD_RESULT_KEYS;
}

static struct wrd_json *column_of(size_t i)
{
    struct wrd_json *column = wrd_json_object();
    wrd_json_set_text(column, "name", wrd_result_columns[i]);
    wrd_json_set(column, "titles", titles_of(i));
    set_datatype(column, i);
    /* `code` is part of the key and empty where a figure is about no answer: not null, but "". */
    if (may_be_empty(i))
        wrd_json_set_text(column, "null", "");
    else
        wrd_json_set(column, "null", wrd_json_array());
    return column;
}

static struct wrd_json *schema(void)
{
    struct wrd_json *object = wrd_json_object(), *list = wrd_json_array(), *key = wrd_json_array();
    for (size_t i = 0; i < WRD_RESULT_COLUMNS; i++)
        wrd_json_add(list, column_of(i));
    for (size_t i = 0; i < WRD_RESULT_KEYS; i++)
        wrd_json_add_text(key, wrd_result_columns[i]);
    wrd_json_set(object, "columns", list);
    wrd_json_set(object, "primaryKey", key);
    return object;
}

static struct wrd_json *dialect(void)
{
    struct wrd_json *object = wrd_json_object();
    wrd_json_set_text(object, "encoding", "utf-8");
    wrd_json_set_text(object, "delimiter", ",");
    wrd_json_set_bool(object, "header", true);
    return object;
}

/* CSVW wants a common property in several languages as a list of values with their language. */
static struct wrd_json *title(const struct wrd_plan *plan)
{
    struct wrd_json *array = wrd_json_array();
    for (int lang = 0; lang < WRD_LANGS; lang++) {
        struct wrd_json *value = wrd_json_object();
        wrd_json_set_text(value, "@value", wrd_study_title(plan, (enum wrd_lang)lang));
        wrd_json_set_text(value, "@language", wrd_lang_code((enum wrd_lang)lang));
        wrd_json_add(array, value);
    }
    return array;
}

static struct wrd_json *context(void)
{
    struct wrd_json *array = wrd_json_array(), *language = wrd_json_object();
    wrd_json_set_text(language, "@language", "nl");
    wrd_json_add_text(array, "http://www.w3.org/ns/csvw");
    wrd_json_add(array, language);
    return array;
}

void wrd_results_metadata_write(const struct wrd_plan *plan, FILE *to)
{
    struct wrd_json *root = wrd_json_object();
    wrd_json_set(root, "@context", context());
    wrd_json_set_text(root, "url", "results.csv");
    wrd_json_set(root, "dc:title", title(plan));
    wrd_json_set(root, "dialect", dialect());
    wrd_json_set(root, "tableSchema", schema());
    wrd_json_write(root, to, false);
    wrd_json_free(root);
}
