"""The scenes a visit ends with: the number, and the notices of what stands in the way (取号结果与提示)."""

from __future__ import annotations

from collections.abc import Mapping

from hall.business_calendar.calendar import YearNotLoaded
from hall.queueing.availability import Hindrance
from hall.queueing.issue import AlreadyWaiting
from hall.queueing.refusals import CardNeeded, ItemNotOffered
from kiosk_app import hindered_samples as hindered
from kiosk_app import samples
from kiosk_app.issuing import UNCONFIRMED, IssuingState, Phase
from kiosk_app.journey_state import NoticeKind, Page
from kiosk_app.refusal import Refusal
from kiosk_app.scene import Scene, notice_scene, refusal_scene
from kiosk_app.studio import Studio
from kiosk_app.trouble import Trouble


def _closed(s: Studio) -> None:
    s.put(samples.CLOSED)
    notice_scene(NoticeKind.HALL_CLOSED)(s)


def _stopped(hindrance: Hindrance, *, of_item: bool = True) -> Scene:
    notice = hindered.notice(hindrance, of_item=of_item)
    return lambda s: s.go(Page.NOTICE, notice=notice, seconds_left=24)


def _ending(phase: Phase, trouble: Trouble | None = None) -> Scene:
    def scene(s: Studio) -> None:
        left = 52 if phase in UNCONFIRMED else 0
        s.issue(IssuingState(phase, issued=samples.ISSUED, trouble=trouble, seconds_left=left))

    return scene


ENDING: Mapping[str, Scene] = {
    "printing": _ending(Phase.PRINTING),
    "ticket_paper": _ending(Phase.PAPER),
    "ticket_doubt": _ending(Phase.DOUBT, Trouble.PRINT_UNKNOWN),
    "ticket_remember": _ending(Phase.REMEMBER, Trouble.NOT_PRINTED),
    "ticket_remembered": _ending(Phase.REMEMBERED),
    "no_printer": notice_scene(NoticeKind.NO_PRINTER, Trouble.PAPER_OUT),
    "no_printer_cover": notice_scene(NoticeKind.NO_PRINTER, Trouble.COVER_OPEN),
    "no_printer_jam": notice_scene(NoticeKind.NO_PRINTER, Trouble.PAPER_JAM),
    "no_printer_away": notice_scene(NoticeKind.NO_PRINTER, Trouble.PRINTER_AWAY),
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
    "used_up_meanwhile": notice_scene(NoticeKind.QUOTA_FULL),
    "database_away": notice_scene(NoticeKind.DATABASE_AWAY),
    "already_waiting": notice_scene(NoticeKind.ALREADY_WAITING, label="A021"),
    "waiting_elsewhere": refusal_scene(Refusal(AlreadyWaiting, "A021", pending=True), NoticeKind.ALREADY_WAITING),
    "card_needed": refusal_scene(Refusal(CardNeeded)),
    "not_offered": refusal_scene(Refusal(ItemNotOffered)),
    "year_not_loaded": refusal_scene(Refusal(YearNotLoaded)),
    "number_void": notice_scene(NoticeKind.NUMBER_VOID),
    "help_called": notice_scene(NoticeKind.HELP_CALLED),
}
