# SPDX-License-Identifier: MIT
"""Who writes, and on which machine: set once at start-up, read for every row that is written."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Signature:
    """The writer's name ("" while she gave none) and the machine's."""

    author: str = ""
    device: str = ""


_signature: ContextVar[Signature | None] = ContextVar("signature", default=None)


def sign_as(author: str, device: str | None = None) -> Token[Signature | None]:
    """Sign what is written from here on, in this context; the token takes it back."""
    return _signature.set(Signature(author, this_device() if device is None else device))


@contextmanager
def signed(given: Signature) -> Iterator[None]:
    """Sign as ``given`` in here: what one task or thread writes for another."""
    token = _signature.set(given)
    try:
        yield
    finally:
        _signature.reset(token)


def is_signed() -> bool:
    """Whether anybody said in this context who writes; a new thread knows of none."""
    return _signature.get() is not None


def signature() -> Signature:
    """How a row that is written now is signed."""
    return _signature.get() or Signature(device=this_device())


def current_author() -> str:
    """The default of a column ``author``."""
    return signature().author[:300]


def current_device() -> str:
    """The default of a column ``device``."""
    return signature().device[:200]


@cache
def this_device() -> str:
    """The name of this machine in its network."""
    return socket.gethostname()
