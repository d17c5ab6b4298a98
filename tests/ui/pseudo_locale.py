"""A language that nobody speaks, 40 % longer and with accents: it shows what is cut off or not translated."""

import re

from PySide6.QtCore import QTranslator

ACCENTED = str.maketrans("aeiouyncAEIOUYNC", "áéíóúýñçÁÉÍÓÚÝÑÇ")
KEPT = re.compile(r"(\{[^{}]*\}|%n|%L?\d|&(?=\w)|\n)")
"""What code fills in or Qt reads: it stays as it is."""


def pseudo(text: str) -> str:
    """`text` in brackets, with accents, 40 % longer."""
    parts = KEPT.split(text)
    accented = "".join(part if index % 2 else part.translate(ACCENTED) for index, part in enumerate(parts))
    return f"[{accented}{'~' * max(1, round(len(text) * 0.4) - 2)}]"


class PseudoTranslator(QTranslator):
    """Translates everything into the pseudo-locale. Remembers what it was asked, as (context, text)."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        self.asked.add((context, text))
        return pseudo(text)

    def isEmpty(self) -> bool:
        return False
