# SPDX-License-Identifier: MIT
"""One novel out of another library, with its past and its story bible."""
