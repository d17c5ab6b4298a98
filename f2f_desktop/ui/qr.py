"""QR codes: a ready string becomes a square of modules, and that a picture a camera reads.

Text is encoded as UTF-8 with an ECI header: without it some readers take accents for Latin-1. Always black on
white, whole pixels per module, and the quiet zone that ISO/IEC 18004 asks for.
"""

from dataclasses import dataclass
from functools import lru_cache

import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from f2f_desktop.errors import KnownError

QUIET_ZONE = 4
"""Modules of white on each side (ISO/IEC 18004, 6.3.8)."""

LARGEST_VERSION = 25
"""117 modules a side: what a phone's camera still reads from a laptop's screen."""

SMALLEST_MODULE = 4
"""Pixels per module below which cameras begin to fail."""


class QrTooLong(KnownError):
    """The text is longer than a QR code that can still be scanned from a screen."""


@dataclass(frozen=True)
class QrMatrix:
    """The modules of a code, row by row, without the quiet zone: 1 is black."""

    rows: tuple[bytes, ...]

    @property
    def side(self) -> int:
        """Modules per side, quiet zone not counted."""
        return len(self.rows)

    @property
    def side_with_quiet_zone(self) -> int:
        """Modules per side of the whole picture."""
        return self.side + 2 * QUIET_ZONE


@lru_cache(maxsize=32)
def encode(text: str) -> QrMatrix:
    """The code of `text`, as small as it gets, with the best error correction that its size allows.

    Raises QrTooLong if it needs more than `LARGEST_VERSION`.
    """
    ascii_only = text.isascii()
    try:
        code = segno.make_qr(
            text,
            error="l",
            boost_error=True,
            encoding=None if ascii_only else "utf-8",
            eci=not ascii_only,
        )
    except segno.DataOverflowError:
        code = None
    if code is None or int(code.version) > LARGEST_VERSION:
        raise QrTooLong("The message is too long for a QR code.", "Make it shorter, or copy it instead.")
    return QrMatrix(tuple(bytes(row) for row in code.matrix))


def to_image(matrix: QrMatrix, size: int) -> QImage:
    """The largest picture of `matrix` with whole pixels per module that fits into `size` device pixels a side.

    It is never smaller than `SMALLEST_MODULE` pixels per module, even where that is larger than `size`.
    """
    module = max(SMALLEST_MODULE, size // matrix.side_with_quiet_zone)
    side = module * matrix.side_with_quiet_zone
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for row, modules in enumerate(matrix.rows):
        for column, black in enumerate(modules):
            if black:
                painter.fillRect(
                    (column + QUIET_ZONE) * module,
                    (row + QUIET_ZONE) * module,
                    module,
                    module,
                    Qt.GlobalColor.black,
                )
    painter.end()
    return image
