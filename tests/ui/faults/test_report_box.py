# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.faults.report_box``."""

from __future__ import annotations

from novelist.ui.faults.report_box import ReportBox


def test_a_report_is_as_high_as_its_lines_and_scrolls_when_they_are_many(theme, qtbot):
    box = ReportBox(theme, "report")
    qtbot.addWidget(box)
    box.resize(400, 300)
    box.show()
    line, heights = box.lines.fontMetrics().lineSpacing(), []
    for text in ("one", "one\ntwo\nthree", "much too long for one line " * 6, "line\n" * 90):
        box.set_text(text)
        qtbot.waitUntil(lambda: box.lines.height() == box.lines.maximumHeight())
        heights.append(box.lines.height())
    assert heights[0] == 24
    assert 3 * line <= heights[1] < 4 * line
    assert heights[2] >= 3 * line
    assert heights[3] == 192
    assert box.lines.verticalScrollBar().maximum() > 0
    assert box.lines.horizontalScrollBar().maximum() == 0
