/* write/starter.c - the standard questionnaire as a study; see starter.h. */
#include "write/starter.h"

#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "model/embedded.h"
#include "model/words.h"
#include "write/form.h"
#include "write/template.h"

enum { LONGEST_CODE = 5 }; /* of an answer, in LimeSurvey */

/* A row `list;code;...` of values.csv. */
struct row {
    const char *line;
    size_t list, code, len; /* bytes of the first field, of the second, of the line with its end */
};

static struct row row_at(const char *line)
{
    struct row row = { .line = line };

    row.list = strcspn(line, ";\n");
    if (line[row.list] != ';')
        return row; /* behind the last one */
    row.code = strcspn(line + row.list + 1, ";");
    row.len = strcspn(line, "\n");
    row.len += line[row.len] == '\n';
    return row;
}

static bool same_list(struct row a, struct row b)
{
    return a.list == b.list && strncmp(a.line, b.line, a.list) == 0;
}

/* Options that are ticked are codes of questions there, which may be longer. */
static bool is_chosen_from(struct wrd_arena *scratch, struct row row)
{
    const char *cells = wrd_arena_format(scratch, ";single;%.*s;", (int)row.list, row.line);

    return strstr(wrd_embedded_text("variables.csv", NULL), cells) != NULL;
}

static bool needs_numbers(struct wrd_arena *scratch, struct row first)
{
    for (struct row row = first; *row.line && same_list(first, row);
         row = row_at(row.line + row.len))
        if (row.code > LONGEST_CODE)
            return is_chosen_from(scratch, first);
    return false;
}

/* The answers of a list with a code that LimeSurvey would cut are numbered. */
static void put_values(FILE *to)
{
    struct wrd_arena *scratch = wrd_arena_new();
    struct row before = { .line = "" };
    const char *at = wrd_embedded_text("values.csv", NULL);
    bool numbers = false;
    uint64_t number = 0;

    for (struct row row; *at; at += row.len, before = row) {
        row = row_at(at);
        if (!same_list(before, row)) {
            numbers = needs_numbers(scratch, row);
            number = 0;
        }
        if (numbers)
            fprintf(to, "%.*s;%s%.*s", (int)row.list, at, wrd_count_text(scratch, ++number),
                    (int)(row.len - row.list - 1 - row.code), at + row.list + 1 + row.code);
        else
            fwrite(at, 1, row.len, to);
    }
    wrd_arena_free(scratch);
}

static void put_copy(struct wrd_tree *tree, const char *path, const char *name)
{
    size_t len;
    const char *text = wrd_embedded_text(name, &len);
    FILE *to = wrd_tree_file(tree, path);

    if (!to)
        return;
    fwrite(text, 1, len, to);
    wrd_tree_close_file(tree, to);
}

void wrd_starter_standard(struct wrd_tree *tree, enum wrd_lang lang)
{
    FILE *to = wrd_tree_file(tree, "study.yml");

    if (to) {
        wrd_template_put(to, wrd_embedded_text("study.yml", NULL), lang, NULL);
        wrd_tree_close_file(tree, to);
    }
    put_copy(tree, "codebook/variables.csv", "variables.csv");
    put_copy(tree, "codebook/scales.csv", "scales.csv");
    put_copy(tree, "codebook/indicators.csv", "indicators.csv");
    to = wrd_tree_file(tree, "codebook/values.csv");
    if (to) {
        put_values(to);
        wrd_tree_close_file(tree, to);
    }
    to = wrd_tree_file(tree, "codebook/population.csv"); /* the totals of no other municipality */
    if (to) {
        fputs("source;variable;code;count;unit\n", to);
        wrd_tree_close_file(tree, to);
    }
}

static void put_forms_of(struct wrd_tree *tree, struct wrd_arena *arena,
                         const struct wrd_form *form)
{
    const bool of_volunteers = form->study->sources[form->source].respondents == WRD_VOLUNTEERS;
    const char *who = of_volunteers ? "volunteers" : "organisations";
    FILE *to = wrd_tree_file(tree, wrd_arena_format(arena, "survey/limesurvey.%s.txt", who));

    if (to) {
        wrd_form_limesurvey(arena, form, to);
        wrd_tree_close_file(tree, to);
    }
    for (enum wrd_lang lang = 0; lang < WRD_LANGS; lang++) {
        to = wrd_tree_file(tree, wrd_arena_format(arena, "survey/questionnaire.%s.%s.html", who,
                                                  wrd_lang_code(lang)));
        if (!to)
            continue;
        wrd_form_paper(arena, form, lang, to);
        wrd_tree_close_file(tree, to);
    }
}

void wrd_starter_forms(struct wrd_tree *tree, const struct wrd_study *study,
                       const struct wrd_codebook *book)
{
    struct wrd_arena *arena = wrd_arena_new();

    for (size_t source = 0; source < study->n_sources; source++) {
        const struct wrd_form form = wrd_form_make(arena, study, book, source);
        put_forms_of(tree, arena, &form);
    }
    put_copy(tree, "survey/invitation.nl.md", "invitation.nl.md");
    put_copy(tree, "survey/invitation.en.md", "invitation.en.md");
    wrd_arena_free(arena);
}
