"""The four ways in which a volunteer reaches a friend."""

from enum import StrEnum


class Channel(StrEnum):
    """A way to reach a contact. The values are part of the bundle's and the events' format."""

    TEXT = "text"
    CALL = "call"
    EMAIL = "email"
    SOCIAL = "social"
