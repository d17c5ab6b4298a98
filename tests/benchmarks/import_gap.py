"""The event loop during an import of 5,000 cards: how long is the window held up? Prints the gaps, in milliseconds.

`python -m tests.benchmarks.import_gap [CARDS]`. The same work on the UI thread is printed beside it.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from f2f_desktop.contacts.read import read_address_book_file
from f2f_desktop.ui.theme import LIGHT, apply_theme
from f2f_desktop.ui.volunteer.importing.page import ImportPage
from tests.ui.loop_gaps import LoopGaps
from tests.ui.volunteer.desk_samples import DeskAtTest, address_book, extract_file

GAP = 50.0


def line(what: str, gaps: LoopGaps, seconds: float) -> None:
    """One line of results."""
    ordered = sorted(gaps.gaps)
    median = ordered[len(ordered) // 2] if ordered else 0.0
    print(
        f"{what:<42} {seconds:6.2f} s   median gap {median:5.1f} ms   longest {gaps.longest:6.1f} ms   "
        f"over {GAP:.0f} ms: {gaps.over(GAP)}"
    )


def main() -> None:
    """Measures."""
    cards = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    app = QApplication([])
    apply_theme(app, LIGHT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = address_book(folder / "phone.vcf", range(cards))
        desk = DeskAtTest(folder / "vault")
        desk.make_vault(with_campaign=True)
        page = ImportPage(desk.desk)
        desk.shown(page)
        gaps = LoopGaps()
        phases: list[tuple[str, float, LoopGaps]] = []

        def phase(what: str) -> None:
            gaps.stop()
            phases.append((what, time.perf_counter(), LoopGaps()))
            phases[-1][2].gaps = gaps.gaps
            gaps.start()

        began = time.perf_counter()
        gaps.start()
        page.contacts.importer.storing.connect(lambda: phase(f"reading {cards} cards"))
        page.contacts.importer.imported.connect(lambda _summary: phase("storing and merging"))
        page.import_files([book])
        desk.rest()
        phase("showing the result")
        page.import_files([extract_file(folder / "district.f2fx")])
        desk.rest()
        phase("opening an extract and matching")
        gaps.stop()
        former = began
        for what, at, noted in phases:
            line(what, noted, at - former)
            former = at
        print(f"{desk.services.importing.count()} contacts")
        gaps.start()
        QCoreApplication.processEvents()
        began = time.perf_counter()
        read_address_book_file(book)
        QCoreApplication.processEvents()
        gaps.stop()
        line("for comparison: reading on the UI thread", gaps, time.perf_counter() - began)
        desk.end()


if __name__ == "__main__":
    main()
