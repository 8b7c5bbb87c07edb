# SPDX-License-Identifier: MIT
"""Novels that go out: manuscripts, compiled books, mirrors of a library."""
