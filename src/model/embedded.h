/* model/embedded.h - files that are part of the program: the codebook of the standard questionnaire
 * (input/codebook) and the texts that `init` puts beside it (src/write/texts).
 *
 * embed.sh turns them into C when the program is built, so that the questionnaire and the study that
 * is made of it have one source. */
#ifndef MODEL_EMBEDDED_H
#define MODEL_EMBEDDED_H

#include <stddef.h>

struct wrd_embedded {
    const char *name;           /* without its folder */
    const unsigned char *bytes; /* a NUL behind them */
    size_t len;
};

extern const struct wrd_embedded wrd_embedded_files[];
extern const size_t wrd_n_embedded_files;

/* The text of a file of that name; the program is not built without it. */
const char *wrd_embedded_text(const char *name, size_t *len);

#endif
