# SPDX-License-Identifier: MIT
"""Novelist: a desktop program for writing novels."""

__version__ = "0.1.0"
