"""The look: contrast, text sizes, switching while the app runs."""

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from f2f_desktop.shipped import resource, resources_folder
from f2f_desktop.ui.icons import Icon, themed_icon
from f2f_desktop.ui.theme import (
    DARK,
    LIGHT,
    Appearance,
    Theme,
    ThemeChoice,
    apply_theme,
    contrast,
    current_theme,
    style_sheet,
)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_text_is_readable_on_its_ground(theme: Theme) -> None:
    pairs = theme.text_pairs()
    assert len(pairs) > 30
    assert {name: round(contrast(*pair), 2) for name, pair in pairs.items() if contrast(*pair) < 4.5} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_shapes_that_mean_something_can_be_told_from_their_ground(theme: Theme) -> None:
    pairs = theme.shape_pairs()
    assert {name: round(contrast(*pair), 2) for name, pair in pairs.items() if contrast(*pair) < 3} == {}


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#abc123",) * 2 + (1,),
    ],
)
def test_contrast_is_computed_as_wcag_says(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_style_sheet_names_no_colour_and_no_picture_of_its_own(theme: Theme, qapp: QApplication) -> None:
    written = resource("style", "style.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", written) == []
    filled = style_sheet(theme, qapp.font())
    assert "$" not in filled
    for picture in re.findall(r'url\("([^"]+)"\)', filled):
        assert resource("icons", picture.rsplit("/", 1)[1]).as_posix() == picture


def test_the_system_s_choice_is_followed_until_the_user_chooses(qapp: QApplication) -> None:
    appearance = Appearance(qapp)
    heard: list[str] = []
    appearance.changed.connect(lambda: heard.append(current_theme().name))
    appearance.choose(ThemeChoice.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    appearance.toggle()
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.ground)
    appearance.choose(ThemeChoice.SYSTEM)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert heard[:2] == ["dark", "light"]
    assert appearance.choice is ThemeChoice.SYSTEM
    appearance.deleteLater()


def test_text_grows_with_the_factor_and_comes_back(qapp: QApplication) -> None:
    normal = qapp.font().pointSizeF()
    apply_theme(qapp, LIGHT, 1.6)
    assert qapp.font().pointSizeF() == pytest.approx(normal * 1.6, rel=0.01)
    apply_theme(qapp, DARK, 1.0)
    assert qapp.font().pointSizeF() == pytest.approx(normal, rel=0.01)


def test_a_button_that_is_on_the_screen_takes_the_new_size_and_colour(qtbot: QtBot, qapp: QApplication) -> None:
    button = QPushButton("Save and next")
    qtbot.addWidget(button)
    button.show()
    small = button.sizeHint()
    before = QFontMetricsF(button.font()).height()
    apply_theme(qapp, DARK, 1.6)
    assert QFontMetricsF(button.font()).height() > before * 1.5
    assert button.sizeHint().height() > small.height() * 1.4
    assert button.grab().toImage().pixelColor(button.width() // 2, 4) == QColor(DARK.raised)


def test_every_icon_has_a_picture_and_every_picture_an_icon() -> None:
    drawn = {path.stem for path in (resources_folder() / "icons").glob("*.svg")}
    # Those with a colour in them are for the style sheet, which cannot colour a picture.
    for_style = {name for name in drawn if name.endswith(("-light", "-dark"))}
    assert drawn - for_style == {str(icon) for icon in Icon}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_hint_in_an_empty_field_is_as_readable_as_declared(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    # Qt would take half the text's colour, whatever the palette says.
    apply_theme(qapp, theme, 1.6)
    field = QLineEdit()
    field.setPlaceholderText("IIIIIIII")
    qtbot.addWidget(field)
    field.show()
    image = field.grab().toImage()
    inside = [image.pixelColor(x, image.height() // 2).name() for x in range(8, image.width() // 2)]
    assert max(contrast(colour, theme.surface) for colour in inside) >= 4.5


def ink(icon: QIcon, size: int) -> tuple[set[str], float]:
    """The colours of the opaque pixels of an icon, and how much of it is opaque."""
    image = icon.pixmap(QSize(size, size)).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    opaque = [colour for colour in colours if colour.alpha() == 255]
    return {colour.name() for colour in opaque}, len(opaque) / len(colours)


def difference(first: str, second: str) -> int:
    """The largest distance of two colours in one channel."""
    one, two = QColor(first), QColor(second)
    return max(abs(one.red() - two.red()), abs(one.green() - two.green()), abs(one.blue() - two.blue()))


@pytest.mark.parametrize("icon", list(Icon))
def test_an_icon_takes_the_colour_of_the_theme_as_it_is_painted(icon: Icon, qapp: QApplication) -> None:
    themed = themed_icon(icon)
    light, filled = ink(themed, 48)
    assert filled > 0.01
    assert all(difference(colour, LIGHT.text) <= 2 for colour in light)
    apply_theme(qapp, DARK)
    dark, _ = ink(themed, 48)
    assert all(difference(colour, DARK.text) <= 2 for colour in dark)


def test_an_icon_is_drawn_anew_at_200_percent_not_enlarged(qapp: QApplication) -> None:
    pixmap = themed_icon(Icon.CLOSE).pixmap(QSize(16, 16), 2.0)
    assert (pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()) == (32, 32, 2.0)
    fine = pixmap.toImage()
    coarse = themed_icon(Icon.CLOSE).pixmap(QSize(16, 16), 1.0).toImage().scaled(32, 32)
    assert fine.convertToFormat(coarse.format()) != coarse
