# SPDX-License-Identifier: MIT
"""The chapter seen from far away, beside the page."""
