"""A4 printer over IPP (网络打印机): ``ipp://192.168.1.60/ipp/print`` or a CUPS queue, ``ipp://localhost/printers/A4``.

Every network printer of the last years and every CUPS server understands it; nothing needs to be installed. It
needs no subprocess, works alike on every platform, and the printer itself says whether paper is in. Each request
has a connection of its own, for printers close idle ones. Not verified on a real printer.
"""

from __future__ import annotations

import http.client
from itertools import count

from devices.a4_printer.http_wire import HttpWire
from devices.a4_printer.interface import JobId
from devices.codec.ipp import Attribute, IppError, Operation, Response, Tag, decode_response, encode_request
from devices.core.address import Address
from devices.core.clock import utc_now
from devices.core.errors import (
    CoverOpen,
    DeviceError,
    DeviceTimeout,
    HardwareFault,
    Jam,
    NotConnected,
    PaperOut,
    ProtocolError,
    Unsupported,
)
from devices.core.status import DeviceStatus, Health, Link, Paper, Part, Supplies
from devices.core.transport import Transport

OPTIONS = frozenset({"sides", "media", "user"})
DEFAULT_PORT = 631
ASK_SECONDS = 3.0
PRINT_SECONDS = 15.0
LARGEST_ANSWER = 1 << 20
STOPPED = 5  # printer-state; 3 is idle, 4 processing
NOT_ACCEPTING = 0x0506
UNSUPPORTED_FORMAT = 0x040A
ASKED_FOR = ("printer-state", "printer-state-reasons", "printer-is-accepting-jobs")
# Keywords of printer-state-reasons (RFC 8011 §5.4.12, PWG 5100.9) without their -error, -warning, -report endings.
PAPER_OUT = frozenset({"media-empty", "media-needed"})
PAPER_LOW = frozenset({"media-low"})
JAMMED = frozenset({"media-jam"})
OPEN = frozenset({"cover-open", "door-open", "interlock-open"})


class IppPrinter:
    """A printer or queue; see `devices.a4_printer.interface.A4Printer`."""

    model = "IPP"
    verified = False

    def __init__(self, address: Address, transport: Transport) -> None:
        address.check_options(OPTIONS)
        self._transport = transport
        self._host, self._port = address.host_port(DEFAULT_PORT)
        self._path = address.path or "/ipp/print"
        self._uri = f"ipp://{self._host}:{self._port}{self._path}"
        self._sides = address.choice("sides", "one-sided", ("one-sided", "two-sided-long-edge"))
        self._media = address.options.get("media", "iso_a4_210x297mm")
        self._user = address.options.get("user", "hall")
        self._requests = count(1)
        self._is_open = False

    def open(self) -> None:
        self._is_open = True
        try:
            self._state()
        except DeviceError:
            self.close()
            raise

    def close(self) -> None:
        self._is_open = False

    def probe(self) -> DeviceStatus:
        return status_of(self._state())

    def print_pdf(self, pdf: bytes, title: str) -> JobId:
        if not pdf.startswith(b"%PDF-"):
            raise Unsupported(f"{len(pdf)} bytes that are no PDF")
        raise_for(self._state())
        attributes: tuple[Attribute, ...] = (
            (Tag.NAME, "requesting-user-name", self._user),
            (Tag.NAME, "job-name", title[:60]),
            (Tag.MIME_TYPE, "document-format", "application/pdf"),
        )
        job = ((Tag.KEYWORD, "media", self._media), (Tag.KEYWORD, "sides", self._sides))
        response = self._request(Operation.PRINT_JOB, attributes, job=job, document=pdf, timeout=PRINT_SECONDS)
        if response.status == UNSUPPORTED_FORMAT:
            raise Unsupported("the printer takes no PDF")
        if not response.ok:
            raise HardwareFault(
                f"Print-Job: status {response.status:#06x}", message="打印机未接受打印任务，请联系工作人员。"
            )
        job_id = response.first("job-id")
        if not isinstance(job_id, int):
            raise ProtocolError("Print-Job: no job-id", outcome_known=False)
        return JobId(str(job_id))

    def _state(self) -> Response:
        wanted: list[Attribute] = [(Tag.NAME, "requesting-user-name", self._user)]
        names = ("requested-attributes", *("" for _ in ASKED_FOR[1:]))
        wanted += [(Tag.KEYWORD, name, value) for name, value in zip(names, ASKED_FOR, strict=True)]
        response = self._request(Operation.GET_PRINTER_ATTRIBUTES, wanted, timeout=ASK_SECONDS)
        if not response.ok:
            raise ProtocolError(f"Get-Printer-Attributes: status {response.status:#06x}")
        return response

    def _request(
        self,
        operation: Operation,
        attributes: list[Attribute] | tuple[Attribute, ...],
        *,
        timeout: float,
        job: tuple[Attribute, ...] = (),
        document: bytes = b"",
    ) -> Response:
        """One request over a connection of its own.

        Raises:
            NotConnected, DeviceTimeout, ProtocolError: ``outcome_known`` is False once a document was being sent.
        """
        if not self._is_open:
            raise NotConnected(f"{self._uri}: not open")
        request_id = next(self._requests)
        opening: tuple[Attribute, ...] = (
            (Tag.CHARSET, "attributes-charset", "utf-8"),
            (Tag.LANGUAGE, "attributes-natural-language", "zh-cn"),
            (Tag.URI, "printer-uri", self._uri),
        )
        body = encode_request(operation, request_id, (*opening, *attributes), job) + document
        connection = HttpWire(self._transport, self._host, self._port, timeout=timeout)
        harmless = not document
        connection.connect()
        try:
            connection.request("POST", self._path, body, {"Content-Type": "application/ipp", "Connection": "close"})
            answer = connection.getresponse()
            data = answer.read(LARGEST_ANSWER)
        except DeviceError as error:
            error.outcome_known = harmless
            raise
        except TimeoutError as error:
            raise DeviceTimeout(f"{self._uri}: no answer in {timeout:g} s", outcome_known=harmless) from error
        except OSError as error:
            raise NotConnected(f"{self._uri}: {error}", outcome_known=harmless) from error
        except http.client.HTTPException as error:
            raise ProtocolError(f"{self._uri}: {type(error).__name__}: {error}", outcome_known=harmless) from error
        finally:
            connection.close()
            self._transport.close()
        if answer.status != http.HTTPStatus.OK:
            raise ProtocolError(f"{self._uri}: HTTP {answer.status}", outcome_known=answer.status < 500 or harmless)
        try:
            response = decode_response(data)
        except IppError as error:
            raise ProtocolError(f"{self._uri}: {error}", raw=data[:64], outcome_known=harmless) from error
        if response.request_id != request_id:
            raise ProtocolError(f"{self._uri}: answer to another request", outcome_known=harmless)
        return response


def reasons_of(response: Response) -> frozenset[str]:
    """The keywords of printer-state-reasons without their severity."""
    values = response.attributes.get("printer-state-reasons", ())
    found = (str(value) for value in values)
    return frozenset(word.removesuffix("-error").removesuffix("-warning").removesuffix("-report") for word in found)


def raise_for(response: Response) -> None:
    """Raise what keeps the printer from printing.

    Raises:
        CoverOpen, PaperOut, Jam, HardwareFault: by printer-state-reasons and printer-state.
    """
    reasons = reasons_of(response)
    detail = ", ".join(sorted(reasons))
    if reasons & OPEN:
        raise CoverOpen(detail)
    if reasons & JAMMED:
        raise Jam(detail)
    if reasons & PAPER_OUT:
        raise PaperOut(detail)
    if response.first("printer-state") not in (3, 4) or response.first("printer-is-accepting-jobs") is False:
        raise HardwareFault(f"stopped: {detail}", message="打印机已停止或暂停，请联系工作人员。")


def status_of(response: Response) -> DeviceStatus:
    """The status that the printer's attributes amount to; what it does not say is UNKNOWN."""
    reasons = reasons_of(response)
    knows = bool(reasons)
    paper = Paper.OK if knows else Paper.UNKNOWN
    for words, state in ((PAPER_LOW, Paper.LOW), (PAPER_OUT, Paper.OUT), (JAMMED, Paper.JAMMED)):
        if reasons & words:
            paper = state
    cover = Part.FAULT if reasons & OPEN else Part.OK if knows else Part.UNKNOWN
    health = Health.OK if knows else Health.UNKNOWN
    try:
        raise_for(response)
    except HardwareFault:
        health = Health.FAULT
    if health is Health.OK and paper is Paper.LOW:
        health = Health.DEGRADED
    detail = "" if reasons <= {"none"} else ", ".join(sorted(reasons))
    return DeviceStatus(Link.ONLINE, health, utc_now(), Supplies(paper, cover), detail)
