"""The place "Lists": the people whom the campaign wants reached."""
