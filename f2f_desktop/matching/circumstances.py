"""Fields beside the name: middle name, suffix, title, phone, address, ZIP code, years."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.candidates import Pairs
from f2f_desktop.matching.clues import Clues, voter_generation
from f2f_desktop.matching.comparing import FieldScores, NameScores, WrittenNames
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.parameters import Levels, Parameters
from f2f_desktop.matching.sorted_keys import Rows, is_one_of, places_of

Mask = NDArray[np.bool_]
_ALIKE = ("registered_nickname", "prefix", "one_edit", "begins_alike", "ends_alike", "same_letter")
"""Levels of given names that a written formal name may reach by mere likeness. A nickname may be a man's and a
woman's: Sam, whom the file has as a man's name, is Samantha, too."""


def _levels(declared: Levels, size: int, **masks: Mask) -> NDArray[np.int64]:
    """By pair: the first level in order of `masks` whose mask holds, else `missing`."""
    names = declared.names()
    levels = np.full(size, names.index("missing"), np.int64)
    for name, mask in reversed(masks.items()):
        levels[mask] = names.index(name)
    return levels


def compare_middle_names(
    pairs: Pairs, names: NameScores, written: WrittenNames, index: VoterIndex, parameters: Parameters
) -> FieldScores:
    """Middle names under the reading that was chosen; said nothing about where one was used as another name."""
    declared = parameters.middle_name
    number = index.vocabulary.get
    mine_all = ["", *(h.middle for h in written.all)]
    lengths = np.fromiter(map(len, mine_all), np.int64, len(mine_all))
    used = names.first.at("middle_name") | names.first.at("middle_nickname") | names.first.at("initials")
    used |= names.last.at("middle_name") | names.reading.at("swapped")
    mine = names.hypotheses + 1
    values = index.middle.codes[pairs.rows]
    whole = index.middle.whole[values]
    places = np.flatnonzero((lengths[mine] > 0) & ~used & (whole > 0))
    levels = np.full(len(pairs.rows), declared.names().index("missing"), np.int64)
    if len(places):
        words = np.fromiter((number(word, 0) for word in mine_all), np.int64, len(mine_all))
        letters = np.array([word[:1] for word in mine_all], "S1").view(np.uint8)
        mine, values, whole = mine[places], values[places], whole[places]
        same = (words[mine] == whole) | (index.middle.parts[values] == words[mine][:, None]).any(axis=1)
        both_long = (lengths[mine] > 1) & (index.lengths[whole] > 1)
        found = _levels(
            declared,
            len(places),
            different=letters[mine] != index.initials[whole],
            same=both_long & same & (words[mine] > 0),
            other_name_same_initial=both_long,
            same_initial=np.ones(len(places), bool),
        )
        levels[places] = found
    return FieldScores.by_level(declared, levels)


def compare_generations(
    pairs: Pairs, clues: Sequence[Clues], index: VoterIndex, parameters: Parameters
) -> FieldScores:
    """Jr and Sr."""
    column = index.voters.text("suffix")
    kinds = ["", "JR", "SR", "II", "III", "IV"]
    by_value = np.array([kinds.index(voter_generation(value)) for value in column.values], np.int64)
    theirs = by_value[column.codes[pairs.rows].astype(np.int64)]
    mine = np.array([kinds.index(clue.name.generation) for clue in clues], np.int64)[pairs.contacts]
    either = (mine > 0) | (theirs > 0)
    loose = (theirs == 0) | ((mine <= 2) & (theirs == 3) & (mine > 0)) | ((mine == 3) & (theirs == 1))
    declared = parameters.generation
    levels = _levels(
        declared,
        len(pairs.rows),
        same=(mine == theirs) & (mine > 0),
        unsaid=(mine == 0) & (theirs > 0),
        compatible=either & loose,
        different=either,
    )
    return FieldScores.by_level(declared, levels)


def compare_sex(
    pairs: Pairs,
    names: NameScores,
    written: WrittenNames,
    clues: Sequence[Clues],
    index: VoterIndex,
    parameters: Parameters,
) -> FieldScores:
    """A title's sex; without one, that of a given name which is not the voter's, but nearly."""
    theirs = index.sexes[index.voters.text("sex").codes[pairs.rows]]
    alike = np.flatnonzero(names.first.any_of(_ALIKE) & (theirs > 0))
    named = index.sexes_of_names[written.first_words[written.first[names.hypotheses[alike]]]]
    other_sex = np.zeros(len(pairs.rows), bool)
    other_sex[alike] = (named > 0) & (named != theirs[alike])
    mine = np.array([ord(clue.name.sex) if clue.name.sex else 0 for clue in clues], np.int64)[pairs.contacts]
    both = (mine > 0) & (theirs > 0)
    declared = parameters.sex
    return FieldScores.by_level(
        declared,
        _levels(
            declared,
            len(pairs.rows),
            same=both & (mine == theirs),
            different=both,
            alike_name=other_sex & (mine == 0),
        ),
    )


def _table(values: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    """Ragged rows as an array filled up with -1."""
    width = max((len(row) for row in values), default=0)
    table = np.full((len(values), max(1, width)), -1, np.int64)
    for place, row in enumerate(values):
        table[place, : len(row)] = row
    return table


def compare_phones(pairs: Pairs, clues: Sequence[Clues], index: VoterIndex, parameters: Parameters) -> FieldScores:
    """The contact's numbers against the voter's and the household's."""
    declared = parameters.phone
    mine = _table([clue.phones for clue in clues])
    theirs = index.phones[pairs.rows]
    same = (mine[pairs.contacts] == theirs[:, None]).any(axis=1)
    has_phone = mine[pairs.contacts, 0] >= 0
    housemate = np.zeros(len(pairs.rows), bool)
    if same.any():
        households = index.households[pairs.rows]
        keys = pairs.contacts * len(index) + np.maximum(households, 0)
        housemate = is_one_of(keys, keys[same & (households >= 0)]) & (households >= 0)
    levels = _levels(declared, len(pairs.rows), same=same, housemate=housemate, different=has_phone & (theirs > 0))
    # A housemate's number leaves open whether the voter's own, other number would speak against it.
    in_file = np.where(same | housemate, np.log(max(2, len(index.by_phone.rows))), 0.0)
    return FieldScores.by_level(declared, levels, in_file)


def compare_addresses(
    pairs: Pairs, clues: Sequence[Clues], index: VoterIndex, streets: Rows, parameters: Parameters
) -> tuple[FieldScores, FieldScores]:
    """(address, ZIP code). The same street needs the same ZIP code or city, where they are known."""
    zips, cities = index.voters.text("zip"), index.voters.text("city")
    their_zip = np.maximum(index.zip_numbers, 0)[zips.codes[pairs.rows].astype(np.int64)]
    my_zips = _table([[int(home.zip) for home in clue.homes if home.zip] for clue in clues])[pairs.contacts]
    has_zip = my_zips[:, 0] >= 0
    has_street = np.array([any(home.street.house for home in clue.homes) for clue in clues], bool)[pairs.contacts]
    same_zip = (my_zips == their_zip[:, None]).any(axis=1)

    city_numbers = index.city_numbers
    their_city = index.cities[cities.codes[pairs.rows].astype(np.int64)]
    my_cities = _table([[city_numbers.get(home.city, -2) for home in clue.homes if home.city] for clue in clues])[
        pairs.contacts
    ]
    same_city = (my_cities == their_city[:, None]).any(axis=1)
    place_unknown = ~has_zip & (my_cities[:, 0] == -1)

    width = len(index.voters.text("street_address").values)
    street_codes = index.voters.text("street_address").codes[pairs.rows].astype(np.int64)
    same_street = places_of(pairs.contacts * width + street_codes, streets[:, 0] * width + streets[:, 1])[1]
    same = same_street & (same_zip | same_city | place_unknown)
    address = FieldScores.by_level(parameters.address, _levels(parameters.address, len(pairs.rows), same=same))

    declared = parameters.zip
    levels = _levels(
        declared,
        len(pairs.rows),
        missing=same,
        same_other_address=same_zip & has_street,
        same=same_zip,
        different=has_zip & (their_zip > 0),
    )
    shares = np.array([index.zip_shares.get(value[:5], 1.0) for value in zips.values])
    rarity = -np.log(np.maximum(shares[zips.codes[pairs.rows].astype(np.int64)], 1e-6))
    rarity = np.where(same_zip & ~same & ~has_street, rarity, 0.0)
    return address, FieldScores.by_level(declared, levels, rarity, parameters.zip_rarity)


def compare_years(
    pairs: Pairs, clues: Sequence[Clues], index: VoterIndex, parameters: Parameters
) -> tuple[FieldScores, FieldScores]:
    """(year of birth from the birthday, year in the e-mail address). An unknown year says nothing."""
    theirs = index.voters.number("birth_year").astype(np.int64)[pairs.rows]
    known = theirs > 0
    size = len(pairs.rows)
    born = np.array([clue.birth_year for clue in clues], np.int64)[pairs.contacts]
    both = known & (born > 0)
    apart = np.abs(born - theirs)
    birth = FieldScores.by_level(
        parameters.birth_year,
        _levels(
            parameters.birth_year, size, same=both & (apart == 0), one_off=both & (apart == 1), different=both
        ),
    )
    long = _table([clue.years_in_email for clue in clues])[pairs.contacts]
    short = _table([clue.short_years_in_email for clue in clues])[pairs.contacts]
    email = FieldScores.by_level(
        parameters.email_year,
        _levels(
            parameters.email_year,
            size,
            four_digits=known & (long == theirs[:, None]).any(axis=1),
            two_digits=known & (short == (theirs % 100)[:, None]).any(axis=1),
            other_year=known & ((long[:, 0] >= 0) | (short[:, 0] >= 0)),
        ),
    )
    return birth, email
