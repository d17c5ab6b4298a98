"""Initial scripts: the text message first; the other channels inherit it until they are given their own."""

import secrets

import msgspec
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ScriptId
from f2f_desktop.campaign.scripts import Script
from f2f_desktop.ui.organizer.editor.editing import Editing
from f2f_desktop.ui.organizer.editor.script_field import ScriptField
from f2f_desktop.ui.organizer.editor.section import Section
from f2f_desktop.ui.organizer.wording import Wording
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Label, TextStyle


class _OwnScript(QWidget):
    """A channel that inherits the text message, or has its own script."""

    def __init__(self, channel: Channel, editing: Editing, switch: str, name: str) -> None:
        super().__init__()
        self.channel, self._editing = channel, editing
        script = editing.action.scripts.own(channel)
        self.own = QCheckBox(switch)
        self.own.setChecked(script is not None)
        self.field = ScriptField(name, script.text if script else "", editing, counts_messages=False)
        self.subject = QLineEdit(script.subject if script else "")
        self.subject.setPlaceholderText(self.tr("Subject (empty: the action's title)"))
        self.subject.setAccessibleName(self.tr("Subject of the e-mail"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.3))
        column.addWidget(self.own)
        column.addWidget(self.subject)
        column.addWidget(self.field)
        self._show()
        self.own.toggled.connect(self._switch)
        self.field.edited.connect(lambda text: self._change(text=text))
        self.subject.textEdited.connect(lambda text: self._change(subject=text))

    def _show(self) -> None:
        own = self.own.isChecked()
        self.field.setVisible(own)
        self.subject.setVisible(own and self.channel is Channel.EMAIL)

    def _switch(self, own: bool) -> None:
        scripts = self._editing.action.scripts
        script = None
        if own:
            # What was typed before is still there; else the text message is the beginning.
            text = self.field.editor.text() or scripts.text.text
            self.field.editor.set_text(text)
            script = Script(ScriptId(secrets.token_hex(6)), text, self.subject.text())
        self._put(script)
        self.field.check()
        self._show()

    def _change(self, **values: str) -> None:
        script = self._editing.action.scripts.own(self.channel)
        if script is not None:
            self._put(msgspec.structs.replace(script, **values))

    def _put(self, script: Script | None) -> None:
        scripts = msgspec.structs.replace(self._editing.action.scripts, **{str(self.channel): script})
        self._editing.change(scripts=scripts)


class ScriptsSection(Section):
    """The first message on every channel, and whether the image goes along."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(
            "scripts",
            self.tr("Initial scripts"),
            self.tr("What volunteers say first. They can put it into their own words before they send it."),
            editing,
            parent,
        )
        self._wording = Wording(self)
        self.text = ScriptField(
            self.tr("Text message"), editing.action.scripts.text.text, editing, counts_messages=True
        )
        self.text.edited.connect(self._text_edited)
        self.column.addWidget(self.text)
        self.others = {
            Channel.CALL: _OwnScript(
                Channel.CALL,
                editing,
                self.tr("Phone calls have their own words"),
                self.tr("What to say on the phone"),
            ),
            Channel.EMAIL: _OwnScript(
                Channel.EMAIL, editing, self.tr("E-mails have their own words"), self.tr("E-mail")
            ),
            Channel.SOCIAL: _OwnScript(
                Channel.SOCIAL,
                editing,
                self.tr("Social media have their own words"),
                self.tr("Message on social media"),
            ),
        }
        for own in self.others.values():
            self.column.addWidget(own)
        self.column.addWidget(Label(self.tr("Image"), TextStyle.HEADING))
        self._no_image = Label(self.tr("The action has no image; it can be put in under Basics."), muted=True)
        self.column.addWidget(self._no_image)
        self.image_everywhere = QCheckBox(self.tr("Attach the image to all initial messages"))
        self.image_on = {channel: QCheckBox(self._wording.channel(channel)) for channel in Channel}
        self.column.addWidget(self.image_everywhere)
        for channel, box in self.image_on.items():
            row = QVBoxLayout()
            row.setContentsMargins(em(self.font(), 1.6), 0, 0, 0)
            row.addWidget(box)
            self.column.addLayout(row)
            box.clicked.connect(lambda on, channel=channel: self.set_image({channel: on}))
        self.image_everywhere.clicked.connect(self._set_all_images)
        editing.changed.connect(self._show_images)
        self._show_images()

    def _set_all_images(self, on: bool) -> None:
        self.set_image(dict.fromkeys(Channel, on))

    def set_image(self, wanted: dict[Channel, bool]) -> None:
        """Lets the image go along on these channels, or stay away."""
        scripts = self.editing.action.scripts
        without = {channel for channel in Channel if not scripts.for_channel(channel).with_image}
        without = (without | {each for each, on in wanted.items() if not on}) - {
            each for each, on in wanted.items() if on
        }
        own = {str(channel): scripts.own(channel) for channel in Channel}
        every = {name: msgspec.structs.replace(each, with_image=True) for name, each in own.items() if each}
        self.editing.change(
            scripts=msgspec.structs.replace(
                scripts, **every, without_image=tuple(each for each in Channel if each in without)
            )
        )

    def _text_edited(self, text: str) -> None:
        scripts = self.editing.action.scripts
        self.editing.change(
            scripts=msgspec.structs.replace(scripts, text=msgspec.structs.replace(scripts.text, text=text))
        )

    def _show_images(self) -> None:
        there = self.editing.action.image is not None
        scripts = self.editing.action.scripts
        on = {channel: scripts.for_channel(channel).with_image for channel in Channel}
        self._no_image.setVisible(not there)
        self.image_everywhere.setVisible(there)
        self.image_everywhere.setChecked(all(on.values()))
        for channel, box in self.image_on.items():
            box.setVisible(there)
            box.setChecked(on[channel])
