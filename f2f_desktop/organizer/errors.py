"""What can be wrong with an organizer's files. What is wrong with one row is a `Problem`."""

from collections.abc import Sequence

from f2f_desktop.errors import KnownError


class TargetListError(KnownError):
    """A target list cannot be read, resolved or written."""


class TargetListUnreadable(TargetListError):
    """The file cannot be opened, is empty, or is no table."""


class TargetMappingUnusable(TargetListError):
    """A mapping file has a fault."""

    def __init__(self, name: str, fault: str) -> None:
        super().__init__(f"The mapping file {name} cannot be used: {fault}.", "Correct it and try again.")


class TargetColumnsMissing(TargetListError):
    """Columns that are needed are not in the file.

    Attributes:
        missing: what could not be found.
        header: the columns that the file has.
    """

    def __init__(self, name: str, missing: Sequence[str], header: Sequence[str]) -> None:
        readable = [each for each in header if each and each.isprintable()]
        shown = ", ".join(readable)[:1_000] or "nothing that can be read"
        super().__init__(
            f"{name} has no column {' and none '.join(missing)}. It has: {shown}.",
            "A target list needs first_name, last_name and phone; a mapping file can say which columns hold them.",
        )
        self.missing = tuple(missing)
        self.header = tuple(header)


class WorkbookToolsMissing(TargetListError):
    """Reading workbooks needs python-calamine, which only organizers' installations have."""

    def __init__(self) -> None:
        super().__init__(
            "Workbooks cannot be read here: the organizer's tools are not installed.",
            "Install F2F Desktop with them, f2f-desktop[organizer], or save the list as CSV.",
        )


class CampaignTooLarge(TargetListError):
    """No laptop would take the campaign file."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} would be too large for a campaign file.",
            "Leave columns out of the list by a mapping file, or divide the list.",
        )


class CampaignOfAnotherKey(TargetListError):
    """The campaign was signed by another key: laptops that have it would refuse the new version."""

    def __init__(self, name: str, signer: str, own: str) -> None:
        super().__init__(
            f"{name} was signed by the key {signer}, and this one is {own}.",
            "Name the file of the campaign's own key after --key.",
        )


class ActionUnknown(TargetListError):
    """The campaign has no such action."""

    def __init__(self, asked: str, there: Sequence[str]) -> None:
        super().__init__(
            f"The campaign has no action {asked}.", f"Name one of {', '.join(there) or 'none'} after --action."
        )


class ActionUnclear(TargetListError):
    """It does not follow from the campaign which of its actions is to suggest the list."""

    def __init__(self, there: Sequence[str]) -> None:
        super().__init__(
            "The campaign does not tell which of its actions is to suggest this list.",
            f"Name one after --action: {', '.join(there)}."
            if there
            else "It has no open action; name a closed one after --action, or another campaign file.",
        )
