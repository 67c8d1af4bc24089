/* model/table.c - see waardering/table.h. */
#include "waardering/table.h"

#include <string.h>

#include "core/text.h"

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
        [WRD_GAP_INDEX] = "gap_index",
        [WRD_GAP_TOP2] = "gap_top2",
        [WRD_GAP_LINKED] = "gap_linked",
        [WRD_ROUTE] = "route",
        [WRD_ROUTE_SHAPE] = "route_shape",
        [WRD_ROUTE_LEVEL] = "route_level",
        [WRD_ALPHA] = "alpha",
        [WRD_OMEGA] = "omega",
    };
    return names[statistic];
}

bool wrd_is_of_scores(enum wrd_statistic statistic)
{
    switch (statistic) {
    case WRD_MEAN:
    case WRD_MEDIAN:
    case WRD_INDEX:
    case WRD_BREADTH:
    case WRD_SD:
        return true;
    default:
        return false;
    }
}

const char *wrd_change_name(enum wrd_statistic statistic)
{
    switch (statistic) {
    case WRD_SHARE:
        return "change_share";
    case WRD_TOP2:
        return "change_top2";
    case WRD_MEAN:
        return "change_mean";
    case WRD_INDEX:
        return "change_index";
    default:
        return NULL;
    }
}

const char *wrd_row_code(struct wrd_arena *arena, const struct wrd_outcome *outcome,
                         const struct wrd_row *row)
{
    if (row->statistic != WRD_TOP2)
        return row->code;
    const char **codes = wrd_arena_take_array(arena, row->n_parts, sizeof *codes);
    for (size_t p = 0; p < row->n_parts; p++)
        codes[p] = outcome->variable->list->answers[row->parts[p]]->code;
    return wrd_text_join(arena, codes, row->n_parts, "+");
}

size_t wrd_row_tested(const struct wrd_outcome *outcome, size_t row)
{
    if (outcome->rows[row].statistic != WRD_TOP2)
        return row;
    struct wrd_arena *scratch = wrd_arena_new();
    const char *code = wrd_row_code(scratch, outcome, &outcome->rows[row]);
    size_t tested = 0;
    while (tested < outcome->n_rows && (outcome->rows[tested].statistic != WRD_SHARE ||
                                        strcmp(outcome->rows[tested].code, code) != 0))
        tested++;
    wrd_arena_free(scratch);
    return tested < outcome->n_rows ? tested : row;
}

bool wrd_series_breaks(const struct wrd_study *study, const struct wrd_codebook *book,
                       const struct wrd_outcome *outcome, size_t then, size_t now)
{
    const char *mode_then = study->waves[then].mode, *mode_now = study->waves[now].mode;
    const size_t source = outcome->source;

    if (mode_then && mode_now && strcmp(mode_then, mode_now) != 0)
        return true;
    if (outcome->scale)
        return !wrd_scale_comparable(book, study, (size_t)(outcome->scale - book->scales), source,
                                     then, now);
    return strcmp(wrd_comparable(book, study, then, source, outcome->variable),
                  wrd_comparable(book, study, now, source, outcome->variable)) != 0;
}
