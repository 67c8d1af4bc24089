/* model/money_words.c - see money_words.h. */
#include "model/money_words.h"

#define TABLE(name, ...)                                       \
    static const char *const name##_words[] = { __VA_ARGS__ }; \
    const struct wrd_money_patterns name = { name##_words,     \
                                             sizeof name##_words / sizeof *name##_words }

// clang-format off
TABLE(wrd_money_topics,
    /* what an hour would be worth, or be paid */
    "*uurloon*", "*uurlonen*", "*uurtarie*", "*uurprijs*", "*uurprijzen*", "*loonkosten*",
    "*minimumloon*", "*minimumlonen*", "salari*", "salary", "honorari*", "hourly rate*",
    "hourly wage*", "hourlyrate*", "hourlywage*", "wage", "wages", "minimum wage*", "remuneration*",
    /* what is paid back */
    "*vergoeding*", "*onkosten*", "declaratie*", "declareer*", "declareren", "gedeclareerd*",
    "reimburs*", "expense", "expenses",
    /* costs and benefits */
    "*kosten", "kostenpost*", "kostenbaten*", "costs", "cost benefit*", "cost saving*",
    "cost price*", "mkba*", "sroi", "roi", "rendement*", "*besparing*", "bespaar*", "besparen",
    "*bezuinig*", "*opbrengst", "*opbrengsten", "baten", "nettowinst*", "brutowinst*",
    "winstmarge*", "financiele winst*", "financial gain*", "omzet", "jaaromzet*", "payback*",
    "return on investment*",
    /* what it would be worth */
    "*vervangingswaarde*", "*investeringswaarde*", "*marktwaarde*", "*geldwaarde*",
    "economische waarde*", "financiele waarde*", "geldelijke waarde*", "economic value*",
    "financial value*", "monetary", "monetis*", "monetiz*", "market value*",
    "replacement cost*", "replacement value*",
    /* sums */
    "*bedrag", "*bedragen", "*budget", "*budgetten", "budgets", "budgeted", "budgetary",
    "*begroting", "*begrotingen", "*tarief", "*tarieven", "prijs", "prijzen", "kostprijs*",
    "kostprijzen", "marktprijs*", "marktprijzen", "price", "prices", "pricing", "sum of money",
    "sums of money", "amount of money", "amounts of money");

TABLE(wrd_money_hints, "winst", "winsten", "profit", "profits");

TABLE(wrd_money_names,
    "euro", "euros", "eurocent*", "eurobiljet*", "euromunt*", "cent", "centen", "cents",
    "dollar", "dollars", "dollarcent*", "gulden", "guldens", "hfl", "pond sterling",
    "ponden sterling", "pound sterling", "pounds sterling");

/* ISO 4217, and the last national codes of the euro's first twelve countries; without ALL, TRY, TOP, CUP,
 * MOP, LAK and RON, which are words. */
TABLE(wrd_money_codes,
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

TABLE(wrd_money_short, "eur", "usd", "gbp", "nlg", "ct", "cts", "fl", "keuro");
TABLE(wrd_money_slang,
    "piek", "meier", "meiers", "snip", "rug", "ruggen", "mille", "duiten", "flappen", "bucks", "quid");
TABLE(wrd_money_coins,
    "tientje", "tientjes", "joet", "geeltje", "geeltjes", "knaak", "knaken", "kwartje", "kwartjes",
    "dubbeltje", "dubbeltjes", "stuiver", "stuivers", "rijksdaalder*", "tenner", "fiver");
TABLE(wrd_money_heavy, "pond", "ponden", "pound", "pounds", "mln", "mrd", "mio");
TABLE(wrd_money_earned, "verdien*", "earn", "earns", "earned", "earning");

TABLE(wrd_money_harmless,
    "op prijs", "tijd kosten", "moeite kosten", "energie kosten", "per cent",
    "gulden regel", "gulden middenweg", "gulden snede", "at all costs", "at the expense of",
    "moeite waard", "dit rapport noemt geen geldbedragen",
    "this report names no amounts of money");

TABLE(wrd_money_numerals,
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "*tien", "elf", "twaalf", "*tig",
    "*honderd", "*duizend", "anderhalf", "anderhalve", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve", "*teen", "twenty", "thirty", "forty",
    "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand");
// clang-format on
