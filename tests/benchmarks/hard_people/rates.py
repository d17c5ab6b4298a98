"""How often what happens, and why: the rates of a district, of an address book and of the hand that wrote it.

A rate with a source is measured; the others are guesses, set on the hard side of what is plausible. What is fitted
is fitted on FITTING with FIT_SEEDS; what is told is told of FIGURES with FIGURE_SEEDS: other rates, other people.
"""

from dataclasses import dataclass, field

FIT_SEEDS = (101, 102, 103, 104)
FIGURE_SEEDS = (901, 902, 903)


@dataclass(frozen=True)
class DistrictRates:
    """Shares of all grown-up people of the district unless said otherwise."""

    groups: tuple[float, float, float, float] = (0.62, 0.2, 0.06, 0.12)
    """White, black, asian, spanish: a Southern district."""
    mixed_couple: float = 0.12
    """Of the couples: the partner is of any group (Pew 2017: 10 % of the married)."""
    registered: float = 0.82
    """Of a state's grown-ups 70 to 90 % are."""
    phone_in_file: float = 0.5
    """Of the registered. North Carolina gives about half; vendors append up to 80 %; some states none."""
    stale_phone: float = 0.2
    """Of the phones in the file: a number that the voter gave up."""
    recycled_phone: float = 0.2
    """Of the stale ones: somebody else in the district has the number by now. Nearly all numbers are given out again,
    but the area codes are larger than the district. (Others: see `BookRates.recycled`.)"""
    landline_in_file: float = 0.25
    """Of the phones in the file, where the household has a landline."""
    housemates_mobile_in_file: float = 0.05
    """Of the phones in the file: a parent's or partner's mobile."""
    landline: float = 0.3
    """Of the households (CDC 2023: a quarter, more among the old)."""
    local_mobile: float = 0.75
    """Of the mobiles: a local area code. People keep their numbers when they move."""
    took_surname: tuple[float, float, float, float] = (0.75, 0.75, 0.4, 0.35)
    """By group, of the wives (Pew 2023: 79 % of all)."""
    hyphenated: float = 0.05
    """Of the wives: both surnames, with a hyphen or a blank (Pew 2023: 5 %)."""
    divorced_with_his_name: float = 0.2
    """Of women over 30 without a partner: their surname is not the one they were born with."""
    maiden_in_file: float = 0.06
    """Of the women who took a name: still registered under the one they were born with."""
    maiden_as_middle: float = 0.3
    """Of the women who took a name."""
    two_surnames: float = 0.35
    """Of the spanish: two surnames in the file, a third of them with a hyphen."""
    double_given_name: tuple[float, float, float, float] = (0.015, 0.015, 0.12, 0.07)
    """By group: `Mary Ann`, `Mei Ling`, `Juan Carlos` in the field of the given name."""
    middle_name: float = 0.88
    """Have one."""
    middle_initial_in_file: float = 0.25
    """Of the middle names."""
    nickname_in_file: float = 0.02
    """Registered as Bob."""
    typo_in_file: float = 0.004
    """Of the given names and of the surnames (clerks, scanners, bad handwriting)."""
    junior: float = 0.06
    """Of the sons at home: their father's name in full."""
    suffix: float = 0.03
    """Of the other men: JR, SR, II, III without the father or son at home."""
    suffix_in_file: float = 0.85
    """Of the suffixes."""
    twins: float = 0.04
    """Of the second children at home: as old as the first."""
    flat: float = 0.22
    """Of the households: a number behind the street address."""
    moved: float = 0.07
    """Of the registered: the file has an old address (Census: 13 % move a year; files are mended late)."""
    unknown_birth_year: float = 0.0


@dataclass(frozen=True)
class HandRates:
    """How names are written down; shares of the contacts to which it can happen."""

    nickname: float = 0.3
    """Of those whose name has one in the generator's table."""
    invented_short_form: float = 0.03
    goes_by_middle_name: float = 0.03
    given_typo: float = 0.015
    surname_typo: float = 0.02
    maiden_name: float = 0.12
    """Of the women who took another."""
    new_name: float = 0.3
    """Of the women whom the file has under their old name: they are in the book under the new one anyway (1 - this:
    the book has the old one too)."""
    half_of_hyphenated: float = 0.5
    first_of_two_surnames: float = 0.5
    second_of_two_surnames: float = 0.12
    drops_second_given_name: float = 0.6
    surname_first: tuple[float, float, float, float] = (0.01, 0.01, 0.15, 0.02)
    """By group."""
    english_name: float = 0.2
    """Of the asian: a given name that no register has."""
    accents_kept: float = 0.35
    decomposed: float = 0.3
    """Of the names with accents: NFD, as a Mac writes them."""
    initial_for_given_name: float = 0.02
    initial_for_surname: float = 0.04
    given_name_only: float = 0.08
    surname_only: float = 0.01
    """`Mrs. Henderson`."""
    remark_for_surname: float = 0.04
    """`Mike Plumber`."""
    remark_behind: float = 0.05
    """`Jen Smith (work)`, `Jen - PTA`."""
    title: float = 0.03
    emoji: float = 0.04
    couple: float = 0.02
    """`Ann & Bob Smith`; half of them the other way round."""
    relation: float = 0.01
    """`Mom`."""
    suffix_written: float = 0.3
    middle_written: float = 0.07
    nickname_in_quotes: float = 0.02
    lower_case: float = 0.04
    upper_case: float = 0.02
    all_in_one_field: float = 0.15
    """The whole name in the given name's field."""
    fields_swapped: float = 0.01
    comma: float = 0.01
    """`Smith, Ann` as the displayed name."""


SLOPPY = HandRates(
    nickname=0.5, invented_short_form=0.06, given_typo=0.03, surname_typo=0.04, maiden_name=0.25,
    initial_for_surname=0.08, given_name_only=0.14, remark_for_surname=0.07, remark_behind=0.1, emoji=0.1,
    lower_case=0.1, all_in_one_field=0.4, couple=0.03,
)  # fmt: skip


@dataclass(frozen=True)
class BookRates:
    """What the cards hold; shares of the contacts unless said otherwise."""

    in_file: float = 0.3
    unregistered_here: float = 0.08
    """Of those not in the file: they live in the district, half of them in a friend's household."""
    organisation: float = 0.04
    """Of those not in the file."""
    namesake: float = 0.005
    """Of those not in the file, besides the natural rate: exactly the name of a voter whom it is not."""
    recycled: float = 0.01
    """Of those not in the file: a number that the file still gives for a voter."""
    near: float = 0.65
    """Of those in the file: from the volunteer's own two ZIP codes."""
    family: float = 0.15
    """Of the residents: a housemate is in the book too."""
    mobile: float = 0.9
    landline: float = 0.2
    """Of the people with one."""
    work_phone: float = 0.08
    old_number: float = 0.05
    """Of the mobiles: the book's is out of date (where the file's is too, often the same)."""
    email: float = 0.45
    name_in_email: float = 0.75
    """Of the e-mail addresses; a fifth of these with a year of birth, a tenth with a number that is none."""
    address: float = 0.12
    old_address: float = 0.1
    """Of the addresses: the person has moved since."""
    birthday: float = 0.12
    year_of_birthday: float = 0.65
    """Of the birthdays."""
    social: float = 0.1
    nickname_field: float = 0.03
    local_number: float = 0.35
    """Of the mobiles of people elsewhere."""


RICH = BookRates(email=0.75, address=0.35, birthday=0.35, nickname_field=0.08, work_phone=0.15, mobile=0.95)
"""An iCloud account of many years."""
BARE = BookRates(
    mobile=0.98,
    landline=0.05,
    work_phone=0.02,
    email=0.0,
    address=0.0,
    birthday=0.0,
    social=0.0,
    nickname_field=0.0,
)
"""A SIM card's or an old telephone's: names and numbers."""


@dataclass(frozen=True)
class Configuration:
    """A kind of district, of address book and of hand."""

    name: str
    district: DistrictRates = field(default_factory=DistrictRates)
    book: BookRates = field(default_factory=BookRates)
    hand: HandRates = field(default_factory=HandRates)


def _of(rates: BookRates, **others: float) -> BookRates:
    return BookRates(**{**vars(rates), **others})


_MUCH_SPANISH = (0.4, 0.12, 0.05, 0.43)
_MUCH_ASIAN = (0.45, 0.08, 0.35, 0.12)
_MUCH_BLACK = (0.42, 0.48, 0.03, 0.07)

FIGURES = (
    Configuration("plain"),
    Configuration("5 % in file", book=BookRates(in_file=0.05)),
    Configuration("15 %, rich cards", DistrictRates(phone_in_file=0.4), _of(RICH, in_file=0.15)),
    Configuration("60 %, 80 % phones", DistrictRates(phone_in_file=0.8), BookRates(in_file=0.6)),
    Configuration("no phones", DistrictRates(phone_in_file=0.0)),
    Configuration("no phones, rich cards", DistrictRates(phone_in_file=0.0), _of(RICH, in_file=0.4)),
    Configuration("much Spanish", DistrictRates(_MUCH_SPANISH, phone_in_file=0.5), BookRates(in_file=0.3)),
    Configuration("much Asian, SIM card", DistrictRates(_MUCH_ASIAN, phone_in_file=0.6), _of(BARE, in_file=0.3)),
    Configuration(
        "much Black, sloppy",
        DistrictRates(_MUCH_BLACK, stale_phone=0.3, recycled_phone=0.4, landline=0.45, unknown_birth_year=0.1),
        BookRates(in_file=0.3, recycled=0.03, mobile=0.85),
        SLOPPY,
    ),
    Configuration("namesakes", DistrictRates(phone_in_file=0.8), BookRates(in_file=0.2, namesake=0.02, recycled=0.03)),
)  # fmt: skip

FITTING = (
    Configuration("fit plain", DistrictRates(phone_in_file=0.6), BookRates(in_file=0.35)),
    Configuration("fit few", DistrictRates(phone_in_file=0.45), BookRates(in_file=0.08, address=0.2)),
    Configuration("fit many", DistrictRates(phone_in_file=0.7), BookRates(in_file=0.5, email=0.6)),
    Configuration(
        "fit no phones",
        DistrictRates((0.55, 0.22, 0.08, 0.15), phone_in_file=0.0),
        BookRates(in_file=0.25, birthday=0.2, address=0.2),
    ),
    Configuration("fit no phones, bare", DistrictRates(phone_in_file=0.0), _of(BARE, in_file=0.35)),
    Configuration(
        "fit mixed",
        DistrictRates((0.35, 0.2, 0.2, 0.25), phone_in_file=0.35, stale_phone=0.25),
        BookRates(in_file=0.2, recycled=0.02),
        HandRates(nickname=0.35, given_name_only=0.05, surname_typo=0.03),
    ),
    Configuration(
        "fit sloppy",
        DistrictRates((0.5, 0.3, 0.05, 0.15), phone_in_file=0.4, stale_phone=0.15),
        _of(BARE, in_file=0.25, namesake=0.01),
        HandRates(nickname=0.42, invented_short_form=0.05, given_typo=0.025, given_name_only=0.1, emoji=0.08),
    ),
    Configuration("fit rich", DistrictRates(phone_in_file=0.75), _of(RICH, in_file=0.2, address=0.25)),
)
