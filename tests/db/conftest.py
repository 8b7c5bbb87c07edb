# SPDX-License-Identifier: MIT
"""Async tests over a real library."""

from tests.database import (
    library,
    loop_failures,
    opened,
    pytest_generate_tests,
    pytest_pyfunc_call,
    template,
)

__all__ = [
    "library",
    "loop_failures",
    "opened",
    "pytest_generate_tests",
    "pytest_pyfunc_call",
    "template",
]
