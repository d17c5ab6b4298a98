"""What the world did, and what the user can do about it. Every other exception is our own bug.

Each room derives its own errors from `KnownError` (`ContactFileError`, `ExtractExpired`, ...). They are caught
once, at an edge: by the command line, which prints them, or by the window, which shows them.
"""


class KnownError(Exception):
    """Something outside the program went wrong: a damaged file, a full disk, a wrong passphrase.

    `what` says what happened and `remedy` what the user can do, both as whole English sentences without
    personal data. The window translates them by their class; the command line prints them as they are.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".strip()


class Cancelled(KnownError):
    """The user stopped a long job; nothing of it was kept."""

    def __init__(self, what: str = "Stopped. Nothing was changed.") -> None:
        super().__init__(what)
