"""What is wrong with rows of a list, in the language that is spoken now."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from f2f_desktop.organizer.target_lists import KeptBack, Why

CONTEXT = "ListWords"
REASONS = (
    QT_TRANSLATE_NOOP("ListWords", "The row has no first name or no last name, and no id; it was left out."),
    QT_TRANSLATE_NOOP("ListWords", "The row has no phone number."),
    QT_TRANSLATE_NOOP("ListWords", "The phone number is not valid; the row came in without it."),
    QT_TRANSLATE_NOOP(
        "ListWords",
        "The assigned e-mail address is none; the row was left out, so that it does not go to everybody.",
    ),
    QT_TRANSLATE_NOOP("ListWords", "The quotes of the row are not in pairs; it was read as one line."),
    QT_TRANSLATE_NOOP("ListWords", "The row has more cells than the header; the ones too many were left out."),
    QT_TRANSLATE_NOOP("ListWords", "A value is longer than 2,000 letters and was cut."),
    QT_TRANSLATE_NOOP("ListWords", "The list has more than 1,000,000 rows; the rest of them was left out."),
)
WHYS: dict[Why, object] = {
    Why.UNMATCHED: QT_TRANSLATE_NOOP("ListWords", "Nobody in the extract fits"),
    Why.AMBIGUOUS: QT_TRANSLATE_NOOP("ListWords", "Several voters fit"),
    Why.UNSURE: QT_TRANSLATE_NOOP("ListWords", "One voter fits, but not surely"),
    Why.ABSENT: QT_TRANSLATE_NOOP("ListWords", "The id is not in the extract"),
    Why.TAKEN: QT_TRANSLATE_NOOP("ListWords", "The row of another line fits that voter better"),
    Why.REPEATED: QT_TRANSLATE_NOOP("ListWords", "The same person as the row of another line"),
}
KEPT_BACK: dict[KeptBack | None, object] = {
    None: QT_TRANSLATE_NOOP("ListWords", "goes along with name and phone"),
    KeptBack.NO_NAME: QT_TRANSLATE_NOOP("ListWords", "left out: no name"),
    KeptBack.NO_PHONE: QT_TRANSLATE_NOOP("ListWords", "left out: no phone number"),
    KeptBack.BAD_PHONE: QT_TRANSLATE_NOOP("ListWords", "left out: the phone number is not valid"),
    KeptBack.REPEATED: QT_TRANSLATE_NOOP("ListWords", "goes along already"),
}


def said(text: str) -> str:
    """One of the texts above, or whatever else, as it is said now."""
    return QCoreApplication.translate(CONTEXT, text)
