"""Address books as the programs export them, each with its dialect."""

import base64
import csv
import io
import quopri
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from f2f_desktop.demo.address_books import Friend


@dataclass(frozen=True)
class BookFile:
    """An address book as a file: its name, its bytes, and whom it holds, in order."""

    name: str
    data: bytes
    friends: tuple[Friend, ...]


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


def _name_parts(friend: Friend) -> str:
    """The value of N (RFC 6350, 6.2.2): family, given, additional, prefix, suffix."""
    parts = (friend.family, friend.given, friend.middle, friend.prefix, friend.suffix)
    return ";".join(map(_escaped, parts))


def iphone_vcard(friends: Sequence[Friend]) -> bytes:
    """vCard 3.0 as iCloud exports it: groups with X-ABLabel, folded lines, a photo here and there."""
    lines: list[str] = []
    photo = base64.b64encode(bytes(range(256)) * 4).decode()
    for number, friend in enumerate(friends):
        lines += ["BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Apple Inc.//iOS 18.1//EN"]
        lines.append(f"N:{_name_parts(friend)}")
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
        lines += ["BEGIN:VCARD", "VERSION:2.1", line("N", _name_parts(friend))]
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


def google_vcard(friends: Sequence[Friend]) -> bytes:
    """vCard 3.0 as Google Contacts exports it: unfolded, e-mail in a group."""
    lines: list[str] = []
    for friend in friends:
        lines += ["BEGIN:VCARD", "VERSION:3.0", f"FN:{_escaped(friend.full or friend.organization)}"]
        lines.append(f"N:{_name_parts(friend)}")
        if friend.email:
            lines += [f"item1.EMAIL;TYPE=INTERNET:{friend.email}", "item1.X-ABLabel:"]
        lines += [
            f"TEL;TYPE={'CELL' if label == 'mobile' else label.upper()}:{phone}" for label, phone in friend.phones
        ]
        if friend.organization:
            lines.append(f"ORG:{_escaped(friend.organization)}")
        if friend.birthday:
            lines.append(f"BDAY:{friend.birthday}")
        lines += ["CATEGORIES:myContacts", f"UID:{friend.uid}", "END:VCARD"]
    return ("\n".join(lines) + "\n").encode()


def outlook_vcard(friends: Sequence[Friend]) -> bytes:
    """vCard 2.1 as Outlook saves it, one card after the other: parameters without names, quoted-printable names."""

    def named(name: str, value: str) -> str:
        if value.isascii():
            return f"{name};LANGUAGE=en-us:{value}"
        quoted = quopri.encodestring(value.encode(), quotetabs=True).decode().replace("\n", "\r\n")
        return f"{name};LANGUAGE=en-us;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:{quoted}"

    lines: list[str] = []
    for friend in friends:
        lines += ["BEGIN:VCARD", "VERSION:2.1", named("N", _name_parts(friend))]
        lines.append(named("FN", friend.full or friend.organization))
        if friend.organization:
            lines.append(f"ORG:{friend.organization}")
        kinds = {"mobile": "CELL", "home": "HOME", "work": "WORK"}
        lines += [f"TEL;{kinds[label]};VOICE:{phone}" for label, phone in friend.phones]
        if friend.email:
            lines.append(f"EMAIL;PREF;INTERNET:{friend.email}")
        if friend.birthday:
            lines += ["X-MS-OL-DEFAULT-POSTAL-ADDRESS:0", f"BDAY:{friend.birthday.replace('-', '')}"]
        lines += [f"UID:{friend.uid}", "REV:20260301T120000Z", "END:VCARD"]
    return ("\r\n".join(lines) + "\r\n").encode()


def nextcloud_vcard(friends: Sequence[Friend]) -> bytes:
    """vCard 4.0 as Nextcloud exports it."""
    lines: list[str] = []
    for friend in friends:
        lines += ["BEGIN:VCARD", "VERSION:4.0", "PRODID:-//Sabre//Sabre VObject 4.5.4//EN", f"UID:{friend.uid}"]
        lines += [f"FN:{_escaped(friend.full or friend.organization)}"]
        lines.append(f"N:{_name_parts(friend)}")
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
            "First Name": friend.given or friend.displayed,
            "Middle Name": friend.middle,
            "Last Name": friend.family,
            "Name Prefix": friend.prefix,
            "Name Suffix": friend.suffix,
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
            "Title": friend.prefix,
            "First Name": friend.given or friend.displayed,
            "Middle Name": friend.middle,
            "Last Name": friend.family,
            "Suffix": friend.suffix,
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


def linkedin_csv(friends: Sequence[Friend]) -> bytes:
    """LinkedIn's connections: a preamble, hardly an e-mail address, no telephone numbers."""
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On".split(",")
    rows = [
        {
            "First Name": friend.given or friend.displayed,
            "Last Name": friend.family,
            "URL": f"https://www.linkedin.com/in/{friend.social}" if friend.social else "",
            "Company": friend.organization,
            "Connected On": "12 Mar 2025",
        }
        for friend in friends
    ]
    preamble = 'Notes:\n"When exporting your connection data, some of the email addresses may be missing."\n\n'
    return (preamble + _csv(header, rows)).encode()
