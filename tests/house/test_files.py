# SPDX-License-Identifier: MIT
"""What stands in the tracked files, and what must not."""

from __future__ import annotations

import re

import pytest

from tests.house.sources import PROJECT, tracked_files

MACHINE_PATH = re.compile(r"(?<![\w.:/~])/(?:root|work|opt/\w+|tmp/\w+|home/\w+|Users/\w+)/")
PACKAGE_HOST = re.compile(r"pypi\.org|pythonhosted|npmjs|index-url|find-links|conda\.anaconda")


def _lines_matching(pattern):
    for path in tracked_files():
        content = path.read_bytes()
        if b"\0" in content or path.is_relative_to(PROJECT / "tests" / "house"):
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            if pattern.search(line):
                yield f"{path.relative_to(PROJECT)}:{number}: {line.strip()[:80]}"


def test_no_file_names_a_place_on_somebody_s_machine():
    assert not list(_lines_matching(MACHINE_PATH))


def test_no_file_names_a_host_of_packages():
    assert not list(_lines_matching(PACKAGE_HOST))


@pytest.mark.parametrize("line", ["path = '/root/x/y'", "see /home/ann/novel", "cd /tmp/a/b"])
def test_a_machine_path_would_be_found(line):
    assert MACHINE_PATH.search(line)


def _targets():
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))


def test_the_readme_names_every_target_of_make_and_no_other():
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"(?:^|`)make ([a-z]+)\b", readme, re.MULTILINE)) == _targets()


def test_the_guide_for_contributors_names_only_targets_that_exist():
    guide = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`make ([a-z]+)", guide)) <= _targets()


def test_the_architecture_names_every_part_of_the_program():
    page = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    names = {
        path.relative_to(PROJECT / "novelist").parts[0]
        for path in tracked_files()
        if path.suffix == ".py" and path.is_relative_to(PROJECT / "novelist")
    }
    unnamed = {name for name in names - {"__init__.py"} if name.removesuffix(".py") not in page}
    assert not unnamed


def test_links_between_the_pages_lead_somewhere():
    broken = []
    for path in tracked_files():
        if path.suffix != ".md":
            continue
        prose = re.sub(
            r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", prose):
            if not (path.parent / target).exists():
                broken.append(f"{path.relative_to(PROJECT)}: {target}")
    assert not broken
