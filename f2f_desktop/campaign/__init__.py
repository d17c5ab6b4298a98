"""What an organizer says: actions, scripts, merge fields, tags, custom fields, filters, settings.

Frozen values without I/O. They travel to the laptops in a signed bundle (`f2f_desktop.protocol`).
"""
