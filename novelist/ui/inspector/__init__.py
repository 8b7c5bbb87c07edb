# SPDX-License-Identifier: MIT
"""The inspector: what is known of the chosen scene, edited in place, at the right."""
