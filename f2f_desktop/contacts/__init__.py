"""Address books in: vCard, CSV dialects and CardDAV become `Contact` or `Problem`.

Nothing here can reach the network but `f2f_desktop.contacts.carddav`.
"""
