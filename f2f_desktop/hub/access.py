"""Who may do what: every operation names who may call it, and what names nobody is closed to everybody."""

from enum import StrEnum

from f2f_desktop.protocol.roles import Role


class Access(StrEnum):
    """Access without a role."""

    PUBLIC = "public"
    """Anybody, unsigned: health, metrics, hello, the API's description."""
    ANY_KEY = "any_key"
    """Whoever signs, with any key: joining."""


OPTION = "access"
"""The route's option that holds its `Access`, or the least `Role` that it takes."""

WRITES_NONCE = "writes_nonce"
"""The route's option that says it stores the request's nonce itself, with what it writes."""


def may(role: Role, needed: Role | Access | None) -> bool:
    """Whether a registered device with this role may call an operation."""
    return isinstance(needed, Role) and needed in role.includes
