"""This matcher beside the others, on the same data in one process tree: `make bench-matching`.

`answers` judges, `frames` gives every peer what this matcher knows (parsed names, nicknames, housemates' numbers),
`shares` puts a peer's pair scores into competition with each other and with `not in the file`; then a module per
system, `measured` (one system in one fresh process), `table` and `pictures`.
"""
