"""By what the receivers of an action are searched: how their names begin, from any of the words they are known by."""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

AT_ONCE = 1_000
BYTES = sa.String().with_variant(sa.String(collation="C"), "postgresql")
KEY = ("campaign_id", "action_id", "device_id", "contact_id")
SOUGHT = ("sought", "sought_last", "sought_other")


def upgrade() -> None:
    """Makes the columns, fills them for the conversations that there are, then makes their indexes."""
    for name in SOUGHT:
        op.add_column("conversations", sa.Column(name, BYTES, nullable=False, server_default=""))
    columns = [sa.column(name, sa.String()) for name in (*KEY, "name", "voter_id", *SOUGHT)]
    conversations = sa.table("conversations", *columns)
    change = (
        sa.update(conversations)
        .where(*(conversations.c[name] == sa.bindparam(f"of_{name}") for name in KEY))
        .values({name: sa.bindparam(f"as_{name}", type_=sa.String()) for name in SOUGHT})
    )
    connection = op.get_bind()
    key = sa.tuple_(*(conversations.c[name] for name in KEY))
    last: tuple[str, ...] | None = None
    while True:
        query = sa.select(conversations).order_by(*(conversations.c[name] for name in KEY)).limit(AT_ONCE)
        if last is not None:
            query = query.where(key > sa.tuple_(*map(sa.literal, last)))
        rows = connection.execute(query).all()
        if not rows:
            break
        last = tuple(rows[-1][: len(KEY)])
        connection.execute(change, [_changed(row) for row in rows])
    for name in SOUGHT:
        op.create_index(f"ix_conversations_{name}", "conversations", ["campaign_id", "action_id", name])


def _changed(row: "sa.Row[tuple[str, ...]]") -> dict[str, object]:
    parts = unicodedata.normalize("NFKD", (row.name or row.voter_id or "").casefold())
    words = "".join(each for each in parts if not unicodedata.combining(each) and each != "\x00").split()

    def from_word(place: int) -> str:
        return " ".join(words[place:] + words[:place])[:120]

    of: dict[str, object] = {f"of_{name}": row[at] for at, name in enumerate(KEY)}
    return of | {
        "as_sought": from_word(0) if words else "",
        "as_sought_last": from_word(len(words) - 1) if len(words) > 1 else "",
        "as_sought_other": from_word(len(words) - 2) if len(words) > 2 else "",
    }
