"""The pages beside the work page, and who is offered them (附页与权限).

A role only decides which doors are shown; what a person may do is checked by the use case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance

from counter_app.screens.page_view import PageView
from hall.identity import Actor, Role
from hall.staffing.clerk import Clerk


class PageModel(Protocol):
    """A page's view-model."""

    def begin(self, clerk: Clerk, by: Actor) -> None:
        """Somebody signed in who may open the page."""

    def end(self) -> None:
        """They left; forget what they saw and typed."""

    def follow(self, kinds: frozenset[str]) -> None:
        """Journal records of these kinds were written somewhere in the hall."""

    def refresh(self) -> None:
        """Read everything anew: the page opens, the connection is back, half a minute has passed."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        name: such as ``"guide"``.
        roles: who is offered it; any of them is enough.
        news: carries a `counter_app.model.Message` for the work page, such as a call for help.
        describe: what it shows, for the remote hand; nothing personal.
    """

    name: str
    roles: frozenset[Role]
    model: PageModel
    view: PageView
    news: SignalInstance | None = None
    describe: Callable[[], dict[str, Any]] = dict

    @property
    def key(self) -> str:
        """Its hot key."""
        return self.view.key


class Pages:
    """All pages of a counter; those of nobody's role are asleep."""

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        self.all: Sequence[Page] = tuple(pages)
        self.offered: Sequence[Page] = ()

    @property
    def roles(self) -> frozenset[Role]:
        """All roles that are offered a page."""
        return frozenset().union(*(page.roles for page in self.all))

    def begin(self, clerk: Clerk, by: Actor) -> None:
        """Wake the pages that ``clerk`` is offered."""
        self.end()
        self.offered = tuple(page for page in self.all if page.roles & clerk.roles)
        for page in self.offered:
            page.model.begin(clerk, by)

    def end(self) -> None:
        """Put all to sleep."""
        for page in self.offered:
            page.model.end()
        self.offered = ()

    def follow(self, kinds: frozenset[str]) -> None:
        """Tell the pages what changed in the hall."""
        for page in self.offered:
            page.model.follow(kinds)

    def refresh(self) -> None:
        """Let the pages read everything anew."""
        for page in self.offered:
            page.model.refresh()

    def describe(self, name: str) -> dict[str, Any] | None:
        """What the page ``name`` shows; None when that is none of these."""
        return next((page.describe() for page in self.all if page.name == name), None)
