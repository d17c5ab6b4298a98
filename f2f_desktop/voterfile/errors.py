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
