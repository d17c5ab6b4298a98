"""The window, in Qt. It shows frozen rows and calls services; it never touches storage or the network."""
