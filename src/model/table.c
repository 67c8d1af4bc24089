/* model/table.c - see waardering/table.h. */
#include "waardering/table.h"

const char *wrd_statistic_name(enum wrd_statistic statistic)
{
    static const char *const names[WRD_STATISTICS] = {
        [WRD_SHARE] = "share",
        [WRD_TOP2] = "top2",
        [WRD_BOTTOM2] = "bottom2",
        [WRD_MEAN] = "mean",
        [WRD_MEDIAN] = "median",
        [WRD_INDEX] = "index",
        [WRD_MENTIONS] = "mentions",
        [WRD_BREADTH] = "breadth",
        [WRD_STAT_DONT_KNOW] = "dont_know",
        [WRD_SD] = "sd",
    };
    return names[statistic];
}
