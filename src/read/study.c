/* read/study.c - study.yml: found, read, and bound key by key (FORMATS.md, 1).
 *
 * The tables of the parts (study_sources.c, study_waves.c, study_rules.c) are the list of what may
 * stand in study.yml; this file holds the outermost one. */
#include <string.h>
#include <sys/stat.h>

#include "core/file.h"
#include "core/text.h"
#include "read/inside.h"
#include "read/study_parts.h"
#include "waardering/steps.h"

/* ---- the outermost keys ---- */

static void judge_version(const struct wrd_bind *b, const struct wrd_yaml *value,
                          const struct wrd_field *field, void *into)
{
    (void)field;
    (void)into;
    const char *text = wrd_bind_scalar(b, value);
    if (text && strcmp(text, "1") != 0)
        wrd_bind_say(b, WRD_E0143, value, wrd_yaml_shown(b->arena, text));
}

static void bind_study_id(const struct wrd_bind *b, const struct wrd_yaml *value,
                          const struct wrd_field *field, void *into)
{
    (void)field;
    wrd_bind_text_that(b, value, wrd_is_study_id, WRD_E0125, into);
}

static const struct wrd_field title_fields[] = {
    { "nl", 0, wrd_bind_text, offsetof(struct wrd_study, title[WRD_NL]), NULL },
    { "en", 0, wrd_bind_text, offsetof(struct wrd_study, title[WRD_EN]), NULL },
    { NULL, 0, NULL, 0, NULL }
};

static const struct wrd_field municipality_fields[] = {
    { "code", WRD_REQUIRED, wrd_bind_text, offsetof(struct wrd_study, municipality_code), NULL },
    { "name", WRD_REQUIRED, wrd_bind_text, offsetof(struct wrd_study, municipality_name), NULL },
    { NULL, 0, NULL, 0, NULL }
};

static void bind_title(const struct wrd_bind *b, const struct wrd_yaml *value,
                       const struct wrd_field *field, void *into)
{
    (void)field;
    (void)wrd_bind_map(b, value, title_fields, into);
}

static void bind_municipality(const struct wrd_bind *b, const struct wrd_yaml *value,
                              const struct wrd_field *field, void *into)
{
    (void)field;
    (void)wrd_bind_map(b, value, municipality_fields, into);
}

static const struct wrd_field identity_fields[] = {
    { "id", WRD_REQUIRED, bind_study_id, offsetof(struct wrd_study, id), NULL },
    { "title", WRD_REQUIRED, bind_title, 0, NULL },
    { "municipality", WRD_REQUIRED, bind_municipality, 0, NULL },
    { NULL, 0, NULL, 0, NULL }
};

static void bind_identity(const struct wrd_bind *b, const struct wrd_yaml *value,
                          const struct wrd_field *field, void *into)
{
    (void)field;
    (void)wrd_bind_map(b, value, identity_fields, into);
}

/* Sources come before what names them. */
static const struct wrd_field study_fields[] = {
    { "format", WRD_REQUIRED, judge_version, 0, NULL },
    { "study", WRD_REQUIRED, bind_identity, 0, NULL },
    { "codebook", WRD_REQUIRED, wrd_bind_path, offsetof(struct wrd_study, codebook), NULL },
    { "sources", WRD_REQUIRED, wrd_bind_sources, 0, NULL },
    { "waves", 0, wrd_bind_waves, 0, NULL }, /* none: before the first answers */
    { "disclosure", 0, wrd_bind_disclosure, 0, NULL },
    { "analysis", 0, wrd_bind_analysis, 0, NULL },
    { "output", 0, wrd_bind_output, 0, NULL },
    { "terms", 0, wrd_bind_terms, 0, NULL },
    { NULL, 0, NULL, 0, NULL }
};

/* A report needs a title in its language. */
static void judge_titles(const struct wrd_bind *b)
{
    static const char *const codes[WRD_LANGS] = { [WRD_NL] = "nl", [WRD_EN] = "en" };
    const struct wrd_yaml *title = wrd_yaml_find(wrd_yaml_find(b->root, "study"), "title");
    if (!title || title->kind != WRD_YAML_MAP)
        return;
    for (size_t lang = 0; lang < WRD_LANGS; lang++)
        if (b->study->output.languages[lang] && !wrd_yaml_find(title, codes[lang]))
            wrd_bind_say(b, WRD_E0144, title, codes[lang]);
}

/* ---- the file ---- */

static bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* What is left out has its default; what is missing by mistake has something harmless, so that the
 * steps that look for more errors need not fear a NULL. */
static struct wrd_study *new_study(struct wrd_arena *arena, const char *path)
{
    struct wrd_study *study = wrd_arena_take(arena, sizeof *study);
    bool folder = is_folder(path);
    const char *slash = strrchr(path, '/');
    study->folder = folder          ? path
                    : !slash        ? "."
                    : slash == path ? "/"
                                    : wrd_arena_text(arena, path, (size_t)(slash - path));
    study->file = folder ? "study.yml" : slash ? slash + 1 : path;
    study->id = study->title[WRD_NL] = study->title[WRD_EN] = "";
    study->municipality_code = study->municipality_name = "";
    study->codebook = "codebook";
    wrd_rules_default(study);
    return study;
}

static struct wrd_yaml *read_tree(struct wrd_arena *arena, const struct wrd_study *study,
                                  const char *given, struct wrd_diag *diag)
{
    struct wrd_place place = { study->file, 0, 0, NULL, NULL };
    const char *path = wrd_path_join(arena, study->folder, study->file);
    size_t len = 0;
    if (!wrd_file_exists(path)) {
        place.file = given;
        wrd_say(diag, WRD_E0101, place, given);
        return NULL;
    }
    if (!wrd_is_inside(study, path, study->file, place, diag))
        return NULL;
    char *text = wrd_file_read(arena, path, WRD_YAML_SIZE, &len, place, diag);
    return text ? wrd_yaml_read(arena, text, len, study->file, diag) : NULL;
}

static void bind_study(const struct wrd_bind *b)
{
    if (wrd_bind_map(b, b->root, study_fields, b->study))
        judge_titles(b);
}

struct wrd_study *wrd_study_read_text(struct wrd_arena *arena, const char *text,
                                      struct wrd_diag *diag)
{
    struct wrd_study *read = new_study(arena, "study.yml");
    struct wrd_bind b = { arena, diag, read,
                          wrd_yaml_read(arena, text, strlen(text), read->file, diag) };
    if (!b.root)
        return NULL;
    bind_study(&b);
    return read;
}

enum wrd_status wrd_study_read(struct wrd_arena *arena, const char *path, struct wrd_diag *diag,
                               struct wrd_study **study)
{
    size_t errors = wrd_diag_errors(diag);
    struct wrd_study *read = new_study(arena, wrd_arena_text(arena, path, strlen(path)));
    struct wrd_bind b = { arena, diag, read, read_tree(arena, read, path, diag) };
    *study = NULL;
    if (!b.root)
        return wrd_diag_status(diag);
    bind_study(&b);
    *study = read;
    return wrd_diag_errors(diag) > errors ? WRD_EINPUT : WRD_OK;
}
