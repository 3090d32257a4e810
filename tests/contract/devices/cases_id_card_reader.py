"""ID card readers under the contract: every card on the serial line, one behind a serial server."""

from __future__ import annotations

from pathlib import Path

from devices.id_card_reader.drivers import DRIVERS
from devices.id_card_reader.interface import CardKind, IdCard
from devices.sim.catalogue import Host
from devices.sim.host import SimHost
from devices.sim.people import fictitious_person
from devices.sim.sam_v import SimSamV
from devices.sim.wires import PtyWire, TcpWire
from tests.contract.devices.harness import Case

_NAMES = {"domestic": "陈𠮷", "hmt": "龙䶮", "foreigner_2017": "安娜", "foreigner_2023": "让吕克"}
_KINDS = {
    "domestic": CardKind.DOMESTIC,
    "hmt": CardKind.HONG_KONG_MACAO_TAIWAN,
    "foreigner_2017": CardKind.FOREIGNER_2017,
    "foreigner_2023": CardKind.FOREIGNER_2023,
}


def _case(kind: str, wire: str) -> Case:
    def simulate(folder: Path) -> Host:
        return SimHost(SimSamV(), PtyWire(folder / "reader", 115200) if wire == "serial" else TcpWire())

    def work(reader: object, host: Host) -> object:
        host.command("lay_card", {"kind": kind, "seed": 5, "name": _NAMES[kind]})
        return reader.read_card()  # type: ignore[attr-defined]

    def verify(card: IdCard, host: Host) -> None:
        person = fictitious_person(kind, seed=5)
        assert card.kind is _KINDS[kind]
        assert (card.name, card.id_number) == (_NAMES[kind], person.id_number)
        assert f"{card.birth:%Y%m%d}" == person.birth
        assert (card.address, card.english_name) == (person.address, person.english_name)
        assert len(card.photo) == 1024 and card.photo.startswith(b"WLf")

    return Case(
        name=f"id_card_reader-{kind}-{wire}",
        simulate=simulate,
        driver=DRIVERS[wire],
        work=work,
        verify=verify,
        query="timeout=1.2",
        deadline=30,
    )


CASES = (
    _case("domestic", "serial"),
    _case("hmt", "serial"),
    _case("foreigner_2017", "tcp"),
    _case("foreigner_2023", "tcp"),
)
