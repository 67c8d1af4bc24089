/* million.c - a study of N made-up respondents, for measuring time and memory.
 *
 *   million N FOLDER [SEED]
 *
 * Writes FOLDER/study.yml, FOLDER/codebook/ and FOLDER/2026/volunteers.csv (folders are made).  56
 * columns: id; municipality (342 codes, by Zipf's law); organisation type (8); age (6); gender (3);
 * hours (one decimal, 8 % missing); 40 items 1-5 that hang together (4 % code 9, 3 % blank); 8
 * columns of one multiple question; weight (4 decimals); an open remark (a quarter plain, 5 % with
 * quotes, line breaks, separators and accents).  The same N and SEED give the same bytes. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MUNICIPALITIES = 342, ITEMS = 40, OPTIONS = 8, PATH_ROOM = 4096 };

static uint64_t state;

static uint64_t next64(void) /* splitmix64 */
{
    uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}
static unsigned below(unsigned n)
{
    return (unsigned)(next64() >> 33) % n;
}

static FILE *open_in(const char *folder, const char *name)
{
    char path[PATH_ROOM];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(2);
    }
    return file;
}

static void close_it(FILE *file)
{
    if (ferror(file) | fclose(file)) {
        perror("million");
        exit(2);
    }
}

static void make_folder(const char *folder, const char *name)
{
    char path[PATH_ROOM];
    snprintf(path, sizeof path, "%s%s%s", folder, *name ? "/" : "", name);
    mkdir(path, 0777); /* it may be there; if it cannot be made, opening says so */
}

static void write_study(const char *folder)
{
    FILE *file = open_in(folder, "study.yml");
    fputs("# Made by tests/bench/million.c: nobody in it exists.\n"
          "format: 1\n"
          "study:\n"
          "  id: million\n"
          "  title: { nl: Een grote steekproef, en: A large sample }\n"
          "  municipality: { code: GM9999, name: Voorbeeldstad }\n"
          "codebook: codebook\n"
          "sources:\n"
          "  - id: vol\n"
          "    respondents: volunteers\n"
          "    export: plain\n"
          "    answers: codes\n"
          "    delimiter: \",\"\n"
          "    encoding: utf-8\n"
          "    decimal: \".\"\n"
          "    duplicates: error\n"
          "    weights: { method: given, variable: w }\n"
          "waves:\n"
          "  - wave: 2026\n"
          "    fieldwork: { from: 2026-03-02, to: 2026-03-29 }\n"
          "    files: { vol: 2026/volunteers.csv }\n"
          "disclosure: { profile: public }\n"
          "analysis:\n"
          "  by: { vol: [municipality, kind, age, gender] }\n"
          "output:\n"
          "  folder: output\n"
          "  languages: [nl, en]\n"
          "  formats: [csv]\n",
          file);
    close_it(file);
}

static void write_variables(const char *folder)
{
    FILE *file = open_in(folder, "codebook/variables.csv");
    fputs("name,source,column,type,values,label::nl,label::en,role,unit\n"
          "id,vol,,id,,Nummer,Number,,\n"
          "municipality,vol,,single,municipality,In welke gemeente?,In which municipality?,group,\n"
          "kind,vol,,single,kind,Soort organisatie,Kind of organisation,group,\n"
          "age,vol,,single,age,Leeftijd,Age,group,\n"
          "gender,vol,,single,gender,Geslacht,Gender,group,\n"
          "hours,vol,,number,,Uren per week,Hours a week,,hours\n",
          file);
    for (int i = 1; i <= ITEMS; i++)
        fprintf(file, "q%02d,vol,,single,agree5,Stelling %d,Statement %d,outcome,\n", i, i, i);
    fputs("act,vol,act_*,multiple,act,Wat doet u?,What do you do?,,\n"
          "w,vol,,weight,,Gewicht,Weight,,\n"
          "remark,vol,,text,,Wilt u nog iets kwijt?,Anything else?,open,\n",
          file);
    close_it(file);
}

static void write_list(FILE *file, const char *name, const char *label, int n)
{
    for (int i = 1; i <= n; i++)
        fprintf(file, "%s,%d,%s %d,%s %d,,,\n", name, i, label, i, label, i);
}

static void write_values(const char *folder)
{
    FILE *file = open_in(folder, "codebook/values.csv");
    fputs("list,code,label::nl,label::en,missing,side,score\n"
          "agree5,1,zeer mee oneens,strongly disagree,,negative,\n"
          "agree5,2,mee oneens,disagree,,negative,\n"
          "agree5,3,tussenin,in between,,neutral,\n"
          "agree5,4,mee eens,agree,,positive,\n"
          "agree5,5,zeer mee eens,strongly agree,,positive,\n"
          "agree5,9,niet van toepassing,does not apply,not_applicable,,\n"
          "gender,m,man,man,,,\n"
          "gender,v,vrouw,woman,,,\n"
          "gender,x,anders,other,,,\n",
          file);
    write_list(file, "municipality", "M", MUNICIPALITIES);
    write_list(file, "kind", "K", 8);
    write_list(file, "age", "A", 6);
    write_list(file, "act", "T", OPTIONS);
    close_it(file);
}

static void write_header(FILE *file)
{
    fputs("id,municipality,kind,age,gender,hours", file);
    for (int i = 1; i <= ITEMS; i++)
        fprintf(file, ",q%02d", i);
    for (int i = 1; i <= OPTIONS; i++)
        fprintf(file, ",act_%d", i);
    fputs(",w,remark\n", file);
}

/* Zipf: code k has 1/k of the first, by a table of cumulated shares in 2^32nds. */
static uint32_t zipf[MUNICIPALITIES];
static void fill_zipf(void)
{
    double all = 0, sum = 0;
    for (int k = 1; k <= MUNICIPALITIES; k++)
        all += 1.0 / k;
    for (int k = 1; k <= MUNICIPALITIES; k++) {
        sum += 1.0 / k;
        zipf[k - 1] = (uint32_t)(sum / all * UINT32_MAX);
    }
}
static unsigned municipality(void)
{
    uint32_t at = (uint32_t)(next64() >> 32);
    unsigned low = 0, high = MUNICIPALITIES - 1;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (zipf[middle] < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low + 1;
}

/* An answer around the respondent's own level (0-12), so that items hang together. */
static void write_item(FILE *file, unsigned level)
{
    unsigned chance = below(100);
    if (chance < 3)
        fputc(',', file);
    else if (chance < 7)
        fputs(",9", file);
    else
        fprintf(file, ",%u", 1 + (level + below(8)) / 4);
}

static void write_remark(FILE *file)
{
    static const char *const plain[] = { "Fijn om te doen", "Geen opmerkingen",
                                         "Meer waardering graag", "Tot volgend jaar" };
    static const char *const hard[] = { "\"Zij zei: \"\"bedankt\"\", en dat hielp\"",
                                        "\"Eerst dit\nen dan dat; of niet\"",
                                        "\"Zo\xC3\xAB, Ren\xC3\xA9, Z\xC3\xBCmr\xC3\xBCt\"" };
    unsigned chance = below(100);
    fputs(chance < 25 ? plain[below(4)] : chance < 30 ? hard[below(3)] : "", file);
}

static void write_respondent(FILE *file, unsigned long i)
{
    unsigned level = below(7) + below(7);
    fprintf(file, "r%08lu,%u,%u,%u,%c,", i, municipality(), 1 + below(8), 1 + below(6),
            "mmmmvvvvvx"[below(10)]);
    if (below(100) >= 8)
        fprintf(file, "%u.%u", below(20), below(10));
    for (int q = 0; q < ITEMS; q++)
        write_item(file, level);
    for (int a = 0; a < OPTIONS; a++)
        fputs(below(4) == 0 ? ",1" : ",0", file);
    unsigned weight = 2000 + below(28000); /* 0.2 to 3 */
    fprintf(file, ",%u.%04u,", weight / 10000, weight % 10000);
    write_remark(file);
    fputc('\n', file);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("use: million N FOLDER [SEED]\n", stderr);
        return 2;
    }
    unsigned long n = strtoul(argv[1], NULL, 10);
    state = argc > 3 ? strtoul(argv[3], NULL, 10) : 1;
    make_folder(argv[2], "");
    make_folder(argv[2], "codebook");
    make_folder(argv[2], "2026");
    write_study(argv[2]);
    write_variables(argv[2]);
    write_values(argv[2]);
    fill_zipf();
    FILE *file = open_in(argv[2], "2026/volunteers.csv");
    write_header(file);
    for (unsigned long i = 1; i <= n; i++)
        write_respondent(file, i);
    close_it(file);
    return 0;
}
