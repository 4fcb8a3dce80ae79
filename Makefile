# One command each; `make` alone lists them. The first one run sets up .venv, the next ones reuse it.
PYTHON ?= python3
ARGS ?=

# pip reads only the lock: every version and hash is in it, and it never asks or advises.
PIP = .venv/bin/python -m pip --quiet --quiet --no-input --disable-pip-version-check
READY = .venv/.ready

.SILENT:
.DEFAULT_GOAL := help
.PHONY: help chat test check lint format bench lock clean
MAKEFLAGS += --no-print-directory

help: ## list the commands
	sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "make %-8s%s\n", $$1, $$2 }'

chat: $(READY) ## open the assistant here; a transcript may be piped in; e.g. make chat ARGS="--lang fr"
	.venv/bin/comptoir chat $(ARGS)

# One thread of linear algebra a worker: the workers are as many as the cores already.
test: $(READY) ## run the tests; e.g. make test ARGS="-k goal"
	OPENBLAS_NUM_THREADS=1 .venv/bin/pytest -n auto $(ARGS)

check: lint ## all that CI asks: format, lint, types, contracts, tests with coverage
	$(MAKE) test ARGS="--cov $(ARGS)"

lint: $(READY) ## the checks that run nothing: format, lint, types, contracts
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo

format: $(READY) ## rewrite the code in the house style
	.venv/bin/ruff format
	.venv/bin/ruff check --fix

bench: $(READY) ## run the benchmarks, which `make test` leaves out
	.venv/bin/pytest -s tests/benchmarks $(ARGS)

lock: ## make requirements.lock again from pyproject.toml; ARGS=--upgrade takes newer versions
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip --quiet --quiet --disable-pip-version-check install 'uv>=0.13,<1'
	.venv-lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --all-extras \
	    --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' $(ARGS) \
	    pyproject.toml --output-file requirements.lock

clean: ## remove all that was made here, .venv too; your data is elsewhere and stays
	rm -rf .venv .venv-lock build dist htmlcov .coverage .coverage.* .hypothesis .import_linter_cache \
	    .mypy_cache .pytest_cache .ruff_cache
	find bot handlers storage tests -name __pycache__ -prune -exec rm -rf {} +

# Two stamps: the long install again only when the lock changed, the short one when pyproject.toml did.
# Standard input is kept for the transcript (</dev/null); standard output for the conversation (>&2).
.venv/.locked: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    echo "Comptoir needs Python 3.11 or later, but '$(PYTHON) --version' says: $$($(PYTHON) --version 2>&1). Try: make chat PYTHON=python3.12" >&2; exit 1; }
	echo "Setting up .venv (once, about a minute)…" >&2
	$(PYTHON) -m venv --clear .venv >&2
	$(PIP) install --require-hashes --no-deps -r requirements.lock </dev/null >&2
	touch $@

$(READY): .venv/.locked pyproject.toml
	$(PIP) install --no-deps --no-build-isolation -e . </dev/null >&2
	touch $@
