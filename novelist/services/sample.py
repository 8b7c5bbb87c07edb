# SPDX-License-Identifier: MIT
"""The short novel that comes with Novelist, to look around in."""

from __future__ import annotations

import asyncio

from novelist import paths
from novelist.importers.base import read_source
from novelist.services.importing import import_novel


async def create_sample(language: str) -> int:
    """Add the sample novel in "en" or "zh" to the library; its id."""
    source = paths.resources() / "sample" / f"sample-{language}.md"
    imported = await asyncio.to_thread(read_source, source)
    return (await import_novel(imported)).novel_id
