"""What is wrong with voter files, with what to do about it in this window: errors name options of the command line."""

from PySide6.QtCore import QCoreApplication

from f2f_desktop.errors import KnownError
from f2f_desktop.ui.fault_words import fault_words

_MAPPED = frozenset({"LayoutUnknown", "LayoutUnusable"})
"""What somebody can help who says what the columns hold."""


def may_be_mapped(error: KnownError) -> bool:
    """Whether it helps to say what the columns hold."""
    return type(error).__name__ in _MAPPED


def file_fault(error: KnownError) -> str:
    """What happened, and what can be done here."""
    translate = QCoreApplication.translate
    what, remedy = fault_words(error)
    if may_be_mapped(error):
        remedy = translate(
            "FileFaults",
            "Choose its layout above, or say what its columns hold. A history needs its voter file beside it.",
        )
    elif type(error).__name__ == "HistoryUnusable":
        remedy = translate("FileFaults", "Leave the history out, or add the files that belong to it.")
    elif type(error).__name__ == "DistrictAmbiguous":
        remedy = translate("FileFaults", "Choose others, or a county too.")
    return " ".join(filter(None, (what, remedy)))
