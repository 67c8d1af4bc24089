/* cli/process.c - see process.h. */
#include "cli/process.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

void process_close(void)
{
    const struct rlimit none = { 0, 0 };

    umask(077);
    (void)setrlimit(RLIMIT_CORE, &none);
    (void)prctl(PR_SET_DUMPABLE, 0); /* a core handler that is a pipe does not look at the limit */
}
