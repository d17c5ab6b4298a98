"""Bad lines: an extract as it lies at the other end, fetched with cuts, noise and surprises."""

from random import Random

from f2f_desktop.voterfile.receiving import Piece


class Line:
    """Gives bytes of `source`; see the attributes for what goes wrong.

    Attributes: `given`: bytes given so far; `asked`: requests so far.
    """

    def __init__(
        self,
        source: bytes,
        *,
        cut_every: int = 0,
        at_most: int = 1 << 30,
        flip: float = 0.0,
        later: tuple[int, bytes] | None = None,
        seed: int = 1,
    ) -> None:
        """`cut_every`: it breaks after so many bytes, in the middle of an answer; `at_most`: of one answer;
        `flip`: share of answers with one wrong bit; `later`: after so many bytes another file lies there."""
        self.source = source
        self.given = self.asked = 0
        self._left = self._cut_every = cut_every
        self._at_most, self._flip, self._later = at_most, flip, later
        self._random = Random(seed)

    def __call__(self, start: int, end: int) -> bytes:
        self.asked += 1
        if self._later is not None and self.given >= self._later[0]:
            self.source, self._later = self._later[1], None
        content = self.source[start : min(end, start + self._at_most)]
        if self._cut_every:
            if len(content) > self._left:
                self._left = self._cut_every
                raise ConnectionError("the line is down")
            self._left -= len(content)
        self.given += len(content)
        if content and self._random.random() < self._flip:
            changed = bytearray(content)
            changed[self._random.randrange(len(changed))] ^= 1 << self._random.randrange(8)
            return bytes(changed)
        return content


class Kept:
    """A store in memory."""

    def __init__(self) -> None:
        self.pieces: dict[tuple[int, int], bytes] = {}

    def get(self, piece: Piece) -> bytes:
        return self.pieces.get((piece.start, piece.length), b"")

    def put(self, piece: Piece, content: bytes) -> None:
        self.pieces[piece.start, piece.length] = content
