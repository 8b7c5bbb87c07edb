# SPDX-License-Identifier: MIT
"""The sheet "Novel details": what a novel is called and is to become, its statuses and labels."""
