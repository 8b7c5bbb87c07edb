# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.language``."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QTreeView

from novelist import paths
from novelist.ui.labels import brief_count_label, count_label
from novelist.ui.language import Language


@pytest.fixture
def language(qapp):
    language = Language(paths.resources() / "i18n")
    yield language
    language.remove()


def test_the_words_and_the_figures_follow_the_choice(language, qtbot):
    language.choose("en")
    with qtbot.waitSignal(language.changed) as heard:
        language.choose("zh_CN")
    assert heard.args == ["zh_CN"]
    assert QCoreApplication.translate("labels", "Scene") == "场景"
    assert QLocale().language() == QLocale.Language.Chinese


def test_the_menus_of_fields_follow_it_too(language):
    language.choose("zh_CN")
    assert QCoreApplication.translate("QLineEdit", "Select All") == "全选"
    language.choose("en")
    assert QCoreApplication.translate("QLineEdit", "Select All") == "Select All"


def test_no_word_of_the_file_dialog_is_english_in_chinese(language, qtbot, tmp_path):
    language.choose("zh_CN")
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    header = dialog.findChild(QTreeView).model()
    columns = [header.headerData(at, Qt.Orientation.Horizontal) for at in range(4)]
    words = [label.text() for label in dialog.findChildren(QLabel)]
    words += [button.text() or button.toolTip() for button in dialog.findChildren(QAbstractButton)]
    words.append(QCoreApplication.translate("QAbstractFileIconProvider", "Folder", "on Linux"))
    english = [word for word in (*words, *columns) if re.search("[A-Za-z]{2}", word)]
    assert not english


def test_arrow_keys_are_named_by_their_signs_in_chinese(language):
    language.choose("zh_CN")
    assert QKeySequence("Alt+Up").toString(QKeySequence.SequenceFormat.NativeText) == "Alt+↑"


def test_counts_have_the_unit_of_the_novel(language):
    language.choose("zh_CN")
    assert [count_label(1284, novel) for novel in ("zh", "en")] == ["1,284 字", "1,284 词"]
    assert brief_count_label(1284, "zh") == "1,284 字"
    language.choose("en")
    assert [count_label(1, novel) for novel in ("zh", "en")] == ["1 character", "1 word"]
    assert brief_count_label(1284, "en") == "1,284"


def test_a_language_that_is_not_installed_is_told(tmp_path, qapp):
    language = Language(tmp_path)
    with pytest.raises(FileNotFoundError, match="zh_CN"):
        language.choose("zh_CN")
    language.remove()
