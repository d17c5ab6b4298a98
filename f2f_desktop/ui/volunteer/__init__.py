"""The volunteer's screens."""
