# SPDX-License-Identifier: MIT
"""The style sheet of a book: what reading programs need, and no more than that."""

from __future__ import annotations

from typing import Final

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
