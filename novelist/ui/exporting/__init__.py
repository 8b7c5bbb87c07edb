# SPDX-License-Identifier: MIT
"""The sheet that writes a novel to a file."""
