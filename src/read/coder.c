/* read/coder.c - from a text in a cell to an answer of a list; see read/coder.h. */
#include "read/coder.h"

#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "read/textmap.h"

enum { ONE = 128, MAX_SEEN = 4096 };

struct wrd_coder {
    bool labels;
    struct wrd_textmap texts; /* codes as they are, labels folded */
    struct wrd_textmap seen;  /* labels as they stand in the file, so that each is folded once */
    uint32_t one[ONE];        /* codes of one byte need no hash */
};

static uint32_t code_of(const struct wrd_value *value)
{
    return value->answer >= 0 ? (uint32_t)value->answer : WRD_CODE_REASON + (uint32_t)value->reason;
}

static bool put(struct wrd_coder *coder, const char *text, size_t len, uint32_t code)
{
    if (len == 0)
        return true;
    if (!coder->labels)
        return wrd_textmap_put(&coder->texts, text, len, code);
    struct wrd_arena *scratch = wrd_arena_new();
    const char *folded = wrd_text_fold(scratch, text, len);
    bool is_new = wrd_textmap_put(&coder->texts, folded, strlen(folded), code);
    const uint32_t *has = wrd_textmap_find(&coder->texts, folded, strlen(folded));
    bool agrees = is_new || *has == code;
    wrd_arena_free(scratch);
    return agrees;
}

static void put_was_codes(struct wrd_coder *coder, const struct wrd_survey *survey,
                          const struct wrd_variable *variable)
{
    const struct wrd_wave_row *row;
    const char *text;
    size_t len;
    for (size_t from = 0; (row = wrd_wave_row_next(survey, variable, &from)) != NULL;) {
        const struct wrd_value *value =
            wrd_list_value(variable->list, row->code, strlen(row->code));
        for (const char *rest = row->was_code; value && wrd_was_code_next(&rest, &text, &len);)
            put(coder, text, len, code_of(value));
    }
}

/* Of this wave's own texts there may be several; a label of today that one of them already took is
 * meant by the wave, so the clash is looked for among the labels alone. */
static void say_clash(const struct wrd_list *list, const struct wrd_value *value,
                      const struct wrd_value *other, struct wrd_diag *diag)
{
    wrd_say(diag, WRD_E0217, value->place, list->name, other->code, value->code);
}

static bool labels_differ(const struct wrd_list *list, struct wrd_diag *diag)
{
    struct wrd_coder alone = { .labels = true };
    size_t clashes = 0;
    for (size_t i = 0; i < list->n_values; i++)
        for (int lang = 0; lang < WRD_LANGS; lang++) {
            const char *label = list->values[i].label[lang];
            if (put(&alone, label, strlen(label), code_of(&list->values[i])))
                continue;
            uint32_t taken = wrd_coder_find(&alone, label, strlen(label));
            for (size_t k = 0; k < i; k++)
                if (code_of(&list->values[k]) == taken) {
                    say_clash(list, &list->values[i], &list->values[k], diag);
                    break;
                }
            clashes++;
        }
    wrd_textmap_clear(&alone.texts);
    wrd_textmap_clear(&alone.seen);
    return clashes == 0;
}

static void put_list(struct wrd_coder *coder, const struct wrd_list *list)
{
    for (size_t i = 0; i < list->n_values; i++) {
        const struct wrd_value *value = &list->values[i];
        if (!coder->labels) {
            put(coder, value->code, strlen(value->code), code_of(value));
            continue;
        }
        for (int lang = 0; lang < WRD_LANGS; lang++)
            put(coder, value->label[lang], strlen(value->label[lang]), code_of(value));
    }
}

static void fill_one(struct wrd_coder *coder)
{
    for (int byte = 0; byte < ONE; byte++) {
        const char text[] = { (char)byte, '\0' };
        const uint32_t *code = wrd_textmap_find(&coder->texts, text, 1);
        coder->one[byte] = !coder->labels && code ? *code : WRD_CODE_UNKNOWN;
    }
}

static bool is_short_enough(const struct wrd_list *list, struct wrd_diag *diag)
{
    if (list->n_answers <= WRD_MAX_ANSWERS)
        return true;
    struct wrd_arena *scratch = wrd_arena_new();
    wrd_say(diag, WRD_E0218, list->place, list->name, wrd_count_text(scratch, list->n_answers));
    wrd_arena_free(scratch);
    return false;
}

struct wrd_coder *wrd_coder_new(const struct wrd_survey *survey,
                                const struct wrd_variable *variable, struct wrd_diag *diag)
{
    if (!is_short_enough(variable->list, diag) ||
        (survey->labels && !labels_differ(variable->list, diag)))
        return NULL;
    struct wrd_coder *coder = wrd_alloc(1, sizeof *coder);
    coder->labels = survey->labels;
    put_was_codes(coder, survey, variable);
    put_list(coder, variable->list);
    fill_one(coder);
    return coder;
}

static uint32_t find_folded(const struct wrd_coder *coder, const char *text, size_t len)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const char *folded = wrd_text_fold(scratch, text, len);
    const uint32_t *code = wrd_textmap_find(&coder->texts, folded, strlen(folded));
    wrd_arena_free(scratch);
    return code ? *code : WRD_CODE_UNKNOWN;
}

static unsigned find_label(struct wrd_coder *coder, const char *text, size_t len)
{
    const uint32_t *seen = wrd_textmap_find(&coder->seen, text, len);
    if (seen)
        return *seen;
    uint32_t code = find_folded(coder, text, len);
    if (code != WRD_CODE_UNKNOWN && coder->seen.n < MAX_SEEN)
        wrd_textmap_put(&coder->seen, text, len, code);
    return code;
}

unsigned wrd_coder_find(struct wrd_coder *coder, const char *text, size_t len)
{
    if (coder->labels)
        return find_label(coder, text, len);
    if (len == 1 && (unsigned char)*text < ONE)
        return coder->one[(unsigned char)*text];
    const uint32_t *code = wrd_textmap_find(&coder->texts, text, len);
    return code ? *code : WRD_CODE_UNKNOWN;
}

void wrd_coder_free(struct wrd_coder *coder)
{
    if (!coder)
        return;
    wrd_textmap_clear(&coder->texts);
    wrd_textmap_clear(&coder->seen);
    free(coder);
}
