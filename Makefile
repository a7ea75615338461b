# Everything is done inside .venv, which is built from the hash-checked lock in requirements/.
# Which package index is used is up to the environment; the lock names none.

PYTHON ?= $(or $(shell command -v python3.11),$(shell command -v python3),python3)
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.PHONY: help demo test lint format types imports unit docs lock train assets clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(STAMP): requirements/dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(STAMP) ## Code the bundled samples and show the record
	$(BIN)/dragoman demo

test: lint types imports unit ## Run every check: style, types, import directions, tests with coverage

lint: $(STAMP) ## Check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(STAMP) ## Put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(STAMP) ## Check types strictly
	$(BIN)/mypy

imports: $(STAMP) ## Check that rooms import only from rooms above them
	$(BIN)/lint-imports

unit: $(STAMP) ## Run the tests, with line and branch coverage
	$(BIN)/pytest --cov --cov-report=term

docs: $(STAMP) ## Build the documentation site into build/docs, with no network
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo "open build/docs/index.html"

lock: $(STAMP) ## Pin all dependencies anew, with hashes
	$(BIN)/pip-compile $(COMPILE) pyproject.toml --output-file requirements/runtime.lock
	$(BIN)/python tools/dependency_group.py dev | \
		$(BIN)/pip-compile $(COMPILE) -c requirements/runtime.lock pyproject.toml - --output-file requirements/dev.lock

export CUSTOM_COMPILE_COMMAND := make lock
COMPILE := --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-config \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

train: $(STAMP) ## Train the disambiguator from training/*.tsv, then weigh the rows
	$(BIN)/python training/topic.py
	$(BIN)/python training/train.py
	$(BIN)/python training/row_confidence.py
	$(BIN)/python tools/reliability.py --write

ASSETS := src/dragoman/explorer/assets

assets: $(ASSETS)/charts.js ## Build the explorer's map and brush from pinned npm packages (needs Node)

$(ASSETS)/charts.js: web/package-lock.json web/build.mjs web/charts.js
	npm --prefix web ci --no-audit --no-fund
	npm --prefix web run --silent build

clean: ## Remove what was built
	rm -rf web/node_modules $(ASSETS) $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
