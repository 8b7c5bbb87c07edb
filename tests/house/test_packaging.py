# SPDX-License-Identifier: MIT
"""Setting the program up: what make does on a machine that has nothing yet."""

from __future__ import annotations

import ast
import importlib.util
import socket
import subprocess
import sys

import pytest

from tests.house.sources import PROJECT, modules

linux = pytest.mark.skipif(sys.platform != "linux", reason="system packages are a matter of Linux")


@pytest.fixture
def script(monkeypatch):
    """Loads a script of packaging/ by its name."""
    monkeypatch.syspath_prepend(str(PROJECT / "packaging"))

    def load(name):
        path = PROJECT / "packaging" / f"{name}.py"
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    return load


@linux
def test_a_library_that_is_not_there_is_named_with_the_command_that_brings_it(script, monkeypatch):
    packages = script("system_packages")
    absent = packages.Library("libnovelist-test.so.9", "libnovelist-test9", "nt", "nt")
    monkeypatch.setattr(packages, "distribution", lambda: "debian")
    monkeypatch.setattr(packages, "may_install", lambda: False)
    with pytest.raises(SystemExit, match=r"sudo apt-get install .* libnovelist-test9"):
        packages.require([absent])


@linux
def test_nothing_is_asked_for_where_all_libraries_are_there(script):
    packages = script("system_packages")
    packages.require([packages.Library("libc.so.6", "libc6", "glibc", "glibc")])


@linux
def test_one_package_with_several_libraries_is_installed_once(script):
    packages = script("system_packages")
    names = packages.packages_of(packages.X11_WINDOW, "fedora")
    assert names.count("libxcb") == 1


@linux
def test_no_display_is_reached_where_none_is(script, tmp_path):
    start = script("start")
    assert not start.x11_reachable("")
    assert not start.x11_reachable(":9871")
    nowhere = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not start.wayland_reachable(nowhere)


@linux
def test_a_wayland_compositor_that_answers_is_a_display(script, tmp_path, monkeypatch):
    start = script("start")
    monkeypatch.chdir(tmp_path)  # a socket's path has to be short
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind("w")
        compositor.listen()
        assert start.wayland_reachable({"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": "."})


def test_the_environment_is_installed_again_when_the_lock_changes(script, tmp_path, monkeypatch):
    environment = script("environment")
    monkeypatch.setattr(environment, "PROJECT", tmp_path)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]")
    lock = tmp_path / "requirements" / "run.txt"
    lock.write_text("one")
    before = environment.fingerprint("run")
    assert environment.fingerprint("run") == before
    lock.write_text("two")
    assert environment.fingerprint("run") != before


def test_a_supported_python_is_found():
    found = subprocess.run(
        ["sh", "packaging/find_python.sh"], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    version = subprocess.run(
        [found.stdout.strip(), "-V"], capture_output=True, text=True, check=True
    ).stdout
    assert version.startswith(("Python 3.11.", "Python 3.12.", "Python 3.13."))


def test_a_machine_without_python_is_told_what_it_needs(tmp_path):
    run = subprocess.run(
        ["/bin/sh", "packaging/find_python.sh"],
        cwd=PROJECT, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stderr.startswith("Novelist needs Python 3.11, 3.12 or 3.13")


def test_the_bundle_leaves_out_nothing_that_the_program_imports():
    spec = ast.parse((PROJECT / "packaging" / "novelist.spec").read_text(encoding="utf-8"))
    (analysis,) = (
        call
        for call in ast.walk(spec)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Analysis"
    )
    (excluded,) = (word.value for word in analysis.keywords if word.arg == "excludes")
    left_out = set(ast.literal_eval(excluded))
    imported = {name for module in modules("novelist") for name in _imported(module)}
    assert "PySide6.QtWidgets" in imported
    assert not left_out & imported


def _imported(module):
    for statement in module.nodes(ast.Import):
        yield from (alias.name for alias in statement.names)
    for statement in module.nodes(ast.ImportFrom):
        yield statement.module
        yield from (f"{statement.module}.{alias.name}" for alias in statement.names)
