"""From nothing to a published action by the keyboard alone, through the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from f2f_desktop.campaign.action import ActionStatus
from f2f_desktop.ui.main_window import MainWindow
from tests.ui.organizer.names import spoken_name
from tests.ui.organizer.office import Office

FARTHEST = 80
"""Steps of the Tab key after which something counts as out of reach."""


class Keyboard:
    """Somebody who has no mouse, and hears what the keyboard is at.

    Attributes:
        steps: how often Tab was pressed to get somewhere, by where that was.
    """

    def __init__(self, office: Office, window: MainWindow) -> None:
        self._office, self._window = office, window
        self.steps: dict[str, int] = {}

    def at(self) -> QWidget:
        """What has the keyboard."""
        popup = QApplication.activePopupWidget()
        focused = popup if isinstance(popup, QMenu) else QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        return focused

    def said(self) -> str:
        """What a screen reader says of it."""
        return spoken_name(self.at())

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key, and lets come what comes of it."""
        QTest.keyClick(self.at(), key, modifiers)
        self._office.rest()

    def write(self, words: str) -> None:
        """Types."""
        QTest.keyClicks(self.at(), words)
        self._office.rest()

    def go_to(self, name: str, *, back: bool = False) -> None:
        """Presses Tab until it is at this."""
        passed: list[str] = []
        for step in range(FARTHEST):
            if self.said() == name:
                self.steps[name] = step
                return
            passed.append(self.said())
            self.press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        raise AssertionError(f"“{name}” is out of reach: {passed}")


CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a menu that opens, offscreen
def test_an_action_is_made_and_published_by_the_keyboard_alone(office: Office) -> None:
    office.open_hub().with_questions()
    office.services.authoring.keep_key_file(office.key_file)
    window = office.window()
    keys = Keyboard(office, window)
    assert keys.said() == "Places"
    keys.press(Qt.Key.Key_N, CTRL)
    assert keys.said() == "Title"
    keys.write("Ask three friends")
    keys.go_to("Description")
    keys.press(Qt.Key.Key_B, CTRL)
    keys.write("Three messages.")
    keys.go_to("Text message")
    keys.write("Hi ")
    keys.go_to("Insert a field", back=True)
    assert keys.steps["Insert a field"] == 1
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    assert keys.said() == "Text message"
    keys.write(", can Jordan count on you?")
    keys.go_to("Add a response script")
    keys.press(Qt.Key.Key_Space)
    keys.write("Said yes")
    keys.go_to("Answer")
    keys.write("Great!")
    keys.go_to("Publish")
    keys.press(Qt.Key.Key_Space)
    office.until(lambda: office.services.authoring.actions()[0].published)
    office.rest()
    keys.press(Qt.Key.Key_Escape)
    (row,) = office.services.authoring.actions()
    action = row.action
    assert (action.status, row.changed) == (ActionStatus.PUBLISHED, False)
    assert action.title == "Ask three friends"
    assert action.description == "**Three messages.**"
    assert action.scripts.text.text == "Hi {{first_name}}, can Jordan count on you?"
    assert [(each.label, each.text) for each in action.responses] == [("Said yes", "Great!")]
    assert keys.said() == "Actions"
    assert max(keys.steps.values()) < 40, keys.steps
