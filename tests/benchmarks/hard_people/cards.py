"""An address book as one vCard file, as programs write it: the cards take turns between 3.0, 4.0 and 2.1."""

import quopri
from collections.abc import Iterator, Sequence

from tests.benchmarks.hard_people.books import Card


def vcards(cards: Sequence[Card]) -> bytes:
    """The file's bytes: UTF-8, CR LF, long lines folded."""
    lines: list[str] = []
    for number, card in enumerate(cards):
        version = ("3.0", "3.0", "4.0", "2.1")[number % 4]
        body = _old_card(card) if version == "2.1" else _card(card)
        lines += ["BEGIN:VCARD", f"VERSION:{version}", *body, "END:VCARD"]
    return ("\r\n".join(lines) + "\r\n").encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _parts(card: Card) -> tuple[str, ...]:
    name = card.name
    return name.family, name.given, name.middle, name.prefix, name.suffix


def _card(card: Card) -> Iterator[str]:
    yield _folded("N:" + ";".join(map(_escaped, _parts(card))))
    yield _folded("FN:" + _escaped(card.name.full or card.organization))
    if card.name.nickname:
        yield f"NICKNAME:{_escaped(card.name.nickname)}"
    if card.organization:
        yield f"ORG:{_escaped(card.organization)}"
    for label, number in card.phones:
        yield f"TEL;TYPE={'CELL' if label == 'mobile' else label.upper()}:{number}"
    if card.email:
        yield f"EMAIL;TYPE=INTERNET:{card.email}"
    if card.street:
        yield _folded(f"ADR;TYPE=HOME:;;{_escaped(card.street)};{_escaped(card.city)};NC;{card.zip};USA")
    if card.birthday:
        yield f"BDAY:{card.birthday}"
    if card.social:
        yield f"X-SOCIALPROFILE;TYPE=instagram:https://instagram.com/{card.social}"
    yield f"UID:{card.uid}"


def _old_card(card: Card) -> Iterator[str]:
    """vCard 2.1: quoted-printable where it is not ASCII."""

    def line(name: str, value: str) -> str:
        if value.isascii():
            return f"{name}:{value}"
        quoted = quopri.encodestring(value.encode(), quotetabs=True).decode().replace("\n", "\r\n")
        return f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted}"

    yield line("N", ";".join(part.replace(";", "\\;") for part in _parts(card)))
    yield line("FN", card.name.full or card.organization)
    if card.organization:
        yield line("ORG", card.organization)
    for label, number in card.phones:
        yield f"TEL;{'CELL' if label == 'mobile' else label.upper()}:{number}"
    if card.email:
        yield f"EMAIL;INTERNET:{card.email}"
    if card.street:
        yield f"ADR;HOME:;;{card.street};{card.city};NC;{card.zip};USA"
    if card.birthday:
        yield f"BDAY:{card.birthday}"
    yield f"UID:{card.uid}"


def _folded(line: str) -> str:
    """RFC 6350, 3.2: at most 75 octets a line, here 70 characters."""
    return "\r\n ".join(line[start : start + 70] for start in range(0, len(line), 70))
