"""What each column of an extract is for, in words. Nothing heavy is imported here: the command's help says it."""

REQUIRED = ("first_name", "last_name")
"""Columns that every extract holds besides the id: nobody can be matched without them."""

USES = {
    "id": "tells voters apart; always in",
    "first_name": "matching; always in",
    "middle_name": "matching: tells namesakes apart",
    "last_name": "matching; always in",
    "suffix": "matching: tells father and son apart",
    "sex": "matching: which nicknames fit",
    "street_address": "matching by address and household; house number and street",
    "city": "matching by place; a district to choose by",
    "zip": "matching by place",
    "county": "matching by place; a district to choose by",
    "party": "shown to volunteers where the campaign allows it; a filter",
    "phone": "matching: the strongest evidence there is",
    "birth_year": "matching by birthday; the year alone is kept",
    "frequency": "votes always, sometimes, rarely, new: shown, and a filter; needs a history",
    "votes_cast": "how many of the last general elections somebody voted in; needs a history",
    "votes_possible": "how many of them were open to somebody; needs a history",
}
"""What each column is for. Every kind of electoral district is shown, and is a filter."""
