/* read/sav_known_list.c - the answers of a question, from the notes and the dictionary of an SPSS file.
 *
 * Codes, labels and what is missing stand in both, and there the file counts; sides, scores, words of
 * falling back and the other language are in the notes alone, and go with a label that is the same. */
#include <string.h>

#include "read/sav_notes.h"

enum { VALUE_LABEL_ROOM = 120, CUT = 8 /* bytes that half a character and spaces may have cost */ };

bool wrd_sav_same_label(struct wrd_arena *arena, const char *file, const char *book, size_t room)
{
    const char *cut = wrd_sav_label(arena, file, ""), *whole = wrd_sav_label(arena, book, "");
    const size_t len = strlen(cut);
    return strcmp(cut, whole) == 0 || (len + CUT >= room && strncmp(cut, whole, len) == 0);
}

const char *wrd_sav_noted_label(const char *const label[WRD_LANGS], enum wrd_lang lang)
{
    return *label[lang] ? label[lang] : label[lang == WRD_NL ? WRD_EN : WRD_NL];
}

struct comparing {
    struct wrd_arena *arena;
    enum wrd_lang lang;
    const struct wrd_list *noted;
    const struct wrd_sav_variable *of;
};

static const struct wrd_value *value_of(const struct comparing *c,
                                        const struct wrd_sav_value *value)
{
    const char *code = wrd_sav_code(c->arena, value);
    return code ? wrd_list_value(c->noted, code, strlen(code)) : NULL;
}

/* Whether a labelled value of the file says what the notes say of its code. */
static bool says_the_same(const struct comparing *c, const struct wrd_sav_value *label)
{
    const struct wrd_value *value = value_of(c, label);
    return value && wrd_sav_is_missing(c->of, label) == (value->reason != WRD_NO_REASON) &&
           wrd_sav_same_label(c->arena, label->label ? label->label : "",
                              wrd_sav_noted_label(value->label, c->lang), VALUE_LABEL_ROOM);
}

static bool is_labelled(const struct comparing *c, const struct wrd_value *value)
{
    for (size_t i = 0; i < c->of->n_labels; i++)
        if (value_of(c, &c->of->labels[i]) == value)
            return true;
    return false;
}

/* A missing code that did not fit in SPSS has no label there, and no answer. */
static bool is_the_same(const struct comparing *c)
{
    for (size_t i = 0; i < c->of->n_labels; i++)
        if (!says_the_same(c, &c->of->labels[i]))
            return false;
    for (size_t i = 0; i < c->noted->n_answers; i++)
        if (!is_labelled(c, c->noted->answers[i]))
            return false;
    for (size_t i = 1; i < c->of->n_answers && !c->of->is_text; i++)
        if (!value_of(c, &c->of->answers[i]))
            return false;
    return true;
}

/* What the notes add to a value that the file labels as they do. */
static void enrich(const struct comparing *c, struct wrd_value *value)
{
    const struct wrd_value *noted = wrd_list_value(c->noted, value->code, strlen(value->code));
    if (!noted || (noted->reason == WRD_NO_REASON) != (value->reason == WRD_NO_REASON) ||
        !wrd_sav_same_label(c->arena, value->label[c->lang],
                            wrd_sav_noted_label(noted->label, c->lang), VALUE_LABEL_ROOM))
        return;
    const int answer = value->answer;
    const struct wrd_place place = value->place;
    *value = *noted;
    value->answer = answer;
    value->place = place;
}

const struct wrd_list *wrd_sav_known_list(struct wrd_sav_making *m, enum wrd_lang lang,
                                          const struct wrd_list *noted,
                                          const struct wrd_sav_variable *of)
{
    const struct comparing c = { m->arena, lang, noted, of };
    if (is_the_same(&c))
        return noted;
    const size_t before = m->made->book->n_lists;
    const struct wrd_list *list = wrd_sav_list(m, of);
    if (!list || m->made->book->n_lists == before)
        return list; /* none, or one that is there already */
    struct wrd_list *own = &m->made->book->lists[before];
    for (size_t i = 0; i < own->n_values; i++)
        enrich(&c, &own->values[i]);
    return own;
}
