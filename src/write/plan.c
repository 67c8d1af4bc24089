/* write/plan.c - see plan.h. */
#include "write/plan.h"

#include <string.h>

static bool of_topic(const struct wrd_topic *topic, const struct wrd_seen_table *table)
{
    return topic->source == table->source &&
           strcmp(topic->outcome->name, table->outcome->name) == 0;
}

static struct wrd_topic *find(struct wrd_plan *plan, const struct wrd_seen_table *table)
{
    for (size_t i = 0; i < plan->n_topics; i++)
        if (of_topic(&plan->topics[i], table))
            return &plan->topics[i];
    return NULL;
}

static void new_topic(struct wrd_plan *plan, const struct wrd_seen_table *table)
{
    struct wrd_topic *topic = &plan->topics[plan->n_topics++];
    /* one breakdown by each variable of the codebook at most */
    const size_t room = plan->codebook->n_variables;
    topic->outcome = table->outcome;
    topic->source = table->source;
    topic->by = wrd_arena_take_array(plan->arena, room, sizeof *topic->by);
    topic->earlier =
        wrd_arena_take_array(plan->arena, plan->study->n_waves, sizeof *topic->earlier);
}

static void place_now(struct wrd_topic *topic, const struct wrd_seen_table *table)
{
    if (table->by)
        topic->by[topic->n_by++] = table;
    else
        topic->total = table;
}

/* Insertion, so that the latest wave comes first whatever the order of the release. */
static void place_earlier(struct wrd_topic *topic, const struct wrd_seen_table *table)
{
    size_t i = topic->n_earlier++;
    for (; i > 0 && topic->earlier[i - 1]->wave < table->wave; i--)
        topic->earlier[i] = topic->earlier[i - 1];
    topic->earlier[i] = table;
}

static void collect_topics(struct wrd_plan *plan)
{
    const size_t n = wrd_release_tables(plan->release);
    plan->topics = wrd_arena_take_array(plan->arena, n, sizeof *plan->topics);
    for (size_t i = 0; i < n; i++) {
        const struct wrd_seen_table *table = wrd_release_table(plan->release, i);
        if (table->wave != plan->wave_index)
            continue;
        if (!find(plan, table))
            new_topic(plan, table);
        place_now(find(plan, table), table);
    }
    for (size_t i = 0; i < n; i++) {
        const struct wrd_seen_table *table = wrd_release_table(plan->release, i);
        struct wrd_topic *topic = find(plan, table);
        if (table->wave != plan->wave_index && !table->by && topic)
            place_earlier(topic, table);
    }
}

static bool same_row(const struct wrd_row *a, const struct wrd_row *b)
{
    return a->statistic == b->statistic && strcmp(a->code, b->code) == 0;
}

static void add_rows(struct wrd_topic *topic, const struct wrd_seen_table *table)
{
    for (size_t i = 0; table && i < table->n_rows; i++) {
        size_t known = 0;
        while (known < topic->n_rows && !same_row(topic->rows[known], table->rows[i]))
            known++;
        if (known == topic->n_rows)
            topic->rows[topic->n_rows++] = table->rows[i];
    }
}

static void collect_rows(struct wrd_plan *plan, struct wrd_topic *topic)
{
    size_t room = topic->total ? topic->total->n_rows : 0;
    for (size_t i = 0; i < topic->n_earlier; i++)
        room += topic->earlier[i]->n_rows;
    topic->rows = wrd_arena_take_array(plan->arena, room, sizeof *topic->rows);
    add_rows(topic, topic->total);
    for (size_t i = 0; i < topic->n_earlier; i++)
        add_rows(topic, topic->earlier[i]);
}

struct wrd_plan *wrd_plan_new(struct wrd_arena *arena, const struct wrd_release *release)
{
    struct wrd_plan *plan = wrd_arena_take(arena, sizeof *plan);
    plan->arena = arena;
    plan->release = release;
    plan->study = wrd_release_study(release);
    plan->codebook = wrd_release_codebook(release);
    plan->wave_index = wrd_release_wave(release);
    plan->wave = &plan->study->waves[plan->wave_index];
    collect_topics(plan);
    for (size_t i = 0; i < plan->n_topics; i++)
        collect_rows(plan, &plan->topics[i]);
    plan->headlines = wrd_headlines_of(arena, release);
    return plan;
}

const struct wrd_topic *wrd_plan_topic(const struct wrd_plan *plan, size_t source, const char *name)
{
    for (size_t i = 0; i < plan->n_topics; i++)
        if (plan->topics[i].source == source && strcmp(plan->topics[i].outcome->name, name) == 0)
            return &plan->topics[i];
    return NULL;
}

const struct wrd_seen *wrd_seen_of(const struct wrd_seen_table *table, size_t group,
                                   const struct wrd_row *row)
{
    for (size_t i = 0; i < table->n_rows; i++)
        if (same_row(table->rows[i], row))
            return wrd_seen_cell(table, group, i);
    return NULL;
}

const struct wrd_row *wrd_seen_row(const struct wrd_seen_table *table, enum wrd_statistic statistic)
{
    for (size_t i = 0; i < table->n_rows; i++)
        if (table->rows[i]->statistic == statistic)
            return table->rows[i];
    return NULL;
}

bool wrd_seen_n(const struct wrd_seen_table *table, size_t group, uint64_t *n)
{
    for (size_t i = 0; i < table->n_rows; i++) {
        const struct wrd_seen *cell = wrd_seen_cell(table, group, i);
        if (cell->has_n && cell->state != WRD_HIDDEN &&
            table->rows[i]->statistic != WRD_STAT_DONT_KNOW) {
            *n = cell->n;
            return true;
        }
    }
    return false;
}

/* The change of a row, NULL where it has none. */
static const struct wrd_seen *change_at(const struct wrd_seen_table *table, size_t row)
{
    if (!table->changes || !wrd_change_name(table->rows[row]->statistic))
        return NULL;
    return &table->changes[row].cell;
}

bool wrd_seen_has_state(const struct wrd_seen_table *table, enum wrd_state state)
{
    for (size_t row = 0; row < table->n_rows; row++)
        if (change_at(table, row) && change_at(table, row)->state == state)
            return true;
    for (size_t i = 0; i < table->n_groups * table->n_rows; i++)
        if (table->cells[i].state == state)
            return true;
    return false;
}

bool wrd_seen_has_flag(const struct wrd_seen_table *table, char flag)
{
    for (size_t row = 0; row < table->n_rows; row++)
        if (change_at(table, row) && change_at(table, row)->flag == flag)
            return true;
    for (size_t i = 0; i < table->n_groups * table->n_rows; i++)
        if (table->cells[i].flag == flag)
            return true;
    return false;
}

bool wrd_seen_differs(const struct wrd_seen_table *table)
{
    for (size_t i = 0; i < table->n_groups * table->n_rows; i++)
        if (table->cells[i].differs != 0)
            return true;
    return false;
}

bool wrd_plan_count(const struct wrd_plan *plan, size_t source, const char *check, uint64_t *count)
{
    for (size_t i = 0; i < wrd_release_quality_rows(plan->release); i++) {
        const struct wrd_seen_quality *seen = wrd_release_quality(plan->release, i);
        if (!seen->masked && strcmp(seen->row.wave, plan->wave->name) == 0 &&
            strcmp(seen->row.source, plan->study->sources[source].id) == 0 &&
            strcmp(seen->row.check, check) == 0 && *seen->row.variable == '\0') {
            *count = seen->row.count;
            return true;
        }
    }
    return false;
}

const struct wrd_seen_response *wrd_plan_response(const struct wrd_plan *plan, size_t source)
{
    for (size_t i = 0; i < wrd_release_responses(plan->release); i++) {
        const struct wrd_seen_response *response = wrd_release_response(plan->release, i);
        if (response->wave == plan->wave_index && response->source == source)
            return response;
    }
    return NULL;
}
