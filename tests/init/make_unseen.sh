#!/bin/sh
# make_unseen.sh DIR - two exports that the guesser was not made for, as a Dutch municipality would have them:
# unseen_forms.csv of Microsoft Forms, about facilities in the villages, saved by a Dutch spreadsheet, and
# unseen_qualtrics.csv of Qualtrics, with three rows, among members of sports clubs.
#
# What an analyst says of their columns was written down before init saw them: unseen_*.truth.csv.
# All answers are made up.  The same bytes everywhere: the numbers come from minstd, not from awk's rand().
set -eu
LC_ALL=C
export LC_ALL
to=${1:?usage: make_unseen.sh DIR}
mkdir -p "$to"

# What both need: whole numbers below N, one of a list, some of a list, a cell with quotes if it needs them.
draws='
    function below(n) { seed = (seed * 16807) % 2147483647; return int(seed / 2147483647 * n) }
    function chance(percent) { return below(100) < percent }
    function one(list,    parts) { return parts[1 + below(split(list, parts, "|"))] }
    function some(list, percent, between,    parts, i, n, all) {
        n = split(list, parts, "|")
        for (i = 1; i <= n; i++)
            if (chance(percent)) all = all parts[i] between
        return all
    }
    function unless(percent, answer) { return chance(percent) ? "" : answer }
    function cell(text) {
        if (text !~ "[\"" separator "\n]") return text
        gsub(/"/, "\"\"", text)
        return "\"" text "\""
    }
    function put(text) { line = line (line == "" && !begun ? "" : separator) cell(text); begun = 1 }
    function end_row() { printf "%s%s", line, newline; line = ""; begun = 0 }'

awk "$draws"'
    BEGIN {
        seed = 4711; separator = ";"; newline = "\r\n"
        printf "\357\273\277"
        n = split("Id|Begintijd|Tijd van voltooien|E-mail|Naam|Tijd van laatste wijziging|In welke kern woont u?|" \
            "Wat is uw postcode (vier cijfers)?|Wat is uw leeftijdscategorie?|Hoe ziet uw huishouden eruit?|" \
            "Hoe vaak kwam u dit jaar in het dorpshuis?|Welke voorzieningen gebruikt u? (meerdere antwoorden mogelijk)|" \
            "De openingstijden van de bibliotheek|Het aanbod aan cursussen|De bereikbaarheid per fiets|De netheid van de speelplekken|" \
            "Ik voel me thuis in mijn dorp.|In mijn straat letten we op elkaar.|De gemeente luistert naar bewoners.|" \
            "Welk rapportcijfer geeft u uw dorp?|Hoeveel jaar woont u al in de gemeente?|Zet u zich in als vrijwilliger?|" \
            "Zo ja, waar?|Hoe belangrijk is een buurtbus voor u?|Wat moet volgens u echt beter?|" \
            "Wat is het netto maandinkomen van uw huishouden?|Mogen wij u bellen voor een gesprek?|Wat is uw telefoonnummer?", head, "|")
        for (i = 1; i <= n; i++) put(head[i])
        end_row()
        satisfied = "Zeer ontevreden|Ontevreden|Niet tevreden/niet ontevreden|Tevreden|Tevreden|Zeer tevreden|Geen mening"
        agree = "Helemaal mee oneens|Mee oneens|Niet mee oneens/niet mee eens|Mee eens|Mee eens|Helemaal mee eens"
        for (row = 1; row <= 240; row++) {
            day = 1 + below(28)
            put(row)
            put(sprintf("%d-9-2026 %d:%02d:%02d", day, 9 + below(12), below(60), below(60)))
            put(sprintf("%d-9-2026 %d:%02d:%02d", day, 9 + below(12), below(60), below(60)))
            put("anonymous")
            put("")
            put("")
            put(one("Oosterhaar|Oosterhaar|Wilperdijk|Sint Nicolaas|De Velde|Lage Enk"))
            put(unless(15, one("7391|7392|7393|7394|7395|7396|7397")))
            put(unless(3, one("18 t/m 34 jaar|35 t/m 49 jaar|50 t/m 64 jaar|65 t/m 79 jaar|80 jaar of ouder")))
            put(unless(3, one("Alleenstaand|Samenwonend zonder kinderen|Samenwonend met kinderen|Eenoudergezin|Anders")))
            put(unless(2, one("Nooit|Een enkele keer|Ongeveer elke maand|Ongeveer elke week|Vaker dan eens per week")))
            put(some("Dorpshuis|Bibliotheek of leespunt|Sporthal, zwembad of sportveld|Speeltuin|Wandel- en fietspaden|Buurtbus|Geen van deze", 35, ";"))
            for (i = 0; i < 4; i++) put(unless(4, one(satisfied)))
            for (i = 0; i < 3; i++) put(unless(4, one(agree)))
            put(unless(5, 3 + below(8)))
            put(unless(5, below(70)))
            volunteer = chance(45)
            put(volunteer ? "Ja" : "Nee")
            put(volunteer ? some("Sportvereniging|School of kinderopvang|Kerk of moskee|Zorg en mantelzorg|Cultuur en muziek|Natuur en milieu", 30, ";") : "")
            put(unless(4, one("Helemaal niet belangrijk|Niet zo belangrijk|Neutraal|Belangrijk|Heel belangrijk")))
            put(unless(55, one("Meer|Minder|Betere|Nieuwe") " " one("bankjes|lampen|bussen|bomen|winkels|paden") " " \
                one("bij het station|in de kern|langs het kanaal|achter de kerk|op het plein") ", " one("graag|snel|eindelijk|als het kan") "."))
            put(unless(30, one("minder dan 2.000 euro|2.000 tot 3.500 euro|meer dan 3.500 euro")))
            call = chance(20)
            put(call ? "Ja" : "Nee")
            put(call ? sprintf("06-%08d", below(99999999)) : "")
            end_row()
        }
    }' >"$to/unseen_forms.csv"

awk "$draws"'
    function ask(code, text, id) { n++; name[n] = code; asked[n] = text; import[n] = id }
    BEGIN {
        seed = 31; separator = ","; newline = "\n"
        ask("StartDate", "Startdatum", "startDate"); ask("EndDate", "Einddatum", "endDate")
        ask("Status", "Responstype", "status"); ask("IPAddress", "IP-adres", "ipAddress")
        ask("Progress", "Voortgang", "progress"); ask("Duration (in seconds)", "Duur (in seconden)", "duration")
        ask("Finished", "Voltooid", "finished"); ask("RecordedDate", "Vastgelegde datum", "recordedDate")
        ask("ResponseId", "Respons-ID", "_recordId"); ask("RecipientLastName", "Achternaam ontvanger", "recipientLastName")
        ask("RecipientFirstName", "Voornaam ontvanger", "recipientFirstName"); ask("RecipientEmail", "E-mail ontvanger", "recipientEmail")
        ask("ExternalReference", "Externe gegevensreferentie", "externalDataReference")
        ask("LocationLatitude", "Locatiebreedtegraad", "locationLatitude"); ask("LocationLongitude", "Locatielengtegraad", "locationLongitude")
        ask("DistributionChannel", "Distributiekanaal", "distributionChannel"); ask("UserLanguage", "Gebruikerstaal", "userLanguage")
        ask("Q2", "Bij wat voor club sport u?", "QID2"); ask("Q3", "Hoe oud bent u?", "QID3_TEXT"); ask("Q4", "Bent u een man of een vrouw?", "QID4")
        split("De kleedkamers|De velden of de zaal|De begeleiding|De sfeer in de kantine|Het contact met het bestuur", part, "|")
        for (i = 1; i <= 5; i++) ask("Q5_" i, "Hoe tevreden bent u over de volgende zaken? - " part[i], "QID5_" i)
        split("Elkaar ontmoeten|Winnen|Gezond blijven|Buiten zijn", part, "|")
        for (i = 1; i <= 4; i++) ask("Q6_" i, "Hoe belangrijk is dit voor u als u sport? - " part[i], "QID6_" i)
        split("Training geven|Bardienst|Vervoer naar wedstrijden|Bestuur of commissie|Onderhoud|Niets", part, "|")
        for (i = 1; i <= 6; i++) ask("Q7_" i, "Wat doet u voor de club, naast het sporten? - Geselecteerde keuze - " part[i], "QID7")
        ask("Q7_5_TEXT", "Wat doet u voor de club, naast het sporten? - Onderhoud - Tekst", "QID7_5_TEXT")
        ask("Q8", "Op welke dagen bent u er meestal? Kruis aan wat past.", "QID8")
        ask("Q9_1", "Welk cijfer geeft u de club? - Cijfer", "QID9_1"); ask("Q10", "Hoeveel uur per week bent u op de club?", "QID10")
        split("Ik weet wie ik kan aanspreken.|Nieuwe leden horen er snel bij.|Er is genoeg hulp voor wie iets wil doen.", part, "|")
        for (i = 1; i <= 3; i++) ask("Q11_" i, "In hoeverre bent u het eens met deze zinnen? - " part[i], "QID11_" i)
        ask("Q12", "Blijft u volgend jaar lid?", "QID12"); ask("Q13", "Hebt u nog een tip voor de gemeente?", "QID13_TEXT")
        ask("clubnr", "clubnr", "clubnr")
        for (i = 1; i <= n; i++) put(name[i])
        end_row()
        for (i = 1; i <= n; i++) put(asked[i])
        end_row()
        for (i = 1; i <= n; i++) put("{\"ImportId\":\"" import[i] "\"}")
        end_row()
        for (row = 1; row <= 310; row++) {
            when = sprintf("2026-05-%02d %02d:%02d:%02d", 1 + below(30), 8 + below(14), below(60), below(60))
            put(when); put(when); put("IP-adres"); put("192.0.2." below(255)); put(100); put(90 + below(900)); put("Waar"); put(when)
            put(sprintf("R_%06d%07d", below(999999), below(9999999)))
            put(""); put(""); put(""); put(""); put("52." below(9999)); put("6." below(9999)); put("anonymous"); put("NL")
            put(unless(2, one("Voetbal|Voetbal|Tennis of padel|Hockey|Gymnastiek en turnen|Zwemmen|Een andere sport")))
            put(unless(4, 16 + below(66)))
            put(unless(4, one("Man|Man|Vrouw|Vrouw|Vrouw|Anders|Zeg ik liever niet")))
            for (i = 0; i < 5; i++) put(unless(5, one("Heel tevreden|Heel tevreden|Tevreden|Tevreden|Neutraal|Ontevreden|Heel ontevreden")))
            for (i = 0; i < 4; i++) put(unless(5, one("1 - helemaal niet belangrijk|2|3|3|4|4|5 - heel belangrijk")))
            nothing = chance(35)
            split("Training geven|Bardienst|Vervoer naar wedstrijden|Bestuur of commissie|Onderhoud|Niets", part, "|")
            for (i = 1; i <= 6; i++) {
                ticked = i == 6 ? nothing : !nothing && chance(30)
                if (i == 5) repairs = ticked
                put(ticked ? part[i] : "")
            }
            put(repairs ? unless(40, "Ik " one("verf|maai|repareer|sjouw") " " one("de hekken|het gras|de doelen|van alles") " " one("in mei|elke week|als het nodig is")) : "")
            days = some("Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag|Weekend", 30, ",")
            put(substr(days, 1, length(days) - 1))
            put(unless(6, 4 + below(7))); put(unless(8, 1 + below(24)))
            for (i = 0; i < 3; i++) put(unless(5, one("Helemaal mee eens|Mee eens|Mee eens|Niet mee eens, niet mee oneens|Mee oneens|Helemaal mee oneens|Weet ik niet")))
            put(unless(3, one("Ja, zeker|Ja, zeker|Waarschijnlijk wel|Waarschijnlijk niet|Nee")))
            put(unless(60, one("Zorg voor|Denk aan|Help ons met") " " one("licht|parkeren|kunstgras|douches|een fietspad") " " one("bij de velden|voor de jeugd|in de winter|dit jaar nog|naast de hal") one("|!|.")))
            put(2001 + 13 * below(34))
            end_row()
        }
    }' >"$to/unseen_qualtrics.csv"
