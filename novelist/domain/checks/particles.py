# SPDX-License-Identifier: MIT
"""的 where 地 (before a verb) or 得 (after one) is likelier. Candidates, not certainties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from novelist.domain.checks.finding import Check, Finding

_HAN: Final = "[\u4e00-\u9fff]"
# How something is done: doubled words (慢慢, 高高兴兴, 静悄悄) and usual adverbs.
_HOW: Final = (
    rf"(?:({_HAN})\1({_HAN})\2|{_HAN}({_HAN})\3|({_HAN})\4"
    "|小心翼翼|不由自主|情不自禁|目不转睛|不知不觉|自言自语|毫不犹豫|迫不及待|聚精会神|恋恋不舍"
    "|无可奈何|若无其事|理所当然|不约而同|突然|忽然|渐渐|拼命|仔细|认真|飞快|迅速|勉强|大声|小声"
    "|低声|轻声|用力|使劲|不停|不断|不住|一个劲)"
)
_VERB: Final = (
    "(?:走|跑|说|问|答|喊|叫|笑|哭|看|望|盯|瞪|听|想|坐|站|躺|睡|吃|喝|拿|放|推|拉|抱|握|抬|低|点头"
    "|摇头|摇|转|伸|打开|关上|推开|走进|走出|跟|追|退|爬|飞|掉|落|流|写|读|念|讲|告诉|回答|点了|叹"
    "|敲|拍|抓|捧|倒|闭|睁|爱|恨|骂|求|劝|等|靠|贴|穿|脱|咬|吻|擦|洗|扫|收|递|接|挥|跳|游|唱)"
)
_NOT_A_VERB: Final = (
    "(?!笑容|笑声|哭声|看法|想法|说法|走廊|叫声|听众|读者|写法|爱情|爱人|跟前|等级|收获|点心)"
)
_BEFORE_VERB: Final = re.compile(rf"{_HOW}(的){_NOT_A_VERB}{_VERB}")

_DONE: Final = (
    "(?:跑|走|说|笑|哭|吃|睡|长|写|做|唱|跳|飞|吓|气|累|冷|热|疼|痛|高兴|激动|紧张|害怕|打扮|变|来|去"
    "|过|活|玩|干|忙|急|饿|渴|想|听|看|穿|站|坐|学|讲|记|住|挤|照|红|白|黑|亮)"
)
_HOW_WELL: Final = (
    "(?:很(?:快|慢|好|早|晚|远|近|高|低|多|少|紧|香|甜|苦|累|开心|厉害|清楚|仔细|认真|漂亮)|太快|太慢"
    "|飞快|不得了|了不得|要命|要死|发抖|直发抖|说不出话|喘不过气|睁不开眼|合不拢嘴|像个|像一|团团转"
    "|一塌糊涂|津津有味|满头大汗|满脸通红|淋漓尽致)"
)
_AFTER_VERB: Final = re.compile(rf"{_DONE}(的){_HOW_WELL}")


def particles(text: str) -> Iterator[Finding]:
    """Every 的 of a paragraph that is likelier 地 or 得."""
    if "的" not in text:
        return
    for pattern, wanted in ((_BEFORE_VERB, "地"), (_AFTER_VERB, "得")):
        for found in pattern.finditer(text):
            place = found.start(found.lastindex or 0)
            yield Finding(place, place + 1, Check.PARTICLE, wanted)
