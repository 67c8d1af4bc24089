#!/bin/sh
# src/model/embed.sh FILE... - the files as C: what model/embedded.h gives by name.
#
# The questionnaire has one place, the codebook of input/; a study that `init` makes has its bytes.
set -eu
LC_ALL=C
export LC_ALL

echo '#include "model/embedded.h"'
i=0
for file; do
    printf 'static const unsigned char file_%d[] = {\n' "$i"
    od -An -v -tu1 "$file" | sed 's/  *\([0-9]\)/\1/;s/  */,/g;s/$/,/'
    echo '0};'
    i=$((i + 1))
done
echo 'const struct wrd_embedded wrd_embedded_files[] = {'
i=0
for file; do
    printf '{ "%s", file_%d, sizeof file_%d - 1 },\n' "$(basename "$file")" "$i" "$i"
    i=$((i + 1))
done
echo '};'
printf 'const size_t wrd_n_embedded_files = %d;\n' "$i"
