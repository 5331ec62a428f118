# Two commands are enough: `make run` to see it, `make test` to trust it.

PYTHON := .venv/bin/python
HOLDFAST := .venv/bin/holdfast
WEXMOUTH := build/wexmouth
MONDAY := 2026-06-01T08:30
# Two test runners: enough for two cores, and the same number everywhere.
RUNNERS := 2

.PHONY: help run test prove benchmarks docs format bootstrap clean

help:
	@echo "make run         the Monday list of Wexmouth, an invented council of 600 children"
	@echo "make test        everything that must hold before a change is taken in"
	@echo "make prove       the slow proofs: more cases, larger councils"
	@echo "make benchmarks  how fast, how much memory, how it grows"
	@echo "make docs        write docs/record.md and docs/duties.md again from the code"
	@echo "make format      put the code in the house's format"

bootstrap:
	@bin/bootstrap

run: bootstrap
	@$(HOLDFAST) wexmouth --children 600 --seed 1 --out $(WEXMOUTH)
	@$(HOLDFAST) monday $(WEXMOUTH) --as-at $(MONDAY) || [ $$? -eq 1 ] # 1: done, and one child has no birth date

test: bootstrap
	$(PYTHON) -m ruff check --no-cache .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports --no-cache
	$(PYTHON) -m docs.registers --check
	$(PYTHON) -m pytest -n $(RUNNERS) --cov --cov-report=term

prove: bootstrap
	HOLDFAST_PROVE=1 $(PYTHON) -m pytest -n $(RUNNERS) -m prove

benchmarks: bootstrap
	$(PYTHON) -m benchmarks

docs: bootstrap
	$(PYTHON) -m docs.registers

format: bootstrap
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

clean:
	rm -rf build .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
