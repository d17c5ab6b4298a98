"""Who takes part: laptops, invites, and what organizers and owners did."""
