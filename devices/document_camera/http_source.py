"""Pictures from a network camera (网络高拍仪): Motion JPEG over HTTP.

Read with the standard library instead of OpenCV's FFmpeg: the camera's own JPEG bytes are kept for the file, a
stall ends at the socket's deadline, and closing wakes a blocked read at once.
"""

from __future__ import annotations

import base64
import http.client
import selectors
import socket
import time
from collections import deque
from dataclasses import dataclass
from email.message import Message

from devices.codec.mjpeg import MultipartJpegDecoder
from devices.core.errors import DeviceTimeout, NotConnected, ProtocolError

CHUNK = 256 * 1024
PICTURE_SECONDS = 5.0
CATCH_UP_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class HttpPlace:
    """Where the stream is.

    Attributes:
        target: path and query of the request.
        credentials: ``user:password`` for Basic authentication, or empty.
    """

    host: str
    port: int
    target: str
    credentials: str = ""

    def __repr__(self) -> str:
        return f"http://{self.host}:{self.port}{self.target}"

    def headers(self) -> dict[str, str]:
        """Request headers."""
        headers = {"Accept": "multipart/x-mixed-replace, image/jpeg", "Connection": "close"}
        if self.credentials:
            headers["Authorization"] = "Basic " + base64.b64encode(self.credentials.encode()).decode()
        return headers


class HttpSource:
    """One stream at a time.

    Args:
        open_timeout: seconds to connect and get the answer's head.
        read_timeout: seconds without a byte that count as a stall, as do `PICTURE_SECONDS` without a picture.
    """

    def __init__(self, place: HttpPlace, *, open_timeout: float, read_timeout: float) -> None:
        self._place = place
        self._open_timeout = open_timeout
        self._read_timeout = read_timeout
        self._connection: http.client.HTTPConnection | None = None
        self._response: http.client.HTTPResponse | None = None
        self._socket: socket.socket | None = None
        self._decoder: MultipartJpegDecoder | None = None
        self._ready: deque[bytes] = deque()

    def open(self) -> None:
        self._connection = http.client.HTTPConnection(
            self._place.host, self._place.port, timeout=self._open_timeout
        )
        try:
            self._connection.request("GET", self._place.target, headers=self._place.headers())
            self._socket = self._connection.sock
            self._response = self._connection.getresponse()
        except TimeoutError as error:
            raise DeviceTimeout(f"{self._place!r} does not answer in {self._open_timeout} s") from error
        except (OSError, http.client.HTTPException) as error:
            raise NotConnected(f"{self._place!r}: {type(error).__name__}: {error}") from error
        if self._response.status in (401, 403):
            raise NotConnected(
                f"{self._place!r} refuses the credentials", message="高拍仪拒绝访问，请检查用户名和密码。"
            )
        kind = self._response.headers.get_content_type()
        if self._response.status != 200 or not kind.startswith("multipart/"):
            raise ProtocolError(f"{self._place!r} answers {self._response.status} {kind}, not a stream")
        self._decoder = MultipartJpegDecoder(_boundary(self._response.headers))
        self._ready.clear()
        if self._socket is not None:
            self._socket.settimeout(self._read_timeout)

    def read(self) -> bytes:
        response, decoder = self._response, self._decoder
        if response is None or decoder is None:
            raise NotConnected("the stream is not open")
        dropped, began = decoder.dropped, time.monotonic()
        while not self._ready or (time.monotonic() - began < CATCH_UP_SECONDS and self._more_arrived()):
            try:
                data = response.read1(CHUNK)
            except TimeoutError as error:
                raise DeviceTimeout(f"{self._place!r} is silent for {self._read_timeout} s") from error
            except (OSError, http.client.HTTPException, ValueError, AttributeError) as error:
                # http.client raises the last two when another thread closes the connection.
                raise NotConnected(f"{self._place!r}: {type(error).__name__}: {error}") from error
            if not data:
                raise NotConnected(f"{self._place!r} ended the stream")
            self._ready.extend(decoder.receive_data(data))
            if decoder.dropped - dropped >= 10:
                raise ProtocolError(f"{self._place!r} sends broken pictures only")
            if not self._ready and time.monotonic() - began > PICTURE_SECONDS:
                raise DeviceTimeout(f"{self._place!r} sent no whole picture in {PICTURE_SECONDS} s")
        newest = self._ready.pop()
        self._ready.clear()
        return newest

    def _more_arrived(self) -> bool:
        """Whether bytes wait already: after this thread stood still they are pictures, and ours is an old one."""
        connected = self._socket
        if connected is None:
            return False
        with selectors.DefaultSelector() as selector:
            try:
                selector.register(connected, selectors.EVENT_READ)
            except (OSError, ValueError):
                return False  # closed by another thread: the next read tells
            return bool(selector.select(0))

    def close(self) -> None:
        for part in (self._response, self._connection):
            if part is not None:
                try:
                    part.close()
                except OSError:
                    pass  # it was broken before, and is closed now
        self._connection = self._response = self._socket = self._decoder = None

    def interrupt(self) -> None:
        connected = self._socket
        if connected is not None:
            try:
                connected.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # the peer was faster


def _boundary(headers: Message) -> str:
    boundary = headers.get_param("boundary")
    return boundary if isinstance(boundary, str) else ""
