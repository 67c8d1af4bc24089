#!/bin/bash
# SIGKILL at 50 random moments of a run: the previous set stays as it was, complete, or the new one is
# there, complete; the next run cleans up.
set -u
bin=$1
base=.build/killed
rm -rf $base
mkdir -p $base
failed=0
sums() { (cd "$1" && sha256sum -- * | sort); }

"$bin" run input --wave 2025 -o $base/want-old -q || exit 1
"$bin" run input --wave 2026 -o $base/want-new -q || exit 1
new=$(sums $base/want-new/2026)
# the old set of the same name: the run of 2026 with other formats
"$bin" run input --wave 2026 -o $base/want-old -q --only csv || exit 1
old=$(sums $base/want-old/2026)
start=$(date +%s%N)
"$bin" run input --wave 2026 -o $base/timing -q
took=$((($(date +%s%N) - start) / 1000)) # microseconds

RANDOM=2026
kept=0 replaced=0
for i in $(seq 50); do
    rm -rf $base/out
    "$bin" run input --wave 2026 -o $base/out -q --only csv || failed=1
    "$bin" run input --wave 2026 -o $base/out -q &
    pid=$!
    sleep "$(awk -v t=$took -v r=$((RANDOM * 32768 + RANDOM)) \
        'BEGIN { printf "%.6f", t * 1.05 * (r / 1073741824) / 1000000 }')"
    kill -KILL $pid 2>/dev/null
    wait $pid 2>/dev/null
    now=$(sums $base/out/2026)
    if [ "$now" = "$old" ]; then
        kept=$((kept + 1))
    elif [ "$now" = "$new" ]; then
        replaced=$((replaced + 1))
    else
        echo "kill $i: neither the old set nor the new one"
        failed=1
    fi
done
"$bin" run input --wave 2026 -o $base/out -q || failed=1
[ "$(sums $base/out/2026)" = "$new" ] || { echo "the run after the kills is not complete"; failed=1; }
left=$(find $base/out -mindepth 1 -maxdepth 1 ! -name 2026 ! -name '.2026.lock')
[ -z "$left" ] || { echo "left behind: $left"; failed=1; }
echo "killed 50 times: $kept times the old set stayed, $replaced times the new one was there"
[ $kept -gt 0 ] || failed=1
exit $failed
