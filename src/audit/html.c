/* audit/html.c - HTML as a browser would have it, with SVG and style sheets inside; the only door to
 * libxml2.  See passages.h. */
#include "audit/passages.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <string.h>

#include "core/text.h"
#include "waardering/arena.h"

struct page {
    struct wrd_arena *arena; /* of one passage */
    struct wrd_passage_taker taker;
};

/* What stands in a line of text and does not end it. */
static bool is_inline(const xmlNode *node)
{
    static const char *const names[] = { "a",    "abbr", "b",     "bdi",   "bdo",  "br",     "cite",
                                         "code", "data", "dfn",   "em",    "i",    "kbd",    "mark",
                                         "q",    "s",    "samp",  "small", "span", "strong", "sub",
                                         "sup",  "time", "tspan", "u",     "var",  "wbr" };
    for (size_t i = 0; node->name && i < sizeof names / sizeof *names; i++)
        if (strcasecmp((const char *)node->name, names[i]) == 0)
            return true;
    return node->type != XML_ELEMENT_NODE;
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcasecmp((const char *)node->name, name) == 0;
}

static void take(const struct page *page, const xmlNode *node, const char *text, const char *where)
{
    const struct wrd_passage passage = { text, (uint32_t)xmlGetLineNo(node), where };
    if (text && *text)
        page->taker.take(page->taker.self, &passage);
}

/* --- the texts of a line */

struct texts {
    const char **of;
    size_t n, room;
};

static void add_text(const struct page *page, struct texts *texts, const char *text)
{
    texts->of = wrd_arena_more(page->arena, texts->of, texts->n, &texts->room, sizeof *texts->of);
    texts->of[texts->n++] = text;
}

static void gather(const struct page *page, const xmlNode *node, struct texts *texts)
{
    if (node->type == XML_TEXT_NODE && node->content)
        add_text(page, texts, (const char *)node->content);
    if (is_named(node, "br"))
        add_text(page, texts, " ");
    for (const xmlNode *child = node->children; child; child = child->next)
        gather(page, child, texts);
}

static void take_line(struct page *page, const xmlNode *first, const xmlNode *end)
{
    struct texts texts = { NULL, 0, 0 };
    for (const xmlNode *node = first; node != end; node = node->next)
        gather(page, node, &texts);
    if (texts.n > 0)
        take(page, first, wrd_text_join(page->arena, texts.of, texts.n, ""), NULL);
    if (texts.n > 1)
        take(page, first, wrd_text_join(page->arena, texts.of, texts.n, " "), NULL);
    wrd_arena_clear(page->arena);
}

/* A row of a table as one text. */
static void take_row(struct page *page, const xmlNode *row)
{
    struct texts cells = { NULL, 0, 0 };
    for (const xmlNode *cell = row->children; cell; cell = cell->next) {
        struct texts texts = { NULL, 0, 0 };
        if (cell->type != XML_ELEMENT_NODE)
            continue;
        gather(page, cell, &texts);
        if (texts.n > 0)
            add_text(page, &cells, wrd_text_join(page->arena, texts.of, texts.n, " "));
    }
    if (cells.n > 0)
        take(page, row, wrd_text_join(page->arena, cells.of, cells.n, " | "), NULL);
    wrd_arena_clear(page->arena);
}

/* --- the tree */

static void take_attributes(const struct page *page, const xmlNode *node)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        take(page, node, (const char *)attribute->name, "attribute");
        for (const xmlNode *value = attribute->children; value; value = value->next)
            take(page, node, (const char *)value->content, "attribute");
    }
}

static void take_remark(const struct page *page, const xmlNode *node)
{
    if (node->type == XML_CDATA_SECTION_NODE)
        take(page, node, (const char *)node->content, "style");
    else if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE)
        take(page, node, (const char *)node->content, "comment");
}

/* What stands in a line beside its text, which was taken as a whole. */
static void walk_line(const struct page *page, const xmlNode *node)
{
    take_remark(page, node);
    if (node->type == XML_ELEMENT_NODE)
        take_attributes(page, node);
    for (const xmlNode *child = node->children; child; child = child->next)
        walk_line(page, child);
}

static void walk(struct page *page, const xmlNode *node);

static void walk_children(struct page *page, const xmlNode *node)
{
    for (const xmlNode *child = node->children; child;) {
        const xmlNode *end = child;
        while (end && is_inline(end))
            end = end->next;
        if (end != child)
            take_line(page, child, end);
        for (; child != end; child = child->next)
            walk_line(page, child);
        if (child) {
            walk(page, child);
            child = child->next;
        }
    }
}

static void walk(struct page *page, const xmlNode *node)
{
    take_remark(page, node);
    if (node->type != XML_ELEMENT_NODE)
        return;
    take_attributes(page, node);
    if (is_named(node, "tr"))
        take_row(page, node);
    walk_children(page, node);
}

bool wrd_passages_html(const struct wrd_staged *file, struct wrd_passage_taker taker)
{
    if (file->len > INT_MAX)
        return false;
    htmlDocPtr document =
        htmlReadMemory(file->bytes, (int)file->len, NULL, "UTF-8",
                       HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    if (!document)
        return false;
    struct page page = { wrd_arena_new(), taker };
    for (const xmlNode *node = document->children; node; node = node->next)
        walk(&page, node);
    wrd_arena_free(page.arena);
    xmlFreeDoc(document);
    return true;
}
