"""The ledger's dialog: ten thousand lines, what each held, and all of it as text."""

import base64
import json
from pathlib import Path

from PySide6.QtCore import QLocale, QModelIndex

from f2f_desktop.ui.volunteer.ledger_dialog import LedgerDialog
from f2f_desktop.ui.volunteer.ledger_rows import PAGE
from f2f_desktop.vault.ledger import RequestSent, write_request
from tests.ui.house import House

HUB = "https://hub.example.org"


def pushed(*types: str) -> bytes:
    """A push of events of these types."""

    def body(number: int, type_: str) -> str:
        fact = {"type": type_, "answers": {"note": f"note {number}"}}
        return base64.b64encode(json.dumps({"id": str(number), "fact": fact}).encode()).decode()

    events = [{"body": body(number, type_), "signature": ""} for number, type_ in enumerate(types)]
    return json.dumps({"stream": "s", "events": events}).encode()


def sent(house: House, count: int, content: bytes) -> None:
    with house.services.courier._vault.transaction() as connection:
        write_request(connection, RequestSent(HUB, "POST", "/v1/events", content), 1_000)
        connection.exec_driver_sql(
            "WITH RECURSIVE counted(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM counted WHERE n <= ?) "
            "INSERT INTO ledger (at, kind, detail, bytes_out) "
            "SELECT at, kind, detail, bytes_out FROM ledger, counted WHERE ledger.id = 1 AND n <= ?",
            (count, count),
        )


def opened(house: House) -> LedgerDialog:
    dialog = LedgerDialog(house.desk)
    house.show(dialog)
    house.rest()
    return dialog


def close(house: House, dialog: LedgerDialog) -> None:
    house._shown.remove(dialog)
    dialog.accept()
    house.rest()


def test_a_push_is_told_in_words_and_its_events_can_be_read(house: House) -> None:
    sent(house, 1, pushed("report.filed", "report.filed", "message.sent", "action.seen"))
    dialog = opened(house)
    texts = [dialog.model.index(0, column).data() for column in range(4)]
    assert texts[1] == "2 report(s), 1 note(s) of a message sent, 1 other note(s)"
    assert texts[2] == "hub.example.org"
    assert texts[3] == QLocale().toString(1_000)
    shown = dialog.content.toPlainText()
    assert shown.startswith("POST https://hub.example.org/v1/events")
    assert '"note": "note 1"' in shown
    assert f"{QLocale().toString(1_000)} bytes left this laptop" in dialog.sum.text()
    close(house, dialog)


def test_ten_thousand_lines_come_by_the_page(house: House) -> None:
    sent(house, 10_000, pushed("report.filed"))
    dialog = opened(house)
    assert dialog.model.rowCount() == PAGE
    assert dialog.sum.text() == f"10000 line(s); {QLocale().toString(10_000_000)} bytes left this laptop"
    while dialog.model.canFetchMore(QModelIndex()):
        dialog.model.fetchMore(QModelIndex())
        house.rest()
    assert dialog.model.rowCount() == 10_000
    numbers = [line.entry.id for line in dialog.model.lines]
    assert numbers == sorted(numbers, reverse=True)
    close(house, dialog)


def test_all_of_it_is_written_as_text(house: House, tmp_path: Path) -> None:
    sent(house, 3, pushed("report.filed"))
    dialog = opened(house)
    dialog.write_to(tmp_path / "left.txt")
    house.rest()
    text = (tmp_path / "left.txt").read_text()
    assert text.startswith("3 lines; 3000 bytes left this laptop")
    assert text.count("POST https://hub.example.org/v1/events") == 3
    assert text.count('"note": "note 0"') == 3
    close(house, dialog)
