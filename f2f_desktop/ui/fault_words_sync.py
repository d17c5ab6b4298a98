"""What came between a laptop and its hub, in the user's language; see `fault_words`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

SYNC_WORDS: dict[str, tuple[object, object]] = {
    "AccessEnded": (
        QT_TRANSLATE_NOOP("FaultWords", "The campaign has ended this laptop's access."),
        QT_TRANSLATE_NOOP(
            "FaultWords",
            "Your contacts and reports are kept. Ask your organizer, or export your reports to a file.",
        ),
    ),
    "AddressUnreadable": (
        QT_TRANSLATE_NOOP("FaultWords", "This is no hub's address."),
        QT_TRANSLATE_NOOP("FaultWords", "Type it as your organizer shows it, such as 192.0.2.7:8443."),
    ),
    "ClockWrong": (
        QT_TRANSLATE_NOOP("FaultWords", "This laptop's clock is wrong."),
        QT_TRANSLATE_NOOP("FaultWords", "Set date and time in the system's settings."),
    ),
    "CodeUnknown": (
        QT_TRANSLATE_NOOP("FaultWords", "The hub at this address does not know the code."),
        QT_TRANSLATE_NOOP("FaultWords", "Check both, letter by letter, or ask for a new code."),
    ),
    "CodeUnreadable": (
        QT_TRANSLATE_NOOP("FaultWords", "A join code has six letters and digits."),
        QT_TRANSLATE_NOOP("FaultWords", "Type it as it is shown; there is no O, I, 0 or 1 in it."),
    ),
    "ContentOfAnother": (
        QT_TRANSLATE_NOOP(
            "FaultWords", "This content belongs to another campaign than the one that this laptop has joined."
        ),
        QT_TRANSLATE_NOOP("FaultWords", "Choose a file of your own campaign."),
    ),
    "FileNotThere": (
        QT_TRANSLATE_NOOP("FaultWords", "The hub does not hold this file."),
        QT_TRANSLATE_NOOP("FaultWords", "Try again later, or ask your organizer for the file."),
    ),
    "Garbled": (
        QT_TRANSLATE_NOOP("FaultWords", "The hub's answer cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "Install the newest version of this program."),
    ),
    "HubAnswersNot": (
        QT_TRANSLATE_NOOP("FaultWords", "The campaign's hub does not answer."),
        QT_TRANSLATE_NOOP("FaultWords", "It is tried again by itself; you can go on working."),
    ),
    "HubBroken": (
        QT_TRANSLATE_NOOP("FaultWords", "The campaign's hub has a fault."),
        QT_TRANSLATE_NOOP("FaultWords", "Tell your organizer. It is tried again by itself."),
    ),
    "HubBusy": (
        QT_TRANSLATE_NOOP("FaultWords", "The campaign's hub has much to do just now."),
        QT_TRANSLATE_NOOP("FaultWords", "It is tried again by itself; you can go on working."),
    ),
    "InviteFileUnreadable": (
        QT_TRANSLATE_NOOP("FaultWords", "The invite's file cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "Check that it is there, or paste the link."),
    ),
    "InviteNotGood": (
        QT_TRANSLATE_NOOP("FaultWords", "This invite or code is not good, or not any more."),
        QT_TRANSLATE_NOOP("FaultWords", "Check it, or ask your organizer for a new one."),
    ),
    "InviteOutdated": (
        QT_TRANSLATE_NOOP("FaultWords", "This invite is over."),
        QT_TRANSLATE_NOOP("FaultWords", "Ask your organizer for a new one."),
    ),
    "InviteUnreadable": (
        QT_TRANSLATE_NOOP("FaultWords", "This is no complete invite."),
        QT_TRANSLATE_NOOP("FaultWords", "Copy the whole link, from f2f://join/ to its end, or ask for it again."),
    ),
    "LedgerNotWritten": (
        QT_TRANSLATE_NOOP("FaultWords", "The file could not be written."),
        QT_TRANSLATE_NOOP("FaultWords", "Choose another folder."),
    ),
    "ManifestExpired": (
        QT_TRANSLATE_NOOP("FaultWords", "What the hub offers is too old to be believed."),
        QT_TRANSLATE_NOOP("FaultWords", "Check this laptop's date, and ask your organizer to publish again."),
    ),
    "ManifestForeign": (
        QT_TRANSLATE_NOOP("FaultWords", "What the hub offers is not signed by your campaign."),
        QT_TRANSLATE_NOOP("FaultWords", "Nothing of it was taken. Tell your organizer."),
    ),
    "ManifestOutdated": (
        QT_TRANSLATE_NOOP("FaultWords", "The hub offers an older version of the campaign than this laptop has."),
        QT_TRANSLATE_NOOP("FaultWords", "Nothing was changed. Tell your organizer."),
    ),
    "NetworkMissing": (
        QT_TRANSLATE_NOOP("FaultWords", "There is no network."),
        QT_TRANSLATE_NOOP("FaultWords", "What waits is sent as soon as there is one."),
    ),
    "NotJoined": (
        QT_TRANSLATE_NOOP("FaultWords", "This laptop has not joined a campaign's hub yet."),
        QT_TRANSLATE_NOOP("FaultWords", "Paste an invite, or type a join code."),
    ),
    "NotTheHub": (
        QT_TRANSLATE_NOOP("FaultWords", "This network answers in the hub's place."),
        QT_TRANSLATE_NOOP("FaultWords", "Open a web page and sign in to the network, or use another one."),
    ),
    "OtherCertificate": (
        QT_TRANSLATE_NOOP("FaultWords", "The connection is not safe: the hub's certificate is another one."),
        QT_TRANSLATE_NOOP("FaultWords", "Use another network; if it stays, ask your organizer."),
    ),
    "RefusedByHub": (
        QT_TRANSLATE_NOOP("FaultWords", "The hub refused this."),
        QT_TRANSLATE_NOOP("FaultWords", "Ask your organizer."),
    ),
    "SyncTrouble": (
        QT_TRANSLATE_NOOP("FaultWords", "Synchronizing did not come to its end."),
        QT_TRANSLATE_NOOP("FaultWords", "It is tried again by itself; you can go on working."),
    ),
    "PacketNotReadable": (
        QT_TRANSLATE_NOOP("FaultWords", "This file cannot be read."),
        QT_TRANSLATE_NOOP("FaultWords", "Check that it is there, and choose it again."),
    ),
    "PacketTooLarge": (
        QT_TRANSLATE_NOOP("FaultWords", "This packet is too large to be sent."),
        QT_TRANSLATE_NOOP("FaultWords", "Take the file to whoever runs the hub: they can import it there."),
    ),
    "TransferCut": (
        QT_TRANSLATE_NOOP("FaultWords", "The line was cut."),
        QT_TRANSLATE_NOOP("FaultWords", "Try again: it goes on where it was."),
    ),
    "TransferDamaged": (
        QT_TRANSLATE_NOOP("FaultWords", "What arrived is not what was sent."),
        QT_TRANSLATE_NOOP("FaultWords", "Try again, or use another network."),
    ),
    "UnknownToHub": (
        QT_TRANSLATE_NOOP("FaultWords", "The hub does not know this laptop."),
        QT_TRANSLATE_NOOP("FaultWords", "Join again by an invite."),
    ),
}
