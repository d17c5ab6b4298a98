"""The evidence behind a candidate: the same levels and weights that made its score, with what was compared."""

from collections.abc import Sequence

from f2f_desktop.matching.candidates import Pairs
from f2f_desktop.matching.clues import Clues
from f2f_desktop.matching.comparing import WrittenNames
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.model import Evidence
from f2f_desktop.matching.scoring import Scores

_SILENT_LEVELS = frozenset({"missing", "none", "as_fields"})
"""Levels that say nothing."""


class EvidenceWriter:
    """Writes evidence for single pairs of one matching."""

    def __init__(
        self, clues: Sequence[Clues], pairs: Pairs, written: WrittenNames, scores: Scores, index: VoterIndex
    ) -> None:
        self.clues = clues
        self.pairs = pairs
        self.written = written
        self.scores = scores
        self.voters = index.voters

    def evidence(self, pair: int) -> tuple[Evidence, ...]:
        """The fields of the pair that say something, in the order of scoring."""
        written = []
        for field in self.scores.fields:
            level = field.names[int(field.levels[pair])]
            weight = float(field.weights[pair])
            if level not in _SILENT_LEVELS or abs(weight) > 1e-9:
                mine, theirs = self._values(field.field, pair)
                written.append(Evidence(field.field, level, round(weight, 3), mine, theirs))
        return tuple(written)

    def _values(self, field: str, pair: int) -> tuple[str, str]:
        clue = self.clues[int(self.pairs.contacts[pair])]
        row = int(self.pairs.rows[pair])
        place = int(self.scores.hypotheses[pair])
        hypothesis = self.written.all[place] if place >= 0 else None
        voters = self.voters
        if field == "first_name" and hypothesis:
            return hypothesis.first_whole, " ".join(
                filter(None, (voters.text("first_name")[row], voters.text("middle_name")[row]))
            )
        if field == "last_name" and hypothesis:
            return " ".join(hypothesis.last.parts) or hypothesis.last.whole, voters.text("last_name")[row]
        if field == "middle_name" and hypothesis:
            return hypothesis.middle, voters.text("middle_name")[row]
        if field == "suffix":
            return clue.name.generation, voters.text("suffix")[row]
        if field == "title":
            return clue.name.sex, voters.text("sex")[row]
        if field == "phone":
            theirs = int(voters.number("phone")[row])
            mine = theirs if theirs in clue.phones else next(iter(clue.phones), 0)
            return f"+1{mine:010d}" if mine else "", f"+1{theirs:010d}" if theirs else ""
        if field == "address":
            return "; ".join(home.street.house for home in clue.homes), voters.text("street_address")[row]
        if field in {"zip", "volunteers_zip"}:
            return "; ".join(home.zip for home in clue.homes if home.zip), voters.text("zip")[row]
        if field in {"birth_year", "email_year"}:
            year = int(voters.number("birth_year")[row])
            years = [clue.birth_year] if field == "birth_year" else [*clue.years_in_email]
            short = [] if field == "birth_year" else [f"{short:02d}" for short in clue.short_years_in_email]
            return " ".join([*(str(y) for y in years if y), *short]), str(year) if year else ""
        return "", ""
