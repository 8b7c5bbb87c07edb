# SPDX-License-Identifier: MIT
"""Every icon is shipped, takes the colour of the theme and is sharp."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage

from novelist import paths
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme

NAMES = sorted(path.stem for path in (paths.resources() / "icons").glob("*.svg"))


def inks(image: QImage) -> set[str]:
    """Colours of the pixels that are wholly covered."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    pixels = (image.pixelColor(x, y) for x, y in points)
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_one_colour_of_the_theme(theme: Theme, icons: Icons, name: str) -> None:
    accent = theme.colour("accent").getRgb()
    found = {QColor(ink).getRgb() for ink in inks(icons.pixmap(name, "accent", 48).toImage())}
    assert found
    for ink in found:  # smoothing may round a channel by one
        assert all(abs(a - b) <= 1 for a, b in zip(ink, accent, strict=True))


def test_an_icon_has_the_pixels_of_its_screen(icons: Icons) -> None:
    pixmap = icons.pixmap("library", size=18, ratio=2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (36, 18)


def test_an_icon_takes_the_colours_of_the_next_theme(theme: Theme, icons: Icons) -> None:
    light = inks(icons.pixmap("library", "text", 48).toImage())
    theme.set_choice("dark")
    assert inks(icons.pixmap("library", "text", 48).toImage()) != light


def test_a_disabled_icon_is_pale(theme: Theme, icons: Icons) -> None:
    icon = icons.icon("library", size=32)
    pale = icon.pixmap(32, 32, QIcon.Mode.Disabled, QIcon.State.Off).toImage()
    assert theme.colour("text_disabled").name() in inks(pale)


def test_icons_are_normalised_and_their_licence_is_beside_them() -> None:
    folder: Path = paths.resources() / "icons"
    assert "ISC License" in (folder / "LICENSE.txt").read_text("utf-8")
    for name in NAMES:
        text = (folder / f"{name}.svg").read_text("utf-8")
        assert 'stroke="currentColor"' in text
        assert not re.search(r"#[0-9a-fA-F]{3}", text), name
