# SPDX-License-Identifier: MIT
"""Which program holds a library, said to a person."""

from __future__ import annotations

import socket

from PySide6.QtCore import QObject

from novelist.errors import Holder


class HolderWords(QObject):
    """One sentence, in the language of the interface."""

    def of(self, error: BaseException | None) -> str:
        """Who holds the library, where the error knows; else nothing."""
        holder = getattr(error, "holder", None)
        if not isinstance(holder, Holder):
            return ""
        if holder.host != socket.gethostname():
            return self.tr("It is open on the computer “{host}” (process {pid}).").format(
                host=holder.host, pid=holder.pid
            )
        if holder.name:
            return self.tr("It is held by {name} (process {pid}) on this computer.").format(
                name=holder.name, pid=holder.pid
            )
        return self.tr("It is open in process {pid} on this computer.").format(pid=holder.pid)
