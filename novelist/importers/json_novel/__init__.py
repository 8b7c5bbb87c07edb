# SPDX-License-Identifier: MIT
"""Novels that Novelist wrote as JSON."""
