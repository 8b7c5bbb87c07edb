# SPDX-License-Identifier: MIT
"""The page "Search": find and replace in the novel, with a look at each place first."""
