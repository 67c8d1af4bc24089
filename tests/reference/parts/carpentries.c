/* tests/reference/parts/carpentries.c - the survey after the training of The Carpentries. */
#include "question.h"

#include <stddef.h>

enum { ROWS = 967 };

static const char *carpentries_name(const char *theirs)
{
    static const char *const names[][2] = {
        { "InformationReasonableTime", "information_reasonable_time" },
        { "AtmosphereWelcoming", "atmosphere_welcoming" },
        { "LearnedSkills", "learned_skills" },
        { "Material", "material" },
        { "Recommend", "recommend" },
        { "Worth", "worth" },
        { "TrainersClearAnswers", "trainers_clear_answers" },
        { "TrainersConsiderate", "trainers_considerate" },
        { "TrainersCommunicators", "trainers_communicators" },
        { "TrainersEnthusiastic", "trainers_enthusiastic" },
        { "LiveCodingPostAbility", "live_coding_post_ability" },
        { "WebsitePostAbility", "website_post_ability" },
        { "ConceptMapsPostAbility", "concept_maps_post_ability" },
        { "MCQPostAbility", "mcq_post_ability" },
        { "LearningObjectivesPostAbility", "learning_objectives_post_ability" },
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is(theirs, names[i][0]))
            return names[i][1];
    return NULL;
}

static bool is_plain_figure(const char *quantity)
{
    return is(quantity, "n") || is(quantity, "mean") || is(quantity, "sd");
}

static struct question item(struct question q, const char *quantity, const char *level)
{
    q.statistic = is(quantity, "sd") ? "sd" : "mean";
    q.column = is(quantity, "n") ? "n" : "estimate";
    if (is_plain_figure(quantity))
        return q;
    if (is(quantity, "n_missing")) {
        q.column = "n";
        q.factor = -1;
        q.offset = ROWS;
    } else if (is(quantity, "count")) { /* unweighted: the share times those who answered */
        q.statistic = "share";
        q.code = level;
        q.times = "n";
    } else if (is(quantity, "top2_pct")) {
        q.statistic = "top2";
        q.factor = 100;
    } else {
        return not_compared("a median of five answers: METHOD 7.13 is of numbers alone");
    }
    return q;
}

/* The reference has scores of 1-5, an index is 25 (x - 1). */
static struct question scale(struct question q, const char *quantity)
{
    q.statistic = is(quantity, "sd") ? "sd" : "index";
    q.column = "estimate";
    q.factor = 1.0 / 25;
    q.offset = is(quantity, "mean") ? 1 : 0;
    return q;
}

struct question carpentries_question(const struct sheet *reference, const struct sheet_row *row)
{
    const char *block = sheet_at(reference, row, "block");
    const char *group = sheet_at(reference, row, "group");
    const char *level = sheet_at(reference, row, "level");
    const char *quantity = sheet_at(reference, row, "quantity");
    const char *name = sheet_at(reference, row, "variable");
    struct question q = { .variable = carpentries_name(name),
                          .code = "",
                          .group_variable = "total",
                          .group_code = "total",
                          .factor = 1 };
    if (is(block, "shape") || is(block, "quality"))
        return not_compared("of the file: quality.csv has it, run.sh looks at what is there");
    if (is(block, "item") && q.variable)
        return item(q, quantity, level);
    if (is(block, "item") && is(group, "pairwise") && is_plain_figure(quantity)) {
        q.variable = carpentries_name(level);
        return item(q, quantity, "");
    }
    if (is(block, "item") && is_plain_figure(quantity))
        return not_compared(
            "of those who answered every item; ours is of all who answered this one");
    if (is(block, "alpha") && (is(quantity, "mean") || is(quantity, "sd"))) {
        if (!is(name, "ability5")) /* there nobody left an item out */
            return not_compared(
                "R averages whoever answered one item; our score asks for half of them");
        q.variable = "ability5";
        return scale(q, quantity);
    }
    if (is(block, "nps"))
        return not_compared("a net promoter score: not built");
    if (is(block, "trend"))
        return not_compared("years out of one file: a wave is a file of its own");
    if (is(block, "alpha") || is(block, "alpha_drop") || is(block, "omega") || is(block, "item"))
        return not_compared("reliability (METHODS 7.19-7.21): not built yet");
    return not_compared("an unweighted test of a scale: ours is linearised (METHOD 7.10)");
}
