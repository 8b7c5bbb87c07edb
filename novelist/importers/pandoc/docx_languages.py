# SPDX-License-Identifier: MIT
"""Languages of passages in a DOCX, which pandoc does not read.

It is given a copy in which such runs have a style of letters whose name says their language and
what style they had. WordprocessingML: ECMA-376, part 1, 17.3.2.20.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape, unescape
from typing import Final, NamedTuple

from novelist.importers.language_tags import EASTERN, language_of, language_tag
from novelist.importers.pandoc.docx_styles import LetterStyles

STYLES: Final = "word/styles.xml"
BODY: Final = "word/document.xml"

_SIGN: Final = b"<w:lang "
_NAME: Final = "novelist-language:"
_PARTED: Final = "|"
_END: Final = b"</w:styles>"
_MOST_LOOKS: Final = 10_000
_MOST: Final = 500  # languages with styles; what is in more of them is in none
_RUN: Final = re.compile(
    rb"<w:r(?:\s[^<>]*)?>(?:\s*<w:rPr>((?:\s*<(?!/w:rPr>|w:rPrChange\b)[^<>]*>){0,100}+))?"
)
"""Where a run begins, with its properties but for those that it had before a tracked change."""
_WORDS: Final = re.compile(rb"<w:t(?:\s[^<>]*)?>([^<]*)")
_LANGUAGE: Final = re.compile(rb"<w:lang\s[^<>]*>")
_STYLE: Final = re.compile(rb"<w:rStyle\s[^<>]*>")
_VALUE: Final = re.compile(rb"""\sw:val\s*=\s*["']([^"'<>]*)["']""")
_EASTERN: Final = re.compile(rb"""\sw:eastAsia\s*=\s*["']([^"'<>]*)["']""")


class _Look(NamedTuple):
    """What the properties of a run say: its languages; its style, and where that is written."""

    western: str
    eastern: str
    style: str = ""
    start: int = 0
    end: int = 0


class _Run(NamedTuple):
    """A run with words; its properties begin at ``place``, which is below 0 where it has none."""

    place: int
    look: _Look
    language: str
    text: str


def with_languages(files: Mapping[str, bytes], styles: bytes, whole: str) -> dict[str, bytes]:
    """Those of the parts of a document that are to be read otherwise, by their names.

    ``files`` are its texts; ``whole`` is the language that the document says it is in, which is no
    passage, as those are not that most of the text has, or that letters have of which nothing else
    is said.
    """
    is_said = any(_SIGN in data for data in files.values())
    if not is_said and _SIGN not in styles:
        return {}
    known = LetterStyles.read(styles)
    if known is None or _END not in styles or not (is_said or known.has_languages):
        return {}
    reader = _Reader(known)
    usual = {whole, *_usual(reader.runs(files.get(BODY, b"")), known)}
    namer = _Namer(reader, known, frozenset(each.casefold() for each in usual if each))
    changed = {name: made for name, data in files.items() if (made := namer.named(data)) != data}
    if changed:
        before, end, after = styles.rpartition(_END)
        changed[STYLES] = before + namer.styles() + end + after
    return changed


def language_and_style(name: str) -> tuple[str, str]:
    """The language and the style that the name of a style of such a copy holds."""
    if not name.startswith(_NAME):
        return "", name
    language, _, style = name.removeprefix(_NAME).partition(_PARTED)
    return language_tag(language) or "", style


class _Namer:
    """Writes runs in other languages with styles that say so, and these styles."""

    def __init__(self, reader: _Reader, known: LetterStyles, usual: frozenset[str]) -> None:
        self._reader, self._known, self._usual = reader, known, usual
        self._made: dict[tuple[str, str], str] = {}

    def named(self, data: bytes) -> bytes:
        """The text with such styles."""
        if _SIGN not in data and not self._known.has_languages:
            return data
        found: list[bytes] = []
        end = 0
        for run in self._reader.runs(data):
            if not run.language or run.language.casefold() in self._usual or run.place < 0:
                continue
            if identifier := self._style(run.language, run.look.style):
                found += [data[end : run.place], f'<w:rStyle w:val="{identifier}"/>'.encode()]
                found.append(data[run.place : run.place + run.look.start])
                end = run.place + run.look.end
        return b"".join([*found, data[end:]]) if found else data

    def styles(self) -> bytes:
        """What was used, as the file of styles has it."""
        return "".join(
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{identifier}"><w:name '
            f'w:val="{escape(_NAME + language + _PARTED + self._known.of(style).name)}"/></w:style>'
            for (language, style), identifier in self._made.items()
        ).encode()

    def _style(self, language: str, style: str) -> str:
        """What the style is called; "" where there are too many."""
        if (language, style) not in self._made and len(self._made) < _MOST:
            self._made[language, style] = f"NovelistLanguage{len(self._made)}"
        return self._made.get((language, style), "")


def _usual(runs: Iterator[_Run], known: LetterStyles) -> Iterator[str]:
    """The languages that are those of the whole text."""
    letters: Counter[str] = Counter()
    eastern = 0
    for run in runs:
        letters[run.language] += len(run.text)
        eastern += len(run.text) if _is_eastern(run.text) else 0
    total = letters.total()
    yield from (each for each, count in letters.items() if count * 2 > total)
    yield known.usual.western or ""
    if eastern * 2 > total:
        yield known.usual.eastern or ""


def _is_eastern(text: str) -> bool:
    return not text.isascii() and EASTERN.search(text) is not None


class _Reader:
    """Reads runs; how one looks is found out once, since thousands look alike."""

    def __init__(self, known: LetterStyles) -> None:
        self._known = known
        self._looks: dict[bytes, _Look] = {}

    def runs(self, data: bytes) -> Iterator[_Run]:
        """Those with words, in order; one that holds another ends where that begins."""
        before: re.Match[bytes] | None = None
        for found in _RUN.finditer(data):
            if before is not None and (words := _WORDS.findall(data, before.end(), found.start())):
                yield self._run(before, words)
            before = found
        if before is not None and (words := _WORDS.findall(data, before.end())):
            yield self._run(before, words)

    def _run(self, found: re.Match[bytes], words: Sequence[bytes]) -> _Run:
        properties = found[1] or b""
        look = self._looks.get(properties) or self._look(properties)
        text = b"".join(words).decode("utf-8", "replace")
        language = language_of(text, look.western, look.eastern)
        return _Run(found.start(1), look, language, text)

    def _look(self, properties: bytes) -> _Look:
        styled, own = _STYLE.search(properties), _LANGUAGE.search(properties)
        name = unescape(_said(_VALUE, styled[0]) or "") if styled else ""
        style = self._known.of(name)
        western = language_tag(_said(_VALUE, own[0])) if own else None
        eastern = language_tag(_said(_EASTERN, own[0])) if own else None
        look = _Look(
            (style.western if western is None else western) or "",
            (style.eastern if eastern is None else eastern) or "",
            name,
            *(styled.span() if styled else (0, 0)),
        )
        if len(self._looks) < _MOST_LOOKS:
            self._looks[properties] = look
        return look


def _said(pattern: re.Pattern[bytes], tag: bytes) -> str | None:
    found = pattern.search(tag)
    return found[1].decode("utf-8", "replace") if found else None
