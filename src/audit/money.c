/* audit/money.c - no financial figure in what is about to be published: the last of three gates.
 *
 * Reads every file of the set back, as its readers would, and trusts no writer and no gate before
 * it.
 *
 * Source   PROTECTION.md, gate G3. */
#include <string.h>

#define uthash_malloc(size) wrd_arena_take(gate->arena, (size))
#define uthash_free(block, size) ((void)(block))
#include <uthash.h>

#include "audit/exempt.h"
#include "audit/passages.h"
#include "core/text.h"
#include "model/money_lexicon.h"
#include "waardering/steps.h"

/* A text in which nothing was found: most cells of a file occur many times. */
struct clean {
    const char *text;
    UT_hash_handle hh;
};

struct gate {
    struct wrd_arena *arena;
    struct wrd_arena *scratch; /* of one passage */
    struct wrd_money_finder *finder;
    struct clean *clean;
    struct wrd_exempt exempt;
    struct wrd_diag *diag;
    const struct wrd_staged *file;
};

static void remember(struct gate *gate, const char *text)
{
    struct clean *clean = wrd_arena_take(gate->arena, sizeof *clean);
    clean->text = wrd_arena_text(gate->arena, text, strlen(text));
    HASH_ADD_KEYPTR(hh, gate->clean, clean->text, strlen(text), clean);
}

static void judge(void *self, const struct wrd_passage *passage)
{
    enum { ROOM = 16 };
    struct gate *gate = self;
    struct clean *known;
    HASH_FIND(hh, gate->clean, passage->text, strlen(passage->text), known);
    if (known)
        return;
    struct wrd_arena *arena = gate->scratch;
    struct wrd_money_hit hits[ROOM];
    const size_t n =
        wrd_money_find_with(gate->finder, arena,
                            wrd_exempt_out(arena, &gate->exempt, passage->text), false, hits, ROOM);
    const struct wrd_place place = { .file = gate->file->name,
                                     .line = passage->line,
                                     .key = passage->where };
    for (size_t i = 0; i < n; i++)
        if (hits[i].kind != WRD_MONEY_HINT)
            wrd_say(gate->diag, WRD_E0780, place, hits[i].word);
    if (n == 0)
        remember(gate, passage->text);
    wrd_arena_clear(arena);
}

/* A kind of file that nobody can read back is not let through, nor is text with a NUL in it, behind
 * which readers may see nothing. */
struct kind {
    const char *end;
    wrd_passage_reader *read;
    bool text;
};
static const struct kind *kind_of(const char *name)
{
    static const struct kind kinds[] = { { ".html", wrd_passages_html, true },
                                         { ".csv", wrd_passages_csv, true },
                                         { ".md", wrd_passages_markdown, true },
                                         { ".json", wrd_passages_lines, true },
                                         { ".xlsx", wrd_passages_xlsx, false } };
    const size_t len = strlen(name);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const size_t end = strlen(kinds[i].end);
        if (len >= end && strcmp(name + len - end, kinds[i].end) == 0)
            return &kinds[i];
    }
    return NULL;
}

static bool read_back(struct gate *gate)
{
    const struct kind *kind = kind_of(gate->file->name);
    return kind && !(kind->text && memchr(gate->file->bytes, '\0', gate->file->len)) &&
           kind->read(gate->file, (struct wrd_passage_taker){ judge, gate });
}

enum wrd_status wrd_audit_money(const struct wrd_study *study, const struct wrd_codebook *book,
                                const struct wrd_staged *files, size_t n, struct wrd_diag *diag)
{
    struct wrd_arena *arena = wrd_arena_new();
    const size_t before = wrd_diag_errors(diag);
    struct gate gate = { .arena = arena,
                         .scratch = wrd_arena_new(),
                         .finder = wrd_money_finder_new(arena),
                         .exempt = wrd_exempt_of(arena, study, book),
                         .diag = diag };
    for (size_t i = 0; i < n; i++) {
        const struct wrd_passage name = { files[i].name, 0, "name of the file" };
        gate.file = &files[i];
        judge(&gate, &name);
        if (!read_back(&gate))
            wrd_say(diag, WRD_E0781, (struct wrd_place){ .file = files[i].name });
    }
    wrd_arena_free(gate.scratch);
    wrd_arena_free(arena);
    return wrd_diag_errors(diag) == before ? WRD_OK : WRD_EMONEY;
}
