# SPDX-License-Identifier: MIT
"""What pandoc leaves out of an ODT: readings above words, descriptions of pictures, languages.

Of a language pandoc writes neither the script nor what only Chinese, Japanese and Korean letters
have, and a paragraph has one style there: it is a letter, or in the middle. The finished text gets
styles of its own for these.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from html import escape
from typing import Final

from novelist.exporters.pandoc.nodes import Node, attr, node
from novelist.exporters.pandoc.reference_odt import style_name

_CONTENT: Final = "content.xml"
_FRAME: Final = re.compile(r'(<draw:frame draw:name="img\d+"[^>]*>\s*<draw:image\b[^>]*/>)')
_STYLES: Final = re.compile(r"<office:automatic-styles\s*/>|</office:automatic-styles>")
_EMPTY: Final = "<office:automatic-styles"
_OWN: Final = "First_20_Heading"
_FIRST: Final = (
    f'<style:style style:name="{_OWN}" style:family="paragraph" '
    'style:parent-style-name="{}" style:master-page-name="Standard"/>'
)
_SCRIPT: Final = 4  # letters
_REGIONS: Final = re.compile(r"[A-Za-z]{2}|[0-9]{3}")
_EASTERN: Final = frozenset({"zh", "ja", "ko"})


class OdtFinish:
    """Writes what pandoc would not, and remembers what the finished text still needs."""

    def __init__(self) -> None:
        self._languages: dict[str, None] = {}
        self._aligned: dict[str, str] = {}
        self._described: list[str] = []  # of every picture, in the order of the text
        self._first = ""  # the style of the heading with which the document begins

    def picture(self, words: str) -> None:
        """A picture is written that has this description."""
        self._described.append(words)

    def in_language(self, made: Node, tag: str) -> Node:
        """Inlines in another language."""
        self._languages[tag] = None
        begin = f'<text:span text:style-name="{_language_style(tag)}">'
        return _around(begin, made, "</text:span>")

    def aligned(self, style: str, align: str) -> str:
        """The name of a style of paragraphs with another alignment ("center", "right", …)."""
        base = style_name(style)
        name = f"{base}_{align}"
        side = {"right": "end"}.get(align, align)
        self._aligned[name] = (
            f'<style:style style:name="{name}" style:family="paragraph" '
            f'style:parent-style-name="{base}"><style:paragraph-properties '
            f'fo:text-align="{side}"/></style:style>'
        )
        return name

    def with_reading(self, made: Node, reading: str) -> Node:
        """Inlines with how they are read above them."""
        end = f"</text:ruby-base><text:ruby-text>{escape(reading)}</text:ruby-text></text:ruby>"
        return _around("<text:ruby><text:ruby-base>", made, end)

    def on_right_pages(
        self, front: Sequence[Node], blocks: Sequence[Node], levels: int
    ) -> list[Node]:
        """Blocks of which each heading of so many levels begins a right page.

        Its style does that; with which one the document begins it is on the first page as that is.
        """
        first = blocks[0]
        if not front and first["t"] == "Header" and first["c"][0] <= levels:
            self._first = style_name(f"heading {first['c'][0]}")
        return [*front, *blocks]

    def finished(self, data: bytes) -> bytes:
        """The file that pandoc made of all that, with what it needs."""
        if not (self._languages or self._aligned or self._first or any(self._described)):
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
            for info in old.infolist():
                content = old.read(info)
                if info.filename == _CONTENT:
                    content = self._text(content.decode()).encode()
                new.writestr(info, content, info.compress_type)
        return made.getvalue()

    def _text(self, text: str) -> str:
        styles = "".join((*map(_style, self._languages), *self._aligned.values()))
        if self._first:
            styles += _FIRST.format(self._first)
            text = text.replace(f'text:style-name="{self._first}"', f'text:style-name="{_OWN}"', 1)
        text = _STYLES.sub(lambda found: _with(found[0], styles), text, count=1)
        frames = _FRAME.findall(text)
        return _described(text, self._described) if len(frames) == len(self._described) else text


def _around(begin: str, made: Node, end: str) -> Node:
    raw = [node("RawInline", "opendocument", each) for each in (begin, end)]
    return node("Span", attr(), [raw[0], made, raw[1]])


def _described(text: str, words: Sequence[str]) -> str:
    left = iter(words)

    def with_words(found: re.Match[str]) -> str:
        said = escape(next(left), quote=False)
        return f"{found[1]}<svg:desc>{said}</svg:desc>" if said else found[1]

    return _FRAME.sub(with_words, text)


def _with(end: str, styles: str) -> str:
    """The end of the styles of a text, or all of them where there are none, with more."""
    begin = f"{_EMPTY}>" if end.endswith("/>") else ""
    return f"{begin}{styles}</office:automatic-styles>"


def _language_style(tag: str) -> str:
    return f"Language_{tag}"


def _style(tag: str) -> str:
    language, *others = tag.split("-")
    script = next((each for each in others if len(each) == _SCRIPT and each.isalpha()), "")
    country = next((each for each in others if _REGIONS.fullmatch(each)), "none")
    parts = {"language": language, "script": script, "country": country}
    said = {f"fo:{name}": value for name, value in parts.items() if value}
    plain = "-".join(each for each in (language, script, country) if each not in ("", "none"))
    if plain != tag or script:
        said["style:rfc-language-tag"] = tag
    if language.casefold() in _EASTERN:
        said |= {f"style:{name}-asian": value for name, value in parts.items() if value}
        if "style:rfc-language-tag" in said:
            said["style:rfc-language-tag-asian"] = tag
    shown = "".join(f' {name}="{value}"' for name, value in said.items())
    return (
        f'<style:style style:name="{_language_style(tag)}" style:family="text">'
        f"<style:text-properties{shown}/></style:style>"
    )
