"""Nothing of the working screen is cut off or nameless, whatever the window's size and the size of the text."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from f2f_desktop.ui.theme import DARK, LIGHT, apply_theme
from f2f_desktop.ui.translation import LANGUAGES, Translation
from f2f_desktop.ui.volunteer.work.beside import Beside
from f2f_desktop.ui.volunteer.work.keys import KeyWords, WorkKey, shown
from f2f_desktop.ui.widgets import Label, Pill, toast
from f2f_desktop.ui.widgets.free_place import taken_places
from f2f_desktop.ui.widgets.search_field import PAUSE
from tests.ui.volunteer.work_samples import Evening

SMALLEST = (1024, 632)
"""The smallest window less its top bar."""

WALK = (
    ["Return"],
    ["3"],
    ["S"],
    ["W"],
    ["W", "Ctrl+3"],
    ["Ctrl+2"],
    ["Ctrl+1", "F", "1", "T", "1", "N", "Ctrl+S"],
    ["Escape", "Ctrl+Shift+F"],
    ["Escape", "F1"],
    ["Escape", "Return", "Q"],
    ["Escape", "D"],
)
"""Keys that lead through every state of the screen; after each group it is looked at."""


def cut_off(page: QWidget) -> list[str]:
    """What does not show all of its text, or is outside the part of the page that it lies on."""
    return [*_short_of_room(page), *_outside(page)]


def _short_of_room(page: QWidget) -> Iterator[str]:
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget.parent(), QAbstractScrollArea | QLineEdit | QComboBox):
            continue
        if isinstance(widget, Label) and widget.text():
            if widget.hasHeightForWidth():
                if widget.height() < widget.heightForWidth(widget.width()):
                    yield f"label {widget.text()!r}: {widget.height()} high"
            elif widget.width() < widget.sizeHint().width() and widget.objectName() != "elides":
                yield f"label {widget.text()!r}: {widget.width()} wide"
        elif isinstance(widget, QAbstractButton | Pill):
            needed = widget.sizeHint()
            if widget.width() < needed.width() or widget.height() < needed.height():
                yield f"{type(widget).__name__} {widget.text()!r}: {widget.size().toTuple()} < {needed.toTuple()}"
        elif isinstance(widget, QLineEdit | QComboBox):
            if widget.height() < QFontMetricsF(widget.font()).height() + 4:
                yield f"{type(widget).__name__} {widget.accessibleName()!r}: {widget.height()} high"
        elif isinstance(widget, QLabel) and (widget.width() < widget.sizeHint().width()):
            yield f"picture: {widget.width()} wide"


def _outside(page: QWidget) -> Iterator[str]:
    for widget in page.findChildren(QWidget):
        parent = widget.parentWidget()
        if not widget.isVisible() or parent is None or isinstance(parent, QAbstractScrollArea):
            continue
        if widget.parent().metaObject().className().startswith("QScrollAreaScrollBar"):
            continue
        scrolled = isinstance(parent.parentWidget(), QScrollArea) and parent.parentWidget().viewport() is parent
        room = QRect(QPoint(0, 0), parent.size())
        if not scrolled and not room.contains(widget.geometry()):
            yield f"{type(widget).__name__} {widget.accessibleName()!r} {widget.geometry()} outside {room}"
        if scrolled and widget.width() > parent.width():
            yield f"{type(widget).__name__} wider than what it scrolls in"


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Makes the app speak a language until the test is over."""
    translation = Translation(qapp, "en")
    translation.fall_silent()
    yield translation.speak
    translation.fall_silent()
    translation.deleteLater()


@pytest.mark.parametrize("scale", [1.0, 1.6])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off_in_the_smallest_window(
    begin: Callable[..., Evening],
    qapp: QApplication,
    speak: Callable[[str], None],
    language: str,
    scale: float,
) -> None:
    speak(language)
    apply_theme(qapp, LIGHT, scale)
    evening = begin(size=SMALLEST)
    found = {"": cut_off(evening.page)}
    for keys in WALK:
        for key in keys:
            evening.press(key)
        evening.settle()
        found[" ".join(keys)] = cut_off(evening.page)
    assert evening.page.size().toTuple() == SMALLEST
    assert evening.current().state == "opted_out"
    assert {keys: missing for keys, missing in found.items() if missing} == {}


@pytest.mark.parametrize(("scale", "size"), [(1.3, SMALLEST), (1.6, (1400, 900)), (1.0, (1920, 1000))])
def test_nothing_is_cut_off_in_between(
    begin: Callable[..., Evening], qapp: QApplication, scale: float, size: tuple[int, int]
) -> None:
    apply_theme(qapp, DARK, scale)
    evening = begin(size=size)
    evening.go_to("Bartholomew-Alexander Featherstonehaugh-Cholmondeley")
    evening.press("3")
    evening.settle()
    assert cut_off(evening.page) == []


def test_a_text_that_is_cut_off_would_be_found(evening: Evening) -> None:
    evening.settle()
    assert cut_off(evening.page) == []
    planted = QWidget(evening.page)
    row = QHBoxLayout(planted)
    row.addWidget(Label("A sentence that is far too long for its place", wraps=False))
    planted.setGeometry(0, 0, 80, 20)
    planted.show()
    evening.settle()
    assert cut_off(evening.page)


def test_the_page_takes_a_larger_text_while_it_is_open(evening: Evening, qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT, 1.6)
    evening.settle()
    assert cut_off(evening.page) == []
    apply_theme(qapp, LIGHT, 1.0)
    evening.settle()
    assert cut_off(evening.page) == []


def test_narrow_shows_list_and_conversation_by_turns(begin: Callable[..., Evening], qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT, 1.6)
    evening = begin(size=SMALLEST)
    contacts, pane = evening.page.contacts, evening.page.pane
    assert (contacts.isVisible(), pane.isVisible()) == (True, False)
    evening.press("Return")
    assert (contacts.isVisible(), pane.isVisible()) == (False, True)
    first = evening.current().id
    evening.press("J")
    assert evening.current().id != first
    assert pane.isVisible()
    evening.press("S")
    assert evening.current().state == "sent"
    evening.press("Ctrl+Return")
    evening.press("Escape")
    assert (contacts.isVisible(), pane.isVisible()) == (True, False)
    evening.press("N")
    evening.write("a note")
    assert pane.isVisible()
    evening.page.resize(1900, 900)
    evening.settle()
    assert contacts.isVisible()
    assert pane.isVisible()


def nameless(page: QWidget) -> list[str]:
    """Controls that a screen reader could only call by their kind."""
    found = []
    for widget in page.findChildren(QWidget):
        if widget.parent() is not None and "ComboBoxPrivate" in widget.parent().metaObject().className():
            continue
        if not isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractScrollArea):
            continue
        inside = isinstance(widget.parent(), QLineEdit | QComboBox | QAbstractScrollArea)
        if inside or widget.isHidden() or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_every_control_has_a_name(evening: Evening) -> None:
    for keys in ("W", "3", "Ctrl+Shift+F"):
        evening.press(keys)
    assert nameless(evening.page) == []


def test_a_control_without_a_name_would_be_found(evening: Evening) -> None:
    QLineEdit(evening.page).show()
    assert nameless(evening.page) == ["QLineEdit in WorkPage"]


def test_the_help_names_every_key() -> None:
    told = {key for rows in KeyWords().sections().values() for key, _ in rows}
    together = {WorkKey.CALL, WorkKey.EMAIL, WorkKey.SOCIAL}
    assert told == {shown(key) for key in WorkKey if key not in together}


def test_no_key_does_two_things() -> None:
    sequences = [sequence for key in WorkKey for sequence in key.value]
    assert len(sequences) == len(set(sequences))


def test_tab_goes_through_all_controls_and_comes_back(evening: Evening) -> None:
    evening.press("Escape")
    start = QApplication.focusWidget()
    seen = []
    for _ in range(200):
        evening.press("Tab", rest=False)
        focus = QApplication.focusWidget()
        if focus is start:
            break
        seen.append(focus)
    assert QApplication.focusWidget() is start
    message, pane = evening.page.pane.message, evening.page.pane
    for control in (message.editor.field, message.copy, message.sent, pane.report.note, pane.bar.save_next):
        assert control in seen


def events(evening: Evening) -> int:
    """How many events the vault holds that nobody has a receipt for."""
    return evening.services.shift.waiting().events


@pytest.mark.parametrize("key", ["S", "X", "O", "D", "Y", "R", "Ctrl+S", "Ctrl+Return"])
def test_in_a_narrow_window_a_key_that_records_shows_the_conversation_first(
    begin: Callable[..., Evening], qapp: QApplication, key: str
) -> None:
    apply_theme(qapp, LIGHT, 1.6)
    evening = begin(size=SMALLEST)
    first, before = evening.current(), events(evening)
    assert not evening.page.pane.isVisible()
    evening.press(key)
    assert evening.page.pane.isVisible()
    assert (evening.current(), events(evening)) == (first, before)
    assert evening.opener.opened == []


@pytest.mark.parametrize("key", ["C", "Q", "A", "P", "1", "0", "W", "V", "H", "E", "F", "T", "N"])
def test_in_a_narrow_window_a_key_that_shows_something_shows_the_conversation(
    begin: Callable[..., Evening], qapp: QApplication, key: str
) -> None:
    apply_theme(qapp, LIGHT, 1.6)
    evening = begin(size=SMALLEST)
    before = events(evening)
    evening.press(key)
    assert evening.page.pane.isVisible()
    assert events(evening) == before
    if key == "1":
        assert evening.page.pane.message.heading.text() == "Your answer: Said yes"


def test_in_a_narrow_window_without_contacts_no_key_shows_an_empty_conversation(
    begin: Callable[..., Evening], qapp: QApplication
) -> None:
    apply_theme(qapp, LIGHT, 1.6)
    evening = begin(size=SMALLEST)
    evening.press("/")
    evening.write("nobody at all")
    QTest.qWait(2 * PAUSE)
    evening.rest()
    assert evening.page.contacts.model.rowCount() == 0
    evening.page.contacts.view.setFocus()
    for key in ("S", "1", "E", "Ctrl+Return"):
        evening.press(key)
    assert not evening.page.pane.isVisible()


def test_a_whole_conversation_by_keys_in_a_narrow_window(
    begin: Callable[..., Evening], qapp: QApplication
) -> None:
    apply_theme(qapp, LIGHT, 1.6)
    evening = begin(size=SMALLEST)
    first = evening.current()
    for key in ("S", "S", "1", "S", "Ctrl+Return"):
        evening.press(key)
    assert evening.page.pane.isVisible()
    assert evening.current().id != first.id
    row = evening.page.contacts.row_of(first.id)
    assert row is not None
    assert row.state == "reported"
    assert evening.services.shift.waiting().reports == 1


def test_in_a_narrow_window_keys_go_on_working_when_the_conversation_has_come(
    begin: Callable[..., Evening], qapp: QApplication
) -> None:
    apply_theme(qapp, LIGHT, 1.6)
    evening = begin(size=SMALLEST)
    evening.press("H")
    assert evening.page.pane.isAncestorOf(QApplication.focusWidget())
    evening.press("N")
    evening.write("a note")
    evening.press("Escape")
    assert evening.page.pane.isVisible()
    evening.press("Ctrl+S")
    report = evening.conversation().report
    assert report is not None
    assert report.answers.note == "a note"
    evening.press("Escape")
    assert evening.page.contacts.isVisible()


WORDY = "No report yet: nothing is filled in. The button files one without answers."


def hidden_controls(evening: Evening) -> list[str]:
    """What can be pressed and lies under the toast, each with the keys that led there."""
    page, found = evening.page, []
    for keys in ([], ["Return"], ["Ctrl+Shift+F"], ["Escape", "G", "Ctrl+Shift+F"], ["Escape"]):
        for key in keys:
            evening.press(key)
        page.toast.show_message(WORDY, undoable=True)
        evening.settle()
        assert page.rect().contains(page.toast.geometry())
        found += [
            f"{keys}: {each.rect}"
            for each in taken_places(page, page.toast)
            if not each.surface and each.rect.intersects(page.toast.geometry())
        ]
        page.toast.go()
    return found


@pytest.mark.parametrize("scale", [1.0, 1.6, 2.0])
def test_a_word_about_a_step_hides_nothing_that_can_be_pressed(
    begin: Callable[..., Evening], qapp: QApplication, scale: float
) -> None:
    apply_theme(qapp, LIGHT, scale)
    assert hidden_controls(begin(size=SMALLEST)) == []


def test_the_check_for_hidden_controls_can_fail(
    begin: Callable[..., Evening], qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast, "taken_places", lambda _host, _but: [])
    apply_theme(qapp, LIGHT, 1.6)
    assert hidden_controls(begin(size=SMALLEST)) != []


def test_it_makes_way_when_the_page_changes_under_it_and_goes_when_it_is_clicked(
    begin: Callable[..., Evening], qapp: QApplication
) -> None:
    apply_theme(qapp, LIGHT, 1.6)
    evening = begin(size=SMALLEST)
    page = evening.page
    page.toast.show_message(WORDY, undoable=True)
    evening.settle()
    evening.press("Ctrl+Shift+F")
    evening.settle()
    shown = page.contacts.panel.show_list
    button = QRect(shown.mapTo(page, QPoint(0, 0)), shown.size())
    assert page.toast.isVisible()
    assert not button.intersects(page.toast.geometry())
    QTest.mouseClick(page.toast, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not page.toast.isVisible()


class LayoutsAsked(QObject):
    """Counts how often widgets are asked to lay themselves out."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def layouts_at_rest(evening: Evening) -> int:
    """How many are asked for while nobody does anything."""
    evening.settle()
    counter = LayoutsAsked()
    evening.page.installEventFilter(counter)
    QTest.qWait(100)
    evening.page.removeEventFilter(counter)
    return counter.count


def test_a_page_at_rest_does_not_lay_itself_out_again_and_again(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert layouts_at_rest(evening) == 0
    evening.press("S")
    assert evening.page.toast.isVisible()
    assert layouts_at_rest(evening) == 0
    with monkeypatch.context() as planted:
        arrange = Beside.arrange

        def says_it_again(line: Beside) -> None:
            arrange(line)
            line.layout().setAlignment(line.layout().itemAt(0).widget(), line.layout().itemAt(0).alignment())

        planted.setattr(Beside, "arrange", says_it_again)
        evening.press("J")
        assert layouts_at_rest(evening) > 5
    evening.settle()
