"""The vault's tables.

    imports ──< cards >── contacts            address books, and the people they add up to
                  │ own_id                    matches, decisions, drafts and facts name a card's own id; whoever
                  │                           that card belongs to today is the person they are about
    events ──> messages, reports, opt_outs, action_progress     facts, and the projections made from them

`events` are immutable (triggers say so) and never deleted; the projections can be rebuilt from them at any time.
The migrations in `migrations/versions` make these tables; a test holds both equal.
"""

from sqlalchemy import (
    BLOB,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

properties = Table(
    "properties",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
"""Single values: the device's key, the stream's id, the volunteer's name, settings."""

imports = Table(
    "imports",
    metadata,
    Column("id", String, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("label", String, nullable=False),
    Column("problems", LargeBinary, nullable=False),
)
"""One reading of address books; `problems` is a JSON list of `Problem`."""

cards = Table(
    "cards",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("own_id", String, nullable=False),
    Column("uid", String, nullable=False, index=True),
    Column("digest", LargeBinary, nullable=False),
    Column("contact", LargeBinary, nullable=False),
    Column("import_id", String, ForeignKey("imports.id"), nullable=False, index=True),
    Column("retired_by", String, ForeignKey("imports.id"), index=True),
    Column("contact_id", String, nullable=False, index=True),
    Index("ix_cards_own_id", "own_id"),
)
"""A card as it was read (JSON `Contact`). A changed card retires the old one and inherits its `own_id`."""

apart = Table(
    "apart",
    metadata,
    Column("first", String, primary_key=True),
    Column("second", String, primary_key=True),
)
"""Pairs of cards' own ids that the user said are two people; `first` < `second`."""

heirs = Table(
    "heirs",
    metadata,
    Column("own_id", String, primary_key=True),
    Column("heir", String, nullable=False),
)
"""A card that left with an undone import, and a card of the same person that stands for it in what was recorded."""

contacts = Table(
    "contacts",
    metadata,
    Column("id", String, primary_key=True),
    Column("contact", LargeBinary, nullable=False),
    Column("name", String, nullable=False),
    Column("sort_key", String, nullable=False),
    Column("cards", Integer, nullable=False),
)
"""A person: the cards of one `contact_id` merged. Its id is the own id of the oldest of them."""

matches = Table(
    "matches",
    metadata,
    Column("contact_id", String, primary_key=True),
    Column("status", String, nullable=False),
    Column("voter_id", String),
    Column("probability", Float, nullable=False),
    Column("found", LargeBinary, nullable=False),
    Column("voter", LargeBinary),
    Column("extract_id", String, nullable=False),
)
"""What the matcher said (`found`: JSON `Match`), and its best voter as the extract gives them (JSON `Voter`)."""

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contact_id", String, nullable=False, index=True),
    Column("decision", String, nullable=False),
    Column("voter_id", String),
    Column("voter", LargeBinary),
    Column("at", Integer, nullable=False),
    Column("undone", Boolean, nullable=False, default=False),
)
"""A person's word on a match: confirmed (with `voter_id`) or rejected (that voter, or all when NULL)."""

decision_cards = Table(
    "decision_cards",
    metadata,
    Column("decision_id", Integer, ForeignKey("decisions.id"), primary_key=True),
    Column("own_id", String, primary_key=True),
)
"""All cards of the person whom a decision was about: a rejection holds for each of them, should they be parted."""

departed = Table(
    "departed",
    metadata,
    Column("voter_id", String, primary_key=True),
    Column("since", Integer, nullable=False),
)
"""Voters whom a person confirmed and whom the extract in use does not hold, since it was installed."""

ledger = Table(
    "ledger",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("detail", LargeBinary, nullable=False),
    Column("bytes_out", Integer, nullable=False),
)
"""What was looked up on this laptop, and how many bytes of it left (see `vault.ledger`)."""

bundles = Table(
    "bundles",
    metadata,
    Column("campaign_id", String, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("signer", LargeBinary, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("installed_at", Integer, nullable=False),
)
"""The campaign's content (JSON `CampaignContent`) and the key that it must always be signed by."""

extracts = Table(
    "extracts",
    metadata,
    Column("id", String, primary_key=True),
    Column("file", String, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("label", String, nullable=False),
    Column("voters", Integer, nullable=False),
    Column("expires", String, nullable=False),
    Column("installed_at", Integer, nullable=False),
)
"""An installed extract: its encrypted file and the key without which that file is noise."""

events = Table(
    "events",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("stream", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("type", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("exported_at", Integer),
    Column("receipt", BLOB),
    UniqueConstraint("stream", "seq"),
)
"""What happened, as canonical signed bytes. An event without a receipt waits to be sent: that is the queue."""

messages = Table(
    "messages",
    metadata,
    Column("event_id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("action_id", String, nullable=False),
    Column("contact_id", String, nullable=False, index=True),
    Column("channel", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("script_id", String, nullable=False),
    Column("at", Integer, nullable=False),
)
"""Projection: messages that went out and were not voided."""

message_texts = Table(
    "message_texts",
    metadata,
    Column("event_id", String, primary_key=True),
    Column("text", String, nullable=False),
)
"""What was written: it stays on this laptop, so it is in no event."""

reports = Table(
    "reports",
    metadata,
    Column("action_id", String, primary_key=True),
    Column("contact_id", String, primary_key=True),
    Column("event_id", String, nullable=False, unique=True),
    Column("position", Integer, nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("corrections", Integer, nullable=False),
    Column("at", Integer, nullable=False),
)
"""Projection: the report in force for each contact of an action (JSON `Answers`), and the event that says it."""

opt_outs = Table(
    "opt_outs",
    metadata,
    Column("event_id", String, primary_key=True),
    Column("contact_id", String, nullable=False, index=True),
    Column("at", Integer, nullable=False),
)
"""Projection: contacts who do not want to be contacted again."""

opt_out_points = Table(
    "opt_out_points",
    metadata,
    Column("event_id", String, primary_key=True),
    Column("point_hash", String, primary_key=True, index=True),
)
"""Projection: keyed hashes of the phones and addresses that must not be used."""

action_progress = Table(
    "action_progress",
    metadata,
    Column("action_id", String, primary_key=True),
    Column("seen_at", Integer),
    Column("started_at", Integer),
    Column("completed", Integer, nullable=False),
)
"""Projection: how far the volunteer is with an action."""

drafts = Table(
    "drafts",
    metadata,
    Column("action_id", String, primary_key=True),
    Column("contact_id", String, primary_key=True),
    Column("part", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("at", Integer, nullable=False),
)
"""What has been typed but not sent or filed: a message per channel (`text`, ...), and `report`."""

hubs = Table(
    "hubs",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("room", Boolean, nullable=False),
    Column("url", String, nullable=False),
    Column("pin", LargeBinary, nullable=False),
    Column("sealing_key", LargeBinary, nullable=False),
    Column("campaign_id", String, nullable=False),
    Column("campaign_name", String, nullable=False),
    Column("campaign_key", LargeBinary, nullable=False),
    Column("device_id", String, nullable=False),
    Column("role", String, nullable=False),
    Column("enrolment", LargeBinary, nullable=False),
    Column("joined_at", Integer, nullable=False),
    Column("epoch", String, nullable=False),
    Column("cursor", Integer, nullable=False),
    Column("manifest_version", Integer, nullable=False),
    Column("offers", LargeBinary, nullable=False),
    Column("complete_at", Integer),
    Column("complete_count", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("next_try", Integer, nullable=False),
    Column("trouble", String, nullable=False),
    Column("revoked_at", Integer),
    Column("manifest", LargeBinary),
)
"""A hub that this laptop has joined, how far it is with it, and when it will be tried again; `room`: a venue's.

Without a `device_id` it is one that a room has named: this laptop will be known there once the room is handed over.
`manifest`: the newest one that the hub gave, as the campaign signed it."""

carried = Table(
    "carried",
    metadata,
    Column("hash", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("data", LargeBinary),
    Column("taken_at", Integer, nullable=False),
    Column("handed_over_at", Integer),
    Column("refusal", String, nullable=False),
    Column("receipts", LargeBinary, nullable=False),
)
"""Other laptops' sealed packets on their way to the hub, by their SHA-256, and the receipts (JSON) that came back.
`data` is gone once the hub has it; `refusal`: why the hub would not take it."""

dead_letters = Table(
    "dead_letters",
    metadata,
    Column("event_id", String, primary_key=True),
    Column("hub", LargeBinary, nullable=False),
    Column("code", String, nullable=False),
    Column("text", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("discarded_at", Integer),
)
"""Events that a hub would not take; one that was discarded is shown no longer, but stays in the journal."""

foreign_opt_outs = Table(
    "foreign_opt_outs",
    metadata,
    Column("point_hash", String, primary_key=True),
)
"""Keyed hashes of phones and addresses that somebody else's contact asked the campaign not to use."""

parts = Table(
    "parts",
    metadata,
    Column("hash", String, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""Parts of the campaign's content, by their SHA-256: what has not changed is not fetched again."""

notes = Table(
    "notes",
    metadata,
    Column("hub", LargeBinary, primary_key=True),
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("by", String, nullable=False),
    Column("text", String, nullable=False),
    Column("action_id", String, nullable=False),
    Column("read_at", Integer),
)
"""What an organizer asked of this volunteer."""

authored = Table(
    "authored",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("content", LargeBinary),
    Column("changed_at", Integer, nullable=False),
)
"""What an organizer has written and not published yet, over what is published; without content: to be taken away."""

synced_results = Table(
    "synced_results",
    metadata,
    Column("name", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("at", Integer, nullable=False),
)
"""Results as the hub last gave them, for when there is no network."""

PROJECTIONS = (messages, reports, opt_outs, opt_out_points, action_progress)
"""Tables that are made from the events alone."""
