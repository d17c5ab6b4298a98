"""`python -m f2f_desktop` is the command `f2f-desktop`."""

import sys

from f2f_desktop.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
