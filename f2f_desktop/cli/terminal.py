"""What commands share: progress for whoever looks on, standard output, and files that appear whole or not at all."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from f2f_desktop.destination import is_replaceable, place_of
from f2f_desktop.errors import KnownError
from f2f_desktop.progress import Progress, no_progress


class OutputNotWritten(KnownError):
    """Standard output takes no more: a full disk behind `>`."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            f"The output cannot be written: {error.strerror or error}.", "Send it somewhere else, or make room."
        )


def write_out(pieces: Iterable[bytes]) -> None:
    """Writes to standard output, as bytes: in UTF-8 whatever the terminal's encoding.

    Raises OutputNotWritten, and BrokenPipeError where nobody reads any more.
    """
    try:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputNotWritten(error) from error


def finish_output() -> None:
    """Writes what is still on its way to standard output. Raises what `write_out` raises."""
    write_out(())


def let_output_go() -> None:
    """What could not be written is forgotten: the interpreter would try once more at its end, and complain."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def terminal_progress() -> Progress:
    """Tells progress on standard error, where somebody looks at it: in hundredths, or as a count while the total is
    unknown."""
    if not sys.stderr.isatty():
        return no_progress

    def show(done: int, total: int) -> None:
        ending = "\r\033[K" if total and done >= total else ""
        told = f"{done * 100 // total:3d} %" if total else f"{done:,} ..."
        print(f"\r{told}{ending}", end="", file=sys.stderr, flush=True)

    return show


@contextlib.contextmanager
def ended_in_order() -> Iterator[None]:
    """A request to end (Ctrl-C, `kill`, a closed terminal) stops the command, which clears up behind itself.

    While it does, further requests are passed over. Signals that are ignored (`nohup`) stay so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[int] = []

    def end(number: int, frame: object) -> None:  # noqa: ARG001 - what a handler is given
        if asked:
            return
        asked.append(number)
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(128 + number)

    before = {number: signal.getsignal(number) for number in _ENDINGS}
    before = {number: handler for number, handler in before.items() if handler not in (None, signal.SIG_IGN)}
    for number in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


_ENDINGS = [number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))]


def write_text(path: Path, text: str) -> None:
    """Writes a file in UTF-8, as `write_bytes` does."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Writes a file; whatever goes wrong leaves what stood there. Links, devices and pipes stay.

    Raises KnownError.
    """
    place = place_of(path)
    temporary = place.with_name(place.name + ".part")
    try:
        if is_replaceable(path):
            temporary.unlink(missing_ok=True)
            temporary.touch(0o600)  # people's names may be in it
            temporary.write_bytes(data)
            temporary.replace(place)
        else:
            path.write_bytes(data)
    except BrokenPipeError:
        raise  # whoever read it went away
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise KnownError(f"{path} cannot be written.", "Name another file, or make room on the disk.") from error


def counted(count: int, thing: str) -> str:
    """A number of things: `1 packet`, `1,204 packets`."""
    return f"{count:,} {thing}" + ("" if count == 1 else "s")


def print_qr(text: str) -> None:
    """Shows a text as a QR code, in half blocks."""
    import segno

    segno.make_qr(text, error="l").terminal(out=sys.stdout, compact=True)
