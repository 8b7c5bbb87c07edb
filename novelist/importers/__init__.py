# SPDX-License-Identifier: MIT
"""Reading other formats into Novelist: a protocol, a registry, one folder a format."""
