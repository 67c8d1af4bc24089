/* read/guess_names.c - names and labels of what was guessed. */
#include <ctype.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "core/utf8_letters.h"
#include "core/utf8_letters.h"
#include "read/guess_parts.h"

enum { LONGEST_NAME = 40, LONGEST_STEM = 22 }; /* the name of a list has at most 32 */

const char *wrd_guess_slug(struct wrd_arena *arena, const char *text)
{
    const char *plain = wrd_text_plain(arena, text);
    char *slug = wrd_arena_take(arena, LONGEST_NAME + 1);
    size_t n = 0;

    for (; *plain && n < LONGEST_NAME; plain++) {
        const unsigned char c = (unsigned char)*plain;
        if (c < 0x80 && isalnum(c) && (n > 0 || isalpha(c)))
            slug[n++] = (char)tolower(c);
        else if (n > 0 && slug[n - 1] != '_')
            slug[n++] = '_';
    }
    while (n > 0 && slug[n - 1] == '_')
        slug[--n] = '\0';
    return slug;
}

static bool is_variable(const struct wrd_draft *draft, const char *name)
{
    for (size_t i = 0; i < draft->n_variables; i++)
        if (strcmp(draft->variables[i].name, name) == 0)
            return true;
    return false;
}

/* The code between the brackets when it says something: affSat1, and not SQ001. */
static const char *telling_code(struct wrd_arena *arena, const char *column)
{
    const char *open = strchr(column, '[');
    const char *inner = open ? wrd_arena_text(arena, open + 1, strcspn(open + 1, "]")) : "";

    for (size_t i = 0; inner[i]; i++)
        if (!isalnum((unsigned char)inner[i]))
            return "";
    return strncmp(inner, "SQ", 2) == 0 || strlen(inner) < 3 ? "" : inner;
}

const char *wrd_guess_name(struct wrd_guessing *g, const struct wrd_guessed *column)
{
    const char *header = column->column->head->column;
    const char *stem = wrd_arena_text(g->arena, header, strcspn(header, "["));
    const char *name = "";

    if (!column->ticked)
        name = wrd_guess_slug(g->arena, telling_code(g->arena, header));
    if (!*name && !column->ticked && strchr(stem, ' '))
        name = wrd_guess_slug(g->arena, column->column->head->option);
    if (!*name)
        name = wrd_guess_slug(
            g->arena,
            column->ticked ? wrd_arena_text(g->arena, header, wrd_guess_stem(header)) : header);
    if (!*name)
        name = wrd_arena_format(g->arena, "v%s",
                                wrd_count_text(g->arena, (uint64_t)(column - g->columns) + 1));
    const char *free_name = name;
    for (uint64_t i = 2; is_variable(g->draft, free_name); i++)
        free_name = wrd_arena_format(g->arena, "%s_%s", name, wrd_count_text(g->arena, i));
    return free_name;
}

bool wrd_guess_is_unfit(struct wrd_guessing *g, const char *text)
{
    return wrd_is_formula(text) || wrd_text_hidden(g->arena, text, strlen(text));
}

const char *wrd_guess_line(struct wrd_arena *arena, const char *text)
{
    char *line = wrd_arena_text(arena, text, strlen(text));
    char *to = line;

    for (const char *at = line, *next = line; *at; at = next) {
        wrd_letter_next(&next);
        const size_t size = (size_t)(next - at);
        if ((unsigned char)*at > ' ' && !wrd_text_hidden(arena, at, size))
            to = (char *)memmove(to, at, size) + size;
        else if (to > line && to[-1] != ' ')
            *to++ = ' ';
    }
    *to = '\0';
    return line + strspn(line, "=+@ ");
}

const char *wrd_guess_label(struct wrd_guessing *g, const struct wrd_guessed *column)
{
    const struct wrd_export_column *head = column->column->head;
    const char *label = head->question;

    if (!column->ticked && *head->option)
        label = head->option;
    if (!*label)
        label = head->name;
    label = wrd_guess_line(g->arena, label);
    return *label ? label : head->column;
}

static bool is_list(const struct wrd_draft *draft, const char *name)
{
    for (size_t i = 0; i < draft->n_lists; i++)
        if (strcmp(draft->lists[i].name, name) == 0)
            return true;
    return false;
}

const char *wrd_guess_list_name(struct wrd_guessing *g, const char *name)
{
    const bool telling = strpbrk(name, "0123456789") || strcmp(name, "yesno") == 0;
    const char *stem = wrd_arena_text(g->arena, name, strnlen(name, LONGEST_STEM));
    const char *free_name = wrd_arena_format(g->arena, "%s%s", stem, telling ? "" : "_list");

    name = *stem ? free_name : (free_name = "list");
    for (uint64_t i = 2; is_list(g->draft, free_name); i++)
        free_name = wrd_arena_format(g->arena, "%s_%s", name, wrd_count_text(g->arena, i));
    return free_name;
}
