"""Document cameras by address (高拍仪地址).

- ``mjpeg+http://192.168.1.60:8080/v.mjpg`` a network camera; its own query goes percent-encoded into ``query=``,
  ``user:password@`` before the host is sent as Basic authentication;
- ``camera://0?size=3264x2448`` a USB camera by its number;
- ``folder:///srv/scans?order=newest`` pictures in a folder (``order=cycle`` shows one after the other).

A second lens (for the person) is a second address. Options of all: ``stall`` (0.5–30 s without a picture that count
as gone); ``open_timeout`` and ``read_timeout`` where there is a wire.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from devices.core.address import Address
from devices.core.errors import AddressError
from devices.document_camera.camera import STALL_SECONDS, GrabbingCamera
from devices.document_camera.folder_source import FolderSource
from devices.document_camera.http_source import HttpPlace, HttpSource
from devices.document_camera.interface import DocumentCamera, Size
from devices.document_camera.uvc_source import UvcSource

OPEN_TIMEOUT = 2.0
READ_TIMEOUT = 1.5
_TIMEOUTS = frozenset({"open_timeout", "read_timeout", "stall"})


def network_camera(url: str) -> DocumentCamera:
    """``mjpeg+http://host:port/path``.

    Raises:
        AddressError: unknown option or value; so do all builders here.
    """
    address = Address.parse(url)
    address.check_options(_TIMEOUTS | {"query"})
    host, port = address.host_port(80)
    query = address.options.get("query", "")
    parts = urlsplit(url)
    secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else ""
    place = HttpPlace(host, port, (parts.path or "/") + (f"?{query}" if query else ""), secret)
    open_timeout, read_timeout = _timeouts(address)
    return GrabbingCamera(
        lambda: HttpSource(place, open_timeout=open_timeout, read_timeout=read_timeout),
        model="MJPEG over HTTP",
        verified=False,
        stall_seconds=_stall(address),
    )


def usb_camera(url: str) -> DocumentCamera:
    """``camera://0?size=3264x2448&fps=30``."""
    address = Address.parse(url)
    address.check_options(_TIMEOUTS | {"size", "fps"})
    if not address.authority.isdecimal() or address.path.strip("/"):
        raise AddressError(f"{url!r} needs the camera's number, such as camera://0")
    number, size, frame_rate = int(address.authority), _size(address), address.number("fps", 30, low=1, high=120)
    open_timeout, read_timeout = _timeouts(address)

    def source() -> UvcSource:
        return UvcSource(number, size, frame_rate=frame_rate, open_timeout=open_timeout, read_timeout=read_timeout)

    return GrabbingCamera(
        source,
        model="UVC camera",
        verified=False,
        list_sizes=lambda: source().list_sizes(),
        stall_seconds=_stall(address),
    )


def folder_camera(url: str) -> DocumentCamera:
    """``folder:///srv/scans?order=newest&fps=10``."""
    address = Address.parse(url)
    address.check_options({"order", "stall", "fps"})
    if address.authority or not address.path.strip("/"):
        raise AddressError(f"{url!r} needs an absolute path, such as folder:///srv/scans")
    cycle = address.choice("order", "newest", ("newest", "cycle")) == "cycle"
    fps = address.number("fps", 10, low=1, high=500)
    return GrabbingCamera(
        lambda: FolderSource(Path(address.path), cycle=cycle, frame_seconds=1 / fps),
        model="picture folder",
        verified=True,
        stall_seconds=_stall(address),
    )


DRIVERS: Mapping[str, Callable[[str], DocumentCamera]] = {
    "mjpeg+http": network_camera,
    "camera": usb_camera,
    "folder": folder_camera,
}


def _timeouts(address: Address) -> tuple[float, float]:
    return (
        address.number("open_timeout", OPEN_TIMEOUT, low=0.1, high=30),
        address.number("read_timeout", READ_TIMEOUT, low=0.1, high=30),
    )


def _stall(address: Address) -> float:
    return address.number("stall", STALL_SECONDS, low=0.5, high=30)


def _size(address: Address) -> Size:
    text = address.options.get("size", "1920x1080")
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if match is None:
        raise AddressError(f"size={text} in {address.url!r}; allowed: such as 1920x1080")
    return Size(int(match[1]), int(match[2]))
