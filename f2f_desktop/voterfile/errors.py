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


class VoterFileError(KnownError):
    """A voter file cannot be read or cut."""


class LayoutUnusable(VoterFileError):
    """A mapping file has a fault."""

    def __init__(self, name: str, fault: str) -> None:
        super().__init__(f"The layout {name} cannot be used: {fault}.", "Correct it and try again.")


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
