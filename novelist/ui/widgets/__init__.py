# SPDX-License-Identifier: MIT
"""The small widgets of our own, one a module; ``gallery`` shows all of them on one page."""
