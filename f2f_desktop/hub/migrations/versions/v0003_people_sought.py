"""Lists of people by the page: by what a device is searched and sorted, which is its name and e-mail address without
case and accents, and an index that has all volunteers' figures of one kind together."""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

AT_ONCE = 1_000


def upgrade() -> None:
    """Makes the index and the column, and fills it for the devices that there are."""
    op.create_index("ix_figures_name", "figures", ["campaign_id", "action_id", "name", "device_id"], unique=False)
    op.add_column("devices", sa.Column("sought", sa.String(), nullable=False, server_default=""))
    devices = sa.table("devices", *(sa.column(name, sa.String()) for name in ("id", "name", "email", "sought")))
    connection = op.get_bind()
    rows = [
        {"device": row.id, "text": _sought(row.name, row.email)}
        for row in connection.execute(sa.select(devices.c.id, devices.c.name, devices.c.email))
    ]
    change = (
        sa.update(devices)
        .where(devices.c.id == sa.bindparam("device"))
        .values(sought=sa.bindparam("text", type_=sa.String()))
    )
    for start in range(0, len(rows), AT_ONCE):
        connection.execute(change, rows[start : start + AT_ONCE])


def _sought(name: str, email: str) -> str:
    text = unicodedata.normalize("NFKD", " ".join(filter(None, (name, email))).casefold())
    return "".join(each for each in text if not unicodedata.combining(each) and each != "\x00")[:300]
