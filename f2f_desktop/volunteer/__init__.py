"""The volunteer's use cases: importing, matches, suggestions, outreach, reports, end of session."""
