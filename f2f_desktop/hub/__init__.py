"""The campaign's server: takes events in, lets devices join, serves content. It knows only what travels."""
