"""The hub's clock."""

import time

from f2f_desktop.campaign.ids import Milliseconds


def now() -> Milliseconds:
    """Milliseconds since 1970."""
    return Milliseconds(time.time_ns() // 1_000_000)
