"""What a newer version of the campaign's content brings, told quietly over a conversation that goes on undisturbed."""

import msgspec

from f2f_desktop.campaign.action import Action, ActionStatus
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.widgets import Banner


class News(msgspec.Struct, frozen=True):
    """What is new, as seen from one action."""

    closed: bool = False
    """The action is over."""
    changed: bool = False
    """The action has other scripts or questions."""
    new_actions: tuple[str, ...] = ()
    """Titles of actions that were not there before."""

    def __bool__(self) -> bool:
        return self.closed or self.changed or bool(self.new_actions)


def action_in(content: CampaignContent | None, action_id: ActionId | None) -> Action | None:
    """An action of a content, if it is there."""
    actions = content.actions if content is not None else ()
    return next((action for action in actions if action.id == action_id), None)


def news_of(before: CampaignContent, after: CampaignContent, action_id: ActionId) -> News:
    """What `after` brings to somebody who works on an action by `before`."""
    former, present = action_in(before, action_id), action_in(after, action_id)
    open_before = {action.id for action in before.actions if action.status is ActionStatus.PUBLISHED}
    return News(
        closed=present is None or present.status is ActionStatus.CLOSED,
        changed=present != former,
        new_actions=tuple(
            action.title
            for action in after.actions
            if action.status is ActionStatus.PUBLISHED and action.id not in open_before
        ),
    )


class NewsBanner(Banner):
    """Tells news until it is closed."""

    def tell(self, news: News) -> None:
        """Says what is new."""
        self.say(self._words(news), Tone.WARNING if news.closed else Tone.INFO)

    def _words(self, news: News) -> str:
        if news.closed:
            return self.tr(
                "The campaign has closed this action. What you have begun can still be reported; then choose another "
                "action."
            )
        told = []
        if news.new_actions:
            titles = ", ".join(news.new_actions)
            told.append(self.tr("new: {titles}").format(titles=titles))
        if news.changed:
            told.append(self.tr("this action has changed, and shows it once you leave this conversation"))
        return self.tr("The campaign has news: {what}.").format(what="; ".join(told))
