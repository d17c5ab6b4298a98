"""Hard districts and address books with known truth, made without a line of the matcher or of the demo.

`rates` says how often what happens and why, `name_lists` and `nicknames` hold the names, `district` draws the
people, `voter_file` what the state knows of them, `books` whom a volunteer knows, `handwriting` how that is written
down, `cards` the vCards, and `task` puts it together.
"""
