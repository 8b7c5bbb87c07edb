# SPDX-License-Identifier: MIT
"""Runs Novelist with ``python -m novelist``."""

from novelist.cli import main

raise SystemExit(main())
