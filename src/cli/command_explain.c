/* cli/command_explain.c - what a message or a term is about; the list of terms without a name.  The
 * texts are those of the catalogues: messages/ROOM.def and model/terms.def. */
#include "cli/run.h"

#include "core/diag_body.h"
#include "core/text.h"
#include "core/wrap.h"
#include "model/terms.h"

#include <string.h>

enum { INDENT = 2, BESIDE = 13 }; /* where a text begins: below a name, beside a label */

static const struct {
    const char *also, *key, *read, *see, *what, *why, *help, *then, *area, *blanks, *list;
} labels[WRD_LANGS] = {
    [WRD_NL] = { "Ook: ", "  study.yml", "  lees meer", "  zie ook", "  wat", "  waarom", "  hulp",
                 "  gevolg", "  gaat over",
                 "Op de plaats van <...> staat in de melding zelf wat er is gevonden.",
                 "Uitleg van een begrip:   waardering explain BEGRIP\n"
                 "Uitleg van een melding:  waardering explain CODE, bijvoorbeeld W0213" },
    [WRD_EN] = { "Also: ", "  study.yml", "  read more", "  see also", "  what", "  why", "  help",
                 "  result", "  about",
                 "In the place of <...> the message itself says what was found.",
                 "About a term:     waardering explain TERM\n"
                 "About a message:  waardering explain CODE, for instance W0213" },
};

/* By the first two digits of the code, see waardering/diag.h. */
static const char *const areas[][WRD_LANGS] = {
    { "", "" },
    { "study.yml", "study.yml" },
    { "de antwoorden", "the answers" },
    { "het codeboek", "the codebook" },
    { "gewichten en ontwerp", "weights and design" },
    { "tabellen en schattingen", "tables and estimates" },
    { "de bescherming van mensen", "the protection of people" },
    { "geld, dat in dit onderzoek niet thuishoort", "money, which has no place in this study" },
    { "bestanden", "files" },
    { "de opdracht", "the command line" },
};

/* From 0710 the sevens are about what `check` makes one look at. */
static const char *area_of(const char *code, enum wrd_lang lang)
{
    static const char *const look[WRD_LANGS] = { "wat een blik waard is", "what is worth a look" };

    return code[2] == '7' && code[3] != '0' ? look[lang] : areas[code[2] - '0'][lang];
}

static const char *const results[][WRD_LANGS] = {
    [WRD_NOTE] = { "Geen: dit is om te weten. U ziet het met -v.",
                   "None: this is for your information. You see it with -v." },
    [WRD_WARNING] = { "De opdracht gaat door. Met --strict telt dit als fout.",
                      "The command goes on. With --strict this counts as an error." },
    [WRD_ERROR] = { "De opdracht stopt en schrijft niets (exit 3).",
                    "The command stops and writes nothing (exit 3)." },
    [WRD_MONEY] = { "De opdracht stopt en schrijft niets (exit 5).",
                    "The command stops and writes nothing (exit 5)." },
    [WRD_IO] = { "De opdracht stopt (exit 6). Eerdere resultaten blijven zoals ze zijn.",
                 "The command stops (exit 6). Earlier results stay as they are." },
    [WRD_USAGE] = { "De opdracht begint niet (exit 2).", "The command does not begin (exit 2)." },
    [WRD_BUSY] = { "De opdracht stopt en schrijft niets (exit 7).",
                   "The command stops and writes nothing (exit 7)." },
};

static void print_beside(const char *label, const char *text)
{
    if (*text)
        wrd_wrap(stdout, label, BESIDE, text);
}

static void print_list(enum wrd_lang lang)
{
    struct wrd_arena *scratch = wrd_arena_new();

    puts(labels[lang].list);
    for (int topic = 0; topic < WRD_TOPICS; topic++) {
        const char *names[WRD_TERMS];
        size_t n = 0;
        for (int term = 0; term < WRD_TERMS; term++)
            if (wrd_term_page((enum wrd_term)term)->topic == (enum wrd_topic)topic)
                names[n++] = wrd_term_page((enum wrd_term)term)->name[lang];
        printf("\n%s\n", wrd_topic_name((enum wrd_topic)topic, lang));
        wrd_wrap(stdout, "", INDENT, wrd_text_join(scratch, names, n, ", "));
    }
    wrd_arena_free(scratch);
}

static void print_term(struct wrd_arena *arena, enum wrd_term term, enum wrd_lang lang)
{
    const struct wrd_term_page *page = wrd_term_page(term);
    const enum wrd_lang other = lang == WRD_NL ? WRD_EN : WRD_NL;

    puts(page->name[lang]);
    wrd_wrap(stdout, labels[lang].also, INDENT,
             wrd_arena_format(arena, "%s%s%s (%s)", page->others[lang],
                              *page->others[lang] ? "; " : "", page->name[other],
                              lang == WRD_NL ? "Engels" : "Dutch"));
    putchar('\n');
    wrd_wrap(stdout, "", INDENT, page->text[lang]);
    putchar('\n');
    print_beside(labels[lang].key, page->key);
    print_beside(labels[lang].read, page->read);
    print_beside(labels[lang].see, wrd_terms_in(arena, page->text[lang], lang, term));
}

/* A wording without the values of any one case. */
static const char *without_values(struct wrd_arena *arena, const char *wording, enum wrd_lang lang)
{
    struct wrd_said any = { .n_texts = WRD_MAX_TEXTS };

    for (size_t i = 0; i < WRD_MAX_TEXTS; i++)
        any.texts[i] = "<...>";
    return wrd_said_fill(arena, wording, &any, lang, wrd_text_visible);
}

static void print_message(struct wrd_arena *arena, enum wrd_message message, enum wrd_lang lang)
{
    const struct wrd_message_texts texts = wrd_message_texts(message, lang);
    const char *code = wrd_message_code(message);
    const char *what = without_values(arena, texts.text, lang);
    const char *why = without_values(arena, texts.note, lang);
    const char *help = without_values(arena, texts.help, lang);

    puts(code);
    putchar('\n');
    print_beside(labels[lang].what, what);
    print_beside(labels[lang].why, why);
    print_beside(labels[lang].help, help);
    print_beside(labels[lang].then, results[wrd_message_severity(message)][lang]);
    print_beside(labels[lang].area, area_of(code, lang));
    print_beside(labels[lang].see,
                 wrd_terms_in(arena, wrd_arena_format(arena, "%s %s", what, why), lang, WRD_TERMS));
    if (strstr(what, "<...>") || strstr(why, "<...>") || strstr(help, "<...>"))
        printf("\n%s\n", labels[lang].blanks);
}

/* Of four digits with or without a letter, the nearest code; else what wrd_term_near knows. */
static const char *nearest(struct wrd_arena *arena, const char *word, enum wrd_lang lang)
{
    const char *codes[WRD_MESSAGES];
    const size_t digits = strcspn(word, "0123456789");

    if (digits > 1 || !word[digits])
        return wrd_term_near(arena, word, lang);
    for (int i = 0; i < WRD_MESSAGES; i++)
        codes[i] = wrd_message_code((enum wrd_message)i) + (digits == 0);
    return wrd_text_nearest(word, codes, WRD_MESSAGES);
}

static enum wrd_status say_unknown(struct run *run, const char *word)
{
    const char *near = nearest(run->arena, word, run->options->lang);

    if (near)
        wrd_say(run->diag, WRD_E0916, (struct wrd_place){ 0 }, word, near);
    else
        wrd_say(run->diag, WRD_E0915, (struct wrd_place){ 0 }, word);
    return WRD_EUSAGE;
}

enum wrd_status command_explain(struct run *run)
{
    const struct options *options = run->options;
    const char *word = wrd_text_join(run->arena, options->words, options->n_words, " ");
    const enum wrd_message message = wrd_message_find(word);
    const enum wrd_term term = wrd_term_find(word);

    if (options->n_words == 0)
        print_list(options->lang);
    else if (message != WRD_MESSAGES)
        print_message(run->arena, message, options->lang);
    else if (term != WRD_TERMS)
        print_term(run->arena, term, options->lang);
    else
        return say_unknown(run, word);
    return WRD_OK;
}
