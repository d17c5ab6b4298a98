"""Questions to the hub, asked on the pool; the answer's age in a line, and never a dialog for a missing network."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from f2f_desktop.errors import KnownError
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.fault_words import fault_words
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.widgets import Label, TextStyle
from f2f_desktop.workspace import AsOf

Thing = TypeVar("Thing")


class AgeLine(Label):
    """How old the figures on the screen are, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", TextStyle.SMALL, muted=True, parent=parent)
        self._words = ResultWords(self)

    def tell(self, answer: AsOf[Any], behind: int = 0) -> None:
        """Says an answer's age, and how many events are in no figure yet."""
        words = self._words.age(answer)
        if behind:
            words = f"{words} · " + self.tr("%n event(s) being counted", "", behind)
        self._say(words, Tone.WARNING if answer.trouble else None)

    def tell_failure(self, error: KnownError) -> None:
        """Says why there is no answer at all."""
        self._say(" ".join(filter(None, fault_words(error))), Tone.WARNING)

    def _say(self, words: str, tone: Tone | None) -> None:
        self.set_tone(tone, muted=tone is None)
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)


class Asking(QObject):
    """Asks for one screen. An answer to a question that is no longer the newest of its name is dropped."""

    def __init__(self, desk: Desk, age: AgeLine, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._age = age
        self._newest: dict[str, int] = {}

    def ask(
        self,
        name: str,
        question: Callable[..., AsOf[Thing]],
        *arguments: Any,
        success: Callable[[Thing], object],
        failure: Callable[[Exception], object] | None = None,
        **keywords: Any,
    ) -> None:
        """Asks; `success` takes the answer's value, once its age has been told."""
        number = self._newest[name] = self._newest.get(name, 0) + 1

        def came(answer: AsOf[Thing]) -> None:
            if self._newest[name] == number:
                self._age.tell(answer, getattr(answer.value, "behind", 0))
                success(answer.value)

        def failed(error: Exception) -> None:
            if self._newest[name] != number:
                return
            if failure is not None:
                failure(error)
            if isinstance(error, KnownError):
                self._age.tell_failure(error)
            else:
                self._desk.faults.show(error)

        self._desk.jobs.in_background(
            lambda: question(*arguments, **keywords),
            success=came,
            failure=failed,
            initiator=self,
            with_progress=False,
        )
