/* population.c - see population.h. */
#include "weight/population.h"

#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "weight/register.h"

enum { LEAST_IN_CATEGORY = 5, WARN_UNKNOWN = 10, MOST_UNKNOWN = 30 /* percent */ };
static const uint32_t none = UINT32_MAX;

/* The variables of a margin; a *key* counts the cells of their cross, the last variable fastest. */
struct cross {
    size_t n_parts;
    const char **name;
    const struct wrd_variable **variable;
    const struct wrd_column **column;
    size_t n_keys;
};

static struct wrd_place place_of(const struct wrd_fit *fit, const char *name)
{
    struct wrd_place place = fit->source->weights.margins_place;
    place.variable = name;
    return place;
}

static bool find_part(const struct wrd_fit *fit, const char *margin, struct cross *cross,
                      const char *name)
{
    const int at = wrd_codebook_variable_of(fit->book, name, fit->frame->source);
    const struct wrd_variable *variable = at < 0 ? NULL : &fit->book->variables[at];
    const struct wrd_column *column = at < 0 ? NULL : &fit->frame->columns[at];
    if (!variable || !variable->list || !(column->c8 || column->c16)) {
        wrd_say(fit->diag, WRD_E0421, place_of(fit, margin), name, margin);
        return false;
    }
    cross->name[cross->n_parts] = name;
    cross->variable[cross->n_parts] = variable;
    cross->column[cross->n_parts++] = column;
    cross->n_keys *= variable->list->n_answers;
    return true;
}

static bool find_cross(const struct wrd_fit *fit, const char *margin, struct cross *cross)
{
    const size_t most = strlen(margin) + 1;
    bool all = true;
    *cross = (struct cross){
        .name = wrd_arena_take_array(fit->arena, most, sizeof *cross->name),
        .variable = wrd_arena_take_array(fit->arena, most, sizeof(struct wrd_variable *)),
        .column = wrd_arena_take_array(fit->arena, most, sizeof(struct wrd_column *)),
        .n_keys = 1,
    };
    const char *part;
    for (size_t i = 0; (part = wrd_text_part(fit->arena, margin, i)); i++)
        all &= find_part(fit, margin, cross, part);
    return all;
}

/* The key of a row of population.csv; false: it is about something else. */
static bool key_of_row(const struct wrd_fit *fit, const struct cross *cross,
                       const struct wrd_population *row, size_t *key)
{
    const char **codes = wrd_arena_take_array(fit->arena, cross->n_parts, sizeof *codes);
    if (!wrd_register_codes(fit->arena, row, cross->name, cross->n_parts, codes))
        return false;
    *key = 0;
    for (size_t i = 0; i < cross->n_parts; i++) {
        const struct wrd_list *list = cross->variable[i]->list;
        const struct wrd_value *value = wrd_list_value(list, codes[i], strlen(codes[i]));
        if (!value || value->answer < 0)
            return false; /* said when the codebook was judged */
        *key = *key * list->n_answers + (size_t)value->answer;
    }
    return true;
}

static bool key_of_respondent(const struct cross *cross, size_t i, size_t *key)
{
    *key = 0;
    for (size_t p = 0; p < cross->n_parts; p++) {
        const unsigned code = wrd_column_code(cross->column[p], i);
        if (code >= cross->column[p]->n_codes)
            return false;
        *key = *key * cross->variable[p]->list->n_answers + code;
    }
    return true;
}

static const char *code_of_key(struct wrd_arena *arena, const struct cross *cross, size_t key)
{
    const char **codes = wrd_arena_take_array(arena, cross->n_parts, sizeof *codes);
    for (size_t p = cross->n_parts; p-- > 0;) {
        const struct wrd_list *list = cross->variable[p]->list;
        codes[p] = list->answers[key % list->n_answers]->code;
        key /= list->n_answers;
    }
    return wrd_text_join(arena, codes, cross->n_parts, "*");
}

/* The population of every cell of the cross, 0 where population.csv has no row; false: it has none
 * at all, or says a cell twice. */
static bool count_population(const struct wrd_fit *fit, const struct wrd_margin *margin,
                             const struct cross *cross, int64_t *count)
{
    bool any = false, once = true;
    for (size_t r = 0; r < fit->book->n_populations; r++) {
        const struct wrd_population *row = &fit->book->populations[r];
        size_t key;
        if (row->unit != WRD_POP_PERSONS || strcmp(row->source, fit->source->id) != 0 ||
            !key_of_row(fit, cross, row, &key))
            continue;
        if (count[key] > 0) {
            wrd_say(fit->diag, WRD_E0424, wrd_codebook_place(fit->book, row->place, "code"),
                    code_of_key(fit->arena, cross, key), margin->name);
            once = false;
        }
        count[key] = row->count;
        any = true;
    }
    if (!any)
        wrd_say(fit->diag, WRD_E0420, place_of(fit, margin->name), margin->name, fit->source->id,
                code_of_key(fit->arena, cross, 0));
    return any && once;
}

/* The cells that have a total are the categories, in the order of their keys. */
static uint32_t *make_categories(const struct wrd_fit *fit, const struct cross *cross,
                                 const int64_t *count, struct wrd_margin *margin)
{
    struct wrd_arena *arena = fit->arena;
    uint32_t *category = wrd_arena_take_array(arena, cross->n_keys, sizeof *category);
    for (size_t key = 0; key < cross->n_keys; key++)
        category[key] = count[key] > 0 ? (uint32_t)margin->n_categories++ : none;
    margin->code = wrd_arena_take_array(arena, margin->n_categories, sizeof *margin->code);
    margin->count = wrd_arena_take_array(arena, margin->n_categories, sizeof *margin->count);
    margin->target = wrd_arena_take_array(arena, margin->n_categories, sizeof *margin->target);
    margin->n = wrd_arena_take_array(arena, margin->n_categories, sizeof *margin->n);
    for (size_t key = 0; key < cross->n_keys; key++)
        if (category[key] != none) {
            margin->code[category[key]] = code_of_key(arena, cross, key);
            margin->count[category[key]] = count[key];
        }
    const double total = (double)wrd_margin_total(margin);
    for (size_t c = 0; c < margin->n_categories; c++)
        margin->target[c] = (double)margin->count[c] / total;
    return category;
}

static bool place_respondents(const struct wrd_fit *fit, const struct cross *cross,
                              const uint32_t *category, struct wrd_margin *margin)
{
    const size_t n = fit->frame->n;
    bool all = true;
    bool *told = wrd_arena_take_array(fit->arena, cross->n_keys, sizeof *told);
    margin->category = wrd_arena_take_array(fit->arena, n, sizeof *margin->category);
    for (size_t i = 0; i < n; i++) {
        size_t key;
        const bool known = key_of_respondent(cross, i, &key);
        margin->category[i] =
            known && category[key] != none ? category[key] : (uint32_t)margin->n_categories;
        if (fit->units[i] == 0)
            continue;
        if (!known) {
            margin->n_unknown++;
        } else if (category[key] != none) {
            margin->n[category[key]]++;
            margin->n_known++;
        } else if (!told[key]) {
            const char *code = code_of_key(fit->arena, cross, key);
            wrd_say(fit->diag, WRD_E0423, place_of(fit, margin->name), code, margin->name,
                    fit->source->id);
            all = false;
            told[key] = true;
        }
    }
    return all;
}

static bool judge_categories(const struct wrd_fit *fit, const struct wrd_margin *margin)
{
    bool all = true;
    for (size_t c = 0; c < margin->n_categories; c++) {
        const char *neighbours = wrd_margin_neighbours(fit->arena, margin, c);
        if (margin->n[c] == 0) {
            wrd_say(fit->diag, WRD_E0422, place_of(fit, margin->name), margin->code[c],
                    margin->name, wrd_count_text(fit->arena, (uint64_t)margin->count[c]),
                    fit->frame->file, neighbours);
            all = false;
        } else if (margin->n[c] < LEAST_IN_CATEGORY)
            wrd_say(fit->diag, WRD_W0425, place_of(fit, margin->name), margin->code[c],
                    margin->name, fit->frame->file, neighbours);
    }
    return all;
}

static bool judge_unknown(const struct wrd_fit *fit, const struct wrd_margin *margin)
{
    uint64_t n = 0;
    for (size_t i = 0; i < fit->frame->n; i++)
        n += fit->units[i] > 0;
    if (100 * margin->n_unknown <= WARN_UNKNOWN * n)
        return true;
    const bool too_many = 100 * margin->n_unknown > MOST_UNKNOWN * n;
    wrd_say(fit->diag, too_many ? WRD_E0427 : WRD_W0426, place_of(fit, margin->name), margin->name,
            wrd_count_text(fit->arena, margin->n_unknown), wrd_count_text(fit->arena, n),
            fit->frame->file);
    return !too_many;
}

bool wrd_margin_read(const struct wrd_fit *fit, const char *name, struct wrd_margin *margin)
{
    struct cross cross;
    *margin = (struct wrd_margin){ .name = name };
    if (!find_cross(fit, name, &cross))
        return false;
    int64_t *count = wrd_arena_take_array(fit->arena, cross.n_keys, sizeof *count);
    if (!count_population(fit, margin, &cross, count))
        return false;
    const uint32_t *category = make_categories(fit, &cross, count, margin);
    const bool placed = place_respondents(fit, &cross, category, margin);
    /* Where most answers are missing, empty categories are no news. */
    return judge_unknown(fit, margin) && judge_categories(fit, margin) && placed;
}

int64_t wrd_margin_total(const struct wrd_margin *margin)
{
    int64_t total = 0;
    for (size_t c = 0; c < margin->n_categories; c++)
        total += margin->count[c];
    return total;
}

const char *wrd_margin_neighbours(struct wrd_arena *arena, const struct wrd_margin *margin,
                                  size_t category)
{
    const char *codes[2];
    size_t n = 0;
    if (category > 0)
        codes[n++] = margin->code[category - 1];
    if (category + 1 < margin->n_categories)
        codes[n++] = margin->code[category + 1];
    return n == 0 ? WRD_BOTH("none", "geen") : wrd_text_join(arena, codes, n, ", ");
}
