/* tabulate/response.c - see response.h.
 *
 * A group of the sampling frame is one answer on a question, or on several crossed (age*gender).
 * Its key numbers the answers as they are displayed, the first question slowest: so groups stand in
 * the order of the codebook, whatever the order of population.csv. */
#include "tabulate/response.h"

#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"

struct counting {
    struct wrd_arena *arena;
    const struct wrd_frame *frame;
    const struct wrd_tables *tables;
    struct wrd_diag *diag;
};

struct texts {
    const char **of;
    size_t n;
};

/* The questions of "age*gender" in this wave. */
struct cross {
    const struct wrd_variable **variable;
    const struct wrd_column **column;
    size_t n;
};

struct keyed {
    uint64_t key;
    struct wrd_response_group group;
};

static struct texts split(struct wrd_arena *arena, const char *text)
{
    struct texts parts = { wrd_arena_take_array(arena, strlen(text) + 1, sizeof(char *)), 0 };
    for (;; text++) {
        const char *part = text;
        size_t len = strcspn(text, "*");
        text += len;
        wrd_text_trim(&part, &len);
        parts.of[parts.n++] = wrd_arena_text(arena, part, len);
        if (*text == '\0')
            return parts;
    }
}

static const char *source_id(const struct counting *c)
{
    return c->tables->study->sources[c->frame->source].id;
}

static bool is_of(const struct counting *c, const struct wrd_population *row,
                  enum wrd_population_unit unit)
{
    return row->unit == unit && strcmp(row->source, source_id(c)) == 0;
}

static bool is_total(const struct wrd_population *row)
{
    return strcmp(row->variable, "total") == 0;
}

/* All counts of `unit` for one question, which check has found equal for all; -1: there are none. */
static int64_t total_of(const struct counting *c, enum wrd_population_unit unit)
{
    const struct wrd_codebook *book = c->tables->codebook;
    const char *variable = NULL;
    int64_t total = -1;
    for (size_t i = 0; i < book->n_populations; i++) {
        const struct wrd_population *row = &book->populations[i];
        if (!is_of(c, row, unit) || (variable && strcmp(row->variable, variable) != 0))
            continue;
        total = row->count + (variable ? total : 0);
        variable = row->variable;
    }
    return total;
}

static int64_t invited_in_wave(const struct counting *c)
{
    const int64_t invited = c->tables->study->waves[c->frame->wave].invited[c->frame->source];
    return invited > 0 ? invited : total_of(c, WRD_POP_INVITED);
}

/* false, said: a question was not asked in this wave. */
static bool find_cross(const struct counting *c, const struct wrd_population *row,
                       struct cross *cross)
{
    const struct wrd_codebook *book = c->tables->codebook;
    const struct texts names = split(c->arena, row->variable);
    cross->n = names.n;
    cross->variable = wrd_arena_take_array(c->arena, names.n, sizeof *cross->variable);
    cross->column = wrd_arena_take_array(c->arena, names.n, sizeof *cross->column);
    for (size_t i = 0; i < names.n; i++) {
        const int v = wrd_codebook_variable_of(book, names.of[i], c->frame->source);
        cross->variable[i] = v < 0 ? NULL : &book->variables[v];
        cross->column[i] = v < 0 ? NULL : &c->frame->columns[v];
        if (v >= 0 && (cross->column[i]->c8 || cross->column[i]->c16))
            continue;
        wrd_say(c->diag, WRD_N0553, wrd_codebook_place(book, row->place, "variable"), names.of[i],
                c->tables->study->waves[c->frame->wave].name);
        return false;
    }
    return true;
}

/* The group of a row, without respondents yet. */
static struct keyed keyed_of(const struct counting *c, const struct cross *cross,
                             const struct wrd_population *row)
{
    const struct texts codes = split(c->arena, row->code);
    struct keyed keyed = { .group = { .invited = (uint64_t)row->count } };
    const char **labels[WRD_LANGS];
    for (int lang = 0; lang < WRD_LANGS; lang++)
        labels[lang] = wrd_arena_take_array(c->arena, cross->n, sizeof *labels[lang]);
    for (size_t i = 0; i < cross->n; i++) {
        const struct wrd_list *list = cross->variable[i]->list;
        const struct wrd_value *value = wrd_list_value(list, codes.of[i], strlen(codes.of[i]));
        keyed.key = keyed.key * list->n_answers + (uint64_t)value->answer;
        for (int lang = 0; lang < WRD_LANGS; lang++)
            labels[lang][i] = value->label[lang];
    }
    keyed.group.code = wrd_text_join(c->arena, codes.of, codes.n, "*");
    for (int lang = 0; lang < WRD_LANGS; lang++)
        keyed.group.label[lang] = wrd_text_join(c->arena, labels[lang], cross->n, ", ");
    return keyed;
}

/* Of a code that means that there is no answer there is no group. */
static bool has_group(const struct counting *c, const struct cross *cross,
                      const struct wrd_population *row)
{
    const struct texts codes = split(c->arena, row->code);
    for (size_t i = 0; i < cross->n; i++) {
        const struct wrd_value *value =
            wrd_list_value(cross->variable[i]->list, codes.of[i], strlen(codes.of[i]));
        if (!value || value->answer < 0)
            return false;
    }
    return true;
}

static int by_key(const void *left, const void *right)
{
    const struct keyed *a = left, *b = right;
    return (a->key > b->key) - (a->key < b->key);
}

/* Rows that name one group twice are one group. */
static size_t merge_equal(struct keyed *keyed, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (kept > 0 && keyed[kept - 1].key == keyed[i].key)
            keyed[kept - 1].group.invited += keyed[i].group.invited;
        else
            keyed[kept++] = keyed[i];
    return kept;
}

static size_t find_groups(const struct counting *c, const struct cross *cross,
                          const struct wrd_population *first, struct keyed **keyed)
{
    const struct wrd_codebook *book = c->tables->codebook;
    size_t n = 0;
    *keyed = wrd_arena_take_array(c->arena, book->n_populations, sizeof **keyed);
    for (size_t i = 0; i < book->n_populations; i++) {
        const struct wrd_population *row = &book->populations[i];
        if (is_of(c, row, WRD_POP_INVITED) && strcmp(row->variable, first->variable) == 0 &&
            has_group(c, cross, row))
            (*keyed)[n++] = keyed_of(c, cross, row);
    }
    qsort(*keyed, n, sizeof **keyed, by_key);
    return merge_equal(*keyed, n);
}

/* false: no answer on one of the questions. */
static bool key_of(const struct cross *cross, size_t respondent, uint64_t *key)
{
    *key = 0;
    for (size_t i = 0; i < cross->n; i++) {
        const size_t slot = wrd_column_slot(cross->column[i], respondent);
        if (slot >= cross->column[i]->n_codes)
            return false;
        *key = *key * cross->variable[i]->list->n_answers + slot;
    }
    return true;
}

static void count_respondents(const struct counting *c, const struct cross *cross,
                              struct keyed *keyed, size_t n, struct wrd_response_by *by)
{
    for (size_t i = 0; i < c->frame->n; i++) {
        struct keyed wanted, *found = NULL;
        if (key_of(cross, i, &wanted.key))
            found = bsearch(&wanted, keyed, n, sizeof *keyed, by_key);
        if (found)
            found->group.respondents++;
        else
            by->unknown++;
    }
}

static void name_by(const struct counting *c, const struct cross *cross, struct wrd_response_by *by)
{
    const char **texts = wrd_arena_take_array(c->arena, cross->n, sizeof *texts);
    for (size_t i = 0; i < cross->n; i++)
        texts[i] = cross->variable[i]->name;
    by->name = wrd_text_join(c->arena, texts, cross->n, "*");
    for (int lang = 0; lang < WRD_LANGS; lang++) {
        for (size_t i = 0; i < cross->n; i++)
            texts[i] = cross->variable[i]->label[lang];
        by->label[lang] = wrd_text_join(c->arena, texts, cross->n, " / ");
    }
}

/* false, said: more respondents than invited, so that the groups are not those of the frame. */
static bool fits(const struct counting *c, const struct wrd_response_by *by, struct wrd_place place)
{
    for (size_t g = 0; g < by->n_groups; g++) {
        const struct wrd_response_group *group = &by->groups[g];
        if (group->respondents <= group->invited)
            continue;
        wrd_say(c->diag, WRD_W0551, wrd_codebook_place(c->tables->codebook, place, "count"),
                group->code, by->name, wrd_count_text(c->arena, group->respondents),
                wrd_count_text(c->arena, group->invited),
                c->tables->study->waves[c->frame->wave].name);
        return false;
    }
    if (!wrd_response_is_known(by))
        wrd_say(c->diag, WRD_N0554, wrd_codebook_place(c->tables->codebook, place, "variable"),
                by->name, c->tables->study->waves[c->frame->wave].name);
    return true;
}

static bool count_by(const struct counting *c, const struct wrd_population *first,
                     struct wrd_response_by *by)
{
    struct cross cross;
    struct keyed *keyed;
    if (!find_cross(c, first, &cross))
        return false;
    by->n_groups = find_groups(c, &cross, first, &keyed);
    name_by(c, &cross, by);
    count_respondents(c, &cross, keyed, by->n_groups, by);
    by->groups = wrd_arena_take_array(c->arena, by->n_groups, sizeof *by->groups);
    for (size_t g = 0; g < by->n_groups; g++)
        by->groups[g] = keyed[g].group;
    return by->n_groups > 0 && fits(c, by, first->place);
}

/* "age * gender" and "age*gender" are one name. */
static bool is_same_name(const struct counting *c, const char *a, const char *b)
{
    const struct texts left = split(c->arena, a), right = split(c->arena, b);
    return strcmp(wrd_text_join(c->arena, left.of, left.n, "*"),
                  wrd_text_join(c->arena, right.of, right.n, "*")) == 0;
}

static bool is_first(const struct counting *c, size_t i)
{
    const struct wrd_population *rows = c->tables->codebook->populations;
    for (size_t k = 0; k < i; k++)
        if (is_of(c, &rows[k], WRD_POP_INVITED) &&
            is_same_name(c, rows[k].variable, rows[i].variable))
            return false;
    return true;
}

/* Rows hold for all waves; a wave with another total had another frame. */
static bool is_frame_of_wave(const struct counting *c, const struct wrd_population *row,
                             uint64_t invited)
{
    const int64_t total = total_of(c, WRD_POP_INVITED);
    if ((uint64_t)total == invited)
        return true;
    wrd_say(c->diag, WRD_N0552, wrd_codebook_place(c->tables->codebook, row->place, "count"),
            wrd_count_text(c->arena, (uint64_t)total), wrd_count_text(c->arena, invited),
            c->tables->study->waves[c->frame->wave].name);
    return false;
}

static void count_groups(const struct counting *c, struct wrd_response *response)
{
    const struct wrd_codebook *book = c->tables->codebook;
    response->by = wrd_arena_take_array(c->arena, book->n_populations, sizeof *response->by);
    for (size_t i = 0; i < book->n_populations; i++) {
        const struct wrd_population *row = &book->populations[i];
        if (!is_of(c, row, WRD_POP_INVITED) || is_total(row) || !is_first(c, i))
            continue;
        if (!is_frame_of_wave(c, row, response->invited))
            return; /* nor are the others: their totals are the same */
        struct wrd_response_by by = { .unknown = 0 };
        if (count_by(c, row, &by))
            response->by[response->n_by++] = by;
    }
}

/* More respondents than invited was said when the answers were read (W0240). */
static void count_source(const struct counting *c, struct wrd_tables *tables)
{
    const int64_t invited = invited_in_wave(c);
    struct wrd_response *response = &tables->responses[tables->n_responses++];
    response->source = c->frame->source;
    response->complete = wrd_complete_count(tables->codebook, c->frame);
    response->partial = c->frame->n - response->complete;
    if (invited <= 0 || c->frame->n > (uint64_t)invited)
        return;
    response->invited = (uint64_t)invited;
    response->census = total_of(c, WRD_POP_PERSONS) == invited;
    count_groups(c, response);
}

void wrd_responses_count(struct wrd_arena *arena, const struct wrd_frame *const *frames,
                         size_t n_frames, struct wrd_diag *diag, struct wrd_tables *tables)
{
    tables->responses = wrd_arena_take_array(arena, n_frames, sizeof *tables->responses);
    tables->n_responses = 0;
    for (size_t f = 0; f < n_frames; f++) {
        const struct counting counting = { arena, frames[f], tables, diag };
        count_source(&counting, tables);
    }
}
