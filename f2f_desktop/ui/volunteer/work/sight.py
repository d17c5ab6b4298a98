"""What a key of the conversation waits for: that the conversation is in sight, and that it has been read."""

from collections.abc import Callable

from f2f_desktop.ui.volunteer.work.turns import Turns
from f2f_desktop.ui.volunteer.work.working import Working

Act = Callable[[], object]


class Sight:
    """Lets keys act on the conversation only where it is in sight: a narrow window may show the list alone."""

    def __init__(self, sides: Turns, working: Working, show: Act) -> None:
        """`show` goes to the conversation of the current contact, if there is one."""
        self._sides, self._working, self._show = sides, working, show
        self._waiting: Act | None = None

    def has_read(self) -> None:
        """The conversation has come: what waited for it is done."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def forget(self) -> None:
        """Another contact is current: what waited was meant for the one before."""
        self._waiting = None

    def once_read(self, act: Act) -> None:
        """Goes into a field, as soon as the conversation is there: a quick hand is not to type into the list."""
        if self._working.contact_id is None:
            return
        self._sides.show_conversation()
        if self._working.conversation is None:
            self._waiting = act
        else:
            act()

    def in_sight(self, act: Act) -> None:
        """Does what shows something of the conversation; where only the list is in sight, goes there first."""
        if self._sides.conversation_in_sight:
            act()
        else:
            self.once_read(act)

    def once_seen(self, act: Act) -> None:
        """Does what is recorded or leaves the house; where only the list is in sight, goes to the conversation instead.

        Nobody is to send or report what they have not looked at: the same key, pressed again, does it.
        """
        if self._sides.conversation_in_sight:
            act()
        else:
            self._show()
