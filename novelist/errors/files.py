# SPDX-License-Identifier: MIT
"""Files that a user chose, and that cannot be used."""

from __future__ import annotations

from pathlib import Path

from novelist.errors.base import FileError, UserError


class SourceError(FileError):
    """A file to be imported cannot be used."""


class SourceMissingError(SourceError):
    """There is no file at that path."""


class SourceUnreadableError(SourceError):
    """The file exists but may not be read, or is a folder."""


class SourceEmptyError(SourceError):
    """The file holds no text."""


class SourceTooLargeError(SourceError):
    """The file is larger than any novel; ``limit`` is the largest size read, in bytes."""

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(path, f"larger than {limit} bytes")
        self.limit = limit


class SourceTooManyLinesError(SourceError):
    """The file has more lines than any novel; ``limit`` is how many are read."""

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(path, f"more than {limit} lines")
        self.limit = limit


class SourceNotTextError(SourceError):
    """The file holds bytes that are not text."""


class SourceHeadingsError(SourceError):
    """The file is no table, or its first row does not say what the columns are."""


class SourceDamagedError(SourceError):
    """The file or project is damaged, or asks for more than any novel does."""


class SourceProtectedError(SourceError):
    """The file can only be opened with a password, or in the shop that sold it."""


class PandocMissingError(UserError):
    """Pandoc, which reads and writes office documents, is not installed."""


class UnknownFormatError(SourceError):
    """No importer reads this kind of file."""


class ReadingCancelledError(UserError):
    """The user stopped the reading of a file; nothing is wrong and nothing was changed."""


class CheckStoppedError(UserError):
    """The user stopped a look over a library; nothing is wrong and nothing was changed."""


class CompilingStoppedError(UserError):
    """The user stopped the making of a book; nothing is wrong and nothing was written."""


class DestinationError(FileError):
    """An export cannot be written there."""


class DocumentNotWrittenError(UserError):
    """The program that makes documents could not make one."""


class PresetDamagedError(UserError):
    """A file is no preset, or not one that can be used."""


class PresetTooNewError(UserError):
    """A preset was shared by a newer version of the program."""


class PresetUnknownError(UserError):
    """There is no preset of that ``title``."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


class NothingToCompileError(UserError):
    """What a preset lets in is nothing at all."""


class DestinationTakenError(FileError):
    """A file is there that an export was not told to replace; nothing was written."""


class DictionaryError(FileError):
    """The files are no dictionary, or one that nothing can read."""


class DictionaryHalfError(DictionaryError):
    """A dictionary is two files, and one of them is missing."""


class DictionaryNameError(DictionaryError):
    """The name of the file does not begin with a language."""


class BackupDamagedError(FileError):
    """The backup is damaged, so it was not restored; nothing was changed."""


class PictureError(UserError):
    """A picture was not taken into a text; nothing was changed."""


class PictureUnknownError(PictureError):
    """It is no picture, or of a kind that is not kept."""


class PictureTooLargeError(PictureError):
    """The file has more bytes than are kept."""


class PictureTooManyPixelsError(PictureError):
    """It would take more memory than any picture is worth."""


class PictureDamagedError(PictureError):
    """The file is damaged: there is no picture in it that could be shown."""
