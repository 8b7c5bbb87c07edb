# SPDX-License-Identifier: MIT
"""Projects of Manuskript, formats 1 and 0; the pickle of format 0 is never opened."""
