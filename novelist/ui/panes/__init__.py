# SPDX-License-Identifier: MIT
"""Several places of a novel beside each other: panes, their tabs, and the places visited."""
