/* stats/dist.h - quantiles and tails of distributions; the door to GSL.
 *
 * Units    0 < p < 1; a tail is a probability.
 * Errors   NaN where the quantile does not exist (df <= 0, a or b negative, p outside).  GSL's own
 *          handler, which aborts, is switched off at every call.
 * Memory   allocates nothing.
 * Source   METHODS 7.6, 7.7, 7.9, 7.11, 7.19, 7.23-7.25. */
#ifndef STATS_DIST_H
#define STATS_DIST_H

double wrd_normal_quantile(double p);
double wrd_t_quantile(double p, double df);              /* df <= 0: NaN */
double wrd_beta_quantile(double p, double a, double b);  /* a = 0: 0; b = 0: 1 */
double wrd_f_quantile(double p, double df1, double df2); /* a df <= 0: NaN */
double wrd_t_tail(double t, double df);                  /* P(T > t); df <= 0: NaN */
double wrd_f_tail(double f, double df1, double df2);     /* P(F > f); df <= 0: NaN */
double wrd_normal_tail(double z);                        /* P(Z > z) */

#endif
