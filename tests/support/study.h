/* tests/support/study.h - studies written below .build/ and read back, for the tests of study.yml.
 */
#ifndef SUPPORT_STUDY_H
#define SUPPORT_STUDY_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/said.h"
#include "waardering/steps.h"

/* The example of FORMATS.md, reduced to what is built. */
static const char example[] =
    "format: 1\n"
    "study:\n"
    "  id: voorbeeldstad\n"
    "  title: { nl: Vrijwilligersonderzoek Voorbeeldstad, en: Volunteer survey Voorbeeldstad }\n"
    "  municipality: { code: GM9999, name: Voorbeeldstad }\n"
    "codebook: codebook\n"
    "sources:\n"
    "  - id: vol\n"
    "    respondents: volunteers\n"
    "    export: auto\n"
    "    answers: codes\n"
    "    delimiter: auto\n"
    "    encoding: auto\n"
    "    decimal: \",\"\n"
    "    duplicates: first\n"
    "    link: org_id\n"
    "    weights:\n"
    "      method: given\n"
    "      variable: w\n"
    "      grid: auto\n"
    "    design:\n"
    "      strata: [sector]\n"
    "      fpc: none\n"
    "      lone_cluster: error\n"
    "      variance: taylor\n"
    "      nonresponse: conservative\n"
    "  - { id: org, respondents: organisations, weights: { method: none } }\n"
    "waves:\n"
    "  - wave: 2025\n"
    "    fieldwork: { from: 2025-03-03, to: 2025-03-30 }\n"
    "    files: { vol: 2025/volunteers.csv, org: 2025/organisations.csv }\n"
    "    invited: { vol: 1200, org: 300 }\n"
    "    mode: web\n"
    "  - wave: 2026\n"
    "    fieldwork: { from: 2026-03-02, to: 2026-03-29 }\n"
    "    files: { vol: 2026/volunteers.csv, org: 2026/organisations.csv }\n"
    "disclosure:\n"
    "  profile: public\n"
    "  min_base: { volunteers: 10, organisations: 10 }\n"
    "  min_cell: { volunteers: 5, organisations: 3 }\n"
    "analysis:\n"
    "  confidence: 0.95\n"
    "  interval: korn-graubard\n"
    "  by: { vol: [age, district, sector, hours], org: [size] }\n"
    "output:\n"
    "  folder: ../output\n"
    "  languages: [nl, en]\n"
    "  formats: [csv, md, html]\n";

static char study_folder[] = ".build/study-XXXXXX";

static inline int make_folder(void **state)
{
    (void)state;
    (void)mkdir(".build", 0777); /* it may be there */
    return mkdtemp(study_folder) ? 0 : -1;
}

static inline const char *file_below(struct wrd_arena *arena, const char *name)
{
    return wrd_arena_format(arena, "%s/%s", study_folder, name);
}

static inline int remove_folder(void **state)
{
    (void)state;
    struct wrd_arena *arena = wrd_arena_new();
    (void)unlink(file_below(arena, "study.yml"));
    (void)unlink(file_below(arena, "other.yml"));
    wrd_arena_free(arena);
    return rmdir(study_folder);
}

static inline void write_file(struct wrd_arena *arena, const char *name, const char *text)
{
    FILE *to = fopen(file_below(arena, name), "wb");
    assert_non_null(to);
    assert_true(fputs(text, to) >= 0);
    assert_int_equal(fclose(to), 0);
}

struct reading {
    enum wrd_status status;
    struct wrd_study *study;
    const char *said;
};

static inline struct reading read_path(struct wrd_arena *arena, const char *path)
{
    struct reading reading;
    struct wrd_diag *diag = wrd_diag_new();
    reading.status = wrd_study_read(arena, path, diag, &reading.study);
    char *list = said(diag);
    reading.said = wrd_arena_text(arena, list, strlen(list));
    free(list);
    wrd_diag_free(diag);
    return reading;
}

static inline struct reading read_text(struct wrd_arena *arena, const char *text)
{
    write_file(arena, "study.yml", text);
    return read_path(arena, study_folder);
}

/* The example with `put` where `find` stood. */
static inline const char *changed(struct wrd_arena *arena, const char *find, const char *put)
{
    const char *at = strstr(example, find);
    assert_non_null(at);
    assert_null(strstr(at + 1, find)); /* else a case might change another line than it says */
    return wrd_arena_format(arena, "%.*s%s%s", (int)(at - example), example, put,
                            at + strlen(find));
}

#endif
