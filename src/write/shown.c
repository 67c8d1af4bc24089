/* write/shown.c - figures in the numerals of a language; see wording.h. */
#include "write/wording.h"

#include <string.h>

#include "core/number.h"

bool wrd_is_percent(enum wrd_statistic statistic)
{
    switch (statistic) {
    case WRD_SHARE:
    case WRD_TOP2:
    case WRD_BOTTOM2:
    case WRD_MENTIONS:
    case WRD_BREADTH:
    case WRD_STAT_DONT_KNOW:
        return true;
    default:
        return false;
    }
}

/* "1234567" with a mark between thousands. */
const char *wrd_shown_count(struct wrd_arena *arena, uint64_t count, enum wrd_lang lang)
{
    char room[WRD_NUMBER_ROOM];
    const char *digits = wrd_number_unsigned(room, count);
    const size_t n = strlen(digits);
    char *shown = wrd_arena_take(arena, n + n / 3 + 1);
    size_t len = 0;
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0)
            shown[len++] = wrd_lang_thousands(lang);
        shown[len++] = digits[i];
    }
    return shown;
}

const char *wrd_shown_number(struct wrd_arena *arena, double value, int decimals,
                             enum wrd_lang lang)
{
    char room[WRD_NUMBER_ROOM];
    const char *text = wrd_number_fixed(room, value, decimals, wrd_lang_mark(lang));
    return wrd_arena_format(arena, "%s%s", *text == '-' ? "\u2212" : "", text + (*text == '-'));
}

/* "-0.4 to -0.1" and its like read badly with signs in the middle, so ranges say "tot". */
const char *wrd_shown_range(struct wrd_arena *arena, enum wrd_statistic statistic,
                            const struct wrd_seen *cell, enum wrd_lang lang)
{
    const int decimals = wrd_statistic_decimals(statistic);
    if (cell && cell->state == WRD_HIDDEN)
        return "x";
    if (!cell || cell->state != WRD_SHOWN || !cell->has_interval)
        return "";
    return wrd_sentence(arena, WRD_WORD_RANGE, lang,
                        wrd_shown_number(arena, cell->lo, decimals, lang),
                        wrd_shown_number(arena, cell->hi, decimals, lang));
}

/* R7: one marker for every reason to hide. */
const char *wrd_shown_cell(struct wrd_arena *arena, enum wrd_statistic statistic,
                           const struct wrd_seen *cell, enum wrd_lang lang)
{
    if (!cell || cell->state == WRD_NOT_DEFINED)
        return "z";
    if (cell->state == WRD_HIDDEN)
        return "x";
    return wrd_arena_format(
        arena, "%s%s%s%.1s",
        wrd_shown_number(arena, cell->value, wrd_statistic_decimals(statistic), lang),
        wrd_is_percent(statistic) ? "%" : "", cell->flag ? " " : "", cell->flag ? &cell->flag : "");
}

/* A base that is not hidden and not there is of a group in which nobody answered. */
const char *wrd_shown_n(struct wrd_arena *arena, const struct wrd_seen_table *table, size_t group,
                        enum wrd_lang lang)
{
    uint64_t n;
    if (wrd_seen_n(table, group, &n))
        return wrd_shown_count(arena, n, lang);
    for (size_t row = 0; row < table->n_rows; row++)
        if (wrd_seen_cell(table, group, row)->state == WRD_HIDDEN)
            return "x";
    return "z";
}
