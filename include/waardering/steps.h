/* waardering/steps.h - the steps of a run, in their order.  Each turns nouns into nouns and knows no
 * other step; src/cli/run.c alone knows the order.
 *
 * Errors   Every step says in `diag` what is wrong and returns the status that follows; after
 *          anything but WRD_OK its outputs must not be used, unless said otherwise.
 * Memory   What a step makes lives as long as the arena it is given. */
#ifndef WAARDERING_STEPS_H
#define WAARDERING_STEPS_H

#include "waardering/account.h"
#include "waardering/arena.h"
#include "waardering/codebook.h"
#include "waardering/diag.h"
#include "waardering/frame.h"
#include "waardering/imported.h"
#include "waardering/quality.h"
#include "waardering/release.h"
#include "waardering/staged.h"
#include "waardering/study.h"
#include "waardering/table.h"

/* read: `path` is a folder with a study.yml, or a study.yml.  On WRD_EINPUT as much as could be
 * understood is in *study (NULL if nothing), so that all errors can be told in one go. */
enum wrd_status wrd_study_read(struct wrd_arena *arena, const char *path, struct wrd_diag *diag,
                               struct wrd_study **study);
/* read: the CSV files of the codebook.  Same rule on errors. */
enum wrd_status wrd_codebook_read(struct wrd_arena *arena, const struct wrd_study *study,
                                  struct wrd_diag *diag, struct wrd_codebook **book);
/* read: the answers of one source in one wave.  `progress` may be NULL. */
struct wrd_progress {
    void (*tell)(void *self, const char *file, uint64_t done, uint64_t of); /* bytes */
    void *self;
};
enum wrd_status wrd_answers_read(struct wrd_arena *arena, const struct wrd_study *study,
                                 const struct wrd_codebook *book, size_t wave, size_t source,
                                 const struct wrd_progress *progress, struct wrd_diag *diag,
                                 struct wrd_frame **frame);

/* read: an SPSS file as a study of one source and one wave (`wave` NULL: the year it was made in).
 * Texts and what says who somebody is are left out and named. */
enum wrd_status wrd_sav_read(struct wrd_arena *arena, const char *path, const char *wave,
                             struct wrd_diag *diag, struct wrd_imported **imported);

/* check: names that must exist, items of one scale, pairs with two sides, roles and types, ... */
enum wrd_status wrd_check_codebook(const struct wrd_study *study, const struct wrd_codebook *book,
                                   struct wrd_diag *diag);
/* check: labels and lists that look like a slip of the hand (07xx, warnings). */
void wrd_check_labels(const struct wrd_study *study, const struct wrd_codebook *book,
                      struct wrd_diag *diag);
/* check: no financial figure in names, labels, units and declared columns (PROTECTION.md, G1). */
enum wrd_status wrd_check_money(const struct wrd_study *study, const struct wrd_codebook *book,
                                struct wrd_diag *diag);
/* check: flags respondents who answered in a way that makes one wonder (METHOD 7.29), and adds
 * their lines to the asides of the frame.  Nobody is set aside. */
void wrd_check_patterns(struct wrd_arena *arena, const struct wrd_codebook *book,
                        struct wrd_frame *frame);
/* check: the balance of rows and the kinds of missing answers; after weight, n-effective too. */
enum wrd_status wrd_check_quality(struct wrd_arena *arena, const struct wrd_study *study,
                                  const struct wrd_codebook *book,
                                  const struct wrd_frame *const *frames, size_t n_frames,
                                  struct wrd_quality *quality);

/* weight: fills weight, weight_one, stratum, ... of the frame. */
enum wrd_status wrd_weight(struct wrd_arena *arena, const struct wrd_study *study,
                           const struct wrd_codebook *book, struct wrd_frame *frame,
                           struct wrd_diag *diag);

/* tabulate: all outcomes of one wave; frames are those of that wave (one a source). */
enum wrd_status wrd_tabulate(struct wrd_arena *arena, const struct wrd_study *study,
                             const struct wrd_codebook *book, const struct wrd_frame *const *frames,
                             size_t n_frames, struct wrd_diag *diag, struct wrd_tables **tables);

/* tabulate: adds to the tests of `tables` what differs between the groups of every breakdown; frames are
 * those of its wave. */
void wrd_test_groups(struct wrd_arena *arena, const struct wrd_frame *const *frames,
                     size_t n_frames, struct wrd_diag *diag, struct wrd_tables *tables);

/* tabulate: sets the trend of every outcome of this wave, tables[n_waves - 1], which is `now` too;
 * frames and tables are those of all waves up to it. */
void wrd_trend(struct wrd_arena *arena, const struct wrd_frame *const *const *frames,
               const size_t *n_frames, const struct wrd_tables *const *tables, size_t n_waves,
               struct wrd_diag *diag, struct wrd_tables *now);

/* tabulate: sets the gaps of a wave (gap.h), with their joint figures and tests; frames are those of that
 * wave. */
void wrd_gaps(struct wrd_arena *arena, const struct wrd_frame *const *frames, size_t n_frames,
              struct wrd_diag *diag, struct wrd_tables *tables);
/* tabulate: sets the reliability of every scale of this wave, adds alpha and omega to its joint figures,
 * and names items that have little to do with the rest of their scale. */
void wrd_reliability(struct wrd_arena *arena, const struct wrd_frame *const *frames,
                     size_t n_frames, struct wrd_diag *diag, struct wrd_tables *tables);

/* tabulate: sets the routes and the tasks of a wave (route.h), with their joint figures and tests; frames are
 * those of that wave. */
void wrd_routes(struct wrd_arena *arena, const struct wrd_frame *const *frames, size_t n_frames,
                struct wrd_diag *diag, struct wrd_tables *tables);
void wrd_tasks(struct wrd_arena *arena, const struct wrd_frame *const *frames, size_t n_frames,
               struct wrd_diag *diag, struct wrd_tables *tables);

/* disclose: tables of this wave and of earlier ones (tables[n_waves - 1] is this one); of the
 * earlier waves only the totals are released, hidden where they were hidden then. */
enum wrd_status wrd_disclose(struct wrd_arena *arena, const struct wrd_tables *const *tables,
                             size_t n_waves, const struct wrd_quality *quality,
                             struct wrd_diag *diag, struct wrd_release **release);

/* audit: nothing about money in the files of a set, read back as their readers would (PROTECTION.md,
 * G3).  WRD_EMONEY: said in diag, file and line. */
typedef enum wrd_status wrd_audit(const struct wrd_study *study, const struct wrd_codebook *book,
                                  const struct wrd_staged *files, size_t n, struct wrd_diag *diag);
wrd_audit wrd_audit_money;

/* write: the formats (bits of enum wrd_format) of a release into `folder`/WAVE, complete or not at
 * all.  dry_run: everything is made and audited, nothing is written. */
struct wrd_write_options {
    unsigned formats;
    bool dry_run;
    wrd_audit *audit;      /* of the whole set; what it refuses is not published; NULL: none */
    unsigned publish_mode; /* of the files; 0: 0600 in a 0700 folder */
};
enum wrd_status wrd_write(const struct wrd_release *release, const char *folder,
                          const struct wrd_write_options *options, struct wrd_diag *diag);

/* write: what the analyst alone may see, unprotected: estimates.csv, tests.csv, scales.csv,
 * weights.csv and rows.csv, 0600 in a 0700 folder.  tables and frames of this wave. */
enum wrd_status wrd_write_internal(const struct wrd_tables *tables,
                                   const struct wrd_frame *const *frames, size_t n_frames,
                                   const char *folder, struct wrd_diag *diag);

/* write: the account of `check` in the words of a language, to `to`, or as a page to the file `path`
 * ("-": stdout).  Of what was said in `diag` it repeats what is about labels and lists.
 * release NULL: the run stopped before it, and only what was read is told. */
void wrd_write_account(const struct wrd_release *release, const struct wrd_account *account,
                       enum wrd_lang lang, FILE *to, struct wrd_diag *diag);
enum wrd_status wrd_write_account_html(const struct wrd_release *release,
                                       const struct wrd_account *account, enum wrd_lang lang,
                                       const char *path, struct wrd_diag *diag);
/* write: a study as a new folder, 0700 with files of 0600: complete or not at all, and never over
 * what is there. */
enum wrd_status wrd_write_study(const struct wrd_imported *imported, const char *folder,
                                struct wrd_diag *diag);

/* write: the answers of a frame (weighted) as a labelled SPSS file, 0600.  Unprotected: for the
 * analyst alone.  Ids, texts and dates are not in it. */
enum wrd_status wrd_sav_write(const struct wrd_study *study, const struct wrd_codebook *book,
                              const struct wrd_frame *frame, enum wrd_lang lang, const char *path,
                              struct wrd_diag *diag);

/* write: one table to `to`, as `show` prints it: TABLE is a variable, a scale, or
 * `indicators`. WRD_EUSAGE: none of
 * that name. */
enum wrd_status wrd_write_shown(const struct wrd_release *release, const char *table,
                                enum wrd_lang lang, FILE *to, struct wrd_diag *diag);

#endif
