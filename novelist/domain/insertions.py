# SPDX-License-Identifier: MIT
"""What the narrator puts into a speech that begins with a dash, as each language does it.

French, English and Chinese name who speaks behind a comma or a point; the others put it between
dashes. Offsets are code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from novelist.domain.languages import primary

_DASHES: Final = "—–―"
_LEADING: Final = re.compile(rf"\s*[{_DASHES}](?![{_DASHES}])(?=\s*\S)")
_DASH: Final = re.compile(rf"(?<![{_DASHES}])[{_DASHES}](?![{_DASHES}])")
_POINTS: Final = ",.!?…;:»”"
_SENTENCE_END: Final = ".!?…。！？"
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")

# 破折号 is two dashes. "——鲁迅", without any point, names where something is from.
_CHINESE_LEADING: Final = re.compile(r"\s*——(?=[^—\s].*[，。！？…；：])")
_CHINESE_DASH: Final = re.compile(r"(?<=[，。！？…；」”])——(?!—)")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_CHINESE_TAG: Final = re.compile(
    r"(?<=[，。！？…])(?:[他她它我]们?|[^\W\d_A-Za-z不没别要会想能可你我他她这那的了听再就也都还来去]{2,4}?)"
    r"(?:[低轻大小高柔]声|[笑哭喊叫]着|冷冷地|淡淡地|忽然|接着)?"
    r"(?:说道?|(?<!请)问道?|(?<!知)道|回?答道?|[喊叫]道?)(?P<end>[，。：]|$)"
)

_FRENCH_VERBS: Final = (
    "dit|dis|fit|fis|répondit|répondis|demanda|demandai|murmura|reprit|ajouta|cria|continua|pensa"
    "|répliqua|soupira|souffla|lança|chuchota|s['’]écria|s['’]exclama|interrompit|hurla|expliqua"
    "|déclara|annonça|balbutia|poursuivit|conclut|marmonna|grommela|insista|objecta|répéta|admit"
)
_FRENCH_TAG: Final = re.compile(
    rf"(?<=[,!?…»])\s+(?:(?:{_FRENCH_VERBS})\b"
    r"|[^\W\d_A-Z][\w'’]*(?:-t)?-(?:il|elle|on|je|ils|elles)\b)"
    r"[^.,;:!?…]*(?P<end>[.,;:!?…]|$)"
)

_ENGLISH_VERBS: Final = (
    "said|says|asked|replied|answered|cried|whispered|murmured|muttered|shouted|called|added|began"
    "|continued|returned|exclaimed|repeated|inquired|observed|remarked|thought|sighed|laughed"
    "|snapped|growled|hissed|insisted|agreed|admitted|explained|declared|announced|demanded"
    "|protested|suggested|interrupted|went on"
)
_ENGLISH_TAG: Final = re.compile(
    rf"(?<=[,!?…])\s+(?:(?:{_ENGLISH_VERBS})\s+(?:[A-Z]|(?:the|an?|his|her|my|our|their|old)\s|"
    r"(?:he|she|they|we|it)\b)"
    rf"|(?:he|she|they|we|I|the\s\w+|[A-Z]\w+(?:\s[A-Z]\w+)?)\s(?:\w+ly\s)?(?:{_ENGLISH_VERBS})"
    rf"(?=\s*(?:[.,;:{_DASHES}]|$)|\s(?:\w+ly|to|with|in|and|at|from|after|over|again|as)\b))"
    rf"[^.,;:!?…{_DASHES}]*(?P<end>[.,;:!?…{_DASHES}]|$)"
)


def leading_dash(text: str, language: str) -> int | None:
    """Where the dash stands that lets a paragraph begin with a speech, or None."""
    found = _LEADING.match(text)
    if found is not None:
        return found.end() - 1
    if not _is_chinese(text, language):
        return None
    found = _CHINESE_LEADING.match(text)
    return None if found is None else found.end() - 2


def insertions_after_dash(text: str, start: int, language: str) -> list[tuple[int, int]]:
    """What the narrator says in a paragraph whose speech begins with the dash at ``start``."""
    if text.startswith("——", start):
        return _tagged(text, start, _CHINESE_TAG, _CHINESE_DASH) or _between_dashes(
            text, start, _CHINESE_DASH
        )
    if primary(language) == "fr":
        return _tagged(text, start, _FRENCH_TAG, None)
    if primary(language) in ("en", ""):
        tagged = _tagged(text, start, _ENGLISH_TAG, _DASH)
        if tagged:
            return tagged
    return list(_dashed(text, start))


def _is_chinese(text: str, language: str) -> bool:
    return primary(language) != "ja" and _HAN.search(text) is not None


def _tagged(
    text: str, start: int, tag: re.Pattern[str], dash: re.Pattern[str] | None
) -> list[tuple[int, int]]:
    """« — Viens, dit-il, il est tard. »: a verb and who says it, up to the next point.

    Behind a full stop the narrator goes on up to the ``dash`` that begins the next speech.
    """
    insertions: list[tuple[int, int]] = []
    speeches = [] if dash is None else _begun_again(text, start, dash)
    for found in tag.finditer(text, start):
        end = found.end()
        if found["end"] in ("?", "!"):  # a question of who speaks
            continue
        if insertions and found.start() < insertions[-1][1]:
            continue
        if dash is not None and found["end"] in _DASHES:
            end = found.start("end")
        elif dash is not None and found["end"] in ".。":
            after = bisect_left(speeches, end)
            last = len(text) if found["end"] == "。" else end
            end = speeches[after] if after < len(speeches) else last
        insertions.append((found.start(), end))
    return insertions


def _begun_again(text: str, start: int, dash: re.Pattern[str]) -> list[int]:
    """Where a dash behind a sentence begins a speech again."""
    places = (found.start() for found in dash.finditer(text, start + 1))
    return [at for at in places if text[max(at - 4, 0) : at].rstrip()[-1:] in _SENTENCE_END]


def _between_dashes(text: str, start: int, dash: re.Pattern[str]) -> list[tuple[int, int]]:
    """From the second dash to the third, and so on."""
    places = [found.start() for found in dash.finditer(text, start + 1)] + [len(text)]
    return list(pairwise(places))[::2]


def _dashed(text: str, start: int) -> Iterator[tuple[int, int]]:
    """—Ven —dijo él—, que es tarde. — Иди, — сказал он. — Поздно."""
    is_cyrillic = _CYRILLIC.search(text) is not None
    begun: int | None = None
    for found in _DASH.finditer(text, start + 1):
        place = found.start()
        if begun is None and _begins_insertion(text, place, is_cyrillic=is_cyrillic):
            begun = place
        elif begun is not None and _ends_insertion(text, place, is_cyrillic=is_cyrillic):
            after = place + 1
            attached = not text[place - 1].isspace()
            yield begun, after if attached else place
            begun = None
    if begun is not None:
        yield begun, len(text)


def _begins_insertion(text: str, place: int, *, is_cyrillic: bool) -> bool:
    after = text[place + 1 : place + 2]
    if not text[place - 1].isspace() or not after:
        return False
    if not after.isspace():
        return True
    said = text[:place].rstrip()[-1:]
    if said in _POINTS:
        return True
    return not is_cyrillic and text[place + 1 :].lstrip()[:1].islower()


def _ends_insertion(text: str, place: int, *, is_cyrillic: bool) -> bool:
    before, after = text[place - 1], text[place + 1 : place + 2]
    if not before.isspace():
        return not after or after.isspace() or after in _POINTS
    if is_cyrillic:
        return text[:place].rstrip()[-1:] in _POINTS
    return bool(after) and (after.isspace() or after in _POINTS)
