# SPDX-License-Identifier: MIT
"""Links, readings over letters, languages of passages: each in a small sheet or menu."""
