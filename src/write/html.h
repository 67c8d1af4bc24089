/* write/html.h - the report of a language: one file without scripts or requests, for councils.
 *
 * The order of the chapters is that of REPORTS: in short, who took part, the themes, every question
 * by source, how it was made. */
#ifndef WRITE_HTML_H
#define WRITE_HTML_H

#include <stdio.h>

#include "model/words.h"
#include "write/grid.h"
#include "write/plan.h"

struct wrd_page {
    const struct wrd_plan *plan;
    enum wrd_lang lang;
    FILE *to;
};

void wrd_html_write(const struct wrd_plan *plan, enum wrd_lang lang, FILE *to);

/* html_table.c: <figure> with headline, base line and table. */
enum wrd_table_look {
    WRD_LOOK_TOTAL,
    WRD_LOOK_BY,
    WRD_LOOK_CHANGE,
    WRD_LOOK_COUNTS,
    WRD_LOOK_TEXT
};
struct wrd_figure_text {
    const char *headline, *base; /* base may be NULL */
    const char *caption;
};
void wrd_html_figure(const struct wrd_page *page, const struct wrd_figure_text *text,
                     const struct wrd_grid *grid, enum wrd_table_look look);
/* html_topic.c: a question or scale with its breakdowns, under a heading of this level ("h3"). */
void wrd_html_topic(const struct wrd_page *page, const struct wrd_topic *topic,
                    const char *heading);
/* html_part.c, html_method.c: chapters */
void wrd_html_part(const struct wrd_page *page);
void wrd_html_headlines(const struct wrd_page *page); /* html_headlines.c */
void wrd_html_weights(const struct wrd_page *page);   /* html_weights.c: a part of the first */
void wrd_html_gaps(const struct wrd_page *page);      /* html_gap.c: a chapter */
/* a level line of a chart, from and to in percent of its width */
void wrd_html_line(const struct wrd_page *page, const char *class, const char *from,
                   const char *to);
/* html_family.c: chapters */
void wrd_html_tasks(const struct wrd_page *page);
void wrd_html_routes(const struct wrd_page *page);
/* html_response.c: what it says of a source, and its tables by group */
void wrd_html_response(const struct wrd_page *page, const struct wrd_seen_response *response);
void wrd_html_response_by(const struct wrd_page *page, const struct wrd_seen_response *response);
void wrd_html_method(const struct wrd_page *page);
void wrd_html_reliability(const struct wrd_page *page); /* html_reliability.c: a part of it */
void wrd_html_asked(const struct wrd_page *page);

/* html.c: up to the skip link to #main; from the end of main on */
void wrd_html_begin(const struct wrd_page *page, const char *title);
void wrd_html_end(const struct wrd_page *page);
void wrd_html_chapter(const struct wrd_page *page, const char *id, const char *title);
void wrd_html_chapter_end(const struct wrd_page *page);
void wrd_html_say(const struct wrd_page *page, enum wrd_word word); /* a paragraph */
const char *wrd_html_word(const struct wrd_page *page, enum wrd_word word);

#endif
