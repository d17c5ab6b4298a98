"""The organizer's workspace: actions, lists, people, results, settings."""
