"""What a scene (画面样例) is, and the one most of them are: a notice."""

from __future__ import annotations

from collections.abc import Callable

from kiosk_app.journey_state import Notice, NoticeKind, Page
from kiosk_app.refusal import Refusal
from kiosk_app.studio import Studio
from kiosk_app.trouble import Trouble

Scene = Callable[[Studio], None]


def notice_scene(kind: NoticeKind, trouble: Trouble | None = None, label: str = "") -> Scene:
    """A page that says one thing and goes home by itself."""
    seconds = 36 if kind is NoticeKind.NO_PRINTER else 24
    return lambda s: s.go(Page.NOTICE, notice=Notice(kind, trouble, label), seconds_left=seconds)


def refusal_scene(refusal: Refusal, kind: NoticeKind = NoticeKind.REFUSED) -> Scene:
    """The page of a rule that says no."""
    return lambda s: s.go(Page.NOTICE, notice=Notice(kind, refusal=refusal), seconds_left=24)
