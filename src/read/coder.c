/* read/coder.c - from a text in a cell to an answer of a list; see read/coder.h. */
#include "read/coder.h"

#include <stdlib.h>
#include <string.h>

#include "core/limits.h"
#include "core/number.h"
#include "core/text.h"
#include "read/textmap.h"

enum { ONE = 128, MAX_SEEN = WRD_LIMIT(4096, 8), LONGEST_NUMBER = 4 };

struct wrd_coder {
    bool labels;
    bool numbered; /* a label of the list begins with its own code */
    const struct wrd_survey *survey;
    const struct wrd_variable *variable;
    struct wrd_textmap texts; /* codes as they are, labels folded */
    struct wrd_textmap seen;  /* texts as they stand in the file, so that each is folded once */
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

static uint32_t find_folded(const struct wrd_coder *coder, const char *text, size_t len)
{
    struct wrd_arena *scratch = wrd_arena_new();
    const char *folded = wrd_text_fold(scratch, text, len);
    const uint32_t *code = wrd_textmap_find(&coder->texts, folded, strlen(folded));
    wrd_arena_free(scratch);
    return code ? *code : WRD_CODE_UNKNOWN;
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
            uint32_t taken = find_folded(&alone, label, strlen(label));
            for (size_t k = 0; k < i; k++)
                if (code_of(&list->values[k]) == taken) {
                    say_clash(list, &list->values[i], &list->values[k], diag);
                    break;
                }
            clashes++;
        }
    wrd_textmap_clear(&alone.texts);
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

/* Digits at the start, of a number that may be a code; 0: there is none. */
static size_t number_length(const char *text, size_t len)
{
    size_t n = 0;
    while (n < len && text[n] >= '0' && text[n] <= '9')
        n++;
    return n <= LONGEST_NUMBER ? n : 0;
}

static bool is_numbered(const struct wrd_list *list)
{
    for (size_t i = 0; i < list->n_values; i++)
        for (int lang = 0; lang < WRD_LANGS; lang++) {
            const char *label = list->values[i].label[lang];
            size_t digits = number_length(label, strlen(label));
            if (digits && wrd_text_is(label, digits, list->values[i].code))
                return true;
        }
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
    coder->survey = survey;
    coder->variable = variable;
    coder->numbered = survey->labels && is_numbered(variable->list);
    put_was_codes(coder, survey, variable);
    put_list(coder, variable->list);
    fill_one(coder);
    return coder;
}

static bool is_mark(char c)
{
    return c && strchr("-(:=.", c);
}

/* What stands behind the number and a mark in `5 - very important`, folded text that ends in NUL; NULL:
 * it is no word.  "2 - 4 hours", "2-4" and "2 hours" are not the end of a scale. */
static const char *words_behind(const char *text)
{
    const char *rest = text + strspn(text, " ");
    bool apart = rest > text || *rest == '(' || *rest == ':' || *rest == '=' || rest[0] == '.';
    if (!apart || !is_mark(*rest))
        return NULL;
    bool in_brackets = *rest == '(';
    bool tight = !in_brackets && rest[1] != ' ';
    rest += 1 + strspn(rest + 1, " ");
    return *rest && !strchr("0123456789", *rest) && !(tight && rest[-1] == '.') ? rest : NULL;
}

/* Whether words are the label of an answer other than `code`. */
static bool is_label_of_another(const struct wrd_coder *coder, struct wrd_arena *scratch,
                                const char *words, uint32_t code)
{
    size_t len = strlen(words);
    if (len && words[len - 1] == ')')
        len--;
    const struct wrd_list *list = coder->variable->list;
    for (size_t i = 0; i < list->n_values; i++)
        for (int lang = 0; lang < WRD_LANGS; lang++) {
            const char *label = list->values[i].label[lang];
            const char *folded = wrd_text_fold(scratch, label, strlen(label));
            if (code_of(&list->values[i]) != code && wrd_text_is(words, len, folded))
                return true;
        }
    return false;
}

static unsigned find_number(const struct wrd_coder *coder, const char *text, size_t len)
{
    size_t digits = number_length(text, len);
    const struct wrd_value *value =
        digits ? wrd_list_value(coder->variable->list, text, digits) : NULL;
    if (!value)
        return WRD_CODE_UNKNOWN;
    if (digits == len)
        return coder->numbered ? code_of(value) : WRD_CODE_UNKNOWN;
    struct wrd_arena *scratch = wrd_arena_new();
    const char *words = words_behind(wrd_text_fold(scratch, text, len) + digits);
    bool is_end = words && !is_label_of_another(coder, scratch, words, code_of(value));
    wrd_arena_free(scratch);
    return is_end ? code_of(value) : WRD_CODE_UNKNOWN;
}

static unsigned find_text(const struct wrd_coder *coder, const char *text, size_t len)
{
    uint32_t code;
    if (coder->labels) {
        code = find_folded(coder, text, len);
    } else {
        const uint32_t *known = wrd_textmap_find(&coder->texts, text, len);
        code = known ? *known : WRD_CODE_UNKNOWN;
    }
    return code == WRD_CODE_UNKNOWN ? find_number(coder, text, len) : code;
}

/* Codes are found as fast as what was seen before. */
unsigned wrd_coder_find(struct wrd_coder *coder, const char *text, size_t len)
{
    if (!coder->labels && len == 1 && (unsigned char)*text < ONE)
        return coder->one[(unsigned char)*text];
    if (!coder->labels) {
        const uint32_t *known = wrd_textmap_find(&coder->texts, text, len);
        if (known)
            return *known;
    }
    const uint32_t *seen = wrd_textmap_find(&coder->seen, text, len);
    if (seen)
        return *seen;
    unsigned code = find_text(coder, text, len);
    if (code != WRD_CODE_UNKNOWN && coder->seen.n < MAX_SEEN)
        wrd_textmap_put(&coder->seen, text, len, code);
    return code;
}

static size_t count_of(const char *text, const char *separators)
{
    size_t n = 0;
    for (; *text; text++)
        n += strchr(separators, *text) != NULL;
    return n;
}

size_t wrd_coder_inside(const struct wrd_coder *coder, const char *separators)
{
    const struct wrd_list *list = coder->variable->list;
    const struct wrd_wave_row *row;
    size_t most = 0, n;
    for (size_t from = 0; (row = wrd_wave_row_next(coder->survey, coder->variable, &from)) != NULL;)
        if ((n = count_of(row->was_code, separators)) > most)
            most = n;
    for (size_t i = 0; i < list->n_values && coder->labels; i++)
        for (int lang = 0; lang < WRD_LANGS; lang++)
            if ((n = count_of(list->values[i].label[lang], separators)) > most)
                most = n;
    return most;
}

void wrd_coder_free(struct wrd_coder *coder)
{
    if (!coder)
        return;
    wrd_textmap_clear(&coder->texts);
    wrd_textmap_clear(&coder->seen);
    free(coder);
}
