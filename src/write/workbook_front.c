/* write/workbook_front.c - the cover and the notes of a workbook; see workbook.h. */
#include "write/workbook.h"

#include "core/text.h"
#include "core/version.h"
#include "write/design.h"
#include "write/wording.h"

static void say(const struct wrd_workbook *book, struct wrd_sheet *sheet, enum wrd_word what,
                const char *text)
{
    wrd_sheet_pair(sheet, wrd_book_word(book, what), text);
}

static void say_word(const struct wrd_workbook *book, struct wrd_sheet *sheet, enum wrd_word what,
                     enum wrd_word text)
{
    say(book, sheet, what, wrd_book_word(book, text));
}

static void put_status(const struct wrd_workbook *book, struct wrd_sheet *sheet)
{
    const struct wrd_study *study = book->plan->study;
    say_word(book, sheet, WRD_WORD_DRAFT, WRD_WORD_DRAFT_MEANS);
    if (study->disclosure.profile != WRD_PROFILE_BASE_ONLY)
        return;
    say_word(book, sheet, WRD_WORD_HOW_PROTECT, WRD_WORD_BASE_ONLY);
    say(book, sheet, WRD_WORD_HOW_PROTECT,
        wrd_sentence(book->plan->arena, WRD_WORD_BASE_ONLY_REASON, book->lang,
                     study->disclosure.reason));
}

void wrd_book_cover(struct wrd_workbook *book)
{
    static const enum wrd_word heads[] = { WRD_WORD_SHEET_ABOUT, WRD_WORD_SHEET_HOLDS };
    const struct wrd_plan *plan = book->plan;
    const char *name = wrd_sentence(plan->arena, WRD_WORD_HEAD_WITH_ID, book->lang,
                                    plan->study->municipality_name, plan->study->municipality_code);
    struct wrd_sheet *sheet =
        wrd_book_sheet(book, wrd_book_word(book, WRD_WORD_SHEET_COVER),
                       wrd_sentence(plan->arena, WRD_WORD_TABLES_OF, book->lang,
                                    wrd_study_title(plan, book->lang)),
                       heads, 2, NULL);
    say(book, sheet, WRD_WORD_ORIGIN_MUNICIPALITY, name);
    say(book, sheet, WRD_WORD_ORIGIN_WAVE, plan->wave->name);
    say(book, sheet, WRD_WORD_SHEET_FIELDWORK, wrd_fieldwork(plan->arena, plan->wave, book->lang));
    put_status(book, sheet);
    say(book, sheet, WRD_WORD_SHEET_PRODUCER,
        wrd_sentence(plan->arena, WRD_WORD_SHEET_MADE_WITH, book->lang,
                     plan->study->municipality_name, wrd_version()));
    if (book->date)
        say(book, sheet, WRD_WORD_SHEET_DATE, book->date);
    say_word(book, sheet, WRD_WORD_SHEET_LICENCE, WRD_WORD_SHEET_LICENCE_LINE);
    say_word(book, sheet, WRD_WORD_SHEET_READING, WRD_WORD_SHEET_READING_TABLES);
    say_word(book, sheet, WRD_WORD_SHEET_READING, WRD_WORD_SHEET_READING_SHOWN);
    say_word(book, sheet, WRD_WORD_SHEET_READING, WRD_WORD_SHEET_READING_KEY);
    say_word(book, sheet, WRD_WORD_SHEET_READING, WRD_WORD_NO_MONEY);
    wrd_book_close(book, sheet);
}

/* --- notes */

/* What Statistics Netherlands writes for the same. */
static void put_sign(const struct wrd_workbook *book, struct wrd_sheet *sheet, const char *sign,
                     enum wrd_word means, const char *cbs)
{
    const char *text = wrd_book_word(book, means);
    if (cbs)
        text = wrd_sentence(book->plan->arena, WRD_WORD_SHEET_CBS, book->lang, text, cbs);
    wrd_sheet_pair(sheet, sign, text);
}

static void put_signs(const struct wrd_workbook *book, struct wrd_sheet *sheet)
{
    put_sign(book, sheet, "[c]", WRD_WORD_SIGN_X, "x");
    put_sign(book, sheet, "[u]", WRD_WORD_SIGN_U, NULL);
    put_sign(book, sheet, "[b]", WRD_WORD_SIGN_B, NULL);
    put_sign(book, sheet, "[z]", WRD_WORD_SIGN_Z, wrd_book_word(book, WRD_WORD_SHEET_CBS_EMPTY));
    put_sign(book, sheet, wrd_book_word(book, WRD_WORD_SHEET_HIGHER), WRD_WORD_SIGN_HIGHER, NULL);
    put_sign(book, sheet, wrd_book_word(book, WRD_WORD_SHEET_LESS), WRD_WORD_SIGN_LOWER, NULL);
}

static bool any_compared(const struct wrd_plan *plan)
{
    for (size_t i = 0; i < plan->n_topics; i++)
        if (plan->topics[i].total && plan->topics[i].total->changes)
            return true;
    return false;
}

static void put_method(const struct wrd_workbook *book, struct wrd_sheet *sheet)
{
    static const enum wrd_word lines[] = { WRD_WORD_HOW_NO_BOUNDS, WRD_WORD_HOW_PERCENT,
                                           WRD_WORD_HOW_PAIRS, WRD_WORD_HOW_ROUND };
    struct wrd_arena *arena = book->plan->arena;
    const double percent = 100 * wrd_study_confidence(book->plan->study);
    say(book, sheet, WRD_WORD_HOW_METHOD,
        wrd_sentence(arena, WRD_WORD_HOW_MARGIN, book->lang,
                     wrd_shown_number(arena, percent, 0, book->lang)));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        say_word(book, sheet, WRD_WORD_HOW_METHOD, lines[i]);
    if (!any_compared(book->plan))
        return;
    say_word(book, sheet, WRD_WORD_HOW_METHOD, WRD_WORD_HOW_COMPARE);
    say_word(book, sheet, WRD_WORD_HOW_METHOD, WRD_WORD_HOW_CHANGE);
}

static void put_source(const struct wrd_workbook *book, struct wrd_sheet *sheet, size_t source)
{
    const struct wrd_plan *plan = book->plan;
    const bool weighted = plan->study->sources[source].weights.method != WRD_WEIGHTS_NONE;
    if (!wrd_release_sampling(plan->release, source))
        return;
    say(book, sheet, WRD_WORD_SHEET_WEIGHTS,
        wrd_sentence(plan->arena, weighted ? WRD_WORD_WHO_WEIGHTED : WRD_WORD_WHO_UNWEIGHTED,
                     book->lang, wrd_people_heading(plan, source, book->lang),
                     wrd_people(plan, source, book->lang)));
    say(book, sheet, WRD_WORD_DESIGN, wrd_design_plain(plan, source, book->lang));
    say(book, sheet, WRD_WORD_DESIGN, wrd_design_technical(plan, source, book->lang));
}

static void put_protection(const struct wrd_workbook *book, struct wrd_sheet *sheet)
{
    const struct wrd_plan *plan = book->plan;
    const struct wrd_release_count count = wrd_release_counted(plan->release);
    for (size_t source = 0; source < plan->study->n_sources; source++) {
        const enum wrd_respondents who = plan->study->sources[source].respondents;
        say(book, sheet, WRD_WORD_HOW_PROTECT,
            wrd_sentence(
                plan->arena, WRD_WORD_HOW_THRESHOLDS, book->lang,
                wrd_people_heading(plan, source, book->lang),
                wrd_shown_count(plan->arena, plan->study->disclosure.min_base[who], book->lang),
                wrd_shown_count(plan->arena, plan->study->disclosure.min_cell[who], book->lang)));
    }
    say_word(book, sheet, WRD_WORD_HOW_PROTECT, WRD_WORD_SHEET_HIDDEN);
    say(book, sheet, WRD_WORD_HOW_PROTECT,
        wrd_sentence(plan->arena, WRD_WORD_HOW_MANY, book->lang,
                     wrd_shown_count(plan->arena, count.cells, book->lang),
                     wrd_shown_count(plan->arena, count.hidden, book->lang)));
    say_word(book, sheet, WRD_WORD_HOW_PROTECT, WRD_WORD_HOW_OPEN);
}

void wrd_book_notes(struct wrd_workbook *book)
{
    static const enum wrd_word heads[] = { WRD_WORD_SHEET_ABOUT, WRD_WORD_SHEET_MEANS };
    const char *name = wrd_book_word(book, WRD_WORD_SHEET_NOTES);
    struct wrd_sheet *sheet =
        wrd_book_sheet(book, name, wrd_book_word(book, WRD_WORD_SHEET_NOTES_TITLE), heads, 2, NULL);
    put_signs(book, sheet);
    put_method(book, sheet);
    for (size_t source = 0; source < book->plan->study->n_sources; source++)
        put_source(book, sheet, source);
    put_protection(book, sheet);
    wrd_book_close(book, sheet);
}
