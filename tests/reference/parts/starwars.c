/* tests/reference/parts/starwars.c - the survey about films: an export of SurveyMonkey, 2014.
 *
 * The reference names columns of the file by their number, from 1, and answers by their label. */
#include "question.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 1186, FIRST_FILM = 4, FIRST_RANK = 10, FIRST_FIGURE = 16, SHOT = 30, INCOME = 36 };

static const char *const columns[] = {
    [2] = "seen",    [3] = "fan",       [4] = "films",         [5] = "films",
    [6] = "films",   [7] = "films",     [8] = "films",         [9] = "films",
    [10] = "rank1",  [11] = "rank2",    [12] = "rank3",        [13] = "rank4",
    [14] = "rank5",  [15] = "rank6",    [16] = "han",          [17] = "luke",
    [18] = "leia",   [19] = "anakin",   [20] = "obi_wan",      [21] = "palpatine",
    [22] = "vader",  [23] = "lando",    [24] = "boba_fett",    [25] = "c3po",
    [26] = "r2d2",   [27] = "jar_jar",  [28] = "padme",        [29] = "yoda",
    [30] = "shot",   [31] = "universe", [32] = "universe_fan", [33] = "trek",
    [34] = "gender", [35] = "age",      [36] = NULL,           [37] = "education",
    [38] = "region",
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
static const char *const films[] = { "ep1", "ep2", "ep3", "ep4", "ep5", "ep6" };
static const char *const labels[][2] = {
    { "Yes", "yes" },
    { "No", "no" },
    { "Very unfavorably", "1" },
    { "Somewhat unfavorably", "2" },
    { "Neither favorably nor unfavorably (neutral)", "3" },
    { "Somewhat favorably", "4" },
    { "Very favorably", "5" },
    { "Han", "han" },
    { "Greedo", "greedo" },
    { "I don't understand this question", "unclear" },
    { "Female", "f" },
    { "Male", "m" },
    { "18-29", "18" },
    { "30-44", "30" },
    { "45-60", "45" },
    { "> 60", "61" },
    { "Less than high school degree", "less" },
    { "High school degree", "high" },
    { "Some college or Associate degree", "some" },
    { "Bachelor degree", "bachelor" },
    { "Graduate degree", "graduate" },
    { "East North Central", "enc" },
    { "East South Central", "esc" },
    { "Middle Atlantic", "mid" },
    { "Mountain", "mou" },
    { "New England", "new" },
    { "Pacific", "pac" },
    { "South Atlantic", "sat" },
    { "West North Central", "wnc" },
    { "West South Central", "wsc" },
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
    static const struct {
        int from;
        const char *code;
    } firsts[] = { { 2, "yes" }, { 10, "1" },  { 16, "" },     { 30, "han" }, { 31, "yes" },
                   { 34, "f" },  { 35, "18" }, { 37, "less" }, { 38, "enc" } };
    const char *code = "";
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
        if (column >= firsts[i].from)
            code = firsts[i].code;
    return code;
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
    q.variable = "films";
    q.statistic = "mentions";
    if (is(name, "seen_any_of_6")) {
        q.code = "ep1";
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
    q.group_code = "f";
    q.group_b = "m";
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
