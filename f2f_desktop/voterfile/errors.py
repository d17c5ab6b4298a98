"""What can be wrong with voter files and extracts, in the user's words."""

from datetime import date

from f2f_desktop.errors import KnownError

ASK_AGAIN = "Ask the campaign for it again."


class ExtractFileError(KnownError):
    """An extract cannot be opened or written."""


class NotAnExtract(ExtractFileError):
    """The file is something else altogether."""

    def __init__(self) -> None:
        super().__init__("This is not a voter-file extract.", "Choose a file whose name ends in .f2fx.")


class ExtractDamaged(ExtractFileError):
    """The file is cut off, was changed on its way, or holds what it must not hold."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"This extract is damaged: {detail}.", ASK_AGAIN)


class ExtractSignatureWrong(ExtractFileError):
    """The signature does not fit the manifest and the key that it names."""

    def __init__(self) -> None:
        super().__init__("This extract was changed after it was signed.", ASK_AGAIN)


class ExtractSignedByStranger(ExtractFileError):
    """The signature is sound, but made by a key that nobody here trusts."""

    def __init__(self, fingerprint: str) -> None:
        super().__init__(
            f"This extract is signed by {fingerprint}, which is not your campaign.",
            "Use only extracts that come from your campaign.",
        )


class ExtractExpired(ExtractFileError):
    """The day until which the extract may be used has passed."""

    def __init__(self, expires: date) -> None:
        super().__init__(
            f"This extract expired on {expires.isoformat()}.", "Ask the campaign for a current extract."
        )


class ExtractTooNew(ExtractFileError):
    """The file was written by a newer version of the program."""

    def __init__(self) -> None:
        super().__init__("This extract needs a newer F2F Desktop.", "Install the newest version first.")


class ExtractTooLarge(ExtractFileError):
    """The file declares more than a laptop should unpack."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"This extract is too large: {detail}.", "Ask for the extract of a smaller district.")


class ExtractNotReadable(ExtractFileError):
    """The operating system does not let the file be read."""


class ExtractNotWritten(ExtractFileError):
    """The file could not be written; whatever stood in its place is untouched."""


class DeltaError(ExtractFileError):
    """An update of an extract cannot be made or used."""


class NotADelta(DeltaError):
    """The file is something else altogether."""

    def __init__(self) -> None:
        super().__init__("This is not an update of an extract.", "Choose a file whose name ends in .f2fd.")


class DeltaDamaged(DeltaError):
    """The file is cut off, was changed on its way, or holds what it must not hold."""

    def __init__(self) -> None:
        super().__init__(
            "This update of the extract is damaged.", "Ask the campaign for it again, or for the whole."
        )


class DeltaTooNew(DeltaError):
    """The file was written by a newer version of the program."""

    def __init__(self) -> None:
        super().__init__("This update needs a newer F2F Desktop.", "Install the newest version first.")


class DeltaWrongBase(DeltaError):
    """It leads on from another extract."""

    def __init__(self) -> None:
        super().__init__(
            "This update belongs to another extract than this one.", "Ask the campaign for the whole extract."
        )


class DeltaInexact(DeltaError):
    """The same rows made other bytes here: other versions of a library compress differently."""

    def __init__(self, there: str, here: str) -> None:
        why = f" (it was compressed by zstd {there}, here is {here})" if there != here else ""
        super().__init__(
            f"This update does not give the campaign's extract exactly{why}, so it was not used.",
            "Ask the campaign for the whole extract.",
        )


class DeltaImpossible(DeltaError):
    """The new file was written by another version of the program: it cannot be made again from its rows."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"No update can lead to {name}: another version of the program has written it.",
            "Cut it again with this version, or hand out the whole file.",
        )


class TransferCut(ExtractFileError):
    """The line was cut."""

    def __init__(self) -> None:
        super().__init__(
            "The transfer was cut off before the extract was whole.",
            "Try again: it goes on from where it was, what has arrived is kept.",
        )


class TransferDamaged(ExtractFileError):
    """A piece arrives as something else, time and again."""

    def __init__(self) -> None:
        super().__init__(
            "The extract arrives damaged, or changes while it is fetched.",
            "Try again later; if it stays so, ask the campaign for the file.",
        )


class VoterFileError(KnownError):
    """A voter file cannot be read or cut."""


class LayoutUnusable(VoterFileError):
    """A mapping file has a fault."""

    def __init__(self, name: str, fault: str) -> None:
        super().__init__(f"The layout {name} cannot be used: {fault}.", "Correct it and try again.")


class NationalNamesUnusable(VoterFileError):
    """A table of national name frequencies has a fault."""

    def __init__(self, name: str, fault: str) -> None:
        super().__init__(f"The names in {name} cannot be used: {fault}.", "Correct the file and try again.")


class MappingNotWritten(VoterFileError):
    """The proposal of a mapping file could not be written."""


class LayoutUnknown(VoterFileError):
    """No layout fits the file, or none has the name that was given."""


class VoterFileUnreadable(VoterFileError):
    """The file cannot be opened, is empty, or is no delimited text."""


class VoterFileEmpty(VoterFileUnreadable):
    """There is nothing in the file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is empty.", "Choose another file.")


class DistrictUnknown(VoterFileError):
    """No voter of the file lives in the district that was asked for."""


class DistrictAmbiguous(VoterFileError):
    """Several districts of the file may be meant."""

    def __init__(self, told: str) -> None:
        super().__init__(told, "Write it as one of these is written.")


class ColumnUnknown(VoterFileError):
    """An extract of this file can have no such column."""

    def __init__(self, unknown: str, known: str) -> None:
        super().__init__(f"There is no column {unknown} here.", f"There are: {known}.")


class HistoryUnusable(VoterFileError):
    """The history file does not go with the layout, or holds no general election."""


class OrganizerToolsMissing(VoterFileError):
    """Cutting needs DuckDB, which only organizers' installations have."""

    def __init__(self) -> None:
        super().__init__(
            "Voter files cannot be cut here: the organizer's tools are not installed.",
            "Install F2F Desktop with them: f2f-desktop[organizer].",
        )


class NobodyLeft(VoterFileError):
    """No row of the voter file may go into the extract."""

    def __init__(self, dropped: str, layout: str) -> None:
        super().__init__(
            f"No voter is left, so there is no extract ({dropped or 'the file holds no rows'}). Layout: {layout}.",
            "Check the file, its layout and the districts.",
        )


class ExpiryPast(VoterFileError):
    """The extract would have expired before it is cut."""

    def __init__(self, expires: date) -> None:
        super().__init__(f"The last day of use, {expires.isoformat()}, is over already.", "Choose a later day.")
