"""What the reader of voter files says of them in whole sentences, in the language that is spoken now."""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "FileNotes"
_SENTENCES: tuple[tuple[str, object], ...] = (
    (
        r"(.+) is no voter file and was passed over\.",
        QT_TRANSLATE_NOOP("FileNotes", "{0} is no voter file and was passed over."),
    ),
    (
        r"(.+) is no history and was passed over\.",
        QT_TRANSLATE_NOOP("FileNotes", "{0} is no history and was passed over."),
    ),
    (
        r"(.+) is empty and was passed over\.",
        QT_TRANSLATE_NOOP("FileNotes", "{0} is empty and was passed over."),
    ),
    (
        r"Not voters but what goes with them: (.+)\.",
        QT_TRANSLATE_NOOP("FileNotes", "Not voters but what goes with them: {0}."),
    ),
    (
        r"(.+) has no header; it is read by that of the other files\.",
        QT_TRANSLATE_NOOP("FileNotes", "{0} has no header; it is read by that of the other files."),
    ),
    (
        r"A close call: (.+) may also be of the layout (.+) \(([0-9]+) %\)\.",
        QT_TRANSLATE_NOOP("FileNotes", "A close call: {0} may also be of the layout {1} ({2} %)."),
    ),
    (
        r"Not in UTF-8 and read as Windows-1252: ([0-9,]+) lines?\.",
        QT_TRANSLATE_NOOP("FileNotes", "Lines that are not in UTF-8 and were read as Windows-1252: {0}."),
    ),
    (
        r"What was chosen by (.+) lies in ([0-9]+) counties \((.+)\), and may be another district in each: .+",
        QT_TRANSLATE_NOOP(
            "FileNotes",
            "The districts you chose lie in {1} counties ({2}), and may be others in each. Choose a county too.",
        ),
    ),
    (r"you named it", QT_TRANSLATE_NOOP("FileNotes", "chosen by you")),
    (
        r"([0-9]+) of ([0-9]+) known columns; (.+)",
        QT_TRANSLATE_NOOP("FileNotes", "it has {0} of {1} columns that such files have, among them {2}"),
    ),
    (
        r"([0-9]+) % of its ([0-9]+) columns are known; (.+)",
        QT_TRANSLATE_NOOP("FileNotes", "{0} % of its {1} columns are known, among them {2}"),
    ),
    (
        r"no header, but ([0-9]+) % of the first rows have its ([0-9]+) (?:columns|places) and their values",
        QT_TRANSLATE_NOOP(
            "FileNotes", "it has no header, but {0} % of the first rows have its {1} columns and their values"
        ),
    ),
)


def told(sentence: str) -> str:
    """One of the sentences above as it is said now; any other stands as it is."""
    for pattern, words in _SENTENCES:
        found = re.fullmatch(pattern, sentence)
        if found is not None:
            text = str(words)
            return QCoreApplication.translate(CONTEXT, text).format(*found.groups())
    return sentence
