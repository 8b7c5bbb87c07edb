# SPDX-License-Identifier: MIT
# `make` alone lists the targets. ARGS is handed on: make run ARGS=book.novelist, make test ARGS=tests/db
.PHONY: help run test check bench package lock translate clean environment-run environment-dev
.DEFAULT_GOAL := help

ARGS ?=
PYTHON ?= $(shell sh packaging/find_python.sh)
VENV := .venv/$(if $(filter Windows_NT,$(OS)),Scripts/python.exe,bin/python)
OFFSCREEN := QT_QPA_PLATFORM=offscreen

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | expand -t 12

run: environment-run ## Start Novelist; off-screen, with screenshots, where no display can be reached
	@$(VENV) packaging/start.py $(ARGS)

test: environment-dev ## Run the whole suite of tests
	@$(OFFSCREEN) $(VENV) -m pytest $(ARGS)

check: environment-dev ## Lint, format, types, import contract, translations
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m mypy
	$(VENV) -c "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"
	$(VENV) packaging/translate.py --check

bench: environment-dev ## Print the benchmark table (ARGS=--write: into docs/benchmarks.md)
	@$(VENV) -m benchmarks $(ARGS)

package: environment-dev ## Build dist/novelist and try it out
	$(VENV) -m PyInstaller --noconfirm --clean --log-level ERROR packaging/novelist.spec
	$(VENV) packaging/smoke_test.py dist/novelist

lock: ## Lock all versions with hashes (ARGS=--upgrade: the newest allowed)
	@$(PYTHON) packaging/lock.py $(ARGS)

translate: environment-dev ## Collect the words of the program and compile the translations
	@$(OFFSCREEN) $(VENV) packaging/translate.py

clean: ## Remove everything that make has made
	rm -rf .venv build dist demo-output .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

environment-run environment-dev: environment-%:
	@$(or $(PYTHON),false) packaging/environment.py $*
