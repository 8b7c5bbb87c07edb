# SPDX-License-Identifier: MIT
"""What helps while one types: smart typing, Chinese marks, completion of words."""
