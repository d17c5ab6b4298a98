"""A second start finds the first: two real processes."""

import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from f2f_desktop.ui.single_instance import FirstInstance, hand_over, server_name

HOLDER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from f2f_desktop.ui.single_instance import FirstInstance

    app = QCoreApplication([])
    first = FirstInstance(Path(sys.argv[1]))
    first.called.connect(lambda files: print("called", *[path.name for path in files], flush=True))
    print("listening", flush=True)
    app.exec()
    """
)


def holder(folder: Path) -> "subprocess.Popen[str]":
    """Another process that has `folder` open."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "listening\n"
    return process


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path) -> Iterator[FirstInstance]:
    made = FirstInstance(tmp_path)
    yield made
    made.close()
    made.deleteLater()


def test_files_are_handed_to_the_process_that_came_first(qapp: QApplication, tmp_path: Path) -> None:
    process = holder(tmp_path)
    try:
        assert hand_over(tmp_path, [tmp_path / "friends.vcf", tmp_path / "two words.f2fx"])
        assert process.stdout is not None
        assert process.stdout.readline() == "called friends.vcf two words.f2fx\n"
        assert hand_over(tmp_path, [])
        assert process.stdout.readline() == "called\n"
    finally:
        process.kill()
        process.communicate()


def test_nobody_is_found_where_nobody_is(qapp: QApplication, tmp_path: Path) -> None:
    assert not hand_over(tmp_path, [])


def test_another_folder_is_another_window(qapp: QApplication, tmp_path: Path) -> None:
    process = holder(tmp_path / "one")
    try:
        assert not hand_over(tmp_path / "two", [])
    finally:
        process.kill()
        process.communicate()
    assert server_name(tmp_path / "one") != server_name(tmp_path / "two")


def test_after_a_killed_process_the_folder_is_free_again(qapp: QApplication, tmp_path: Path) -> None:
    process = holder(tmp_path)
    process.kill()
    process.communicate()
    assert not hand_over(tmp_path, [])
    follower = holder(tmp_path)
    try:
        assert hand_over(tmp_path, [])
    finally:
        follower.kill()
        follower.communicate()


def test_nonsense_on_the_socket_is_passed_over(first: FirstInstance, tmp_path: Path) -> None:
    from PySide6.QtNetwork import QLocalSocket

    called: list[list[Path]] = []
    first.called.connect(called.append)
    socket = QLocalSocket()
    socket.connectToServer(server_name(tmp_path))
    assert socket.waitForConnected(2000)
    socket.write(b"{not json\n")
    socket.flush()
    for _ in range(100):
        QTest.qWait(5)
        if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
            break
    assert called == []
    socket.abort()


def test_an_invites_link_is_handed_over_as_it_is(first: FirstInstance, tmp_path: Path, qapp: QApplication) -> None:
    links: list[str] = []
    files: list[list[Path]] = []
    first.linked.connect(links.append)
    first.called.connect(files.append)
    socket = QLocalSocket()
    socket.connectToServer(server_name(tmp_path))
    assert socket.waitForConnected(2_000)
    socket.write(b'["/friends.vcf", "f2f://join/eJx"]\n')
    for _ in range(200):
        qapp.processEvents()
        if links:
            break
        time.sleep(0.01)
    assert links == ["f2f://join/eJx"]
    assert files == [[Path("/friends.vcf")]]
    socket.abort()
