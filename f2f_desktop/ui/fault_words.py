"""What went wrong, in the user's language: a sentence and a remedy for each kind of error.

Errors carry English words of their own, which say more (the name of a file, a number). Those are shown in English;
in any other language the sentence of the error's class is, or of the nearest class above it.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from f2f_desktop.errors import KnownError
from f2f_desktop.ui.fault_words_organizer import ORGANIZER_WORDS
from f2f_desktop.ui.fault_words_room import ROOM_WORDS
from f2f_desktop.ui.fault_words_sync import SYNC_WORDS
from f2f_desktop.ui.fault_words_voter_files import VOTER_FILE_WORDS

CONTEXT = "FaultWords"

# Class name -> (what, remedy), both texts (Qt's stubs call them objects). A class without an entry takes its base's.
FAULT_WORDS: dict[str, tuple[object, object]] = {
    "ActionClosed": (
        QT_TRANSLATE_NOOP("FaultWords", "The campaign has closed this action."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose another action."),
    ),
    "AnswerTooLarge": (
        QT_TRANSLATE_NOOP("FaultWords", "The server sent more than an address book can hold."),
        QT_TRANSLATE_NOOP("FaultWords", "Check the address, or export the contacts to a file and import that."),
    ),
    "BadKey": (
        QT_TRANSLATE_NOOP("FaultWords", "A key is damaged."),
        QT_TRANSLATE_NOOP("FaultWords", "Ask the campaign for the file again."),
    ),
    "BadMapping": (
        QT_TRANSLATE_NOOP("FaultWords", "The description of the columns cannot be understood."),
        QT_TRANSLATE_NOOP("FaultWords", "Say again which column holds what."),
    ),
    "BadSignature": (
        QT_TRANSLATE_NOOP(
            "FaultWords", "The signature does not fit: the file was changed, or someone else made it."
        ),
        QT_TRANSLATE_NOOP("FaultWords", "Ask the campaign for the file again."),
    ),
    "BundleOutdated": (
        QT_TRANSLATE_NOOP("FaultWords", "This laptop has a newer version of the campaign already."),
        QT_TRANSLATE_NOOP("FaultWords", "There is nothing to do."),
    ),
    "CampaignFileTooLarge": (
        QT_TRANSLATE_NOOP("FaultWords", "This file is too large for a campaign file."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose another file."),
    ),
    "CampaignFileUnreadable": (
        QT_TRANSLATE_NOOP("FaultWords", "The campaign file cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "Check that the file is there and try again."),
    ),
    "CampaignKeyChanged": (
        QT_TRANSLATE_NOOP("FaultWords", "This file is signed by another key than the campaign's."),
        QT_TRANSLATE_NOOP("FaultWords", "Ask the campaign whether the file is really theirs."),
    ),
    "Cancelled": (QT_TRANSLATE_NOOP("FaultWords", "Stopped. Nothing was changed."), ""),
    "CardDavError": (
        QT_TRANSLATE_NOOP("FaultWords", "The address book could not be fetched from the server."),
        QT_TRANSLATE_NOOP("FaultWords", "Try again later, or export the contacts to a file and import that."),
    ),
    "CertificateRefused": (
        QT_TRANSLATE_NOOP("FaultWords", "The server cannot prove who it is."),
        QT_TRANSLATE_NOOP("FaultWords", "Check the address. On a network that is not yours, try another one."),
    ),
    "ColumnsUnknown": (
        QT_TRANSLATE_NOOP("FaultWords", "The columns of this table are not known."),
        QT_TRANSLATE_NOOP("FaultWords", "Say which column holds the name and which the number."),
    ),
    "ContactFileError": (
        QT_TRANSLATE_NOOP("FaultWords", "The address book cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "Export it again and import the new file."),
    ),
    "ContactGone": (
        QT_TRANSLATE_NOOP("FaultWords", "This contact is not here any more."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose another contact."),
    ),
    "DiskFull": (
        QT_TRANSLATE_NOOP("FaultWords", "The disk is full."),
        QT_TRANSLATE_NOOP("FaultWords", "Make some room and try again. What was saved before is safe."),
    ),
    "DoNotContact": (
        QT_TRANSLATE_NOOP("FaultWords", "This person does not want to be contacted."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose another contact."),
    ),
    "EventUnreadable": (
        QT_TRANSLATE_NOOP("FaultWords", "A stored record cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "It is kept as it is. Tell the campaign about it."),
    ),
    "ExtractDamaged": (
        QT_TRANSLATE_NOOP("FaultWords", "The voter extract is damaged or was changed."),
        QT_TRANSLATE_NOOP("FaultWords", "Get it again from the campaign."),
    ),
    "ExtractExpired": (
        QT_TRANSLATE_NOOP("FaultWords", "The voter extract has expired."),
        QT_TRANSLATE_NOOP("FaultWords", "Get a new one from the campaign."),
    ),
    "ExtractFileError": (
        QT_TRANSLATE_NOOP("FaultWords", "The voter extract cannot be opened."),
        QT_TRANSLATE_NOOP("FaultWords", "Get it again from the campaign."),
    ),
    "ExtractNotReadable": (
        QT_TRANSLATE_NOOP("FaultWords", "The file of the voter extract cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "Check that the file is there and try again."),
    ),
    "ExtractSignedByStranger": (
        QT_TRANSLATE_NOOP("FaultWords", "The voter extract is not signed by this campaign."),
        QT_TRANSLATE_NOOP("FaultWords", "Get it from the campaign itself."),
    ),
    "ExtractTooLarge": (
        QT_TRANSLATE_NOOP("FaultWords", "This voter extract is too large for this app."),
        QT_TRANSLATE_NOOP("FaultWords", "Ask for the extract of a smaller district."),
    ),
    "ExtractTooNew": (
        QT_TRANSLATE_NOOP("FaultWords", "The voter extract was made by a newer version of the app."),
        QT_TRANSLATE_NOOP("FaultWords", "Install the new version."),
    ),
    "FileNotWritten": (
        QT_TRANSLATE_NOOP("FaultWords", "The file could not be written."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose another folder."),
    ),
    "InstalledExtractDamaged": (
        QT_TRANSLATE_NOOP("FaultWords", "The voter extract on this laptop is missing or was changed."),
        QT_TRANSLATE_NOOP("FaultWords", "Get it again from the campaign."),
    ),
    "KeyFileDamaged": (
        QT_TRANSLATE_NOOP("FaultWords", "The file that holds the keys cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "Put it back from a copy of the folder."),
    ),
    "KeyFileTooNew": (
        QT_TRANSLATE_NOOP("FaultWords", "The keys on this laptop were written by a newer version of the app."),
        QT_TRANSLATE_NOOP("FaultWords", "Install the new version."),
    ),
    "NoCampaign": (
        QT_TRANSLATE_NOOP("FaultWords", "No campaign has been opened on this laptop yet."),
        QT_TRANSLATE_NOOP("FaultWords", "Open the campaign's file."),
    ),
    "NoExtract": (
        QT_TRANSLATE_NOOP("FaultWords", "There is no voter extract on this laptop yet."),
        QT_TRANSLATE_NOOP("FaultWords", "Open the extract that the campaign gave you."),
    ),
    "NoKeyring": (
        QT_TRANSLATE_NOOP("FaultWords", "This system has no keyring that can be used."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose a passphrase instead."),
    ),
    "NotAnAddressBook": (
        QT_TRANSLATE_NOOP("FaultWords", "This file is not an address book."),
        QT_TRANSLATE_NOOP("FaultWords", "Export the contacts as vCard or CSV and import that file."),
    ),
    "NotAnExtract": (
        QT_TRANSLATE_NOOP("FaultWords", "This file is not a voter extract."),
        QT_TRANSLATE_NOOP("FaultWords", "Open the extract that the campaign gave you."),
    ),
    "NotCardDav": (
        QT_TRANSLATE_NOOP("FaultWords", "There are no address books at this address."),
        QT_TRANSLATE_NOOP("FaultWords", "Check the address of the server."),
    ),
    "NothingToReport": (
        QT_TRANSLATE_NOOP(
            "FaultWords", "Nothing was sent and nothing is filled in, so there is nothing to report."
        ),
        QT_TRANSLATE_NOOP("FaultWords", "Talk first, or fill in what you know."),
    ),
    "NothingToExport": (
        QT_TRANSLATE_NOOP("FaultWords", "There is nothing to export."),
        QT_TRANSLATE_NOOP("FaultWords", "Everything has reached the campaign already."),
    ),
    "OtherCampaign": (
        QT_TRANSLATE_NOOP("FaultWords", "This file belongs to another campaign."),
        QT_TRANSLATE_NOOP("FaultWords", "End this session first, then join the other campaign."),
    ),
    "PacketNotWritten": (
        QT_TRANSLATE_NOOP("FaultWords", "The packet could not be written there."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose another folder and try again."),
    ),
    "PassphraseTooShort": (
        QT_TRANSLATE_NOOP("FaultWords", "This passphrase is too easy to guess."),
        QT_TRANSLATE_NOOP("FaultWords", "Take a longer one: four words that do not belong together."),
    ),
    "QrTooLong": (
        QT_TRANSLATE_NOOP("FaultWords", "The message is too long for a QR code."),
        QT_TRANSLATE_NOOP("FaultWords", "Make it shorter, or copy it instead."),
    ),
    "ResourcesMissing": (
        QT_TRANSLATE_NOOP("FaultWords", "Files of this program are missing."),
        QT_TRANSLATE_NOOP("FaultWords", "Please install it again."),
    ),
    "ServerUnreachable": (
        QT_TRANSLATE_NOOP("FaultWords", "The server does not answer."),
        QT_TRANSLATE_NOOP("FaultWords", "Check the address and the network, and try again."),
    ),
    "SignedFileDamaged": (
        QT_TRANSLATE_NOOP("FaultWords", "The file is damaged or was changed."),
        QT_TRANSLATE_NOOP("FaultWords", "Ask whoever gave it to you for it again."),
    ),
    "SignedFileTooNew": (
        QT_TRANSLATE_NOOP("FaultWords", "The file was made by a newer version of the app."),
        QT_TRANSLATE_NOOP("FaultWords", "Install the new version."),
    ),
    "SqliteTooOld": (
        QT_TRANSLATE_NOOP("FaultWords", "A part of this program is too old to be safe."),
        QT_TRANSLATE_NOOP("FaultWords", "Please install it again."),
    ),
    "TargetColumnsMissing": (
        QT_TRANSLATE_NOOP("FaultWords", "A column that a target list needs is missing."),
        QT_TRANSLATE_NOOP(
            "FaultWords", "Say in a mapping file which columns hold first name, last name and phone."
        ),
    ),
    "TargetListError": (
        QT_TRANSLATE_NOOP("FaultWords", "The target list cannot be used."),
        QT_TRANSLATE_NOOP("FaultWords", "Check the file, and the extract."),
    ),
    "TargetListUnreadable": (
        QT_TRANSLATE_NOOP("FaultWords", "The target list cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "Save it as CSV or XLSX, and choose that file."),
    ),
    "TargetMappingUnusable": (
        QT_TRANSLATE_NOOP("FaultWords", "The mapping file has a fault."),
        QT_TRANSLATE_NOOP("FaultWords", "Correct it and try again."),
    ),
    "UnfilledMessage": (
        QT_TRANSLATE_NOOP("FaultWords", "The message is empty, or still has gaps to fill."),
        QT_TRANSLATE_NOOP("FaultWords", "Fill the gaps, then go on."),
    ),
    "UnusablePoint": (
        QT_TRANSLATE_NOOP("FaultWords", "This number, address or account cannot be used for a link."),
        QT_TRANSLATE_NOOP("FaultWords", "Copy the text and write as you usually do."),
    ),
    "ActionGone": (
        QT_TRANSLATE_NOOP("FaultWords", "This action is not there any more."),
        QT_TRANSLATE_NOOP("FaultWords", "Reload the list."),
    ),
    "NoCampaignYet": (
        QT_TRANSLATE_NOOP("FaultWords", "There is no campaign on this computer yet."),
        QT_TRANSLATE_NOOP("FaultWords", "Join it by your invite first."),
    ),
    "NotReady": (
        QT_TRANSLATE_NOOP("FaultWords", "Not everything is ready to be published."),
        QT_TRANSLATE_NOOP("FaultWords", "Look at the check list."),
    ),
    "SigningKeyMissing": (
        QT_TRANSLATE_NOOP("FaultWords", "The campaign's signing key is not on this computer."),
        QT_TRANSLATE_NOOP("FaultWords", "Open campaign.key, which the hub's set-up made."),
    ),
    "SigningKeyUnreadable": (
        QT_TRANSLATE_NOOP("FaultWords", "This file is not a campaign's signing key, or cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "Open campaign.key, which the hub's set-up made."),
    ),
    "SigningKeyWrong": (
        QT_TRANSLATE_NOOP("FaultWords", "This key is not your campaign's."),
        QT_TRANSLATE_NOOP("FaultWords", "Open the campaign.key of this campaign."),
    ),
    "ImageUnusable": (
        QT_TRANSLATE_NOOP("FaultWords", "This picture cannot be used."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose a PNG or JPEG of at most 1 MB."),
    ),
    "VaultDamaged": (
        QT_TRANSLATE_NOOP("FaultWords", "The encrypted file on this laptop cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "Put it back from a copy, or begin anew."),
    ),
    "VaultExists": (
        QT_TRANSLATE_NOOP("FaultWords", "There is a vault here already."),
        QT_TRANSLATE_NOOP("FaultWords", "Unlock it, or end that session before you start a new one."),
    ),
    "VaultFolderUnusable": (
        QT_TRANSLATE_NOOP("FaultWords", "The folder for the app's data cannot be used."),
        QT_TRANSLATE_NOOP(
            "FaultWords", "Check that its disk is connected, has room, and that you may write there."
        ),
    ),
    "VaultInUse": (
        QT_TRANSLATE_NOOP("FaultWords", "The app is open already."),
        QT_TRANSLATE_NOOP("FaultWords", "Go on in the other window."),
    ),
    "VaultLocked": (
        QT_TRANSLATE_NOOP("FaultWords", "The app is locked."),
        QT_TRANSLATE_NOOP("FaultWords", "Unlock it and try again."),
    ),
    "VaultTooNew": (
        QT_TRANSLATE_NOOP("FaultWords", "The data on this laptop was written by a newer version of the app."),
        QT_TRANSLATE_NOOP("FaultWords", "Install the new version."),
    ),
    "VaultUnreachable": (
        QT_TRANSLATE_NOOP("FaultWords", "The encrypted file on this laptop cannot be opened or written just now."),
        QT_TRANSLATE_NOOP("FaultWords", "Check that its disk is connected and has room, then try again."),
    ),
    "VoterFileError": (
        QT_TRANSLATE_NOOP("FaultWords", "The voter file cannot be used."),
        QT_TRANSLATE_NOOP("FaultWords", "Check that it is the whole file, as the state or the vendor gave it."),
    ),
    "WorkbookToolsMissing": (
        QT_TRANSLATE_NOOP("FaultWords", "Workbooks cannot be read: the organizer's tools are not installed."),
        QT_TRANSLATE_NOOP("FaultWords", "Install them, or save the list as CSV."),
    ),
    "WrongPassword": (
        QT_TRANSLATE_NOOP("FaultWords", "The server does not take this user name and password."),
        QT_TRANSLATE_NOOP("FaultWords", "Check both. Many servers want an app password instead of your own."),
    ),
    "WrongSecret": (
        QT_TRANSLATE_NOOP("FaultWords", "This passphrase or recovery code is not the right one."),
        QT_TRANSLATE_NOOP("FaultWords", "Try again."),
    ),
}

FAULT_WORDS |= SYNC_WORDS | ORGANIZER_WORDS | ROOM_WORDS | VOTER_FILE_WORDS


def entry_for(kind: type[KnownError]) -> str:
    """The name under which the words of an error class stand; empty if there are none."""
    return next((base.__name__ for base in kind.__mro__ if base.__name__ in FAULT_WORDS), "")


def fault_words(error: KnownError) -> tuple[str, str]:
    """What happened and what to do, in the window's language where we have it, else in the error's own English."""
    name = entry_for(type(error))
    if not name:
        return error.what, error.remedy
    what, remedy = (str(text) for text in FAULT_WORDS[name])
    spoken = QCoreApplication.translate(CONTEXT, what)
    if spoken == what:
        return error.what, error.remedy
    return spoken, QCoreApplication.translate(CONTEXT, remedy) if remedy else ""


def words_of(name: str) -> tuple[str, str]:
    """What happened and what to do, for an error that is known by the name of its class alone."""
    what, remedy = (str(text) for text in FAULT_WORDS.get(name, FAULT_WORDS["SyncTrouble"]))
    return (
        QCoreApplication.translate(CONTEXT, what),
        QCoreApplication.translate(CONTEXT, remedy) if remedy else "",
    )
