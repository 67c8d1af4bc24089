/* tests/tools/make_example.c - makes the answers of the example study and of the small one.
 *
 *   make_example [--small] [--truth FILE] [--rows FILE] STUDY [OUTPUT]
 *
 * reads STUDY/codebook and writes the answer files of the waves below OUTPUT (STUDY if left out).
 * --truth: the true counts (survey.h); --rows: the balance of rows of each file.  The same bytes on
 * every machine.  Nobody answered any of this: a respondent is a leaning towards appreciation, one
 * towards the municipality, and chance. */
#include "tools/example_plan.h"
#include "tools/repair.h"
#include "tools/rng.h"
#include "tools/sheet.h"

enum { SEED = 9999 };

static struct book book;
static struct survey survey;

static uint64_t source_seed(int wave)
{
    return (uint64_t)(SEED + 10 * wave + (survey.source[0] == 'o'));
}

static uint64_t at(int wave, int who, const char *what, int k)
{
    uint64_t name = 0;
    for (const char *c = what; *c; c++)
        name = name * 131 + (unsigned char)*c;
    return rng_draw(source_seed(wave), (uint64_t)who, name, (uint64_t)k);
}

static int square_root(int square)
{
    int root = 0;
    while ((root + 1) * (root + 1) <= square)
        root++;
    return root;
}

/* The answer of `who` to a question by name; -1 where it was not asked here. */
static int answered(const char *name, int who)
{
    int q = book_find(&book, name);
    return q < 0 ? -1 : survey.answer[q][who];
}

/* Real differences: the villages and small organisations see less of the municipality, sport thanks
 * more and culture less, more hours bind more. */
static int town_shift(int who)
{
    static const int district[] = { 200, -80, 60, -420 }, size[] = { -320, 60, 220 };
    int d = answered("district", who), z = answered("size", who);
    return (d < 0 ? 0 : district[d]) + (z < 0 ? 0 : size[z]);
}

static int own_shift(int who)
{
    static const int sector[] = { 220, 40, -280, 60, -80 }, hours[] = { -120, 0, 220 };
    int s = answered("sector", who), h = answered("hours", who);
    return (s < 0 ? 0 : sector[s]) + (h < 0 ? 0 : hours[h]);
}

static int leaning_of(const struct item *item, int wave, int who)
{
    int rest = square_root(1000000 - item->own * item->own - item->town * item->town);
    int own = rng_normal(at(wave, who, "appreciation", 0)) + own_shift(who);
    int town = rng_normal(at(wave, who, "municipality", 0)) + town_shift(who);
    int chance = rng_normal(at(wave, who, item->name, 0));
    int lean = item->mean[wave] + (item->own * own + item->town * town + rest * chance) / 1000;
    if (strcmp(item->name, "v_t1") == 0 && answered("age", who) == 0)
        lean -= 450; /* the youngest move on */
    if (strcmp(item->name, "v_t2") == 0 && answered("hours", who) == 2)
        lean += 500; /* many hours weigh more */
    return lean;
}

static int agree_of(int lean)
{
    static const int cuts[] = { -1900, -1100, -300, 1000 };
    int answer = 0;
    while (answer < 4 && lean >= cuts[answer])
        answer++;
    return answer;
}

static void answer_item(const struct item *item, int q, int wave)
{
    for (int i = 0; i < survey.n; i++) {
        int chance = rng_below(at(wave, i, item->name, 1), 1000);
        leaning[q][i] = leaning_of(item, wave, i);
        survey.answer[q][i] = agree_of(leaning[q][i]);
        if (chance < item->dont_know)
            survey.answer[q][i] = 5;
        else if (chance < item->dont_know + item->not_applicable)
            survey.answer[q][i] = 6;
        else if (chance >= 994)
            survey.answer[q][i] = NO_ANSWER;
    }
}

static int ticked_of(const struct spread *spread, int n, int wave, int who)
{
    int mask = 0;
    if (rng_below(at(wave, who, spread->name, 99), 100) < spread->weight[n - 1])
        return 1 << (n - 1);
    for (int v = 0; v < n - 1; v++)
        if (rng_below(at(wave, who, spread->name, v), 100) < spread->weight[v])
            mask |= 1 << v;
    return mask ? mask : 1 << rng_below(at(wave, who, spread->name, 98), n - 1);
}

static void answer_spread(const struct spread *spread, int q, int wave)
{
    const struct question *ask = &book.questions[q];
    for (int i = 0; i < survey.n; i++) {
        leaning[q][i] = rng_normal(at(wave, i, spread->name, 97));
        survey.answer[q][i] = ask->kind == KIND_MULTIPLE ? ticked_of(spread, ask->list->n, wave, i)
                                                         : rng_pick(at(wave, i, spread->name, 0),
                                                                    spread->weight, ask->list->n);
        if (rng_below(at(wave, i, spread->name, 96), 1000) < 7)
            survey.answer[q][i] = NO_ANSWER;
    }
}

static void answer_grade(int q, int wave)
{
    static const int cuts[] = { -1500, -850, 0, 950, 1600 }; /* a 5, 6, 7, 8, 9; else a 10 */
    const struct item grade = { "v_cijfer", { 100, 150 }, 700, 50, 0, 0, false };
    for (int i = 0; i < survey.n; i++) {
        int answer = 5;
        leaning[q][i] = leaning_of(&grade, wave, i);
        while (answer < 10 && leaning[q][i] >= cuts[answer - 5])
            answer++;
        survey.answer[q][i] = answer;
    }
}

static void answer_question(int q, int wave)
{
    const char *name = book.questions[q].name;
    for (size_t k = 0; k < sizeof items / sizeof *items; k++)
        if (strcmp(items[k].name, name) == 0)
            answer_item(&items[k], q, wave);
    for (size_t k = 0; k < sizeof spreads / sizeof *spreads; k++)
        if (strcmp(spreads[k].name, name) == 0)
            answer_spread(&spreads[k], q, wave);
    if (book.questions[q].kind == KIND_NUMBER)
        answer_grade(q, wave);
    if (book.questions[q].kind == KIND_TEXT || book.questions[q].kind == KIND_ID)
        for (int i = 0; i < survey.n; i++)
            survey.answer[q][i] =
                book.questions[q].kind == KIND_ID || rng_below(at(wave, i, name, 0), 6) == 0
                    ? 0
                    : NO_ANSWER;
}

/* Some stop half way; a few cells hold a number that is no answer. */
static void spoil(int wave)
{
    for (int i = 0; i < survey.n; i++)
        if (rng_below(at(wave, i, "stop", 0), 100) < 5) {
            int half = survey.n_asked / 2;
            int from = half + rng_below(at(wave, i, "stop", 1), survey.n_asked - half);
            for (int k = from; k < survey.n_asked; k++)
                survey.answer[survey.asked[k]][i] = NO_ANSWER;
        }
    for (int k = 0; k < 5; k++) {
        int n = survey.n_asked, q;
        do
            q = survey.asked[rng_below(at(wave, k, "wrong", n--), survey.n_asked)];
        while (book.questions[q].kind != KIND_SINGLE);
        survey.answer[q][rng_below(at(wave, k, "wrong", 1000), survey.n)] = WRONG;
    }
}

static void repair(int wanted)
{
    for (int k = 0; k < survey.n_asked; k++) {
        int q = survey.asked[k];
        bool left = false;
        for (size_t i = 0; i < sizeof items / sizeof *items; i++)
            left |= items[i].left && strcmp(items[i].name, book.questions[q].name) == 0;
        if (!book.questions[q].outcome)
            continue;
        if (book.questions[q].kind == KIND_MULTIPLE)
            repair_multiple(&survey, q, wanted);
        else
            repair_single(&survey, q, wanted, !left);
    }
}

/* ---- the file ---- */

static struct out {
    FILE *to;
    bool limesurvey;  /* ; and Windows-1252, every cell quoted, headers with their text */
    int n_cells, cut; /* cut > 0: the row breaks off behind so many cells */
    bool broken;      /* a quote in a quoted cell is not doubled */
} out;

/* Latin-1 letters, and the few marks that Windows-1252 has beside them. */
static void put_1252(const char *text)
{
    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        if (*c < 0x80)
            fputc(*c, out.to);
        else if (*c == 0xC2 || *c == 0xC3) {
            fputc((*c & 3) << 6 | (c[1] & 0x3F), out.to);
            c++;
        } else { /* U+2013 and U+2019: three bytes */
            fputc(c[2] == 0x93 ? 0x96 : 0x92, out.to);
            c += 2;
        }
}

static void put_cell(const char *text)
{
    char doubled[1024];
    size_t len = 0;
    if (out.cut > 0 && out.n_cells >= out.cut)
        return;
    if (out.n_cells++ > 0)
        fputc(out.limesurvey ? ';' : ',', out.to);
    bool quote = out.limesurvey || strpbrk(text, ",\"\n");
    if (quote)
        doubled[len++] = '"';
    for (const char *c = text; *c && len < sizeof doubled - 3; c++) {
        if (*c == '"' && !out.broken)
            doubled[len++] = '"';
        doubled[len++] = *c;
    }
    if (quote)
        doubled[len++] = '"';
    doubled[len] = 0;
    if (out.limesurvey)
        put_1252(doubled);
    else
        fputs(doubled, out.to);
}

static void end_row(void)
{
    fputs(out.limesurvey ? "\r\n" : "\n", out.to);
    out.n_cells = 0;
}

/* What waves.csv says of 2025: another place for `years`. */
static const char *column_of(const struct question *q, int wave)
{
    return wave == 0 && strcmp(q->name, "years") == 0 ? "G01Q08" : q->column;
}

static void put_header(const struct question *q, int wave)
{
    char head[512];
    const char *column = column_of(q, wave), *star = strchr(column, '*');
    bool battery = strchr(column, '[') && !star;
    for (int v = 0; v < (star ? q->list->n : 1); v++) {
        char code[120];
        if (star)
            snprintf(code, sizeof code, "%.*s%s]", (int)(star - column), column,
                     q->list->values[v].code);
        else
            snprintf(code, sizeof code, "%s", column);
        if (!out.limesurvey)
            snprintf(head, sizeof head, "%s", code);
        else if (battery)
            snprintf(head, sizeof head, "%s. Bent u het eens met deze zin? [%s]", code,
                     q->label_nl);
        else if (star)
            snprintf(head, sizeof head, "%s. %s [%s]", code, q->label_nl,
                     q->list->values[v].label_nl);
        else
            snprintf(head, sizeof head, "%s. %s", code, q->label_nl);
        put_cell(head);
    }
}

static void put_head(int wave)
{
    if (!out.limesurvey)
        fputs("\xEF\xBB\xBF", out.to);
    put_cell(out.limesurvey ? "id. Antwoord-ID" : "id");
    put_cell(out.limesurvey ? "submitdate. Datum van inzending" : "submitdate");
    put_cell(out.limesurvey ? "startlanguage. Taal" : "startlanguage");
    for (int k = 0; k < survey.n_asked; k++)
        put_header(&book.questions[survey.asked[k]], wave);
    end_row();
}

static void put_multiple(const struct question *q, int answer)
{
    for (int v = 0; v < q->list->n; v++)
        put_cell(answer >= 0 && (answer >> v & 1) ? "Y" : answer >= 0 && out.limesurvey ? "N" : "");
}

static void put_answer(const struct question *q, int answer, int wave, int who)
{
    char text[40];
    if (q->kind == KIND_MULTIPLE)
        put_multiple(q, answer);
    else if (q->kind == KIND_ID) {
        snprintf(text, sizeof text, "%d", 100003 + (who * 7919 + wave * 331) % 899981);
        put_cell(text);
    } else if (answer == NO_ANSWER)
        put_cell("");
    else if (answer == WRONG)
        put_cell(q->list->values[0].side[0] ? "6" : "77");
    else if (q->kind == KIND_NUMBER) {
        snprintf(text, sizeof text, "%d", answer);
        put_cell(text);
    } else if (q->kind == KIND_TEXT) {
        int k = rng_below(at(wave, who, "remark", 0), 12);
        put_cell(out.broken ? remarks[3] : k == 11 ? long_remark : remarks[k]);
    } else if (wave == 0 && strcmp(q->name, "sector") == 0 && answer == 4)
        put_cell(rng_below(at(wave, who, "nature", 0), 2) ? "5" : "6");
    else
        put_cell(q->list->values[answer].code);
}

enum row { ROW_USED, ROW_EMPTY, ROW_SHORT, ROW_BROKEN, ROW_TWICE };

static void put_row(enum row kind, int wave, int who, int number)
{
    char text[40];
    bool stopped =
        kind == ROW_EMPTY || answered(survey.source[0] == 'o' ? "o_knel" : "v_knel", who) < 0;
    out.cut = kind == ROW_SHORT ? 11 : 0;
    out.broken = kind == ROW_BROKEN;
    snprintf(text, sizeof text, "%d", number);
    put_cell(text);
    snprintf(text, sizeof text, "%d-03-%02d %02d:%02d:00", 2025 + wave, 3 + number * 26 / 480,
             8 + number * 7 % 14, number * 13 % 60);
    put_cell(stopped ? "" : text);
    put_cell("nl");
    for (int k = 0; k < survey.n_asked; k++) {
        const struct question *q = &book.questions[survey.asked[k]];
        int answer = survey.answer[survey.asked[k]][who];
        if (kind == ROW_EMPTY && k > 2)
            answer = NO_ANSWER;
        if (kind == ROW_BROKEN && q->kind == KIND_TEXT)
            answer = 0;
        put_answer(q, answer, wave, who);
    }
    out.cut = 0;
    out.broken = false;
    end_row();
}

struct extra { /* rows that are not used, spread over the file */
    int empty, shorter, broken, twice;
};

static void put_file(const struct extra *extra, int wave)
{
    int n = survey.n, number = 0, other = n;
    put_head(wave);
    for (int i = 0; i < n; i++) {
        put_row(ROW_USED, wave, i, ++number);
        /* An extra of each kind about every n/kind rows; a second form comes well behind the first.
         */
        for (int k = 0; k < extra->empty; k++)
            if (i == (2 * k + 1) * n / (2 * extra->empty))
                put_row(ROW_EMPTY, wave, other++, ++number);
        for (int k = 0; k < extra->shorter; k++)
            if (i == (3 * k + 1) * n / (3 * extra->shorter))
                put_row(ROW_SHORT, wave, other++, ++number);
        for (int k = 0; k < extra->broken; k++)
            if (i == (3 * k + 2) * n / (3 * extra->broken))
                put_row(ROW_BROKEN, wave, other++, ++number);
        for (int k = 0; k < extra->twice; k++)
            if (i == (4 * k + 3) * n / (4 * extra->twice))
                put_row(ROW_TWICE, wave, i / 2 + 3 * k, ++number);
    }
}

static void put_balance(FILE *rows, const char *name, const struct extra *x)
{
    int aside = x->shorter + x->broken;
    fprintf(rows, "%s,%d,%d,%d,%d,%d\n", name, survey.n + x->empty + aside + x->twice, survey.n,
            x->empty, aside, x->twice);
}

/* Respondents who make up the extra rows come behind the used ones and are counted nowhere. */
static void make_answers(int wave, int used, int wanted, const struct extra *extra)
{
    survey.n = used + extra->empty + extra->shorter + extra->broken;
    for (int k = 0; k < survey.n_asked; k++)
        answer_question(survey.asked[k], wave);
    survey.n = used;
    spoil(wave);
    if (wanted)
        repair(wanted);
}

static const struct plan {
    const char *file, *wave, *source;
    const char *by[4];
    int used, wanted; /* wanted 0: no repair */
    struct extra extra;
    bool small;
} plans[] = {
    { "2025/volunteers.csv",
      "2025",
      "vol",
      { "age", "district", "sector", "hours" },
      413,
      6,
      { 6, 3, 1, 5 },
      false },
    { "2025/organisations.csv", "2025", "org", { "size" }, 147, 4, { 3, 1, 1, 4 }, false },
    { "2026/volunteers.csv",
      "2026",
      "vol",
      { "age", "district", "sector", "hours" },
      427,
      6,
      { 7, 2, 1, 6 },
      false },
    { "2026/organisations.csv", "2026", "org", { "size" }, 152, 4, { 2, 2, 1, 4 }, false },
    { "2026/volunteers.csv",
      "2026",
      "vol",
      { "age", "district", "hours" },
      60,
      0,
      { 2, 1, 0, 1 },
      true },
    { "2026/organisations.csv", "2026", "org", { "size" }, 25, 0, { 1, 0, 0, 1 }, true },
};

/* A respondent without one valid outcome would be an empty row to the program. */
static void check_used(void)
{
    for (int i = 0; i < survey.n; i++) {
        bool valid = false;
        for (int k = 0; k < survey.n_asked; k++) {
            const struct question *q = &book.questions[survey.asked[k]];
            int answer = survey.answer[survey.asked[k]][i];
            valid |= q->outcome && answer >= 0 &&
                     (q->kind != KIND_SINGLE || value_valid(q->list, answer));
        }
        if (!valid) {
            fprintf(stderr, "respondent %d of %s has no valid outcome\n", i, survey.source);
            exit(1);
        }
    }
}

static void make_file(const struct plan *plan, const char *folder, FILE *truth, FILE *rows)
{
    int wave = plan->wave[3] == '6';
    survey_open(&survey, &book, plan->wave, plan->source);
    for (; survey.n_by < 4 && plan->by[survey.n_by]; survey.n_by++)
        survey.by[survey.n_by] = plan->by[survey.n_by];
    make_answers(wave, plan->used, plan->wanted, &plan->extra);
    check_used();
    out.to = tool_open(folder, plan->file);
    out.limesurvey = wave == 0;
    put_file(&plan->extra, wave);
    tool_close(out.to);
    if (truth)
        truth_write(truth, &survey, wave == 1);
    if (rows)
        put_balance(rows, plan->file, &plan->extra);
}

int main(int argc, char **argv)
{
    FILE *truth = NULL, *rows = NULL;
    bool small = false;
    int a = 1;
    for (; a < argc && argv[a][0] == '-'; a++)
        if (strcmp(argv[a], "--small") == 0)
            small = true;
        else if (strcmp(argv[a], "--truth") == 0 && a + 1 < argc)
            truth_head(truth = tool_open("", argv[++a]));
        else if (strcmp(argv[a], "--rows") == 0 && a + 1 < argc)
            fputs("file,rows,used,empty,set-aside,duplicate\n", rows = tool_open("", argv[++a]));
    if (a >= argc) {
        fputs("usage: make_example [--small] [--truth FILE] [--rows FILE] STUDY [OUTPUT]\n",
              stderr);
        return 2;
    }
    book_read(&book, argv[a]);
    for (size_t p = 0; p < sizeof plans / sizeof *plans; p++)
        if (plans[p].small == small)
            make_file(&plans[p], a + 1 < argc ? argv[a + 1] : argv[a], truth, rows);
    if (truth)
        tool_close(truth);
    if (rows)
        tool_close(rows);
    return 0;
}
