/* core/number.c - counting with numbers as they were written, and rounding; see core/number.h. */
#include "core/number.h"

#include <math.h>

int64_t wrd_power_of_ten(unsigned exponent)
{
    int64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

static bool multiply_out(struct wrd_decimal number, uint8_t decimals, int64_t *units)
{
    int64_t scaled = number.units;
    if (scaled != 0)
        for (unsigned i = number.decimals; i < decimals; i++)
            if (__builtin_mul_overflow(scaled, 10, &scaled))
                return false;
    *units = scaled;
    return true;
}

bool wrd_decimal_scale(struct wrd_decimal number, uint8_t decimals, int64_t *units)
{
    if (decimals >= number.decimals)
        return multiply_out(number, decimals, units);
    int64_t step = wrd_power_of_ten(number.decimals - decimals);
    if (number.units % step != 0)
        return false;
    *units = number.units / step;
    return true;
}

bool wrd_decimal_round(struct wrd_decimal number, uint8_t decimals, int64_t *units)
{
    if (decimals >= number.decimals)
        return multiply_out(number, decimals, units);
    int64_t step = wrd_power_of_ten(number.decimals - decimals);
    int64_t whole = number.units / step,
            rest = number.units % step; /* rest has the sign of units */
    if (rest >= step - rest)
        whole++;
    else if (-rest >= step + rest)
        whole--;
    *units = whole;
    return true;
}

int wrd_decimal_compare(struct wrd_decimal a, struct wrd_decimal b)
{
    __int128 left = a.units, right = b.units; /* 2^63 * 10^18 fits in 127 bits */
    if (a.decimals < b.decimals)
        left *= wrd_power_of_ten(b.decimals - a.decimals);
    else
        right *= wrd_power_of_ten(a.decimals - b.decimals);
    return (left > right) - (left < right);
}

/* The double nearest to the decimal, by integer division to at least 67 bits with the remainder as
 * a last sticky bit: two doubles divided would round twice above 2^53. */
double wrd_decimal_double(struct wrd_decimal number)
{
    if (number.units == 0)
        return 0;
    uint64_t size = number.units < 0 ? -(uint64_t)number.units : (uint64_t)number.units;
    int shift = 64 + __builtin_clzll(size);
    unsigned __int128 numerator = (unsigned __int128)size << shift;
    uint64_t step = (uint64_t)wrd_power_of_ten(number.decimals);
    unsigned __int128 quotient = numerator / step;
    if (numerator % step != 0)
        quotient |= 1;
    double value = ldexp((double)quotient, -shift);
    return number.units < 0 ? -value : value;
}

/* 14.5 percent of 200 is 100 * 29 / 200 and may come out as 14.499999999999998: what is this near
 * to a half is a half, whichever way it was computed.  Beyond nine digits a part of the size would be
 * a part of the last place that is no longer near. */
static const double NEAR_HALF = 1e-12, NEAR_AT_MOST = 1e-3;

bool wrd_round_units(double value, int decimals, int64_t *units)
{
    static const double DIGITS_HOLD = 9007199254740992.0; /* 2^53: from here on exact or nothing */
    static const double NO_FRACTION = 4503599627370496.0; /* 2^52 */
    double whole = fabs(value) * (double)wrd_power_of_ten((unsigned)decimals);
    if (!(whole < DIGITS_HOLD)) /* NaN and infinities too */
        return false;
    if (whole < NO_FRACTION)
        whole = floor(whole + 0.5 + fmin(whole * NEAR_HALF, NEAR_AT_MOST));
    *units = value < 0 ? -(int64_t)whole : (int64_t)whole;
    return true;
}

double wrd_round(double value, int decimals)
{
    int64_t units;
    if (!wrd_round_units(value, decimals, &units))
        return value;
    return (double)units / (double)wrd_power_of_ten((unsigned)decimals); /* never -0 */
}
