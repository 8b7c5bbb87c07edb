# SPDX-License-Identifier: MIT
"""Hypothesis strategies for documents, shared by every round trip."""

from __future__ import annotations

from hypothesis import strategies as st

from novelist.domain import document as d

# Characters that importers take out: no text of ours holds them (novelist/importers/layout.py).
NEVER = "\ufeff\ufff9\ufffa\ufffb\ufffc\ufffe\uffff" + "".join(map(chr, range(0xFDD0, 0xFDF0)))
TEXTS = st.text(
    st.one_of(
        st.sampled_from("abcXYZ 019　 .,;:!?'\"-–—…*_~^`[](){}<>&#|\\=+/$%@\u00a0。，《》“”强调春"),
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=NEVER),
    ),
    max_size=20,
)
NON_EMPTY = TEXTS.filter(bool)
NAMES = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
PLAIN_MARKS = (
    d.EMPHASIS,
    d.STRONG,
    d.UNDERLINE,
    d.STRIKE,
    d.SMALL_CAPS,
    d.SUPERSCRIPT,
    d.SUBSCRIPT,
    d.HIGHLIGHT,
)
VALUE_MARKS = (d.LINK, d.LANGUAGE, d.RUBY, d.COMMENT)
JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=4,
)


@st.composite
def known_marks(draw: st.DrawFn) -> d.Marks:
    """Marks that this version knows, in canonical order."""
    plain = draw(st.lists(st.sampled_from(PLAIN_MARKS), max_size=3, unique=True))
    valued = draw(st.dictionaries(st.sampled_from(VALUE_MARKS), NON_EMPTY, max_size=2))
    return d.marks(*plain, **valued)


@st.composite
def known_blocks(draw: st.DrawFn) -> d.Block:
    """A normal block of a kind, marks, attributes and atoms that this version knows."""
    kind, attrs = draw(_KINDS)
    if kind in (d.SCENE_BREAK, d.IMAGE_BLOCK):
        return d.Block(kind, (), attrs)
    runs = st.builds(d.Run, NON_EMPTY, known_marks())
    inlines = draw(st.lists(st.one_of(runs, runs, _ATOMS), max_size=5))
    return d.normal(d.Block(kind, tuple(inlines), attrs))


def _attributes(**values: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional=values)


_ALIGN = st.sampled_from(("center", "right", "justify"))
_INDENT = st.sampled_from(("none", "hanging"))
_IMAGE = {"digest": NAMES, "alt": TEXTS, "width": st.integers(1, 4000)}
_KINDS = st.one_of(
    st.tuples(st.just(d.PARAGRAPH), _attributes(align=_ALIGN, indent=_INDENT)),
    st.tuples(
        st.just(d.HEADING),
        st.fixed_dictionaries({"level": st.integers(1, 4)}, optional={"align": _ALIGN}),
    ),
    st.tuples(st.just(d.SCENE_BREAK), _attributes(symbol=NON_EMPTY)),
    st.tuples(
        st.sampled_from((d.QUOTATION, d.VERSE, d.LETTER)), _attributes(align=_ALIGN, indent=_INDENT)
    ),
    st.tuples(st.just(d.LIST_ITEM), _attributes(ordered=st.just(True), depth=st.integers(1, 5))),
    st.tuples(st.just(d.IMAGE_BLOCK), _attributes(**_IMAGE, caption=TEXTS)),
)
_ATOMS = st.one_of(
    st.builds(d.Atom, st.just(d.LINE_BREAK), st.just({}), known_marks()),
    st.builds(d.Atom, st.just(d.IMAGE), _attributes(**_IMAGE), known_marks()),
    st.builds(
        d.Atom,
        st.just(d.PLACEHOLDER),
        st.fixed_dictionaries({"name": st.sampled_from(("title", "author", "words"))}),
        known_marks(),
    ),
    st.builds(
        d.Atom,
        st.just(d.FOOTNOTE),
        st.fixed_dictionaries(
            {
                "id": NAMES,
                "blocks": st.lists(st.builds(lambda t: ["p", [t]], NON_EMPTY), max_size=2),
            }
        ),
        known_marks(),
    ),
)

KNOWN_DOCUMENTS = st.builds(
    lambda blocks: d.Document(tuple(blocks)), st.lists(known_blocks(), max_size=6)
)
"""Normal documents with nothing but what this version knows."""

_FOREIGN_MARKS = st.dictionaries(
    NAMES,
    st.one_of(
        st.just(d.Mark("")),
        st.builds(lambda v: d.Mark("", v), NON_EMPTY),
        st.builds(
            lambda v: d.Mark("", v, True),
            st.sampled_from(("2", "null", '""', "[1,2]", '{"a":true}', "1.5", "true")),
        ),
    ),
    max_size=3,
).map(lambda found: d.canonical(d.Mark(name, m.value, m.raw) for name, m in found.items()))
_FOREIGN_INLINES = st.one_of(
    st.builds(d.Run, st.text(max_size=9), _FOREIGN_MARKS),
    st.builds(d.Atom, NAMES, st.dictionaries(NAMES, JSON_VALUES, max_size=3), _FOREIGN_MARKS),
)
_FOREIGN_BLOCKS = st.builds(
    d.Block,
    st.text(max_size=8),
    st.lists(_FOREIGN_INLINES, max_size=4).map(tuple),
    st.dictionaries(NAMES, JSON_VALUES, max_size=3),
)
DOCUMENTS = st.builds(
    lambda blocks: d.Document(tuple(blocks)),
    st.lists(st.one_of(known_blocks(), _FOREIGN_BLOCKS), max_size=6),
)
"""Any documents at all: unknown kinds, marks, atoms, attributes and values among them."""
