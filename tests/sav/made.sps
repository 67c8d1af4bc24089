* A file as an office has it: value labels, missing values and ranges, dates, boxes, names of people.
DATA LIST LIST /Id (F8) V1 (F2) V2 (F3) Tevreden (F1) Leeftijd (F3) Postcode (A6) Email (A30)
  gesl (A1) Datum (EDATE10) q5_1 q5_2 q5_3 (F1) wt (F8.3) @1_vraag (F1) Uren (F5.1).
BEGIN DATA
1 1 1 1 34 "1234AB" "a@b.nl" "m" 01.03.2026 1 . . 1.25 1 2.5
2 2 2 2 41 "1234AC" "c@b.nl" "v" 02.03.2026 . 1 . 0.75 2 3.2
3 5 3 9 52 "1234AD" "d@b.nl" "v" 03.03.2026 1 1 . 1 1 999
4 8 97 3 999 "1234AE" "e@b.nl" "x" 29.02.2024 . . 1 1 2 4
5 9 5 5 29 "1234AF" "f@b.nl" "m" 05.03.2026 . . . 1 1 0.1
6 -1 4 4 61 "1234AG" "g@b.nl" "m" . 1 . . 1 2 .
END DATA.
VARIABLE LABELS V1 'Ik voel mij welkom' /V2 'Nog een stelling' /Tevreden 'Hoe tevreden bent u?'
  /q5_1 'Wat doet u? - besturen' /q5_2 'Wat doet u? - rijden' /q5_3 'Wat doet u? - koken'
  /gesl 'Geslacht' /Uren 'Uren per week'.
VALUE LABELS V1 1 'helemaal mee oneens' 2 'mee oneens' 3 'niet mee eens, niet mee oneens'
    4 'mee eens' 5 'helemaal mee eens' 8 'Weet niet' 9 'N.v.t.' -1 'Weigert'
  /V2 1 'zeer mee eens' 2 'mee eens' 3 'neutraal' 4 'mee oneens' 5 'zeer mee oneens' 97 'Iets anders mis'
  /Tevreden 1 'zeer ontevreden' 5 'zeer tevreden' 9 'weet niet'
  /gesl 'm' 'man' 'v' 'vrouw' /q5_1 1 'besturen' /q5_2 1 'rijden' /q5_3 1 'koken'
  /@1_vraag 1 'ja' 2 'nee'.
MISSING VALUES V1 (8,9,-1) /V2 (90 THRU 99) /Leeftijd Uren (999).
VARIABLE LEVEL V1 V2 Tevreden (ORDINAL) /Leeftijd Uren (SCALE).
WEIGHT BY wt.
FILE LABEL 'Onderzoek vrijwilligers 2026'.
SAVE OUTFILE='made.sav'.
