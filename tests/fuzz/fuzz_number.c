/* Any bytes as a number.  A second reader, written from core/number.h alone, must agree: on what is a
 * number, on its value, and on its rounding.  What is read is written back as the same number.  The
 * first byte says the mark, the second to how many decimals; the next eight are a double too. */
#include <math.h>

#include "core/number.h"
#include "support/fuzz.h"

enum { CONTROL = 2, LONGEST = 18 };

/* ---- the second reader ---- */

struct parts {
    bool negative;
    char whole[256], behind[256]; /* digits alone */
};

static size_t digits_of(const char *text, size_t len, char to[256])
{
    size_t n = 0;
    while (n < len && n < 255 && text[n] >= '0' && text[n] <= '9') {
        to[n] = text[n];
        n++;
    }
    to[n] = '\0';
    return n;
}

static bool split(const char *text, size_t len, char mark, struct parts *parts)
{
    size_t at = 0;
    *parts = (struct parts){ .negative = false };
    if (len >= 1 && text[0] == '-')
        at = 1;
    else if (len >= 3 && memcmp(text, "\xE2\x88\x92", 3) == 0)
        at = 3;
    parts->negative = at > 0;
    size_t n = digits_of(text + at, len - at, parts->whole);
    at += n;
    if (n == 0 || at == len || text[at] != mark)
        return n > 0 && at == len;
    n = digits_of(text + at + 1, len - at - 1, parts->behind);
    return n > 0 && at + 1 + n == len;
}

static bool read_again(const char *text, size_t len, char mark, struct wrd_decimal *number)
{
    struct parts parts;
    if (!split(text, len, mark, &parts))
        return false;
    size_t last = strlen(parts.behind);
    while (last > 0 && parts.behind[last - 1] == '0')
        parts.behind[--last] = '\0';
    char all[512];
    snprintf(all, sizeof all, "%s%s", parts.whole, parts.behind);
    const char *first = all + strspn(all, "0");
    if (strlen(first) > LONGEST || last > WRD_MAX_DECIMALS)
        return false;
    int64_t units = strtoll(*first ? first : "0", NULL, 10);
    *number = (struct wrd_decimal){ parts.negative ? -units : units, (uint8_t)last };
    return true;
}

/* ---- rounding ---- */

static __int128 power(unsigned exponent)
{
    __int128 value = 1;
    while (exponent-- > 0)
        value *= 10;
    return value;
}

/* `exact` is set when nothing is lost. */
static __int128 round_again(struct wrd_decimal number, uint8_t decimals, bool *exact)
{
    *exact = true;
    if (decimals >= number.decimals)
        return number.units * power(decimals - number.decimals);
    __int128 step = power(number.decimals - decimals);
    __int128 size = number.units < 0 ? -(__int128)number.units : number.units;
    *exact = size % step == 0;
    size = (size + step / 2) / step; /* a half goes away from zero */
    return number.units < 0 ? -size : size;
}

static void demand_rounding(struct wrd_decimal number, uint8_t decimals)
{
    bool exact;
    int64_t units;
    __int128 wanted = round_again(number, decimals, &exact);
    bool fits = wanted >= INT64_MIN && wanted <= INT64_MAX;
    demand(wrd_decimal_round(number, decimals, &units) == fits && (!fits || units == wanted));
    demand(wrd_decimal_scale(number, decimals, &units) == (fits && exact));
    demand(!(fits && exact) || units == wanted);
}

static void demand_written(struct wrd_decimal number, char mark)
{
    struct wrd_decimal again;
    char room[WRD_NUMBER_ROOM], text[64];
    const char *written = wrd_number_decimal(room, number, mark);
    demand(wrd_decimal_read(written, strlen(written), mark, &again));
    demand(again.units == number.units && again.decimals == number.decimals);
    demand(wrd_decimal_compare(number, again) == 0 && strcmp(written, "-0") != 0);
    snprintf(text, sizeof text, "%s", wrd_number_decimal(room, number, '.'));
    demand(strtod(text, NULL) == wrd_decimal_double(number)); /* both are the nearest */
}

static void demand_double(const uint8_t *bytes, int decimals)
{
    double value;
    char room[WRD_NUMBER_ROOM];
    memcpy(&value, bytes, sizeof value);
    const char *exact = wrd_number_exact(room, value);
    demand(isnan(value) ? *exact == '\0' : strtod(exact, NULL) == value);
    double shown = strtod(wrd_number_fixed(room, value, decimals, '.'), NULL);
    if (!isfinite(value))
        return;
    double half = 0.5 / (double)wrd_power_of_ten((unsigned)decimals);
    demand(fabs(shown - value) <= half * (1 + 1e-9) + fabs(value) * 2e-12);
    demand(!signbit(shown) || shown < 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct wrd_decimal number, wanted;
    int64_t whole;
    if (len < CONTROL || len > 200)
        return -1;
    char mark = bytes[0] & 1 ? '.' : ',';
    uint8_t decimals = bytes[1] % (WRD_MAX_DECIMALS + 1);
    const char *text = (const char *)bytes + CONTROL;
    size_t n = len - CONTROL;
    bool is_number = read_again(text, n, mark, &wanted);

    demand(wrd_decimal_read(text, n, mark, &number) == is_number);
    demand(wrd_integer_read(text, n, &whole) == (is_number && !memchr(text, mark, n)));
    if (is_number) {
        demand(number.units == wanted.units && number.decimals == wanted.decimals);
        demand(memchr(text, mark, n) || whole == number.units);
        demand_written(number, mark);
        demand_rounding(number, decimals);
    }
    if (n >= sizeof(double))
        demand_double(bytes + CONTROL, decimals);
    return 0;
}
