/* check/money.c - no financial figure in what the analyst wrote: the first of three gates.
 *
 * Source   PROTECTION.md, gate G1.  Judged before an answer is read, so a report on money is
 * stopped before there is anything to report. */
#include <string.h>

#include "model/money_allowed.h"
#include "model/money_lexicon.h"
#include "model/money_typos.h"
#include "core/utf8_letters.h"
#include "core/number.h"
#include "core/text.h"
#include "model/words.h"
#include "waardering/steps.h"

/* What a topic of money (without a figure) means where it stands. */
enum topic_rule {
    REFUSED,  /* nowhere near a question with fixed answers */
    UNMARKED, /* money_topic is missing */
    ARRANGED, /* money_topic says why: allowed */
};

struct scan {
    struct wrd_arena *arena;
    struct wrd_money_finder *finder;
    const struct wrd_study *study;
    const struct wrd_codebook *book;
    struct wrd_diag *diag;
    bool *used; /* the texts of terms.allow */
};

/* Where a text stands, and what to do about a topic there. */
struct spot {
    struct wrd_place place;
    const char *scope; /* of terms.allow */
    enum topic_rule rule;
    bool is_name;
    const struct wrd_variable *variable; /* UNMARKED: the question */
    const struct wrd_list *list;         /* UNMARKED: the list, if it is one of its answers */
};

static enum topic_rule rule_of(const struct wrd_variable *variable)
{
    if (variable->type != WRD_TYPE_SINGLE && variable->type != WRD_TYPE_MULTIPLE)
        return REFUSED;
    return variable->money_topic ? ARRANGED : UNMARKED;
}

/* Names of the questions with this list that say nothing about an arrangement. */
static const char *unmarked_users(const struct scan *scan, const struct wrd_list *list)
{
    const struct wrd_codebook *book = scan->book;
    const char **names = wrd_arena_take_array(scan->arena, book->n_variables, sizeof *names);
    size_t n = 0;
    for (size_t i = 0; i < book->n_variables; i++)
        if (book->variables[i].list == list && rule_of(&book->variables[i]) == UNMARKED)
            names[n++] = book->variables[i].name;
    return wrd_text_join(scan->arena, names, n, ", ");
}

static void say_topic(const struct scan *scan, const struct spot *spot, const char *word)
{
    if (spot->rule == ARRANGED)
        return;
    if (spot->rule == REFUSED)
        wrd_say(scan->diag, WRD_E0704, spot->place, word);
    else if (spot->list)
        wrd_say(scan->diag, WRD_E0705, spot->place, word, spot->list->name,
                unmarked_users(scan, spot->list));
    else
        wrd_say(scan->diag, WRD_E0703, spot->place, word, spot->variable->name,
                wrd_count_text(scan->arena, spot->variable->place.line));
}

static void say_hit(const struct scan *scan, const struct spot *spot,
                    const struct wrd_money_hit *hit)
{
    switch (hit->kind) {
    case WRD_MONEY_HINT:
        wrd_say(scan->diag, WRD_N0708, spot->place, hit->word);
        break;
    case WRD_MONEY_TOPIC:
        say_topic(scan, spot, hit->word);
        break;
    case WRD_MONEY_SIGN:
        wrd_say(scan->diag, WRD_E0701, spot->place, hit->word);
        break;
    case WRD_MONEY_AMOUNT:
        wrd_say(scan->diag, WRD_E0702, spot->place, hit->word);
        break;
    }
}

enum { HITS_ROOM = 16 };

static void scan_typos(const struct scan *scan, const struct spot *spot, const char *text)
{
    struct wrd_money_typo typos[HITS_ROOM];
    const size_t n = wrd_money_typos(scan->arena, text, typos, HITS_ROOM);
    for (size_t i = 0; i < n && spot->rule != ARRANGED; i++) {
        wrd_say(scan->diag, WRD_N0789, spot->place, typos[i].word, typos[i].meant);
        say_topic(scan, spot, typos[i].word);
    }
}

/* The text without what study.yml allows in it, each of which is said. */
static const char *without_allowed(const struct scan *scan, const struct spot *spot,
                                   const char *text)
{
    const struct wrd_study *study = scan->study;
    bool *here = wrd_arena_take_array(scan->arena, study->n_allowed, sizeof *here);
    const char *left = wrd_allowed_out(scan->arena, study, spot->scope, text, here);
    for (size_t i = 0; i < study->n_allowed; i++)
        if (here[i]) {
            const struct wrd_allowed *allowed = &study->allowed[i];
            scan->used[i] = true;
            wrd_say(scan->diag, WRD_N0786, spot->place, allowed->text, allowed->scope,
                    allowed->reason);
        }
    return left ? left : text;
}

static void scan_text(const struct scan *scan, const struct spot *spot, const char *text)
{
    struct wrd_money_hit hits[HITS_ROOM];
    if (!text || text[0] == '\0')
        return;
    text = without_allowed(scan, spot, text);
    size_t n = wrd_money_find_with(scan->finder, scan->arena, text, spot->is_name, hits, HITS_ROOM);
    for (size_t i = 0; i < n; i++)
        say_hit(scan, spot, &hits[i]);
    scan_typos(scan, spot, text);
}

/* A cell of the codebook: `row` with the place of its row. */
static void scan_cell(const struct scan *scan, struct spot row, const char *header,
                      const char *text, bool is_name)
{
    row.place = wrd_codebook_place(scan->book, row.place, header);
    row.is_name = is_name;
    scan_text(scan, &row, text);
}

static void scan_texts(const struct scan *scan, const struct spot *row, const char *prefix,
                       const char *const texts[WRD_LANGS])
{
    for (enum wrd_lang lang = 0; lang < WRD_LANGS; lang++)
        scan_cell(scan, *row, wrd_arena_format(scan->arena, "%s%s", prefix, wrd_lang_code(lang)),
                  texts[lang], false);
}

static bool has_digit(const char *text)
{
    uint32_t c;
    while ((c = wrd_letter_next(&text)) != 0)
        if (wrd_letter_kind(c) == WRD_LETTER_DIGIT)
            return true;
    return false;
}

/* An arrangement is there or not; how high it is, is not asked. */
static void scan_arrangement(const struct scan *scan, const struct wrd_variable *variable)
{
    for (size_t i = 0; variable->list && i < variable->list->n_answers; i++) {
        const struct wrd_value *value = variable->list->answers[i];
        for (enum wrd_lang lang = 0; lang < WRD_LANGS; lang++) {
            const char *header = wrd_arena_format(scan->arena, "label::%s", wrd_lang_code(lang));
            const char *plain = wrd_text_plain(scan->arena, value->label[lang]);
            if (has_digit(plain))
                wrd_say(scan->diag, WRD_E0707, wrd_codebook_place(scan->book, value->place, header),
                        value->label[lang], variable->list->name, variable->name);
        }
    }
}

static void scan_variable(const struct scan *scan, const struct wrd_variable *variable)
{
    struct spot row = { .place = variable->place,
                        .scope = variable->name,
                        .rule = rule_of(variable),
                        .variable = variable };
    scan_cell(scan, row, "name", variable->name, true);
    if (strcmp(variable->column, variable->name) != 0)
        scan_cell(scan, row, "column", variable->column, true);
    scan_texts(scan, &row, "label::", variable->label);
    if (wrd_money_unit(variable->unit_text))
        wrd_say(scan->diag, WRD_E0706, wrd_codebook_place(scan->book, variable->place, "unit"),
                variable->unit_text);
    if (!variable->money_topic)
        return;
    row.rule = ARRANGED; /* the reason may name what it is about, but no amount */
    scan_cell(scan, row, "money_topic", variable->money_topic, false);
    scan_arrangement(scan, variable);
}

/* An answer may name a topic when every question that has it says why. */
static void scan_list(const struct scan *scan, const struct wrd_list *list)
{
    bool used = false, unmarked = false;
    for (size_t i = 0; i < scan->book->n_variables; i++) {
        const struct wrd_variable *variable = &scan->book->variables[i];
        used = used || variable->list == list;
        unmarked = unmarked || (variable->list == list && rule_of(variable) != ARRANGED);
    }
    for (size_t i = 0; i < list->n_values; i++) {
        const struct wrd_value *value = &list->values[i];
        struct spot row = { .place = value->place,
                            .scope = list->name,
                            .rule = !used      ? REFUSED
                                    : unmarked ? UNMARKED
                                               : ARRANGED,
                            .list = list };
        scan_cell(scan, row, "code", value->code, true);
        scan_texts(scan, &row, "label::", value->label);
        scan_cell(scan, row, "fallback", value->fallback, true);
    }
    struct spot first = { .place = list->place, .scope = list->name, .rule = REFUSED };
    scan_cell(scan, first, "list", list->name, true);
}

static enum topic_rule rule_of_scale(const struct wrd_codebook *book, size_t scale)
{
    enum topic_rule rule = REFUSED;
    for (size_t i = 0; i < book->n_variables; i++) {
        if (book->variables[i].scale != (int)scale)
            continue;
        if (rule_of(&book->variables[i]) != ARRANGED)
            return REFUSED;
        rule = ARRANGED;
    }
    return rule;
}

static void scan_scale(const struct scan *scan, size_t i)
{
    const struct wrd_scale *scale = &scan->book->scales[i];
    struct spot row = { .place = scale->place,
                        .scope = scale->name,
                        .rule = rule_of_scale(scan->book, i) };
    scan_cell(scan, row, "scale", scale->name, true);
    scan_texts(scan, &row, "label::", scale->label);
    scan_texts(scan, &row, "role::", scale->officer_role);
}

/* What an indicator or a row of waves.csv is about may be a question on an arrangement. */
static enum topic_rule rule_of_name(const struct wrd_codebook *book, const char *name, size_t len)
{
    enum topic_rule rule = REFUSED;
    for (size_t i = 0; i < book->n_variables; i++) {
        if (!wrd_text_is(name, len, book->variables[i].name))
            continue;
        if (rule_of(&book->variables[i]) != ARRANGED)
            return REFUSED;
        rule = ARRANGED;
    }
    return rule;
}

static void scan_indicator(const struct scan *scan, const struct wrd_indicator *indicator)
{
    int scale = wrd_codebook_scale(scan->book, indicator->of);
    struct spot row = { .place = indicator->place,
                        .scope = indicator->name,
                        .rule = scale >= 0 ? rule_of_scale(scan->book, (size_t)scale)
                                           : rule_of_name(scan->book, indicator->of,
                                                          strcspn(indicator->of, "=")) };
    scan_cell(scan, row, "indicator", indicator->name, true);
    scan_cell(scan, row, "part", indicator->part, true);
    scan_texts(scan, &row, "label::", indicator->label);
}

static void scan_wave_row(const struct scan *scan, const struct wrd_wave_row *wave)
{
    struct spot row = { .place = wave->place,
                        .scope = wave->name,
                        .rule = rule_of_name(scan->book, wave->name, strlen(wave->name)) };
    scan_cell(scan, row, "column", wave->column, true);
    scan_cell(scan, row, "was_code", wave->was_code, false);
    scan_texts(scan, &row, "note::", wave->note);
}

static void scan_key(const struct scan *scan, const char *key, const char *text, bool is_name)
{
    struct spot spot = { .place = { .file = scan->study->file, .key = key },
                         .scope = WRD_SCOPE_STUDY,
                         .is_name = is_name };
    scan_text(scan, &spot, text);
}

static void scan_study(const struct scan *scan)
{
    const struct wrd_study *study = scan->study;
    scan_key(scan, "study.id", study->id, true);
    for (enum wrd_lang lang = 0; lang < WRD_LANGS; lang++)
        scan_key(scan, wrd_arena_format(scan->arena, "study.title.%s", wrd_lang_code(lang)),
                 study->title[lang], false);
    scan_key(scan, "study.municipality.name", study->municipality_name, false);
    scan_key(scan, "codebook", study->codebook, true);
    scan_key(scan, "disclosure.reason", study->disclosure.reason, false);
    for (size_t i = 0; i < study->n_sources; i++) {
        struct spot spot = { .place = study->sources[i].place,
                             .scope = WRD_SCOPE_STUDY,
                             .is_name = true };
        scan_text(scan, &spot, study->sources[i].id);
    }
    for (size_t i = 0; i < study->n_waves; i++) {
        struct spot spot = { .place = study->waves[i].place,
                             .scope = WRD_SCOPE_STUDY,
                             .is_name = true };
        scan_text(scan, &spot, study->waves[i].name);
        for (size_t source = 0; source < study->n_sources; source++) {
            spot.place = study->waves[i].file_place[source];
            scan_text(scan, &spot, study->waves[i].files[source]);
        }
    }
}

static void scan_codebook(const struct scan *scan)
{
    const struct wrd_codebook *book = scan->book;
    for (size_t i = 0; i < book->n_variables; i++)
        scan_variable(scan, &book->variables[i]);
    for (size_t i = 0; i < book->n_lists; i++)
        scan_list(scan, &book->lists[i]);
    for (size_t i = 0; i < book->n_scales; i++)
        scan_scale(scan, i);
    for (size_t i = 0; i < book->n_indicators; i++)
        scan_indicator(scan, &book->indicators[i]);
    for (size_t i = 0; i < book->n_wave_rows; i++)
        scan_wave_row(scan, &book->wave_rows[i]);
}

/* An amount cannot be allowed, nor a sign of money be the reason. */
static void judge_allowed(const struct scan *scan, const struct wrd_allowed *allowed)
{
    const struct {
        const char *text;
        enum wrd_money_kind least;
    } parts[] = { { allowed->text, WRD_MONEY_AMOUNT }, { allowed->reason, WRD_MONEY_SIGN } };
    for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
        struct wrd_money_hit hits[HITS_ROOM];
        const char *out =
            p == 0 ? NULL
                   : wrd_allowed_out(scan->arena, scan->study, allowed->scope, parts[p].text, NULL);
        const size_t n = wrd_money_find_with(scan->finder, scan->arena, out ? out : parts[p].text,
                                             false, hits, HITS_ROOM);
        for (size_t i = 0; i < n; i++)
            if (hits[i].kind >= parts[p].least)
                wrd_say(scan->diag, WRD_E0788, allowed->place, allowed->scope, hits[i].word);
    }
}

static void scan_allowed(const struct scan *scan)
{
    for (size_t i = 0; i < scan->study->n_allowed; i++) {
        const struct wrd_allowed *allowed = &scan->study->allowed[i];
        judge_allowed(scan, allowed);
        if (!scan->used[i])
            wrd_say(scan->diag, WRD_W0787, allowed->place, allowed->text, allowed->scope);
    }
}

enum wrd_status wrd_check_money(const struct wrd_study *study, const struct wrd_codebook *book,
                                struct wrd_diag *diag)
{
    size_t before = wrd_diag_errors(diag);
    struct wrd_arena *arena = wrd_arena_new();
    struct scan scan = { arena, wrd_money_finder_new(arena),
                         study, book,
                         diag,  wrd_arena_take_array(arena, study->n_allowed, sizeof(bool)) };
    scan_study(&scan);
    scan_codebook(&scan);
    scan_allowed(&scan);
    wrd_arena_free(arena);
    return wrd_diag_errors(diag) == before ? WRD_OK : WRD_EMONEY;
}
