"""When Python looks for garbage: not in the middle of work.

A full collection looks at every object there is and stops every thread while it does: with 5,000 contacts on their
way into the vault that was measured as gaps of 200 to 400 ms in the window's event loop. What is reached by nobody
goes at once by its reference count; only cycles wait for a full collection, and they can wait until the work is done.
"""

import gc

NEVER = 1_000_000
"""Collections of the middle generation between two full ones, while they are put off."""


class FullCollections:
    """Puts full collections off for a while. They are the process's, so whoever came first holds them."""

    def __init__(self) -> None:
        self._usual: tuple[int, int, int] | None = None

    def put_off(self) -> None:
        """No full collection from now on."""
        usual = gc.get_threshold()
        if self._usual is None and usual[2] != NEVER:
            self._usual = usual
            gc.set_threshold(usual[0], usual[1], NEVER)

    def allow(self) -> None:
        """Full collections come again when they are due."""
        if self._usual is not None:
            gc.set_threshold(*self._usual)
            self._usual = None


def keep_for_good() -> None:
    """Takes what the program itself is made of (modules, classes, the window) out of every further collection.

    Called once the first page is on the screen: from then on a collection looks only at what came later.
    """
    gc.freeze()
