"""What voter files, their columns and their rows are called on the screen."""

from PySide6.QtCore import QDate, QLocale

from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.voter_words import VoterWords

DAY = "d MMM yyyy"
SURE, LIKELY = 90, 70
"""Hundredths from which a layout is called sure, and likely."""


class FileWords(VoterWords):
    """Words for voter files, in the language that is spoken now."""

    def certainty(self, certainty: int) -> tuple[str, Tone]:
        """How sure a layout is, and the tone of that."""
        if certainty >= SURE:
            return self.tr("sure"), Tone.SUCCESS
        if certainty >= LIKELY:
            return self.tr("likely: look at the rows"), Tone.WARNING
        return self.tr("not sure: look at the rows, or choose the layout"), Tone.WARNING

    def role(self, role: str) -> str:
        """What a file is."""
        return {
            "voters": self.tr("Voters"),
            "history": self.tr("History: who voted when"),
            "elections": self.tr("History: a column for each election"),
            "election codes": self.tr("Codes of elections"),
            "districts": self.tr("Districts"),
        }.get(role, role.capitalize())

    def column(self, column: str) -> str:
        """A column of an extract."""
        return {
            "id": self.tr("Voter id"),
            "first_name": self.tr("First name"),
            "middle_name": self.tr("Middle name"),
            "last_name": self.tr("Last name"),
            "suffix": self.tr("Jr., Sr., III"),
            "sex": self.tr("Sex"),
            "street_address": self.tr("Street address"),
            "city": self.tr("City"),
            "zip": self.tr("ZIP code"),
            "county": self.tr("County"),
            "party": self.tr("Party"),
            "phone": self.tr("Phone number"),
            "birth_year": self.tr("Year of birth"),
            "birth_date": self.tr("Date of birth"),
            "age": self.tr("Age"),
            "registered": self.tr("Date of registration"),
            "frequency": self.tr("Voter frequency"),
            "votes_cast": self.tr("Votes cast"),
            "votes_possible": self.tr("Votes possible"),
        }.get(column, column)

    def use(self, column: str) -> str:
        """Why a column of an extract matters."""
        return {
            "id": self.tr("tells voters apart; always in"),
            "first_name": self.tr("matching; always in"),
            "middle_name": self.tr("matching: tells namesakes apart"),
            "last_name": self.tr("matching; always in"),
            "suffix": self.tr("matching: tells father and son apart"),
            "sex": self.tr("matching: which nicknames fit"),
            "street_address": self.tr("matching by address and household; house number and street"),
            "city": self.tr("matching by place; volunteers can filter by it"),
            "zip": self.tr("matching by place"),
            "county": self.tr("matching by place; volunteers can filter by it"),
            "party": self.tr("shown to volunteers where the campaign allows it; auto-filters by party need it"),
            "phone": self.tr("matching: the strongest evidence there is, and the most private"),
            "birth_year": self.tr("matching by birthday; the year alone is kept"),
            "frequency": self.tr("votes always, sometimes, rarely, new: shown, and a filter; needs a history"),
            "votes_cast": self.tr("in how many of the last general elections somebody voted; needs a history"),
            "votes_possible": self.tr("how many of them were open to somebody; needs a history"),
        }.get(column, "")

    def reason(self, reason: str) -> str:
        """Why rows are left out."""
        return {
            "other district": self.tr("live in another district"),
            "same id again": self.tr("the same voter id again"),
            "header line again": self.tr("a header line again"),
            "not of the layout's shape": self.tr("damaged: not of the layout's shape"),
            "no usable id": self.tr("no usable voter id"),
            "confidential": self.tr("confidential"),
            "confidential or not: unclear": self.tr("confidential or not: unclear"),
            "unknown status": self.tr("of a status that is not known"),
            "no name": self.tr("no name"),
            "removed": self.tr("removed from the rolls"),
            "deceased": self.tr("deceased"),
            "denied": self.tr("registration denied"),
            "rejected": self.tr("registration rejected"),
            "pending": self.tr("registration pending"),
            "incomplete": self.tr("registration incomplete"),
            "preregistered": self.tr("registered in advance, too young to vote"),
            "unregistered": self.tr("not registered"),
            "other": self.tr("of another status"),
            "too few columns": self.tr("damaged: too few columns"),
            "too many columns": self.tr("damaged: too many columns"),
            "endless line": self.tr("damaged: an endless line"),
        }.get(reason, reason)

    def districts(self, chosen: list[tuple[str, str]]) -> str:
        """Districts by kind and code in a line."""
        by_kind: dict[str, list[str]] = {}
        for kind, code in chosen:
            by_kind.setdefault(kind, []).append(self.district(kind, code))
        parts = [f"{self.district_kind(kind)} {', '.join(codes)}" for kind, codes in by_kind.items()]
        return " · ".join(parts) or self.tr("the whole voter file")


def day_words(day: str) -> str:
    """A day (ISO) as the language writes it; what is none stands as it is."""
    date = QDate.fromString(day[:10], "yyyy-MM-dd")
    return QLocale().toString(date, DAY) if date.isValid() else day


def size_words(size: int) -> str:
    """Bytes in words."""
    return QLocale().formattedDataSize(size, 1)
