#!/bin/bash
# Runs the tests and ends with one summary.
#   tests/run.sh quick          everything that needs no browser, no network and no R
#   tests/run.sh slow           the rest: sanitizers, valgrind, 200 attacked studies, kills
#   tests/run.sh units VARIANT  the unit tests of one variant (san, cov)
#   tests/run.sh reference      every estimate beside numbers from outside, as far as that needs no R
set -u
shopt -s nullglob
failed=()
mkdir -p .build/tests

step() { # NAME COMMAND...
    local name=$1 start=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    "$@" || { failed+=("$name"); printf '** failed: %s\n' "$name"; }
    printf '   (%s s)\n' $((SECONDS - start))
}

# Prints what is not "OK" and sums up every module in cmocka's own words.
units() { # VARIANT
    local passed=0 lost=0 skipped=0 log
    for test in .build/"$1"/tests/unit/test_*; do
        [ -x "$test" ] && [ -f "$test" ] || continue
        case $test in *.o | *.d) continue ;; esac
        log=.build/tests/$(basename "$test").$1.log
        "$test" >"$log" 2>&1
        local status=$?
        grep -aE '^\[ *(FAILED|ERROR) *\]|\[ *SKIPPED *\]' "$log" | sort -u
        if [ $status -ne 0 ]; then
            cat "$log"
            lost=$((lost + 1))
        fi
        passed=$((passed + $(grep -acE '^\[ +OK \]' "$log")))
        skipped=$((skipped + $(grep -acE '^\[  SKIPPED \] [a-z]' "$log")))
    done
    printf '%s: %d passed, %d modules failed, %d skipped\n' "$1" $passed $lost $skipped
    [ $lost -eq 0 ]
}

# The whole account goes to a log: it lists what the references hold and we do not compute yet.
reference() { # BIN
    tests/reference/run.sh "$1" >.build/tests/reference.log 2>&1
    local status=$?
    grep -E ' agree($| to )|SKIP|DIFFERS|quality|income|accounted|covered|^(golden|api|rse|bfi|starwars|carpentries|all cases)' .build/tests/reference.log
    [ $status -eq 0 ] || tail -n 40 .build/tests/reference.log
    echo "  the whole account: .build/tests/reference.log"
    return $status
}

references() { # BIN
    step "reference values" reference "$1"
    step "60 random designs beside R's numbers" tests/reference/random/run.sh "$1"
    step "what may not change a figure" tests/reference/invariances.sh "$1"
}

# cmocka's summary closes the output: the module of the whole pipeline is run last, in full.
summary() {
    "$1"/tests/unit/test_pipeline 2>&1
}

case ${1:-quick} in
units)
    units "$2"
    exit
    ;;
reference)
    references .build/debug/waardering
    [ ${#failed[@]} -eq 0 ]
    exit
    ;;
quick)
    step "floors and doors" tests/floors_selftest.sh
    step "unit tests" units debug
    step "corpus of the fuzz targets" tests/fuzz/run.sh replay debug
    step "wrong input (tests/faults)" tests/faults/run.sh .build/debug/waardering
    step "SPSS files (tests/sav)" tests/sav/run.sh .build/debug/waardering
    step "money in what people have (tests/money)" tests/money/run.sh .build/debug/waardering
    step "explain (tests/explain)" tests/explain/run.sh .build/debug/waardering
    step "init (tests/init)" tests/init/run.sh .build/debug/waardering
    step "man pages and completion" tests/man/run.sh .build/debug
    step "example study" tests/golden/run.sh .build/debug/waardering
    step "200 canaries (tests/privacy)" tests/privacy/canaries.sh .build/debug/waardering
    step "workbook beside results.csv (tests/workbook)" tests/workbook/run.sh .build/debug/waardering
    references .build/debug/waardering
    step "attacker can find" tests/attack/selftest.sh
    step "attack on the example" tests/attack/run.sh .build/debug/waardering 5
    ;;
esac
if [ "${1:-quick}" = slow ]; then
    step "unit tests under ASan and UBSan" units san
    MONEY_STRINGS=1000000 step "a million texts about money in disguise" \
        .build/debug/tests/unit/test_money_disguises
    step "corpus of the fuzz targets under ASan and UBSan" tests/fuzz/run.sh replay san
    step "wrong input under ASan and UBSan" tests/faults/run.sh .build/san/waardering
    SAV_MANGLED=300 step "SPSS files under ASan and UBSan" tests/sav/run.sh .build/san/waardering
    tests/needs.sh pspp || echo "without PSPP: the step below is skipped"
    step "SPSS files beside PSPP" tests/sav/pspp.sh .build/debug/waardering
    step "example under ASan and UBSan" tests/golden/run.sh .build/san/waardering
    step "example is what its generator writes" tests/tools/example.sh
    tests/needs.sh strace libxml2-utils || echo "without strace or xmllint: their steps are skipped"
    step "no network, nothing outside, hostile studies" tests/privacy/strace.sh .build/release/waardering
    step "injection in every label" tests/privacy/injection.sh .build/release/waardering
    step "200 canaries, release" tests/privacy/canaries.sh .build/release/waardering
    step "attack on 200 generated studies" tests/attack/run.sh .build/release/waardering 200
    step "attack on 100 studies with a design" tests/attack/run.sh .build/release/waardering 100 1001
    for seed in 119 488 526 630; do # each once showed a hidden count, or ran without end
        step "attack on study $seed" tests/attack/run.sh .build/release/waardering 1 $seed
    done
    tests/needs.sh r-base-core r-cran-survey r-cran-mass ||
        echo "without R: the step below is skipped"
    step "500 random designs beside R" tests/reference/with_R.sh .build/release/waardering
    step "1,000 random tests between groups beside R" tests/reference/ranks/run.sh .build/release/waardering
    step "what is named in 2,000 surveys" .build/release/tests/reference/naming 2000
    step "workbook as LibreOffice reads it" tests/workbook/run.sh .build/release/waardering libre
    step "same bytes everywhere" tests/same_bytes.sh .build/release/waardering
    step "killed at 50 moments" tests/killed.sh .build/release/waardering
    command -v clang >/dev/null && step "fuzz smoke" make -s fuzz FUZZ_SECONDS=5
    command -v valgrind >/dev/null &&
        step "valgrind" valgrind -q --error-exitcode=9 --leak-check=full \
            .build/debug/waardering run tests/small -o .build/tests/valgrind -q
fi
if [ ${#failed[@]} -gt 0 ]; then
    printf '\nFAILED: %s\n' "${failed[@]}"
    summary .build/debug
    exit 1
fi
printf '\n== the whole pipeline\n'
summary .build/debug
