/* read/yaml.c - see read/yaml.h.
 *
 * The tree is built from libyaml's events, not by its document loader: libyaml needs time that
 * grows with the square of the depth, and the events let us stop at depth 32 before it hurts. */
#include "read/yaml.h"

#include <string.h>
#include <yaml.h>

#include "core/number.h"
#include "core/text.h"
#include "read/names.h"

struct scan {
    yaml_parser_t parser;
    struct wrd_arena *arena;
    struct wrd_diag *diag;
    const char *file;
    const char *text; /* without byte order mark */
    size_t len;
};

static struct wrd_place at_mark(const struct scan *scan, yaml_mark_t mark)
{
    return (struct wrd_place){ scan->file, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1, NULL,
                               NULL };
}

/* Of the byte at `offset`; what is before it is valid UTF-8. */
static struct wrd_place at_offset(const struct scan *scan, size_t offset)
{
    struct wrd_place place = { scan->file, 1, 1, NULL, NULL };
    size_t start = 0;
    for (size_t i = 0; i < offset; i++) {
        bool in_crlf = scan->text[i] == '\r' && i + 1 < scan->len && scan->text[i + 1] == '\n';
        if ((scan->text[i] == '\n' || scan->text[i] == '\r') && !in_crlf) {
            place.line++;
            start = i + 1;
        }
    }
    place.column = (uint32_t)wrd_utf8_count(scan->text + start, offset - start) + 1;
    return place;
}

/* A quote that is not closed, a word without its colon: libyaml finds out lines later, and what is to
 * be mended stands where the word begins. */
static yaml_mark_t broken_at(const yaml_parser_t *parser)
{
    const bool begins_above = parser->error == YAML_SCANNER_ERROR &&
                              parser->context_mark.line < parser->problem_mark.line;
    return begins_above ? parser->context_mark : parser->problem_mark;
}

static void say_broken(struct scan *scan)
{
    const yaml_parser_t *parser = &scan->parser;
    const char *problem = parser->problem ? parser->problem : "out of memory";
    struct wrd_place place = parser->error == YAML_READER_ERROR
                                 ? at_offset(scan, parser->problem_offset)
                                 : at_mark(scan, broken_at(parser));
    if (parser->context)
        problem = wrd_arena_format(scan->arena, "%s, %s", problem, parser->context);
    wrd_say(scan->diag, WRD_E0102, place, problem);
}

static bool next_event(struct scan *scan, yaml_event_t *event)
{
    if (yaml_parser_parse(&scan->parser, event))
        return true;
    say_broken(scan);
    return false;
}

static void refuse_properties(struct scan *scan, const yaml_event_t *event)
{
    const yaml_char_t *anchor = NULL, *tag = NULL;
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        anchor = event->data.scalar.anchor, tag = event->data.scalar.tag;
        break;
    case YAML_SEQUENCE_START_EVENT:
        anchor = event->data.sequence_start.anchor, tag = event->data.sequence_start.tag;
        break;
    case YAML_MAPPING_START_EVENT:
        anchor = event->data.mapping_start.anchor, tag = event->data.mapping_start.tag;
        break;
    default:
        break;
    }
    struct wrd_place place = at_mark(scan, event->start_mark);
    if (anchor)
        wrd_say(scan->diag, WRD_E0106, place, wrd_yaml_shown(scan->arena, (const char *)anchor));
    if (tag)
        wrd_say(scan->diag, WRD_E0107, place, wrd_yaml_shown(scan->arena, (const char *)tag));
}

/* A scalar can hold a NUL by an escape, "\0": the text would end there unseen. */
static void read_text(struct scan *scan, const yaml_event_t *event, struct wrd_yaml *node)
{
    const char *value = (const char *)event->data.scalar.value;
    size_t len = event->data.scalar.length;
    node->text = wrd_arena_text(scan->arena, value, len);
    if (!memchr(value, '\0', len))
        return;
    node->kind = WRD_YAML_REFUSED;
    wrd_say(scan->diag, WRD_E0104, at_mark(scan, event->start_mark));
}

static struct wrd_yaml *read_node(struct scan *scan, yaml_event_t *event, unsigned depth);

static void append(struct wrd_yaml *parent, struct wrd_yaml **last, struct wrd_yaml *child)
{
    child->parent = parent;
    child->index = parent->n++;
    if (*last)
        (*last)->next = child;
    else
        parent->first = child;
    *last = child;
}

static bool read_list(struct scan *scan, struct wrd_yaml *list, unsigned depth)
{
    struct wrd_yaml *last = NULL;
    yaml_event_t event;
    while (next_event(scan, &event)) {
        bool end = event.type == YAML_SEQUENCE_END_EVENT;
        struct wrd_yaml *child = end ? NULL : read_node(scan, &event, depth + 1);
        yaml_event_delete(&event);
        if (!child)
            return end;
        append(list, &last, child);
    }
    return false;
}

/* A key that is a list or a map is said here; its value is read all the same, for its own errors.
 */
static bool read_pair(struct scan *scan, struct wrd_yaml *map, struct wrd_yaml **last,
                      yaml_event_t *key_event, unsigned depth)
{
    bool is_word = key_event->type == YAML_SCALAR_EVENT;
    bool is_merge = is_word && key_event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
                    strcmp((const char *)key_event->data.scalar.value, "<<") == 0;
    struct wrd_place place = at_mark(scan, key_event->start_mark);
    struct wrd_yaml *key = read_node(scan, key_event, depth + 1);
    if (!key)
        return false;
    if (is_merge)
        wrd_say(scan->diag, WRD_E0109, place);
    else if (!is_word && key->kind != WRD_YAML_REFUSED)
        wrd_say(scan->diag, WRD_E0111, place);
    yaml_event_t event;
    if (!next_event(scan, &event))
        return false;
    struct wrd_yaml *value = read_node(scan, &event, depth + 1);
    yaml_event_delete(&event);
    if (!value)
        return false;
    if (!is_word || is_merge || key->kind == WRD_YAML_REFUSED)
        return true;
    value->key = key->text;
    value->key_line = key->line;
    value->key_column = key->column;
    append(map, last, value);
    return true;
}

static void refuse_repeated(struct scan *scan, const struct wrd_yaml *map)
{
    const struct wrd_yaml **nodes = wrd_arena_take_array(scan->arena, map->n + 1, sizeof(*nodes));
    struct wrd_names names = { scan->arena, NULL };
    for (struct wrd_yaml *child = map->first; child; child = child->next) {
        nodes[child->index] = child;
        const struct wrd_yaml *first =
            nodes[wrd_names_put(&names, child->key, (uint32_t)child->index)];
        child->repeated = first != child;
        if (child->repeated)
            wrd_say(scan->diag, WRD_E0110, wrd_yaml_key_place(scan->arena, child),
                    wrd_yaml_shown(scan->arena, first->key),
                    wrd_count_text(scan->arena, first->key_line));
    }
}

static bool read_map(struct scan *scan, struct wrd_yaml *map, unsigned depth)
{
    struct wrd_yaml *last = NULL;
    yaml_event_t event;
    while (next_event(scan, &event)) {
        bool end = event.type == YAML_MAPPING_END_EVENT;
        bool ok = end || read_pair(scan, map, &last, &event, depth);
        yaml_event_delete(&event);
        if (!ok)
            return false;
        if (end)
            return true;
    }
    return false;
}

static struct wrd_yaml *new_node(struct scan *scan, const yaml_event_t *event)
{
    struct wrd_yaml *node = wrd_arena_take(scan->arena, sizeof *node);
    node->kind = event->type == YAML_SCALAR_EVENT           ? WRD_YAML_TEXT
                 : event->type == YAML_SEQUENCE_START_EVENT ? WRD_YAML_LIST
                 : event->type == YAML_MAPPING_START_EVENT  ? WRD_YAML_MAP
                                                            : WRD_YAML_REFUSED;
    node->text = node->kind == WRD_YAML_LIST ? "[...]" : node->kind == WRD_YAML_MAP ? "{...}" : "";
    node->file = scan->file;
    struct wrd_place place = at_mark(scan, event->start_mark);
    node->line = place.line;
    node->column = place.column;
    return node;
}

/* The node that begins with `event`; depth 1 is the outermost.  NULL: reading cannot go on. */
static struct wrd_yaml *read_node(struct scan *scan, yaml_event_t *event, unsigned depth)
{
    struct wrd_yaml *node = new_node(scan, event);
    refuse_properties(scan, event);
    switch (node->kind) {
    case WRD_YAML_TEXT:
        read_text(scan, event, node);
        return node;
    case WRD_YAML_REFUSED:
        wrd_say(scan->diag, WRD_E0106, at_mark(scan, event->start_mark),
                wrd_yaml_shown(scan->arena, (const char *)event->data.alias.anchor));
        return node;
    case WRD_YAML_LIST:
    case WRD_YAML_MAP:
        break;
    }
    if (depth > WRD_YAML_DEPTH) {
        wrd_say(scan->diag, WRD_E0105, at_mark(scan, event->start_mark));
        return NULL;
    }
    bool ok =
        node->kind == WRD_YAML_LIST ? read_list(scan, node, depth) : read_map(scan, node, depth);
    return ok ? node : NULL;
}

/* Said once the paths are known, that is when the whole tree hangs together. */
static void refuse_repeated_below(struct scan *scan, const struct wrd_yaml *node)
{
    if (node->kind == WRD_YAML_MAP)
        refuse_repeated(scan, node);
    for (const struct wrd_yaml *child = node->first; child; child = child->next)
        refuse_repeated_below(scan, child);
}

static bool skip_to_document(struct scan *scan, yaml_event_t *event)
{
    while (next_event(scan, event)) {
        if (event->type != YAML_STREAM_START_EVENT)
            return true;
        yaml_event_delete(event);
    }
    return false;
}

static struct wrd_yaml *read_root(struct scan *scan)
{
    yaml_event_t event;
    if (!next_event(scan, &event))
        return NULL;
    struct wrd_yaml *root = read_node(scan, &event, 1);
    yaml_event_delete(&event);
    return root;
}

/* The end of the first document, and whether another follows. */
static bool read_end(struct scan *scan)
{
    yaml_event_t event;
    for (int i = 0; i < 2; i++) {
        if (!next_event(scan, &event))
            return false;
        if (event.type == YAML_DOCUMENT_START_EVENT)
            wrd_say(scan->diag, WRD_E0108, at_mark(scan, event.start_mark));
        yaml_event_delete(&event);
    }
    return true;
}

static struct wrd_yaml *read_document(struct scan *scan)
{
    yaml_event_t event;
    if (!skip_to_document(scan, &event))
        return NULL;
    bool empty = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    if (empty) {
        wrd_say(scan->diag, WRD_E0112, ((struct wrd_place){ scan->file, 1, 1, NULL, NULL }));
        return NULL;
    }
    struct wrd_yaml *root = read_root(scan);
    if (!root || !read_end(scan))
        return NULL;
    refuse_repeated_below(scan, root);
    return root;
}

/* libyaml would guess at UTF-16 and name bytes by number; a place and a remedy help more. */
static bool refuse_bytes(struct scan *scan)
{
    size_t valid = wrd_utf8_valid(scan->text, scan->len);
    const char *nul = memchr(scan->text, '\0', valid);
    if (nul)
        wrd_say(scan->diag, WRD_E0104, at_offset(scan, (size_t)(nul - scan->text)));
    else if (valid < scan->len)
        wrd_say(scan->diag, WRD_E0103, at_offset(scan, valid));
    return nul || valid < scan->len;
}

struct wrd_yaml *wrd_yaml_read(struct wrd_arena *arena, const char *text, size_t len,
                               const char *file, struct wrd_diag *diag)
{
    bool has_mark = len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0;
    struct scan scan = { .arena = arena, .diag = diag, .file = file };
    scan.text = has_mark ? text + 3 : text;
    scan.len = has_mark ? len - 3 : len;
    if (refuse_bytes(&scan))
        return NULL;
    if (!yaml_parser_initialize(&scan.parser)) {
        say_broken(&scan);
        return NULL;
    }
    yaml_parser_set_encoding(&scan.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&scan.parser, (const yaml_char_t *)scan.text, scan.len);
    struct wrd_yaml *root = read_document(&scan);
    yaml_parser_delete(&scan.parser);
    return root;
}

const struct wrd_yaml *wrd_yaml_find(const struct wrd_yaml *map, const char *key)
{
    if (!map || map->kind != WRD_YAML_MAP)
        return NULL;
    for (const struct wrd_yaml *child = map->first; child; child = child->next)
        if (!child->repeated && strcmp(child->key, key) == 0)
            return child;
    return NULL;
}

/* "" for the root. */
static const char *path_of(struct wrd_arena *arena, const struct wrd_yaml *node)
{
    if (!node->parent)
        return "";
    const char *above = path_of(arena, node->parent);
    if (!node->key)
        return wrd_arena_format(arena, "%s[%s]", above, wrd_count_text(arena, node->index));
    return wrd_arena_format(arena, "%s%s%s", above, *above ? "." : "",
                            wrd_yaml_shown(arena, node->key));
}

struct wrd_place wrd_yaml_place(struct wrd_arena *arena, const struct wrd_yaml *node)
{
    const char *path = path_of(arena, node);
    return (struct wrd_place){ node->file, node->line, node->column, *path ? path : NULL, NULL };
}

struct wrd_place wrd_yaml_key_place(struct wrd_arena *arena, const struct wrd_yaml *node)
{
    struct wrd_place place = wrd_yaml_place(arena, node);
    place.line = node->key_line;
    place.column = node->key_column;
    return place;
}

const char *wrd_yaml_shown(struct wrd_arena *arena, const char *text)
{
    enum { MOST = 60 };
    size_t len = 0, characters = 0;
    for (; text[len]; len++) {
        bool begins = ((unsigned char)text[len] & 0xC0) != 0x80;
        if (begins && characters++ == MOST)
            return wrd_arena_format(arena, "%.*s...", (int)len, text);
    }
    return text;
}
