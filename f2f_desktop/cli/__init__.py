"""The command line: a module per command. Without a command the app opens."""
