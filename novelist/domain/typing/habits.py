# SPDX-License-Identifier: MIT
"""How languages write: their quotation marks, dashes and ellipses, and where sentences do not end.

Sources: The Chicago Manual of Style; Duden; Lexique des règles typographiques; Ortografía de la
lengua española; GB/T 15834–2011 (Chinese); JIS X 4051.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from novelist.domain.languages import is_han, primary

NO_BREAK_SPACE: Final = "\u00a0"
NARROW_SPACE: Final = "\u202f"
APOSTROPHE: Final = "’"


@dataclass(frozen=True, slots=True)
class QuoteStyle:
    """The marks that the two keys give, and the space that stands inside of the double ones."""

    double: tuple[str, str]
    single: tuple[str, str]
    space: str = ""


QUOTE_STYLES: Final[Mapping[str, QuoteStyle]] = {
    "curly": QuoteStyle(("“", "”"), ("‘", "’")),
    "low": QuoteStyle(("„", "“"), ("‚", "‘")),
    "low_high": QuoteStyle(("„", "”"), ("‚", "’")),
    "right": QuoteStyle(("”", "”"), ("’", "’")),
    "guillemets": QuoteStyle(("«", "»"), ("‹", "›")),
    "guillemets_spaced": QuoteStyle(("«", "»"), ("’", "’"), NO_BREAK_SPACE),
    "guillemets_inward": QuoteStyle(("»", "«"), ("›", "‹")),
    "guillemets_curly": QuoteStyle(("«", "»"), ("“", "”")),
    "guillemets_low": QuoteStyle(("«", "»"), ("„", "“")),
    "corner": QuoteStyle(("「", "」"), ("『", "』")),
}
DASH_STYLES: Final[Mapping[str, tuple[str, str]]] = {  # what two hyphens give, and three
    "em": ("—", ""),
    "en": ("–", "—"),
    "double": ("——", ""),
}


@dataclass(frozen=True, slots=True)
class Habits:
    """One language: the defaults of what can be chosen, and what its rules need to know."""

    quotes: str = "curly"
    dashes: str = "em"
    ellipsis: str = "…"
    stops: frozenset[str] = frozenset()
    """What ends in a full stop and no sentence, in lower case and without the stop."""
    ordinals: bool = False
    """Whether a full stop after digits makes an ordinal: “3. März”."""
    elisions: frozenset[str] = frozenset()
    """What is left of words that begin with an apostrophe; with a capital too where it has one."""
    spaces: Mapping[str, str] = field(default_factory=dict)
    """Marks, and the space that a plain one before them becomes."""
    is_han: bool = False


_EVERYWHERE: Final = "prof dr st etc cf vs no nr vol p pp ed"
_ENGLISH: Final = (
    "mr mrs ms messrs mx jr sr esq rev hon gen col maj capt cpt lt sgt cpl pvt adm cmdr gov sen rep"
    " pres supt det insp sis fr mt ave blvd rd ft dept univ inc ltd co corp bros e.g i.e a.m p.m"
    " u.s u.k ph.d b.a m.a approx est fig figs ch chap al ibid viz jan feb mar apr jun jul aug sep"
    " sept oct nov dec mon tue tues wed thu thurs fri"
)
_ELISIONS: Final = (
    "tis twas twere twill twould twixt 'Tis 'Twas 'Twere 'Twill 'Twould em til bout cause cos cuz"
    " gainst neath nother un uns n n’"
)
_GERMAN: Final = (
    "hr fr frl bzw ca z.b d.h u.a usw evtl ggf inkl str tel jh jhd mio mrd geb gest vgl bzgl sog"
)
_FRENCH: Final = "m mm mme mmes mlle mlles me mgr av apr env ex p.ex c.-à-d j.-c tél bd"
_SPANISH: Final = "sr sra sres sras srta d dña ud uds vd vds p.ej ee.uu av avda tel cap pág págs"
_HIGH_MARKS: Final = {mark: NARROW_SPACE for mark in ";!?"} | {":": NO_BREAK_SPACE}


def _stops(words: str = "") -> frozenset[str]:
    return frozenset(f"{_EVERYWHERE} {words}".split())


def _elisions(words: str) -> frozenset[str]:
    return frozenset(word.lstrip("'") for word in words.split())


_BY_KEY: Final[Mapping[str, Habits]] = {
    "en": Habits(stops=_stops(_ENGLISH), elisions=_elisions(_ELISIONS)),
    "zh": Habits(dashes="double", ellipsis="……", is_han=True),
    "zh-Hant": Habits(quotes="corner", dashes="double", ellipsis="……", is_han=True),
    "ja": Habits(quotes="corner", dashes="double", ellipsis="……", is_han=True),
    "de": Habits(quotes="low", dashes="en", stops=_stops(_GERMAN), ordinals=True),
    "fr": Habits(quotes="guillemets_spaced", stops=_stops(_FRENCH), spaces=_HIGH_MARKS),
    "es": Habits(quotes="guillemets_curly", stops=_stops(_SPANISH)),
    "it": Habits(quotes="guillemets_curly", dashes="en", stops=_stops("sig sigg avv ing on")),
    "pt": Habits(stops=_stops("sr sra srs sras d av")),
    "nl": Habits(dashes="en", stops=_stops("dhr mevr mw ir"), elisions=_elisions("s t n k m r ns")),
    "sv": Habits(quotes="right", dashes="en", stops=_stops("bl.a t.ex d.v.s m.m kl")),
    "fi": Habits(quotes="right", dashes="en", stops=_stops("esim ks mm ns"), ordinals=True),
    "da": Habits("guillemets_inward", dashes="en", stops=_stops("bl.a f.eks"), ordinals=True),
    "nb": Habits(quotes="guillemets", dashes="en", stops=_stops("bl.a f.eks"), ordinals=True),
    "pl": Habits(quotes="low_high", dashes="en", stops=_stops("np itd itp m.in"), ordinals=True),
    "cs": Habits(quotes="low", dashes="en", stops=_stops("např apod atd"), ordinals=True),
    "hu": Habits(quotes="low_high", dashes="en", stops=_stops("pl stb"), ordinals=True),
    "ru": Habits(quotes="guillemets_low", stops=_stops("г гг т.е т.д т.п им ул")),
    "uk": Habits(quotes="guillemets_low", stops=_stops("р рр т.д т.п ім вул")),
}  # fmt: skip
_OTHERS: Final = Habits(stops=_stops())
_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})

LANGUAGES: Final = tuple(_BY_KEY)
"""The languages with rules of their own, by key."""


def language_key(language: str) -> str:
    """What a language's rules are kept under: “en” for en-GB; Chinese has two."""
    first = primary(language)
    if first == "ja" or not is_han(language):
        return "nb" if first in ("no", "nn") else first or "en"
    rest = language.replace("_", "-").lower().split("-")[1:]
    return "zh-Hant" if _TRADITIONAL & {*rest} and "hans" not in rest else "zh"


def habits_of(language: str) -> Habits:
    """How a language (BCP 47) writes; what all have in common where it is not known here."""
    return _BY_KEY.get(language_key(language), _OTHERS)
