# SPDX-License-Identifier: MIT
"""The names of our Markdown (``docs/file-format.md``, section 3), for its reader and its writer."""

from __future__ import annotations

from typing import Final

from novelist.domain import document
from novelist.domain.enums import ItemKind

DIALECT_KEY: Final = "novelist"
DIALECT_VERSION: Final = "1"

MARK_CLASSES: Final = {
    document.EMPHASIS: "em",
    document.STRONG: "strong",
    document.UNDERLINE: "underline",
    document.STRIKE: "strike",
    document.SMALL_CAPS: "smallcaps",
    document.SUPERSCRIPT: "sup",
    document.SUBSCRIPT: "sub",
    document.HIGHLIGHT: "mark",
}
"""The class that stands for each mark without a value."""

ITEM_CLASSES: Final = {
    ItemKind.FRONT: "front",
    ItemKind.BACK: "back",
    ItemKind.NOTE: "note",
    ItemKind.FOLDER: "folder",
}
"""The class after the title of an item that its heading level does not name."""

ITEM_LEVELS: Final = {
    ItemKind.PART: 1,
    ItemKind.CHAPTER: 2,
    ItemKind.SCENE: 3,
}
"""How many ``#`` an item has; those of ``ITEM_CLASSES`` have one."""

EXCLUDED_CLASS: Final = "excluded"  # the item is left out of the manuscript
EMPTY_CLASS: Final = "empty"  # a block without text
BREAK_CLASS: Final = "break"  # the thematic break is a block, not the end of a scene
DEPTH_KEY: Final = "depth"
ATOM_KEY: Final = "atom"
ATOM_MARK_PREFIX: Final = "mark:"  # before the name of a mark with a value, on an atom
ATTACHMENT: Final = "attachment:"  # before the digest of a picture
FIRST_TEXT_HEADING: Final = 4  # "####" is a heading of level 1 inside a text
THEMATIC_BREAK: Final = "* * *"

PICTURE_FOLDER: Final = "pictures"  # beside the files of chapters


def picture_folder(stem: str) -> str:
    """The folder of the pictures beside a file called ``stem`` that holds a whole novel."""
    return f"{stem}.pictures"
