# SPDX-License-Identifier: MIT
"""The interface in one of its languages for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from novelist import paths
from novelist.ui.language import Language


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak this language inside; a test that fails there leaves nothing behind."""
    language = Language(paths.resources() / "i18n")
    language.choose(code)
    try:
        yield
    finally:
        language.remove()
