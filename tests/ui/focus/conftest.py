# SPDX-License-Identifier: MIT
"""The page of the editor's tests."""

from __future__ import annotations

from tests.ui.editor.conftest import page

__all__ = ["page"]
