"""What an action lacks before it can be published, and what an organizer should look at once more."""

import re
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.merge_fields import BRACES, FIELD, fields_of
from f2f_desktop.campaign.scripts import Script

MANY_QUESTIONS = 8
SAMPLED = 50

LONGEST_URL = 2_000
WEB_ADDRESS = re.compile(r"https://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#][!-~]*)?")
"""RFC 3986 without user and password; hosts in other scripts as punycode."""

STANDARD_FIELDS = (
    "first_name",
    "last_name",
    "full_name",
    "nickname",
    "volunteer_first_name",
    "volunteer_name",
    "campaign",
    "city",
    "county",
    "precinct",
)
"""Merge fields that every contact or volunteer may have."""


class Lack(StrEnum):
    """Something that stands in the way of publishing, or should be looked at."""

    TITLE = "title"
    SCRIPT = "script"
    RESPONSE_LABEL = "response_label"
    RESPONSE_TEXT = "response_text"
    UNKNOWN_TAG = "unknown_tag"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_LIST = "unknown_list"
    UNKNOWN_IMAGE = "unknown_image"
    BAD_LINK = "bad_link"
    BAD_BRACES = "bad_braces"
    UNKNOWN_MERGE_FIELD = "unknown_merge_field"
    NOTHING_TO_REPORT = "nothing_to_report"
    MANY_QUESTIONS = "many_questions"
    NO_DESCRIPTION = "no_description"


HINTS = frozenset({Lack.UNKNOWN_MERGE_FIELD, Lack.NOTHING_TO_REPORT, Lack.MANY_QUESTIONS, Lack.NO_DESCRIPTION})
"""What does not stand in the way."""


class Missing(msgspec.Struct, frozen=True):
    """An entry of the check list. `about` names what it is about: a merge field, a response script."""

    lack: Lack
    about: str = ""

    @property
    def stands_in_the_way(self) -> bool:
        """Whether the action cannot be published before it is mended."""
        return self.lack not in HINTS


def missing(action: Action, content: CampaignContent) -> tuple[Missing, ...]:
    """The check list of an action within a campaign's content; what stands in the way first."""
    found = [*_basics(action, content), *_responses(action, content), *_texts(action, content)]
    asked = len(action.report.tags) + len(action.report.fields)
    if not asked:
        found.append(Missing(Lack.NOTHING_TO_REPORT))
    if asked > MANY_QUESTIONS:
        found.append(Missing(Lack.MANY_QUESTIONS, str(asked)))
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda each: not each.stands_in_the_way))


def merge_fields_for(action: Action, content: CampaignContent) -> tuple[str, ...]:
    """The merge fields that scripts of an action may use: the standard ones, its links', its list's columns."""
    columns: dict[str, None] = {}
    for target_list in content.target_lists:
        if target_list.id == action.target_list:
            variables = [voter.variables for voter in target_list.voters[:SAMPLED]]
            variables += [entry.variables for entry in target_list.entries[:SAMPLED]]
            for each in variables:
                columns |= dict.fromkeys(each)
    return tuple(dict.fromkeys([*STANDARD_FIELDS, *(link.field for link in action.links), *columns]))


def _basics(action: Action, content: CampaignContent) -> Iterable[Missing]:
    if not action.title.strip():
        yield Missing(Lack.TITLE)
    if not action.description.strip():
        yield Missing(Lack.NO_DESCRIPTION)
    if not action.scripts.text.text.strip():
        yield Missing(Lack.SCRIPT)
    if action.image and action.image not in {image.id for image in content.images}:
        yield Missing(Lack.UNKNOWN_IMAGE)
    if action.target_list and action.target_list not in {each.id for each in content.target_lists}:
        yield Missing(Lack.UNKNOWN_LIST)
    for link in action.links:
        if not is_web_address(link.url) or not link.name.strip():
            yield Missing(Lack.BAD_LINK, link.name or link.url)
    for tag in set(action.report.tags) - {each.id for each in content.tags}:
        yield Missing(Lack.UNKNOWN_TAG, tag)
    for field in set(action.report.fields) - {each.id for each in content.fields}:
        yield Missing(Lack.UNKNOWN_FIELD, field)


def _responses(action: Action, content: CampaignContent) -> Iterable[Missing]:
    tags = {each.id for each in content.tags}
    fields = {each.id: each for each in content.fields}
    for response in action.responses:
        if not response.label.strip():
            yield Missing(Lack.RESPONSE_LABEL)
        if not response.text.strip():
            yield Missing(Lack.RESPONSE_TEXT, response.label)
        for tag in set(response.apply_tags) - tags:
            yield Missing(Lack.UNKNOWN_TAG, tag)
        for answer in response.set_fields:
            field = fields.get(answer.field)
            if field is None or (field.choices and answer.value not in field.choices):
                yield Missing(Lack.UNKNOWN_FIELD, f"{answer.field}: {answer.value}")


def _texts(action: Action, content: CampaignContent) -> Iterable[Missing]:
    known = merge_fields_for(action, content)
    for text in texts_of(action):
        yield from faults_of(text, known)


def faults_of(text: str, known: Iterable[str]) -> tuple[Missing, ...]:
    """What is wrong with a text's merge fields, where `known` are those that there are."""
    found = [Missing(Lack.BAD_BRACES, text.strip()[:60])] if BRACES.search(FIELD.sub("", text)) else []
    names = set(known)
    return (*found, *(Missing(Lack.UNKNOWN_MERGE_FIELD, name) for name in fields_of(text) if name not in names))


def texts_of(action: Action) -> list[str]:
    """Every text with merge fields in it."""
    scripts = action.scripts
    own: list[Script] = [each for each in (scripts.text, scripts.call, scripts.email, scripts.social) if each]
    return [
        *(script.text for script in own),
        *(script.subject for script in own),
        *(response.text for response in action.responses),
    ]


def is_web_address(url: str) -> bool:
    """Whether a tracked link may lead there: https, a host, no user, nothing but printable ASCII."""
    return len(url) <= LONGEST_URL and WEB_ADDRESS.fullmatch(url) is not None
