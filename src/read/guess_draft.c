/* read/guess_draft.c - from what the columns are to variables with a role, a name and a scale. */
#include <ctype.h>
#include <string.h>

#include "core/number.h"
#include "read/guess_parts.h"

enum {
    MOST_GROUPS = 8, /* answers of a group of which only the code is known */
    LEAST_ITEMS = 3  /* of a scale */
};

/* ---- roles ---- */

/* A bare code such as G01Q03 says nothing; questions that stand alone and have few answers are most
 * often about the person. */
static bool is_bare_code(const struct wrd_export_column *head)
{
    bool digit = false;

    for (const char *at = head->column; *at; at++) {
        if (islower((unsigned char)*at) || *at == ' ')
            return false;
        digit |= isdigit((unsigned char)*at) != 0;
    }
    return digit && !*head->question;
}

/* M V X, E H M: codes of a register, not answers to a question. */
static bool are_letters(const struct wrd_guessed *column)
{
    if (strchr(column->column->head->name, ' ') || *column->column->head->question)
        return false;
    return column->column->most_len <= 2 && column->column->whole == 0;
}

static unsigned roles_of(const struct wrd_guessed *column, size_t n_answers)
{
    const struct wrd_export_column *head = column->column->head;
    const bool grid = column->n_beside > 1;

    switch (column->type) {
    case WRD_TYPE_ID:
        return wrd_words_about(column->words, WRD_ABOUT_ORGANISATION) ||
                       (wrd_is_number_of_somebody(column->column) && !column->column->many &&
                        column->column->filled >= 2 * column->column->n)
                   ? WRD_ROLE_PSU
                   : 0;
    case WRD_TYPE_TEXT:
        return WRD_ROLE_OPEN;
    case WRD_TYPE_SINGLE:
        if (!grid && n_answers <= WRD_MOST_ANSWERS &&
            wrd_words_about(column->words, WRD_ABOUT_BACKGROUND))
            return WRD_ROLE_GROUP;
        return !grid && (is_bare_code(head) || are_letters(column)) && n_answers <= MOST_GROUPS
                   ? WRD_ROLE_GROUP
                   : WRD_ROLE_OUTCOME;
    case WRD_TYPE_NUMBER:
        return wrd_words_about(column->words, WRD_ABOUT_DESIGN) ? 0 : WRD_ROLE_OUTCOME;
    case WRD_TYPE_MULTIPLE:
        return WRD_ROLE_OUTCOME;
    case WRD_TYPE_DATE:
    case WRD_TYPE_WEIGHT:
    case WRD_TYPES:
        break;
    }
    return 0;
}

/* ---- the draft ---- */

/* `G05Q01[*]`, `Question [*]`: the columns of a multiple question. */
static const char *pattern_of(struct wrd_guessing *g, const char *header)
{
    const char *open = strrchr(header, '[');

    return wrd_arena_format(g->arena, "%.*s[*]", (int)(open - header), header);
}

static int scale_of(struct wrd_guessing *g, const struct wrd_guessed *column)
{
    const struct wrd_guessed *first = &g->columns[column->first];
    const char *label = wrd_guess_line(g->arena, first->column->head->question);
    size_t alike = 0;

    if (column->list < 0 || !g->draft->lists[column->list].ordered ||
        column->type != WRD_TYPE_SINGLE)
        return -1;
    for (size_t i = column->first; i < column->first + column->n_beside; i++)
        alike += g->columns[i].list == column->list;
    if (alike < LEAST_ITEMS || alike < column->n_beside)
        return -1;
    const char *stem = first->column->head->column;
    const char *name = wrd_guess_slug(g->arena, wrd_arena_text(g->arena, stem, strcspn(stem, "[")));
    for (size_t i = 0; i < g->draft->n_scales; i++)
        if (strcmp(g->draft->scales[i].name, name) == 0)
            return (int)i;
    if (!*name)
        return -1;
    g->draft->scales[g->draft->n_scales] = (struct wrd_draft_scale){ name, *label ? label : name };
    return (int)g->draft->n_scales++;
}

static void add_variable(struct wrd_guessing *g, struct wrd_guessed *column)
{
    struct wrd_draft_variable *variable = &g->draft->variables[g->draft->n_variables];
    const char *header = column->column->head->column;

    if (column->ticked)
        column->list = wrd_guess_options(g, column->first);
    const size_t n_answers = column->list < 0 ? 0 : g->draft->lists[column->list].n;
    *variable = (struct wrd_draft_variable){
        .name = wrd_guess_name(g, column),
        .column = column->ticked ? pattern_of(g, header) : header,
        .label = wrd_guess_label(g, column),
        .type = column->type,
        .list = column->list,
        .scale = scale_of(g, column),
        .separator = column->separator,
        .roles = roles_of(column, n_answers),
        .sure = column->sure,
    };
    column->variable = (int)g->draft->n_variables++;
}

static void add_variables(struct wrd_guessing *g)
{
    for (size_t i = 0; i < g->n; i++) {
        struct wrd_guessed *column = &g->columns[i];
        struct wrd_draft_column *into = &g->draft->columns[i];
        if (column->skipped == WRD_SKIPPED_NOT) {
            if (column->ticked && i > column->first && g->columns[column->first].variable >= 0)
                column->variable = g->columns[column->first].variable;
            else
                add_variable(g, column);
        }
        *into = (struct wrd_draft_column){ column->column->head->column, column->skipped,
                                           column->variable };
    }
}

/* Several answers in a cell are options of one list. */
static void list_several(struct wrd_guessing *g)
{
    for (size_t i = 0; i < g->n; i++) {
        struct wrd_guessed *column = &g->columns[i];
        if (column->skipped != WRD_SKIPPED_NOT || !column->separator)
            continue;
        struct wrd_draft_list *list = &g->draft->lists[g->draft->n_lists];
        *list =
            (struct wrd_draft_list){ .name = wrd_guess_list_name(g, wrd_guess_name(g, column)) };
        list->values = wrd_arena_take_array(g->arena, column->n_answers, sizeof *list->values);
        for (size_t k = 0; k < column->n_answers; k++)
            list->values[list->n++] =
                (struct wrd_draft_value){ .code = wrd_count_text(g->arena, k + 1),
                                          .label = column->answers[k].text,
                                          .reason = WRD_NO_REASON };
        column->list = (int)g->draft->n_lists++;
    }
}

void wrd_guess_draft(struct wrd_guessing *g)
{
    list_several(g);
    add_variables(g);
}
