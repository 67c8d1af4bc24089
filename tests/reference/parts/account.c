/* tests/reference/parts/account.c - see account.h. */
#include "account.h"

#include <math.h>
#include <stdio.h>

#define TOLERANCE 1e-9
#define NEAR_ZERO 1e-3 /* below it a difference is absolute, so that 1e-12 is the tolerance there */

double difference(double got, double want)
{
    double off = fabs(got - want) / fmax(fabs(want), NEAR_ZERO);
    return isnan(off) ? INFINITY : off;
}

static struct account_block *block_of(struct account *account, const char *name)
{
    for (size_t i = 0; i < account->n_blocks; i++)
        if (is(account->blocks[i].name, name))
            return &account->blocks[i];
    if (account->n_blocks == ACCOUNT_BLOCKS)
        die("too many blocks at", name);
    account->blocks[account->n_blocks].name = name;
    return &account->blocks[account->n_blocks++];
}

static void print_figure(const struct question *q)
{
    if (q->file == IN_WEIGHTS)
        printf("weight %s", q->line);
    else if (q->file == IN_SCALES)
        printf("scale %s %s %s", q->variable, q->line, q->column);
    else if (q->file == IN_QUANTILES)
        printf("%s quantile %s %s %s", q->variable, q->p, q->rule, q->column);
    else
        printf("%s %s %s %s=%s %s%s", q->variable, q->statistic, q->code, q->group_variable,
               q->group_code, q->column, q->file == IN_LOGIT ? " (logit)" : "");
}

void account_compare(struct account *account, const char *name, const struct question *q,
                     double got, double want)
{
    struct account_block *block = block_of(account, name);
    const double off = difference(got, want);
    const double tolerance = q->tolerance > 0 ? q->tolerance : TOLERANCE;
    block->compared++;
    block->agreed += off <= tolerance;
    block->largest = fmax(block->largest, off);
    if (off <= tolerance)
        return;
    printf("  DIFFERS ");
    print_figure(q);
    printf(": got %.12g, want %.12g\n", got, want);
}

void account_leave_out(struct account *account, const char *block, const char *quantity,
                       const char *reason, double largest)
{
    for (size_t i = 0; i < account->n_reasons; i++) {
        struct account_reason *known = &account->reasons[i];
        if (is(known->block, block) && is(known->quantity, quantity) && is(known->text, reason)) {
            known->count++;
            known->largest = fmax(known->largest, largest);
            return;
        }
    }
    if (account->n_reasons == ACCOUNT_REASONS)
        die("too many reasons at", block);
    account->reasons[account->n_reasons++] =
        (struct account_reason){ block, quantity, reason, 1, largest };
}

bool account_print(const struct account *account)
{
    size_t compared = 0, agreed = 0;
    for (size_t i = 0; i < account->n_blocks; i++) {
        const struct account_block *block = &account->blocks[i];
        printf("  %-9s %5zu compared, %5zu agree, largest difference %.2g\n", block->name,
               block->compared, block->agreed, block->largest);
        compared += block->compared;
        agreed += block->agreed;
    }
    for (size_t i = 0; i < account->n_reasons; i++) {
        const struct account_reason *reason = &account->reasons[i];
        printf("  not compared: %4zu %s %s: %s", reason->count, reason->block, reason->quantity,
               reason->text);
        if (reason->largest >= 0)
            printf("; largest difference %.2g", reason->largest);
        putchar('\n');
    }
    printf("  %zu of %zu agree to %g\n", agreed, compared, TOLERANCE);
    return compared > 0 && agreed == compared;
}
