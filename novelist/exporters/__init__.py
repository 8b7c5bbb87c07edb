# SPDX-License-Identifier: MIT
"""Writing a novel in other formats: a protocol, a registry, one module a format."""
