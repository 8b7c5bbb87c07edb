# SPDX-License-Identifier: MIT
"""Outlines in OPML, as outliners and mind maps write them."""
