# SPDX-License-Identifier: MIT
"""The tests; a package of its own, so that no other of that name takes its place."""
