/* tests/attack/parts/naive.h - the attacker with a pocket calculator: a total minus what is shown
 * of its parts, n times a mean, what quality.csv leaves to add up.  No equations, so that it
 * catches what a mistake in build.c would miss. */
#ifndef ATTACK_NAIVE_H
#define ATTACK_NAIVE_H

#include "attack/parts/known.h"

/* Each returns how many findings it printed. */
int naive_counts(const struct world *world);
/* What should have been hidden and is not (rules R1 and R2). */
int naive_shown(const struct world *world);
int naive_means(const struct world *world);
/* A mean or index with an interval although an answer of its group must stay hidden (rule R11). */
int naive_intervals(const struct world *world);
int naive_quality(const struct sheet *quality);

/* The group of a figure holds an answer of 1 .. threshold - 1, or fewer respondents than a base:
 * its mean is a secret. */
bool figure_secret(const struct world *world, const struct figure *figure);

#endif
