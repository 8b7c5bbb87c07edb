# SPDX-License-Identifier: MIT
"""Which groups of an RTF file hold words of the text, and which something else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from novelist.importers.parts import Part

KEPT: Final = frozenset((b"shppict", b"shpinst", b"ud", b"field", b"result"))
"""Groups that begin with a star (an unknown one is left out) and whose inside counts."""

SKIPPED: Final = frozenset(
    (
        b"colortbl", b"filetbl", b"listtable", b"listoverridetable", b"rsidtbl",
        b"nonshppict", b"sn", b"shprslt", b"xe", b"rxe", b"tc", b"tcn", b"txe", b"objclass",
        b"objname", b"objdata", b"datafield", b"bkmkstart", b"bkmkend", b"generator", b"userprops",
        b"atnid", b"atntime", b"atnicn", b"atnparent", b"themedata", b"datastore", b"xmlnstbl",
        b"mmathPr", b"latentstyles", b"falt", b"panose", b"expandedcolortbl", b"private1",
        b"ftnsep", b"ftnsepc", b"ftncn", b"aftnsep", b"aftnsepc", b"aftncn", b"keywords",
        b"operator", b"subject", b"comment", b"doccomm", b"category", b"manager", b"company",
        b"creatim", b"revtim", b"printim", b"buptim", b"background", b"pntxtb", b"pntxta",
    )
)  # fmt: skip
"""Groups whose inside is no text of the document."""

NAMED: Final[Mapping[bytes, Part]] = {
    b"objdata": Part.OBJECT, b"xe": Part.INDEX_ENTRY, b"rxe": Part.INDEX_ENTRY,
}  # fmt: skip
"""Those of them that a person may miss."""

PAGE_TEXTS: Final[Mapping[bytes, Part]] = {
    **dict.fromkeys((b"header", b"headerl", b"headerr", b"headerf"), Part.HEADER),
    **dict.fromkeys((b"footer", b"footerl", b"footerr", b"footerf"), Part.FOOTER),
}
"""What stands on every page."""

ANYWHERE: Final = frozenset((b"ud", b"title", b"author", b"shptxt", b"sn"))
"""Words that count inside a group that is left out too."""

STYLE_WORDS: Final = frozenset((b"s", b"outlinelevel"))

_HYPERLINK: Final = re.compile(r'HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))', re.IGNORECASE)
_LONGEST: Final = 2_000


def address_in(instruction: str) -> str:
    """The address that a field leads to; "" for other fields, and for places in the same file."""
    found = _HYPERLINK.match(instruction.strip())
    address = (found[1] or found[2] or "").strip() if found else ""
    return address if len(address) <= _LONGEST and address.isprintable() else ""
