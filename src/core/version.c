#include "core/version.h"

/* The Makefile gives the versions that pkg-config names; libcsv has no pkg-config file, that of
 * libxlsxwriter names another number, and both say it in their header; ReadStat says it in the name of
 * its file. */
#include <csv.h>
#include <xlsxwriter.h>

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

static const struct wrd_library libraries[] = {
    { "libcsv", TEXT(CSV_MAJOR) "." TEXT(CSV_MINOR) "." TEXT(CSV_RELEASE) },
    { "readstat", WRD_READSTAT },
    { "gsl", WRD_GSL },
    { "libyaml", WRD_YAML },
    { "jansson", WRD_JANSSON },
    { "libmd", WRD_MD },
    { "utf8proc", WRD_UTF8PROC },
    { "libxml2", WRD_XML2 },
    { "libxlsxwriter", LXW_VERSION },
    { "libzip", WRD_ZIP },
};

const char *wrd_version(void)
{
    return WRD_VERSION;
}

const struct wrd_library *wrd_libraries(size_t *n)
{
    *n = sizeof libraries / sizeof *libraries;
    return libraries;
}
