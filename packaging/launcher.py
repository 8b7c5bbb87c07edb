# SPDX-License-Identifier: MIT
"""What the packaged program runs."""

from multiprocessing import freeze_support

from novelist.cli import main

if __name__ == "__main__":
    freeze_support()  # the process that knows the dictionaries is this program, started again
    raise SystemExit(main())
