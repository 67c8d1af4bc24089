/* read/codebook_cells.c - see codebook_cells.h. */
#include "read/codebook_cells.h"

#include <string.h>
#include <strings.h>

#include "core/number.h"
#include "core/suggest.h"
#include "core/text.h"
#include "model/words.h"

static struct wrd_diag *diag_of(const struct wrd_book_table *table)
{
    return table->reading->diag;
}

const char *wrd_cell_needed(const struct wrd_book_table *table, size_t row, const char *header)
{
    const char *text = wrd_book_cell(table, row, header);
    if (text[0] == '\0' && wrd_book_has(table, header)) /* a missing column was said */
        wrd_say(diag_of(table), WRD_E0312, wrd_book_place(table, row, header), header);
    return text;
}

const char *wrd_cell_name(const struct wrd_book_table *table, size_t row, const char *header)
{
    const char *text = wrd_book_cell(table, row, header);
    if (text[0] != '\0' && !wrd_is_name(text, 64))
        wrd_say(diag_of(table), WRD_E0313, wrd_book_place(table, row, header), text);
    return text;
}

const char *wrd_cell_code(const struct wrd_book_table *table, size_t row, const char *header)
{
    const char *text = wrd_book_cell(table, row, header);
    if (text[0] != '\0' && !wrd_is_code(text))
        wrd_say(diag_of(table), WRD_E0314, wrd_book_place(table, row, header), text);
    return text;
}

static void say_word(const struct wrd_book_table *table, size_t row, const char *header,
                     const char *word, const char *const *words, size_t n)
{
    wrd_say(diag_of(table), WRD_E0315, wrd_book_place(table, row, header), word, header,
            wrd_suggest(table->reading->arena, word, words, n));
}

static int index_of(const char *word, size_t len, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (wrd_text_is(word, len, words[i]))
            return (int)i;
    return -1;
}

int wrd_cell_word(const struct wrd_book_table *table, size_t row, const char *header,
                  const char *const *words, size_t n)
{
    const char *text = wrd_book_cell(table, row, header);
    if (text[0] == '\0')
        return -1;
    int found = index_of(text, strlen(text), words, n);
    if (found < 0)
        say_word(table, row, header, text, words, n);
    return found;
}

uint32_t wrd_cell_words(const struct wrd_book_table *table, size_t row, const char *header,
                        const char *const *words, size_t n)
{
    uint32_t bits = 0;
    const char *at = wrd_book_cell(table, row, header);
    for (at += strspn(at, " "); *at; at += strspn(at, " ")) {
        size_t len = strcspn(at, " ");
        int found = index_of(at, len, words, n);
        if (found >= 0)
            bits |= UINT32_C(1) << found;
        else
            say_word(table, row, header, wrd_arena_text(table->reading->arena, at, len), words, n);
        at += len;
    }
    return bits;
}

bool wrd_cell_yes(const struct wrd_book_table *table, size_t row, const char *header)
{
    static const char *const words[] = { "yes", "no" };
    return wrd_cell_word(table, row, header, words, 2) == 0;
}

bool wrd_cell_number(const struct wrd_book_table *table, size_t row, const char *header,
                     struct wrd_decimal *number)
{
    const char *text = wrd_book_cell(table, row, header);
    size_t len = strlen(text);
    if (len == 0)
        return false;
    if (wrd_decimal_read(text, len, '.', number) || wrd_decimal_read(text, len, ',', number))
        return true;
    wrd_say(diag_of(table), WRD_E0316, wrd_book_place(table, row, header), text);
    return false;
}

bool wrd_cell_whole(const struct wrd_book_table *table, size_t row, const char *header,
                    int64_t *number)
{
    const char *text = wrd_book_cell(table, row, header);
    size_t len = strlen(text);
    if (len == 0)
        return false;
    if (wrd_integer_read(text, len, number))
        return true;
    wrd_say(diag_of(table), WRD_E0317, wrd_book_place(table, row, header), text);
    return false;
}

void wrd_cell_texts(const struct wrd_book_table *table, size_t row, const char *prefix,
                    const char *texts[WRD_LANGS])
{
    for (enum wrd_lang lang = 0; lang < WRD_LANGS; lang++) {
        const char *header =
            wrd_arena_format(table->reading->arena, "%s%s", prefix, wrd_lang_code(lang));
        texts[lang] = wrd_book_cell(table, row, header);
        if (wrd_looks_like_date(texts[lang]))
            wrd_say(diag_of(table), WRD_W0318, wrd_book_place(table, row, header), texts[lang]);
    }
}

enum part_kind { NO_DATE, SMALL /* 1-12 */, LARGE /* a day or a year */, MONTH };

static enum part_kind kind_of_number(const char *text, size_t len)
{
    int64_t number;
    if (len > 4 || !wrd_integer_read(text, len, &number) || number < 1)
        return NO_DATE;
    if (len == 4)
        return number >= 1900 && number < 2100 ? LARGE : NO_DATE;
    return len > 2 ? NO_DATE : number <= 12 ? SMALL : LARGE;
}

static enum part_kind kind_of_part(const char *text, size_t len)
{
    static const char *const months[] = {
        "jan", "feb", "mar", "mrt", "maa", "apr", "may", "mei",
        "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec",
    };
    if (len && text[0] >= '0' && text[0] <= '9')
        return kind_of_number(text, len);
    if (len > 3 && text[len - 1] == '.')
        len--;
    for (size_t i = 0; len == 3 && i < sizeof months / sizeof *months; i++)
        if (strncasecmp(text, months[i], 3) == 0)
            return MONTH;
    return NO_DATE;
}

/* A month written out goes with numbers; without one some number must be able to be a month. */
static bool are_a_date(const enum part_kind *part, size_t n)
{
    size_t count[MONTH + 1] = { 0 };
    for (size_t i = 0; i < n; i++)
        count[part[i]]++;
    return n >= 2 && count[NO_DATE] == 0 && count[MONTH] <= 1 && count[MONTH] + count[SMALL] >= 1;
}

bool wrd_looks_like_date(const char *text)
{
    enum part_kind part[3];
    size_t n = 0;
    for (;;) {
        size_t len = strcspn(text, "-/");
        if (n == 3)
            return false;
        part[n++] = kind_of_part(text, len);
        if (text[len] == '\0')
            break;
        text += len + 1;
    }
    return are_a_date(part, n);
}
