"""Roles: what a device may do."""

from enum import StrEnum


class Role(StrEnum):
    """The part that a person plays in a campaign. Each includes the ones before it."""

    VOLUNTEER = "volunteer"
    ORGANIZER = "organizer"
    OWNER = "owner"

    @property
    def includes(self) -> frozenset["Role"]:
        """This role and those below it."""
        order = list(Role)
        return frozenset(order[: order.index(self) + 1])
