"""Serving a hub: uvicorn, TLS, and a graceful stop."""

import errno
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from f2f_desktop.errors import KnownError
from f2f_desktop.hub.app import make_app
from f2f_desktop.hub.opening import open_hub, tls_of
from f2f_desktop.hub.settings import read_settings

LAST_PORT = 65535
STOP_WITHIN = 10
"""Seconds that a stopping hub gives to the requests that it has begun."""


def serve(folder: Path, host: str, port: int, ready: Callable[[int], None], *, leash: bool = False) -> None:
    """Serves the hub in a folder until it is told to stop (SIGTERM, SIGINT).

    Args:
        port: 0 takes any that is free.
        ready: told the port once the hub listens.
        leash: stop as well when standard input ends, as it does when the program that started this one is gone.

    Raises `KnownError` where the port is taken or the database cannot be used.
    """
    if port > LAST_PORT:
        raise KnownError(f"There is no port {port}.", f"Choose a --port from 1 to {LAST_PORT}.")
    tls = tls_of(folder, read_settings(folder))
    hub = open_hub(folder)
    try:
        try:
            listening = socket.create_server((host, port), family=_family(host), backlog=2048)
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            raise KnownError(
                f"{host}:{port} cannot be listened on"
                + (": another program does." if taken else f": {os.strerror(error.errno or 0)}."),
                "Stop that program, or choose another --port." if taken else "Choose another --port or --host.",
            ) from error
        logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(message)s")
        config = uvicorn.Config(
            make_app(hub),
            log_config=None,
            log_level="warning",
            access_log=False,
            server_header=False,
            ssl_certfile=tls.certificate,
            ssl_keyfile=tls.key,
            # httptools is faster, and reads a head without end.
            http="h11",
            timeout_graceful_shutdown=STOP_WITHIN,
            limit_concurrency=4096,
            h11_max_incomplete_event_size=64 * 1024,
        )
        with listening:
            server = uvicorn.Server(config)

            def stop(*_: object) -> None:
                server.should_exit = True

            for each in (signal.SIGTERM, signal.SIGINT):
                # uvicorn stops gracefully at a signal, then raises it anew: nobody is to be killed by that. And one
                # that comes before uvicorn listens to signals is not lost.
                signal.signal(each, stop)
            ready(listening.getsockname()[1])
            if leash:
                threading.Thread(target=_hold_leash, args=(server,), name="leash", daemon=True).start()
            server.run(sockets=[listening])
    finally:
        hub.close()


def _hold_leash(server: uvicorn.Server) -> None:
    # Read without Python's own buffer: its lock must not be held when the process ends.
    with suppress(OSError):
        while os.read(0, 4096):
            pass
    server.should_exit = True


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
