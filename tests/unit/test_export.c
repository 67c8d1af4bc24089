/* Which tool wrote an export, and what its columns are (read/export.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "read/export.h"

#define SM_FIRST "Respondent ID,Start Date,IP Address,Which films?,,Are you a fan?,Anything else?\n"
#define SM_SECOND ",,,Star Wars,Alien,Response,Open-Ended Response\n"
#define Q_FIRST "StartDate,Status,Q1,Q5_1,Q5_2,Q5_2_TEXT,org_size\n"
#define Q_SECOND \
    "Start Date,Response Type,How?,Why? - Time,Why? - Other,Why? - Other - Text,org_size\n"
#define Q_THIRD                                                                       \
    "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\"," \
    "\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID5\"\"}\","        \
    "\"{\"\"ImportId\"\":\"\"QID5\"\"}\",\"{\"\"ImportId\"\":\"\"QID5\"\"}\","        \
    "\"{\"\"ImportId\"\":\"\"org_size\"\"}\"\n"

static const struct {
    const char *name, *text;
    enum wrd_export wanted;
    const char *preset;    /* NULL: refused */
    const char *message;   /* that is said; NULL: none */
    const char *columns;   /* column|question|option|first|kind, a line each */
    const char *first_row; /* the first cell of the first answers; NULL: there are none */
} cases[] = {
    { "SurveyMonkey: a nameless column continues a question", SM_FIRST SM_SECOND "1,,,x,,y,z\n",
      WRD_EXPORT_AUTO, "surveymonkey", "N0250",
      "Respondent ID|Respondent ID||0|2\n"
      "Start Date|Start Date||1|2\n"
      "IP Address|IP Address||2|1\n"
      "Which films? [Star Wars]|Which films?|Star Wars|3|0\n"
      "Which films? [Alien]|Which films?|Alien|3|0\n"
      "Are you a fan?|Are you a fan?||5|0\n"
      "Anything else?|Anything else?||6|0\n",
      "1" },
    { "Qualtrics: three rows", Q_FIRST Q_SECOND Q_THIRD "2026-03-02,0,1,1,,,3\n", WRD_EXPORT_AUTO,
      "qualtrics", "N0250",
      "StartDate|Start Date||0|2\n"
      "Status|Response Type||1|2\n"
      "Q1|How?||2|0\n"
      "Q5_1|Why?|Time|3|0\n"
      "Q5_2|Why?|Other|3|0\n"
      "Q5_2_TEXT|Why? - Other|Text|3|0\n"
      "org_size|org_size||6|0\n",
      "2026-03-02" },
    { "Google Forms, a grid",
      "Tijdstempel,Hoe oud bent u?,Eens? [Dank],Eens? [Tijd]\n2026,40,1,2\n", WRD_EXPORT_AUTO,
      "forms", "N0250",
      "Tijdstempel|Tijdstempel||0|2\n"
      "Hoe oud bent u?|Hoe oud bent u?||1|0\n"
      "Eens? [Dank]|Eens?|Dank|2|0\n"
      "Eens? [Tijd]|Eens?|Tijd|2|0\n",
      "2026" },
    { "Microsoft Forms",
      "ID,Start time,Completion time,Email,Name,1. How old are you?\n1,a,b,c,d,e\n",
      WRD_EXPORT_AUTO, "forms", "N0250",
      "ID|ID||0|2\n"
      "Start time|Start time||1|2\n"
      "Completion time|Completion time||2|2\n"
      "Email|Email||3|1\n"
      "Name|Name||4|1\n"
      "1. How old are you?|1. How old are you?||5|0\n",
      "1" },
    { "LimeSurvey: code, text and label",
      "id,submitdate. Date,G1. How old?,G3[a]. Why? [Time],G3[other]. Why? [Other]\n1,,2,Y,\n",
      WRD_EXPORT_AUTO, "limesurvey", NULL,
      "id|||0|2\n"
      "submitdate|Date||1|2\n"
      "G1|How old?||2|0\n"
      "G3[a]|Why?|Time|3|0\n"
      "G3[other]|Why?|Other|3|0\n",
      "1" },
    { "plain: a number before a question is no code", "name,1. How old?,q\nx,1,2\n",
      WRD_EXPORT_AUTO, "plain", NULL, "name|||0|1\n1. How old?|||1|0\nq|||2|0\n", "x" },
    { "a header and nothing else", "a,b\n", WRD_EXPORT_AUTO, "plain", NULL, "a|||0|0\nb|||1|0\n",
      NULL },
    { "an answer that is called Response makes no SurveyMonkey of a plain file",
      "a,b\nx,Response\n", WRD_EXPORT_AUTO, "plain", NULL, "a|||0|0\nb|||1|0\n", "x" },
    { "Qualtrics was named, the file is plain", "a,b\n1,2\n3,4\n", WRD_EXPORT_QUALTRICS, NULL,
      "E0248", NULL, NULL },
    { "SurveyMonkey was named, the file is of Qualtrics", Q_FIRST Q_SECOND Q_THIRD,
      WRD_EXPORT_SURVEYMONKEY, NULL, "E0248", NULL, NULL },
    { "a nameless column over 'Response' continues no question", "R,Q,\n,A,Response\n1,2,3\n",
      WRD_EXPORT_PLAIN, "plain", NULL, /* a nameless column over 'Response' is none */
      "R|||0|0\nQ|||1|0\n|||2|0\n", "" },
    { "Qualtrics without the texts", Q_FIRST Q_THIRD "2026-03-02,0,1,1,,,3\n", WRD_EXPORT_AUTO,
      "plain", "W0251", NULL, "{\"ImportId\":\"startDate\"}" },
    { "Qualtrics without the names", Q_SECOND Q_THIRD "2026-03-02,0,1,1,,,3\n", WRD_EXPORT_AUTO,
      "plain", "W0251", NULL, "{\"ImportId\":\"startDate\"}" },
    { "Qualtrics without the ImportIds", Q_FIRST Q_SECOND "2026-03-02,0,1,1,,,3\n", WRD_EXPORT_AUTO,
      "plain", "W0251", NULL, "Start Date" },
    { "Qualtrics with one row by hand", Q_FIRST "2026-03-02,0,1,1,,,3\n", WRD_EXPORT_AUTO, "plain",
      NULL, NULL, "2026-03-02" },
    { "SurveyMonkey without the options", SM_FIRST "1,,,x,Alien,y,z\n", WRD_EXPORT_AUTO, "plain",
      "W0251", NULL, "1" },
    { "SurveyMonkey without the questions", SM_SECOND "1,,,x,,y,z\n", WRD_EXPORT_AUTO, "plain",
      "W0251", NULL, "1" },
    { "a column without a name, of no tool", "a,,b\n1,3,2\n", WRD_EXPORT_AUTO, "plain", NULL, NULL,
      "1" },
    { "plain was named for half a header", SM_FIRST "1,,,x,Alien,y,z\n", WRD_EXPORT_PLAIN, "plain",
      NULL, NULL, "1" },
    { "plain was named for two header rows", SM_FIRST SM_SECOND, WRD_EXPORT_PLAIN, "plain", "W0249",
      NULL, "" },
};

struct lines {
    const char *text;
};

static bool next_line(void *self, const char **line, size_t *len)
{
    struct lines *lines = self;
    if (!*lines->text)
        return false;
    *line = lines->text;
    *len = strcspn(lines->text, "\n") + 1;
    lines->text += *len;
    return true;
}

static void assert_columns(const struct wrd_export_head *head, const char *wanted)
{
    char *text;
    size_t len;
    FILE *to = open_memstream(&text, &len);
    for (size_t i = 0; i < head->n_columns; i++) {
        const struct wrd_export_column *c = &head->columns[i];
        fprintf(to, "%s|%s|%s|%zu|%d\n", c->column, c->question, c->option, c->first, (int)c->kind);
    }
    fclose(to);
    assert_string_equal(text, wanted);
    free(text);
}

static void assert_said(struct wrd_diag *diag, const char *message)
{
    char *said;
    size_t len;
    FILE *to = open_memstream(&said, &len);
    wrd_diag_write(diag, to, &(struct wrd_diag_style){ .json = true, .verbose = true });
    fclose(to);
    if (message)
        assert_non_null(strstr(said, message));
    else
        assert_string_equal(said, "");
    free(said);
}

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("  %s\n", cases[i].name);
        struct wrd_arena *arena = wrd_arena_new();
        struct wrd_diag *diag = wrd_diag_new();
        struct lines lines = { cases[i].text };
        struct wrd_csv *csv = wrd_csv_open((struct wrd_lines){ next_line, &lines }, ',');
        struct wrd_ahead ahead = wrd_ahead_open(csv, arena);
        struct wrd_export_head head;
        struct wrd_record record;
        enum wrd_status status =
            wrd_export_read_head(arena, &ahead, cases[i].wanted,
                                 (struct wrd_place){ .file = "f", .line = 1 }, diag, &head);
        assert_int_equal(status, cases[i].preset ? WRD_OK : WRD_EINPUT);
        if (cases[i].preset)
            assert_string_equal(head.preset_name, cases[i].preset);
        assert_said(diag, cases[i].message);
        if (cases[i].columns)
            assert_columns(&head, cases[i].columns);
        if (cases[i].first_row) {
            assert_int_equal(wrd_ahead_next(&ahead, &record), WRD_RECORD);
            assert_string_equal(record.fields[0].text, cases[i].first_row);
        } else if (cases[i].preset) {
            assert_int_equal(wrd_ahead_next(&ahead, &record), WRD_RECORD_END);
        }
        wrd_csv_close(csv);
        wrd_diag_free(diag);
        wrd_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_cases) };
    return cmocka_run_group_tests_name("export", tests, NULL, NULL);
}
