#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints the first Python from 3.11 to 3.13 that starts here, or says that there is none.
for name in python3.11 python3.12 python3.13 python3 python py; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
        echo "$name"
        exit 0
    fi
done
echo "Novelist needs Python 3.11, 3.12 or 3.13, and none was found. Install it and run make again." >&2
exit 1
