"""Who has which extract: laptops beside what they have said that they installed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from f2f_desktop.protocol.api import DeviceRow, ExtractHolder
from f2f_desktop.protocol.manifest import ExtractOffer, FormerExtract


class Has(StrEnum):
    """What of an extract a laptop has."""

    THIS = "this"
    OLDER = "older"
    """A former edition of it, which it is to replace."""
    WITHDRAWN = "withdrawn"
    OTHER = "other"
    """Another extract of the campaign."""
    NONE = "none"
    """None, as far as it has said."""


@dataclass(frozen=True)
class Holding:
    """A laptop, and what it has."""

    device: DeviceRow
    has: Has
    label: str = ""
    edition: int = 0
    at: int | None = None


def holdings(
    offer: ExtractOffer,
    offers: Iterable[ExtractOffer],
    former: Iterable[FormerExtract],
    devices: Sequence[DeviceRow],
    holders: Iterable[ExtractHolder],
) -> list[Holding]:
    """Every laptop that takes part, and what it has of the offered extract: those that have it first."""
    held = {each.device: each for each in holders}
    now = {each.hash: each for each in offers}
    before = {each.hash: each for each in former}
    found = [
        _holding(device, held.get(device.id), offer, now, before)
        for device in devices
        if device.revoked_at is None
    ]
    return sorted(found, key=lambda each: (list(Has).index(each.has), each.device.name.casefold(), each.device.id))


def _holding(
    device: DeviceRow,
    held: ExtractHolder | None,
    offer: ExtractOffer,
    now: dict[str, ExtractOffer],
    before: dict[str, FormerExtract],
) -> Holding:
    if held is None:
        return Holding(device, Has.NONE)
    if held.extract == offer.hash:
        return Holding(device, Has.THIS, offer.label, offer.edition, held.at)
    if (known := now.get(held.extract)) is not None:
        return Holding(device, Has.OTHER, known.label, known.edition, held.at)
    if (gone := before.get(held.extract)) is not None:
        if gone.withdrawn:
            return Holding(device, Has.WITHDRAWN, gone.label, gone.edition, held.at)
        return Holding(
            device, Has.OLDER if gone.label == offer.label else Has.OTHER, gone.label, gone.edition, held.at
        )
    return Holding(device, Has.OTHER, at=held.at)
