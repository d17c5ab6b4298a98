"""The place "Voter files": from a state's files to extracts that volunteers download, and who has which."""
