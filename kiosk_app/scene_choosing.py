"""The scenes of choosing: home, departments, items, materials and the guides (选事项与办事指南)."""

from __future__ import annotations

from collections.abc import Mapping

from hall.catalogue.item import ServiceItem
from kiosk_app import hindered_samples as hindered
from kiosk_app import samples
from kiosk_app.guide_pages import Group
from kiosk_app.guide_telling import Telling, TellingStage
from kiosk_app.journey_state import Page, Purpose
from kiosk_app.lobby_watch import LobbyState
from kiosk_app.scene import Scene
from kiosk_app.studio import Studio
from kiosk_app.trouble import Trouble


def _named(item: ServiceItem) -> ServiceItem:
    """As the catalogue has it, with its English name."""
    return next(known for known in samples.CATALOGUE.items if known.code == item.code)


def _away(s: Studio) -> None:
    s.put(samples.AWAY)
    s.go(Page.HOME)


def _not_told(s: Studio) -> None:
    s.put(LobbyState(catalogue=samples.CATALOGUE))
    s.go(Page.DEPARTMENTS)


def _items(s: Studio) -> None:
    s.go(Page.ITEMS, department="qscjdglj")


def _search(s: Studio) -> None:
    s.go(Page.ITEMS, department="")
    for key in "SP":
        s.models.items.type_key(key)


def _hindered(page: Page, department: str = "") -> Scene:
    def scene(s: Studio) -> None:
        s.put(hindered.HINDERED)
        s.go(page, department=department)

    return scene


def _guide(group: Group) -> Scene:
    def scene(s: Studio) -> None:
        s.go(Page.GUIDE, item=samples.SOCIAL, purpose=Purpose.GUIDE)
        s.models.guide.open_group(group)

    return scene


def _guide_away(s: Studio) -> None:
    s.put(samples.AWAY)
    _guide(Group.MATERIALS)(s)


def _guide_code(s: Studio) -> None:
    _guide(Group.MATERIALS)(s)
    s.models.guide.show_code()


def _guide_paper(stage: TellingStage, trouble: Trouble | None = None) -> Scene:
    def scene(s: Studio) -> None:
        _guide(Group.MATERIALS)(s)
        s.tell(Telling(stage, trouble))

    return scene


CHOOSING: Mapping[str, Scene] = {
    "home": lambda s: s.go(Page.HOME),
    "home_database_away": _away,
    "wait": lambda s: s.go(Page.WAIT),
    "departments": lambda s: s.go(Page.DEPARTMENTS),
    "departments_not_told": _not_told,
    "departments_hindered": _hindered(Page.DEPARTMENTS),
    "items": _items,
    "items_hindered": _hindered(Page.ITEMS, "qscjdglj"),
    "items_search": _search,
    "items_everyday": _hindered(Page.ITEMS),
    "materials": lambda s: s.go(Page.MATERIALS, item=samples.SOCIAL),
    "materials_unknown": lambda s: s.go(Page.MATERIALS, item=_named(samples.FOOD)),
    "guide": _guide(Group.MATERIALS),
    "guide_steps": _guide(Group.STEPS),
    "guide_terms": _guide(Group.TERMS),
    "guide_place": _guide(Group.PLACE),
    "guide_unknown": lambda s: s.go(Page.GUIDE, item=samples.FOOD, purpose=Purpose.GUIDE),
    "guide_database_away": _guide_away,
    "guide_code": _guide_code,
    "guide_printing": _guide_paper(TellingStage.PRINTING),
    "guide_paper": _guide_paper(TellingStage.DONE),
    "guide_no_paper": _guide_paper(TellingStage.FAILED, Trouble.PAPER_OUT),
    "guide_in_doubt": _guide_paper(TellingStage.IN_DOUBT, Trouble.PRINTER_AWAY),
}
