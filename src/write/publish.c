/* write/publish.c - the published set of a wave: every chosen format, then the manifest with their
 * hashes. */
#include <stdlib.h>

#include "waardering/steps.h"
#include "write/html.h"
#include "write/manifest.h"
#include "write/markdown.h"
#include "write/results.h"
#include "write/set.h"
#include "write/workbook.h"

/* Every name a set of any version holds (FORMATS.md, section 4). */
static const char *const ours[] = {
    "report.nl.html", "report.en.html",
    "summary.nl.pdf", "summary.en.pdf",
    "tables.nl.xlsx", "tables.en.xlsx",
    "tables.nl.md",   "tables.en.md",
    "results.csv",    "results.csv-metadata.json",
    "quality.csv",    "manifest.json",
    "share.json",     NULL,
};

typedef void writer(const struct wrd_plan *plan, enum wrd_lang lang, FILE *to);

static void add(struct wrd_set *set, const char *name, writer *write, const struct wrd_plan *plan,
                enum wrd_lang lang)
{
    write(plan, lang, wrd_set_begin(set, name));
    wrd_set_end(set);
}

static enum wrd_status add_csv(struct wrd_set *set, const struct wrd_plan *plan,
                               struct wrd_diag *diag)
{
    enum wrd_status status = wrd_results_write(plan, wrd_set_begin(set, "results.csv"), diag);
    wrd_set_end(set);
    wrd_results_metadata_write(plan, wrd_set_begin(set, "results.csv-metadata.json"));
    wrd_set_end(set);
    wrd_quality_write(plan, wrd_set_begin(set, "quality.csv"));
    wrd_set_end(set);
    return status;
}

static enum wrd_status add_workbook(struct wrd_set *set, const char *name,
                                    const struct wrd_plan *plan, enum wrd_lang lang,
                                    struct wrd_diag *diag)
{
    enum wrd_status status =
        wrd_workbook_write(plan, lang, getenv("SOURCE_DATE_EPOCH"), wrd_set_begin(set, name), diag);
    wrd_set_end(set);
    return status;
}

static void add_manifest(struct wrd_set *set, const struct wrd_plan *plan, unsigned formats)
{
    struct wrd_made made[WRD_MAX_FILES];
    const size_t n = set->n;
    for (size_t i = 0; i < n; i++) {
        made[i].name = set->files[i].name;
        wrd_hash_bytes(set->files[i].bytes, set->files[i].len, made[i].sha256);
    }
    wrd_manifest_write(plan, formats, getenv("SOURCE_DATE_EPOCH"), made, n,
                       wrd_set_begin(set, "manifest.json"));
    wrd_set_end(set);
}

static enum wrd_status make(struct wrd_set *set, const struct wrd_plan *plan, unsigned formats,
                            struct wrd_diag *diag)
{
    static const struct {
        const char *name[WRD_LANGS];
        enum wrd_format format;
        writer *write;
    } texts[] = {
        { { "tables.nl.md", "tables.en.md" }, WRD_FORMAT_MD, wrd_markdown_write },
        { { "report.nl.html", "report.en.html" }, WRD_FORMAT_HTML, wrd_html_write },
    };
    static const char *const workbooks[WRD_LANGS] = { "tables.nl.xlsx", "tables.en.xlsx" };
    enum wrd_status status = WRD_OK;
    if (formats & WRD_FORMAT_CSV)
        status = add_csv(set, plan, diag);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int lang = 0; lang < WRD_LANGS; lang++)
            if ((formats & texts[i].format) && plan->study->output.languages[lang])
                add(set, texts[i].name[lang], texts[i].write, plan, (enum wrd_lang)lang);
    for (int lang = 0; lang < WRD_LANGS && status == WRD_OK; lang++)
        if ((formats & WRD_FORMAT_XLSX) && plan->study->output.languages[lang])
            status = add_workbook(set, workbooks[lang], plan, (enum wrd_lang)lang, diag);
    add_manifest(set, plan, formats);
    return status;
}

static enum wrd_status audit(const struct wrd_set *set, const struct wrd_plan *plan,
                             wrd_audit *judge, struct wrd_diag *diag)
{
    struct wrd_staged staged[WRD_MAX_FILES];
    for (size_t i = 0; i < set->n; i++)
        staged[i] =
            (struct wrd_staged){ set->files[i].name, set->files[i].bytes, set->files[i].len };
    return judge(plan->study, wrd_release_codebook(plan->release), staged, set->n, diag);
}

/* Who may read a file may enter its folder. */
static unsigned folder_mode(unsigned file_mode)
{
    return file_mode | ((file_mode & 0444) >> 2);
}

enum wrd_status wrd_write(const struct wrd_release *release, const char *folder,
                          const struct wrd_write_options *options, struct wrd_diag *diag)
{
    struct wrd_arena *arena = wrd_arena_new();
    const struct wrd_plan *plan = wrd_plan_new(arena, release);
    const unsigned mode = options->publish_mode ? options->publish_mode : 0600;
    const struct wrd_set_place place = { .folder = folder,
                                         .name = plan->wave->name,
                                         .ours = ours,
                                         .file_mode = mode,
                                         .folder_mode = folder_mode(mode),
                                         .dry_run = options->dry_run };
    struct wrd_set set = { .n = 0 };
    enum wrd_status status = make(&set, plan, options->formats, diag);
    if (status == WRD_OK && options->audit)
        status = audit(&set, plan, options->audit, diag);
    if (status == WRD_OK)
        status = wrd_set_publish(&set, &place, diag);
    wrd_set_clear(&set);
    wrd_arena_free(arena);
    return status;
}
