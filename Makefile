# make demo and make test set up everything they need in .venv; only python3 >= 3.11 is asked for.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PO := $(wildcard hallctl/locale/*/LC_MESSAGES/*.po)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export PIP_CONSTRAINT := constraints.txt

.PHONY: help demo test check looks bench docs messages fixtures wheel-smoke clean
.DEFAULT_GOAL := help

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/.installed ## build a made-up hall with hallctl commands, end with its monthly workbook in demo/
	@$(BIN)/python -m fixtures.demo demo

test: $(VENV)/.dev ## run all tests
	$(BIN)/python -m pytest

check: $(VENV)/.dev ## lint, format, types, fresh documents and catalogues
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m docs.generate --check
	$(BIN)/python -m pytest tests/house

looks: $(VENV)/.installed ## print every form with LibreOffice and look for faults; pictures in build/looks
	@$(BIN)/python -m fixtures.looks build/looks

bench: $(VENV)/.dev ## time sign-in beside an empty Typer app (ratios), and the roster of a term
	$(BIN)/python -m bench.cold_start
	$(BIN)/python -m bench.roster

docs: $(VENV)/.dev ## write the command reference from --help
	$(BIN)/python -m docs.generate

messages: $(VENV)/.dev ## bring new sentences into the catalogue, then compile it
	$(BIN)/pybabel -q extract -F babel.cfg -k N_ -k Figure:3 --no-location --sort-output --omit-header -o .venv/hallctl.pot hallctl
	$(BIN)/pybabel -q update -N --no-wrap --ignore-obsolete --ignore-pot-creation-date -D hallctl -i .venv/hallctl.pot -d hallctl/locale -l zh_CN
	$(BIN)/pybabel -q compile -D hallctl -d hallctl/locale

fixtures: $(VENV)/.dev ## write the made-up hall's files anew
	$(BIN)/python -m fixtures.make

wheel-smoke: $(VENV)/.dev ## build the wheel, install it alone, and run it
	rm -rf build/smoke
	$(PIP) wheel --no-deps -w build/smoke .
	$(PYTHON) -m venv build/smoke/venv
	build/smoke/venv/bin/python -m pip --disable-pip-version-check --quiet install build/smoke/*.whl
	cd build/smoke && venv/bin/hallctl --db x.db init --effective-from 2026-09-01 2>&1 | grep 数据文件已建立
	cd build/smoke && venv/bin/hallctl --db x.db db check && venv/bin/hallctl --db x.db policy show 27 | head -3

clean: ## remove what make made
	rm -rf $(VENV) demo build dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "hallctl needs Python 3.11 or newer; say make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade pip

# The editable build compiles the catalogues, so a changed catalogue installs again.
$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt hatch_build.py $(PO)
	$(PIP) install -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(PIP) install --group dev
	@touch $@
