# SPDX-License-Identifier: MIT
"""What docs/benchmarks.md reports: ``python -m benchmarks [NAME…] [--write]``."""
