"""The base of view-models that show cards page by page (分页)."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, Protocol, TypeVar

from kiosk_app.paging import Paged
from kiosk_app.view_model import ViewModel


class HasCards(Protocol):
    """A state with one page of cards."""

    @property
    def cards(self) -> Paged[Any]: ...


S = TypeVar("S", bound=HasCards)


class PagedViewModel(ViewModel[S]):
    """Knows how many cards there is room for and which page is open; says what is on it in `_update`."""

    def __init__(self, state: S) -> None:
        super().__init__(state)
        self._page, self._size = 0, 1

    def fit(self, size: int) -> None:
        """The view has room for so many."""
        self._size = size
        self._update()

    def turn(self, by: int) -> None:
        """Turn pages."""
        self._page = self.state.cards.page + by
        self._update()

    @abstractmethod
    def _update(self) -> None:
        """Set the state anew."""
