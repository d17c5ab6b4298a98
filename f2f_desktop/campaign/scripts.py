"""Scripts: what the campaign suggests to say first, and what to answer."""

import msgspec

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import FieldId, ScriptId, TagId


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """The first message on one channel. `text` holds merge fields such as `{{first_name}}`."""

    id: ScriptId
    text: str
    subject: str = ""
    """The subject line of an e-mail; empty on other channels."""
    with_image: bool = True
    """Whether the action's image goes along on this channel."""


class InitialScripts(msgspec.Struct, frozen=True):
    """The first message per channel. A channel without its own script inherits the text script."""

    text: Script
    call: Script | None = None
    email: Script | None = None
    social: Script | None = None
    without_image: tuple[Channel, ...] = ()
    """Channels on which the action's image stays away, whatever their script says."""

    def own(self, channel: Channel) -> Script | None:
        """The script that was written for `channel`; None where it inherits the text script."""
        own = {Channel.CALL: self.call, Channel.EMAIL: self.email, Channel.SOCIAL: self.social}
        return own.get(channel, self.text)

    def for_channel(self, channel: Channel) -> Script:
        """The script that the volunteer reads on `channel`: its own, or else the text script."""
        script = self.own(channel) or self.text
        if channel in self.without_image and script.with_image:
            return msgspec.structs.replace(script, with_image=False)
        return script


class FieldAnswer(msgspec.Struct, frozen=True):
    """A custom field and the value that it takes."""

    field: FieldId
    value: str


class ResponseScript(msgspec.Struct, frozen=True):
    """An answer that the volunteer may send after the friend has replied.

    `apply_tags` and `set_fields` are put into the report by themselves when the answer is sent.
    """

    id: ScriptId
    label: str
    """What the friend said, as shown on the button: "Said yes"."""
    text: str
    channels: tuple[Channel, ...] = tuple(Channel)
    apply_tags: tuple[TagId, ...] = ()
    set_fields: tuple[FieldAnswer, ...] = ()
