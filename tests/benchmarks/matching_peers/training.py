"""Splink's model from labels: on the seeds and rates for fitting, never on those of the figures."""

from typing import Any

import numpy as np

from tests.benchmarks.hard_people.rates import FIT_SEEDS, FITTING
from tests.benchmarks.hard_people.task import Task, make_task
from tests.benchmarks.matching_peers import frames, splink_peer
from tests.benchmarks.matching_peers.shares import Labelled, fit_trust

CONFIGURATIONS = ("fit plain", "fit no phones", "fit mixed", "fit sloppy")


def train_with_labels(voters: int, contacts: int) -> dict[str, Any]:
    """One model for all configurations: `model` (Splink's settings), `trust`, `offset`, and the `share` in the file.

    m is estimated from the pairs of four districts with `voters` and `contacts` each, thrown together.
    """
    configurations = [each for each in FITTING if each.name in CONFIGURATIONS]
    tasks = [make_task(each, voters, contacts, seed) for each, seed in zip(configurations, FIT_SEEDS, strict=True)]
    con = frames.connect()
    for number, task in enumerate(tasks):
        frames.make_voter_table(con, task.voters, f"voters_{number}")
        frames.make_contact_table(con, task.contacts, f"contacts_{number}")
    for table, size in (("voters", voters), ("contacts", contacts)):
        parts = [
            f"select * replace (unique_id + {number * size} as unique_id) from {table}_{number}"
            for number in range(len(tasks))
        ]
        con.execute(f"create table {table} as {' union all '.join(parts)}")
    splink_peer.add_keys(con)
    labels = [
        (number * contacts + place, number * voters + row)
        for number, task in enumerate(tasks)
        for place, row in enumerate(_true_rows(task))
        if row >= 0
    ]
    model = splink_peer.train(con, labels)
    trust, offset = fit_trust([_scored(task, model) for task in tasks])
    return {"model": model, "trust": trust, "offset": offset, "share": len(labels) / (contacts * len(tasks))}


def _true_rows(task: Task) -> list[int]:
    rows = []
    for contact in task.contacts:
        voter = task.truth[contact.uid]
        row = task.voters.row_of(voter) if voter is not None else None  # type: ignore[arg-type]
        rows.append(-1 if row is None else row)
    return rows


def _scored(task: Task, model: dict[str, Any]) -> Labelled:
    con = frames.connect()
    frames.make_voter_table(con, task.voters)
    frames.make_contact_table(con, task.contacts)
    splink_peer.add_keys(con)
    link, _ = splink_peer.linker(con, model)
    owners, rows, scores = splink_peer.predict(link, model["probability_two_random_records_match"])
    true = np.array(_true_rows(task))[owners] == rows
    return Labelled(owners, scores, true, len(task.contacts), len(task.voters))
