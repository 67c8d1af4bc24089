/* tests/support/close.h - doubles that agree; cmocka 1.1.5 compares floats.
 *
 * assert_close(got, want, tolerance): |got - want| <= tolerance * max(1, |want|), so absolute for
 * small numbers and relative for large ones.  NaN agrees with NaN, an infinity with itself. */
#ifndef SUPPORT_CLOSE_H
#define SUPPORT_CLOSE_H

#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static inline int numbers_are_close(double got, double want, double tolerance)
{
    if (isnan(got) || isnan(want))
        return isnan(got) && isnan(want);
    if (isinf(got) || isinf(want))
        return got == want; /* exactly the same infinity */
    return fabs(got - want) <= tolerance * fmax(1.0, fabs(want));
}

static inline void assert_close_at(double got, double want, double tolerance, const char *file,
                                   int line)
{
    if (numbers_are_close(got, want, tolerance))
        return;
    print_error("got  %.17g\nwant %.17g\noff by %.3g, more than %.3g allows\n", got, want,
                got - want, tolerance);
    _fail(file, line);
}

#define assert_close(got, want, tolerance) \
    assert_close_at((got), (want), (tolerance), __FILE__, __LINE__)

#endif
