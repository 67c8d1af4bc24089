/* core/folded.c - see core/folded.h. */
#include "core/folded.h"

#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "core/number.h"

enum { ROOM = WRD_FOLDED_WIDTH - 2, HASH_LENGTH = 16 };

static const char first_words[] = "Codebook of waardering, version ";
static const char version[] = "1";
static const char first_rest[] = ": `waardering import` reads it back.";
static const char last_words[] = "End of the codebook: ";

/* ---- to lines ---- */

struct folding {
    struct wrd_arena *arena;
    const char **lines;
    size_t n, room;
};

static void add_line(struct folding *f, const char *line)
{
    f->lines = wrd_arena_more(f->arena, f->lines, f->n, &f->room, sizeof *f->lines);
    f->lines[f->n++] = line;
}

/* Bytes of the text that fit on a line, never half a character. */
static size_t piece_of(const char *text, size_t len)
{
    if (len <= ROOM)
        return len;
    len = ROOM;
    while (len > 1 && ((unsigned char)text[len] & 0xC0) == 0x80)
        len--;
    return len;
}

static void fold_line(struct folding *f, const char *text, size_t len)
{
    const char *mark = " ";
    do {
        const size_t piece = piece_of(text, len);
        add_line(f, wrd_arena_format(f->arena, "%s%.*s|", mark, (int)piece, text));
        text += piece;
        len -= piece;
        mark = "+";
    } while (len > 0);
}

static void fold_file(struct folding *f, const struct wrd_folded_file *file)
{
    add_line(f, wrd_arena_format(f->arena, "=%s|", file->name));
    for (const char *text = file->text; *text;) {
        const size_t len = strcspn(text, "\n");
        size_t shown = len;
        while (shown > 0 && text[shown - 1] == '\r')
            shown--;
        fold_line(f, text, shown);
        text += len + (text[len] == '\n');
    }
}

/* The last line of `n` lines. */
static const char *last_line(struct wrd_arena *arena, const char *const *lines, size_t n)
{
    struct wrd_hash_piece *pieces = wrd_arena_take_array(arena, n, sizeof *pieces);
    char hex[WRD_HASH_HEX];
    for (size_t i = 0; i < n; i++)
        pieces[i] = (struct wrd_hash_piece){ lines[i], strlen(lines[i]) };
    wrd_hash_pieces(pieces, n, hex);
    return wrd_arena_format(arena, "%s%s lines, %.*s", last_words, wrd_count_text(arena, n),
                            (int)HASH_LENGTH, hex);
}

const char **wrd_fold(struct wrd_arena *arena, const struct wrd_folded_file *files, size_t n_files,
                      size_t *n_lines)
{
    struct folding f = { .arena = arena };
    add_line(&f, wrd_arena_format(arena, "%s%s%s", first_words, version, first_rest));
    for (size_t i = 0; i < n_files; i++)
        fold_file(&f, &files[i]);
    add_line(&f, last_line(arena, f.lines + 1, f.n - 1));
    *n_lines = f.n;
    return f.lines;
}

/* ---- and back ---- */

static bool begins(const char *line, const char *words)
{
    return strncmp(line, words, strlen(words)) == 0;
}

/* Index of the line behind `from` that begins with the words, or n. */
static size_t find(const char *const *lines, size_t n, size_t from, const char *words)
{
    while (from < n && !begins(lines[from], words))
        from++;
    return from;
}

/* Whether a line may stand between the first and the last. */
static bool is_well_formed(const char *line)
{
    const size_t len = strlen(line);
    return len >= 2 && len <= WRD_FOLDED_WIDTH && strchr("= +", line[0]) && line[len - 1] == '|';
}

static bool is_known_version(const char *first)
{
    const char *number = first + strlen(first_words);
    return strspn(number, "0123456789") == strlen(version) && begins(number, version);
}

struct unfolding {
    struct wrd_folded_file *files;
    size_t n;
    char *to; /* behind the last text */
};

static void take_line(struct unfolding *u, const char *line, bool goes_on)
{
    const size_t len = strlen(line) - 2;
    if (line[0] == '=') {
        u->to++; /* the NUL of the file before */
        u->files[u->n].name = u->to;
        memcpy(u->to, line + 1, len);
        u->to += len + 1;
        u->files[u->n++].text = u->to;
        return;
    }
    memcpy(u->to, line + 1, len);
    u->to += len;
    if (!goes_on)
        *u->to++ = '\n';
}

/* The lines between the first and the last, known to be well formed. */
static void take_lines(struct wrd_arena *arena, const char *const *lines, size_t n,
                       struct unfolding *u)
{
    size_t bytes = 2, names = 0;
    for (size_t i = 0; i < n; i++) {
        bytes += strlen(lines[i]) + 2;
        names += lines[i][0] == '=';
    }
    u->files = wrd_arena_take_array(arena, names + 1, sizeof *u->files);
    u->to = wrd_arena_take(arena, bytes);
    for (size_t i = 0; i < n; i++)
        take_line(u, lines[i], i + 1 < n && lines[i + 1][0] == '+');
}

enum wrd_folded wrd_unfold(struct wrd_arena *arena, const char *const *lines, size_t n_lines,
                           struct wrd_folded_file **files, size_t *n_files, size_t *at)
{
    const size_t first = find(lines, n_lines, 0, first_words);
    if (first == n_lines)
        return WRD_FOLDED_NONE;
    *at = first + 1;
    if (!is_known_version(lines[first]))
        return WRD_FOLDED_OTHER;
    const size_t last = find(lines, n_lines, first, last_words);
    const size_t n = last - first - 1;
    for (size_t i = 0; i < n; i++)
        if (!is_well_formed(lines[first + 1 + i]) || (i == 0 && lines[first + 1][0] != '=')) {
            *at = first + 2 + i;
            return WRD_FOLDED_DAMAGED;
        }
    *at = last < n_lines ? last + 1 : n_lines;
    if (last == n_lines || strcmp(lines[last], last_line(arena, lines + first + 1, n)) != 0)
        return WRD_FOLDED_DAMAGED;
    const size_t again = find(lines, n_lines, last, first_words);
    if (again < n_lines) { /* two files became one: whose codebook is it? */
        *at = again + 1;
        return WRD_FOLDED_DAMAGED;
    }
    struct unfolding u = { 0 };
    take_lines(arena, lines + first + 1, n, &u);
    *files = u.files;
    *n_files = u.n;
    return WRD_FOLDED_WHOLE;
}
