"""Publishing or withdrawing an extract: what is published goes out anew, with other extracts beside it."""

from collections.abc import Sequence

from f2f_desktop.organizer.authoring import Authoring, Ready
from f2f_desktop.organizer.voter_files import CutExtract
from f2f_desktop.ui.organizer.publishing import Publishing

EXTRACTS = frozenset({"extracts"})


class Offering(Publishing):
    """Offers extracts. Whatever is drafted and not published stays so."""

    changes = EXTRACTS
    _new: tuple[tuple[str, bytes], ...] = ()
    _withdrawn: tuple[str, ...] = ()

    def offer(self, extract: CutExtract) -> None:
        """Publishes an extract under its label."""
        if not self.busy:
            self._new, self._withdrawn = ((extract.label, extract.data),), ()
            self.publish()

    def withdraw(self, hash_: str) -> None:
        """Takes an extract back: it is offered no longer, and laptops that have it are told."""
        if not self.busy:
            self._new, self._withdrawn = (), (hash_,)
            self.publish()

    def _content(self, authoring: Authoring) -> Ready:
        return authoring.again()

    def _extracts(self) -> tuple[Sequence[tuple[str, bytes]], Sequence[str]]:
        return self._new, self._withdrawn
