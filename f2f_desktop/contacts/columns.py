"""What the columns of a table mean: named fields, a mapping that can be kept, and a guess at one."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from enum import StrEnum

import msgspec

from f2f_desktop.contacts.errors import ContactFileError


class ColumnField(StrEnum):
    """What a column holds. The values are part of the format of a kept mapping."""

    FULL_NAME = "full_name"
    PREFIX = "prefix"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    SUFFIX = "suffix"
    NICKNAME = "nickname"
    PHONE = "phone"
    EMAIL = "email"
    STREET = "street"
    CITY = "city"
    REGION = "region"
    POSTAL_CODE = "postal_code"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    TITLE = "title"
    BIRTHDAY = "birthday"
    BIRTH_YEAR = "birth_year"
    BIRTH_MONTH = "birth_month"
    BIRTH_DAY = "birth_day"
    CATEGORIES = "categories"
    SOCIAL = "social"
    UID = "uid"
    FILE_AS = "file_as"
    """A name to fall back on."""
    PHONE_LABEL = "phone_label"
    EMAIL_LABEL = "email_label"
    ADDRESS_LABEL = "address_label"
    """The label of the value in the column of the same slot."""


NAMES = frozenset((ColumnField.FULL_NAME, ColumnField.GIVEN, ColumnField.FAMILY))
POINTS = frozenset((ColumnField.PHONE, ColumnField.EMAIL))


class MappedColumn(msgspec.Struct, frozen=True):
    """One column: its name (see `column_names`) and what it holds.

    `label` is the kind of phone, e-mail or address (`mobile`, `home`, ...); the parts of one postal address have
    the same label. For `social` it is the service.
    """

    column: str
    field: ColumnField
    label: str = ""


class ColumnMapping(msgspec.Struct, frozen=True):
    """What the columns of a kind of table hold. Columns that it does not name are left out."""

    columns: tuple[MappedColumn, ...] = ()
    has_header: bool = True
    """Without a header the columns are called `Column 1`, `Column 2`, ..."""

    @property
    def usable(self) -> bool:
        """Whether a table read this way can give contacts."""
        return any(column.field in NAMES | POINTS for column in self.columns)


class ColumnsUnknown(ContactFileError):
    """A table whose columns we do not know: somebody has to say what they hold.

    Attributes:
        header: the columns' names, each different.
        preview: the first (at most five) rows, each with one text per column.
        guess: what we would take them for.
    """

    def __init__(
        self, header: tuple[str, ...], preview: tuple[tuple[str, ...], ...], guess: ColumnMapping
    ) -> None:
        super().__init__(
            "The columns of this table are not those of an address book that we know.",
            "Say which column holds the name, the phone number and the e-mail address.",
        )
        self.header = header
        self.preview = preview
        self.guess = guess


class BadMapping(ContactFileError):
    """A mapping file that says nothing we understand."""


class _MappingFile(msgspec.Struct, forbid_unknown_fields=True):
    columns: dict[str, str]
    has_header: bool = True


def mapping_from_toml(text: str) -> ColumnMapping:
    """The mapping in a TOML text: a table `[columns]` of `"Name of the column" = "field"` or `"field label"`.

    `has_header = false` at the top means a table without a header. Raises BadMapping.
    """
    remedy = 'It needs a table [columns] with lines such as "Cell" = "phone mobile".'
    try:
        file = msgspec.convert(tomllib.loads(text), _MappingFile)
        columns = []
        for column, meaning in file.columns.items():
            field, _, label = meaning.strip().partition(" ")
            columns.append(MappedColumn(column, ColumnField(field), label.strip()))
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        raise BadMapping("The mapping file cannot be understood.", remedy) from error
    mapping = ColumnMapping(tuple(columns), file.has_header)
    if not mapping.usable:
        raise BadMapping("The mapping names no column with a name, a phone number or an e-mail address.", remedy)
    return mapping


def folded(text: str) -> str:
    """A header as it is compared: lower case, no accents, no invisible characters, blanks collapsed.

    Of a long one only the beginning: putting accents in order takes the square of their number.
    """
    decomposed = unicodedata.normalize("NFKD", text[:LOOKED_AT].replace("’", "'").replace("ß", "ss"))
    kept = "".join(char for char in decomposed if not unicodedata.combining(char) and char.isprintable())
    return " ".join(kept.casefold().strip("\ufeff\"' ").split())


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """A name for each column, all different: `Phone`, `Phone (2)`, `Column 7`."""
    names: dict[str, None] = {}
    copies: Counter[str] = Counter()
    for number, text in enumerate(header, 1):
        plain = name = " ".join(text[:LOOKED_AT].split())[:100] or f"Column {number}"
        while name in names:
            copies[plain] += 1
            name = f"{plain} ({copies[plain] + 1})"
        names[name] = None
    return tuple(names)


F = ColumnField
WORDS: tuple[tuple[str, ColumnField, str], ...] = (
    (r"e-?mail(adres(se)?)?|correo|correio|courriel|posta elettronica|mail", F.EMAIL, ""),
    (r"fax", F.PHONE, "fax"),
    (
        (
            r"cell|mobile|mobil|mobiel|handy|movil|celular|cellulare|telemovel|portable|gsm|text|sms|whatsapp"
            r"|(mobil|handy|gsm)-?(telefon|nummer)|mobiele (telefoon|nummer)"
        ),
        F.PHONE,
        "mobile",
    ),
    (r"(work|business|office|trabajo|dienst|bureau|ufficio|werk).*(phone|tel)", F.PHONE, "work"),
    (r"(home|casa|privat|prive|domicile|thuis).*(phone|tel)", F.PHONE, "home"),
    (
        (
            r"phone|telephone|telefon|telefono|telefone|telefoon|tel|tlf|number|numero|nummer|landline"
            r"|telefoo?n-?nummer|festnetz"
        ),
        F.PHONE,
        "",
    ),
    (
        r"nickname|nick|goes by|preferred name|apodo|spitzname|surnom|alias|roepnaam|bijnaam|soprannome|alcunha",
        F.NICKNAME,
        "",
    ),
    (
        (
            r"first.?name|fname|given.?names?|forename|vorname|voornaam|prenom|first|primer nombre|primeiro nome"
            r"|(nombres?|nome)(?! complet)"
        ),
        F.GIVEN,
        "",
    ),
    (
        r"middle.?(name|initial)?|mi|segundo nombre|zweiter vorname|deuxieme prenom|secondo nome|tussenvoegsel",
        F.MIDDLE,
        "",
    ),
    (
        (
            r"last.?name|lname|surname|family.?name|nachname|familienname|achternaam|familienaam|apellidos?"
            r"|nom(?! complet)|cognome|sobrenome|apelido|ultimo nome|last"
        ),
        F.FAMILY,
        "",
    ),
    (r"suffix|name suffix", F.SUFFIX, ""),
    (r"prefix|salutation|anrede|aanhef|name prefix|honorific", F.PREFIX, ""),
    (r"company|organi[sz]ation|employer|firma|empresa|societe|azienda|bedrijf", F.ORGANIZATION, ""),
    (r"(job )?title|position|occupation|puesto|cargo|poste|functie", F.TITLE, ""),
    (
        (
            r"birth ?date|birthday|date of birth|dob|born|cumpleanos|geburtstag|geburtsdatum|anniversaire"
            r"|fecha de nacimiento|date de naissance|data di nascita|data de nascimento|geboortedatum|verjaardag"
        ),
        F.BIRTHDAY,
        "",
    ),
    (
        (
            r"(full|display|contact|complete)?.?name|volledige naam|naam|nombre completo|nome completo|nom complet"
            r"|contact|friend|person|who"
        ),
        F.FULL_NAME,
        "",
    ),
    (
        (
            r"(street|mailing|home|postal)?.?address.?[12]?|street|direccion|calle|strasse|adresse?|rue|straat"
            r"|indirizzo|via|endereco|morada"
        ),
        F.STREET,
        "",
    ),
    (r"city|town|ciudad|ort|wohnort|stadt|ville|citta|cidade|stad|plaats|woonplaats", F.CITY, ""),
    (r"state|province|provincie|provincia|region|estado|bundesland", F.REGION, ""),
    (
        r"zip.?(code)?|post(al)?.?code|plz|postleitzahl|codigo postal|code postal|cap|cep",
        F.POSTAL_CODE,
        "",
    ),
    (r"country|pais|land|pays|paese", F.COUNTRY, ""),
    (r"facebook|fb", F.SOCIAL, "facebook"),
    (r"instagram|ig|insta", F.SOCIAL, "instagram"),
    (r"twitter", F.SOCIAL, "twitter"),
    (r"linkedin", F.SOCIAL, "linkedin"),
    (r"tags?|labels?|groups?|categor(y|ies)|lists?", F.CATEGORIES, ""),
)
"""Patterns of folded headers (English, Spanish, German, French, Italian, Portuguese, Dutch), the first that fits
decides: whole for short words, anywhere in a longer header."""
JUST_A_NAME = re.compile(r"name|naam|nome|nombres?|nom")
"""Headers that mean the whole name where they stand alone, and beside one of its parts the other part."""
COMPILED = tuple(
    (re.compile(rf"(?:.*[^a-z])?(?:{words})(?:[^a-z].*)?"), field, label) for words, field, label in WORDS
)
SINGLE = frozenset(F) - {F.PHONE, F.EMAIL, F.SOCIAL, F.CATEGORIES, F.NICKNAME}

LOOKED_AT = 320
"""Characters of a header or a value that a guess looks at: the longest e-mail address (see `emails`)."""
LOOKS_LIKE_EMAIL = re.compile(r"(?<![^\s@])[^\s@]++@[^\s@]+\.[a-zA-Z]{2,}")
"""Begins only where a word does, so that a long word is looked at once and not from each of its letters."""
LOOKS_LIKE_PHONE = re.compile(r"[\s'=\"+(]*[0-9][0-9\s().+/-]{5,18}(?:[\s,;]*(?:x|ext).*)?\"?", re.IGNORECASE)


def guessed(header: Sequence[str], rows: Sequence[Sequence[str]]) -> ColumnMapping:
    """What the columns named `header` most likely hold, by their names, else by the values in `rows`."""
    header = [cell[:LOOKED_AT] for cell in header]
    rows = [[cell[:LOOKED_AT] for cell in row] for row in rows]
    names = column_names(header)
    has_header = not any(looks(cell) for cell in header)
    if not has_header:
        rows, names = [header, *rows], column_names([""] * len(header))
    columns: dict[int, MappedColumn] = {}
    taken: set[ColumnField] = set()
    names_only: list[int] = []
    one_word: set[int] = set()
    for index, name in enumerate(names):
        values = [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
        found = by_name(folded(name), taken) if has_header else None
        by_value = by_values(values)
        # Values decide against a name that only sounds like one: "Contact" full of numbers.
        if by_value and (found is None or found[0] not in POINTS):
            found = (by_value, "")
        if found is not None:
            taken.add(found[0])
            columns[index] = MappedColumn(name, *found)
        elif values and all(map(is_name, values)):
            names_only.append(index)
            if sum(len(value.split()) == 1 for value in values) > len(values) / 2:
                one_word.add(index)
    if not has_header:
        columns |= {
            index: MappedColumn(names[index], field) for index, field in parts(names_only, one_word).items()
        }
    return ColumnMapping(whole_names([columns[index] for index in sorted(columns)]), has_header)


def parts(names_only: Sequence[int], one_word: Collection[int]) -> dict[int, ColumnField]:
    """What columns without a header hold that have names in every row: two of one word are a name in two parts."""
    if not names_only:
        return {}
    first = names_only[0]
    if first in one_word and first + 1 in one_word:
        return {first: F.GIVEN, first + 1: F.FAMILY}
    return {first: F.FULL_NAME}


def whole_names(columns: Sequence[MappedColumn]) -> tuple[MappedColumn, ...]:
    """`columns` with those that are called just `Name` as what the others leave: whole, or the missing part."""
    fields = {column.field for column in columns}
    plain = next(
        (each for each in columns if each.field in NAMES and JUST_A_NAME.fullmatch(folded(each.column))), None
    )
    if plain is None:
        return tuple(columns)
    others = (fields & NAMES) - {plain.field}
    if not others:
        field = F.FULL_NAME
    elif others == {F.GIVEN}:
        field = F.FAMILY
    else:
        field = plain.field
    return tuple(msgspec.structs.replace(each, field=field) if each is plain else each for each in columns)


def by_name(header: str, taken: set[ColumnField]) -> tuple[ColumnField, str] | None:
    """The field and label that a folded header names. Fields that a contact has once are given once."""
    for pattern, field, label in COMPILED:
        if pattern.fullmatch(header) and not (field in SINGLE and field in taken):
            return field, label
    return None


def by_values(values: Sequence[str]) -> ColumnField | None:
    """Phone or e-mail where most of the values look like one."""
    kinds = [looks(value) for value in values]
    for field in POINTS:
        if kinds and kinds.count(field) > len(kinds) / 2:
            return field
    return None


def looks(value: str) -> ColumnField | None:
    """E-mail or phone where a single value looks like one. Takes time in the length of the value, not its square."""
    if LOOKS_LIKE_EMAIL.search(value):
        return F.EMAIL
    if LOOKS_LIKE_PHONE.fullmatch(value.strip()) and sum(map(str.isdigit, value)) >= 7:
        return F.PHONE
    return None


def is_name(value: str) -> bool:
    """Whether a value could be a person's name: one to four words of letters."""
    words = value.split()
    return 1 <= len(words) <= 4 and all(
        any(map(str.isalpha, word)) and not re.search(r"[0-9@/]", word) for word in words
    )
