"""Fills in the English plural forms that follow from the text itself: `%n contact(s)` is `%n contact`, `%n contacts`.

`english_plurals.py FILE.ts`. A text that has no `(s)` reads the same in both forms. What needs other words
(`%n card(s) need a look`) is written into the file by hand; forms that are there are never touched.
"""

import re
import sys
from pathlib import Path

MESSAGE = re.compile(r"<message numerus=\"yes\">.*?</message>", re.DOTALL)
SOURCE = re.compile(r"<source>(.*?)</source>", re.DOTALL)
UNFINISHED = re.compile(r"<translation type=\"unfinished\">.*?</translation>", re.DOTALL)


def filled(message: re.Match[str]) -> str:
    """One message with its two forms, if it had none."""
    block = message[0]
    source = SOURCE.search(block)
    if source is None or "unfinished" not in block:
        return block
    one, many = source[1].replace("(s)", ""), source[1].replace("(s)", "s")
    forms = "".join(f"\n            <numerusform>{form}</numerusform>" for form in (one, many))
    return UNFINISHED.sub(lambda _: f"<translation>{forms}\n        </translation>", block)


def main() -> None:
    """Rewrites the file and says which texts were filled in, for a look."""
    path = Path(sys.argv[1])
    before = path.read_text(encoding="utf-8")
    after = MESSAGE.sub(filled, before)
    path.write_text(after, encoding="utf-8")
    for old, new in zip(MESSAGE.findall(before), MESSAGE.findall(after), strict=True):
        if old != new:
            print("new plural:", *re.findall(r"<numerusform>(.*?)</numerusform>", new), sep="\n    ")


if __name__ == "__main__":
    main()
