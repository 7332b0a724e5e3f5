# Two commands matter: `make run` and `make test`. `make help` lists the rest.
# Each works on a fresh clone: listening_coach/bootstrap.py first sets up what it needs.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
LISTENING_COACH_MODE ?= demo
export LISTENING_COACH_MODE CHROMIUM

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
PYTEST := $(BIN)/python -m pytest
AT_ONCE := -n 2 --dist worksteal
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate \
	--python-version 3.11 --custom-compile-command "make lock" $(UPGRADE) pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help setup run test check lint format types lock bench compare estimate measure

help:  ## list what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 12

setup:
	@$(PYTHON) listening_coach/bootstrap.py test

run:  ## set up everything, then serve the site (PORT=8000)
	@$(PYTHON) listening_coach/bootstrap.py run $(HOST) $(PORT)
	@$(MANAGE) prepare
	@printf '\n  Listening Coach is at http://%s:%s\n\n' $(HOST) $(PORT)
	@exec $(BIN)/granian --interface wsgi --host $(HOST) --port $(PORT) \
		--workers 2 --blocking-threads 2 --workers-kill-timeout 2 \
		--no-access-log --log-level warning listening_coach.wsgi:application

test: setup  ## all tests: SQLite and a real Chromium, then PostgreSQL
	$(PYTEST) $(AT_ONCE)
	$(BIN)/python tests/postgres.py $(PYTEST) $(AT_ONCE) --database-only

check: lint types  ## every static check: lint, types, imports, templates, settings
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates
	@printf 'The settings of a real site: '
	@LISTENING_COACH_MODE=production LISTENING_COACH_ENV_FILE= ALLOWED_HOSTS=coach.example.org \
		TRUSTED_PROXIES=1 \
		SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
		$(BIN)/python -W error manage.py check --deploy --fail-level WARNING
	$(MANAGE) makemigrations --check --dry-run --settings tests.settings
	$(BIN)/python -m pip check

lint: setup  ## find mistakes and untidy code
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: setup  ## tidy the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: setup  ## check the types
	$(BIN)/mypy

lock: setup  ## write the lock files from pyproject.toml (UPGRADE=--upgrade renews them)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group test --constraint requirements.txt --output-file requirements-test.txt
	$(LOCK) --group bench --constraint requirements-test.txt --output-file requirements-bench.txt

bench: setup  ## time the scorer and the pages, test the estimates
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-bench.txt
	$(PYTEST) tests/benchmarks -p no:randomly --capture=no

compare: setup  ## the rules beside a parser and a trained model (DIR=folder)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-bench.txt
	$(BIN)/python -m tests.benchmarks.compare $(DIR)

estimate: setup  ## estimate what rules and cues count (DIR=folder; OPTIONS=--look writes nothing)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-bench.txt
	$(BIN)/python -m tests.benchmarks.estimate $(DIR) $(OPTIONS)
	$(BIN)/python -m tests.benchmarks.together $(DIR) $(filter --look,$(OPTIONS))

measure: setup  ## code labelled files and note the agreement (DIR=folder)
	$(MANAGE) measure $(DIR)
