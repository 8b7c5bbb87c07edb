# SPDX-License-Identifier: MIT
"""The page of ``tests/ui/editor``, to comment on."""

from tests.ui.editor.conftest import page

__all__ = ["page"]
