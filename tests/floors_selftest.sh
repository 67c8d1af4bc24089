#!/bin/sh
# The floor check must be able to fail: adds one forbidden line at a time to a copy and expects a
# complaint each time.
set -eu
copy=.build/floors
failed=0

expect_complaint() { # FILE LINE
    rm -rf $copy
    mkdir -p $copy
    cp -R src include $copy
    printf '%s\n' "$2" >>$copy/"$1"
    if tests/floors.sh $copy >/dev/null; then
        echo "not noticed: $2 in $1"
        failed=1
    fi
}

tests/floors.sh
expect_complaint src/core/text.c '#include "model/words.h"'
expect_complaint src/stats/dist.c '#include "waardering/codebook.h"'
expect_complaint src/read/yaml.c '#include "check/rules.h"'
expect_complaint src/write/markdown.c '#include "disclose/guard.h"'
expect_complaint src/write/results.c '#include "model/release_body.h"'
expect_complaint src/model/table.c '#include "waardering/steps.h"'
expect_complaint src/tabulate/tally.c '#include <gsl/gsl_cdf.h>'
expect_complaint src/read/answers.c '#include <csv.h>'
expect_complaint src/write/results.c '#include <readstat.h>'
expect_complaint src/audit/money.c '#include <libxml/tree.h>'
expect_complaint src/audit/money.c '#include <zip.h>'
expect_complaint src/write/markdown.c '#include <xlsxwriter.h>'
expect_complaint src/audit/money.c '#include "write/set.h"'
expect_complaint src/write/html_text.c 'static double d(const char *t) { return strtod(t, 0); }'
expect_complaint src/check/rules.c 'static void e(void) { exit(1); }'
rm -rf $copy
exit $failed
