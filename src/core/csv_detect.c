/* core/csv_detect.c - which delimiter a file uses; see core/csv.h.
 *
 * What the first line says (sep=;) holds.  Else the header has as many fields as most records below it.  For every candidate: the records below
 * the first one that agree with it, times the delimiters in each.  A decimal comma in the rows of a
 * `;` file does not agree with its header; commas in the questions of a header do not agree with
 * the rows.  Where no record agrees with any candidate, the delimiters of the header decide. */
#include "core/csv.h"

#include <string.h>

enum { RECORDS_LOOKED_AT = 100 };

struct tally {
    size_t first;    /* delimiters in the first record */
    size_t agreeing; /* records below it with as many */
    size_t records;
};

static void tally_add(struct tally *tally, size_t delimiters)
{
    if (tally->records++ == 0)
        tally->first = delimiters;
    else
        tally->agreeing += delimiters == tally->first;
}

static struct tally tally_of(const char *head, size_t len, char delimiter)
{
    struct tally tally = { 0 };
    size_t delimiters = 0, start = 0;
    bool quoted = false;
    for (size_t i = 0; i < len && tally.records < RECORDS_LOOKED_AT; i++) {
        bool end = !quoted && (head[i] == '\n' || head[i] == '\r');
        quoted ^= head[i] == '"';
        delimiters += !quoted && head[i] == delimiter;
        if (!end)
            continue;
        if (i > start) /* not a blank line, or the LF of a CRLF */
            tally_add(&tally, delimiters);
        start = i + 1;
        delimiters = 0;
    }
    if (tally.records == 0) /* no line end at all */
        tally_add(&tally, delimiters);
    return tally;
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Capitals count as small letters, in ASCII alone. */
static bool starts_with_sep(const char *line)
{
    static const char word[] = "sep=";
    for (size_t i = 0; i < sizeof word - 1; i++)
        if ((line[i] >= 'A' && line[i] <= 'Z' ? line[i] - 'A' + 'a' : line[i]) != word[i])
            return false;
    return true;
}

char wrd_csv_named(const char *line, size_t len)
{
    enum { NAMED = 4 }; /* behind "sep=" */
    size_t quote = len > 0 && line[0] == '"', end = NAMED + 1;
    line += quote;
    len -= quote;
    if (len < end || !starts_with_sep(line) || is_line_end(line[NAMED]))
        return '\0';
    if (quote && (len == end || line[end++] != '"'))
        return '\0';
    return end == len || is_line_end(line[end]) ? line[NAMED] : '\0';
}

char wrd_csv_detect(const char *head, size_t len)
{
    static const char candidates[] = { '\t', ';', ',' }; /* the rarer in ordinary text first */
    const char named = wrd_csv_named(head, len);
    if (named && memchr(candidates, named, sizeof candidates))
        return named;
    char best = ',';
    size_t best_score = 0;
    for (size_t i = 0; i < sizeof candidates; i++) {
        struct tally tally = tally_of(head, len, candidates[i]);
        /* One record that agrees outweighs any header of at most 65,535 fields. */
        size_t score = tally.first * (1 + (tally.agreeing << 16));
        if (score > best_score) {
            best = candidates[i];
            best_score = score;
        }
    }
    return best;
}
