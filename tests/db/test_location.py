# SPDX-License-Identifier: MIT
"""Folders that are synchronised and disks of other computers are recognised."""

from __future__ import annotations

from pathlib import Path

import pytest

from novelist.db.location import Place, PlaceKind, network_mount, place_of

MOUNTS = [
    (Path("/"), "ext4"),
    (Path("/mnt"), "ext4"),
    (Path("/mnt/studio"), "cifs"),
    (Path("/mnt/studio/fast"), "xfs"),
]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Dropbox/Books", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive - Studio/Books", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Library/CloudStorage/GoogleDrive-me", "Google Drive"),
        ("我的坚果云/小说", "坚果云"),
        ("BaiduSyncdisk", "百度网盘"),
    ],
)
def test_a_cloud_folder_is_known_by_its_name(folder, name, tmp_path):
    assert place_of(tmp_path / folder / "Novels.novelist") == Place(PlaceKind.CLOUD, name)


@pytest.mark.parametrize("folder", ["Books", "Dropboxes", "Weiyuns", "My drives"])
def test_other_folders_are_not(folder, tmp_path):
    assert place_of(tmp_path / folder / "Novels.novelist").kind is PlaceKind.LOCAL


def test_a_mark_in_a_folder_above_tells_it_too(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    assert place_of(tmp_path / "Books" / "N.novelist") == Place(PlaceKind.CLOUD, "Syncthing")


def test_a_link_into_such_a_folder_is_followed(tmp_path):
    real = tmp_path / "Nextcloud"
    real.mkdir()
    link = tmp_path / "Books"
    link.symlink_to(real)
    assert place_of(link / "Novels.novelist").name == "Nextcloud"


def test_the_innermost_mount_counts():
    assert network_mount(MOUNTS, Path("/mnt/studio/Books")) == "cifs"
    assert network_mount(MOUNTS, Path("/mnt/studio/fast")) == ""
    assert network_mount(MOUNTS, Path("/home/me")) == ""
