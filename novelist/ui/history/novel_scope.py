# SPDX-License-Identifier: MIT
"""The history of the novel: its days, its named moments, and what has changed since."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QModelIndex, QObject

from novelist.services.history import history, novel_history, snapshots
from novelist.services.history.history import Comparison
from novelist.services.history.moment_changes import ChangedBeside, changed_beside_texts
from novelist.services.history.novel_history import ChangedText
from novelist.services.history.snapshots import NamedMoment
from novelist.ui.history.side import NOVEL
from novelist.ui.history.surroundings import SHOW, Surroundings
from novelist.ui.history.time_slider import REST, Mark
from novelist.ui.history.words import HistoryWords
from novelist.ui.moments import day_label, day_within, moment_label
from novelist.ui.widgets.row_view import RowList

_PARTS: Final = 120  # of the time line


class NovelScope(QObject):
    """``show`` begins with today; nothing happens while another scope is at the front."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._words = HistoryWords(self)
        self._side, self._stage = around.page.side, around.page.stage
        self._moment: NamedMoment | None = None
        self._text: ChangedText | None = None
        self._since: tuple[datetime, str] | None = None
        self._day: date | None = None  # whose writing the stage lists
        self._moments: list[datetime] = []
        side = self._side
        side.calendar.day_chosen.connect(self._on_day_chosen)
        side.calendar.month_changed.connect(self._on_month_changed)
        side.written.selectionModel().currentChanged.connect(self._on_written_chosen)
        side.names.selectionModel().currentChanged.connect(self._on_name_chosen)
        self._stage.list.activated.connect(self._on_changed_activated)
        self._stage.list.clicked.connect(self._on_changed_activated)

    # -- showing -------------------------------------------------------------------------------

    def forget(self) -> None:
        """Forget what was chosen, and what the stage listed."""
        self._moment = self._text = None
        self._since = self._day = None

    def forget_novel(self) -> None:
        """List nothing of a novel that was left; the next begins with today."""
        self._moments = []
        self._side.show_today()
        self._side.names_rows.show_names([])
        self._side.written_rows.show_changed([], self._around.title_of)
        self._stage.rows.show_changed([], self._around.title_of)

    async def show(self) -> None:
        """Show the month, the named moments and what changed today; the day is kept in a novel."""
        self._moment = self._text = None
        found = await snapshots.list_snapshots(self._around.novel_id())
        self._side.show_names([each for each in found if each.item_id is None])
        await self._show_month()
        await self._show_day(self._side.calendar.day)
        await self._show_line()

    async def refresh(self) -> None:
        """Look again what was written and what has changed; what is looked at stays."""
        day = self._side.calendar.day
        await self._show_month()
        written = await self._show_day(day)
        if self._text is not None or day != self._side.calendar.day:
            return  # a day chosen in the meantime is shown by who turned to it
        if self._day is not None:
            self._show_written(day, written)
        elif self._since is not None:
            await self._show_since(*self._since)

    async def _show_month(self) -> None:
        month = self._side.calendar.month
        days = [day for day in self._side.calendar.days() if day <= date.today()]
        novel_id = self._around.novel_id()
        found = await novel_history.sum_stretches(novel_id, [_bounds(day) for day in days])
        if month == self._side.calendar.month:
            self._side.calendar.show_written(
                {day: (each.words, each.saves) for day, each in zip(days, found, strict=True)}
            )

    async def _show_day(self, day: date) -> list[ChangedText]:
        written = await novel_history.written_between(self._around.novel_id(), *_bounds(day))
        if day == self._side.calendar.day:
            self._side.show_day(written, self._around.title_of, self._around.language())
        return written

    async def _turn_to(self, day: date) -> None:
        """Show a day that was chosen, at the left and at the right."""
        written = await self._show_day(day)
        self._since = None
        if self._moments:
            self._stage.slider.show_key(self._place_of(_bounds(day)[0]))
            self._show_written(day, written)

    def _show_written(self, day: date, written: list[ChangedText]) -> None:
        """The scenes that were written in on a day."""
        self._day = day
        said = self.tr("Written {day}").format(day=day_within(day))
        self._list(self.tr("The novel"), said if written else day_label(day), written)
        if not written:
            self._stage.show_empty(self.tr("Nothing was written on this day."))
        self._offer_novel(listed=bool(written))

    async def _show_line(self) -> None:
        """The time line: a mark where the novel was saved, the newest of them chosen."""
        novel_id = self._around.novel_id()
        span = await novel_history.first_and_last(novel_id)
        if span is None:
            self._since, self._day, self._moments = None, None, []
            self._stage.line.hide()
            self._show_nothing()
            return
        parts = await novel_history.count_stretches(
            novel_id, span[0], span[1] + timedelta(seconds=1), parts=_PARTS
        )
        names = [self._side.names_rows.subject(index) for index in self._name_rows()]
        named = {each.taken_at for each in names if isinstance(each, NamedMoment)}
        self._moments = sorted({*(part.start for part in parts), *named, datetime.now(UTC)})
        self._stage.slider.set_marks(
            [Mark(n, moment, moment in named) for n, moment in enumerate(self._moments)]
        )
        self._stage.line.show()
        self._stage.first.setText(day_label(span[0].astimezone().date()))
        self._stage.last.setText(self.tr("Now"))
        place = self._place_of(_bounds(date.today())[0])
        self._stage.slider.show_key(place)
        await self._show_since(self._moments[place])

    def _place_of(self, moment: datetime) -> int:
        """Where on the time line the novel is as it was then."""
        return max(sum(each <= moment for each in self._moments) - 1, 0)

    def _name_rows(self) -> list[QModelIndex]:
        rows = self._side.names_rows
        return [rows.index(row, 0) for row in range(rows.rowCount())]

    def _show_nothing(self) -> None:
        self._side.say_no_names()
        self._stage.say(self.tr("The novel"))
        self._stage.show_empty(
            self.tr("What you write will be kept here, day by day."),
            self.tr("Give a moment a name, and the whole novel can be brought back to it."),
            self.tr("Name the novel as it stands"),
            icon="milestone",
        )
        self._stage.offer("")

    async def _show_since(self, moment: datetime, name: str = "") -> None:
        """The scenes that are not what they were at a moment."""
        self._since, self._day = (moment, name), None
        changed = await novel_history.changed_since(self._around.novel_id(), moment)
        named = self._moment
        bible_stays = named is not None and await snapshots.leaves_bible(named.id)
        beside = ChangedBeside()
        if named is not None and not changed:
            beside = await changed_beside_texts(named.id)
        if self._since != (moment, name) or self._text is not None:
            return  # something else was chosen in the meantime
        title = name or self.tr("The novel")
        said = self.tr("{moment}, compared with now").format(moment=moment_label(moment))
        self._list(title, said, changed)
        if not changed:
            self._stage.show_empty(self._words.unchanged(beside))
        self._offer_novel(listed=bool(changed), bible_stays=bible_stays)

    def _list(self, title: str, said: str, texts: list[ChangedText]) -> None:
        self._stage.say(title, said)
        self._stage.rows.show_changed(texts, self._around.title_of)
        self._stage.show_list()

    def _offer_novel(self, *, listed: bool, bible_stays: bool = False) -> None:
        if self._moment is None:
            note = self.tr("Choose a scene to see what has changed in it.") if listed else ""
            self._stage.offer(note, second=self.tr("Name the novel as it stands"), icon="milestone")
            return
        note = self.tr("Scenes made since go to the trash. A backup is made before.")
        if bible_stays:
            note = self.tr(
                "Scenes made since go to the trash. A backup is made before."
                " The bible stays as it is: this moment is from before moments held one."
            )
        self._stage.offer(
            note,
            primary=self.tr("Restore the novel"),
            second=self.tr("Change the name"),
            icon="milestone",
        )

    async def _show_text(self, text: ChangedText, said: str) -> None:
        self._text = text
        shown = await self._around.comparing.compare(lambda: _compare(text))
        self._stage.say(self._around.title_of(text.item_id) or text.title, said)
        self._stage.offer("", second=self.tr("Show all versions"), icon="history")
        self._stage.show_comparison(shown, "changes", can_bring_back=False)

    # -- what is wished ------------------------------------------------------------------------

    def move_to(self, place: int) -> None:
        """The time slider was moved to a moment."""
        self._moment = self._text = None
        _choose_none(self._side.written, self._side.names)
        if place < len(self._moments):
            self._around.reading.latest(SHOW, self._show_passed(self._moments[place]))

    async def _show_passed(self, moment: datetime) -> None:
        """Show the novel at a moment that the slider came to, if it stays there."""
        await asyncio.sleep(REST)
        await self._show_since(moment)

    def second(self) -> None:
        """The lesser button: all versions of the scene that is shown, or a name."""
        if self._text is not None:
            self._around.show_scene(self._text.item_id)
        else:
            self._ask_for_name(self._moment)

    async def restore(self) -> None:
        """Let the whole novel be what it was at the named moment."""
        moment = self._moment
        if moment is None:
            return
        await self._around.flush()
        bible_stays = await snapshots.leaves_bible(moment.id)
        edit = await snapshots.restore_snapshot(moment.id)
        said = self.tr("The novel is as it was at “{name}”.")
        if bible_stays:
            said = self.tr("The novel is as it was at “{name}”. The bible was left as it is.")
        self._around.done(edit, said.format(name=moment.name))
        self._around.again(NOVEL, self.show)

    def ask_for_name(self) -> None:
        """Ask what the novel as it stands now is to be called, whatever is shown."""
        self._ask_for_name(None)

    def _ask_for_name(self, moment: NamedMoment | None) -> None:
        around = self._around
        around.naming().ask(
            "" if moment is None else moment.name,
            lambda name: around.tasks.start(self._name(moment, name)),
            None if moment is None else lambda: around.tasks.start(self._forget(moment)),
            whole_novel=True,
        )

    async def _name(self, moment: NamedMoment | None, name: str) -> None:
        if moment is None:
            await self._around.flush()
            await snapshots.take_snapshot(self._around.novel_id(), name=name)
        else:
            await snapshots.rename_snapshot(moment.id, name)
        self._around.again(NOVEL, self.show)

    async def _forget(self, moment: NamedMoment) -> None:
        await snapshots.remove_snapshots(moment.id)
        self._around.again(NOVEL, self.show)

    # -- slots ---------------------------------------------------------------------------------

    def _on_day_chosen(self, day: date) -> None:
        self._moment = self._text = None
        _choose_none(self._side.written, self._side.names)
        self._around.reading.latest(SHOW, self._turn_to(day))

    def _on_month_changed(self) -> None:
        self._around.reading.latest("history_month", self._show_month())

    def _on_written_chosen(self, current: QModelIndex) -> None:
        text = self._side.written_rows.subject(current)
        if isinstance(text, ChangedText):
            self._moment = None
            _choose_none(self._side.names)
            said = self.tr("Written {day}").format(day=day_within(self._side.calendar.day))
            self._around.reading.latest(SHOW, self._show_text(text, said))

    def _on_name_chosen(self, current: QModelIndex) -> None:
        moment = self._side.names_rows.subject(current)
        if isinstance(moment, NamedMoment):
            self._moment, self._text = moment, None
            _choose_none(self._side.written)
            if moment.taken_at in self._moments:
                self._stage.slider.show_key(self._moments.index(moment.taken_at))
            self._around.reading.latest(SHOW, self._show_since(moment.taken_at, moment.name))

    def _on_changed_activated(self, index: QModelIndex) -> None:
        text = self._stage.rows.subject(index)
        if isinstance(text, ChangedText):
            said = self._stage.subtitle.text()
            self._around.reading.latest(SHOW, self._show_text(text, said))


async def _compare(text: ChangedText) -> Comparison:
    if text.after is not None:
        return await history.compare_versions(text.before, text.after)
    if text.before is not None:
        return await history.compare_with_now(text.item_id, text.before)
    return await history.show_text(text.item_id)


def _choose_none(*lists: RowList) -> None:
    for each in lists:
        each.selectionModel().clear()


def _bounds(day: date) -> tuple[datetime, datetime]:
    """When a day of the writer's clock begins and ends."""
    start, end = (datetime.combine(day + timedelta(days=n), time()) for n in (0, 1))
    return start.astimezone(), end.astimezone()
