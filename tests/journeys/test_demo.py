# SPDX-License-Identifier: MIT
"""The demonstration, run as the command line runs it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


def demo(folder):
    command = [sys.executable, "-m", "novelist", "demo", "--output", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def test_a_picture_that_cannot_be_written_ends_the_demonstration_with_its_name(tmp_path):
    (tmp_path / "workspace-light-en-1280.png").mkdir()
    done = demo(tmp_path)
    assert done.returncode != 0
    assert "workspace-light-en-1280.png" in done.stderr
    assert not (tmp_path / "report.json").exists()


@pytest.mark.full
def test_the_demonstration_takes_every_picture_that_it_reports(tmp_path):
    assert demo(tmp_path).returncode == 0
    steps = json.loads((tmp_path / "report.json").read_text("utf-8"))["steps"]
    taken = {step["file"] for step in steps if step["step"] == "picture"}
    assert taken == {file.name for file in tmp_path.glob("*.png")} != set()
