"""A running kiosk: the window with all that keeps it going (抽号机); built in one place, closed in one place."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from devices.core.registry import DriverRegistry
from hall.business_calendar.calendar import WorkingCalendar
from hall.floor_map.guidance import way_words
from hall.ports import ChangeFeed, PasswordHasher, Store, UnitOfWork
from kiosk_app.assembly import Parts, build_models
from kiosk_app.card_watch import BridgedCardWatch
from kiosk_app.catalogue_file import CatalogueFile
from kiosk_app.code_watch import BridgedCodeWatch
from kiosk_app.complaining import Complaining
from kiosk_app.desk import KioskDesk
from kiosk_app.device_health import device_line
from kiosk_app.doors import Means
from kiosk_app.front import Front
from kiosk_app.front_facts import facts_of
from kiosk_app.guide_telling import GuideTelling
from kiosk_app.hindering import Hindering
from kiosk_app.identification import Identification
from kiosk_app.issuing import Issuing
from kiosk_app.lobby_watch import LobbyState
from kiosk_app.loudness import Loudness
from kiosk_app.matters_desk import MattersDesk
from kiosk_app.paper_notes import PaperNotes
from kiosk_app.pin_guard import PinGuard
from kiosk_app.prompts import BridgedSpeaker, Prompter
from kiosk_app.screens.pages import build_view
from kiosk_app.screens.staff.means import StaffMeans
from kiosk_app.slip_printing import BridgedSlips
from kiosk_app.staff_desk import StaffDesk
from kiosk_app.staff_watch import StaffWatch
from kiosk_app.ticket_preview import TicketPreview
from kiosk_app.ticket_printing import BridgedPrinter
from kiosk_app.told_notes import ToldNotes
from kiosk_app.upkeep import Upkeep
from kiosk_app.wipe import Wipe
from qt_common.change_bridge import ChangeBridge
from qt_common.health_reporter import HealthReporter
from qt_common.machine_config import MachineConfig
from qt_common.runner import Runner
from qt_common.station_devices import StationDevices
from qt_common.sweeper import Sweeper
from qt_common.ticket_paper import load_layout

DEVICES = ("ticket_printer", "id_card_reader", "code_scanner", "voice")
RETRY_EVERY = 5  # seconds between readings while the database is away


class Kiosk(QObject):
    """Builds and connects everything.

    Args:
        store, open_feed: the shared database and a new change feed of it.
        registry: the drivers there are.
        calendar_of: the hall's calendar as it stands in a transaction.
        hasher: for the staff PIN.
        front: what stands already; None builds it.
        use_language: switches the interface's language.
        quit_app: ends the event loop.
        paper_notes: file of the papers begun and not confirmed; None keeps them in memory only.
        told_notes: file of the guides told without the database; None keeps them in memory only.
        volume: file of the prompts' volume; None keeps it in memory only.
        pin_tries: file of the tries of the staff PIN; None keeps them in memory only.
        roll: file of the printer's roll; None keeps it in memory only.
        catalogue: file of the last known catalogue, for guides without the database; None keeps none.
    """

    def __init__(
        self,
        config: MachineConfig,
        store: Store,
        open_feed: Callable[[], ChangeFeed],
        *,
        registry: DriverRegistry,
        calendar_of: Callable[[UnitOfWork], WorkingCalendar],
        hasher: PasswordHasher,
        use_language: Callable[[str], None],
        quit_app: Callable[[], None],
        front: Front | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        paper_notes: Path | None = None,
        told_notes: Path | None = None,
        volume: Path | None = None,
        pin_tries: Path | None = None,
        roll: Path | None = None,
        catalogue: Path | None = None,
    ) -> None:
        super().__init__()
        profile, settings, station = config.hall, config.kiosk, config.station.name
        self._seconds = 0
        self.front = front or Front(facts_of(config), use_language=use_language, quit_app=quit_app)
        self.watch, self.journey = self.front.watch, self.front.journey
        self.idle, self.window = self.front.idle, self.front.window
        self.runner = Runner()
        self.devices = StationDevices(config.devices, registry, self)
        self.desk = KioskDesk(store, calendar_of, profile, station, config.station.branch)
        self.watch.join(self.desk, self.runner, CatalogueFile(catalogue))
        self._layout, plan = load_layout(config.paper.ticket), config.floor_plan
        printer = BridgedPrinter(
            self.devices["ticket_printer"],
            profile,
            station,
            lambda: datetime.now(profile.zone),
            layout=self._layout,
            is_english=self._is_english,
            english_of=lambda item: self.watch.state.catalogue.english_of(item),
            way_of=lambda issued: way_words(plan, station, issued.ticket.zone, issued.windows),
        )
        notes = PaperNotes(paper_notes)
        self.issuing = Issuing(
            self.desk,
            self.runner,
            printer,
            confirm_seconds=profile.tickets.confirm_seconds,
            clock=monotonic,
            notes=notes,
            parent=self,
        )
        self.journey.join(Means(self.desk, self.runner, self.issuing, Hindering(self.watch).stopped_by))
        self.telling = GuideTelling(self.desk, self.runner, printer, self, notes=ToldNotes(told_notes))
        matters = MattersDesk(store, self.desk, calendar_of, profile, station)
        slips = BridgedSlips(self.devices["ticket_printer"], profile)
        self.complaining = Complaining(self.journey, matters, self.runner, slips, self)
        identification = Identification(
            self.journey, self.issuing, self.desk, matters, self.complaining, self.runner, profile.citizen_card
        )
        self.cards = BridgedCardWatch(self.devices["id_card_reader"], self)
        self.codes = BridgedCodeWatch(self.devices["code_scanner"], self)
        loudness = Loudness(volume)
        speaker = BridgedSpeaker(self.devices["voice"], loudness, rate=settings.prompt_rate)
        pin_hash, staff_desk = settings.staff_pin_hash, StaffDesk(store, station)
        self._staff = StaffWatch(
            staff_desk, self.runner, self.devices["ticket_printer"], self.issuing.ask_again, roll=roll, parent=self
        )
        self.models = build_models(
            Parts(
                self.journey,
                self.watch,
                self.issuing,
                self.desk,
                self.runner,
                printer,
                identification,
                self.telling,
                self.cards,
                self.codes,
                loudness,
                speaker,
                profile,
                plan,
                station,
                self.complaining,
            ),
            StaffMeans(
                desk=staff_desk,
                check_pin=lambda pin: hasher.matches(pin_hash, pin),
                has_pin=bool(pin_hash),
                guard=PinGuard(pin_tries),
                read_devices=lambda: tuple(device_line(self.devices[kind]) for kind in DEVICES),
                close_app=quit_app,
                roll=self._staff.roll,
                paper_changed=self._staff.paper_changed,
                previews=TicketPreview(profile, self._layout, config.devices.ticket_printer),
                template_problem=self._layout.problem,
            ),
            self.front,
        )
        self.window.join(lambda page, look: build_view(page, self.models, look), self.models.of)
        if settings.spoken_prompts:
            self.prompter = Prompter(self.journey, self.issuing, speaker, self)
            self.idle.warning.connect(self.prompter.warn)
        self._wipe = Wipe(self.journey, self.window, self)
        self._bridge = ChangeBridge(open_feed, self)
        self._bridge.changed.connect(self.watch.on_changed)
        self._bridge.refresh_all.connect(self.watch.refresh)
        self._bridge.online.connect(self.watch.on_online)
        self.watch.changed.connect(self._on_lobby)
        self._reporter = HealthReporter(self.devices, self.runner, store, station, self)
        sweeper = Sweeper(store, self.runner, station, profile, calendar_of, self)
        self._upkeep = Upkeep(self.desk, self.runner, notes, self.issuing, sweeper)
        self._pulse = QTimer(self)
        self._pulse.setInterval(1000)
        self._pulse.timeout.connect(self.tick)

    def start(self, *, pulse: bool = True) -> None:
        """Begin to follow the database; what a crash left is put in order first.

        Args:
            pulse: False leaves the seconds to the caller's `tick`, and the sweep to others.
        """
        self._upkeep.start(sweeps=pulse)
        self._staff.tell_template(usable=not self._layout.problem)
        self.watch.refresh()
        self._bridge.start()
        self.journey.look_again()
        if pulse:
            self._pulse.start()

    def close(self) -> None:
        """End all threads and close the devices; what runs in the database is finished."""
        self._pulse.stop()
        self._upkeep.stop()
        self._reporter.close()
        self.cards.stop()
        self.codes.stop()
        self._bridge.close()
        self.runner.close()
        self.devices.close()

    def describe(self) -> dict[str, Any]:
        """What is on the screen, for the demo and the tests; nothing personal."""
        journey, issuing = self.journey.state, self.issuing.state
        lobby = self.watch.state.lobby
        return {
            "screen": str(journey.page),
            "purpose": str(journey.purpose),
            "department": journey.department,
            "item": journey.item.code if journey.item else "",
            "elder": journey.elder,
            "contrast": journey.modes.contrast,
            "low": journey.modes.low,
            "language": journey.language,
            "notice": str(journey.notice.kind) if journey.notice else "",
            "phase": str(issuing.phase),
            "label": issuing.issued.ticket.label if issuing.issued else "",
            "ticket": issuing.issued.ticket.id if issuing.issued else 0,
            "trouble": str(issuing.trouble or ""),
            "arrivals": len(journey.arrivals),
            "matters": [f"{m.number} {m.state}" for m in journey.matters],
            "slip": str(self.complaining.draft.slip),
            "standings": [f"{s.label} {s.state}" for s in journey.standings],
            "scanner": str(self.models.identify.state.scanner),
            "telling": str(self.telling.state.stage),
            "guides": bool(self.watch.state.catalogue.items),
            "online": self.watch.state.online,
            "open": lobby is not None and lobby.opening.open,
            "devices": {kind: str(device_line(self.devices[kind]).condition) for kind in DEVICES},
        }

    @Slot()
    def tick(self) -> None:
        """Once a second."""
        self._seconds += 1
        self.issuing.tick()
        self.journey.tick()
        self.idle.tick()
        self.telling.tick()
        self.models.staff.tick()
        self._staff.tick()
        self.window.tick()
        self._upkeep.tick()
        if self._seconds % RETRY_EVERY == 0 and not self.watch.state.online:
            self.watch.refresh()

    def _is_english(self) -> bool:
        return self.journey.state.language == "en"

    @Slot(object)
    def _on_lobby(self, state: LobbyState) -> None:
        if state.online:
            self.journey.database_is_back()
        self.journey.look_again()
