# SPDX-License-Identifier: MIT
"""Novels with a past, and the page on which it is seen."""

from __future__ import annotations

from novelist.domain.document import document_of
from novelist.services import novels, outline, texts
from novelist.services.history import snapshots

OLD = ("It was strange.", "A story about a rope.", "It rained.", "She left.")
NEW = ("It was impossible.", "It rained.", "She left at noon.")


async def a_novel(*versions, title="Tide"):
    """A novel with one scene that was saved so; the ids of both."""
    novel = await novels.create_novel(title="Harbour", language="en")
    scene = (await outline.load_outline(novel))[1].id
    await outline.set_attribute(novel, ids=[scene], name="title", value=title)
    text = texts.OpenText((await texts.load_text(scene)).body)
    for version in versions:
        await text.save(document_of(*version))
    return novel, scene


async def a_rewritten_scene(name="Then"):
    """A novel whose scene was ``OLD``, got a name, and is ``NEW``; the ids of both."""
    novel, scene = await a_novel(OLD)
    await snapshots.take_snapshot(novel, name=name, item_id=scene)
    text = texts.OpenText((await texts.load_text(scene)).body)
    await text.save(document_of(*NEW))
    return novel, scene


async def open_history(program, novel):
    """Open the novel, then its history with the activity bar."""
    await program.controller.open_novel(novel)
    program.click(program.child("rail_history"))
    await program.until(lambda: program.window.current_page == "history")
    await program.controller.tasks.finish()


def page(program):
    return program.controller.history.page


def listed(program):
    """The titles in the list of versions."""
    rows = page(program).side.versions.versions.rows()
    return [row.data() for row in rows]


async def choose(program, place):
    """Choose a version with the keyboard."""
    versions = page(program).side.versions
    versions.setCurrentIndex(versions.versions.rows()[place])
    await program.controller.tasks.finish()


async def words_of(scene):
    return (await texts.load_text(scene)).document.plain_text.split("\n")


async def show_scope(program, scope):
    """Choose what is listed at the left."""
    page(program).side.scopes.set_value(scope)
    await program.controller.tasks.finish()
