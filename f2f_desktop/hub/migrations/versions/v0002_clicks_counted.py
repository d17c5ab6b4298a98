"""Visits of short addresses are counted, not listed; and which actions the campaign has sent to its volunteers.

Which actions those are is known from the next publication on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the two tables, and counts what was listed."""
    op.create_table(
        "link_visits",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("person", sa.Boolean(), nullable=False),
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("count", NUMBER, nullable=False),
        sa.Column("last_at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_link_visits_campaign_id_campaigns")
        ),
        sa.PrimaryKeyConstraint("code", "person", name=op.f("pk_link_visits")),
    )
    op.execute(
        "INSERT INTO link_visits (code, person, campaign_id, count, last_at) "
        "SELECT code, person, campaign_id, count(*), max(at) FROM clicks GROUP BY code, person, campaign_id"
    )
    op.drop_table("clicks")
    op.create_table(
        "published_actions",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("since", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_published_actions_campaign_id_campaigns")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "action_id", name=op.f("pk_published_actions")),
    )
