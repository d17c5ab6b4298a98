"""Words for what can go wrong in the organizer's workspace; see `fault_words`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

ORGANIZER_WORDS: dict[str, tuple[object, object]] = {
    "ActionGone": (
        QT_TRANSLATE_NOOP("FaultWords", "This action is not there any more."),
        QT_TRANSLATE_NOOP("FaultWords", "Reload the list."),
    ),
    "ActionNotNamed": (
        QT_TRANSLATE_NOOP("FaultWords", "This table is about one action."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose the action."),
    ),
    "ExportFailed": (
        QT_TRANSLATE_NOOP("FaultWords", "The file could not be written."),
        QT_TRANSLATE_NOOP("FaultWords", "Make room, close it in other programs, or choose another folder."),
    ),
    "ImageUnusable": (
        QT_TRANSLATE_NOOP("FaultWords", "This picture cannot be used."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose a PNG or JPEG of at most 1 MB."),
    ),
    "NoCampaignYet": (
        QT_TRANSLATE_NOOP("FaultWords", "There is no campaign on this computer yet."),
        QT_TRANSLATE_NOOP("FaultWords", "Join it by your invite first."),
    ),
    "NoSuchTable": (
        QT_TRANSLATE_NOOP("FaultWords", "There is no such table."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose one of the list."),
    ),
    "NoPoint": (
        QT_TRANSLATE_NOOP("FaultWords", "This is no phone number and no e-mail address."),
        QT_TRANSLATE_NOOP("FaultWords", "Check it, with its country code."),
    ),
    "NoPointColumns": (
        QT_TRANSLATE_NOOP(
            "FaultWords", "The file does not say which of its columns hold phone numbers or e-mail addresses."
        ),
        QT_TRANSLATE_NOOP("FaultWords", "Call them phone and email in the first row, and import the file again."),
    ),
    "NotAddedHere": (
        QT_TRANSLATE_NOOP("FaultWords", "This was not put on the list on this laptop."),
        QT_TRANSLATE_NOOP("FaultWords", "The volunteer or organizer who recorded it can undo it on theirs."),
    ),
    "NotOnTheList": (
        QT_TRANSLATE_NOOP("FaultWords", "This is not on the opt-out list."),
        QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed."),
    ),
    "NotPublishedYet": (
        QT_TRANSLATE_NOOP("FaultWords", "Before the first publication nothing can be put on the opt-out list."),
        QT_TRANSLATE_NOOP("FaultWords", "Publish the campaign first."),
    ),
    "NotReady": (
        QT_TRANSLATE_NOOP("FaultWords", "Not everything is ready to be published."),
        QT_TRANSLATE_NOOP("FaultWords", "Look at the check list."),
    ),
    "SigningKeyMissing": (
        QT_TRANSLATE_NOOP("FaultWords", "The campaign's signing key is not on this computer."),
        QT_TRANSLATE_NOOP("FaultWords", "Open campaign.key, which the hub's set-up made."),
    ),
    "SigningKeyWrong": (
        QT_TRANSLATE_NOOP("FaultWords", "This key is not your campaign's."),
        QT_TRANSLATE_NOOP("FaultWords", "Open the campaign.key of this campaign."),
    ),
    "TooLongForXlsx": (
        QT_TRANSLATE_NOOP("FaultWords", "A worksheet holds about a million rows, and this table has more."),
        QT_TRANSLATE_NOOP("FaultWords", "Export it as CSV."),
    ),
    "XlsxToolsMissing": (
        QT_TRANSLATE_NOOP("FaultWords", "Workbooks cannot be written: the organizer's tools are not installed."),
        QT_TRANSLATE_NOOP("FaultWords", "Export as CSV, or install them."),
    ),
    "PosterNotSaved": (
        QT_TRANSLATE_NOOP("FaultWords", "The page could not be saved."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose another folder."),
    ),
}
