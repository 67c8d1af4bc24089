#!/bin/sh
# tests/init/run.sh BIN - `waardering init` as it is called: the standard study, what it refuses, and
# that the survey it makes and the codebook beside it are of one questionnaire.
set -u
LC_ALL=C
export LC_ALL

bin=${1:?usage: run.sh BIN}
work=.build/init
failed=0
cases=0

holds() { # SENTENCE COMMAND...
    sentence=$1
    shift
    cases=$((cases + 1))
    "$@" >"$work/said" 2>&1 && return
    echo "FAILED $sentence: $(head -n 5 "$work/said")"
    failed=$((failed + 1))
}

exits() { # EXIT CODE ARGUMENTS...: exit code, and a message (or -)
    wanted=$1 code=$2
    shift 2
    "$bin" --lang=en --no-progress "$@" >"$work/out" 2>&1
    got=$?
    cat "$work/out"
    [ "$got" = "$wanted" ] && { [ "$code" = - ] || grep -qF "[$code]" "$work/out"; }
}

same() { # COMMAND: prints nothing
    printed=$(eval "$1")
    printf '%s\n' "$printed"
    [ -z "$printed" ]
}

# The export that LimeSurvey would give of the survey: a row in which everybody gives the first answer.
answers_of() { # SURVEY ROWS
    tr -d '\r' <"$1" | awk -F'\t' -v rows="$2" '
        function add(column, answer) { n++; head[n] = column; cell[n] = answer }
        $7 != "nl" { next }
        $1 == "Q" { question = $3; type = $2 }
        $1 == "Q" && type == "N" { add(question, $14) }
        $1 == "Q" && type ~ /[ST]/ { add(question, type == "S" ? "nr" : "") }
        $1 == "Q" && type == "L" { add(question, "") }
        $1 == "SQ" { add(question "[" $3 "]", type == "M" ? "Y" : ""); if (type == "F") grid[n] = question }
        $1 == "SQ" && type == "M" && $5 ~ /^(geen|nergens|niets|ik merk)/ { cell[n] = "" }
        $1 == "A" && !(question in first) { first[question] = $3 }
        END {
            for (i = 1; i <= n; i++) printf "%s\"%s\"", (i > 1 ? "," : ""), head[i]
            print ""
            for (row = 1; row <= rows; row++) {
                for (i = 1; i <= n; i++) {
                    answer = cell[i]
                    if (i in grid) answer = first[grid[i]]
                    else if (head[i] in first) answer = first[head[i]]
                    if (answer == "nr") answer = 1000 + row
                    printf "%s%s", (i > 1 ? "," : ""), answer
                }
                print ""
            }
        }'
}

rm -rf "$work"
mkdir -p "$work"
study=$work/study

# --- the standard questionnaire
holds "a new study is made" exits 0 - init "$study"
holds "nobody else may read it" same "find $study ! -perm -u=r -o -perm /077"
holds "check says that there are no answers yet" exits 0 W0922 check "$study"
holds "and nothing else is wrong" same "sed 's/\[W0922\]//' $work/out | grep -E '^(warning|error)\['"
holds "a run stops without answers" exits 3 E0923 run "$study"
for file in variables scales indicators; do
    holds "$file.csv is that of the example" cmp "$study/codebook/$file.csv" "input/codebook/$file.csv"
done
holds "of the answers only codes that LimeSurvey would cut differ" same \
    "diff $study/codebook/values.csv input/codebook/values.csv | grep '^[<>]' | grep -v district4"
holds "the comments are in the language that was asked for" exits 0 - init "$work/nl" --lang=nl
holds "and in that language alone" same "grep -hn 'How to begin\|{{\|#nl\|#en' $work/nl/study.yml"
holds "the questionnaires ask nothing of another file" same \
    "grep -lE 'src=|href=|url\(|@import|<script' $study/survey/*.html"
holds "every question is on paper" same \
    "grep -hoE ';(vol|org|vol org);[^;]*;[a-z]*;[^;]*;[^;]*' $study/codebook/variables.csv | cut -d';' -f6 |
     while read -r text; do grep -qF \"\$text\" $study/survey/questionnaire.*.nl.html || echo \"\$text\"; done"
holds "no code of an answer is too long for LimeSurvey" same \
    "awk -F'\t' '\$1 == \"A\" && length(\$3) > 5 || \$1 ~ /Q/ && length(\$3) > 20' $study/survey/*.txt"
holds "every row of the survey has 15 cells" same "awk -F'\t' 'NF != 15' $study/survey/limesurvey.*.txt"

mkdir "$study/2026"
answers_of "$study/survey/limesurvey.volunteers.txt" 30 >"$study/2026/volunteers.csv"
answers_of "$study/survey/limesurvey.organisations.txt" 30 >"$study/2026/organisations.csv"
sed -i '/^# waves:/,/^#     mode/s/^# //' "$study/study.yml"
holds "answers to that survey are read by that codebook" exits 0 - check "$study"
holds "every one of them" grep -c "30 rows = 30 used + 0 empty" "$work/out"
holds "and no answer is unknown" same "grep -E '^(warning|error)\[.02' $work/out"

# --- what is refused
mkdir "$work/full" && echo mine >"$work/full/file"
holds "a folder that is not empty" exits 2 E0920 init "$work/full"
holds "keeps what it holds" grep -qx mine "$work/full/file"
holds "and gets nothing more" same "find $work/full -mindepth 1 ! -name file"
holds "a file in the place of the folder" exits 6 E0806 init "$work/full/file"
holds "a folder that cannot be made" exits 6 E0806 init "$work/no/such/folder"
holds "no folder at all" exits 2 E0921 init
mkdir "$work/empty"
holds "an empty folder will do" exits 0 - init "$work/empty"

echo "init: $cases cases, $failed failed"
[ "$failed" -eq 0 ]
