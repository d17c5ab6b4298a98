"""The editor of an action: sections that each change a part of the draft, and the check list beside them."""
