# SPDX-License-Identifier: MIT
"""What the JSON of a whole novel begins with (``docs/file-format.md``, section 4)."""

from typing import Final

HEADER: Final = "novelist_novel"
VERSION: Final = 1
EXTENSION: Final = ".json"
