#!/bin/sh
# Writes packaging/requirements/*.txt from the ranges in pyproject.toml: exact versions with hashes, for every
# platform and Python that pyproject.toml allows, without index or download addresses.
set -eu
uv=$1
common="--quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --upgrade"
$uv pip compile $common --extra organizer --group dev pyproject.toml -o packaging/requirements/dev.txt
$uv pip compile $common -c packaging/requirements/dev.txt pyproject.toml -o packaging/requirements/app.txt
