# SPDX-License-Identifier: MIT
"""The look: colours, sizes, type styles and motion from ``resources/themes/tokens.toml``.

One ``Theme`` lives for the whole program and is passed to the widgets that need more than the
palette gives. Nothing outside this module names a colour.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QObject, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QStyle, QWidget

from novelist import paths
from novelist.domain.languages import is_han
from novelist.ui.fonts import DEFAULT_FACE, Fonts

THEME_NAMES = ("light", "dark", "sepia")
CHOICES = ("system", *THEME_NAMES)

_REFERENCE_PIXELS = 13  # the type styles are drawn for a system font of this size
_SMALLEST_HAN_PIXELS = 12
_GROWING = frozenset(  # sizes of things that hold a line of text: they grow with the font
    [
        "rail_item",
        "header",
        "tool_line",
        "footer",
        "row",
        "row_compact",
        "row_table",
        "row_two_lines",
        "label_column",
        "status_bar",
        "button",
        "button_small",
        "field",
    ]
)
_SHADOW = (24, 20, 14)
_SHADOW_STRENGTH = {"light": 30, "dark": 110, "sepia": 36}  # alpha at the edge, of 255
_STYLE_SHEET_IMAGES = (  # icons a style sheet needs as files, and the colour of each
    ("check", "on_accent"),
    ("minus", "on_accent"),
    ("check", "text_2"),
    ("check", "text_disabled"),
    ("minus", "text_disabled"),
    ("chevron-down", "text_2"),
    ("chevron-right", "text_2"),
    ("chevron-left", "text_2"),
    ("chevron-up", "text_2"),
    ("folder-open", "text_2"),
    ("list", "text_2"),
    ("table-2", "text_2"),
    ("plus", "text_2"),
)


class TypeStyle(NamedTuple):
    """Pixels, line height in pixels, and weight of one style of text."""

    size: int
    line: int
    weight: int


@cache
def load_tokens() -> dict[str, Any]:
    """The shipped design tokens as they stand in the file."""
    with (paths.resources() / "themes" / "tokens.toml").open("rb") as file:
        return tomllib.load(file)


class Theme(QObject):
    """The theme in use: ask it for every colour, size and font; listen to ``theme_changed``.

    Make it after the QApplication and call ``install()`` once, before the first window.
    """

    theme_changed = Signal()
    """Colours, fonts or language of the interface are others now: repaint, make icons anew."""

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = load_tokens()
        self.fonts = Fonts()
        self._choice = choice if choice in CHOICES else "system"
        self._language = "en"
        self._book_family = DEFAULT_FACE
        self._reduced_motion = False
        self._scale = _system_scale()
        self._grounds: WeakKeyDictionary[QWidget, str] = WeakKeyDictionary()
        self._images: QTemporaryDir | None = None
        self._installed = False
        self._is_dressing = False
        self._fonts: dict[str, QFont] = {}
        self._name = self._resolve()
        self._colours = self._read_colours()

    # -- what is chosen ------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The theme that is painted: "light", "dark" or "sepia"."""
        return self._name

    @property
    def choice(self) -> str:
        """What the user chose: a theme, or "system"."""
        return self._choice

    def set_choice(self, choice: str) -> None:
        """Use that theme from now on; "system" follows the desktop."""
        self._choice = choice if choice in CHOICES else "system"
        self._follow()

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self._language

    def set_language(self, language: str) -> None:
        """Tell which language the interface is in: small Chinese text is set one pixel larger."""
        if language != self._language:
            self._language = language
            self._announce()

    @property
    def book_family(self) -> str:
        """The face of the manuscript."""
        return self._book_family

    def set_book_family(self, family: str) -> None:
        """Set the manuscript in another face, bundled or of the system."""
        if family != self._book_family:
            self._book_family = family
            self._announce()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Make every duration 0, whatever the system says."""
        self._reduced_motion = reduced

    # -- colours -------------------------------------------------------------------------------

    def colour(self, name: str) -> QColor:
        """A colour by its token (look, section 2)."""
        return self._colours[name]

    def label_colour(self, hue: str) -> QColor:
        """The strong colour of a label, status or thread; slate for a hue we do not know."""
        hues = self._tokens["label"][self._name]
        return QColor(hues.get(hue, hues["slate"]))

    def tint(self, hue: str) -> QColor:
        """The ground of a tag or card in that hue."""
        hues = self._tokens["tint"][self._name]
        return QColor(hues.get(hue, hues["slate"]))

    def heat(self) -> list[QColor]:
        """Five steps from an empty day to a day that met its goal."""
        return [QColor(value) for value in self._tokens["heat"][self._name]]

    def cover(self, name: str) -> tuple[QColor, QColor]:
        """Ground and ink of a cover."""
        ground, ink = self._tokens["cover"][name]
        return QColor(ground), QColor(ink)

    def cover_names(self) -> list[str]:
        """The names of the cover pairs, in the order of the tokens."""
        return list(self._tokens["cover"])

    def scrim(self) -> QColor:
        """What is laid over the window behind a sheet."""
        colour = QColor(self.colour("scrim"))
        colour.setAlphaF(0.6)
        return colour

    def shadow(self) -> QColor:
        """The darkest tone of a shadow, at the edge of what casts it."""
        return QColor(*_SHADOW, _SHADOW_STRENGTH[self._name])

    # -- sizes and motion ----------------------------------------------------------------------

    def size(self, name: str) -> int:
        """A size in pixels; what holds a line of text grows with the user's system font."""
        value = self._tokens["size"][name]
        return round(value * self._scale) if name in _GROWING else int(value)

    def extent(self, name: str) -> QSize:
        """Width and height of a thing that has both: ``rail_item``, ``card``, ``cover``, …"""
        width, height = self._tokens["size"][name]
        scale = self._scale if name in _GROWING else 1
        return QSize(round(width * scale), round(height * scale))

    def space(self, name: str) -> int:
        """A distance: xxs 2, xs 4, s 8, m 12, l 16, xl 24, xxl 32, xxxl 48."""
        return int(self._tokens["space"][name])

    def radius(self, name: str) -> int:
        """The rounding of a ``tag``, ``control``, ``card``, ``popover`` or ``cover``."""
        return int(self._tokens["radius"][name])

    def manuscript(self, name: str) -> float:
        """A measure of the page (``[manuscript]`` of the tokens)."""
        return float(self._tokens["manuscript"][name])

    def threshold(self, name: str) -> int:
        """A waiting time in milliseconds (``[thresholds]`` of the tokens)."""
        return int(self._tokens["thresholds"][name])

    def duration(self, name: str) -> int:
        """Milliseconds of a movement; 0 when the system or the user wants none."""
        if self._reduced_motion or not _system_animates():
            return 0
        return int(self._tokens["motion"][name])

    # -- type ----------------------------------------------------------------------------------

    def type_style(self, style: str) -> TypeStyle:
        """The numbers of a style: caption, small, body, strong, title, heading, display."""
        size, line, weight = self._tokens["type"][style]
        if is_han(self._language) and style in ("caption", "small"):
            size = max(size + self._tokens["type"]["cjk_size_bump"], _SMALLEST_HAN_PIXELS)
            line += 2
        return TypeStyle(round(size * self._scale), round(line * self._scale), weight)

    def font(self, style: str = "body") -> QFont:
        """The interface font in that style; ``display`` is set in the book face."""
        if style not in self._fonts:
            self._fonts[style] = self._make_font(style)
        return QFont(self._fonts[style])

    def _make_font(self, style: str) -> QFont:
        numbers = self.type_style(style)
        if style == "display":
            font = self.book_font(self._language, numbers.size, family=DEFAULT_FACE)
            _set_figures(font, "lnum")
        else:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
            family = QFontInfo(font).family()  # "Sans Serif" and the like are no family's name
            font.setFamilies([family, *self._tokens["font"]["ui_cjk"]])
            font.setPixelSize(numbers.size)
        font.setWeight(QFont.Weight(numbers.weight))
        return font

    def figures_font(self, style: str = "small") -> QFont:
        """Like ``font`` with figures of one width, for counts that stand under each other."""
        key = f"{style} figures"
        if key not in self._fonts:
            self._fonts[key] = self.font(style)
            _set_figures(self._fonts[key], "tnum")
        return QFont(self._fonts[key])

    def book_font(
        self, language: str, size: int | None = None, *, family: str | None = None
    ) -> QFont:
        """The face of the manuscript for a novel in ``language``, at ``size`` pixels or its own.

        Han faces come first in Chinese and Japanese, so that quotation marks have their width.
        """
        latin = family or self._book_family
        self.fonts.load(latin)
        han = list(self._tokens["font"]["book_cjk"])
        font = QFont()
        font.setFamilies([*han, latin] if is_han(language) else [latin, *han])
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(size if size is not None else self.book_size(language, latin))
        _set_figures(font, "onum")
        return font

    def book_size(self, language: str, family: str | None = None) -> int:
        """The pixels the manuscript is set in before any zoom."""
        if is_han(language):
            return int(self.manuscript("size_zh"))
        bump = self.manuscript("garamond_bump") if "Garamond" in (family or "") else 0
        return int(self.manuscript("size_en") + bump)

    # -- the application -----------------------------------------------------------------------

    @property
    def is_dressing(self) -> bool:
        """Whether the application changes its clothes right now, one piece after another."""
        return self._is_dressing

    def install(self) -> None:
        """Dress the application: style, palette, font and style sheet; follow the desktop."""
        QApplication.setStyle("Fusion")
        self._installed = True
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def uninstall(self) -> None:
        """Let go of the application; for tests and for the end of the program."""
        self._installed = False
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._on_scheme_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setStyleSheet("")  # its images go with this theme

    def lay_ground(self, widget: QWidget, ground: str) -> None:
        """Fill a panel with ``window``, ``side``, ``page`` or ``raised``, in every theme."""
        self._grounds[widget] = ground
        widget.setAutoFillBackground(True)
        self._lay(widget, ground)

    def _lay(self, widget: QWidget, ground: str) -> None:
        palette = self.palette(ground)
        widget.setPalette(palette)
        if isinstance(widget, QAbstractScrollArea):  # under a style sheet its inside stays behind
            widget.viewport().setPalette(palette)

    def palette(self, ground: str | None = None) -> QPalette:
        """The palette of the program, or of a panel that stands on ``ground``."""
        palette = QPalette()
        for role, token in _PALETTE_ROLES:
            palette.setColor(role, self.colour(token))
        for role in _TEXT_ROLES:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text_disabled"))
        palette.setColor(
            QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, self.colour("selected_idle")
        )
        if ground is not None:
            palette.setColor(QPalette.ColorRole.Window, self.colour(ground))
            palette.setColor(QPalette.ColorRole.Base, self.colour(ground))
        return palette

    def style_sheet(self) -> str:
        """The short style sheet of plain controls (look, section 11)."""
        template = (paths.resources() / "themes" / "application.qss").read_text("utf-8")
        values = {name: colour.name() for name, colour in self._colours.items()}
        values["control_height"] = f"{self.size('button') - 2}px"  # inside a border of 1
        values["control_height_focus"] = f"{self.size('button') - 4}px"
        values["small_height"] = f"{self.size('button_small') - 2}px"
        values["body_size"] = f"{self.type_style('body').size}px"
        values["small_size"] = f"{self.type_style('small').size}px"
        values["images"] = self._image_folder()
        return Template(template).substitute(values)

    def _image_folder(self) -> str:
        """Where the icons of the style sheet stand as files, in the colours of this theme."""
        if self._images is None:
            self._images = QTemporaryDir()
        folder = Path(self._images.filePath(self._name))
        folder.mkdir(exist_ok=True)
        for name, token in _STYLE_SHEET_IMAGES:
            source = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
            tinted = source.replace("currentColor", self.colour(token).name())
            (folder / f"{name}-{token}.svg").write_text(tinted, "utf-8")
        return folder.as_posix()

    def _read_colours(self) -> dict[str, QColor]:
        return {name: QColor(value) for name, value in self._tokens["color"][self._name].items()}

    def _resolve(self) -> str:
        if self._choice != "system":
            return self._choice
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    def _on_scheme_changed(self) -> None:
        if self._choice == "system":
            self._follow()

    def _follow(self) -> None:
        name = self._resolve()
        if name != self._name:
            self._name = name
            self._colours = self._read_colours()
            self._announce()

    def _announce(self) -> None:
        self._fonts.clear()
        if self._installed:
            self._is_dressing = True
            try:
                self._dress()
            finally:
                self._is_dressing = False
        for widget, ground in list(self._grounds.items()):
            if shiboken6.isValid(widget):  # Python may hold what a closed pane took along
                self._lay(widget, ground)
        self.theme_changed.emit()

    def _dress(self) -> None:
        QApplication.setPalette(self.palette())
        QApplication.setFont(self.font("body"))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setStyleSheet(self.style_sheet())


_Role = QPalette.ColorRole
_PALETTE_ROLES = (
    (_Role.Window, "window"),
    (_Role.Base, "page"),
    (_Role.AlternateBase, "side"),
    (_Role.Button, "raised"),
    (_Role.WindowText, "text"),
    (_Role.Text, "text"),
    (_Role.ButtonText, "text"),
    (_Role.BrightText, "danger"),
    (_Role.PlaceholderText, "text_3"),
    (_Role.Highlight, "selected"),
    (_Role.HighlightedText, "text"),
    (_Role.Accent, "accent"),
    (_Role.Link, "accent"),
    (_Role.LinkVisited, "accent"),
    (_Role.ToolTipBase, "raised"),
    (_Role.ToolTipText, "text"),
    (_Role.Light, "line"),
    (_Role.Midlight, "line"),
    (_Role.Mid, "line"),
    (_Role.Dark, "line"),
    (_Role.Shadow, "line"),
)
_TEXT_ROLES = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText)


def _system_scale() -> float:
    """How much larger than ours the system's font is; never smaller, nothing goes under 11 px."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(1.0, QFontInfo(font).pixelSize() / _REFERENCE_PIXELS)


def _system_animates() -> bool:
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return QApplication.style().styleHint(hint) > 0


def _set_figures(font: QFont, feature: str) -> None:
    font.setFeature(QFont.Tag(feature), 1)
