/* model/money_words.c - see money_words.h. */
#include "model/money_words.h"

#include <string.h>

#define TABLE(name, ...)                                          \
    static const char *const name##_words[] = { __VA_ARGS__ };    \
    static const struct wrd_money_patterns name = { name##_words, \
                                                    sizeof name##_words / sizeof *name##_words }

// clang-format off
TABLE(topics,
    /* what an hour would be worth, or be paid */
    "*uurloon*", "*uurlonen*", "*uurtarie*", "*uurprijs*", "*uurprijzen*", "*loonkosten*",
    "*loonwaarde*", "*minimumloon*", "*minimumlonen*", "salari*", "salary", "honorari*",
    "hourly rate*", "hourly wage*", "hourlyrate*", "hourlywage*", "wage", "wages",
    "minimum wage*", "remuneration*", "rate of pay", "rates of pay", "pay rate*", "pay per",
    /* what is paid back */
    "*vergoeding*", "*onkosten*", "vergoed", "vergoede", "vergoedt", "vergoeden", "declaratie*",
    "declareer*", "declareren", "gedeclareerd*", "reimburs*", "expense", "expenses",
    /* costs and benefits */
    "*kosten", "kostenpost*", "kostenbaten*", "costs", "cost benefit*", "cost saving*",
    "cost price*", "cost per", "mkba*", "sroi", "roi", "rendement*", "*besparing*", "bespaar*",
    "besparen", "*bezuinig*", "*opbrengst", "*opbrengsten", "baten", "nettowinst*",
    "brutowinst*", "winstmarge*", "financiele winst*", "financial gain*", "omzet", "jaaromzet*",
    "payback*", "return on investment*",
    /* what it would be worth */
    "*vervangingswaarde*", "*investeringswaarde*", "*marktwaarde*", "*geldwaarde*",
    "economische waarde*", "financiele waarde*", "geldelijke waarde*", "in geld",
    "economic value*", "financial value*", "monetary", "monetis*", "monetiz*", "market value*",
    "replacement cost*", "replacement value*",
    /* sums */
    "*bedrag", "*bedragen", "*budget", "*budgetten", "budgets", "budgeted", "budgetary",
    "*begroting", "*begrotingen", "*tarief", "*tarieven", "prijs", "prijzen", "kostprijs*",
    "kostprijzen", "marktprijs*", "marktprijzen", "price", "prices", "pricing", "sum of money",
    "sums of money", "amount of money", "amounts of money", "how much money", "hoeveel geld",
    /* compounds written apart */
    "uur loon", "uur lonen", "uur tarief", "uur tarieven", "uur prijs", "loon waarde",
    "minimum loon", "markt waarde*", "geld waarde*", "vervangings waarde*",
    "investerings waarde*");

TABLE(hints, "winst", "winsten", "profit", "profits", "geld", "money");

TABLE(names,
    "euro", "euros", "eurobedrag*", "eurocent*", "eurobiljet*", "euromunt*", "euroteken*", "eurootje*", "euri",
    "keuro", "cent", "centen", "cents", "dollar", "dollars", "dollarcent*", "dollarteken*",
    "gulden", "guldens", "hfl",
    /* codes that are no word in small letters either */
    "eur", "usd", "gbp", "nlg",
    /* of other countries */
    "pond sterling", "ponden sterling", "pound sterling", "pounds sterling", "zwitserse frank*",
    "swiss franc*", "deutsche mark", "roebel*", "rouble*", "ruble*", "yen", "zloty*", "lira*",
    "dirham*", "dinar", "dinars", "roepie*", "rupee*", "rupiah*", "peso", "pesos", "forint*",
    /* compounds with a number */
    "*tieneuro*", "*tigeuro*", "*honderdeuro*", "*duizendeuro*", "*miljoeneuro*",
    /* in two, as at the end of a line */
    "eu ro", "e uro", "eur o", "dol lar", "dol lars");

TABLE(elsewhere,
    "gune", "gunen", "zlot*", "zlotych", "zl", "schweizer franken", "turk lirasi",
    "*يورو*", "*درهم*", "*دينار*", "ريال*", "*دولار*", "ليرة*", "جنيه*",
    "eвpo*", "ebpo*", "pyбл*", "rpивeн*", "rpивн*", "дoллap*",
    "eupω*", "eupo*",
    "*欧元*", "*人民币*", "*美元*", "*ユーロ*", "*유로*", "שקל*", "रपय*");

/* ISO 4217, and the last national codes of the euro's first twelve countries; without ALL, TRY, TOP, CUP,
 * MOP, LAK and RON, which are words. */
TABLE(codes,
    "AED", "AFN", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN",
    "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF",
    "CHF", "CLP", "CNY", "COP", "CRC", "CUC", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP",
    "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD",
    "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD",
    "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LBP", "LKR", "LRD",
    "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MRU", "MUR", "MVR", "MWK", "MXN",
    "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP",
    "PKR", "PLN", "PYG", "QAR", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD",
    "SHP", "SLE", "SLL", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT",
    "TND", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV",
    "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWL",
    "ATS", "BEF", "DEM", "ESP", "FIM", "FRF", "GRD", "IEP", "ITL", "LUF", "NLG", "PTE");

TABLE(shorts, "ct", "cts", "fl");
TABLE(slang,
    "piek", "meier", "meiers", "snip", "rug", "ruggen", "mille", "duiten", "flappen", "pegels",
    "doezoe", "bucks", "quid", "sinten");
TABLE(coins,
    "tientje", "tientjes", "joet", "geeltje", "geeltjes", "knaak", "knaken", "barkie", "barkies",
    "kwartje", "kwartjes", "dubbeltje", "dubbeltjes", "stuiver", "stuivers", "rijksdaalder*",
    "tenner", "fiver");
TABLE(heavy,
    "pond", "ponden", "pound", "pounds", "mln", "mrd", "mio", "grand", "mark", "marken", "frank",
    "franken", "franc", "francs", "kronen", "kronor", "kroner", "reais", "lei", "leva", "avro",
    "kurus", "grosz", "groszy", "元", "円");
TABLE(earned, "verdien*", "earn", "earns", "earned", "earning");

TABLE(harmless,
    "op prijs", "tijd kosten", "moeite kosten", "energie kosten", "per cent",
    "gulden regel", "gulden middenweg", "gulden snede", "at all costs", "at the expense of",
    "moeite waard", "niet over een bedrag", "wij prijzen", "we prijzen", "dit rapport noemt geen geldbedragen",
    "this report names no amounts of money",
    /* one letter from a word of money */
    "begroeting*", "declame*", "declamatie*", "vergoding");

TABLE(numerals,
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "*tien", "elf", "twaalf", "*tig",
    "*honderd", "*duizend", "anderhalf", "anderhalve", "miljoen", "miljard", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "*teen", "twenty", "thirty",
    "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million",
    "billion",
    /* Frisian, Turkish */
    "twa", "trije", "fjouwer", "fiif", "tsien", "*tich", "*hundert", "*tuzen", "yuz", "yirmi", "elli");
// clang-format on

const struct wrd_money_patterns *wrd_money_patterns(enum wrd_money_table table)
{
    static const struct wrd_money_patterns *const tables[WRD_MONEY_TABLES] = {
        [WRD_TOPICS] = &topics,       [WRD_HINTS] = &hints,       [WRD_NAMES] = &names,
        [WRD_ELSEWHERE] = &elsewhere, [WRD_CODES] = &codes,       [WRD_SHORT] = &shorts,
        [WRD_SLANG] = &slang,         [WRD_COINS] = &coins,       [WRD_HEAVY] = &heavy,
        [WRD_EARNED] = &earned,       [WRD_HARMLESS] = &harmless, [WRD_NUMERALS] = &numerals
    };
    return tables[table];
}

bool wrd_money_fits(const char *pattern, size_t len, const char *folded)
{
    const bool any_before = pattern[0] == '*', any_after = pattern[len - 1] == '*';
    pattern += any_before;
    len -= (size_t)any_before + (size_t)any_after;
    if (!any_before && (pattern[0] != folded[0] || strncmp(folded, pattern, len) != 0))
        return false;
    const size_t word_len = strlen(folded);
    if (!any_before || word_len < len)
        return word_len == len || (any_after && word_len > len);
    if (any_after)
        return memmem(folded, word_len, pattern, len) != NULL;
    return memcmp(folded + word_len - len, pattern, len) == 0;
}

struct wrd_money_word wrd_money_word(const char *folded, const char *written)
{
    struct wrd_money_word word = { 0, 0 };
    for (enum wrd_money_table table = 0; table < WRD_MONEY_TABLES; table++) {
        const struct wrd_money_patterns *patterns = wrd_money_patterns(table);
        const char *text = table == WRD_CODES ? written : folded;
        for (size_t i = 0; i < patterns->n; i++) {
            const char first = patterns->pattern[i][0];
            if (first != '*' && first != text[0])
                continue; /* most of them */
            const size_t len = strcspn(patterns->pattern[i], " ");
            if (wrd_money_fits(patterns->pattern[i], len, text))
                *(patterns->pattern[i][len] ? &word.begins : &word.whole) |= 1u << table;
        }
    }
    return word;
}
