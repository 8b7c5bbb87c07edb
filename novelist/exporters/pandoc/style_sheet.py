# SPDX-License-Identifier: MIT
"""The style sheet of a book: what reading programs need, and no more than that."""

from __future__ import annotations

from typing import Final

from novelist.domain.compiling.settings import CompileSettings
from novelist.domain.languages import is_han

STYLE_SHEET: Final = """\
p { margin: 0; text-indent: 1.5em; }
h1 + p, h2 + p, .scene-break + p, .text-break + p { text-indent: 0; }
:lang(zh) p, :lang(zh) h1 + p, :lang(zh) h2 + p { text-indent: 2em; }
h1, h2 { text-align: center; font-weight: normal; margin: 3em 0 2em; break-after: avoid; }
blockquote { margin: 1em 2em; }
blockquote p { text-indent: 0; }
.verse, .letter { margin: 1em 2em; }
.verse p, .letter p { text-indent: 0; }
.scene-break, .text-break { margin: 1em 0; text-align: center; break-after: avoid; }
.scene-break p, .text-break p, .centered p, .right-aligned p { text-indent: 0; }
.centered p { text-align: center; }
.right-aligned p { text-align: right; }
.justified p { text-align: justify; }
[class^="heading-in-text"] { margin: 1.5em 0 0.5em; break-after: avoid; }
[class^="heading-in-text"] p { font-weight: bold; text-indent: 0; }
figure { margin: 1em 0; text-align: center; }
img { max-width: 100%; }
.smallcaps { font-variant: small-caps; }
.mark { background: #fff2a8; }
"""

_OF_A_PRESET: Final = """\
body { margin: 0 5%; widows: 2; orphans: 2; }
p { hyphens: auto; -webkit-hyphens: auto; }
h1, h2, h3, .scene-break, .text-break, .verse, :lang(zh) p { hyphens: none; -webkit-hyphens: none; }
:lang(zh) em { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right; }
h1, h2 { break-before: page; line-height: 1.4; }
.scene-break p, .text-break p { text-align: center; }
[role="doc-dedication"] p, [role="doc-epigraph"] p { text-align: center; text-indent: 0; }
aside p { text-indent: 0; }
nav ol { list-style: none; padding-left: 1em; }
nav li { margin: 0.4em 0; }
img[role="doc-cover"] { display: block; max-height: 100%; margin: 0 auto; }
"""
_SPACE: Final = "p + p { margin-top: 1em; }\n"
_NO_INDENT: Final = "p { text-indent: 0; }\n"
_JUSTIFIED: Final = "p { text-align: justify; }\n"
_SPACED_LATER: Final = ".verse p, .centered p, .scene-break p { margin-top: 0; }\n"
_CENTRED_AFTER: Final = ".centered p, .scene-break p, .text-break p { text-align: center; }\n"
_RIGHT_AFTER: Final = ".right-aligned p { text-align: right; }\n"
_VERSE_AFTER: Final = ".verse p, .letter p { text-align: left; }\n"


def style_sheet(settings: CompileSettings | None, language: str) -> str:
    """That of a book as a preset wants it."""
    if settings is None:
        return STYLE_SHEET
    made = STYLE_SHEET + _OF_A_PRESET
    if settings.page.justified:
        made += _JUSTIFIED + _CENTRED_AFTER + _RIGHT_AFTER + _VERSE_AFTER
    if settings.typography.paragraph_space:
        made += _SPACE + _SPACED_LATER + ("" if is_han(language) else _NO_INDENT)
    return made
