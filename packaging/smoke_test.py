# SPDX-License-Identifier: MIT
"""Tries the packaged program as a stranger would: no Python on the path, an empty home.

``python packaging/smoke_test.py dist/novelist`` imports, lists and exports a text, runs the
demonstration off-screen, then opens the text in a window under Xvfb, writes with real keys,
closes, and looks for the words in the library.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PATIENCE = 60.0  # seconds for anything that should take one
MANUSCRIPT = """CHAPTER I. The tide office

The second high water came at eleven minutes past four.

CHAPTER II. What the ledger said

Nobody had forecast it, and Ines wrote it down.
"""
TYPED = ("the lamp went out", "and nobody saw it")


class Bundle:
    """The packaged program, a home and a library of its own."""

    def __init__(self, folder: Path, home: Path) -> None:
        suffix = ".exe" if sys.platform == "win32" else ""
        self.program = folder.resolve() / f"novelist{suffix}"
        self.home = home
        self.library = home / "Books.novelist"
        self.trace = home / "trace.jsonl"
        empty = home / "no-programs"
        empty.mkdir(parents=True)
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        self.environment = {
            **kept,
            "PATH": str(empty),
            "HOME": str(home),
            "NOVELIST_HOME": str(home / "novelist"),
            "NOVELIST_TRACE": str(self.trace),
            "LANG": "C.UTF-8",
        }

    def ask(self, *arguments: str) -> Any:  # noqa: ANN401 - whatever the command answers
        """What a headless command answers with ``--json``."""
        command: list[str | Path] = [self.program, *arguments, "--library", self.library, "--json"]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, encoding="utf-8"
        )
        require(done.returncode == 0, f"{' '.join(arguments)} failed: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def marks(self) -> set[str]:
        """What the running window has reached so far."""
        if not self.trace.exists():
            return set()
        lines = self.trace.read_text(encoding="utf-8").splitlines(keepends=True)
        return {json.loads(line)["mark"] for line in lines if line.endswith("\n")}

    def stored_text(self) -> str:
        """All text in the library, read without the program."""
        with contextlib.closing(sqlite3.connect(f"file:{self.library}?mode=ro", uri=True)) as file:
            return "\n".join(
                text for (text,) in file.execute("SELECT plain_text FROM scene_bodies")
            )


def require(truth: object, sentence: str) -> None:
    """Go on, or leave with ``sentence``."""
    if not truth:
        raise SystemExit(f"The bundle fails: {sentence}")


def wait_until(condition: Callable[[], object], sentence: str) -> None:
    """Go on as soon as ``condition`` holds, or leave with ``sentence`` when it never does."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        require(time.monotonic() < deadline, sentence)
        time.sleep(0.05)


def try_headless(bundle: Bundle) -> str:
    """Import, list, outline, export; returns the title of the novel."""
    source = bundle.home / "A Ledger of Small Tides.txt"
    source.write_text(MANUSCRIPT, encoding="utf-8")
    imported = bundle.ask("import", str(source))
    require(imported["chapters"] == 2, f"two chapters became {imported['chapters']}")
    title = imported["title"]
    (novel,) = bundle.ask("list")
    require(novel["title"] == title, f"the list shows {novel['title']}")
    outline = json.dumps(bundle.ask("outline", title))
    require("The tide office" in outline, "the outline lacks a chapter")
    require("eleven minutes past four" in export(bundle, title), "the export lacks a sentence")
    try_documents(bundle, title)
    return str(title)


def try_documents(bundle: Bundle, title: str) -> None:
    """Pandoc and typst are in the bundle: documents go out and come back, and pages are set."""
    (novel,), outlines = bundle.ask("list"), []
    for form in ("docx", "epub"):
        target = bundle.home / f"{title}.{form}"
        bundle.ask("export", title, "--output", str(target))
        aside = Bundle(bundle.program.parent, bundle.home / form)
        back = aside.ask("import", str(target))
        outlines.append((back["title"], back["chapters"], back["words"]))
    said = (novel["title"], 2, novel["words"])
    require(outlines == [said, said], f"documents came back as {outlines}, not as {said}")
    pages = bundle.home / f"{title}.pdf"
    bundle.ask("export", title, "--output", str(pages))
    require(pages.read_bytes().startswith(b"%PDF"), "the bundle sets no pages")


def export(bundle: Bundle, title: str) -> str:
    """The whole novel as text, through the program."""
    target = bundle.home / "export.txt"
    target.unlink(missing_ok=True)
    bundle.ask("export", title, "--output", str(target), "--format", "text")
    return target.read_text(encoding="utf-8")


def try_demo(bundle: Bundle) -> None:
    """The demonstration ends well and leaves its report with the pictures that this names."""
    output = bundle.home / "demo"
    done = subprocess.run(
        [bundle.program, "demo", "--output", output],
        env={**bundle.environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    require(done.returncode == 0, f"demo failed: {done.stderr.strip()}")
    steps = json.loads((output / "report.json").read_text(encoding="utf-8"))["steps"]
    pictures = [step["file"] for step in steps if step["step"] == "picture"]
    require(pictures, "the demo took no picture")
    require(all((output / name).stat().st_size for name in pictures), "a picture is missing")


class Screen:
    """A display of our own, and hands for it."""

    def __init__(self, number: str) -> None:
        self.display = f":{number}"

    def hand(self, *command: str) -> str:
        """Let xdotool do something; returns what it says."""
        environment = {**os.environ, "DISPLAY": self.display}
        done = subprocess.run(
            ["xdotool", *command], env=environment, capture_output=True, text=True
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys, named as X names them."""
        self.hand("key", "--delay", "40", *keys)


@contextlib.contextmanager
def virtual_screen() -> Iterator[Screen]:
    """An X server without a window manager, stopped at the end."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            yield Screen(answer.readline().strip())
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def window(bundle: Bundle, screen: Screen) -> Iterator[None]:
    """The program with its window ready for keys; closed with its own key at the end."""
    bundle.trace.unlink(missing_ok=True)
    environment = {**bundle.environment, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    process = subprocess.Popen([bundle.program, bundle.library], env=environment)
    try:
        wait_until(
            lambda: "editable" in bundle.marks() or process.poll() is not None,
            "the window is never ready",
        )
        require(process.poll() is None, "the window does not open")
        wait_until(
            lambda: screen.hand("search", "--onlyvisible", "--class", "novelist"), "no window"
        )
        found = screen.hand("search", "--onlyvisible", "--class", "novelist").split()
        screen.hand("windowfocus", "--sync", found[-1])
        yield
        screen.press("ctrl+q")
        wait_until(lambda: process.poll() is not None, "the program does not end")
        require(process.returncode == 0, f"the program ends with status {process.returncode}")
        require("closed" in bundle.marks(), "the program ends without closing the library")
    finally:
        process.kill()
        process.wait()


def try_window(bundle: Bundle, title: str) -> None:
    """Write with real keys, save, close, open again, write more, and find both."""
    leave_open(bundle)
    with virtual_screen() as screen:
        for words in TYPED:
            write(bundle, screen, words)
            require(words in bundle.stored_text(), f"{words!r} is gone after closing")
    text = export(bundle, title)
    require(all(words in text for words in TYPED), "the export lacks what was typed")


def write(bundle: Bundle, screen: Screen, words: str) -> None:
    """Open the window, write ``words`` at the end of the scene, save, close."""
    with window(bundle, screen):
        screen.press("ctrl+End")
        screen.hand("type", "--delay", "40", f" {words}")
        screen.press("ctrl+s")
        wait_until(lambda: words in bundle.stored_text(), f"{words!r} is not saved")


def leave_open(bundle: Bundle) -> None:
    """Leave the novel open, as the last session would have, so that the window opens it."""
    settings = bundle.home / "novelist" / "settings"
    settings.mkdir(parents=True, exist_ok=True)
    (novel,) = bundle.ask("list")
    state = json.dumps({"open_novel": novel["id"]})
    (settings / "window.json").write_text(state, encoding="utf-8")


def main(folder: Path) -> None:
    """Run everything that this system allows; say what was tried."""
    with tempfile.TemporaryDirectory() as home:
        bundle = Bundle(folder, Path(home))
        title = try_headless(bundle)
        print("Without a window: imported, listed, exported.")
        try_demo(bundle)
        print("Off-screen: the demonstration, to its end.")
        if shutil.which("Xvfb") and shutil.which("xdotool"):
            try_window(bundle, title)
            print("In a window: written, saved, closed, opened again, found.")
        else:
            print("The window was not tried: Xvfb and xdotool are not installed.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
