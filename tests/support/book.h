/* tests/support/book.h - a small study and its codebook, written below .build/ and read back.
 *
 * Two sources (vol, org), two waves (2025, 2026), reports in Dutch and English.  The files that a
 * case does not give are those of the small codebook that is right. */
#ifndef SUPPORT_BOOK_H
#define SUPPORT_BOOK_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "waardering/steps.h"

/* The files of one case; NULL is the file that is right, "" is no file. */
struct book_files {
    const char *variables, *values, *scales, *indicators, *population, *waves;
};

#define VARIABLES_HEADER                                                                           \
    "name;source;type;values;label::nl;label::en;role;scale;reverse;pair;ask_if;money_topic;unit;" \
    "min;max;separator\n"
#define VARIABLES                                                                         \
    VARIABLES_HEADER "v_w1;vol;single;agree;Vraag;Question;outcome;worth;;w1;;;;;;\n"     \
                     "o_w1;org;single;agree;Vraag;Question;outcome;worth;;w1;;;;;;\n"     \
                     "v_w2;vol;single;agree;Vraag;Question;outcome;worth;yes;;;;;;;\n"    \
                     "sector;vol org;single;sector;Sector;Sector;group;;;;;;;;;\n"        \
                     "forms;vol;multiple;forms;Vormen;Forms;outcome;;;;sector=1,2;;;;;\n" \
                     "grade;vol;number;;Cijfer;Grade;outcome;;;;;;grade;1;10;\n"          \
                     "w;vol;weight;;;;;;;;;;;;;\n"                                        \
                     "org_id;vol org;id;;;;psu;;;;;;;;;\n"
#define VALUES_HEADER "list;code;label::nl;label::en;missing;side;score;exclusive;fallback\n"
#define VALUES                                                             \
    VALUES_HEADER "agree;1;Oneens;Disagree;;negative;;;\n"                 \
                  "agree;2;Beetje oneens;Slightly disagree;;negative;;;\n" \
                  "agree;3;Eens;Agree;;positive;;;\n"                      \
                  "agree;8;Weet ik niet;Don't know;dont_know;;;;\n"        \
                  "sector;1;Sport;Sport;;;;;rest\n"                        \
                  "sector;2;Zorg;Care;;;;;\n"                              \
                  "sector;3;Overig;Other;;;;;rest\n"                       \
                  "forms;thanks;Bedankje;Thanks;;;;;\n"                    \
                  "forms;none;Niets;Nothing;;;;yes;\n"
#define SCALES "scale;label::nl;label::en;family;min_answered\nworth;Waarde;Value;;2\n"
#define INDICATORS_HEADER "indicator;part;label::nl;label::en;kind;source;of;better\n"
#define INDICATORS                                                      \
    INDICATORS_HEADER "worth;vol;Waarde;Value;index;vol;worth;higher\n" \
                      "worth;org;Waarde;Value;index;org;worth;higher\n" \
                      "agreed;;Eens;Agreed;top2;vol;v_w1;\n"            \
                      "thanked;;Bedankt;Thanked;mentions;vol;forms;\n"
#define POPULATION_HEADER "source;variable;code;count;unit\n"
#define POPULATION                                 \
    POPULATION_HEADER "vol;total;;600;persons\n"   \
                      "vol;sector;1;100;persons\n" \
                      "vol;sector;2;200;persons\n" \
                      "vol;sector;3;300;persons\n"
#define WAVES_HEADER "wave;source;name;column;code;was_code;comparable;note::nl;note::en\n"
#define WAVES WAVES_HEADER "2025;vol;v_w2;G01Q02;;;break;Anders gesteld;Worded differently\n"

struct book_run {
    struct wrd_arena *arena;
    struct wrd_diag *diag;
    struct wrd_study study;
    struct wrd_source sources[2];
    struct wrd_wave waves[2];
    struct wrd_codebook *book;
    enum wrd_status status; /* of reading */
    char *said;             /* what was said, in English; by book_said */
};

static inline void book_put(const char *folder, const char *name, const char *text, size_t len)
{
    char path[256];
    snprintf(path, sizeof path, "%s/codebook/%s", folder, name);
    remove(path);
    if (len == 0)
        return;
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static inline void book_put_text(const char *folder, const char *name, const char *text,
                                 const char *right)
{
    text = text ? text : right;
    book_put(folder, name, text, strlen(text));
}

static inline void book_write(const char *folder, const struct book_files *files)
{
    char path[256];
    mkdir(".build", 0777);
    mkdir(".build/unit", 0777);
    mkdir(folder, 0777);
    snprintf(path, sizeof path, "%s/codebook", folder);
    mkdir(path, 0777);
    book_put_text(folder, "variables.csv", files->variables, VARIABLES);
    book_put_text(folder, "values.csv", files->values, VALUES);
    book_put_text(folder, "scales.csv", files->scales, SCALES);
    book_put_text(folder, "indicators.csv", files->indicators, INDICATORS);
    book_put_text(folder, "population.csv", files->population, POPULATION);
    book_put_text(folder, "waves.csv", files->waves, WAVES);
}

static inline void book_study(struct book_run *run, const char *folder)
{
    run->sources[0] = (struct wrd_source){ .id = "vol", .decimal = ',' };
    run->sources[1] = (struct wrd_source){ .id = "org", .decimal = ',' };
    run->waves[0] =
        (struct wrd_wave){ .name = "2025", .files = { "2025/vol.csv", "2025/org.csv" } };
    run->waves[1] =
        (struct wrd_wave){ .name = "2026", .files = { "2026/vol.csv", "2026/org.csv" } };
    run->study = (struct wrd_study){ .folder = folder,
                                     .file = "study.yml",
                                     .id = "voorbeeldstad",
                                     .title = { "Vrijwilligersonderzoek", "Volunteer survey" },
                                     .municipality_name = "Voorbeeldstad",
                                     .codebook = "codebook",
                                     .sources = run->sources,
                                     .n_sources = 2,
                                     .waves = run->waves,
                                     .n_waves = 2 };
    run->study.output.languages[WRD_NL] = run->study.output.languages[WRD_EN] = true;
}

/* Reads what is in the folder. */
static inline void book_read(struct book_run *run, const char *folder)
{
    memset(run, 0, sizeof *run);
    run->arena = wrd_arena_new();
    run->diag = wrd_diag_new();
    book_study(run, folder);
    run->status = wrd_codebook_read(run->arena, &run->study, run->diag, &run->book);
}

/* Everything said until now; lives until the next time, or book_free. */
static inline const char *book_said(struct book_run *run)
{
    size_t len;
    free(run->said);
    FILE *to = open_memstream(&run->said, &len);
    const struct wrd_diag_style style = { .lang = WRD_EN, .verbose = true };
    assert_non_null(to);
    wrd_diag_write(run->diag, to, &style);
    fclose(to);
    return run->said;
}

static inline void book_free(struct book_run *run)
{
    free(run->said);
    wrd_diag_free(run->diag);
    wrd_arena_free(run->arena);
}

static inline void assert_said(const char *said, const char *part)
{
    if (strstr(said, part))
        return;
    print_error("'%s' was not said, but:\n%s\n", part, said);
    fail();
}

#endif
