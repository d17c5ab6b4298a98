"""Words for what can go wrong with voter files and lists made from them; see `fault_words`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

VOTER_FILE_WORDS: dict[str, tuple[object, object]] = {
    "DistrictAmbiguous": (
        QT_TRANSLATE_NOOP("FaultWords", "Several districts of the file may be meant."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose others, or a county too."),
    ),
    "DistrictUnknown": (
        QT_TRANSLATE_NOOP("FaultWords", "Nobody in the file lives in this district."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose another one."),
    ),
    "ExpiryPast": (
        QT_TRANSLATE_NOOP("FaultWords", "The last day of use is over already."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose a later day."),
    ),
    "ExtractNotSaved": (
        QT_TRANSLATE_NOOP("FaultWords", "The files could not be written."),
        QT_TRANSLATE_NOOP("FaultWords", "Make room, or choose another folder."),
    ),
    "HistoryUnusable": (
        QT_TRANSLATE_NOOP("FaultWords", "The history does not go with the voter file."),
        QT_TRANSLATE_NOOP("FaultWords", "Leave it out, or add the files that belong to it."),
    ),
    "LayoutUnknown": (
        QT_TRANSLATE_NOOP("FaultWords", "The layout of this file is not known."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose its layout, or say what its columns hold."),
    ),
    "LayoutUnusable": (
        QT_TRANSLATE_NOOP("FaultWords", "The file cannot be read in this way."),
        QT_TRANSLATE_NOOP("FaultWords", "Say anew what its columns hold."),
    ),
    "NobodyLeft": (
        QT_TRANSLATE_NOOP("FaultWords", "No voter is left, so there is no extract."),
        QT_TRANSLATE_NOOP("FaultWords", "Check the file, its layout and the districts."),
    ),
    "NobodyPasses": (
        QT_TRANSLATE_NOOP("FaultWords", "No voter passes these filters."),
        QT_TRANSLATE_NOOP("FaultWords", "Take one of them away."),
    ),
    "OrganizerToolsMissing": (
        QT_TRANSLATE_NOOP(
            "FaultWords", "Voter files cannot be read here: the organizer's tools are not installed."
        ),
        QT_TRANSLATE_NOOP("FaultWords", "Install F2F Desktop with them: f2f-desktop[organizer]."),
    ),
    "TooManyForAList": (
        QT_TRANSLATE_NOOP("FaultWords", "More voters pass than the 1,000,000 that a list holds."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose a smaller part of them."),
    ),
    "VoterFileEmpty": (
        QT_TRANSLATE_NOOP("FaultWords", "There is nothing in the file."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose another file."),
    ),
    "VoterFileUnreadable": (
        QT_TRANSLATE_NOOP("FaultWords", "The voter file cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "Check that it is whole, and text or a ZIP."),
    ),
}
