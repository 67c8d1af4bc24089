/* model/study.c - see waardering/study.h. */
#include "waardering/study.h"

#include <string.h>

#include "core/number.h"

int wrd_study_source(const struct wrd_study *study, const char *id)
{
    for (size_t i = 0; i < study->n_sources; i++)
        if (strcmp(study->sources[i].id, id) == 0)
            return (int)i;
    return -1;
}

int wrd_study_wave(const struct wrd_study *study, const char *name)
{
    for (size_t i = 0; i < study->n_waves; i++)
        if (strcmp(study->waves[i].name, name) == 0)
            return (int)i;
    return -1;
}

double wrd_study_confidence(const struct wrd_study *study)
{
    return wrd_decimal_double(study->analysis.confidence);
}
