"""A running counter (窗口工作站): view-models, devices and windows tied together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot

from counter_app.actions import Action
from counter_app.camera_feed import CameraFeed
from counter_app.card_check import CardCheck
from counter_app.description import describe_work
from counter_app.desk import Desk
from counter_app.drafts import Drafts
from counter_app.health_watch import HallHealth, HealthWatch
from counter_app.model import DeviceHealth, DeviceLight
from counter_app.page_capture import PageCapture
from counter_app.page_list import Means, build_pages
from counter_app.pages import Pages
from counter_app.rating_loop import RatingLoop
from counter_app.screen_pad import PadScreen
from counter_app.screens.call_bar.view import CallBar
from counter_app.screens.camera.view import CameraView
from counter_app.screens.camera.view_model import CameraViewModel
from counter_app.screens.citizen.view import CitizenView
from counter_app.screens.citizen.view_model import CitizenViewModel
from counter_app.screens.health.view import HealthView
from counter_app.screens.health.view_model import HealthState, HealthViewModel
from counter_app.screens.health.words import HealthNews
from counter_app.screens.sign_in.view import SignInView
from counter_app.screens.sign_in.view_model import SignInViewModel
from counter_app.screens.start.view import StartView
from counter_app.screens.start.view_model import StartViewModel
from counter_app.screens.work.view import WorkView
from counter_app.screens.work.view_model import WorkViewModel
from counter_app.shell import CounterWindow, Windows
from devices.core.status import DeviceStatus, Link
from devices.document_camera.interface import DocumentCamera
from devices.rating_pad.interface import RatingPad
from hall.identity import Role
from hall.ports import ChangeFeed, DocumentStore
from hall.queueing.ticket import Ticket
from hall.staffing.desk_sign_in import DeskSignedIn
from hall.staffing.service import SignedIn
from qt_common.change_bridge import ChangeBridge
from qt_common.device_bridge import DeviceBridge
from qt_common.device_condition import condition_of
from qt_common.health_reporter import HealthReporter
from qt_common.runner import Runner
from qt_common.sweeper import Sweeper
from qt_common.ticket_paper import TicketLayout

# Kinds of changes that may change what the desk shows.
FOLLOWED = ("ticket.", "window.", "page.", "catalogue.", "rating.")


class Counter(QObject):
    """One counter, from its desk to its windows; `start` shows it, `close` ends it."""

    def __init__(
        self,
        desk: Desk,
        open_feed: Callable[[], ChangeFeed],
        documents: DocumentStore,
        *,
        pad: DeviceBridge[RatingPad],
        pad_screen: PadScreen,
        camera: DeviceBridge[DocumentCamera],
        drafts: Path | None,
        offer_bar: bool = True,
        other_devices: Iterable[DeviceBridge[Any]] = (),
        layout: TicketLayout | None = None,
    ) -> None:
        super().__init__()
        self._closed = False
        self._runner = Runner()
        self._pictures = Runner("pictures")
        self._aside = Runner("aside")
        self._drafts = Drafts(drafts)
        self._changes = ChangeBridge(open_feed)
        self._pad, self._camera, self._pad_screen = pad, camera, pad_screen
        self._devices: tuple[DeviceBridge[Any], ...] = (pad, camera, *other_devices)
        self._health_watch = HealthWatch(desk.station, self._devices, self)
        self._hall_health = HallHealth(desk.read_devices, self._runner, self)
        self._reporter = HealthReporter(self._devices, self._runner, desk.store, desk.station, self)
        self.sweeper = Sweeper(desk.store, self._runner, desk.station, desk.profile, desk.calendar_of, self)
        self._news = HealthNews(self)
        self._feed = CameraFeed(self)
        self.ratings = RatingLoop(desk, self._runner, pad, self._drafts, self)
        self.capture = PageCapture(desk, self._runner, self._pictures, camera, documents, self)
        self.work = WorkViewModel(desk, self._runner, self._drafts, parent=self)
        self.camera_model = CameraViewModel(self)
        self.citizen = CitizenViewModel(desk.window, desk.profile.plate, self)
        self.health = HealthViewModel(desk.profile.zone, self)
        self.camera_view = CameraView(self.camera_model)
        self.work_view = WorkView(self.work, self.camera_view)
        by_kind = {device.name: device for device in self._devices}
        self.pages = Pages(build_pages(Means(desk, self._runner, self._aside, by_kind, layout), self))
        self._card_check = CardCheck(desk, self._runner, by_kind.get("id_card_reader"), self)
        self.sign_in = SignInViewModel(desk, self._runner, self, useful=self.pages.roles)
        self.start_model = StartViewModel(desk, self._runner, self)
        self.windows = Windows(
            CounterWindow(
                SignInView(self.sign_in),
                self.work_view,
                StartView(self.start_model),
                HealthView(self.health),
                self.pages,
            ),
            CallBar(self.work),
            CitizenView(self.citizen),
            offer_bar=offer_bar,
            parent=self,
        )
        self._tie(pad_screen)

    def start(self, *, citizen_screen: int | None = None, always: bool = False) -> None:
        """Show the windows and begin to follow database and devices."""
        self._show_lights()
        self._health_watch.look()
        self.windows.show(citizen_screen=citizen_screen, always=always)
        self.windows.window.show_sign_in()
        self.sign_in.refresh()
        self._changes.start()
        self.sweeper.start()

    def close(self) -> None:
        """End all threads and close the devices."""
        self._closed = True  # what the threads have sent already still arrives, and finds nobody
        self.pages.end()  # their timers too
        self._pad_screen.close()
        self.ratings.cancel()
        self.sweeper.stop()
        self._card_check.stop()
        self._changes.close()
        self._feed.close()
        self._reporter.close()
        for device in self._devices:
            device.close()
        for worker in (self._pictures, self._aside, self._runner):
            worker.close()
        self._drafts.close()
        self.windows.close()

    def describe(self) -> dict[str, Any]:
        """What is on the screen, for the remote hand; nothing personal."""
        work, start, camera = self.work.state, self.start_model.state, self.camera_model.state
        said = describe_work(work)
        if start.signed is not None:
            message = start.message.text if start.message else None
            said |= {"clerk": start.signed.clerk.number, "message": message}
        return {
            **said,
            "screen": self.windows.window.screen_name,
            "window": self.citizen.state.window,
            "online": work.online and self.sign_in.state.online,
            "busy": work.busy is not None or self.sign_in.state.busy,
            "error": self.sign_in.state.error,
            "citizen": str(self.citizen.state.stage),
            "troubles": [f"{d.station}/{d.kind} {d.condition}" for d in self.health.state.troubles],
            "pages": [
                {"stage": str(t.stage), "certain": t.certain, "dpi": t.dpi, "codes": t.codes} for t in camera.takes
            ],
            "camera_note": camera.note.text if camera.note else None,
            "page": self.pages.describe(self.windows.window.screen_name),
        }

    # ---- what follows what -----------------------------------------------------------------------------

    def _tie(self, pad_screen: PadScreen) -> None:
        self._changes.changed.connect(self._changed)
        self._changes.refresh_all.connect(self._refresh)
        self._changes.online.connect(self._online)
        self.sign_in.signed_in.connect(self._signed_in)
        self.work.signed_out.connect(self._signed_out)
        self.start_model.signed_out.connect(self._signed_out)
        self.work.service_finished.connect(self._finished)
        self.work.going_on.connect(self.ratings.cancel)
        self.work.capture_wanted.connect(self._capture)
        self.work.state_changed.connect(self.camera_model.follow_work)
        self.work.state_changed.connect(self._card_check.follow)
        self._card_check.checked.connect(self.work_view.show_card)
        self.work.state_changed.connect(self.citizen.follow_work)
        self.ratings.changed.connect(self.work.set_rating)
        self.ratings.changed.connect(self.citizen.follow_rating)
        self.capture.changed.connect(self.camera_model.follow_take)
        self.capture.bound.connect(self.camera_model.mark_saved)
        self.camera_model.page_wanted.connect(self.capture.load)
        self.camera_model.retry_wanted.connect(self.capture.retry)
        self.camera_view.capture_pressed.connect(self._capture_pressed)
        self.camera_view.looked_at.connect(self._feed.set_wanted)
        self._feed.picture.connect(self.camera_view.show_picture)
        self._feed.outline.connect(self.camera_view.show_outline)
        self.work_view.call_bar_wanted.connect(self.windows.collapse)
        self.work_view.health_wanted.connect(self.windows.window.show_health)
        for page in self.pages.all:
            if page.news is not None:
                page.news.connect(self.work.say)
                page.news.connect(self.start_model.say)
        self._health_watch.changed.connect(self.health.follow_own)
        self._hall_health.changed.connect(self.health.follow_hall)
        self.health.state_changed.connect(self._health_changed)
        self.health.turned.connect(self._device_turned)
        pad_screen.asking.connect(self.citizen.ask)
        pad_screen.ended.connect(self.citizen.stop_asking)
        self.citizen.answered.connect(pad_screen.answer)
        self._pad.signals.status_changed.connect(self._device_changed)
        self._camera.signals.status_changed.connect(self._camera_changed)

    @Slot(object)
    def _changed(self, kinds: frozenset[str]) -> None:
        if self._closed:
            return
        if any(kind.startswith(FOLLOWED) for kind in kinds):
            self.work.refresh()
        self.pages.follow(kinds)
        if "device.health" in kinds:
            self._hall_health.refresh()

    @Slot()
    def _refresh(self) -> None:
        if self._closed:
            return
        self.work.refresh()
        self._hall_health.refresh()
        self.pages.refresh()
        self.ratings.flush()

    @Slot(bool)
    def _online(self, online: bool) -> None:
        if self._closed:
            return
        self.sign_in.set_online(online)
        self.work.set_online(online)
        self.start_model.set_online(online)
        if online:
            self.ratings.flush()
            self.capture.retry()

    @Slot(object)
    def _signed_in(self, signed: SignedIn | DeskSignedIn) -> None:
        at_desk = isinstance(signed, DeskSignedIn)
        if isinstance(signed, DeskSignedIn):
            self.start_model.begin(signed)
        else:
            self.work.begin(signed)
            self.ratings.settle()
        self.health.look_after_hall(bool({Role.GUIDE, Role.SUPERVISOR} & signed.clerk.roles))
        self.pages.begin(signed.clerk, signed.actor)
        self.windows.window.offer_pages()
        self.windows.window.be_desk(at_desk)
        self.windows.window.show_work()

    @Slot(str)
    def _signed_out(self, why: str) -> None:
        self.pages.end()
        self.windows.expand()
        self.sign_in.say(why)
        self.windows.window.show_sign_in()

    @Slot(object)
    def _finished(self, ticket: Ticket) -> None:
        self.ratings.ask(ticket)

    @Slot(object)
    def _capture(self, ticket: Ticket) -> None:
        signed = self.work.state.signed
        if signed is not None:
            self.capture.take(ticket, signed.actor)

    @Slot()
    def _capture_pressed(self) -> None:
        self.work.press(Action.CAPTURE)

    @Slot(object)
    def _device_changed(self, status: DeviceStatus) -> None:
        self._show_lights()

    @Slot(object)
    def _health_changed(self, state: HealthState) -> None:
        self.work.set_troubles(len(state.troubles))
        self.start_model.set_troubles(len(state.troubles))

    @Slot(object)
    def _device_turned(self, device: DeviceHealth) -> None:
        news = self._news.of(device)
        self.work.say(news)
        self.start_model.say(news)

    @Slot(object)
    def _camera_changed(self, status: DeviceStatus) -> None:
        self._show_lights()
        if status.link is Link.ONLINE and not self._feed.is_running:
            self._camera.submit(lambda camera: camera, self._feed.use, lambda _error: None)

    def _show_lights(self) -> None:
        devices = (("rating_pad", self._pad), ("document_camera", self._camera))
        self.work.set_lights(tuple(DeviceLight(kind, condition_of(bridge.status)) for kind, bridge in devices))
