/* tests/tools/example_town.h - who there is in the made-up town: its organisations, their
 * volunteers, and who of them answered in which wave.
 *
 * The register holds 300 organisations, of the sizes that population.csv says.  Some four in ten send
 * the survey on to their volunteers, so a file holds volunteers of about a hundred organisations:
 * that is what a cluster is here.  An organisation and a volunteer stay who they are from wave to
 * wave.  Large organisations answer more often than small ones: that is what weighting mends.
 *
 * Draws     lasting: of a respondent, the same in every wave; of_now: of a respondent in this wave;
 *           of_organisation: of an organisation, the same for it and for all of its volunteers. */
#ifndef TOOLS_EXAMPLE_TOWN_H
#define TOOLS_EXAMPLE_TOWN_H

#include "tools/rng.h"
#include "tools/survey.h"

enum { SEED = 9999, ORGANISATIONS = 300, NO_ORGANISATION = -1 };
enum { RETURN_PERCENT = 35 }; /* of the volunteers who answer, who answered before */
enum { RETURNING = 240 };     /* how much likelier an organisation is that answered before */

/* Who answered, in the order of the file: a volunteer by number, an organisation by its own. */
static struct town {
    int wave; /* 0 is 2024 */
    bool organisations;
    int n, respondent[MAX_PEOPLE], organisation[MAX_PEOPLE]; /* the latter: whose volunteer */
    int n_before[2], before[2][MAX_PEOPLE]; /* of the wave before: volunteers, organisations */
    int n_volunteers;                       /* ever */
} town;

static inline uint64_t town_name(const char *what)
{
    uint64_t name = 0;
    for (const char *c = what; *c; c++)
        name = name * 131 + (unsigned char)*c;
    return name;
}

static inline uint64_t respondent_draw(int wave, int respondent, const char *what, int k)
{
    return rng_draw((uint64_t)(SEED + 10 * wave + town.organisations), (uint64_t)respondent,
                    town_name(what), (uint64_t)k);
}

static inline uint64_t of_now(int who, const char *what, int k)
{
    return respondent_draw(town.wave, town.respondent[who], what, k);
}

static inline uint64_t lasting(int who, const char *what, int k)
{
    return respondent_draw(-1, town.respondent[who], what, k);
}

static inline uint64_t of_organisation(int organisation, const char *what)
{
    return rng_draw(SEED + 7, (uint64_t)organisation, town_name(what), 0);
}

/* ---- organisations ---- */

/* Index in the list size3; as many of each as population.csv says, 112, 121 and 67. */
static inline int organisation_size(int organisation)
{
    int place = organisation * 7 % ORGANISATIONS;
    return place < 112 ? 0 : place < 233 ? 1 : 2;
}

static inline bool sends_survey_on(int organisation)
{
    return rng_below(of_organisation(organisation, "sends on"), 100) < 42;
}

/* How many volunteers an organisation reaches, beside the others: uneven, as it is. */
static inline int organisation_reach(int organisation)
{
    static const int most[] = { 30, 60, 90 };
    int luck = rng_below(of_organisation(organisation, "reach"), 1000);
    if (!sends_survey_on(organisation))
        return 0;
    return 10 + most[organisation_size(organisation)] * luck / 1000 * luck / 1000;
}

static inline int organisation_of_volunteer(int volunteer)
{
    int reach[ORGANISATIONS];
    if (rng_below(respondent_draw(-1, volunteer, "none", 0), 100) < 4)
        return NO_ORGANISATION;
    for (int o = 0; o < ORGANISATIONS; o++)
        reach[o] = organisation_reach(o);
    return rng_pick(respondent_draw(-1, volunteer, "organisation", 0), reach, ORGANISATIONS);
}

/* ---- who answers ---- */

struct candidate {
    int respondent;
    int64_t order;
};

static inline int candidate_compare(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return (x->respondent > y->respondent) - (x->respondent < y->respondent);
}

static inline bool answered_before(int respondent)
{
    for (int i = 0; i < town.n_before[town.organisations]; i++)
        if (town.before[town.organisations][i] == respondent)
            return true;
    return false;
}

static inline int64_t chance_order(int respondent, const char *what)
{
    return rng_below(respondent_draw(town.wave, respondent, what, 0), 1 << 30);
}

/* The first `n` of the register, the most willing in front. */
static inline void organisations_answer(int n)
{
    static const int large_is_willing[] = { 0, 60, 200 };
    struct candidate all[ORGANISATIONS];
    for (int o = 0; o < ORGANISATIONS; o++) {
        int willing = large_is_willing[organisation_size(o)] + 120 * sends_survey_on(o) +
                      RETURNING * answered_before(o);
        all[o] = (struct candidate){ o, (chance_order(o, "answers") >> 20) - willing };
    }
    qsort(all, ORGANISATIONS, sizeof *all, candidate_compare);
    for (int i = 0; i < n; i++)
        town.respondent[i] = all[i].respondent;
}

/* Some of those of the wave before, by lot, and people who are new. */
static inline void volunteers_answer(int n)
{
    struct candidate before[MAX_PEOPLE];
    int n_before = town.n_before[false], again = n * RETURN_PERCENT / 100;
    for (int i = 0; i < n_before; i++)
        before[i] = (struct candidate){ town.before[false][i],
                                        chance_order(town.before[false][i], "again") };
    qsort(before, (size_t)n_before, sizeof *before, candidate_compare);
    for (int i = 0; i < n; i++)
        town.respondent[i] = i < again && i < n_before ? before[i].respondent : town.n_volunteers++;
}

/* Waves in the order of time; `n` answer, in an order of chance. */
static inline void town_answers(int wave, bool organisations, int n)
{
    struct candidate all[MAX_PEOPLE];
    town.wave = wave;
    town.organisations = organisations;
    town.n = n;
    if (organisations)
        organisations_answer(n);
    else
        volunteers_answer(n);
    for (int i = 0; i < n; i++)
        all[i] =
            (struct candidate){ town.respondent[i], chance_order(town.respondent[i], "sent in") };
    qsort(all, (size_t)n, sizeof *all, candidate_compare);
    for (int i = 0; i < n; i++) {
        int respondent = all[i].respondent;
        town.before[organisations][i] = town.respondent[i] = respondent;
        town.organisation[i] = organisations ? respondent : organisation_of_volunteer(respondent);
    }
    town.n_before[organisations] = n;
}

#endif
