"""Why a request is refused, and the answer that says so (RFC 9457)."""

import time
from http import HTTPStatus

from f2f_desktop.errors import KnownError
from f2f_desktop.hub.content import Refused
from f2f_desktop.hub.database import HubDatabaseUnusable
from f2f_desktop.hub.enrolment import BadInvite, NotAllowed, NotThere
from f2f_desktop.hub.intake import Foreign
from f2f_desktop.hub.writer import HubBusy
from f2f_desktop.protocol.api import Problem, ProblemCode
from f2f_desktop.protocol.http_signatures import NotSigned, WrongTime

RETRY_AFTER = 5
"""Seconds after which a busy hub may be asked again."""


class UnknownDevice(KnownError):
    """The key belongs to no device of a campaign here."""

    def __init__(self) -> None:
        super().__init__("This device has not joined a campaign at this hub.", "Join by an invite.")


class Revoked(KnownError):
    """The device's access was ended."""

    def __init__(self) -> None:
        super().__init__("This device's access was ended by the campaign.", "Ask your organizer.")


class Forbidden(KnownError):
    """The role does not reach that far."""

    def __init__(self) -> None:
        super().__init__("Your role does not allow this.", "Ask an organizer.")


class Replayed(KnownError):
    """The same request was seen before."""

    def __init__(self) -> None:
        super().__init__("This request was received before.", "Sign a new one.")


class TooLarge(KnownError):
    """More than the hub takes at once."""

    def __init__(self) -> None:
        super().__init__("The request is too large.", "Send less at once.")


class TooMany(KnownError):
    """Too many requests or guesses."""

    def __init__(self, seconds: int = RETRY_AFTER) -> None:
        super().__init__("Too many requests.", f"Try again in {seconds} seconds.")
        self.seconds = seconds


class TooLong(KnownError):
    """The request did not come to its end in time."""

    def __init__(self) -> None:
        super().__init__("The request took too long to arrive.", "Send less at once, or by another network.")


class Unreadable(KnownError):
    """The request's content is not what the operation takes."""


class GoneAway(KnownError):
    """The laptop hung up before its request was complete."""

    def __init__(self) -> None:
        super().__init__("The request was cut off.", "Send it again.")


_STATUS: tuple[tuple[type[KnownError], HTTPStatus, ProblemCode], ...] = (
    (WrongTime, HTTPStatus.UNAUTHORIZED, ProblemCode.WRONG_TIME),
    (NotSigned, HTTPStatus.UNAUTHORIZED, ProblemCode.NOT_SIGNED),
    (UnknownDevice, HTTPStatus.UNAUTHORIZED, ProblemCode.UNKNOWN_DEVICE),
    (Revoked, HTTPStatus.FORBIDDEN, ProblemCode.REVOKED),
    (Forbidden, HTTPStatus.FORBIDDEN, ProblemCode.FORBIDDEN),
    (NotAllowed, HTTPStatus.FORBIDDEN, ProblemCode.FORBIDDEN),
    (Foreign, HTTPStatus.FORBIDDEN, ProblemCode.FORBIDDEN),
    (BadInvite, HTTPStatus.FORBIDDEN, ProblemCode.BAD_INVITE),
    (Replayed, HTTPStatus.CONFLICT, ProblemCode.REPLAYED),
    (NotThere, HTTPStatus.NOT_FOUND, ProblemCode.NOT_FOUND),
    (Refused, HTTPStatus.CONFLICT, ProblemCode.CONFLICT),
    (TooLong, HTTPStatus.REQUEST_TIMEOUT, ProblemCode.UNREADABLE),
    (TooLarge, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, ProblemCode.TOO_LARGE),
    (TooMany, HTTPStatus.TOO_MANY_REQUESTS, ProblemCode.TOO_MANY),
    (HubBusy, HTTPStatus.SERVICE_UNAVAILABLE, ProblemCode.BUSY),
    (HubDatabaseUnusable, HTTPStatus.SERVICE_UNAVAILABLE, ProblemCode.BUSY),
    (KnownError, HTTPStatus.BAD_REQUEST, ProblemCode.UNREADABLE),
)


def problem_of(error: KnownError) -> Problem:
    """The answer to a request that met this."""
    for kind, status, code in _STATUS:
        if isinstance(error, kind):
            return Problem(status, code, error.what, error.remedy, time.time())
    raise AssertionError


def wait_of(error: KnownError) -> int:
    """Seconds after which what met this error may be tried again."""
    return error.seconds if isinstance(error, TooMany) else RETRY_AFTER


def headers_of(problem: Problem, size: int, wait: int = RETRY_AFTER) -> list[tuple[bytes, bytes]]:
    """The headers of that answer; `wait`: seconds, where it asks to come back later."""
    headers = [(b"content-type", b"application/problem+json"), (b"content-length", str(size).encode())]
    if problem.status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        headers.append((b"retry-after", str(wait).encode()))
    return headers
