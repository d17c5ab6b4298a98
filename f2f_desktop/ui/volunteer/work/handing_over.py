"""The hand-off of the message that stands there: its codes, its link, the clipboard, the action's image."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.ui.volunteer.work.large_code import LargeCode
from f2f_desktop.ui.volunteer.work.message_card import MessageCard
from f2f_desktop.ui.volunteer.work.opener import Opener, SystemOpener
from f2f_desktop.ui.volunteer.work.working import Working
from f2f_desktop.volunteer.handoff import HandOff


class HandingOver(QObject):
    """Hands a message to the volunteer's own phone or programs; it sends nothing.

    Attributes:
        large_code: the code in large, over the page.
    """

    def __init__(
        self,
        page: QWidget,
        working: Working,
        message: MessageCard,
        say: Callable[[str], object],
        opener: Opener | None = None,
    ) -> None:
        """`say` tells the volunteer what was done."""
        super().__init__(page)
        self._page, self._working, self._message, self._say = page, working, message, say
        self._opener = opener or SystemOpener(self)
        self._hand_off: HandOff | None = None
        self.large_code = LargeCode(page)
        working.codes.handed.connect(self._handed)
        message.copy_pressed.connect(self.copy)
        message.open_pressed.connect(self.open_link)
        message.large_pressed.connect(self.show_large_code)
        message.save_image_pressed.connect(self.save_image)
        if isinstance(self._opener, SystemOpener):
            self._opener.found.connect(self._offer_opener)

    def forget(self) -> None:
        """What was made ready is for nobody any more."""
        self._hand_off = None

    def offer_code(self) -> None:
        """Has a code and a link made of the message as it stands."""
        message = self._message.message()
        if message is not None:
            self._working.codes.ask(self._working.conversation, self._message.point(), message, pause=0)

    def open_link(self) -> None:
        """Opens the message in a program of this computer; the text is on the clipboard in any case."""
        if self._hand_off is None or not self._hand_off.link:
            return
        QGuiApplication.clipboard().setText(self._hand_off.text)
        if self._opener.open(self._hand_off.link):
            self._say(self.tr("Opened; the text is on the clipboard too. Press Sent (S) when it is out."))
        else:
            self._say(self.tr("Nothing opened. The text is on the clipboard: paste it where you write."))

    def copy(self) -> None:
        """Copies the text, or the number that is to be called."""
        point, message = self._message.point(), self._message.message()
        if message is None:
            return
        calling = self._working.channel is Channel.CALL
        QGuiApplication.clipboard().setText(point.value if calling and point else message.text.strip())
        self._say(self.tr("Number copied.") if calling else self.tr("Text copied."))

    def show_large_code(self) -> None:
        """Shows the code in large, if there is one to be scanned."""
        text = self._message.code.text()
        conversation = self._working.conversation
        if text and conversation is not None and self._message.code.isEnabled():
            self.large_code.show_code(text, conversation.name)

    def save_image(self) -> None:
        """Saves the action's image where the volunteer says."""
        image = self._working.image()
        if image is None:
            return
        path, _ = QFileDialog.getSaveFileName(self._page, self.tr("Save image"), image.name)
        if path:
            self._working.save_file(path, image.data, self.tr("Image saved"))

    def _handed(self, hand_off: HandOff | None) -> None:
        self._hand_off = hand_off
        codes = (hand_off.code, hand_off.other_code) if hand_off else ()
        channel = self._working.channel
        shown_codes = tuple(filter(None, codes)) if channel in (Channel.TEXT, Channel.CALL) else ()
        self._message.code.show_codes(shown_codes, channel)
        self._offer_opener()

    def _offer_opener(self) -> None:
        link = self._hand_off.link if self._hand_off else ""
        scheme = link.partition(":")[0]
        words = {
            Channel.TEXT: self.tr("Open in Messages"),
            Channel.CALL: self.tr("Call from this computer"),
            Channel.EMAIL: self.tr("Open in Mail"),
            Channel.SOCIAL: self.tr("Open profile"),
        }[self._working.channel]
        self._message.show_opener(words if link and self._opener.handles(scheme) else "")
