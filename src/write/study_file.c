/* write/study_file.c - see write/study_file.h. */
#include "write/study_file.h"

/* Between double quotes every text is itself, whatever YAML would make of it. */
void wrd_study_put_quoted(FILE *to, const char *text)
{
    fputc('"', to);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            fputc('\\', to);
        fputc((unsigned char)*text < ' ' ? ' ' : *text, to);
    }
    fputc('"', to);
}

static void put_key(FILE *to, const char *key, const char *text, const char *behind)
{
    fprintf(to, "%s", key);
    wrd_study_put_quoted(to, text);
    fprintf(to, "%s\n", behind);
}

static void put_source(FILE *to, const struct wrd_source *source)
{
    fprintf(to, "sources:\n  - id: %s\n", source->id);
    fputs("    respondents: volunteers          # or organisations: vul in wie antwoordde\n"
          "    export: plain\n    answers: codes\n    delimiter: \",\"\n    encoding: utf-8\n"
          "    decimal: \".\"\n",
          to);
    if (source->weights.variable)
        fprintf(to, "    weights: { method: given, variable: %s }\n", source->weights.variable);
}

void wrd_study_file_write(const struct wrd_study *study, const char *from, FILE *to)
{
    const struct wrd_wave *wave = &study->waves[0];
    put_key(to, "# Gemaakt uit / made from ", from, "");
    fprintf(to, "format: 1\nstudy:\n  id: \"%s\"\n  title:\n", study->id);
    put_key(to, "    nl: ", study->title[WRD_NL], "");
    put_key(to, "    en: ", study->title[WRD_EN], "");
    fputs("  municipality:                      # vul in / fill in\n", to);
    put_key(to, "    code: ", study->municipality_code, "");
    put_key(to, "    name: ", study->municipality_name, "");
    put_key(to, "codebook: ", study->codebook, "");
    put_source(to, &study->sources[0]);
    put_key(to, "waves:\n  - wave: ", wave->name, "");
    fprintf(to, "    files: { %s: ", study->sources[0].id);
    wrd_study_put_quoted(to, wave->files[0]);
    fputs(" }\noutput:\n  folder: ../output\n  languages: [nl, en]\n", to);
}
