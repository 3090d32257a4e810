"""The scenes of who one is and what one asks: identification, appointments, progress, complaints (认人与询问)."""

from __future__ import annotations

from collections.abc import Mapping

from hall.appointments.lookup import Arrival
from hall.complaints.complaint import ComplaintKind, Tag
from hall.complaints.intake import NobodyToHelp
from kiosk_app import samples
from kiosk_app.complaint_draft import ComplaintDraft, Slip
from kiosk_app.journey_state import Notice, NoticeKind, Page, Purpose
from kiosk_app.ports import ReaderState, ScannerState
from kiosk_app.refusal import Refusal
from kiosk_app.scene import Scene, notice_scene, refusal_scene
from kiosk_app.studio import Studio


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


ASKING: Mapping[str, Scene] = {
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
    "no_appointment": notice_scene(NoticeKind.NO_APPOINTMENT),
    "ask_progress": _ask(Purpose.PROGRESS, ScannerState.WAITING),
    "ask_number": _code(Purpose.PROGRESS, "A023"),
    "standing": lambda s: s.go(Page.STANDING, purpose=Purpose.PROGRESS, standings=samples.STANDINGS),
    "standing_one": lambda s: s.go(Page.STANDING, purpose=Purpose.PROGRESS, standings=samples.STANDINGS[:1]),
    "no_ticket": notice_scene(NoticeKind.NO_TICKET),
    "ask_complaint": _code(Purpose.PROGRESS, "B250303K7MP"),
    "prove": _prove,
    "matters": lambda s: s.go(Page.MATTERS, standings=samples.STANDINGS[:1], matters=samples.MATTERS),
    "matters_one": lambda s: s.go(Page.MATTERS, matters=samples.MATTERS[2:3]),
    "no_matter": notice_scene(NoticeKind.NO_MATTER),
    "too_many_guesses": notice_scene(NoticeKind.TOO_MANY_GUESSES),
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
    "complaint_earlier": _complaint(
        Page.COMPLAINT_RECEIPT, ComplaintDraft(receipt=samples.RECEIPT, slip=Slip.PRINTED, earlier=True)
    ),
    "complaint_away": notice_scene(NoticeKind.COMPLAINT_AWAY),
    "complaint_nobody": refusal_scene(Refusal(NobodyToHelp), NoticeKind.COMPLAINT_REFUSED),
}
