"""The place "Actions": the list of actions, and the editor that opens over it."""
