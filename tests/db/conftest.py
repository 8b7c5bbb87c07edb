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
from tests.mariadb import mariadb, server_library, shared_server_library

__all__ = [
    "library",
    "loop_failures",
    "mariadb",
    "opened",
    "pytest_generate_tests",
    "pytest_pyfunc_call",
    "server_library",
    "shared_server_library",
    "template",
]
