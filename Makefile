# All verbs of the project. Each works in a fresh clone: the first makes .venv with everything the project needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Nothing but wheels whose hashes stand in the lock file.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
# What Python compiled is kept, whatever the machine says of it: half the start of each program that a test starts.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup lock upgrade sbom demo test quick snapshots check format bench engines pictures shots serving docs serve neo4j clean

help: ## this list
	@grep -E '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(STAMP) ## make .venv and install plangraph with its tools (needs the network)

$(STAMP): pyproject.toml requirements/build.lock requirements/dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "plangraph needs Python 3.11 or newer; set PYTHON=")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(INSTALL) --requirement requirements/build.lock
	$(INSTALL) --requirement requirements/dev.lock
	$(BIN)/python -m pip uninstall -qq --yes setuptools
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

lock: $(STAMP) ## write the lock files anew for pyproject.toml; locked versions that still fit stay (needs the network)
	$(BIN)/python -m requirements.lock

upgrade: $(STAMP) ## write the lock files anew with the newest versions (needs the network)
	$(BIN)/python -m requirements.lock --upgrade

sbom: $(STAMP) ## write the bill of materials of what is locked for running, dist/plangraph.cdx.json
	$(BIN)/python -m requirements.bom

demo: $(STAMP) ## load the examples into out/demo.lbug and answer four questions (seconds)
	$(BIN)/plangraph demo

test: $(STAMP) ## run the tests (several minutes)
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

quick: $(STAMP) ## run the tests that need no server and no browser, on few examples (some minutes on two cores)
	$(BIN)/python -m pytest --quiet --numprocesses 2 -m "not server and not browser and not slow" --hypothesis-profile=quick

snapshots: $(STAMP) ## write anew what each document of the corpus yields; read the difference before you commit it
	$(BIN)/python -m tests.corpus.snapshot

check: $(STAMP) ## lint, format and types, without changing a file
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP) ## mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP) ## measure reading, loading and asking
	$(BIN)/python -m benchmarks.run

engines: $(STAMP) ## measure both stores side by side (needs Java and Maven; takes an hour)
	$(BIN)/python -m benchmarks.engines

serving: $(STAMP) ## measure how many requests a second the service holds (a quarter of an hour)
	$(BIN)/python -m benchmarks.serving

docs: $(STAMP) ## write the pages that are generated from the code
	$(BIN)/python -m queries.row_types
	$(BIN)/python -m queries.page
	$(BIN)/python -m docs.vocabulary_page
	$(BIN)/python -m docs.formats_page
	$(BIN)/python -m docs.reasons_page
	$(BIN)/python -m docs.terms_page
	$(BIN)/python -m docs.merger_example
	$(BIN)/python -m docs.generate
	$(BIN)/python -m docs.python_page
	$(BIN)/python -m docs.rooms
	$(BIN)/python -m docs.third_party_page
	$(BIN)/python -m viz.drawing.grass
	$(BIN)/python -m docs.http_examples

shots: $(STAMP) ## take the pictures of README and the clerk's guide anew (needs Chromium; half a minute)
	$(BIN)/python -m docs.shots

pictures: $(STAMP) ## measure pictures of 50 to 20,000 marks in a browser (needs Chromium; a minute)
	$(BIN)/python -m benchmarks.pictures

serve: $(STAMP) ## pages and questions over HTTP, on the examples until something is loaded
	$(BIN)/plangraph serve

neo4j: $(STAMP) ## a Neo4j server to play with, until Ctrl-C (needs Java and Maven)
	$(BIN)/python -m tests.neo4j.play

clean: ## remove .venv and what the verbs wrote
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache
