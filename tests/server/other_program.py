# SPDX-License-Identifier: MIT
"""Another process that has the same library open: told what to do, line by line."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WITHIN = 10.0

PROGRAM = """
import asyncio, json, sys
from novelist.db import session as database
from novelist.domain.document import document_of
from novelist.services import novels, outline, texts

async def main():
    await database.init_async_db(sys.argv[1])
    await database.init_db(create=False)
    for line in sys.stdin:
        order, *arguments = json.loads(line)
        print(json.dumps(await globals()[order](*arguments)), flush=True)
    await database.close_async_db()

async def write(item_id, text):
    loaded = await texts.load_text(item_id)
    await texts.save_text(loaded.body, document_of(text))

async def rename(novel_id, item_id, title):
    await outline.set_attribute(novel_id, ids=[item_id], name="title", value=title)

async def describe(novel_id, item_id, synopsis):
    await outline.set_attribute(novel_id, ids=[item_id], name="synopsis", value=synopsis)

async def add(novel_id, count):
    return [(await outline.create_item(novel_id, kind=KIND.SCENE, parent_id=None)).ids[0]
            for _ in range(count)]

async def titles(novel_id):
    return [item.title for item in await outline.load_outline(novel_id)]

from novelist.domain.enums import ItemKind as KIND
asyncio.run(main())
"""


class OtherProgram:
    """Another process that has the library open."""

    def __init__(self, url):
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, url],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    async def do(self, *order):
        """Let it do something; what came of it."""
        return await asyncio.to_thread(self._do, order)

    def _do(self, order):
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self):
        self._process.stdin.close()
        assert self._process.wait(WITHIN) == 0
        self._process.stdout.close()
