# SPDX-License-Identifier: MIT
"""The window: Qt Widgets. Reaches the store through services only."""
