/* write/html.c - the document and its chapters; see html.h. */
#include "write/html.h"

#include "core/text.h"
#include "core/version.h"
#include "write/brief.h"
#include "write/family.h"
#include "write/html_style.h"
#include "write/html_text.h"
#include "write/wording.h"

const char *wrd_html_word(const struct wrd_page *page, enum wrd_word word)
{
    return wrd_word(word, page->lang);
}

void wrd_html_say(const struct wrd_page *page, enum wrd_word word)
{
    wrd_html_element(page->to, "p", NULL, wrd_html_word(page, word));
}

static const char *heading_id(const struct wrd_page *page, const char *id)
{
    return wrd_arena_format(page->plan->arena, "%s-title", id);
}

void wrd_html_chapter(const struct wrd_page *page, const char *id, const char *title)
{
    wrd_html_open(page->to, "section", "class", "chapter", "id", id, "aria-labelledby",
                  heading_id(page, id), NULL);
    fputc('\n', page->to);
    wrd_html_with(page->to, "h2", "id", heading_id(page, id), title);
}

void wrd_html_chapter_end(const struct wrd_page *page)
{
    wrd_html_close(page->to, "section");
}

static const char *title_of(const struct wrd_page *page)
{
    return wrd_sentence(page->plan->arena, WRD_WORD_TITLE, page->lang,
                        wrd_study_title(page->plan, page->lang), page->plan->wave->name);
}

void wrd_html_begin(const struct wrd_page *page, const char *title)
{
    fputs("<!DOCTYPE html>\n", page->to);
    wrd_html_open(page->to, "html", "lang", wrd_lang_code(page->lang), NULL);
    fputs("\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "style-src 'unsafe-inline'; img-src data:\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
          page->to);
    wrd_html_element(page->to, "title", NULL, title);
    fputs("<style>\n", page->to);
    wrd_html_style(page->to);
    fputs("</style>\n</head>\n<body>\n", page->to);
    wrd_html_open(page->to, "a", "class", "skip", "href", "#main", NULL);
    wrd_html_text(page->to, wrd_html_word(page, WRD_WORD_SKIP));
    wrd_html_close(page->to, "a");
}

/* "412 vrijwilligers en 150 organisaties deden mee (maart 2026)." */
static void put_took_part(const struct wrd_page *page)
{
    struct wrd_arena *arena = page->plan->arena;
    const char *parts[WRD_MAX_SOURCES];
    size_t n = 0;
    for (size_t source = 0; source < page->plan->study->n_sources; source++) {
        uint64_t used;
        if (wrd_plan_count(page->plan, source, "used", &used))
            parts[n++] = wrd_sentence(arena, WRD_WORD_COUNT_OF, page->lang,
                                      wrd_shown_count(arena, used, page->lang),
                                      wrd_people(page->plan, source, page->lang));
    }
    if (n > 0)
        wrd_html_element(
            page->to, "p", "lead",
            wrd_sentence(arena, WRD_WORD_TOOK_PART, page->lang,
                         wrd_text_join(arena, parts, n, wrd_html_word(page, WRD_WORD_AND)),
                         wrd_fieldwork(arena, page->plan->wave, page->lang)));
}

static void put_draft(const struct wrd_page *page)
{
    fputs("<p class=\"draft\"><strong>", page->to);
    wrd_html_text(page->to, wrd_html_word(page, WRD_WORD_DRAFT));
    fputs("</strong> ", page->to);
    wrd_html_text(page->to, wrd_html_word(page, WRD_WORD_DRAFT_MEANS));
    fputs("</p>\n", page->to);
}

static void put_base_only(const struct wrd_page *page)
{
    const struct wrd_study *study = page->plan->study;
    if (study->disclosure.profile != WRD_PROFILE_BASE_ONLY)
        return;
    fputs("<div class=\"draft\">", page->to);
    wrd_html_say(page, WRD_WORD_BASE_ONLY);
    wrd_html_element(page->to, "p", NULL,
                     wrd_sentence(page->plan->arena, WRD_WORD_BASE_ONLY_REASON, page->lang,
                                  study->disclosure.reason));
    fputs("</div>\n", page->to);
}

static void put_header(const struct wrd_page *page)
{
    fputs("<header class=\"top\"><div>\n", page->to);
    wrd_html_element(page->to, "p", "over", page->plan->study->municipality_name);
    wrd_html_element(page->to, "h1", NULL, title_of(page));
    put_took_part(page);
    put_draft(page);
    put_base_only(page);
    wrd_html_say(page, WRD_WORD_NO_MONEY);
    fputs("</div></header>\n", page->to);
}

static bool has_topics(const struct wrd_page *page, size_t source, bool scales)
{
    for (size_t i = 0; i < page->plan->n_topics; i++)
        if (page->plan->topics[i].source == source &&
            (page->plan->topics[i].outcome->kind == WRD_OUTCOME_SCALE) == scales)
            return true;
    return false;
}

static bool has_scales(const struct wrd_page *page)
{
    for (size_t source = 0; source < page->plan->study->n_sources; source++)
        if (has_topics(page, source, true))
            return true;
    return false;
}

static const char *source_id(const struct wrd_page *page, size_t source)
{
    return wrd_arena_format(page->plan->arena, "questions-%s",
                            page->plan->study->sources[source].id);
}

static const char *questions_title(const struct wrd_page *page, size_t source)
{
    return wrd_sentence(page->plan->arena, WRD_WORD_QUESTIONS, page->lang,
                        wrd_people_heading(page->plan, source, page->lang));
}

static void put_link(const struct wrd_page *page, const char *id, const char *title)
{
    fputs("<li>", page->to);
    wrd_html_open(page->to, "a", "href", wrd_arena_format(page->plan->arena, "#%s", id), NULL);
    wrd_html_text(page->to, title);
    fputs("</a></li>\n", page->to);
}

static void put_contents(const struct wrd_page *page)
{
    fputs("<nav aria-labelledby=\"contents\">\n", page->to);
    wrd_html_with(page->to, "h2", "id", "contents", wrd_html_word(page, WRD_WORD_CONTENTS));
    fputs("<ul>\n", page->to);
    put_link(page, "brief", wrd_html_word(page, WRD_WORD_BRIEF));
    if (page->plan->headlines.n > 0)
        put_link(page, "headlines", wrd_html_word(page, WRD_WORD_HEADLINES));
    put_link(page, "who", wrd_html_word(page, WRD_WORD_WHO));
    if (has_scales(page))
        put_link(page, "scales", wrd_html_word(page, WRD_WORD_SCALES));
    if (wrd_tasks_title(page->plan, page->lang))
        put_link(page, "tasks", wrd_tasks_title(page->plan, page->lang));
    if (wrd_has_gaps(page->plan))
        put_link(page, "gap", wrd_html_word(page, WRD_WORD_GAP));
    if (wrd_routes_title(page->plan, page->lang))
        put_link(page, "routes", wrd_routes_title(page->plan, page->lang));
    for (size_t source = 0; source < page->plan->study->n_sources; source++)
        if (has_topics(page, source, false))
            put_link(page, source_id(page, source), questions_title(page, source));
    put_link(page, "how", wrd_html_word(page, WRD_WORD_HOW));
    fputs("</ul></nav>\n", page->to);
}

/* Half of the figures hidden, or half of the breakdowns left out: then a reader wonders what went
 * wrong. */
static bool is_nearly_empty(const struct wrd_release_count *count, size_t breakdowns)
{
    return 2 * count->hidden >= count->cells ||
           (count->left_out > 0 && 2 * count->left_out >= breakdowns);
}

static size_t count_breakdowns(const struct wrd_page *page)
{
    size_t n = 0;
    for (size_t i = 0; i < page->plan->n_topics; i++)
        n += page->plan->topics[i].n_by;
    return n;
}

static void put_few(const struct wrd_page *page)
{
    static const enum wrd_word advice[] = { WRD_WORD_FEW_MORE, WRD_WORD_FEW_GROUPS,
                                            WRD_WORD_FEW_MERGE, WRD_WORD_FEW_TALK };
    const struct wrd_release_count count = wrd_release_counted(page->plan->release);
    const size_t breakdowns = count_breakdowns(page);
    struct wrd_arena *arena = page->plan->arena;
    if (!is_nearly_empty(&count, breakdowns))
        return;
    fputs("<div class=\"few\">\n", page->to);
    wrd_html_element(page->to, "h3", NULL, wrd_html_word(page, WRD_WORD_FEW));
    wrd_html_say(page, WRD_WORD_FEW_WHY);
    wrd_html_element(page->to, "p", NULL,
                     wrd_sentence(arena, WRD_WORD_FEW_HOW_MANY, page->lang,
                                  wrd_shown_count(arena, count.cells, page->lang),
                                  wrd_shown_count(arena, count.hidden, page->lang),
                                  wrd_shown_count(arena, breakdowns, page->lang),
                                  wrd_shown_count(arena, count.left_out, page->lang)));
    wrd_html_element(page->to, "h3", NULL, wrd_html_word(page, WRD_WORD_FEW_WHAT));
    fputs("<ul>\n", page->to);
    for (size_t i = 0; i < sizeof advice / sizeof *advice; i++)
        wrd_html_element(page->to, "li", NULL, wrd_html_word(page, advice[i]));
    fputs("</ul></div>\n", page->to);
}

static void put_brief(const struct wrd_page *page)
{
    struct wrd_brief_line lines[WRD_BRIEF_FIGURES];
    const size_t n = wrd_brief(page->plan, page->lang, lines);
    wrd_html_chapter(page, "brief", wrd_html_word(page, WRD_WORD_BRIEF));
    if (n > 0)
        fputs("<ul class=\"brief\">\n", page->to);
    for (size_t i = 0; i < n; i++) {
        fputs("<li>", page->to);
        wrd_html_element(page->to, "strong", NULL, lines[i].label);
        wrd_html_text(page->to, lines[i].sentence);
        fputs("</li>\n", page->to);
    }
    if (n > 0)
        fputs("</ul>\n", page->to);
    wrd_html_say(page, n > 0 ? WRD_WORD_BRIEF_CERTAIN : WRD_WORD_BRIEF_NONE);
    put_few(page);
    wrd_html_chapter_end(page);
}

static void put_topics(const struct wrd_page *page, size_t source, bool scales, const char *heading)
{
    for (size_t i = 0; i < page->plan->n_topics; i++) {
        const struct wrd_topic *topic = &page->plan->topics[i];
        if (topic->source == source && (topic->outcome->kind == WRD_OUTCOME_SCALE) == scales)
            wrd_html_topic(page, topic, heading);
    }
}

/* The note under the overview speaks for all totals in it. */
static const char *scales_note(const struct wrd_page *page, size_t source, bool undefined)
{
    const struct wrd_plan *plan = page->plan;
    const struct wrd_seen_table **tables =
        wrd_arena_take_array(plan->arena, wrd_release_tables(plan->release), sizeof *tables);
    size_t n = 0;
    for (size_t i = 0; i < plan->n_topics; i++) {
        const struct wrd_topic *topic = &plan->topics[i];
        if (topic->source != source || topic->outcome->kind != WRD_OUTCOME_SCALE || !topic->total)
            continue;
        tables[n++] = topic->total;
        for (size_t e = 0; e < topic->n_earlier; e++)
            tables[n++] = topic->earlier[e];
    }
    return wrd_sign_note(plan, tables, n, undefined, page->lang);
}

static void put_scales_of(const struct wrd_page *page, size_t source)
{
    const char *people = wrd_people_heading(page->plan, source, page->lang);
    const struct wrd_grid *grid = wrd_grid_scales(page->plan, source, page->lang);
    if (!has_topics(page, source, true))
        return;
    wrd_html_element(page->to, "h3", NULL, people);
    if (grid) {
        wrd_html_figure(
            page,
            &(const struct wrd_figure_text){
                wrd_html_word(page, WRD_WORD_SCALES_HEADLINE),
                wrd_scales_base(page->plan, source, page->lang),
                wrd_sentence(page->plan->arena, WRD_WORD_SCALES_CAPTION, page->lang, people) },
            grid, WRD_LOOK_TOTAL);
        wrd_html_element(page->to, "p", "note", scales_note(page, source, grid->undefined));
    }
    put_topics(page, source, true, "h4");
}

static void put_scales(const struct wrd_page *page)
{
    if (!has_scales(page))
        return;
    wrd_html_chapter(page, "scales", wrd_html_word(page, WRD_WORD_SCALES));
    wrd_html_say(page, WRD_WORD_SCALES_MEANS);
    for (size_t source = 0; source < page->plan->study->n_sources; source++)
        put_scales_of(page, source);
    wrd_html_chapter_end(page);
}

static void put_questions(const struct wrd_page *page, size_t source)
{
    if (!has_topics(page, source, false))
        return;
    wrd_html_chapter(page, source_id(page, source), questions_title(page, source));
    wrd_html_say(page, WRD_WORD_QUESTIONS_MEANS);
    put_topics(page, source, false, "h3");
    wrd_html_chapter_end(page);
}

void wrd_html_end(const struct wrd_page *page)
{
    fputs("</main>\n<footer>\n", page->to);
    wrd_html_say(page, WRD_WORD_NO_MONEY);
    wrd_html_element(page->to, "p", NULL,
                     wrd_sentence(page->plan->arena, WRD_WORD_FOOTER, page->lang, wrd_version()));
    fputs("</footer>\n</body>\n</html>\n", page->to);
}

void wrd_html_write(const struct wrd_plan *plan, enum wrd_lang lang, FILE *to)
{
    const struct wrd_page page = { plan, lang, to };
    /* shorter than the heading: it stands in a tab */
    wrd_html_begin(&page, wrd_arena_format(plan->arena, "%s %s", wrd_study_title(plan, lang),
                                           plan->wave->name));
    put_header(&page);
    fputs("<main id=\"main\" tabindex=\"-1\">\n", to);
    put_contents(&page);
    put_brief(&page);
    wrd_html_headlines(&page);
    wrd_html_part(&page);
    put_scales(&page);
    wrd_html_tasks(&page);
    wrd_html_gaps(&page);
    wrd_html_routes(&page);
    for (size_t source = 0; source < plan->study->n_sources; source++)
        put_questions(&page, source);
    wrd_html_method(&page);
    wrd_html_end(&page);
}
