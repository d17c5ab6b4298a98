"""Authoring: actions, lists, tags, fields and settings, drafted offline over what is published.

Every change is kept at once. What is published stays as it is until it is published anew; the draft is what an
organizer sees, edits and previews.
"""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from f2f_desktop.campaign.action import Action, ActionStatus
from f2f_desktop.campaign.checklist import Missing, missing
from f2f_desktop.campaign.content import CampaignContent, Image
from f2f_desktop.campaign.ids import (
    ActionId,
    CampaignId,
    FieldId,
    MediaId,
    ScriptId,
    TagId,
    TargetListId,
)
from f2f_desktop.campaign.questions import CustomField, Tag
from f2f_desktop.campaign.scripts import InitialScripts, Script
from f2f_desktop.campaign.settings import CampaignSettings
from f2f_desktop.campaign.targets import TargetList
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import BadKey, SigningKey
from f2f_desktop.vault import authoring as written
from f2f_desktop.vault import hubs, properties
from f2f_desktop.vault.authoring import Kind, Piece
from f2f_desktop.vault.content import campaign_key, stored_content
from f2f_desktop.vault.vault import Vault

CAMPAIGN_KEY = "campaign_signing_key"
LARGEST_IMAGE = 1024 * 1024
SETTINGS_ID = "settings"

Thing = TypeVar("Thing")


class NoCampaignYet(KnownError):
    """This laptop belongs to no campaign."""

    def __init__(self) -> None:
        super().__init__("There is no campaign on this computer yet.", "Join it by your invite first.")


class ActionGone(KnownError):
    """The action was taken away, by another organizer perhaps."""

    def __init__(self) -> None:
        super().__init__("This action is not there any more.", "Reload the list.")


class NotReady(KnownError):
    """Something stands in the way of publishing. `lacks` by the action's title."""

    def __init__(self, lacks: dict[str, tuple[Missing, ...]]) -> None:
        names = ", ".join(title or "untitled" for title in lacks)
        super().__init__(f"Not everything is ready: {names}.", "Look at the check list.")
        self.lacks = lacks


class SigningKeyMissing(KnownError):
    """The campaign's signing key is not on this computer."""

    def __init__(self) -> None:
        super().__init__(
            "The campaign's signing key is not on this computer.",
            "Open campaign.key, which the hub's set-up made.",
        )


class SigningKeyWrong(KnownError):
    """The key in the file is another campaign's."""

    def __init__(self) -> None:
        super().__init__("This key is not your campaign's.", "Open the campaign.key of this campaign.")


class SigningKeyUnreadable(KnownError):
    """The file holds no key, or cannot be read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is not a campaign's signing key, or cannot be read.",
            "Open campaign.key, which the hub's set-up made.",
        )


class ImageUnusable(KnownError):
    """The picture cannot be taken."""

    def __init__(self) -> None:
        super().__init__("This picture cannot be used.", "Choose a PNG or JPEG of at most 1 MB.")


@dataclass(frozen=True)
class ActionRow:
    """An action in the organizer's list."""

    action: Action
    published: bool
    """Whether volunteers have it, or had it before it was closed."""
    changed: bool
    """Whether there is something in it that is not published."""


class Ready(msgspec.Struct, frozen=True):
    """A content that can be published, and the pieces that it holds."""

    content: CampaignContent
    pieces: list[Piece]


class Authoring:
    """What an organizer writes in an open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def draft(self) -> CampaignContent:
        """The campaign as the organizer sees it: what is published with every change over it.

        Raises `NoCampaignYet`.
        """
        with self._vault.transaction() as connection:
            return _laid_over(_published(connection), written.pieces(connection))

    def published(self) -> CampaignContent:
        """The campaign as volunteers have it. Raises `NoCampaignYet`."""
        with self._vault.transaction() as connection:
            return _published(connection)

    def actions(self) -> list[ActionRow]:
        """Every action, the newest first within its folder."""
        with self._vault.transaction() as connection:
            published = _published(connection)
            pieces = written.pieces(connection)
        out = {action.id for action in published.actions}
        changed = {piece.id for piece in pieces if piece.kind is Kind.ACTION}
        draft = _laid_over(published, pieces)
        return [ActionRow(action, action.id in out, action.id in changed) for action in reversed(draft.actions)]

    def action(self, action_id: ActionId) -> Action:
        """One action as it is drafted. Raises `ActionGone`."""
        for action in self.draft().actions:
            if action.id == action_id:
                return action
        raise ActionGone

    def new_action(self, folder: str = "") -> Action:
        """A new, empty draft."""
        action = Action(
            ActionId(secrets.token_hex(8)),
            0,
            "",
            "",
            InitialScripts(Script(ScriptId(secrets.token_hex(6)), "")),
            folder=folder,
            status=ActionStatus.DRAFT,
        )
        return self.save(action)

    def save(self, action: Action) -> Action:
        """Keeps an action as it is drafted."""
        self._write(Kind.ACTION, action.id, action)
        return action

    def copy(self, action_id: ActionId, title: str) -> Action:
        """A new draft with everything that the action has, under another title."""
        action = self.action(action_id)
        return self.save(
            msgspec.structs.replace(
                action, id=ActionId(secrets.token_hex(8)), version=0, title=title, status=ActionStatus.DRAFT
            )
        )

    def move(self, action_id: ActionId, folder: str) -> None:
        """Puts an action into a folder."""
        self.save(msgspec.structs.replace(self.action(action_id), folder=folder.strip("/")))

    def set_status(self, action_id: ActionId, status: ActionStatus) -> None:
        """Closes or reopens an action, with the next publication."""
        self.save(msgspec.structs.replace(self.action(action_id), status=status))

    def delete_draft(self, action_id: ActionId) -> Action:
        """Throws away what is not published of an action; gives it, for undoing by `save`."""
        action = self.action(action_id)
        with self._vault.transaction() as connection:
            written.forget(connection, Kind.ACTION, action_id)
        return action

    def missing(self, action: Action) -> tuple[Missing, ...]:
        """What the action lacks, within the campaign as it is drafted."""
        return missing(action, self.draft())

    def save_tag(self, tag: Tag) -> None:
        """Keeps a tag."""
        self._write(Kind.TAG, tag.id, tag)

    def new_tag(self, name: str) -> Tag:
        """A new tag, last in order."""
        order = max((each.order for each in self.draft().tags), default=0) + 1
        tag = Tag(TagId(secrets.token_hex(4)), name, order)
        self.save_tag(tag)
        return tag

    def save_tags(self, tags: Iterable[Tag]) -> None:
        """Keeps tags in this order."""
        for order, tag in enumerate(tags, 1):
            self.save_tag(msgspec.structs.replace(tag, order=order))

    def save_fields(self, fields: Iterable[CustomField]) -> None:
        """Keeps custom fields in this order."""
        for order, field in enumerate(fields, 1):
            self.save_field(msgspec.structs.replace(field, order=order))

    def save_field(self, field: CustomField) -> None:
        """Keeps a custom field."""
        self._write(Kind.FIELD, field.id, field)

    def new_field(self, name: str, choices: tuple[str, ...] = ()) -> CustomField:
        """A new custom field, last in order."""
        order = max((each.order for each in self.draft().fields), default=0) + 1
        field = CustomField(FieldId(secrets.token_hex(4)), name, choices, order)
        self.save_field(field)
        return field

    def save_list(self, target_list: TargetList) -> None:
        """Keeps a target list."""
        self._write(Kind.TARGET_LIST, target_list.id, target_list)

    def new_list_id(self) -> TargetListId:
        """A fresh id for a list."""
        return TargetListId(secrets.token_hex(8))

    def add_image(self, name: str, data: bytes, alternative_text: str = "") -> Image:
        """Keeps a picture. Raises `ImageUnusable`."""
        if not data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")) or len(data) > LARGEST_IMAGE:
            raise ImageUnusable
        image = Image(MediaId(secrets.token_hex(8)), name, data, alternative_text)
        self._write(Kind.IMAGE, image.id, image)
        return image

    def add_image_file(self, path: Path) -> Image:
        """Keeps the picture in a file. Raises `ImageUnusable`."""
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST_IMAGE + 1)
        except OSError as error:
            raise ImageUnusable from error
        return self.add_image(path.name, data)

    def save_image(self, image: Image) -> None:
        """Keeps a picture as it is described now."""
        self._write(Kind.IMAGE, image.id, image)

    def save_settings(self, settings: CampaignSettings) -> None:
        """Keeps the campaign's settings."""
        self._write(Kind.SETTINGS, SETTINGS_ID, settings)

    def remove(self, kind: Kind, id_: str) -> None:
        """Takes a tag, field, list or picture away, with the next publication."""
        with self._vault.transaction() as connection:
            written.write(connection, kind, id_, None)

    def remove_tag(self, tag: TagId) -> None:
        """Takes a tag away, with the next publication; `save_tag` undoes it."""
        self.remove(Kind.TAG, tag)

    def remove_field(self, field: FieldId) -> None:
        """Takes a custom field away, with the next publication; `save_field` undoes it."""
        self.remove(Kind.FIELD, field)

    def remove_list(self, target_list: TargetListId) -> None:
        """Takes a list away, with the next publication; `save_list` undoes it."""
        self.remove(Kind.TARGET_LIST, target_list)

    def revert(self, kind: Kind, id_: str) -> None:
        """Goes back to what is published."""
        with self._vault.transaction() as connection:
            written.forget(connection, kind, id_)

    def unpublished(self) -> int:
        """How many pieces are not published, drafts apart; a picture counts with its action."""
        with self._vault.transaction() as connection:
            goes = _going(_published(connection), written.pieces(connection), set())
        return sum(piece.kind is not Kind.IMAGE for piece in goes)

    def ready(self, publish: Iterable[ActionId] = ()) -> Ready:
        """The content of the next version; `publish`: drafts that become published with it.

        Raises `NotReady` with what stands in the way.
        """
        chosen = set(publish)
        with self._vault.transaction() as connection:
            published = _published(connection)
            pieces = written.pieces(connection)
        goes = _going(published, pieces, chosen)
        draft = _laid_over(published, goes)
        shown = _images_in(_laid_over(published, pieces))
        before = {action.id: action for action in published.actions}
        actions = tuple(_next_version(action, before.get(action.id)) for action in draft.actions)
        content_ = _keyed(
            msgspec.structs.replace(
                draft,
                version=published.version + 1,
                actions=actions,
                images=tuple(image for image in draft.images if image.id in shown),
            )
        )
        touched = {piece.id for piece in goes if piece.kind is Kind.ACTION}
        lacks = {
            action.title: tuple(each for each in missing(action, content_) if each.stands_in_the_way)
            for action in actions
            if action.id in touched and action.status is ActionStatus.PUBLISHED
        }
        lacks = {title: found for title, found in lacks.items() if found}
        if lacks:
            raise NotReady(lacks)
        return Ready(content_, goes)

    def again(self) -> Ready:
        """What is published, as its next version: for what goes beside it. No draft goes along."""
        with self._vault.transaction() as connection:
            content = _published(connection)
        return Ready(_keyed(msgspec.structs.replace(content, version=content.version + 1)), [])

    def note_published(self, ready: Ready) -> None:
        """Forgets the drafts of what is published now."""
        with self._vault.transaction() as connection:
            written.forget_published(connection, ready.pieces)

    def keep_key(self, key: SigningKey) -> None:
        """Keeps the campaign's signing key in this vault. Raises `SigningKeyWrong`."""
        with self._vault.transaction() as connection:
            joined = hubs.main_hub(connection)
            known = joined.campaign_key if joined else campaign_key(connection)
            if known is not None and key.public.to_bytes() != known:
                raise SigningKeyWrong
            properties.set_bytes(connection, CAMPAIGN_KEY, key.to_bytes())

    def keep_key_file(self, path: Path) -> None:
        """Keeps the signing key in a file of 32 bytes. Raises `SigningKeyUnreadable`, `SigningKeyWrong`."""
        try:
            key = SigningKey.from_bytes(path.read_bytes())
        except (OSError, BadKey) as error:
            raise SigningKeyUnreadable(path.name) from error
        self.keep_key(key)

    def has_key(self) -> bool:
        """Whether the campaign's signing key is on this computer."""
        with self._vault.transaction() as connection:
            return properties.get_bytes(connection, CAMPAIGN_KEY) is not None

    def signing_key(self) -> SigningKey:
        """The campaign's signing key. Raises `SigningKeyMissing`."""
        with self._vault.transaction() as connection:
            raw = properties.get_bytes(connection, CAMPAIGN_KEY)
        if raw is None:
            raise SigningKeyMissing
        try:
            return SigningKey.from_bytes(raw)
        except BadKey as error:
            raise SigningKeyMissing from error

    def _write(self, kind: Kind, id_: str, thing: msgspec.Struct) -> None:
        with self._vault.transaction() as connection:
            written.write(connection, kind, id_, msgspec.json.encode(thing))


def _keyed(content: CampaignContent) -> CampaignContent:
    """The content with a key for hashes of phones, made before the first publication."""
    if content.settings.phone_hash_key:
        return content
    settings = msgspec.structs.replace(content.settings, phone_hash_key=secrets.token_bytes(32))
    return msgspec.structs.replace(content, settings=settings)


def _published(connection: Any) -> CampaignContent:
    found = stored_content(connection)
    if found is not None:
        return found
    hub = hubs.main_hub(connection)
    if hub is None:
        raise NoCampaignYet
    return CampaignContent(CampaignId(hub.campaign), hub.campaign_name, 0)


def _is_draft(piece: Piece) -> bool:
    if piece.kind is not Kind.ACTION or piece.content is None:
        return False
    return msgspec.json.decode(piece.content, type=Action).status is ActionStatus.DRAFT


def _going(published: CampaignContent, pieces: list[Piece], chosen: set[ActionId]) -> list[Piece]:
    """The pieces that the next version takes up: no drafts but the chosen ones, nor pictures that only drafts show."""
    goes = [piece for piece in pieces if not _is_draft(piece) or piece.id in chosen]
    only_drafted = _images_in(_laid_over(published, pieces)) - _images_in(_laid_over(published, goes))
    return [piece for piece in goes if piece.kind is not Kind.IMAGE or piece.id not in only_drafted]


def _images_in(content: CampaignContent) -> set[str]:
    """The pictures that actions show."""
    return {action.image for action in content.actions if action.image}


def _next_version(action: Action, before: Action | None) -> Action:
    """An action as it is published: a new version where anything in it has changed."""
    status = ActionStatus.PUBLISHED if action.status is ActionStatus.DRAFT else action.status
    former = before.version if before else 0
    candidate = msgspec.structs.replace(action, status=status, version=former)
    return candidate if candidate == before else msgspec.structs.replace(candidate, version=former + 1)


def _laid_over(base: CampaignContent, pieces: Iterable[Piece]) -> CampaignContent:
    """The content with every piece in its place; new ones at the end."""
    actions = {each.id: each for each in base.actions}
    lists = {each.id: each for each in base.target_lists}
    tags = {each.id: each for each in base.tags}
    fields = {each.id: each for each in base.fields}
    images = {each.id: each for each in base.images}
    settings = base.settings
    shelves: dict[Kind, tuple[dict[Any, Any], type]] = {
        Kind.ACTION: (actions, Action),
        Kind.TARGET_LIST: (lists, TargetList),
        Kind.TAG: (tags, Tag),
        Kind.FIELD: (fields, CustomField),
        Kind.IMAGE: (images, Image),
    }
    for piece in pieces:
        if piece.kind is Kind.SETTINGS:
            if piece.content is not None:
                settings = msgspec.json.decode(piece.content, type=CampaignSettings)
                # The key that hashes are made with was drawn once. Settings that were drafted before must not let
                # another be drawn: nobody's opt-out would be known any more.
                settings = msgspec.structs.replace(
                    settings, phone_hash_key=base.settings.phone_hash_key or settings.phone_hash_key
                )
            continue
        shelf, kind = shelves[piece.kind]
        if piece.content is None:
            shelf.pop(piece.id, None)
        else:
            shelf[piece.id] = msgspec.json.decode(piece.content, type=kind)
    return msgspec.structs.replace(
        base,
        settings=settings,
        actions=tuple(actions.values()),
        target_lists=tuple(lists.values()),
        tags=_in_order(tags.values(), lambda tag: (tag.order, tag.name)),
        fields=_in_order(fields.values(), lambda field: (field.order, field.name)),
        images=tuple(images.values()),
    )


def _in_order(things: Iterable[Thing], key: Callable[[Thing], tuple[int, str]]) -> tuple[Thing, ...]:
    return tuple(sorted(things, key=key))
