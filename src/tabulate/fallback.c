/* fallback.c - see fallback.h. */
#include "tabulate/fallback.h"

#include <string.h>

#include "core/text.h"

static bool has_words(const struct wrd_list *list)
{
    for (size_t a = 0; a < list->n_answers; a++)
        if (list->answers[a]->fallback)
            return true;
    return false;
}

static bool belong_together(const struct wrd_value *a, const struct wrd_value *b, bool words)
{
    if (words)
        return a->fallback && b->fallback && strcmp(a->fallback, b->fallback) == 0;
    return a->side != WRD_SIDE_NONE && a->side == b->side;
}

static const char *joined_label(struct wrd_arena *arena, const struct wrd_list *list,
                                const struct wrd_class *class, enum wrd_lang lang)
{
    const char **texts = wrd_arena_take_array(arena, class->n_parts, sizeof *texts);
    size_t n = 0;
    for (size_t p = 0; p < class->n_parts; p++) {
        const char *label = list->answers[class->parts[p]]->label[lang];
        if (label[0])
            texts[n++] = label;
    }
    return wrd_text_join(arena, texts, n, " / ");
}

static const char *joined_code(struct wrd_arena *arena, const struct wrd_list *list,
                               const struct wrd_class *class)
{
    const char **codes = wrd_arena_take_array(arena, class->n_parts, sizeof *codes);
    for (size_t p = 0; p < class->n_parts; p++)
        codes[p] = list->answers[class->parts[p]]->code;
    return wrd_text_join(arena, codes, class->n_parts, "+");
}

static enum wrd_side common_side(const struct wrd_list *list, const struct wrd_class *class)
{
    enum wrd_side side = list->answers[class->parts[0]]->side;
    for (size_t p = 1; p < class->n_parts; p++)
        if (list->answers[class->parts[p]]->side != side)
            return WRD_SIDE_NONE;
    return side;
}

static void name_class(struct wrd_arena *arena, const struct wrd_list *list,
                       struct wrd_class *class)
{
    class->code = joined_code(arena, list, class);
    for (int lang = 0; lang < WRD_LANGS; lang++)
        class->label[lang] = joined_label(arena, list, class, lang);
    class->side = common_side(list, class);
}

enum joining { NEVER, BY_WORD, BY_SIDE };

static bool belongs(const struct wrd_list *list, size_t first, size_t a, enum joining joining)
{
    return a == first ||
           belong_together(list->answers[first], list->answers[a], joining == BY_WORD);
}

/* The answers from `first` on that belong to it, into `parts`; returns how many. */
static size_t take_parts(const struct wrd_list *list, size_t first, enum joining joining,
                         bool *taken, uint16_t *parts)
{
    size_t n = 0, end = joining == NEVER ? first + 1 : list->n_answers;
    for (size_t a = first; a < end; a++)
        if (!taken[a] && belongs(list, first, a, joining)) {
            taken[a] = true;
            parts[n++] = (uint16_t)a;
        }
    return n;
}

/* Every answer is a part of one class, so the parts of all fit in one array. */
static struct wrd_classes classes(struct wrd_arena *arena, const struct wrd_list *list,
                                  enum joining joining)
{
    struct wrd_classes found = { 0 };
    found.of = wrd_arena_take_array(arena, list->n_answers, sizeof *found.of);
    bool *taken = wrd_arena_take_array(arena, list->n_answers, sizeof *taken);
    uint16_t *parts = wrd_arena_take_array(arena, list->n_answers, sizeof *parts);
    for (size_t a = 0; a < list->n_answers; a++) {
        if (taken[a])
            continue;
        struct wrd_class *class = &found.of[found.n++];
        class->parts = parts;
        class->n_parts = take_parts(list, a, joining, taken, parts);
        parts += class->n_parts;
        name_class(arena, list, class);
    }
    return found;
}

struct wrd_classes wrd_fallback_classes(struct wrd_arena *arena, const struct wrd_list *list,
                                        bool sides)
{
    if (has_words(list))
        return classes(arena, list, BY_WORD);
    return classes(arena, list, sides ? BY_SIDE : NEVER);
}

struct wrd_classes wrd_single_classes(struct wrd_arena *arena, const struct wrd_list *list)
{
    return classes(arena, list, NEVER);
}
