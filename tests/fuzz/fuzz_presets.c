/* Any bytes as the rows of an export, below the header of each tool (or as the header too), read to
 * a frame.  Every row is accounted for, every code is one of the codebook, no message holds what
 * somebody wrote, and the same bytes give the same frame.  The first three bytes say which tool, and
 * what study.yml asks for. */
#include "core/diag_body.h"
#include "support/frame.h"
#include "support/fuzz.h"
#include "waardering/steps.h"

#define SECTOR "In welke sector werkt u?"
#define AGREE "Ik voel mij gewaardeerd."
#define GRADE "Welk cijfer geeft u?"
#define FORMS "Hoe merkt u waardering?"
#define REST "Uw code\aHoeveel uur?\aSinds wanneer?\agewicht\aWat wilt u nog kwijt?\n"

enum { CONTROL = 3, RAW_HEADER = 0x40, DETECT = 0x80, MAX_FILE = 1 << 16, ONE_IN = 8 };

/* In a header \a stands for the delimiter.  Columns are those of sector, agree, grade and forms. */
static const struct tool {
    enum wrd_export preset;
    const char *columns[4];
    const char *header;
} tools[] = {
    { WRD_EXPORT_PLAIN, { "s", "a", "g", "f" }, "E-mail\as\aa\ag\af\a" REST },
    { WRD_EXPORT_LIMESURVEY,
      { "G1Q1", "G1Q2[SQ1]", "G1Q3", "G2Q1[*]" },
      "id. Antwoord-ID\aipaddr. IP-adres\aG1Q1. " SECTOR "\aG1Q2[SQ1]. " AGREE
      " [Stelling]\aG1Q3. " GRADE "\aG2Q1[dank]. " FORMS " [Een bedankje]\aG2Q1[koffie]. " FORMS
      " [Koffie en gebak]\aG2Q1[other]. " FORMS " [Anders]\aG2Q1[geen]. " FORMS " [Niets]\a" REST },
    { WRD_EXPORT_QUALTRICS,
      { "Q1", "Q2_1", "Q3", "Q4_*" },
      "IPAddress\aRecipientEmail\aQ1\aQ2_1\aQ3\aQ4_1\aQ4_2\aQ4_3\aQ4_4\a" REST
      "IP Address\aRecipient Email\a" SECTOR "\a" AGREE " - Stelling\a" GRADE "\a" FORMS
      " - Een bedankje\a\"" FORMS " - Koffie, thee en gebak\"\a" FORMS " - Anders\a" FORMS
      " - Niets\a" REST
      "\"{\"\"ImportId\"\":\"\"ipAddress\"\"}\"\a\"{\"\"ImportId\"\":\"\"recipientEmail\"\"}\"\a"
      "\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\a\"{\"\"ImportId\"\":\"\"QID2_1\"\"}\"\a"
      "\"{\"\"ImportId\"\":\"\"QID3\"\"}\"\a\"{\"\"ImportId\"\":\"\"QID4\"\"}\"\a"
      "\"{\"\"ImportId\"\":\"\"QID4\"\"}\"\a\"{\"\"ImportId\"\":\"\"QID4\"\"}\"\a"
      "\"{\"\"ImportId\"\":\"\"QID4\"\"}\"\a\"{\"\"ImportId\"\":\"\"QID5\"\"}\"\a"
      "\"{\"\"ImportId\"\":\"\"QID6\"\"}\"\a\"{\"\"ImportId\"\":\"\"QID7\"\"}\"\a"
      "\"{\"\"ImportId\"\":\"\"QID8\"\"}\"\a\"{\"\"ImportId\"\":\"\"QID9\"\"}\"\n" },
    { WRD_EXPORT_SURVEYMONKEY,
      { SECTOR, AGREE, GRADE, FORMS },
      "Respondent ID\aEmail Address\a" SECTOR "\a" AGREE "\a" GRADE "\a" FORMS "\a\a\a\a" REST
      "\a\aResponse\aResponse\aOpen-Ended Response\aEen bedankje\a\"Koffie, thee en "
      "gebak\"\aAnders\a"
      "Niets\aOpen-Ended Response\aResponse\aResponse\aResponse\aOpen-Ended Response\n" },
    { WRD_EXPORT_FORMS,
      { SECTOR, AGREE, GRADE, FORMS },
      "Tijdstempel\aE-mailadres\a" SECTOR "\a" AGREE "\a" GRADE "\a" FORMS "\a" REST },
    { WRD_EXPORT_FORMS,
      { SECTOR, AGREE, GRADE, FORMS },
      "ID\aBegintijd\aE-mail\aNaam\a" SECTOR "\a" AGREE "\a" GRADE "\a" FORMS "\a" REST },
};
enum { N_TOOLS = sizeof tools / sizeof *tools };

static struct wrd_study *study;
static struct wrd_codebook *book;

static void read_study(void)
{
    static struct wrd_arena *arena; /* kept, so that it is no leak */
    arena = wrd_arena_new();
    struct wrd_diag *diag = wrd_diag_new();
    demand(wrd_study_read(arena, "tests/fuzz/answers", diag, &study) == WRD_OK);
    demand(wrd_codebook_read(arena, study, diag, &book) == WRD_OK);
    wrd_diag_free(diag);
}

/* What study.yml and the codebook ask for; the delimiter that the header has. */
static char ask(const uint8_t *control, const struct tool *tool, const char *path)
{
    static const char delimiters[] = { ';', ',', '\t' };
    static const char separators[] = { '\0', ';', ',', '|' };
    struct wrd_source *source = &study->sources[0];
    char delimiter = delimiters[(control[1] >> 2 & 3) % 3];
    source->export_preset = control[0] & DETECT ? WRD_EXPORT_AUTO : tool->preset;
    source->answers_said = (control[1] & 3) != 0;
    source->answers = control[1] & 1 ? WRD_ANSWERS_CODES : WRD_ANSWERS_LABELS;
    source->delimiter = control[1] & 0x10 ? delimiter : '\0';
    source->duplicates = (control[1] >> 5) % (WRD_DUPLICATES_ERROR + 1);
    source->encoding = (control[2] & 3) % (WRD_ENCODING_UTF16 + 1);
    source->decimal = control[2] & 0x10 ? '.' : ',';
    for (size_t i = 0; i < 4; i++)
        book->variables[i].column = tool->columns[i];
    book->variables[3].separator = separators[control[2] >> 5 & 3];
    study->waves[0].files[0] = path;
    return delimiter;
}

/* A file as the tool would have written it: its header, and UTF-16 where that is asked for. */
static size_t make_file(char *to, const uint8_t *bytes, size_t len, const struct tool *tool,
                        char delimiter)
{
    size_t n = 0;
    bool utf16 = (bytes[2] & 3) == WRD_ENCODING_UTF16;
    const char *header = bytes[0] & RAW_HEADER ? "" : tool->header;
    for (; header[n]; n++)
        to[n] = header[n] == '\a' ? delimiter : header[n];
    memcpy(to + n, bytes + CONTROL, len - CONTROL);
    n += len - CONTROL;
    if (!utf16)
        return n;
    for (size_t i = n; i-- > 0;) { /* from the end: in the same place */
        to[2 * i + 2] = to[i];
        to[2 * i + 3] = '\0';
    }
    to[0] = '\xFF';
    to[1] = '\xFE';
    return 2 * n + 2;
}

/* ---- what somebody wrote ---- */

static const char canary[] = "canary";

struct heard {
    const char *file; /* without NUL and quotes, a NUL behind it */
};

/* In place; a NUL of UTF-16 and the quotes of CSV part what belongs together. */
static size_t strip(char *text, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++)
        if (text[i] != '\0' && text[i] != '"')
            text[n++] = text[i];
    text[n] = '\0';
    return n;
}

static size_t times_in(const char *file, const char *text)
{
    size_t n = 0;
    for (const char *at = file; (at = strstr(at, text)); at += strlen(text))
        n++;
    return n;
}

/* An answer that five gave to a closed question may be shown (wrd_answer_shown). */
static void demand_no_canary(const struct wrd_said *said, void *self)
{
    const struct heard *heard = self;
    for (size_t i = 0; i < said->n_texts; i++) {
        if (!strstr(said->texts[i], canary))
            continue;
        char *text = strdup(said->texts[i]), *rest = text, *cell;
        strip(text, strlen(text));
        while ((cell = strsep(&rest, ";")) != NULL) /* the row to add has it as one of its cells */
            demand(!strstr(cell, canary) || times_in(heard->file, cell) >= 5);
        free(text);
    }
}

/* ---- reading ---- */

struct came {
    struct wrd_arena *arena;
    struct wrd_diag *diag;
    struct wrd_frame *frame;
};

static struct came read_answers(void)
{
    struct came came = { wrd_arena_new(), wrd_diag_new(), NULL };
    enum wrd_status status =
        wrd_answers_read(came.arena, study, book, 0, 0, NULL, came.diag, &came.frame);
    demand((status == WRD_OK) == (came.frame != NULL));
    demand((status == WRD_OK) == (wrd_diag_errors(came.diag) == 0));
    return came;
}

static void forget(struct came *came)
{
    wrd_diag_free(came->diag);
    wrd_arena_free(came->arena);
}

static void demand_same_again(const struct came *first)
{
    struct came again = read_answers();
    if (first->frame)
        demand_same_frame(book, first->frame, again.frame);
    demand(wrd_diag_warnings(first->diag) == wrd_diag_warnings(again.diag));
    demand(wrd_diag_errors(first->diag) == wrd_diag_errors(again.diag));
    forget(&again);
}

/* Of the tools that keep a cell for themselves the header was ours, so that no text of it is one of
 * somebody who answered. */
static void judge_messages(const struct came *came, const uint8_t *bytes, char *file, size_t len)
{
    strip(file, len);
    if (!(bytes[0] & RAW_HEADER))
        wrd_diag_each(came->diag, demand_no_canary, &(struct heard){ file });
    demand_fit_messages(came->diag, bytes[CONTROL - 1] >> 2);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static char file[2 * MAX_FILE];
    if (len < CONTROL || len > MAX_FILE / 2)
        return -1;
    if (!study)
        read_study();
    const struct tool *tool = &tools[(bytes[0] & 0x0F) % N_TOOLS];
    char delimiter = ask(bytes, tool, memory_file("", 0));
    size_t n = make_file(file, bytes, len, tool, delimiter);
    memory_file(file, n);
    struct came first = read_answers();
    if (first.frame)
        demand_frame(book, first.frame);
    if (is_one_in(ONE_IN, bytes, len))
        demand_same_again(&first);
    judge_messages(&first, bytes, file, n);
    forget(&first);
    return 0;
}
