/* dist.c - GSL's t, F, normal and beta, with an inverse of our own for beta. */
#include "stats/dist.h"

#include <math.h>
#include <stdbool.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_sf_gamma.h>

static bool is_probability(double p)
{
    return p > 0 && p < 1;
}

double wrd_normal_quantile(double p)
{
    return is_probability(p) ? gsl_cdf_ugaussian_Pinv(p) : NAN;
}

double wrd_t_quantile(double p, double df)
{
    if (!is_probability(p) || !(df > 0))
        return NAN;
    gsl_set_error_handler_off();
    return gsl_cdf_tdist_Pinv(p, df);
}

double wrd_t_tail(double t, double df)
{
    if (!(df > 0))
        return NAN;
    gsl_set_error_handler_off();
    return gsl_cdf_tdist_Q(t, df);
}

double wrd_f_tail(double f, double df1, double df2)
{
    if (!(df1 > 0 && df2 > 0))
        return NAN;
    gsl_set_error_handler_off();
    return gsl_cdf_fdist_Q(f, df1, df2);
}

double wrd_normal_tail(double z)
{
    gsl_set_error_handler_off();
    return gsl_cdf_ugaussian_Q(z);
}

/* Close to the quantile, so that Newton needs two or three steps and not eight: a study of many
 * groups asks for a hundred thousand.  Abramowitz and Stegun (1964) 26.5.22; for a or b below 1,
 * the mean. */
static double beta_guess(double p, double a, double b)
{
    if (a < 1 || b < 1)
        return a / (a + b);
    double y = -gsl_cdf_ugaussian_Pinv(p), low = 1 / (2 * a - 1), high = 1 / (2 * b - 1);
    double h = 2 / (low + high), lambda = (y * y - 3) / 6;
    double w = y * sqrt(h + lambda) / h - (high - low) * (lambda + 5.0 / 6 - 2 / (3 * h));
    return a / (a + b * exp(2 * w));
}

/* Not gsl_cdf_beta_Pinv: it gives NaN for many a, b of some thousands (GSL 2.7; the test "as many
 * as a large survey").  Newton inside a bracket that only shrinks; a step of 1e-9 leaves an error
 * of far less than 1e-12, as each squares the one before. */
static double beta_inverse(double p, double a, double b)
{
    enum { MAX_STEPS = 200 };
    double low = 0, high = 1, x = beta_guess(p, a, b), log_beta = gsl_sf_lnbeta(a, b);
    for (int step = 0; step < MAX_STEPS; step++) {
        double excess = gsl_cdf_beta_P(x, a, b) - p;
        *(excess > 0 ? &high : &low) = x;
        double density = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - log_beta);
        double next = x - excess / density;
        if (!(next >= low && next <= high))
            next = low + (high - low) / 2;
        double moved = fabs(next - x);
        x = next;
        if (moved <= 1e-9 * fmin(x, 1 - x))
            break;
    }
    return x;
}

double wrd_beta_quantile(double p, double a, double b)
{
    if (!is_probability(p) || !(a >= 0 && b >= 0 && a + b > 0 && isfinite(a + b)))
        return NAN;
    if (a == 0)
        return 0;
    if (b == 0)
        return 1;
    gsl_set_error_handler_off();
    return beta_inverse(p, a, b);
}

/* By the share of the first chi square in both, which is a beta. */
double wrd_f_quantile(double p, double df1, double df2)
{
    if (!(df1 > 0 && df2 > 0))
        return NAN;
    const double share = wrd_beta_quantile(p, df1 / 2, df2 / 2);
    return share / (1 - share) * (df2 / df1);
}
