/* write/markdown.c - see markdown.h.
 *
 * A label is text, whatever it holds: marks of Markdown and HTML in it are escaped, line ends and
 * other control characters become a space.  `show` prints the same tables to a terminal, where
 * there is nothing to escape but control characters. */
#include "write/markdown.h"

#include <string.h>

#include "core/text.h"
#include "waardering/steps.h"
#include "write/grid.h"
#include "write/design.h"
#include "write/family.h"
#include "write/headlines.h"
#include "write/wording.h"

struct page {
    const struct wrd_plan *plan;
    enum wrd_lang lang;
    FILE *to;
    bool plain; /* for a terminal */
};

static const char *entity(char c)
{
    return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : NULL;
}

static char *put_escaped(char *to, const char *text)
{
    for (size_t i = 0; text[i]; i++) {
        const char *as = entity(text[i]);
        if (as) {
            to = stpcpy(to, as);
            continue;
        }
        if (strchr("\\`*_[]|~#", text[i]))
            *to++ = '\\';
        *to++ = text[i];
    }
    return to;
}

static const char *safe(const struct page *page, const char *text)
{
    const size_t len = strlen(text);
    char *clean = wrd_arena_text(page->plan->arena, text, len);
    char *escaped;
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)clean[i] < ' ' || clean[i] == 0x7f)
            clean[i] = ' ';
    if (page->plain)
        return clean;
    escaped = wrd_arena_take(page->plan->arena, 5 * len + 1);
    put_escaped(escaped, clean);
    return escaped;
}

static void put(const struct page *page, const char *before, const char *text, const char *after)
{
    fprintf(page->to, "%s%s%s", before, safe(page, text), after);
}

/* At the start of a line these would make a list, a heading or a rule. */
static size_t leading_marker(const char *text)
{
    const size_t digits = strspn(text, "0123456789");
    if (strchr("+-=", *text) && *text)
        return 1;
    return digits > 0 && strchr(".)", text[digits]) && text[digits] ? digits + 1 : 0;
}

/* A paragraph; `mark` stands on both sides of it. */
static void put_line(const struct page *page, const char *mark, const char *text)
{
    const char *line, *around = page->plain ? "" : mark;
    size_t marker;
    if (!text || *text == '\0')
        return;
    line = safe(page, text);
    marker = page->plain || *mark ? 0 : leading_marker(line);
    if (marker > 0)
        fprintf(page->to, "%.*s\\", (int)(marker - 1), line);
    fprintf(page->to, "%s%s%s\n\n", around, line + (marker > 0 ? marker - 1 : 0), around);
}

static size_t width_of(const struct page *page, const struct wrd_grid *grid, size_t column)
{
    size_t width = 3;
    for (size_t row = 0; row < grid->n_rows; row++) {
        const char *text = safe(page, *wrd_grid_cell(grid, row, column));
        const size_t count = wrd_utf8_count(text, strlen(text));
        if (count > width)
            width = count;
    }
    return width;
}

static void put_times(FILE *to, char c, size_t times)
{
    while (times-- > 0)
        fputc(c, to);
}

static void put_cell(const struct page *page, const char *text, size_t width, bool label)
{
    const size_t space = width - wrd_utf8_count(text, strlen(text));
    fputs("| ", page->to);
    put_times(page->to, ' ', label ? 0 : space);
    fputs(text, page->to);
    put_times(page->to, ' ', label ? space + 1 : 1);
}

static void put_rule(const struct page *page, const size_t *widths, size_t n)
{
    for (size_t column = 0; column < n; column++) {
        fputs(column == 0 ? "|:" : "|-", page->to);
        put_times(page->to, '-', widths[column]);
        fputs(column == 0 ? "-" : ":", page->to);
    }
    fputs("|\n", page->to);
}

static void put_grid(const struct page *page, const struct wrd_grid *grid)
{
    size_t *widths = wrd_arena_take_array(page->plan->arena, grid->n_columns, sizeof *widths);
    for (size_t column = 0; column < grid->n_columns; column++)
        widths[column] = width_of(page, grid, column);
    for (size_t row = 0; row < grid->n_rows; row++) {
        for (size_t column = 0; column < grid->n_columns; column++)
            put_cell(page, safe(page, *wrd_grid_cell(grid, row, column)), widths[column],
                     column == 0);
        fputs("|\n", page->to);
        if (row == 0)
            put_rule(page, widths, grid->n_columns);
    }
    fputc('\n', page->to);
}

static void put_signs(const struct page *page, const struct wrd_seen_table *const *tables, size_t n,
                      const struct wrd_grid *grid)
{
    put_line(page, "", wrd_sign_note(page->plan, tables, n, grid->undefined, page->lang));
}

static void put_total(const struct page *page, const struct wrd_topic *topic)
{
    struct wrd_arena *arena = page->plan->arena;
    const struct wrd_grid *grid = wrd_grid_total(page->plan, topic, page->lang);
    const struct wrd_seen_table **tables =
        wrd_arena_take_array(arena, topic->n_earlier + 1, sizeof *tables);
    size_t n = 0;
    if (!topic->total)
        return;
    tables[n++] = topic->total;
    for (size_t i = 0; i < topic->n_earlier; i++)
        tables[n++] = topic->earlier[i];
    put_line(page, "*", wrd_base_line(page->plan, topic->total, page->lang));
    put_grid(page, grid);
    put_line(page, "", wrd_topic_change(page->plan, topic, page->lang));
    put_line(page, "", wrd_topic_line(page->plan, topic, page->lang));
    put_signs(page, tables, n, grid);
    put_line(page, "", wrd_design_note(topic->total, page->lang));
}

static void put_changes(const struct page *page, const struct wrd_topic *topic)
{
    const struct wrd_grid *grid = wrd_grid_changes(page->plan, topic, page->lang);
    if (!grid)
        return;
    put_line(page, "**", wrd_change_title(page->plan, topic, page->lang));
    put_line(page, "*", wrd_word(WRD_WORD_CHANGE_UNIT, page->lang));
    put_grid(page, grid);
}

static void put_breakdown(const struct page *page, const struct wrd_seen_table *table)
{
    const struct wrd_grid *grid = wrd_grid_by(page->plan, table, page->lang);
    put_line(page, "**",
             wrd_sentence(page->plan->arena, WRD_WORD_BREAKDOWN, page->lang,
                          wrd_breakdown_label(table, page->lang)));
    put_line(page, "*", wrd_base_line(page->plan, table, page->lang));
    put_grid(page, grid);
    put_signs(page, &table, 1, grid);
    put_line(page, "", wrd_design_note(table, page->lang));
}

/* The name of a variable holds nothing to escape, and stands as code. */
static void put_topic(const struct page *page, const struct wrd_topic *topic)
{
    put(page, page->plain ? "" : "### ", wrd_outcome_label(topic->outcome, page->lang), "");
    fprintf(page->to, page->plain ? " (%s)\n\n" : " (`%s`)\n\n", topic->outcome->name);
    put_total(page, topic);
    put_changes(page, topic);
    for (size_t i = 0; i < topic->n_by; i++)
        if (topic->by[i]->design != WRD_DESIGN_LEFT_OUT)
            put_breakdown(page, topic->by[i]);
    put_line(page, "", wrd_left_out_note(page->plan, topic, page->lang));
}

static void put_head(const struct page *page)
{
    const struct wrd_plan *plan = page->plan;
    put(page, "# ",
        wrd_sentence(plan->arena, WRD_WORD_TABLES_OF, page->lang,
                     wrd_study_title(plan, page->lang)),
        "\n\n");
    put_line(page, "",
             wrd_sentence(plan->arena, WRD_WORD_WAVE_LINE, page->lang,
                          plan->study->municipality_name, plan->wave->name,
                          wrd_word(WRD_WORD_NO_MONEY, page->lang)));
    put(page, "**", wrd_word(WRD_WORD_DRAFT, page->lang), ".** ");
    put(page, "", wrd_word(WRD_WORD_DRAFT_MEANS, page->lang), "\n\n");
    if (plan->study->disclosure.profile == WRD_PROFILE_BASE_ONLY) {
        put_line(page, "", wrd_word(WRD_WORD_BASE_ONLY, page->lang));
        put_line(page, "",
                 wrd_sentence(plan->arena, WRD_WORD_BASE_ONLY_REASON, page->lang,
                              plan->study->disclosure.reason));
    }
}

static void put_legend(const struct page *page)
{
    static const enum wrd_word words[] = { WRD_WORD_SIGN_X,      WRD_WORD_SIGN_U,
                                           WRD_WORD_SIGN_B,      WRD_WORD_SIGN_Z,
                                           WRD_WORD_SIGN_HIGHER, WRD_WORD_SIGN_LOWER };
    static const char *const signs[] = { "x", "u", "b", "z", WRD_SIGN_HIGHER, WRD_SIGN_LOWER };
    put(page, "## ", wrd_word(WRD_WORD_HOW_SIGNS, page->lang), "\n\n");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        fprintf(page->to, "- %s = ", signs[i]);
        put(page, "", wrd_word(words[i], page->lang), "\n");
    }
    fputc('\n', page->to);
    put_line(page, "", wrd_word(WRD_WORD_HOW_NO_SIGN, page->lang));
    put_line(page, "", wrd_word(WRD_WORD_HOW_NO_BOUNDS, page->lang));
    put_line(page, "", wrd_word(WRD_WORD_HOW_PERCENT, page->lang));
    put_line(page, "", wrd_word(WRD_WORD_HOW_ROUND, page->lang));
    for (size_t source = 0; source < page->plan->study->n_sources; source++)
        if (wrd_release_sampling(page->plan->release, source)) {
            put_line(page, "", wrd_design_plain(page->plan, source, page->lang));
            put_line(page, "", wrd_design_technical(page->plan, source, page->lang));
        }
}

static void put_headlines(const struct page *page)
{
    const struct wrd_grid *grid = wrd_grid_headlines(page->plan, page->lang);
    if (!grid)
        return;
    put(page, page->plain ? "" : "## ", wrd_word(WRD_WORD_HEADLINES, page->lang), "\n\n");
    for (size_t line = 0; line < WRD_HEADLINE_LINES; line++)
        put_line(page, "", wrd_headlines_line(page->plan, line, page->lang));
    put_grid(page, grid);
    put_line(page, "", wrd_headlines_signs(page->plan, page->lang));
}

static void put_gaps(const struct page *page)
{
    if (!wrd_has_gaps(page->plan))
        return;
    put(page, "## ", wrd_word(WRD_WORD_GAP, page->lang), "\n\n");
    for (size_t line = 0; line < WRD_GAP_LINES; line++)
        put_line(page, "", wrd_gap_line(page->plan, line, page->lang));
    for (size_t g = 0; g < wrd_release_gaps(page->plan->release); g++) {
        const struct wrd_seen_gap *gap = wrd_release_gap(page->plan->release, g);
        if (!gap->repeats)
            put_line(page, "", wrd_gap_sentence(page->plan, gap, page->lang));
    }
    put_grid(page, wrd_grid_gaps(page->plan, page->lang));
    put_line(page, "", wrd_gap_signs(page->plan, page->lang));
}

static void put_lines(const struct page *page, struct wrd_lines lines)
{
    for (size_t i = 0; i < lines.n; i++)
        put_line(page, "", lines.of[i]);
}

static void put_tasks(const struct page *page)
{
    const struct wrd_plan *plan = page->plan;
    const char *title = wrd_tasks_title(plan, page->lang);
    if (!title)
        return;
    put(page, "## ", title, "\n\n");
    put_line(page, "", wrd_word(WRD_WORD_TASKS_MEANS, page->lang));
    put_line(page, "", wrd_word(WRD_WORD_TASKS_RULE, page->lang));
    for (size_t i = 0; i < wrd_release_task_sets(plan->release); i++) {
        const struct wrd_seen_task_set *tasks = wrd_release_task_set(plan->release, i);
        put_line(page, "", wrd_tasks_weakest(plan, tasks, page->lang));
        put_grid(page, wrd_grid_tasks(plan, tasks, page->lang));
        put_line(page, "", wrd_tasks_signs(plan, tasks, page->lang));
    }
}

static void put_routes(const struct page *page)
{
    const struct wrd_plan *plan = page->plan;
    const char *title = wrd_routes_title(plan, page->lang);
    if (!title)
        return;
    put(page, "## ", title, "\n\n");
    for (size_t i = 0; i < wrd_release_routes(plan->release); i++) {
        const struct wrd_seen_routes *routes = wrd_release_route(plan->release, i);
        put_lines(page, wrd_routes_meaning(plan, routes, page->lang));
        put_lines(page, wrd_routes_found(plan, routes, page->lang));
        put_line(page, "*", wrd_routes_base(plan, routes, page->lang));
        put_grid(page, wrd_grid_routes(plan, routes, page->lang));
        put_line(page, "", wrd_routes_signs(plan, routes, page->lang));
    }
}

void wrd_markdown_write(const struct wrd_plan *plan, enum wrd_lang lang, FILE *to)
{
    const struct page page = { plan, lang, to, false };
    put_head(&page);
    put_legend(&page);
    put_headlines(&page);
    put_tasks(&page);
    put_gaps(&page);
    put_routes(&page);
    for (size_t source = 0; source < plan->study->n_sources; source++) {
        bool first = true;
        for (size_t i = 0; i < plan->n_topics; i++) {
            if (plan->topics[i].source != source)
                continue;
            if (first)
                put(&page, "## ", wrd_people_heading(plan, source, lang), "\n\n");
            first = false;
            put_topic(&page, &plan->topics[i]);
        }
    }
}

/* By its name in either language, as `explain` knows terms. */
static bool is_headlines(const struct wrd_plan *plan, const char *table)
{
    return plan->headlines.n > 0 &&
           (strcmp(table, "indicators") == 0 || strcmp(table, "kerncijfers") == 0);
}

static void say_unknown(const struct wrd_plan *plan, const char *table, struct wrd_diag *diag)
{
    const int variable = wrd_codebook_variable(plan->codebook, table);
    const char **names = wrd_arena_take_array(plan->arena, plan->n_topics + 1, sizeof *names);
    const char *nearest;
    size_t n = 0;
    for (size_t i = 0; i < plan->n_topics; i++) {
        size_t k = 0; /* one of two sources is named once */
        while (k < n && strcmp(names[k], plan->topics[i].outcome->name) != 0)
            k++;
        if (k == n)
            names[n++] = plan->topics[i].outcome->name;
    }
    if (variable >= 0 && plan->codebook->variables[variable].roles == WRD_ROLE_GROUP) {
        wrd_say(diag, WRD_E0931, plan->codebook->variables[variable].place, table);
        return;
    }
    if (plan->headlines.n > 0)
        names[n++] = "indicators";
    nearest = wrd_text_nearest(table, names, n);
    wrd_say(diag, WRD_E0832, (struct wrd_place){ 0 }, table, plan->wave->name,
            wrd_text_join(plan->arena, names, n, " "),
            nearest ? nearest
            : n     ? names[0]
                    : "");
}

/* A scale or variable of two sources has a table in each. */
enum wrd_status wrd_write_shown(const struct wrd_release *release, const char *table,
                                enum wrd_lang lang, FILE *to, struct wrd_diag *diag)
{
    struct wrd_arena *arena = wrd_arena_new();
    const struct wrd_plan *plan = wrd_plan_new(arena, release);
    const struct page page = { plan, lang, to, true };
    enum wrd_status status = WRD_EUSAGE;
    for (size_t i = 0; i < plan->n_topics; i++)
        if (strcmp(plan->topics[i].outcome->name, table) == 0) {
            put_line(&page, "", wrd_people_heading(plan, plan->topics[i].source, lang));
            put_topic(&page, &plan->topics[i]);
            status = WRD_OK;
        }
    if (status == WRD_EUSAGE && is_headlines(plan, table)) {
        put_headlines(&page);
        status = WRD_OK;
    }
    if (status == WRD_EUSAGE)
        say_unknown(plan, table, diag);
    if (ferror(to))
        status = WRD_EIO;
    wrd_arena_free(arena);
    return status;
}
