/* read/study_parts.h - the parts of study.yml that have a file of their own; each reads into the
 * struct wrd_study that it is given, after the sources. */
#ifndef READ_STUDY_PARTS_H
#define READ_STUDY_PARTS_H

#include "read/bind.h"

/* study.c: a study.yml that is no file.  NULL: nothing of it can be understood. */
struct wrd_study *wrd_study_read_text(struct wrd_arena *arena, const char *text,
                                      struct wrd_diag *diag);

/* study_sources.c */
void wrd_bind_sources(const struct wrd_bind *b, const struct wrd_yaml *value,
                      const struct wrd_field *field, void *into);
/* Index of the source that the key of `value` names, or -1 after saying that there is none. */
int wrd_bind_source_of(const struct wrd_bind *b, const struct wrd_yaml *value);

/* study_design.c: weights and design of a source, into its struct wrd_source */
void wrd_bind_weights(const struct wrd_bind *b, const struct wrd_yaml *value,
                      const struct wrd_field *field, void *into);
void wrd_bind_design(const struct wrd_bind *b, const struct wrd_yaml *value,
                     const struct wrd_field *field, void *into);

/* study_waves.c */
void wrd_bind_waves(const struct wrd_bind *b, const struct wrd_yaml *value,
                    const struct wrd_field *field, void *into);

/* study_rules.c: disclosure, analysis, output */
void wrd_bind_disclosure(const struct wrd_bind *b, const struct wrd_yaml *value,
                         const struct wrd_field *field, void *into);
void wrd_bind_analysis(const struct wrd_bind *b, const struct wrd_yaml *value,
                       const struct wrd_field *field, void *into);
void wrd_bind_output(const struct wrd_bind *b, const struct wrd_yaml *value,
                     const struct wrd_field *field, void *into);
/* study_terms.c */
void wrd_bind_terms(const struct wrd_bind *b, const struct wrd_yaml *value,
                    const struct wrd_field *field, void *into);
/* The values of what study.yml leaves out. */
void wrd_rules_default(struct wrd_study *study);

#endif
