"""Telling the hall what went wrong, or well (投诉·办不成事登记): kind → about what → what happened → who → receipt.

Nobody types words. The person is held only between the card and the telephone number that may follow it, and is
forgotten with every way out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from hall.complaints.complaint import ComplaintKind, Tag
from hall.complaints.intake import ComplaintWish, FiledOtherwise
from hall.complaints.receipt import Receipt
from hall.identity import ANONYMOUS, Holder, HolderKind
from hall.repeats import new_request
from kiosk_app.complaint_draft import ComplaintDraft, Slip
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Notice, NoticeKind, Page
from kiosk_app.matters_desk import MattersDesk
from kiosk_app.ports import Background, SlipPrinting, T
from kiosk_app.refusal import refusal_from
from kiosk_app.trouble import Trouble, trouble_of

# Pages between the card and the sending; on any other the person is forgotten.
_PERSON_KEPT = frozenset({Page.PHONE, Page.NOTICE})


class Complaining(QObject):
    """Gathers a complaint page by page and sends it."""

    changed = Signal(object)  # ComplaintDraft

    def __init__(
        self,
        journey: Journey,
        desk: MattersDesk,
        background: Background,
        slips: SlipPrinting,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.draft = ComplaintDraft()
        self._journey = journey
        self._desk = desk
        self._background = background
        self._slips = slips
        self._person: Holder | None = None
        self._visit = 0
        journey.wiped.connect(self.forget)
        journey.changed.connect(self._follow)

    # ---- the choices ---------------------------------------------------------------------------------------------

    def choose_kind(self, kind: ComplaintKind) -> None:
        """投诉, 办不成事, 建议, 表扬: earlier choices are dropped; of the same kind it stays the same complaint."""
        same = kind is self.draft.kind and self.draft.receipt is None
        self._set(ComplaintDraft(kind, request=(self.draft.request if same else "") or new_request()))
        self._journey.go(Page.COMPLAINT_ABOUT)

    def about_number(self, label: str) -> None:
        """Today's number, known to exist."""
        self._about(label=label)

    def about_window(self, number: int) -> None:
        """A window."""
        self._about(window=number)

    def about_else(self) -> None:
        """Something else, or nobody knows."""
        self._about()

    def toggle(self, tag: Tag) -> None:
        """This happened, or did not."""
        tags = self.draft.tags
        self._set(replace(self.draft, tags=tuple(t for t in tags if t is not tag) if tag in tags else (*tags, tag)))

    def toggle_call(self) -> None:
        """“打电话给我，我口头说”."""
        self._set(replace(self.draft, wants_call=not self.draft.wants_call))

    def tags_ready(self) -> None:
        """On to who complains."""
        if self.draft.says_something:
            self._journey.go(Page.IDENTIFY)

    # ---- who -----------------------------------------------------------------------------------------------------

    def known(self, holder: Holder) -> None:
        """A card was shown, or the telephone number typed: a card may be followed by a telephone number."""
        if holder.kind is not HolderKind.PHONE:
            self._person = holder
            self._set(replace(self.draft, has_card=True))
            self._journey.by_phone()
        elif self._person is not None:
            self._send(replace(self._person, phone=holder.phone))
        else:
            self._send(holder)

    def without_phone(self) -> None:
        """The card is enough: one asks by it how it stands."""
        if self._person is not None and not self.draft.wants_call:
            self._send(self._person)

    def anonymous(self) -> None:
        """Without a name: nobody can answer."""
        if self.draft.may_be_anonymous:
            self._send(ANONYMOUS)

    # ---- sending -------------------------------------------------------------------------------------------------

    def print_again(self) -> None:
        """Once more, after paper was put in."""
        if self.draft.receipt is not None and self.draft.slip is Slip.FAILED:
            self._print(self.draft.receipt)

    @Slot()
    def forget(self) -> None:
        """Nobody is here any more."""
        self._visit += 1
        self._person = None
        self._set(ComplaintDraft())

    def _about(self, *, label: str = "", window: int | None = None) -> None:
        self._set(replace(self.draft, label=label, window=window, item=""))
        self._journey.go(Page.COMPLAINT_TAGS, item=None)

    def _send(self, person: Holder) -> None:
        draft, visit = self.draft, self._visit
        if draft.sending or draft.receipt is not None:
            return
        wish = ComplaintWish(
            draft.kind,
            draft.tags,
            person,
            wants_call=draft.wants_call,
            item=draft.item,
            label=draft.label,
            window=draft.window,
            request=draft.request,
        )
        self._set(replace(draft, sending=True))
        self._journey.search(True)
        self._background.run(
            lambda: self._desk.file(wish), self._if_here(visit, self._sent), self._if_here(visit, self._not_sent)
        )

    def _if_here(self, visit: int, then: Callable[[T], None]) -> Callable[[T], None]:
        """An answer that comes after the visitor went home is dropped."""

        def answered(result: T) -> None:
            if visit == self._visit:
                then(result)

        return answered

    def _sent(self, receipt: Receipt, *, earlier: bool = False) -> None:
        self._person = None
        self._set(replace(self.draft, sending=False, receipt=receipt, earlier=earlier))
        self._journey.end_with(Page.COMPLAINT_RECEIPT)
        self._print(receipt)

    def _not_sent(self, error: Exception) -> None:
        if isinstance(error, FiledOtherwise):
            self._sent(error.receipt, earlier=True)
            return
        trouble = trouble_of(error)
        self._set(replace(self.draft, sending=False))
        away = trouble is Trouble.DATABASE_AWAY
        kind = NoticeKind.COMPLAINT_AWAY if away else NoticeKind.COMPLAINT_REFUSED
        self._journey.show_notice(Notice(kind, trouble, refusal=refusal_from(error)))

    def _print(self, receipt: Receipt) -> None:
        visit = self._visit
        self._set(replace(self.draft, slip=Slip.PRINTING))

        def done() -> None:
            self._printed(visit, Slip.PRINTED)

        def failed() -> None:
            self._printed(visit, Slip.FAILED)

        self._slips.print_receipt(receipt, done, failed)

    def _printed(self, visit: int, slip: Slip) -> None:
        if visit == self._visit:
            self._set(replace(self.draft, slip=slip))

    @Slot(object)
    def _follow(self, state: JourneyState) -> None:
        if state.page is Page.COMPLAINT_TAGS and state.item is not None:  # chosen on the page of items
            self._set(replace(self.draft, label="", window=None, item=state.item.code))
        if self._person is not None and state.page not in _PERSON_KEPT:
            self._person = None
            self._set(replace(self.draft, has_card=False))

    def _set(self, draft: ComplaintDraft) -> None:
        if draft != self.draft:
            self.draft = draft
            self.changed.emit(draft)
