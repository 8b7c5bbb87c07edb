# SPDX-License-Identifier: MIT
"""The style sheet inside every exported HTML page: a book page, in light and in dark."""

from __future__ import annotations

from typing import Final

STYLE: Final = """\
:root { color-scheme: light dark; --page: #fdfcf9; --ink: #23211d; --faint: #6e695f; }
@media (prefers-color-scheme: dark) {
  :root { --page: #1c1b19; --ink: #dcd7cc; --faint: #98917f; }
}
html { background: var(--page); color: var(--ink); }
body {
  margin: 0 auto; max-width: 34rem; padding: 4rem 1.5rem 6rem; font-size: 1.125rem;
  font-family: Literata, "Source Serif 4", "EB Garamond", Georgia, "Times New Roman", serif;
  line-height: 1.6; hyphens: auto; overflow-wrap: break-word; font-kerning: normal;
}
:lang(zh), :lang(ja) {
  font-family: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif;
  line-height: 1.8; text-align: justify;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.3; text-align: center; white-space: pre-wrap; }
h1 { font-size: 2.2rem; margin: 2rem 0 0.5rem; }
h2 { font-size: 1.6rem; margin: 5rem 0 2rem; }
h3 { font-size: 1.3rem; margin: 4rem 0 2rem; }
h4, h5, h6 { font-size: 1rem; margin: 2rem 0 1rem; }
.author { text-align: center; color: var(--faint); margin-bottom: 4rem; }
p { margin: 0; text-indent: 1.5em; }
:lang(zh) p, :lang(ja) p { text-indent: 2em; }
:is(h1, h2, h3, h4, h5, h6, hr, blockquote, figure, .verse) + p,
section > p:first-child, blockquote > p:first-child { text-indent: 0; }
:lang(zh) :is(h1, h2, h3, h4, h5, h6, hr, blockquote, figure, .verse) + p,
:lang(zh) section > p:first-child, :lang(zh) blockquote > p:first-child { text-indent: 2em; }
p.flush, p.center, p.right, p.picture, .author, .verse p, .footnote p { text-indent: 0 !important; }
p.hanging { text-indent: -1.5em !important; padding-left: 1.5em; }
.center { text-align: center; }
.right { text-align: right; }
.justify { text-align: justify; }
hr.scene-break { border: 0; margin: 1.6em 0; text-align: center; text-indent: 0; }
hr.scene-break::before { content: attr(data-symbol); color: var(--faint); }
blockquote { margin: 1.6em 2em; }
.letter { border-inline-start: 1px solid var(--faint); padding-inline-start: 1.2em; }
.verse { margin: 1.6em 2em; }
.verse p { margin-bottom: 1em; white-space: pre-wrap; text-align: start; }
.small-caps { font-variant-caps: small-caps; }
:lang(zh) em, :lang(ja) em {
  font-style: normal; text-emphasis: dot; text-emphasis-position: under right;
}
mark { background: #f3e3a8; color: #23211d; }
sup, sub, .noteref { line-height: 0; }
.noteref { font-size: 0.75em; vertical-align: super; }
a { color: inherit; text-decoration-color: var(--faint); text-underline-offset: 0.2em; }
.footnotes { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--faint); }
.footnote { font-size: 0.9rem; margin-bottom: 0.5rem; }
figure { margin: 1.6em 0; text-align: center; }
figcaption, .picture { color: var(--faint); }
nav ol { list-style: none; padding: 0; margin: 2rem 0 4rem; }
nav li { margin: 0.4rem 0; }
nav li.inner { margin-inline-start: 1.5em; }
nav.neighbours { display: flex; justify-content: space-between; gap: 2rem; margin: 3rem 0 0; }
@media print {
  :root { --page: #fff; --ink: #000; --faint: #555; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  .chapter { break-before: page; }
  nav { display: none; }
}
"""
