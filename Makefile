# waardering.  The targets an analyst or a developer needs:
#   make run       installs what is missing, builds, runs the example study, says what to open
#   make test      installs what is missing, then all tests that need no browser, no network, no R
#   make check     make test and the slower rest: sanitizers, valgrind, attack, R itself, kills
#   make install   PREFIX=/usr/local DESTDIR=
# Everything is built in .build/VARIANT (VARIANT=debug, release, san, cov or fuzz).
VARIANT ?= debug
VERSION := 0.3.0
BUILD := .build/$(VARIANT)
PREFIX ?= /usr/local
DESTDIR ?=
FUZZ_SECONDS ?= 20

WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wcast-qual \
        -Wwrite-strings -Wformat=2 -Wundef -Wvla -Werror=implicit-function-declaration
CFLAGS_debug := -O0 -g
CFLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
CFLAGS_san := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS_cov := -O0 -g --coverage
CFLAGS_fuzz := -O2 -g -DWRD_SMALL -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-coverage=trace-cmp
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -ffp-contract=off $(WARN) -Iinclude -Isrc -Itests -MMD -MP \
             $(CFLAGS_$(VARIANT)) $(CFLAGS)
LDLIBS := -lcsv -lxml2 -lxlsxwriter -lzip -lreadstat -lyaml -ljansson -lmd -lutf8proc -lgsl -lgslcblas -lm

LIB_SRC := $(filter-out src/cli/%,$(wildcard src/*/*.c))
CLI_SRC := $(wildcard src/cli/*.c)
UNIT_SRC := $(wildcard tests/unit/*.c)
SUPPORT_SRC := $(wildcard tests/support/*.c)
TOOL_SRC := $(wildcard tests/tools/*.c tests/attack/*.c tests/reference/*.c tests/bench/*.c)
FUZZ_SRC := $(wildcard tests/fuzz/*.c)
FUZZ_LINK_fuzz := -fsanitize=fuzzer
FUZZ_MAIN = $(if $(FUZZ_LINK_$(VARIANT)),,$(BUILD)/tests/fuzz/main/replay.o)
ATTACK_SRC := $(wildcard tests/attack/parts/*.c)
REFERENCE_SRC := $(wildcard tests/reference/parts/*.c)
LIB := $(BUILD)/libwaardering.a
BIN := $(BUILD)/waardering
# The standard questionnaire and the texts of init are part of the program: see src/model/embedded.h.
EMBEDDED_SRC := $(addprefix input/codebook/,variables.csv values.csv scales.csv indicators.csv) $(wildcard src/write/texts/*)
EMBEDDED := $(BUILD)/embedded/embedded
UNITS := $(UNIT_SRC:%.c=$(BUILD)/%)
TOOLS := $(TOOL_SRC:%.c=$(BUILD)/%)
ALL_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(LIB_SRC) $(CLI_SRC) $(UNIT_SRC) $(SUPPORT_SRC) $(TOOL_SRC) $(ATTACK_SRC) $(REFERENCE_SRC) $(FUZZ_SRC) tests/fuzz/main/replay.c)

all: $(BIN)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<
$(EMBEDDED).c: src/model/embed.sh $(EMBEDDED_SRC)
	@mkdir -p $(@D)
	sh src/model/embed.sh $(EMBEDDED_SRC) >$@.new && mv $@.new $@
$(EMBEDDED).o: $(EMBEDDED).c Makefile
	$(CC) $(ALL_CFLAGS) -c -o $@ $<
$(LIB): $(LIB_SRC:%.c=$(BUILD)/%.o) $(EMBEDDED).o
	@rm -f $@
	$(AR) rcs $@ $^
$(BIN): $(CLI_SRC:%.c=$(BUILD)/%.o) $(LIB)
	$(CC) $(ALL_CFLAGS) -o $@ $^ $(LDLIBS)
$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(SUPPORT_SRC:%.c=$(BUILD)/%.o) $(LIB)
	$(CC) $(ALL_CFLAGS) -o $@ $^ -lcmocka $(LDLIBS)
# Without libFuzzer a target is a test: it gets the inputs of the corpus.
$(BUILD)/tests/fuzz/%: $(BUILD)/tests/fuzz/%.o $(FUZZ_MAIN) $(LIB)
	$(CC) $(ALL_CFLAGS) $(FUZZ_LINK_$(VARIANT)) -o $@ $^ $(LDLIBS)
# Tools of the tests share no code with the program: an attacker that did would share its blind spots.
# (Save two: they ask the library for quantiles that the program does not publish, and what it would name.)
TOOL_LIBS := -lm
$(BUILD)/tests/%: $(BUILD)/tests/%.o
	$(CC) $(ALL_CFLAGS) -o $@ $^ $(TOOL_LIBS)
$(BUILD)/tests/attack/subtract: $(ATTACK_SRC:%.c=$(BUILD)/%.o)
$(BUILD)/tests/reference/compare: $(REFERENCE_SRC:%.c=$(BUILD)/%.o)
$(BUILD)/tests/reference/quantiles: $(BUILD)/tests/reference/parts/sheet.o $(LIB)
$(BUILD)/tests/reference/naming: $(LIB)
$(BUILD)/tests/reference/quantiles $(BUILD)/tests/reference/naming: TOOL_LIBS = $(LDLIBS)
$(BUILD)/src/audit/html.o $(BUILD)/src/audit/xlsx.o: ALL_CFLAGS += $(shell pkg-config --cflags libxml-2.0)
$(BUILD)/src/core/version.o: ALL_CFLAGS += -DWRD_VERSION='"$(VERSION)"' \
	$(foreach lib,GSL:gsl YAML:yaml-0.1 JANSSON:jansson MD:libmd UTF8PROC:libutf8proc XML2:libxml-2.0 ZIP:libzip,\
	-DWRD_$(firstword $(subst :, ,$(lib)))='"$(shell pkg-config --modversion $(lastword $(subst :, ,$(lib))))"') \
	-DWRD_READSTAT='"$(patsubst libreadstat.so.%,%,$(notdir $(realpath $(shell $(CC) -print-file-name=libreadstat.so))))"'

units: $(UNITS)
fuzzers: $(FUZZ_SRC:%.c=$(BUILD)/%)
tools: $(TOOLS)

# Completion and the lists of the man page come from the table that --help prints.
EXTRA := $(BUILD)/extra
EXTRAS := $(EXTRA)/waardering.bash $(EXTRA)/_waardering $(EXTRA)/waardering.1 $(EXTRA)/waardering-study.5
extras: $(EXTRAS)
$(EXTRA)/waardering.bash: $(BIN)
	@mkdir -p $(@D)
	$(BIN) --print=bash >$@
$(EXTRA)/_waardering: $(BIN)
	@mkdir -p $(@D)
	$(BIN) --print=zsh >$@
$(EXTRA)/waardering.1.scd: docs/man/waardering.1.scd $(BIN)
	@mkdir -p $(@D)
	$(BIN) --print=man >$@.list
	sed -e '/^@LISTS@$$/r $@.list' -e '/^@LISTS@$$/d' $< >$@
$(EXTRA)/waardering-study.5.scd: docs/man/waardering-study.5.scd
	@mkdir -p $(@D)
	cp $< $@
$(EXTRA)/%: $(EXTRA)/%.scd
	scdoc <$< >$@

# --- what a user calls
run: needs
	@$(MAKE) -s VARIANT=release all
	@.build/release/waardering run input --publish-mode 0644

test: needs
	@$(MAKE) -s VARIANT=debug all extras units tools fuzzers
	@tests/run.sh quick

check: test slow
slow: needs
	@$(MAKE) -s VARIANT=debug all units tools
	@$(MAKE) -s VARIANT=release all tools
	@$(MAKE) -s VARIANT=san all units fuzzers
	@tests/run.sh slow

# Packages of Debian 12 that are missing are installed; nothing happens when all are there.
needs:
	@tests/needs.sh

install: needs
	@$(MAKE) -s VARIANT=release all extras
	install -D -m 755 .build/release/waardering $(DESTDIR)$(PREFIX)/bin/waardering
	install -D -m 644 .build/release/libwaardering.a $(DESTDIR)$(PREFIX)/lib/libwaardering.a
	install -D -m 644 .build/release/extra/waardering.1 $(DESTDIR)$(PREFIX)/share/man/man1/waardering.1
	install -D -m 644 .build/release/extra/waardering-study.5 $(DESTDIR)$(PREFIX)/share/man/man5/waardering-study.5
	install -D -m 644 .build/release/extra/waardering.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/waardering
	install -D -m 644 .build/release/extra/_waardering $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_waardering
	cd include && find waardering -name '*.h' -o -name '*.def' | while read -r f; do \
	    install -D -m 644 $$f $(DESTDIR)$(PREFIX)/include/$$f; done

# --- what a developer calls
san cov:
	@$(MAKE) -s VARIANT=$@ all units tools
	@tests/run.sh units $@
fuzz:
	@tests/needs.sh clang libclang-rt-14-dev
	@$(MAKE) -s VARIANT=fuzz CC=clang fuzzers
	@tests/fuzz/run.sh seconds $(FUZZ_SECONDS)
example:
	@$(MAKE) -s VARIANT=debug tools
	@tests/tools/example.sh
check-reference: needs
	@$(MAKE) -s VARIANT=debug all tools
	@tests/run.sh reference
bench:
	@$(MAKE) -s VARIANT=release all tools
	@tests/bench/run.sh .build/release/waardering
format:
	clang-format -i $(LIB_SRC) $(CLI_SRC) $(UNIT_SRC) $(TOOL_SRC) $(REFERENCE_SRC) $(wildcard src/*/*.h include/waardering/*.h)
print-bin:
	@echo $(BIN)
clean:
	rm -rf .build

.PHONY: all extras units tools fuzzers run test check check-reference slow needs install san cov fuzz example bench format print-bin clean
.SECONDARY:
-include $(ALL_OBJ:.o=.d)
