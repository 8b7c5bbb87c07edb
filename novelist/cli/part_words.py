# SPDX-License-Identifier: MIT
"""The names of what an import leaves out, in English and Chinese, as other programs have them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from novelist.cli.words import Words
from novelist.importers.parts import Part

PARTS: Final[Mapping[str, tuple[str, str]]] = {
    "part.unknown": ("unknown parts", "未知部分"),
    "part.unknown.named": ("unknown part “{name}”", "未知部分“{name}”"),
    "part.file": ("files of the project", "项目中的文件"),
    "part.file.named": ("file “{name}”", "文件“{name}”"),
    "part.picture": ("pictures", "图片"),
    "part.picture.named": ("picture “{name}”", "图片“{name}”"),
    "part.table": ("lines of tables, whose words stay", "表格线（文字保留）"),
    "part.contents": ("tables of contents and indexes", "目录和索引"),
    "part.keyword": ("keywords and subjects of the document", "文档的关键词和主题"),
    "part.shape": ("drawn lines and shapes", "线条和形状"),
    "part.object": ("embedded objects", "嵌入的对象"),
    "part.header": ("page headers", "页眉"),
    "part.footer": ("page footers", "页脚"),
    "part.index-entry": ("index entries", "索引项"),
    "part.hidden-words": ("hidden words", "隐藏文字"),
    "part.deleted-words": ("words deleted under track changes", "修订中删去的文字"),
    "part.footnote-of-a-title": ("footnotes of titles", "标题的脚注"),
    "part.text": ("texts", "正文"),
    "part.text.named": ("text of “{name}”", "“{name}”的正文"),
    "part.synopsis": ("synopses", "梗概"),
    "part.synopsis.named": ("synopsis of “{name}”", "“{name}”的梗概"),
    "part.notes": ("notes", "备注"),
    "part.notes.named": ("notes of “{name}”", "“{name}”的备注"),
    "part.comments": ("comments", "批注"),
    "part.comments.named": ("comments of “{name}”", "“{name}”的批注"),
    "part.settings": ("settings of the project", "项目设置"),
    "part.others": ("many more of the kind", "其他许多同类内容"),
    "part.writing-history": ("writing history", "写作记录"),
    "part.writing-history.named": (
        "line “{name}” of the writing history",
        "写作记录中的“{name}”",
    ),
    "part.snapshot": ("earlier versions without a text here", "这里没有对应正文的旧版本"),
    "part.snapshot.named": ("an earlier version of “{name}”", "“{name}”的一个旧版本"),
    "part.daily-target": ("daily word target", "每日字数目标"),
    "part.session-target": ("session target", "单次写作目标"),
    "part.target-in-characters": ("targets in characters", "按字符计的目标"),
    "part.deadline": ("deadlines", "截稿日"),
    "part.deadline.named": ("deadline “{name}”", "截稿日“{name}”"),
    "part.collection": ("collections", "合集"),
    "part.collection.named": ("collection “{name}”", "合集“{name}”"),
    "part.project-bookmarks": ("project bookmarks", "项目书签"),
    "part.link-between-documents": (
        "links between documents, whose words stay",
        "文档之间的链接（文字保留）",
    ),
    "part.picture-of-an-index-card": ("pictures on index cards", "索引卡上的图片"),
    "part.picture-of-an-index-card.named": (
        "picture on the index card of “{name}”",
        "“{name}”索引卡上的图片",
    ),
    "part.research-file": ("research files", "资料文件"),
    "part.research-file.named": ("research file “{name}”", "资料文件“{name}”"),
    "part.folder": ("folders, whose documents come in", "文件夹（其中的文档会导入）"),
    "part.folder.named": (
        "folder “{name}”, whose documents come in",
        "文件夹“{name}”（其中的文档会导入）",
    ),
    "part.root-folder": ("root folders, whose documents come in", "根文件夹（其中的文档会导入）"),
    "part.root-folder.named": (
        "root folder “{name}”, whose documents come in",
        "根文件夹“{name}”（其中的文档会导入）",
    ),
    "part.project-name": ("project name", "项目名称"),
    "part.project-name.named": ("project name “{name}”", "项目名称“{name}”"),
    "part.word-list": ("project word list", "项目词表"),
    "part.replacement": ("auto-replace entries", "自动替换项"),
    "part.replacement.named": ("auto-replace entry “{name}”", "自动替换项“{name}”"),
    "part.page-break": ("page breaks", "分页符"),
    "part.vertical-space": ("vertical spaces", "竖向空白"),
    "part.project-variable": ("project variables", "项目变量"),
    "part.project-variable.named": ("project variable “{name}”", "项目变量“{name}”"),
    "part.licence": ("licence", "许可证"),
    "part.licence.named": ("licence “{name}”", "许可证“{name}”"),
    "part.mail-address": ("e-mail address", "电子邮箱"),
    "part.mail-address.named": ("e-mail address “{name}”", "电子邮箱“{name}”"),
    "part.unlisted-document": ("documents that the project does not list", "项目没有列出的文档"),
    "part.unlisted-document.named": (
        "document “{name}”, which the project does not list",
        "项目没有列出的文档“{name}”",
    ),
    "part.entries-of-the-story-bible": ("entries of the story bible", "设定条目"),
    "part.custom-fields": ("custom fields", "自定义字段"),
    "part.statuses": ("statuses", "状态"),
    "part.labels": ("labels", "标签"),
}


def part_name(part: Part, name: str, words: Words) -> str:
    """What a part is called; ``name`` tells it from others, where there is one."""
    named = PARTS.get(f"part.{part}.named") if name else None
    return words.choose(named or PARTS[f"part.{part}"]).format(name=name)
