# SPDX-License-Identifier: MIT
"""The shelf: every novel of the library as a cover, and the trash."""
