# SPDX-License-Identifier: MIT
"""The sentence a person reads for every error: what happened, that the text is safe, what to do.

A test walks the tree in ``novelist.errors`` and fails when a class has no sentence here.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication

from novelist import errors
from novelist.ui.words import QT_TRANSLATE_NOOP

log = logging.getLogger(__name__)

_CONTEXT = "errors"

# The most exact class wins; {path} is the name of its file.
SENTENCES: dict[type[BaseException], str] = {
    errors.SourceMissingError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” is not there any more. Choose the file again."
    ),
    errors.SourceUnreadableError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” may not be read. Check its permissions, or choose another file."
    ),
    errors.SourceEmptyError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” holds no text. Choose another file."
    ),
    errors.SourceTooLargeError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” is larger than any novel. Split it, or choose another file."
    ),
    errors.SourceTooManyLinesError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” has more lines than any novel. Split it, or choose another file."
    ),
    errors.SourceNotTextError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” is not a text. Choose a text or Markdown file."
    ),
    errors.SourceHeadingsError: QT_TRANSLATE_NOOP(
        "errors",
        "“{path}” has no row of headings. Call its columns Chapter, Scene, Title or Level.",
    ),
    errors.SourceProtectedError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” is protected. Save it without a password, then import it again."
    ),
    errors.SourceDamagedError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” is damaged: it cannot be read. Choose another file, or a copy of it."
    ),
    errors.PandocMissingError: QT_TRANSLATE_NOOP(
        "errors",
        "Pandoc, which reads such documents for Novelist, is not there. Install Novelist again, "
        "or pandoc.",
    ),
    errors.UnknownFormatError: QT_TRANSLATE_NOOP(
        "errors", "Novelist cannot read files like “{path}” yet. Save it as text or Markdown first."
    ),
    errors.ReadingCancelledError: QT_TRANSLATE_NOOP(
        "errors", "Reading was stopped. Nothing was brought in."
    ),
    errors.SourceError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” could not be read. Choose another file."
    ),
    errors.CompilingStoppedError: QT_TRANSLATE_NOOP(
        "errors", "It was stopped. Nothing was written."
    ),
    errors.CheckStoppedError: QT_TRANSLATE_NOOP("errors", "It was stopped. Nothing was changed."),
    errors.DestinationError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” cannot be written there. Choose another folder."
    ),
    errors.DocumentNotWrittenError: QT_TRANSLATE_NOOP(
        "errors", "The document could not be made. Nothing was written. Try another format."
    ),
    errors.DestinationTakenError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” is there already. Nothing was written. Choose another name."
    ),
    errors.PresetDamagedError: QT_TRANSLATE_NOOP(
        "errors", "This is no preset of Novelist, or a damaged one. Choose another file."
    ),
    errors.PresetTooNewError: QT_TRANSLATE_NOOP(
        "errors", "This preset was made by a newer Novelist. Update Novelist, then try again."
    ),
    errors.PresetUnknownError: QT_TRANSLATE_NOOP(
        "errors", "There is no such preset any more. Choose another one."
    ),
    errors.NothingToCompileError: QT_TRANSLATE_NOOP(
        "errors", "Nothing is left of the novel with these choices. Let more of it in."
    ),
    errors.BackupDamagedError: QT_TRANSLATE_NOOP(
        "errors", "This backup is damaged. Choose another one."
    ),
    errors.DictionaryError: QT_TRANSLATE_NOOP(
        "errors", "“{path}” is no dictionary that can be read. Choose another file."
    ),
    errors.DictionaryHalfError: QT_TRANSLATE_NOOP(
        "errors",
        "“{path}” is missing. A dictionary is two files, .dic and .aff. Put both in one folder.",
    ),
    errors.DictionaryNameError: QT_TRANSLATE_NOOP(
        "errors",
        "“{path}” does not say which language it is of. Rename both files, like de_DE.dic.",
    ),
    errors.SpellerError: QT_TRANSLATE_NOOP(
        "errors", "The dictionary does not answer. Writing goes on without it; choose another one."
    ),
    errors.NotFoundError: QT_TRANSLATE_NOOP(
        "errors", "That is not in this library any more. Nothing was changed."
    ),
    errors.AmbiguousTitleError: QT_TRANSLATE_NOOP(
        "errors", "Several novels have that title. Choose one on the shelf."
    ),
    errors.DuplicateTitleError: QT_TRANSLATE_NOOP(
        "errors", "Another one has that name already. Choose a different name."
    ),
    errors.PatternError: QT_TRANSLATE_NOOP(
        "errors", "This is not a regular expression. Nothing was changed."
    ),
    errors.PatternTooSlowError: QT_TRANSLATE_NOOP(
        "errors",
        "This expression takes too long, so it was stopped. Make it simpler; nothing was changed.",
    ),
    errors.PictureError: QT_TRANSLATE_NOOP(
        "errors", "This picture cannot be used. Choose another one; nothing was changed."
    ),
    errors.PictureUnknownError: QT_TRANSLATE_NOOP(
        "errors", "This is no picture that Novelist keeps. Save it as PNG, JPEG, GIF, WebP or BMP."
    ),
    errors.PictureTooLargeError: QT_TRANSLATE_NOOP(
        "errors", "This picture has more than 40 MB. Save it smaller, then insert it again."
    ),
    errors.PictureTooManyPixelsError: QT_TRANSLATE_NOOP(
        "errors", "This picture has too many pixels. Make it smaller, then insert it again."
    ),
    errors.PictureDamagedError: QT_TRANSLATE_NOOP(
        "errors", "This picture is damaged and cannot be shown. Choose another one."
    ),
    errors.InvalidMoveError: QT_TRANSLATE_NOOP(
        "errors", "These cannot be put there. Nothing was moved."
    ),
    errors.TextChangedError: QT_TRANSLATE_NOOP(
        "errors", "The text was changed since. Undo in the text first; nothing was undone."
    ),
    errors.StepError: QT_TRANSLATE_NOOP(
        "errors", "This step is not possible any more. Nothing was changed."
    ),
    errors.StepUnreadableError: QT_TRANSLATE_NOOP(
        "errors", "This step cannot be read, so it is left out. Nothing was changed."
    ),
    errors.StepImpossibleError: QT_TRANSLATE_NOOP(
        "errors", "This step needs what was deleted for ever, so it is left out. Nothing changed."
    ),
    errors.ConflictError: QT_TRANSLATE_NOOP(
        "errors", "Another window saved this first. Your text is kept here: copy it before you go."
    ),
    errors.LibraryMissingError: QT_TRANSLATE_NOOP(
        "errors", "The library “{path}” is not there. Check the drive, or open another library."
    ),
    errors.LibraryEmptyError: QT_TRANSLATE_NOOP(
        "errors",
        "The library “{path}” is an empty file. Restore a backup, or open another library.",
    ),
    errors.LibraryForeignError: QT_TRANSLATE_NOOP(
        "errors",
        "“{path}” is not a library of Novelist. It was left as it is. Open another library.",
    ),
    errors.LibraryReadOnlyError: QT_TRANSLATE_NOOP(
        "errors", "The library “{path}” may not be written. Allow it, or open another library."
    ),
    errors.LibraryTooNewError: QT_TRANSLATE_NOOP(
        "errors",
        "The library “{path}” was made by a newer version of Novelist. "
        "It was left as it is. Update Novelist to open it.",
    ),
    errors.LibraryLockedError: QT_TRANSLATE_NOOP(
        "errors",
        "The library “{path}” is open in another window. Close that window, then try again.",
    ),
    errors.LibraryLogError: QT_TRANSLATE_NOOP(
        "errors",
        "Beside the library “{path}” lies a file of recent changes that is not its own. "
        "Nothing was changed.",
    ),
    errors.ServerUnreachableError: QT_TRANSLATE_NOOP(
        "errors", "The server does not answer. Check its name and port, and your network."
    ),
    errors.ServerRefusedError: QT_TRANSLATE_NOOP(
        "errors", "The server does not let you in. Check user, password and database."
    ),
    errors.ServerUpgradeError: QT_TRANSLATE_NOOP(
        "errors",
        "The library on the server is older. Back its database up, then open it with the leave "
        "to upgrade it.",
    ),
    errors.ServerNotSupportedError: QT_TRANSLATE_NOOP(
        "errors", "This works on library files alone. On a server, use the tools of that server."
    ),
    errors.ServerDriverError: QT_TRANSLATE_NOOP(
        "errors",
        "This installation cannot open libraries on a server. Install Novelist with “server”.",
    ),
    errors.ServerError: QT_TRANSLATE_NOOP(
        "errors", "The library on the server cannot be opened. It was left as it is."
    ),
    errors.LibraryError: QT_TRANSLATE_NOOP(
        "errors", "The library “{path}” cannot be opened. It was left as it is."
    ),
    errors.UserError: QT_TRANSLATE_NOOP("errors", "That cannot be done here. Nothing was changed."),
    errors.StorageUnreachableError: QT_TRANSLATE_NOOP(
        "errors",
        "The server does not answer. Your text is safe. Check the network, then try again.",
    ),
    errors.CommitUnknownError: QT_TRANSLATE_NOOP(
        "errors",
        "The server stopped answering while it saved. Your text is safe. Check the network: "
        "Novelist looks whether it was saved, then goes on.",
    ),
    errors.StorageBusyError: QT_TRANSLATE_NOOP(
        "errors", "Another program holds the library. Your text is safe. Close that program."
    ),
    errors.StorageFullError: QT_TRANSLATE_NOOP(
        "errors", "The disk is full. Your text is safe. Free some space, then try again."
    ),
    errors.StorageReadOnlyError: QT_TRANSLATE_NOOP(
        "errors", "The library may not be written any more. Your text is safe. Allow writing to it."
    ),
    errors.StorageIOError: QT_TRANSLATE_NOOP(
        "errors", "The disk cannot be written. Your text is safe. Check the drive, then try again."
    ),
    errors.StorageGoneError: QT_TRANSLATE_NOOP(
        "errors",
        "The drive or folder of the library is gone. Your text is safe. "
        "Connect it again, and saving goes on.",
    ),
    errors.StorageReplacedError: QT_TRANSLATE_NOOP(
        "errors",
        "The library was deleted, moved or replaced while it was open. Your text is safe. "
        "Put the file back, then try again.",
    ),
    errors.StorageCorruptError: QT_TRANSLATE_NOOP(
        "errors", "The library is damaged. Nothing more is written to it. Restore a backup."
    ),
    errors.RescueFailedError: QT_TRANSLATE_NOOP(
        "errors",
        "No copy of your unsaved text could be written: it is in this window alone. "
        "Keep the window open and free some space, or connect a drive.",
    ),
    errors.SettingsNotKeptError: QT_TRANSLATE_NOOP(
        "errors",
        "Your choices could not be kept. Your text is safe. Check the disk and the folder.",
    ),
    errors.RevisionDamagedError: QT_TRANSLATE_NOOP(
        "errors", "This version is damaged and cannot be shown. Your text and others are safe."
    ),
    errors.BackupStoppedError: QT_TRANSLATE_NOOP(
        "errors", "The backup was stopped. Your text is safe in the library. Try again."
    ),
    errors.MigrationError: QT_TRANSLATE_NOOP(
        "errors", "The library could not be brought up to date. It is as it was before."
    ),
    errors.EnvironmentFailure: QT_TRANSLATE_NOOP(
        "errors", "The computer could not do that. Your text is safe. Try again."
    ),
    errors.NovelistError: QT_TRANSLATE_NOOP(
        "errors", "Something went wrong in Novelist. Your text is safe. The details are in the log."
    ),
}


def sentence(error: BaseException) -> str:
    """What to show for ``error``: whole sentences in the language of the interface."""
    for kind in type(error).__mro__:
        if kind in SENTENCES:
            text = QCoreApplication.translate(_CONTEXT, SENTENCES[kind])
            return text.format(path=_file_name(error))
    return QCoreApplication.translate(_CONTEXT, SENTENCES[errors.NovelistError])


def is_expected(error: BaseException) -> bool:
    """Whether the user or the machine caused it, rather than a mistake of ours."""
    return isinstance(error, errors.UserError | errors.EnvironmentFailure)


def record(error: BaseException) -> None:
    """Write what happened to the log: the trace of a mistake, one line of anything else."""
    if is_expected(error):
        log.info("%s", type(error).__name__)
    else:
        log.error("unexpected error", exc_info=error)


def _file_name(error: BaseException) -> str:
    path = getattr(error, "path", None)
    return path.name if path is not None else ""
