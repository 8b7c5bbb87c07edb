# SPDX-License-Identifier: MIT
"""Looking a library over, and saving what can be read of a damaged one."""
