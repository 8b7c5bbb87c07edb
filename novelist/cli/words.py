# SPDX-License-Identifier: MIT
"""The words of the command line in English and Chinese, and which of them to speak."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from typing import Final

from novelist import paths
from novelist.domain.languages import is_han
from novelist.settings import load_settings

LANGUAGES: Final = ("en", "zh_CN")
_CHINESE: Final = 0x04  # the primary language in a Windows language id
_LOCALE_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")

# Each row is English and Chinese. "one|many" are the two English forms of a counted thing.
WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "about": (
        "Novelist is a program for writing novels. Without a command it opens the window.",
        "Novelist 是写小说的软件。不带命令时打开窗口。",
    ),
    "usage": ("usage: ", "用法："),
    "heading": ("{heading}:", "{heading}："),
    "commands": ("commands", "命令"),
    "arguments": ("arguments", "参数"),
    "options": ("options", "选项"),
    "more": (
        "'novelist COMMAND --help' tells more about a command.",
        "“novelist 命令 --help”说明每条命令。",
    ),
    "help.help": ("show this help and leave", "显示这份说明"),
    "help.version": ("show the version and leave", "显示版本"),
    "help.debug": ("show the details of errors", "显示错误的细节"),
    "help.language": ("language of these words", "命令行使用的语言"),
    "help.json": ("print JSON for other programs", "输出 JSON，供其他程序读取"),
    "help.library": (
        "the library: a file, or mysql://user:password@host/database; your own when left out",
        "书库：文件，或 mysql://用户:密码@主机/数据库；不写则用自己的书库",
    ),
    "help.open": ("the library to open in the window", "要在窗口里打开的书库"),
    "help.import": ("read a manuscript into the library", "把书稿导入书库"),
    "help.export": ("write a novel to a file", "把作品导出为文件"),
    "help.preset": (
        "what it becomes: a name that 'novelist presets' lists, or a file",
        "输出成什么：“novelist presets”列出的名称，或预设文件",
    ),
    "help.presets": ("list what a novel can become", "列出作品可以输出成什么"),
    "help.mirror": (
        "keep a whole library in a folder of small files, for git",
        "把整个书库写成一个文件夹里的许多小文件，供 git 保存",
    ),
    "help.mirror_output": ("the folder of the mirror", "镜像文件夹"),
    "help.mirror_force": (
        "though the folder is the mirror of another library",
        "即使这个文件夹是另一个书库的镜像",
    ),
    "help.list": ("list the novels of a library", "列出书库里的作品"),
    "help.outline": ("show the outline of a novel", "显示一部作品的大纲"),
    "help.search": ("find words in a library", "在书库里搜索"),
    "help.query": ("the words to find", "要找的文字"),
    "help.check": ("look a library over for damage", "检查书库是否完好"),
    "help.salvage": (
        "save what can be read of a damaged library into this new one",
        "把损坏书库里还能读出的内容存进这个新书库",
    ),
    "salvage.saved": (
        "Saved {novels}, {texts} and {versions} to {path}.",
        "已救出{novels}、{texts}、{versions}：{path}。",
    ),
    "salvage.version": (
        "“{title}” ({id}) is as it was at {when} UTC: its newest text could not be read.",
        "“{title}”（{id}）恢复到 {when}（UTC）的版本：最新的文字读不出来了。",
    ),
    "salvage.doubtful": (
        "“{title}” ({id}) may hold wrong characters: it is not what was saved.",
        "“{title}”（{id}）可能有错字：与保存时不符。",
    ),
    "salvage.lost": (
        "“{title}” ({id}) is empty now: neither its text nor a version could be read.",
        "“{title}”（{id}）现在是空的：正文和版本都读不出来了。",
    ),
    "salvage.versions": (
        "{versions} could not be read.",
        "{versions}读不出来了。",
    ),
    "salvage.pictures": (
        "Pictures that could not be read: {n}",
        "读不出来的图片：{n}",
    ),
    "salvage.unreadable": (
        "Damaged places in {table}: {n}",
        "{table} 里损坏的地方：{n}",
    ),
    "salvage.whole": ("Nothing was lost.", "没有丢失任何内容。"),
    "help.backup": (
        "make a backup, look it over, and let old ones go",
        "备份书库并检查，按规则清理旧备份",
    ),
    "help.backup_output": (
        "make it this file; among the other backups when left out",
        "备份成哪个文件；不写则放进备份文件夹",
    ),
    "help.restore": (
        "put a backup in the place of a library; that is backed up first",
        "用备份替换书库；先备份现在的书库",
    ),
    "help.restore_backup": ("the backup to restore", "要恢复的备份"),
    "help.restore_library": ("the library file to replace or make", "要替换或新建的书库文件"),
    "demo.done": (
        "The pictures and the report are in {folder}",
        "截图和报告在 {folder}",
    ),
    "help.demo": (
        "drive the real window through its main job and leave screenshots",
        "让真正的窗口走一遍主要流程，并留下截图",
    ),
    "help.source": ("the file or project to read", "要读的文件或写作项目"),
    "help.novel": ("the novel: its number or its title", "作品：编号或书名"),
    "help.output": (
        "the file to write; with --per-chapter the folder",
        "导出到哪个文件；用 --per-chapter 时是文件夹",
    ),
    "help.demo_output": ("the folder for screenshots and the report", "放截图和报告的文件夹"),
    "help.format": (
        "the format; told by the name of the file when left out",
        "格式；不写则看文件名",
    ),
    "help.title": ("the title of the novel", "书名"),
    "help.encoding": (
        "the encoding of the file; found out when left out",
        "文件的编码；不写则自动识别",
    ),
    "help.force": ("replace a file that is there already", "覆盖已有的文件"),
    "help.per_chapter": ("write one file for each chapter", "每章一个文件"),
    "usage.required": ("Say also: {detail}.", "还缺少：{detail}。"),
    "usage.unknown": ("There is no such option: {detail}.", "没有这个选项：{detail}。"),
    "usage.command": ("There is no command {detail}.", "没有这个命令：{detail}。"),
    "usage.extra": ("{detail} is one thing too many.", "{detail} 是多出来的。"),
    "usage.choice": (
        "{option} cannot be {value}. Choose from: {choices}.",
        "{option} 不能是 {value}。可选：{choices}。",
    ),
    "usage.value": ("{option} needs a value.", "{option} 后面要有值。"),
    "usage.other": ("That was not understood: {detail}.", "没能看懂：{detail}。"),
    "usage.hint": (" '{program} --help' shows what can be said.", "“{program} --help”说明用法。"),
    "no_screen": (
        "There is no screen for the window. '{program} --help' shows what works without one.",
        "没有可以打开窗口的屏幕。“{program} --help”列出不用窗口也能做的事。",
    ),
    "writing": ("Writing {name}: {percent} %", "正在写入 {name}：{percent}%"),
    "reading": ("Reading {name}: {percent} %", "正在读取 {name}：{percent}%"),
    "imported": (
        "Imported “{title}” as novel {id}: {parts}{chapters}, {scenes}, {words}.",
        "已导入《{title}》，编号 {id}：{parts}{chapters}，{scenes}，{words}。",
    ),
    "imported.bible": (
        "The story bible has {entries}: people, places and what else there is.",
        "设定有 {entries}：人物、地点等。",
    ),
    "imported.days": (
        "The writing history has {days}; see “Written so far” in the novel details.",
        "写作记录有 {days}，见作品信息中的“写作记录”。",
    ),
    "copied": (
        "Copied “{title}” as novel {id} with its history: {words}.",
        "已复制《{title}》，编号 {id}，连同全部历史：{words}。",
    ),
    "exported": ("Wrote {words} to {path}.", "已导出 {words}：{path}。"),
    "mirrored": (
        "Mirrored {novels} in {files} (changed: {written}, removed: {removed}): {path}",
        "已镜像 {novels}，{files}（改动 {written}，删除 {removed}）：{path}",
    ),
    "mirror.left": (
        "Note: {path} was not written by the mirror and was left as it is.",
        "注意：{path} 不是镜像写的，没有改动。",
    ),
    "exported.files": ("Wrote {words} in {files} to {path}.", "已导出 {words}，{files}：{path}。"),
    "left.problems": (
        "something in this library is not as it was saved. 'novelist check' shows what it is.",
        "书库里有内容与保存时不同。用“novelist check”看看是哪些。",
    ),
    "left.log_missing": (
        "the last words of the last time may be missing: Novelist was not closed well, and the "
        "file that held them is gone. Look at what was written last.",
        "上次最后写的文字可能不在了：Novelist 没有正常关闭，存放它们的文件也不见了。"
        "看看最后写的内容。",
    ),
    "held_by": (" It is held by {holder}.", "占用它的是：{holder}。"),
    "note": ("Note: {text}", "注意：{text}"),
    "count.parts": ("{n} part|{n} parts", "{n} 卷"),
    "count.chapters": ("{n} chapter|{n} chapters", "{n} 章"),
    "count.scenes": ("{n} scene|{n} scenes", "{n} 场"),
    "count.words": ("{n} word|{n} words", "{n} 词"),
    "count.characters": ("{n} character|{n} characters", "{n} 字"),
    "count.days": ("{n} day|{n} days", "{n} 天"),
    "count.entries": ("{n} entry|{n} entries", "{n} 条"),
    "count.files": ("{n} file|{n} files", "{n} 个文件"),
    "count.novels": ("{n} novel|{n} novels", "{n} 部作品"),
    "count.texts": ("{n} text|{n} texts", "{n} 段文字"),
    "count.versions": ("{n} earlier version|{n} earlier versions", "{n} 个旧版本"),
    "count.problems": ("{n} problem was found|{n} problems were found", "发现 {n} 处问题"),
    "separator": (", ", "，"),
    "column.id": ("id", "编号"),
    "column.title": ("title", "书名"),
    "column.chapters": ("chapters", "章"),
    "column.scenes": ("scenes", "场"),
    "column.length": ("length", "篇幅"),
    "search.nothing": ("Nothing was found for “{query}”.", "没有找到“{query}”。"),
    "list.empty": (
        "There is no novel in this library yet. 'novelist import FILE' brings one in.",
        "书库里还没有作品。用“novelist import 文件”导入一部。",
    ),
    "untitled": ("Untitled", "未命名"),
    "excluded": ("not in the manuscript", "不收入成书"),
    "backup.made": (
        "Backed up and checked: {novels}, {words}. It is in {path}",
        "已备份并检查：{novels}，{words}。备份在 {path}",
    ),
    "backup.same": (
        "Nothing changed since the last backup: {path}",
        "上次备份之后没有改动：{path}",
    ),
    "backup.fewer": (
        "It holds fewer words than the backup before ({words}); that one is kept.",
        "它比上一份备份字数少（上一份 {words}），上一份已保留。",
    ),
    "backup.second.missing": (
        "The second folder is not there, so it got no copy. Connect its drive, or choose another.",
        "第二个文件夹不在，没有复制过去。接上磁盘，或换一个文件夹。",
    ),
    "backup.second.read_only": (
        "The second folder may not be written, so it got no copy. Allow it, or choose another.",
        "第二个文件夹不能写入，没有复制过去。改一下权限，或换一个文件夹。",
    ),
    "backup.second.full": (
        "The second folder is full, so it got no copy. Free some space, or choose another.",
        "第二个文件夹满了，没有复制过去。腾出空间，或换一个文件夹。",
    ),
    "backup.second.failed": (
        "The second folder could not take the copy. Check its drive, or choose another.",
        "没能复制到第二个文件夹。检查磁盘，或换一个文件夹。",
    ),
    "restore.done": ("Restored and checked: {path}", "已恢复并检查：{path}"),
    "restore.kept": ("What was there before is in {path}", "原来的书库在 {path}"),
    "check.sound": ("The library is sound: {path}", "书库完好：{path}"),
    "check.damaged": (
        "{problems}. Nothing was changed. Restore a backup from: {backups}. "
        "What can be read is saved by 'novelist check --salvage OUTPUT'.",
        "{problems}。没有任何改动。可从这里恢复备份：{backups}。"
        "也可用“novelist check --salvage 新文件”救出还能读出的内容。",
    ),
    "stopped": (
        "Stopped. What was not finished is not in the library; start it again when you like.",
        "已停止。没做完的不会留在书库里，可以随时重来。",
    ),
    "unexpected": (
        "Something went wrong in Novelist. Your library was left as it was. "
        "Try again with --debug and send us what it shows.",
        "Novelist 出了错。书库没有改动。加上 --debug 再试一次，把显示的内容发给我们。",
    ),
    "import.contents": (
        "The printed contents were put outside the manuscript.",
        "原书目录已保留，不收入成书。",
    ),
    "import.repeated": (
        "Lines that only repeat a title were left out: {text}",
        "只重复书名或标题的行没有导入：{text}",
    ),
    "import.no-chapters": (
        "No chapter headings were found; one chapter holds the whole text.",
        "没有找到章节标题，全文放在一章里。",
    ),
    "import.after-end": (
        "What follows the end of the novel was put outside the manuscript.",
        "全书结束之后的文字已保留，不收入成书。",
    ),
    "import.replaced": (
        "Some bytes do not fit the encoding: {text}. Try another --encoding.",
        "有些字节与编码不符：{text}。可换一个 --encoding 再试。",
    ),
    "import.unsure-encoding": (
        "The encoding is a guess: {text}. Look at the text, or name it with --encoding.",
        "编码 {text} 是猜的。看看文字对不对，或用 --encoding 指定。",
    ),
    "import.control": ("Control characters were left out: {text}", "去掉了控制字符：{text}"),
    "import.divided": (
        "Lines longer than any paragraph were divided where sentences end: {text}",
        "有些行比任何段落都长，已在句末分成段落：{text}",
    ),
    "import.as-written": (
        "Paragraphs with too many brackets and marks to read stay as written: {text}",
        "有些段的括号和标记太多，无法识别，照原样保留：{text}",
    ),
    "import.metadata": (
        "A line of the front matter was not understood: {text}",
        "文件开头有一行没能看懂：{text}",
    ),
    "import.left": (
        "Left out, since it has no place here yet: {text}",
        "未导入，这里还没有地方放：{text}",
    ),
    "import.cut-off": (
        "The file ends too early: what came after that is missing.",
        "文件不完整：缺了结尾以后的部分。",
    ),
    "import.damaged": (
        "Could not be read: {text}",
        "读不出来：{text}",
    ),
    "import.open-elsewhere": (
        "The project seems to be open in another program; what was not saved there is not here.",
        "另一个程序似乎正开着这个项目，那里没保存的内容不会在这里。",
    ),
    "export.unknown_block": (
        "Paragraphs of an unknown kind were written as plain ones: {text}",
        "未知的段落按普通段落写出：{text}",
    ),
    "export.unknown_mark": (
        "Unknown formatting was left off the words: {text}",
        "未知的格式没有写出，文字都在：{text}",
    ),
    "export.unknown_atom": (
        "Something unknown was written as its name: {text}",
        "未知的内容以名称写出：{text}",
    ),
    "export.unknown_attribute": (
        "Something unknown about a paragraph could not be written: {text}",
        "段落的一项未知属性没能写出：{text}",
    ),
    "export.unknown_placeholder": (
        "A placeholder has no meaning: {text}",
        "有一个占位符没有意义：{text}",
    ),
    "export.image_as_text": (
        "Pictures were written as their description: {text}",
        "图片以说明文字代替：{text}",
    ),
    "export.missing_typeface": (
        "The typeface {text} is not on this computer; another one stands for it.",
        "本机没有字体 {text}，已用其他字体代替。",
    ),
    "export.unsafe_link": (
        "An unsafe link was left off its words: {text}",
        "去掉了不安全的链接，文字都在：{text}",
    ),
    "export.unwritable_character": (
        "Characters that no file may hold were replaced: {text}",
        "有些字符写不进文件，已替换：{text}",
    ),
    "export.damaged_footnote": (
        "Damaged footnotes were written as they stand: {text}",
        "没能读懂的脚注照原样写出：{text}",
    ),
    "problem.file": ("The file is damaged: {detail}", "文件损坏：{detail}"),
    "problem.reference": (
        "Row {id} refers to something that is missing: {detail}",
        "第 {id} 行指向的内容不在了：{detail}",
    ),
    "problem.text": (
        "The text of item {id} is not what was saved: {detail}",
        "条目 {id} 的文字与保存时不符：{detail}",
    ),
    "problem.version": (
        "An earlier version of item {id} cannot be read: {detail}",
        "条目 {id} 的一个旧版本读不出来：{detail}",
    ),
    "problem.picture": (
        "A picture is not what was kept: {detail}",
        "一张图片与保存时不符：{detail}",
    ),
    "problem.orphan": (
        "Item {id} cannot be reached in its outline: {detail}",
        "条目 {id} 在大纲里找不到位置：{detail}",
    ),
    "problem.cycle": (
        "Item {id} stands inside itself: {detail}",
        "条目 {id} 套在自己里面：{detail}",
    ),
}


class Words:
    """Speaks one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._column = 1 if language.startswith("zh") else 0

    def __call__(self, key: str, **values: object) -> str:
        """The words of a row with its blanks filled in."""
        text = WORDS[key][self._column]
        return text.format(**values) if values else text

    def choose(self, pair: tuple[str, str]) -> str:
        """The one of two texts, English and Chinese, that is in this language."""
        return pair[self._column]

    def length(self, number: int, language: str) -> str:
        """How long a text in ``language`` is: "1,284 words", or "1,284 characters" of Chinese."""
        return self.counted("characters" if is_han(language) else "words", number)

    def counted(self, key: str, number: int) -> str:
        """A number and its noun: "1 chapter", "1,284 words"."""
        forms = WORDS[f"count.{key}"][self._column].split("|")
        return forms[0 if number == 1 else -1].format(n=f"{number:,}")


def words_for(choice: str | None) -> Words:
    """The words in the language that was asked for, chosen in the settings, or of the system."""
    for wanted in (choice, load_settings(paths.settings_folder()).language):
        if wanted in LANGUAGES:
            return Words(wanted)
    return Words("zh_CN" if _system_language().lower().startswith("zh") else "en")


def _system_language() -> str:
    """The name of the system's language, as far as it can be told without loading a toolkit."""
    for variable in _LOCALE_VARIABLES:
        if os.environ.get(variable):
            return os.environ[variable]
    if sys.platform == "win32":
        language_id = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return "zh" if language_id & 0x3FF == _CHINESE else "en"
    return "en"
