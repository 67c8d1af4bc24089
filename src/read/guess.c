/* read/guess.c - what a column seems to be; see read/guess.h. */
#include "read/guess.h"

#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "read/guess_parts.h"

enum {
    MOST_OPTIONS = 40, /* of one with several answers in a cell */
    LONGEST_ANSWER = 150,
    LEAST_TIMES = 3,  /* an answer that is offered is given so often, on average */
    LEAST_DIGITS = 4, /* of a number that names somebody */
    MANY = 20,
    MOST_CLASSES = 5,
};

static bool is_whole(const struct wrd_profile_column *column)
{
    return column->filled > 0 && column->whole == column->filled;
}

static bool is_numeric(const struct wrd_profile_column *column)
{
    return column->filled > 0 && column->whole + column->point + column->comma == column->filled;
}

static int64_t largest(const struct wrd_guessed *column)
{
    int64_t most = 0, number;

    for (size_t i = 0; i < column->n_answers; i++)
        if (wrd_integer_read(column->answers[i].text, strlen(column->answers[i].text), &number) &&
            number > most)
            most = number;
    return most;
}

/* ---- one answer of a multiple question a column ---- */

static bool is_tick(const char *folded, bool *off)
{
    static const char *const on[] = { "y", "yes", "ja", "1", "x", "true", "waar", NULL };
    static const char *const no[] = {
        "n", "no", "nee", "0", "not selected", "false", "niet geselecteerd", "onwaar", NULL
    };

    for (const char *const *word = on; *word; word++)
        if (strcmp(folded, *word) == 0)
            return true;
    for (const char *const *word = no; *word; word++)
        if (strcmp(folded, *word) == 0)
            return *off = true;
    return false;
}

/* Nothing but ticks, or the label of the answer itself. */
static bool is_ticks(struct wrd_guessing *g, const struct wrd_guessed *column)
{
    const struct wrd_profile_column *of = column->column;
    bool off = false;

    if (of->many || of->n > 2)
        return false;
    for (size_t i = 0; i < of->n; i++) {
        const char *text = of->values[i].text, *option = of->head->option;
        const char *folded = wrd_text_fold(g->arena, text, strlen(text));
        bool own = of->n == 1 && *option &&
                   strcmp(folded, wrd_text_fold(g->arena, option, strlen(option))) == 0;
        if (!own && !is_tick(folded, &off))
            return false;
    }
    return true;
}

/* The remark beside an option, Q5_3_TEXT. */
static bool is_beside_option(const struct wrd_guessed *column)
{
    const char *name = column->column->head->column;
    const size_t len = strlen(name);

    return len > 5 && strcmp(name + len - 5, "_TEXT") == 0;
}

/* Qualtrics has the label in a cell, or 1: without brackets "yes" and "no" are answers themselves. */
static bool is_option(struct wrd_guessing *g, const struct wrd_guessed *column)
{
    const struct wrd_export_column *head = column->column->head;

    if (strchr(head->column, '['))
        return is_ticks(g, column);
    return g->profile->head.preset == WRD_EXPORT_QUALTRICS && *head->option &&
           head->column[wrd_guess_stem(head->column)] == '_' && column->column->n <= 1 &&
           is_ticks(g, column);
}

/* Whether one pattern, `stem[*]` or `stem_*`, finds the option as it finds the first: they differ
 * between their last brackets, or behind the stem, alone. */
static bool shares_pattern(const struct wrd_guessed *first, const struct wrd_guessed *option)
{
    const char *of_first = first->column->head->column, *name = option->column->head->column;
    const char *open = strrchr(of_first, '['), *from = strrchr(name, '[');
    const size_t stem = wrd_guess_stem(of_first);

    if (!open || !from)
        return !open && !from && strncmp(name, of_first, stem + 1) == 0 && name[stem + 1] != '\0';
    return from - name == open - of_first &&
           strncmp(name, of_first, (size_t)(open - of_first)) == 0 &&
           strchr(from, ']') == name + strlen(name) - 1 && from[1] != ']';
}

static bool share_a_pattern(const struct wrd_guessed *columns, size_t n)
{
    const struct wrd_guessed *first = NULL;

    for (size_t i = 0; i < n; i++) {
        if (is_beside_option(&columns[i]))
            continue;
        first = first ? first : &columns[i];
        if (!shares_pattern(first, &columns[i]))
            return false;
    }
    return first != NULL;
}

static void find_multiples(struct wrd_guessing *g)
{
    for (size_t first = 0; first < g->n; first += g->columns[first].n_beside) {
        const size_t n = g->columns[first].n_beside;
        size_t options = 0, others = 0, filled = 0;
        for (size_t i = first; i < first + n; i++) {
            if (is_beside_option(&g->columns[i]))
                continue;
            if (is_option(g, &g->columns[i]))
                options++;
            else
                others++;
            filled += g->columns[i].column->filled > 0;
        }
        if (options < 2 || others > 0 || filled == 0 || !share_a_pattern(&g->columns[first], n))
            continue;
        for (size_t i = first; i < first + n; i++) {
            if (is_beside_option(&g->columns[i]))
                continue;
            g->columns[i].ticked = true;
            g->columns[i].type = WRD_TYPE_MULTIPLE;
            g->columns[i].sure = WRD_SURE_QUITE;
        }
    }
}

/* ---- several answers in one cell ---- */

static bool has_piece(const struct wrd_guessed *column, const char *text, size_t len)
{
    for (size_t i = 0; i < column->n_answers; i++)
        if (wrd_text_is(text, len, column->answers[i].text))
            return true;
    return false;
}

/* The pieces of all cells, when they are few and return. */
static bool split_cells(struct wrd_guessing *g, struct wrd_guessed *column, char separator)
{
    const struct wrd_profile_column *of = column->column;
    uint64_t pieces = 0;

    column->n_answers = 0;
    column->answers = wrd_arena_take_array(g->arena, MOST_OPTIONS + 1, sizeof *column->answers);
    for (size_t i = 0; i < of->n; i++)
        for (const char *at = of->values[i].text; *at;) {
            const char *piece = at;
            size_t len = strcspn(at, (const char[]){ separator, '\0' });
            at += len + (at[len] != '\0');
            wrd_text_trim(&piece, &len);
            if (len == 0)
                continue;
            pieces += of->values[i].count;
            if (has_piece(column, piece, len))
                continue;
            if (column->n_answers == MOST_OPTIONS)
                return false;
            column->answers[column->n_answers++] =
                (struct wrd_profile_value){ wrd_arena_text(g->arena, piece, len), 1 };
        }
    return pieces > of->filled + of->filled / 10 && column->n_answers > 1 &&
           pieces >= LEAST_TIMES * column->n_answers && column->n_answers < of->n;
}

static bool is_several(struct wrd_guessing *g, struct wrd_guessed *column)
{
    if (column->column->many)
        return false;
    for (const char *separator = ";|,"; *separator; separator++) {
        struct wrd_guessed tried = *column;
        if (!split_cells(g, &tried, *separator))
            continue;
        *column = tried;
        column->separator = *separator;
        return true;
    }
    return false;
}

/* ---- what a column is ---- */

bool wrd_is_number_of_somebody(const struct wrd_profile_column *column)
{
    return is_whole(column) && column->least_len == column->most_len &&
           column->most_len >= LEAST_DIGITS && (column->many || column->n > MANY);
}

static bool is_id(const struct wrd_guessed *column)
{
    const struct wrd_profile_column *of = column->column;

    return (wrd_words_about(column->words, WRD_ABOUT_ID) && of->most_len <= 40) ||
           wrd_is_number_of_somebody(of);
}

static bool is_closed(const struct wrd_guessed *column)
{
    const struct wrd_profile_column *of = column->column;

    return !of->many && column->n_answers > 0 && column->n_answers <= WRD_MOST_ANSWERS &&
           of->most_len <= LONGEST_ANSWER && of->filled >= LEAST_TIMES * column->n_answers;
}

/* What people write themselves are sentences. */
static bool are_sentences(const struct wrd_guessed *column)
{
    size_t n = 0;

    for (size_t i = 0; i < column->n_answers; i++) {
        const char *text = column->answers[i].text;
        const char last = text[strlen(text) - 1];
        n += strchr(text, ' ') && (last == '.' || last == '!' || last == '?');
    }
    return 2 * n > column->n_answers;
}

/* 1 2 3 for bands of hours: "how many" asks for a number, but three of them are classes. */
static bool are_classes(const struct wrd_guessed *column)
{
    int64_t number;

    for (size_t i = 0; i < column->n_answers; i++)
        if (!wrd_leading_number(column->answers[i].text, &number) || number != (int64_t)i + 1)
            return false;
    return column->n_answers <= MOST_CLASSES;
}

static void decide(struct wrd_guessed *column, enum wrd_type type, enum wrd_sure sure)
{
    column->type = type;
    column->sure = sure;
}

static void decide_number(struct wrd_guessing *g, struct wrd_guessed *column)
{
    const struct wrd_profile_column *of = column->column;

    wrd_guess_set(g, column);
    if (wrd_words_about(column->words, WRD_ABOUT_WEIGHT))
        decide(column, WRD_TYPE_WEIGHT, WRD_SURE_QUITE);
    else if (wrd_words_about(column->words, WRD_ABOUT_AREA) && is_closed(column))
        decide(column, WRD_TYPE_SINGLE, WRD_SURE_RATHER);
    else if (is_id(column))
        decide(column, WRD_TYPE_ID, WRD_SURE_RATHER);
    else if (is_whole(of) && column->kind == WRD_SET_NUMBERS && largest(column) < 10 &&
             (are_classes(column) || !wrd_words_about(column->words, WRD_ABOUT_NUMBER)))
        decide(column, WRD_TYPE_SINGLE, WRD_SURE_RATHER);
    else
        decide(column, WRD_TYPE_NUMBER, of->n > MANY ? WRD_SURE_QUITE : WRD_SURE_RATHER);
}

static void decide_words(struct wrd_guessing *g, struct wrd_guessed *column)
{
    wrd_guess_set(g, column);
    if (is_id(column))
        decide(column, WRD_TYPE_ID, WRD_SURE_RATHER);
    else if (column->kind == WRD_SET_KNOWN)
        decide(column, WRD_TYPE_SINGLE, WRD_SURE_QUITE);
    else if (column->kind == WRD_SET_NUMBERS || column->kind == WRD_SET_LED)
        decide(column, WRD_TYPE_SINGLE, WRD_SURE_RATHER);
    else if (is_several(g, column))
        decide(column, WRD_TYPE_MULTIPLE, WRD_SURE_NOT);
    else if (is_closed(column) && !are_sentences(column) &&
             !(wrd_words_about(column->words, WRD_ABOUT_REMARK) &&
               column->column->filled < LEAST_TIMES * WRD_MOST_ANSWERS))
        decide(column, WRD_TYPE_SINGLE, WRD_SURE_RATHER);
    else
        decide(column, WRD_TYPE_TEXT, WRD_SURE_RATHER);
}

static bool is_tool_id(const struct wrd_guessing *g, const struct wrd_guessed *column)
{
    return g->profile->head.preset != WRD_EXPORT_LIMESURVEY &&
           wrd_words_about(column->words, WRD_ABOUT_ID);
}

static bool stands_twice(const struct wrd_guessing *g, size_t i)
{
    const char *name = g->columns[i].column->head->column;

    for (size_t k = 0; k < g->n; k++)
        if (k != i && strcmp(g->columns[k].column->head->column, name) == 0)
            return true;
    return false;
}

static bool has_code(struct wrd_guessing *g, const struct wrd_guessed *column)
{
    return wrd_is_code(wrd_guess_option_name(g->arena, column->column->head->column));
}

/* Of an option that is ticked only the label would be written, and a code can stand in for it, where
 * its column has one to be found by. */
static bool is_refused(struct wrd_guessing *g, const struct wrd_guessed *column)
{
    const struct wrd_export_column *head = column->column->head;

    if (g->rules->refuses(g->rules->self, head->column) ||
        g->rules->refuses(g->rules->self, head->question))
        return true;
    if (column->ticked && has_code(g, column))
        return false;
    return g->rules->refuses(g->rules->self, head->name) ||
           g->rules->refuses(g->rules->self, head->option);
}

static enum wrd_skipped skipped(struct wrd_guessing *g, size_t i)
{
    const struct wrd_guessed *column = &g->columns[i];
    const struct wrd_export_column *head = column->column->head;

    if (head->kind == WRD_COLUMN_PERSONAL)
        return WRD_SKIPPED_PERSONAL;
    if (head->kind == WRD_COLUMN_SYSTEM && (column->ticked || !is_tool_id(g, column)))
        return WRD_SKIPPED_SYSTEM;
    if (!*head->column || wrd_is_formula(head->column) || stands_twice(g, i))
        return WRD_SKIPPED_NAME;
    if (column->ticked && wrd_guess_is_unfit(g, head->option) && !has_code(g, column))
        return WRD_SKIPPED_NAME;
    if (is_refused(g, column))
        return WRD_SKIPPED_MONEY;
    if (column->column->filled == 0 && !column->ticked)
        return WRD_SKIPPED_EMPTY;
    if (column->column->other_dates > 0 && 2 * column->column->other_dates > column->column->filled)
        return WRD_SKIPPED_DATE;
    return WRD_SKIPPED_NOT;
}

/* An answer that no codebook can hold: no list, then. */
static bool has_unfit(struct wrd_guessing *g, const struct wrd_guessed *column)
{
    const bool listed = column->type == WRD_TYPE_SINGLE || column->type == WRD_TYPE_MULTIPLE;

    for (size_t k = 0; listed && k < column->n_answers; k++)
        if (wrd_guess_is_unfit(g, column->answers[k].text))
            return true;
    return false;
}

static void judge(struct wrd_guessing *g, size_t i)
{
    struct wrd_guessed *column = &g->columns[i];
    const struct wrd_profile_column *of = column->column;

    column->skipped = skipped(g, i);
    if (column->skipped != WRD_SKIPPED_NOT || column->ticked)
        return;
    if (of->dates > 0 && of->dates * 10 >= of->filled * 9)
        decide(column, WRD_TYPE_DATE, WRD_SURE_QUITE);
    else if (is_numeric(of))
        decide_number(g, column);
    else
        decide_words(g, column);
    if (of->head->kind == WRD_COLUMN_SYSTEM && column->type != WRD_TYPE_ID)
        column->skipped = WRD_SKIPPED_SYSTEM;
    if (has_unfit(g, column))
        decide(column, WRD_TYPE_TEXT, WRD_SURE_NOT);
    for (size_t k = 0; column->type == WRD_TYPE_SINGLE && k < column->n_answers; k++)
        if (g->rules->refuses(g->rules->self, column->answers[k].text))
            column->skipped = WRD_SKIPPED_MONEY;
}

/* One item of a grid that looks like another type is of the type of the others. */
static void settle_grids(struct wrd_guessing *g)
{
    for (size_t i = 0; i < g->n; i++) {
        struct wrd_guessed *column = &g->columns[i];
        size_t closed = 0, money = 0;
        if (column->n_beside < 2 || column->ticked)
            continue;
        for (size_t k = column->first; k < column->first + column->n_beside; k++) {
            closed += g->columns[k].type == WRD_TYPE_SINGLE;
            money += g->columns[k].skipped == WRD_SKIPPED_MONEY;
        }
        if (money > 0 && column->skipped == WRD_SKIPPED_NOT)
            column->skipped = WRD_SKIPPED_MONEY; /* its list has a label that may not be written */
        else if (2 * closed > column->n_beside && column->type == WRD_TYPE_NUMBER &&
                 column->kind != WRD_SET_NONE)
            column->type = WRD_TYPE_SINGLE;
    }
}

/* ---- the export as a whole ---- */

/* Whether most closed answers are numbers: then the cells hold codes. */
static bool holds_labels(const struct wrd_guessing *g)
{
    size_t numbers = 0, others = 0;

    if (g->profile->head.labels)
        return true;
    for (size_t i = 0; i < g->n; i++) {
        const struct wrd_guessed *column = &g->columns[i];
        if (column->type != WRD_TYPE_SINGLE || column->ticked)
            continue;
        numbers += column->kind == WRD_SET_NUMBERS;
        others += column->kind != WRD_SET_NUMBERS;
        for (size_t k = 0; k < column->n_answers; k++)
            if (!wrd_is_code(column->answers[k].text))
                return true;
    }
    return numbers <= others;
}

static void judge_export(struct wrd_guessing *g)
{
    size_t dutch = 0, english = 0;
    uint64_t points = 0, commas = 0;

    for (size_t i = 0; i < g->n; i++) {
        const struct wrd_guessed *column = &g->columns[i];
        dutch += wrd_words_count(column->words, WRD_ABOUT_DUTCH);
        english += wrd_words_count(column->words, WRD_ABOUT_ENGLISH);
        for (size_t k = 0; column->type == WRD_TYPE_SINGLE && k < column->n_answers; k++) {
            const char *words = wrd_words_of(g->arena, column->answers[k].text);
            dutch += wrd_words_count(words, WRD_ABOUT_DUTCH);
            english += wrd_words_count(words, WRD_ABOUT_ENGLISH);
        }
        points += column->column->point;
        commas += column->column->comma;
    }
    g->draft->lang = english > dutch ? WRD_EN : WRD_NL;
    g->draft->decimal = points > commas ? '.' : ',';
    g->draft->labels = holds_labels(g);
    g->draft->export_preset = g->profile->head.preset_name;
}

static void open_columns(struct wrd_guessing *g)
{
    for (size_t i = 0; i < g->n; i++) {
        struct wrd_guessed *column = &g->columns[i];
        const struct wrd_export_column *head = &g->profile->head.columns[i];
        *column = (struct wrd_guessed){ .column = &g->profile->columns[i],
                                        .first = head->first,
                                        .known = WRD_KNOWN_NONE,
                                        .list = -1,
                                        .scale = -1,
                                        .variable = -1 };
        column->words = wrd_words_of(
            g->arena, wrd_arena_format(g->arena, "%s %s", head->name,
                                       *head->question ? head->question : head->column));
        g->columns[head->first].n_beside++;
    }
    for (size_t i = 0; i < g->n; i++)
        g->columns[i].n_beside = g->columns[g->columns[i].first].n_beside;
}

void wrd_guess(struct wrd_arena *arena, const struct wrd_export_profile *profile,
               const struct wrd_guess_rules *rules, struct wrd_draft *draft)
{
    const size_t n = profile->head.n_columns;
    struct wrd_guessing g = {
        .arena = arena, .profile = profile, .rules = rules, .n = n, .draft = draft
    };

    *draft = (struct wrd_draft){ .n_columns = n };
    draft->columns = wrd_arena_take_array(arena, n, sizeof *draft->columns);
    draft->variables = wrd_arena_take_array(arena, n, sizeof *draft->variables);
    draft->lists = wrd_arena_take_array(arena, n, sizeof *draft->lists);
    draft->scales = wrd_arena_take_array(arena, n, sizeof *draft->scales);
    g.columns = wrd_arena_take_array(arena, n, sizeof *g.columns);
    open_columns(&g);
    find_multiples(&g);
    for (size_t i = 0; i < n; i++)
        judge(&g, i);
    wrd_guess_batteries(&g);
    settle_grids(&g);
    judge_export(&g);
    wrd_guess_lists(&g);
    wrd_guess_draft(&g);
}
