/* write/workbook.c - see workbook.h. */
#include "write/workbook.h"

#include <string.h>

#include "core/number.h"
#include "core/text.h"
#include "model/money_lexicon.h"
#include "write/manifest.h"
#include "write/wording.h"
#include "write/xlsx.h"

enum { CONTENTS_AT = 1 };

/* --- names of sheets */

static bool is_taken(const struct wrd_workbook *book, const char *name)
{
    for (size_t i = 0; i < book->n_sheets; i++)
        if (strcasecmp(book->sheets[i]->name, name) == 0)
            return true;
    return false;
}

/* Our own names and those of the codebook; gate G3 refuses one that is about money. */
static bool may_be_named(const struct wrd_workbook *book, const char *name)
{
    struct wrd_money_hit hit;
    return wrd_utf8_count(name, strlen(name)) <= WRD_SHEET_NAME && !strpbrk(name, "[]:*?/\\'") &&
           wrd_money_find(book->plan->arena, name, true, &hit, 1) == 0 && !is_taken(book, name);
}

static const char *name_of(const struct wrd_workbook *book, const char *wanted)
{
    struct wrd_arena *arena = book->plan->arena;
    const char *name = wanted;
    for (size_t i = book->n_sheets + 1; !may_be_named(book, name); i++)
        name = wrd_sentence(arena, WRD_WORD_SHEET_NUMBER, book->lang, wrd_count_text(arena, i));
    return name;
}

/* --- sheets */

static void add(struct wrd_workbook *book, struct wrd_sheet *sheet)
{
    book->sheets = wrd_arena_more(book->plan->arena, book->sheets, book->n_sheets, &book->room,
                                  sizeof(struct wrd_sheet *));
    book->sheets[book->n_sheets++] = sheet;
}

struct wrd_sheet *wrd_book_sheet(struct wrd_workbook *book, const char *name, const char *title,
                                 const enum wrd_word *heads, size_t n_heads,
                                 const struct wrd_book_keys *keys)
{
    struct wrd_arena *arena = book->plan->arena;
    const size_t n_columns = n_heads + (keys ? keys->n : 0);
    const char **texts = wrd_arena_take_array(arena, n_columns, sizeof *texts);
    for (size_t i = 0; i < n_heads; i++)
        texts[i] = wrd_book_word(book, heads[i]);
    for (size_t i = n_heads; i < n_columns; i++)
        texts[i] = wrd_result_columns[keys->of[i - n_heads]];
    struct wrd_sheet *sheet = wrd_sheet_new(arena, name_of(book, name), title, texts, n_columns);
    sheet->note = wrd_sentence(arena, WRD_WORD_SHEET_NOTE, book->lang,
                               wrd_book_word(book, WRD_WORD_SHEET_NOTES),
                               wrd_book_word(book, WRD_WORD_CONTENTS));
    sheet->base = wrd_fieldwork(arena, book->plan->wave, book->lang);
    add(book, sheet);
    return sheet;
}

void wrd_book_close(struct wrd_workbook *book, struct wrd_sheet *sheet)
{
    if (sheet->n_rows == 0)
        book->n_sheets--;
    else
        wrd_sheet_tidy(sheet);
}

void wrd_book_key(struct wrd_sheet *sheet, const struct wrd_book_keys *keys,
                  const struct wrd_result_key *key)
{
    const size_t at = sheet->n_columns - keys->n;
    for (size_t i = 0; i < keys->n; i++)
        wrd_sheet_text(sheet, at + i, key->of[keys->of[i]]);
}

static struct wrd_sheet *contents_sheet(struct wrd_workbook *book)
{
    static const enum wrd_word heads[] = { WRD_WORD_SHEET, WRD_WORD_SHEET_HOLDS };
    const char *contents = wrd_book_word(book, WRD_WORD_CONTENTS);
    struct wrd_sheet *sheet = wrd_book_sheet(book, contents, contents, heads, 2, NULL);
    sheet->note = wrd_book_word(book, WRD_WORD_SHEET_CONTENTS_NOTE);
    return sheet;
}

static void fill_contents(const struct wrd_workbook *book, struct wrd_sheet *contents)
{
    for (size_t i = 0; i < book->n_sheets; i++) {
        if (i == CONTENTS_AT)
            continue;
        wrd_sheet_row(contents);
        wrd_sheet_link(contents, 0, book->sheets[i]->name, book->sheets[i]->name);
        wrd_sheet_text(contents, 1, book->sheets[i]->title);
    }
}

static void fill(struct wrd_workbook *book)
{
    wrd_book_cover(book);
    struct wrd_sheet *contents = contents_sheet(book);
    wrd_book_notes(book);
    wrd_book_quality(book);
    wrd_book_response(book);
    wrd_book_weights(book);
    wrd_book_tasks(book);
    wrd_book_gaps(book);
    wrd_book_routes(book);
    wrd_book_reliability(book);
    for (size_t i = 0; i < book->plan->n_topics; i++)
        wrd_book_topic(book, &book->plan->topics[i]);
    wrd_book_codebook(book);
    wrd_book_origin(book);
    fill_contents(book, contents);
}

/* A workbook must have a time; ZIP knows none before 1980. */
static time_t time_of(const char *date)
{
    struct tm parts = { 0 };
    if (!date || !strptime(date, "%Y-%m-%d", &parts))
        strptime("1980-01-01", "%Y-%m-%d", &parts);
    return timegm(&parts);
}

enum wrd_status wrd_workbook_write(const struct wrd_plan *plan, enum wrd_lang lang,
                                   const char *epoch, FILE *to, struct wrd_diag *diag)
{
    char room[WRD_DATE_ROOM];
    struct wrd_workbook book = { .plan = plan,
                                 .lang = lang,
                                 .date = wrd_set_date(plan->wave, epoch, room) };
    fill(&book);
    const struct wrd_xlsx xlsx = { .title = wrd_sentence(plan->arena, WRD_WORD_TABLES_OF, lang,
                                                         wrd_study_title(plan, lang)),
                                   .made = time_of(book.date),
                                   .contents = wrd_book_word(&book, WRD_WORD_CONTENTS),
                                   .sheets = (const struct wrd_sheet *const *)book.sheets,
                                   .n_sheets = book.n_sheets };
    const char *wrong = wrd_xlsx_write(&xlsx, plan->arena, to);
    if (!wrong)
        return WRD_OK;
    wrd_say(diag, WRD_E0834, (struct wrd_place){ 0 }, wrong);
    return WRD_EFAULT;
}
