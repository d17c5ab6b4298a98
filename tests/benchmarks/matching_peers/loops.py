"""What a script would do: exact names, exact numbers, and loops of rapidfuzz over all voters."""

import time
from collections import Counter
from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process

from f2f_desktop.contacts.model import Contact
from f2f_desktop.matching.clues import read_clues
from f2f_desktop.voterfile.voters import Voters
from tests.benchmarks.matching_peers.answers import Answer, answer

WRATIO_SAMPLE = 10


def voter_names(voters: Voters) -> list[str]:
    """`FIRST LAST` of every voter."""
    first, last = voters.text("first_name").decode(), voters.text("last_name").decode()
    return [f"{given} {family}" for given, family in zip(first, last, strict=True)]


def contact_names(contacts: Sequence[Contact]) -> list[str]:
    """`FIRST LAST` of every contact by this project's own parser; empty where there is no full name."""
    names = []
    for clues in read_clues(contacts):
        full = (each for each in clues.name.hypotheses if each.first and each.last.whole)
        best = next(full, None)
        names.append(f"{best.first} {best.last.whole}" if best else "")
    return names


def exact_names(contacts: Sequence[Contact], voters: Voters) -> list[Answer]:
    """A full name that exactly one voter has."""
    names = voter_names(voters)
    bearers = Counter(names)
    rows = {name: row for row, name in enumerate(names)}
    return [
        _sure(contact.uid, voters, rows[name]) if name and bearers.get(name) == 1 else Answer(contact.uid)
        for contact, name in zip(contacts, contact_names(contacts), strict=True)
    ]


def exact_phones(contacts: Sequence[Contact], voters: Voters) -> list[Answer]:
    """A number that exactly one voter has."""
    numbers = voters.number("phone").astype(np.int64).tolist()
    bearers = Counter(number for number in numbers if number)
    rows = {number: row for row, number in enumerate(numbers)}
    answers = []
    for contact, clues in zip(contacts, read_clues(contacts), strict=True):
        hits = [number for number in clues.phones if bearers.get(number) == 1]
        answers.append(_sure(contact.uid, voters, rows[hits[0]]) if hits else Answer(contact.uid))
    return answers


def _sure(uid: str, voters: Voters, row: int) -> Answer:
    return answer(uid, [str(voters.id_at(row))], [1.0], 1.0)


def ratio_loop(contacts: Sequence[Contact], voters: Voters) -> list[Answer]:
    """The voter with the highest `fuzz.ratio`; the score is taken for the probability."""
    names = voter_names(voters)
    answers = []
    for contact, name in zip(contacts, contact_names(contacts), strict=True):
        found = process.extractOne(name, names, scorer=fuzz.ratio) if name else None
        if found is None:
            answers.append(Answer(contact.uid))
        else:
            score = found[1] / 100
            answers.append(answer(contact.uid, [str(voters.id_at(found[2]))], [score], score))
    return answers


def wratio_seconds(contacts: Sequence[Contact], voters: Voters) -> float:
    """Seconds that a loop of `fuzz.WRatio` would take, by the first ten full names."""
    names = voter_names(voters)
    sample = [name for name in contact_names(contacts) if name][:WRATIO_SAMPLE]
    start = time.perf_counter()
    for name in sample:
        process.extractOne(name, names, scorer=fuzz.WRatio)
    return (time.perf_counter() - start) / max(1, len(sample)) * len(contacts)
