# SPDX-License-Identifier: MIT
"""Real novels, where they lie beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"


def corpus(name: str) -> Path:
    """The file; skips the test where the collection is absent."""
    path = CORPORA / name
    if not path.exists():
        pytest.skip(f"../shared/corpora/{name} is not on this machine")
    return path
