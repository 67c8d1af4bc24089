/* tests/reference/parts/starwars.c - the survey about films: an export of SurveyMonkey, 2014.
 *
 * The reference names columns of the file by their number, from 1, and answers by their label. */
#include "question.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define FILMS "which_of_the_following_star_wars_films_h"

enum { ROWS = 1186, FIRST_FILM = 4, FIRST_RANK = 10, FIRST_FIGURE = 16, SHOT = 30, INCOME = 36 };

/* As init names them. */
static const char *const columns[] = {
    [2] = "have_you_seen_any_of_the_6_films_in_the",
    [3] = "do_you_consider_yourself_to_be_a_fan_of",
    [4] = FILMS,
    [5] = FILMS,
    [6] = FILMS,
    [7] = FILMS,
    [8] = FILMS,
    [9] = FILMS,
    [10] = "star_wars_episode_i_the_phantom_menace",
    [11] = "star_wars_episode_ii_attack_of_the_clone",
    [12] = "star_wars_episode_iii_revenge_of_the_sit",
    [13] = "star_wars_episode_iv_a_new_hope",
    [14] = "star_wars_episode_v_the_empire_strikes_b",
    [15] = "star_wars_episode_vi_return_of_the_jedi",
    [16] = "han_solo",
    [17] = "luke_skywalker",
    [18] = "princess_leia_organa",
    [19] = "anakin_skywalker",
    [20] = "obi_wan_kenobi",
    [21] = "emperor_palpatine",
    [22] = "darth_vader",
    [23] = "lando_calrissian",
    [24] = "boba_fett",
    [25] = "c_3p0",
    [26] = "r2_d2",
    [27] = "jar_jar_binks",
    [28] = "padme_amidala",
    [29] = "yoda",
    [30] = "which_character_shot_first",
    [31] = "are_you_familiar_with_the_expanded_unive",
    [32] = "do_you_consider_yourself_to_be_a_fan_of_2",
    [33] = "do_you_consider_yourself_to_be_a_fan_of_3",
    [34] = "gender",
    [35] = "age",
    [36] = NULL,
    [37] = "education",
    [38] = "location_census_region",
};
static const char *const figures[] = { "Han Solo",
                                       "Luke Skywalker",
                                       "Princess Leia Organa",
                                       "Anakin Skywalker",
                                       "Obi Wan Kenobi",
                                       "Emperor Palpatine",
                                       "Darth Vader",
                                       "Lando Calrissian",
                                       "Boba Fett",
                                       "C-3P0",
                                       "R2 D2",
                                       "Jar Jar Binks",
                                       "Padme Amidala",
                                       "Yoda" };
static const char *const films[] = { "1", "2", "3", "4", "5", "6" };
/* Numbered as init does: along a scale, else by the alphabet. */
static const char *const labels[][2] = {
    { "Yes", "1" },
    { "No", "2" },
    { "Very unfavorably", "1" },
    { "Somewhat unfavorably", "2" },
    { "Neither favorably nor unfavorably (neutral)", "3" },
    { "Somewhat favorably", "4" },
    { "Very favorably", "5" },
    { "Greedo", "1" },
    { "Han", "2" },
    { "I don't understand this question", "3" },
    { "Female", "1" },
    { "Male", "2" },
    { "18-29", "1" },
    { "30-44", "2" },
    { "45-60", "3" },
    { "> 60", "4" },
    { "Bachelor degree", "1" },
    { "Graduate degree", "2" },
    { "High school degree", "3" },
    { "Less than high school degree", "4" },
    { "Some college or Associate degree", "5" },
    { "East North Central", "1" },
    { "East South Central", "2" },
    { "Middle Atlantic", "3" },
    { "Mountain", "4" },
    { "New England", "5" },
    { "Pacific", "6" },
    { "South Atlantic", "7" },
    { "West North Central", "8" },
    { "West South Central", "9" },
};

/* A label that is its own code (1-6 of a rank) as it is. */
static const char *code_of(const char *label)
{
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (is(label, labels[i][0]))
            return labels[i][1];
    return label;
}

static bool is_film(int column)
{
    return column >= FIRST_FILM && column < FIRST_RANK;
}

static bool may_be_unfamiliar(int column)
{
    return column >= FIRST_FIGURE && column < SHOT;
}

/* Who did not answer: all but those with an answer; of the figures also those who do not know them,
 * who are in the base of `dont_know`. */
static struct question blank(struct question q, int column)
{
    q.factor = -1;
    q.offset = ROWS;
    q.statistic = may_be_unfamiliar(column) ? "dont_know" : "share";
    q.column = "n";
    if (may_be_unfamiliar(column) || !is_film(column))
        return q;
    q.statistic = "mentions"; /* a film is one column of the question */
    q.column = "estimate";
    q.times = "n";
    return q;
}

static struct question column_figure(struct question q, int column, const char *quantity,
                                     const char *level)
{
    q.code = is_film(column) ? films[column - FIRST_FILM] : code_of(level);
    if (is(quantity, "n_blank"))
        return blank(q, column);
    q.column = "estimate";
    q.times = "n";
    q.statistic = is_film(column) ? "mentions" : "share";
    if (is(level, "Unfamiliar (N/A)")) {
        q.statistic = "dont_know";
        q.code = "";
    }
    return q;
}

/* Any answer of the variable has the n of all. */
static const char *first_code(int column)
{
    return may_be_unfamiliar(column) ? "" : "1";
}

static struct question figure_figure(struct question q, const char *name, const char *quantity)
{
    size_t i = 0;
    while (i < sizeof figures / sizeof *figures && !is(name, figures[i]))
        i++;
    if (i == sizeof figures / sizeof *figures)
        return not_compared("an unknown figure");
    q.variable = columns[FIRST_FIGURE + i];
    q.statistic = is(quantity, "sd") ? "sd" : is(quantity, "n_unfamiliar") ? "dont_know" : "mean";
    q.column = is(quantity, "n") ? "n" : "estimate";
    q.times = is(quantity, "n_unfamiliar") ? "n" : NULL;
    return q;
}

static struct question film_figure(struct question q, const struct sheet *reference,
                                   const struct sheet_row *row)
{
    const char *name = sheet_at(reference, row, "variable");
    static const char *const numerals[] = { "I ", "II ", "III ", "IV ", "V ", "VI " };
    const char *numeral = strstr(name, "Episode ");
    q.variable = FILMS;
    q.statistic = "mentions";
    if (is(name, "seen_any_of_6")) {
        q.code = films[0];
        q.column = "n";
        return q;
    }
    if (!numeral)
        return not_compared("all six: the study asks no such figure");
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (strncmp(numeral + strlen("Episode "), numerals[i], strlen(numerals[i])) == 0)
            q.code = films[i];
    q.column = "estimate";
    q.factor = 100;
    return q;
}

static struct question crossed(struct question q, int column, const char *group, const char *level)
{
    static const char *const groups[][2] = { { "34=", "gender" }, { "35=", "age" } };
    q.variable = columns[column];
    q.code = code_of(level);
    q.statistic = "share";
    q.column = "estimate";
    q.times = "n";
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (strncmp(group, groups[i][0], strlen(groups[i][0])) == 0) {
            q.group_variable = groups[i][1];
            q.group_code = code_of(group + strlen(groups[i][0]));
        }
    return q;
}

/* Of Cliff's delta and Cramer's V the effect of ours is another form; where everybody weighs one they are the same. */
static struct question association(struct question q, const struct sheet *reference,
                                   const struct sheet_row *row)
{
    const char *quantity = sheet_at(reference, row, "quantity");
    const char *variable = sheet_at(reference, row, "variable");
    q.file = IN_TESTS;
    q.column = "effect";
    if (is(quantity, "cramers_v")) {
        q.statistic = "rao-scott";
        q.variable = columns[atoi(variable)];
        q.group_variable = columns[atoi(sheet_at(reference, row, "group"))];
        q.group_code = q.group_b = "";
        return q;
    }
    if (!is(quantity, "cliff_delta"))
        return not_compared("an unweighted test: ours are linearised (METHODS 7.9-7.11)");
    q = figure_figure(q, variable, "mean");
    q.statistic =
        "rank"; /* of the second group over the first, 0-1; theirs of the first, -1 to 1 */
    q.column = "effect";
    q.factor = -2;
    q.offset = 1;
    q.group_variable = "gender";
    q.group_code = "1"; /* Female, as init numbers the list */
    q.group_b = "2";
    return q;
}

struct question starwars_question(const struct sheet *reference, const struct sheet_row *row)
{
    const char *block = sheet_at(reference, row, "block");
    const char *level = sheet_at(reference, row, "level");
    const char *quantity = sheet_at(reference, row, "quantity");
    const char *variable = sheet_at(reference, row, "variable");
    const int column = atoi(variable);
    struct question q = {
        .code = "", .group_variable = "total", .group_code = "total", .factor = 1
    };
    if (is(block, "shape"))
        return not_compared("rows and columns of the file: quality.csv has them, run.sh looks");
    if (is(block, "col") && column == INCOME)
        return not_compared("incomes: no study of ours asks an amount");
    if (is(block, "fav"))
        return figure_figure(q, variable, quantity);
    if (is(block, "multi"))
        return film_figure(q, reference, row);
    if (is(block, "crosstab"))
        return crossed(q, column, sheet_at(reference, row, "group"), level);
    if (!is(block, "col") && !is(block, "rank"))
        return association(q, reference, row);
    q.variable = columns[column];
    if (is(block, "col")) {
        q = column_figure(q, column, quantity, level);
        if (is(q.column, "n"))
            q.code = first_code(column);
        return q;
    }
    q.statistic = "mean";
    q.column = is(quantity, "n") ? "n" : "estimate";
    return q;
}
