/* core/version.h - the version of the program and of the libraries it was built with. */
#ifndef CORE_VERSION_H
#define CORE_VERSION_H

#include <stddef.h>

struct wrd_library {
    const char *name, *version;
};

const char *wrd_version(void);
/* In a fixed order; *n is how many. */
const struct wrd_library *wrd_libraries(size_t *n);

#endif
