# SPDX-License-Identifier: MIT
"""The dictionaries there are: those we bring, the user's own, the system's; and adding one.

A dictionary is two files of one name, ``de_DE.aff`` and ``de_DE.dic``, in Hunspell's form.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Final

from novelist import paths
from novelist.domain.languages import primary
from novelist.errors import DictionaryError, DictionaryHalfError, DictionaryNameError

LARGEST: Final = 64 * 2**20  # bytes of one file; the largest ones known have 10 MB
_SYSTEM: Final = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/local/share/hunspell")
_MAC: Final = ("/Library/Spelling", "~/Library/Spelling")
_NAME: Final = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{1,12})*")
_SET: Final = re.compile(rb"^[ \t]*SET[ \t]+(\S+)", re.MULTILINE)
_FLAG: Final = re.compile(r"^[ \t]*FLAG[ \t]+(\S+)", re.MULTILINE)
_UTF_8: Final = "utf-8"
# Which of several countries is meant where a novel names none, or one that has no dictionary.
_USUAL: Final = {"en": "en_US", "pt": "pt_PT", "de": "de_DE", "fr": "fr", "es": "es"}
_LIKE_BRITISH: Final = frozenset({"au", "ie", "in", "nz", "sg", "za"})


class Origin(IntEnum):
    """Whose it is; of two with one name the one of the higher origin is taken."""

    SYSTEM = 0
    BUNDLED = 1
    OWN = 2


@dataclass(frozen=True, slots=True)
class Dictionary:
    """One dictionary: the name of its files and where they are."""

    name: str
    folder: Path
    origin: Origin

    @property
    def language(self) -> str:
        """The language it is of: "en-GB" of ``en_GB``."""
        return self.name.replace("_", "-")

    @property
    def files(self) -> tuple[Path, Path]:
        """Rules of inflection, and words."""
        return self.folder / f"{self.name}.aff", self.folder / f"{self.name}.dic"


def own_folder() -> Path:
    """Where the user's own dictionaries are kept. Not created here."""
    return paths.data_folder() / "dictionaries"


def find_dictionaries() -> dict[str, Dictionary]:
    """Every dictionary of this computer by its name; of one name the user's own comes first."""
    found: dict[str, Dictionary] = {}
    system = [
        Path(name).expanduser() for name in _SYSTEM + (_MAC if sys.platform == "darwin" else ())
    ]
    places = [*((folder, Origin.SYSTEM) for folder in system)]
    places += [(paths.resources() / "dictionaries", Origin.BUNDLED), (own_folder(), Origin.OWN)]
    for folder, origin in places:
        found |= {name: Dictionary(name, folder, origin) for name in _names_in(folder)}
    return found


def _names_in(folder: Path) -> list[str]:
    try:
        names = {entry.name for entry in os.scandir(folder)}
    except OSError:
        return []
    stems = (name.removesuffix(".dic") for name in sorted(names) if name.endswith(".dic"))
    return [stem for stem in stems if f"{stem}.aff" in names and _NAME.fullmatch(stem)]


def dictionary_for(language: str, available: Mapping[str, Dictionary]) -> Dictionary | None:
    """The dictionary for texts in a language (a BCP 47 tag); None where there is none."""
    wanted = primary(language)
    names = sorted(name for name in available if primary(name) == wanted)
    for name in _wishes(language):
        for each in names:
            if each.lower() == name.lower():
                return available[each]
    return available[names[0]] if names else None


def _wishes(language: str) -> Iterable[str]:
    """The names to look for, the best first."""
    tags = language.replace("-", "_").split("_")
    for end in range(len(tags), 1, -1):
        yield "_".join(tags[:end])
    if len(tags) > 2:
        yield f"{tags[0]}_{tags[-1]}"
    if tags[0].lower() == "en" and tags[-1].lower() in _LIKE_BRITISH:
        yield "en_GB"
    yield tags[0]
    yield _USUAL.get(tags[0].lower(), f"{tags[0]}_{tags[0]}")


def read_for_adding(chosen: Path) -> tuple[str, bytes, bytes]:
    """Name, rules and words of a dictionary that was chosen by one of its files, in UTF-8.

    Raises ``DictionaryError`` for what cannot be one.
    """
    rules, words = chosen.with_suffix(".aff"), chosen.with_suffix(".dic")
    if not _NAME.fullmatch(chosen.stem):
        raise DictionaryNameError(chosen)
    raw_rules, raw_words = _read(rules), _read(words)
    encoding = _encoding_of(rules, raw_rules)
    try:
        text, listed = raw_rules.decode(encoding), raw_words.decode(encoding)
    except UnicodeDecodeError as error:
        raise DictionaryError(chosen, "encoding") from error
    text, listed = text.removeprefix("\ufeff"), listed.removeprefix("\ufeff")
    if "\0" in text + listed or not re.match(r"\s*\d{1,8}\s*$", listed.partition("\n")[0]):
        raise DictionaryError(chosen, "form")
    if encoding == _UTF_8 or not _can_change(text):
        return chosen.stem, raw_rules, raw_words
    return chosen.stem, _in_utf_8(text), listed.encode(_UTF_8)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            found = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise DictionaryHalfError(path) from error
    except OSError as error:
        raise DictionaryError(path, "not readable") from error
    if len(found) > LARGEST:
        raise DictionaryError(path, "form")
    return found


def _encoding_of(path: Path, rules: bytes) -> str:
    """The encoding that the rules name; Hunspell's own where they name none."""
    found = _SET.search(rules.removeprefix(b"\xef\xbb\xbf"))
    name = found[1].decode("ascii", "replace").lower() if found else "iso8859-1"
    name = {"microsoft-cp1251": "cp1251", "tis620-2533": "tis-620"}.get(name, name)
    try:
        "".encode(name)
        return _UTF_8 if name.replace("-", "") == "utf8" else name
    except LookupError as error:
        raise DictionaryError(path, "encoding") from error


def _can_change(rules: str) -> bool:
    """Whether the flags of the rules mean the same in UTF-8: pairs of letters may not."""
    kind = _FLAG.search(rules)
    return kind is None or kind[1].lower() in ("num", "utf-8") or rules.isascii()


def _in_utf_8(rules: str) -> bytes:
    text = re.sub(r"^[ \t]*SET[ \t].*$", "", rules, count=1, flags=re.MULTILINE)
    flag = "" if _FLAG.search(rules) else "FLAG UTF-8\n"
    return f"SET UTF-8\n{flag}{text}".encode(_UTF_8)


def keep_own(name: str, rules: bytes, words: bytes, folder: Path | None = None) -> Dictionary:
    """Put a dictionary among the user's own, over one of the same name. Raises ``OSError``."""
    kept = Dictionary(name, folder or own_folder(), Origin.OWN)
    kept.folder.mkdir(parents=True, exist_ok=True)
    for path, content in zip(kept.files, (rules, words), strict=True):
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(content)
        beside.replace(path)
    return kept


def remove_own(name: str) -> None:
    """Take one of the user's own dictionaries away again. Raises ``OSError``."""
    for path in Dictionary(name, own_folder(), Origin.OWN).files:
        path.unlink(missing_ok=True)
