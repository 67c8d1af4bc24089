/* read/date.c - is this text a date, and when is it?  See read/date.h. */
#include "read/date.h"

#include <string.h>

enum { DATE_LENGTH = 10 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 9 stands for a digit, anything else for itself. */
static bool has_shape(const char *text, const char *shape)
{
    for (; *shape; text++, shape++)
        if (*shape == '9' ? !is_digit(*text) : *text != *shape)
            return false;
    return true;
}

static int number_at(const char *text, size_t digits)
{
    int number = 0;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (text[i] - '0');
    return number;
}

static bool day_exists(int year, int month, int day)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month < 1 || month > 12 || day < 1)
        return false;
    return day <= days[month - 1] + (month == 2 && leap);
}

/* " 14:05", "T14:05:09", with a fraction or a zone behind it. */
static bool is_time(const char *text, size_t len)
{
    if (len == 0)
        return true;
    if (len < 6 || !strchr(" T", text[0]) || !has_shape(text + 1, "99:99"))
        return false;
    for (size_t i = 6; i < len; i++)
        if (!is_digit(text[i]) && !strchr(":.,+-Z", text[i]))
            return false;
    return number_at(text + 1, 2) < 24 && number_at(text + 4, 2) < 60;
}

bool wrd_is_date(const char *text, size_t len)
{
    if (len < DATE_LENGTH || !is_time(text + DATE_LENGTH, len - DATE_LENGTH))
        return false;
    if (has_shape(text, "9999-99-99"))
        return day_exists(number_at(text, 4), number_at(text + 5, 2), number_at(text + 8, 2));
    if (has_shape(text, "99-99-9999"))
        return day_exists(number_at(text + 6, 4), number_at(text + 3, 2), number_at(text, 2));
    return false;
}

/* Days from 1 January 1970, in the calendar of today.  March is the first month of a year that is
 * counted here, so that a leap day is its last. */
static int64_t day_number(int year, int month, int day)
{
    const int64_t years = year - (month < 3), month_of = (month + 9) % 12;
    const int64_t leaps = years / 4 - years / 100 + years / 400;
    const int64_t before_1970 = 719468;
    return 365 * years + leaps + (153 * month_of + 2) / 5 + day - 1 - before_1970;
}

int64_t wrd_date_seconds(const char *text, size_t len)
{
    if (!wrd_is_date(text, len) || len == DATE_LENGTH)
        return -1;
    const char *time = text + DATE_LENGTH + 1;
    const bool year_first = text[4] == '-';
    const int64_t day =
        year_first ? day_number(number_at(text, 4), number_at(text + 5, 2), number_at(text + 8, 2))
                   : day_number(number_at(text + 6, 4), number_at(text + 3, 2), number_at(text, 2));
    const bool has_seconds =
        len >= DATE_LENGTH + sizeof "T99:99:99" - 1 && has_shape(time, "99:99:99");
    const int seconds = has_seconds ? number_at(time + 6, 2) : 0;
    return ((day * 24 + number_at(time, 2)) * 60 + number_at(time + 3, 2)) * 60 + seconds;
}
