# SPDX-License-Identifier: MIT
"""What the user chose and where she left off: typed, kept as JSON, written beside and swapped in.

``Settings`` are choices (language, theme, …); ``WindowState`` is the layout to come back to. Both
belong to this machine, not to a library. A file that cannot be used is set aside, never lost.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import UnionType
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

log = logging.getLogger(__name__)

_LARGEST: Final = 2**31 - 1  # of the integers that Qt takes


@dataclass
class Settings:
    """The user's choices."""

    language: str = "system"  # "system", "en", "zh_CN"
    theme: str = "system"  # "system", "light", "dark", "sepia"
    typeface: str = "Literata"
    zoom: int = 100  # percent of the manuscript's size
    leading: int = 100  # percent of the usual height of a line
    line_width: int = 100  # percent of the usual width of a line
    paragraph_space: bool = False  # between paragraphs, instead of an indent
    scene_titles: bool = True  # beside the scenes of the flowing manuscript
    scene_synopses: bool = False
    author: str = ""
    contact: str = ""  # on the title page of a submission: name, address, telephone, mail
    library: str = ""  # the library opened last; "" is the default one
    start_card_dismissed: bool = False
    keep_every_version: bool = True  # False: old versions are thinned out (domain/versions.py)
    places_accepted: list[str] = field(default_factory=list)  # libraries in clouds and networks
    export_folder: str = ""  # where the last export went; "" is the user's documents
    spelling: bool = True  # what is misspelt is underlined
    checks: bool = True  # so are other possible slips (domain/checks)
    checks_off: list[str] = field(default_factory=list)  # but for these kinds
    search_where: str = "novel"  # a ``Scope`` of ``services/finding/found.py``
    search_options: list[str] = field(
        default_factory=lambda: ["title", "synopsis", "notes", "comments", "bible", "capitals"]
    )
    typing: dict[str, Any] = field(default_factory=dict)  # domain/typing/choices.py
    resolved_comments: bool = False  # are seen in the text too
    dialogue: bool = False  # what is spoken has a colour
    typewriter: bool = True  # the line that is written stays at a height, in focus mode
    typewriter_height: int = 62  # percent of the screen, from above
    typewriter_always: bool = False  # outside of focus mode too
    focus_dim: str = "paragraph"  # all but this is dimmed: "off", "line", "sentence", "dialogue"
    focus_dim_strength: int = 100  # percent of what the look has
    focus_clock: bool = False
    focus_picture: str = ""  # a file behind the page; "" is none
    focus_picture_opacity: int = 40  # percent
    sprint_minutes: int = 25
    sprint_words: int = 500
    sprint_locks: bool = False
    aloud_rate: int = 0  # how fast it is read aloud: -10 slowest, 10 fastest
    page_sheet: str = "theme"  # the colours of the page: a name of ui/editor/paper.py
    page_paper: str = "#FDFCFA"  # where they are the writer's own
    page_ink: str = "#24221E"
    minimap: bool = False  # the chapter seen from far away, beside the page
    margin_figures: bool = False  # beside the lines, every so many words
    margin_words: int = 500
    margin_characters: int = 1000  # the same in Chinese
    reading_extent: str = "novel"  # how much is read as a book: "scene", "chapter", "novel"
    reading_face: str = ""  # "" is that of the editor's page
    reading_zoom: int = 100  # percent
    reading_paper: str = "theme"  # or "light", "sepia", "dark"
    reading_notes_at_end: bool = False  # of the chapter, and not at the foot of the page
    reading_titles: bool = False  # of the scenes
    second_backup_folder: str = ""  # where every backup is copied to; "" is nowhere


@dataclass
class Place:
    """Where the caret and the page stood in one scene; ``top`` is the first line that was seen.

    ``top`` counts the characters before it, ``shift`` is how far it stood below the upper edge.
    """

    caret: int = 0
    scroll: int = 0
    top: int = 0
    shift: int = 0


@dataclass
class NovelState:
    """How the workspace of one novel was left."""

    open_item: int | None = None
    extent: str = "scene"  # how much is shown at once: "scene", "chapter", "novel"
    panes: dict[str, Any] = field(default_factory=dict)  # ui/panes/memory.py
    compile: dict[str, Any] = field(default_factory=dict)  # ui/compile/preset_desk.py
    entity: int | None = None  # chosen in the bible
    expanded: list[int] | None = None  # None: never opened
    places: dict[str, Place] = field(default_factory=dict)  # by item id

    def place(self, item_id: int) -> Place:
        """Where the item was left; its start when it was never open."""
        return self.places.get(str(item_id), Place())


@dataclass
class WindowState:
    """The layout of the window, and of every novel by "library file#novel id"."""

    geometry: str = ""  # QWidget.saveGeometry, base64
    ground: str = ""  # the colour of the page, for the moment before the theme is loaded
    binder_visible: bool = True
    inspector_visible: bool = True
    binder_width: int = 264
    inspector_width: int = 304
    open_novel: int | None = None
    open_library: str = ""  # the file that ``open_novel`` is in
    novels: dict[str, NovelState] = field(default_factory=dict)

    def novel(self, library: object, novel_id: int) -> NovelState:
        """The state of a novel, made when it is first asked for; ``library`` is where it lies."""
        return self.novels.setdefault(f"{library}#{novel_id}", NovelState())

    def left_open(self, library: object) -> tuple[int | None, int | None]:
        """The novel and the item that were open last, if they were in this library."""
        if self.open_novel is None or self.open_library not in ("", str(library)):
            return None, None
        return self.open_novel, self.novel(library, self.open_novel).open_item


def load_settings(folder: Path) -> Settings:
    """The saved choices; defaults where there are none."""
    return _from_json(Settings, _read(folder / "settings.json"))


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep the choices."""
    _write(folder / "settings.json", asdict(settings))


def load_window_state(folder: Path) -> WindowState:
    """The saved layout; defaults where there is none."""
    state = _from_json(WindowState, _read(folder / "window.json"))
    state.novels = {key: _novel_state(value) for key, value in _mapping(state.novels).items()}
    return state


def save_window_state(folder: Path, state: WindowState) -> None:
    """Keep the layout."""
    _write(folder / "window.json", asdict(state))


def _novel_state(value: object) -> NovelState:
    state = _from_json(NovelState, _mapping(value))
    state.places = {
        key: _from_json(Place, _mapping(place)) for key, place in _mapping(state.places).items()
    }
    return state


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


Shape = TypeVar("Shape")


def _from_json(shape: type[Shape], value: dict[str, Any]) -> Shape:
    """An object of ``shape``: unknown keys are left out, values that do not fit ignored."""
    found = shape()
    for name, hint in get_type_hints(shape).items():
        kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        if name in value and any(_is_a(value[name], kind) for kind in kinds):
            setattr(found, name, value[name])
    return found


def _is_a(value: object, kind: object) -> bool:
    if isinstance(value, int) and abs(value) > _LARGEST:
        return False
    if get_origin(kind) is list:
        return isinstance(value, list) and all(_is_a(each, get_args(kind)[0]) for each in value)
    return type(value) is (get_origin(kind) or kind)


_UNUSABLE: Final = (OSError, ValueError, RecursionError)


def _read(path: Path) -> dict[str, Any]:
    try:
        return _object(path)
    except FileNotFoundError:
        return {}
    except _UNUSABLE as error:
        log.warning("%s cannot be used: %s", path.name, type(error).__name__)
    try:
        _set_aside(path)
    except OSError as error:
        log.warning("%s stays where it is: %s", path.name, error.strerror)
    return {}


def _object(path: Path) -> dict[str, Any]:
    """What stands in the file. Raises one of ``_UNUSABLE`` where that is no JSON object."""
    found = json.loads(path.read_text("utf-8"))
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


def _set_aside(path: Path) -> None:
    """Give the file a name that nothing else has. Raises ``OSError``."""
    aside, number = path.with_suffix(".damaged.json"), 1
    while os.path.lexists(aside):
        number += 1
        aside = path.with_suffix(f".damaged {number}.json")
    path.rename(aside)
    log.warning("%s was set aside as %s", path.name, aside.name)


def _set_aside_unusable(path: Path) -> None:
    """Nothing is written over that was never understood. Raises ``OSError`` where it stays."""
    try:
        _object(path)
    except FileNotFoundError:
        return
    except _UNUSABLE:
        _set_aside(path)


def _write(path: Path, value: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    _set_aside_unusable(path)
    beside.replace(path)
