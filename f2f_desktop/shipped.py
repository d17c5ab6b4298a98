"""Where icons, the style sheet, translations and help lie on this machine.

In a checkout `resources/` stands beside the package; the wheel and the installers carry it inside.
"""

from functools import cache
from pathlib import Path

from f2f_desktop.errors import KnownError


class ResourcesMissing(KnownError):
    """The program's own files are not where they belong: a broken installation."""


@cache
def resources_folder() -> Path:
    """The folder `resources/`: inside the package where it was installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "icons").is_dir():
            return folder
    raise ResourcesMissing("Files of this program are missing.", "Please install it again.")


def resource(*parts: str) -> Path:
    """The path of one file in `resources/`, for example `resource("icons", "star.svg")`."""
    path = resources_folder().joinpath(*parts)
    if not path.is_file():
        raise ResourcesMissing(f"A file of this program is missing: {path.name}.", "Please install it again.")
    return path
