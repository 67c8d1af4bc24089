#include "attack/parts/known.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

bool has_part(const char *codes, const char *code)
{
    size_t len = strlen(code);
    for (const char *at = codes; at; at = strchr(at, '+') ? strchr(at, '+') + 1 : NULL)
        if (strncmp(at, code, len) == 0 && (at[len] == 0 || at[len] == '+'))
            return true;
    return false;
}

/* ---- codebook ---- */

bool codebook_score(const struct codebook *book, const char *list, const char *code, int64_t *score)
{
    const struct sheet *v = &book->values;
    for (int r = 1; r < v->n_rows; r++) {
        if (!is(sheet_at(v, r, "list"), list) || !is(sheet_at(v, r, "code"), code))
            continue;
        const char *text = sheet_at(v, r, "score");
        int64_t hundredths;
        if (*sheet_at(v, r, "missing") || !number_fixed(*text ? text : code, 2, &hundredths))
            return false;
        *score = hundredths * 12 / 100;
        return true;
    }
    return false;
}

bool codebook_ordered(const struct codebook *book, const char *list)
{
    const struct sheet *v = &book->values;
    for (int r = 1; r < v->n_rows; r++)
        if (is(sheet_at(v, r, "list"), list) &&
            (*sheet_at(v, r, "side") || *sheet_at(v, r, "score")))
            return true;
    return false;
}

bool codebook_exclusive(const struct codebook *book, const char *list, const char *code)
{
    const struct sheet *v = &book->values;
    for (int r = 1; r < v->n_rows; r++)
        if (is(sheet_at(v, r, "list"), list) && is(sheet_at(v, r, "code"), code))
            return is(sheet_at(v, r, "exclusive"), "yes");
    return false;
}

int codebook_variable(const struct codebook *book, const char *name)
{
    for (int r = 1; r < book->variables.n_rows; r++)
        if (is(sheet_at(&book->variables, r, "name"), name))
            return r;
    return -1;
}

/* ---- truth ---- */

static const struct truth *sorting;

static int compare_rows(const void *a, const void *b)
{
    char **left = sorting->sheet.cell[*(const int *)a],
         **right = sorting->sheet.cell[*(const int *)b];
    for (int c = 0; c < 6; c++) {
        int order = strcmp(left[c], right[c]);
        if (order)
            return order;
    }
    return 0;
}

bool truth_read(struct truth *truth, const char *path)
{
    if (!sheet_read(&truth->sheet, path))
        return false;
    truth->order = must(calloc((size_t)truth->sheet.n_rows, sizeof *truth->order));
    for (int r = 1; r < truth->sheet.n_rows; r++)
        truth->order[r - 1] = r;
    sorting = truth;
    qsort(truth->order, (size_t)truth->sheet.n_rows - 1, sizeof *truth->order, compare_rows);
    return true;
}

int64_t truth_count(const struct truth *truth, const char *const key[6])
{
    int from = 0, to = truth->sheet.n_rows - 1;
    while (from < to) {
        int middle = (from + to) / 2, order = 0;
        char **row = truth->sheet.cell[truth->order[middle]];
        for (int c = 0; c < 6 && order == 0; c++)
            order = strcmp(row[c], key[c]);
        int64_t count;
        if (order == 0)
            return number_whole(row[6], &count) ? count : 0;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return 0;
}

/* ---- world ---- */

int world_item(const struct world *world, const char *name)
{
    for (int i = 0; i < world->n_items; i++)
        if (is(world->item[i].name, name))
            return i;
    return -1;
}

int item_code(const struct item *item, const char *code)
{
    for (int c = 0; c < item->n_codes; c++)
        if (is(item->code[c], code))
            return c;
    return -1;
}

static void add_slot(struct world *w, const char *by, const char *group)
{
    for (int s = 0; s < w->n_slots; s++)
        if (is(w->slot[s].by, by) && is(w->slot[s].group, group))
            return;
    if (w->n_slots == KNOWN_GROUPS) {
        fputs("more groups than the attacker can hold\n", stderr);
        exit(2);
    }
    const char *key[6] = { w->wave, w->source, "", "@n", by, group };
    w->slot[w->n_slots++] = (struct slot){ by, group, truth_count(w->truth, key) };
}

static void find_slots(struct world *w)
{
    const struct sheet *t = &w->truth->sheet;
    add_slot(w, "total", "total");
    for (int r = 1; r < t->n_rows; r++)
        if (is(t->cell[r][0], w->wave) && is(t->cell[r][1], w->source) && !*t->cell[r][2])
            add_slot(w, t->cell[r][4], t->cell[r][5]);
}

static void add_code(struct item *item, const char *code)
{
    item->score12[item->n_codes] = 0;
    item->code[item->n_codes++] = code;
}

static void valid_codes(const struct world *w, struct item *item)
{
    static const char *const grades[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10" };
    const struct sheet *v = &w->book->values;
    int64_t low = INT64_MAX, high = INT64_MIN;
    if (item->kind == ITEM_NUMBER)
        for (int g = 1; g <= 10; g++) { /* the codebook says 1 to 10 */
            add_code(item, grades[g]);
            item->score12[item->n_codes - 1] = 12 * g;
        }
    for (int r = 1; r < v->n_rows && item->kind != ITEM_NUMBER; r++) {
        const char *code = sheet_at(v, r, "code");
        if (!is(sheet_at(v, r, "list"), item->list) || *sheet_at(v, r, "missing"))
            continue;
        add_code(item, code);
        int64_t *score = &item->score12[item->n_codes - 1];
        if (codebook_score(w->book, item->list, code, score)) {
            low = *score < low ? *score : low;
            high = *score > high ? *score : high;
        }
    }
    item->n_valid = item->n_codes;
    for (int c = 0; c < item->n_valid && low < high && *item->scale; c++)
        item->score[c] = 100 * SCORE_UNIT *
                         (item->reverse ? high - item->score12[c] : item->score12[c] - low) /
                         (high - low);
}

static void count_item(struct world *w, struct item *item)
{
    item->x = must(calloc((size_t)(w->n_slots * item->n_codes), sizeof *item->x));
    for (int s = 0; s < w->n_slots; s++) {
        int64_t *x = item->x + s * item->n_codes, sum = 0;
        for (int c = 0; c < item->n_codes; c++) {
            const char *key[6] = { w->wave,       w->source,     item->name,
                                   item->code[c], w->slot[s].by, w->slot[s].group };
            x[c] = truth_count(w->truth, key);
            sum += x[c];
        }
        if (item->kind == ITEM_SINGLE || item->kind == ITEM_NUMBER)
            x[item->n_codes - 1] = w->slot[s].n - sum;
        else if (item->kind == ITEM_MULTIPLE)
            x[item->n_codes - 1] = w->slot[s].n - x[item->n_codes - 2];
    }
}

static void add_item(struct world *w, struct item item)
{
    if (w->n_items == KNOWN_ITEMS) {
        fputs("more questions than the attacker can hold\n", stderr);
        exit(2);
    }
    if (item.kind == ITEM_SCALE) {
        add_code(&item, "@n");
        add_code(&item, "@sum");
    } else {
        valid_codes(w, &item);
        add_code(&item, item.kind == ITEM_MULTIPLE ? "@base" : "@dont_know");
        add_code(&item, "@other");
    }
    count_item(w, &item);
    for (int r = 1; r < w->results->n_rows; r++)
        item.published |= is(sheet_at(w->results, r, "wave"), w->wave) &&
                          is(sheet_at(w->results, r, "source"), w->source) &&
                          is(sheet_at(w->results, r, "variable"), item.name);
    w->item[w->n_items++] = item;
}

static void find_items(struct world *w)
{
    const struct sheet *t = &w->truth->sheet, *v = &w->book->variables;
    for (int r = 1; r < t->n_rows; r++) {
        const char *name = t->cell[r][2];
        if (!is(t->cell[r][0], w->wave) || !is(t->cell[r][1], w->source) || !*name ||
            world_item(w, name) >= 0)
            continue;
        int row = codebook_variable(w->book, name);
        struct item item = {
            .name = name, .list = "", .scale = "", .ask_if = "", .kind = ITEM_SCALE
        };
        if (row >= 0) {
            const char *type = sheet_at(v, row, "type");
            item.kind = is(type, "multiple") ? ITEM_MULTIPLE
                        : is(type, "number") ? ITEM_NUMBER
                                             : ITEM_SINGLE;
            item.list = sheet_at(v, row, "values");
            item.scale = sheet_at(v, row, "scale");
            item.ask_if = sheet_at(v, row, "ask_if");
            item.reverse = is(sheet_at(v, row, "reverse"), "yes");
        }
        add_item(w, item);
    }
}

/* What stands behind `key` in the text before `end`, "" where nothing does. */
static const char *word_behind(const char *text, const char *end, const char *key)
{
    const char *at = strstr(text, key);
    return at && at < end ? at + strlen(key) + strspn(at + strlen(key), " ") : "";
}

/* The few things of study.yml that the attacker needs, found by their words. */
static void read_limits(struct world *w, const char *yml)
{
    char id[64];
    snprintf(id, sizeof id, "id: %s", w->source);
    const char *at = strstr(yml, "sources:"), *end;
    for (at = at ? strstr(at, id) : NULL; at; at = strstr(at + 1, id))
        if (strchr(",\n\r }", at[strlen(id)]))
            break;
    at = at ? at : "";
    end = strstr(at, "\n  - ");
    end = end ? end : at + strlen(at);
    bool organisations = strncmp(word_behind(at, end, "respondents:"), "organisations", 13) == 0;
    const char *method = word_behind(at, end, "method:");
    w->threshold = strstr(yml, "profile: strict") ? 10 : organisations ? 3 : 5;
    w->base = 10;
    w->weighted = *method && strncmp(method, "none", 4) != 0;
}

void world_fill(struct world *world, const char *study_yml)
{
    read_limits(world, study_yml);
    find_slots(world);
    find_items(world);
    world->found = must(calloc((size_t)world->results->n_rows, sizeof *world->found));
}

void world_clear(struct world *world)
{
    for (int i = 0; i < world->n_items; i++)
        free(world->item[i].x);
    free(world->found);
}

bool world_figure(const struct world *w, int row, struct figure *f)
{
    const struct sheet *r = w->results;
    if (!is(sheet_at(r, row, "wave"), w->wave) || !is(sheet_at(r, row, "source"), w->source))
        return false;
    *f = (struct figure){ .row = row,
                          .table = sheet_at(r, row, "table"),
                          .variable = sheet_at(r, row, "variable"),
                          .code = sheet_at(r, row, "code"),
                          .by = sheet_at(r, row, "group_variable"),
                          .group = sheet_at(r, row, "group_code"),
                          .statistic = sheet_at(r, row, "statistic"),
                          .value = sheet_at(r, row, "value"),
                          .n = sheet_at(r, row, "n"),
                          .flag = sheet_at(r, row, "flag") };
    f->shown = *f->value != 0;
    f->hidden = strchr(f->flag, 'c') != NULL;
    return true;
}

bool figure_slot(const struct figure *figure, const struct slot *slot)
{
    return is(figure->by, slot->by) && !is(slot->group, "@none") &&
           has_part(figure->group, slot->group);
}
