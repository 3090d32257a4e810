"""What people do at a kiosk in a day, each kind of visit as often as a hall sees it; `VISITS` names the shares.

A visit begins at home and ends there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks.kiosk_mishaps import MISHAPS
from benchmarks.kiosk_place import DEPARTMENT, ITEM, Place
from benchmarks.kiosk_steps import (
    appointment_code,
    by_phone,
    citizen_card,
    citizen_number,
    paper,
    phone_number,
    pick,
)

Visit = Callable[[Place, int], None]


def hurried(place: Place, _: int) -> None:
    """A number without registration."""
    pick(place)
    place.press("without_registration")
    paper(place)


def with_card(place: Place, number: int) -> None:
    """A number by ID card; of a hundred cards some are of the other kinds."""
    kind = {1: "hmt", 2: "foreigner_2017", 3: "foreigner_2023"}.get(number % 100, "domestic")
    pick(place)
    place.press("materials_ready")
    place.do("id_card_reader", "lay_card", kind=kind, seed=number)
    place.arrives("ticket", phase="paper")
    place.do("id_card_reader", "remove_card")
    place.press("done")


def by_citizen_card(place: Place, number: int) -> None:
    """A number by 一卡通 under the scanner."""
    pick(place)
    place.press("materials_ready")
    place.scan(citizen_card(number))
    paper(place)


def by_identity_code(place: Place, number: int) -> None:
    """A number by the code of an identity on a phone."""
    pick(place)
    place.press("materials_ready")
    place.scan(citizen_number(number))
    paper(place)


def checks_in(place: Place, number: int) -> None:
    """An appointment, by its code under the scanner."""
    code = appointment_code(number)
    place.book(code, citizen_number(number))
    place.press("door_check_in")
    place.scan(code)
    paper(place)


def for_the_mother(place: Place, number: int) -> None:
    """A number for somebody else: two cards."""
    pick(place)
    place.press("materials_ready")
    place.press("identify_agent")
    place.do("id_card_reader", "lay_card", seed=2 * number + 1_000_000)
    place.arrives("principal")
    place.do("id_card_reader", "remove_card")
    place.do("id_card_reader", "lay_card", seed=2 * number + 1_000_001)
    place.arrives("ticket", phase="paper")
    place.do("id_card_reader", "remove_card")
    place.press("done")


def asks_by_card(place: Place, number: int) -> None:
    """Takes a number by card and asks how it stands."""
    with_card(place, number * 100)
    place.press("door_progress")
    place.do("id_card_reader", "lay_card", seed=number * 100)
    place.arrives("standing")
    place.do("id_card_reader", "remove_card")
    place.press("home")


def asks_in_vain(place: Place, _: int) -> None:
    """Asks for a number that nobody has."""
    place.press("door_progress")
    place.press("by_number")
    place.keys("Z999")
    place.press("code_submit")
    place.arrives("notice")
    place.press("notice_home")


def complains(place: Place, number: int) -> None:
    """办不成事, with a card and a telephone number; the slip is printed."""
    place.press("door_complaint")
    place.press("complaint_unresolved")
    place.press("about_item")
    place.press(f"department_{DEPARTMENT}")
    place.press(f"item_{ITEM}")
    place.press("tag_overdue")
    place.press("complaint_next")
    place.do("id_card_reader", "lay_card", seed=number + 2_000_000)
    place.arrives("phone")
    place.do("id_card_reader", "remove_card")
    place.keys(phone_number(number))
    place.press("phone_submit")
    place.arrives("complaint_receipt", slip="printed")
    place.press("receipt_done")


def prints_a_guide(place: Place, _: int) -> None:
    """The list of materials on paper."""
    pick(place, "door_guide")
    place.arrives("guide")
    place.press("guide_print")
    place.arrives("guide", telling="done")
    place.press("home")


def reads_a_guide_in_english(place: Place, _: int) -> None:
    """English, the guide, its code for the phone, home, and back to Chinese."""
    place.press("language")
    pick(place, "door_guide")
    place.arrives("guide")
    place.press("guide_code")
    place.press("guide_read_on")
    place.press("home")
    place.press("language")


def in_large_print(place: Place, number: int) -> None:
    """Large print, spoken; gone with the visitor."""
    place.press("elder")
    hurried(place, number)


def from_a_wheelchair(place: Place, number: int) -> None:
    """Low and in high contrast, in either language."""
    place.press("modes")
    place.press("mode_low")
    place.press("mode_contrast")
    if number % 2:
        place.press("mode_language")
    place.press("modes_done")
    hurried(place, number)


def looks_at_the_map(place: Place, _: int) -> None:
    """The way to a window."""
    place.press("door_map")
    place.press("map_window_3")
    place.press("map_another")
    place.press("home")


def walks_away(place: Place, _: int) -> None:
    """Leaves in the middle; the kiosk goes home by itself."""
    place.press("door_take_number")
    place.press(f"department_{DEPARTMENT}")
    place.arrives("items")
    place.pass_seconds(61)


def searches(place: Place, _: int) -> None:
    """Looks for an item by letters and gives up."""
    place.press("door_take_number")
    place.press("search_items")
    place.keys("SPJY")
    place.press("home")


def calls_for_help(place: Place, _: int) -> None:
    """人工帮助."""
    place.press("help")
    place.arrives("notice")
    place.press("notice_back")


# Of a thousand visits so many are of the kind.
VISITS: dict[Visit, int] = {
    hurried: 190,
    with_card: 200,
    by_phone: 90,
    by_citizen_card: 50,
    by_identity_code: 50,
    checks_in: 80,
    for_the_mother: 20,
    asks_by_card: 30,
    asks_in_vain: 20,
    complains: 10,
    prints_a_guide: 40,
    reads_a_guide_in_english: 20,
    in_large_print: 60,
    from_a_wheelchair: 10,
    looks_at_the_map: 30,
    walks_away: 40,
    searches: 40,
    calls_for_help: 8,
    **MISHAPS,
}


def day(visits: int) -> Iterator[Visit]:
    """So many visits: first one of each kind, then by their shares, evenly mixed and always the same."""
    first = list(VISITS)[:visits]
    yield from first
    credit = dict.fromkeys(VISITS, 0)
    for _ in range(visits - len(first)):
        for kind, share in VISITS.items():
            credit[kind] += share
        chosen = max(credit, key=lambda kind: credit[kind])
        credit[chosen] -= sum(VISITS.values())
        yield chosen
