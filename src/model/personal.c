/* model/personal.c - see personal.h. */
#include "model/personal.h"

#include "core/text.h"

/* Headers of survey tools and of Dutch address lists: letters and digits alone. */
static const char *const words[] = {
    "achternaam",
    "email",
    "emailaddress",
    "emailadres",
    "firstname",
    "fullname",
    "ip",
    "ipaddr",
    "ipaddress",
    "ipadres",
    "lastname",
    "locationlatitude",
    "locationlongitude",
    "mail",
    "mailadres",
    "mobiel",
    "mobile",
    "naam",
    "name",
    "phone",
    "phonenumber",
    "recipientemail",
    "recipientfirstname",
    "recipientlastname",
    "recipientname",
    "surname",
    "telefoon",
    "telefoonnummer",
    "telephone",
    "token",
    "uwemailadres",
    "uwnaam",
    "uwtelefoonnummer",
    "voornaam",
};

enum { LONGEST_WORD = 32 };

/* The small letter or digit of a byte; 0: it is something else. */
static char letter_of(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

bool wrd_is_personal(const char *header, size_t len)
{
    char word[LONGEST_WORD];
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        char letter = letter_of(header[i]);
        if (!letter)
            continue;
        if (n == LONGEST_WORD)
            return false;
        word[n++] = letter;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (wrd_text_is(word, n, words[i]))
            return true;
    return false;
}
