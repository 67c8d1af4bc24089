/* read/guess_words.c - see guess_words.h. */
#include "read/guess_words.h"

#include <ctype.h>
#include <string.h>

#include "core/utf8_letters.h"

static const char *const background[] = { " gender ",
                                          " geslacht ",
                                          " sex ",
                                          " age ",
                                          " leeftijd",
                                          " age group ",
                                          " education ",
                                          " opleiding ",
                                          " qualification ",
                                          " diploma ",
                                          " country ",
                                          " land ",
                                          " region ",
                                          " regio ",
                                          " province ",
                                          " provincie ",
                                          " district ",
                                          " wijk ",
                                          " buurt ",
                                          " stadsdeel ",
                                          " woonplaats ",
                                          " woonkern ",
                                          " kern ",
                                          " dorp ",
                                          " postcode",
                                          " postal code ",
                                          " zip code ",
                                          " where do you live ",
                                          " waar woont u ",
                                          " huishouden ",
                                          " household ",
                                          " huishoudsamenstelling ",
                                          " gezinssituatie ",
                                          " woonsituatie ",
                                          " leefsituatie ",
                                          " living situation ",
                                          " man of een vrouw ",
                                          " man of vrouw ",
                                          " male or female ",
                                          " herkomst ",
                                          " nationality ",
                                          " nationaliteit ",
                                          " academic subject ",
                                          " dagelijkse bezigheid ",
                                          " werksituatie ",
                                          " employment status ",
                                          " soort vereniging ",
                                          " soort stichting ",
                                          " wat voor organisatie ",
                                          " wat voor vereniging ",
                                          " deel van de gemeente ",
                                          " part of the municipality ",
                                          " sector ",
                                          " type of organisation ",
                                          " type of organization ",
                                          " soort organisatie ",
                                          " full time or part time ",
                                          " work full time ",
                                          " voltijd of deeltijd ",
                                          " type of contract ",
                                          " soort contract ",
                                          " job title ",
                                          " functie ",
                                          " beroep ",
                                          " occupation ",
                                          " ethnicity ",
                                          " burgerlijke staat ",
                                          " marital status ",
                                          " hoe lang bent u vrijwilliger ",
                                          " been a volunteer ",
                                          " uur per week ",
                                          " hours a week ",
                                          " hours per week ",
                                          " betaalde krachten ",
                                          " paid staff ",
                                          " vrijwilligers heeft uw organisatie ",
                                          " size of your organisation ",
                                          NULL };
static const char *const status[] = { " bestuurslid ", " board member ", " betaalde krachten ",
                                      " paid staff ", NULL };
static const char *const area[] = { " postcode", " postal code ", " zip code ", NULL };
static const char *const reason[] = { " why ", " waarom ", " reason", " reden", NULL };
static const char *const rank[] = { " rank ", " rangschik ", " volgorde ", " order of preference ",
                                    NULL };
static const char *const id[] = { " id ",
                                  " respondent number ",
                                  " respondentnummer ",
                                  " deelnemersnummer ",
                                  " nummer staat er op uw uitnodiging ",
                                  " number is on your invitation ",
                                  " nummer heeft uw organisatie ",
                                  " number of your organisation ",
                                  " lidnummer ",
                                  " invite id ",
                                  NULL };
static const char *const organisation[] = { " organisatie ",
                                            " organisation ",
                                            " organization ",
                                            " vereniging ",
                                            " stichting ",
                                            " school ",
                                            NULL };
static const char *const weight[] = { " weight ",     " gewicht ", " weging ",
                                      " weegfactor ", " pw ",      " wgt ",
                                      " wt ",         " weights ", NULL };
static const char *const number[] = { " how many ", " hoeveel ",      " number of ",  " aantal ",
                                      " how long ", " how old ",      " hoe oud ",    " years of ",
                                      " months ",   " times a year ", " percentage ", NULL };
static const char *const design[] = { " fpc ", " population size ", " populatiegrootte ", NULL };
static const char *const remark[] = {
    " other ",     " anders ",      " specify ",  " toelichting ", " comment ",
    " opmerking ", " opmerkingen ", " comments ", " enter your ",  NULL
};
static const char *const dutch[] = { " de ",  " het ", " een ",   " van ",  " u ",    " uw ",
                                     " wat ", " hoe ", " welke ", " niet ", " bent ", " heeft ",
                                     " ja ",  " nee ", " mee ",   " eens ", NULL };
static const char *const english[] = { " the ",   " of ",  " you ", " your ", " what ", " how ",
                                       " which ", " not ", " do ",  " have ", " yes ",  " no ",
                                       " agree ", " are ", " and ", " to ",   NULL };

static const char *const *const tables[WRD_ABOUTS] = {
    [WRD_ABOUT_BACKGROUND] = background,
    [WRD_ABOUT_STATUS] = status,
    [WRD_ABOUT_AREA] = area,
    [WRD_ABOUT_REASON] = reason,
    [WRD_ABOUT_RANK] = rank,
    [WRD_ABOUT_ID] = id,
    [WRD_ABOUT_ORGANISATION] = organisation,
    [WRD_ABOUT_WEIGHT] = weight,
    [WRD_ABOUT_NUMBER] = number,
    [WRD_ABOUT_DESIGN] = design,
    [WRD_ABOUT_REMARK] = remark,
    [WRD_ABOUT_DUTCH] = dutch,
    [WRD_ABOUT_ENGLISH] = english,
};

/* A capital behind a small letter begins a word. */
const char *wrd_words_of(struct wrd_arena *arena, const char *text)
{
    const char *plain = wrd_text_plain(arena, text);
    char *words = wrd_arena_take(arena, 2 * strlen(plain) + 3);
    size_t n = 0;

    words[n++] = ' ';
    for (const char *at = plain; *at; at++) {
        const unsigned char c = (unsigned char)*at;
        if (at > plain && isupper(c) && islower((unsigned char)at[-1]))
            words[n++] = ' ';
        if (isalnum(c) || c >= 0x80)
            words[n++] = (char)tolower(c);
        else if (words[n - 1] != ' ')
            words[n++] = ' ';
    }
    if (words[n - 1] != ' ')
        words[n++] = ' ';
    return words;
}

size_t wrd_words_count(const char *words, enum wrd_topic_of about)
{
    size_t n = 0;

    for (const char *const *word = tables[about]; *word; word++)
        n += strstr(words, *word) != NULL;
    return n;
}

bool wrd_words_about(const char *words, enum wrd_topic_of about)
{
    return wrd_words_count(words, about) > 0;
}

/* Rank, side and the labels that stand there, folded, with | between; of one that ends in * only the
 * beginning counts. */
static const struct level {
    enum wrd_known known;
    int rank;
    enum wrd_side side;
    const char *labels;
} levels[] = {
    { WRD_KNOWN_AGREE, 1, WRD_SIDE_NEGATIVE,
      "strongly disagree|disagree strongly|completely disagree|totally disagree|zeer mee oneens|"
      "zeer oneens|helemaal mee oneens|helemaal oneens|helemaal niet mee eens|volledig mee "
      "oneens" },
    { WRD_KNOWN_AGREE, 2, WRD_SIDE_NEGATIVE,
      "disagree|somewhat disagree|mee oneens|oneens|niet mee eens|beetje mee oneens" },
    { WRD_KNOWN_AGREE, 3, WRD_SIDE_NEUTRAL,
      "neither agree nor disagree|neither agree or disagree|neutral|neutraal|"
      "niet eens, niet oneens|niet eens en niet oneens|niet mee eens, niet mee oneens|"
      "niet mee eens en niet mee oneens|niet mee eens/niet mee oneens|noch mee eens, noch mee "
      "oneens" },
    { WRD_KNOWN_AGREE, 4, WRD_SIDE_POSITIVE, "agree|somewhat agree|mee eens|eens|beetje mee eens" },
    { WRD_KNOWN_AGREE, 5, WRD_SIDE_POSITIVE,
      "strongly agree|agree strongly|completely agree|totally agree|zeer mee eens|zeer eens|"
      "helemaal mee eens|helemaal eens|volledig mee eens" },
    { WRD_KNOWN_SATISFIED, 1, WRD_SIDE_NEGATIVE,
      "very dissatisfied|zeer ontevreden|heel ontevreden|helemaal niet tevreden" },
    { WRD_KNOWN_SATISFIED, 2, WRD_SIDE_NEGATIVE,
      "dissatisfied|somewhat dissatisfied|ontevreden|niet tevreden" },
    { WRD_KNOWN_SATISFIED, 3, WRD_SIDE_NEUTRAL,
      "neither satisfied nor dissatisfied|neutral|neutraal|niet tevreden, niet ontevreden|"
      "niet tevreden en niet ontevreden" },
    { WRD_KNOWN_SATISFIED, 4, WRD_SIDE_POSITIVE, "satisfied|somewhat satisfied|tevreden" },
    { WRD_KNOWN_SATISFIED, 5, WRD_SIDE_POSITIVE, "very satisfied|zeer tevreden|heel tevreden" },
    { WRD_KNOWN_IMPORTANT, 1, WRD_SIDE_NEGATIVE,
      "very unimportant|zeer onbelangrijk|heel onbelangrijk|helemaal niet belangrijk" },
    { WRD_KNOWN_IMPORTANT, 2, WRD_SIDE_NEGATIVE,
      "not important|unimportant|niet belangrijk|onbelangrijk|niet zo belangrijk" },
    { WRD_KNOWN_IMPORTANT, 3, WRD_SIDE_NEUTRAL,
      "neutral|neutraal|niet belangrijk, niet onbelangrijk|neither important nor unimportant" },
    { WRD_KNOWN_IMPORTANT, 4, WRD_SIDE_POSITIVE, "important|belangrijk" },
    { WRD_KNOWN_IMPORTANT, 5, WRD_SIDE_POSITIVE, "very important|zeer belangrijk|heel belangrijk" },
    { WRD_KNOWN_FAVOUR, 1, WRD_SIDE_NEGATIVE,
      "very unfavorably|very unfavourably|very negative|zeer negatief|heel negatief" },
    { WRD_KNOWN_FAVOUR, 2, WRD_SIDE_NEGATIVE,
      "somewhat unfavorably|somewhat unfavourably|negative|negatief" },
    { WRD_KNOWN_FAVOUR, 3, WRD_SIDE_NEUTRAL,
      "neither favorably nor unfavorably*|neither favourably nor unfavourably*|neutral|neutraal" },
    { WRD_KNOWN_FAVOUR, 4, WRD_SIDE_POSITIVE,
      "somewhat favorably|somewhat favourably|positive|positief" },
    { WRD_KNOWN_FAVOUR, 5, WRD_SIDE_POSITIVE,
      "very favorably|very favourably|very positive|zeer positief|heel positief" },
    { WRD_KNOWN_OFTEN, 1, WRD_SIDE_NONE, "never|nooit" },
    { WRD_KNOWN_OFTEN, 2, WRD_SIDE_NONE, "rarely|seldom|almost never|zelden|bijna nooit" },
    { WRD_KNOWN_OFTEN, 3, WRD_SIDE_NONE, "sometimes|occasionally|soms|af en toe" },
    { WRD_KNOWN_OFTEN, 4, WRD_SIDE_NONE, "often|regularly|vaak|regelmatig" },
    { WRD_KNOWN_OFTEN, 5, WRD_SIDE_NONE,
      "very often|almost always|zeer vaak|heel vaak|bijna altijd" },
    { WRD_KNOWN_OFTEN, 6, WRD_SIDE_NONE, "always|all of the time|all the time|altijd" },
    { WRD_KNOWN_EXTENT, 1, WRD_SIDE_NONE, "not at all*|helemaal niet*" },
    { WRD_KNOWN_EXTENT, 2, WRD_SIDE_NONE, "slightly *|a little*|een beetje*|enigszins*" },
    { WRD_KNOWN_EXTENT, 3, WRD_SIDE_NONE, "neutral|neutraal|somewhat *|deels*" },
    { WRD_KNOWN_EXTENT, 4, WRD_SIDE_NONE, "moderately *|fairly *|redelijk*|tamelijk*" },
    { WRD_KNOWN_EXTENT, 5, WRD_SIDE_NONE, "very *|zeer *|heel *" },
    { WRD_KNOWN_EXTENT, 6, WRD_SIDE_NONE, "extremely *|completely *|uitermate *|helemaal" },
    { WRD_KNOWN_YESNO, 1, WRD_SIDE_NONE, "yes|ja" },
    { WRD_KNOWN_YESNO, 2, WRD_SIDE_NONE, "no|nee" },
};

static bool is_among(const char *labels, const char *folded)
{
    while (*labels) {
        size_t len = strcspn(labels, "|");
        const bool begins = labels[len - 1] == '*';
        const size_t n = len - begins;
        if (strncmp(labels, folded, n) == 0 && (begins || folded[n] == '\0'))
            return true;
        labels += len + (labels[len] == '|');
    }
    return false;
}

/* "Niet mee oneens/niet mee eens": both ends in one answer is the middle, however it is put. */
static bool is_middle(enum wrd_known known, const char *folded)
{
    static const struct {
        enum wrd_known known;
        const char *end, *opposite; /* the opposite holds the end itself */
    } ends[] = {
        { WRD_KNOWN_AGREE, "eens", "oneens" },
        { WRD_KNOWN_AGREE, "agree", "disagree" },
        { WRD_KNOWN_SATISFIED, "tevreden", "ontevreden" },
        { WRD_KNOWN_SATISFIED, "satisfied", "dissatisfied" },
        { WRD_KNOWN_IMPORTANT, "belangrijk", "onbelangrijk" },
        { WRD_KNOWN_IMPORTANT, "important", "unimportant" },
    };

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *opposite = strstr(folded, ends[i].opposite);
        const char *end = strstr(folded, ends[i].end);
        if (ends[i].known != known || !opposite)
            continue;
        if (end >= opposite) /* that one is part of the opposite: is there one behind it? */
            end = strstr(opposite + strlen(ends[i].opposite), ends[i].end);
        if (end)
            return true;
    }
    return false;
}

const char *wrd_known_name(enum wrd_known known)
{
    static const char *const names[WRD_KNOWNS] = {
        [WRD_KNOWN_AGREE] = "agree",         [WRD_KNOWN_SATISFIED] = "satisfied",
        [WRD_KNOWN_IMPORTANT] = "important", [WRD_KNOWN_FAVOUR] = "favour",
        [WRD_KNOWN_OFTEN] = "often",         [WRD_KNOWN_EXTENT] = "extent",
        [WRD_KNOWN_YESNO] = "yesno",
    };

    return names[known];
}

bool wrd_known_is_ordered(enum wrd_known known)
{
    return known != WRD_KNOWN_YESNO && known != WRD_KNOWN_NONE;
}

enum { MIDDLE = 3 }; /* of the scales of opinions above */

int wrd_known_rank(enum wrd_known known, const char *folded, enum wrd_side *side)
{
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (levels[i].known == known && is_among(levels[i].labels, folded)) {
            if (side)
                *side = levels[i].side;
            return levels[i].rank;
        }
    if (!is_middle(known, folded))
        return 0;
    if (side)
        *side = WRD_SIDE_NEUTRAL;
    return MIDDLE;
}
