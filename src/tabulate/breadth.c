/* breadth.c - how many options of a multiple question were ticked.
 *
 * METHOD 7.30.  The base is who saw the question: a respondent of whom any option was read, ticked
 * or not. */
#include "tabulate/derived.h"

enum { TICKED = 1, ANSWERS = 2 };

bool wrd_option_is_offered(const struct wrd_column *option, size_t n)
{
    if (!option->c8 && !option->c16)
        return false;
    for (size_t i = 0; i < n; i++)
        if (wrd_column_code(option, i) < ANSWERS)
            return true;
    return false;
}

static uint16_t code_of(const struct wrd_list *list, const struct wrd_column *multiple, size_t i)
{
    bool saw = false;
    size_t ticked = 0, reason = WRD_REASON_SLOTS;
    for (size_t o = 0; o < multiple->n_options; o++) {
        const struct wrd_column *option = &multiple->options[o];
        if (!option->c8 && !option->c16)
            continue;
        size_t slot = wrd_column_slot(option, i);
        if (slot < ANSWERS) {
            saw = true;
            ticked += slot == TICKED && !list->answers[o]->exclusive;
        } else if (reason == WRD_REASON_SLOTS || reason == WRD_NOT_ASKED) {
            reason = slot - ANSWERS; /* an option of another wave says nothing of the question */
        }
    }
    return (uint16_t)(saw ? ticked : WRD_FIRST_REASON16 + reason);
}

struct wrd_column wrd_breadth_column(struct wrd_arena *arena, const struct wrd_list *list,
                                     const struct wrd_column *multiple, size_t n)
{
    size_t offered = 0;
    for (size_t o = 0; o < multiple->n_options; o++)
        offered += wrd_option_is_offered(&multiple->options[o], n) && !list->answers[o]->exclusive;

    int64_t *score = wrd_arena_take_array(arena, offered + 1, sizeof *score);
    for (size_t v = 0; v <= offered; v++)
        score[v] = (int64_t)v;
    struct wrd_column column = { .n_codes = offered + 1, .score = score };
    column.score_unit = offered > 0 ? (int64_t)offered : 1;
    column.c16 = wrd_arena_take_array(arena, n, sizeof *column.c16);
    for (size_t i = 0; i < n; i++)
        column.c16[i] = code_of(list, multiple, i);
    return column;
}
