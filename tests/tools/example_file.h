/* tests/tools/example_file.h - writes the answers of the example as three survey tools would.
 *
 *   2024  a spreadsheet saved as text: tabs, Windows-1252, CR LF
 *   2025  LimeSurvey: ; and Windows-1252, every cell quoted, headers with their text
 *   2026  plain: commas, UTF-8 with a mark in front
 *
 * With it come the rows that are not used: half-filled forms, broken rows, a form sent twice. */
#ifndef TOOLS_EXAMPLE_FILE_H
#define TOOLS_EXAMPLE_FILE_H

#include "tools/example_plan.h"
#include "tools/example_town.h"

static const struct flavour {
    char mark;
    bool limesurvey, windows; /* windows: Windows-1252 and CR LF */
    const char *ticked, *not_ticked;
} flavours[N_WAVES] = {
    { '\t', false, true, "1", "0" },
    { ';', true, true, "Y", "N" },
    { ',', false, false, "Y", "" },
};

static struct out {
    FILE *to;
    const struct survey *survey;
    const struct flavour *flavour;
    int n_cells, cut; /* cut > 0: the row breaks off behind so many cells */
    bool broken;      /* a quote in a quoted cell is not doubled */
} out;

/* Latin-1 letters, and the few marks that Windows-1252 has beside them. */
static inline void put_1252(const char *text)
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

static inline void put_cell(const char *text)
{
    char doubled[1024];
    size_t len = 0;
    if (out.cut > 0 && out.n_cells >= out.cut)
        return;
    if (out.n_cells++ > 0)
        fputc(out.flavour->mark, out.to);
    bool quote =
        out.flavour->limesurvey || strchr(text, out.flavour->mark) || strpbrk(text, "\"\n");
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
    if (out.flavour->windows)
        put_1252(doubled);
    else
        fputs(doubled, out.to);
}

static inline void put_number(int number)
{
    char text[16];
    snprintf(text, sizeof text, "%d", number);
    put_cell(text);
}

static inline void end_row(void)
{
    fputs(out.flavour->windows ? "\r\n" : "\n", out.to);
    out.n_cells = 0;
}

/* ---- the header ---- */

/* What waves.csv says of 2024 and 2025: another place for `years`. */
static inline const char *column_of(const struct question *q)
{
    return town.wave < 2 && strcmp(q->name, "years") == 0 ? "G01Q08" : q->column;
}

static inline void put_header(const struct question *q)
{
    char head[512], code[120];
    const char *column = column_of(q), *star = strchr(column, '*');
    bool battery = strchr(column, '[') && !star;
    for (int v = 0; v < (star ? q->list->n : 1); v++) {
        if (star)
            snprintf(code, sizeof code, "%.*s%s]", (int)(star - column), column,
                     q->list->values[v].code);
        else
            snprintf(code, sizeof code, "%s", column);
        if (!out.flavour->limesurvey)
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

static inline void put_head(void)
{
    bool text = out.flavour->limesurvey;
    if (!out.flavour->windows)
        fputs("\xEF\xBB\xBF", out.to);
    put_cell(text ? "id. Antwoord-ID" : "id");
    put_cell(text ? "submitdate. Datum van inzending" : "submitdate");
    put_cell(text ? "startlanguage. Taal" : "startlanguage");
    for (int k = 0; k < out.survey->n_asked; k++)
        put_header(&out.survey->book->questions[out.survey->asked[k]]);
    end_row();
}

/* ---- an answer ---- */

static inline void put_multiple(const struct question *q, int answer)
{
    for (int v = 0; v < q->list->n; v++)
        put_cell(answer < 0          ? ""
                 : (answer >> v & 1) ? out.flavour->ticked
                                     : out.flavour->not_ticked);
}

/* Numbers that look like what an office hands out; no two respondents have the same. */
static inline void put_id(const struct question *q, int who)
{
    if (strcmp(q->name, "org_id") != 0)
        put_number(100003 + town.respondent[who] * 7919 % 899981);
    else if (town.organisation[who] != NO_ORGANISATION)
        put_number(1000 + town.organisation[who] * 389 % 997);
    else
        put_cell("");
}

static inline void put_text(int who)
{
    int k = rng_below(of_now(who, "remark", 0), 12);
    put_cell(out.broken ? remarks[3] : k == 11 ? long_remark : remarks[k]);
}

static inline void put_answer(const struct question *q, int answer, int who)
{
    if (q->kind == KIND_MULTIPLE)
        put_multiple(q, answer);
    else if (q->kind == KIND_ID)
        put_id(q, who);
    else if (answer == NO_ANSWER)
        put_cell("");
    else if (answer == WRONG)
        put_cell(q->list->values[0].side[0] ? "6" : "77");
    else if (q->kind == KIND_NUMBER)
        put_number(answer);
    else if (q->kind == KIND_TEXT)
        put_text(who);
    else if (town.wave < 2 && strcmp(q->name, "sector") == 0 && answer == 4)
        put_cell(rng_below(lasting(who, "nature", 0), 2) ? "5" : "6");
    else
        put_cell(q->list->values[answer].code);
}

/* ---- a row ---- */

enum row { ROW_USED, ROW_EMPTY, ROW_SHORT, ROW_BROKEN, ROW_TWICE };

static inline bool stopped_early(int who)
{
    int last = book_find(out.survey->book, town.organisations ? "o_knel" : "v_knel");
    return last >= 0 && out.survey->answer[last][who] < 0;
}

static inline void put_row(enum row kind, int who, int number)
{
    char date[40];
    out.cut = kind == ROW_SHORT ? 11 : 0;
    out.broken = kind == ROW_BROKEN;
    put_number(number);
    snprintf(date, sizeof date, "%d-03-%02d %02d:%02d:00", 2024 + town.wave, 3 + number * 26 / 480,
             8 + number * 7 % 14, number * 13 % 60);
    put_cell(kind == ROW_EMPTY || stopped_early(who) ? "" : date);
    put_cell("nl");
    for (int k = 0; k < out.survey->n_asked; k++) {
        const struct question *q = &out.survey->book->questions[out.survey->asked[k]];
        int answer = out.survey->answer[out.survey->asked[k]][who];
        if (kind == ROW_EMPTY && k > 2)
            answer = NO_ANSWER;
        if (kind == ROW_BROKEN && q->kind == KIND_TEXT)
            answer = 0;
        put_answer(q, answer, who);
    }
    out.cut = 0;
    out.broken = false;
    end_row();
}

struct extra { /* rows that are not used, spread over the file */
    int empty, shorter, broken, twice;
};

/* An extra of each kind about every n/kind rows; a second form comes well behind the first. */
static inline void put_rows(const struct extra *extra, int n)
{
    int number = 0, other = n;
    for (int i = 0; i < n; i++) {
        put_row(ROW_USED, i, ++number);
        for (int k = 0; k < extra->empty; k++)
            if (i == (2 * k + 1) * n / (2 * extra->empty))
                put_row(ROW_EMPTY, other++, ++number);
        for (int k = 0; k < extra->shorter; k++)
            if (i == (3 * k + 1) * n / (3 * extra->shorter))
                put_row(ROW_SHORT, other++, ++number);
        for (int k = 0; k < extra->broken; k++)
            if (i == (3 * k + 2) * n / (3 * extra->broken))
                put_row(ROW_BROKEN, other++, ++number);
        for (int k = 0; k < extra->twice; k++)
            if (i == (4 * k + 3) * n / (4 * extra->twice))
                put_row(ROW_TWICE, i / 2 + 3 * k, ++number);
    }
}

/* A wave that the town answered. */
static inline void put_file(const struct survey *survey, const struct extra *extra,
                            const char *folder, const char *name)
{
    out = (struct out){ .to = tool_open(folder, name),
                        .survey = survey,
                        .flavour = &flavours[town.wave] };
    put_head();
    put_rows(extra, survey->n);
    tool_close(out.to);
}

#endif
