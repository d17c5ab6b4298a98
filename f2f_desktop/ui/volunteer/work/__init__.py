"""The working screen: the list of contacts on the left, one conversation on the right."""
