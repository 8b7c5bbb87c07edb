# SPDX-License-Identifier: MIT
"""Collects the words of the interface into ``resources/i18n`` and compiles their translations.

``--check`` changes nothing and fails where a word is not collected, translated or compiled.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "resources" / "i18n"
SHOWN = 20  # so many problems are named; the rest are counted
# English is the language of the sources; only its plurals are written out.
LANGUAGES = {"en": ["-pluralonly"], "zh_CN": []}


def main(check: bool) -> None:
    """Update and compile every language, or only compare with what is there."""
    if check:
        problems = [problem for name in LANGUAGES for problem in problems_of(name)]
        if problems:
            rest = f"{len(problems)} in all. Run make translate, then translate what is left."
            raise SystemExit("\n".join([*problems[:SHOWN], rest]))
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in LANGUAGES:
        collect(name, _source(FOLDER, name))
        compile_language(_source(FOLDER, name))
        print(f"{name}: {len(untranslated(_source(FOLDER, name)))} to be translated")


def _source(folder: Path, name: str) -> Path:
    return folder / f"novelist_{name}.ts"


def collect(name: str, target: Path) -> None:
    """Bring the words of all modules into ``target``; keep what is translated."""
    modules = sorted(str(path) for path in (PROJECT / "novelist").rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-silent"]
    words = [*modules, *options, *LANGUAGES[name], "-target-language", name, "-ts", str(target)]
    _tool("lupdate", words)


def compile_language(source: Path) -> None:
    """Write the ``.qm`` that the program loads beside ``source``."""
    _tool("lrelease", ["-silent", str(source), "-qm", str(source.with_suffix(".qm"))])


def _tool(name: str, arguments: list[str]) -> None:
    program = Path(PySide6.__file__).parent / name
    subprocess.run([program, *arguments], check=True)


def untranslated(source: Path) -> list[str]:
    """The words in ``source`` that have no finished translation."""
    return [words for words, translated in _messages(source).items() if not translated]


def _messages(source: Path) -> dict[str, bool]:
    """Every message of ``source`` as "context: words", and whether it is translated."""
    found: dict[str, bool] = {}
    for context in ElementTree.parse(source).iter("context"):
        for message in context.iter("message"):
            key = f"{context.findtext('name')}: {message.findtext('source')}"
            found[key] = _is_translated(message.find("translation"))
    return found


def without_plural(source: Path) -> list[str]:
    """The messages that count something but were not collected with their plural forms."""
    messages = ElementTree.parse(source).iter("message")
    texts = [message.findtext("source", "") for message in messages if not message.get("numerus")]
    return [text for text in texts if "%n" in text or "%Ln" in text]


def _is_translated(translation: ElementTree.Element | None) -> bool:
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform") or [translation]
    return all((form.text or "").strip() for form in forms)


def problems_of(name: str) -> list[str]:
    """What is wrong with the translation ``name``, one sentence each."""
    source = _source(FOLDER, name)
    if not source.exists():
        return [f"{name}: {source.name} is missing"]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(shutil.copy(source, folder))
        collect(name, fresh)
        compile_language(fresh)
        wanted, present = _messages(fresh), _messages(source)
        singular = without_plural(fresh)
        stale = _bytes(source.with_suffix(".qm")) != _bytes(fresh.with_suffix(".qm"))
    lines = [f"{name}: not collected: {words}" for words in wanted.keys() - present.keys()]
    lines += [f"{name}: no longer used: {words}" for words in present.keys() - wanted.keys()]
    lines += [f"{name}: write it as self.tr(words, '', number): {words}" for words in singular]
    lines += [f"{name}: not translated: {words}" for words in wanted if not wanted[words]]
    return lines + ([f"{name}: {source.stem}.qm is not up to date"] if stale else [])


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])
