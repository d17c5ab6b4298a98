"""Decisions that outlive merges and new extracts, and the ledger of what was looked up."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds four tables; nothing that is there changes."""
    op.create_table(
        "decision_cards",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("own_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_decision_cards_decision_id_decisions")
        ),
        sa.PrimaryKeyConstraint("decision_id", "own_id", name=op.f("pk_decision_cards")),
    )
    op.create_table(
        "departed",
        sa.Column("voter_id", sa.String(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("voter_id", name=op.f("pk_departed")),
    )
    op.create_table(
        "heirs",
        sa.Column("own_id", sa.String(), nullable=False),
        sa.Column("heir", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("own_id", name=op.f("pk_heirs")),
    )
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("detail", sa.LargeBinary(), nullable=False),
        sa.Column("bytes_out", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
    )
