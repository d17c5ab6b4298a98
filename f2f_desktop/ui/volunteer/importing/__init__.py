"""Contacts and extracts in: what the window shows while files become people."""
