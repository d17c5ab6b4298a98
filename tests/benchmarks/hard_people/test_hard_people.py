"""The hard generator does what its rates say, is independent of what it measures, and leaks nothing."""

import itertools
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from f2f_desktop.voterfile.voters import Voters
from tests.benchmarks.hard_people.name_lists import DECADES, GROUPS, NameLists
from tests.benchmarks.hard_people.nicknames import MODERN, SPANISH, USUAL, invented, nicknames_of
from tests.benchmarks.hard_people.rates import (
    FIGURE_SEEDS,
    FIGURES,
    FIT_SEEDS,
    FITTING,
    BookRates,
    Configuration,
    DistrictRates,
    HandRates,
)
from tests.benchmarks.hard_people.spelled import by_bearer, by_state, plain, slip
from tests.benchmarks.hard_people.task import Task, make_task
from tests.benchmarks.hard_people.voter_file import COLUMNS, write_files

VOTERS, CONTACTS = 6_000, 1_500


def small_lists() -> NameLists:
    """A few thousand surnames of no language, and the given names that have nicknames; alike for all groups."""
    heads = "BA CO DE FI GU HAR JO KEL LIN MO NOR PAS RI SUL TEN VO WIN".split()
    surnames = tuple(
        "".join(parts) for parts in itertools.product(heads, ("N", "RA", "LO", "ST"), heads[:12], ("", "S"))
    )
    given = tuple(dict.fromkeys((*USUAL, *SPANISH, *MODERN)))
    ranks = 1.0 / np.arange(1, len(surnames) + 1)
    weights = np.ones((len(GROUPS), 2, len(DECADES), len(given)), np.float32)
    return NameLists(surnames, np.stack([np.roll(ranks, 300 * group) for group in range(4)]), given, weights)


LISTS = small_lists()
CONFIGURATION = Configuration(
    "tested",
    DistrictRates(phone_in_file=0.6, stale_phone=0.2),
    BookRates(in_file=0.4, namesake=0.05, recycled=0.05),
)


@pytest.fixture(scope="module")
def task() -> Task:
    return make_task(CONFIGURATION, VOTERS, CONTACTS, 5, LISTS)


def near(share: float, wanted: float, count: int) -> bool:
    """Within four standard deviations of a drawn share."""
    return abs(share - wanted) <= 4 * (wanted * (1 - wanted) / count) ** 0.5 + 1e-9


def test_the_file_has_as_many_voters_as_asked_and_each_is_one_of_the_people(task: Task) -> None:
    assert len(task.voters) == VOTERS
    assert len(set(task.voters.ids.tolist())) == VOTERS
    assert task.people.registered.sum() == VOTERS
    assert sorted(task.file.people.tolist()) == np.flatnonzero(task.people.registered).tolist()


def test_the_rates_of_the_district_come_out_as_declared(task: Task) -> None:
    people, rates, rows = task.people, CONFIGURATION.district, task.file.people
    phones = task.voters.number("phone")
    assert near((phones > 0).mean(), rates.phone_in_file, VOTERS)
    with_phone = int((phones > 0).sum())
    assert near((task.file.given_up > 0).sum() / with_phone, rates.stale_phone, with_phone)
    assert near(
        (task.file.mobile != people.mobile).sum() / (task.file.given_up > 0).sum(), rates.recycled_phone, 700
    )
    assert abs(len(people) / VOTERS - 1 / rates.registered) < 0.06
    assert abs((people.group == 0).mean() - rates.groups[0]) < 0.03
    wives = ~people.male & (people.partner >= 0) & (people.group == 0) & people.male[people.partner]
    assert abs(people.took_name[wives].mean() - rates.took_surname[0]) < 0.05
    two = people.surname_second[people.group == 3] >= 0
    assert 0.6 * rates.two_surnames < two.mean() <= 1.1 * rates.two_surnames
    registered_name = task.voters.text("last_name").decode()
    misspelt = np.mean([
        name not in LISTS.surnames and name.isalpha() for name in registered_name
    ])  # fmt: skip
    assert 0.5 * rates.typo_in_file < misspelt < 2 * rates.typo_in_file
    assert 0.01 < (people.suffix[rows] > 0).mean() < 0.06


def test_some_households_hold_a_father_and_a_son_of_one_name_and_twins(task: Task) -> None:
    people = task.people
    named = Counter(zip(people.household, people.given, people.surname, people.male, strict=True))
    assert sum(count > 1 for (*_, male), count in named.items() if male) > 5
    same_age = Counter(zip(people.household, people.born, people.birth_year, strict=True))
    assert sum(count > 1 for count in same_age.values()) > 5


def test_the_rates_of_the_book_come_out_as_declared(task: Task) -> None:
    rates = CONFIGURATION.book
    inside = [contact for contact in task.contacts if task.truth[contact.uid] is not None]
    outside = [contact for contact in task.contacts if task.truth[contact.uid] is None]
    assert len(inside) == round(CONTACTS * rates.in_file)
    people = [contact for contact in task.contacts if not contact.organization]
    assert near(1 - len(people) / CONTACTS, rates.organisation * (1 - rates.in_file), CONTACTS)
    assert near(sum(bool(each.addresses) for each in people) / len(people), rates.address, len(people))
    assert near(sum(bool(each.birthday) for each in people) / len(people), rates.birthday, len(people))
    assert near(sum(bool(each.emails) for each in people) / len(people), rates.email, len(people))
    strangers = len(outside) * (1 - rates.unregistered_here) * (1 - rates.organisation)
    assert near(len(task.book.planted) / strangers, rates.namesake, int(strangers))
    in_file = set(task.voters.number("phone").tolist())
    theirs = sum(
        any(int(phone.e164[2:] or 0) in in_file for phone in each.phones if phone.e164) for each in outside
    )
    assert theirs > len(outside) * rates.recycled * 0.5


def test_rare_cards_are_bare_and_rich_cards_are_rich() -> None:
    bare, rich = (
        make_task(each, 2_000, 600, 6, LISTS)
        for each in FIGURES
        if each.name in {"much Asian, SIM card", "no phones, rich cards"}
    )
    if rich.configuration.name.endswith("SIM card"):
        bare, rich = rich, bare
    assert not any(contact.emails or contact.addresses or contact.birthday for contact in bare.contacts)
    assert sum(bool(contact.addresses) for contact in rich.contacts) > 150
    assert rich.voters.number("phone").max() == 0


def test_names_are_written_in_all_the_ways_that_are_declared(task: Task) -> None:
    sloppy = make_task(FIGURES[8], VOTERS, CONTACTS, 7, LISTS)
    assert sloppy.configuration.hand.nickname == 0.5
    texts = [contact.name.full for contact in sloppy.contacts]
    short = {name for each in (*USUAL.values(), *SPANISH.values(), *MODERN.values()) for name in each}
    assert sum(text.split()[0].title() in short for text in texts if text) > 250
    assert sum(not text.isascii() for text in texts) > 60
    assert sum(" & " in text or " and " in text for text in texts) > 5
    assert sum("," in text for text in texts) > 3
    assert sum(text.islower() for text in texts) > 80
    assert sum(len(text.split()) == 1 for text in texts) > 120
    assert sum(bool(contact.name.given) and not contact.name.family for contact in sloppy.contacts) > 300


def test_a_hand_without_faults_writes_the_name_as_it_is() -> None:
    """Control: it is the rates that make it hard."""
    nothing = HandRates(**{
        name: (0.0,) * 4 if isinstance(value, tuple) else 0.0 for name, value in vars(HandRates()).items()
    })  # fmt: skip
    easy = make_task(Configuration("easy", hand=nothing), 2_000, 400, 8, LISTS)
    inside = [contact for contact in easy.contacts if easy.truth[contact.uid]]
    proper = [easy.book.proper_names[contact.uid] for contact in inside]
    same = sum(
        plain(contact.name.family) in plain(last) and plain(contact.name.given) in plain(first)
        for contact, (first, last) in zip(inside, proper, strict=True)
    )
    assert same > 0.85 * len(inside)


def test_strangers_who_were_planted_bear_a_voters_name(task: Task) -> None:
    names = set(zip(task.voters.text("first_name").decode(), task.voters.text("last_name").decode(), strict=True))
    assert task.book.planted
    for uid in task.book.planted:
        assert task.truth[uid] is None
        assert task.book.proper_names[uid] in names or " " in task.book.proper_names[uid][1]


def test_the_oracle_knows_the_names_of_the_file(task: Task) -> None:
    for contact in task.repaired():
        voter = task.truth[contact.uid]
        if voter is not None:
            row = task.voters.row_of(voter)  # type: ignore[arg-type]
            assert row is not None
            assert contact.name.given.upper() == task.voters.text("first_name")[row]
            assert contact.name.family.upper() == task.voters.text("last_name")[row]


# Leaks ----------------------------------------------------------------------------------------------------------------


def neighbours_at_home(voters: Voters) -> float:
    """Share of the rows whose next row has the same address."""
    codes = voters.text("street_address").codes
    return float((codes[1:] == codes[:-1]).mean())


def order_of_ids(voters: Voters, rows: np.ndarray) -> float:  # type: ignore[type-arg]
    """Correlation of the ids' order with that of the people as they were made."""
    return float(np.corrcoef(np.argsort(np.argsort(voters.ids)), rows)[0, 1])


def test_neither_the_order_of_the_rows_nor_the_ids_tell_who_lives_together(task: Task) -> None:
    assert neighbours_at_home(task.voters) < 0.005
    assert abs(order_of_ids(task.voters, task.file.people)) < 0.06
    assert abs(np.corrcoef(np.arange(VOTERS), task.file.people)[0, 1]) < 0.06


def test_a_file_in_the_order_of_its_making_would_be_noticed(task: Task) -> None:
    """Control."""
    order = np.argsort(task.file.people)
    column = task.voters.text("street_address").codes[order]
    assert (column[1:] == column[:-1]).mean() > 0.03
    assert order_of_ids(Voters(np.sort(task.voters.ids), {}, {}), np.sort(task.file.people)) > 0.9


def test_neither_the_order_of_the_cards_nor_their_uids_tell_who_is_in_the_file(task: Task) -> None:
    inside = np.array([task.truth[contact.uid] is not None for contact in task.contacts])
    halves = [inside[: CONTACTS // 2].mean(), inside[CONTACTS // 2 :].mean()]
    assert abs(halves[0] - halves[1]) < 0.1
    uids = np.argsort(np.argsort([contact.uid for contact in task.contacts]))
    assert abs(np.corrcoef(uids, inside)[0, 1]) < 0.11
    rows = [
        (n, task.voters.row_of(voter)) for n, voter in enumerate(map(task.truth.get, sorted(task.truth))) if voter
    ]  # type: ignore[arg-type]
    assert abs(np.corrcoef(np.array(rows, float).T)[0, 1]) < 0.17
    ids = set(task.voters.ids.tolist())
    assert not any(each.uid.encode() in ids for each in task.contacts)


def test_a_number_belongs_to_one_person_today(task: Task) -> None:
    """Who is not in the file has no voter's number, but for those that voters gave up, and the household's."""
    today = set(task.file.mobile.tolist())
    landlines = set(task.people.landline.tolist())
    mobiles = [
        (int(phone.e164[2:]), task.truth[contact.uid])
        for contact in task.contacts
        for phone in contact.phones
        if phone.e164 and int(phone.e164[2:]) not in landlines
    ]
    assert max(Counter(number for number, _ in mobiles).values()) <= 3
    strangers = [number for number, voter in mobiles if voter is None]
    unregistered = set(task.file.mobile[task.file.row_of < 0].tolist())
    assert not today.difference(unregistered) & set(strangers)
    assert today & {number for number, voter in mobiles if voter is not None}


def test_the_generator_uses_nothing_of_the_matcher_or_the_demo() -> None:
    script = (
        "import sys, tests.benchmarks.hard_people.task\n"
        "print([name for name in sys.modules if name.startswith(('f2f_desktop.matching', 'f2f_desktop.demo'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]
    )
    assert done.stdout == "[]\n"


# Seeds and rates ------------------------------------------------------------------------------------------------------


def test_the_same_seed_draws_the_same_and_another_seed_others() -> None:
    one, again, other = (make_task(CONFIGURATION, 800, 200, seed, LISTS) for seed in (9, 9, 10))
    assert one.contacts == again.contacts
    assert one.truth == again.truth
    assert one.voters.text("last_name").decode() == again.voters.text("last_name").decode()
    assert set(one.truth).isdisjoint(other.truth)


def test_fitting_and_figures_share_neither_seeds_nor_rates() -> None:
    assert set(FIT_SEEDS).isdisjoint(FIGURE_SEEDS)
    fitted = {(each.district, each.book, each.hand) for each in FITTING}
    assert fitted.isdisjoint((each.district, each.book, each.hand) for each in FIGURES)
    assert {each.name for each in FITTING}.isdisjoint(each.name for each in FIGURES)


def test_the_figures_cover_what_is_asked() -> None:
    shares = {each.book.in_file for each in FIGURES}
    assert {0.05, 0.15, 0.3, 0.6} <= shares
    assert {0.0, 0.5, 0.8} <= {each.district.phone_in_file for each in FIGURES}
    assert all(each.district.stale_phone >= 0.2 for each in FIGURES)
    assert max(each.district.groups[3] for each in FIGURES) > 0.4
    assert max(each.district.groups[2] for each in FIGURES) > 0.3
    assert max(each.district.groups[1] for each in FIGURES) > 0.4


# Names ----------------------------------------------------------------------------------------------------------------


def test_names_are_spelled_by_bearer_and_by_state() -> None:
    assert by_bearer("GARCIA", spanish=True) == "García"
    assert by_bearer("DELACRUZ", spanish=True) == "De la Cruz"
    assert by_bearer("MCDONALD") == "McDonald"
    assert by_bearer("OBRIEN") == "O'Brien"
    assert by_state("DELACRUZ", 1, spanish=True) == "DE LA CRUZ"
    assert by_state("DELACRUZ", 0, spanish=True) == "DELACRUZ"
    assert by_state("OBRIEN", 1) == "O'BRIEN"
    assert by_state("SMITH", 1) == "SMITH"


def test_a_slip_changes_a_name_behind_its_first_letter() -> None:
    rng = random.Random(1)
    slipped = [slip(rng, "Harrison") for _ in range(300)]
    assert all(each[0] == "H" and abs(len(each) - 8) <= 1 for each in slipped)
    assert sum(each != "Harrison" for each in slipped) > 260
    assert len(set(slipped)) > 25
    assert slip(rng, "Bo") == "Bo"


def test_short_forms_are_usual_spanish_modern_and_invented() -> None:
    assert "Chuy" in nicknames_of("JESUS")
    assert "Kenzie" in nicknames_of("MACKENZIE")
    assert "Bob" in nicknames_of("ROBERT")
    rng = random.Random(2)
    made = {invented(rng, "KRISTOPHER") for _ in range(100)}
    assert len(made) > 5
    assert all(2 <= len(each) <= 8 for each in made)


# The file -------------------------------------------------------------------------------------------------------------


def test_the_voters_are_written_in_the_layout_of_north_carolina(task: Task, tmp_path: Path) -> None:
    path = write_files(task.voters, tmp_path)
    header, *lines = path.read_text(encoding="iso-8859-1").splitlines()
    assert [name.strip('"') for name in header.split("\t")] == list(COLUMNS)
    assert len(COLUMNS) == 67
    assert len(lines) == VOTERS
    fields = dict(zip(COLUMNS, (field.strip('"') for field in lines[3].split("\t")), strict=True))
    voter = task.voters.at(3)
    assert (fields["ncid"], fields["last_name"], fields["first_name"]) == (
        voter.id,
        voter.last_name,
        voter.first_name,
    )
    assert fields["res_street_address"] == voter.street_address
    assert fields["full_phone_number"] == voter.phone.removeprefix("+1")
