/* compare.c - the internal figures of a run beside reference values from outside.
 *
 *   compare golden   expected.csv      INTERNAL DESIGN       (DESIGN: S or D0)
 *   compare rse      ref_rse.csv       INTERNAL WAVE         (WAVE: 2016 or 2017)
 *   compare apistrat ref_apistrat.csv  INTERNAL CASE         (CASE: apistrat_nofpc)
 *
 * Prints, for each block of the reference, how many values were compared, how many agree to 1e-9
 * (relative; absolute where the reference is 0), the largest difference, and what the reference
 * holds that was not compared, with the reason.  Exit 0: all compared values agree and there were
 * some; 1: not; 2: wrong use or an unreadable file.
 *
 * Reads estimates.csv of INTERNAL (columns in docs/FORMATS.md).  Shares nothing with the program
 * that it checks: its own few lines of CSV (no line breaks inside fields, true of all these files).
 */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_FIELDS = 20, LINE = 1000, MAX_BLOCKS = 12, MAX_REASONS = 100 };
#define TOLERANCE 1e-9

struct row {
    char *field[MAX_FIELDS];
    char text[LINE];
};
struct csv {
    struct row *rows; /* [0] is the header */
    size_t n;
};

static void die(const char *what, const char *which)
{
    fprintf(stderr, "compare: %s %s\n", what, which);
    exit(2);
}

/* Splits in place; a quote is only ever around a whole field here. */
static void split(struct row *row)
{
    char *from = row->text, *to = row->text;
    size_t n = 0;
    bool quoted = false;
    row->field[n++] = to;
    for (; *from && *from != '\r' && *from != '\n'; from++) {
        if (*from == '"' && quoted && from[1] == '"')
            *to++ = *from++;
        else if (*from == '"')
            quoted = !quoted;
        else if (*from == ',' && !quoted) {
            *to++ = '\0';
            if (n < MAX_FIELDS)
                row->field[n++] = to;
        } else
            *to++ = *from;
    }
    *to = '\0';
    while (n < MAX_FIELDS)
        row->field[n++] = to;
}

static struct csv load(const char *folder, const char *name)
{
    char path[LINE];
    struct csv csv = { NULL, 0 };
    size_t room = 0;
    snprintf(path, sizeof path, "%s%s%s", folder, *folder ? "/" : "", name);
    FILE *file = fopen(path, "r");
    if (!file)
        die("cannot open", path);
    for (;; csv.n++) {
        if (csv.n == room) {
            room = room ? 2 * room : 256;
            csv.rows = realloc(csv.rows, room * sizeof *csv.rows);
            if (!csv.rows)
                die("no memory for", path);
        }
        if (!fgets(csv.rows[csv.n].text, LINE, file))
            break;
    }
    fclose(file);
    if (csv.n == 0)
        die("nothing in", path);
    for (size_t i = 0; i < csv.n; i++) /* when the rows no longer move */
        split(&csv.rows[i]);
    return csv;
}

static const char *get(const struct csv *csv, const struct row *row, const char *column)
{
    for (size_t c = 0; c < MAX_FIELDS; c++)
        if (strcmp(csv->rows[0].field[c], column) == 0)
            return row->field[c];
    die("no column", column);
    return NULL;
}

/* A figure that a reference value asks for: a cell of estimates.csv times `factor` (times the cell
 * of a second column) plus `offset`.  `reason` instead: why it is not compared. */
struct question {
    const char *variable, *code, *group_variable, *group_code, *statistic, *column;
    const char *times; /* column; NULL: none */
    double factor, offset;
    bool squared;
    const char *reason;
};

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static struct question not_compared(const char *reason)
{
    return (struct question){ .reason = reason };
}

static double answer(const struct csv *estimates, const struct question *q)
{
    for (size_t i = 1; i < estimates->n; i++) {
        const struct row *row = &estimates->rows[i];
        if (!is(get(estimates, row, "variable"), q->variable) ||
            !is(get(estimates, row, "statistic"), q->statistic) ||
            !is(get(estimates, row, "code"), q->code) ||
            !is(get(estimates, row, "group_variable"), q->group_variable) ||
            !is(get(estimates, row, "group_code"), q->group_code))
            continue;
        const char *text = get(estimates, row, q->column);
        if (!*text)
            return NAN;
        double x = strtod(text, NULL);
        if (q->times)
            x *= strtod(get(estimates, row, q->times), NULL);
        return q->factor * (q->squared ? x * x : x) + q->offset;
    }
    return NAN;
}

struct block {
    const char *name;
    size_t compared, agreed;
    double largest;
};
struct reason {
    const char *block, *quantity, *text;
    size_t count;
};
struct report {
    struct block blocks[MAX_BLOCKS];
    struct reason reasons[MAX_REASONS];
    size_t n_blocks, n_reasons;
};

static struct block *block_of(struct report *report, const char *name)
{
    for (size_t i = 0; i < report->n_blocks; i++)
        if (is(report->blocks[i].name, name))
            return &report->blocks[i];
    if (report->n_blocks == MAX_BLOCKS)
        die("too many blocks at", name);
    report->blocks[report->n_blocks].name = name;
    return &report->blocks[report->n_blocks++];
}

static void leave_out(struct report *report, const char *block, const char *quantity,
                      const char *text)
{
    for (size_t i = 0; i < report->n_reasons; i++) {
        struct reason *known = &report->reasons[i];
        if (is(known->block, block) && is(known->quantity, quantity) && is(known->text, text)) {
            known->count++;
            return;
        }
    }
    if (report->n_reasons == MAX_REASONS)
        die("too many reasons at", block);
    report->reasons[report->n_reasons++] = (struct reason){ block, quantity, text, 1 };
}

static void compare(struct report *report, const char *name, const struct csv *estimates,
                    const struct question *q, double want)
{
    struct block *block = block_of(report, name);
    double got = answer(estimates, q);
    double off = fabs(got - want) / (want == 0 ? 1 : fabs(want));
    block->compared++;
    if (isnan(off)) /* a figure that is not there */
        off = INFINITY;
    if (off > block->largest)
        block->largest = off;
    if (off <= TOLERANCE)
        block->agreed++;
    else
        printf("  DIFFERS %s %s %s %s=%s %s: got %.12g, want %.12g\n", q->variable, q->statistic,
               q->code, q->group_variable, q->group_code, q->column, got, want);
}

/* ---- golden: the columns of expected.csv are those of estimates.csv ---- */

static struct question golden_question(const struct csv *reference, const struct row *row)
{
    return (struct question){ .variable = get(reference, row, "variable"),
                              .code = get(reference, row, "code"),
                              .group_variable = get(reference, row, "group_variable"),
                              .group_code = get(reference, row, "group_code"),
                              .statistic = get(reference, row, "statistic"),
                              .column = get(reference, row, "column"),
                              .factor = 1 };
}

/* ---- rse ---- */

static const char *rse_name(const char *theirs)
{
    static const char *const names[][2] = {
        { "affRec", "recognition" },  { "affRec1", "rec1" }, { "affRec2", "rec2" },
        { "affRec3", "rec3" },        { "affRec4", "rec4" }, { "affRec5", "rec5" },
        { "affSat", "satisfaction" }, { "affSat1", "sat1" }, { "affSat2", "sat2" },
        { "affSat3", "sat3" },        { "affSat4", "sat4" },
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is(theirs, names[i][0]))
            return names[i][1];
    return NULL;
}

static struct question rse_item(struct question q, const char *quantity, const char *level)
{
    q.statistic = is(quantity, "sd") ? "sd" : "mean";
    q.column = is(quantity, "n") ? "n" : "estimate";
    if (is(quantity, "n") || is(quantity, "mean") || is(quantity, "sd"))
        return q;
    q.column = "estimate";
    if (is(quantity, "count")) { /* unweighted: the share times those who answered */
        q.statistic = "share";
        q.code = level;
        q.times = "n";
        return q;
    }
    q.statistic = is(quantity, "top2_pct") ? "top2" : "bottom2";
    q.factor = 100;
    return q;
}

/* The reference has scores of 1-5, an index is 25 (x - 1). */
static struct question rse_scale(struct question q, const char *quantity)
{
    q.statistic = is(quantity, "sd") ? "sd" : "index";
    q.column = is(quantity, "n") ? "n" : "estimate";
    if (!is(quantity, "n"))
        q.factor = 1.0 / 25;
    if (is(quantity, "mean"))
        q.offset = 1;
    if (is(quantity, "n") || is(quantity, "mean") || is(quantity, "sd"))
        return q;
    return not_compared("sd / sqrt(n) of those with a score; METHOD 7.2 keeps the others in n_h");
}

static struct question rse_question(const struct csv *reference, const struct row *row)
{
    const char *block = get(reference, row, "block"), *group = get(reference, row, "group");
    const char *level = get(reference, row, "level"), *quantity = get(reference, row, "quantity");
    const char *variable = rse_name(get(reference, row, "variable"));
    struct question q = { .variable = variable,
                          .code = "",
                          .group_variable = "total",
                          .group_code = "total",
                          .factor = 1 };
    if (is(block, "shape") || is(block, "satisgen1"))
        return not_compared("not in the codebook of the study");
    if (!variable)
        return not_compared("this scale is not in the codebook of the study");
    if (is(block, "item") && !*group)
        return rse_item(q, quantity, level);
    if (is(block, "item") && is(group, "pairwise") && rse_name(level) &&
        (is(quantity, "n") || is(quantity, "mean") || is(quantity, "sd"))) {
        q.variable = rse_name(level);
        return rse_item(q, quantity, "");
    }
    if (is(block, "scale") && is(group, "min_half"))
        return rse_scale(q, quantity);
    if (is(group, "wilson"))
        return not_compared("Wilson interval (METHOD 7.7): not built yet");
    return not_compared("reliability (METHODS 7.19-7.21): not built yet");
}

/* ---- apistrat ---- */

static const char *api_name(const char *theirs)
{
    return is(theirs, "sch.wide") ? "sch_wide" : is(theirs, "comp.imp") ? "comp_imp" : theirs;
}

static struct question api_mean(struct question q, const char *quantity)
{
    static const char *const columns[][2] = {
        { "n_valid", "n" }, { "degf", "df" },         { "mean", "estimate" }, { "se", "se" },
        { "n", "n" },       { "deff_srswr", "deff" }, { "lo_t", "ci_low" },   { "hi_t", "ci_high" },
    };
    q.statistic = "mean";
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (is(quantity, columns[i][0]))
            q.column = columns[i][1];
    if (is(quantity, "total")) {
        q.column = "estimate";
        q.times = "weight_sum";
    }
    if (is(quantity, "var")) {
        q.statistic = "sd";
        q.column = "estimate";
        q.squared = true;
    }
    return q.column ? q : not_compared("not one of the figures of estimates.csv");
}

static struct question api_share(struct question q, const char *quantity, const char *level,
                                 const char *some_code)
{
    static const char *const columns[][2] = {
        { "p", "estimate" }, { "p_se", "se" },    { "p_deff_srswr", "deff" },
        { "lo", "ci_low" },  { "hi", "ci_high" },
    };
    q.statistic = "share";
    q.code = *level ? level : some_code;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (is(quantity, columns[i][0]))
            q.column = columns[i][1];
    if (!*level && (is(quantity, "n") || is(quantity, "n_valid")))
        q.column = "n";
    if (!*level && is(quantity, "degf"))
        q.column = "df";
    if (is(quantity, "wtotal")) {
        q.column = "estimate";
        q.times = "weight_sum";
    }
    return q.column ? q : not_compared("not one of the figures of estimates.csv");
}

static struct question api_interval(struct question q, const char *variable, const char *method,
                                    const char *quantity, const char *level)
{
    if (!is(method, "beta"))
        return not_compared("another kind of interval: not built yet");
    if (is(variable, "stype"))
        return not_compared("the strata explain all: R's limits are not a number of any use (.5)");
    if (!is(variable, "awards"))
        return not_compared("R does not hold n* down to n (METHOD 7.7), and here it is above n");
    return api_share(q, quantity, level, "");
}

static struct question api_quantile(struct question q, const char *rule, const char *level,
                                    const char *quantity)
{
    if (!is(rule, "math") || !is(level, "0.5"))
        return not_compared("only the median, rule math (METHOD 7.13)");
    if (!is(quantity, "quantile"))
        return not_compared("interval of a median: not built yet");
    q.statistic = "median";
    q.column = "estimate";
    return q;
}

static struct question api_question(const struct csv *reference, const struct row *row)
{
    static char group_name[LINE];
    const char *block = get(reference, row, "block"), *group = get(reference, row, "group");
    const char *level = get(reference, row, "level"), *quantity = get(reference, row, "quantity");
    const char *variable = get(reference, row, "variable");
    bool numeric = !is(variable, "stype") && !is(variable, "sch.wide") && !is(variable, "awards");
    const char *some_code = is(variable, "stype") ? "E" : "No";
    struct question q = { .variable = api_name(variable),
                          .code = "",
                          .group_variable = "total",
                          .group_code = "total",
                          .factor = 1 };
    if (is(block, "by")) {
        snprintf(group_name, sizeof group_name, "%s", group);
        group_name[strcspn(group_name, "=")] = '\0';
        q.group_variable = api_name(group_name);
        q.group_code = strchr(group, '=') + 1;
        return numeric ? api_mean(q, quantity) : api_share(q, quantity, level, some_code);
    }
    if (is(block, "mean"))
        return api_mean(q, quantity);
    if (is(block, "freq"))
        return is(quantity, "n") ? not_compared("an unweighted count of an answer")
                                 : api_share(q, quantity, level, some_code);
    if (is(block, "ciprop"))
        return api_interval(q, variable, group, quantity, level);
    if (is(block, "quantile"))
        return api_quantile(q, group, level, quantity);
    return not_compared("a test (METHODS 7.9-7.11): not built yet");
}

/* ---- */

static const struct kind {
    const char *name;
    struct question (*ask)(const struct csv *reference, const struct row *row);
    const char *key, *prefix, *suffix; /* rows whose column `key` is prefix ARG suffix */
    const char *block;                 /* column that names the block */
    const char *quantity;
} kinds[] = {
    { "golden", golden_question, "design", "", "", "statistic", "column" },
    { "rse", rse_question, "case", "rse_", "_uk", "block", "quantity" },
    { "apistrat", api_question, "case", "", "", "block", "quantity" },
};

static int print_report(const struct report *report)
{
    size_t compared = 0, agreed = 0;
    for (size_t i = 0; i < report->n_blocks; i++) {
        const struct block *block = &report->blocks[i];
        printf("  %-9s %5zu compared, %5zu agree, largest difference %.2g\n", block->name,
               block->compared, block->agreed, block->largest);
        compared += block->compared;
        agreed += block->agreed;
    }
    for (size_t i = 0; i < report->n_reasons; i++) {
        const struct reason *reason = &report->reasons[i];
        printf("  not compared: %4zu %s %s: %s\n", reason->count, reason->block, reason->quantity,
               reason->text);
    }
    printf("  %zu of %zu agree to %g\n", agreed, compared, TOLERANCE);
    return compared > 0 && agreed == compared ? 0 : 1;
}

int main(int argc, char **argv)
{
    static struct report report;
    const struct kind *kind = kinds, *end = kinds + sizeof kinds / sizeof *kinds;
    if (argc != 5)
        die("use: compare golden|rse|apistrat REFERENCE INTERNAL", "CASE");
    while (kind < end && !is(kind->name, argv[1]))
        kind++;
    if (kind == end)
        die("unknown kind", argv[1]);
    struct csv reference = load("", argv[2]), estimates = load(argv[3], "estimates.csv");
    char wanted[LINE];
    snprintf(wanted, sizeof wanted, "%s%s%s", kind->prefix, argv[4], kind->suffix);
    for (size_t i = 1; i < reference.n; i++) {
        const struct row *row = &reference.rows[i];
        if (!is(get(&reference, row, kind->key), wanted))
            continue;
        const char *block = get(&reference, row, kind->block);
        struct question q = kind->ask(&reference, row);
        if (q.reason)
            leave_out(&report, block, get(&reference, row, kind->quantity), q.reason);
        else
            compare(&report, block, &estimates, &q, strtod(get(&reference, row, "value"), NULL));
    }
    int status = print_report(&report); /* its texts are in the rows */
    free(reference.rows);
    free(estimates.rows);
    return status;
}
