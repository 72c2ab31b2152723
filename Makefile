# Everything that one does with this project. `make help` tells what there is.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
LOCK := .ci/lock

# The first Python that is new enough; PYTHON=… on the command line overrides it.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

PACKAGE := pyproject.toml src/rapportage/__init__.py

.PHONY: help rapport test lint validate pictures docs package fuzz digests benchmark growth lock platforms clean

help:
	@echo 'make rapport    maakt build/kerncijfers-2020-05.pdf'
	@echo 'make test       voert alle tests uit'
	@echo 'make lint       controleert stijl, typen en lagen'
	@echo 'make validate   controleert alle voorbeeldrapporten: veraPDF (PDF/UA-1 en PDF/A-2a of 3a), en HTML en het voorbeeld in Chromium met axe'
	@echo 'make pictures   maakt van hun HTML-uitgave beelden om naar te kijken: build/web'
	@echo 'make docs       maakt de documentatie als website: build/docs/index.html'
	@echo 'make package    maakt in dist/ wat men kan uitgeven, en bouwt er in een lege omgeving een voorbeeldrapport mee'
	@echo 'make fuzz N=500 probeert zoveel bedorven invoer, en een tiende daarvan aan willekeurige rapporten'
	@echo 'make digests    toont de vingerafdruk van elk voorbeeldrapport: gelijk op elke Python'
	@echo 'make benchmark  meet hoe snel en hoe zuinig rapportage is'
	@echo 'make growth     meet hoe het werk groeit als de invoer vier keer zo groot is'
	@echo 'make lock       legt de versies van alle afhankelijkheden opnieuw vast; met UPGRADE=--upgrade de nieuwste'
	@echo 'make platforms  controleert of wat is vastgelegd te installeren is op Linux, macOS en Windows'
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

# Each check of the HTML edition first finds what is planted.
validate: $(VENV)/dev.stamp $(VENV)/browser.stamp
	$(BIN)/pytest --quiet tests/validation/web
	$(BIN)/python tests/validation/samples.py
	$(BIN)/python -m tests.validation.preview

# Of every sample that `make validate` made: how its HTML looks on a telephone, a tablet, a wide screen and paper.
pictures: $(VENV)/dev.stamp $(VENV)/browser.stamp
	$(BIN)/python -m tests.validation.web --beelden build/*.html

# From docs/ and the changelog; a warning, such as a link that leads nowhere, is an error.
docs: $(VENV)/docs.stamp
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --fresh-env docs build/docs

# A source archive and a wheel; what is in them is read by twine, and the wheel is tried where nothing else is installed.
package: $(VENV)/release.stamp
	rm -rf dist
	$(BIN)/python -m build --outdir dist
	$(BIN)/twine check --strict dist/*
	$(BIN)/python tests/validation/wheel.py

# Inputs that nobody would write on purpose: N mutated projects, a tenth of that of random reports, a fiftieth of killed builds.
N := 500
SEED := 1
fuzz: $(VENV)/dev.stamp
	PYTHONPATH=. $(BIN)/python -m tests.fuzz mutations $(N) --seed $(SEED)
	PYTHONPATH=. $(BIN)/python -m tests.fuzz reports $$(( $(N) / 10 )) --seed $(SEED)
	PYTHONPATH=. $(BIN)/python -m tests.fuzz kills $$(( $(N) / 50 )) --seed $(SEED)

# The fingerprint of every sample report, to compare between Pythons and machines.
digests: $(VENV)/dev.stamp
	@PYTHONPATH=. $(BIN)/python tests/validation/digests.py

benchmark: $(VENV)/dev.stamp
	$(BIN)/python benchmarks/measure.py
	$(BIN)/python -m benchmarks.deliveries
	$(BIN)/python -m benchmarks.editions

growth: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks.growth

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

# What only some targets need.
$(VENV)/browser.stamp $(VENV)/docs.stamp $(VENV)/release.stamp: $(VENV)/%.stamp: $(LOCK)/%.txt $(VENV)/runtime.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

UPGRADE :=
# One lock for every platform and Python: what only some need carries a marker. No address of a package index comes into
# it: every machine has its own.
COMPILE = $(BIN)/uv --quiet --no-config pip compile --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command 'make lock' $(UPGRADE)

lock: $(VENV)/uv.stamp
	$(COMPILE) --output-file $(LOCK)/runtime.txt pyproject.toml
	$(COMPILE) --extra dev --constraint $(LOCK)/runtime.txt --output-file $(LOCK)/dev.txt pyproject.toml
	$(COMPILE) --extra browser --constraint $(LOCK)/dev.txt --output-file $(LOCK)/browser.txt pyproject.toml
	$(COMPILE) --extra docs --constraint $(LOCK)/dev.txt --output-file $(LOCK)/docs.txt pyproject.toml
	$(COMPILE) --extra release --constraint $(LOCK)/dev.txt --constraint $(LOCK)/docs.txt \
		--output-file $(LOCK)/release.txt pyproject.toml
	$(MAKE) platforms

# Whether everything that is locked can be installed, as a wheel, on each platform with the oldest and the newest Python.
# On macOS that is from 15 on, with an Apple processor: so are the wheels of pikepdf.
PLATFORMS := x86_64-manylinux_2_28 aarch64-manylinux_2_28 aarch64-apple-darwin x86_64-pc-windows-msvc
platforms: $(VENV)/uv.stamp
	@for platform in $(PLATFORMS); do for python in 3.11 3.14; do \
		echo "$$platform, Python $$python"; \
		MACOSX_DEPLOYMENT_TARGET=15.0 $(BIN)/uv --quiet --no-config pip install --dry-run --target $(VENV)/nowhere \
			--python-platform $$platform --python-version $$python --only-binary :all: --require-hashes \
			$(addprefix --requirement ,$(wildcard $(LOCK)/*.txt)); \
	done; done

$(VENV)/uv.stamp: $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@touch $@

clean:
	rm -rf build dist $(VENV) $(VENV)-* .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests -type d -name __pycache__ -prune -exec rm -rf {} +
