/* read/sav_study.c - an SPSS file becomes a study: a codebook, a study.yml and the answers.
 *
 * What a variable becomes (docs/FORMATS.md, section 6): the weight a weight; with value labels a
 * list; a format of dates a date; an id where its name says so and no two rows share it; else a
 * number.  Texts, and whatever says who somebody is, are named and left out.  Of a file that `export`
 * made the notes say all of this (sav_notes.h), and only what was added later is guessed. */
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "model/personal.h"
#include "read/sav_notes.h"
#include "waardering/steps.h"

struct left_out {
    const char **names;
    size_t n;
};

struct wrd_variable *wrd_sav_add_variable(struct wrd_sav_making *m, const char *name,
                                          const char *label, enum wrd_type type)
{
    struct wrd_codebook *book = m->made->book;
    const char *ours = wrd_sav_name(m, name);
    const char *text = wrd_sav_label(m->arena, label, ours);
    struct wrd_variable *variable = &book->variables[book->n_variables++];
    *variable = (struct wrd_variable){ .name = ours,
                                       .sources = 1,
                                       .column = wrd_sav_header(name),
                                       .type = type,
                                       .scale = -1,
                                       .unit_text = "",
                                       .values_text = "",
                                       .scale_text = "",
                                       .money_text = "",
                                       .ask_if_text = "",
                                       .place = m->place };
    variable->place.variable = name;
    for (int lang = 0; lang < WRD_LANGS; lang++)
        variable->label[lang] = text;
    return variable;
}

void wrd_sav_add_column(struct wrd_sav_making *m, const char *header,
                        const struct wrd_sav_variable *of, const char *const *texts)
{
    m->made->columns[m->made->n_columns++] =
        (struct wrd_imported_column){ wrd_sav_header(header), texts, of->index };
}

static void say_count(struct wrd_sav_making *m, enum wrd_message message,
                      const struct wrd_sav_variable *of, uint64_t n)
{
    if (n > 0)
        wrd_say(m->diag, message, m->place, of->name, wrd_count_text(m->arena, n));
}

void wrd_sav_add_answers(struct wrd_sav_making *m, const struct wrd_sav_variable *of,
                         const struct wrd_variable *variable, const char *header)
{
    const char **texts = wrd_arena_take_array(m->arena, of->n_answers + 1, sizeof *texts);
    uint64_t missing = 0, lost = 0;
    texts[0] = "";
    for (size_t i = 1; i < of->n_answers; i++) {
        const struct wrd_sav_value *value = &of->answers[i];
        const char *text = NULL;
        if (variable->list)
            text = wrd_sav_code_in(m->arena, variable->list, value);
        else if (wrd_sav_is_missing(of, value))
            missing += value->n;
        else if (variable->type == WRD_TYPE_DATE)
            text = wrd_sav_date(m->arena, of->format, value->number);
        else
            text = wrd_sav_number(m->arena, value->number);
        if ((!text || !*text) && (variable->list || !wrd_sav_is_missing(of, value)))
            lost += value->n;
        texts[i] = text ? text : "";
    }
    say_count(m, WRD_N0269, of, missing);
    say_count(m, WRD_W0268, of, lost);
    wrd_sav_add_column(m, header, of, texts);
}

static bool is_id_name(const char *name)
{
    static const char *const names[] = {
        "id",     "respid",       "resp_id",          "respondent_id", "caseid",      "case_id",
        "respnr", "respondentid", "respondentnummer", "volgnummer",    "response_id", "recordid"
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* An id that two rows share would make the second a duplicate. */
static bool is_id(struct wrd_sav_making *m, const struct wrd_sav_variable *of)
{
    for (size_t i = 1; i < of->n_answers; i++)
        if (of->answers[i].n > 1)
            return false;
    return is_id_name(wrd_sav_name(m, of->name));
}

static enum wrd_type type_without_list(struct wrd_sav_making *m, size_t i)
{
    const struct wrd_sav_variable *of = &m->sav->variables[i];
    if (m->sav->weight == (int)i)
        return WRD_TYPE_WEIGHT;
    if (wrd_sav_is_date(of->format))
        return WRD_TYPE_DATE;
    return is_id(m, of) ? WRD_TYPE_ID : WRD_TYPE_NUMBER;
}

static void add_one(struct wrd_sav_making *m, size_t i)
{
    const struct wrd_sav_variable *of = &m->sav->variables[i];
    const bool may_be_list = m->sav->weight != (int)i && !wrd_sav_is_date(of->format);
    const struct wrd_list *list = may_be_list ? wrd_sav_list(m, of) : NULL;
    const enum wrd_type type = list ? WRD_TYPE_SINGLE : type_without_list(m, i);
    struct wrd_variable *variable = wrd_sav_add_variable(m, of->name, of->label, type);
    variable->list = list;
    const bool counts = of->measure == WRD_MEASURE_SCALE || of->measure == WRD_MEASURE_UNKNOWN;
    if (list || (type == WRD_TYPE_NUMBER && counts))
        variable->roles = WRD_ROLE_OUTCOME;
    if (!list && may_be_list && of->n_labels > 0)
        wrd_say(m->diag, WRD_N0272, m->place, of->name);
    wrd_sav_add_answers(m, of, variable, of->name);
}

/* DOLLAR8.2, and the formats CCA to CCE that an office sets to its own currency. */
static bool is_money_format(const char *format)
{
    return strncmp(format, "DOLLAR", 6) == 0 || strncmp(format, "CC", 2) == 0;
}

void wrd_sav_judge_format(const struct wrd_sav_making *m, const struct wrd_sav_variable *of)
{
    if (is_money_format(of->format))
        wrd_say(m->diag, WRD_E0265, m->place, of->name, of->format);
}

/* Who somebody is, or what the survey tool keeps for itself: check would refuse it as an answer. */
static bool is_somebody(const struct wrd_sav_variable *of)
{
    return wrd_column_kind(of->name, strlen(of->name)) != WRD_COLUMN_ANSWER ||
           wrd_column_kind(of->label, strlen(of->label)) != WRD_COLUMN_ANSWER;
}

static void add_all(struct wrd_sav_making *m)
{
    const struct wrd_sav *sav = m->sav;
    struct left_out texts = { wrd_arena_take_array(m->arena, sav->n_variables, sizeof(char *)), 0 };
    struct left_out people = { wrd_arena_take_array(m->arena, sav->n_variables, sizeof(char *)),
                               0 };
    for (size_t i = 0; i < sav->n_variables; i++) {
        const struct wrd_sav_variable *of = &sav->variables[i];
        const size_t boxes = wrd_sav_boxes(sav, i);
        if (is_somebody(of)) {
            people.names[people.n++] = of->name;
        } else if (!of->answers) {
            texts.names[texts.n++] = of->name;
        } else if (boxes) {
            wrd_sav_add_boxes(m, i, boxes);
            i += boxes - 1;
        } else {
            wrd_sav_judge_format(m, of);
            add_one(m, i);
        }
    }
    if (texts.n)
        wrd_say(m->diag, WRD_W0266, m->place, wrd_text_join(m->arena, texts.names, texts.n, ", "));
    if (people.n)
        wrd_say(m->diag, WRD_W0267, m->place,
                wrd_text_join(m->arena, people.names, people.n, ", "));
}

/* The name of the file without folder and ending, in the letters of a study's id. */
static const char *id_of(struct wrd_arena *arena, const char *path)
{
    const char *name = strrchr(path, '/');
    name = name ? name + 1 : path;
    const size_t len = strlen(name), end = len > 4 && name[len - 4] == '.' ? len - 4 : len;
    char *id = wrd_arena_take(arena, end + 2), *to = id;
    for (size_t i = 0; i < end && i < 64; i++) {
        const char c = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] - 'A' + 'a') : name[i];
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept || (to > id && to[-1] != '-'))
            *to++ = kept ? c : '-';
    }
    while (to > id && to[-1] == '-')
        to--;
    *to = '\0';
    return *id ? id : "spss";
}

/* The last one: behind those of the notes comes what the file has of its own. */
static const char *weight_name(const struct wrd_codebook *book)
{
    for (size_t i = book->n_variables; i-- > 0;)
        if (book->variables[i].type == WRD_TYPE_WEIGHT)
            return book->variables[i].name;
    return NULL;
}

/* Who answered is not in the file: volunteers have the higher thresholds of protection. */
static void make_source(struct wrd_sav_making *m, struct wrd_study *study)
{
    study->sources = wrd_arena_take(m->arena, sizeof *study->sources);
    study->n_sources = 1;
    study->sources[0] = (struct wrd_source){ .id = "vol",
                                             .respondents = WRD_VOLUNTEERS,
                                             .export_preset = WRD_EXPORT_PLAIN,
                                             .answers = WRD_ANSWERS_CODES,
                                             .delimiter = ',',
                                             .encoding = WRD_ENCODING_UTF8,
                                             .decimal = '.' };
    study->sources[0].weights.variable = weight_name(m->made->book);
    if (study->sources[0].weights.variable)
        study->sources[0].weights.method = WRD_WEIGHTS_GIVEN;
}

static void make_study(struct wrd_sav_making *m, const char *path, const char *wave)
{
    struct wrd_study *study = wrd_arena_take(m->arena, sizeof *study);
    *study = (struct wrd_study){ .folder = "",
                                 .file = "study.yml",
                                 .id = id_of(m->arena, path),
                                 .municipality_code = "GM0000",
                                 .municipality_name = "Onbekend",
                                 .codebook = "codebook",
                                 .n_waves = 1 };
    for (int lang = 0; lang < WRD_LANGS; lang++) {
        study->title[lang] = wrd_sav_label(m->arena, m->sav->label, study->id);
        study->output.languages[lang] = true;
    }
    make_source(m, study);
    study->waves = wrd_arena_take(m->arena, sizeof *study->waves);
    study->waves[0].name = wave ? wave : wrd_count_text(m->arena, (uint64_t)m->sav->year);
    study->waves[0].files[0] = wrd_arena_format(m->arena, "%s/answers.csv", study->waves[0].name);
    for (size_t i = 0; i < WRD_MAX_SOURCES; i++)
        study->waves[0].invited[i] = -1;
    m->made->study = study;
}

/* The study of the notes; its weight may be a variable of the file alone. */
static void know_study(struct wrd_sav_making *m, struct wrd_study *study, const char *wave)
{
    struct wrd_source *source = &study->sources[0];
    if (source->weights.method == WRD_WEIGHTS_GIVEN && !source->weights.variable)
        source->weights.variable = weight_name(m->made->book);
    if (source->weights.method == WRD_WEIGHTS_GIVEN && !source->weights.variable)
        source->weights.method = WRD_WEIGHTS_NONE;
    for (size_t i = 0; i < m->made->book->n_wave_rows; i++)
        if (wave)
            m->made->book->wave_rows[i].wave = wave;
    if (wave)
        study->waves[0].name = wave;
    study->waves[0].files[0] = wrd_arena_format(m->arena, "%s/answers.csv", study->waves[0].name);
    study->codebook = "codebook";
    study->folder = "";
    m->made->study = study;
    m->made->is_whole = true;
}

/* What is left of the file when the variables that are known are taken out. */
static const struct wrd_sav *rest_of(const struct wrd_sav_making *m, const bool *taken)
{
    const struct wrd_sav *sav = m->sav;
    struct wrd_sav *rest = wrd_arena_take(m->arena, sizeof *rest);
    *rest = *sav;
    rest->variables = wrd_arena_take_array(m->arena, sav->n_variables, sizeof *rest->variables);
    rest->n_variables = 0;
    rest->weight = -1;
    for (size_t i = 0; i < sav->n_variables; i++) {
        if (taken[i])
            continue;
        if (sav->weight == (int)i)
            rest->weight = (int)rest->n_variables;
        rest->variables[rest->n_variables++] = sav->variables[i];
    }
    return rest;
}

static void make_known(struct wrd_sav_making *m, struct wrd_sav_notes *notes, const char *wave)
{
    bool *taken = wrd_arena_take_array(m->arena, m->sav->n_variables, sizeof *taken);
    wrd_sav_add_known(m, notes, taken);
    m->sav = rest_of(m, taken);
    add_all(m);
    know_study(m, notes->study, wave);
}

static bool has_outcome(const struct wrd_codebook *book)
{
    for (size_t i = 0; i < book->n_variables; i++)
        if (book->variables[i].roles & WRD_ROLE_OUTCOME)
            return true;
    return false;
}

static bool is_wave(const char *name)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const size_t len = strlen(name);
    return len > 0 && len <= 32 && name[strspn(name, letters)] == '\0';
}

enum wrd_status wrd_sav_read(struct wrd_arena *arena, const char *path, const char *wave,
                             struct wrd_diag *diag, struct wrd_imported **imported)
{
    *imported = NULL;
    if (wave && !is_wave(wave)) {
        wrd_say(diag, WRD_E0274, (struct wrd_place){ 0 }, wave);
        return WRD_EUSAGE;
    }
    const struct wrd_sav *sav = wrd_sav_open(arena, path, diag);
    if (!sav)
        return wrd_diag_status(diag);
    struct wrd_imported *made = wrd_arena_take(arena, sizeof *made);
    struct wrd_sav_making m = { arena, sav, made, diag, { .file = path } };
    const char *name = strrchr(path, '/');
    made->from = name ? name + 1 : path;
    made->n_rows = sav->n_rows;
    made->book = wrd_arena_take(arena, sizeof *made->book);
    made->columns = wrd_arena_take_array(arena, sav->n_variables, sizeof *made->columns);
    made->book->variables =
        wrd_arena_take_array(arena, sav->n_variables, sizeof *made->book->variables);
    made->book->lists = wrd_arena_take_array(arena, sav->n_variables, sizeof *made->book->lists);
    struct wrd_sav_notes *notes = wrd_sav_notes_read(&m);
    if (notes) {
        make_known(&m, notes, wave);
    } else {
        add_all(&m);
        make_study(&m, path, wave);
    }
    if (!has_outcome(made->book))
        wrd_say(diag, WRD_E0264, m.place, path);
    *imported = made;
    return wrd_diag_status(diag);
}
