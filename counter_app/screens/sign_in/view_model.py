"""Signing in at the window (签到): decides what the page shows and asks the desk."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk
from counter_app.worker import Worker
from hall.errors import HallError, Unavailable
from hall.identity import Role
from hall.staffing.desk_sign_in import DeskSignedIn
from hall.staffing.service import SignedIn
from hall.staffing.window import Post

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SignInState:
    """State of the page; the password is never part of it.

    Attributes:
        window_name: empty until the database answered.
        error: Chinese message for the person, empty for none.
        notice: why the one before is no longer signed in, empty for nothing to say.
        clear_password: the password was wrong and must be typed again.
    """

    window: int  # 0 for a desk without a window
    window_name: str = ""
    post: Post = Post.A
    busy: bool = False
    online: bool = True
    error: str = ""
    notice: str = ""
    clear_password: bool = False


class SignInViewModel(QObject):
    """See `SignInState`.

    Args:
        useful: roles that find a page at a desk without a window.
    """

    state_changed = Signal(object)
    signed_in = Signal(object)  # SignedIn, or DeskSignedIn at a desk without a window

    def __init__(
        self, desk: Desk, runner: Worker, parent: QObject | None = None, *, useful: Collection[Role] = ()
    ) -> None:
        super().__init__(parent)
        self._useful = useful
        self._desk = desk
        self._runner = runner
        self.state = SignInState(desk.window)

    def refresh(self) -> None:
        """Read the window's name."""
        if not self._desk.is_window:
            return
        self._runner.run(self._desk.window_name, self._named, self._nameless)

    def choose_post(self, post: Post) -> None:
        """A岗 or B岗."""
        self._set(replace(self.state, post=post))

    def sign_in(self, staff_number: str, password: str) -> None:
        """Check both on the database worker; a doubled press asks once."""
        number = staff_number.strip()
        if self.state.busy:
            return
        if not number or not password:
            self._set(replace(self.state, error=self.tr("请输入工号和密码。"), clear_password=False))
            return
        self._set(replace(self.state, busy=True, error="", clear_password=False))
        post = self.state.post
        self._runner.run(lambda: self._enter(number, password, post), self._done, self._failed)

    def say(self, notice: str) -> None:
        """Tell why the one before is no longer signed in; until somebody signs in."""
        self._set(replace(self.state, notice=notice, error=""))

    def _enter(self, number: str, password: str, post: Post) -> SignedIn | DeskSignedIn:
        if not self._desk.is_window:
            return self._desk.enter_desk(number, password, self._useful)
        return self._desk.sign_in(number, password, post)

    def set_online(self, online: bool) -> None:
        """The database came or went."""
        self._set(replace(self.state, online=online))
        if online and not self.state.window_name:
            self.refresh()

    def _named(self, name: str) -> None:
        self._set(replace(self.state, window_name=name))

    def _nameless(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            return  # the feed tells when it is back
        if isinstance(error, HallError):
            text = self.tr("{window}号窗口尚未登记，请联系管理员核对本机配置。").format(window=self.state.window)
            self._set(replace(self.state, error=text))
        else:
            log.error("window name: %r", error)

    def _done(self, signed: SignedIn | DeskSignedIn) -> None:
        self._set(replace(self.state, busy=False, error="", notice="", clear_password=True))
        self.signed_in.emit(signed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HallError):
            away = isinstance(error, Unavailable)
            self._set(replace(self.state, busy=False, error=error.message, clear_password=not away))
            return
        log.error("sign-in failed", exc_info=error)
        text = self.tr("签到没有完成，已填内容仍保留，请重试或联系管理员。")
        self._set(replace(self.state, busy=False, error=text))

    def _set(self, state: SignInState) -> None:
        self.state = state
        self.state_changed.emit(state)
