"""Address books as tables: finds delimiter and header, and reads the rows."""

from collections.abc import Callable, Iterator

from f2f_desktop.contacts.book import AddressBook
from f2f_desktop.contacts.byte_stream import with_plain_lines
from f2f_desktop.contacts.card_lines import CardLines
from f2f_desktop.contacts.cards import MAX_TEXT_BYTES
from f2f_desktop.contacts.columns import ColumnMapping, ColumnsUnknown, column_names, guessed
from f2f_desktop.contacts.csv_dialects import Layout, known_layout, mapped_layout
from f2f_desktop.contacts.errors import NotAnAddressBook
from f2f_desktop.contacts.model import Contact
from f2f_desktop.contacts.problems import Problems
from f2f_desktop.contacts.records import DELIMITERS, MAX_LINE, TextLines, records, split_line
from f2f_desktop.contacts.rows import RowReader
from f2f_desktop.contacts.text import decoded

EVERY = 50
"""Rows between two reports of progress."""
HEADER_WITHIN = 20
"""Lines at the top among which the header row is looked for."""
PREVIEW_ROWS = 5
MAX_COLUMNS = 1_000

EMPTY = "The row has neither a name nor a phone number nor an e-mail address."
BROKEN_QUOTES = "The quotes of the row are not in pairs; it was read as one line."
TOO_WIDE = "The row has more cells than the header; the ones too many were left out."
LINE_TOO_LONG = f"A line is longer than {MAX_LINE >> 20} MB and was cut."

Top = list[tuple[str, int]]


def read_table(
    name: str,
    stream: Iterator[bytes],
    region: str,
    report: Callable[[], None],
    mapping: ColumnMapping | None,
    max_contacts: int,
) -> AddressBook:
    """The contacts in a delimited text; `report` is called now and then.

    Raises ColumnsUnknown where no exporter that we know wrote it and `mapping` does not fit it, and
    NotAnAddressBook where it is no table.
    """
    lines = TextLines(CardLines(with_plain_lines(stream), MAX_LINE))
    top: Top = []
    while len(top) < HEADER_WITHIN and (line := lines.next()) is not None:
        top.append(line)
    layout, delimiter, width, after_header = header_of(top, mapping)
    lines.put_back(top[after_header:])
    row = RowReader(name, layout, region)
    contacts: list[Contact] = []
    problems = Problems(name)
    for number, record in enumerate(records(lines, delimiter, width), 1):
        if number % EVERY == 0:
            report()
        if lines.size > MAX_TEXT_BYTES or len(contacts) >= max_contacts:
            problems.add(0, 0, "The file is too long; the rest of it was left out.")
            break
        if not any(cell and not cell.isspace() for cell in record.cells):
            continue
        contact, reasons = row.contact(record.cells, number)
        if contact is not None:
            contacts.append(contact)
        elif row.says_anything(record.cells) or layout.dialect != "linkedin csv":
            # LinkedIn leaves a row with nothing but a date for a member who is gone.
            reasons.append(EMPTY)
        if record.broken:
            reasons.append(BROKEN_QUOTES)
        if any(cell.strip() for cell in record.cells[width:]):
            reasons.append(TOO_WIDE)
        for reason in reasons:
            problems.add(number, record.line, reason)
    if lines.cut:
        problems.add(0, 0, LINE_TOO_LONG)
    return AddressBook(tuple(contacts), problems.sorted(), layout.dialect)


def begins_like_known_table(start: bytes, mapping: ColumnMapping | None) -> bool:
    """Whether one of the first lines is the header of a table that we know, or that `mapping` is for."""
    lines = [decoded(line) for line in start.split(b"\n", HEADER_WITHIN)[:HEADER_WITHIN]]
    headers = [split_line(line, delimiter) for line in lines for delimiter in DELIMITERS]
    return any(known_layout(header) or (mapping and mapped_layout(header, mapping)) for header in headers)


def header_of(top: Top, mapping: ColumnMapping | None) -> tuple[Layout, str, int, int]:
    """Layout, delimiter, number of columns, and how many lines of `top` come before the first row."""
    for index, (text, _) in enumerate(top):
        for delimiter in DELIMITERS:
            header = split_line(text, delimiter)[:MAX_COLUMNS]
            layout = mapped_layout(header, mapping) if mapping and mapping.has_header else None
            layout = layout or known_layout(header)
            if layout is not None:
                return layout, delimiter, len(header), index + 1
    delimiter, width, first = shape_of(top)
    width = min(width, MAX_COLUMNS)
    header = split_line(top[first][0], delimiter)[:width]
    if mapping is not None and not mapping.has_header:
        layout = mapped_layout([""] * width, mapping)
        if layout is not None:
            return layout, delimiter, width, first
    rows = tuple(
        tuple((*split_line(text, delimiter), *[""] * width)[:width])
        for text, _ in top[first + 1 :]
        if text and not text.isspace()
    )
    guess = guessed(header, rows)
    if width < 2 and not guess.usable:
        raise NotAnAddressBook(
            "This file is no address book.", "Export your contacts as vCard (.vcf) or CSV, and choose that file."
        )
    if not guess.has_header:
        rows = (tuple(header), *rows)
        header = [""] * width
    raise ColumnsUnknown(column_names(header), rows[:PREVIEW_ROWS], guess)


def shape_of(top: Top) -> tuple[str, int, int]:
    """Delimiter, number of columns and index of the header row of a table that we do not know.

    Excel's `sep=;` decides; else the delimiter by which most lines have the same number of cells, more than one.
    """
    candidates: tuple[str, ...] = DELIMITERS
    start = 0
    if top and (declared := top[0][0].strip().strip('"').lower()).startswith("sep=") and len(declared) <= 5:
        candidates = (declared[4:] or "\t",)
        start = 1
    best = (0, 0, candidates[0], start)
    for delimiter in candidates:
        widths = [len(split_line(text, delimiter)) if text.strip() else 0 for text, _ in top[start:]]
        width = max(
            set(widths) - {0}, key=lambda width: (widths.count(width) if width > 1 else 0, width), default=0
        )
        if width:
            score = (widths.count(width) if width > 1 else 0, width)
            if score > best[:2]:
                best = (*score, delimiter, start + widths.index(width))
    _, width, delimiter, first = best
    if not width:
        raise NotAnAddressBook("The file is empty.", "Export your contacts again.")
    return delimiter, width, first
