# SPDX-License-Identifier: MIT
"""Backups as the writer meets them: made in the background, looked into, brought back."""
