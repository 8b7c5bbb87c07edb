# SPDX-License-Identifier: MIT
"""The language of the interface: chosen, followed from the system, switched without a restart."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from novelist.ui.words import QT_TRANSLATE_NOOP

LANGUAGES: Final = ("en", "zh_CN")
_QT_WORDS: Final = QLibraryInfo.LibraryPath.TranslationsPath

# Words of Qt that it leaves in English or translates at length: our translation comes first.
MENDED: Final = (
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QFileDialog", "Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of type:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QFileSystemModel", "Size"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
)


def system_language() -> str:
    """The interface language that suits this computer: "zh_CN" where it speaks Chinese."""
    names = QLocale.system().uiLanguages()
    first = names[0] if names else QLocale.system().name()
    return "zh_CN" if first.lower().startswith("zh") else "en"


class Language(QObject):
    """Installs the translation of the chosen language; widgets hear of it by LanguageChange."""

    changed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._translators: list[QTranslator] = []
        self._name = ""

    @property
    def name(self) -> str:
        """The language in force: one of ``LANGUAGES``."""
        return self._name

    def choose(self, choice: str) -> None:
        """Use "en", "zh_CN", or "system" for the computer's own."""
        name = choice if choice in LANGUAGES else system_language()
        if name == self._name:
            return
        self._name = name
        QLocale.setDefault(QLocale(name))
        self._remove_translators()
        self._install(Path(QLibraryInfo.path(_QT_WORDS)) / f"qtbase_{name}.qm")  # menus of fields
        if not self._install(self._folder / f"novelist_{name}.qm"):
            raise FileNotFoundError(f"the translation {name} is missing from this installation")
        self.changed.emit(name)

    def remove(self) -> None:
        """Leave the application as it was before."""
        self._remove_translators()
        self._name = ""
        QLocale.setDefault(QLocale.system())

    def _install(self, file: Path) -> bool:
        """Speak the words of a file, before those installed earlier; False when it is missing."""
        translator = QTranslator(self)
        if not translator.load(str(file)):
            return False
        self._translators.append(translator)
        return QCoreApplication.installTranslator(translator)

    def _remove_translators(self) -> None:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()
