"""Ids of events: UUID version 7 (RFC 9562, section 5.7), made when the fact is written."""

import os
from uuid import UUID

from f2f_desktop.campaign.ids import Milliseconds


def new_event_id(at: Milliseconds) -> str:
    """A fresh id that begins with the time `at`; 74 bits of it are random."""
    random = int.from_bytes(os.urandom(10), "big")
    number = (int(at) & (1 << 48) - 1) << 80
    number |= 0x7 << 76
    number |= (random >> 68 & 0xFFF) << 64
    number |= 0b10 << 62
    number |= random & (1 << 62) - 1
    return str(UUID(int=number))
