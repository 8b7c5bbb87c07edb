# SPDX-License-Identifier: MIT
"""Whatever is typed, committed and removed: undo leads back to the beginning, redo to the end."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

ACTIONS = st.lists(
    st.one_of(
        st.sampled_from([("type", key) for key in "ab .,-'\"\n"]),
        st.sampled_from([("type", word) for word in ("teh ", "hm;", "--", "...", 'a. b "')]),
        st.sampled_from([("commit", text) for text in "“”「」（），。你𠮷"]),
        st.sampled_from([("press", Qt.Key.Key_Backspace), ("press", Qt.Key.Key_Left)]),
    ),
    max_size=15,
)
_ONCE = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
@_ONCE
@given(ACTIONS)
def test_undo_leads_to_the_beginning_and_redo_to_the_end(typist, language, actions):
    typist.begin("他说 the end.", language=language, capitals=True)
    beginning = typist.page.document
    for name, argument in actions:
        getattr(typist, name)(argument)
    end, document = typist.page.document, typist.page.edit.document()
    while document.isUndoAvailable():
        typist.undo()
    assert typist.page.document == beginning
    while document.isRedoAvailable():
        typist.redo()
    assert typist.page.document == end
