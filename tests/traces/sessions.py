"""Which sessions there are, and how each was recorded: ``python -m tests.traces.sessions NAME …`` records anew.

The simulators answer from the manuals' literal frames; `test_golden_traces` names those frames again by hand. All
cards belong to nobody. A trace names an address that does not exist, never that of a machine.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cli.device_tools import session
from cli.device_tools.self_tests import SELF_TESTS
from devices.core.trace import Mask, TracingTransport
from devices.core.transport import Transport
from devices.core.transports import make_transport, wires_through
from devices.sim.catalogue import build
from devices.sim.device import Reply

FOLDER = Path(__file__).parent
WAIT = 5.0
SERIAL = "serial:///dev/ttyS9"
NUMBER, MESSAGE = "+8613800138000", "您的事项已办结，请到一楼12号窗口领取。"
Command = Callable[[str, Mapping[str, Any]], Reply]


@dataclass(frozen=True, slots=True)
class Session:
    """One golden trace: the kind, its address, the simulator, what is laid on or pressed, what is done."""

    kind: str
    url: str
    simulator: str
    prepare: tuple[tuple[str, dict[str, Any]], ...] = ()
    work: Callable[[Any], dict[str, Any]] | None = None

    def do(self, driver: Any) -> dict[str, Any]:
        """The session's work on an opened driver."""
        return self.work(driver) if self.work else SELF_TESTS[self.kind].run(driver, WAIT)


def _card(kind: str) -> Session:
    return Session("id_card_reader", SERIAL, "id_card_reader", (("lay_card", {"kind": kind, "seed": 5}),))


SESSIONS = {
    "ticket_printer": Session("ticket_printer", "tcp://printer.invalid:9100", "ticket_printer"),
    "ticket_printer-paper_out": Session(
        "ticket_printer", "tcp://printer.invalid:9100", "ticket_printer", (("fault", {"name": "paper_out"}),)
    ),
    "id_card_reader-domestic": _card("domestic"),
    "id_card_reader-hmt": _card("hmt"),
    "id_card_reader-foreigner_2017": _card("foreigner_2017"),
    "id_card_reader-foreigner_2023": _card("foreigner_2023"),
    "rating_pad": Session("rating_pad", SERIAL, "rating_pad", (("press", {"key": 2, "when": "asked"}),)),
    "code_scanner": Session(
        "code_scanner", f"nls+{SERIAL}", "code_scanner", (("scan", {"text": "HALL:T000", "when": "triggered"}),)
    ),
    "window_led": Session("window_led", "tcp://led.invalid:5005", "window_led"),
    "sms_modem": Session("sms_modem", SERIAL, "sms_modem"),
    "sms_modem-send": Session(
        "sms_modem", SERIAL, "sms_modem", work=lambda modem: {"parts": modem.send(NUMBER, MESSAGE)}
    ),
    "a4_printer": Session("a4_printer", "ipp://printer.invalid/ipp/print", "a4_printer"),
}


def record(name: str, file: Path) -> session.Outcome:
    """Record one session against its simulator; return its outcome."""
    wanted = SESSIONS[name]
    wires: list[TracingTransport] = []
    with tempfile.TemporaryDirectory(prefix="trace-") as folder:
        pty = Path(folder) / "line" if "serial" in wanted.url else None
        host = build(wanted.simulator, pty=pty, folder=Path(folder))
        host.start()

        def around(_inner: Transport, _mask: Mask | None) -> Transport:
            # Unmasked: nobody's cards. To the simulator, under the name of the address that stands in the trace.
            real = make_plain(host.url.replace("ipp://", "tcp://"))
            real.url = wanted.url
            wires.append(TracingTransport(real, file))
            return wires[-1]

        try:
            for do, arguments in wanted.prepare:
                host.command(do, arguments)
            with wires_through(around):
                driver = session.make_driver(wanted.kind, wanted.url)
            wires[0].note(kind=wanted.kind, url=wanted.url, work="test", wait=WAIT)
            outcome = session.run(driver, wanted.do)
            wires[0].note(outcome=outcome)
        finally:
            host.stop()
    return outcome


def make_plain(url: str) -> Transport:
    """A transport that goes through nothing."""
    with wires_through(lambda inner, _mask: inner):
        return make_transport(url)


def main(names: list[str]) -> None:
    """Record ``names``, or all."""
    for name in names or SESSIONS:
        file = FOLDER / f"{name}.jsonl"
        file.unlink(missing_ok=True)
        print(name, record(name, file))
        file.chmod(0o644)


if __name__ == "__main__":
    main(sys.argv[1:])
