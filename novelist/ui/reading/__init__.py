# SPDX-License-Identifier: MIT
"""The novel as a book is read: page by page, two beside each other where there is room."""
