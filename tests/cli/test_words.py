# SPDX-License-Identifier: MIT
"""The command line speaks English and Chinese completely."""

import re
import string

import pytest

from novelist import paths
from novelist.cli.arguments import COMMANDS, GLOBAL, NAMED, OPEN
from novelist.cli.words import WORDS, Words, words_for
from novelist.db.repair.health import ProblemKind
from novelist.exporters.base import WarningReason
from novelist.importers.imported import WarningKind
from novelist.settings import Settings, save_settings


def blanks(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_the_same(key):
    english, chinese = WORDS[key]
    assert blanks(english) == blanks(chinese)
    assert re.search("[A-Za-z]|, ", english)
    assert not re.search("[\u4e00-\u9fff]", english)
    assert re.search("[\u4e00-\u9fff，：]", chinese)
    assert not re.search("您|请|抱歉|成功|失败|！", chinese)


def test_everything_that_may_be_told_has_words():
    needed = {each.help for each in COMMANDS} | {each.help for each in (*GLOBAL, NAMED, OPEN)}
    needed |= {argument.help for command in COMMANDS for argument in command.arguments}
    needed |= {f"export.{reason}" for reason in WarningReason}
    needed |= {f"import.{kind}" for kind in WarningKind}
    needed |= {f"problem.{kind}" for kind in ProblemKind}
    assert needed <= WORDS.keys()


def test_counted_things_have_their_plural():
    assert Words("en").counted("chapters", 1) == "1 chapter"
    assert Words("en").counted("words", 1284) == "1,284 words"
    assert Words("zh_CN").counted("scenes", 28) == "28 场"


def test_a_length_is_counted_in_the_unit_of_its_language():
    assert Words("zh_CN").length(1284, "zh-Hans") == "1,284 字"
    assert Words("zh_CN").length(1284, "en") == "1,284 词"
    assert Words("en").length(1, "zh") == "1 character"


@pytest.fixture
def without_locale(monkeypatch):
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    return monkeypatch


def test_the_language_is_the_one_of_the_system(without_locale):
    assert words_for(None).language == "en"
    without_locale.setenv("LANG", "zh_CN.UTF-8")
    assert words_for(None).language == "zh_CN"
    assert words_for("en").language == "en"
    assert words_for("fr").language == "zh_CN"


def test_the_language_of_the_settings_comes_before_that_of_the_system(without_locale):
    save_settings(paths.settings_folder(), Settings(language="zh_CN"))
    assert words_for(None).language == "zh_CN"
