# SPDX-License-Identifier: MIT
"""The process that sets pages: stopped, failing, told nothing, and without the network."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys

import pytest

from novelist import paths, typesetting
from novelist.domain.document import document_of
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.errors import DocumentNotWrittenError
from novelist.exporters.base import ExportOptions, Manuscript, ManuscriptItem, export
from novelist.typesetting import TypesettingError, set_pages

ENDLESS = "#for n in range(100000000) [x]"


class StoppedError(Exception):
    """Somebody wants no pages any more."""


def template(folder, text):
    (folder / "book.typ").write_text(text, encoding="utf-8")
    return folder


def running(folder):
    """The processes that were started for a folder."""
    found = subprocess.run(["pgrep", "-f", str(folder)], capture_output=True, text=True)
    return found.stdout.split()


def test_pages_are_counted(tmp_path):
    made = set_pages(template(tmp_path, "one #pagebreak() two"))
    assert made.data.startswith(b"%PDF")
    assert made.pages == 2


def test_a_template_that_fails_says_nothing_of_the_text(tmp_path):
    with pytest.raises(TypesettingError) as caught:
        set_pages(template(tmp_path, '#panic("a word of the novel")'))
    assert "novel" not in str(caught.value)


def test_whoever_stops_it_ends_the_process(tmp_path):
    told = []

    def stop(done):
        told.append(done)
        if len(told) > 3:
            raise StoppedError

    with pytest.raises(StoppedError):
        set_pages(template(tmp_path, ENDLESS), progress=stop)
    assert told == sorted(told)
    assert all(0 <= done < 1 for done in told)
    if shutil.which("pgrep"):
        assert running(tmp_path) == []


def test_what_takes_too_long_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(typesetting, "_LONGEST", 0.5)
    with pytest.raises(TypesettingError):
        set_pages(template(tmp_path, ENDLESS))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has no such limit")
def test_what_takes_too_much_memory_fails_alone(tmp_path, monkeypatch):
    command = [sys.executable, "-c", (
        "from novelist import typesetting; typesetting._MEMORY = 600 * 1024**2; typesetting.main()"
    )]  # fmt: skip
    monkeypatch.setattr(typesetting, "_command", lambda: command)
    greedy = "#let all = range(200000000).map(n => str(n))\n#all.len()"
    with pytest.raises(TypesettingError):
        set_pages(template(tmp_path, greedy))


def test_no_template_of_ours_asks_for_a_package():
    shipped = "".join(
        each.read_text(encoding="utf-8") for each in (paths.resources() / "typesetting").iterdir()
    )
    assert "#import" in shipped
    assert not re.search(r"@(?:preview|local)|https?:|\beval\(|\bplugin\(", shipped)


def test_a_package_is_asked_for_where_nobody_answers(tmp_path, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        monkeypatch.setattr(typesetting, "_NO_NETWORK", {"HTTPS_PROXY": address})
        monkeypatch.setattr(typesetting, "_LONGEST", 3.0)
        wanted = '#import "@preview/cetz:0.3.0": *'
        with pytest.raises(TypesettingError):
            set_pages(template(tmp_path, wanted))
        server.settimeout(1)
        server.accept()[0].close()  # it came here, and not to the network
    monkeypatch.undo()
    with pytest.raises(TypesettingError):
        set_pages(template(tmp_path, wanted))


def test_files_outside_the_folder_are_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    folder = tmp_path / "inside"
    folder.mkdir()
    for path in ("../secret.txt", str(secret)):
        with pytest.raises(TypesettingError):
            set_pages(template(folder, f'#read("{path}")'))


def test_a_format_that_cannot_be_made_is_an_error_that_is_known(monkeypatch):
    monkeypatch.setattr(
        typesetting, "_command", lambda: [sys.executable, "-c", "raise SystemExit(3)"]
    )
    with pytest.raises(DocumentNotWrittenError):
        export(Manuscript("A"), ExportOptions(ExportFormat.PDF))


def test_an_export_is_stopped_by_who_is_told_how_far_it_is():
    def stop(_done):
        raise StoppedError

    items = [ManuscriptItem(ItemKind.SCENE, "", document_of("Once."))]
    with pytest.raises(StoppedError):
        export(Manuscript("A", items=items), ExportOptions(ExportFormat.PDF, progress=stop))


def test_the_packaged_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert typesetting._command() == [sys.executable, typesetting.FLAG]
