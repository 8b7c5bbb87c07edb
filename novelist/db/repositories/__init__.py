# SPDX-License-Identifier: MIT
"""One repository an aggregate: get, find, list, add, remove, count; none commits or catches."""
