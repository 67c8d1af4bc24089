#!/bin/sh
# run.sh BIN [NAME...] - the program beside numbers from outside (R; see compare.c).
#
# BIN lies where make put it: tests/reference/quantiles of `make tools` stands below it.
# Runs the designs of the golden mini data set (golden/designs.txt) and, where ../shared/data is, the samples
# of Californian schools (apistrat/designs.txt) and the real surveys of research software engineers, of
# instructors (carpentries/) and about films (starwars/); says SKIP for what is not there.  With NAMEs, only
# these designs and cases.  Results in .build/ref/.
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
# Internal figures of STUDY in int-NAME.
run() { # NAME STUDY WAVE
    "$bin" run "$2" --wave "$3" -o "$work/out-$1" --internal "$work/int-$1" --no-progress \
        > "$work/$1.log" 2>&1 && return 0
    echo "  FAILED: the program stopped; see $work/$1.log"
    tail -n 20 "$work/$1.log"
    failed=1
    return 1
}
compare() { # KIND REFERENCE INTERNAL CASE ...
    "$work/compare" "$@" || failed=1
}

golden() { # NAME
    echo "golden-$1"
    golden_study "$1" "$work/golden-$1"
    run "golden-$1" "$work/golden-$1" 2026 || return 0
    compare golden $here/golden/expected.csv "$work/int-golden-$1" "$1"
    ! grep -q "^$1," $here/golden/tests.csv ||
        compare tests $here/golden/tests.csv "$work/int-golden-$1" "$1"
    ! grep -q "^$1," $here/golden/weights.csv ||
        compare weights $here/golden/weights.csv "$work/int-golden-$1" "$1"
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
    compare apistrat $data/apistrat/ref_apistrat.csv "$work/int-$1-korn-graubard" "$1" \
        $here/apistrat/ours.csv "$work/int-$1-logit" > "$work/$1.account"
    cat "$work/$1.account"
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

# A study of ours over data that are not kept here.
survey() { # NAME DATA WAVE CASE
    echo "$1"
    cp -R "$here/$1" "$work/$1"
    cp "$data/$1/$2" "$work/$1/"
    run "$1" "$work/$1" "$3" || return 0
    compare "$1" "$data/$1/ref_$1.csv" "$work/int-$1" "$4" > "$work/$1.account"
    cat "$work/$1.account"
    account_for "$data/$1/ref_$1.csv" "$work/$1.account"
}

# A count of quality.csv beside the one of the reference.
quality() { # OUTPUT CHECK WANTED
    got=$(awk -F, -v check="$2" '$4 == check { print $7 }' "$1/quality.csv" | tr -d '\r')
    [ "$got" = "$3" ] && echo "  quality $2 $3 agrees" && return 0
    echo "  DIFFERS quality $2: got $got, want $3"
    failed=1
}
# The value of the row of REFERENCE that holds KEY.
wanted() { # REFERENCE KEY
    grep -F "$2" "$1" | sed 's/.*,"\([^"]*\)"$/\1/'
}

# Incomes are asked in the file and stand in nothing that the program writes or says.
no_incomes() { # EXPORT
    incomes='Household Income|[0-9]{2,3},[0-9]{3} - |24,999|49,999|99,999|149,999|150,000'
    if ! grep -qaE "$incomes" "$1"; then
        echo "  FAILED: the incomes that are looked for are not in the file itself"
        failed=1
    elif grep -rlaE "$incomes" "$work/out-starwars" "$work/int-starwars" "$work/starwars.log"; then
        echo "  FAILED: incomes in an output"
        failed=1
    else
        echo "  no income in any output"
    fi
}

# The same answers with the ids, of which two are there twice.
carpentries_ids() {
    cp -R "$work/carpentries" "$work/carpentries-ids"
    echo 'person;post;UniqueID;id;;Nummer;Number;;;;;' >> "$work/carpentries-ids/codebook/variables.csv"
    ! run carpentries-ids "$work/carpentries-ids" 2018 ||
        quality "$work/out-carpentries-ids/2018" duplicate \
            "$(wanted "$data/carpentries/ref_carpentries.csv" n_duplicate_values)"
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
    echo "SKIP apistrat: $data/apistrat is not here"
fi

if [ -r $data/rse/ref_rse.csv ]; then
    for wave in 2016 2017; do
        is_wanted "rse-$wave" || continue
        echo "rse-$wave"
        ! run "rse-$wave" $data/rse $wave ||
            compare rse $data/rse/ref_rse.csv "$work/int-rse-$wave" $wave
    done
else
    echo "SKIP rse: $data/rse is not here"
fi

if [ ! -r $data/starwars/ref_starwars.csv ]; then
    echo "SKIP starwars: $data/starwars is not here"
elif is_wanted starwars; then
    survey starwars StarWars.csv 2014 starwars
    quality "$work/out-starwars/2014" rows \
        "$(wanted $data/starwars/ref_starwars.csv '"shape","rows"')"
    no_incomes "$data/starwars/StarWars.csv"
fi
if [ ! -r $data/carpentries/ref_carpentries.csv ]; then
    echo "SKIP carpentries: $data/carpentries is not here"
elif is_wanted carpentries; then
    survey carpentries 20180908_post_clean.csv 2018 carpentries_post
    quality "$work/out-carpentries/2018" rows \
        "$(wanted $data/carpentries/ref_carpentries.csv '"shape","rows"')"
    carpentries_ids
fi
exit $failed
