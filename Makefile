# `make demo` and `make test` do all their set-up themselves; see README.md.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready
BENCH_VENV  := .venv-bench
BENCH_STAMP := $(BENCH_VENV)/.ready
WORKERS ?= auto
export QT_QPA_PLATFORM_PLUGIN_PATH :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The tests start hundreds of processes: each would compile every module anew where the machine says not to keep them.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo run test test-long test-headless reliability check format pins bench bench-hub bench-results bench-matching fit-matching clean

demo: $(STAMP)
	$(BIN)/f2f-desktop demo $(DEMO)

run: $(STAMP)
	$(BIN)/f2f-desktop

test: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(TESTS)

test-long: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m long -s $(TESTS)

# Kills, histories, cut lines, full disks, by the thousand, each with a planted bug that it has to find; some hours.
# Ends with a table of figures. A part of it: make reliability SHARE=0.01
reliability: $(STAMP)
	F2F_RELIABILITY_SHARE=$(or $(SHARE),1) QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "long or control" -q \
	    -p no:randomly tests/hub tests/vault/test_kill.py $(TESTS)

# Everything but the window, as if Qt were not installed.
test-headless: $(STAMP)
	$(BIN)/python -m tests.headless

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)
	$(BIN)/python -m tests.benchmarks

# A hub under load beside the bare insert rate of the same rows: make bench-hub BENCH="--quick"
bench-hub: $(STAMP)
	$(BIN)/python -m tests.benchmarks.hub_pushes $(BENCH)

# The results' pages at ten million events beside the bare count of the same table; half an hour, 15 GB of disk.
# Less: make bench-results BENCH="--events 1000000 --rebuilt 100000"
bench-results: $(STAMP)
	$(BIN)/python -m tests.benchmarks.results_pages $(BENCH)

# This matcher beside Splink, recordlinkage and loops of rapidfuzz: make bench-matching BENCH="--quick"
bench-matching: $(BENCH_STAMP)
	$(BENCH_VENV)/bin/python -m tests.benchmarks.matching_peers $(BENCH)

# The matcher's weights anew, from the fitting configurations and seeds: make fit-matching FIT="--seeds 101 102"
fit-matching: $(BENCH_STAMP)
	$(BENCH_VENV)/bin/python -m tests.benchmarks.matching_fit $(FIT)

$(BENCH_STAMP): packaging/requirements/bench.txt packaging/requirements/bench-data.txt
	$(PYTHON) -m venv --without-pip $(BENCH_VENV)
	@echo "Installing the benchmark's packages into $(BENCH_VENV) (a few minutes the first time) ..."
	$(PYTHON) -m pip --python $(BENCH_VENV)/bin/python install --quiet --require-hashes \
	    -r packaging/requirements/bench.txt
	$(PYTHON) -m pip --python $(BENCH_VENV)/bin/python install --quiet --require-hashes --no-deps \
	    --no-build-isolation -r packaging/requirements/bench-data.txt
	touch $(BENCH_STAMP)

$(STAMP): packaging/requirements/dev.txt pyproject.toml packaging/prepare.sh packaging/system-libraries.txt
	sh packaging/prepare.sh $(PYTHON) $(VENV)
	touch $(STAMP)

# New pins with hashes, without index or download addresses.
pins:
	$(PYTHON) -m venv $(VENV)-pins && $(VENV)-pins/bin/python -m pip install --quiet uv
	sh packaging/pins.sh $(VENV)-pins/bin/uv
	rm -rf $(VENV)-pins

clean:
	rm -rf $(VENV) $(BENCH_VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
