# SPDX-License-Identifier: MIT
"""What kind of place a library lies in: its own disk, another computer's, a synchronised folder.

A database that is written through a network may lose its locks; a folder that is copied to a cloud
file by file may get the library without its log. Both are worth one warning.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final


class PlaceKind(StrEnum):
    """Where the library lies."""

    LOCAL = "local"
    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class Place:
    """The kind of place, and what people call it: "Dropbox", or the type of the file system."""

    kind: PlaceKind
    name: str = ""


_NETWORKS: Final = frozenset((
    "9p", "acfs", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "davfs2",
    "fuse.curlftpfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.rclone",
    "fuse.s3fs", "fuse.sshfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs3", "nfs4",
    "smb2", "smb3", "smbfs", "vboxsf", "webdav",
))  # fmt: skip

# What a part of the path begins with, in lower case, and the name of the service.
_FOLDERS: Final = (
    ("dropbox", "Dropbox"), ("onedrive", "OneDrive"), ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"), ("my drive", "Google Drive"), ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"), ("com~apple~clouddocs", "iCloud Drive"),
    ("mobile documents", "iCloud Drive"), ("nextcloud", "Nextcloud"), ("owncloud", "ownCloud"),
    ("pcloud", "pCloud"), ("pclouddrive", "pCloud"), ("box sync", "Box"), ("megasync", "MEGA"),
    ("syncthing", "Syncthing"), ("yandex.disk", "Yandex Disk"), ("proton drive", "Proton Drive"),
    ("nutstore", "坚果云"), ("我的坚果云", "坚果云"), ("坚果云", "坚果云"),
    ("baidusyncdisk", "百度网盘"), ("百度网盘", "百度网盘"), ("baidunetdisk", "百度网盘"),
    ("wps云盘", "WPS 云盘"), ("wpsdrive", "WPS 云盘"),
    ("腾讯微云", "腾讯微云"), ("weiyun", "腾讯微云"),
)  # fmt: skip
_MARKS: Final = (
    (".dropbox", "Dropbox"), (".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"), (".owncloudsync.log", "ownCloud"),
    (".sync_folder", "Syncthing"), (".tresorit", "Tresorit"),
)  # fmt: skip
_VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_REMOTE: Final = 4  # DRIVE_REMOTE of Windows


def place_of(library: Path) -> Place:
    """Where the library lies, links followed; a local disk when nobody can tell."""
    folder = library.resolve().parent
    service = _service_of(folder)
    if service:
        return Place(PlaceKind.CLOUD, service)
    network = _network_of(folder)
    return Place(PlaceKind.NETWORK, network) if network else Place(PlaceKind.LOCAL)


def _service_of(folder: Path) -> str:
    for variable in _VARIABLES:
        home = os.environ.get(variable)
        if home and folder.is_relative_to(home):
            return "OneDrive"
    for part in folder.parts:
        for beginning, name in _FOLDERS:
            if _begins(part.lower(), beginning):
                return name
    for parent in (folder, *folder.parents):
        for mark, name in _MARKS:
            if (parent / mark).exists() and parent != Path.home():
                return name
    return ""


def _begins(part: str, beginning: str) -> bool:
    """Whether it is "dropbox" or "dropbox (personal)", not "dropboxes"."""
    return part.startswith(beginning) and not part[len(beginning) : len(beginning) + 1].isalpha()


def _network_of(folder: Path) -> str:
    try:
        if sys.platform == "win32":
            return _windows_network(folder)
        if sys.platform == "darwin":
            return network_mount(_mounts_of_mac(), folder)
        return network_mount(_mounts_of_linux(Path("/proc/self/mountinfo")), folder)
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""


def network_mount(mounts: Iterable[tuple[Path, str]], folder: Path) -> str:
    """The type of the file system that ``folder`` is on, where another computer keeps it."""
    over = [(point, kind) for point, kind in mounts if folder.is_relative_to(point)]
    if not over:
        return ""
    kind = max(over, key=lambda each: len(each[0].parts))[1]
    return kind if kind in _NETWORKS else ""


def _mounts_of_linux(table: Path) -> Iterable[tuple[Path, str]]:
    for line in table.read_text("utf-8", "replace").splitlines():
        before, _, after = line.partition(" - ")
        point = before.split()[4].encode("latin-1", "replace").decode("unicode_escape")
        yield Path(point), after.split()[0]


def _mounts_of_mac() -> Iterable[tuple[Path, str]]:
    """From lines such as "//me@server/share on /Volumes/share (smbfs, nodev)"."""
    told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True)
    for line in told.stdout.splitlines():
        place, _, details = line.partition(" on ")[2].rpartition(" (")
        yield Path(place), details.split(",")[0].strip(")")


def _windows_network(folder: Path) -> str:
    drive = folder.drive
    if drive.startswith("\\\\"):
        return "UNC"
    windll = getattr(ctypes, "windll")  # noqa: B009 - elsewhere there is no such thing
    return "SMB" if windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE else ""
