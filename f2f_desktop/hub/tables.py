"""The hub's tables, the same on SQLite and PostgreSQL.

    campaigns ──< invites, devices ──< streams ──< events ──> messages, reports, progress, books, opt_outs, voids
              ──< dead_letters, manifests, holders, blobs ──< pieces        nonces, attempts, audit

`events` are what devices signed, byte for byte, and are never changed or deleted. The tables behind the arrow are
made from them alone: a fact adds a row, whatever the order in which facts arrive, and what is in force follows from
the rows (a correction names what it supersedes, a void what it undoes).

Times are milliseconds since 1970 by the hub's clock, except `at` of facts, which is the device's and only shown.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from f2f_desktop.protocol.listing import sought

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Number = BigInteger().with_variant(Integer, "sqlite")
"""64 bits; SQLite counts a primary key up only where it is called INTEGER."""

Bytewise = String().with_variant(String(collation="C"), "postgresql")
"""A text whose index is in the order of its bytes, whatever the database's language: its beginning is looked for."""


def _sought(row: Any) -> str:
    values = row.get_current_parameters()
    return sought(values["name"], values["email"])


def _campaign(*, primary: bool = False) -> Column[str]:
    return Column("campaign_id", String, ForeignKey("campaigns.id"), primary_key=primary, nullable=False)


campaigns = Table(
    "campaigns",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("position", Number, nullable=False),
    Column("created_at", Number, nullable=False),
)
"""A campaign, the key that its content is signed by, and the position of its newest event. Whoever writes events
locks this row first, so that positions are given in the order in which they become visible."""

identity = Table(
    "identity",
    metadata,
    Column("only", Integer, primary_key=True),
    Column("signing_key", LargeBinary, nullable=False),
    Column("sealing_key", LargeBinary, nullable=False),
    Column("epoch", String, nullable=False),
)
"""One row: the hub's own secret keys, and the epoch of its data."""

invites = Table(
    "invites",
    metadata,
    Column("id", String, primary_key=True),
    _campaign(),
    Column("secret_hash", LargeBinary, nullable=False, unique=True),
    Column("code_hash", LargeBinary, unique=True),
    Column("proof_key", LargeBinary),
    Column("code_expires_at", Number),
    Column("role", String, nullable=False),
    Column("label", String, nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("expires_at", Number, nullable=False),
    Column("created_at", Number, nullable=False),
    Column("created_by", String, nullable=False),
    Column("revoked_at", Number),
)
"""Invites by the SHA-256 of their secrets; `proof_key` shows knowledge of the join code (see `join_codes`)."""

devices = Table(
    "devices",
    metadata,
    Column("id", String, primary_key=True),
    _campaign(),
    Column("public_key", LargeBinary, nullable=False, unique=True),
    Column("role", String, nullable=False),
    Column("name", String, nullable=False),
    Column("email", String, nullable=False),
    Column("person", String, nullable=False),
    Column("sought", String, nullable=False, default=_sought),
    Column("invite_id", String),
    Column("enrolled_at", Number, nullable=False),
    Column("last_seen", Number),
    Column("waiting", Number),
    Column("revoked_at", Number),
    Index("ix_devices_campaign_id", "campaign_id"),
    Index("ix_devices_person", "campaign_id", "person"),
)
"""A device that has joined. Its key names it: no two campaigns share one. `waiting`: how many events it had that no
hub vouched for, as it last said; None: it never did. `person`: see `enrolment.person_of`; `sought`: by what it is
searched and sorted, made from name and e-mail address."""

nonces = Table(
    "nonces",
    metadata,
    Column("nonce", LargeBinary, primary_key=True),
    Column("until", Number, nullable=False, index=True),
)
"""Hashes of key and number of requests seen, for as long as their signature would be good."""

attempts = Table(
    "attempts",
    metadata,
    Column("who", String, primary_key=True),
    Column("window", Number, primary_key=True),
    Column("count", Integer, nullable=False),
)
"""Requests and wrong guesses per source and window of time."""

audit = Table(
    "audit",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    _campaign(),
    Column("at", Number, nullable=False),
    Column("device_id", String, nullable=False),
    Column("operation", String, nullable=False),
    Column("detail", String, nullable=False),
)
"""What organizers and owners did."""

streams = Table(
    "streams",
    metadata,
    _campaign(primary=True),
    Column("stream", String, primary_key=True),
    Column("device_id", String, ForeignKey("devices.id"), nullable=False, index=True),
    Column("highest", Number, nullable=False),
    Column("count", Number, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)
"""What the hub holds of a device's stream; `digest` as in `protocol.receipts`."""

events = Table(
    "events",
    metadata,
    _campaign(primary=True),
    Column("position", Number, primary_key=True),
    Column("id", String, nullable=False),
    Column("stream", String, nullable=False),
    Column("seq", Number, nullable=False),
    Column("type", String, nullable=False),
    Column("at", Number, nullable=False),
    Column("received_at", Number, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    UniqueConstraint("campaign_id", "id"),
    UniqueConstraint("campaign_id", "stream", "seq"),
)
"""What happened, as the devices signed it. The two constraints are what keeps an event from counting twice."""

dead_letters = Table(
    "dead_letters",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    _campaign(),
    Column("device_id", String, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("code", String, nullable=False),
    Column("at", Number, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    UniqueConstraint("campaign_id", "device_id", "hash"),
)
"""What was not taken, with the reason; the same bytes once."""

manifests = Table(
    "manifests",
    metadata,
    _campaign(primary=True),
    Column("version", Number, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("published_at", Number, nullable=False),
    Column("published_by", String, nullable=False),
)
"""Signed manifests; every version is kept."""

blobs = Table(
    "blobs",
    metadata,
    _campaign(primary=True),
    Column("hash", String, primary_key=True),
    Column("size", Number, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("at", Number, nullable=False),
)
"""Parts of content and extracts, by their SHA-256."""

pieces = Table(
    "pieces",
    metadata,
    Column("campaign_id", String, primary_key=True),
    Column("hash", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""A blob's bytes, cut at `protocol.api.PIECE`: in the database, so that every replica has them."""

messages = Table(
    "messages",
    metadata,
    _campaign(primary=True),
    Column("event_id", String, primary_key=True),
    Column("device_id", String, nullable=False),
    Column("position", Number, nullable=False),
    Column("at", Number, nullable=False),
    Column("action_id", String, nullable=False),
    Column("contact_id", String, nullable=False),
    Column("voter_id", String),
    Column("name", String, nullable=False),
    Column("point_hash", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("script_id", String, nullable=False),
    Column("edited", Boolean, nullable=False),
    Column("suggested", Boolean, nullable=False),
    Column("in_district", Boolean),
    Index("ix_messages_conversation", "campaign_id", "action_id", "device_id", "contact_id"),
)
"""A row per message sent."""

reports = Table(
    "reports",
    metadata,
    _campaign(primary=True),
    Column("event_id", String, primary_key=True),
    Column("device_id", String, nullable=False),
    Column("position", Number, nullable=False),
    Column("at", Number, nullable=False),
    Column("action_id", String, nullable=False),
    Column("contact_id", String, nullable=False),
    Column("voter_id", String),
    Column("name", String, nullable=False),
    Column("supersedes", String),
    Column("answers", LargeBinary, nullable=False),
    Column("response_id", String),
    Index("ix_reports_conversation", "campaign_id", "action_id", "device_id", "contact_id"),
)
"""A row per report, first or corrected; JSON `Answers`."""

progress = Table(
    "progress",
    metadata,
    _campaign(primary=True),
    Column("event_id", String, primary_key=True),
    Column("device_id", String, nullable=False),
    Column("position", Number, nullable=False),
    Column("at", Number, nullable=False),
    Column("action_id", String, nullable=False),
    Column("step", String, nullable=False),
    Index("ix_progress_action", "campaign_id", "action_id", "device_id"),
)
"""A row per action seen, started or completed."""

books = Table(
    "books",
    metadata,
    _campaign(primary=True),
    Column("event_id", String, primary_key=True),
    Column("device_id", String, nullable=False),
    Column("position", Number, nullable=False),
    Column("contacts", Number, nullable=False),
    Column("matched", Number, nullable=False),
)
"""A row per count of a laptop's contacts."""

known = Table(
    "known",
    metadata,
    _campaign(primary=True),
    Column("event_id", String, primary_key=True),
    Column("device_id", String, nullable=False),
    Column("position", Number, nullable=False),
    Column("action_id", String, nullable=False),
    Column("known", Number, nullable=False),
    Index("ix_known_action", "campaign_id", "action_id", "device_id"),
)
"""A row per count of a target list's people among a laptop's contacts; the newest holds."""

opt_outs = Table(
    "opt_outs",
    metadata,
    _campaign(primary=True),
    Column("event_id", String, primary_key=True),
    Column("point_hash", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("device_id", String, nullable=False),
    Column("position", Number, nullable=False),
    Index("ix_opt_outs_position", "campaign_id", "position"),
)
"""A row per phone or address that must not be used; `source` as in `protocol.api.OptOutRow`."""

voids = Table(
    "voids",
    metadata,
    _campaign(primary=True),
    Column("event_id", String, primary_key=True),
    Column("voided", String, nullable=False),
    Column("device_id", String, nullable=False),
    Column("position", Number, nullable=False),
    Index("ix_voids_voided", "campaign_id", "voided"),
)
"""A row per fact that undoes another one; it counts if both are of one device."""

projected = Table(
    "projected",
    metadata,
    _campaign(primary=True),
    Column("position", Number, nullable=False),
)
"""Up to which position the projections hold a campaign's events. Emptied with them, they are made anew from there."""

conversations = Table(
    "conversations",
    metadata,
    _campaign(primary=True),
    Column("action_id", String, primary_key=True),
    Column("device_id", String, primary_key=True),
    Column("contact_id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("voter_id", String),
    Column("last_at", Number, nullable=False),
    Column("last_position", Number, nullable=False),
    Column("initial", Integer, nullable=False),
    Column("responses", Integer, nullable=False),
    Column("reported", Boolean, nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("suggested", Boolean, nullable=False),
    Column("in_district", Boolean),
    Column("counted", LargeBinary, nullable=False),
    Column("sought", Bytewise, nullable=False, server_default=""),
    Column("sought_last", Bytewise, nullable=False, server_default=""),
    Column("sought_other", Bytewise, nullable=False, server_default=""),
    Index("ix_conversations_sought", "campaign_id", "action_id", "sought"),
    Index("ix_conversations_sought_last", "campaign_id", "action_id", "sought_last"),
    Index("ix_conversations_sought_other", "campaign_id", "action_id", "sought_other"),
    Index("ix_conversations_last", "campaign_id", "action_id", "last_position"),
    Index("ix_conversations_filtered", "campaign_id", "action_id", "suggested", "in_district", "last_position"),
)
"""A contact of a volunteer in an action: what is in force. `counted`: JSON, what it adds to `figures`.
`sought` and its kin: see `protocol.receivers.Sought`."""

figures = Table(
    "figures",
    metadata,
    _campaign(primary=True),
    Column("action_id", String, primary_key=True),
    Column("device_id", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("value", Number, nullable=False),
    Index("ix_figures_device", "campaign_id", "device_id", "name"),
    Index("ix_figures_name", "campaign_id", "action_id", "name", "device_id"),
)
"""Sums over `conversations` and `progress`: over all devices (`device_id` empty), and by device what is shown by
volunteer (`results.adding`). No index holds the value, so that adding changes a row and nothing else. Names are those
of `protocol.results`, and those that `results` makes."""

phones = Table(
    "phones",
    metadata,
    _campaign(primary=True),
    Column("action_id", String, primary_key=True),
    Column("point_hash", String, primary_key=True),
    Column("value", Number, nullable=False),
)
"""How many conversations of an action have an initial message to this phone or address."""

withdrawals = Table(
    "withdrawals",
    metadata,
    _campaign(primary=True),
    Column("event_id", String, primary_key=True),
    Column("batch_id", String, primary_key=True),
)
"""Events that an organizer took out of the figures, as long as their batch is in force."""

batches = Table(
    "batches",
    metadata,
    Column("id", String, primary_key=True),
    _campaign(),
    Column("device_id", String, nullable=False),
    Column("action_id", String, nullable=False),
    Column("first_at", Number, nullable=False),
    Column("last_at", Number, nullable=False),
    Column("reason", String, nullable=False),
    Column("events", Integer, nullable=False),
    Column("made_at", Number, nullable=False),
    Column("made_by", String, nullable=False),
    Column("undone_at", Number),
)
"""What an organizer took out of the figures at once: a device's events in an action, between two moments of its
clock."""

bursts = Table(
    "bursts",
    metadata,
    _campaign(primary=True),
    Column("device_id", String, primary_key=True),
    Column("action_id", String, primary_key=True),
    Column("first_at", Number, primary_key=True),
    Column("last_at", Number, nullable=False),
    Column("messages", Integer, nullable=False),
)
"""Stretches in which a device says to have sent more messages than a person can."""

notes = Table(
    "notes",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    _campaign(),
    Column("device_id", String, ForeignKey("devices.id"), nullable=False),
    Column("at", Number, nullable=False),
    Column("by", String, nullable=False),
    Column("text", String, nullable=False),
    Column("action_id", String, nullable=False),
    Index("ix_notes_device", "device_id", "id"),
)
"""What organizers asked of volunteers; `by`: the organizer's name."""

holders = Table(
    "holders",
    metadata,
    _campaign(primary=True),
    Column("device_id", String, ForeignKey("devices.id"), primary_key=True),
    Column("extract", String, nullable=False),
    Column("at", Number, nullable=False),
)
"""Which extract a device has in use, by its SHA-256, as it has said itself: one row a device, and nothing of what it
made of it."""

link_codes = Table(
    "link_codes",
    metadata,
    _campaign(primary=True),
    Column("event_id", String, primary_key=True),
    Column("code", String, primary_key=True),
    Index("ix_link_codes_code", "code"),
)
"""The short addresses that went out with a message."""

links = Table(
    "links",
    metadata,
    Column("id", String, primary_key=True),
    _campaign(),
    Column("url", String, nullable=False),
)
"""Where tracked links lead, by the newest content that the campaign signed."""

link_visits = Table(
    "link_visits",
    metadata,
    Column("code", String, primary_key=True),
    Column("person", Boolean, primary_key=True),
    _campaign(),
    Column("count", Number, nullable=False),
    Column("last_at", Number, nullable=False),
)
"""How often a short address was visited: by people (`person`), and by previews and robots, as far as they say so.
Nothing else is kept of who it was."""

published_actions = Table(
    "published_actions",
    metadata,
    _campaign(primary=True),
    Column("action_id", String, primary_key=True),
    Column("since", Number, nullable=False),
)
"""Actions that the campaign has sent to its volunteers, at some time; `since`: when first."""

PROJECTIONS = (
    messages,
    reports,
    progress,
    books,
    known,
    opt_outs,
    voids,
    link_codes,
    conversations,
    figures,
    phones,
    bursts,
    projected,
)
"""Tables that are made from the events alone."""
