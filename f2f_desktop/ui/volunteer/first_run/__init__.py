"""The first run: from an empty folder to the first list of contacts."""
