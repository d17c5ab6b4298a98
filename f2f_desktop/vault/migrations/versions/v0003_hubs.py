"""The hubs that a laptop has joined, what they would not take, and what they sent down.

An event that no hub holds may move to a new stream, with its id: after the vault was copied or restored, another
event has its place in the old one. Whatever a hub holds stays as it is.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

FACTS_STAY = """
CREATE TRIGGER events_are_immutable BEFORE UPDATE OF position, id, type, at ON events
BEGIN SELECT RAISE(ABORT, 'an event is immutable'); END
"""
PLACES_STAY = """
CREATE TRIGGER received_events_stay BEFORE UPDATE OF stream, seq, body, signature ON events
WHEN OLD.receipt IS NOT NULL OR NEW.stream = OLD.stream
BEGIN SELECT RAISE(ABORT, 'an event that a hub holds is immutable'); END
"""


def upgrade() -> None:
    """Adds four tables, and lets events that nobody holds move to another stream."""
    op.execute("DROP TRIGGER events_are_immutable")
    op.execute(FACTS_STAY)
    op.execute(PLACES_STAY)
    op.create_table(
        "dead_letters",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("hub", sa.LargeBinary(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("discarded_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_dead_letters")),
    )
    op.create_table(
        "foreign_opt_outs",
        sa.Column("point_hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("point_hash", name=op.f("pk_foreign_opt_outs")),
    )
    op.create_table(
        "hubs",
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("room", sa.Boolean(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("pin", sa.LargeBinary(), nullable=False),
        sa.Column("sealing_key", sa.LargeBinary(), nullable=False),
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("campaign_name", sa.String(), nullable=False),
        sa.Column("campaign_key", sa.LargeBinary(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("enrolment", sa.LargeBinary(), nullable=False),
        sa.Column("joined_at", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("manifest_version", sa.Integer(), nullable=False),
        sa.Column("offers", sa.LargeBinary(), nullable=False),
        sa.Column("complete_at", sa.Integer(), nullable=True),
        sa.Column("complete_count", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("next_try", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.Column("revoked_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_hubs")),
    )
    op.create_table(
        "parts",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_parts")),
    )
