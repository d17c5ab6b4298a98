"""The first schema of a hub's database."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes every table."""
    op.create_table(
        "attempts",
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("window", NUMBER, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("who", "window", name=op.f("pk_attempts")),
    )
    op.create_table(
        "campaigns",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("created_at", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
    )
    op.create_table(
        "identity",
        sa.Column("only", sa.Integer(), nullable=False),
        sa.Column("signing_key", sa.LargeBinary(), nullable=False),
        sa.Column("sealing_key", sa.LargeBinary(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("only", name=op.f("pk_identity")),
    )
    op.create_table(
        "nonces",
        sa.Column("nonce", sa.LargeBinary(), nullable=False),
        sa.Column("until", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("nonce", name=op.f("pk_nonces")),
    )
    op.create_index(op.f("ix_nonces_until"), "nonces", ["until"], unique=False)
    op.create_table(
        "pieces",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("campaign_id", "hash", "number", name=op.f("pk_pieces")),
    )
    op.create_table(
        "audit",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("operation", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_audit_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_table(
        "batches",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("first_at", NUMBER, nullable=False),
        sa.Column("last_at", NUMBER, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("made_at", NUMBER, nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("undone_at", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_batches_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batches")),
    )
    op.create_table(
        "blobs",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("size", NUMBER, nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_blobs_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "hash", name=op.f("pk_blobs")),
    )
    op.create_table(
        "books",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("contacts", NUMBER, nullable=False),
        sa.Column("matched", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_books_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "event_id", name=op.f("pk_books")),
    )
    op.create_table(
        "bursts",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("first_at", NUMBER, nullable=False),
        sa.Column("last_at", NUMBER, nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_bursts_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "device_id", "action_id", "first_at", name=op.f("pk_bursts")),
    )
    op.create_table(
        "clicks",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("person", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_clicks_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clicks")),
    )
    op.create_index(op.f("ix_clicks_code"), "clicks", ["code"], unique=False)
    op.create_table(
        "conversations",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("voter_id", sa.String(), nullable=True),
        sa.Column("last_at", NUMBER, nullable=False),
        sa.Column("last_position", NUMBER, nullable=False),
        sa.Column("initial", sa.Integer(), nullable=False),
        sa.Column("responses", sa.Integer(), nullable=False),
        sa.Column("reported", sa.Boolean(), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("suggested", sa.Boolean(), nullable=False),
        sa.Column("in_district", sa.Boolean(), nullable=True),
        sa.Column("counted", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_conversations_campaign_id_campaigns")
        ),
        sa.PrimaryKeyConstraint(
            "campaign_id", "action_id", "device_id", "contact_id", name=op.f("pk_conversations")
        ),
    )
    op.create_index(
        "ix_conversations_filtered",
        "conversations",
        ["campaign_id", "action_id", "suggested", "in_district", "last_position"],
        unique=False,
    )
    op.create_index(
        "ix_conversations_last", "conversations", ["campaign_id", "action_id", "last_position"], unique=False
    )
    op.create_table(
        "dead_letters",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_dead_letters_campaign_id_campaigns")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dead_letters")),
        sa.UniqueConstraint(
            "campaign_id", "device_id", "hash", name=op.f("uq_dead_letters_campaign_id_device_id_hash")
        ),
    )
    op.create_table(
        "devices",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("invite_id", sa.String(), nullable=True),
        sa.Column("enrolled_at", NUMBER, nullable=False),
        sa.Column("last_seen", NUMBER, nullable=True),
        sa.Column("waiting", NUMBER, nullable=True),
        sa.Column("revoked_at", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_devices_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
        sa.UniqueConstraint("public_key", name=op.f("uq_devices_public_key")),
    )
    op.create_index("ix_devices_campaign_id", "devices", ["campaign_id"], unique=False)
    op.create_index("ix_devices_person", "devices", ["campaign_id", "person"], unique=False)
    op.create_table(
        "events",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("seq", NUMBER, nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("received_at", NUMBER, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_events_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "position", name=op.f("pk_events")),
        sa.UniqueConstraint("campaign_id", "id", name=op.f("uq_events_campaign_id_id")),
        sa.UniqueConstraint("campaign_id", "stream", "seq", name=op.f("uq_events_campaign_id_stream_seq")),
    )
    op.create_table(
        "figures",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_figures_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "action_id", "device_id", "name", name=op.f("pk_figures")),
    )
    op.create_index("ix_figures_device", "figures", ["campaign_id", "device_id", "name"], unique=False)
    op.create_table(
        "invites",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=True),
        sa.Column("proof_key", sa.LargeBinary(), nullable=True),
        sa.Column("code_expires_at", NUMBER, nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("expires_at", NUMBER, nullable=False),
        sa.Column("created_at", NUMBER, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("revoked_at", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_invites_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invites")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invites_code_hash")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_invites_secret_hash")),
    )
    op.create_table(
        "known",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("known", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_known_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "event_id", name=op.f("pk_known")),
    )
    op.create_index("ix_known_action", "known", ["campaign_id", "action_id", "device_id"], unique=False)
    op.create_table(
        "link_codes",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_link_codes_campaign_id_campaigns")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "event_id", "code", name=op.f("pk_link_codes")),
    )
    op.create_index("ix_link_codes_code", "link_codes", ["code"], unique=False)
    op.create_table(
        "links",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_links_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
    )
    op.create_table(
        "manifests",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("version", NUMBER, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("published_at", NUMBER, nullable=False),
        sa.Column("published_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_manifests_campaign_id_campaigns")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "version", name=op.f("pk_manifests")),
    )
    op.create_table(
        "messages",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("voter_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("point_hash", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("script_id", sa.String(), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("suggested", sa.Boolean(), nullable=False),
        sa.Column("in_district", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_messages_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "event_id", name=op.f("pk_messages")),
    )
    op.create_index(
        "ix_messages_conversation",
        "messages",
        ["campaign_id", "action_id", "device_id", "contact_id"],
        unique=False,
    )
    op.create_table(
        "opt_outs",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("point_hash", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_opt_outs_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "event_id", "point_hash", name=op.f("pk_opt_outs")),
    )
    op.create_index("ix_opt_outs_position", "opt_outs", ["campaign_id", "position"], unique=False)
    op.create_table(
        "phones",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("point_hash", sa.String(), nullable=False),
        sa.Column("value", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_phones_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "action_id", "point_hash", name=op.f("pk_phones")),
    )
    op.create_table(
        "progress",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_progress_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "event_id", name=op.f("pk_progress")),
    )
    op.create_index("ix_progress_action", "progress", ["campaign_id", "action_id", "device_id"], unique=False)
    op.create_table(
        "projected",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_projected_campaign_id_campaigns")
        ),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_projected")),
    )
    op.create_table(
        "reports",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("voter_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("response_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_reports_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "event_id", name=op.f("pk_reports")),
    )
    op.create_index(
        "ix_reports_conversation", "reports", ["campaign_id", "action_id", "device_id", "contact_id"], unique=False
    )
    op.create_table(
        "voids",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("voided", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_voids_campaign_id_campaigns")),
        sa.PrimaryKeyConstraint("campaign_id", "event_id", name=op.f("pk_voids")),
    )
    op.create_index("ix_voids_voided", "voids", ["campaign_id", "voided"], unique=False)
    op.create_table(
        "withdrawals",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_withdrawals_campaign_id_campaigns")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "event_id", "batch_id", name=op.f("pk_withdrawals")),
    )
    op.create_table(
        "holders",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("extract", sa.String(), nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_holders_campaign_id_campaigns")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_holders_device_id_devices")),
        sa.PrimaryKeyConstraint("campaign_id", "device_id", name=op.f("pk_holders")),
    )
    op.create_table(
        "notes",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_notes_campaign_id_campaigns")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_notes_device_id_devices")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
    )
    op.create_index("ix_notes_device", "notes", ["device_id", "id"], unique=False)
    op.create_table(
        "streams",
        sa.Column("campaign_id", sa.String(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("highest", NUMBER, nullable=False),
        sa.Column("count", NUMBER, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_streams_campaign_id_campaigns")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_streams_device_id_devices")),
        sa.PrimaryKeyConstraint("campaign_id", "stream", name=op.f("pk_streams")),
    )
    op.create_index(op.f("ix_streams_device_id"), "streams", ["device_id"], unique=False)
