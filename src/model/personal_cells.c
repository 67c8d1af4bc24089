/* model/personal_cells.c - see personal_cells.h.
 *
 * No regular expressions: a table of small functions, each of which says what it takes for sure. */
#include "model/personal_cells.h"

#include <arpa/inet.h>
#include <stdint.h>
#include <string.h>

#include "waardering/diag.h"

enum { LONGEST = 200 }; /* of a cell that is looked at for more than words */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Every byte of a letter that is not ASCII is one of a word. */
static bool is_of_word(char c)
{
    return is_letter(c) || is_digit(c) || (unsigned char)c >= 0x80;
}

static size_t digits_at(const char *text)
{
    return strspn(text, "0123456789");
}

/* Digits alone, without what is put between them to read them better; 0: there is something else. */
static size_t bare_digits(const char *text, const char *between, char *bare, size_t room)
{
    size_t n = 0;
    for (; *text; text++)
        if (is_digit(*text) && n + 1 < room)
            bare[n++] = *text;
        else if (!strchr(between, *text) || is_digit(*text))
            return 0;
    bare[n] = '\0';
    return n;
}

/* --- somebody@example.nl, anywhere in the cell */

static bool is_domain(const char *text)
{
    size_t points = 0, label = 0;
    for (; is_of_word(*text) || *text == '-' || (*text == '.' && label > 0); text++) {
        points += *text == '.';
        label = *text == '.' ? 0 : label + 1;
    }
    return points > 0 && (label > 1 || label == 0);
}

static bool is_email(const char *text, bool number)
{
    (void)number;
    for (const char *at = text; (at = strchr(at, '@')) != NULL; at++)
        if (at > text && (is_of_word(at[-1]) || strchr("._%+-", at[-1])) && is_domain(at + 1))
            return true;
    return false;
}

/* --- https://example.nl/s?token=a1b2c3d4 */

static bool is_key(const char *text)
{
    enum { SHORTEST = 8 };
    size_t len = 0, digits = 0;
    for (; is_letter(*text) || is_digit(*text) || *text == '-' || *text == '_'; text++, len++)
        digits += is_digit(*text);
    return len >= SHORTEST && digits > 0;
}

static bool is_link(const char *text, bool number)
{
    (void)number;
    const char *from = strstr(text, "://");
    from = from ? from : strstr(text, "www.");
    for (; from && *from && *from != ' '; from++)
        if (strchr("/=", *from) && is_key(from + 1))
            return true;
    return false;
}

static bool is_ip(const char *text, bool number)
{
    unsigned char address[sizeof(struct in6_addr)];
    (void)number;
    return inet_pton(AF_INET, text, address) == 1 ||
           (strlen(text) > strlen("::1") && inet_pton(AF_INET6, text, address) == 1);
}

/* --- IBAN: ISO 13616; letters count from 10 and the first four characters come last */

static unsigned iban_rest(const char *text, size_t len)
{
    unsigned rest = 0;
    for (size_t i = 0; i < len; i++) {
        const char c = text[(i + 4) % len];
        const unsigned value =
            is_digit(c) ? (unsigned)(c - '0') : (unsigned)((c & ~0x20) - 'A') + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest;
}

/* Begins at `text`; spaces may stand between the groups of four. */
static bool is_iban_at(const char *text)
{
    enum { SHORTEST = 15, MOST = 34 };
    char bare[MOST];
    size_t n = 0;
    if (!is_letter(text[0]) || !is_letter(text[1]) || !is_digit(text[2]) || !is_digit(text[3]))
        return false;
    for (; n < MOST && (is_letter(*text) || is_digit(*text) || *text == ' '); text++)
        if (*text != ' ') {
            bare[n++] = *text;
            if (n >= SHORTEST && !is_of_word(text[1]) && iban_rest(bare, n) == 1)
                return true;
        }
    return false;
}

static bool is_iban(const char *text, bool number)
{
    (void)number;
    for (const char *at = text; *at; at++)
        if ((at == text || !is_of_word(at[-1])) && is_iban_at(at))
            return true;
    return false;
}

/* 06-12345678, (020) 123 45 67, +31 6 12345678, 0031612345678; of ten digits. */
static bool is_phone(const char *text, bool number)
{
    enum { ROOM = 20, DIGITS = 10 };
    char bare[ROOM];
    const bool abroad = text[0] == '+';
    const size_t n = bare_digits(text + abroad, " -()./", bare, sizeof bare);
    const char *at = bare;
    if (abroad || (n > DIGITS && strncmp(bare, "00", 2) == 0)) {
        at += abroad ? 0 : 2;
        const size_t left = n - (size_t)(at - bare);
        return strncmp(at, "31", 2) == 0 ? left == DIGITS + 1 || left == DIGITS + 2
                                         : abroad && left >= DIGITS && left < ROOM;
    }
    if (number && n == DIGITS - 1 && bare[0] == '6')
        return true;
    return n == DIGITS && bare[0] == '0' && bare[1] != '0';
}

/* --- 31-12-1956, 1956-12-31, 31 december 1956, 19561231 */

static bool is_year_of_birth(unsigned year)
{
    return year >= 1900 && year < 2010;
}

static unsigned number_at(const char *text, size_t len)
{
    unsigned number = 0;
    for (size_t i = 0; i < len; i++)
        number = number * 10 + (unsigned)(text[i] - '0');
    return number;
}

static bool is_day(unsigned day, unsigned month)
{
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/* An anonymous survey of LimeSurvey has this for every moment. */
static bool is_no_moment(unsigned year, unsigned month, unsigned day)
{
    return year == 1980 && month == 1 && day == 1;
}

static bool is_birth_of(unsigned year, unsigned month, unsigned day)
{
    return is_year_of_birth(year) && (is_day(day, month) || is_day(month, day)) &&
           !is_no_moment(year, month, day);
}

/* The number of a month, by its first three letters in Dutch or English; 0: it is none. */
static unsigned month_named(const char *text)
{
    static const char names[] = "jan feb maa apr mei jun jul aug sep okt nov dec "
                                "jan feb mar apr may jun jul aug sep oct nov dec ";
    char word[] = "xxx ";
    for (size_t i = 0; i < 3; i++) {
        if (!is_letter(text[i]))
            return 0;
        word[i] = (char)(text[i] | 0x20);
    }
    if (strcmp(word, "mrt ") == 0)
        return 3;
    const char *found = strstr(names, word);
    return found ? (unsigned)((found - names) / 4) % 12 + 1 : 0;
}

static bool is_birth(const char *text, bool number)
{
    const size_t a = digits_at(text);
    (void)number;
    if (a == 8 && text[a] == '\0')
        return is_birth_of(number_at(text, 4), number_at(text + 4, 2), number_at(text + 6, 2));
    if ((a == 0 || a > 2) && a != 4)
        return false;
    const char *month = text + a + strspn(text + a, " -/.");
    size_t b = digits_at(month);
    const bool named = b == 0;
    while (named && is_letter(month[b]))
        b++;
    if (b == 0 || (!named && b > 2))
        return false;
    const char *last = month + b + strspn(month + b, " -/.");
    const size_t c = digits_at(last);
    if (month == text + a || last == month + b || (last[c] && a != 4))
        return false;
    const unsigned middle = named ? month_named(month) : number_at(month, b);
    if (a == 4)
        return c > 0 && c <= 2 && is_birth_of(number_at(text, 4), middle, number_at(last, c));
    return c == 4 && is_birth_of(number_at(last, 4), middle, number_at(text, a));
}

/* The eleven test: 9 a + 8 b + ... + 2 h - i.  A spreadsheet takes a 0 in front away. */
static bool is_bsn(const char *text, bool number)
{
    enum { ROOM = 12, DIGITS = 9 };
    char bare[ROOM];
    const size_t n = bare_digits(text, number ? "" : " .-", bare, sizeof bare);
    int sum = 0;
    if (n != DIGITS && !(number && n == DIGITS - 1))
        return false;
    for (size_t i = 0; i < n; i++) {
        const int weight = (int)(n - i);
        sum += (bare[i] - '0') * (weight == 1 ? -1 : weight);
    }
    return sum != 0 && sum % 11 == 0;
}

/* --- 52.37403, 4.88969; of a number alone the latitude of a place in the Netherlands */

/* Degrees with at least `least` decimals; where they end, or NULL. */
static const char *degrees(const char *text, size_t least, unsigned most)
{
    text += *text == '-';
    const size_t whole = digits_at(text);
    if (whole == 0 || whole > 3 || number_at(text, whole) > most)
        return NULL;
    text += whole;
    if (*text != '.' && *text != ',')
        return NULL;
    const size_t decimals = digits_at(text + 1);
    return decimals >= least ? text + 1 + decimals : NULL;
}

static bool is_place(const char *text, bool number)
{
    const char *after = number ? degrees(text, 4, 53) : degrees(text, 3, 90);
    if (number)
        return after && *after == '\0' && number_at(text, digits_at(text)) >= 50 && *text != '-';
    if (!after)
        return false;
    const char *second = after + strspn(after, " ,;/");
    const char *end = second > after ? degrees(second, 3, 180) : NULL;
    return end && *end == '\0';
}

/* --- 1234 AB, alone or with a number of a house */

/* Where a postcode that begins at `text` ends, or NULL. */
static const char *postcode_at(const char *text)
{
    if (digits_at(text) != 4 || *text == '0')
        return NULL;
    const char *letters = text + 4 + (text[4] == ' ');
    const bool capitals = !(letters[0] & 0x20) && !(letters[1] & 0x20);
    if (!is_letter(letters[0]) || !is_letter(letters[1]) || is_letter(letters[2]) ||
        (unsigned char)letters[2] >= 0x80)
        return NULL;
    return capitals || letters == text + 4 ? letters + 2 : NULL; /* "2019 en" is none */
}

static bool has_number(const char *text, const char *end)
{
    while (text < end && !is_digit(*text))
        text++;
    return text < end;
}

static bool is_postcode(const char *text, bool number)
{
    const char *end = text + strlen(text);
    (void)number;
    for (const char *at = text; *at; at++) {
        const char *after = at == text || !is_of_word(at[-1]) ? postcode_at(at) : NULL;
        if (after &&
            ((at == text && after == end) || has_number(text, at) || has_number(after, end)))
            return true;
    }
    return false;
}

/* --- a sentence: nobody's list has it, whatever it says */

static bool is_words(const char *text, size_t len)
{
    enum { LEAST_BYTES = 20, LEAST_WORDS = 4 };
    size_t words = 0;
    for (size_t i = 0; i < len; i++)
        words += (is_letter(text[i]) || (unsigned char)text[i] >= 0x80) &&
                 (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n');
    return len >= LEAST_BYTES && words >= LEAST_WORDS;
}

/* The surest first: what is left of a cell of nine digits is a BSN only if it is no phone. */
static const struct {
    bool (*is)(const char *text, bool number);
    const char *name;
} kinds[WRD_PERSONALS] = {
    [WRD_PERSONAL_EMAIL] = { is_email, WRD_BOTH("e-mail addresses", "e-mailadressen") },
    [WRD_PERSONAL_LINK] = { is_link, WRD_BOTH("web addresses with a key of somebody",
                                              "webadressen met een sleutel van iemand") },
    [WRD_PERSONAL_IP] = { is_ip, WRD_BOTH("IP addresses", "IP-adressen") },
    [WRD_PERSONAL_IBAN] = { is_iban, WRD_BOTH("account numbers (IBAN)", "rekeningnummers (IBAN)") },
    [WRD_PERSONAL_PHONE] = { is_phone, WRD_BOTH("phone numbers", "telefoonnummers") },
    [WRD_PERSONAL_BIRTH] = { is_birth, WRD_BOTH("dates of birth", "geboortedata") },
    [WRD_PERSONAL_BSN] = { is_bsn, WRD_BOTH("citizen service numbers (BSN)",
                                            "burgerservicenummers (BSN)") },
    [WRD_PERSONAL_PLACE] = { is_place,
                             WRD_BOTH("coordinates of a place", "coördinaten van een plaats") },
    [WRD_PERSONAL_POSTCODE] = { is_postcode, WRD_BOTH("addresses (postcodes of six characters)",
                                                      "adressen (postcodes van zes tekens)") },
    [WRD_PERSONAL_WORDS] = { NULL,
                             WRD_BOTH("texts in people's own words", "teksten in eigen woorden") },
};

enum wrd_personal wrd_personal_cell(const char *text, size_t len, bool number)
{
    char cell[LONGEST + 4] = { 0 }; /* the NULs behind it let a detector look ahead */
    if (len <= LONGEST) {
        memcpy(cell, text, len);
        for (enum wrd_personal kind = 0; kind < WRD_PERSONALS; kind++)
            if (kinds[kind].is && kinds[kind].is(cell, number))
                return kind;
    }
    return !number && is_words(text, len) ? WRD_PERSONAL_WORDS : WRD_PERSONALS;
}

const char *wrd_personal_name(enum wrd_personal kind)
{
    return kinds[kind].name;
}
