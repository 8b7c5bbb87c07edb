# SPDX-License-Identifier: MIT
"""The versions we depend on, and the faults in them that we stay clear of."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import PySide6
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel

from tests.house.sources import PROJECT, modules

CALLS = 10_000


def _locked(name):
    text = (PROJECT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    lines = re.findall(r"^([a-z].*?)\s*\\?$", text, re.MULTILINE)
    return text, [Requirement(line) for line in lines]


def test_qt_calls_lose_no_reference_to_none(qapp):
    """PySide6 6.12.0 on Python 3.11 loses one in every call, and aborts after some thousands."""
    label, cursor = QLabel(), QTextCursor(QTextDocument())
    before = sys.getrefcount(None)
    for _ in range(CALLS // 2):
        label.setText("word")
        cursor.insertText("word")
    assert sys.getrefcount(None) > before - CALLS // 20


def test_python_311_never_gets_the_qt_that_aborts_on_it():
    assert sys.version_info >= (3, 12) or not PySide6.__version__.startswith("6.12")
    for name in ("run", "dev"):
        _, locked = _locked(name)
        on_311 = {"python_version": "3.11", "python_full_version": "3.11.2"}
        qt = [r for r in locked if r.name == "pyside6-essentials" and r.marker.evaluate(on_311)]
        assert [str(r.specifier).startswith("==6.11.") for r in qt] == [True]


@pytest.mark.parametrize("name", ["run", "dev"])
def test_every_locked_version_is_exact_and_has_hashes(name):
    text, locked = _locked(name)
    assert locked
    assert all(str(requirement.specifier).startswith("==") for requirement in locked)
    entries = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_development_set_holds_the_versions_that_users_run():
    _, run = _locked("run")
    _, development = _locked("dev")
    assert {str(r) for r in run} <= {str(r) for r in development}


def _imported_by(module, *packages):
    code = f"import sys, {module}; print(*{set(packages)} & sys.modules.keys())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.split()


def test_the_command_line_starts_without_qt_and_without_the_store():
    assert _imported_by("novelist.cli", "PySide6", "qasync", "sqlalchemy", "alembic") == []


def test_the_window_can_be_built_before_the_store_is_imported():
    assert _imported_by("novelist.ui.main_window", "sqlalchemy", "alembic", "aiosqlite") == []


def test_everything_that_program_and_tests_import_is_asked_for_by_name():
    """What only comes along with something else may stay away with its next version."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"].get("optional-dependencies", {})
    groups = [project["project"]["dependencies"], *extras.values()]
    groups += project.get("dependency-groups", {}).values()
    asked = {canonicalize_name(Requirement(each).name) for group in groups for each in group}
    owners = {
        package: {canonicalize_name(owner) for owner in distributions}
        for package, distributions in packages_distributions().items()
        if package not in ("novelist", "tests", "shiboken6")  # the last is one with PySide6
    }
    unasked = [
        f"{module.at(statement)} {name}"
        for module in modules("novelist", "migrations", "tests", "benchmarks")
        for statement in module.nodes(ast.Import, ast.ImportFrom)
        for name in _packages(statement)
        if name in owners and not asked & owners[name]
    ]
    assert not unasked


def _packages(statement):
    if isinstance(statement, ast.Import):
        return {alias.name.partition(".")[0] for alias in statement.names}
    return {(statement.module or "").partition(".")[0]} if not statement.level else set()
