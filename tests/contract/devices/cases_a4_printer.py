"""A4 printer over IPP, and into a folder that vanishes, refuses or is full."""

from __future__ import annotations

import resource
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from devices.a4_printer.drivers import make_ipp, make_spool
from devices.a4_printer.interface import A4Printer, JobId
from devices.core.errors import CoverOpen, DeviceTimeout, HardwareFault, NotConnected, PaperOut, ProtocolError
from devices.sim.catalogue import Host
from devices.sim.device import Reply
from devices.sim.host import SimHost
from devices.sim.ipp import IppSim
from devices.sim.wires import TcpWire
from tests.contract.devices.harness import WIRE_FAULTS, Case, fails, works_or

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"


def over_ipp(folder: Path) -> Host:
    return SimHost(IppSim(folder), TcpWire(scheme="ipp"))


def work(printer: A4Printer, _: Host) -> JobId:
    return printer.print_pdf(PDF, "受理通知书")


def verify(job: JobId, host: Host) -> None:
    documents = host.command("documents")["documents"]
    assert int(job) == len(documents)
    assert documents[-1]["title"] == "受理通知书"
    assert Path(documents[-1]["path"]).read_bytes() == PDF


def printed(host: Host) -> int:
    return len(host.command("documents")["documents"])


class Folder:
    """The folder as a host. Faults: go_awol, read_only, disk_full.

    ``url`` names a link: /proc stands in for a read-only disk, for root may write wherever else he likes; a limit
    on the size of files for a full one.
    """

    def __init__(self, folder: Path) -> None:
        self._real, self._link = folder / "real", folder / "spool"
        self._limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        self.url = f"spool://{self._link}"

    def start(self) -> None:
        self._real.mkdir(exist_ok=True)
        self._show(self._real)

    def stop(self) -> None:
        self._heal()
        self._link.unlink(missing_ok=True)
        shutil.rmtree(self._real, ignore_errors=True)

    def command(self, do: str, args: Mapping[str, Any] | None = None) -> Reply:
        fault = (args or {}).get("name")
        if do == "clear":
            self._heal()
            self._show(self._real)
        elif fault == "go_awol":
            self._link.unlink()
        elif fault == "read_only":
            self._show(Path("/proc"))
        elif fault == "disk_full":
            resource.setrlimit(resource.RLIMIT_FSIZE, (len(PDF) // 2, self._limits[1]))
        elif do != "documents":
            raise ValueError(f"{do} {fault}")
        names = sorted(path.name for path in self._real.iterdir())
        return {"documents": [name for name in names if name.endswith(".pdf")], "all": names}

    def _show(self, target: Path) -> None:
        self._link.unlink(missing_ok=True)
        self._link.symlink_to(target)

    def _heal(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._limits)


def whole_documents_only(job: JobId, host: Host) -> None:
    assert isinstance(host, Folder)
    found = host.command("documents")
    assert f"{job}.pdf" in found["documents"]
    assert found["all"] == found["documents"], "nothing unfinished is left"
    for name in found["documents"]:
        assert (Path(host.url.removeprefix("spool://")) / name).read_bytes() == PDF


CASES = (
    Case(
        "a4_printer-spool",
        Folder,
        make_spool,
        work,
        whole_documents_only,
        done=printed,
        faults={
            **dict.fromkeys(WIRE_FAULTS),
            "go_awol": fails(NotConnected),
            "read_only": works_or(NotConnected),
            "disk_full": works_or(HardwareFault),
        },
    ),
    Case(
        "a4_printer-ipp",
        over_ipp,
        make_ipp,
        work,
        verify,
        done=printed,
        faults={
            "paper_out": fails(PaperOut),
            "cover_open": fails(CoverOpen),
            "paper_low": works_or(),
            "merge": works_or(DeviceTimeout, ProtocolError, NotConnected),
        },
    ),
)
