# SPDX-License-Identifier: MIT
"""Where a chapter falls into scenes: ornaments on a line of their own, and wider gaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from novelist.importers.plain.layout import Group, Layout, group_indent

_ORNAMENT: Final = re.compile(
    r"(?:[*＊#＃~～◇◆□■○●☆★※⁂§❦❧✦✧✻·•♦♢]\s*)+|(?:[-—–_=+]\s*){3,}|(?:[-—–=]\s*)+[*#◇※](?:\s*[-—–=])+"
)
_ORDINARY: Final = 85  # percent of the gaps that are no wider than the ordinary one
_SHORT: Final = 240  # characters; a shorter paragraph alone between wide gaps is set off
_MOST_LINES: Final = 3
_QUOTED: Final = re.compile(r"[_(\[]*[“‘\"'「『_]")


@dataclass(slots=True)
class Scene:
    """``symbol`` is the ornament before it; ``set_off`` has the numbers of groups set apart."""

    groups: list[Group] = field(default_factory=list)
    symbol: str = ""
    set_off: set[int] = field(default_factory=set)


def is_ornament(group: Group) -> bool:
    """Whether a group is nothing but stars, lines or the like."""
    return all(_ORNAMENT.fullmatch(line.strip()) for line in group.lines)


def ordinary_gap(sections: Iterable[Sequence[Group]]) -> int:
    """How many blank lines stand between paragraphs, nearly everywhere."""
    gaps = Counter(group.gap for groups in sections for group in groups[1:])
    covered = 0
    for gap in sorted(gaps):
        covered += gaps[gap]
        if covered * 100 >= gaps.total() * _ORDINARY:
            return gap
    return 1


def split_scenes(groups: Sequence[Group], ordinary: int, layout: Layout) -> list[Scene]:
    """The scenes of a chapter, at least one; ornaments are not in them."""
    scenes = [Scene()]
    indents = [group_indent(group, layout) for group in groups]
    # Where a line is a paragraph, its indent is that of all; where lines wrap, it sets apart.
    usual = 0 if layout.wrapped or not indents else Counter(indents).most_common(1)[0][0]
    inset = [each > usual for each in indents]
    for index, group in enumerate(groups):
        if is_ornament(group):
            _begin(scenes, " ".join(group.lines[0].split()))
            continue
        wide = index > 0 and group.gap > ordinary and not is_ornament(groups[index - 1])
        if wide and not inset[index - 1] and not (inset[index] and len(group.lines) > 1):
            # Around verse and quotations a wider gap sets them off and parts nothing.
            _begin(scenes, "")
        scenes[-1].groups.append(group)
    if len(scenes) > 1 and not scenes[-1].groups:
        scenes.pop()
    return _joined(scenes)


def _begin(scenes: list[Scene], symbol: str) -> None:
    if scenes[-1].groups:
        scenes.append(Scene(symbol=symbol))
    elif len(scenes) > 1:
        scenes[-1].symbol = scenes[-1].symbol or symbol


def _joined(scenes: Sequence[Scene]) -> list[Scene]:
    """The scenes, with short paragraphs that stand alone between gaps joined to their neighbours.

    The first is joined to what follows: a note below the title. Others stay inside the scene, set
    off where they are quoted, as songs and inscriptions are. The last stands: it closes the
    chapter.
    """
    alone = [_is_alone(scenes, place) for place in range(len(scenes))]
    joined: list[Scene] = []
    for place, scene in enumerate(scenes):
        glued = place > 0 and (alone[place - 1] or alone[place])
        if not glued:
            joined.append(scene)
            continue
        joined[-1].groups += scene.groups
        group = scene.groups[0]
        if alone[place] and not alone[place - 1] and _QUOTED.match(group.text):
            joined[-1].set_off.add(group.number)
    return joined


def _is_alone(scenes: Sequence[Scene], place: int) -> bool:
    """Whether a scene is one short paragraph between gaps without an ornament."""
    if place + 1 >= len(scenes) or scenes[place].symbol or scenes[place + 1].symbol:
        return False
    groups = scenes[place].groups
    return len(groups) == 1 and _is_short(groups[0])


def _is_short(group: Group) -> bool:
    return len(group.lines) <= _MOST_LINES and len(group.text) <= _SHORT
