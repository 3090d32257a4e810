"""State of a page of lists (列表附页), as immutable values: sections with lines, what may be done, one form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from counter_app.model import Message, Tone


class FieldKind(StrEnum):
    """How a field is filled."""

    TEXT = "text"
    SECRET = "secret"
    CHOICE = "choice"
    CHECK = "check"
    MANY = "many"  # several of the options


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. Values are text: ``"1"`` for a set check, codes joined by commas for MANY.

    Attributes:
        options: value and words of what may be chosen.
    """

    name: str
    text: str
    kind: FieldKind = FieldKind.TEXT
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """What is being filled in.

    Attributes:
        act: the action it is for.
        subject: key of the line it is about, empty for none.
        hint: what follows from what was typed so far, in words.
        error: why it was not sent, empty for nothing.
    """

    act: str
    title: str
    fields: tuple[Field, ...]
    values: Mapping[str, str]
    subject: str = ""
    hint: str = ""
    error: str = ""

    def with_values(self, values: Mapping[str, str]) -> Form:
        """Typed over; an error is forgotten."""
        return replace(self, values={**self.values, **values}, error="")

    def value(self, name: str) -> str:
        """What was typed, without the blanks around it."""
        return self.values.get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list."""

    key: str
    cells: tuple[str, ...]
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """An action of a section.

    Attributes:
        on_line: it is about the chosen line, and off without one.
        strong: what Enter in the list does.
    """

    name: str
    text: str
    on_line: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One list.

    Attributes:
        empty: said in the place of lines.
        note: said under the list.
        advice: said above it, so that it is seen first.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    empty: str
    acts: tuple[Act, ...] = ()
    note: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class SheetState:
    """Everything the page shows.

    Attributes:
        at: name of the section that is shown.
        chosen: key of the chosen line by section.
        busy: the action on its way; ``slow`` once it has taken so long that it is said.
    """

    title: str = ""
    summary: str = ""
    sections: tuple[Section, ...] = ()
    at: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    form: Form | None = None
    busy: str | None = None
    slow: bool = False
    message: Message | None = None

    @property
    def section(self) -> Section | None:
        """The section that is shown: the one asked for, else the first."""
        found = (section for section in self.sections if section.name == self.at)
        return next(found, self.sections[0] if self.sections else None)

    @property
    def line(self) -> Line | None:
        """The chosen line of that section: the one chosen, else the first."""
        section = self.section
        if section is None or not section.lines:
            return None
        key = self.chosen.get(section.name)
        return next((line for line in section.lines if line.key == key), section.lines[0])

    def may(self, act: Act) -> bool:
        """Whether the action can be done now."""
        return self.busy is None and self.form is None and (not act.on_line or self.line is not None)
