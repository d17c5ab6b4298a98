"""A volunteer's address books, with known truth: who of the district is in them, and how people write their friends.

Most friends live elsewhere; those who live in the district are written with nicknames, remarks, maiden names, typos, or
as a couple. The books are rendered as the programs export them, each with its dialect.
"""

import base64
import csv
import io
import quopri
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from f2f_desktop.demo import names
from f2f_desktop.demo.population import AREA_CODES, CITIES, EXCHANGES, Population

FAR_AREA_CODES = (212, 312, 415, 503, 617, 206)

SHORT = {
    "Robert": "Bob", "William": "Bill", "James": "Jim", "Michael": "Mike", "Elizabeth": "Liz", "Katherine": "Kate",
    "Jennifer": "Jen", "Christopher": "Chris", "Thomas": "Tom", "Richard": "Rick", "Margaret": "Peggy",
    "Patricia": "Pat", "Joseph": "Joe", "Daniel": "Dan", "Matthew": "Matt", "Anthony": "Tony", "Steven": "Steve",
    "Rebecca": "Becky", "Deborah": "Debbie", "Susan": "Sue", "Benjamin": "Ben", "Samuel": "Sam", "Nicholas": "Nick",
    "Madison": "Maddie", "Tyler": "Ty", "Francisco": "Paco", "José": "Pepe", "Guadalupe": "Lupe", "Jesús": "Chuy",
    "Alexandra": "Alex", "Victoria": "Vicky", "Gregory": "Greg", "Edward": "Ed", "Andrew": "Drew",
}  # fmt: skip
REMARKS = ("Plumber", "(work)", "- PTA", "Book Club", "🎸", "Gym", "(neighbor)")
ORGANIZATIONS = ("Rivers Bend Dental", "Heron Lake Library", "Falls Auto Repair", "Quarry Hill Pizza")


@dataclass(frozen=True)
class Friend:
    """One entry of the address book as the volunteer wrote it."""

    uid: str
    given: str
    family: str
    phones: tuple[tuple[str, str], ...] = ()
    """Pairs of label (`mobile`, `home`) and number as written."""
    email: str = ""
    street: str = ""
    city: str = ""
    zip: str = ""
    birthday: str = ""
    """`YYYY-MM-DD` or empty."""
    organization: str = ""
    social: str = ""
    """Handle on a social service."""
    voter_id: str = ""
    """The truth: who it is in the voter file; empty for somebody who is not there."""

    @property
    def full(self) -> str:
        """The name as displayed."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True)
class BookFile:
    """An address book as a file: its name, its bytes, and whom it holds, in order."""

    name: str
    data: bytes
    friends: tuple[Friend, ...]


def draw_friends(population: Population, seed: int, count: int, share_in_file: float = 0.3) -> list[Friend]:
    """`count` friends, of whom `share_in_file` are in the voter file."""
    rng = np.random.default_rng(seed)
    registered = population.registered
    # Friends live near one another: mostly in the first two parts of the district.
    near = registered[population.place[registered] <= 1]
    inside = rng.choice(near, size=int(count * share_in_file), replace=False)
    friends = [_from_file(rng, population, int(i), number) for number, i in enumerate(inside)]
    friends += [_from_elsewhere(rng, number) for number in range(len(friends), count)]
    return [friends[i] for i in rng.permutation(count)]


def _from_file(rng: np.random.Generator, population: Population, i: int, number: int) -> Friend:
    given, family = str(population.first[i]), str(population.last[i])
    written, kept = _as_written(rng, given, family, str(population.maiden[i]))
    phones: list[tuple[str, str]] = []
    if rng.random() < 0.86:
        phones.append(("mobile", _written_number(rng, int(population.phone[i]))))
    if population.landline[i] and rng.random() < 0.3:
        phones.append(("home", _written_number(rng, int(population.landline[i]))))
    city, _, zip_code = CITIES[population.place[i]]
    at_home = rng.random() < 0.2
    year = int(population.birth_year[i])
    friend = Friend(
        uid=f"friend-{number:04d}",
        given=written,
        family=kept,
        phones=tuple(phones),
        street=f"{population.house_number[i]} {names.STREETS[population.street[i]]}" if at_home else "",
        city=city.title() if at_home else "",
        zip=zip_code if at_home else "",
        birthday=f"{year}-{rng.integers(1, 13):02d}-{rng.integers(1, 29):02d}" if rng.random() < 0.15 else "",
        voter_id=str(population.voter_ids[i]),
    )
    return _with_accounts(rng, friend, given, family, year)


def _from_elsewhere(rng: np.random.Generator, number: int) -> Friend:
    if rng.random() < 0.04:
        name = str(rng.choice(ORGANIZATIONS))
        return Friend(f"friend-{number:04d}", "", "", (("work", _written_number(rng, _number(rng, AREA_CODES))),),
                      organization=name)  # fmt: skip
    given = str(rng.choice(names.FEMALE + names.MALE))
    surnames = names.SURNAMES if rng.random() < 0.6 else names.RARE_SURNAMES
    family = str(rng.choice(surnames))
    written, kept = _as_written(rng, given, family, "")
    codes = AREA_CODES if rng.random() < 0.35 else FAR_AREA_CODES
    phones = (("mobile", _written_number(rng, _number(rng, codes))),) if rng.random() < 0.88 else ()
    friend = Friend(f"friend-{number:04d}", written, kept, phones)
    return _with_accounts(rng, friend, given, family, int(rng.integers(1950, 2006)))


def _with_accounts(rng: np.random.Generator, friend: Friend, given: str, family: str, year: int) -> Friend:
    from f2f_desktop.matching.folding import fold

    plain = f"{fold(given)}.{fold(family)}".lower().replace(" ", "")
    email = f"{plain}{year % 100:02d}@example.org" if rng.random() < 0.5 else ""
    social = plain.replace("-", "").replace("'", "") if rng.random() < 0.18 else ""
    if not email and not social and not friend.phones:
        email = f"{plain}@example.org"
    return replace(friend, email=email, social=social)


def _as_written(rng: np.random.Generator, given: str, family: str, maiden: str) -> tuple[str, str]:
    """A friend's name as people save it."""
    chance = rng.random()
    if chance < 0.22:
        return SHORT.get(given, given), family
    if chance < 0.27:
        return f"{SHORT.get(given, given)}", str(rng.choice(REMARKS))
    if chance < 0.32:
        return given, f"{family} {rng.choice(REMARKS)}"
    if chance < 0.35 and maiden:
        return given, maiden
    if chance < 0.38:
        return given, ""
    if chance < 0.41:
        return given, family[:1] + family[2:3] + family[1:2] + family[3:] if len(family) > 4 else family
    if chance < 0.44:
        return f"{given} & {rng.choice(names.FEMALE)}", family
    if chance < 0.46:
        return family, given
    return given, family


def _number(rng: np.random.Generator, codes: Sequence[int]) -> int:
    exchange = int(rng.integers(EXCHANGES.start, EXCHANGES.stop))
    return int(rng.choice(codes)) * 10_000_000 + exchange * 10_000 + int(rng.integers(0, 10_000))


def _written_number(rng: np.random.Generator, number: int) -> str:
    text = f"{number:010d}"
    forms = (
        f"({text[:3]}) {text[3:6]}-{text[6:]}",
        f"{text[:3]}-{text[3:6]}-{text[6:]}",
        f"+1{text}",
        f"+1 {text[:3]} {text[3:6]} {text[6:]}",
        f"{text[:3]}.{text[3:6]}.{text[6:]}",
    )
    return str(forms[int(rng.integers(0, len(forms)))])


def render_books(friends: Sequence[Friend]) -> list[BookFile]:
    """Friends spread over address books in five dialects; a twentieth of them are in two books."""
    cuts = [0, len(friends) * 5 // 10, len(friends) * 6 // 10, len(friends) * 8 // 10, len(friends) * 9 // 10]
    cuts.append(len(friends))
    dialects: tuple[tuple[str, Callable[[Sequence[Friend]], bytes]], ...] = (
        ("iPhone contacts.vcf", iphone_vcard),
        ("android-backup.vcf", android_vcard),
        ("google-contacts.csv", google_csv),
        ("outlook.csv", outlook_csv),
        ("nextcloud.vcf", nextcloud_vcard),
    )
    books = []
    for number, (name, render) in enumerate(dialects):
        own = list(friends[cuts[number] : cuts[number + 1]])
        if number:
            repeated = [friend for friend in friends[: cuts[1]] if friend.phones][number::20][:4]
            own += [replace(friend, uid=f"{friend.uid}-{number}") for friend in repeated]
        books.append(BookFile(name, render(own), tuple(own)))
    return books


def _folded(line: str, width: int = 74) -> str:
    pieces = [line[start : start + width] for start in range(0, len(line), width)]
    return "\r\n ".join(pieces)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def iphone_vcard(friends: Sequence[Friend]) -> bytes:
    """vCard 3.0 as iCloud exports it: groups with X-ABLabel, folded lines, a photo here and there."""
    lines: list[str] = []
    photo = base64.b64encode(bytes(range(256)) * 4).decode()
    for number, friend in enumerate(friends):
        lines += ["BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Apple Inc.//iOS 18.1//EN"]
        lines.append(f"N:{_escaped(friend.family)};{_escaped(friend.given)};;;")
        lines.append(f"FN:{_escaped(friend.full or friend.organization)}")
        if friend.organization:
            lines.append(f"ORG:{_escaped(friend.organization)};")
        for item, (label, phone) in enumerate(friend.phones, 1):
            if label == "mobile":
                lines.append(f"TEL;type=CELL;type=VOICE;type=pref:{phone}")
            else:
                lines += [f"item{item}.TEL:{phone}", f"item{item}.X-ABLabel:_$!<{label.title()}>!$_"]
        if friend.email:
            lines.append(f"EMAIL;type=INTERNET;type=HOME;type=pref:{friend.email}")
        if friend.street:
            address = f";;{_escaped(friend.street)};{_escaped(friend.city)};NC;{friend.zip};United States"
            lines.append(f"item9.ADR;type=HOME:{address}")
        if friend.birthday:
            lines.append(f"BDAY;value=date:{friend.birthday}")
        if friend.social:
            lines.append(
                f"X-SOCIALPROFILE;type=instagram;x-user={friend.social}:https://instagram.com/{friend.social}"
            )
        if number % 25 == 0:
            lines.append(f"PHOTO;ENCODING=b;TYPE=JPEG:{photo}")
        lines += [f"UID:{friend.uid}", "END:VCARD"]
    return ("\r\n".join(map(_folded, lines)) + "\r\n").encode()


def android_vcard(friends: Sequence[Friend]) -> bytes:
    """vCard 2.1 as Android's contacts app exports it: quoted-printable where a name is not ASCII."""

    def line(name: str, value: str) -> str:
        if value.isascii():
            return f"{name}:{value}"
        quoted = quopri.encodestring(value.encode(), quotetabs=True).decode().replace("\n", "\r\n")
        return f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted}"

    lines: list[str] = []
    for friend in friends:
        lines += ["BEGIN:VCARD", "VERSION:2.1", line("N", f"{friend.family};{friend.given};;;")]
        lines.append(line("FN", friend.full or friend.organization))
        lines += [
            f"TEL;{'CELL' if label == 'mobile' else label.upper()}:{phone}" for label, phone in friend.phones
        ]
        if friend.email:
            lines.append(f"EMAIL;HOME:{friend.email}")
        if friend.organization:
            lines.append(line("ORG", friend.organization))
        lines += [f"UID:{friend.uid}", "END:VCARD"]
    return ("\r\n".join(lines) + "\r\n").encode()


def nextcloud_vcard(friends: Sequence[Friend]) -> bytes:
    """vCard 4.0 as Nextcloud exports it."""
    lines: list[str] = []
    for friend in friends:
        lines += ["BEGIN:VCARD", "VERSION:4.0", "PRODID:-//Sabre//Sabre VObject 4.5.4//EN", f"UID:{friend.uid}"]
        lines += [f"FN:{_escaped(friend.full or friend.organization)}"]
        lines.append(f"N:{_escaped(friend.family)};{_escaped(friend.given)};;;")
        lines += [
            f'TEL;TYPE="{"cell" if label == "mobile" else label},voice":{phone}' for label, phone in friend.phones
        ]
        if friend.email:
            lines.append(f"EMAIL;TYPE=HOME:{friend.email}")
        if friend.birthday:
            lines.append(f"BDAY:{friend.birthday.replace('-', '')}")
        lines.append("END:VCARD")
    return ("\r\n".join(map(_folded, lines)) + "\r\n").encode()


def _csv(header: Sequence[str], rows: Sequence[dict[str, str]], quote_all: bool = False) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, header, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def google_csv(friends: Sequence[Friend]) -> bytes:
    """Google Contacts CSV, layout of 2024, with several values in one cell."""
    header = (
        "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
        "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,"
        "Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value"
    ).split(",")
    rows = [
        {
            "First Name": friend.given,
            "Last Name": friend.family,
            "Organization Name": friend.organization,
            "Birthday": friend.birthday,
            "Labels": "* myContacts",
            "E-mail 1 - Label": "* " if friend.email else "",
            "E-mail 1 - Value": friend.email,
            "Phone 1 - Label": "Mobile" if friend.phones else "",
            "Phone 1 - Value": " ::: ".join(phone for _, phone in friend.phones),
        }
        for friend in friends
    ]
    return _csv(header, rows).encode()


def outlook_csv(friends: Sequence[Friend]) -> bytes:
    """Outlook's CSV: every field quoted, Windows code page."""
    header = (
        "Title,First Name,Middle Name,Last Name,Suffix,Company,Home Street,Home City,Home State,Home Postal Code,"
        "Home Phone,Mobile Phone,Birthday,E-mail Address,Notes"
    ).split(",")
    rows = [
        {
            "First Name": friend.given,
            "Last Name": friend.family,
            "Company": friend.organization,
            "Home Street": friend.street,
            "Home City": friend.city,
            "Home Postal Code": friend.zip,
            "Home Phone": next((phone for label, phone in friend.phones if label == "home"), ""),
            "Mobile Phone": next((phone for label, phone in friend.phones if label == "mobile"), ""),
            "Birthday": "0/0/00",
            "E-mail Address": friend.email,
        }
        for friend in friends
    ]
    return _csv(header, rows, quote_all=True).encode("cp1252", errors="replace")
