# SPDX-License-Identifier: MIT
"""Pages for print and for proofs, as PDF, set by typst."""
