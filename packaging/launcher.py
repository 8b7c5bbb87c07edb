# SPDX-License-Identifier: MIT
"""What the packaged program runs."""

import sys

from novelist.cli import main
from novelist.services.spelling_process import FLAG
from novelist.services.spelling_process import main as know_dictionaries

if __name__ == "__main__":
    if sys.argv[1:] == [FLAG]:
        know_dictionaries()
    else:
        raise SystemExit(main())
