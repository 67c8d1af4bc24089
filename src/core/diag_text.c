/* core/diag_text.c - messages for a terminal:
 *
 *   warning[W0213]: answer 6 is not in list 'agree5'
 *     --> 2026/volunteers.csv:219, column 8 'G02Q01[SQ001]' (v_w1), and 1 more (line 240)
 *      = list 'agree5' (codebook/values.csv:2) has: 1 2 3 4 5 8 9
 *      = help: add it to values.csv
 *   more: waardering explain W0213 */
#include "core/diag_body.h"
#include "core/number.h"
#include "core/text.h"

static const struct {
    const char *note, *warning, *error, *help, *column, *and_more_before, *and_more_after, *line,
        *lines, *times, *more;
} words[WRD_LANGS] = {
    [WRD_NL] = { "opmerking", "waarschuwing", "fout", "hulp", "kolom", "en nog ", "", "regel",
                 "regels", " keer", "meer" },
    [WRD_EN] = { "note", "warning", "error", "help", "column", "and ", " more", "line", "lines",
                 " times", "more" },
};

static const char *severity_word(enum wrd_severity severity, enum wrd_lang lang)
{
    switch (severity) {
    case WRD_NOTE:
        return words[lang].note;
    case WRD_WARNING:
        return words[lang].warning;
    default:
        return words[lang].error;
    }
}

static const char *severity_color(enum wrd_severity severity)
{
    switch (severity) {
    case WRD_NOTE:
        return "\033[1;36m";
    case WRD_WARNING:
        return "\033[1;33m";
    default:
        return "\033[1;31m";
    }
}

static void write_number(FILE *to, uint64_t number)
{
    char room[WRD_NUMBER_ROOM];
    fputs(wrd_number_unsigned(room, number), to);
}

static void write_headline(const struct wrd_said *said, FILE *to, struct wrd_arena *scratch,
                           const struct wrd_diag_style *style, const char *text)
{
    const char *word = severity_word(said->severity, style->lang);
    const char *code = wrd_message_code(said->message);
    const char *color = style->color ? severity_color(said->severity) : "";
    const char *plain = style->color ? "\033[0m" : "";
    fprintf(to, "%s%s[%s]%s: %s\n", color, word, code, plain,
            wrd_said_fill(scratch, text, said, style->lang, wrd_text_visible));
}

static void write_place(const struct wrd_place *place, FILE *to, struct wrd_arena *scratch,
                        enum wrd_lang lang)
{
    fputs(wrd_text_visible(scratch, place->file), to);
    if (place->line) {
        fputc(':', to);
        write_number(to, place->line);
    }
    if (place->column && place->line && !place->key) {
        fputc(':', to);
        write_number(to, place->column);
    } else if (place->column) {
        fprintf(to, ", %s ", words[lang].column);
        write_number(to, place->column);
    }
    if (place->key)
        fprintf(to, "%s '%s'", place->column ? "" : ",", wrd_text_visible(scratch, place->key));
    if (place->variable)
        fprintf(to, " (%s)", wrd_text_visible(scratch, place->variable));
}

static void write_others(const struct wrd_said *said, FILE *to, enum wrd_lang lang)
{
    uint64_t others = said->count - 1;
    fprintf(to, ", %s", words[lang].and_more_before);
    write_number(to, others);
    fputs(words[lang].and_more_after, to);
    if (said->n_other_lines == 0)
        return;
    fprintf(to, " (%s", said->n_other_lines == 1 ? words[lang].line : words[lang].lines);
    for (size_t i = 0; i < said->n_other_lines; i++) {
        fputs(i ? ", " : " ", to);
        write_number(to, said->other_lines[i]);
    }
    fputs(others > said->n_other_lines ? ", ...)" : ")", to);
}

static void write_where(const struct wrd_said *said, FILE *to, struct wrd_arena *scratch,
                        enum wrd_lang lang)
{
    if (!said->place.file && said->count == 1)
        return;
    fputs("  --> ", to);
    if (said->place.file) {
        write_place(&said->place, to, scratch, lang);
        if (said->count > 1)
            write_others(said, to, lang);
    } else {
        write_number(to, said->count);
        fputs(words[lang].times, to);
    }
    fputc('\n', to);
}

void wrd_said_write_text(const struct wrd_said *said, FILE *to, const struct wrd_diag_style *style)
{
    struct wrd_arena *scratch = wrd_arena_new();
    enum wrd_lang lang = style->lang;
    struct wrd_message_texts texts = wrd_message_texts(said->message, lang);
    write_headline(said, to, scratch, style, texts.text);
    write_where(said, to, scratch, lang);
    if (*texts.note)
        fprintf(to, "   = %s\n", wrd_said_fill(scratch, texts.note, said, lang, wrd_text_visible));
    if (*texts.help)
        fprintf(to, "   = %s: %s\n", words[lang].help,
                wrd_said_fill(scratch, texts.help, said, lang, wrd_text_visible));
    wrd_arena_free(scratch);
}

void wrd_said_write_more(const struct wrd_said *said, FILE *to, enum wrd_lang lang)
{
    fprintf(to, "%s: waardering explain %s\n", words[lang].more, wrd_message_code(said->message));
}
