/* read/sav_words.c - names, codes, labels, numbers and dates of an SPSS file as our files want them. */
#include <math.h>
#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "core/utf8_letters.h"
#include "read/sav_parts.h"

enum { NAME_MAX_LENGTH = 64, NAME_ROOM = 58, CODE_MAX_LENGTH = 32 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Small letters and digits; anything else is a `_`, once, and none at the ends. */
static char *plain_name(struct wrd_arena *arena, const char *name)
{
    const char *plain = wrd_text_plain(arena, name);
    char *made = wrd_arena_take(arena, strlen(plain) + 3), *to = made;
    if (!(small(plain[0]) >= 'a' && small(plain[0]) <= 'z') &&
        is_digit(plain[strspn(plain, "@$#_")]))
        to = stpcpy(to, "v_");
    for (; *plain && to - made < NAME_ROOM; plain++) {
        const char c = small(*plain);
        if ((c >= 'a' && c <= 'z') || is_digit(c))
            *to++ = c;
        else if (to > made && to[-1] != '_')
            *to++ = '_';
    }
    while (to > made && to[-1] == '_')
        to--;
    *to = '\0';
    return made;
}

const char *wrd_sav_name(struct wrd_sav_making *m, const char *name)
{
    const char *made = plain_name(m->arena, name);
    if (!wrd_is_name(made, NAME_MAX_LENGTH))
        made = "v";
    const char *unique = made;
    for (uint64_t n = 2; wrd_codebook_variable(m->made->book, unique) >= 0; n++)
        unique = wrd_arena_format(m->arena, "%s_%s", made, wrd_count_text(m->arena, n));
    return unique;
}

/* A cell of the codebook may not begin with what a spreadsheet takes for a formula. */
const char *wrd_sav_header(const char *name)
{
    return name + strspn(name, "@");
}

const char *wrd_sav_label(struct wrd_arena *arena, const char *label, const char *otherwise)
{
    const char *from = label + strspn(label, "=+@\t\r\n ");
    char *made = wrd_arena_take(arena, strlen(from) + 1), *to = made;
    for (; *from; from++) {
        const bool space = (unsigned char)*from <= ' ' || *from == 0x7F;
        if (!space)
            *to++ = *from;
        else if (to > made && to[-1] != ' ')
            *to++ = ' ';
    }
    while (to > made && to[-1] == ' ')
        to--;
    *to = '\0';
    return *made ? made : otherwise;
}

/* Not by wrd_number_fixed: what is near a half it rounds up, and of fifteen digits all count. */
const char *wrd_sav_number(struct wrd_arena *arena, double number)
{
    static const double MOST = 1e15;
    char room[WRD_NUMBER_ROOM];
    struct wrd_decimal made = { 0, 0 };
    if (!(fabs(number) < MOST))
        return NULL;
    for (uint8_t decimals = 0; decimals <= 15; decimals++) {
        const double scaled = number * (double)wrd_power_of_ten(decimals);
        if (!(fabs(scaled) < MOST))
            break;
        made = (struct wrd_decimal){ llround(scaled), decimals };
        if (wrd_decimal_double(made) == number)
            break;
    }
    const char *text = wrd_number_decimal(room, made, '.');
    return wrd_arena_text(arena, text, strlen(text));
}

const char *wrd_sav_code_of_text(struct wrd_arena *arena, const char *text)
{
    const char *plain = wrd_text_plain(arena, text);
    char *code = wrd_arena_take(arena, CODE_MAX_LENGTH + 1);
    size_t n = 0;
    for (; *plain && n < CODE_MAX_LENGTH; plain++) {
        const char c = small(*plain);
        const bool kept = (c >= 'a' && c <= 'z') || is_digit(c) || c == '_' || c == '.' || c == '-';
        code[n++] = kept ? *plain : '_';
    }
    return n ? code : "_";
}

const char *wrd_sav_code(struct wrd_arena *arena, const struct wrd_sav_value *value)
{
    return value->text ? wrd_sav_code_of_text(arena, value->text)
                       : wrd_sav_number(arena, value->number);
}

bool wrd_sav_is_date(const char *format)
{
    static const char *const dates[] = { "DATE", "ADATE", "EDATE", "JDATE",    "SDATE",
                                         "QYR",  "MOYR",  "WKYR",  "DATETIME", "YMDHMS" };
    const size_t len = strcspn(format, "0123456789.");
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        if (wrd_text_is(format, len, dates[i]))
            return true;
    return false;
}

/* Day of the civil calendar from days since 1582-10-14, the first of SPSS (Hinnant's algorithm,
 * which counts from 0000-03-01). */
static void day_of(int64_t days, int64_t *year, int64_t *month, int64_t *day)
{
    enum { FIRST = 578040, ERA = 146097 };
    const int64_t from_zero = days + FIRST;
    const int64_t era = from_zero / ERA, of_era = from_zero % ERA;
    const int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int64_t of_year = of_era - (365 * years + years / 4 - years / 100);
    const int64_t shifted = (5 * of_year + 2) / 153; /* months from March */
    *day = of_year - (153 * shifted + 2) / 5 + 1;
    *month = shifted < 10 ? shifted + 3 : shifted - 9;
    *year = years + era * 400 + (*month <= 2);
}

static const char *two(struct wrd_arena *arena, int64_t number)
{
    return wrd_arena_format(arena, "%s%s", number < 10 ? "0" : "",
                            wrd_count_text(arena, (uint64_t)number));
}

const char *wrd_sav_date(struct wrd_arena *arena, const char *format, double seconds)
{
    static const double YEAR_10000 = 265621680000.0;
    enum { DAY = 86400 };
    if (!(seconds >= DAY && seconds < YEAR_10000))
        return NULL;
    const int64_t whole = (int64_t)seconds, of_day = whole % DAY;
    int64_t year, month, day;
    day_of(whole / DAY, &year, &month, &day);
    const char *date = wrd_arena_format(arena, "%s-%s-%s", wrd_count_text(arena, (uint64_t)year),
                                        two(arena, month), two(arena, day));
    if (strncmp(format, "DATETIME", 8) != 0 && strncmp(format, "YMDHMS", 6) != 0)
        return date;
    return wrd_arena_format(arena, "%s %s:%s:%s", date, two(arena, of_day / 3600),
                            two(arena, of_day / 60 % 60), two(arena, of_day % 60));
}
