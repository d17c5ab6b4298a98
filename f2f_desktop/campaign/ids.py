"""Ids and units are types, so that one is never taken for another."""

from typing import NewType

CampaignId = NewType("CampaignId", str)
ActionId = NewType("ActionId", str)
ScriptId = NewType("ScriptId", str)
TagId = NewType("TagId", str)
FieldId = NewType("FieldId", str)
MediaId = NewType("MediaId", str)
TargetListId = NewType("TargetListId", str)
LinkId = NewType("LinkId", str)

VoterId = NewType("VoterId", str)
"""A voter's id as the voter file gives it (NC: `ncid`)."""

ContactId = NewType("ContactId", str)
"""A random id of a contact, made on this laptop. It says nothing about the person."""

Milliseconds = NewType("Milliseconds", int)
"""Since 1970-01-01 UTC, by the laptop's clock: shown, never sorted by on the hub."""
