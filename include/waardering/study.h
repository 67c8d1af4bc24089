/* waardering/study.h - a study as study.yml describes it.
 *
 * Filled by read (wrd_study_read); nobody changes it after that.  Every text is UTF-8, ends in NUL
 * and lives as long as the arena of the run.  Paths are relative to `folder` as written. */
#ifndef WAARDERING_STUDY_H
#define WAARDERING_STUDY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "waardering/decimal.h"
#include "waardering/design.h"
#include "waardering/diag.h"
#include "waardering/status.h"

enum { WRD_MAX_SOURCES = 8 };

enum wrd_respondents { WRD_VOLUNTEERS, WRD_ORGANISATIONS };
enum wrd_export {
    WRD_EXPORT_AUTO, WRD_EXPORT_PLAIN, WRD_EXPORT_LIMESURVEY, WRD_EXPORT_QUALTRICS,
    WRD_EXPORT_SURVEYMONKEY, WRD_EXPORT_FORMS
};
enum wrd_answers { WRD_ANSWERS_CODES, WRD_ANSWERS_LABELS };
enum wrd_encoding { WRD_ENCODING_AUTO, WRD_ENCODING_UTF8, WRD_ENCODING_CP1252, WRD_ENCODING_UTF16 };
enum wrd_duplicates { WRD_DUPLICATES_FIRST, WRD_DUPLICATES_LAST, WRD_DUPLICATES_ERROR };
enum wrd_weighting {
    WRD_WEIGHTS_NONE, WRD_WEIGHTS_GIVEN, WRD_WEIGHTS_POSTSTRATIFY, WRD_WEIGHTS_RAKE
};
/* Only where everybody was invited: how those who did not answer are seen. */
enum wrd_nonresponse { WRD_NONRESPONSE_UNSAID, WRD_NONRESPONSE_CONSERVATIVE, WRD_NONRESPONSE_STRATUM };
enum wrd_profile { WRD_PROFILE_PUBLIC, WRD_PROFILE_STRICT, WRD_PROFILE_BASE_ONLY };
enum wrd_format { WRD_FORMAT_CSV = 1, WRD_FORMAT_MD = 2, WRD_FORMAT_HTML = 4, WRD_FORMAT_XLSX = 8 };

struct wrd_source {
    const char *id;
    enum wrd_respondents respondents;
    enum wrd_export export_preset;
    enum wrd_answers answers;
    bool answers_said; /* else the kind of export decides */
    char delimiter; /* 0: detect */
    enum wrd_encoding encoding;
    char decimal; /* ',' or '.' */
    enum wrd_duplicates duplicates;
    const char *link; /* NULL: none */
    struct wrd_place link_place;
    struct {
        enum wrd_weighting method;
        const char *variable; /* of type weight: the weight, or the base weight; NULL: none */
        int grid_exponent;    /* grid 1e-N: N, 0..15; -1: auto */
        const char **margins; /* variables, or crosses "age*gender", with totals in population.csv */
        size_t n_margins;
        bool trims;
        struct wrd_decimal low, high; /* times the mean weight */
        struct wrd_place place, margins_place;
    } weights;
    struct {
        const char **strata; /* names of variables */
        size_t n_strata;
        const char *cluster; /* name of a variable, the PSU; NULL: none */
        bool fpc;            /* N per stratum from population.csv */
        enum wrd_lone lone;
        enum wrd_variance variance;
        enum wrd_nonresponse nonresponse;
        struct wrd_place place, cluster_place;
    } design;
    struct wrd_place place;
};

struct wrd_wave {
    const char *name;                  /* "2026" */
    const char *from, *to;             /* fieldwork, YYYY-MM-DD; NULL: not said */
    const char *files[WRD_MAX_SOURCES]; /* by source; NULL: this source has none in this wave */
    struct wrd_place file_place[WRD_MAX_SOURCES];
    int64_t invited[WRD_MAX_SOURCES]; /* -1: not said */
    const char *mode;                 /* NULL: not said */
    struct wrd_place place;
};

struct wrd_allowed { /* a text that looks like money and is not */
    const char *text, *scope, *reason;
    struct wrd_place place;
};

struct wrd_study {
    const char *folder; /* of study.yml, for opening files */
    const char *file;   /* "study.yml" as shown in messages */
    const char *id;
    const char *title[WRD_LANGS];
    const char *municipality_code, *municipality_name;
    const char *codebook; /* folder, relative */
    struct wrd_source *sources;
    size_t n_sources;
    struct wrd_wave *waves; /* in the order of the file, which is the order of time */
    size_t n_waves;
    struct {
        enum wrd_profile profile;
        const char *reason; /* with WRD_PROFILE_BASE_ONLY */
        unsigned min_base[2]; /* by enum wrd_respondents: R1 */
        unsigned min_cell[2]; /* R2 */
    } disclosure;
    struct {
        struct wrd_decimal confidence; /* 0.95 */
        enum wrd_interval interval;
        bool by_given;              /* false: every variable with role group */
        const char **by[WRD_MAX_SOURCES]; /* names of variables, by source */
        size_t n_by[WRD_MAX_SOURCES];
        struct wrd_place by_place;
    } analysis;
    struct wrd_allowed *allowed; /* terms.allow */
    size_t n_allowed;
    struct {
        const char *folder; /* relative */
        bool languages[WRD_LANGS];
        unsigned formats; /* of enum wrd_format */
    } output;
};

/* Index of the source or wave of that name, or -1. */
int wrd_study_source(const struct wrd_study *study, const char *id);
int wrd_study_wave(const struct wrd_study *study, const char *name);
double wrd_study_confidence(const struct wrd_study *study);

#endif
