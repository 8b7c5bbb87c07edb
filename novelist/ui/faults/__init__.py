# SPDX-License-Identifier: MIT
"""What a person sees of trouble: banners, found words, checks, and what a crash left behind."""
