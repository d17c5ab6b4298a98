"""Every widget on one page, as pictures to look at: `python -m tests.ui.gallery DIR`.

Light and dark, at 100 % and 200 % of the screen, at 100 % and 160 % of the text size, wide and narrow.
"""

import os
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.ui import widgets as w
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import DARK, LIGHT, Theme, Tone, apply_theme

TEXT = (
    "Hi Renée, it's Alex! I'm helping Jordan Rivera run for City Council because the library hours got cut. "
    "Election Day is Tuesday, Nov 3. Can Jordan count on your vote?"
)
ADDRESSES = "SMSTO:+12125550100:" + TEXT


def row(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    line = QHBoxLayout()
    for widget in widgets:
        line.addWidget(widget)
    if stretch:
        line.addStretch(1)
    return line


def left_side() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addLayout(
        row(
            w.StatusIndicator("Offline · 12 reports waiting", Icon.CLOUD_OFFLINE),
            w.IconButton(Icon.MOON, "Dark"),
            w.IconButton(Icon.LOCK, "Lock"),
            w.IconButton(Icon.HELP, "Help"),
        )
    )
    steps = w.StepHeader(["Protect", "Import", "Extract", "Done"])
    steps.set_current(1)
    column.addWidget(steps)
    column.addWidget(w.SearchField("Search by name, phone, email or place"))
    channels = {"text": "Text", "call": "Call", "email": "Email", "social": "Social"}
    column.addWidget(w.SegmentedControl("Channel", channels))
    icons = {"text": Icon.TEXT, "call": Icon.PHONE, "email": Icon.MAIL, "social": Icon.PEOPLE}
    column.addWidget(w.SegmentedControl("Channel", channels, icons=icons))
    card = w.Card()
    star = w.StarButton("Suggested")
    star.setChecked(True)
    names = QVBoxLayout()
    names.addWidget(w.Label("Renée O'Neil", w.TextStyle.TITLE))
    pills = w.FlowBox()
    pills.add(*(w.Pill(str(tone).capitalize(), tone) for tone in Tone))
    names.addWidget(pills)
    person = QHBoxLayout()
    person.addWidget(w.Avatar("Renée O'Neil"))
    person.addLayout(names, 1)
    person.addWidget(star)
    person.addWidget(w.StarButton("Suggested"))
    card.column.addLayout(person)
    card.column.addWidget(w.Label(TEXT, muted=True))
    card.column.addLayout(row(w.KeyHint("Enter"), w.KeyHint("Ctrl+Z"), w.KeyHint("1"), w.KeyHint("→")))
    column.addWidget(card)
    for tone in (Tone.INFO, Tone.WARNING, Tone.DANGER, Tone.SUCCESS):
        column.addWidget(w.Banner(f"{tone}: 6 cards need a look, and 31 were already here.", tone, action="Show"))
    progress = w.ProgressRow("Reading 3 address books …")
    progress.set_progress(412, 900)
    column.addWidget(progress)
    column.addWidget(
        w.EmptyState(Icon.PEOPLE, "No contacts yet", "Import an address book. It stays here.", action="Import…")
    )
    return page


def right_side() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    card = w.Card()
    editor = w.ScriptEditor("Message")
    editor.set_text(TEXT)
    code = w.QrView("Code")
    code.set_text(ADDRESSES)
    card.column.addLayout(row(editor, code, stretch=False))
    card.column.addLayout(
        row(
            w.PrimaryButton("Open in Messages", Icon.TEXT), w.Button("Copy text", Icon.COPY), w.QuietButton("Skip")
        )
    )
    off = w.PrimaryButton("Not now")
    off.setEnabled(False)
    card.column.addLayout(row(w.DangerButton("Erase", Icon.TRASH), off))
    card.column.addWidget(w.Label("How did it go?", w.TextStyle.HEADING))
    chips = w.ChipFlow("Outcome", exclusive=True)
    answers = [
        "Will vote",
        "Leaning yes",
        "Undecided",
        "Leaning no",
        "No answer",
        "Wrong number",
        "Do not contact",
    ]
    chips.set_chips(
        {answer: answer for answer in answers},
        tones={"Will vote": Tone.SUCCESS},
        keys={answer: str(number) for number, answer in enumerate(answers, 1)},
    )
    chips.set_chosen(["Will vote"])
    card.column.addWidget(chips)
    tags = w.ChipFlow("Tags")
    tags.set_chips({tag: tag for tag in ("Needs a ride", "Wants a yard sign", "Will volunteer", "Schools")})
    tags.set_chosen(["Will volunteer", "Schools"])
    card.column.addWidget(tags)
    note = QLineEdit()
    note.setPlaceholderText("Add a note")
    card.column.addWidget(note)
    combo = QComboBox()
    combo.addItems(["Any party", "None"])
    check, radio, other = QCheckBox("Starred only"), QRadioButton("Keyring"), QRadioButton("Passphrase")
    check.setChecked(True)
    radio.setChecked(True)
    card.column.addLayout(row(combo, check, radio, other))
    column.addWidget(card)
    evidence = w.Card()
    waterfall = w.Waterfall()
    waterfall.set_weights(
        [
            w.Weight("Last name", "same, rare: “O'Neil”", 5.2),
            w.Weight("First name", "same: “Renée”", 3.1),
            w.Weight("Phone", "another number", -1.4),
            w.Weight("Birth year", "same: 1984", 2.2),
        ]
    )
    evidence.column.addWidget(waterfall)
    column.addWidget(evidence)
    column.addStretch(1)
    return page


def page() -> QWidget:
    """Every widget."""
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.addWidget(left_side(), 2)
    line.addWidget(right_side(), 3)
    toast = w.Toast(whole)
    toast.show_message("Report about Renée saved.", undoable=True)
    return whole


def picture(theme: Theme, scale: float, size: tuple[int, int]) -> QImage:
    """The page as it looks in `theme`, text at `scale`."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, theme, scale)
    whole = page()
    whole.resize(*size)
    whole.show()
    for _ in range(5):
        app.processEvents()
    image = whole.grab().toImage()
    whole.close()
    whole.deleteLater()
    app.processEvents()
    return image


def main(folder: Path) -> None:
    """Writes all pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    screen = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    for theme in (LIGHT, DARK):
        for scale, size in ((1.0, (1240, 900)), (1.6, (1500, 1300))):
            name = f"{theme.name}-text{scale:.0%}-screen{screen:.0%}.png".replace("%", "")
            picture(theme, scale, size).save(str(folder / name))
    if screen == 1:
        # Qt reads the factor once, as it starts.
        again = [sys.executable, "-m", "tests.ui.gallery", str(folder)]
        subprocess.run(again, env=os.environ | {"QT_SCALE_FACTOR": "2"}, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
