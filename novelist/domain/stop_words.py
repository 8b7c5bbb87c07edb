# SPDX-License-Identifier: MIT
"""Words that say little by themselves: how often they stand in a text tells nothing of it."""

from __future__ import annotations

from typing import Final

from novelist.domain.languages import primary

_ENGLISH: Final = (
    "a an the and or but nor so yet if then than as at by for from in into of off on onto out "
    "over to up upon with without about after again against all also am any are aren't around "
    "be because been before being between both can can't could couldn't did didn't do does "
    "doesn't doing don't down during each else even ever every few had hadn't has hasn't have "
    "haven't he he'd he'll he's her here hers herself him himself his how i i'd i'll i'm i've "
    "is isn't it it'd it'll it's its itself just like may me might more most much must my "
    "myself no not now one only other our ours ourselves own said same she she'd she'll she's "
    "should shouldn't some such that that's their theirs them themselves there there's these "
    "they they'd they'll they're they've this those though through too under until us very "
    "was wasn't we we'd we'll we're we've were weren't what when where which while who whom "
    "whose why will won't would wouldn't you you'd you'll you're you've your yours"
)
_FRENCH: Final = (
    "le la les l un une des du de d et ou mais où donc or ni car à au aux en dans par pour sur "
    "avec sans sous ce cet cette ces c qui que qu quoi dont il elle on nous vous ils elles je "
    "j tu me m te t se s lui leur y ne n pas plus son sa ses mon ma mes ton ta tes notre nos "
    "votre vos leurs est était étaient sont être été ai as a avait avaient avez avons ont fut "
    "si comme tout tous toute toutes même bien dit fait"
)
_SPANISH: Final = (
    "el la los las un una unos unas de del y o u e pero ni que en a al por para con sin sobre "
    "se su sus mi mis tu tus lo le les me te nos os yo tú él ella ellos ellas usted es era "
    "eran ser fue ha había han no sí ya más muy como cuando donde qué quien este esta ese esa "
    "esto eso todo todos toda todas si"
)
_STOP_WORDS: Final = {
    "en": frozenset(_ENGLISH.split()),
    "fr": frozenset(_FRENCH.split()),
    "es": frozenset(_SPANISH.split()),
}
# What holds Chinese sentences together: a phrase neither begins nor ends with one of these.
STOP_HAN: Final = frozenset(
    "的了是在我你他她它们这那有不也就都和与着过地得之其而于以为所被把从向对将又再还很更最只"
    "才却便即若如则且或及并个一二三两几些么吗呢吧啊呀哪谁上下中里来去说道到要会能可想"
)


def stop_words(language: str) -> frozenset[str]:
    """The words of a language that are left out; none where we do not know them."""
    return _STOP_WORDS.get(primary(language), frozenset())
