# Needs python3 (3.11 or newer), git and make. Everything else is downloaded once, into .venv/.

PYTHON ?= python3

# Files that `make generated` writes and that are checked in all the same.
GENERATED := docs linter/sociable/cli/option_table.py linter/sociable/client_report/wording/frames/en.toml linter/sociable/client_report/names/own_words.txt linter/sociable/readers/automation_file/expressions/lalr_tables.json \
	$(wildcard linter/sociable/readers/*/tables.json) rules/compiled.jsonl schemas

VENV := .venv
BIN := $(VENV)/bin
WHEELHOUSE := $(VENV)/wheelhouse
PIP := $(BIN)/python -m pip --disable-pip-version-check
OFFLINE := --quiet --no-index --find-links $(WHEELHOUSE)

.PHONY: help examples test browser lint types coverage fuzz mutations mutants agreement audit sbom site bench growth verdicts citations generated generated-is-current lock clean

help: ## Say what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-21s %s\n", $$1, $$2 }' Makefile

# `sociable check` exits 1 when it has findings. Showing findings is what the examples are for, so 1 is as good as 0 here;
# 2 (something broke) and 3 (nothing to lint) still fail.
examples: $(VENV)/ready ## Lint the example stories
	@$(BIN)/sociable check examples/ || test $$? -eq 1

test: $(VENV)/ready ## Run the tests, but for those in a browser
	$(BIN)/python -m pytest --numprocesses auto --dist loadgroup --ignore tests/browser

coverage: $(VENV)/ready ## Run the tests, and say how much of each room they run
	rm -f .coverage .coverage.*
	$(BIN)/python -m pytest --numprocesses auto --dist loadgroup -m hypothesis
	$(BIN)/python -m pytest --numprocesses auto --dist loadgroup -m "not hypothesis" --cov --cov-report=
	$(BIN)/python -m tools.coverage_bars

# What it finds becomes a plain test. The gate looks at the same examples each time, this at others: SEED repeats a round.
ROUNDS ?= 3
fuzz: $(VENV)/ready ## Run the property tests on random examples (ROUNDS=3, SEED=...)
	@for round in $$(seq $(ROUNDS)); do \
		seed=$(or $(SEED),$$($(BIN)/python -c 'import secrets; print(secrets.randbits(32))')); \
		echo "make fuzz ROUNDS=1 SEED=$$seed"; \
		$(BIN)/python -m pytest -q --numprocesses auto -m hypothesis --hypothesis-profile random --hypothesis-seed $$seed || exit 1; \
	done

# The log names target, seed and number of what fails; `python -m tools.mutations TARGET SEED NUMBER 1 --keep FOLDER` makes it again.
MUTATIONS ?= 20000
mutations: $(VENV)/ready ## Try broken files, pages, configurations, calls (MUTATIONS=20000, SEED=...); log: build/mutations.log
	@mkdir -p build
	SOCIABLE_MUTATIONS=$(MUTATIONS) SOCIABLE_SEED=$(or $(SEED),1) \
		$(BIN)/python -m pytest -q --numprocesses auto tests/hostile/test_mutations.py > build/mutations.log; \
		status=$$?; tail -n 20 build/mutations.log; exit $$status

# Both ask a package index, and so are no part of the gate. What the index does not know is listed, and no fault: a person decides.
audit: build/audit/ready ## Look for known vulnerabilities in the dependencies
	@build/audit/bin/pip-audit --require-hashes --disable-pip --requirement requirements/runtime.txt 2> build/audit/errors; \
		status=$$?; \
		if grep -q '^Traceback' build/audit/errors; then \
			tail -n 1 build/audit/errors >&2; echo 'make audit: the package index did not answer, so nothing was audited.' >&2; exit 2; \
		fi; \
		cat build/audit/errors >&2; \
		echo 'What stands above with a skip reason could not be looked up and was not audited; all else is.'; exit $$status

sbom: build/audit/ready ## Write the software bill of materials: build/sbom.json (CycloneDX)
	build/audit/bin/cyclonedx-py requirements requirements/runtime.txt --pyproject pyproject.toml \
		--output-reproducible --output-format JSON --output-file build/sbom.json

build/audit/ready: requirements/runtime.txt
	$(PYTHON) -m venv --clear build/audit
	@build/audit/bin/python -m pip --disable-pip-version-check install --quiet --quiet --retries 1 pip-audit cyclonedx-bom \
		|| { echo 'make audit and make sbom first install what they run, and the package index did not answer.' >&2; exit 2; }
	@touch $@

mutants: $(VENV)/mutmut ## Plant faults in what changed since BASE=REV (ROOMS="files project"), and say which no test notices
	$(BIN)/python -m tools.mutants $(BASE) $(ROOMS)

# Where there is no Chromium these tests are skipped, and nothing is downloaded for them.
CHROMIUM := $(or $(SOCIABLE_CHROMIUM),$(shell command -v chromium || command -v chromium-browser || command -v google-chrome))

# Of the pages of the site each commit looks at one in ten, the next one at the next tenth; ROUND=all looks at all of them, in minutes.
ROUND ?= $(shell git rev-list --count HEAD)
browser: $(VENV)/ready site $(if $(CHROMIUM),$(VENV)/playwright) ## Open reports and the site (ROUND=all: each page) in the Chromium of this machine
	SOCIABLE_CHROMIUM="$(CHROMIUM)" SOCIABLE_SITE_ROUND="$(ROUND)" $(BIN)/python -m pytest tests/browser

agreement: $(VENV)/ready ## Play 10,000 random setups, and see whether check and rehearse agree
	$(BIN)/python -m tests.metamorphic.agreement 10000

lint: $(VENV)/ready ## Check style, likely mistakes, dead code, and who imports whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/vulture
	$(BIN)/lint-imports --no-cache

types: $(VENV)/ready ## Check the types
	$(BIN)/mypy

# A link that leads nowhere, a page that no page lists or a block in an unknown language fails: warnings are errors.
site: $(VENV)/ready ## Make the documentation, to be read in a browser without a server: build/site/index.html
	$(BIN)/python -m website.assemble build/site-src
	$(BIN)/python -m sphinx -b html --fresh-env --fail-on-warning --quiet -c website build/site-src build/site

# Measures what users get: the built wheel, its bytecode compiled when it is installed.
bench: $(VENV)/ready ## Run the benchmarks
	rm -rf build/bench
	$(BIN)/python -m build --wheel --no-isolation --outdir build/bench
	$(BIN)/python -m venv --without-pip build/bench/env
	$(PIP) --python build/bench/env/bin/python install $(OFFLINE) build/bench/*.whl yamllint
	build/bench/env/bin/python benchmarks/run.py

verdicts: $(VENV)/ready ## Say which findings BASE=REV and the working tree tell apart
	@$(BIN)/python -m tools.verdicts $(BASE)

citations: $(VENV)/ready ## Pick twenty citations at random, to be read against their sources (SEED=1)
	@$(BIN)/python -m tools.citations $(or $(SEED),1)

# Shapes that grow in one direction each: fails if time or memory grows faster than the text.
growth: $(VENV)/ready ## Measure how cost grows with each shape
	$(BIN)/python -m compileall -q linter
	$(BIN)/python benchmarks/growth.py

generated: $(VENV)/ready ## Write the generated files anew
	$(BIN)/python -m generators

generated-is-current: generated ## Fail if a generated file is not as checked in
	git --no-pager diff --exit-code -- $(GENERATED)
	test -z "$$(git ls-files --others --exclude-standard -- $(GENERATED))"

# Pins stay as they are where pyproject.toml still allows them; `make lock LOCK_OPTIONS=--upgrade` takes the newest of everything.
# uv is not part of the lock: it is needed here only, and its lock holds for every Python and system that we support.
UV_COMPILE = build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock' $(LOCK_OPTIONS)

lock: ## Pin the dependencies anew
	$(PYTHON) -m venv --clear build/lock
	build/lock/bin/python -m pip --disable-pip-version-check install --quiet uv
	$(UV_COMPILE) --output-file requirements/runtime.txt pyproject.toml
	$(UV_COMPILE) --output-file requirements/dev.txt --constraints requirements/runtime.txt --group dev pyproject.toml
	$(UV_COMPILE) --output-file requirements/browser.txt --constraints requirements/dev.txt --group browser pyproject.toml
	$(UV_COMPILE) --output-file requirements/mutants.txt --constraints requirements/dev.txt --group mutants pyproject.toml

# Wanted by `make mutants` only, and so not part of the set-up.
$(VENV)/mutmut: $(VENV)/ready requirements/mutants.txt
	$(PIP) install --quiet --require-hashes --only-binary :all: --requirement requirements/mutants.txt
	@touch $@

# Wanted by `make browser` only, and only where there is a browser.
$(VENV)/playwright: $(VENV)/ready requirements/browser.txt
	$(PIP) install --quiet --require-hashes --only-binary :all: --requirement requirements/browser.txt
	@touch $@

clean: ## Remove everything that make made
	rm -rf $(VENV) build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The only step that uses the network. Tests that install the project afresh take from the same wheelhouse.
$(VENV)/downloaded: requirements/runtime.txt requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sociable needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	@echo 'Setting up .venv/ once: this takes about a minute, and downloads what requirements/dev.txt pins.'
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) download --quiet --require-hashes --only-binary :all: --dest $(WHEELHOUSE) --requirement requirements/dev.txt
	@touch $@

$(VENV)/ready: $(VENV)/downloaded pyproject.toml
	$(PIP) install $(OFFLINE) --require-hashes --requirement requirements/dev.txt
	$(PIP) install $(OFFLINE) --no-deps --no-build-isolation --editable .
	@touch $@
