# SPDX-License-Identifier: MIT
"""Words judged, suggested and called right; dictionaries; lists of corrections."""
