#!/bin/sh
# The floors and doors of docs/ARCHITECTURE.md: a room sees itself and the floors below, each library
# has one door, only disclose can make a release.  Usage: tests/floors.sh [FOLDER OF A CHECKOUT]
set -eu
cd "${1:-.}"

awk_floors='
function floor_of(room) {
    if (room == "core") return 0
    if (room == "stats") return 1
    if (room == "model") return 2
    if (room ~ /^(read|check|weight|tabulate|disclose|write|audit)$/) return 3
    return room == "cli" ? 4 : -1
}
# the room that a public header belongs to
function room_of(header) {
    if (header ~ /^(arena|diag|decimal|staged|status)\.h$/ || header ~ /^messages\//) return "core"
    if (header == "sums.h" || header == "design.h") return "stats"
    return header == "steps.h" ? "read" : "model"
}
function bad(why) { printf "%s:%d: %s: %s\n", FILENAME, FNR, why, $0; found = 1 }
FNR == 1 { split(FILENAME, part, "/"); room = part[2]; file = room "/" part[3] }
/^#include "/ {
    split($0, quote, "\"")
    n = split(quote[2], path, "/")
    other = path[1] == "waardering" ? room_of(substr(quote[2], 12)) : path[1]
    if (quote[2] == "waardering/steps.h") {
        if (floor_of(room) < 3) bad("the steps are above this room")
    } else if (floor_of(other) < 0)
        bad("there is no such room")
    else if (other != room && floor_of(other) >= floor_of(room))
        bad("room \"" room "\" must not see room \"" other "\"")
    if (quote[2] == "model/release_body.h" && file != "model/release.c" && file != "disclose/seal.c")
        bad("only disclose/seal.c makes a release")
}
/^#include <csv\.h>/ && file !~ /^core\/(csv|version)/ { bad("the door to libcsv is core/csv.c") }
/^#include <yaml\.h>/ && file != "read/yaml.c" { bad("the door to libyaml is read/yaml.c") }
/^#include <gsl\// && room != "stats" { bad("the door to GSL is stats/") }
/^#include <jansson\.h>/ && file != "core/json.c" { bad("the door to jansson is core/json.c") }
/^#include <(sha2|sha256|md)/ && file != "core/hash.c" { bad("the door to libmd is core/hash.c") }
/^#include <readstat\.h>/ && file !~ /^(read|write)\/sav\.c$/ { bad("the doors to ReadStat are read/sav.c and write/sav.c") }
/^#include <libxml\// && file !~ /^audit\/(html|xlsx)\.c$/ { bad("the doors to libxml2 are audit/html.c and audit/xlsx.c") }
/^#include <zip\.h>/ && file != "audit/zip.c" { bad("the door to libzip is audit/zip.c") }
/^#include <xlsxwriter/ && file !~ /^(write\/xlsx\.c|core\/version\.c)$/ { bad("the door to libxlsxwriter is write/xlsx.c") }
/^#include <utf8proc\.h>/ && file !~ /^core\/utf8/ { bad("the door to utf8proc is core/utf8*.c") }
/(^|[^a-z_])(strtod|strtof|atof|setlocale|strcpy|sprintf|strtok|gets|system|popen)\(/ {
    bad("not here")
}
/(^|[^a-z_])exit\(/ && room != "cli" { bad("library code never exits") }
/(^|[^a-z_])(printf|puts|perror)\(/ && room != "cli" { bad("library code prints nothing") }
END { exit found }'

awk "$awk_floors" src/*/*.[ch]
