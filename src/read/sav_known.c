/* read/sav_known.c - a study of an SPSS file and the notes that came with it.
 *
 * The file counts for what it holds (which variables there are, their labels, their answers, the
 * weight), the notes for the rest.  Where the two differ somebody changed the file after export, and
 * that is said. */
#include <string.h>

#include "core/text.h"
#include "read/sav_notes.h"

enum { LABEL_ROOM = 256 };

struct knowing {
    struct wrd_sav_making *m;
    struct wrd_sav_notes *notes;
    bool *taken; /* [variables of the file] */
    const char **changed, **lost;
    size_t n_changed, n_lost;
};

/* Index of the variable of the file, or -1: it is not there, or holds something else by now. */
static int column_of(const struct knowing *k, const char *name)
{
    const struct wrd_sav *sav = k->m->sav;
    for (size_t i = 0; i < sav->n_variables; i++)
        if (strcmp(sav->variables[i].name, name) == 0)
            return sav->variables[i].answers && !k->taken[i] ? (int)i : -1;
    return -1;
}

/* The notes of the first column of a variable from `from` on, or NULL. */
static const struct wrd_sav_noted *noted_of(const struct knowing *k, const char *name, size_t *from)
{
    while (*from < k->notes->n_columns) {
        const struct wrd_sav_noted *noted = &k->notes->columns[(*from)++];
        if (strcmp(noted->name, name) == 0)
            return noted;
    }
    return NULL;
}

static void mark_changed(struct knowing *k, const char *name)
{
    if (k->n_changed == 0 || strcmp(k->changed[k->n_changed - 1], name) != 0)
        k->changed[k->n_changed++] = name;
}

static struct wrd_variable *add_variable(struct knowing *k, const struct wrd_variable *noted)
{
    struct wrd_codebook *book = k->m->made->book;
    struct wrd_variable *made = &book->variables[book->n_variables++];
    *made = *noted;
    made->place = k->m->place;
    made->place.variable = made->name;
    return made;
}

static void take_label(struct knowing *k, const struct wrd_sav_variable *of,
                       struct wrd_variable *made)
{
    const enum wrd_lang lang = k->notes->lang;
    const char *noted = wrd_sav_noted_label(made->label, lang);
    const char *label = wrd_sav_label(k->m->arena, of->label, "");
    if (!*label || wrd_sav_same_label(k->m->arena, label, noted, LABEL_ROOM))
        return;
    made->label[lang] = label;
    mark_changed(k, made->name);
}

/* false: the file has no such variable any more. */
static bool add_one(struct knowing *k, const struct wrd_variable *noted)
{
    size_t from = 0;
    const struct wrd_sav_noted *column = noted_of(k, noted->name, &from);
    const int i = column ? column_of(k, column->column) : -1;
    const struct wrd_sav_variable *of = i < 0 ? NULL : &k->m->sav->variables[i];
    const struct wrd_list *list = NULL;
    if (!of || (noted->list == NULL && of->is_text))
        return false;
    if (noted->list && !(list = wrd_sav_known_list(k->m, k->notes->lang, noted->list, of)))
        return false;
    struct wrd_variable *made = add_variable(k, noted);
    /* A cluster has no label of its own in the file, it is a number of this file. */
    if (noted->type != WRD_TYPE_ID && noted->type != WRD_TYPE_WEIGHT)
        take_label(k, of, made);
    if (list != noted->list)
        mark_changed(k, made->name);
    made->list = list;
    k->taken[i] = true;
    wrd_sav_judge_format(k->m, of);
    wrd_sav_add_answers(k->m, of, made, made->column);
    return true;
}

/* ---- a variable a box ---- */

/* "A1[act]" of "A1[*]". */
static const char *header_of(struct wrd_arena *arena, const char *column, const char *code)
{
    const char *star = strchr(column, '*');
    return star ? wrd_arena_format(arena, "%.*s%s%s", (int)(star - column), column, code, star + 1)
                : NULL;
}

static void add_box(struct knowing *k, const struct wrd_sav_variable *of, const char *header)
{
    const char **texts = wrd_arena_take_array(k->m->arena, of->n_answers + 1, sizeof *texts);
    texts[0] = "";
    for (size_t i = 1; i < of->n_answers; i++)
        texts[i] = wrd_sav_is_missing(of, &of->answers[i]) ? ""
                   : of->answers[i].number == 1            ? "1"
                                                           : "0";
    wrd_sav_add_column(k->m, header, of, texts);
}

/* What a label that is "QUESTION: answer" no more says: of the question, or of its answer, which it
 * returns; NULL: nothing else about the answer. */
static const char *box_label(struct knowing *k, const char *label, struct wrd_variable *made,
                             const struct wrd_value *value)
{
    struct wrd_arena *arena = k->m->arena;
    const enum wrd_lang lang = k->notes->lang;
    const char *question = wrd_sav_noted_label(made->label, lang);
    const char *behind = wrd_arena_format(arena, ": %s", wrd_sav_noted_label(value->label, lang));
    const char *text = wrd_sav_label(arena, label, "");
    const size_t len = strlen(text), of_question = strlen(question), of_answer = strlen(behind);
    if (!*text || wrd_sav_same_label(arena, text, wrd_arena_format(arena, "%s%s", question, behind),
                                     LABEL_ROOM))
        return NULL;
    mark_changed(k, made->name);
    if (len > of_answer && strcmp(text + len - of_answer, behind) == 0) {
        made->label[lang] = wrd_arena_text(arena, text, len - of_answer);
        return NULL;
    }
    const bool same_question = strncmp(text, question, of_question) == 0 &&
                               strncmp(text + of_question, ": ", 2) == 0 && text[of_question + 2];
    return same_question ? text + of_question + 2 : text;
}

/* The answer is not on offer any more. */
static void drop_box(struct knowing *k, const char *name, const char *code)
{
    struct wrd_codebook *book = k->m->made->book;
    book->wave_rows[book->n_wave_rows++] =
        (struct wrd_wave_row){ .wave = k->notes->study->waves[0].name,
                               .source = "",
                               .name = name,
                               .column = "",
                               .code = code,
                               .was_code = "-",
                               .comparable = "yes",
                               .note = { "", "" } };
    mark_changed(k, name);
}

/* A list of its own for a question with other labels; another question may have the one it had. */
static struct wrd_list *own_list(struct knowing *k, struct wrd_variable *made)
{
    struct wrd_codebook *book = k->m->made->book;
    struct wrd_list *list = &book->lists[book->n_lists++];
    const struct wrd_list *from = made->list;
    *list = *from;
    list->values = wrd_arena_take_array(k->m->arena, from->n_values, sizeof *list->values);
    memcpy(list->values, from->values, from->n_values * sizeof *list->values);
    wrd_sav_name_list(k->m, list, made->name);
    made->list = list;
    return list;
}

static bool is_box(const struct knowing *k, int i)
{
    return i >= 0 && !k->m->sav->variables[i].is_text;
}

static bool has_box(const struct knowing *k, const char *name)
{
    const struct wrd_sav_noted *noted;
    size_t from = 0;
    while ((noted = noted_of(k, name, &from)))
        if (is_box(k, column_of(k, noted->column)))
            return true;
    return false;
}

static bool add_boxes(struct knowing *k, const struct wrd_variable *noted)
{
    const struct wrd_sav_noted *box;
    struct wrd_list *own = NULL;
    size_t from = 0;
    if (!has_box(k, noted->name) || !strchr(noted->column, '*'))
        return false;
    struct wrd_variable *made = add_variable(k, noted);
    while ((box = noted_of(k, noted->name, &from))) {
        const int i = column_of(k, box->column);
        const struct wrd_value *value = wrd_list_value(noted->list, box->code, strlen(box->code));
        if (!value)
            continue;
        if (!is_box(k, i)) {
            drop_box(k, made->name, value->code);
            continue;
        }
        const struct wrd_sav_variable *of = &k->m->sav->variables[i];
        const char *label = box_label(k, of->label, made, value);
        if (label && !own)
            own = own_list(k, made);
        if (label)
            own->values[value - noted->list->values].label[k->notes->lang] = label;
        k->taken[i] = true;
        add_box(k, of, header_of(k->m->arena, made->column, value->code));
    }
    return true;
}

/* ---- the whole ---- */

static bool is_not_asked(const struct knowing *k, const char *name)
{
    const struct wrd_codebook *book = k->notes->book;
    for (size_t i = 0; i < book->n_wave_rows; i++)
        if (strcmp(book->wave_rows[i].name, name) == 0 &&
            strcmp(book->wave_rows[i].column, "-") == 0)
            return true;
    return false;
}

static void add_variables(struct knowing *k)
{
    const struct wrd_codebook *book = k->notes->book;
    for (size_t i = 0; i < book->n_variables; i++) {
        const struct wrd_variable *noted = &book->variables[i];
        size_t from = 0;
        if (!noted_of(k, noted->name, &from) && is_not_asked(k, noted->name))
            add_variable(k, noted);
        else if (noted->type == WRD_TYPE_MULTIPLE ? !add_boxes(k, noted) : !add_one(k, noted))
            k->lost[k->n_lost++] = noted->name;
    }
}

/* The weight of the file as the notes have it: its name there, or NULL. */
static const struct wrd_sav_noted *noted_weight(const struct knowing *k)
{
    const struct wrd_source *source = &k->notes->study->sources[0];
    const char *name = source->weights.method == WRD_WEIGHTS_GIVEN ? source->weights.variable : "";
    size_t from = 0;
    return source->weights.method == WRD_WEIGHTS_NONE ? NULL : noted_of(k, name, &from);
}

/* What the file is weighted by now, where that is not the weight of the notes: weights are as given
 * then. */
static void take_weight(struct knowing *k)
{
    const struct wrd_sav *sav = k->m->sav;
    const struct wrd_sav_noted *noted = noted_weight(k);
    const char *own = sav->weight < 0 ? NULL : sav->variables[sav->weight].name;
    if (noted && own ? strcmp(noted->column, own) == 0 : !noted && !own)
        return;
    struct wrd_source *source = &k->notes->study->sources[0];
    memset(&source->weights, 0, sizeof source->weights);
    source->weights.grid_exponent = -1;
    source->weights.method = own ? WRD_WEIGHTS_GIVEN : WRD_WEIGHTS_NONE;
    mark_changed(k, own ? own : noted->column);
}

/* Our own fitted weight is made anew, unless it is all that is left of the fitting. */
static void mark_fitted(struct knowing *k)
{
    const struct wrd_source *source = &k->notes->study->sources[0];
    size_t from = 0;
    const struct wrd_sav_noted *noted = noted_of(k, "", &from);
    const int i = noted ? column_of(k, noted->column) : -1;
    if (i >= 0 && (source->weights.method > WRD_WEIGHTS_GIVEN || k->m->sav->weight != i))
        k->taken[i] = true;
}

/* Room for what the notes know and for what may come beside it. */
static void open_book(struct knowing *k)
{
    const struct wrd_codebook *noted = k->notes->book;
    const size_t n = k->m->sav->n_variables;
    struct wrd_arena *arena = k->m->arena;
    struct wrd_codebook *book = k->m->made->book;
    *book = *noted;
    book->n_variables = 0;
    book->variables = wrd_arena_take_array(arena, noted->n_variables + n, sizeof *book->variables);
    book->lists = wrd_arena_take_array(arena, noted->n_lists + n, sizeof *book->lists);
    if (noted->n_lists)
        memcpy(book->lists, noted->lists, noted->n_lists * sizeof *book->lists);
    book->wave_rows = wrd_arena_take_array(arena, noted->n_wave_rows + k->notes->n_columns,
                                           sizeof *book->wave_rows);
    if (noted->n_wave_rows)
        memcpy(book->wave_rows, noted->wave_rows, noted->n_wave_rows * sizeof *book->wave_rows);
}

static void say(const struct knowing *k, enum wrd_message message, const char *const *names,
                size_t n)
{
    if (n > 0)
        wrd_say(k->m->diag, message, k->m->place, wrd_text_join(k->m->arena, names, n, ", "));
}

void wrd_sav_add_known(struct wrd_sav_making *m, struct wrd_sav_notes *notes, bool *taken)
{
    struct knowing k = { .m = m, .notes = notes, .taken = taken };
    /* a variable may be changed by its label and its list, and the weight is one more */
    const size_t most = 2 * notes->book->n_variables + notes->n_columns + 1;
    k.changed = wrd_arena_take_array(m->arena, most, sizeof *k.changed);
    k.lost = wrd_arena_take_array(m->arena, most, sizeof *k.lost);
    open_book(&k);
    add_variables(&k);
    take_weight(&k);
    wrd_sav_prune(m->arena, notes->study, m->made->book);
    mark_fitted(&k);
    say(&k, WRD_W0278, k.changed, k.n_changed);
    say(&k, WRD_W0279, k.lost, k.n_lost);
}
