# SPDX-License-Identifier: MIT
"""What the packaged program runs."""

from novelist.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
