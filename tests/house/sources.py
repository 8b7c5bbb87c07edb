# SPDX-License-Identifier: MIT
"""The files of the project, as the tests of the house read them."""

from __future__ import annotations

import ast
import functools
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = ("novelist", "migrations", "packaging", "benchmarks")


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: where it is, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Every node of one of ``kinds``, in no particular order."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def at(self, node: ast.AST) -> str:
        """``path:line`` of ``node``, as an editor opens it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@functools.cache
def tracked_files() -> tuple[Path, ...]:
    """The files that belong to the project: git's, or all outside hidden and made folders."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT, capture_output=True, check=False,
    )  # fmt: skip
    names = [name for name in listing.stdout.decode().split("\0") if name]
    if not names:  # an unpacked source archive
        skipped = {"build", "dist", "demo-output"}
        inside = (path.relative_to(PROJECT) for path in PROJECT.rglob("*") if path.is_file())
        names = [str(p) for p in inside if p.parts[0] not in skipped and p.parts[0][0] != "."]
    return tuple(path for name in names if (path := PROJECT / name).is_file())


@functools.cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The parsed Python files under ``folders``."""
    python = (path for path in tracked_files() if path.suffix == ".py")
    return tuple(_parsed(p) for p in python if p.relative_to(PROJECT).parts[0] in folders)


@functools.cache
def _parsed(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path.relative_to(PROJECT).as_posix(), text, ast.parse(text))


def forget() -> None:
    """Let go of everything that was read."""
    for read in (tracked_files, modules, _parsed):
        read.cache_clear()
