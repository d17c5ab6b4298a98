"""F2F Desktop: friend-to-friend campaigning that works offline."""

__version__ = "0.1.0"
