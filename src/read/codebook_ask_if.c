/* read/codebook_ask_if.c - "sector=1,2 and hours>0": who is asked a question. */
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "read/codebook_parts.h"

/* Longest first: "<" is also the start of "<=". */
static const struct {
    const char *sign;
    char op;
} operators[] = { { "!=", '!' }, { "<=", 'l' }, { ">=", 'g' },
                  { "=", '=' },  { "<", '<' },  { ">", '>' } };

static char read_operator(const char **at)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        size_t len = strlen(operators[i].sign);
        if (strncmp(*at, operators[i].sign, len) == 0) {
            *at += len;
            return operators[i].op;
        }
    }
    return '\0';
}

static char *trimmed(struct wrd_arena *arena, const char *text, size_t len)
{
    wrd_text_trim(&text, &len);
    return wrd_arena_text(arena, text, len);
}

static bool read_codes(struct wrd_arena *arena, const char *text, struct wrd_condition *condition)
{
    condition->codes = wrd_arena_take_array(arena, strlen(text) + 1, sizeof *condition->codes);
    for (;;) {
        size_t len = strcspn(text, ",");
        const char *code = trimmed(arena, text, len);
        if (!wrd_is_code(code))
            return false;
        condition->codes[condition->n_codes++] = code;
        if (text[len] == '\0')
            return true;
        text += len + 1;
    }
}

static bool read_condition(struct wrd_arena *arena, const char *text,
                           struct wrd_condition *condition)
{
    const char *at = text + strcspn(text, "=!<>");
    condition->variable = trimmed(arena, text, (size_t)(at - text));
    condition->op = read_operator(&at);
    if (condition->op == '\0' || !wrd_is_name(condition->variable, 64))
        return false;
    const char *right = trimmed(arena, at, strlen(at));
    if (condition->op == '=' || condition->op == '!')
        return read_codes(arena, right, condition);
    return wrd_decimal_read(right, strlen(right), '.', &condition->number) ||
           wrd_decimal_read(right, strlen(right), ',', &condition->number);
}

/* Bytes up to the next " and ", or all. */
static size_t up_to_and(const char *text)
{
    const char *and = strstr(text, " and ");
    return and? (size_t)(and-text) : strlen(text);
}

size_t wrd_ask_if_read(struct wrd_arena *arena, const char *text,
                       const struct wrd_condition **conditions)
{
    size_t n = 0;
    struct wrd_condition *list =
        wrd_arena_take_array(arena, strlen(text) / strlen(" and ") + 1, sizeof *list);
    *conditions = list;
    if (text[0] == '\0')
        return 0;
    for (;;) {
        size_t len = up_to_and(text);
        if (!read_condition(arena, wrd_arena_text(arena, text, len), &list[n++]))
            return (size_t)-1;
        if (text[len] == '\0')
            return n;
        text += len + strlen(" and ");
    }
}
