/* write/plant.h - a set of files as a new folder, with folders in it: complete or not at all. */
#ifndef WRITE_PLANT_H
#define WRITE_PLANT_H

#include "write/set.h"

/* Names of the set may have one folder in them ("codebook/values.csv").  A folder that is there must
 * be empty.  WRD_EIO: said in diag, and nothing is left of what was made. */
enum wrd_status wrd_set_plant(const struct wrd_set *set, const char *folder, struct wrd_diag *diag);

#endif
