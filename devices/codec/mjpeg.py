"""Motion JPEG over HTTP (视频流): the body of a ``multipart/x-mixed-replace`` answer as whole JPEG pictures.

Form (RFC 2046 §5.1.1, as cameras use it)::

    --boundary CRLF  Content-Type: image/jpeg CRLF  Content-Length: n CRLF  CRLF  n bytes of JPEG CRLF  --boundary …

What cameras get wrong, and is put up with: no Content-Length; a wrong one (the connection stalled and the camera
began a new part); noise between parts; zero bytes after the picture; dashes already in the announced boundary.
A picture that does not begin with SOI (``FF D8``) and end with EOI (``FF D9``) was cut off and is dropped: half a
page must never be taken for a page.
"""

from __future__ import annotations

from devices.core.errors import ProtocolError

SOI = b"\xff\xd8"
EOI = b"\xff\xd9"
LONGEST_HEADER = 4096
LONGEST_PICTURE = 48 * 1024 * 1024


class MultipartJpegDecoder:
    """Bytes in any slicing → whole pictures.

    Args:
        boundary: from the answer's Content-Type, with or without its dashes.

    Attributes:
        dropped: broken parts so far.
    """

    def __init__(self, boundary: str) -> None:
        name = boundary.strip().strip('"').lstrip("-")
        if not name:
            raise ProtocolError("the answer names no boundary")
        self._delimiter = b"--" + name.encode("latin-1", "replace")
        self._buffer = bytearray()
        self._searched = 0
        self._length_is_wrong = False
        self.dropped = 0

    def receive_data(self, data: bytes) -> list[bytes]:
        """Take what arrived; return the pictures that it completed, oldest first.

        Raises:
            ProtocolError: more than `LONGEST_PICTURE` bytes without a whole part.
        """
        self._buffer += data
        pictures: list[bytes] = []
        while self._take_part(pictures):
            pass
        if len(self._buffer) > LONGEST_PICTURE:
            raise ProtocolError(f"{len(self._buffer)} bytes without a whole picture")
        return pictures

    def _take_part(self, pictures: list[bytes]) -> bool:
        """Take one part off the front; False when more bytes are needed."""
        start = self._buffer.find(self._delimiter)
        if start < 0:
            del self._buffer[: max(0, len(self._buffer) - len(self._delimiter))]
            return False
        if start:
            del self._buffer[:start]
            self._searched = 0
        head_end = self._buffer.find(b"\r\n\r\n", 0, LONGEST_HEADER)
        if head_end < 0:
            if len(self._buffer) < LONGEST_HEADER:
                return False
            return self._drop(len(self._delimiter))
        body = head_end + 4
        length = None if self._length_is_wrong else _content_length(bytes(self._buffer[:head_end]))
        if length is None:
            return self._take_until(self._delimiter, body, len(self._buffer), pictures)
        # The announced length may be wrong: a new part that begins earlier, on a line of its own, ends this one.
        # Decided by these bytes alone, never by how much of what follows has arrived already.
        end = min(body + length, len(self._buffer))
        if self._take_until(b"\r\n" + self._delimiter, body, end, pictures):
            return True
        if len(self._buffer) < body + length:
            return False
        picture = bytes(self._buffer[body : body + length])
        if not _is_whole(picture):
            self._length_is_wrong = True
            self._searched = 0
            return True
        pictures.append(picture)
        self._remove(body + length)
        return True

    def _take_until(self, mark: bytes, body: int, limit: int, pictures: list[bytes]) -> bool:
        """Take the part that the next ``mark`` before ``limit`` ends; False when there is none yet."""
        end = self._buffer.find(mark, max(body, self._searched - len(mark)), limit)
        if end < 0:
            self._searched = limit
            return False
        picture = bytes(self._buffer[body:end]).rstrip(b"\r\n\0")
        if not _is_whole(picture):
            return self._drop(end)
        pictures.append(picture)
        self._remove(end)
        return True

    def _drop(self, length: int) -> bool:
        self.dropped += 1
        self._remove(length)
        return True

    def _remove(self, length: int) -> None:
        del self._buffer[:length]
        self._searched = 0
        self._length_is_wrong = False


def _is_whole(picture: bytes) -> bool:
    return picture.startswith(SOI) and picture.rstrip(b"\0").endswith(EOI)


def _content_length(header: bytes) -> int | None:
    for line in header.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            length = int(value)
            return length if 0 < length <= LONGEST_PICTURE else None
    return None
