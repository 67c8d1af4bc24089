#!/bin/bash
# tests/privacy/strace.sh BIN - what the program asks of the system: no socket, no other program, and no file
# outside the study, its output, the libraries and /proc/self; then 200 hostile studies, of which none gets
# anything opened outside, or makes the program wait, crash or write elsewhere.
#
# libxml2 seeds its tables from /dev/urandom, libxlsxwriter asks the C library for dates, which looks at the
# time zone.  strace -y gives the real path of what was opened, links followed.
set -u
LC_ALL=C
export LC_ALL
unset SOURCE_DATE_EPOCH

bin=$(realpath "${1:?usage: strace.sh BIN}")
base=$(realpath "$(dirname "$0")/../faults/base")
work=$PWD/.build/strace
failed=0
cases=0

fail() {
    echo "FAILED $*"
    failed=$((failed + 1))
}

# What was opened with success, by its real path.
opened() { # LOG
    sed -n 's/^.*open\(at2\{0,1\}\)\{0,1\}(.* = [0-9][0-9]*<\(.*\)>$/\2/p' "$1"
}

outside() { # LOG FOLDER...: what was opened that is not below one of these
    local log=$1 allowed='^(/usr/lib/|/lib/|/lib64/|/etc/ld\.so|/proc/self/|/proc/[0-9]+/|/usr/share/locale/|/sys/devices/system/cpu|/dev/urandom$|/usr/share/zoneinfo/|/etc/localtime$'
    shift
    for folder in "$@"; do
        allowed="$allowed|$(realpath "$folder" | sed 's/[.+]/\\&/g')(/|\$)"
    done
    opened "$log" | grep -vE "$allowed)"
}

traced() { # LOG ARGUMENTS...
    local log=$1
    shift
    timeout -k 5 20 strace -f -y -qq -o "$log" -s 4096 \
        -e trace=open,openat,openat2,creat,execve,execveat,network,ptrace,process_vm_readv "$bin" "$@"
}

# --- an honest study

honest() { # NAME ARGUMENTS...
    local log=$work/honest.$1.log name=$1
    shift
    traced "$log" "$@" >"$work/honest.$name.out" 2>&1 || fail "$name: exit $?"
    grep -qE '(socket|connect|bind|sendto|sendmsg|ptrace|process_vm_readv)\(' "$log" && fail "$name: it asks for a network, or another process"
    [ "$(grep -c 'execve' "$log")" = 1 ] || fail "$name: it starts another program"
    [ "$(opened "$log" | wc -l)" -gt 5 ] || fail "$name: strace saw nothing"
    local strangers
    strangers=$(outside "$log" input "$work")
    [ -z "$strangers" ] || fail "$name: opened $strangers"
}

# --- hostile studies

new_case() { # a fresh copy of an honest study, and what it must not reach
    cases=$((cases + 1))
    here=$work/hostile/$cases
    study=$here/study
    mkdir -p "$here"
    cp -R "$base" "$study"
}

# A study that is hostile in one place: what it names is a text of YAML.
name_it() { # KEY YAML
    case $1 in
    files) set -- '/files:/' '    files: { vol: ' "$2" ' }' ;;
    codebook) set -- '/^codebook:/' 'codebook: ' "$2" '' ;;
    output) set -- '/folder:/' '  folder: ' "$2" '' ;;
    wave) set -- '/- wave:/' '  - wave: ' "$2" '' ;;
    id) set -- '/^  id:/' '  id: ' "$2" '' ;;
    esac
    before=$2 to=$3 after=$4 awk "$1"' { print ENVIRON["before"] ENVIRON["to"] ENVIRON["after"]; next } { print }' \
        "$study/study.yml" >"$study/new.yml" && mv "$study/new.yml" "$study/study.yml"
}

try() { # WHAT: exit 3, 5 (a $ is one of money) or 6 (what is there is no file), no sign of the outside
    local log=$here/log status
    (cd "$here" && traced "$log" run study) >"$here/said" 2>&1 </dev/null
    status=$?
    case $status in
    3 | 5 | 6) ;;
    *) fail "$1: exit $status: $(head -n 3 "$here/said")" ;;
    esac
    local strangers
    strangers=$(outside "$log" "$here")
    [ -z "$strangers" ] || fail "$1: opened $strangers"
    grep -q 'geheim' "$here/said" && fail "$1: it tells what stands outside"
    tr -d '\n\t' <"$here/said" | grep -q '[[:cntrl:]]' && fail "$1: control characters on the screen"
    grep -qE '^(error|fout)' "$here/said" || fail "$1: it does not say what is wrong"
    [ -e "$here/output" ] && fail "$1: results were written"
}

paths() { # texts of YAML that lead elsewhere, or nowhere
    cat <<-'END'
	../secret.csv
	../../outside/secret.csv
	2026/../../../outside/secret.csv
	./../outside
	OUTSIDE/secret.csv
	OUTSIDE
	/etc/passwd
	//etc/passwd
	/dev/zero
	/dev/stdin
	/dev/tty
	/proc/self/environ
	/proc/self/mem
	/proc/self/fd/0
	"~/.ssh/id_rsa"
	"$HOME"
	"${HOME}/x"
	"$(touch x)"
	"`touch x`"
	"|cat"
	"file:///etc/passwd"
	"https://example.org/x.csv"
	".."
	"../.."
	"../../.."
	"2026/..//..//..//outside/secret.csv"
	"2026\n../../outside/secret.csv"
	"2026/\e[31mrood"
	"2026/\0secret"
	"2026/\u202Egnp.csv"
	"2026\\..\\..\\secret.csv"
	"%2e%2e/outside/secret.csv"
	"..%2foutside/secret.csv"
	""
	[a, b]
	{ a: b }
	*anchor
	!!binary aGk=
	END
    printf '"%s"\n' "$(head -c 5000 /dev/zero | tr '\0' a)" "$(printf 'a/%.0s' $(seq 3000))" \
        "$(printf '../%.0s' $(seq 40))etc/passwd"
}

things() { # WHERE: what may stand in the place of a file
    cat <<-'END'
	ln -s ../../../../outside/secret.csv
	ln -s OUTSIDE/secret.csv
	ln -s OUTSIDE
	ln -s /etc/passwd
	ln -s /dev/zero
	ln -s /dev/tty
	ln -s /proc/self/environ
	ln -s /proc/self/fd/0
	ln -s ..
	ln -s ../../..
	ln -s /
	ln -s self
	mkfifo
	mkdir
	END
    [ "$(id -u)" -ne 0 ] || echo 'mknod c 1 5'
    [ "$(id -u)" -ne 0 ] || echo 'mknod b 7 0'
}

put() { # THING PATH
    rm -rf "$2"
    # shellcheck disable=SC2086  # the words of a thing are arguments
    case $1 in
    'ln -s self') ln -s "$(basename "$2")" "$2" ;;
    'ln -s'*) $1 "$2" ;;
    mknod*) mknod "$2" ${1#mknod } 2>/dev/null || mkdir "$2" ;;
    *) $1 "$2" ;;
    esac
}

command -v strace >/dev/null || { echo "strace: without it this is skipped" && exit 0; }
rm -rf "$work"
mkdir -p "$work/outside"
cp "$base/2026/volunteers.csv" "$work/outside/secret.csv"
cp "$base"/codebook/* "$work/outside"
echo 'geheim;geheim' >>"$work/outside/secret.csv"
before=$(cat "$work"/outside/* | sha256sum)

# The eyes work: cat is seen where it should not be.
timeout 20 strace -f -y -qq -o "$work/eyes" -e trace=open,openat cat "$work/outside/secret.csv" >/dev/null
[ "$(outside "$work/eyes" input)" = "$work/outside/secret.csv" ] || fail "selftest: cat is not seen"

honest check check input -q
honest run run input -q -o "$work/out" --internal "$work/internal"
honest show show v_w1 input
honest init init "$work/new" --from input/2026/volunteers.csv -q

paths | sed "s|OUTSIDE|$work/outside|" >"$work/paths"
while read -r path; do
    for key in files codebook; do
        new_case
        name_it $key "$path"
        try "$key: $path"
    done
done <"$work/paths"
for path in ../.. ../../outside /tmp "$work/outside" '""' '"../x\n/y"' '"../a/../../.."' "'../../../..'" /dev/full '"2026/\0"'; do
    new_case
    name_it output "$path"
    try "output: $path"
done
for name in ../2026 /tmp '".."' '"."' '"a/b"' '"-o"' '""' '"a\nb"' '"\e[2J"' '".hidden"' "$(head -c 300 /dev/zero | tr '\0' w)"; do
    for key in wave id; do
        [ "$key $name" != 'id "-o"' ] || continue # an id may begin so: it is no name of a file
        new_case
        name_it $key "$name"
        try "$key: $name"
    done
done
things | sed "s|OUTSIDE|$work/outside|" >"$work/things"
while read -r thing; do
    for place in 2026/volunteers.csv codebook/variables.csv codebook/values.csv codebook/waves.csv study.yml; do
        new_case
        put "$thing" "$study/$place"
        try "$place: $thing"
    done
done <"$work/things"
for place in codebook 2026; do
    new_case
    rm -rf "${study:?}/$place"
    ln -s "$work/outside" "$study/$place"
    cp "$base/2026/volunteers.csv" "$work/outside/volunteers.csv"
    try "$place: a link to a folder"
done
rm -f "$work/outside/volunteers.csv"
for to in "$work/outside" / /tmp ../../../outside ; do
    new_case
    ln -s "$to" "$study/results"
    name_it output results
    try "output: a link to $to"
done
new_case
awk -v long="$(head -c 10001 /dev/zero | tr '\0' x)" '/^  title:/ { print "  title: { nl: " long ", en: x }"; next } { print }' \
    "$study/study.yml" >"$study/new.yml" && mv "$study/new.yml" "$study/study.yml"
try "a title of 10,001 characters"
grep -q E0167 "$here/said" || fail "a title of 10,001 characters: $(cat "$here/said")"
new_case
sed -i "2s/;Nummer van de uitnodiging;/;$(head -c 10001 /dev/zero | tr '\0' x);/" "$study/codebook/variables.csv"
try "a label of 10,001 characters"
grep -q E0327 "$here/said" || fail "a label of 10,001 characters: $(head -c 600 "$here/said")"
new_case
{ cat "$base/study.yml" && head -c 262144 /dev/zero | tr '\0' '#'; } >"$study/study.yml"
try "a study.yml of more than 256 KiB"
grep -q E0804 "$here/said" || fail "a study.yml of more than 256 KiB: $(cat "$here/said")"
new_case
{ cat "$base/codebook/values.csv" && head -c 17000000 /dev/zero | tr '\0' 'x'; } >"$study/codebook/values.csv"
try "a codebook file of more than 16 MiB"
[ "$(cat "$work"/outside/* | sha256sum)" = "$before" ] || fail "what stands outside is not what it was"
[ $cases -ge 200 ] || fail "only $cases hostile studies"
echo "strace: $cases hostile studies, $failed failed"
[ $failed -eq 0 ]
