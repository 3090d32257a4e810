"""The scenes of which pictures are made (画面样例): a name, and what is put in front of the camera for it.

A new page is added here; the checks of every page (no cut-off text, touch areas, contrast) then hold for it too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.appointments.lookup import Arrival
from hall.complaints.complaint import ComplaintKind, Tag
from hall.queueing.availability import Hindrance
from kiosk_app import hindered_samples as hindered
from kiosk_app import samples
from kiosk_app.complaint_draft import ComplaintDraft, Slip
from kiosk_app.guide_pages import Group
from kiosk_app.guide_telling import Telling, TellingStage
from kiosk_app.issuing import UNCONFIRMED, IssuingState, Phase
from kiosk_app.journey_state import Notice, NoticeKind, Page, Purpose, Way
from kiosk_app.ports import ReaderState, ScannerState, TicketKind
from kiosk_app.screens.staff.state import StaffStage
from kiosk_app.studio import Studio
from kiosk_app.trouble import Trouble

Scene = Callable[[Studio], None]


def _notice(kind: NoticeKind, trouble: Trouble | None = None, label: str = "") -> Scene:
    seconds = 36 if kind is NoticeKind.NO_PRINTER else 24
    return lambda s: s.go(Page.NOTICE, notice=Notice(kind, trouble, label), seconds_left=seconds)


def _closed(s: Studio) -> None:
    s.put(samples.CLOSED)
    _notice(NoticeKind.HALL_CLOSED)(s)


def _away(s: Studio) -> None:
    s.put(samples.AWAY)
    s.go(Page.HOME)


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


def _stopped(hindrance: Hindrance, *, of_item: bool = True) -> Scene:
    notice = hindered.notice(hindrance, of_item=of_item)
    return lambda s: s.go(Page.NOTICE, notice=notice, seconds_left=24)


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


def _reader(state: ReaderState) -> Scene:
    def scene(s: Studio) -> None:
        s.go(Page.IDENTIFY, item=samples.FOOD)
        s.models.identify.show_reader(state)

    return scene


def _ask(purpose: Purpose, scanner: ScannerState, *, searching: bool = False) -> Scene:
    def scene(s: Studio) -> None:
        s.go(Page.IDENTIFY, purpose=purpose, searching=searching)
        s.models.identify.show_scanner(scanner)

    return scene


def _another(page: Page, *, same_person: bool = False) -> Scene:
    def scene(s: Studio) -> None:
        s.go(page, item=samples.FOOD, same_person=same_person)
        s.models.identify.show_scanner(ScannerState.WAITING)

    return scene


def _code(purpose: Purpose, typed: str) -> Scene:
    def scene(s: Studio) -> None:
        s.go(Page.CODE, purpose=purpose)
        for key in typed:
            s.models.code.type_key(key)

    return scene


def _prove(s: Studio) -> None:
    s.go(Page.PROVE, purpose=Purpose.PROGRESS)
    for digit in "56":
        s.models.prove.type_digit(digit)


def _complaint(page: Page, draft: ComplaintDraft | None = None) -> Scene:
    def scene(s: Studio) -> None:
        s.go(page, purpose=Purpose.COMPLAINT)
        s.complain(draft or ComplaintDraft())
        s.go(page, purpose=Purpose.COMPLAINT)
        s.models.identify.show_scanner(ScannerState.WAITING)

    return scene


def _arrival(kind: NoticeKind, arrival: Arrival | None) -> Scene:
    return lambda s: s.go(Page.NOTICE, notice=Notice(kind, arrival=arrival), seconds_left=24)


def _phone(s: Studio) -> None:
    s.go(Page.PHONE, item=samples.FOOD)
    for digit in "1380000":
        s.models.phone.type_digit(digit)


def _ending(phase: Phase, trouble: Trouble | None = None) -> Scene:
    def scene(s: Studio) -> None:
        left = 52 if phase in UNCONFIRMED else 0
        s.issue(IssuingState(phase, issued=samples.ISSUED, trouble=trouble, seconds_left=left))

    return scene


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
    "home": lambda s: s.go(Page.HOME),
    "home_database_away": _away,
    "departments": lambda s: s.go(Page.DEPARTMENTS),
    "departments_hindered": _hindered(Page.DEPARTMENTS),
    "items": _items,
    "items_hindered": _hindered(Page.ITEMS, "qscjdglj"),
    "items_search": _search,
    "items_everyday": _hindered(Page.ITEMS),
    "materials": lambda s: s.go(Page.MATERIALS, item=samples.SOCIAL),
    "materials_unknown": lambda s: s.go(Page.MATERIALS, item=samples.FOOD),
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
    "identify": _reader(ReaderState.WAITING),
    "identify_lift": _reader(ReaderState.LIFT),
    "identify_absent": _reader(ReaderState.ABSENT),
    "identify_no_scanner": _ask(Purpose.TICKET, ScannerState.ABSENT),
    "agent": _another(Page.AGENT),
    "principal": _another(Page.PRINCIPAL),
    "principal_same_person": _another(Page.PRINCIPAL, same_person=True),
    "phone": _phone,
    "check_in": _ask(Purpose.CHECK_IN, ScannerState.WAITING),
    "check_in_unknown_code": _ask(Purpose.CHECK_IN, ScannerState.UNKNOWN),
    "check_in_searching": _ask(Purpose.CHECK_IN, ScannerState.WAITING, searching=True),
    "check_in_code": _code(Purpose.CHECK_IN, "K7MP"),
    "check_in_code_never": _code(Purpose.CHECK_IN, "K7MPO"),
    "arrivals": lambda s: s.go(Page.ARRIVALS, purpose=Purpose.CHECK_IN, arrivals=samples.ARRIVALS),
    "too_early": _arrival(NoticeKind.TOO_EARLY, samples.ARRIVALS[-1]),
    "forfeited": _arrival(NoticeKind.FORFEITED, samples.ARRIVALS[0]),
    "forfeited_meanwhile": _arrival(NoticeKind.FORFEITED, None),
    "no_appointment": _notice(NoticeKind.NO_APPOINTMENT),
    "ask_progress": _ask(Purpose.PROGRESS, ScannerState.WAITING),
    "ask_number": _code(Purpose.PROGRESS, "A023"),
    "standing": lambda s: s.go(Page.STANDING, purpose=Purpose.PROGRESS, standings=samples.STANDINGS),
    "standing_one": lambda s: s.go(Page.STANDING, purpose=Purpose.PROGRESS, standings=samples.STANDINGS[:1]),
    "no_ticket": _notice(NoticeKind.NO_TICKET),
    "ask_complaint": _code(Purpose.PROGRESS, "B250303K7MP"),
    "prove": _prove,
    "matters": lambda s: s.go(Page.MATTERS, standings=samples.STANDINGS[:1], matters=samples.MATTERS),
    "matters_one": lambda s: s.go(Page.MATTERS, matters=samples.MATTERS[2:3]),
    "no_matter": _notice(NoticeKind.NO_MATTER),
    "too_many_guesses": _notice(NoticeKind.TOO_MANY_GUESSES),
    "complaint": _complaint(Page.COMPLAINT),
    "complaint_about": _complaint(Page.COMPLAINT_ABOUT),
    "complaint_number": _code(Purpose.COMPLAINT, "A02"),
    "complaint_window": _complaint(Page.COMPLAINT_WINDOW),
    "complaint_tags": _complaint(
        Page.COMPLAINT_TAGS, ComplaintDraft(tags=(Tag.LONG_WAIT, Tag.NOT_TOLD_AT_ONCE), wants_call=True)
    ),
    "complaint_praise": _complaint(Page.COMPLAINT_TAGS, ComplaintDraft(ComplaintKind.PRAISE)),
    "complaint_identify": _complaint(Page.IDENTIFY),
    "complaint_phone": _complaint(Page.PHONE, ComplaintDraft(has_card=True)),
    "complaint_receipt": _complaint(
        Page.COMPLAINT_RECEIPT, ComplaintDraft(receipt=samples.RECEIPT, slip=Slip.PRINTED)
    ),
    "complaint_no_paper": _complaint(
        Page.COMPLAINT_RECEIPT, ComplaintDraft(receipt=samples.RECEIPT, slip=Slip.FAILED)
    ),
    "complaint_away": _notice(NoticeKind.COMPLAINT_AWAY),
    "printing": _ending(Phase.PRINTING),
    "ticket_paper": _ending(Phase.PAPER),
    "ticket_doubt": _ending(Phase.DOUBT, Trouble.PRINT_UNKNOWN),
    "ticket_remember": _ending(Phase.REMEMBER, Trouble.NOT_PRINTED),
    "ticket_remembered": _ending(Phase.REMEMBERED),
    "no_printer": _notice(NoticeKind.NO_PRINTER, Trouble.PAPER_OUT),
    "no_printer_cover": _notice(NoticeKind.NO_PRINTER, Trouble.COVER_OPEN),
    "no_printer_jam": _notice(NoticeKind.NO_PRINTER, Trouble.PAPER_JAM),
    "no_printer_away": _notice(NoticeKind.NO_PRINTER, Trouble.PRINTER_AWAY),
    "hall_closed": _closed,
    "stopped_holiday": _stopped(hindered.HOLIDAY, of_item=False),
    "stopped_for_today": _stopped(hindered.STOPPED, of_item=False),
    "stopped_weekend": _stopped(hindered.WEEKEND),
    "stopped_used_up": _stopped(hindered.USED_UP),
    "stopped_next_slot": _stopped(hindered.NEXT_SLOT),
    "stopped_paused": _stopped(hindered.PAUSED),
    "stopped_not_opened": _stopped(hindered.NOT_OPENED),
    "stopped_elsewhere": _stopped(hindered.ELSEWHERE),
    "stopped_nowhere": _stopped(hindered.NOWHERE),
    "used_up_meanwhile": _notice(NoticeKind.QUOTA_FULL),
    "database_away": _notice(NoticeKind.DATABASE_AWAY),
    "already_waiting": _notice(NoticeKind.ALREADY_WAITING, label="A021"),
    "number_void": _notice(NoticeKind.NUMBER_VOID),
    "help_called": _notice(NoticeKind.HELP_CALLED),
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
