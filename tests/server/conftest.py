# SPDX-License-Identifier: MIT
"""Libraries on a real server."""

from tests.database import loop_failures, pytest_pyfunc_call
from tests.mariadb import database_url, mariadb

__all__ = ["database_url", "loop_failures", "mariadb", "pytest_pyfunc_call"]
