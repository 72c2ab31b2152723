# Everything that one does with this project. `make help` tells what there is.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
LOCK := .ci/lock

# The first Python that is new enough; PYTHON=… on the command line overrides it.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

PACKAGE := pyproject.toml src/rapportage/__init__.py

.PHONY: help rapport test lint validate benchmark lock clean

help:
	@echo 'make rapport    maakt build/kerncijfers-2020-05.pdf'
	@echo 'make test       voert alle tests uit'
	@echo 'make lint       controleert stijl, typen en lagen'
	@echo 'make validate   controleert alle voorbeeldrapporten met veraPDF (PDF/UA-1 en PDF/A-2a of 3a)'
	@echo 'make benchmark  meet hoe snel en hoe zuinig rapportage is'
	@echo 'make lock       legt de versies van alle afhankelijkheden opnieuw vast; met UPGRADE=--upgrade de nieuwste'
	@echo 'make clean      verwijdert alles wat gemaakt is, ook de omgeving .venv'

rapport: $(VENV)/runtime.stamp
	$(BIN)/rapportage build kerncijfers 2020-05 --output build/kerncijfers-2020-05.pdf

test: $(VENV)/dev.stamp
	$(BIN)/pytest -n 2 $(PYTEST)

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

validate: $(VENV)/dev.stamp
	$(BIN)/python tests/validation/samples.py

benchmark: $(VENV)/dev.stamp
	$(BIN)/python benchmarks/measure.py

$(VENV)/pyvenv.cfg:
	@if [ -z '$(PYTHON)' ]; then \
		echo 'Er is geen Python 3.11 of nieuwer gevonden. Installeer die van python.org of met de pakketbeheerder,'; \
		echo 'of wijs haar aan: make $(MAKECMDGOALS) PYTHON=/pad/naar/python3'; exit 1; fi
	$(PYTHON) -m venv $(VENV)

# The locked packages, and this one on top in editable form: installed again only when a lock file or the package's own
# data changed.
$(VENV)/runtime.stamp: $(LOCK)/runtime.txt $(PACKAGE) $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $(LOCK)/runtime.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/dev.stamp: $(LOCK)/dev.txt $(VENV)/runtime.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $(LOCK)/dev.txt
	@touch $@

UPGRADE :=
# No address of a package index comes into the lock files: every machine has its own.
COMPILE = CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/pip-compile --quiet --no-config --generate-hashes --allow-unsafe \
	--strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(UPGRADE)

lock: $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-tools==7.6.2
	$(COMPILE) --output-file $(LOCK)/runtime.txt pyproject.toml
	$(COMPILE) --extra dev --constraint $(LOCK)/runtime.txt --output-file $(LOCK)/dev.txt pyproject.toml

clean:
	rm -rf build dist $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests -type d -name __pycache__ -prune -exec rm -rf {} +
