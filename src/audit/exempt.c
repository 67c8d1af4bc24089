/* audit/exempt.c - see exempt.h. */
#include "audit/exempt.h"

#include <stdlib.h>
#include <string.h>

#include "model/money_allowed.h"
#include "model/money_lexicon.h"

enum { TEXTS_A_ROW = 4 };

struct gathering {
    struct wrd_arena *arena;
    const struct wrd_study *study;
    struct wrd_exempt exempt;
};

/* Every run of white space one blank: markup may have put more there. */
static char *even(struct wrd_arena *arena, const char *text)
{
    char *evened = wrd_arena_text(arena, text, strlen(text)), *to = evened;
    for (const char *at = evened; *at; at++)
        if (!strchr(" \t\r\n", *at))
            *to++ = *at;
        else if (to > evened && to[-1] != ' ')
            *to++ = ' ';
    *to = '\0';
    return evened;
}

static void add(struct gathering *gathering, const char *text)
{
    struct wrd_exempt *exempt = &gathering->exempt;
    if (text && *text)
        exempt->texts[exempt->n++] = even(gathering->arena, text);
}

static void add_labels(struct gathering *gathering, const char *const label[WRD_LANGS])
{
    for (enum wrd_lang lang = 0; lang < WRD_LANGS; lang++)
        add(gathering, label[lang]);
}

/* Every question that has the list, the scale, or is the one an indicator is of, is about an
 * arrangement; and there is one. */
static bool all_arranged(const struct wrd_codebook *book, const struct wrd_list *list, int scale,
                         const char *of, size_t of_len)
{
    bool any = false;
    for (size_t i = 0; i < book->n_variables; i++) {
        const struct wrd_variable *variable = &book->variables[i];
        const bool meant = list         ? variable->list == list
                           : scale >= 0 ? variable->scale == scale
                                        : strlen(variable->name) == of_len &&
                                              strncmp(variable->name, of, of_len) == 0;
        if (meant && !variable->money_topic)
            return false;
        any |= meant;
    }
    return any;
}

static size_t room_of(const struct wrd_study *study, const struct wrd_codebook *book)
{
    size_t room = book->n_variables + book->n_scales + book->n_indicators;
    for (size_t i = 0; i < book->n_lists; i++)
        room += book->lists[i].n_values;
    return 2 * TEXTS_A_ROW * (1 + room + study->n_allowed);
}

static int longest_first(const void *left, const void *right)
{
    const size_t a = strlen(*(const char *const *)left), b = strlen(*(const char *const *)right);
    return a < b ? 1 : a > b ? -1 : 0;
}

/* --- terms.allow: not the text itself, which could stand beside an amount elsewhere, but the label
 * that it is allowed in, when nothing else in that is about money */

static void add_allowed(struct gathering *all, const char *scope, const char *label)
{
    struct wrd_money_hit hit;
    const char *left = wrd_allowed_out(all->arena, all->study, scope, label, NULL);
    if (left && wrd_money_find(all->arena, left, false, &hit, 1) == 0)
        add(all, label);
}

static void add_allowed_labels(struct gathering *all, const char *scope,
                               const char *const label[WRD_LANGS])
{
    for (enum wrd_lang lang = 0; lang < WRD_LANGS; lang++)
        add_allowed(all, scope, label[lang]);
}

static void add_allowed_answers(struct gathering *all, const struct wrd_list *list)
{
    for (size_t i = 0; i < list->n_values; i++)
        add_allowed_labels(all, list->name, list->values[i].label);
}

/* With the account of them in manifest.json. */
static void add_all_allowed(struct gathering *all, const struct wrd_codebook *book)
{
    const struct wrd_study *study = all->study;
    for (size_t i = 0; i < study->n_allowed; i++) {
        add(all, wrd_arena_format(all->arena, "\"text\": \"%s\"", study->allowed[i].text));
        add(all, study->allowed[i].reason);
    }
    add_allowed(all, WRD_SCOPE_STUDY, study->id);
    add_allowed(all, WRD_SCOPE_STUDY, study->municipality_name);
    add_allowed_labels(all, WRD_SCOPE_STUDY, study->title);
    for (size_t i = 0; i < book->n_variables; i++) {
        add_allowed(all, book->variables[i].name, book->variables[i].name);
        add_allowed_labels(all, book->variables[i].name, book->variables[i].label);
    }
    for (size_t i = 0; i < book->n_lists; i++)
        add_allowed_answers(all, &book->lists[i]);
    for (size_t i = 0; i < book->n_scales; i++) {
        add_allowed(all, book->scales[i].name, book->scales[i].name);
        add_allowed_labels(all, book->scales[i].name, book->scales[i].label);
    }
    for (size_t i = 0; i < book->n_indicators; i++) {
        add_allowed(all, book->indicators[i].name, book->indicators[i].name);
        add_allowed_labels(all, book->indicators[i].name, book->indicators[i].label);
    }
}

struct wrd_exempt wrd_exempt_of(struct wrd_arena *arena, const struct wrd_study *study,
                                const struct wrd_codebook *book)
{
    struct gathering all = {
        arena, study, { wrd_arena_take_array(arena, room_of(study, book), sizeof(char *)), 0 }
    };
    for (size_t i = 0; i < book->n_variables; i++)
        if (book->variables[i].money_topic) {
            add(&all, book->variables[i].name);
            add(&all, book->variables[i].money_topic);
            add_labels(&all, book->variables[i].label);
        }
    for (size_t i = 0; i < book->n_lists; i++)
        if (all_arranged(book, &book->lists[i], -1, NULL, 0))
            for (size_t v = 0; v < book->lists[i].n_values; v++)
                add_labels(&all, book->lists[i].values[v].label);
    for (size_t i = 0; i < book->n_scales; i++)
        if (all_arranged(book, NULL, (int)i, NULL, 0)) {
            add(&all, book->scales[i].name);
            add_labels(&all, book->scales[i].label);
        }
    for (size_t i = 0; i < book->n_indicators; i++) {
        const char *of = book->indicators[i].of;
        if (all_arranged(book, NULL, wrd_codebook_scale(book, of), of, strcspn(of, "="))) {
            add(&all, book->indicators[i].name);
            add_labels(&all, book->indicators[i].label);
        }
    }
    if (study->n_allowed > 0)
        add_all_allowed(&all, book);
    if (all.exempt.n > 0)
        qsort(all.exempt.texts, all.exempt.n, sizeof *all.exempt.texts, longest_first);
    return all.exempt;
}

const char *wrd_exempt_out(struct wrd_arena *arena, const struct wrd_exempt *exempt,
                           const char *text)
{
    char *left = exempt->n > 0 ? even(arena, text) : NULL;
    bool any = false;
    for (size_t i = 0; i < exempt->n; i++) {
        const size_t len = strlen(exempt->texts[i]);
        for (char *at = left; (at = strstr(at, exempt->texts[i])) != NULL; any = true) {
            memset(at, ' ', len);
            *at = '|';
            at += len;
        }
    }
    return any ? left : text;
}
