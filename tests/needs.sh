#!/bin/sh
# Installs the Debian packages that building and testing need and that are missing.
set -eu
packages="gcc libc6-dev make pkg-config libcsv-dev libgsl-dev libyaml-dev libjansson-dev libmd-dev \
libreadstat-dev libutf8proc-dev libxml2-dev libxlsxwriter-dev libzip-dev uthash-dev libcmocka-dev scdoc unzip ${*:-}"

missing=
for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0

command -v apt-get >/dev/null || {
    echo "Please install these Debian packages (or their like):$missing" >&2
    exit 1
}
as_root=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "Please ask an administrator to run: apt-get install$missing" >&2
        exit 1
    }
    as_root=sudo
fi
echo "installing:$missing" >&2
$as_root apt-get update -qq >&2
# shellcheck disable=SC2086  # the list is meant to split
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    $missing >/dev/null
