# SPDX-License-Identifier: MIT
"""Libraries on MariaDB or MySQL, which several programs may have open at once."""
