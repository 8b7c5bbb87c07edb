# SPDX-License-Identifier: MIT
"""Words that are not in the library yet: kept elsewhere, found again, put back; conflicts."""
