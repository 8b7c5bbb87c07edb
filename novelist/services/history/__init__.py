# SPDX-License-Identifier: MIT
"""Every version of every text, and the moments that were given a name."""
