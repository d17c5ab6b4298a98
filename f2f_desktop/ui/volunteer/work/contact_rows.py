"""The rows behind the list: which of an action's contacts are shown, in which order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ContactId
from f2f_desktop.ui.rows import RowsModel
from f2f_desktop.ui.volunteer.work.context_chips import ContextChips
from f2f_desktop.volunteer.suggestions import ContactRow, Query, visible


def contact_rows(parent: QObject) -> RowsModel[ContactRow]:
    """An empty model of contacts."""
    chips = ContextChips(parent)
    return RowsModel(lambda row: row.id, lambda row: row.name, chips.spoken, parent)


def visible_with(rows: Sequence[ContactRow], query: Query, keep: ContactId | None = None) -> list[int]:
    """`visible`, and in its place also the row of `keep`, which must not vanish from under the user."""
    shown = visible(rows, query)
    if keep is None:
        return shown
    place = next((number for number, row in enumerate(rows) if row.id == keep), None)
    if place is None or place in shown:
        return shown
    stars = sum(1 for each in shown if rows[each].starred)
    low, high = (0, stars) if rows[place].starred else (stars, len(shown))
    shown.insert(bisect_left(shown, place, low, high), place)
    return shown


def per_channel(rows: Sequence[ContactRow]) -> Counter[Channel]:
    """How many contacts can be reached on each channel."""
    return Counter(channel for row in rows for channel in row.channels)
