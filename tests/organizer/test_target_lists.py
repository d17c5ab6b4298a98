"""Resolving a target list: ids win, the matcher finds the rest, and what is not sure is listed and not guessed."""

from collections.abc import Sequence

import pytest

from f2f_desktop.campaign.ids import TargetListId
from f2f_desktop.campaign.targets import TargetEntry, TargetVoter
from f2f_desktop.contacts.model import Contact, PersonName, Phone
from f2f_desktop.demo.columns import voters_of
from f2f_desktop.demo.population import generate_district
from f2f_desktop.errors import Cancelled
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.match import match
from f2f_desktop.organizer import target_lists, voter_ids
from f2f_desktop.organizer.target_lists import KeptBack, Resolution, Why, resolve
from f2f_desktop.organizer.target_rows import TargetRow
from f2f_desktop.voterfile.voters import Voters
from tests.matching.people import Person, crowd, voters_from
from tests.organizer.lists import draw_list

ZELDA = Person("000123", "ZELDA", "QUILLFEATHER", phone=9195550101)
OTTO = Person("000124", "OTTO", "MARROWBY", phone=9195550102)
ADA = Person("000125", "ADA", "TANSWORTH", phone=9195550103)
TWINS = (
    Person("000126", "PERCIVAL", "UNDERWOOD", birth_year=1950),
    Person("000127", "PERCIVAL", "UNDERWOOD", birth_year=1951),
)


@pytest.fixture(scope="module")
def voters() -> Voters:
    return voters_from([*crowd(3_000), ZELDA, OTTO, ADA, *TWINS])


def row(
    line: int,
    name: str,
    phone: str = "",
    *,
    assigned: str = "",
    variables: dict[str, str] | None = None,
    **ids: str,
) -> TargetRow:
    given, _, family = name.partition(" ")
    phones = (Phone(phone, phone),) if phone else ()
    contact = Contact(str(line), PersonName(name, given, family=family), phones=phones)
    return TargetRow(line, contact, ids, variables or {}, assigned)


def resolved(rows: Sequence[TargetRow], voters: Voters) -> Resolution:
    return resolve(TargetListId("list"), "List", rows, voters)


def ids(resolution: Resolution) -> list[str]:
    return [each.voter_id for each in resolution.target_list.voters]


def whys(resolution: Resolution) -> list[tuple[int, Why, int]]:
    return [(each.row.line, each.why, each.other_line) for each in resolution.unresolved]


def test_a_row_is_found_by_id_and_else_by_name_and_phone(voters: Voters) -> None:
    found = resolved(
        [
            row(2, "Zelda Quillfeather", voter_id="000123", variables={"why": "x"}, assigned="val@example.org"),
            row(3, "Otto Marrowby", "+19195550102"),
            row(4, "Nobody Whoever", "+19195550199", variables={"why": "y"}),
        ],
        voters,
    )
    assert found.target_list.voters == (
        TargetVoter("000123", {"why": "x"}, "val@example.org"),
        TargetVoter("000124"),
    )
    assert found.target_list.entries == (TargetEntry("Nobody", "Whoever", "+19195550199", {"why": "y"}),)
    assert (found.by_id, found.by_match) == (1, 1)
    assert whys(found) == [(4, Why.UNMATCHED, 0)]


def test_an_id_wins_over_the_name_and_the_other_name_is_told(voters: Voters) -> None:
    rows = [
        row(2, "Zelda Quillfeather", voter_id="000123"),
        row(3, "Ada Tansworth", "+19195550103", voter_id="000124"),
        row(4, "Ada Tansworth", "+19195550103"),
    ]
    found = resolved(rows, voters)
    assert ids(found) == ["000123", "000124", "000125"]
    assert [(each.line, voter_id) for each, voter_id in found.other_names] == [(3, "000124")]


def test_ids_of_another_numbering_are_not_believed(voters: Voters) -> None:
    rows = [
        row(2, "Ada Tansworth", "+19195550103", van_id="000123"),
        row(3, "Otto Marrowby", "+19195550102", van_id="9"),
    ]
    found = resolved(rows, voters)
    assert ids(found) == ["000125", "000124"]
    (column,) = found.id_columns
    assert (column.name, column.rows, column.found, column.agreeing, column.believed) == ("van_id", 2, 1, 0, False)


def test_the_check_of_numberings_can_fail(voters: Voters, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voter_ids, "AGREEING_NAMES", 0.0)
    assert ids(resolved([row(2, "Ada Tansworth", "+19195550103", van_id="000123")], voters)) == ["000123"]


def test_digits_are_found_without_the_zeros_that_a_spreadsheet_took(voters: Voters) -> None:
    assert ids(resolved([row(2, "Zelda Quillfeather", voter_id="123")], voters)) == ["000123"]


def test_the_case_of_an_id_makes_no_difference() -> None:
    voters = voters_from([*crowd(3_000), Person("ab12", "ZELDA", "QUILLFEATHER")])
    assert ids(resolved([row(2, "Zelda Quillfeather", voter_id="Ab12")], voters)) == ["ab12"]


def test_an_id_that_is_not_in_the_extract_is_not_replaced_by_a_namesake(voters: Voters) -> None:
    rows = [
        row(2, "Zelda Quillfeather", voter_id="000123"),
        row(3, "Otto Marrowby", "+19195550102", voter_id="777777"),
    ]
    found = resolved(rows, voters)
    assert ids(found) == ["000123"]
    assert whys(found) == [(3, Why.ABSENT, 0)]
    assert [entry.last_name for entry in found.target_list.entries] == ["Marrowby"]


def test_one_id_in_many_that_hits_by_chance_shuts_nobody_out(voters: Voters) -> None:
    """Also where the name agrees: the others are looked for by name."""
    rows = [
        row(2, "Zelda Quillfeather", voter_id="000123"),
        row(3, "Otto Marrowby", "+19195550102", voter_id="777777"),
        row(4, "Ada Tansworth", "+19195550103", voter_id="888888"),
    ]
    assert ids(resolved(rows, voters)) == ["000123", "000124", "000125"]


def test_of_two_equal_voters_none_is_guessed_and_both_are_named(voters: Voters) -> None:
    found = resolved([row(2, "Percival Underwood", "+19195550188")], voters)
    (left,) = found.unresolved
    assert left.why is Why.AMBIGUOUS
    assert left.likeliest is not None
    assert left.runner_up is not None
    assert {left.likeliest.voter_id, left.runner_up.voter_id} == {"000126", "000127"}
    assert len(found.target_list.entries) == 1


def test_somebody_who_stands_twice_on_the_list_is_on_it_once_for_each_assignment(voters: Voters) -> None:
    rows = [
        row(2, "Otto Marrowby", "+19195550102", variables={"why": "first"}),
        row(3, "Otto Marrowby", "+19195550102", variables={"why": "second"}),
        row(4, "Otto Marrowby", "+19195550102", assigned="val@example.org"),
        row(5, "Otto Marrowby", "+19195550102", voter_id="000124", assigned="val@example.org"),
    ]
    found = resolved(rows, voters)
    assert sorted((each.voter_id, each.assigned_user_email) for each in found.target_list.voters) == [
        ("000124", ""),
        ("000124", "val@example.org"),
    ]
    assert {each.why for each in found.unresolved} == {Why.REPEATED}
    assert found.target_list.entries == ()


def test_a_voter_is_not_given_to_two_people(voters: Voters) -> None:
    rows = [row(2, "Zelda Quillfeather", voter_id="000123"), row(3, "Zeldaa Quillfeather", "+19195550101")]
    found = resolved(rows, voters)
    assert ids(found) == ["000123"]
    assert whys(found) == [(3, Why.TAKEN, 2)]
    assert [entry.phone for entry in found.target_list.entries] == ["+19195550101"]


def test_a_namesake_with_a_number_of_its_own_is_not_sure_to_be_the_voter(voters: Voters) -> None:
    rows = [row(2, "Zelda Quillfeather", voter_id="000123"), row(3, "Zelda Quillfeather", "+13365550177")]
    found = resolved(rows, voters)
    assert ids(found) == ["000123"]
    assert whys(found) == [(3, Why.UNSURE, 0)]


def test_who_is_not_found_and_cannot_be_compared_stays_and_it_is_said_why(voters: Voters) -> None:
    twelve = Contact("3", PersonName("Nemo Whoever", "Nemo", family="Whoever"), phones=(Phone("", "12345"),))
    found = resolved(
        [
            row(2, "Nobody Whoever"),
            TargetRow(3, twelve),
            row(4, "", "+19195550199", voter_id="777"),
            row(5, "None Whoever", "+19195550198"),
        ],
        voters,
    )
    assert [entry.first_name for entry in found.target_list.entries] == ["None"]
    assert [(each.row.line, each.kept_back, each.travels) for each in found.unresolved] == [
        (2, KeptBack.NO_PHONE, False),
        (3, KeptBack.BAD_PHONE, False),
        (4, KeptBack.NO_NAME, False),
        (5, None, True),
    ]


def test_the_matcher_learns_that_most_of_a_list_is_in_the_file() -> None:
    """The prior expects the share of an address book; on a list it is far higher, and EM has to find that."""
    people, elsewhere = generate_district(31, 12_000), generate_district(32, 3_000)
    drawn = draw_list(people, 2_000, 6, with_id=0.0, in_file=0.9, other=elsewhere)
    voters = voters_of(people)
    rows = [row(n, f"{r[0]} {r[1]}", f"+1{''.join(filter(str.isdigit, r[2]))}") for n, r in enumerate(drawn.rows)]
    answers = match([each.contact for each in rows], VoterIndex.build(voters))
    assert sum(1 - answer.not_in_file for answer in answers) / len(answers) == pytest.approx(0.9, abs=0.04)
    found = resolved(rows, voters)
    left = {each.row.line for each in found.unresolved}
    pairs = zip([each.line for each in rows if each.line not in left], ids(found), strict=True)
    right = sum(drawn.truth[line] == voter_id for line, voter_id in pairs)
    assert right >= 0.985 * len(ids(found))
    assert right >= 0.8 * 0.9 * len(rows)


def test_blocks_change_hardly_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    people, elsewhere = generate_district(33, 4_000), generate_district(34, 1_000)
    drawn = draw_list(people, 900, 7, with_id=0.3, in_file=0.8, other=elsewhere)
    voters = voters_of(people)
    rows = [
        row(n, f"{r[0]} {r[1]}", f"+1{''.join(filter(str.isdigit, r[2]))}", **({"voter_id": r[3]} if r[3] else {}))
        for n, r in enumerate(drawn.rows)
    ]
    found = []
    monkeypatch.setattr(target_lists, "SAMPLE", 100)
    for block in (250, 400):
        monkeypatch.setattr(target_lists, "BLOCK", block)
        found.append(resolved(rows, voters))
    # What the matcher learns of a block (where its people live, who lives together) may tip a row on the edge.
    one, other = (set(ids(each)) for each in found)
    assert len(one ^ other) <= len(one) // 50
    assert len(one) > 300


def test_progress_rises_to_the_end_and_can_stop_it(voters: Voters, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(target_lists, "BLOCK", 3)
    monkeypatch.setattr(target_lists, "SAMPLE", 2)
    rows = [row(n, "Nobody Whoever", f"+1919555{n:04d}") for n in range(10)]
    told: list[tuple[int, int]] = []
    resolve(TargetListId("x"), "x", rows, voters, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (10, 10)
    assert len(set(told)) >= 5

    def stop(done: int, total: int) -> None:
        if done >= 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        resolve(TargetListId("x"), "x", rows, voters, progress=stop)


def test_an_empty_list_is_an_empty_list(voters: Voters) -> None:
    found = resolved([], voters)
    assert (found.target_list.voters, found.target_list.entries, found.unresolved) == ((), (), ())
