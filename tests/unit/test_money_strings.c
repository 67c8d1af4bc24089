/* tests/unit/test_money_strings.c - every string of tests/money/ has its verdict at its gate, each
 * gate asked by itself: what the codebook says never reaches the other two here, nor do the answers,
 * nor the output.
 *
 * The strings and their verdicts were written down before any gate was asked: the examples of
 * PROTECTION.md, and more of every class. */
#include "support/given.h"
#include "support/strings.h"

enum { CLASS, GATE, SLOT, STRING, VERDICT };

static size_t wrong;

/* Goes on after a wrong one, so that a run shows all. */
static void expect(const struct string_row *row, const char *gate, const char *got)
{
    if (strcmp(got, row->field[VERDICT]) == 0)
        return;
    print_error("adversarial.csv:%u (%s) '%s' at %s: %s, not %s\n", row->line, row->field[CLASS],
                row->field[STRING], gate, got, row->field[VERDICT]);
    wrong++;
}

/* --- the codebook */

struct book {
    struct wrd_study study;
    struct wrd_source source;
    struct wrd_wave wave;
    struct wrd_codebook book;
    struct wrd_variable variable;
    struct wrd_list list;
    struct wrd_value value;
    const struct wrd_value *answer;
    struct wrd_scale scale;
    struct wrd_indicator indicator;
    struct wrd_wave_row wave_row;
};

/* A study of one closed question, without a word of money. */
static void book_plain(struct book *b)
{
    static const char *const texts[WRD_LANGS] = { "Vraag", "Question" };
    memset(b, 0, sizeof *b);
    b->source = (struct wrd_source){ .id = "vol" };
    b->wave = (struct wrd_wave){ .name = "2026", .files = { "answers.csv" } };
    b->study = (struct wrd_study){ .file = "study.yml",
                                   .id = "proef",
                                   .municipality_name = "Voorbeeldstad",
                                   .codebook = "codebook",
                                   .sources = &b->source,
                                   .n_sources = 1,
                                   .waves = &b->wave,
                                   .n_waves = 1 };
    b->value = (struct wrd_value){ .code = "1", .reason = WRD_NO_REASON };
    b->answer = &b->value;
    b->list = (struct wrd_list){
        .name = "lijst", .values = &b->value, .n_values = 1, .answers = &b->answer, .n_answers = 1
    };
    b->variable = (struct wrd_variable){ .name = "q",
                                         .sources = 1,
                                         .column = "q",
                                         .type = WRD_TYPE_SINGLE,
                                         .list = &b->list,
                                         .scale = -1,
                                         .unit_text = "" };
    b->scale = (struct wrd_scale){ .name = "schaal" };
    b->indicator = (struct wrd_indicator){ .name = "i", .part = "", .of = "q" };
    b->wave_row = (struct wrd_wave_row){ .wave = "2026", .name = "q", .was_code = "" };
    memcpy(b->variable.label, texts, sizeof texts);
    memcpy(b->value.label, texts, sizeof texts);
    memcpy(b->scale.label, texts, sizeof texts);
    memcpy(b->indicator.label, texts, sizeof texts);
    b->book = (struct wrd_codebook){ .variables = &b->variable,
                                     .n_variables = 1,
                                     .lists = &b->list,
                                     .n_lists = 1,
                                     .scales = &b->scale,
                                     .n_scales = 1,
                                     .indicators = &b->indicator,
                                     .n_indicators = 1,
                                     .wave_rows = &b->wave_row,
                                     .n_wave_rows = 1 };
}

/* Puts the string where the slot says. */
static void book_put_in(struct book *b, const char *slot, const char *string)
{
    const struct {
        const char *slot;
        const char **at;
        enum wrd_type type;
        bool arranged;
    } slots[] = { { "text", &b->variable.label[WRD_NL], WRD_TYPE_SINGLE, false },
                  { "label", &b->variable.label[WRD_NL], WRD_TYPE_SINGLE, false },
                  { "open", &b->variable.label[WRD_NL], WRD_TYPE_TEXT, false },
                  { "number", &b->variable.label[WRD_NL], WRD_TYPE_NUMBER, false },
                  { "arranged", &b->variable.label[WRD_NL], WRD_TYPE_SINGLE, true },
                  { "arranged answer", &b->value.label[WRD_NL], WRD_TYPE_SINGLE, true },
                  { "reason", &b->variable.money_topic, WRD_TYPE_SINGLE, false },
                  { "answer", &b->value.label[WRD_NL], WRD_TYPE_SINGLE, false },
                  { "name", &b->variable.name, WRD_TYPE_SINGLE, false },
                  { "column", &b->variable.column, WRD_TYPE_SINGLE, false },
                  { "list", &b->list.name, WRD_TYPE_SINGLE, false },
                  { "code", &b->value.code, WRD_TYPE_SINGLE, false },
                  { "scale", &b->scale.label[WRD_NL], WRD_TYPE_SINGLE, false },
                  { "indicator", &b->indicator.label[WRD_NL], WRD_TYPE_SINGLE, false },
                  { "note", &b->wave_row.note[WRD_NL], WRD_TYPE_SINGLE, false },
                  { "unit", &b->variable.unit_text, WRD_TYPE_SINGLE, false },
                  { "title", &b->study.title[WRD_NL], WRD_TYPE_SINGLE, false },
                  { "municipality", &b->study.municipality_name, WRD_TYPE_SINGLE, false },
                  { "file", &b->wave.files[0], WRD_TYPE_SINGLE, false },
                  { "reason of the profile", &b->study.disclosure.reason, WRD_TYPE_SINGLE,
                    false } };
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (strcmp(slots[i].slot, slot) == 0) {
            b->variable.type = slots[i].type;
            b->variable.list = slots[i].type == WRD_TYPE_SINGLE ? &b->list : NULL;
            b->variable.money_topic = slots[i].arranged ? "het gaat om de regeling" : NULL;
            *slots[i].at = string;
            return;
        }
    fail_msg("there is no place '%s' in a codebook", slot);
}

static char *said_in(struct wrd_diag *diag)
{
    char *said;
    size_t len;
    FILE *to = open_memstream(&said, &len);
    wrd_diag_write(diag, to,
                   &(struct wrd_diag_style){ .lang = WRD_EN, .json = true, .verbose = true });
    fclose(to);
    return said;
}

static const char *codebook_says(const char *slot, const char *string)
{
    static const struct {
        const char *code, *verdict;
    } verdicts[] = { { "E0702", "amount" }, { "E0701", "sign" },  { "E0706", "unit" },
                     { "E0707", "number" }, { "N0789", "typo" },  { "E0703", "topic" },
                     { "E0704", "topic" },  { "E0705", "topic" }, { "N0708", "hint" } };
    const char *verdict = "none";
    struct book b;
    struct wrd_diag *diag = wrd_diag_new();
    book_plain(&b);
    book_put_in(&b, slot, string);
    const bool stops = wrd_check_money(&b.study, &b.book, diag) == WRD_EMONEY;
    char *said = said_in(diag);
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++)
        if (strstr(said, verdicts[i].code)) {
            verdict = verdicts[i].verdict;
            break;
        }
    assert_int_equal(stops, strcmp(verdict, "none") != 0 && strcmp(verdict, "hint") != 0);
    free(said);
    wrd_diag_free(diag);
    return verdict;
}

/* --- the answers */

/* A cell of CSV. */
static char *quoted(struct wrd_arena *arena, const char *text)
{
    char *cell = wrd_arena_take_array(arena, strlen(text) + 2, 2), *to = cell;
    *to++ = '"';
    for (; *text; text++) {
        if (*text == '"')
            *to++ = '"';
        *to++ = *text;
    }
    *to = '"';
    return cell;
}

/* The string in the header of a column, or as one answer in twenty of it (one number in five). */
static const char *answers_say(const char *slot, const char *string)
{
    struct wrd_arena *arena = wrd_arena_new();
    const bool read = strcmp(slot, "column") == 0, other = strcmp(slot, "other column") == 0;
    const bool list = strcmp(slot, "list") == 0, open = strcmp(slot, "open") == 0;
    const char *unit = list || open || read || other ? ""
                       : strcmp(slot, "number") == 0 ? "times"
                                                     : slot;
    const char *cell = quoted(arena, string);
    struct given given = { .units = true, .values = "agree;1;ja;yes;;\nagree;2;nee;no;;\n" };
    given.variables = open            ? "q;vol;;single;agree;;outcome;;;;\no;vol;;text;;;open;;;;\n"
                      : list || other ? "q;vol;;single;agree;;outcome;;;;\n"
                      : read          ? "q;vol;Q1;single;agree;;outcome;;;;\n"
                             : wrd_arena_format(arena, "q;vol;;number;;;outcome;;;;%s\n", unit);
    given.answers =
        read    ? wrd_arena_format(arena, "%s\n1\n2\n1\n2\n", cell)
        : other ? wrd_arena_format(arena, "q;%s\n1;x\n2;x\n1;y\n2;z\n", cell)
        : open  ? wrd_arena_format(arena, "q;o\n1;%s\n2;a\n1;b\n2;c\n", cell)
        : list  ? wrd_arena_format(arena,
                                   "q\n%s\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n"
                                    "2\n1\n",
                                   cell)
                : wrd_arena_format(arena, "q;x\n%s;\n3;\n4;\n5;\n6;\n", cell);
    const struct wrd_frame *frame = given_read(&given);
    const bool stopped = wrd_diag_status(given.diag) == WRD_EMONEY;
    const bool counted = open && frame && given_column(&given, frame, "o")->names_money > 0;
    const bool left_out = other && given_said(&given, "N0783");
    assert_int_equal(frame == NULL, stopped);
    given_free(&given);
    wrd_arena_free(arena);
    return stopped ? "stops" : counted ? "counted" : left_out ? "left out" : "none";
}

/* --- the output */

/* A text of JSON. */
static char *json_text(struct wrd_arena *arena, const char *text)
{
    char *json = wrd_arena_take_array(arena, strlen(text) + 1, 2), *to = json;
    for (; *text; text++) {
        if (*text == '"' || *text == '\n' || *text == '\r')
            *to++ = '\\';
        *to++ = *text == '\n' ? 'n' : *text == '\r' ? 'r' : *text;
    }
    return json;
}

static const char *output_says(const char *name, const char *bytes, size_t len)
{
    struct book b;
    struct wrd_diag *diag = wrd_diag_new();
    const struct wrd_staged file = { name, bytes, len };
    book_plain(&b);
    const bool stops = wrd_audit_money(&b.study, &b.book, &file, 1, diag) == WRD_EMONEY;
    char *said = said_in(diag);
    const bool unreadable = strstr(said, "E0781") != NULL;
    assert_int_equal(stops, *said != '\0');
    free(said);
    wrd_diag_free(diag);
    return unreadable ? "unreadable" : stops ? "stops" : "none";
}

/* The string in a cell, a line, a paragraph, an attribute and a value of JSON. */
static void expect_in_every_format(const struct string_row *row)
{
    struct wrd_arena *arena = wrd_arena_new();
    const char *string = row->field[STRING];
    const struct {
        const char *name, *bytes;
    } files[] = {
        { "results.csv",
          wrd_arena_format(arena, "study,value\r\n%s,x\r\n", quoted(arena, string)) },
        { "tables.nl.md", wrd_arena_format(arena, "# Kop\n\n%s\n", string) },
        { "report.nl.html",
          wrd_arena_format(arena, "<html><body><p>%s</p></body></html>", string) },
        { "manifest.json",
          wrd_arena_format(arena, "{\n  \"a\": \"%s\"\n}\n", json_text(arena, string)) },
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *got = output_says(files[i].name, files[i].bytes, strlen(files[i].bytes));
        if (strcmp(got, "stops") != 0)
            expect(row, files[i].name, got);
    }
    wrd_arena_free(arena);
}

/* --- the tables */

static void test_adversarial(void **state)
{
    (void)state;
    struct string_rows all = strings_read("tests/money/adversarial.csv", STRING);
    wrong = 0;
    for (size_t i = 0; i < all.n; i++) {
        const struct string_row *row = &all.rows[i];
        const char *gate = row->field[GATE], *slot = row->field[SLOT], *string = row->field[STRING];
        if (!row->field[VERDICT])
            fail_msg("adversarial.csv:%u has no verdict", row->line);
        if (strcmp(gate, "all") == 0) {
            expect(row, "codebook", codebook_says("label", string));
            if (strcmp(answers_say("other column", string), "left out") != 0)
                expect(row, "answers", "let through");
            expect_in_every_format(row);
        } else if (strcmp(gate, "codebook") == 0) {
            expect(row, gate, codebook_says(slot, string));
        } else if (strcmp(gate, "answers") == 0) {
            expect(row, gate, answers_say(slot, string));
        } else if (strcmp(slot, "name") == 0) {
            expect(row, gate, output_says(string, "a", 1));
        } else {
            expect(row, gate, output_says(slot, string, row->string_len));
        }
    }
    print_message("  %zu strings, %zu wrong\n", all.n, wrong);
    assert_true(all.n >= 400);
    assert_int_equal(wrong, 0);
    strings_free(&all);
}

/* At most one in a hundred is taken for money; a hint, which stops nothing, is not counted. */
static void test_benign(void **state)
{
    (void)state;
    struct string_rows all = strings_read("tests/money/benign.csv", 1);
    size_t flagged = 0;
    for (size_t i = 0; i < all.n; i++) {
        const char *string = all.rows[i].field[1], *verdict = codebook_says("label", string);
        const bool stops = strcmp(verdict, "none") != 0 && strcmp(verdict, "hint") != 0;
        const bool published =
            strcmp(output_says("tables.nl.md", string, strlen(string)), "none") != 0;
        if (stops || published)
            print_message("  flagged: '%s' (%s)\n", string, verdict);
        flagged += stops || published;
    }
    print_message("  %zu of %zu flagged\n", flagged, all.n);
    assert_true(all.n >= 300);
    assert_true(100 * flagged <= all.n);
    strings_free(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_adversarial),
        cmocka_unit_test(test_benign),
    };
    return cmocka_run_group_tests_name("money-strings", tests, NULL, NULL);
}
