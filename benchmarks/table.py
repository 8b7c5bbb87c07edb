# SPDX-License-Identifier: MIT
"""Figures, their medians and ratios, and the table they are printed in."""

from __future__ import annotations

import math
import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured: its samples, and those of the yardstick measured the same way."""

    name: str
    unit: str
    samples: Sequence[float]
    yardstick: Sequence[float] = ()
    worst: float = 1.0  # which share of the samples is below the second figure; 1.0 is the maximum
    worked: Sequence[float] = ()  # of the samples, what they were on the processor

    @property
    def median(self) -> float:
        """The middle of the samples."""
        return statistics.median(self.samples)

    @property
    def ratio(self) -> float | None:
        """How many times the yardstick's median; None where nothing compares."""
        return self.median / statistics.median(self.yardstick) if self.yardstick else None

    def cells(self) -> tuple[str, ...]:
        """The row as the table shows it."""
        bare = self.yardstick
        return (
            self.name,
            _figure(self.median, self.unit),
            self._worst_of(self.samples),
            self._worst_of(self.worked) if self.worked else "–",
            str(len(self.samples)),
            _figure(statistics.median(bare), self.unit) if bare else "–",
            self._worst_of(bare) if bare else "–",
            f"{self.ratio:.2f}" if self.ratio is not None else "–",
        )

    def _worst_of(self, samples: Sequence[float]) -> str:
        label = "max" if self.worst == 1.0 else f"p{self.worst * 100:.0f}"
        return f"{label} {_figure(percentile(samples, self.worst), self.unit)}"


HEADINGS = (
    "What", "Median", "Worst", "Processor", "Samples", "Bare window", "Its worst", "Ratio",
)  # fmt: skip


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample with at least ``share`` of all samples at or below it."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def _figure(value: float, unit: str) -> str:
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{digits}f} {unit}"


def markdown(rows: Iterable[Row]) -> str:
    """The table in Markdown, its columns in line."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    rule = tuple("-" * widths[column] for column in range(len(HEADINGS)))
    texts = [
        " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        for line in [lines[0], rule, *lines[1:]]
    ]
    return "\n".join(f"| {text} |" for text in texts)


def machine() -> str:
    """The computer in a few words: system, processors, Python, Qt."""
    from PySide6 import __version__ as qt

    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    return f"{system}, Python {platform.python_version()}, PySide6 {qt}"
