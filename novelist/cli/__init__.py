# SPDX-License-Identifier: MIT
"""The command line: the window, or one headless command."""

from novelist.cli.program import main

__all__ = ["main"]
