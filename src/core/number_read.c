/* core/number_read.c - text to numbers; see core/number.h. */
#include <string.h>

#include "core/number.h"

enum { MAX_DIGITS = 18, NO_MARK = -1 };

static const char MINUS_SIGN[] = "\xE2\x88\x92"; /* U+2212, as word processors write it */

/* Digits as they stand, from `at` up to `end`. */
struct digits {
    const char *at;
    const char *end;
};

static bool take_minus(struct digits *rest)
{
    size_t len = (size_t)(rest->end - rest->at);
    size_t sign = strlen(MINUS_SIGN);
    if (len >= 1 && *rest->at == '-')
        rest->at += 1;
    else if (len >= sign && memcmp(rest->at, MINUS_SIGN, sign) == 0)
        rest->at += sign;
    else
        return false;
    return true;
}

static struct digits take_digits(struct digits *rest)
{
    struct digits taken = { rest->at, rest->at };
    while (rest->at < rest->end && *rest->at >= '0' && *rest->at <= '9')
        rest->at++;
    taken.end = rest->at;
    return taken;
}

static size_t length_of(struct digits digits)
{
    return (size_t)(digits.end - digits.at);
}

static int64_t add_digits(int64_t units, struct digits digits)
{
    for (const char *at = digits.at; at < digits.end; at++)
        units = units * 10 + (*at - '0');
    return units;
}

/* Zeros that say nothing: before the first digit and behind the last decimal. */
static void drop_zeros(struct digits *whole, struct digits *behind)
{
    while (whole->at < whole->end && *whole->at == '0')
        whole->at++;
    while (behind->at < behind->end && behind->end[-1] == '0')
        behind->end--;
}

/* 0.0012 has two digits: the zeros behind the mark are the place of the digits, not digits. */
static size_t digits_that_count(struct digits whole, struct digits behind)
{
    if (length_of(whole) == 0)
        while (behind.at < behind.end && *behind.at == '0')
            behind.at++;
    return length_of(whole) + length_of(behind);
}

static bool read_number(const char *text, size_t len, int mark, struct wrd_decimal *number)
{
    struct digits rest = { text, text + len };
    bool negative = take_minus(&rest);
    struct digits whole = take_digits(&rest), behind = { rest.at, rest.at };
    if (length_of(whole) == 0)
        return false;
    if (rest.at < rest.end && (unsigned char)*rest.at == mark) {
        rest.at++;
        behind = take_digits(&rest);
        if (length_of(behind) == 0)
            return false;
    }
    if (rest.at != rest.end)
        return false;
    drop_zeros(&whole, &behind);
    if (digits_that_count(whole, behind) > MAX_DIGITS || length_of(behind) > WRD_MAX_DECIMALS)
        return false;
    int64_t units = add_digits(add_digits(0, whole), behind);
    *number = (struct wrd_decimal){ negative ? -units : units, (uint8_t)length_of(behind) };
    return true;
}

bool wrd_decimal_read(const char *text, size_t len, char mark, struct wrd_decimal *number)
{
    return read_number(text, len, (unsigned char)mark, number);
}

bool wrd_integer_read(const char *text, size_t len, int64_t *number)
{
    struct wrd_decimal decimal;
    if (!read_number(text, len, NO_MARK, &decimal))
        return false;
    *number = decimal.units;
    return true;
}
