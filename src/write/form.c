/* write/form.c - see form.h. */
#include "write/form.h"

#include <string.h>

#include "model/words.h"

enum { PART = 3 }; /* characters of a column that name its part */

static size_t code_length(const struct wrd_variable *variable)
{
    return strcspn(variable->column, "[");
}

static bool is_item(const struct wrd_variable *variable)
{
    return variable->type == WRD_TYPE_SINGLE && strchr(variable->column, '[') != NULL;
}

static bool continues_grid(const struct wrd_variable *before, const struct wrd_variable *variable)
{
    const size_t len = code_length(variable);

    return is_item(before) && is_item(variable) && before->list == variable->list &&
           len == code_length(before) && strncmp(before->column, variable->column, len) == 0;
}

static bool continues_part(const struct wrd_variable *before, const struct wrd_variable *variable)
{
    return strncmp(before->column, variable->column, PART) == 0;
}

static void add(struct wrd_arena *arena, struct wrd_form *form, const struct wrd_variable **at,
                const struct wrd_variable *before, size_t room)
{
    struct wrd_form_part *part;

    if (!before || !continues_part(before, *at)) {
        part = &form->parts[form->n++];
        part->blocks = wrd_arena_take_array(arena, room, sizeof *part->blocks);
    }
    part = &form->parts[form->n - 1];
    if (part->n > 0 && continues_grid(before, *at))
        part->blocks[part->n - 1].n++;
    else
        part->blocks[part->n++] =
            (struct wrd_form_block){ at, 1, wrd_arena_text(arena, (*at)->column, code_length(*at)),
                                     is_item(*at) };
}

struct wrd_form wrd_form_make(struct wrd_arena *arena, const struct wrd_study *study,
                              const struct wrd_codebook *book, size_t source)
{
    struct wrd_form form = { .study = study, .source = source };
    const struct wrd_variable **asked =
        wrd_arena_take_array(arena, book->n_variables, sizeof *asked);
    size_t n = 0;

    for (size_t i = 0; i < book->n_variables; i++)
        if (wrd_variable_of(&book->variables[i], source))
            asked[n++] = &book->variables[i];
    form.parts = wrd_arena_take_array(arena, n, sizeof *form.parts);
    for (size_t i = 0; i < n; i++)
        add(arena, &form, &asked[i], i > 0 ? asked[i - 1] : NULL, n - i);
    return form;
}

const char *wrd_form_item_code(struct wrd_arena *arena, const struct wrd_variable *item)
{
    const char *open = strchr(item->column, '[');

    return open ? wrd_arena_text(arena, open + 1, strcspn(open + 1, "]")) : "";
}

const char *wrd_form_title(const struct wrd_form *form, enum wrd_lang lang)
{
    const bool of_volunteers = form->study->sources[form->source].respondents == WRD_VOLUNTEERS;

    return wrd_word(
        of_volunteers ? WRD_WORD_FORM_TITLE_VOLUNTEERS : WRD_WORD_FORM_TITLE_ORGANISATIONS, lang);
}
