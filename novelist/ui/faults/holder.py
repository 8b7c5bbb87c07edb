# SPDX-License-Identifier: MIT
"""Which program holds a library, said to a person."""

from __future__ import annotations

import socket

from PySide6.QtCore import QObject

from novelist.errors import Holder, LibraryLockedError


class HolderWords(QObject):
    """One sentence, in the language of the interface."""

    def of(self, error: BaseException | None) -> str:
        """Who holds the library, where the error knows; else nothing."""
        holder = getattr(error, "holder", None)
        if not isinstance(holder, Holder):
            return ""
        if holder.host != socket.gethostname():
            return self.tr("It is open on the computer “{host}”.").format(host=holder.host)
        if holder.name:
            return self.tr("It is held by {name} on this computer.").format(name=holder.name)
        if isinstance(error, LibraryLockedError):
            return self.tr("It is open in another Novelist on this computer.")
        return self.tr("It is held by another program on this computer.")

    def number(self, error: BaseException | None) -> str:
        """The number of that program for whoever looks for it, as a tooltip."""
        holder = getattr(error, "holder", None)
        if not isinstance(holder, Holder):
            return ""
        return self.tr("Process {pid}").format(pid=holder.pid)
