#!/bin/sh
# The fuzz targets, one after the other, from the corpus in the tree and what earlier runs added to it.
#   tests/fuzz/run.sh seconds N [TARGET...]   each for N seconds
#   tests/fuzz/run.sh runs N [TARGET...]      each until it has had N inputs in all, over several calls
#   tests/fuzz/run.sh counts                  how many inputs each has had
#   tests/fuzz/run.sh merge [TARGET...]       the corpus in the tree anew: what is there by name, and the
#                                             few inputs that reach most of the code
#   tests/fuzz/run.sh replay VARIANT          every input of the corpus once, without clang
# TARGET is a name without fuzz_.  Corpus, counts and findings are in .build/fuzz/.
set -eu
mode=${1:?usage: run.sh seconds N, runs N, counts, merge or replay VARIANT}
shift
amount=
case $mode in
seconds | runs | replay) amount=$1 && shift ;;
esac
here=$(dirname "$0")
work=.build/fuzz
# Freed memory is kept for a moment only, and reports name two callers: four times as many runs.
ASAN_OPTIONS=quarantine_size_mb=4:malloc_context_size=2${ASAN_OPTIONS:+:$ASAN_OPTIONS}
export ASAN_OPTIONS

all() {
    for source in "$here"/fuzz_*.c; do
        name=${source##*/fuzz_}
        echo "${name%.c}"
    done
}

# Longer inputs only cost time: what these files are made of is shorter.
most_bytes() { # TARGET
    case $1 in
    number) echo 64 ;;
    sav) echo 8192 ;;
    study | yaml) echo 2048 ;;
    *) echo 1024 ;;
    esac
}

# Inputs that are in the tree already for another reason.
copy_seeds() { # TARGET FOLDER
    case $1 in
    csv) cp "$here"/../presets/*.csv "$here"/codebook/*.csv "$2" ;;
    yaml | study) cp input/study.yml "$2" ;;
    guess) cp "$here"/../presets/*.csv "$2" ;;
    esac
}

target() { # TARGET OPTIONS...: the status of the run; its log in $work/TARGET.log
    name=$1
    shift
    mkdir -p "$work/corpus/$name" "$work/seeds/$name" "$work/found"
    copy_seeds "$name" "$work/seeds/$name"
    dict=$here/$name.dict
    [ ! -f "$dict" ] || set -- "$@" "-dict=$dict"
    "$work/tests/fuzz/fuzz_$name" "$@" -entropic=0 -max_len="$(most_bytes "$name")" \
        -artifact_prefix="$work/found/$name-" -print_final_stats=1 \
        "$work/corpus/$name" "$here/corpus/fuzz_$name" "$work/seeds/$name" >"$work/$name.log" 2>&1
}

findings() { # TARGET
    grep -E 'SUMMARY|ERROR|demand:' "$work/$1.log" || true
}

# The same way every time, as far as the seconds go: a check that comes and goes tells nothing of a change.
for_seconds() { # TARGET SECONDS
    target "$1" -max_total_time="$2" -seed=1 || true
    echo "$1: $(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$1.log") runs"
    findings "$1"
}

done_of() { # TARGET
    cat "$work/runs/$1" 2>/dev/null || echo 0
}

# In pieces, so that a run that is stopped has lost no more than a piece.
to_count() { # TARGET COUNT
    mkdir -p "$work/runs"
    while had=$(done_of "$1") && [ "$had" -lt "$2" ]; do
        piece=$(($2 - had < 200000 ? $2 - had : 200000))
        target "$1" -runs="$piece" || break
        echo $((had + piece)) >"$work/runs/$1"
    done
    echo "$1: $(done_of "$1") runs"
    findings "$1"
}

# Of the fewest inputs that reach all that any of them reaches the first ones, which reach most of it.
merge() { # TARGET
    rm -rf "$work/merged/$1"
    mkdir -p "$work/merged/$1" "$work/corpus/$1"
    "$work/tests/fuzz/fuzz_$1" -set_cover_merge=1 -use_counters=0 -max_len="$(most_bytes "$1")" \
        "$work/merged/$1" "$here/corpus/fuzz_$1" "$work/corpus/$1" >"$work/$1.log" 2>&1
    for input in "$here/corpus/fuzz_$1"/*; do
        case ${input##*/} in
        ????????????????????????????????????????) rm "$input" ;; # of an earlier merge
        esac
    done
    # shellcheck disable=SC2012  # they are named by their hash
    ls -tr "$work/merged/$1" | head -n 16 | while read -r input; do
        cp "$work/merged/$1/$input" "$here/corpus/fuzz_$1"
    done
}

replay() { # VARIANT
    for target in .build/"$1"/tests/fuzz/fuzz_*; do
        case $target in *.o | *.d) continue ;; esac
        "$target" "$here/corpus/${target##*/}"
    done
}

case $mode in
replay)
    replay "$amount"
    exit
    ;;
counts)
    for name in $(all); do
        echo "$name: $(done_of "$name")"
    done
    exit
    ;;
seconds) each=for_seconds ;;
runs) each=to_count ;;
merge) each=merge ;;
*) echo "run.sh: seconds, runs, counts, merge or replay, not '$mode'" && exit 2 ;;
esac
# shellcheck disable=SC2046  # names without spaces
[ $# -gt 0 ] || set -- $(all)
for name; do
    $each "$name" $amount
done
[ -z "$(ls $work/found 2>/dev/null)" ] || { echo "found: $(ls $work/found)" && exit 1; }
