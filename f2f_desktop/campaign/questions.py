"""Tags and custom fields: what a report can hold."""

import msgspec

from f2f_desktop.campaign.ids import FieldId, TagId


class Tag(msgspec.Struct, frozen=True):
    """A yes/no mark that a volunteer can put on a contact in a report."""

    id: TagId
    name: str
    order: int = 0
    reportable: bool = True


class CustomField(msgspec.Struct, frozen=True):
    """A question with a text answer (`choices` empty) or with one of several answers."""

    id: FieldId
    name: str
    choices: tuple[str, ...] = ()
    order: int = 0
    reportable: bool = True


class ReportSettings(msgspec.Struct, frozen=True):
    """Which tags and fields an action asks for, in display order."""

    tags: tuple[TagId, ...] = ()
    fields: tuple[FieldId, ...] = ()
