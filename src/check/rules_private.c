/* check/rules_private.c - columns that say who somebody is are never read as an answer. */
#include <string.h>

#include "check/rules.h"
#include "core/text.h"

/* Headers of the survey tools and of Dutch address lists, folded, without spaces and signs. */
static const char *const columns[] = {
    "email",
    "emailadres",
    "emailaddress",
    "mail",
    "mailadres",
    "recipientemail",
    "ip",
    "ipadres",
    "ipaddr",
    "ipaddress",
    "phone",
    "phonenumber",
    "mobile",
    "telefoon",
    "telefoonnummer",
    "mobiel",
    "name",
    "firstname",
    "lastname",
    "fullname",
    "surname",
    "naam",
    "voornaam",
    "achternaam",
    "token",
    "recipientname",
    "recipientlastname",
    "recipientfirstname",
    "uwnaam",
    "uwemailadres",
    "uwtelefoonnummer",
    "locationlatitude",
    "locationlongitude",
};

/* "E-mail address" becomes "emailaddress". */
static const char *squeezed(struct wrd_arena *arena, const char *text)
{
    char *folded = wrd_text_fold(arena, text, strlen(text));
    size_t n = 0;
    for (const char *at = folded; *at; at++)
        if (!strchr(" -_.:?", *at))
            folded[n++] = *at;
    folded[n] = '\0';
    return folded;
}

static bool is_private(struct wrd_arena *arena, const char *column)
{
    const char *name = squeezed(arena, column);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (strcmp(name, columns[i]) == 0)
            return true;
    return false;
}

/* An id may be a token: it is hashed in memory and goes nowhere. */
void wrd_rules_private(const struct wrd_judge *judge)
{
    for (size_t i = 0; i < judge->book->n_variables; i++) {
        const struct wrd_variable *variable = &judge->book->variables[i];
        if (variable->type != WRD_TYPE_ID && is_private(judge->arena, variable->column))
            wrd_say(judge->diag, WRD_E0353,
                    wrd_codebook_place(judge->book, variable->place, "column"), variable->column);
    }
}
