"""A command's verbs: each says in its own `--help` what it does, and how a vault is unlocked where it needs one."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PASSPHRASE = "F2F_PASSPHRASE"  # noqa: S105 - the name of a variable, no secret
HOW_TO_UNLOCK = (
    f"The vault's passphrase is asked for, or taken from the variable {PASSPHRASE}; a vault in the system's keyring "
    "needs none."
)


def add_verb(verbs: Any, name: str, *, help: str, description: str = "") -> argparse.ArgumentParser:  # noqa: A002
    """A verb with its line in the command's help, which is its own description where it has no longer one."""
    made: argparse.ArgumentParser = verbs.add_parser(
        name, help=help, description=description or f"{help[0].upper()}{help[1:]}."
    )
    return made


def add_vault_folder(parsers: Iterable[argparse.ArgumentParser]) -> None:
    """Declares `--folder` for verbs that open a vault, and says how it is unlocked."""
    for parser in parsers:
        parser.add_argument("--folder", type=Path, help="the vault's folder; default: the app's own")
        parser.epilog = HOW_TO_UNLOCK
