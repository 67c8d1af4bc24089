/* write/manifest.h - manifest.json: what made this set, from what, and what it holds.
 *
 * Nothing in it names a respondent, a machine, a user, a path or a time of day. */
#ifndef WRITE_MANIFEST_H
#define WRITE_MANIFEST_H

#include <stdio.h>

#include "core/hash.h"
#include "core/json.h"
#include "write/plan.h"

struct wrd_made { /* another file of the set */
    const char *name;
    char sha256[WRD_HASH_HEX];
};

/* What study.yml says, in words of the manifest: all but the formats.  Free it. */
struct wrd_json *wrd_manifest_options(const struct wrd_plan *plan);
/* The date of the set, YYYY-MM-DD: of the epoch, or of the end of the fieldwork; NULL: there is none. */
enum { WRD_DATE_ROOM = 32 };
const char *wrd_set_date(const struct wrd_wave *wave, const char *epoch, char room[WRD_DATE_ROOM]);

/* `formats` are those written (bits of enum wrd_format).  `epoch` is the text of SOURCE_DATE_EPOCH,
 * or NULL: it replaces the end of the fieldwork as the date of the set. */
void wrd_manifest_write(const struct wrd_plan *plan, unsigned formats, const char *epoch,
                        const struct wrd_made *files, size_t n_files, FILE *to);

/* manifest_sources.c: the options about weights, design and intervals, a source each. */
void wrd_manifest_sources(const struct wrd_plan *plan, struct wrd_json *options);

#endif
