/* tests/support/golden.h - the golden mini data set of 24 respondents, as a survey made by hand:
 * items a1..a4 of scale "value", group g, stratum str, weight w.  Its values were computed with
 * R 4.2.2 and survey 4.1-1. */
#ifndef SUPPORT_GOLDEN_H
#define SUPPORT_GOLDEN_H

#include "support/hand.h"

enum golden_design { GOLDEN_UNWEIGHTED, GOLDEN_S, GOLDEN_D0 };

static inline struct hand *golden_new(enum golden_design design)
{
    struct hand *hand = hand_new();
    const struct wrd_list *agree = hand_agree(hand);
    hand_scale(hand, "value", 0);
    hand_item(hand, "a1", 0, false, agree, "33233242 43.53354 35445435")->roles = WRD_ROLE_OUTCOME;
    hand_item(hand, "a2", 0, false, agree, "44333343 33343335 44345344");
    hand_item(hand, "a3", 0, false, agree, "334.3253 32414254 45445355");
    hand_item(hand, "a4", 0, false, agree, "45323443 43545345 4535.334");
    hand_single(hand, "g", WRD_ROLE_GROUP, hand_names(hand, "12"), "22221221 22221112 12222211");
    hand_single(hand, "str", 0, hand_names(hand, "ABC"), "AAAAAAAA BBBBBBBB CCCCCCCC");
    if (design == GOLDEN_UNWEIGHTED)
        return hand;
    int64_t w[24];
    for (int i = 0; i < 24; i++)
        w[i] = (const int64_t[]){ 50, 75, 125 }[i / 8];
    hand_weights(hand, 1, w, 24);
    if (design == GOLDEN_D0)
        hand_strata(hand, (const char *const[]){ "str" }, 1);
    return hand;
}

#endif
