/* units.c - see units.h. */
#include "weight/units.h"

#include <stdlib.h>
#include <string.h>

#include "core/hash.h"

/* A respondent on the way to a unit.  `key` is the same for those of one cluster. */
struct member {
    uint32_t stratum;
    uint64_t key, id;
    size_t i;
};
struct unit {
    uint32_t stratum;
    uint64_t holds; /* what its respondents answered */
    uint64_t id;
    bool counts;     /* somebody in it has weight */
    size_t first, n; /* members */
};

/* splitmix64 of Steele, Lea and Flood (2014): every bit of the input moves every bit. */
static uint64_t mixed(uint64_t x)
{
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

static uint64_t mixed_in(uint64_t so_far, const struct wrd_column *column, size_t i)
{
    if (column->c8 || column->c16)
        so_far = mixed(so_far ^ wrd_column_code(column, i));
    if (column->units)
        so_far = mixed(so_far ^ (uint64_t)column->units[i]);
    return so_far;
}

/* All that the file says of a respondent in closed answers, and the weight; the base weight too, for
 * of two base weights trimming may make one weight. */
static uint64_t answers_of(const struct wrd_codebook *book, const struct wrd_frame *frame, size_t i)
{
    uint64_t all = mixed(frame->weight ? (uint64_t)frame->weight[i] : 1);
    for (size_t v = 0; v < book->n_variables; v++) {
        const struct wrd_column *column = &frame->columns[v];
        if (!wrd_variable_of(&book->variables[v], frame->source))
            continue;
        all = mixed_in(mixed(all ^ v), column, i);
        for (size_t o = 0; o < column->n_options; o++)
            all = mixed_in(mixed(all ^ o), &column->options[o], i);
    }
    return all;
}

/* The cluster a respondent names: a key within its stratum, and an id.  A code says nothing outside its
 * list, so it is no id. */
static void find_cluster(const struct wrd_column *cluster, size_t i, struct member *member)
{
    if (cluster->id)
        member->key = member->id = cluster->id[i];
    else if (wrd_column_code(cluster, i) < cluster->n_codes)
        member->key = (uint64_t)wrd_column_code(cluster, i) + 1;
}

static int by_cluster(const void *a, const void *b)
{
    const struct member *x = a, *y = b;
    if (x->stratum != y->stratum)
        return x->stratum < y->stratum ? -1 : 1;
    return (x->key > y->key) - (x->key < y->key);
}

static int by_holdings(const void *a, const void *b)
{
    const struct unit *x = a, *y = b;
    if (x->stratum != y->stratum)
        return x->stratum < y->stratum ? -1 : 1;
    return (x->holds > y->holds) - (x->holds < y->holds);
}

static struct member *members_of(const struct wrd_frame *frame, const struct wrd_column *cluster)
{
    struct member *members = wrd_alloc(frame->n, sizeof *members);
    for (size_t i = 0; i < frame->n; i++) {
        members[i].i = i;
        members[i].stratum = frame->design.stratum ? frame->design.stratum[i] : 0;
        if (cluster)
            find_cluster(cluster, i, &members[i]);
        else if (frame->id)
            members[i].id = frame->id[i];
        /* Without one, alone: a key that no hash is likely to be. */
        if (members[i].key == 0)
            members[i].key = mixed(~(uint64_t)i);
    }
    qsort(members, frame->n, sizeof *members, by_cluster);
    return members;
}

/* The hashes of the respondents are added, so their order does not matter. */
static size_t units_of(const struct wrd_codebook *book, const struct wrd_frame *frame,
                       const struct member *members, struct unit *units)
{
    size_t n = 0;
    for (size_t m = 0; m < frame->n; m++) {
        const struct member *member = &members[m];
        if (m == 0 || by_cluster(&members[m - 1], member) != 0)
            units[n++] = (struct unit){ .stratum = member->stratum, .id = member->id, .first = m };
        struct unit *unit = &units[n - 1];
        unit->holds += answers_of(book, frame, member->i);
        unit->counts |= !frame->weight || frame->weight[member->i] > 0;
        unit->n++;
    }
    qsort(units, n, sizeof *units, by_holdings);
    return n;
}

/* An id is within its stratum, so it is the same PSU in another wave only in the same stratum; two
 * PSUs of one id in two strata would else be taken for each other.  Strata have their own names here,
 * none is merged yet. */
static void name_within_strata(const struct wrd_frame *frame, struct unit *units, size_t n)
{
    for (size_t u = 0; u < n; u++) {
        const char *name = frame->design.stratum_name[units[u].stratum];
        if (units[u].id != 0)
            units[u].id = mixed(units[u].id ^ wrd_id_hash(name, strlen(name)));
    }
}

static void keep_units(struct wrd_arena *arena, const struct member *members,
                       const struct unit *units, size_t n, struct wrd_frame *frame)
{
    uint32_t *psu = wrd_arena_take_array(arena, frame->n, sizeof *psu);
    uint32_t *stratum = wrd_arena_take_array(arena, n, sizeof *stratum);
    uint64_t *id = wrd_arena_take_array(arena, n, sizeof *id);
    for (size_t u = 0; u < n; u++) {
        for (size_t m = units[u].first; m < units[u].first + units[u].n; m++)
            psu[members[m].i] = (uint32_t)u;
        stratum[u] = units[u].counts ? units[u].stratum : WRD_NO_STRATUM;
        id[u] = units[u].id;
    }
    frame->design.psu = psu;
    frame->design.n_psu = n;
    frame->design.psu_stratum = stratum;
    frame->design.psu_id = id;
}

/* NULL with *status WRD_OK: there are no clusters. */
static const struct wrd_column *cluster_of(const struct wrd_source *source,
                                           const struct wrd_codebook *book,
                                           const struct wrd_frame *frame, struct wrd_diag *diag,
                                           enum wrd_status *status)
{
    const char *name = source->design.cluster;
    *status = WRD_OK;
    if (!name)
        return NULL;
    int at = wrd_codebook_variable_of(book, name, frame->source);
    const struct wrd_column *column = at < 0 ? NULL : &frame->columns[at];
    if (column && (column->id || column->c8 || column->c16))
        return column;
    struct wrd_place place = source->design.place;
    place.variable = name;
    wrd_say(diag, WRD_E0440, place, name, source->id);
    *status = WRD_EINPUT;
    return NULL;
}

enum wrd_status wrd_units(struct wrd_arena *arena, const struct wrd_study *study,
                          const struct wrd_codebook *book, struct wrd_frame *frame,
                          struct wrd_diag *diag)
{
    const struct wrd_source *source = &study->sources[frame->source];
    enum wrd_status status;
    const struct wrd_column *cluster = cluster_of(source, book, frame, diag, &status);
    /* Replicates are made in the order of the units, so it must not be that of the file. */
    if (status != WRD_OK || frame->n == 0 || (!cluster && source->design.variance == WRD_TAYLOR))
        return status;
    struct member *members = members_of(frame, cluster);
    struct unit *units = wrd_alloc(frame->n, sizeof *units);
    const size_t n = units_of(book, frame, members, units);
    if (cluster)
        name_within_strata(frame, units, n);
    keep_units(arena, members, units, n, frame);
    free(members);
    free(units);
    return WRD_OK;
}
