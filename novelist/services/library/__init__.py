# SPDX-License-Identifier: MIT
"""The library as a file: opened, looked over, backed up, brought back."""
