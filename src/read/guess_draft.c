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

/* "Uw wijk" is where somebody lives, and what somebody thinks of it is an opinion; nor is a yes to
 * "Did you ever work in this sector?" a sector. */
static bool is_background(const struct wrd_guessed *column, size_t n_answers)
{
    if (n_answers > WRD_MOST_ANSWERS || wrd_words_about(column->words, WRD_ABOUT_REASON))
        return false;
    if (column->known == WRD_KNOWN_YESNO)
        return wrd_words_about(column->words, WRD_ABOUT_STATUS);
    if (column->known != WRD_KNOWN_NONE)
        return false;
    return wrd_words_about(column->words, WRD_ABOUT_BACKGROUND) ||
           wrd_words_about(column->words, WRD_ABOUT_STATUS);
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
        if (!grid && is_background(column, n_answers))
            return WRD_ROLE_GROUP;
        return !grid && (is_bare_code(head) || are_letters(column)) && n_answers <= MOST_GROUPS
                   ? WRD_ROLE_GROUP
                   : WRD_ROLE_OUTCOME;
    case WRD_TYPE_NUMBER:
        return wrd_words_about(column->words, WRD_ABOUT_DESIGN) ||
                       wrd_words_about(column->words, WRD_ABOUT_AREA)
                   ? 0
                   : WRD_ROLE_OUTCOME;
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

/* `G05Q01[*]`, `Question [*]`, `Q7_*`: the columns of a multiple question. */
static const char *pattern_of(struct wrd_guessing *g, const char *header)
{
    const char *open = strrchr(header, '[');

    if (!open)
        return wrd_arena_format(g->arena, "%.*s*", (int)wrd_guess_stem(header) + 1, header);
    return wrd_arena_format(g->arena, "%.*s[*]", (int)(open - header), header);
}

static bool is_scale(const struct wrd_draft *draft, const char *name)
{
    for (size_t i = 0; i < draft->n_scales; i++)
        if (strcmp(draft->scales[i].name, name) == 0)
            return true;
    return false;
}

/* After what the headers share; after the answers where they share nothing. */
static const char *scale_name(struct wrd_guessing *g, const struct wrd_guessed *first)
{
    const char *header = first->column->head->column;
    const size_t stem = wrd_guess_stem(header);
    const char *name = "";

    if (!first->battery || stem < strlen(header))
        name = wrd_guess_slug(g->arena, wrd_arena_text(g->arena, header, stem));
    if (!*name)
        name = g->draft->lists[first->list].name;
    const char *free_name = name;
    for (uint64_t i = 2; is_scale(g->draft, free_name); i++)
        free_name = wrd_arena_format(g->arena, "%s_%s", name, wrd_count_text(g->arena, i));
    return free_name;
}

static int scale_of(struct wrd_guessing *g, const struct wrd_guessed *column)
{
    struct wrd_guessed *first = &g->columns[column->first];
    const char *label =
        first->battery ? "" : wrd_guess_line(g->arena, first->column->head->question);
    size_t alike = 0;

    if (column->list < 0 || !g->draft->lists[column->list].ordered ||
        column->type != WRD_TYPE_SINGLE || wrd_words_about(first->words, WRD_ABOUT_RANK))
        return -1;
    for (size_t i = column->first; i < column->first + column->n_beside; i++)
        alike += g->columns[i].list == column->list;
    if (alike < LEAST_ITEMS || alike < column->n_beside)
        return -1;
    if (first->scale < 0) {
        const char *name = scale_name(g, first);
        g->draft->scales[g->draft->n_scales] =
            (struct wrd_draft_scale){ name, *label ? label : name };
        first->scale = (int)g->draft->n_scales++;
    }
    return first->scale;
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
