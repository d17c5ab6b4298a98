#!/bin/sh
# Makes the environment in the checkout: the system libraries of Qt (where this user may install them), a
# virtual environment, the pinned packages, and the project itself, editable.
#   prepare.sh PYTHON VENV
set -eu
python=$1
venv=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "F2F Desktop needs Python 3.11 or newer; $python is $("$python" --version 2>&1)." >&2
    echo "Name another one: make PYTHON=python3.12" >&2
    exit 1
}

# Debian, Ubuntu and their kin. Elsewhere (macOS, Windows) the wheel brings all it needs.
if command -v dpkg-query >/dev/null 2>&1; then
    missing=
    for package in $(grep -v '^#' packaging/system-libraries.txt); do
        # Ubuntu 24.04 and Debian 13 renamed some packages for 64-bit time (libglib2.0-0t64).
        dpkg-query -W -f '${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q '^install ok installed' ||
            missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        if [ "$(id -u)" = 0 ]; then root=; elif sudo -n true 2>/dev/null; then root="sudo -n"; else root=none; fi
        if [ "$root" = none ]; then
            echo "Qt needs system packages that are not installed. Please run, then try again:" >&2
            echo "    sudo apt-get install --no-install-recommends$missing" >&2
            exit 1
        fi
        echo "Installing the system packages that Qt needs:$missing"
        $root apt-get -qq update
        DEBIAN_FRONTEND=noninteractive $root apt-get -qq install --no-install-recommends $missing >/dev/null
    fi
fi

# Without ensurepip (Debian keeps it in python3-venv) the pip outside fills the environment.
"$python" -m venv --without-pip "$venv"
inside="$venv/bin/python"
[ -x "$inside" ] || inside="$venv/Scripts/python.exe"
echo "Installing the Python packages into $venv (a few minutes the first time) ..."
"$python" -m pip --python "$inside" install --quiet --require-hashes -r packaging/requirements/dev.txt
"$python" -m pip --python "$inside" install --quiet --no-deps --no-build-isolation --editable .
