"""The scenes of which pictures are made (画面样例): a name, and what is put in front of the camera for it.

A new page is added here or, better, to its group; the checks of every page (no cut-off text, touch areas, contrast)
then hold for it too.
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk_app import samples
from kiosk_app.journey_state import Page, Way
from kiosk_app.ports import TicketKind
from kiosk_app.scene import Scene
from kiosk_app.scene_asking import ASKING
from kiosk_app.scene_choosing import CHOOSING
from kiosk_app.scene_ending import ENDING
from kiosk_app.screens.staff.state import StaffStage
from kiosk_app.studio import Studio


def _phone(s: Studio) -> None:
    s.go(Page.PHONE, item=samples.FOOD)
    for digit in "1380000":
        s.models.phone.type_digit(digit)


def _staff_menu(s: Studio) -> None:
    s.roll.low = True
    s.go(Page.STAFF)
    s.models.staff.show_menu()


def _staff(**state: object) -> Scene:
    def scene(s: Studio) -> None:
        _staff_menu(s)
        s.models.staff.show(**state)

    return scene


def _staff_preview(s: Studio) -> None:
    _staff(stage=StaffStage.PREVIEW, picture=s.previews.draw(TicketKind.ORDINARY))(s)


def _map(chosen: int | None = None) -> Scene:
    def scene(s: Studio) -> None:
        s.go(Page.MAP)
        if chosen is not None:
            s.models.floor_map.choose(chosen)

    return scene


def _idle(s: Studio) -> None:
    _phone(s)
    for _ in range(48):
        s.idle.tick()


def _modes(s: Studio) -> None:
    s.go(Page.HOME)
    s.window.choose_modes()


SCENES: Mapping[str, Scene] = {
    **CHOOSING,
    **ASKING,
    **ENDING,
    "map": _map(),
    "map_window": _map(3),
    "map_ticket": lambda s: s.go(Page.MAP, way=Way("A", (1, 2, 3))),
    "staff_pin": lambda s: s.go(Page.STAFF),
    "staff_menu": _staff_menu,
    "staff_choose": _staff(stage=StaffStage.CHOOSE, recent=samples.RECENT),
    "staff_reason": _staff(stage=StaffStage.REASON, chosen=samples.RECENT[0]),
    "staff_preview": _staff_preview,
    "idle_question": _idle,
    "modes": _modes,
}
