#!/bin/sh
# Writes packaging/requirements/*.txt from the ranges in pyproject.toml: exact versions with hashes, for every
# platform and Python that pyproject.toml allows, without index or download addresses.
set -eu
uv=$1
common="--quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --upgrade"
$uv pip compile $common --extra organizer --extra hub --group dev pyproject.toml -o packaging/requirements/dev.txt
$uv pip compile $common -c packaging/requirements/dev.txt pyproject.toml -o packaging/requirements/app.txt
# The benchmark opens no window.
$uv pip compile $common -c packaging/requirements/dev.txt --no-emit-package pyside6-essentials \
    --no-emit-package shiboken6 --group bench pyproject.toml -o packaging/requirements/bench.txt
$uv pip compile $common --no-deps --group bench-data -o packaging/requirements/bench-data.txt
