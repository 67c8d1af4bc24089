/* model/personal.c - see personal.h. */
#include "model/personal.h"

#include <string.h>

#include "core/text.h"

/* Headers of survey tools and of Dutch address lists: letters and digits alone, and no letter with
 * an accent ("coördinaten"). */
static const char *const personal[] = {
    "achternaam",
    "address",
    "adres",
    "birthdate",
    "breedtegraad",
    "bsn",
    "burgerservicenummer",
    "coordinaten",
    "coordinates",
    "cordinaten",
    "dateofbirth",
    "email",
    "emailaddress",
    "emailadres",
    "firstname",
    "fullname",
    "geboortedatum",
    "gebruikersnaam",
    "gpscoordinates",
    "gpscoordinaten",
    "huisnummer",
    "iban",
    "ip",
    "ipaddr",
    "ipaddress",
    "ipadres",
    "lastname",
    "latitude",
    "lengtegraad",
    "locationlatitude",
    "locationlongitude",
    "longitude",
    "mail",
    "mailadres",
    "mobiel",
    "mobielnummer",
    "mobile",
    "naam",
    "name",
    "phone",
    "phonenumber",
    "recipientemail",
    "recipientfirstname",
    "recipientlastname",
    "recipientname",
    "straatnaam",
    "surname",
    "telefoon",
    "telefoonnummer",
    "telephone",
    "toegangscode",
    "token",
    "username",
    "voornaam",
    "woonadres",
};

/* LimeSurvey, Qualtrics, SurveyMonkey, Google and Microsoft Forms.  Words that may be a question
 * too ("status", "date") are not here. */
static const char *const of_tools[] = {
    "aanmaakdatum",
    "begintaal",
    "begintijd",
    "collectorid",
    "completiontime",
    "datecreated",
    "datelastaction",
    "datemodified",
    "datestamp",
    "datestarted",
    "datesubmitted",
    "datumlaatsteactie",
    "datumvaninzending",
    "distributiekanaal",
    "distributionchannel",
    "durationinseconds",
    "duurinseconden",
    "einddatum",
    "eindtijd",
    "enddate",
    "endtime",
    "externaldatareference",
    "externalreference",
    "gebruikerstaal",
    "interviewtime",
    "ingezondenop",
    "laatstepagina",
    "lastmodifiedtime",
    "lastpage",
    "opgenomendatum",
    "recordeddate",
    "referrerurl",
    "refurl",
    "respondentid",
    "responseid",
    "seed",
    "startdate",
    "startdatum",
    "startlanguage",
    "starttaal",
    "starttijd",
    "starttime",
    "submitdate",
    "tijdstempel",
    "tijdstipvanvoltooien",
    "tijdvanlaatstewijziging",
    "tijdvanvoltooien",
    "timestamp",
    "totaaltijd",
    "totaltime",
    "userlanguage",
    "verzamelaarid",
    "voltooiingstijd",
    "wijzigingsdatum",
};

enum { LONGEST_WORD = 32 };

/* The small letter or digit of a byte; 0: it is something else. */
static char letter_of(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

static bool is_among(const char *word, size_t len, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (wrd_text_is(word, len, words[i]))
            return true;
    return false;
}

/* "Wat is uw telefoonnummer?" asks for what "telefoonnummer" does. */
static size_t asking(const char *word, size_t len)
{
    static const char *const phrases[] = { "watisuw", "watisje", "watisjouw", "whatisyour",
                                           "uw",      "jouw",    "your" };

    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        const size_t n = strlen(phrases[i]);
        if (len > n && memcmp(word, phrases[i], n) == 0)
            return n;
    }
    return 0;
}

static bool is_personal(const char *word, size_t len)
{
    const size_t ask = asking(word, len);

    return is_among(word, len, personal, sizeof personal / sizeof *personal) ||
           is_among(word + ask, len - ask, personal, sizeof personal / sizeof *personal);
}

/* How long a question (group) took, in LimeSurvey's file of timings: groupTime12, questionTime3. */
static bool is_timing(const char *word, size_t len)
{
    while (len && word[len - 1] >= '0' && word[len - 1] <= '9')
        len--;
    return wrd_text_is(word, len, "grouptime") || wrd_text_is(word, len, "questiontime");
}

enum wrd_column_kind wrd_column_kind(const char *header, size_t len)
{
    char word[LONGEST_WORD];
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        char letter = letter_of(header[i]);
        if (!letter)
            continue;
        if (n == LONGEST_WORD)
            return WRD_COLUMN_ANSWER;
        word[n++] = letter;
    }
    if (is_personal(word, n))
        return WRD_COLUMN_PERSONAL;
    if (is_among(word, n, of_tools, sizeof of_tools / sizeof *of_tools) || is_timing(word, n))
        return WRD_COLUMN_SYSTEM;
    return WRD_COLUMN_ANSWER;
}

bool wrd_column_may_hold(enum wrd_column_kind kind, const struct wrd_variable *variable)
{
    switch (kind) {
    case WRD_COLUMN_PERSONAL:
        return variable->type == WRD_TYPE_ID;
    case WRD_COLUMN_SYSTEM:
        return variable->type == WRD_TYPE_ID || variable->type == WRD_TYPE_DATE ||
               (variable->type == WRD_TYPE_NUMBER && variable->roles == 0 && variable->scale < 0);
    case WRD_COLUMN_ANSWER:
        break;
    }
    return true;
}
