"""Tab goes through a page as it is read, whatever was built when."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from f2f_desktop.ui.reading_order import follow_reading_order, in_reading_order
from f2f_desktop.ui.sheet import Sheet


def by_tab(first: QWidget, last: QWidget) -> list[str]:
    found: list[str] = [first.objectName()]
    at = first.nextInFocusChain()
    while at is not None and at is not first and found[-1] != last.objectName():
        if isinstance(at, QLineEdit):
            found.append(at.objectName())
        at = at.nextInFocusChain()
    return found


def field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def test_what_was_put_in_later_comes_where_it_stands(qapp: QApplication) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    first, last = field("first"), field("last")
    sheet, row, stack = Sheet(), QHBoxLayout(), QStackedWidget()
    stack.addWidget(field("seen"))
    stack.addWidget(field("not seen"))
    column.addWidget(first)
    column.addLayout(row)
    column.addWidget(sheet)
    column.addWidget(stack)
    column.addWidget(last)
    sheet.column.addWidget(field("in the sheet"))
    row.addWidget(field("left"))
    gone = field("gone")
    row.addWidget(gone)
    gone.hide()
    row.addWidget(field("right"))
    page.show()
    QTest.qWait(1)
    read = ["first", "left", "right", "in the sheet", "seen", "last"]
    assert [each.objectName() for each in in_reading_order(page)] == read
    assert by_tab(first, last) != read
    follow_reading_order(page)
    assert by_tab(first, last) == read
    page.close()
    page.deleteLater()
