"""`python -m tests.benchmarks`: every benchmark, one after the other. Each prints ratios measured in one run."""

import pkgutil
import subprocess
import sys

import tests.benchmarks

for found in pkgutil.iter_modules(tests.benchmarks.__path__):
    if not found.ispkg and not found.name.startswith("_") and not found.name.endswith(("_truth", "_files")):
        print(f"== {found.name}", flush=True)
        subprocess.run([sys.executable, "-m", f"tests.benchmarks.{found.name}"], check=False)
