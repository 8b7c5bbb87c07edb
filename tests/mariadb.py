# SPDX-License-Identifier: MIT
"""A real MariaDB for tests: its own data folder, a port of the loopback, gone after the run.

All who need one share it, in one process of the suite. Skips, with the reason, where the server is
not installed; ``packaging/system_packages.py --server`` installs it where that needs no question.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import itertools
import os
import shutil
import socket
import subprocess
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest

from novelist.db import session
from novelist.domain.library_place import place_of

USER, PASSWORD = "novelist", "p@ss/wo:rd%"  # every character that a URL must quote
_STARTS_WITHIN = 30.0
_PROGRAMS = ("mariadbd", "mariadb-install-db", "mariadb")


def _program(name):
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def why_not():
    """Why no server can be started here; "" where one can."""
    absent = [name for name in _PROGRAMS if _program(name) is None]
    if absent:
        return f"no MariaDB server here (missing: {', '.join(absent)})"
    return "" if importlib.util.find_spec("asyncmy") else "the extra `server` is not installed"


@dataclass
class Server:
    """One running server."""

    folder: Path
    port: int
    process: subprocess.Popen | None = None
    _numbers: itertools.count = field(default_factory=itertools.count)

    def start(self):
        """Start it on its folder and port, and wait until it answers."""
        log = (self.folder / "server.log").open("ab")
        options = [
            "--no-defaults",
            f"--datadir={self.folder / 'data'}",
            _own_tmpdir(self.folder),
            f"--socket={self.folder / 's'}",
            f"--port={self.port}",
            "--bind-address=127.0.0.1",
            "--innodb-buffer-pool-size=64M",
            "--innodb-flush-log-at-trx-commit=2",
            "--innodb-lock-wait-timeout=2",
            "--lower-case-table-names=0",
        ]
        self.process = subprocess.Popen(
            [_program("mariadbd"), *options, *_as_root()], stdout=log, stderr=log
        )
        log.close()
        end = time.monotonic() + _STARTS_WITHIN
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError((self.folder / "server.log").read_text()[-2000:])
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(0.1)

    def stop(self, *, kill=False):
        """End it, at once with ``kill``."""
        if self.process is not None:
            (self.process.kill if kill else self.process.terminate)()
            self.process.wait(30)
            self.process = None

    def make_database(self):
        """A new, empty database; its name."""
        name = f"novelist_{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci")
        return name

    def url(self, database):
        """The URL by which Novelist opens a database of it."""
        return f"mysql+asyncmy://{USER}:{quote(PASSWORD, safe='')}@127.0.0.1:{self.port}/{database}"

    def sql(self, statement, database=""):
        """What the server's own client answers: rows of texts."""
        command = [_program("mariadb"), "--no-defaults", f"--socket={self.folder / 's'}", "-uroot"]
        options = ["--batch", "--skip-column-names", "--default-character-set=utf8mb4"]
        arguments = [*command, *options, *([database] if database else []), "-e", statement]
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return [tuple(line.split("\t")) for line in done.stdout.splitlines()]

    def _answers(self):
        try:
            self.sql("SELECT 1")
        except RuntimeError:
            return False
        return True


@dataclass
class ServerLibrary:
    """A library on the server, for tests that also run on a file."""

    server: Server
    database: str

    @property
    def place(self):
        """Its address, as the program takes it."""
        return place_of(self.server.url(self.database))

    def rows(self, statement, *values):
        """What another program reads, or changes."""
        with closing(self._connect()) as connection, connection.cursor() as cursor:
            cursor.execute(statement.replace("?", "%s"), values)
            return list(cursor.fetchall())

    def empty(self):
        """Forget all rows and numbers."""
        with closing(self._connect()) as connection, connection.cursor() as cursor:
            cursor.execute("SET foreign_key_checks = 0")
            cursor.execute("SHOW TABLES")
            for (table,) in set(cursor.fetchall()) - {("alembic_version",)}:
                cursor.execute(f"TRUNCATE TABLE {table}")

    def _connect(self):
        import pymysql

        return pymysql.connect(
            host="127.0.0.1",
            port=self.server.port,
            user=USER,
            password=PASSWORD,
            database=self.database,
            autocommit=True,
        )


def _as_root():
    """The server refuses to run as root unless it is told to."""
    return ["--user=root"] if os.geteuid() == 0 else []


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _own_tmpdir(folder):
    """The option for temporary files of its own.

    A server that starts removes every ``#sql*`` file of its ``tmpdir``, its neighbours' tables
    among them: two that are made at once in /tmp now and then break each other.
    """
    return f"--tmpdir={folder / 'tmp'}"


def _make(folder):
    (folder / "tmp").mkdir()
    install = [_program("mariadb-install-db"), "--no-defaults", f"--datadir={folder / 'data'}"]
    options = ["--auth-root-authentication-method=normal", "--skip-test-db", *_as_root()]
    command = [*install, _own_tmpdir(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{done.stdout[-1000:]}\n{done.stderr[-2000:]}")
    server = Server(folder, _free_port())
    server.start()
    server.sql(f"CREATE USER {USER}@127.0.0.1 IDENTIFIED BY '{PASSWORD}'")
    server.sql(f"GRANT ALL ON `novelist\\_%`.* TO {USER}@127.0.0.1")
    return server


@pytest.fixture(scope="session")
def mariadb(tmp_path_factory):
    """A running server, the same for all tests."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    server = _make(tmp_path_factory.mktemp("mariadb"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def shared_server_library(mariadb):
    """A library whose tables are made once."""
    library = ServerLibrary(mariadb, mariadb.make_database())

    async def make():
        await session.open_library_at(library.place.url, create=True)
        await session.close_async_db()

    asyncio.run(make())
    return library


@pytest.fixture
def server_library(shared_server_library):
    """A library without a row; not open."""
    shared_server_library.empty()
    return shared_server_library


@pytest.fixture
def database_url(mariadb):
    """The URL of a new, empty database."""
    return mariadb.url(mariadb.make_database())
