/* tests/reference/parts/account.h - what was compared, what agrees, and what was left out and why. */
#ifndef REFERENCE_ACCOUNT_H
#define REFERENCE_ACCOUNT_H

#include "question.h"

enum { ACCOUNT_BLOCKS = 30, ACCOUNT_REASONS = 200 };

struct account {
    struct account_block {
        const char *name;
        size_t compared, agreed;
        double largest;
    } blocks[ACCOUNT_BLOCKS];
    struct account_reason {
        const char *block, *quantity, *text;
        size_t count;
        double largest; /* difference; below 0: not looked at */
    } reasons[ACCOUNT_REASONS];
    size_t n_blocks, n_reasons;
};

/* Relative; near 0 (below 1e-3) in thousandths, absolute; infinite where there is no figure. */
double difference(double got, double want);
void account_compare(struct account *account, const char *block, const struct question *q,
                     double got, double want);
/* difference below 0: the run was not asked. */
void account_leave_out(struct account *account, const char *block, const char *quantity,
                       const char *reason, double difference);
/* Prints all; true: all that was compared agrees, and there was something. */
bool account_print(const struct account *account);

#endif
