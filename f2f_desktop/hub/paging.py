"""Lists of people by the page: the database sorts and searches, and a page begins after the last row of the one before.

What rows are sorted by may change between two pages; the place where a page begins does not, so that nobody else is
moved by whoever moves.
"""

from typing import Annotated, Any, NamedTuple

import msgspec
from litestar.params import QueryParameter
from sqlalchemy import ColumnElement, Connection, Select, and_, collate, or_

from f2f_desktop.errors import KnownError
from f2f_desktop.protocol.listing import LONGEST_SEARCH, MOST_ROWS, words_of

LARGEST_NUMBER = 1 << 53
LONGEST_PLACE = 2_000
"""Characters of the place where a page begins."""

Search = Annotated[str, QueryParameter(max_length=LONGEST_SEARCH)]
After = Annotated[str, QueryParameter(max_length=LONGEST_PLACE)]
MostRows = Annotated[int, QueryParameter(ge=1, le=MOST_ROWS)]
"""What a request for a page may say."""


class NoSuchPlace(KnownError):
    """A page is to begin where none begins."""

    def __init__(self) -> None:
        super().__init__("This is no place in a list of this order.", "Begin at its first page.")


class Place(NamedTuple):
    """Where a row stands: by what the list is sorted by, by name, by id."""

    key: str | int
    name: str
    id: str


def place_text(place: Place) -> str:
    """A place as it travels."""
    return msgspec.json.encode(tuple(place)).decode()


def read_place(text: str, *, as_text: bool) -> Place:
    """A place that came back; `as_text`: the list is sorted by texts. Raises `NoSuchPlace`."""
    try:
        place = Place(*msgspec.json.decode(text, type=tuple[str | int, str, str]))
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise NoSuchPlace from error
    number = 0 if isinstance(place.key, str) else place.key
    if isinstance(place.key, str) is not as_text or abs(number) > LARGEST_NUMBER:
        raise NoSuchPlace
    return place


def page_of(
    query: Select[Any], columns: tuple[Any, Any, Any], after: str, most: int, *, as_text: bool, descending: bool
) -> Select[Any]:
    """The rows of a page, and one more if there is a next one.

    Args:
        columns: by what is sorted, names, ids: the columns of a `Place`.
        after: where the page begins; empty: at the first row.
    """
    key, name, id_ = columns
    if after:
        place = read_place(after, as_text=as_text)
        beyond = key < place.key if descending else key > place.key
        beside = and_(key == place.key, or_(name > place.name, and_(name == place.name, id_ > place.id)))
        query = query.where(or_(beyond, beside))
    return query.order_by(key.desc() if descending else key.asc(), name, id_).limit(most + 1)


def has_words(column: ColumnElement[str], search: str) -> list[ColumnElement[bool]]:
    """That a text of `listing.sought` has all words of a search."""
    return [column.contains(word, autoescape=True) for word in words_of(search)]


def by_bytes(connection: Connection, column: Any) -> Any:
    """A text to be compared by its bytes, whatever the database's language; as SQLite does, and both alike."""
    return collate(column, "C") if connection.dialect.name == "postgresql" else column
