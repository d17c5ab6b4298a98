"""What came of the actions: figures, people, conversations, and what looks implausible."""
