"""Which laptop has which extract in use: what the laptops themselves have said, the newest of each."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.enrolment import Caller
from f2f_desktop.hub.tables import holders
from f2f_desktop.protocol.api import ExtractHolder


def note_holder(connection: Connection, caller: Caller, extract: str) -> None:
    """Notes the extract that the caller's device has in use, in place of a former one."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    row = {"campaign_id": caller.campaign, "device_id": caller.device, "extract": extract, "at": now()}
    connection.execute(
        dialect.insert(holders)
        .values(row)
        .on_conflict_do_update(
            index_elements=["campaign_id", "device_id"],
            set_={"extract": row["extract"], "at": row["at"]},
            where=holders.c.extract != extract,
        )
    )


def holder_rows(connection: Connection, campaign: CampaignId) -> list[ExtractHolder]:
    """The campaign's devices that have said which extract they have."""
    rows = connection.execute(select(holders).where(holders.c.campaign_id == campaign).order_by(holders.c.at))
    return [ExtractHolder(row.device_id, row.extract, Milliseconds(row.at)) for row in rows]
