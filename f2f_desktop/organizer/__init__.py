"""What organizers do: target lists."""
