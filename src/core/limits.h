/* core/limits.h - limits that depend on the build.
 *
 * The build for the fuzz targets (WRD_SMALL) has small blocks and low limits, so that a short input
 * comes to every seam between blocks, every array that grows and every text that is too long. */
#ifndef CORE_LIMITS_H
#define CORE_LIMITS_H

#ifdef WRD_SMALL
#define WRD_LIMIT(usual, small) (small)
#else
#define WRD_LIMIT(usual, small) (usual)
#endif

#endif
