"""What can come between a laptop and its hub, each told apart, each with what to do."""

from f2f_desktop.errors import KnownError
from f2f_desktop.protocol.api import ProblemCode

SAFE = "Everything is saved on this computer."
LATER = "Synchronize again later; the app does so by itself."


class SyncTrouble(KnownError):
    """A round of synchronizing did not come to its end; nothing is lost."""


class NetworkMissing(SyncTrouble):
    """There is no way to the hub's address."""

    def __init__(self) -> None:
        super().__init__(
            "There is no network.", f"{SAFE} Synchronize once there is one; the app does so by itself."
        )


class HubAnswersNot(SyncTrouble):
    """Nobody answers at the hub's address, or the line was cut."""

    def __init__(self) -> None:
        super().__init__("The campaign's hub does not answer.", f"{SAFE} {LATER}")


class NotTheHub(SyncTrouble):
    """Somebody else answered: a captive portal, a proxy, another server."""

    def __init__(self) -> None:
        super().__init__(
            "This network answers in the hub's place.",
            f"Open a web page and sign in to the network, or use another one. {SAFE}",
        )


class OtherCertificate(SyncTrouble):
    """The certificate is not the hub's."""

    def __init__(self) -> None:
        super().__init__(
            "The connection is not safe: the hub's certificate is another one.",
            f"Use another network; if it stays, ask your organizer. {SAFE}",
        )


class ClockWrong(SyncTrouble):
    """This laptop's clock is far off. `offset`: seconds by which the hub's is ahead, 0 if that is not known."""

    def __init__(self, offset: float) -> None:
        super().__init__("This laptop's clock is wrong.", f"Set date and time in the system's settings. {SAFE}")
        self.offset = offset


class HubBusy(SyncTrouble):
    """The hub asks to come back later, after `retry_after` seconds."""

    def __init__(self, retry_after: float = 0.0) -> None:
        super().__init__(
            "The campaign's hub has much to do just now.",
            f"{SAFE} {LATER}",
        )
        self.retry_after = retry_after


class HubBroken(SyncTrouble):
    """The hub met a fault of its own."""

    def __init__(self) -> None:
        super().__init__("The campaign's hub has a fault.", f"Tell your organizer. {SAFE}")


class Garbled(SyncTrouble):
    """The hub's answer cannot be read."""

    def __init__(self) -> None:
        super().__init__("The hub's answer cannot be read.", f"Install the newest F2F Desktop. {SAFE}")


class AccessEnded(SyncTrouble):
    """The campaign has ended this laptop's access."""

    def __init__(self) -> None:
        super().__init__("The campaign has ended this laptop's access.", f"Ask your organizer. {SAFE}")


class UnknownToHub(SyncTrouble):
    """The hub does not know this laptop."""

    def __init__(self) -> None:
        super().__init__("The hub does not know this laptop.", f"Join again by an invite. {SAFE}")


class NotHandedOver(SyncTrouble):
    """The campaign's own hub does not know this laptop: the room that it joined has not been handed over."""

    def __init__(self) -> None:
        super().__init__(
            "The room that this laptop joined has not been handed over to the campaign's hub yet.",
            f"Ask your organizer to do it. {SAFE}",
        )


class RefusedByHub(SyncTrouble):
    """The hub understood, and said no."""

    def __init__(self, code: ProblemCode, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.code = code


class NotJoined(KnownError):
    """This laptop has joined no hub."""

    def __init__(self) -> None:
        super().__init__(
            "This laptop has not joined a campaign's hub yet.", "Paste an invite, or type a join code."
        )


class ContentOfAnother(KnownError):
    """What is to be published belongs to another campaign than the hub's, whose id is `campaign`."""

    def __init__(self, content: str, joined: str, campaign: str) -> None:
        super().__init__(
            f"“{content}” is another campaign's content: this laptop has joined {joined}, campaign {campaign}.",
            "Choose that campaign's file, or make a new one with targets resolve --campaign.",
        )


def words_of(trouble: str) -> str:
    """What an error says, of which only the class's name was kept; a name from elsewhere stays as it is."""
    known: dict[str, KnownError] = {
        type(each).__name__: each
        for each in (
            NetworkMissing(),
            HubAnswersNot(),
            NotTheHub(),
            OtherCertificate(),
            ClockWrong(0.0),
            HubBusy(),
            HubBroken(),
            Garbled(),
            AccessEnded(),
            UnknownToHub(),
            NotHandedOver(),
        )
    }
    return str(known.get(trouble, trouble))
