/* audit/xlsx.c - an Excel workbook: every text and every attribute of every file in it, and every row
 * of a sheet as one text.  See passages.h.
 *
 * Nothing in it is taken to be harmless: names of sheets, tables and ranges, number formats, remarks
 * and the properties of the document are attributes or texts like all others.  What is no XML
 * (a picture, a macro) nobody can read back. */
#include "audit/passages.h"

#include <libxml/parser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "audit/zip.h"
#include "core/number.h"
#include "core/text.h"

struct workbook {
    struct wrd_arena *arena;
    struct wrd_passage_taker taker;
    const char **strings; /* that cells point at */
    size_t n_strings;
    const char *part; /* "xl/styles.xml" */
};

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static void take(const struct workbook *book, const xmlNode *node, const char *text)
{
    const struct wrd_passage passage = { text, node ? (uint32_t)xmlGetLineNo(node) : 0,
                                         book->part };
    if (text && *text)
        book->taker.take(book->taker.self, &passage);
}

/* All text within an element, joined as the eye has it. */
static const char *text_in(const struct workbook *book, const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    const char *text =
        wrd_arena_text(book->arena, (const char *)content, strlen((const char *)content));
    xmlFree(content);
    return text;
}

static const char *attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *at = node->properties; at; at = at->next)
        if (strcmp((const char *)at->name, name) == 0 && at->children)
            return (const char *)at->children->content;
    return "";
}

/* --- the cells of a row */

static const char *shared(const struct workbook *book, const char *text)
{
    int64_t index;
    if (!wrd_integer_read(text, strlen(text), &index) || index < 0 ||
        (uint64_t)index >= book->n_strings)
        return text;
    return book->strings[index];
}

static size_t count_children(const xmlNode *node)
{
    size_t n = 0;
    for (const xmlNode *child = node->children; child; child = child->next)
        n++;
    return n;
}

/* The text of <v>, most often without a copy. */
static const char *value_of(const struct workbook *book, const xmlNode *cell)
{
    const xmlNode *value = count_children(cell) == 1 ? cell->children : NULL;
    if (value && is_named(value, "v") && value->children && !value->children->next)
        return (const char *)value->children->content;
    return text_in(book, cell);
}

/* Every number stands as 1: that one is there matters in a row and not which, and rows that are alike are
 * judged once.  The number itself is taken as a text of the tree. */
static const char *cell_text(const struct workbook *book, const xmlNode *cell)
{
    const char *type = attribute(cell, "t");
    if (strcmp(type, "") == 0 || strcmp(type, "n") == 0)
        return count_children(cell) == 1 && is_named(cell->children, "v") ? "1"
                                                                          : text_in(book, cell);
    return strcmp(type, "s") == 0 ? shared(book, value_of(book, cell)) : value_of(book, cell);
}

static void take_row(const struct workbook *book, const xmlNode *row)
{
    const char **cells = wrd_arena_take_array(book->arena, count_children(row) + 1, sizeof *cells);
    size_t n = 0;
    for (const xmlNode *cell = row->children; cell; cell = cell->next)
        if (is_named(cell, "c"))
            cells[n++] = cell_text(book, cell);
    take(book, row, wrd_text_join(book->arena, cells, n, " | "));
}

/* --- the tree */

/* ECMA-376, 18.8.30: these formats of an amount have a number and no text. */
static bool is_money_format(const xmlNode *node)
{
    static const char *const numbers[] = { "5", "6", "7", "8", "42", "44" };
    for (size_t i = 0; is_named(node, "xf") && i < sizeof numbers / sizeof *numbers; i++)
        if (strcmp(attribute(node, "numFmtId"), numbers[i]) == 0)
            return true;
    return false;
}

/* What is written in pieces of several looks. */
static bool is_whole_text(const xmlNode *node)
{
    return is_named(node, "si") || is_named(node, "is") || is_named(node, "text") ||
           is_named(node, "p");
}

static void take_attributes(const struct workbook *book, const xmlNode *node)
{
    for (const xmlAttr *at = node->properties; at; at = at->next)
        for (const xmlNode *value = at->children; value; value = value->next)
            take(book, node, (const char *)value->content);
}

static void walk(const struct workbook *book, const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE) {
        take(book, node, (const char *)node->content);
        return;
    }
    take_attributes(book, node);
    if (is_money_format(node))
        take(book, node, "$");
    if (is_named(node, "row"))
        take_row(book, node);
    if (is_whole_text(node))
        take(book, node, text_in(book, node));
    for (const xmlNode *child = node->children; child; child = child->next)
        walk(book, child);
}

/* A document type could say what is read in another place: Excel writes none. */
static xmlDoc *parse(const struct wrd_staged *part)
{
    xmlDoc *document = part->len > INT_MAX ? NULL
                                           : xmlReadMemory(part->bytes, (int)part->len, NULL, NULL,
                                                           XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                                               XML_PARSE_NONET | XML_PARSE_NOCDATA);
    if (document && xmlGetIntSubset(document)) {
        xmlFreeDoc(document);
        return NULL;
    }
    return document;
}

static bool read_part(struct workbook *book, const struct wrd_staged *part)
{
    xmlDoc *document = parse(part);
    if (!document)
        return false;
    book->part = NULL;
    take(book, NULL, part->name);
    book->part = part->name;
    for (const xmlNode *node = document->children; node; node = node->next)
        walk(book, node);
    xmlFreeDoc(document);
    return true;
}

static void read_strings(struct workbook *book, const struct wrd_parts *parts)
{
    for (size_t i = 0; i < parts->n; i++) {
        if (strcmp(parts->of[i].name, "xl/sharedStrings.xml") != 0)
            continue;
        xmlDoc *document = parse(&parts->of[i]);
        const xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
        book->strings =
            wrd_arena_take_array(book->arena, root ? count_children(root) + 1 : 1, sizeof(char *));
        for (const xmlNode *node = root ? root->children : NULL; node; node = node->next)
            if (is_named(node, "si"))
                book->strings[book->n_strings++] = text_in(book, node);
        xmlFreeDoc(document);
    }
}

bool wrd_passages_xlsx(const struct wrd_staged *file, struct wrd_passage_taker taker)
{
    struct workbook book = { wrd_arena_new(), taker, NULL, 0, NULL };
    struct wrd_parts parts;
    bool readable = wrd_zip_parts(book.arena, file, &parts);
    if (readable)
        read_strings(&book, &parts);
    for (size_t i = 0; readable && i < parts.n; i++)
        readable = read_part(&book, &parts.of[i]);
    wrd_arena_free(book.arena);
    return readable;
}
