# SPDX-License-Identifier: MIT
"""One sentence for every error: what happened and what to do, in English and Chinese.

A test walks the tree in ``novelist.errors`` and fails when a class has no sentence here.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Final

from novelist import errors, paths
from novelist.cli.tables import clean
from novelist.cli.words import Words

_BUG: Final = (
    "Novelist made a mistake ({kind}). Your library was left as it was. "
    "Try again with --debug and send us what it shows.",
    "Novelist 自己出了错（{kind}）。书库没有改动。加上 --debug 再试一次，把显示的内容发给我们。",
)

SENTENCES: Final[Mapping[type[errors.NovelistError], tuple[str, str]]] = {
    errors.SourceMissingError: (
        "There is no file {path}. Check the name and try again.",
        "没有文件 {path}。看看文件名，再试一次。",
    ),
    errors.SourceUnreadableError: (
        "{path} may not be read, or is a folder. Check its permissions, or name another file.",
        "{path} 不能读取，或者是文件夹。看看权限，或换一个文件。",
    ),
    errors.SourceEmptyError: (
        "{path} holds no text. Name another file.",
        "{path} 里没有文字。换一个文件。",
    ),
    errors.SourceTooLargeError: (
        "{path} is larger than {limit} MB, which no novel is. Split it and import the pieces.",
        "{path} 超过 {limit} MB，不像一部小说。拆开后分别导入。",
    ),
    errors.SourceTooManyLinesError: (
        "{path} has more than a million lines, which no novel has. Split it and import the pieces.",
        "{path} 超过一百万行，不像一部小说。拆开后分别导入。",
    ),
    errors.SourceNotTextError: (
        "{path} is not a text. Save it as text or Markdown first, or name its --encoding.",
        "{path} 不是文本。先存成文本或 Markdown，或用 --encoding 指定编码。",
    ),
    errors.SourceHeadingsError: (
        "{path} has no row of headings. Call its columns Chapter, Scene, Title or Level.",
        "{path} 没有表头。把各列叫作“章”“场景”“标题”或“级别”。",
    ),
    errors.SourceProtectedError: (
        "{path} is protected. Save it without a password, then import it again.",
        "{path} 受密码保护。去掉密码后另存，再导入。",
    ),
    errors.SourceDamagedError: (
        "{path} is damaged and cannot be read. Name another file, or a copy of it.",
        "{path} 已损坏，无法读取。换一个文件，或用它的备份。",
    ),
    errors.PandocMissingError: (
        "Pandoc, which reads such documents for Novelist, is not there. Install Novelist again, "
        "or pandoc.",
        "找不到替 Novelist 读取这类文档的 pandoc。重新安装 Novelist，或安装 pandoc。",
    ),
    errors.UnknownFormatError: (
        "{path} is of a kind that cannot be read yet. Save it as text or Markdown first.",
        "还不能读取 {path} 这种文件。先存成文本或 Markdown。",
    ),
    errors.SourceError: (
        "{path} could not be read. Name another file.",
        "没能读取 {path}。换一个文件。",
    ),
    errors.ReadingCancelledError: (
        "The reading was stopped. Nothing was imported; start it again when you like.",
        "读取已停止，没有导入任何内容，可以随时重来。",
    ),
    errors.CompilingStoppedError: (
        "Stopped. Nothing was written.",
        "已停止，没有写入任何文件。",
    ),
    errors.CheckStoppedError: (
        "Stopped. Nothing was changed; start it again when you like.",
        "已停止。没有任何改动，可以随时重来。",
    ),
    errors.DestinationError: (
        "{path} cannot be written: {detail}. Choose another folder, or free the file.",
        "没能写入 {path}：{detail}。换一个文件夹，或关掉占用它的程序。",
    ),
    errors.DocumentNotWrittenError: (
        "The document could not be made, and nothing was written. Try another format.",
        "没能生成文档，什么也没写出。换一种格式试试。",
    ),
    errors.DestinationTakenError: (
        "{path} is there already and was left as it is. Name another file, or add --force.",
        "{path} 已经存在，没有改动。换一个文件名，或加上 --force 覆盖。",
    ),
    errors.PresetDamagedError: (
        "This is no preset of Novelist, or a damaged one. Name another file.",
        "这不是 Novelist 的预设，或者已经损坏。换一个文件。",
    ),
    errors.PresetTooNewError: (
        "This preset was made by a newer Novelist. Update Novelist, then try again.",
        "这个预设来自更新版本的 Novelist。更新 Novelist 后再试。",
    ),
    errors.PresetUnknownError: (
        "There is no preset “{title}”. 'novelist presets' shows what there is.",
        "没有预设“{title}”。用“novelist presets”看看有哪些。",
    ),
    errors.NothingToCompileError: (
        "Nothing is in the manuscript that the preset lets in. Choose another preset or more text.",
        "按这个预设，没有任何内容可以输出。换一个预设，或者放宽范围。",
    ),
    errors.BackupDamagedError: (
        "The backup {path} is damaged and was not restored. Nothing was changed; name another one.",
        "备份 {path} 损坏了，没有恢复，也没有任何改动。换一份备份。",
    ),
    errors.NotFoundError: (
        "There is no {subject} “{key}” in this library. 'novelist list' shows what there is.",
        "书库里没有“{key}”。用“novelist list”看看有哪些。",
    ),
    errors.AmbiguousTitleError: (
        "Several novels fit “{title}”. Name one by its number: {candidates}.",
        "有几部作品符合“{title}”。改用编号：{candidates}。",
    ),
    errors.DuplicateTitleError: (
        "Another one has that name already. Choose a different name.",
        "已经有同名的了。换一个名字。",
    ),
    errors.DictionaryError: (
        "{path} is no dictionary that can be read. Name another file.",
        "{path} 不是能读取的词典。换一个文件。",
    ),
    errors.DictionaryHalfError: (
        "{path} is missing. A dictionary is two files, .dic and .aff. Put both in one folder.",
        "没有 {path}。词典由 .dic 和 .aff 两个文件组成，要放在同一个文件夹里。",
    ),
    errors.DictionaryNameError: (
        "{path} does not say which language it is of. Rename both files, like de_DE.dic.",
        "{path} 的文件名看不出是哪种语言。把两个文件改成 de_DE.dic 这样的名字。",
    ),
    errors.SpellerError: (
        "The dictionary does not answer. Choose another one.",
        "词典没有回应。换一部词典。",
    ),
    errors.PatternError: (
        "This is not a regular expression. Nothing was changed; write it differently.",
        "这不是正则表达式。没有任何改动，换个写法。",
    ),
    errors.PatternTooSlowError: (
        "This expression takes too long, so it was stopped. Nothing was changed; make it simpler.",
        "这个表达式太费时，已经停下。没有任何改动，写简单些。",
    ),
    errors.PictureError: (
        "A picture cannot be used. Nothing was changed; choose another one.",
        "有一张图片无法使用。没有任何改动，换一张。",
    ),
    errors.PictureUnknownError: (
        "This is no picture that Novelist keeps. Save it as PNG, JPEG, GIF, WebP or BMP.",
        "这不是 Novelist 能保存的图片。先存成 PNG、JPEG、GIF、WebP 或 BMP。",
    ),
    errors.PictureTooLargeError: (
        "A picture has more than 40 MB. Save it smaller first.",
        "图片超过 40 MB。先把它存小一些。",
    ),
    errors.PictureTooManyPixelsError: (
        "A picture has too many pixels. Make it smaller first.",
        "图片的像素太多。先把它缩小。",
    ),
    errors.PictureDamagedError: (
        "A picture is damaged and cannot be shown. Choose another one.",
        "图片已损坏，无法显示。换一张。",
    ),
    errors.InvalidMoveError: (
        "These cannot be put there. Nothing was moved; choose another place.",
        "不能放在那里。没有移动任何内容，换一个位置。",
    ),
    errors.TextChangedError: (
        "The text was changed since. Nothing was undone; look at the text first.",
        "文字在那之后又改过。没有撤销任何内容，先看看文字。",
    ),
    errors.StepError: (
        "This step is not possible any more. It is left out; try the one before.",
        "这一步已无法进行，已跳过。可以再撤销前一步。",
    ),
    errors.StepUnreadableError: (
        "This step cannot be read. It is left out and nothing was changed; try the one before.",
        "这一步无法读取，已跳过，没有改动任何内容。可以再撤销前一步。",
    ),
    errors.StepImpossibleError: (
        "This step needs what was deleted for ever. It is left out; try the one before.",
        "这一步要用到的内容已永久删除，已跳过。可以再撤销前一步。",
    ),
    errors.ConflictError: (
        "Somebody else saved this first. Both texts are kept; look at them, then try again.",
        "别处先保存了。两份文字都在，看过之后再试一次。",
    ),
    errors.LibraryMissingError: (
        "There is no library {path}. Check the name, or 'novelist import FILE' makes one.",
        "没有书库 {path}。看看路径，或用“novelist import 文件”新建。",
    ),
    errors.LibraryEmptyError: (
        "The library {path} is an empty file. Restore a backup from {backups}.",
        "书库 {path} 是空文件。可从 {backups} 恢复备份。",
    ),
    errors.LibraryForeignError: (
        "{path} is not a library of Novelist and was left as it is. Name another file.",
        "{path} 不是 Novelist 的书库，没有改动。换一个文件。",
    ),
    errors.LibraryReadOnlyError: (
        "The library {path} may not be written. Allow writing there, or copy it elsewhere.",
        "书库 {path} 不能写入。改一下权限，或复制到别处。",
    ),
    errors.LibraryTooNewError: (
        "A newer version of Novelist made {path}. It was left as it is; update Novelist first.",
        "{path} 是更新版本的 Novelist 建的，没有改动。先更新 Novelist。",
    ),
    errors.ServerError: (
        "The library {path} on the server cannot be opened. It was left as it is.",
        "服务器上的书库 {path} 打不开，没有改动。",
    ),
    errors.ServerUnreachableError: (
        "The server of {path} does not answer. Check its name and port, and your network.",
        "{path} 的服务器没有回应。看看名称、端口和网络。",
    ),
    errors.ServerRefusedError: (
        "The server does not let you in to {path}. Check user, password and database.",
        "服务器不让进入 {path}。看看用户名、密码和数据库。",
    ),
    errors.ServerUpgradeError: (
        "The library {path} is older, and a server cannot take an upgrade back. Back its database "
        "up, then open it once with ?upgrade=yes at the end of its address.",
        "书库 {path} 是旧版本，服务器上的升级不能撤回。先备份数据库，"
        "再在地址末尾加 ?upgrade=yes 打开一次。",
    ),
    errors.ServerNotSupportedError: (
        "This works on library files alone. For {path} use the tools of its server.",
        "这只能用于书库文件。{path} 用服务器自己的工具。",
    ),
    errors.ServerDriverError: (
        "This installation cannot open {path}. Install Novelist with its extra: novelist[server].",
        "这份安装打不开 {path}。安装 novelist[server]。",
    ),
    errors.LibraryLockedError: (
        "The library {path} is open in another program. Close it there, then try again.",
        "书库 {path} 在别的程序里开着。先在那里关闭，再试一次。",
    ),
    errors.LibraryLogError: (
        "The log beside {path} does not belong to it. Nothing was changed; move the log away.",
        "{path} 旁边的日志文件不属于它。没有任何改动；先把那个日志移开。",
    ),
    errors.LibraryError: (
        "The library {path} cannot be opened and was left as it is. Name another one.",
        "打不开书库 {path}，没有改动。换一个书库。",
    ),
    errors.UserError: (
        "That cannot be done. Nothing was changed; 'novelist --help' shows what can be said.",
        "这件事做不到，没有改动。“novelist --help”说明用法。",
    ),
    errors.StorageBusyError: (
        "Another program holds the library. Nothing was lost; close that program and try again.",
        "书库被别的程序占着。没有丢失任何内容，关掉那个程序再试一次。",
    ),
    errors.StorageFullError: (
        "The disk is full. Nothing was lost; free some space and try again.",
        "磁盘满了。没有丢失任何内容，腾出空间再试一次。",
    ),
    errors.StorageUnreachableError: (
        "The server does not answer. Check the network, then try again.",
        "服务器没有回应。检查网络，再试一次。",
    ),
    errors.CommitUnknownError: (
        "The connection was lost while the server saved, so nobody knows whether it did. "
        "Look at the library, then try again.",
        "服务器保存时连接断了，不知道有没有存上。先看看书库，再试一次。",
    ),
    errors.StorageIOError: (
        "The disk cannot be read or written. Check the drive, then try again.",
        "磁盘不能读写。检查磁盘，再试一次。",
    ),
    errors.StorageReadOnlyError: (
        "The library may not be written any more. Nothing was lost; allow writing, then try again.",
        "书库不能再写入了。没有丢失任何内容，改一下权限再试一次。",
    ),
    errors.StorageGoneError: (
        "The drive or folder of the library is gone. Connect it again, then try again.",
        "书库所在的磁盘或文件夹不见了。重新接上，再试一次。",
    ),
    errors.StorageReplacedError: (
        "The library was deleted, moved or replaced while open. Put it back, then try again.",
        "书库在打开时被删除、移走或替换了。放回原处，再试一次。",
    ),
    errors.StorageCorruptError: (
        "The library is damaged; nothing more was written to it. Restore a backup.",
        "书库损坏了，不再写入。恢复一份备份。",
    ),
    errors.RescueFailedError: (
        "No copy of the unsaved text could be written. Free some space, or connect a drive.",
        "没能另存未保存的文字。腾出空间，或接上别的磁盘。",
    ),
    errors.SettingsNotKeptError: (
        "The settings could not be kept. Check the disk and the folder, then try again.",
        "设置没能保存。检查磁盘和文件夹，再试一次。",
    ),
    errors.RevisionDamagedError: (
        "This version is damaged and cannot be read. The text and its other versions are safe.",
        "这个版本损坏了，读不出来。正文和其他版本都完好。",
    ),
    errors.BackupStoppedError: (
        "The backup was stopped. The library and its older backups are as they were; try again.",
        "备份停下了。书库和原来的备份没有改动，再试一次。",
    ),
    errors.MigrationError: (
        "{path} could not be brought up to date and is as it was. Try again with --debug.",
        "没能升级 {path}，它和原来一样。加上 --debug 再试一次。",
    ),
    errors.EnvironmentFailure: (
        "The computer could not do that. Nothing was lost; try again.",
        "电脑没能做到。没有丢失任何内容，再试一次。",
    ),
    errors.DocumentFormatError: (
        "A text in the library is damaged. 'novelist check' shows which; restore a backup.",
        "书库里有一段文字损坏了。用“novelist check”找出来，再恢复备份。",
    ),
    errors.DatabaseNotInitializedError: _BUG,
    errors.DatabaseAlreadyOpenError: _BUG,
    errors.SessionMisuseError: _BUG,
    errors.WriterClosedError: _BUG,
    errors.WriterReentryError: _BUG,
    errors.NoSessionError: _BUG,
    errors.TransactionError: _BUG,
    errors.IntegrityBrokenError: _BUG,
    errors.DuplicateKeyError: _BUG,
    errors.MissingReferenceError: _BUG,
    errors.MissingValueError: _BUG,
    errors.ForbiddenValueError: _BUG,
    errors.DemoFailedError: _BUG,
    errors.EditFormatError: _BUG,
    errors.BugError: _BUG,
    errors.FileError: (
        "{path} cannot be used: {detail}. Name another file.",
        "{path} 不能用：{detail}。换一个文件。",
    ),
    errors.NovelistError: _BUG,
}


def sentence(error: BaseException, words: Words) -> str:
    """What to print for an error, on one line."""
    for kind in type(error).__mro__:
        if kind in SENTENCES:
            filled = words.choose(SENTENCES[kind]).format_map(_details(error))
            return " ".join(filled.split()) + _holder(error, words)
    return words("unexpected")


def _holder(error: BaseException, words: Words) -> str:
    """Which program holds the library, where the error knows."""
    holder = getattr(error, "holder", None)
    return "" if holder is None else words("held_by", holder=clean(str(holder)))


def _details(error: BaseException) -> dict[str, object]:
    """What the sentences may name."""
    path = getattr(error, "path", "")
    return {
        "path": path,
        "detail": getattr(error, "detail", "") or type(error).__name__,
        "limit": getattr(error, "limit", 0) // 1_000_000,
        "subject": getattr(error, "subject", ""),
        "key": getattr(error, "key", ""),
        "title": getattr(error, "title", ""),
        "candidates": _candidates(error),
        "backups": paths.backup_folder(path) if isinstance(path, Path) else "",
        "kind": type(error).__name__,
    }


def _candidates(error: BaseException) -> str:
    """“3 (Harbour), 5 (Harbour lights)”."""
    titled = zip_longest(getattr(error, "ids", ()), getattr(error, "titles", ()), fillvalue="")
    return ", ".join(f"{each} ({clean(title)})" if title else f"{each}" for each, title in titled)
