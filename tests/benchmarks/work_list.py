"""The list of the working screen at 10,000 contacts, beside a bare list of strings that Qt filters itself.

`python -m tests.benchmarks.work_list` prints, for one run: from a letter in the search field to the painted list
(filtering, showing, painting), and a page of scrolling, each as milliseconds and as a ratio to a plain `QListView`
over a `QStringListModel` with a `QSortFilterProxyModel`.
"""

import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QListView

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.filters import VoterFrequency
from f2f_desktop.campaign.ids import ContactId
from f2f_desktop.ui.theme import LIGHT, apply_theme
from f2f_desktop.ui.volunteer.work.contact_list import ContactList
from f2f_desktop.volunteer.standing import MatchState
from f2f_desktop.volunteer.suggestions import ContactRow, Query, visible

COUNT = 10_000
SEARCHES = ("a", "an", "ann", "anne 1", "smith", "9", "durham", "zz", "", "e")
FIRST = ("Anne", "Ben", "Chloe", "David", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jon")
LAST = ("Smith", "Quillfeather", "Marrowby", "Tansworth", "Underhill", "Ortega", "Nguyen")


def invented_rows() -> list[ContactRow]:
    """10,000 matched contacts with everything that a row can show."""
    rows = []
    for number in range(COUNT):
        name = f"{FIRST[number % 10]} {LAST[number % 7]} {number}"
        rows.append(
            ContactRow(
                ContactId(str(number)),
                name,
                frozenset({Channel.TEXT, Channel.CALL}),
                starred=number % 50 == 0,
                match=MatchState.MATCHED,
                party="DEM",
                frequency=VoterFrequency.SOMETIMES,
                in_district=True,
                place="Durham 27701",
                search=f"{name.casefold()}\ndurham 27701\n1919555{number:04d}",
            )
        )
    return rows


def median(act: Callable[[str], object], show: Callable[[], object]) -> float:
    """Milliseconds from a search to the painted list, median over all searches three times."""
    times = []
    for text in SEARCHES * 3:
        began = time.perf_counter()
        act(text)
        show()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def scrolling(view: QListView) -> float:
    """Milliseconds for one page of scrolling, painted, median of 40."""
    times = []
    bar = view.verticalScrollBar()
    for page in range(40):
        began = time.perf_counter()
        bar.setValue(page * bar.pageStep() % max(1, bar.maximum()))
        view.viewport().repaint()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def main() -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    rows = invented_rows()
    contacts = ContactList()
    contacts.resize(420, 800)
    contacts.show()
    contacts.set_rows(rows)
    plain, proxy = QListView(), QSortFilterProxyModel()
    proxy.setSourceModel(QStringListModel([row.search for row in rows]))
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    plain.setModel(proxy)
    plain.setUniformItemSizes(True)
    plain.resize(420, 640)
    plain.show()
    app.processEvents()

    filtering = median(lambda text: visible(rows, Query(channel=Channel.TEXT, text=text)), lambda: None)
    ours = median(contacts.search.searched.emit, contacts.view.viewport().repaint)
    theirs = median(proxy.setFilterFixedString, plain.viewport().repaint)
    contacts.search.searched.emit("")
    proxy.setFilterFixedString("")
    our_scroll, their_scroll = scrolling(contacts.view), scrolling(plain)
    print(f"{COUNT} contacts, median milliseconds    ours  plain  ratio")
    for what, mine, bare in (
        ("a letter to the painted list", ours, theirs),
        ("a page of scrolling, painted", our_scroll, their_scroll),
    ):
        print(f"{what:34} {mine:6.1f} {bare:6.1f} {mine / bare:6.2f}")
    print(f"{'of the letter: filtering in memory':34} {filtering:6.1f}")
    contacts.close()
    plain.close()


if __name__ == "__main__":
    main()
