# Two commands are enough: `make run` to see it, `make test` to trust it.

PYTHON := .venv/bin/python
HOLDFAST := .venv/bin/holdfast
WEXMOUTH := build/wexmouth
MONDAY := 2026-06-01T08:30
CHILDREN := 600
PORT := 8000
# Two test runners: enough for two cores, and the same number everywhere.
RUNNERS := 2
# Each test runner has a core of its own: columns worked on by several threads would only wait for each other.
ONE_THREAD := POLARS_MAX_THREADS=1
# The bar at its largest takes hours: `make prove BAR=`. Without it fewer cases; the table says where it is less than asked.
BAR := --short
# Every test of a page that writes, and the stories that are told by acts: run on PostgreSQL too, like all of the store.
# The other pages are worked out from the record that is held, and ask the database only for its newest position.
WRITING := doing forms_open_filled import leaving looked no_longer_yours opening_objectives reports_put_right \
	reports_read_again reports_taken_in throwing_away two_devices visits where_a_form_was_opened words_held writing_the_plan
ON_BOTH := $(WRITING:%=tests/web/test_%.py) tests/browser/test_doing.py

.PHONY: help run monday test prove coverage benchmarks backup restore-drill pictures docs format bootstrap clean

help:
	@echo "make run         open the product in a browser: Wexmouth, an invented council of 600 children"
	@echo "make monday      the Monday list of Wexmouth on the command line, from files as a council has them"
	@echo "make test        everything that must hold before a change is taken in"
	@echo "make prove       the slow proofs: more cases, larger councils"
	@echo "make coverage    the tests again, counting which branches they reach: too small a share fails"
	@echo "make benchmarks  how fast, how much memory, how it grows"
	@echo "make backup      keep the record in one sealed file"
	@echo "make restore-drill   restore the newest backup elsewhere and compare it with the record"
	@echo "make pictures    take the README's pictures again"
	@echo "make docs        write docs/record.md, docs/duties.md and docs/asvs.md again"
	@echo "make format      put the code in the house's format"

bootstrap:
	@bin/bootstrap

run: bootstrap
	@$(PYTHON) manage.py open_wexmouth --children $(CHILDREN) --seed 1
	@$(PYTHON) manage.py serve --port $(PORT) --open

monday: bootstrap
	@$(HOLDFAST) wexmouth --children $(CHILDREN) --seed 1 --out $(WEXMOUTH)
	@$(HOLDFAST) monday $(WEXMOUTH) --as-at $(MONDAY) || [ $$? -eq 1 ] # 1: done, and one child has no birth date

test: bootstrap
	@bin/browser
	$(PYTHON) -m ruff check --no-cache .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports --no-cache
	$(PYTHON) -m docs.registers --check
	$(PYTHON) manage.py makemigrations --check --dry-run
	$(ONE_THREAD) $(PYTHON) -m pytest -n $(RUNNERS)
	HOLDFAST_TEST_DATABASE=postgresql $(ONE_THREAD) $(PYTHON) -m pytest -n $(RUNNERS) tests/store $(ON_BOTH)

# The table of the bar comes first: a red test further down does not keep it back.
prove: bootstrap
	@bin/browser
	HOLDFAST_NEED_BROWSER=1 $(PYTHON) -m tests.bar $(BAR)
	HOLDFAST_PROVE=1 $(PYTHON) -m pytest -n $(RUNNERS) -m prove
	@$(MAKE) coverage

# Counting every branch that is reached makes the tests more than twice as long: it has a command of its own.
coverage: bootstrap
	$(ONE_THREAD) $(PYTHON) -m pytest -n $(RUNNERS) --cov --cov-report=term

benchmarks: bootstrap
	$(PYTHON) -m benchmarks
	$(PYTHON) -m benchmarks.taking_in
	$(PYTHON) -m benchmarks.pages
	$(PYTHON) -m benchmarks.field_accuracy

backup: bootstrap
	@$(PYTHON) manage.py backup

restore-drill: bootstrap
	@$(PYTHON) manage.py restore_drill

pictures: bootstrap
	HOLDFAST_MAKE_PICTURES=1 $(PYTHON) -m pytest tests/browser -k picture

docs: bootstrap
	$(PYTHON) -m docs.registers

format: bootstrap
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

clean:
	rm -rf build .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
