"""What a laptop carries for others, and the manifest as the hub gave it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds a table and a column."""
    op.add_column("hubs", sa.Column("manifest", sa.LargeBinary(), nullable=True))
    op.create_table(
        "carried",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("taken_at", sa.Integer(), nullable=False),
        sa.Column("handed_over_at", sa.Integer(), nullable=True),
        sa.Column("refusal", sa.String(), nullable=False),
        sa.Column("receipts", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_carried")),
    )
