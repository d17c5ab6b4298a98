"""Writes what the figures count (`DEFINITIONS`, the one place that says it) as a source that lupdate can read.

    definitions.py FILE

The definitions stand outside the window's code, so `packaging/translations.sh` collects them by way of this file.
"""

import json
import sys
from pathlib import Path

from f2f_desktop.protocol.results import DEFINITIONS

CONTEXT = "FigureDefinitions"


def source() -> str:
    """A module that marks each definition for translation."""
    lines = [f"QT_TRANSLATE_NOOP({json.dumps(CONTEXT)}, {json.dumps(text)})" for text in DEFINITIONS.values()]
    return "\n".join(["from PySide6.QtCore import QT_TRANSLATE_NOOP", *lines, ""])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(source(), encoding="utf-8")
