# On a bare Debian 12 with python3, python3-venv and make: `make demo` shows it, `make test` proves it.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo serve test lint types format docs figures bench clean

help:
	@sed -n 's/^## //p' Makefile

$(VENV)/.usable: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.served: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[web]'
	@touch $(VENV)/.usable $@

$(VENV)/.developed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(VENV)/.usable $(VENV)/.served $@

## make demo     eight reports of an invented event, compared: in the terminal, and as a page in out/demo.html
demo: $(VENV)/.usable
	@mkdir -p out
	@$(BIN)/rashomon demo --output out/demo.html
	@$(BIN)/rashomon demo
	@echo "The same as a page: out/demo.html"

## make serve    the same reports in the reading room, in the browser; Ctrl-C ends it
serve: $(VENV)/.served
	@mkdir -p out
	@$(BIN)/rashomon collect src/rashomon/demo/articles.jsonl --store out/demo.sqlite
	@$(BIN)/rashomon serve --store out/demo.sqlite --open

## make test     all tests
test: $(VENV)/.developed
	$(BIN)/python -m pytest

## make lint     style, as CI asks for it
lint: $(VENV)/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

## make types    mypy, strict
types: $(VENV)/.developed
	$(BIN)/mypy

## make format   rewrites what `make lint` would complain of, where it can
format: $(VENV)/.developed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

## make docs     writes the help texts, the README's output, the examples and the picture anew
docs: $(VENV)/.developed
	$(BIN)/python scripts/write_examples.py
	$(BIN)/python scripts/write_docs.py
	$(BIN)/python scripts/write_picture.py

## make figures  the labelled stories beside the checkout, scored against the pinned floors
figures: $(VENV)/.developed
	$(BIN)/python -m benchmarks.stories

## make bench    every figure of benchmarks/README.md in one table (minutes)
bench: $(VENV)/.developed
	$(BIN)/python -m benchmarks

## make clean    removes what the others made
clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis src/*.egg-info
