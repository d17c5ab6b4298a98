"""Every test but those of the window, as if Qt were not installed: `python -m tests.headless [PYTEST ARGUMENTS]`."""

import sys

import pytest


def main(arguments: list[str]) -> int:
    """Runs pytest where `import PySide6` fails; returns its exit status."""
    sys.modules["PySide6"] = None  # type: ignore[assignment]
    return pytest.main(["-p", "no:pytest-qt", "--ignore=tests/ui", *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
