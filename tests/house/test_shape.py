# SPDX-License-Identifier: MIT
"""The size and the manners of every module."""

from __future__ import annotations

import ast

from tests.house.sources import PROGRAM, modules

LONGEST_FUNCTION = 60
LONGEST_MODULE = 500


def test_no_function_is_longer_than_a_screen():
    long = [
        f"{module.at(node)} {node.name}: {length} lines"
        for module in modules(*PROGRAM)
        for node in module.nodes(ast.FunctionDef, ast.AsyncFunctionDef)
        if (length := node.end_lineno - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not long


def test_no_module_is_longer_than_one_reading():
    long = [
        f"{module.path}: {lines} lines"
        for module in modules(*PROGRAM)
        if (lines := len(module.text.splitlines())) > LONGEST_MODULE
    ]
    assert not long


def test_every_module_names_its_licence_on_the_first_line():
    without = [
        module.path
        for module in modules(*PROGRAM, "tests")
        if not module.text.startswith("# SPDX-License-Identifier: MIT\n")
    ]
    assert not without


def test_no_error_is_swallowed():
    swallowed = [
        module.at(handler)
        for module in modules(*PROGRAM, "tests")
        for handler in module.nodes(ast.ExceptHandler)
        if all(_does_nothing(statement) for statement in handler.body)
    ]
    assert not swallowed


def test_whatever_is_suppressed_has_a_reason():
    bare = [
        module.at(call)
        for module in modules(*PROGRAM)
        for call in module.nodes(ast.Call)
        if getattr(call.func, "attr", getattr(call.func, "id", "")) == "suppress"
        and "  # " not in module.text.splitlines()[call.lineno - 1]
    ]
    assert not bare


def _does_nothing(statement):
    empty = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return empty or isinstance(statement, ast.Pass | ast.Continue)


def test_no_module_is_a_drawer_for_odds_and_ends():
    drawers = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    named = [
        module.path
        for module in modules(*PROGRAM, "tests")
        if drawers & set(module.path.removesuffix(".py").split("/"))
    ]
    assert not named


def test_no_layout_is_asked_for_its_items():
    """What ``itemAt`` gives is no ``QObject``: when Qt deletes it, PySide keeps its wrapper, and
    gives it for whatever lies at that address next. Ask the widget for its children.
    """
    asking = [
        module.at(call)
        for module in modules(*PROGRAM)
        for call in module.nodes(ast.Call)
        if getattr(call.func, "attr", "") in {"itemAt", "takeAt", "itemAtPosition"}
    ]
    assert not asking


def test_no_test_sleeps():
    sleeping = [
        module.at(call)
        for module in modules("tests")
        for call in module.nodes(ast.Call)
        if _waits_for_time(call)
    ]
    assert not sleeping


def _waits_for_time(call):
    name = ast.unparse(call.func)
    if name == "asyncio.sleep" and ast.unparse(call.args[0]) == "0":
        return False  # one turn of the loop, no time
    return name.endswith("qtbot.wait") or name.rpartition(".")[2] in {"sleep", "qSleep", "qWait"}


_ALLOWED_LOOPS = {
    "drag.exec",  # Qt has no other way to drag
    "application.exec",  # until the first paint, before there is another loop
}


def test_the_ui_runs_no_nested_event_loop():
    nested = [
        module.at(call)
        for module in modules("novelist")
        for call in module.nodes(ast.Call)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in {"exec", "exec_", "processEvents"}
        and ast.unparse(call.func) not in _ALLOWED_LOOPS
    ]
    assert not nested
