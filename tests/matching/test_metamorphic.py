"""What must not change an answer, and what must."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec
import numpy as np
import pytest

from f2f_desktop.contacts.model import Contact, PersonName, Phone
from f2f_desktop.contacts.read import read_address_book
from f2f_desktop.demo.address_books import draw_friends
from f2f_desktop.demo.book_dialects import iphone_vcard
from f2f_desktop.demo.columns import voters_of
from f2f_desktop.demo.population import generate_district
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.match import match
from f2f_desktop.matching.model import Match, MatchStatus
from f2f_desktop.matching.parameters import DEFAULT
from f2f_desktop.voterfile.voters import TextColumn, Voters

VOTERS = 8_000
CONTACTS = 250


@pytest.fixture(scope="module")
def voters() -> Voters:
    return voters_of(generate_district(41, VOTERS))


@pytest.fixture(scope="module")
def contacts() -> tuple[Contact, ...]:
    friends = draw_friends(generate_district(41, VOTERS), 42, CONTACTS, 0.4)
    return tuple(read_address_book("book.vcf", iphone_vcard(friends)).contacts)


@pytest.fixture(scope="module")
def answers(voters: Voters, contacts: tuple[Contact, ...]) -> list[Match]:
    return match(contacts, VoterIndex.build(voters))


def gist(answers: Sequence[Match]) -> dict[str, tuple[object, ...]]:
    """What an answer says, by contact: status, and voters with their probabilities to six places."""
    return {
        answer.contact_uid: (
            answer.status,
            round(answer.not_in_file, 6),
            tuple((each.voter_id, round(each.probability, 6)) for each in answer.candidates),
        )
        for answer in answers
    }


def in_order(voters: Voters, order: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Voters:
    """The voters in another order of rows."""
    texts = {name: TextColumn(column.codes[order], column.values) for name, column in voters.texts.items()}
    numbers = {name: column[order] for name, column in voters.numbers.items()}
    return Voters(voters.ids[order], texts, numbers)


def test_the_district_is_worth_asking_about(answers: list[Match]) -> None:
    counts = {status: sum(answer.status is status for answer in answers) for status in MatchStatus}
    assert all(count >= 15 for count in counts.values()), counts


def test_the_order_of_the_rows_changes_nothing(
    voters: Voters, contacts: tuple[Contact, ...], answers: list[Match]
) -> None:
    order = np.random.default_rng(1).permutation(len(voters))
    assert gist(match(contacts, VoterIndex.build(in_order(voters, order)))) == gist(answers)


def test_the_order_of_the_contacts_changes_nothing(
    voters: Voters, contacts: tuple[Contact, ...], answers: list[Match]
) -> None:
    assert gist(match(contacts[::-1], VoterIndex.build(voters))) == gist(answers)


def test_asking_twice_gives_the_same(voters: Voters, contacts: tuple[Contact, ...], answers: list[Match]) -> None:
    assert match(contacts, VoterIndex.build(voters)) == answers


def test_renamed_ids_change_only_the_ids(
    voters: Voters, contacts: tuple[Contact, ...], answers: list[Match]
) -> None:
    renamed = replace(voters, ids=np.array([b"Q%07d" % (len(voters) - row) for row in range(len(voters))]))
    old_name = {renamed.id_at(row): voters.id_at(row) for row in range(len(voters))}
    asked = [msgspec.structs.replace(contact, uid=contact.uid[::-1]) for contact in contacts]
    again = [
        msgspec.structs.replace(
            answer,
            contact_uid=answer.contact_uid[::-1],
            candidates=tuple(
                msgspec.structs.replace(each, voter_id=old_name[each.voter_id]) for each in answer.candidates
            ),
        )
        for answer in match(asked, VoterIndex.build(renamed))
    ]
    assert gist(again) == gist(answers)


def test_letter_case_changes_nothing(voters: Voters, contacts: tuple[Contact, ...], answers: list[Match]) -> None:
    def shouted(contact: Contact) -> Contact:
        name = PersonName(*(part.upper() for part in msgspec.structs.astuple(contact.name)))
        return msgspec.structs.replace(contact, name=name)

    lower = {
        name: TextColumn(column.codes, tuple(value.title() for value in column.values))
        for name, column in voters.texts.items()
    }
    index = VoterIndex.build(replace(voters, texts=lower))
    assert gist(match([shouted(contact) for contact in contacts], index)) == gist(answers)


def test_unrelated_contacts_change_nothing_when_the_share_is_known(
    voters: Voters, contacts: tuple[Contact, ...]
) -> None:
    index = VoterIndex.build(voters)
    strangers = [Contact(f"s{n}", PersonName(f"Qwzx{n} Xqvvk{n}")) for n in range(50)]
    alone = gist(match(contacts, index, in_file_share=0.4))
    together = gist(match([*contacts, *strangers], index, in_file_share=0.4))
    assert {uid: together[uid] for uid in alone} == alone


def test_contacts_whom_nobody_in_the_file_resembles_change_nothing_at_all(
    voters: Voters, contacts: tuple[Contact, ...], answers: list[Match]
) -> None:
    """Not even what is learnt from the book: of the share that is in the file only those tell who may be in it."""
    strangers = [
        Contact(f"s{n}", PersonName(f"Qwzx{n} Xqvvk{n}"), phones=(Phone(f"+1212555{n:04d}", ""),))
        for n in range(60)
    ]
    together = gist(match([*contacts, *strangers], VoterIndex.build(voters)))
    assert {answer.contact_uid: together[answer.contact_uid] for answer in answers} == gist(answers)


def test_strangers_who_bear_voters_names_do_tell(
    voters: Voters, contacts: tuple[Contact, ...], answers: list[Match]
) -> None:
    """Control: many people of common names from elsewhere make everybody likelier to be one of them."""
    names = [voters.at(row) for row in range(0, 3000, 10)]
    strangers = [
        Contact(
            f"s{n}", PersonName(f"{each.first_name} {each.last_name}"), phones=(Phone(f"+1212555{n:04d}", ""),)
        )
        for n, each in enumerate(names)
    ]
    together = gist(match([*contacts, *strangers], VoterIndex.build(voters)))
    assert {answer.contact_uid: together[answer.contact_uid] for answer in answers} != gist(answers)


def test_without_the_true_voter_nearly_every_match_goes(
    voters: Voters, contacts: tuple[Contact, ...], answers: list[Match]
) -> None:
    gone = {answer.best.voter_id for answer in answers if answer.status is MatchStatus.MATCHED and answer.best}
    kept = np.array([row for row in range(len(voters)) if voters.id_at(row) not in gone])
    again = match(contacts, VoterIndex.build(in_order(voters, kept)), in_file_share=0.3)
    before = {answer.contact_uid for answer in answers if answer.status is MatchStatus.MATCHED}
    still = [answer for answer in again if answer.contact_uid in before and answer.status is MatchStatus.MATCHED]
    assert len(before) > 30
    assert len(still) <= 1


def test_a_namesake_lowers_the_probability(
    voters: Voters, contacts: tuple[Contact, ...], answers: list[Match]
) -> None:
    rows = {
        answer.contact_uid: voters.row_of(answer.best.voter_id)
        for answer in answers
        if answer.status is MatchStatus.MATCHED and answer.best
    }
    twins = np.array([row for row in rows.values() if row is not None])
    doubled = in_order(voters, np.concatenate((np.arange(len(voters)), twins)))
    ids = np.concatenate((voters.ids, np.array([b"TWIN%04d" % number for number in range(len(twins))])))
    again = {
        answer.contact_uid: answer
        for answer in match(contacts, VoterIndex.build(replace(doubled, ids=ids)), in_file_share=0.3)
    }
    for uid in rows:
        best = again[uid].best
        assert best is not None
        assert best.probability <= 0.5 + 1e-9
        assert again[uid].status is MatchStatus.AMBIGUOUS


def test_the_comparison_sees_a_changed_weight(
    voters: Voters, contacts: tuple[Contact, ...], answers: list[Match]
) -> None:
    """Control: a matcher that did change would be noticed."""
    changed = msgspec.structs.replace(DEFAULT, first_name_rarity=0.7)
    assert gist(match(contacts, VoterIndex.build(voters), changed)) != gist(answers)


def test_probabilities_add_up_to_one(answers: list[Match]) -> None:
    for answer in answers:
        total = answer.not_in_file + sum(candidate.probability for candidate in answer.candidates)
        assert total <= 1 + 1e-9
        if len(answer.candidates) < 5:
            assert total > 0.97


def test_the_evidence_adds_up_to_the_score(answers: list[Match]) -> None:
    """Between two candidates of a contact, probabilities differ by what their evidence differs."""
    compared = 0
    for answer in answers:
        if answer.runner_up is None or answer.best is None or answer.runner_up.probability < 1e-6:
            continue
        sums = [sum(evidence.weight for evidence in each.evidence) for each in (answer.best, answer.runner_up)]
        ratio = np.log(answer.best.probability / answer.runner_up.probability)
        assert ratio == pytest.approx(sums[0] - sums[1], abs=0.02)
        compared += 1
    assert compared > 20


def test_nobody_and_nothing_match_nothing(voters: Voters, contacts: tuple[Contact, ...]) -> None:
    assert match([], VoterIndex.build(voters)) == []
    nobody = VoterIndex.build(in_order(voters, np.zeros(0, np.intp)))
    assert {answer.status for answer in match(contacts, nobody)} == {MatchStatus.UNMATCHED}
