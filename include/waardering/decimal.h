/* waardering/decimal.h - a number as it was written: units / 10^decimals, exactly. */
#ifndef WAARDERING_DECIMAL_H
#define WAARDERING_DECIMAL_H

#include <stdint.h>

enum { WRD_MAX_DECIMALS = 18 };

struct wrd_decimal {
    int64_t units;
    uint8_t decimals; /* 0..WRD_MAX_DECIMALS */
};

#endif
