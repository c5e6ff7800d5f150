# Every recipe works on a machine with Python 3.11, pip and make; Node.js comes from PyPI if absent.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help setup demo test lint format bench model scorer clean

help:  ## List the recipes
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 10

setup: $(STAMP)  ## Install Holdfast and what develops it into .venv

$(STAMP): pyproject.toml hatch_build.py $(wildcard ui/package-lock.json ui/index.html ui/src/*.ts ui/src/*/*.ts ui/src/*.css ui/src/*/*.css)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Holdfast needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(STAMP)

demo: setup  ## Read the bundled example and write the report holdfast-demo.html
	$(BIN)/holdfast demo -o holdfast-demo.html

test: setup  ## Run the tests
	$(BIN)/python -m pytest -q

lint: setup  ## Check style, types and the rules of import
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup  ## Put the code into its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup  ## Measure quality and speed; fails below bench/floors.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	$(BIN)/python -m bench

model: setup  ## Train the shipped English pipeline anew (hours; see training/README.md)
	$(BIN)/python -m pip install --quiet --editable '.[train,teacher]'
	$(BIN)/python -m training.english

scorer: setup  ## Train the learned scorer anew (half an hour; see training/README.md)
	$(BIN)/python -m pip install --quiet --editable '.[scorer]'
	$(BIN)/python -m training.scorer
	$(BIN)/python -m training.scorer.bounds

clean:  ## Remove what can be made again
	rm -rf $(VENV) holdfast-demo.html src/holdfast/report/page ui/node_modules
