"""The widgets: what they say, how they are used by keyboard and by screen reader, that nothing is cut off."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from f2f_desktop.ui import widgets as w
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import DARK, LIGHT, Theme, Tone, apply_theme, contrast
from f2f_desktop.ui.widgets.painting import avatar_colour, initials
from f2f_desktop.ui.widgets.waterfall import Bar, Extent, spans
from tests.ui.gallery import page

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitExposed(widget)
        widget.activateWindow()
        QApplication.processEvents()
        return widget

    return shown


@pytest.fixture(params=[(LIGHT, 1.0), (DARK, 1.6)], ids=["light", "dark at 160 %"])
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    theme, scale = request.param
    apply_theme(qapp, theme, scale)
    yield theme
    apply_theme(qapp, LIGHT)


def controls(window: QWidget) -> list[QWidget]:
    """What can be pressed or typed into."""
    found = window.findChildren(QAbstractButton) + window.findChildren(QLineEdit)
    return [each for each in found if each.isVisible() and not each.objectName().startswith("qt_")]


def test_every_control_has_a_name_and_a_size_to_be_hit(show: Show, dressed: Theme) -> None:
    window = show(page())
    seen = controls(window)
    assert len(seen) > 30
    small = [each for each in seen if min(each.width(), each.height()) < 24 and each.parent().objectName() != "qt"]
    assert [(type(each).__name__, each.size()) for each in small if not isinstance(each.parent(), QLineEdit)] == []
    nameless = []
    for each in seen:
        spoken = QAccessible.queryAccessibleInterface(each)
        name = spoken.text(QAccessible.Text.Name)
        if not name and not each.property("text") and not isinstance(each.parent(), QLineEdit):
            nameless.append(each)
    # The line edit and the box of the gallery have no label; their names are the screens' business.
    assert [type(each).__name__ for each in nameless if type(each).__module__.startswith("f2f_desktop")] == []


def test_a_control_without_a_name_would_be_noticed(show: Show) -> None:
    nameless = show(w.IconButton(Icon.HELP, ""))
    assert QAccessible.queryAccessibleInterface(nameless).text(QAccessible.Text.Name) == ""


def test_no_control_is_squeezed_below_what_its_text_needs(show: Show, dressed: Theme) -> None:
    window = show(page())
    window.resize(window.sizeHint() + QSize(200, 200))
    QApplication.processEvents()
    squeezed = [
        (each.text(), each.width(), each.sizeHint().width())
        for each in window.findChildren(QAbstractButton)
        if each.isVisible() and each.text() and each.width() < each.sizeHint().width()
    ]
    assert squeezed == []


FOCUSABLE = {
    "button": lambda: w.Button("Copy"),
    "primary": lambda: w.PrimaryButton("Open"),
    "quiet": lambda: w.QuietButton("Skip"),
    "danger": lambda: w.DangerButton("Erase"),
    "icon": lambda: w.IconButton(Icon.HELP, "Help"),
    "star": lambda: w.StarButton("Suggested"),
    "chip": lambda: w.Chip("Needs a ride"),
    "search": lambda: w.SearchField("Search"),
    "status": lambda: w.StatusIndicator("Offline"),
    "segments": lambda: w.SegmentedControl("Channel", {"text": "Text", "call": "Call"}),
    "script": lambda: w.ScriptEditor("Message"),
}


@pytest.mark.parametrize("name", FOCUSABLE)
def test_the_focus_can_be_seen(show: Show, dressed: Theme, name: str) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    widget, other = FOCUSABLE[name](), QLineEdit()
    column.addWidget(widget)
    column.addWidget(other)
    show(window)
    other.setFocus()
    QApplication.processEvents()
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert widget.hasFocus() or (widget.focusProxy() is not None and widget.focusProxy().hasFocus())
    with_focus = widget.grab().toImage()
    changed = different(without, with_focus)
    assert len(changed) > 20
    visible = [1 for x, y in changed if visibly_other(without, with_focus, x, y)]
    assert len(visible) > 20


def different(first: QImage, second: QImage) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(first.width())
        for y in range(first.height())
        if first.pixel(x, y) != second.pixel(x, y)
    ]


def visibly_other(first: QImage, second: QImage, x: int, y: int) -> bool:
    # Compared with the ground within the ring as well, a primary button's ring lies on its own colour.
    return contrast(first.pixelColor(x, y).name(), second.pixelColor(x, y).name()) > 2


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Renée O'Neil", "RO"),
        ("juan carlos núñez", "JN"),
        ("Cher", "C"),
        ("王伟", "王"),
        ("Mary (Mom) Smith", "MS"),
        ("", "?"),
        ("+1 212 555 0100", "?"),
        ("Éric", "É"),
        ("ßigurd ﬁtz", "SF"),
    ],
)
def test_initials_are_those_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_name_keeps_its_colour_and_names_differ() -> None:
    assert avatar_colour("Renée O'Neil") == avatar_colour("renée o'neil")
    assert len({avatar_colour(f"Person {number}") for number in range(50)}) >= 6


def test_the_arrow_keys_move_the_choice_and_tab_reaches_only_the_chosen_segment(show: Show, qtbot: QtBot) -> None:
    control = w.SegmentedControl("Channel", {"text": "Text", "call": "Call", "email": "Email"})
    show(control)
    heard: list[str] = []
    control.chosen.connect(heard.append)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    ):
        qtbot.keyClick(control.focusProxy(), key)
    assert heard == ["call", "email", "text", "email", "text", "email"]
    assert control.current() == "email"
    assert control.segment("email").hasFocus()
    stops = [
        key for key in ("text", "call", "email") if control.segment(key).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["email"]


def test_a_segment_that_is_out_of_the_choice_is_passed_over(show: Show, qtbot: QtBot) -> None:
    control = w.SegmentedControl("Channel", {"text": "Text", "call": "Call", "email": "Email"})
    show(control)
    control.set_segment_enabled("call", False, "No phone number")
    control.setFocus()
    qtbot.keyClick(control.focusProxy(), Qt.Key.Key_Right)
    assert control.current() == "email"
    qtbot.mouseClick(control.segment("email"), Qt.MouseButton.LeftButton)
    assert control.current() == "email"


def test_a_segment_says_itself_as_a_choice(show: Show) -> None:
    control = w.SegmentedControl("Channel", {"text": "Text", "call": "Call"})
    show(control)
    spoken = QAccessible.queryAccessibleInterface(control.segment("text"))
    assert spoken.text(QAccessible.Text.Name) == "Text"
    assert spoken.state().checked


def test_a_chip_says_whether_it_is_chosen_and_keeps_its_width(show: Show, qtbot: QtBot) -> None:
    chip = w.Chip("Needs a ride", key="1")
    show(chip)
    width = chip.sizeHint().width()
    off = chip.grab().toImage()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert chip.sizeHint().width() == width
    assert chip.grab().toImage() != off
    spoken = QAccessible.queryAccessibleInterface(chip)
    assert spoken.state().checkable
    assert spoken.state().checked
    assert "1" in spoken.text(QAccessible.Text.Description)


def test_one_answer_of_many_is_chosen_and_can_be_taken_back(show: Show, qtbot: QtBot) -> None:
    chips = w.ChipFlow("Outcome", exclusive=True)
    chips.set_chips({"yes": "Yes", "no": "No"})
    show(chips)
    heard: list[frozenset[str]] = []
    chips.chosen_changed.connect(heard.append)
    for key in ("yes", "no", "no"):
        qtbot.mouseClick(chips.chip(key), Qt.MouseButton.LeftButton)
    assert heard == [frozenset({"yes"}), frozenset({"no"}), frozenset()]


def test_new_chips_keep_what_was_chosen_and_are_silent(show: Show, qtbot: QtBot) -> None:
    chips = w.ChipFlow("Tags")
    show(chips)
    chips.set_chips({"a": "A", "b": "B"})
    chips.set_chosen(["a", "b"])
    with qtbot.assertNotEmitted(chips.chosen_changed):
        chips.set_chips({"b": "B", "c": "C"})
    assert chips.chosen() == {"b"}


def test_a_flow_takes_more_lines_as_it_gets_narrower_and_cuts_nothing(show: Show, dressed: Theme) -> None:
    outer = QSplitter()
    flow = w.ChipFlow("Tags")
    flow.set_chips({str(number): f"Something to choose {number}" for number in range(8)})
    outer.addWidget(flow)
    outer.addWidget(QWidget())
    show(outer)
    heights = []
    for width in (1600, 800, 400):
        outer.resize(width, 900)
        outer.setSizes([width - 60, 60])
        for _ in range(3):
            QApplication.processEvents()
        heights.append(flow.minimumHeight())
        whole = QRect(QPoint(), flow.size())
        assert all(whole.contains(flow.chip(str(number)).geometry()) for number in range(8))
    assert heights[0] < heights[1] < heights[2]


def test_a_flow_is_mirrored_where_people_read_from_the_right(show: Show) -> None:
    chips = w.ChipFlow("Tags")
    chips.set_chips({"first": "First", "second": "Second"})
    chips.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(chips)
    chips.resize(600, 100)
    QApplication.processEvents()
    assert chips.chip("first").x() > chips.chip("second").x()


LONG = (
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller and some more words that have to be wrapped " * 3
)


def test_a_label_claims_the_lines_that_it_needs_in_a_splitter_too(show: Show, dressed: Theme) -> None:
    outer = QSplitter()
    holder = QWidget()
    column = QVBoxLayout(holder)
    label = w.Label(LONG)
    column.addWidget(label)
    column.addStretch(1)
    outer.addWidget(holder)
    outer.addWidget(QWidget())
    show(outer)
    for width in (900, 500, 250):
        outer.resize(width + 50, 900)
        outer.setSizes([width, 50])
        for _ in range(3):
            QApplication.processEvents()
        assert label.height() >= label.heightForWidth(label.width())
    assert label.heightForWidth(200) > label.heightForWidth(800)


def test_a_word_longer_than_the_line_is_broken_not_cut(show: Show) -> None:
    label = w.Label("x" * 200)
    show(label)
    line = label.heightForWidth(10_000)
    assert label.heightForWidth(200) >= 5 * line
    assert label.minimumSizeHint().width() < 200


def test_a_label_that_is_squeezed_to_nothing_does_not_make_the_window_grow(show: Show) -> None:
    label = w.Label("Saved on this computer first, sent when you choose.")
    show(label)
    label.resize(1, 20)
    in_its_narrowest_form = label.heightForWidth(label.minimumSizeHint().width())
    assert label.minimumHeight() <= in_its_narrowest_form
    assert label.heightForWidth(1) > 4 * in_its_narrowest_form  # what it claimed otherwise


def test_a_label_shows_markup_as_it_is(show: Show) -> None:
    label = w.Label("<b>Robert</b>\n<img src=x>")
    show(label)
    assert label.text() == "<b>Robert</b>\n<img src=x>"
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name).startswith("<b>")


def test_the_search_says_once_what_was_typed_when_typing_pauses(show: Show, qtbot: QtBot) -> None:
    field = w.SearchField("Search contacts")
    show(field)
    heard: list[str] = []
    field.searched.connect(heard.append)
    QTest.keyClicks(field, "ren ")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["ren"])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["ren"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert heard == ["ren", ""]
    QTest.keyClicks(field, "ab")
    with qtbot.waitSignal(field.left_downwards):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert heard == ["ren", "", "ab"]


def test_a_toast_goes_by_itself_and_brings_the_way_back(show: Show, qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(500, 300)
    show(host)
    toast = w.Toast(host, life=60)
    gone: list[bool] = []
    toast.gone.connect(lambda: gone.append(True))
    toast.show_message("Saved.", undoable=True)
    assert toast.isVisible()
    assert host.rect().contains(toast.geometry())
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=2_000)
    assert gone == [True]
    toast.show_message("Saved again.", undoable=True)
    with qtbot.waitSignal(toast.undone):
        qtbot.mouseClick(toast.findChildren(w.QuietButton)[0], Qt.MouseButton.LeftButton)
    assert not toast.isVisible()
    assert gone == [True, True]


def test_a_toast_stays_while_the_keyboard_is_on_it(show: Show, qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(500, 300)
    show(host)
    toast = w.Toast(host, life=40)
    toast.show_message("Saved.", undoable=True)
    toast.findChildren(w.QuietButton)[0].setFocus()
    qtbot.wait(150)
    assert toast.isVisible()
    toast.go()


def test_a_toast_without_a_way_back_offers_none_and_fits_a_narrow_window(show: Show, dressed: Theme) -> None:
    host = QWidget()
    host.resize(420, 300)
    show(host)
    toast = w.Toast(host)
    toast.show_message(LONG[:200])
    QApplication.processEvents()
    assert not toast.findChildren(w.QuietButton)[0].isVisible()
    assert host.rect().contains(toast.geometry())
    label = toast.findChildren(w.Label)[0]
    assert label.height() >= label.heightForWidth(label.width())
    host.resize(900, 400)
    QApplication.processEvents()
    assert host.rect().contains(toast.geometry())
    assert toast.geometry().bottom() > 300
    toast.go()


def test_a_banner_says_and_is_closed(show: Show, qtbot: QtBot) -> None:
    banner = w.Banner("Six cards need a look.", Tone.WARNING, action="Show")
    show(banner)
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.findChildren(w.Button)[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.closed):
        qtbot.mouseClick(banner.findChildren(w.IconButton)[0], Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    banner.say("All is well.", Tone.SUCCESS)
    assert banner.isVisible()
    assert banner.text() == banner.accessibleName() == "All is well."


def test_no_widget_opens_a_window_of_its_own(qtbot: QtBot) -> None:
    before = set(QApplication.topLevelWidgets())
    whole = page()
    qtbot.addWidget(whole)
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible() and each not in before] == []


def test_progress_goes_from_unknown_to_its_end_and_can_be_stopped(show: Show, qtbot: QtBot) -> None:
    row = w.ProgressRow("Reading …")
    show(row)
    bar = row._bar
    assert bar.maximum() == 0
    row.set_progress(5_000_000_000, 10_000_000_000)
    assert bar.value() / bar.maximum() == 0.5
    stop = row.findChildren(w.Button)[0]
    with qtbot.waitSignal(row.stopped):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert not stop.isEnabled()
    row.start("Again …")
    assert stop.isEnabled()


def test_the_steps_say_where_the_user_is(show: Show, dressed: Theme) -> None:
    steps = w.StepHeader(["Protect", "Import", "Done"])
    show(steps)
    steps.set_current(1)
    assert steps.accessibleName() == "Step 2 of 3: Import"
    assert steps.current() == 1
    assert steps.minimumSizeHint().width() < steps.sizeHint().width()


def test_the_evidence_is_there_as_a_table_too(show: Show, qtbot: QtBot) -> None:
    waterfall = w.Waterfall()
    waterfall.set_weights([w.Weight("Last name", "the same", 5.24), w.Weight("Phone", "another", -1.4)])
    show(waterfall)
    assert waterfall.bars.accessibleName() == "Evidence: Last name, the same, +5.2; Phone, another, −1.4"
    qtbot.mouseClick(waterfall.switch, Qt.MouseButton.LeftButton)
    assert waterfall.table.isVisible()
    assert not waterfall.bars.isVisible()
    texts = [[waterfall.table.item(row, column).text() for column in range(3)] for row in range(2)]
    assert texts == [["Last name", "the same", "+5.2"], ["Phone", "another", "−1.4"]]


SUM = (
    w.Weight("To begin with", "about 1 in 68,000", -11.1, w.Step.BASE),
    w.Weight("Last name", "the same", 7.3),
    w.Weight("Phone", "another", -0.9),
    w.Weight("Together", "", -4.7, w.Step.TOTAL, "1 %"),
)


def test_every_bar_begins_where_the_one_before_it_ended_and_the_last_is_the_sum() -> None:
    found = spans(SUM)
    assert found[0] == (0.0, -11.1)
    assert [start for start, _ in found[1:3]] == [end for _, end in found[:2]]
    assert found[3] == (0.0, -4.7)
    assert found[2][1] == pytest.approx(found[3][1])
    assert Extent.of(SUM) == (-11.1, 0.0)
    assert Extent.of(SUM, [w.Weight("Phone", "the same", 12.0)]).high == 12.0


def test_voters_side_by_side_have_the_same_comparison_in_the_same_row(show: Show) -> None:
    other = (SUM[0], w.Weight("Phone", "the same", 12.0), w.Weight("ZIP code", "another", -1.5), SUM[3])
    comparison = w.Comparison([w.Compared("Ann", SUM), w.Compared("Anna", other)])
    show(comparison)
    labels = {each.text(): each.y() for each in comparison.findChildren(w.Label) if each.parent() is comparison}
    rows = sorted((title for title in labels if title not in ("Ann", "Anna")), key=lambda title: labels[title])
    assert rows == ["To begin with", "Phone", "Last name", "ZIP code", "Together"]
    spoken = comparison.accessibleName()
    assert "Anna: To begin with" in spoken
    assert "Phone, the same, +12.0" in spoken
    assert len(comparison.findChildren(Bar)) == len(SUM) + len(other)


def test_the_bars_show_what_speaks_for_and_against(show: Show, dressed: Theme) -> None:
    waterfall = w.Waterfall()
    bars = waterfall.bars
    bars.set_weights([w.Weight("Last name", "the same", 5.2), w.Weight("Phone", "another", -5.2)])
    show(waterfall)
    image = bars.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }
    assert {dressed.success.line, dressed.danger_tone.line} <= colours


def test_the_script_field_tells_its_length_and_lets_the_keyboard_out(show: Show, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    editor, after = w.ScriptEditor("Message"), QLineEdit()
    column.addWidget(editor)
    column.addWidget(after)
    show(window)
    heard: list[str] = []
    editor.edited.connect(heard.append)
    editor.set_text("Hi")
    assert heard == []
    editor.setFocus()
    QTest.keyClicks(editor.field, "!")
    assert heard == ["!Hi"]
    QTest.keyClick(editor.field, Qt.Key.Key_Tab)
    assert after.hasFocus()
    editor.set_text("🗳" * 40)
    assert "2 text message" in editor.count.text()
    assert "🗳" in editor.count.text()
    editor.set_counts_messages(False)
    assert "text message" not in editor.count.text()


def test_a_star_says_what_it_stands_for_and_shows_it_by_shape(show: Show) -> None:
    star = w.StarButton("Suggested by the campaign")
    show(star)
    off = star.grab().toImage()
    star.setChecked(True)
    assert star.grab().toImage() != off
    spoken = QAccessible.queryAccessibleInterface(star)
    assert spoken.text(QAccessible.Text.Name) == "Suggested by the campaign"
    assert spoken.state().checked


def test_an_empty_list_says_why_and_what_to_do(show: Show, qtbot: QtBot) -> None:
    empty = w.EmptyState(Icon.PEOPLE, "No contacts yet", "Import an address book.", action="Import…")
    show(empty)
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty.findChildren(w.PrimaryButton)[0], Qt.MouseButton.LeftButton)
    empty.say(Icon.SEARCH, "Nobody found")
    assert not empty.findChildren(w.PrimaryButton)[0].isVisible()
    assert empty.accessibleName() == "Nobody found"
