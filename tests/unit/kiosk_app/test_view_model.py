"""A view-model whose page is not shown says nothing, and all it did not say when the page comes back."""

from __future__ import annotations

from kiosk_app.view_model import ViewModel


class Counting(ViewModel[int]):
    def count(self) -> None:
        self._set(self.state + 1)


def test_what_a_resting_page_missed_is_said_once_when_it_wakes() -> None:
    model, drawn = Counting(0), list[int]()
    model.state_changed.connect(drawn.append)
    model.count()
    model.rest()
    model.count()
    model.count()
    assert (model.state, drawn) == (3, [1])
    model.wake()
    assert drawn == [1, 3]
    model.wake()
    model.rest()
    model.wake()
    assert drawn == [1, 3], "nothing was missed"
    model.count()
    assert drawn == [1, 3, 4]


def test_a_view_that_was_just_built_is_not_drawn_twice() -> None:
    model, drawn = Counting(0), list[int]()
    model.rest()
    model.count()
    model.state_changed.connect(drawn.append)
    model.wake(drawn=True)
    assert not drawn
    model.part_from_views()
    model.count()
    assert not drawn, "that view goes"
