"""What goes wrong at a kiosk in a day, and what its staff do there; `MISHAPS` names the shares."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.kiosk_place import Place
from benchmarks.kiosk_steps import by_phone, paper, pick

PRINTER, READER = "ticket_printer", "id_card_reader"
WORKS = ("ready", "limited")


def paper_runs_out(place: Place, _: int) -> None:
    """The roll ends before the ticket; a new one is put in while the visitor waits, and it goes on by itself."""
    place.do(PRINTER, "fault", name="paper_out")
    place.condition(PRINTER, "paper_out")
    pick(place)
    place.press("without_registration")
    place.arrives("notice", notice="no_printer")
    place.do(PRINTER, "load_paper")

    def printed() -> bool:
        place.kiosk.issuing.tick()  # the idle clock is not meant here
        return bool(place.kiosk.describe()["phase"] == "paper")

    place.until(printed, "the paper after the new roll")
    paper(place)


def nobody_knows_whether_it_printed(place: Place, number: int) -> None:
    """The printer vanishes in the middle; the visitor is asked and says now yes, now no."""
    place.do(PRINTER, "vanish_after", bytes=300)
    pick(place)
    place.press("without_registration")
    place.arrives("ticket", phase="doubt")
    if number % 2:
        place.press("paper_yes")
        paper(place)
    else:
        place.press("paper_no")
        place.press("remembered")
        place.arrives("ticket", phase="remembered")
        place.press("done")
    place.do(PRINTER, "clear")
    place.condition(PRINTER, *WORKS)


def reader_is_unplugged(place: Place, number: int) -> None:
    """The other ways stay; the reader comes back by itself."""
    place.do(READER, "fault", name="go_awol")
    place.condition(READER, "offline")
    by_phone(place, number)
    place.do(READER, "clear")
    place.condition(READER, *WORKS)


def database_goes_away(place: Place, _: int) -> None:
    """A calm page, guides stay, and it comes back by itself."""
    pick(place)
    place.line.is_cut = True
    place.press("without_registration")
    place.arrives("notice", notice="database_away")
    place.kiosk.watch.refresh()
    place.until(lambda: not place.kiosk.watch.state.online, "that it is seen")
    place.press("notice_home")
    pick(place, "door_guide")
    place.arrives("guide")
    place.press("home")
    place.line.is_cut = False
    place.pass_seconds(5)
    place.arrives("home", online=True)
    pick(place)
    place.press("without_registration")
    paper(place)


def staff_look_after_it(place: Place, _: int) -> None:
    """The hidden corner, the PIN, a test page, a preview, and out."""
    for _touch in range(5):
        place.press("staff_corner")
    place.arrives("staff")
    place.keys("2580")
    place.press("pin_submit")
    place.press("staff_test_print")
    place.until(lambda: place.kiosk.models.staff.state.message == "printed", "the test page")
    place.press("staff_preview")
    place.press("preview_next")
    place.press("preview_close")
    place.press("staff_home")


# Of a thousand visits.
MISHAPS: dict[Callable[[Place, int], None], int] = {
    paper_runs_out: 3,
    nobody_knows_whether_it_printed: 2,
    reader_is_unplugged: 2,
    database_goes_away: 2,
    staff_look_after_it: 3,
}
