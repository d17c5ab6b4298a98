"""How the app looks: colours as declared tokens, light and dark, and everything that Qt needs made from them.

Sizes come from the font, so that one factor (`font_scale`, up to 1.6) grows the whole window. Text colours
reach 4.5:1 on the ground that they stand on; `Theme.text_pairs` names each pair, and a test computes them.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from f2f_desktop.shipped import resource

FONT_SCALES = (1.0, 1.15, 1.3, 1.45, 1.6)
"""The text sizes on offer, as factors of the system's own."""


class Tone(StrEnum):
    """What a chip, pill or banner means; its colour follows, and never stands alone without words."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    ACCENT = "accent"


@dataclass(frozen=True)
class ToneColours:
    """The colours of one tone: its ground, the text on it, and the line around a chosen chip."""

    ground: str
    text: str
    line: str


@dataclass(frozen=True)
class Theme:
    """Every colour of the app, as `#rrggbb`."""

    name: str
    dark: bool
    ground: str
    surface: str
    sunken: str
    raised: str
    hover: str
    track: str
    border: str
    control_border: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    link: str
    focus: str
    selection: str
    danger: str
    danger_hover: str
    on_danger: str
    star: str
    star_line: str
    star_empty: str
    neutral: ToneColours
    info: ToneColours
    success: ToneColours
    warning: ToneColours
    danger_tone: ToneColours
    accent_tone: ToneColours

    def tone(self, tone: Tone) -> ToneColours:
        """The colours of `tone`."""
        return {
            Tone.NEUTRAL: self.neutral,
            Tone.INFO: self.info,
            Tone.SUCCESS: self.success,
            Tone.WARNING: self.warning,
            Tone.DANGER: self.danger_tone,
            Tone.ACCENT: self.accent_tone,
        }[tone]

    def text_pairs(self) -> dict[str, tuple[str, str]]:
        """Every (text, ground) that the app puts together, by name; each must reach 4.5:1."""
        pairs = {
            f"{text} on {ground}": (getattr(self, text), getattr(self, ground))
            for text in ("text", "muted")
            for ground in ("ground", "surface", "sunken", "raised", "hover", "track", "selection")
        }
        pairs |= {f"on_accent on {ground}": (self.on_accent, getattr(self, ground)) for ground in ACCENT_GROUNDS}
        pairs |= {f"on_danger on {ground}": (self.on_danger, getattr(self, ground)) for ground in DANGER_GROUNDS}
        pairs |= {f"link on {ground}": (self.link, getattr(self, ground)) for ground in ("ground", "surface")}
        for tone in Tone:
            colours = self.tone(tone)
            pairs[f"{tone} chip"] = (colours.text, colours.ground)
        pairs |= {f"white on avatar {colour}": ("#ffffff", colour) for colour in AVATAR_COLOURS}
        return pairs

    def shape_pairs(self) -> dict[str, tuple[str, str]]:
        """Every (shape, ground) that carries meaning without words; each must reach 3:1 (WCAG 1.4.11)."""
        pairs = {
            f"{shape} on {ground}": (getattr(self, shape), getattr(self, ground))
            for shape in ("focus", "star_line", "control_border")
            for ground in ("ground", "surface")
        }
        pairs["star_line on selection"] = (self.star_line, self.selection)
        pairs["accent on selection"] = (self.accent, self.selection)
        return pairs


ACCENT_GROUNDS = ("accent", "accent_hover", "accent_pressed")
DANGER_GROUNDS = ("danger", "danger_hover")

AVATAR_COLOURS = (
    "#26795a",
    "#6b7a1f",
    "#b94414",
    "#8a4fbf",
    "#a9552c",
    "#1f6f9f",
    "#a93a6a",
    "#4f62b8",
)
"""Grounds of the circles with initials; the same in both themes, with white on them."""

LIGHT = Theme(
    name="light",
    dark=False,
    ground="#f4f5f8",
    surface="#ffffff",
    sunken="#eef1f8",
    raised="#ffffff",
    hover="#f0f3fb",
    track="#eceef3",
    border="#dfe2ea",
    control_border="#848b9e",
    text="#1b2130",
    muted="#565e70",
    accent="#3b5bdb",
    accent_hover="#3350c8",
    accent_pressed="#2b44ad",
    on_accent="#ffffff",
    link="#2f4fc7",
    focus="#3b5bdb",
    selection="#eaf0ff",
    danger="#c02f2f",
    danger_hover="#a82626",
    on_danger="#ffffff",
    star="#e8a20c",
    star_line="#9a6200",
    star_empty="#c3c8d4",
    neutral=ToneColours("#eceef3", "#565e70", "#848b9e"),
    info=ToneColours("#e0eefc", "#17579a", "#3f83c9"),
    success=ToneColours("#dff5e8", "#1a6a3f", "#2b8a57"),
    warning=ToneColours("#fff1d2", "#7d5200", "#b07a14"),
    danger_tone=ToneColours("#fde5e3", "#a32222", "#cf4a44"),
    accent_tone=ToneColours("#e6ecff", "#2f4ac4", "#4c69de"),
)

DARK = Theme(
    name="dark",
    dark=True,
    ground="#14171f",
    surface="#1b1f2a",
    sunken="#252b3a",
    raised="#222735",
    hover="#2a3042",
    track="#2c3240",
    border="#323949",
    control_border="#737d93",
    text="#e9ecf3",
    muted="#a9b1c2",
    accent="#6e8bff",
    accent_hover="#849dff",
    accent_pressed="#9aafff",
    on_accent="#0d1226",
    link="#9db1ff",
    focus="#8aa2ff",
    selection="#28314c",
    danger="#ff8a80",
    danger_hover="#ffa199",
    on_danger="#2a0907",
    star="#ffc53d",
    star_line="#ffc53d",
    star_empty="#4a5266",
    neutral=ToneColours("#2c3240", "#b3bac9", "#737d93"),
    info=ToneColours("#1d3450", "#93c5fa", "#4b86c4"),
    success=ToneColours("#1c3a2c", "#86dba9", "#4aae78"),
    warning=ToneColours("#3d3119", "#f3c969", "#b68a2e"),
    danger_tone=ToneColours("#47211f", "#ffaca4", "#d0635b"),
    accent_tone=ToneColours("#28335c", "#b4c2ff", "#6782ed"),
)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance")."""

    def luminance(colour: str) -> float:
        channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palette(theme: Theme) -> QPalette:
    """Qt's own palette in the colours of `theme`, for whatever Fusion draws by itself."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.ground,
        roles.WindowText: theme.text,
        roles.Base: theme.surface,
        roles.AlternateBase: theme.sunken,
        roles.Text: theme.text,
        roles.PlaceholderText: theme.muted,
        roles.Button: theme.raised,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.danger,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Accent: theme.accent,
        roles.Link: theme.link,
        roles.LinkVisited: theme.link,
        roles.ToolTipBase: theme.text,
        roles.ToolTipText: theme.surface,
        roles.Light: theme.surface,
        roles.Midlight: theme.track,
        roles.Mid: theme.border,
        roles.Dark: theme.control_border,
        roles.Shadow: theme.ground if theme.dark else theme.control_border,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    made.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(theme.track))
    made.setColor(QPalette.ColorGroup.Disabled, roles.HighlightedText, QColor(theme.muted))
    return made


def lengths(font: QFont) -> dict[str, str]:
    """The lengths and font sizes of the style sheet, all from `font`: pixels and points as text."""
    line = QFontMetricsF(font).height()
    points = font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 0.75
    pixels = {
        "tiny": 0.15,
        "quarter": 0.25,
        "pad": 0.45,
        "pad_wide": 0.95,
        "gap": 0.6,
        "radius": 0.6,
        "radius_small": 0.4,
        "control": 1.25,
        "indicator": 1.15,
        "scroll": 0.75,
        "scroll_radius": 0.2,
        "thumb": 2.2,
    }
    sizes = {
        "title": 1.6,
        "heading": 1.1,
        "body": 1.0,
        "small": 0.88,
        "script": 1.18,
        "display": 2.1,
        "poster": 3.8,
    }
    return {name: f"{max(1, round(line * factor))}px" for name, factor in pixels.items()} | {
        f"font_{name}": f"{points * factor:.2f}pt" for name, factor in sizes.items()
    }


def style_sheet(theme: Theme, font: QFont) -> str:
    """`resources/style/style.qss` with the colours of `theme` and the lengths of `font` filled in."""
    template = Template(resource("style", "style.qss").read_text(encoding="utf-8"))
    colours = {f.name: getattr(theme, f.name) for f in fields(theme) if isinstance(getattr(theme, f.name), str)}
    icons = resource("icons", "check.svg").parent.as_posix()
    return template.substitute(
        colours | lengths(font) | {"icons": icons, "shade": "dark" if theme.dark else "light"}
    )


class _Look:
    """What is applied now. There is one application, so there is one look; painted widgets read it as they paint."""

    theme: Theme = LIGHT
    system_points: float = 0.0


def current_theme() -> Theme:
    """The theme that is applied now."""
    return _Look.theme


def apply_theme(app: QApplication, theme: Theme, font_scale: float = 1.0) -> None:
    """Dresses the running app in `theme`, with text `font_scale` times the system's size. Works at any time."""
    if not _Look.system_points:
        app.setStyle(QStyleFactory.create("Fusion"))
        font = app.font()
        _Look.system_points = font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 0.75
    _Look.theme = theme
    font = QFont(app.font())
    font.setPointSizeF(_Look.system_points * font_scale)
    app.setPalette(palette(theme))
    app.setFont(font)
    app.setStyleSheet(style_sheet(theme, font))


class ThemeChoice(StrEnum):
    """What the user chose: what the system says, or one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """Keeps the app dressed as the user chose, and as the system says where they chose that.

    Attributes:
        choice: what the user chose.
        font_scale: factor on the system's text size, 1.0 to 1.6.

    Signals:
        changed: the app was dressed anew; `current_theme()` is the new theme.
    """

    changed = Signal()

    def __init__(
        self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, font_scale: float = 1.0
    ) -> None:
        super().__init__(app)
        self._app = app
        self.choice = choice
        self.font_scale = font_scale
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._dress()

    def choose(self, choice: ThemeChoice) -> None:
        """Takes the user's choice of theme."""
        self.choice = choice
        self._dress()

    def toggle(self) -> None:
        """Goes from light to dark or back, by the user's wish, whatever the system says."""
        self.choose(ThemeChoice.LIGHT if current_theme().dark else ThemeChoice.DARK)

    def set_font_scale(self, font_scale: float) -> None:
        """Takes the user's choice of text size, kept between 1.0 and 1.6."""
        self.font_scale = min(max(font_scale, FONT_SCALES[0]), FONT_SCALES[-1])
        self._dress()

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self.choice is ThemeChoice.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        system_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = self.choice is ThemeChoice.DARK or (self.choice is ThemeChoice.SYSTEM and system_dark)
        apply_theme(self._app, DARK if dark else LIGHT, self.font_scale)
        self.changed.emit()


def em(font: QFont, factor: float = 1.0) -> int:
    """A length of `factor` line heights of `font`, in pixels; at least 1."""
    return max(1, round(QFontMetricsF(font).height() * factor))


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """`font` at `factor` of its size."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    else:
        made.setPixelSize(max(1, round(font.pixelSize() * factor)))
    made.setBold(bold)
    return made
