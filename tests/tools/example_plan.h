/* tests/tools/example_plan.h - what the respondents of the example lean to: means and spreads of
 * every question, and the remarks. All of it is made up. */
#ifndef TOOLS_EXAMPLE_PLAN_H
#define TOOLS_EXAMPLE_PLAN_H

#include "tools/survey.h"

/* What an item asks of a respondent: mean in 2025 and 2026 (0: 3 % fully disagree, 11 % disagree,
 * 25 % neither, 46 % agree, 16 % fully agree), how much of it is appreciation and how much the view
 * of the municipality (thousandths), don't knows and does-not-applies (thousandths), and whether
 * the breakdowns are left as they fell. */
static const struct item {
    const char *name;
    int mean[2], own, town, dont_know, not_applicable;
    bool left;
} items[] = {
    { "v_w1", { 700, 720 }, 500, 0, 0, 0, true },
    { "v_w2", { 330, 350 }, 450, 100, 0, 0, false },
    { "v_w3", { 300, 280 }, 550, 0, 0, 0, false },
    { "v_r1", { -50, -20 }, 400, 100, 0, 0, false },
    { "v_a1", { 220, 250 }, 750, 100, 0, 0, false },
    { "v_a2", { 550, 560 }, 650, 0, 0, 0, true },
    { "v_a3", { -450, -80 }, 250, 700, 0, 0, false },
    { "v_a4", { -50, 60 }, 700, 200, 0, 0, false },
    { "v_f1", { 120, 100 }, 500, 150, 0, 0, false },
    { "v_f2", { -480, -500 }, -350, -350, 0, 30, false },
    { "v_o1", { 200, 210 }, 600, 50, 0, 0, false },
    { "v_o2", { 40, 60 }, 550, 100, 0, 40, false },
    { "v_s1", { -150, 0 }, 200, 600, 0, 0, false },
    { "v_s2", { -350, -330 }, 200, 550, 100, 0, false },
    { "v_g1", { 170, 150 }, 650, 50, 0, 0, false },
    { "v_g2", { 300, 310 }, 400, 0, 0, 0, false },
    { "v_c1", { 0, 40 }, 600, 300, 0, 0, false },
    { "v_c2", { -250, -130 }, 300, 650, 95, 0, false },
    { "v_h1", { -400, -230 }, 200, 750, 125, 0, false },
    { "v_h2", { -200, -170 }, 250, 650, 110, 60, false },
    { "v_t1", { 260, 150 }, 450, 50, 0, 0, false },
    { "v_t2", { -640, -560 }, -400, 0, 0, 0, false },
    { "v_i1", { 450, 470 }, 600, 0, 0, 0, true },
    { "v_i2", { 110, 100 }, 500, 150, 0, 0, false },
    { "o_w1", { 800, 780 }, 400, 0, 0, 0, true },
    { "o_w2", { -200, -60 }, 150, 700, 0, 0, false },
    { "o_a1", { 480, 500 }, 650, 0, 0, 0, false },
    { "o_a2", { 440, 450 }, 600, 0, 0, 0, false },
    { "o_a3", { -250, 20 }, 150, 750, 0, 0, false },
    { "o_a4", { 250, 250 }, 650, 50, 0, 0, false },
    { "o_f1", { 120, 100 }, 500, 150, 0, 0, false },
    { "o_o1", { 350, 340 }, 600, 0, 0, 0, false },
    { "o_s1", { -100, 20 }, 150, 650, 0, 0, false },
    { "o_g1", { 300, 310 }, 600, 0, 0, 0, false },
    { "o_c1", { 240, 250 }, 550, 100, 0, 0, false },
    { "o_c2", { -50, 30 }, 200, 700, 70, 0, false },
    { "o_h1", { -200, -90 }, 150, 750, 90, 0, false },
    { "o_t1", { -350, -450 }, 350, 100, 0, 0, false },
    { "o_i1", { 550, 560 }, 550, 0, 0, 0, true },
    { "o_k11", { 0, 60 }, 100, 700, 110, 0, false },
    { "o_k12", { -250, -200 }, 100, 700, 150, 0, false },
    { "o_k13", { -150, -120 }, 100, 750, 90, 0, false },
    { "o_k21", { -350, -300 }, 100, 650, 170, 0, false },
    { "o_k22", { -450, -420 }, 100, 600, 160, 0, false },
    { "o_k23", { -200, -150 }, 100, 650, 100, 0, false },
    { "o_k31", { -250, -130 }, 100, 700, 90, 0, false },
    { "o_k32", { -150, -70 }, 100, 700, 90, 0, false },
    { "o_k33", { -50, 40 }, 150, 650, 80, 0, false },
};

/* How the answers of a closed question that is no item are spread; a multiple question: percent. */
static const struct spread {
    const char *name;
    int weight[MAX_VALUES];
} spreads[] = {
    { "district", { 30, 26, 27, 17 } },
    { "sector", { 27, 24, 14, 15, 20 } },
    { "age", { 4, 7, 10, 14, 25, 40 } },
    { "gender", { 470, 505, 25 } },
    { "hours", { 42, 36, 22 } },
    { "years", { 21, 33, 46 } },
    { "board", { 28, 72 } },
    { "size", { 42, 47, 11 } },
    { "staff", { 38, 62 } },
    { "o_rol", { 31, 24, 22, 12, 11 } },
    { "o_veld", { 48, 37, 33, 22, 24, 16, 13, 12, 21, 14, 27, 9 } },
    { "o_knel", { 46, 41, 34, 26, 17, 15, 28, 11 } },
    { "v_vorm", { 47, 39, 24, 36, 16, 21, 9, 10, 11 } },
    { "v_knel", { 36, 27, 15, 21, 13, 14, 9, 24 } },
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
