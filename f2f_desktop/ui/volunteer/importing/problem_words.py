"""What was wrong with a card or row, in the user's language.

Readers of address books say it in English (`contacts.model.Problem.reason`), because the command line prints it.
Numbers in it are limits: they stand as `{number}` here.
"""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from f2f_desktop.contacts.model import Problem

CONTEXT = "ProblemReasons"

REASONS = (
    QT_TRANSLATE_NOOP("ProblemReasons", "The card has no END line; what it says before that was read."),
    QT_TRANSLATE_NOOP("ProblemReasons", "The card has no BEGIN line; what was found of it was read."),
    QT_TRANSLATE_NOOP("ProblemReasons", "The card is too long; the rest of it was left out."),
    QT_TRANSLATE_NOOP("ProblemReasons", "A value of the card is too long and was cut."),
    QT_TRANSLATE_NOOP(
        "ProblemReasons", "The card has another card in it, of somebody's agent, which was left out."
    ),
    QT_TRANSLATE_NOOP("ProblemReasons", "A line of the card is not a property and was left out."),
    QT_TRANSLATE_NOOP("ProblemReasons", "The card has neither a name nor a phone number nor an e-mail address."),
    QT_TRANSLATE_NOOP("ProblemReasons", "An e-mail address of the card is not one and was left out."),
    QT_TRANSLATE_NOOP(
        "ProblemReasons", "The card has more than {number} values of one kind; the rest was left out."
    ),
    QT_TRANSLATE_NOOP("ProblemReasons", "The row has neither a name nor a phone number nor an e-mail address."),
    QT_TRANSLATE_NOOP("ProblemReasons", "An e-mail address of the row is not one and was left out."),
    QT_TRANSLATE_NOOP("ProblemReasons", "The quotes of the row are not in pairs; it was read as one line."),
    QT_TRANSLATE_NOOP(
        "ProblemReasons", "The row has more cells than the header; the ones too many were left out."
    ),
    QT_TRANSLATE_NOOP("ProblemReasons", "A line is longer than {number} MB and was cut."),
    QT_TRANSLATE_NOOP("ProblemReasons", "The file is too long; the rest of it was left out."),
    QT_TRANSLATE_NOOP("ProblemReasons", "The file is longer than {number} MB; the rest was left out."),
    QT_TRANSLATE_NOOP("ProblemReasons", "The file has more than {number} cards; the rest was left out."),
    QT_TRANSLATE_NOOP("ProblemReasons", "{number} more problems of this kind were not listed."),
    QT_TRANSLATE_NOOP("ProblemReasons", "This file is no address book."),
    QT_TRANSLATE_NOOP("ProblemReasons", "The file is empty."),
    QT_TRANSLATE_NOOP("ProblemReasons", "The file is not there."),
    QT_TRANSLATE_NOOP("ProblemReasons", "The file cannot be read."),
    QT_TRANSLATE_NOOP("ProblemReasons", "This is a folder, not a file."),
)
"""Every reason that a reader gives."""

NUMBER = re.compile(r"\d[\d,]*")


def reason_words(reason: str) -> str:
    """A reason in the language of the window; as it is, if it is none of ours."""
    numbers = NUMBER.findall(reason)
    template = NUMBER.sub("{number}", reason)
    said = QCoreApplication.translate(CONTEXT, template)
    if said == template or len(numbers) > 1:
        return reason
    return said.format(number=numbers[0]) if numbers else said


class ProblemWords(QObject):
    """Says in a line what was wrong with a card."""

    def line(self, problem: Problem) -> str:
        """A problem as one line of text."""
        place = problem.file
        if problem.card:
            place += " · " + self.tr("card {number}").format(number=problem.card)
        if problem.line:
            place += " · " + self.tr("line {number}").format(number=problem.line)
        return f"{place}: {reason_words(problem.reason)}"
