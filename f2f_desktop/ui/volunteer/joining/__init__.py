"""Joining a campaign over its hub, on the first run and later."""
