# SPDX-License-Identifier: MIT
"""The words of the interface are written so that they can be collected and translated."""

from __future__ import annotations

import ast

from tests.house.sources import modules


def _calls(name):
    for module in modules("novelist"):
        for call in module.nodes(ast.Call):
            if isinstance(call.func, ast.Attribute) and call.func.attr == name:
                yield module, call


def test_words_are_translated_on_the_object_that_shows_them():
    elsewhere = [
        module.at(call)
        for module, call in _calls("tr")
        if not (isinstance(call.func.value, ast.Name) and call.func.value.id == "self")
    ]
    assert not elsewhere


def test_translated_words_are_literal():
    computed = [
        module.at(call)
        for module, call in _calls("tr")
        if not (call.args and isinstance(call.args[0], ast.Constant))
    ]
    assert not computed


def test_words_that_count_are_collected_with_their_plurals():
    singular = [
        module.at(call)
        for name in ("tr", "translate")
        for module, call in _calls(name)
        for words in call.args
        if isinstance(words, ast.Constant)
        and isinstance(words.value, str)
        and ("%n" in words.value or "%Ln" in words.value)
        and (name == "translate" or len(call.args) != 3)
    ]
    assert not singular, "write self.tr(words, '', number); nothing else is collected with plurals"


def test_only_the_command_line_prints():
    elsewhere = [
        module.at(call)
        for module in modules("novelist")
        if not module.path.startswith("novelist/cli/")
        for call in module.nodes(ast.Call)
        if getattr(call.func, "id", "") == "print"
    ]
    assert not elsewhere
