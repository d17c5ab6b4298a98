"""Voter files: layouts of states and vendors, cutting an extract, the extract file written and opened."""
