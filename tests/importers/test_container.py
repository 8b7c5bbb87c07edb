# SPDX-License-Identifier: MIT
"""Projects of many files, in folders and archives, some of them made to do harm."""

from __future__ import annotations

import io
import zipfile

import pytest

from novelist.errors import SourceDamagedError, SourceMissingError
from novelist.importers import container
from novelist.importers.container import open_container


def zipped(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def laid_out(path, files):
    for name, data in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return path


TIDES = "the tide " * 500
FILES = {"Neaps/outline.xml": b"<o/>", "Neaps/Data/AB/text.rtf": b"{\\rtf1}"}


@pytest.mark.parametrize("make", [zipped, laid_out])
def test_a_folder_and_an_archive_hold_the_same(make, tmp_path):
    found = open_container(make(tmp_path / "project", FILES))
    assert list(found.names) == sorted(FILES)
    assert found.read("Neaps/outline.xml") == b"<o/>"
    assert found.read("neaps/data/ab/TEXT.rtf") == b"{\\rtf1}", "the case was looked at"
    assert found.find("absent") is None
    assert found.read("absent") == b""
    inside = open_container(tmp_path / "project", "Neaps")
    assert list(inside.names) == ["Data/AB/text.rtf", "outline.xml"]
    assert inside.read("outline.xml") == b"<o/>"


def test_nothing_outside_a_project_is_read(tmp_path):
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    project = laid_out(tmp_path / "project", {"own.txt": b"own"})
    (project / "link.txt").symlink_to(tmp_path / "secret.txt")
    (project / "out").symlink_to(tmp_path)
    assert list(open_container(project).names) == ["own.txt"]
    names = {
        "../secret.txt": b"x",
        "/etc/secret": b"x",
        "a/../../b": b"x",
        "..\\c": b"x",
        "d": b"d",
    }
    assert list(open_container(zipped(tmp_path / "a.zip", names)).names) == ["d"]


@pytest.mark.parametrize("make", [zipped, laid_out])
def test_more_than_any_project_holds_is_refused(make, tmp_path, monkeypatch):
    monkeypatch.setattr(container, "LARGEST_FILE", 1000)
    monkeypatch.setattr(container, "LARGEST_PROJECT", 2500)
    project = make(tmp_path / "project", {name: b"0" * 1000 for name in "abc"} | {"d": b"0" * 1001})
    found = open_container(project)
    with pytest.raises(SourceDamagedError):
        found.read("d")
    assert len(found.read("a")) + len(found.read("b")) == 2000
    with pytest.raises(SourceDamagedError):
        found.read("c")
    monkeypatch.setattr(container, "MOST_FILES", 3)
    with pytest.raises(SourceDamagedError):
        open_container(project)


def test_what_says_it_is_small_and_is_not_ends_where_it_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(container, "LARGEST_FILE", 1_000_000)
    bomb = zipped(tmp_path / "bomb.zip", {"a": bytes(50_000_000)})
    with pytest.raises(SourceDamagedError):
        open_container(bomb).read("a")


def test_broken_archives_are_said_to_be_broken(tmp_path):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TIDES)
    data, refused = whole.getvalue(), 0
    for position in range(0, len(data), 3):
        broken = tmp_path / "broken.zip"
        broken.write_bytes(data[:position] + bytes([data[position] ^ 0xFF]) + data[position + 1 :])
        try:
            found = open_container(broken)
            read = [found.read(name) for name in found.names]
        except SourceDamagedError:
            refused += 1
        else:
            assert read in ([], [TIDES.encode()]), "something else was read"
    assert refused > 20
    with pytest.raises(SourceMissingError):
        open_container(tmp_path / "absent")
