/* tests/tools/example_plan.h - what the respondents of the example lean to: means and spreads of
 * every question, and the remarks. All of it is made up. */
#ifndef TOOLS_EXAMPLE_PLAN_H
#define TOOLS_EXAMPLE_PLAN_H

#include "tools/survey.h"

enum { N_WAVES = 3 };

/* What an item asks of a respondent: mean in 2024, 2025 and 2026 (0: 3 % fully disagree, 11 %
 * disagree, 25 % neither, 46 % agree, 16 % fully agree), how much of it is appreciation and how much
 * the view of the municipality (thousandths), don't knows and does-not-applies (thousandths), and
 * whether the breakdowns are left as they fell.  The municipality shows its appreciation more every
 * year, fewer organisations expect to have enough volunteers, and little else moves. */
static const struct item {
    const char *name;
    int mean[N_WAVES], own, town, dont_know, not_applicable;
    bool left;
} items[] = {
    { "v_w1", { 720, 700, 720 }, 500, 0, 0, 0, true },
    { "v_w2", { 330, 330, 350 }, 450, 100, 0, 0, false },
    { "v_w3", { 300, 300, 280 }, 550, 0, 0, 0, false },
    { "v_r1", { -30, -50, -20 }, 400, 100, 0, 0, false },
    { "v_a1", { 200, 220, 250 }, 750, 100, 0, 0, false },
    { "v_a2", { 560, 550, 560 }, 650, 0, 0, 0, true },
    { "v_a3", { -660, -400, -100 }, 250, 700, 0, 0, false },
    { "v_a4", { -60, -50, 60 }, 700, 200, 0, 0, false },
    { "v_f1", { 100, 120, 100 }, 500, 150, 0, 0, false },
    { "v_f2", { -490, -480, -500 }, -350, -350, 0, 30, false },
    { "v_o1", { 180, 200, 210 }, 600, 50, 0, 0, false },
    { "v_o2", { 40, 40, 60 }, 550, 100, 0, 40, false },
    { "v_s1", { -140, -150, 0 }, 200, 600, 0, 0, false },
    { "v_s2", { -360, -350, -330 }, 200, 550, 100, 0, false },
    { "v_g1", { 180, 170, 150 }, 650, 50, 0, 0, false },
    { "v_g2", { 320, 300, 310 }, 400, 0, 0, 0, false },
    { "v_c1", { -20, 0, 40 }, 600, 300, 0, 0, false },
    { "v_c2", { -230, -250, -130 }, 300, 650, 95, 0, false },
    { "v_h1", { -410, -400, -230 }, 200, 750, 125, 0, false },
    { "v_h2", { -220, -200, -170 }, 250, 650, 110, 60, false },
    { "v_t1", { 270, 260, 290 }, 450, 50, 0, 0, false },
    { "v_t2", { -650, -640, -560 }, -400, 0, 0, 0, false },
    { "v_i1", { 460, 450, 470 }, 600, 0, 0, 0, true },
    { "v_i2", { 110, 110, 100 }, 500, 150, 0, 0, false },
    { "o_w1", { 790, 800, 780 }, 400, 0, 0, 0, true },
    { "o_w2", { -190, -200, -60 }, 150, 700, 0, 0, false },
    { "o_a1", { 470, 480, 500 }, 650, 0, 0, 0, false },
    { "o_a2", { 420, 440, 450 }, 600, 0, 0, 0, false },
    { "o_a3", { -440, -230, 20 }, 150, 750, 0, 0, false },
    { "o_a4", { 240, 250, 250 }, 650, 50, 0, 0, false },
    { "o_f1", { 140, 120, 100 }, 500, 150, 0, 0, false },
    { "o_o1", { 370, 350, 340 }, 600, 0, 0, 0, false },
    { "o_s1", { -90, -100, 20 }, 150, 650, 0, 0, false },
    { "o_g1", { 290, 300, 310 }, 600, 0, 0, 0, false },
    { "o_c1", { 230, 240, 250 }, 550, 100, 0, 0, false },
    { "o_c2", { -70, -50, 30 }, 200, 700, 70, 0, false },
    { "o_h1", { -220, -200, -90 }, 150, 750, 90, 0, false },
    { "o_t1", { -60, -280, -500 }, 350, 100, 0, 0, false },
    { "o_i1", { 540, 550, 560 }, 550, 0, 0, 0, true },
    { "o_k11", { -10, 0, 60 }, 100, 700, 110, 0, false },
    { "o_k12", { -260, -250, -200 }, 100, 700, 150, 0, false },
    { "o_k13", { -160, -150, -120 }, 100, 750, 90, 0, false },
    { "o_k21", { -350, -350, -300 }, 100, 650, 170, 0, false },
    { "o_k22", { -450, -450, -420 }, 100, 600, 160, 0, false },
    { "o_k23", { -210, -200, -150 }, 100, 650, 100, 0, false },
    { "o_k31", { -230, -250, -130 }, 100, 700, 90, 0, false },
    { "o_k32", { -160, -150, -70 }, 100, 700, 90, 0, false },
    { "o_k33", { -60, -50, 40 }, 150, 650, 80, 0, false },
};

/* How the answers of a closed question that is no item are spread; a multiple question: percent.
 * Of those who answer: older people and women answer more than the register has them, so that weights
 * have something to do.  Somebody's background is the same in every wave; how often it is that of
 * the organisation (percent).  A stratum is known of everybody. */
static const struct spread {
    const char *name;
    int weight[MAX_VALUES];
    bool lasting, needed;
    int of_organisation;
} spreads[] = {
    { "district", { 30, 26, 27, 17 }, .lasting = true, .of_organisation = 60 },
    { "sector", { 27, 24, 14, 15, 20 }, .lasting = true, .needed = true, .of_organisation = 92 },
    { "age", { 6, 8, 11, 15, 25, 35 }, .lasting = true },
    { "gender", { 380, 570, 50 }, .lasting = true },
    { "hours", { 42, 36, 22 }, .lasting = true },
    { "years", { 21, 33, 46 }, .lasting = true },
    { "board", { 28, 72 }, .lasting = true },
    { "size", { 0 }, .lasting = true, .needed = true }, /* example_town.h knows */
    { "staff", { 38, 62 }, .lasting = true },
    { .name = "o_rol", .weight = { 31, 24, 22, 12, 11 } },
    { .name = "o_veld", .weight = { 48, 37, 33, 22, 24, 16, 13, 12, 21, 14, 27, 9 } },
    { .name = "o_knel", .weight = { 46, 41, 34, 26, 17, 15, 28, 11 } },
    { .name = "v_vorm", .weight = { 47, 39, 24, 36, 16, 21, 9, 10, 11 } },
    { .name = "v_knel", .weight = { 36, 27, 15, 21, 13, 14, 9, 24 } },
};

/* Harmless remarks; read for their marks, accents and line breaks, and never kept. */
static const char *const remarks[] = {
    "Ga zo door!",
    "Meer ruimte voor jonge vrijwilligers, graag.",
    "De coördinator is er altijd; dat scheelt.",
    "Zet de \"nieuwe ideeën\" van vrijwilligers eens centraal.",
    "Fijn dat er geluisterd wordt – maar het kan vaker.",
    "Eén aanspreekpunt zou helpen.",
    "Minder formulieren, meer koffie.",
    "Het café in het dorpshuis mist een ruimte voor scholing.",
    "Geen opmerkingen",
    "Wij zien elkaar te weinig, organisatie’s onderling.",
    "Korter mag ook: twintig vragen is genoeg.",
};
static const char *const long_remark =
    "Twee dingen:\n- een vaste contactpersoon\n- een jaarlijkse bijeenkomst";

#endif
