# SPDX-License-Identifier: MIT
"""What the packaged program runs."""

import sys

from novelist.cli import main
from novelist.services.spelling.spelling_process import FLAG
from novelist.services.spelling.spelling_process import main as know_dictionaries
from novelist.typesetting import FLAG as SET_PAGES
from novelist.typesetting import main as set_pages

if __name__ == "__main__":
    if sys.argv[1:] == [FLAG]:
        know_dictionaries()
    elif sys.argv[1:2] == [SET_PAGES]:
        set_pages()
    else:
        raise SystemExit(main())
