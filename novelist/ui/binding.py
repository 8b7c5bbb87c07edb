# SPDX-License-Identifier: MIT
"""Widgets bound to live objects: what is typed is set at once and saved soon, never lost.

A binding sets one attribute of a detached object whenever its widget changes. The group that it
belongs to saves the object at most ``SAVE_DELAY`` milliseconds later, when the widget loses the
focus, and when it is told to. A failed save keeps the object, and is tried again with the next.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from novelist.ui.shown_words import show_words
from novelist.ui.tasks import Tasks
from novelist.ui.widgets.text_field import InlineField

SAVE_DELAY: Final = 600

Convert = Callable[[Any], Any]
Saver = Callable[[Any], Coroutine[Any, Any, None]]


class Field(Protocol):
    """How one kind of widget tells and takes its value."""

    changed: SignalInstance

    def read(self) -> Any:  # noqa: ANN401 - a value of any column
        """The value that the widget holds, without an unfinished composition."""

    def write(self, value: Any) -> None:  # noqa: ANN401 - a value of any column
        """Show what others set; the caret stays where it was, as far as it can."""

    def reset(self, value: Any) -> None:  # noqa: ANN401 - a value of any column
        """Show the value of another object; nothing of the old one can be brought back."""


class Binding(QObject):
    """One widget that shows and sets one attribute of whatever object is bound."""

    edited = Signal(int, str)
    """A person changed the attribute of the object with that id."""

    validity_changed = Signal(bool)
    """What stands in the widget became a value, or is none any more."""

    focus_left = Signal()

    def __init__(
        self,
        widget: QWidget,
        attribute: str,
        bound: Any = None,  # noqa: ANN401 - an object of any table
        *,
        to_value: Convert = lambda value: value,
        to_widget: Convert = lambda value: value,
    ) -> None:
        """``to_value`` raises ValueError for what cannot be a value; then nothing is set."""
        super().__init__(widget)
        self.attribute = attribute
        self.is_valid = True
        self._widget = widget
        self._field = _field_of(widget)
        self._to_value, self._to_widget = to_value, to_widget
        self._bound: Any = None
        self._writing = False
        self._preedit = ""
        self._unsaved = False
        self._field.changed.connect(self._on_field_changed)
        widget.installEventFilter(self)
        self.rebind(bound)

    @property
    def bound(self) -> Any:  # noqa: ANN401 - an object of any table
        """The object whose attribute is shown, or None."""
        return self._bound

    def rebind(self, bound: Any) -> None:  # noqa: ANN401 - an object of any table
        """Finish what is being composed, then show the attribute of another object."""
        self.finish_composition()
        self._bound = bound
        self._unsaved = False
        self._set_valid(True)
        if bound is not None:
            self._write(self._field.reset, getattr(bound, self.attribute))

    def reflect(self) -> None:
        """Show what others set, unless somebody is typing here."""
        if self._bound is None or self._preedit or self._is_being_typed():
            return
        value = getattr(self._bound, self.attribute)
        if not self._holds(value):
            self._set_valid(True)
            self._write(self._field.write, value)

    def finish_composition(self) -> None:
        """Take over what an input method has not committed yet."""
        if not self._preedit:
            return
        event = QInputMethodEvent()
        event.setCommitString(self._preedit)
        self._preedit = ""
        QCoreApplication.sendEvent(self._widget, event)
        QGuiApplication.inputMethod().reset()

    def mark_saved(self) -> None:
        """From now on the widget may show what others set."""
        self._unsaved = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow compositions and the focus of the widget."""
        if isinstance(event, QInputMethodEvent):
            self._preedit = event.preeditString()
        elif event.type() == QEvent.Type.FocusOut:
            self.finish_composition()
            self._tidy()
            self.focus_left.emit()
        return False

    def _is_being_typed(self) -> bool:
        return self._widget.hasFocus() and (self._unsaved or not self.is_valid)

    def _holds(self, value: object) -> bool:
        try:
            return bool(self._to_value(self._field.read()) == value)
        except ValueError:
            return False

    def _on_field_changed(self) -> None:
        if self._writing or self._bound is None:
            return
        try:
            value = self._to_value(self._field.read())
        except ValueError:
            self._set_valid(False)
            return
        self._set_valid(True)
        if value != getattr(self._bound, self.attribute):
            setattr(self._bound, self.attribute, value)
            self._unsaved = True
            self.edited.emit(self._bound.id, self.attribute)

    def _tidy(self) -> None:
        """Write a value as it is usually written, once nobody types it any more."""
        if self._bound is None or not self.is_valid:
            return
        value = getattr(self._bound, self.attribute)
        if self._to_widget(value) != self._field.read():
            self._write(self._field.write, value)

    def _write(self, show: Callable[[Any], None], value: object) -> None:
        self._writing = True
        try:
            show(self._to_widget(value))
        finally:
            self._writing = False

    def _set_valid(self, valid: bool) -> None:
        if valid != self.is_valid:
            self.is_valid = valid
            self.validity_changed.emit(valid)


class BindingGroup(QObject):
    """The bindings of a panel: they show one object together, and are saved together."""

    edited = Signal(int, str)

    def __init__(self, save: Saver, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._tasks = tasks
        self._bindings: list[Binding] = []
        self._bound: Any = None
        self._unsaved: dict[int, Any] = {}  # by identity; holds what an identity map holds weakly
        self._running: set[asyncio.Task[Any]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_DELAY)
        self._timer.timeout.connect(self.flush)

    @property
    def bound(self) -> Any:  # noqa: ANN401 - an object of any table
        """The object that is shown, or None."""
        return self._bound

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not on its way to the disk yet, or did not get there."""
        return bool(self._unsaved)

    def bind(self, widget: QWidget, attribute: str, **conversions: Convert) -> Binding:
        """Let the widget show and set the attribute of the group's object."""
        binding = Binding(widget, attribute, self._bound, **conversions)
        binding.edited.connect(self._on_binding_edited)
        binding.focus_left.connect(self.flush)
        self._bindings.append(binding)
        return binding

    def rebind(self, bound: Any) -> None:  # noqa: ANN401 - an object of any table
        """Save what was typed for the old object, then show another one (None: nothing)."""
        for binding in self._bindings:
            binding.finish_composition()
        self.flush()
        self._bound = bound
        for binding in self._bindings:
            binding.rebind(bound)

    def forget(self) -> None:
        """Show nothing, and save nothing of what was typed: its library is left."""
        for binding in self._bindings:
            binding.rebind(None)
        self._timer.stop()
        self._unsaved = {}  # another one: a save that fails from now on puts nothing back
        self._bound = None
        for task in self._running:
            task.cancel()

    def reflect(self) -> None:
        """Show what others changed in the object."""
        for binding in self._bindings:
            binding.reflect()

    def flush(self) -> None:
        """Save now what is unsaved."""
        self._timer.stop()
        for bound in list(self._unsaved.values()):
            task = self._tasks.start(self._save_object(bound))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def settle(self) -> None:
        """Save now, and wait until the disk has it; raises what kept it from getting there."""
        for binding in self._bindings:
            binding.finish_composition()
        self.flush()
        if self._running:
            done, _ = await asyncio.wait(set(self._running))
            for error in (task.exception() for task in done if not task.cancelled()):
                if error is not None:
                    raise error

    async def _save_object(self, bound: Any) -> None:  # noqa: ANN401 - an object of any table
        unsaved = self._unsaved
        if unsaved.pop(id(bound), None) is None:
            return
        try:
            await self._save(bound)
        except BaseException:
            unsaved[id(bound)] = bound
            raise
        if bound is self._bound and id(bound) not in self._unsaved:
            for binding in self._bindings:
                binding.mark_saved()

    def _on_binding_edited(self, bound_id: int, attribute: str) -> None:
        self._unsaved[id(self._bound)] = self._bound
        if not self._timer.isActive():
            self._timer.start()
        self.edited.emit(bound_id, attribute)


class _LineField:
    def __init__(self, widget: QLineEdit) -> None:
        self._widget = widget
        self.changed = widget.textChanged

    def read(self) -> str:
        return self._widget.text()

    def write(self, value: str) -> None:
        caret = self._widget.cursorPosition()
        self._widget.setText(value)
        self._widget.setCursorPosition(min(caret, len(value)))

    def reset(self, value: str) -> None:
        self._widget.setText(value)
        self._widget.setCursorPosition(0)


class _InPlaceField(_LineField):
    """Lets Esc in an ``InlineField`` go back to what was there before the typing."""

    _widget: InlineField

    def write(self, value: str) -> None:
        caret = self._widget.cursorPosition()
        self.reset(value)
        self._widget.setCursorPosition(min(caret, len(value)))

    def reset(self, value: str) -> None:
        self._widget.setModified(False)
        self._widget.set_value(value)


class _TextField:
    def __init__(self, widget: QPlainTextEdit | QTextEdit) -> None:
        self._widget = widget
        self.changed = widget.textChanged

    def read(self) -> str:
        return self._widget.toPlainText()

    def write(self, value: str) -> None:
        """Replace only what differs, so that the caret stays in its sentence."""
        show_words(self._widget, value)

    def reset(self, value: str) -> None:
        self._widget.setPlainText(value)


class _CheckField:
    def __init__(self, widget: QAbstractButton) -> None:
        self.changed = widget.toggled
        self.read = widget.isChecked
        self.write = self.reset = widget.setChecked


class _SpinField:
    def __init__(self, widget: QSpinBox) -> None:
        self.changed = widget.valueChanged
        self.read = widget.value
        self.write = self.reset = widget.setValue


class ValueWidget(QWidget):
    """A widget of our own that holds one value; ``value_changed`` is for what a person did."""

    value_changed = Signal()

    def value(self) -> Any:  # noqa: ANN401 - a value of any column
        """What is chosen."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - a value of any column
        """Show another value."""
        raise NotImplementedError


class _ValueField:
    def __init__(self, widget: ValueWidget) -> None:
        self.changed = widget.value_changed
        self.read = widget.value
        self.write = self.reset = widget.set_value


_FIELDS: Final[tuple[tuple[type[QWidget], Callable[[Any], Field]], ...]] = (
    (InlineField, _InPlaceField),
    (QLineEdit, _LineField),
    (QPlainTextEdit, _TextField),
    (QTextEdit, _TextField),
    (QSpinBox, _SpinField),
    (QAbstractButton, _CheckField),
    (ValueWidget, _ValueField),
)


def _field_of(widget: QWidget) -> Field:
    for kind, field in _FIELDS:
        if isinstance(widget, kind):
            return field(widget)
    raise TypeError(f"no binding for {type(widget).__name__}")
