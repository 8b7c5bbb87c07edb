# SPDX-License-Identifier: MIT
"""Projects of novelWriter, formats 1.0 to 1.5: a list of documents and the files they are in."""
