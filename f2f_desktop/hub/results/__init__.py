"""Results: what the facts add up to, kept up to date from the events, and read by organizers."""
