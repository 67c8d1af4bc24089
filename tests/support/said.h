/* tests/support/said.h - everything that was said, short enough to stand in a table of cases. */
#ifndef SUPPORT_SAID_H
#define SUPPORT_SAID_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "waardering/diag.h"

/* `name` of a JSON object on one line, without quotes; "" for null. */
static inline size_t said_field(const char *line, const char *name, const char **value)
{
    char mark[32];
    snprintf(mark, sizeof mark, "\"%s\":", name);
    const char *at = strstr(line, mark);
    *value = "";
    if (!at)
        return 0;
    at += strlen(mark);
    at += strspn(at, " ");
    if (strncmp(at, "null", 4) == 0)
        return 0;
    bool quoted = *at == '"';
    *value = at + quoted;
    return strcspn(*value, quoted ? "\"" : ",}");
}

/* A line a message: "E0113 3:5 sources[0].x".  Nothing is shown twice.  The caller frees it. */
static inline char *said(struct wrd_diag *diag)
{
    static const struct wrd_diag_style style = { .lang = WRD_EN, .json = true, .verbose = true };
    char *json = NULL, *list = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&json, &size);
    wrd_diag_write(diag, to, &style);
    fclose(to);
    to = open_memstream(&list, &size);
    for (char *rest = json, *line; (line = strsep(&rest, "\n")) && *line;) {
        const char *code, *at_line, *column, *key;
        int code_len = (int)said_field(line, "code", &code);
        int line_len = (int)said_field(line, "line", &at_line);
        int column_len = (int)said_field(line, "column", &column);
        int key_len = (int)said_field(line, "key", &key);
        fprintf(to, "%.*s %.*s:%.*s %.*s\n", code_len, code, line_len, at_line, column_len, column,
                key_len, key);
    }
    fclose(to);
    free(json);
    return list;
}

#endif
