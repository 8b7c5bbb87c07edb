# SPDX-License-Identifier: MIT
"""Writing a novel in other formats: a protocol, a table, one module a format."""
