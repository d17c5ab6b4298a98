"""QR codes are read back by a real decoder: from the picture, and from the widget as it is on the screen."""

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from f2f_desktop.ui.qr import LARGEST_VERSION, QUIET_ZONE, QrTooLong, encode, to_image
from f2f_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme
from f2f_desktop.ui.widgets import QrView

TEXTS = {
    "plain": "SMSTO:+12125550100:Hi Alex, can Jordan count on your vote?",
    "accents": "SMSTO:+12125550100:Hola José, ¿votarás por Íñigo Núñez? ¡Año nuevo!",
    "emoji": "SMSTO:+12125550100:See you there 🗳️👍🏽 👩‍👩‍👧",
    "cjk": "SMSTO:+12125550100:王伟你好，选举日是11月3日。投票してください",
    "arabic": "SMSTO:+12125550100:مرحبا، هل ستصوت يوم الثلاثاء؟",
    "lines": "SMSTO:+12125550100:Hi!\n\nElection Day: Nov 3\nhttps://example.org/v?a=1&b=2",
    "iphone": "sms:+12125550100?&body=Hi%20Ren%C3%A9e%21",
    "call": "tel:+12125550100",
    "long": "SMSTO:+12125550100:" + "Can Jordan count on your vote? " * 20,
    "long accents": "SMSTO:+12125550100:" + "¿Podrá contar Jordan con tu voto? " * 10,
}


def decoded(image: QImage) -> list[str]:
    """What a decoder reads in a picture."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(grey.constBits()).cast("B")
    width, height, stride = grey.width(), grey.height(), grey.bytesPerLine()
    rows = b"".join(bytes(pixels[y * stride : y * stride + width]) for y in range(height))
    return [found.text for found in zxingcpp.read_barcodes(memoryview(rows).cast("B", (height, width)))]


def on_screen(widget: QWidget, ratio: float) -> QImage:
    """A widget as a screen with `ratio` device pixels per pixel shows it."""
    image = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    widget.render(image, QPoint())
    image.setDevicePixelRatio(1)
    return image


@pytest.mark.parametrize("name", TEXTS)
def test_a_code_says_what_it_was_given(name: str) -> None:
    assert decoded(to_image(encode(TEXTS[name]), 300)) == [TEXTS[name]]


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=200))
def test_any_text_comes_back(text: str) -> None:
    text = "SMSTO:+12125550100:" + text
    assert decoded(to_image(encode(text), 300)) == [text]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("name", ["emoji", "accents", "long"])
def test_the_widget_on_the_screen_can_be_scanned(
    qtbot: QtBot, qapp: QApplication, theme: Theme, ratio: float, name: str
) -> None:
    apply_theme(qapp, theme)
    view = QrView("Code for your phone")
    qtbot.addWidget(view)
    view.set_text(TEXTS[name])
    view.resize(view.sizeHint())
    image = on_screen(view, ratio)
    assert decoded(image) == [TEXTS[name]]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_code_is_black_on_white_and_sharp_whatever_the_theme(
    qtbot: QtBot, qapp: QApplication, theme: Theme, ratio: float
) -> None:
    apply_theme(qapp, theme)
    view = QrView("Code")
    qtbot.addWidget(view)
    view.set_text(TEXTS["accents"])
    view.resize(301, 307)
    image = on_screen(view, ratio)
    inset = int(image.width() * 0.15)
    middle = image.copy(inset, inset, image.width() - 2 * inset, image.width() - 2 * inset)
    colours = {middle.pixel(x, y) for x in range(middle.width()) for y in range(middle.height())}
    assert {f"{colour:08x}" for colour in colours} == {"ff000000", "ffffffff"}


def test_modules_are_whole_pixels_with_a_quiet_zone_around() -> None:
    matrix = encode(TEXTS["accents"])
    for size in (10, 200, 333, 1000):
        image = to_image(matrix, size)
        module = image.width() // matrix.side_with_quiet_zone
        assert module >= 4
        assert image.width() == image.height() == module * matrix.side_with_quiet_zone
        white = Qt.GlobalColor.white
        edge = QUIET_ZONE * module
        for x in range(image.width()):
            assert all(image.pixelColor(x, y) == white for y in (0, edge - 1, image.height() - edge))
        assert image.pixelColor(edge, edge) == Qt.GlobalColor.black


def test_the_decoder_would_notice_a_spoilt_code() -> None:
    image = to_image(encode(TEXTS["plain"]), 300)
    image.fill(Qt.GlobalColor.white)
    assert decoded(image) == []


@pytest.mark.parametrize("text", ["x" * 1_300, "ñ" * 700, "x" * 10_000])
def test_a_text_too_long_to_be_scanned_is_refused_in_words(text: str) -> None:
    with pytest.raises(QrTooLong, match="too long"):
        encode(text)


def test_the_longest_code_is_no_larger_than_allowed() -> None:
    assert encode("x" * 1_200).side <= 17 + 4 * LARGEST_VERSION


def test_the_widget_says_that_a_text_is_too_long_and_recovers(qtbot: QtBot) -> None:
    view = QrView("Code")
    qtbot.addWidget(view)
    view.set_text("x" * 5_000)
    assert not view.is_shown()
    assert "too long" in view.accessibleDescription()
    view.set_text("tel:+12125550100")
    assert view.is_shown()
    assert view.accessibleDescription() == ""


def test_the_widget_asks_for_the_room_that_its_code_needs(qtbot: QtBot) -> None:
    view = QrView("Code")
    qtbot.addWidget(view)
    view.set_text(TEXTS["long"])
    assert view.minimumSizeHint().width() >= 4 * encode(TEXTS["long"]).side_with_quiet_zone
