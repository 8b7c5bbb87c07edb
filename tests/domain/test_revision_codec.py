# SPDX-License-Identifier: MIT
"""The promises of ``novelist.domain.revision_codec``."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.document import document_of
from novelist.domain.document_text import digest, to_json_lines
from novelist.domain.revision_codec import KEYFRAME_EVERY, apply, common_ends, decode, encode
from novelist.errors import RevisionDamagedError

texts = st.text(st.characters(codec="utf-8"), max_size=300)


def packed(versions):
    """Each version packed upon the one before, with the rows that are needed to read it."""
    base, chain, found = None, [], []
    for version in versions:
        row = encode(version, base)
        base = row.base
        chain = [*chain, row.data] if row.is_delta else [row.data]
        found.append((row, tuple(chain)))
    return found


def drafts(count, words=3_000, chance=None, vocabulary=("tide", "harbour", "ledger", "rain")):
    """A scene that grows to so many words, with a correction here and there."""
    chance = chance or random.Random(3)
    made = [chance.choice(vocabulary) + chance.choice("abcdefgh") * 2 for _ in range(200)]
    for number in range(1, count + 1):
        while len(made) < words * number // count:
            made.append("".join(chance.choices("abcdefghijklmnop", k=chance.randint(2, 9))))
        made[chance.randrange(max(0, len(made) - 60), len(made))] = chance.choice(vocabulary)
        lines = [" ".join(made[at : at + 80]) for at in range(0, len(made), 80)]
        yield to_json_lines(document_of(*lines))


@given(st.lists(texts, min_size=1, max_size=45))
def test_every_version_comes_back(versions):
    for version, (row, chain) in zip(versions, packed(versions), strict=True):
        assert decode(chain, row.digest) == version
        assert row.digest == digest(version)
        assert len(chain) <= KEYFRAME_EVERY


@given(texts, texts)
def test_shared_ends_never_overlap(old, new):
    first, second = old.encode(), new.encode()
    prefix, suffix = common_ends(first, second)
    assert prefix + suffix <= min(len(first), len(second))
    assert first[:prefix] == second[:prefix]
    assert first[len(first) - suffix :] == second[len(second) - suffix :]


def test_every_twentieth_version_is_whole():
    rows = [row for row, _ in packed(drafts(60))]
    whole = [number for number, row in enumerate(rows) if not row.is_delta]
    assert all(later - earlier <= KEYFRAME_EVERY for earlier, later in itertools.pairwise(whole))


def test_a_text_that_was_rewritten_is_kept_whole():
    old, new = (to_json_lines(document_of(word * 500)) for word in ("tide ", "雾港"))
    row, rewritten = (each for each, _ in packed([old, new + new[::-1]]))
    assert not rewritten.is_delta
    assert len(rewritten.data) < len(row.data) * 4


def test_a_thousand_versions_of_a_scene_take_little_and_are_read():
    """How quickly is measured by ``make bench``."""
    versions = list(drafts(1_000))
    found = packed(versions)
    raw = sum(len(version.encode()) for version in versions)
    assert sum(len(row.data) for row, _ in found) < raw * 0.05
    for version, (row, chain) in zip(versions[::7], found[::7], strict=True):
        assert decode(chain, row.digest) == version


def test_small_changes_at_both_ends_stay_small():
    old = next(drafts(1))
    new = old.replace("tide", "ebb", 1)[:-60] + "and so it ended" + old[-60:]
    row, changed = (each for each, _ in packed([old, new]))
    assert changed.is_delta
    assert len(changed.data) < len(row.data) * 0.05


@pytest.mark.parametrize("damaged", ["keyframe", "delta"])
def test_forty_flipped_bytes_are_noticed(damaged):
    chance = random.Random(11)
    row, chain = packed(drafts(12))[-1]
    for _ in range(100):
        rows = [bytearray(data) for data in chain]
        target = rows[0] if damaged == "keyframe" else rows[-1]
        for _ in range(40):
            target[chance.randrange(len(target))] ^= chance.randrange(1, 256)
        with pytest.raises(RevisionDamagedError):
            decode(map(bytes, rows), row.digest)


def test_one_flipped_byte_is_noticed_wherever_it_is():
    row, chain = packed(drafts(3))[-1]
    for place in range(len(chain[-1])):
        data = bytearray(chain[-1])
        data[place] ^= 0x10
        with pytest.raises(RevisionDamagedError):
            decode([*chain[:-1], bytes(data)], row.digest)


@pytest.mark.parametrize("data", [b"", b"\x01", b"\x09abc", b"\x01\xff\xff", b"\x02\x7f\x7f"])
def test_what_we_never_wrote_is_refused(data):
    with pytest.raises(RevisionDamagedError):
        apply(data, b"base")
