/* tests/reference/parts/carpentries.c - the survey after the training of The Carpentries. */
#include "question.h"

#include <stddef.h>

enum { ROWS = 967 };

/* As init names them. */
static const char *carpentries_name(const char *theirs)
{
    static const char *const names[][2] = {
        { "InformationReasonableTime", "informationreasonabletime" },
        { "AtmosphereWelcoming", "atmospherewelcoming" },
        { "LearnedSkills", "learnedskills" },
        { "Material", "material" },
        { "Recommend", "recommend" },
        { "Worth", "worth" },
        { "TrainersClearAnswers", "trainersclearanswers" },
        { "TrainersConsiderate", "trainersconsiderate" },
        { "TrainersCommunicators", "trainerscommunicators" },
        { "TrainersEnthusiastic", "trainersenthusiastic" },
        { "LiveCodingPostAbility", "livecodingpostability" },
        { "WebsitePostAbility", "websitepostability" },
        { "ConceptMapsPostAbility", "conceptmapspostability" },
        { "MCQPostAbility", "mcqpostability" },
        { "LearningObjectivesPostAbility", "learningobjectivespostability" },
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is(theirs, names[i][0]))
            return names[i][1];
    return NULL;
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

/* A scale has the name that init gives the list of its items. */
static const char *carpentries_scale(const char *theirs)
{
    return is(theirs, "agree6") ? "agree5" : is(theirs, "trainers4") ? "often5" : "extent5";
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
    if (is(block, "item") && carpentries_name(level) && is_plain_figure(quantity)) {
        q.variable = carpentries_name(level);
        return item(q, quantity, "");
    }
    if (is(block, "alpha") && (is(quantity, "mean") || is(quantity, "sd"))) {
        if (!is(name, "ability5")) /* there nobody left an item out */
            return reliability_question(reference, row, carpentries_scale(name),
                                        carpentries_name(level));
        q.variable = "extent5";
        return scale(q, quantity);
    }
    if (is(block, "nps"))
        return not_compared("a net promoter score: not built");
    if (is(block, "trend"))
        return not_compared("years out of one file: a wave is a file of its own");
    if (is_reliability(block, group, quantity))
        return reliability_question(reference, row, carpentries_scale(name),
                                    carpentries_name(level));
    return not_compared("an unweighted test of a scale: ours is linearised (METHOD 7.10)");
}
