"""Uids for contacts that have none."""

import hashlib
from collections.abc import Iterable


def uid_of_content(statements: Iterable[str]) -> str:
    """A uid made of what a contact says: the same statements, in any order, give the same one on every machine."""
    digest = hashlib.sha256("\n".join(sorted(statements)).encode("utf-8", "replace"))
    return f"content-{digest.hexdigest()[:32]}"
