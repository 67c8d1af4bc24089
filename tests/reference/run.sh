#!/bin/sh
# run.sh BIN [NAME...] - the program beside numbers from outside (R; see compare.c).
#
# BIN lies where make put it: tests/reference/quantiles of `make tools` stands below it.
# Runs the designs of the golden mini data set (golden/designs.txt) and, where ../shared/data is, the samples
# of Californian schools (apistrat/designs.txt) and the real surveys of research software engineers (rse/), of
# people about themselves (bfi/), of instructors (carpentries/) and about films (starwars/), of which init makes the studies; says SKIP for what is
# not there.  With NAMEs, only these designs and cases.  Results in .build/ref/.
# At the end what was compared in all, by case and method, and what was not, by reason; reliability.R made what
# R gives for scales under our rules.
# Exit 0 when every value that was compared agrees and every row of the references is accounted for.
set -eu
cd "$(dirname "$0")/../.."
bin=${1:?use: tests/reference/run.sh BIN [NAME...]}
shift
only="$*"
here=tests/reference
work=.build/ref
data=../shared/data
failed=0

. $here/studies.sh
rm -rf "$work"
mkdir -p "$work"
${CC:-cc} -std=c11 -D_GNU_SOURCE -O1 -Wall -Wextra -o "$work/compare" $here/compare.c $here/parts/*.c -lm

is_wanted() { # NAME
    case " $only " in
    "  " | *" $1 "*) return 0 ;;
    esac
    return 1
}
skip() { # CASE
    echo "SKIP $1: $data/$1 is not here"
    touch "$work/skipped"
}
# Internal figures of STUDY in int-NAME.
run() { # NAME STUDY WAVE
    "$bin" run "$2" --wave "$3" -o "$work/out-$1" --internal "$work/int-$1" --no-progress \
        > "$work/$1.log" 2>&1 && return 0
    echo "  FAILED: the program stopped; see $work/$1.log"
    tail -n 20 "$work/$1.log"
    failed=1
    return 1
}
# What was compared is kept in NAME.account too, for the total.
compare() { # NAME KIND REFERENCE INTERNAL CASE ...
    account=$work/$1.account
    shift
    "$work/compare" "$@" > "$account" || failed=1
    cat "$account"
}

golden() { # NAME
    echo "golden-$1"
    golden_study "$1" "$work/golden-$1"
    run "golden-$1" "$work/golden-$1" 2026 || return 0
    compare "golden-$1" golden $here/golden/expected.csv "$work/int-golden-$1" "$1"
    ! grep -q "^$1," $here/golden/tests.csv ||
        compare "golden-$1-tests" tests $here/golden/tests.csv "$work/int-golden-$1" "$1"
    ! grep -q "^$1," $here/golden/weights.csv ||
        compare "golden-$1-weights" weights $here/golden/weights.csv "$work/int-golden-$1" "$1"
    ! grep -q "^$1," $here/golden/scales.csv ||
        compare "golden-$1-scales" golden-scales $here/golden/scales.csv "$work/int-golden-$1" "$1"
}

apistrat() { # CASE DATA WEIGHTS DESIGN QUANTILES
    echo "$1"
    for interval in korn-graubard logit; do
        study=$work/$1-$interval
        cp -R $here/apistrat "$study"
        cp "$data/apistrat/$2.csv" "$study/"
        fill "$study/study.yml" "$1" "$3" "$4" $interval "$2"
        run "$1-$interval" "$study" 2000 || return 0
    done
    # shellcheck disable=SC2086  # the columns are meant to split
    [ -z "$5" ] || "$(dirname "$bin")/tests/reference/quantiles" "$data/apistrat/$2.csv" $5 \
        > "$work/int-$1-korn-graubard/quantiles.csv" || failed=1
    compare "$1" apistrat $data/apistrat/ref_apistrat.csv "$work/int-$1-korn-graubard" "$1" \
        $here/apistrat/ours.csv "$work/int-$1-logit"
}

# All rows of the reference were compared, or left out for a reason.
account_for() { # REFERENCE ACCOUNT...
    file=$1
    shift
    rows=$(($(wc -l < "$file") - 1))
    seen=$(cat "$@" | awk '/ compared, / { n += $2 } /^  not compared: / { n += $3 } END { print n }')
    echo "  $seen of $rows rows of $(basename "$file") are accounted for"
    [ "$seen" -eq "$rows" ] || failed=1
}

# A study of a file that is not kept here, beside its reference.
survey() { # NAME WAVE CASE
    run "$1" "$work/$1" "$2" || return 1
    compare "$1" "$1" "$data/$1/ref_$1.csv" "$work/int-$1" "$3" $here/reliability.csv
    account_for "$data/$1/ref_$1.csv" "$work/$1.account"
}
# Of which init makes the study, and the analyst confirms it.
made_survey() { # NAME DATA WAVE CASE
    echo "$1"
    if ! $here/confirm.sh "$bin" "$data/$1/$2" "$here/$1/confirm.txt" "$work/$1"; then
        failed=1
        return 0
    fi
    survey "$1" "$3" "$4" || return 0
    for check in empty set-aside duplicate; do
        quality "$work/out-$1/$3" $check 0
    done
    quality "$work/out-$1/$3" used "$(wanted "$data/$1/ref_$1.csv" '"shape","rows"')"
}

# The survey of research software engineers as it was handed over, with a third scale, in one country and year.
rse() { # COUNTRY, as 2017_uk
    study=$work/rse_$1
    echo "rse_$1"
    cp -R $data/rse "$study"
    chmod -R u+w "$study"
    for item in 1 2 3 4; do
        echo "emp$item,rse,percEmp$item,single,agree5,Werk vinden ($item),Finding work ($item),outcome,employability,"
    done >> "$study/codebook/variables.csv"
    sed -i 's/,[0-9]$/,/' "$study/codebook/scales.csv" # at least half of the items
    echo 'employability,Werk vinden,Finding work,,' >> "$study/codebook/scales.csv"
    case $1 in
    *_uk) ;;
    *) # another country in the place of 2017
        echo 'wave,name,column,code,was_code,comparable,note::nl,note::en' > "$study/codebook/waves.csv"
        sed -i -e "s/rse2017_uk/rse$1/" -e '/wave: 2016/,/fieldwork/d' "$study/study.yml"
        ;;
    esac
    awk -F, -v OFS=, -v only="$1" '$1 == only || (only == "2017_uk" && $1 == "2016_uk") {
        print substr($1, 1, 4), $2, $3, $4, $5, "yes,," }' $here/rse/columns.csv >> "$study/codebook/waves.csv"
    run "rse_$1" "$study" "${1%_*}" || return 0
    compare "rse_$1" rse $data/rse/ref_rse.csv "$work/int-rse_$1" "$1" $here/reliability.csv
}

# A count of quality.csv beside the one of the reference.
quality() { # OUTPUT CHECK WANTED
    got=$(awk -F, -v check="$2" '$4 == check && $5 == "" { print $7 }' "$1/quality.csv" | tr -d '\r')
    [ "$got" = "$3" ] && echo "  quality $2 $3 agrees" && return 0
    echo "  DIFFERS quality $2: got $got, want $3"
    failed=1
}
# The value of the row of REFERENCE that holds KEY.
wanted() { # REFERENCE KEY
    grep -F "$2" "$1" | sed 's/.*,"\([^"]*\)"$/\1/'
}

# Who gave no answer, by kind and variable, wherever the reference says it.
# Reads lines `kind,variable,count`; of 1 to 4 quality.csv says <5.
missing() { # OUTPUT
    awk -F, '
        { sub(/\r$/, "") }
        NR == FNR { got[$4, $5] = $7; if ($4 == "valid") known[$5] = 1; next }
        {
            n++
            have = ($1, $2) in got ? got[$1, $2] : $2 in known ? "0" : "nothing"
            if (have == $3 || (have == "<5" && $3 > 0 && $3 < 5)) agree++
            else print "  DIFFERS quality " $1 " " $2 ": got " have ", want " $3
        }
        END { print "  quality: " agree + 0 " of " n + 0 " counts of missing answers agree"; exit !(n > 0 && agree == n) }
    ' "$1/quality.csv" - || failed=1
}
# The rows of the codebook stand in the order of the columns; films are six of them, an income is none.
starwars_missing() {
    awk -F'[;,]' -v rows="$(wanted $data/starwars/ref_starwars.csv '"shape","rows"')" '
        NR == FNR {
            row = FNR - 1
            if (row == 4) films = $1
            else name[row < 4 ? row : row < 31 ? row + 5 : row + 6] = $1
            next
        }
        { gsub(/"/, "") }
        $2 == "multi" && $3 == "seen_any_of_6" { print "not_asked," films "," rows - $7 }
        $2 == "col" && !($3 in name) { next }
        $6 == "n_blank" { print "empty," name[$3] "," $7 }
        $5 == "Unfamiliar (N/A)" { print "dont_know," name[$3] "," $7 }
    ' "$work/starwars/codebook/variables.csv" $data/starwars/ref_starwars.csv
}
# init writes the names of the file in small letters; the id was taken out.
carpentries_missing() {
    awk -F, '/"n_missing"/ { gsub(/"/, ""); print "empty," tolower($3) "," $7 }' \
        $data/carpentries/ref_carpentries.csv
}

# Incomes are asked in the file and stand in nothing that the program writes or says.
no_incomes() { # EXPORT
    incomes='Household Income|[0-9]{2,3},[0-9]{3} - |24,999|49,999|99,999|149,999|150,000'
    if ! grep -qaE "$incomes" "$1"; then
        echo "  FAILED: the incomes that are looked for are not in the file itself"
        failed=1
    elif grep -rlaE "$incomes" "$work/out-starwars" "$work/int-starwars" "$work/starwars.log" \
        "$work/starwars.check" "$work/starwars/study.yml" "$work/starwars/codebook"; then
        echo "  FAILED: incomes in an output"
        failed=1
    else
        echo "  no income in any output"
    fi
}

# The same answers with the ids, of which two are there twice and many are blank.
carpentries_ids() {
    if ! $here/confirm.sh "$bin" $data/carpentries/20180908_post_clean.csv $here/carpentries/confirm.txt \
        "$work/carpentries-ids" uniqueid; then
        failed=1
        return 0
    fi
    run carpentries-ids "$work/carpentries-ids" 2018 || return 0
    reference=$data/carpentries/ref_carpentries.csv
    twice=$(wanted $reference n_duplicate_values)
    quality "$work/out-carpentries-ids/2018" duplicate "$twice"
    quality "$work/out-carpentries-ids/2018" used $(($(wanted $reference '"shape","rows"') - twice))
    echo "empty,uniqueid,$(wanted $reference '"UniqueID","","","n_blank"')" |
        missing "$work/out-carpentries-ids/2018"
}

for name in $(designs $here/golden/designs.txt | cut -d '|' -f 1 | grep -v bootstrap); do
    ! is_wanted "$name" || golden "$name"
done

if [ -r $data/apistrat/ref_apistrat.csv ]; then
    designs $here/apistrat/designs.txt > "$work/apistrat.txt"
    while IFS='|' read -r name file weights design columns; do
        ! is_wanted "$name" || apistrat "$name" "$file" "$weights" "$design" "$columns"
    done < "$work/apistrat.txt"
    [ -n "$only" ] || account_for $data/apistrat/ref_apistrat.csv "$work"/api*.account
else
    skip apistrat
fi

if [ -r $data/rse/ref_rse.csv ]; then
    for country in 2016_uk 2017_uk 2017_nl 2017_zaf; do
        ! is_wanted "rse_$country" || rse "$country"
    done
    [ -n "$only" ] || account_for $data/rse/ref_rse.csv "$work"/rse_*.account
else
    skip rse
fi

if [ ! -r $data/bfi/ref_bfi.csv ]; then
    skip bfi
elif is_wanted bfi; then
    echo bfi
    cp -R $here/bfi "$work/bfi"
    cp $data/bfi/bfi.csv "$work/bfi/"
    survey bfi 2010 bfi || true
fi
if [ ! -r $data/starwars/ref_starwars.csv ]; then
    skip starwars
elif is_wanted starwars; then
    made_survey starwars StarWars.csv 2014 starwars
    quality "$work/out-starwars/2014" rows \
        "$(wanted $data/starwars/ref_starwars.csv '"shape","rows"')"
    starwars_missing | missing "$work/out-starwars/2014"
    no_incomes "$data/starwars/StarWars.csv"
fi
if [ ! -r $data/carpentries/ref_carpentries.csv ]; then
    skip carpentries
elif is_wanted carpentries; then
    made_survey carpentries 20180908_post_clean.csv 2018 carpentries_post
    quality "$work/out-carpentries/2018" rows \
        "$(wanted $data/carpentries/ref_carpentries.csv '"shape","rows"')"
    carpentries_missing | missing "$work/out-carpentries/2018"
    carpentries_ids
fi

# How much was compared, a line a case and method, and what was not, a line a reason; with all cases there are
# at least 3,500 values that the methods cover.
least=3500
[ -z "$only" ] && ! [ -e "$work/skipped" ] || least=0
echo "all cases"
awk -v least="$least" -f $here/total.awk "$work"/*.account || failed=1
exit $failed
