# SPDX-License-Identifier: MIT
"""The text read aloud by a voice of the system, where there is one."""
